//! Loading what partners and people have to do with each other: groups, attendance,
//! commitments, touchpoints and tags.

use super::load::{At, Loader, SampleError};
use super::values::{day, find, optional_day};
use backbone_core::activities::Activity;
use backbone_core::communication::{
    Cadence, Meeting, MeetingKind, MeetingStatus, Membership, Presence, Seat, SeatRole,
    WorkingGroup,
};
use backbone_core::partners::{Channel, Commitment, CommitmentKind, Person, Touchpoint};
use backbone_core::tagging::{TagEdit, TaggedRecords};
use backbone_core::{ActivityId, MeasureId, MeetingId, PartnerId, PersonId};
use serde::Deserialize;
use std::collections::HashMap;

/// The part of a sample that tells who meets whom.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Engagement {
    /// People beside those named with their partners.
    #[serde(default)]
    people: Vec<NamedPerson>,
    #[serde(default)]
    working_groups: Vec<Group>,
    #[serde(default)]
    attendance: Vec<Attended>,
    /// Meetings of groups before those told in full.
    #[serde(default)]
    earlier_meetings: Vec<Earlier>,
    #[serde(default)]
    commitments: Vec<SignedUp>,
    #[serde(default)]
    touchpoints: Vec<Touched>,
    #[serde(default)]
    tags: Vec<Tagged>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedPerson {
    partner: String,
    name: String,
    role: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    purpose: String,
    cadence: String,
    /// Title of the meetings it meets at.
    meets_as: String,
    members: Vec<Member>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    partner: String,
    person: Option<String>,
    role: String,
}

/// Who was at a meeting: names of people, or of partners where nobody in particular is meant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attended {
    meeting: String,
    date: String,
    #[serde(default)]
    present: Vec<String>,
    #[serde(default)]
    excused: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
}

/// A meeting of a group that was held, with the partners that were there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Earlier {
    group: String,
    date: String,
    place: String,
    minutes: String,
    present: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedUp {
    partner: String,
    kind: String,
    title: String,
    signed_on: Option<String>,
    expires_on: Option<String>,
    #[serde(default)]
    note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Touched {
    partner: String,
    person: Option<String>,
    date: String,
    channel: String,
    summary: String,
    trust: Option<u8>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tagged {
    tag: String,
    #[serde(default)]
    partners: Vec<String>,
    /// By their codes.
    #[serde(default)]
    measures: Vec<String>,
    #[serde(default)]
    activities: Vec<String>,
}

impl Loader<'_> {
    /// Everything of the part; partners and meetings are there already.
    pub(super) fn engagement(&mut self, engagement: &Engagement) -> Result<(), SampleError> {
        for person in &engagement.people {
            let record = Person {
                partner_id: find(&self.names.partners, "partner", &person.partner)?,
                name: person.name.clone(),
                role: person.role.clone(),
                email: person.email.clone(),
                phone: person.phone.clone(),
            };
            let _ = self.book.add(record, self.context)?;
        }
        for (group, position) in engagement.working_groups.iter().zip(1..) {
            self.group(group, position)
                .at(|| format!("working group “{}”", group.name))?;
        }
        for attended in &engagement.attendance {
            self.attended(attended)
                .at(|| format!("attendance of “{}”, {}", attended.meeting, attended.date))?;
        }
        for earlier in &engagement.earlier_meetings {
            self.earlier(earlier)
                .at(|| format!("meeting of “{}”, {}", earlier.group, earlier.date))?;
        }
        for signed in &engagement.commitments {
            self.commitment(signed)
                .at(|| format!("commitment “{}”", signed.title))?;
        }
        for touched in &engagement.touchpoints {
            self.touchpoint(touched)
                .at(|| format!("touchpoint of {}", touched.date))?;
        }
        for tagged in &engagement.tags {
            self.tagged(tagged).at(|| format!("tag “{}”", tagged.tag))?;
        }
        Ok(())
    }

    fn group(&mut self, group: &Group, position: i64) -> Result<(), SampleError> {
        let record = WorkingGroup {
            name: group.name.clone(),
            purpose: group.purpose.clone(),
            cadence: Cadence::from_word("cadence", &group.cadence)?,
            position,
        };
        let id = self.book.add(record, self.context)?.value;
        for member in &group.members {
            let partner = find(&self.names.partners, "partner", &member.partner)?;
            let record = Membership {
                working_group_id: id,
                partner_id: partner,
                person_id: self.person(partner, member.person.as_deref())?,
                role: SeatRole::from_word("role", &member.role)?,
            };
            let _ = self.book.add(record, self.context)?;
        }
        for meeting in self.book.list::<Meeting>()? {
            if meeting.record.title == group.meets_as {
                let mut record = meeting.record;
                record.working_group_id = Some(id);
                let _ = self.book.change(meeting.id, record, self.context)?;
            }
        }
        Ok(())
    }

    fn attended(&mut self, attended: &Attended) -> Result<(), SampleError> {
        let meeting = self.meeting_on(&attended.meeting, &attended.date)?;
        let mut seats = Vec::new();
        for (names, presence) in [
            (&attended.present, Presence::Present),
            (&attended.excused, Presence::Excused),
            (&attended.absent, Presence::Absent),
        ] {
            for name in names {
                let (partner, person) = self.someone(name)?;
                seats.push(Seat {
                    partner,
                    person,
                    presence: Some(presence),
                });
            }
        }
        let _ = self.book.record_attendance(meeting, &seats, self.context)?;
        Ok(())
    }

    fn earlier(&mut self, earlier: &Earlier) -> Result<(), SampleError> {
        let groups = self.book.list::<WorkingGroup>()?;
        let group = groups
            .iter()
            .find(|group| group.record.name == earlier.group)
            .ok_or_else(|| unknown("working group", &earlier.group))?;
        let record = Meeting {
            title: earlier.group.clone(),
            kind: MeetingKind::WorkingGroup,
            date: day(&earlier.date)?,
            time: None,
            place: earlier.place.clone(),
            agenda: String::new(),
            minutes: earlier.minutes.clone(),
            status: MeetingStatus::Held,
            working_group_id: Some(group.id),
        };
        let meeting = self.book.add(record, self.context)?.value;
        let seats = earlier
            .present
            .iter()
            .map(|name| {
                let (partner, person) = self.someone(name)?;
                Ok(Seat {
                    partner,
                    person,
                    presence: Some(Presence::Present),
                })
            })
            .collect::<Result<Vec<_>, SampleError>>()?;
        let _ = self.book.record_attendance(meeting, &seats, self.context)?;
        Ok(())
    }

    fn commitment(&mut self, signed: &SignedUp) -> Result<(), SampleError> {
        let record = Commitment {
            partner_id: find(&self.names.partners, "partner", &signed.partner)?,
            kind: CommitmentKind::from_word("kind", &signed.kind)?,
            title: signed.title.clone(),
            signed_on: optional_day(signed.signed_on.as_deref())?,
            expires_on: optional_day(signed.expires_on.as_deref())?,
            note: signed.note.clone(),
        };
        let _ = self.book.add(record, self.context)?;
        Ok(())
    }

    fn touchpoint(&mut self, touched: &Touched) -> Result<(), SampleError> {
        let partner_id = find(&self.names.partners, "partner", &touched.partner)?;
        let record = Touchpoint {
            partner_id,
            person_id: self.person(partner_id, touched.person.as_deref())?,
            date: day(&touched.date)?,
            channel: Channel::from_word("channel", &touched.channel)?,
            summary: touched.summary.clone(),
            trust: touched.trust,
        };
        let _ = self.book.add(record, self.context)?;
        Ok(())
    }

    fn tagged(&mut self, tagged: &Tagged) -> Result<(), SampleError> {
        let partners: Vec<PartnerId> = tagged
            .partners
            .iter()
            .map(|name| find(&self.names.partners, "partner", name))
            .collect::<Result<_, _>>()?;
        let measures: Vec<MeasureId> = tagged
            .measures
            .iter()
            .map(|code| find(&self.names.measures, "measure", code))
            .collect::<Result<_, _>>()?;
        let known: HashMap<String, ActivityId> = self
            .book
            .list::<Activity>()?
            .into_iter()
            .map(|activity| (activity.record.name, activity.id))
            .collect();
        let activities: Vec<ActivityId> = tagged
            .activities
            .iter()
            .map(|name| find(&known, "activity", name))
            .collect::<Result<_, _>>()?;
        let edit = TagEdit::Add(tagged.tag.clone());
        if !partners.is_empty() {
            let partners = TaggedRecords::Partners(partners);
            let _ = self.book.edit_tags(&partners, &edit, self.context)?;
        }
        if !measures.is_empty() {
            let measures = TaggedRecords::Measures(measures);
            let _ = self.book.edit_tags(&measures, &edit, self.context)?;
        }
        if !activities.is_empty() {
            let activities = TaggedRecords::Activities(activities);
            let _ = self.book.edit_tags(&activities, &edit, self.context)?;
        }
        Ok(())
    }

    fn person(
        &self,
        partner: PartnerId,
        name: Option<&str>,
    ) -> Result<Option<PersonId>, SampleError> {
        let Some(name) = name else {
            return Ok(None);
        };
        let people = self.book.list::<Person>()?;
        let found = people
            .iter()
            .find(|person| person.record.partner_id == partner && person.record.name == name);
        found
            .map(|person| Some(person.id))
            .ok_or_else(|| unknown("person", name))
    }

    /// A person of this name, or else a partner.
    fn someone(&self, name: &str) -> Result<(PartnerId, Option<PersonId>), SampleError> {
        let people = self.book.list::<Person>()?;
        if let Some(person) = people.iter().find(|person| person.record.name == name) {
            return Ok((person.record.partner_id, Some(person.id)));
        }
        Ok((find(&self.names.partners, "person or partner", name)?, None))
    }

    fn meeting_on(&self, title: &str, date: &str) -> Result<MeetingId, SampleError> {
        let date = day(date)?;
        let meetings = self.book.list::<Meeting>()?;
        let found = meetings
            .iter()
            .find(|meeting| meeting.record.title == title && meeting.record.date == date);
        found
            .map(|meeting| meeting.id)
            .ok_or_else(|| unknown("meeting", title))
    }
}

fn unknown(kind: &'static str, name: &str) -> SampleError {
    SampleError::Unknown {
        kind,
        name: name.to_owned(),
    }
}

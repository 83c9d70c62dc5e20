//! Everything the file knows about one partner, gathered for its page and its report.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    ActivityFacts, Endorsed, Named, PartnerActivity, RequestFacts, Signature, activity_facts,
    directory,
};
use crate::{
    ActivityId, Entry, MeasureId, MeetingId, PartnerId, PersonId, Result, TagId, Workbook,
    WorkingGroupId,
    communication::{Attendance, Meeting, Membership, Presence, SeatRole, WorkingGroup},
    measurement::{Contribution, Measure, MeasureKind},
    partners::{Commitment, Partner, Person, StatusEntry, Touchpoint},
    storage::{self, partner_records},
};

/// What a partner gives to an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenResource {
    /// The activity.
    pub activity: ActivityId,
    /// `money`, `staff`, `space`, `goods`, `data` or `other`.
    pub kind: String,
    /// What it is.
    pub description: String,
    /// Money in the smallest unit of its currency.
    pub amount: Option<i64>,
    /// Whether it is sure.
    pub is_secured: bool,
}

/// A seat of a partner in a group.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatFacts {
    /// The seat.
    pub seat: Entry<Membership>,
    /// The group.
    pub group: Named<WorkingGroupId>,
    /// Who holds it, where that is known.
    pub person: Option<Named<PersonId>>,
}

/// A meeting a partner was expected at or came to.
#[derive(Debug, Clone, PartialEq)]
pub struct AttendedMeeting {
    /// The meeting.
    pub meeting: Entry<Meeting>,
    /// The best presence of anyone of the partner.
    pub presence: Presence,
    /// Who was there.
    pub people: Vec<String>,
}

/// A measure a partner has to do with.
#[derive(Debug, Clone, PartialEq)]
pub struct SuppliedMeasure {
    /// The measure.
    pub measure: Named<MeasureId>,
    /// Its code.
    pub code: String,
    /// Whether it is a measure of the partner's own program.
    pub is_own: bool,
    /// Readings the partner provided.
    pub readings: u32,
    /// Indicators it contributes to.
    pub contributes_to: Vec<Named<MeasureId>>,
}

/// Everything about one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerPageFacts {
    /// The partner.
    pub partner: Entry<Partner>,
    /// Its tags.
    pub tags: Vec<TagId>,
    /// Its people by name.
    pub people: Vec<Entry<Person>>,
    /// Its statuses, the latest first.
    pub statuses: Vec<Entry<StatusEntry>>,
    /// What it signed up to, what ends first at the top.
    pub commitments: Vec<Entry<Commitment>>,
    /// Its seats in groups.
    pub seats: Vec<SeatFacts>,
    /// Activities it leads, then those it takes part in.
    pub activities: Vec<PartnerActivity>,
    /// Measures of its own, and those it provided figures of.
    pub measures: Vec<SuppliedMeasure>,
    /// What it was asked for, what needs attention first.
    pub requests: Vec<RequestFacts>,
    /// Meetings, the latest first.
    pub meetings: Vec<AttendedMeeting>,
    /// Touchpoints, the latest first.
    pub touchpoints: Vec<Entry<Touchpoint>>,
    /// Its signatures, the latest version first.
    pub signatures: Vec<Signature>,
    /// How it stands to the agenda.
    pub endorsed: Endorsed,
    /// What it gives to activities.
    pub resources: Vec<GivenResource>,
    /// Partners it shares activities with, those with most first, each with how many.
    pub works_with: Vec<(Named<PartnerId>, u32)>,
}

impl Workbook {
    /// Everything about one partner.
    ///
    /// # Errors
    /// A partner that is gone.
    pub fn partner_page(&self, id: PartnerId, today: NaiveDate) -> Result<PartnerPageFacts> {
        let db = self.db();
        let partner = Entry {
            id,
            record: self.get::<Partner>(id)?,
        };
        let people = storage::list_of::<Person>(db, "partner_id", &id)?;
        let activities = self.activity_facts()?;
        let signatures = partner_records::signatures(db)?
            .remove(&id)
            .unwrap_or_default();
        let adopted = partner_records::adopted_version(db)?;
        let mut requests = self.request_facts(today)?;
        requests.retain(|facts| facts.request.record.partner_id == id);
        Ok(PartnerPageFacts {
            tags: self.tags_by_partner()?.remove(&id).unwrap_or_default(),
            statuses: storage::list_of(db, "partner_id", &id)?,
            commitments: storage::list_of(db, "partner_id", &id)?,
            seats: self.seats_of(id, &people)?,
            works_with: works_with(id, &activities),
            activities: activity_facts::of_partner(id, &activities),
            measures: self.measures_of_partner(id)?,
            requests,
            meetings: self.meetings_of(id, &people)?,
            touchpoints: storage::list_of(db, "partner_id", &id)?,
            endorsed: directory::endorsed(adopted, &signatures),
            signatures,
            resources: partner_records::resources_of(db, id)?,
            people,
            partner,
        })
    }

    fn seats_of(&self, id: PartnerId, people: &[Entry<Person>]) -> Result<Vec<SeatFacts>> {
        let groups = self.list::<WorkingGroup>()?;
        let seats = storage::list_of::<Membership>(self.db(), "partner_id", &id)?;
        let mut facts: Vec<SeatFacts> = Vec::new();
        for group in &groups {
            for seat in &seats {
                if seat.record.working_group_id != group.id {
                    continue;
                }
                let person = people
                    .iter()
                    .find(|person| Some(person.id) == seat.record.person_id);
                facts.push(SeatFacts {
                    seat: seat.clone(),
                    group: Named {
                        id: group.id,
                        name: group.record.name.clone(),
                    },
                    person: person.map(|person| Named {
                        id: person.id,
                        name: person.record.name.clone(),
                    }),
                });
            }
        }
        facts.sort_by_key(|facts| facts.seat.record.role != SeatRole::Chair);
        Ok(facts)
    }

    fn meetings_of(&self, id: PartnerId, people: &[Entry<Person>]) -> Result<Vec<AttendedMeeting>> {
        let mut by_meeting: HashMap<MeetingId, Vec<Attendance>> = HashMap::new();
        for entry in storage::list_of::<Attendance>(self.db(), "partner_id", &id)? {
            let of = by_meeting.entry(entry.record.meeting_id).or_default();
            of.push(entry.record);
        }
        let mut attended = Vec::new();
        for meeting in self.list::<Meeting>()?.into_iter().rev() {
            let Some(entries) = by_meeting.remove(&meeting.id) else {
                continue;
            };
            let name = |attendance: &Attendance| {
                people
                    .iter()
                    .find(|person| Some(person.id) == attendance.person_id)
                    .map(|person| person.record.name.clone())
            };
            attended.push(AttendedMeeting {
                meeting,
                presence: best(&entries),
                people: entries
                    .iter()
                    .filter(|entry| entry.presence == Presence::Present)
                    .filter_map(name)
                    .collect(),
            });
        }
        Ok(attended)
    }

    fn measures_of_partner(&self, id: PartnerId) -> Result<Vec<SuppliedMeasure>> {
        let provided: HashMap<MeasureId, u32> = partner_records::provided_by(self.db(), id)?
            .into_iter()
            .collect();
        let contributions = self.list::<Contribution>()?;
        let measures = self.list::<Measure>()?;
        let supplied = measures.iter().filter_map(|entry| {
            let is_own = entry.record.kind == MeasureKind::Performance
                && entry.record.partner_id == Some(id);
            let readings = provided.get(&entry.id).copied().unwrap_or(0);
            (is_own || readings > 0).then(|| SuppliedMeasure {
                measure: Named {
                    id: entry.id,
                    name: entry.record.name.clone(),
                },
                code: entry.record.code.clone(),
                is_own,
                readings,
                contributes_to: measures
                    .iter()
                    .filter(|other| {
                        contributions.iter().any(|one| {
                            one.record.performance_id == entry.id
                                && one.record.indicator_id == other.id
                        })
                    })
                    .map(|other| Named {
                        id: other.id,
                        name: other.record.name.clone(),
                    })
                    .collect(),
            })
        });
        Ok(supplied.collect())
    }
}

fn best(entries: &[Attendance]) -> Presence {
    let has = |presence| entries.iter().any(|entry| entry.presence == presence);
    if has(Presence::Present) {
        Presence::Present
    } else if has(Presence::Excused) {
        Presence::Excused
    } else {
        Presence::Absent
    }
}

fn works_with(id: PartnerId, activities: &[ActivityFacts]) -> Vec<(Named<PartnerId>, u32)> {
    let mut shared: Vec<(Named<PartnerId>, u32)> = Vec::new();
    for facts in activities {
        let everyone: Vec<&Named<PartnerId>> = facts.lead.iter().chain(&facts.partners).collect();
        if !everyone.iter().any(|partner| partner.id == id) {
            continue;
        }
        for partner in everyone.into_iter().filter(|partner| partner.id != id) {
            match shared.iter_mut().find(|(known, _)| known.id == partner.id) {
                Some((_, count)) => *count += 1,
                None => shared.push((partner.clone(), 1)),
            }
        }
    }
    shared.sort_by(|(one, count), (other, more)| more.cmp(count).then(one.name.cmp(&other.name)));
    shared
}

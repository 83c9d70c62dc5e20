//! Working groups with who sits in them, and who was at which meeting.

use chrono::NaiveDate;

use super::Named;
use crate::{
    Entry, MeetingId, PartnerId, PersonId, Result, Workbook, WorkingGroupId,
    communication::{
        Attendance, Meeting, MeetingStatus, Membership, Presence, SeatRole, WorkingGroup,
    },
    partners::{Partner, Person},
    storage,
};

/// A seat with the names behind its ids.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberFacts {
    /// The seat.
    pub seat: Entry<Membership>,
    /// Name of the partner.
    pub partner: String,
    /// Name of the person, where one is known.
    pub person: Option<String>,
    /// Meetings of the group the member was at.
    pub attended: u32,
    /// Meetings of the group for which it was noted whether the member was there.
    pub noted: u32,
}

/// A meeting of a group with how many were there.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingFacts {
    /// The meeting.
    pub meeting: Entry<Meeting>,
    /// Whether it lies ahead.
    pub is_upcoming: bool,
    /// How many were there.
    pub present: u32,
    /// For how many it was noted whether they were there.
    pub noted: u32,
}

/// A working group with who sits in it and its meetings.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFacts {
    /// The group.
    pub group: Entry<WorkingGroup>,
    /// Its seats: chairs first, then by partner.
    pub members: Vec<MemberFacts>,
    /// Its meetings: upcoming, soonest first, then past, latest first.
    pub meetings: Vec<MeetingFacts>,
}

impl GroupFacts {
    /// The day it met last.
    #[must_use]
    pub fn last_met(&self) -> Option<NaiveDate> {
        self.meetings
            .iter()
            .filter(|facts| facts.meeting.record.status == MeetingStatus::Held)
            .map(|facts| facts.meeting.record.date.0)
            .max()
    }

    /// The day it meets next.
    #[must_use]
    pub fn next_met(&self) -> Option<NaiveDate> {
        self.meetings
            .iter()
            .filter(|facts| facts.is_upcoming)
            .map(|facts| facts.meeting.record.date.0)
            .min()
    }
}

/// Someone expected or noted at a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// The partner.
    pub partner: Named<PartnerId>,
    /// Who of it, where that is known.
    pub person: Option<Named<PersonId>>,
    /// How they were there; none where nobody noted it.
    pub presence: Option<Presence>,
}

impl Workbook {
    /// Every working group, in their order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn group_facts(&self, today: NaiveDate) -> Result<Vec<GroupFacts>> {
        let partners = self.list::<Partner>()?;
        let people = self.list::<Person>()?;
        let seats = self.list::<Membership>()?;
        let meetings = self.list::<Meeting>()?;
        let attendances = self.list::<Attendance>()?;
        let facts = |group: Entry<WorkingGroup>| {
            let own: Vec<&Entry<Meeting>> = meetings
                .iter()
                .filter(|meeting| meeting.record.working_group_id == Some(group.id))
                .collect();
            let of_meeting = |id: MeetingId| {
                attendances
                    .iter()
                    .filter(move |entry| entry.record.meeting_id == id)
            };
            let member = |seat: &Entry<Membership>| {
                let noted: Vec<Presence> = own
                    .iter()
                    .filter_map(|meeting| {
                        of_meeting(meeting.id)
                            .find(|entry| {
                                entry.record.partner_id == seat.record.partner_id
                                    && entry.record.person_id == seat.record.person_id
                            })
                            .map(|entry| entry.record.presence)
                    })
                    .collect();
                MemberFacts {
                    partner: partner_name(&partners, seat.record.partner_id),
                    person: seat.record.person_id.map(|id| person_name(&people, id)),
                    attended: counted(noted.iter().filter(|one| **one == Presence::Present)),
                    noted: counted(noted.iter()),
                    seat: seat.clone(),
                }
            };
            let mut members: Vec<MemberFacts> = seats
                .iter()
                .filter(|seat| seat.record.working_group_id == group.id)
                .map(member)
                .collect();
            members.sort_by_key(|member| {
                (
                    member.seat.record.role != SeatRole::Chair,
                    member.partner.to_lowercase(),
                    member.person.clone(),
                )
            });
            let meeting = |meeting: &&Entry<Meeting>| MeetingFacts {
                is_upcoming: meeting.record.status == MeetingStatus::Planned
                    && meeting.record.date.0 >= today,
                present: counted(
                    of_meeting(meeting.id)
                        .filter(|entry| entry.record.presence == Presence::Present),
                ),
                noted: counted(of_meeting(meeting.id)),
                meeting: (*meeting).clone(),
            };
            let (ahead, past): (Vec<MeetingFacts>, Vec<MeetingFacts>) =
                own.iter().map(meeting).partition(|facts| facts.is_upcoming);
            GroupFacts {
                members,
                meetings: ahead.into_iter().chain(past.into_iter().rev()).collect(),
                group,
            }
        };
        Ok(self.list()?.into_iter().map(facts).collect())
    }

    /// Everyone expected at a meeting because they sit in its group, and everyone noted.
    ///
    /// # Errors
    /// A meeting that is gone.
    pub fn attendees(&self, id: MeetingId) -> Result<Vec<Attendee>> {
        let meeting: Meeting = self.get(id)?;
        let partners = self.list::<Partner>()?;
        let people = self.list::<Person>()?;
        let noted = storage::list_of::<Attendance>(self.db(), "meeting_id", &id)?;
        let mut seats: Vec<(PartnerId, Option<PersonId>, Option<Presence>)> = noted
            .iter()
            .map(|entry| {
                let record = &entry.record;
                (record.partner_id, record.person_id, Some(record.presence))
            })
            .collect();
        for seat in self.expected(meeting.working_group_id)? {
            let is_noted = seats
                .iter()
                .any(|(partner, person, _)| (*partner, *person) == seat);
            if !is_noted {
                seats.push((seat.0, seat.1, None));
            }
        }
        let mut attendees: Vec<Attendee> = seats
            .into_iter()
            .map(|(partner, person, presence)| Attendee {
                partner: Named {
                    id: partner,
                    name: partner_name(&partners, partner),
                },
                person: person.map(|id| Named {
                    id,
                    name: person_name(&people, id),
                }),
                presence,
            })
            .collect();
        attendees.sort_by_key(|one| {
            let person = one.person.as_ref().map(|person| person.name.to_lowercase());
            (one.partner.name.to_lowercase(), person)
        });
        Ok(attendees)
    }

    fn expected(
        &self,
        group: Option<WorkingGroupId>,
    ) -> Result<Vec<(PartnerId, Option<PersonId>)>> {
        let Some(group) = group else {
            return Ok(Vec::new());
        };
        let seats = storage::list_of::<Membership>(self.db(), "working_group_id", &group)?;
        Ok(seats
            .into_iter()
            .map(|seat| (seat.record.partner_id, seat.record.person_id))
            .collect())
    }
}

fn partner_name(partners: &[Entry<Partner>], id: PartnerId) -> String {
    let found = partners.iter().find(|partner| partner.id == id);
    found
        .map(|partner| partner.record.name.clone())
        .unwrap_or_default()
}

fn person_name(people: &[Entry<Person>], id: PersonId) -> String {
    let found = people.iter().find(|person| person.id == id);
    found
        .map(|person| person.record.name.clone())
        .unwrap_or_default()
}

fn counted<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

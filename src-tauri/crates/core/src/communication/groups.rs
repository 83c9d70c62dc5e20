//! Working groups: who meets, in which role, how often, and who was there.

use crate::{
    AttendanceId, Context, Done, Id, MeetingId, Op, PartnerId, PersonId, Record, Result, Workbook,
    WorkingGroupId,
    storage::{self, LONGEST_TEXT, choice, record, require_length, require_name},
};

choice! {
    /// How often a group means to meet.
    Cadence {
        /// Every week.
        Weekly = "weekly",
        /// Every second week.
        Biweekly = "biweekly",
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Twice a year.
        TwiceAYear = "twice_a_year",
        /// Once a year.
        Yearly = "yearly",
        /// When there is something to meet about.
        AsNeeded = "as_needed",
    }
}

record! {
    /// Partners and people who meet.
    WorkingGroup, WorkingGroupId, "working_groups", order "position, name COLLATE NOCASE", AddWorkingGroup ChangeWorkingGroup RemoveWorkingGroup {
        /// Its name.
        name: String,
        /// What it is there for.
        purpose: String,
        /// How often it means to meet.
        cadence: Cadence,
        /// Place in the list.
        position: i64,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("purpose", &this.purpose, LONGEST_TEXT)
    };
}

choice! {
    /// What someone is in a group.
    SeatRole {
        /// Leads it.
        Chair = "chair",
        /// A member.
        Member = "member",
        /// Staff of the backbone who look after it.
        Staff = "staff",
    }
}

record! {
    /// A seat in a group: held by a partner, or by one of its people.
    Membership, MembershipId, "memberships", order "role, id", AddMembership ChangeMembership RemoveMembership {
        /// The group.
        working_group_id: WorkingGroupId,
        /// The partner.
        partner_id: PartnerId,
        /// Who of it, where that is known.
        person_id: Option<PersonId>,
        /// In which role.
        role: SeatRole,
    }
    label(this) this.role.word().to_owned();
    validate(_this) Ok(());
}

choice! {
    /// Whether someone was at a meeting.
    Presence {
        /// Was there.
        Present = "present",
        /// Sent regrets.
        Excused = "excused",
        /// Was not there.
        Absent = "absent",
    }
}

record! {
    /// Who of a partner was at a meeting.
    Attendance, AttendanceId, "attendances", order "meeting_id, id", RecordAttendance RecordAttendance RecordAttendance {
        /// The meeting.
        meeting_id: MeetingId,
        /// The partner.
        partner_id: PartnerId,
        /// Who of it; none where only the partner is known, or the person was erased.
        person_id: Option<PersonId>,
        /// Whether they were there.
        presence: Presence,
    }
    label(this) this.presence.word().to_owned();
    validate(_this) Ok(());
}

/// Someone at a meeting, and how they were there; none takes the entry away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The partner.
    pub partner: PartnerId,
    /// Who of it.
    pub person: Option<PersonId>,
    /// How they were there.
    pub presence: Option<Presence>,
}

impl Workbook {
    /// Notes who was at a meeting, as one step. Whoever is not named stays as they were.
    ///
    /// # Errors
    /// A meeting, partner or person that is gone.
    pub fn record_attendance(
        &mut self,
        meeting: MeetingId,
        seats: &[Seat],
        context: &Context,
    ) -> Result<Done<()>> {
        let label = self.get::<super::Meeting>(meeting)?.label();
        self.transact(Op::RecordAttendance, &label, context, |tx| {
            let known = storage::list_of::<Attendance>(tx, "meeting_id", &meeting)?;
            for seat in seats {
                let entry = known.iter().find(|entry| {
                    entry.record.partner_id == seat.partner && entry.record.person_id == seat.person
                });
                match (entry, seat.presence) {
                    (Some(entry), None) => storage::delete::<Attendance>(tx, entry.id)?,
                    (Some(entry), Some(presence)) => {
                        let mut record = entry.record.clone();
                        record.presence = presence;
                        storage::update(tx, entry.id, &record)?;
                    }
                    (None, Some(presence)) => {
                        let record = Attendance {
                            meeting_id: meeting,
                            partner_id: seat.partner,
                            person_id: seat.person,
                            presence,
                        };
                        storage::insert(tx, AttendanceId::new(context.now_ms), &record)?;
                    }
                    (None, None) => {}
                }
            }
            Ok(())
        })
    }
}

//! Working groups and attendance on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Choice,
    partners::{asked, shown},
};

shown! {
    /// A working group as a line of the list.
    GroupLine {
        /// Id of the group.
        id: String,
        /// Its fields.
        form: GroupForm,
        /// Who chairs it, or empty.
        chair: String,
        /// Seats.
        members: u32,
        /// Partners that sit in it.
        partners: u32,
        /// “Oct 15, 2026”, or empty.
        last_met: String,
        /// “Dec 3, 2026”, or empty.
        next_met: String,
    }

    /// Everything about one working group.
    GroupPage {
        /// Id of the group.
        id: String,
        /// Its fields.
        form: GroupForm,
        /// Its seats: chairs first.
        members: Vec<MemberLine>,
        /// Its meetings, upcoming first.
        meetings: Vec<GroupMeeting>,
        /// Partners with their people, to choose a member from.
        partners: Vec<PartnerChoice>,
    }

    /// A seat of a group.
    MemberLine {
        /// Its id.
        id: String,
        /// Its fields.
        form: MemberForm,
        /// Name of the partner.
        partner_name: String,
        /// Name of the person, or empty.
        person_name: String,
        /// “4 of 5”, meetings attended of those whose attendance was noted; or empty.
        attended: String,
    }

    /// A meeting of a group.
    GroupMeeting {
        /// Id of the meeting.
        id: String,
        /// Its title.
        title: String,
        /// “Oct 15, 2026”.
        date_words: String,
        /// `planned`, `held`, `cancelled`.
        status: String,
        /// Whether it lies ahead.
        is_upcoming: bool,
        /// “6 of 8 there”, or empty where nobody noted it.
        attendance_words: String,
    }

    /// A partner with its people.
    PartnerChoice {
        /// Id of the partner.
        id: String,
        /// Its name.
        name: String,
        /// Its people.
        people: Vec<Choice>,
    }

    /// Who was at a meeting.
    AttendanceSheet {
        /// Id of the meeting.
        meeting: String,
        /// Its title.
        title: String,
        /// “Thursday, October 15, 2026”.
        date_words: String,
        /// Everyone expected or noted.
        rows: Vec<AttendanceRow>,
        /// “6 there, 1 sent regrets, 1 absent, 2 not noted”.
        summary: String,
        /// Partners with their people, to add who was not expected.
        partners: Vec<PartnerChoice>,
    }

    /// Someone on an attendance sheet.
    AttendanceRow {
        /// Id of the partner.
        partner: String,
        /// Its name.
        partner_name: String,
        /// Id of the person.
        person: Option<String>,
        /// Their name, or empty.
        person_name: String,
        /// `present`, `excused`, `absent`; none where it was not noted.
        presence: Option<String>,
    }
}

asked! {
    /// A working group as a form.
    GroupForm {
        /// Name.
        name: String,
        /// What it is there for.
        purpose: String,
        /// `weekly`, `biweekly`, `monthly`, `quarterly`, `twice_a_year`, `yearly`, `as_needed`.
        cadence: String,
    }

    /// Changes a working group.
    ChangeGroup {
        /// Which.
        id: String,
        /// Its new fields.
        form: GroupForm,
    }

    /// A seat in a group as a form.
    MemberForm {
        /// Id of the group.
        group: String,
        /// Id of the partner.
        partner: String,
        /// Id of the person.
        person: Option<String>,
        /// `chair`, `member`, `staff`.
        role: String,
    }

    /// Changes a seat in a group.
    ChangeMember {
        /// Which.
        id: String,
        /// Its new fields.
        form: MemberForm,
    }

    /// Notes who was at a meeting.
    RecordAttendance {
        /// The meeting.
        meeting: String,
        /// Who, and how they were there.
        rows: Vec<AttendanceMark>,
    }

    /// Someone at a meeting.
    AttendanceMark {
        /// Id of the partner.
        partner: String,
        /// Id of the person.
        person: Option<String>,
        /// `present`, `excused`, `absent`; none takes the note away.
        presence: Option<String>,
    }
}

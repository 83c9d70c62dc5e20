//! Continuous Communication: meetings, decisions and action items; who meets stands in
//! [`groups`].

mod groups;

pub use groups::{Attendance, Cadence, Membership, Presence, Seat, SeatRole, WorkingGroup};

use chrono::Datelike;

use crate::{
    Context, Day, DecisionId, Done, Id, MeetingId, Record, Result, Workbook, WorkingGroupId,
    storage::{self, LONGEST_NAME, LONGEST_TEXT, choice, record, require_length, require_name},
};

choice! {
    /// Who meets.
    MeetingKind {
        /// The board.
        Board = "board",
        /// A working group.
        WorkingGroup = "working_group",
        /// Others.
        Other = "other",
    }
}

choice! {
    /// Where a meeting stands.
    MeetingStatus {
        /// Ahead.
        Planned = "planned",
        /// Took place.
        Held = "held",
        /// Called off.
        Cancelled = "cancelled",
    }
}

record! {
    /// A meeting.
    Meeting, MeetingId, "meetings", order "date, time, title", AddMeeting ChangeMeeting RemoveMeeting {
        /// Its title.
        title: String,
        /// Who meets.
        kind: MeetingKind,
        /// On which day.
        date: Day,
        /// At what time, `HH:MM`.
        time: Option<String>,
        /// Where.
        place: String,
        /// What is on the agenda. Markdown.
        agenda: String,
        /// What was said. Markdown.
        minutes: String,
        /// Where it stands.
        status: MeetingStatus,
        /// The working group that meets.
        working_group_id: Option<WorkingGroupId>,
    }
    label(this) this.title.clone();
    validate(this) {
        require_name("title", &this.title)?;
        require_length("place", &this.place, LONGEST_NAME)?;
        require_length("agenda", &this.agenda, LONGEST_TEXT)?;
        require_length("minutes", &this.minutes, LONGEST_TEXT)?;
        if let Some(time) = &this.time {
            chrono::NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| crate::Error::Invalid {
                field: "time",
                reason: crate::Reason::NotADate,
            })?;
        }
        Ok(())
    };
}

choice! {
    /// Where a decision stands.
    DecisionStatus {
        /// Still to be made.
        Waiting = "waiting",
        /// Made.
        Made = "made",
    }
}

record! {
    /// A decision, waiting or made.
    Decision, DecisionId, "decisions", order "number", AddDecision ChangeDecision RemoveDecision {
        /// The meeting that makes it.
        meeting_id: Option<MeetingId>,
        /// Its number, “2025-14”.
        number: String,
        /// What is or was to be decided.
        text: String,
        /// Where it stands.
        status: DecisionStatus,
        /// When it was made.
        date: Option<Day>,
    }
    label(this) this.number.clone();
    validate(this) {
        require_name("text", &this.text)
    };
}

record! {
    /// Something a person promised to do.
    ActionItem, ActionItemId, "action_items", order "due IS NULL, due, title", AddActionItem ChangeActionItem RemoveActionItem {
        /// The meeting it comes from.
        meeting_id: Option<MeetingId>,
        /// What is to be done.
        title: String,
        /// Who does it.
        owner: String,
        /// By when.
        due: Option<Day>,
        /// When it was done; open before.
        done_on: Option<Day>,
    }
    label(this) this.title.clone();
    validate(this) {
        require_name("title", &this.title)?;
        require_length("owner", &this.owner, LONGEST_NAME)
    };
}

impl ActionItem {
    /// Days past its due date; none while it is not late.
    #[must_use]
    pub fn days_late(&self, today: chrono::NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| self.done_on.is_none())?;
        Some((today - due.0).num_days()).filter(|days| *days > 0)
    }
}

impl Workbook {
    /// Adds a decision under the next number of its year, “2025-14”.
    ///
    /// # Errors
    /// A field that cannot be kept.
    pub fn add_decision(
        &mut self,
        mut decision: Decision,
        context: &Context,
    ) -> Result<Done<DecisionId>> {
        decision.clean();
        decision.validate()?;
        let year = decision.date.map_or(context.today, |day| day.0).year();
        let taken = storage::list::<Decision>(self.db())?
            .iter()
            .filter_map(|entry| entry.record.number.split_once('-'))
            .filter(|(of, _)| of.parse() == Ok(year))
            .filter_map(|(_, number)| number.parse::<u32>().ok())
            .max()
            .unwrap_or(0);
        decision.number = format!("{year}-{:02}", taken + 1);
        let id = DecisionId::new(context.now_ms);
        self.transact(Decision::ADD, &decision.label(), context, |tx| {
            storage::insert(tx, id, &decision)?;
            Ok(id)
        })
    }
}

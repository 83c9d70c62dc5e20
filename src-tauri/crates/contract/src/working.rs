//! Activities at work on the wire: how each stands, the page of one, and what is changed
//! there.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    HistoryEntry, NamedRecord,
    partners::{asked, shown},
};

shown! {
    /// How an activity stands today.
    StandingLine {
        /// Id of the activity.
        activity: String,
        /// `not_awaited`, `lately`, `long_ago`, `not_yet`, `never`.
        heard: String,
        /// “3 days ago”, “No update yet”, or empty where none is awaited.
        heard_words: String,
        /// Whether someone should ask.
        is_stale: bool,
        /// Days since the latest update, where there is one.
        days: Option<u32>,
        /// `on_course`, `at_risk`, `off_course`, or empty where nothing was heard.
        course: String,
        /// Milestones.
        milestones: u32,
        /// Those of them that are reached.
        milestones_done: u32,
        /// “Ten more centers, Jan 15, 2027”, or empty.
        next_words: String,
        /// Open risks.
        open_risks: u32,
        /// The heaviest of them: `low`, `middle`, `high`, or empty.
        worst_risk: String,
        /// What in its plan does not fit, each in a sentence.
        warnings: Vec<String>,
    }

    /// Everything about one activity.
    ActivityPage {
        /// Id of the activity.
        id: String,
        /// ISO date of today.
        today: String,
        /// Its name.
        name: String,
        /// What it does.
        description: String,
        /// `planned`, `active`, `done`, `stopped`.
        status: String,
        /// Its strategy.
        strategy: Option<NamedRecord>,
        /// The partner that leads it.
        lead: Option<NamedRecord>,
        /// Other partners that take part.
        partners: Vec<NamedRecord>,
        /// Measures it is meant to move.
        measures: Vec<NamedRecord>,
        /// “Sep 1, 2025”, or empty.
        starts_words: String,
        /// “Jun 30, 2027”, or empty.
        ends_words: String,
        /// Where it stands, in words.
        progress: String,
        /// How it stands today.
        standing: StandingLine,
        /// Milestones, the earliest first.
        milestones: Vec<MilestoneLine>,
        /// Its log, the latest first.
        updates: Vec<UpdateLine>,
        /// What it needs.
        resources: Vec<NeededLine>,
        /// “$16,000 of $24,000 is secured”, or empty where nothing has an amount.
        worth_words: String,
        /// Risks, open ones first and of those the heaviest.
        risks: Vec<RiskLine>,
        /// What it waits for, then what feeds it.
        before: Vec<LinkLine>,
        /// What waits for it, then what it feeds.
        after: Vec<LinkLine>,
        /// What was changed, the latest first.
        history: Vec<HistoryEntry>,
    }

    /// A milestone.
    MilestoneLine {
        /// Id of the milestone.
        id: String,
        /// Its fields.
        form: MilestoneForm,
        /// “Jan 15, 2027”.
        due_words: String,
        /// “Reached Jan 12, 2027”, “9 days late”, or empty.
        state_words: String,
        /// `done`, `late`, `open`.
        state: String,
    }

    /// An entry of the log.
    UpdateLine {
        /// Id of the entry.
        id: String,
        /// Its fields.
        form: UpdateForm,
        /// “Nov 3, 2026”.
        date_words: String,
    }

    /// What an activity needs.
    NeededLine {
        /// Id of the resource.
        id: String,
        /// Its fields.
        form: ResourceForm,
        /// Name of who gives it, or empty.
        partner_name: String,
        /// “$12,000”, or empty.
        amount_words: String,
    }

    /// A risk.
    RiskLine {
        /// Id of the risk.
        id: String,
        /// Its fields.
        form: RiskForm,
        /// Likelihood times effect, 1 to 25.
        weight: u8,
        /// `low`, `middle`, `high`.
        level: String,
        /// Whether it is still one.
        is_open: bool,
        /// “since Sep 1, 2026” or “closed Nov 3, 2026”.
        since_words: String,
    }

    /// A tie to another activity.
    LinkLine {
        /// Id of the tie.
        id: String,
        /// Its fields, as seen from the activity of the page.
        form: LinkForm,
        /// Name of the other activity.
        other_name: String,
        /// `planned`, `active`, `done`, `stopped` of the other activity.
        other_status: String,
        /// “ends Dec 31, 2026”, “begins Jan 4, 2027”, or empty.
        other_words: String,
        /// “Begins before that ends”, or empty.
        warning: String,
    }
}

asked! {
    /// Says where an activity stands.
    SetActivityStatus {
        /// Which.
        id: String,
        /// `planned`, `active`, `done`, `stopped`.
        status: String,
    }

    /// A milestone as a form; dates are ISO texts.
    MilestoneForm {
        /// Id of the activity.
        activity: String,
        /// What is reached.
        name: String,
        /// By which day.
        due: String,
        /// The day it was reached; empty as long as it is not.
        done_on: String,
    }

    /// Changes a milestone.
    ChangeMilestone {
        /// Which.
        id: String,
        /// Its new fields.
        form: MilestoneForm,
    }

    /// Says that a milestone is reached today, or not reached after all.
    ReachMilestone {
        /// Which.
        id: String,
        /// Whether it is.
        is_done: bool,
    }

    /// An entry of the log as a form.
    UpdateForm {
        /// Id of the activity.
        activity: String,
        /// ISO date.
        date: String,
        /// Who says so.
        author: String,
        /// `on_course`, `at_risk`, `off_course`.
        course: String,
        /// What was heard.
        text: String,
    }

    /// Changes an entry of the log.
    ChangeUpdate {
        /// Which.
        id: String,
        /// Its new fields.
        form: UpdateForm,
    }

    /// What an activity needs, as a form.
    ResourceForm {
        /// Id of the activity.
        activity: String,
        /// Id of who gives it.
        partner: Option<String>,
        /// `money`, `staff`, `space`, `goods`, `data`, `other`.
        kind: String,
        /// What it is.
        description: String,
        /// Its worth as typed, or empty.
        amount: String,
        /// Whether it is sure to come.
        is_secured: bool,
    }

    /// Changes what an activity needs.
    ChangeResource {
        /// Which.
        id: String,
        /// Its new fields.
        form: ResourceForm,
    }

    /// A risk as a form.
    RiskForm {
        /// Id of the activity.
        activity: String,
        /// What could go wrong.
        title: String,
        /// 1 to 5.
        likelihood: u8,
        /// 1 to 5.
        effect: u8,
        /// Who watches it.
        owner: String,
        /// What is done about it.
        response: String,
        /// ISO date since which it is seen.
        raised_on: String,
        /// ISO date since which it is none; empty as long as it is one.
        closed_on: String,
    }

    /// Changes a risk.
    ChangeRisk {
        /// Which.
        id: String,
        /// Its new fields.
        form: RiskForm,
    }

    /// Says that a risk is over today, or not over after all.
    CloseRisk {
        /// Which.
        id: String,
        /// Whether it is.
        is_closed: bool,
    }

    /// A tie to another activity as a form, seen from one of the two.
    LinkForm {
        /// Id of the activity it is seen from.
        activity: String,
        /// `waits_for`, `fed_by`, `comes_before`, `feeds`.
        role: String,
        /// Id of the other activity.
        other: String,
        /// What passes from one to the other, or why it waits.
        note: String,
    }

    /// Changes a tie.
    ChangeLink {
        /// Which.
        id: String,
        /// Its new fields.
        form: LinkForm,
    }
}

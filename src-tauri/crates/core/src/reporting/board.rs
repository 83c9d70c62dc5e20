//! All facts of a board report, as of a day.

use chrono::NaiveDate;

use super::{
    ActivityFacts, AudienceRule, MeasureFacts, PartnerFacts, ResultGroup, Shield, Signal,
    activity_facts::under_partners,
    measure_facts::{Dimensions, by_result},
    signals::{Evident, is_ahead, is_open, signals},
};
use crate::{
    Day, Entry, MeetingId, Result, Workbook,
    agenda::Agenda,
    communication::{ActionItem, Decision, DecisionStatus, Meeting, MeetingKind},
    initiative::Initiative,
    measurement::Measure,
};

/// All facts of a board report.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardFacts {
    /// The day the report speaks of.
    pub as_of: NaiveDate,
    /// Whom it is for, and how small numbers are protected for them.
    pub rule: AudienceRule,
    /// The initiative.
    pub initiative: Initiative,
    /// The texts of its agenda.
    pub agenda: Agenda,
    /// Headline measures under their results, each with all a page about it says.
    pub results: Vec<ResultGroup<MeasureFacts>>,
    /// All measures, headline or not.
    pub measure_count: u32,
    /// The checks of the five conditions, in the order of [`super::Check::ALL`].
    pub signals: Vec<Signal>,
    /// All activities, by name.
    pub activities: Vec<ActivityFacts>,
    /// Partners with what they do, by name.
    pub partners: Vec<PartnerFacts>,
    /// Decisions: waiting ones first, then those made, latest first.
    pub decisions: Vec<DecisionFacts>,
    /// Action items open on the day: the most overdue first, then by due day, then without.
    pub action_items: Vec<ActionFacts>,
    /// The next board meeting.
    pub next_board: Option<Entry<Meeting>>,
    /// The next meeting of any kind.
    pub next_meeting: Option<Entry<Meeting>>,
}

/// A decision with its meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionFacts {
    /// The decision.
    pub decision: Entry<Decision>,
    /// The meeting that made it or is to make it.
    pub meeting: Option<Entry<Meeting>>,
}

/// An open action item with its meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionFacts {
    /// The action item.
    pub item: Entry<ActionItem>,
    /// The meeting it was promised in.
    pub meeting: Option<Entry<Meeting>>,
    /// Days past its due day; none while it is in time.
    pub days_late: Option<i64>,
}

impl Workbook {
    /// All facts of a board report as of a day: readings of periods that begin later,
    /// decisions made later and action items done later are left out or still open.
    ///
    /// # Errors
    /// Reading the file.
    pub fn board_facts(&self, as_of: NaiveDate) -> Result<BoardFacts> {
        self.board_facts_for(as_of, &Shield::none())
    }

    /// The same as an audience may see it.
    ///
    /// # Errors
    /// Reading the file.
    pub fn board_facts_for(&self, as_of: NaiveDate, shield: &Shield) -> Result<BoardFacts> {
        let dimensions = Dimensions::of(self, shield)?;
        let agenda = self.agenda_as_of(Day(as_of))?;
        let activities = self.activity_facts()?;
        let headlines = self
            .headlines()?
            .into_iter()
            .map(|measure| self.facts(measure, &dimensions, &activities, as_of))
            .collect::<Result<Vec<_>>>()?;
        let summaries: Vec<_> = headlines
            .iter()
            .map(|facts| facts.summary.clone())
            .collect();
        let measures: Vec<Entry<Measure>> = self.list()?;
        let results: Vec<_> = self.list()?;
        let meetings: Vec<Entry<Meeting>> = self.list()?;
        let decisions: Vec<Entry<Decision>> = self.list()?;
        let action_items: Vec<Entry<ActionItem>> = self.list()?;
        let signals = signals(&Evident {
            initiative: &dimensions.initiative,
            agenda: &agenda,
            results: &results,
            strategies: &self.list()?,
            measures: &measures,
            headlines: &summaries,
            activities: &activities,
            meetings: &meetings,
            decisions: &decisions,
            action_items: &action_items,
            today: as_of,
        });
        // Meetings come in the order of their days.
        let mut ahead = meetings
            .iter()
            .filter(|meeting| is_ahead(&meeting.record, as_of));
        let next_board = ahead
            .clone()
            .find(|meeting| meeting.record.kind == MeetingKind::Board)
            .cloned();
        let next_meeting = ahead.next().cloned();
        Ok(BoardFacts {
            as_of,
            rule: shield.rule.clone(),
            initiative: dimensions.initiative,
            agenda,
            results: by_result(results, headlines, |facts| {
                facts.summary.measure.record.result_id
            }),
            measure_count: u32::try_from(measures.len()).unwrap_or(u32::MAX),
            signals,
            partners: under_partners(self.list()?, &activities),
            activities,
            decisions: decided(decisions, &meetings, as_of),
            action_items: open(action_items, &meetings, as_of),
            next_board,
            next_meeting,
        })
    }
}

fn decided(
    mut decisions: Vec<Entry<Decision>>,
    meetings: &[Entry<Meeting>],
    as_of: NaiveDate,
) -> Vec<DecisionFacts> {
    decisions.retain(|decision| {
        let record = &decision.record;
        record.status == DecisionStatus::Waiting || record.date.is_none_or(|day| day.0 <= as_of)
    });
    // They come in the order of their numbers; the latest is to stand first.
    decisions.reverse();
    decisions.sort_by_key(|decision| decision.record.status == DecisionStatus::Made);
    let one = |decision: Entry<Decision>| DecisionFacts {
        meeting: meeting_of(meetings, decision.record.meeting_id),
        decision,
    };
    decisions.into_iter().map(one).collect()
}

fn open(
    mut action_items: Vec<Entry<ActionItem>>,
    meetings: &[Entry<Meeting>],
    as_of: NaiveDate,
) -> Vec<ActionFacts> {
    action_items.retain(|item| is_open(&item.record, as_of));
    let one = |item: Entry<ActionItem>| ActionFacts {
        meeting: meeting_of(meetings, item.record.meeting_id),
        days_late: days_late(&item.record, as_of),
        item,
    };
    action_items.into_iter().map(one).collect()
}

/// Days late on a day, whatever was done after it.
fn days_late(item: &ActionItem, as_of: NaiveDate) -> Option<i64> {
    let due = item.due?.0;
    Some((as_of - due).num_days()).filter(|days| *days > 0)
}

fn meeting_of(meetings: &[Entry<Meeting>], id: Option<MeetingId>) -> Option<Entry<Meeting>> {
    meetings
        .iter()
        .find(|meeting| Some(meeting.id) == id)
        .cloned()
}

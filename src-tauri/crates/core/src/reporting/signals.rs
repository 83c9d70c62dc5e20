//! Signals: plain checks of the five conditions with their evidence. They are never added
//! up; each says what it counted, so that whoever reads it can look for themselves.

use chrono::NaiveDate;

use super::{ActivityFacts, MeasureSummary};
use crate::{
    Day, Entry, Result, ResultId, StrategyId, Workbook,
    activities::ActivityStatus,
    agenda::{Agenda, Strategy, WantedResult},
    communication::{ActionItem, Decision, DecisionStatus, Meeting, MeetingKind, MeetingStatus},
    initiative::Initiative,
    measurement::{Measure, MeasureKind, MeasureStatus},
};

/// A working rhythm of meetings leaves no gap longer than this.
pub const LONGEST_SILENCE_DAYS: i64 = 60;

/// The five conditions of Collective Impact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Common Agenda.
    Agenda,
    /// Shared Measurement.
    Measurement,
    /// Mutually Reinforcing Activities.
    Activities,
    /// Continuous Communication.
    Communication,
    /// Backbone Support.
    Backbone,
}

impl Condition {
    /// All of them, in their order.
    pub const ALL: &'static [Self] = &[
        Self::Agenda,
        Self::Measurement,
        Self::Activities,
        Self::Communication,
        Self::Backbone,
    ];

    /// Stable identifier.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Measurement => "measurement",
            Self::Activities => "activities",
            Self::Communication => "communication",
            Self::Backbone => "backbone",
        }
    }
}

/// The part of the window where something can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Common Agenda, with the initiative itself.
    Agenda,
    /// Measures and readings.
    Measurement,
    /// Activities.
    Activities,
    /// Meetings, decisions and action items.
    Communication,
}

impl Section {
    /// Stable identifier.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Measurement => "measurement",
            Self::Activities => "activities",
            Self::Communication => "communication",
        }
    }
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident $code:literal $condition:ident $section:ident;)*) => {
        /// What is checked. Its words are chosen by its code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Check {
            $($(#[$doc])* $name,)*
        }

        impl Check {
            /// All of them, condition by condition.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Stable identifier.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {$(Self::$name => $code,)*}
            }

            /// The condition it speaks of.
            #[must_use]
            pub fn condition(self) -> Condition {
                match self {$(Self::$name => Condition::$condition,)*}
            }

            /// Where it can be mended.
            #[must_use]
            pub fn section(self) -> Section {
                match self {$(Self::$name => Section::$section,)*}
            }
        }
    };
}

checks! {
    /// The agenda is adopted. Evidence: the day.
    AgendaAdopted "agenda_adopted" Agenda Agenda;
    /// Vision, problem and population are written. Evidence: how many of the three.
    AgendaWritten "agenda_written" Agenda Agenda;
    /// Every result has an indicator. Evidence: results with one, of all; names without.
    ResultsHaveIndicators "results_have_indicators" Agenda Measurement;
    /// Headline measures have a reading in the last two expected periods. Evidence: how
    /// many, of all; names of the others.
    HeadlinesCurrent "headlines_current" Measurement Measurement;
    /// Headline measures have a baseline and a dated target. Evidence: how many, of all;
    /// names of the others.
    HeadlinesHaveTargets "headlines_have_targets" Measurement Measurement;
    /// Headline measures name the source of their figures. Evidence: how many, of all;
    /// names of the others.
    HeadlinesHaveSources "headlines_have_sources" Measurement Measurement;
    /// Every strategy has an activity that is planned or under way. Evidence: how many, of
    /// all; names of the others.
    StrategiesHaveActivities "strategies_have_activities" Activities Activities;
    /// Every activity planned or under way has a lead. Evidence: how many, of all; names
    /// of the others.
    ActivitiesHaveLeads "activities_have_leads" Activities Activities;
    /// Every activity planned or under way is meant to move a measure. Evidence: how many,
    /// of all; names of the others.
    ActivitiesFeedMeasures "activities_feed_measures" Activities Activities;
    /// A meeting was held in the past 60 days. Evidence: how many; the day of the last.
    MetLately "met_lately" Communication Communication;
    /// No open action item is overdue. Evidence: open ones in time, of all open; titles of
    /// the overdue; the oldest due day.
    ActionsOnTime "actions_on_time" Communication Communication;
    /// Every waiting decision has a meeting ahead. Evidence: how many, of all waiting;
    /// texts of the others.
    DecisionsScheduled "decisions_scheduled" Communication Communication;
    /// The backbone organization is named. Evidence: its name.
    BackboneNamed "backbone_named" Backbone Agenda;
    /// A board meeting is planned. Evidence: its day.
    BoardPlanned "board_planned" Backbone Communication;
    /// Every headline measure has a steward. Evidence: how many, of all; names of the
    /// others.
    HeadlinesHaveStewards "headlines_have_stewards" Backbone Measurement;
}

/// One check and what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// What was checked.
    pub check: Check,
    /// Whether all is well.
    pub is_met: bool,
    /// What it rests on.
    pub evidence: Evidence,
}

/// What a check rests on; what each part means is said at the [`Check`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// How many are as they should be.
    pub met: u32,
    /// Of how many.
    pub of: u32,
    /// Names: of those that are not as they should be, or of the one thing looked for.
    pub names: Vec<String>,
    /// The day in question.
    pub date: Option<NaiveDate>,
}

/// Everything the checks look at, as of one day.
pub(super) struct Evident<'a> {
    pub initiative: &'a Initiative,
    pub agenda: &'a Agenda,
    pub results: &'a [Entry<WantedResult>],
    pub strategies: &'a [Entry<Strategy>],
    pub measures: &'a [Entry<Measure>],
    pub headlines: &'a [MeasureSummary],
    pub activities: &'a [ActivityFacts],
    pub meetings: &'a [Entry<Meeting>],
    pub decisions: &'a [Entry<Decision>],
    pub action_items: &'a [Entry<ActionItem>],
    pub today: NaiveDate,
}

impl Workbook {
    /// The checks of all five conditions as of `today`, in the order of [`Check::ALL`].
    ///
    /// # Errors
    /// Reading the file.
    pub fn signals(&self, today: NaiveDate) -> Result<Vec<Signal>> {
        Ok(signals(&Evident {
            initiative: &self.initiative()?,
            agenda: &self.agenda_as_of(Day(today))?,
            results: &self.list()?,
            strategies: &self.list()?,
            measures: &self.list()?,
            headlines: &self.headline_summaries(today)?,
            activities: &self.activity_facts()?,
            meetings: &self.list()?,
            decisions: &self.list()?,
            action_items: &self.list()?,
            today,
        }))
    }
}

pub(super) fn signals(evident: &Evident<'_>) -> Vec<Signal> {
    let signal = |&check: &Check| {
        let (is_met, evidence) = answer(check, evident);
        Signal {
            check,
            is_met,
            evidence,
        }
    };
    Check::ALL.iter().map(signal).collect()
}

fn answer(check: Check, evident: &Evident<'_>) -> (bool, Evidence) {
    match check {
        Check::AgendaAdopted => {
            let date = evident
                .agenda
                .adopted_on
                .map(|day| day.0)
                .filter(|day| *day <= evident.today);
            (
                date.is_some(),
                Evidence {
                    date,
                    ..Evidence::default()
                },
            )
        }
        Check::AgendaWritten => {
            let agenda = evident.agenda;
            let texts = [
                ("vision", &agenda.vision),
                ("problem", &agenda.problem),
                ("population", &agenda.population),
            ];
            each(
                texts,
                |(_, text)| !text.is_empty(),
                |(name, _)| (*name).to_owned(),
            )
        }
        Check::ResultsHaveIndicators => {
            let has = |id: ResultId| {
                evident.measures.iter().any(|measure| {
                    let measure = &measure.record;
                    measure.kind == MeasureKind::Indicator
                        && measure.status != MeasureStatus::Retired
                        && measure.result_id == Some(id)
                })
            };
            some_and_each(
                evident.results,
                |result| has(result.id),
                |result| result.record.name.clone(),
            )
        }
        Check::HeadlinesCurrent => headlines(evident, MeasureSummary::is_current),
        Check::HeadlinesHaveTargets => headlines(evident, |summary| {
            summary.baseline.is_some() && !summary.targets.is_empty()
        }),
        Check::HeadlinesHaveSources => {
            headlines(evident, |summary| !summary.measure.record.source.is_empty())
        }
        Check::StrategiesHaveActivities => {
            let has = |id: StrategyId| {
                running(evident).any(|facts| facts.activity.record.strategy_id == Some(id))
            };
            some_and_each(
                evident.strategies,
                |strategy| has(strategy.id),
                |strategy| strategy.record.name.clone(),
            )
        }
        Check::ActivitiesHaveLeads => some_and_each(
            running(evident),
            |facts| facts.activity.record.lead_id.is_some(),
            activity_name,
        ),
        Check::ActivitiesFeedMeasures => some_and_each(
            running(evident),
            |facts| !facts.measures.is_empty(),
            activity_name,
        ),
        Check::MetLately => {
            let held = evident.meetings.iter().filter(|meeting| {
                meeting.record.status == MeetingStatus::Held
                    && meeting.record.date.0 <= evident.today
            });
            let date = held.clone().map(|meeting| meeting.record.date.0).max();
            let lately = held.filter(|meeting| {
                (evident.today - meeting.record.date.0).num_days() <= LONGEST_SILENCE_DAYS
            });
            let met = count(lately);
            (
                met > 0,
                Evidence {
                    met,
                    of: met,
                    date,
                    ..Evidence::default()
                },
            )
        }
        Check::ActionsOnTime => {
            let is_late =
                |item: &&Entry<ActionItem>| item.record.days_late(evident.today).is_some();
            let open = evident
                .action_items
                .iter()
                .filter(|item| is_open(&item.record, evident.today));
            let date = open
                .clone()
                .filter(is_late)
                .filter_map(|item| item.record.due.map(|day| day.0))
                .min();
            let (is_met, evidence) = each(
                open,
                |item| !is_late(item),
                |item| item.record.title.clone(),
            );
            (is_met, Evidence { date, ..evidence })
        }
        Check::DecisionsScheduled => {
            let waiting = evident
                .decisions
                .iter()
                .filter(|decision| decision.record.status == DecisionStatus::Waiting);
            let is_ahead = |decision: &&Entry<Decision>| {
                ahead(evident).any(|meeting| decision.record.meeting_id == Some(meeting.id))
            };
            each(waiting, is_ahead, |decision| decision.record.text.clone())
        }
        Check::BackboneNamed => {
            let name = &evident.initiative.backbone_organization;
            let names = if name.is_empty() {
                Vec::new()
            } else {
                vec![name.clone()]
            };
            (
                !name.is_empty(),
                Evidence {
                    names,
                    ..Evidence::default()
                },
            )
        }
        Check::BoardPlanned => {
            let date = ahead(evident)
                .filter(|meeting| meeting.record.kind == MeetingKind::Board)
                .map(|meeting| meeting.record.date.0)
                .min();
            (
                date.is_some(),
                Evidence {
                    date,
                    ..Evidence::default()
                },
            )
        }
        Check::HeadlinesHaveStewards => headlines(evident, |summary| {
            !summary.measure.record.steward.is_empty()
        }),
    }
}

fn headlines(evident: &Evident<'_>, is_well: impl Fn(&MeasureSummary) -> bool) -> (bool, Evidence) {
    some_and_each(
        evident.headlines,
        |summary| is_well(summary),
        |summary| summary.measure.record.name.clone(),
    )
}

/// Activities that are planned or under way.
fn running<'a>(evident: &Evident<'a>) -> impl Iterator<Item = &'a ActivityFacts> + use<'a> {
    evident.activities.iter().filter(|facts| {
        matches!(
            facts.activity.record.status,
            ActivityStatus::Planned | ActivityStatus::Active
        )
    })
}

/// Meetings today or later that are not cancelled.
fn ahead<'a>(evident: &Evident<'a>) -> impl Iterator<Item = &'a Entry<Meeting>> + use<'a> {
    let today = evident.today;
    evident
        .meetings
        .iter()
        .filter(move |meeting| is_ahead(&meeting.record, today))
}

pub(super) fn is_ahead(meeting: &Meeting, today: NaiveDate) -> bool {
    meeting.status == MeetingStatus::Planned && meeting.date.0 >= today
}

/// Whether an action item was still open on a day.
pub(super) fn is_open(item: &ActionItem, today: NaiveDate) -> bool {
    item.done_on.is_none_or(|day| day.0 > today)
}

fn activity_name(facts: &&ActivityFacts) -> String {
    facts.activity.record.name.clone()
}

/// Met when all are well; nothing to look at is well too.
fn each<T>(
    all: impl IntoIterator<Item = T>,
    is_well: impl Fn(&T) -> bool,
    name: impl Fn(&T) -> String,
) -> (bool, Evidence) {
    let mut evidence = Evidence::default();
    for one in all {
        evidence.of += 1;
        if is_well(&one) {
            evidence.met += 1;
        } else {
            evidence.names.push(name(&one));
        }
    }
    (evidence.met == evidence.of, evidence)
}

/// Met when there are some and all are well.
fn some_and_each<T>(
    all: impl IntoIterator<Item = T>,
    is_well: impl Fn(&T) -> bool,
    name: impl Fn(&T) -> String,
) -> (bool, Evidence) {
    let (is_met, evidence) = each(all, is_well, name);
    (is_met && evidence.of > 0, evidence)
}

fn count(all: impl Iterator) -> u32 {
    u32::try_from(all.count()).unwrap_or(u32::MAX)
}

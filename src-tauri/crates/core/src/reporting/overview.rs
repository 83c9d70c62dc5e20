//! The Overview: where the initiative stands today, in few queries however many readings
//! there are.

use chrono::NaiveDate;

use super::{
    LateRequest, MeasureSummary, ResultGroup, Signal,
    measure_facts::by_result,
    requests,
    signals::{Evident, is_ahead, is_open, signals},
};
use crate::{
    Day, Entry, HistoryEntry, MeasureId, Result, Workbook,
    agenda::WantedResult,
    communication::{ActionItem, Meeting},
    measurement::{Measure, Period},
};

/// As many meetings ahead as the Overview shows.
const MEETINGS_SHOWN: usize = 3;
/// As many steps of the change log as the Overview shows.
const STEPS_SHOWN: u32 = 8;

/// The Overview.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Headline measures under their results.
    pub results: Vec<ResultGroup<MeasureSummary>>,
    /// All measures, headline or not.
    pub measure_count: u32,
    /// All results.
    pub result_count: u32,
    /// All partners.
    pub partner_count: u32,
    /// The checks of the five conditions, in the order of [`super::Check::ALL`].
    pub signals: Vec<Signal>,
    /// The next meetings, soonest first.
    pub meetings: Vec<Entry<Meeting>>,
    /// Overdue action items, the most overdue first.
    pub overdue: Vec<Entry<ActionItem>>,
    /// Open action items in all.
    pub open_actions: u32,
    /// Headline measures without a value in the last two expected periods.
    pub due: Vec<DueMeasure>,
    /// Data requests whose day has passed without an answer, the longest due first.
    pub late_requests: Vec<LateRequest>,
    /// The latest steps of the change log, latest first.
    pub recent: Vec<HistoryEntry>,
}

/// A headline measure whose figure is due.
#[derive(Debug, Clone, PartialEq)]
pub struct DueMeasure {
    /// The measure.
    pub measure: MeasureId,
    /// Its name.
    pub name: String,
    /// Who supplies it; its steward where nobody is named.
    pub provider: String,
    /// The period of its last value.
    pub last: Option<Period>,
}

impl Workbook {
    /// The Overview as of `today`.
    ///
    /// # Errors
    /// Reading the file.
    pub fn overview(&self, today: NaiveDate) -> Result<Overview> {
        let measures: Vec<Entry<Measure>> = self.list()?;
        let headlines = self.headline_summaries(today)?;
        let results: Vec<Entry<WantedResult>> = self.list()?;
        let mut meetings: Vec<Entry<Meeting>> = self.list()?;
        let mut action_items: Vec<Entry<ActionItem>> = self.list()?;
        let signals = signals(&Evident {
            initiative: &self.initiative()?,
            agenda: &self.agenda_as_of(Day(today))?,
            results: &results,
            strategies: &self.list()?,
            measures: &measures,
            headlines: &headlines,
            activities: &self.activity_facts()?,
            meetings: &meetings,
            decisions: &self.list()?,
            action_items: &action_items,
            today,
        });
        meetings.retain(|meeting| is_ahead(&meeting.record, today));
        meetings.truncate(MEETINGS_SHOWN);
        action_items.retain(|item| is_open(&item.record, today));
        let open_actions = count(&action_items);
        let partners: Vec<Entry<crate::partners::Partner>> = self.list()?;
        action_items.retain(|item| item.record.days_late(today).is_some());
        Ok(Overview {
            measure_count: count(&measures),
            result_count: count(&results),
            partner_count: count(&partners),
            signals,
            meetings,
            overdue: action_items,
            open_actions,
            due: headlines
                .iter()
                .filter(|summary| !summary.is_current())
                .map(due)
                .collect(),
            late_requests: requests::late(self.list()?, &partners, today),
            results: by_result(results, headlines, |summary| {
                summary.measure.record.result_id
            }),
            recent: self.history(STEPS_SHOWN)?,
        })
    }
}

fn due(summary: &MeasureSummary) -> DueMeasure {
    let measure = &summary.measure.record;
    let provider = if measure.provider.is_empty() {
        &measure.steward
    } else {
        &measure.provider
    };
    DueMeasure {
        measure: summary.measure.id,
        name: measure.name.clone(),
        provider: provider.clone(),
        last: summary
            .assessment
            .latest
            .as_ref()
            .map(|reading| reading.period),
    }
}

fn count<T>(all: &[T]) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

//! The definition ledger: what changed in what a measure means, and from when. A series
//! break and a re-based baseline say which readings cannot be held against each other.

use super::{Baseline, Measure, Period};
use crate::{
    Context, Day, DefinitionChangeId, Done, Id, MeasureId, Op, Record, Result, Workbook,
    storage::{
        self, Entry, LONGEST_NAME, LONGEST_TEXT, choice, record, require_length, require_name,
    },
};

choice! {
    /// What a change of definition does to the readings.
    DefinitionChangeKind {
        /// The words changed; the figures go on.
        Wording = "wording",
        /// Readings from here on cannot be held against those before.
        SeriesBreak = "series_break",
        /// The baseline was set anew.
        RebasedBaseline = "rebased_baseline",
    }
}

record! {
    /// An entry of the definition ledger.
    DefinitionChange, DefinitionChangeId, "definition_changes", order "changed_on, id",
    AddDefinitionChange ChangeDefinitionChange RemoveDefinitionChange {
        /// Its measure.
        measure_id: MeasureId,
        /// The day it was changed.
        changed_on: Day,
        /// The first period it holds for; none where all readings are meant.
        period: Option<Period>,
        /// What it does to the readings.
        kind: DefinitionChangeKind,
        /// What changed, in a few words.
        title: String,
        /// How it read before.
        before: String,
        /// How it reads since.
        after: String,
    }
    label(this) this.title.clone();
    validate(this) {
        require_name("title", &this.title)?;
        require_length("before", &this.before, LONGEST_TEXT)?;
        require_length("after", &this.after, LONGEST_TEXT)?;
        if this.kind == DefinitionChangeKind::SeriesBreak && this.period.is_none() {
            return Err(crate::Error::Invalid {
                field: "period",
                reason: crate::Reason::Empty,
            });
        }
        require_length("title", &this.title, LONGEST_NAME)
    };
}

/// A break of a series: readings from its period on cannot be held against those before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesBreak {
    /// The first period of the new definition.
    pub period: Period,
    /// What changed.
    pub title: String,
    /// The period of the baseline, where that lies before the break.
    pub baseline_before: Option<Period>,
    /// Whether the baseline can be held against readings after the break: it lies after
    /// it, or was set anew for them.
    pub is_bridged: bool,
}

/// The latest break that the readings up to `latest` have passed.
pub(super) fn latest_break(
    ledger: &[DefinitionChange],
    baseline: Option<&Baseline>,
    latest: Period,
) -> Option<SeriesBreak> {
    let of = |kind| ledger.iter().filter(move |entry| entry.kind == kind);
    let (entry, period) = of(DefinitionChangeKind::SeriesBreak)
        .filter_map(|entry| Some((entry, entry.period?)))
        .filter(|(_, period)| period.start() <= latest.start())
        .max_by_key(|(_, period)| *period)?;
    let is_rebased =
        of(DefinitionChangeKind::RebasedBaseline).any(|rebased| match rebased.period {
            Some(from) => from.start() >= period.start(),
            None => rebased.changed_on >= entry.changed_on,
        });
    let baseline_before = baseline
        .map(|baseline| baseline.period)
        .filter(|baseline| baseline.start() < period.start());
    Some(SeriesBreak {
        period,
        title: entry.title.clone(),
        is_bridged: baseline_before.is_none() || is_rebased,
        baseline_before,
    })
}

impl Workbook {
    /// The definition ledger of a measure, oldest first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn definition_ledger(&self, measure: MeasureId) -> Result<Vec<Entry<DefinitionChange>>> {
        storage::list_of::<DefinitionChange>(self.db(), "measure_id", &measure)
    }

    /// Changes a measure. Where its definition changes, the ledger keeps how it read.
    ///
    /// # Errors
    /// A field that cannot be kept; a measure that is gone.
    pub fn change_measure(
        &mut self,
        id: MeasureId,
        mut measure: Measure,
        context: &Context,
    ) -> Result<Done<()>> {
        measure.clean();
        measure.validate()?;
        let before: Measure = self.get(id)?;
        let changed = wording(&before, &measure);
        self.transact(Op::ChangeMeasure, &measure.label(), context, |tx| {
            storage::update(tx, id, &measure)?;
            if let Some((title, before, after)) = changed {
                let entry = DefinitionChange {
                    measure_id: id,
                    changed_on: Day(context.today),
                    period: None,
                    kind: DefinitionChangeKind::Wording,
                    title,
                    before,
                    after,
                };
                storage::insert(tx, DefinitionChangeId::new(context.now_ms), &entry)?;
            }
            Ok(())
        })
    }
}

/// Which words of the definition differ, and how they read before and after. What was
/// empty is no earlier definition.
fn wording(before: &Measure, after: &Measure) -> Option<(String, String, String)> {
    let fields = [
        ("definition", &before.definition, &after.definition),
        ("numerator", &before.numerator, &after.numerator),
        ("denominator", &before.denominator, &after.denominator),
        ("source", &before.source, &after.source),
    ];
    let changed: Vec<_> = fields
        .into_iter()
        .filter(|(_, before, after)| before != after && !before.is_empty())
        .collect();
    let list = |pick: fn(&(&str, &String, &String)) -> String, between: &str| {
        changed.iter().map(pick).collect::<Vec<_>>().join(between)
    };
    (!changed.is_empty()).then(|| {
        (
            list(|(name, _, _)| (*name).to_owned(), ", "),
            list(|(_, before, _)| (*before).clone(), "\n"),
            list(|(_, _, after)| (*after).clone(), "\n"),
        )
    })
}

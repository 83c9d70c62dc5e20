//! Data quality: how fresh, how complete and how firm the figures of each measure are, and
//! what its definition still lacks. The data development agenda is what follows from it.

use chrono::NaiveDate;

use super::{
    MeasureSummary, Shield,
    sums::{Mismatch, Splits},
};
use crate::{
    Entry, MeasureId, Result, Workbook,
    measurement::{
        Calculation, Freshness, Measure, MeasureStatus, Obstacle, Origin, Period, Reading,
        ReadingState,
    },
};

/// How the figures and the definition of one measure stand.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureQuality {
    /// The measure.
    pub measure: Entry<Measure>,
    /// Whether the figure that should be there is there.
    pub freshness: Freshness,
    /// How many expected periods have a figure.
    pub completeness: Completeness,
    /// Readings with a value.
    pub valued: u32,
    /// Those of them that may still change.
    pub provisional: u32,
    /// The first period whose reading may still change.
    pub provisional_since: Option<Period>,
    /// What its definition lacks, in the order of [`Definition::ALL`].
    pub gaps: Vec<Definition>,
    /// Periods in which parts do not add up.
    pub mismatches: Vec<Mismatch>,
    /// Periods without a calculated value because parts are missing.
    pub parts_missing: Vec<Period>,
    /// Whether its cohort was chosen for an extreme baseline and nothing stands beside it.
    pub lacks_comparison: bool,
}

/// How many expected periods have a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Periods with a value, or with a known reason for none.
    pub have: u32,
    /// Periods from the first reading to the last one that is due.
    pub expected: u32,
    /// Those without.
    pub missing: Vec<Period>,
}

macro_rules! definitions {
    ($($(#[$doc:meta])* $name:ident $code:literal;)*) => {
        /// A part of a definition that may be missing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Definition {
            $($(#[$doc])* $name,)*
        }

        impl Definition {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Stable identifier.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {$(Self::$name => $code,)*}
            }
        }
    };
}

definitions! {
    /// The definition itself.
    Words "definition";
    /// What is counted.
    Numerator "numerator";
    /// Where the figures come from.
    Source "source";
    /// A baseline.
    Baseline "baseline";
    /// A dated target.
    Target "target";
    /// Who looks after it.
    Steward "steward";
    /// The selection rating.
    Rating "rating";
}

/// Something that needs work, most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// A figure is late.
    Late,
    /// Parts do not add up.
    Sums,
    /// Periods have no figure.
    Incomplete,
    /// Parts of a calculation are missing.
    Parts,
    /// A comparison is missing beside an extreme cohort.
    Comparison,
    /// Figures may still change although later ones are there.
    Provisional,
    /// The definition lacks parts.
    Definition,
}

impl Need {
    /// Stable identifier.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Sums => "sums",
            Self::Incomplete => "incomplete",
            Self::Parts => "parts",
            Self::Comparison => "comparison",
            Self::Provisional => "provisional",
            Self::Definition => "definition",
        }
    }
}

impl MeasureQuality {
    /// Expected periods without a figure that lie before the latest one; those after it are
    /// late, and told as such.
    #[must_use]
    pub fn missing_within(&self) -> Vec<Period> {
        let latest = self.freshness.latest;
        let is_within =
            |period: &Period| latest.is_some_and(|latest| period.start() < latest.start());
        let missing = self.completeness.missing.iter().copied();
        missing.filter(is_within).collect()
    }

    /// What needs work, most pressing first.
    #[must_use]
    pub fn needs(&self) -> Vec<Need> {
        let found = [
            (Need::Late, self.freshness.days_late.is_some()),
            (Need::Sums, !self.mismatches.is_empty()),
            (Need::Incomplete, !self.missing_within().is_empty()),
            (Need::Parts, !self.parts_missing.is_empty()),
            (Need::Comparison, self.lacks_comparison),
            (Need::Provisional, self.provisional > 0),
            (Need::Definition, !self.gaps.is_empty()),
        ];
        found
            .into_iter()
            .filter_map(|(need, is_there)| is_there.then_some(need))
            .collect()
    }
}

impl Workbook {
    /// How the figures and definitions of all measures that are not retired stand on a day,
    /// in the order of the list of measures.
    ///
    /// # Errors
    /// Reading the file.
    pub fn data_quality(&self, today: NaiveDate) -> Result<Vec<MeasureQuality>> {
        let splits = Splits::of(self)?;
        self.measure_summaries(today)?
            .into_iter()
            .filter(|summary| summary.measure.record.status != MeasureStatus::Retired)
            .map(|summary| self.quality_of(summary, &splits, today))
            .collect()
    }

    /// The same of one measure; none for a retired one.
    ///
    /// # Errors
    /// Reading the file.
    pub fn quality_of_measure(
        &self,
        id: MeasureId,
        today: NaiveDate,
    ) -> Result<Option<MeasureQuality>> {
        let measure = Entry {
            id,
            record: self.get::<Measure>(id)?,
        };
        if measure.record.status == MeasureStatus::Retired {
            return Ok(None);
        }
        let summary = self.summary_of(measure, today)?;
        self.quality_of(summary, &Splits::of(self)?, today)
            .map(Some)
    }

    fn quality_of(
        &self,
        summary: MeasureSummary,
        splits: &Splits,
        today: NaiveDate,
    ) -> Result<MeasureQuality> {
        let measure = &summary.measure.record;
        let id = summary.measure.id;
        let is_active = measure.status == MeasureStatus::Active;
        let is_provisional = |reading: &&Reading| reading.state == ReadingState::Provisional;
        let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
        let series = self.figures_of(id)?;
        let parts_missing = if measure.calculation == Calculation::Entered {
            Vec::new()
        } else {
            let everyone = self.calculated_series(id)?.into_iter();
            everyone
                .filter(|series| series.key.is_everyone())
                .flat_map(|series| series.periods)
                .filter(|period| matches!(period.obstacle, Some(Obstacle::PartsMissing(_))))
                .filter(|period| !period.is_without_parts)
                .map(|period| period.reading.period)
                .collect()
        };
        let lacks_comparison = measure.is_extreme_cohort
            && self
                .compared_measures(id, today, &Shield::none())?
                .is_empty()
            && !splits.has_benchmark(&series);
        let freshness = summary.assessment.freshness;
        Ok(MeasureQuality {
            completeness: if is_active {
                completeness(&summary, freshness.due)
            } else {
                Completeness::default()
            },
            freshness,
            valued: count(
                summary
                    .readings
                    .iter()
                    .filter(|one| one.value.is_some())
                    .count(),
            ),
            provisional: count(summary.readings.iter().filter(is_provisional).count()),
            provisional_since: summary
                .readings
                .iter()
                .find(is_provisional)
                .map(|reading| reading.period),
            gaps: gaps(&summary),
            mismatches: splits.mismatches(measure, &series),
            parts_missing,
            lacks_comparison,
            measure: summary.measure,
        })
    }
}

fn completeness(summary: &MeasureSummary, due: Option<Period>) -> Completeness {
    let mut found = Completeness::default();
    let (Some(kind), Some(due), Some(first)) = (
        summary.measure.record.frequency.kind(),
        due,
        summary.readings.first(),
    ) else {
        return found;
    };
    let mut period = kind.holding(first.period.start());
    // Five hundred months are more than forty years.
    for _ in 0..500 {
        if period > due {
            break;
        }
        found.expected += 1;
        let is_there = summary
            .readings
            .iter()
            .any(|reading| period.holds(reading.period) && says_something(reading));
        if is_there {
            found.have += 1;
        } else {
            found.missing.push(period);
        }
        period = period.next();
    }
    found
}

/// A figure that is known not to exist, or that its source hides, is no gap; a calculated
/// one that lacks parts is.
fn says_something(reading: &Reading) -> bool {
    reading.state != ReadingState::Missing || reading.origin != Origin::Calculated
}

fn gaps(summary: &MeasureSummary) -> Vec<Definition> {
    let measure = &summary.measure.record;
    let is_missing = |part: &Definition| match part {
        Definition::Words => measure.definition.is_empty(),
        Definition::Numerator => measure.numerator.is_empty(),
        Definition::Source => {
            measure.source.is_empty() && measure.calculation == Calculation::Entered
        }
        Definition::Baseline => summary.baseline.is_none(),
        Definition::Target => summary.targets.is_empty(),
        Definition::Steward => measure.steward.is_empty(),
        Definition::Rating => {
            measure.communication_power.is_none()
                || measure.proxy_power.is_none()
                || measure.data_power.is_none()
        }
    };
    Definition::ALL.iter().copied().filter(is_missing).collect()
}

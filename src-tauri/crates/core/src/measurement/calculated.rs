//! Calculated measures: worked out of their parts whenever they are read, never stored.
//! Values that were entered for such a measure stay in the file and take no part.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::{
    Calculation, Measure, MeasurePart, Origin, PartRole, Period, Reading, ReadingState, SeriesId,
    SeriesKey, SeriesReadings, UnitKind,
};
use crate::{Entry, MeasureId, Result, Workbook};

/// Names the series of calculated readings, which have no row in the file.
const NOT_STORED: SeriesId = SeriesId(0);

/// Why a period has no calculated value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// These parts have no value.
    PartsMissing(Vec<MeasureId>),
    /// The source of a part hides its value.
    PartSuppressed(Vec<MeasureId>),
    /// What divides is 0.
    DividesByZero,
    /// The result has more digits than can be kept.
    TooLarge,
}

/// One period of a calculated series.
#[derive(Debug, Clone, PartialEq)]
pub struct CalculatedPeriod {
    /// The reading as calculated; without a value where something is in the way.
    pub reading: Reading,
    /// What is in the way.
    pub obstacle: Option<Obstacle>,
    /// A value that was entered for this period and is kept aside.
    pub kept_aside: Option<Reading>,
    /// Whether no part has a reading here: then only an entered value names the period.
    pub is_without_parts: bool,
}

/// A calculated series.
#[derive(Debug, Clone, PartialEq)]
pub struct CalculatedSeries {
    /// What it speaks of.
    pub key: SeriesKey,
    /// Its periods in order: every one in which a part has a reading, and those for which
    /// a value was entered.
    pub periods: Vec<CalculatedPeriod>,
}

/// Readings of one series by period.
type ByPeriod = BTreeMap<Period, Reading>;

/// The definitions a calculation rests on, and what each is made of.
pub(crate) struct Calculations {
    measures: HashMap<MeasureId, Measure>,
    parts: HashMap<MeasureId, Vec<MeasurePart>>,
}

impl Calculations {
    pub fn of(book: &Workbook) -> Result<Self> {
        let mut parts: HashMap<MeasureId, Vec<MeasurePart>> = HashMap::new();
        for entry in book.list::<MeasurePart>()? {
            parts
                .entry(entry.record.measure_id)
                .or_default()
                .push(entry.record);
        }
        Ok(Self {
            measures: book
                .list::<Measure>()?
                .into_iter()
                .map(|entry: Entry<Measure>| (entry.id, entry.record))
                .collect(),
            parts,
        })
    }

    pub fn is_calculated(&self, measure: MeasureId) -> bool {
        self.measures
            .get(&measure)
            .is_some_and(|measure| measure.calculation != Calculation::Entered)
    }

    /// Works out one measure for one place, group and provider. `entered` gives the
    /// readings that were entered for a measure there.
    pub fn series(
        &self,
        measure: MeasureId,
        entered: &dyn Fn(MeasureId) -> ByPeriod,
    ) -> Vec<CalculatedPeriod> {
        self.worked_out(measure, entered, &mut Vec::new())
    }

    fn worked_out(
        &self,
        measure: MeasureId,
        entered: &dyn Fn(MeasureId) -> ByPeriod,
        above: &mut Vec<MeasureId>,
    ) -> Vec<CalculatedPeriod> {
        let none = Vec::new();
        let parts = self.parts.get(&measure).unwrap_or(&none);
        let Some(definition) = self.measures.get(&measure) else {
            return Vec::new();
        };
        above.push(measure);
        let of_parts: Vec<(&MeasurePart, ByPeriod)> = parts
            .iter()
            .map(|part| (part, self.readings(part.part_id, entered, above)))
            .collect();
        above.pop();
        let mut aside = entered(measure);
        let mut periods: Vec<Period> = of_parts
            .iter()
            .flat_map(|(_, readings)| readings.keys().copied())
            .chain(aside.keys().copied())
            .collect();
        periods.sort_unstable();
        periods.dedup();
        let is_counted = parts.iter().all(|part| {
            self.measures
                .get(&part.part_id)
                .is_some_and(|part| part.unit == UnitKind::Count)
        });
        periods
            .into_iter()
            .map(|period| {
                let (mut reading, obstacle) = calculate(definition, &of_parts, period);
                if !is_counted {
                    (reading.numerator, reading.denominator) = (None, None);
                }
                CalculatedPeriod {
                    reading,
                    obstacle,
                    kept_aside: aside.remove(&period),
                    is_without_parts: !of_parts
                        .iter()
                        .any(|(_, readings)| readings.contains_key(&period)),
                }
            })
            .collect()
    }

    fn readings(
        &self,
        measure: MeasureId,
        entered: &dyn Fn(MeasureId) -> ByPeriod,
        above: &mut Vec<MeasureId>,
    ) -> ByPeriod {
        if !self.is_calculated(measure) {
            return entered(measure);
        }
        // A file made elsewhere may hold a circle; it has no values rather than no end.
        if above.contains(&measure) {
            return ByPeriod::new();
        }
        self.worked_out(measure, entered, above)
            .into_iter()
            .map(|period| (period.reading.period, period.reading))
            .collect()
    }

    /// Every measure that a calculated one rests on, itself among them.
    fn under(&self, measure: MeasureId) -> Vec<MeasureId> {
        let mut found = vec![measure];
        let mut at = 0;
        while let Some(one) = found.get(at).copied() {
            at += 1;
            for part in self.parts.get(&one).into_iter().flatten() {
                if !found.contains(&part.part_id) {
                    found.push(part.part_id);
                }
            }
        }
        found
    }
}

fn calculate(
    measure: &Measure,
    parts: &[(&MeasurePart, ByPeriod)],
    period: Period,
) -> (Reading, Option<Obstacle>) {
    let at = |readings: &ByPeriod| readings.get(&period).cloned();
    let found: Vec<(&MeasurePart, Option<Reading>)> = parts
        .iter()
        .map(|(part, readings)| (*part, at(readings)))
        .collect();
    let without = |is_suppressed: bool| -> Vec<MeasureId> {
        found
            .iter()
            .filter(|(_, reading)| match reading {
                Some(reading) => {
                    reading.value.is_none()
                        && (reading.state == ReadingState::Suppressed) == is_suppressed
                }
                None => !is_suppressed,
            })
            .map(|(part, _)| part.part_id)
            .collect()
    };
    let (missing, suppressed) = (without(false), without(true));
    let mut reading = Reading {
        series: NOT_STORED,
        period,
        value: None,
        numerator: None,
        denominator: None,
        lower: None,
        upper: None,
        state: ReadingState::Missing,
        comment: String::new(),
        origin: Origin::Calculated,
        import: None,
    };
    if !missing.is_empty() || found.is_empty() {
        return (reading, Some(Obstacle::PartsMissing(missing)));
    }
    if !suppressed.is_empty() {
        reading.state = ReadingState::Suppressed;
        return (reading, Some(Obstacle::PartSuppressed(suppressed)));
    }
    let sum = |role: PartRole| {
        found
            .iter()
            .filter(|(part, _)| part.role == role)
            .filter_map(|(_, reading)| reading.as_ref()?.value)
            .try_fold(Decimal::ZERO, Decimal::checked_add)
    };
    let value = match measure.calculation {
        Calculation::Entered => None,
        Calculation::Sum => sum(PartRole::Plus),
        Calculation::Difference => sum(PartRole::Plus)
            .zip(sum(PartRole::Minus))
            .and_then(|(plus, minus)| plus.checked_sub(minus)),
        Calculation::Ratio | Calculation::Rate => {
            (reading.numerator, reading.denominator) =
                (sum(PartRole::Numerator), sum(PartRole::Denominator));
            if reading.denominator == Some(Decimal::ZERO) {
                (reading.numerator, reading.denominator) = (None, None);
                return (reading, Some(Obstacle::DividesByZero));
            }
            let per = match (measure.calculation, measure.unit) {
                (Calculation::Rate, UnitKind::Rate) => Decimal::from(measure.rate_per.unwrap_or(1)),
                (_, UnitKind::Percent) => Decimal::ONE_HUNDRED,
                _ => Decimal::ONE,
            };
            reading
                .numerator
                .zip(reading.denominator)
                .and_then(|(numerator, denominator)| {
                    // First the product, so that what comes out even is even.
                    numerator.checked_mul(per)?.checked_div(denominator)
                })
                .map(|value| value.normalize())
        }
    };
    let Some(value) = value else {
        (reading.numerator, reading.denominator) = (None, None);
        return (reading, Some(Obstacle::TooLarge));
    };
    reading.value = Some(value);
    let has = |state| {
        found
            .iter()
            .any(|(_, part)| part.as_ref().is_some_and(|part| part.state == state))
    };
    reading.state = if has(ReadingState::Provisional) {
        ReadingState::Provisional
    } else if has(ReadingState::Revised) {
        ReadingState::Revised
    } else {
        ReadingState::Final
    };
    (reading, None)
}

impl Workbook {
    /// Every series of a calculated measure, everyone first, worked out of its parts.
    ///
    /// # Errors
    /// Reading the file.
    pub fn calculated_series(&self, measure: MeasureId) -> Result<Vec<CalculatedSeries>> {
        let calculations = Calculations::of(self)?;
        self.calculated_with(measure, &calculations)
    }

    pub(crate) fn calculated_with(
        &self,
        measure: MeasureId,
        calculations: &Calculations,
    ) -> Result<Vec<CalculatedSeries>> {
        let mut stored: HashMap<SeriesKey, ByPeriod> = HashMap::new();
        let mut keys: Vec<SeriesKey> = Vec::new();
        let mut known: HashSet<SeriesKey> = HashSet::new();
        for one in calculations.under(measure) {
            for series in self.series_of(one)? {
                let key = SeriesKey {
                    measure,
                    ..series.key
                };
                if known.insert(key) {
                    keys.push(key);
                }
                let readings = series.readings.into_iter();
                stored.insert(
                    series.key,
                    readings.map(|reading| (reading.period, reading)).collect(),
                );
            }
        }
        keys.sort_by_key(|key| !key.is_everyone());
        let one = |key: SeriesKey| CalculatedSeries {
            key,
            periods: calculations.series(measure, &|part| {
                let key = SeriesKey {
                    measure: part,
                    ..key
                };
                stored.get(&key).cloned().unwrap_or_default()
            }),
        };
        Ok(keys
            .into_iter()
            .map(one)
            .filter(|series| !series.periods.is_empty())
            .collect())
    }

    /// Every series of a measure with its figures, everyone first: as entered, or as
    /// calculated where the measure is.
    ///
    /// # Errors
    /// A measure that is gone.
    pub fn figures_of(&self, measure: MeasureId) -> Result<Vec<SeriesReadings>> {
        if self.get::<Measure>(measure)?.calculation == Calculation::Entered {
            return self.series_of(measure);
        }
        Ok(shown(self.calculated_series(measure)?))
    }
}

/// Calculated series as any other. A period for which only a value was entered is left
/// out: that value is kept aside.
pub(crate) fn shown(calculated: Vec<CalculatedSeries>) -> Vec<SeriesReadings> {
    calculated
        .into_iter()
        .map(|series| SeriesReadings {
            id: NOT_STORED,
            key: series.key,
            readings: shown_periods(series.periods),
        })
        .filter(|series| !series.readings.is_empty())
        .collect()
}

/// The readings of periods in which a part has something to say.
pub(crate) fn shown_periods(periods: Vec<CalculatedPeriod>) -> Vec<Reading> {
    periods
        .into_iter()
        .filter(|period| !period.is_without_parts)
        .map(|period| period.reading)
        .collect()
}

//! What an audience does not see. Figures on few people are taken out of the readings before
//! anything is made of them, so that no page, sheet, drawing or sentence can hold what it
//! never got. Which figures those are is the rule for small numbers (F7); this module gives
//! it what hangs together and remembers what was hidden, and why.

mod hiding;
mod lattice;
mod texts;

use std::collections::{BTreeSet, HashMap, HashSet};

use backbone_statistics::suppression::{Knobs, Tails};

use super::{Audience, AudienceRule};
use crate::{
    Entry, GroupId, MeasureId, PartnerId, PlaceId, Result, Workbook,
    measurement::{
        Comparison, Contribution, Measure, MeasurePart, PartRole, Period, SeriesKey, UnitKind,
    },
};

pub(super) use texts::Telling;

/// Why a figure is not shown. For the log of the team; in print all carry the same mark, or
/// readers would learn which of two hidden groups is the small one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Why {
    /// Too few people stand behind it.
    TooFewPeople,
    /// Too few events stand behind it.
    TooFewEvents,
    /// With it, others that are hidden could be worked out.
    Complementary,
    /// It follows from figures that are hidden.
    Derivable,
    /// It is a percentage so near to none or all that only that is said.
    Tail(Tail),
}

/// What is said of a percentage near none or all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tail {
    /// More than this many percent.
    MoreThan(f64),
    /// Less than this many percent.
    LessThan(f64),
}

impl Why {
    /// Its word in the log and in the `.ftl` files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooFewPeople => "too_few_people",
            Self::TooFewEvents => "too_few_events",
            Self::Complementary => "complementary",
            Self::Derivable => "derivable",
            Self::Tail(_) => "tail",
        }
    }
}

/// Whom a reading of a measure speaks of, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellKey {
    /// One place, or none for all.
    pub place: Option<PlaceId>,
    /// One group, or none for all.
    pub group: Option<GroupId>,
    /// One provider, or none for all.
    pub provider: Option<PartnerId>,
    /// The period.
    pub period: Period,
}

impl CellKey {
    /// The cell of a series in a period.
    #[must_use]
    pub fn of(series: SeriesKey, period: Period) -> Self {
        Self {
            place: series.place,
            group: series.group,
            provider: series.provider,
            period,
        }
    }

    /// Everyone in a period.
    #[must_use]
    pub fn everyone(period: Period) -> Self {
        Self {
            place: None,
            group: None,
            provider: None,
            period,
        }
    }
}

/// What is hidden of one measure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Withheld {
    cells: HashMap<CellKey, Why>,
    unchecked: HashSet<CellKey>,
    is_all: bool,
    /// Texts of the measure that named a hidden figure and were left out.
    pub texts_left_out: u32,
}

impl Withheld {
    /// Every figure of a measure nobody looked at for this audience.
    fn all_of_it() -> Self {
        Self {
            is_all: true,
            ..Self::default()
        }
    }

    /// Why a figure is hidden; none where it is shown.
    #[must_use]
    pub fn why(&self, cell: CellKey) -> Option<Why> {
        let unlooked = self.is_all.then_some(Why::TooFewPeople);
        self.cells.get(&cell).copied().or(unlooked)
    }

    /// Whether anything is hidden.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.is_all && self.cells.is_empty() && self.texts_left_out == 0
    }

    /// All that is hidden, in the order of periods.
    #[must_use]
    pub fn all(&self) -> Vec<(CellKey, Why)> {
        let keys: BTreeSet<CellKey> = self.cells.keys().copied().collect();
        let mut found: Vec<(CellKey, Why)> = keys
            .into_iter()
            .filter_map(|key| Some((key, self.why(key)?)))
            .collect();
        found.sort_by_key(|(key, _)| (key.period, *key));
        found
    }

    /// Whether nobody can say how many people stand behind a figure that is shown.
    #[must_use]
    pub fn is_unchecked(&self, cell: CellKey) -> bool {
        self.unchecked.contains(&cell)
    }
}

/// What is hidden of all measures for one audience.
#[derive(Debug, Clone, PartialEq)]
pub struct Shield {
    /// Whom it is for.
    pub audience: Audience,
    /// The rule it follows.
    pub rule: AudienceRule,
    measures: HashMap<MeasureId, Withheld>,
    telling: HashMap<MeasureId, Telling>,
}

impl Shield {
    /// Hides nothing: what the team itself sees in the window.
    #[must_use]
    pub fn none() -> Self {
        Self {
            audience: Audience::Internal,
            rule: AudienceRule {
                audience: Audience::Internal,
                denominator_floor: None,
                numerator_floor: None,
                codes_tails: false,
            },
            measures: HashMap::new(),
            telling: HashMap::new(),
        }
    }

    /// What is hidden of a measure: all of it where the shield was made without it.
    #[must_use]
    pub fn of(&self, measure: MeasureId) -> Withheld {
        match self.measures.get(&measure) {
            Some(withheld) => withheld.clone(),
            None if self.rule.protects() => Withheld::all_of_it(),
            None => Withheld::default(),
        }
    }

    fn why(&self, measure: MeasureId, cell: CellKey) -> Option<Why> {
        match self.measures.get(&measure) {
            Some(withheld) => withheld.why(cell),
            None => self.rule.protects().then_some(Why::TooFewPeople),
        }
    }
}

/// The knobs of an audience for one measure; none where nothing is protected. The measure's
/// own floor counts where it is the stricter.
fn knobs(rule: &AudienceRule, measure: &Measure) -> Option<Knobs> {
    if !rule.protects() {
        return None;
    }
    let own = measure.suppression_floor.unwrap_or(0);
    Some(Knobs {
        denominator_floor: u64::from(rule.denominator_floor.map_or(own, |floor| floor.max(own))),
        numerator_floor: rule.numerator_floor.map(u64::from),
        // A rate of few per thousand is no percentage near none.
        tails: (rule.codes_tails && measure.unit == UnitKind::Percent).then(Tails::default),
    })
}

impl Workbook {
    /// What must be hidden from an audience, of all measures and at all times.
    ///
    /// # Errors
    /// Reading the file.
    pub fn shield(&self, audience: Audience) -> Result<Shield> {
        self.shield_over(audience, self.list()?)
    }

    /// The same of some measures, and of those that are told beside them: what they are
    /// calculated from, compared with and contribute to.
    ///
    /// # Errors
    /// Reading the file.
    pub fn shield_of(&self, audience: Audience, wanted: &[MeasureId]) -> Result<Shield> {
        let related = self.related(wanted)?;
        let mut measures = self.list::<Measure>()?;
        measures.retain(|entry| related.contains(&entry.id));
        self.shield_over(audience, measures)
    }

    /// Some measures with all that are told beside them, however far.
    fn related(&self, wanted: &[MeasureId]) -> Result<HashSet<MeasureId>> {
        let parts = self.list::<MeasurePart>()?.into_iter();
        let contributions = self.list::<Contribution>()?.into_iter();
        let comparisons = self.list::<Comparison>()?.into_iter();
        let pairs: Vec<(MeasureId, MeasureId)> = parts
            .map(|entry| (entry.record.measure_id, entry.record.part_id))
            .chain(
                contributions.map(|entry| (entry.record.performance_id, entry.record.indicator_id)),
            )
            .chain(comparisons.map(|entry| (entry.record.measure_id, entry.record.other_id)))
            .collect();
        let mut related = HashSet::new();
        let mut open = wanted.to_vec();
        while let Some(one) = open.pop() {
            if related.insert(one) {
                for (first, second) in &pairs {
                    if *first == one {
                        open.push(*second);
                    } else if *second == one {
                        open.push(*first);
                    }
                }
            }
        }
        Ok(related)
    }

    fn shield_over(&self, audience: Audience, measures: Vec<Entry<Measure>>) -> Result<Shield> {
        let rule = self.audience_rule(audience)?;
        let mut shield = Shield {
            audience,
            rule,
            ..Shield::none()
        };
        let mut lattices = HashMap::new();
        let splits = lattice::Splits::of(self)?;
        for measure in &measures {
            let Some(knobs) = knobs(&shield.rule, &measure.record) else {
                return Ok(shield);
            };
            let series = self.figures_of(measure.id)?;
            let lattice = lattice::Lattice::of(&measure.record, &series, &splits, knobs);
            shield.measures.insert(measure.id, lattice.withheld());
            lattices.insert(measure.id, (lattice, series));
        }
        self.carry_over(&mut shield, &mut lattices)?;
        for measure in &measures {
            if let Some((_, series)) = lattices.get(&measure.id) {
                let withheld = shield.of(measure.id);
                let telling = Telling::of(&measure.record, series, &withheld, &splits);
                shield.telling.insert(measure.id, telling);
            }
        }
        Ok(shield)
    }

    /// Calculated measures and their parts give each other away: what is hidden of a part is
    /// hidden of what is calculated from it, and what is hidden of that is hidden of the
    /// parts that would give it.
    fn carry_over(
        &self,
        shield: &mut Shield,
        lattices: &mut HashMap<
            MeasureId,
            (lattice::Lattice, Vec<crate::measurement::SeriesReadings>),
        >,
    ) -> Result<()> {
        let parts: Vec<MeasurePart> = self
            .list::<MeasurePart>()?
            .into_iter()
            .map(|entry| entry.record)
            .collect();
        loop {
            let mut forced: HashMap<MeasureId, HashSet<CellKey>> = HashMap::new();
            for part in &parts {
                let (whole, piece) = (shield.of(part.measure_id), shield.of(part.part_id));
                // A denominator alone gives nothing away, and is needed elsewhere.
                let gives_away = part.role != PartRole::Denominator;
                let ways = [
                    (part.measure_id, &piece, &whole, true),
                    (part.part_id, &whole, &piece, gives_away),
                ];
                for (to, from, known, is_needed) in ways {
                    let Some((lattice, _)) = lattices.get(&to).filter(|_| is_needed) else {
                        continue;
                    };
                    let new = from
                        .cells
                        .keys()
                        .filter(|cell| known.why(**cell).is_none() && lattice.has(**cell));
                    forced.entry(to).or_default().extend(new.copied());
                }
            }
            forced.retain(|_, cells| !cells.is_empty());
            if forced.is_empty() {
                return Ok(());
            }
            for (measure, cells) in forced {
                if let Some((lattice, _)) = lattices.get_mut(&measure) {
                    lattice.force(cells);
                    shield.measures.insert(measure, lattice.withheld());
                }
            }
        }
    }
}

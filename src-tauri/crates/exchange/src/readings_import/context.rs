//! What an import has to know about the initiative, in plain lists. Rows refer to them by
//! position, so that a candidate stays a few machine words long.

use crate::names::fold;
use crate::periods::Rhythm;
use backbone_core::measurement::{Period, ReadingState};
use backbone_statistics::Unit;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::hash::BuildHasher;

/// The initiative as an import sees it.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Measures by position.
    pub measures: Vec<KnownMeasure>,
    /// Groups of all breakdowns, by position.
    pub groups: Vec<KnownName>,
    /// Places and comparison places, by position.
    pub places: Vec<KnownName>,
    /// Partners that supply readings, by position.
    pub providers: Vec<KnownName>,
    /// Periods whose figures change only with a reason.
    pub closed: Vec<Period>,
}

/// A measure readings can be imported into.
#[derive(Debug, Clone)]
pub struct KnownMeasure {
    /// Short code, unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// What its values are in.
    pub unit: Unit,
    /// The value it cannot exceed, such as 100 for percent.
    pub natural_limit: Option<Decimal>,
    /// The kind of period it is collected by; `None` for irregular ones.
    pub rhythm: Option<Rhythm>,
}

/// A group, place or partner.
#[derive(Debug, Clone)]
pub struct KnownName {
    /// Name as the initiative writes it.
    pub name: String,
    /// Further spellings, such as those answered in earlier imports.
    pub aliases: Vec<String>,
}

impl KnownName {
    /// A name without further spellings.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            aliases: Vec::new(),
        }
    }
}

/// What makes two readings the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// What it speaks of.
    pub series: Series,
    /// When.
    pub period: Period,
}

/// What a reading speaks of, by positions in the [`Context`]; names the file brings along
/// are counted on from its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Series {
    /// Position of the measure.
    pub measure: u32,
    /// Position of the place; `None` for the place of the whole initiative.
    pub place: Option<u32>,
    /// Position of the group; `None` for everyone.
    pub group: Option<u32>,
    /// Position of the partner; `None` where the file does not say.
    pub provider: Option<u32>,
}

/// The figures of a stored or imported reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// The value; `None` when missing or suppressed.
    pub value: Option<Decimal>,
    /// How many of them.
    pub numerator: Option<Decimal>,
    /// Out of how many.
    pub denominator: Option<Decimal>,
    /// Lower bound of the interval.
    pub lower: Option<Decimal>,
    /// Upper bound of the interval.
    pub upper: Option<Decimal>,
    /// Where the figure stands.
    pub state: ReadingState,
}

impl Default for Figures {
    /// Nothing known, and that for good.
    fn default() -> Self {
        let state = ReadingState::Final;
        Self {
            value: None,
            numerator: None,
            denominator: None,
            lower: None,
            upper: None,
            state,
        }
    }
}

/// Finds readings the initiative already has.
pub trait StoredReadings {
    /// The stored figures of a reading, if it is there.
    fn find(&self, key: &Key) -> Option<Figures>;
}

/// An initiative without readings.
impl StoredReadings for () {
    fn find(&self, _: &Key) -> Option<Figures> {
        None
    }
}

impl<S: BuildHasher> StoredReadings for HashMap<Key, Figures, S> {
    fn find(&self, key: &Key) -> Option<Figures> {
        self.get(key).copied()
    }
}

/// Names of one kind, found by their folded spelling.
#[derive(Debug, Clone)]
pub(super) struct Names {
    by_spelling: HashMap<String, u32>,
    folded: Vec<String>,
}

impl Names {
    pub fn new<'n>(names: impl Iterator<Item = Vec<&'n str>>) -> Self {
        let mut known = Self {
            by_spelling: HashMap::new(),
            folded: Vec::new(),
        };
        for (position, spellings) in (0_u32..).zip(names) {
            known
                .folded
                .push(spellings.first().map(|name| fold(name)).unwrap_or_default());
            for spelling in spellings {
                known.by_spelling.entry(fold(spelling)).or_insert(position);
            }
        }
        known
    }

    pub fn of(names: &[KnownName]) -> Self {
        let spellings = |known: &KnownName| -> Vec<String> {
            std::iter::once(&known.name)
                .chain(&known.aliases)
                .cloned()
                .collect()
        };
        let all: Vec<Vec<String>> = names.iter().map(spellings).collect();
        Self::new(
            all.iter()
                .map(|spellings| spellings.iter().map(String::as_str).collect()),
        )
    }

    pub fn of_measures(measures: &[KnownMeasure]) -> Self {
        // Codes first: a code is unique, a name may repeat another's code.
        Self::new(
            measures
                .iter()
                .map(|measure| vec![measure.code.as_str(), &measure.name]),
        )
    }

    pub fn find(&self, text: &str) -> Option<u32> {
        self.by_spelling.get(&fold(text)).copied()
    }

    /// Adds a name at the end and gives its position.
    pub fn append(&mut self, name: &str) -> u32 {
        let position = u32::try_from(self.folded.len()).unwrap_or(u32::MAX);
        self.folded.push(fold(name));
        self.by_spelling.insert(fold(name), position);
        position
    }

    /// The only name this text may abbreviate.
    pub fn suggest(&self, text: &str) -> Option<u32> {
        let short = fold(text);
        let mut matching = (0_u32..)
            .zip(&self.folded)
            .filter(|(_, long)| crate::names::abbreviates(&short, long))
            .map(|(position, _)| position);
        let first = matching.next()?;
        matching.next().is_none().then_some(first)
    }
}

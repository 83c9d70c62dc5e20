//! What a reader sees of a cell, and why not more.

use serde::Serialize;

use super::tail::Percent;

/// A cell of a breakdown or a table. Numbers count from 0 in the order of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A group of a breakdown.
    Group(usize),
    /// The total of a breakdown.
    Total,
    /// A cell of a table.
    Cell {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// The total of a row.
    RowTotal(usize),
    /// The total of a column.
    ColumnTotal(usize),
    /// The total of a table.
    GrandTotal,
}

/// Which figure of a cell is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// The number of people, the denominator.
    People,
    /// The number of events, the numerator.
    Events,
    /// The percentage.
    Percent,
}

/// Why a figure is not printed as it is.
///
/// It is for the log of the team alone. In print every hidden figure carries the same mark,
/// or readers would learn which of two hidden groups is the small one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "because")]
pub enum Reason {
    /// Fewer people than the denominator floor.
    TooFewPeople,
    /// Fewer events than the numerator floor.
    TooFewEvents,
    /// Large enough itself, but with it others could be computed.
    Complementary {
        /// The cells it protects.
        protects: Vec<Place>,
    },
    /// It follows from figures that are hidden, or gives them away.
    Derivable,
    /// It came without a value; what its source protects is not undone here.
    HiddenBySource,
    /// A percentage so near to none or all that it speaks of each member of the group.
    Tail,
}

/// What an outsider can compute of a hidden figure from all that is printed: it is at least
/// and at most this. Both ends can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Bounds {
    /// Least possible value.
    pub lower: u64,
    /// Largest possible value; none where nothing printed limits it.
    pub upper: Option<u64>,
}

impl Bounds {
    /// Nothing is known.
    pub const OPEN: Self = Self {
        lower: 0,
        upper: None,
    };

    /// Width of the interval; none without an upper end.
    #[must_use]
    pub fn width(self) -> Option<u64> {
        self.upper.map(|upper| upper.saturating_sub(self.lower))
    }

    /// Whether an outsider comes closer than `floor`.
    #[must_use]
    pub fn is_narrower_than(self, floor: u64) -> bool {
        self.width().is_some_and(|width| width < floor)
    }
}

/// A figure as a reader sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Seen<T> {
    /// As it is, or a percentage by its tail.
    Shown {
        /// The figure.
        value: T,
    },
    /// A mark in its place.
    Hidden {
        /// Why; for the log, not for print.
        reason: Reason,
        /// What can be computed of it, where it is a count.
        bounds: Option<Bounds>,
    },
}

impl<T> Seen<T> {
    /// The figure, where it is shown.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Shown { value } => Some(value),
            Self::Hidden { .. } => None,
        }
    }

    /// Whether a mark stands in its place.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden { .. })
    }

    /// Why it is hidden.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Shown { .. } => None,
            Self::Hidden { reason, .. } => Some(reason),
        }
    }

    /// What can be computed of it although it is hidden.
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Self::Shown { .. } => None,
            Self::Hidden { bounds, .. } => *bounds,
        }
    }
}

/// One line of the log of an export.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hidden {
    /// Where.
    pub place: Place,
    /// Which figure there.
    pub figure: Figure,
    /// Why.
    #[serde(flatten)]
    pub reason: Reason,
    /// What can still be computed of it, where it is a count.
    pub bounds: Option<Bounds>,
}

/// Adds a count to the log if it is hidden.
pub(super) fn log_count(log: &mut Vec<Hidden>, place: Place, figure: Figure, seen: &Seen<u64>) {
    if let Seen::Hidden { reason, bounds } = seen {
        log.push(Hidden {
            place,
            figure,
            reason: reason.clone(),
            bounds: *bounds,
        });
    }
}

/// Adds a percentage to the log if it is hidden or only its tail is shown.
pub(super) fn log_percent(log: &mut Vec<Hidden>, place: Place, seen: &Seen<Percent>) {
    let reason = match seen {
        Seen::Shown {
            value: Percent::Exactly { .. },
        } => return,
        Seen::Shown { .. } => Reason::Tail,
        Seen::Hidden { reason, .. } => reason.clone(),
    };
    log.push(Hidden {
        place,
        figure: Figure::Percent,
        reason,
        bounds: None,
    });
}

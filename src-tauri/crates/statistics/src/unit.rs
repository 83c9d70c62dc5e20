//! What a value is measured in and which way is better: shared by every crate that
//! computes, draws or prints a value.

use serde::{Deserialize, Serialize};

/// The unit of a measure. It decides how a change is expressed: percent values change
/// by points, all others by their own unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "per")]
pub enum Unit {
    /// A share of a whole, 0–100.
    Percent,
    /// A number of people, places or events.
    Count,
    /// Events per this many people.
    Rate(u32),
    /// A score on a constructed scale.
    Index,
    /// Money in the initiative's currency, in major units.
    Currency,
    /// A length of time in days.
    Days,
}

/// Which direction of a measure is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Higher values are better.
    Higher,
    /// Lower values are better.
    Lower,
    /// Neither direction is better; a change is reported without judgment.
    Neither,
}

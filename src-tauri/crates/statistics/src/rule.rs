//! The name of a rule, printed with every result.

use serde::Serialize;

/// A rule and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Stable identifier; window and report choose their words by it.
    pub id: &'static str,
    /// The formula in one line.
    pub formula: &'static str,
    /// Published source.
    pub source: &'static str,
}

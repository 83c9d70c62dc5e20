//! What an initiative sets for an audience: floors and tails.

use serde::Serialize;

use crate::{Error, error::finite};

/// Groups of fewer people are hidden unless an initiative says otherwise; the floor of most
/// state education agencies (NCES 2011-603).
pub const DENOMINATOR_FLOOR: u64 = 10;
/// The numerator floor of KIDS COUNT: figures on fewer events are too unsteady to print.
pub const KIDS_COUNT_EVENTS: u64 = 20;
/// No count of people is larger; sums of as many as fit in memory stay exact.
pub const LARGEST_COUNT: u64 = 1_000_000_000_000;

/// How small numbers are protected for one audience.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Knobs {
    /// Counts of people below this are hidden, and no hidden count may be known more closely
    /// than this. 0 hides nothing.
    pub denominator_floor: u64,
    /// Counts of events below this are hidden with their percentages; none hides no events
    /// for their own sake.
    pub numerator_floor: Option<u64>,
    /// Percentages beyond these are printed as “more than” and “less than”; none prints all.
    pub tails: Option<Tails>,
}

impl Default for Knobs {
    fn default() -> Self {
        Self {
            denominator_floor: DENOMINATOR_FLOOR,
            numerator_floor: None,
            tails: None,
        }
    }
}

/// Where the tails of percentages begin, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tails {
    /// Percentages below this are printed as less than it.
    pub low: f64,
    /// Percentages above this are printed as more than it.
    pub high: f64,
}

impl Default for Tails {
    fn default() -> Self {
        Self {
            low: 5.0,
            high: 95.0,
        }
    }
}

/// Refuses knobs that cannot be meant.
pub(super) fn check(knobs: &Knobs) -> Result<(), Error> {
    check_count("denominator_floor", knobs.denominator_floor)?;
    if let Some(floor) = knobs.numerator_floor {
        check_count("numerator_floor", floor)?;
    }
    let Some(tails) = knobs.tails else {
        return Ok(());
    };
    let (low, high) = (finite("tails", tails.low)?, finite("tails", tails.high)?);
    if (0.0..=100.0).contains(&low) && (0.0..=100.0).contains(&high) && low < high {
        Ok(())
    } else {
        Err(Error::OutOfRange {
            what: "tails",
            why: "do not lie in order between 0 and 100",
        })
    }
}

/// Refuses counts larger than any number of people.
pub(super) fn check_count(what: &'static str, count: u64) -> Result<(), Error> {
    if count <= LARGEST_COUNT {
        Ok(())
    } else {
        Err(Error::OutOfRange {
            what,
            why: "is larger than any number of people",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_word_groups_below_ten_are_hidden_and_nothing_else() {
        let knobs = Knobs::default();
        assert_eq!(
            (knobs.denominator_floor, knobs.numerator_floor, knobs.tails),
            (10, None, None)
        );
        assert!(check(&knobs).is_ok());
    }

    #[test]
    fn knobs_that_cannot_be_meant_are_refused() {
        for (low, high) in [(95.0, 5.0), (-1.0, 95.0), (5.0, 101.0), (f64::NAN, 95.0)] {
            let knobs = Knobs {
                tails: Some(Tails { low, high }),
                ..Knobs::default()
            };
            assert!(check(&knobs).is_err(), "{low} to {high}");
        }
        let knobs = Knobs {
            denominator_floor: u64::MAX,
            ..Knobs::default()
        };
        assert!(check(&knobs).is_err(), "such a floor hides the world");
    }
}

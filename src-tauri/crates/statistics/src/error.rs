//! Inputs that cannot be meant.

/// Why a rule refuses its inputs.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// A number is infinite or not a number.
    #[error("{what} is not a finite number")]
    NotFinite {
        /// Which input.
        what: &'static str,
    },
    /// A number lies where it cannot.
    #[error("{what} {why}")]
    OutOfRange {
        /// Which input.
        what: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// Refuses infinite values and NaN.
pub(crate) fn finite(what: &'static str, value: f64) -> Result<f64, Error> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Error::NotFinite { what })
    }
}

/// Refuses infinite values and NaN in a row of values.
pub(crate) fn all_finite(what: &'static str, values: &[f64]) -> Result<(), Error> {
    values
        .iter()
        .try_for_each(|value| finite(what, *value).map(drop))
}

//! The computations of Backbone Desk as pure functions: numbers in, results out, each
//! result carrying its rule, its inputs and the number of points.

mod unit;

pub use unit::{Polarity, Unit};

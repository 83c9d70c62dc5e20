//! The computations of Backbone Desk as pure functions: numbers in, results out. Every
//! result names its rule, its inputs and the number of points it rests on; “too few
//! points” and “no data” are answers, never errors and never a number that is not one.
//! Errors are for inputs that cannot be meant, such as a share of more than the whole.

pub mod change;
pub mod disparity;
pub mod engagement;
mod error;
pub mod guard;
pub mod interval;
pub mod network;
pub mod pace;
pub mod path;
mod quantile;
mod rule;
pub mod runchart;
pub mod status;
pub mod suppression;
pub mod trend;
mod unit;
pub mod xmr;

pub use error::Error;
pub use rule::Rule;
pub use unit::{Polarity, Unit};

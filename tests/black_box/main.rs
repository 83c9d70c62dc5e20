//! The built program from outside, on real files.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, their helpers too"
)]

mod exports;
mod imports;
mod partners;
mod queries;
mod reports;
mod requests;
mod samples;
mod searching;
mod usage;

//! The core from outside, on real files: what is refused, what survives, what is undone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, their helpers too"
)]

mod agenda;
mod dimensions;
mod files;
mod importing;
mod matrix;
mod measures;
mod measuring;
mod network;
mod partners;
mod protection;
mod reading_the_data;
mod reporting;
mod requests;
mod searching;
mod support;
mod survival;
mod tagging;
mod timeline;
mod undo;
mod upgrade;
mod whole_file;
mod working;

//! Reports and letters from outside: its bytes are read back as a stranger's would be.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]

mod books;
mod kinds;
mod letter;
mod matrix;
mod network;
mod odd_text;
mod overflow;
mod paper;
mod reading;
mod samples;
mod structure;
mod words;

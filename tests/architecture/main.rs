//! The rules of `docs/architecture.md`, as far as a program can look after them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, their helpers too"
)]

mod crates;
mod sources;

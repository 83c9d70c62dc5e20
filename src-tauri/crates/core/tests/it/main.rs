//! The core from outside, on real files: what is refused, what survives, what is undone.

mod files;
mod importing;
mod reporting;
mod support;
mod survival;
mod undo;
mod whole_file;

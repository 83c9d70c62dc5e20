//! What the tests of the whole share: where the repository is, and the built program.

#![allow(
    clippy::expect_used,
    reason = "only tests use it, and they may fail loudly"
)]

mod program;

use std::path::{Path, PathBuf};

pub use program::{Answer, Program};

/// The folder of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The folder of everything that is built.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The sources of the window.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// The program, as one profile builds it.
pub fn program(profile: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("backbone-desk{}", env::consts::EXE_SUFFIX))
}

/// A tool that is installed for this repository only.
pub fn tools() -> PathBuf {
    target().join("tools")
}

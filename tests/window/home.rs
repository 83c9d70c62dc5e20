//! A home folder of its own for the program, which stays while it is closed and opened
//! again, so that nobody's settings are touched and none are found.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The folder.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A place in the folder.
    pub fn at(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// What tells programs to keep to it.
    pub fn surroundings(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.path().to_owned()),
            ("XDG_DATA_HOME", self.at(".local/share")),
            ("XDG_CONFIG_HOME", self.at(".config")),
            ("XDG_CACHE_HOME", self.at(".cache")),
            ("XDG_DOCUMENTS_DIR", self.path().to_owned()),
            // Otherwise the toolkit writes its settings to a daemon of the session.
            ("GSETTINGS_BACKEND", PathBuf::from("memory")),
        ]
    }
}

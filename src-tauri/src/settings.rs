//! What the app remembers between starts: looks, author, files opened lately. Kept as one
//! small JSON file in the user's settings folder; an unreadable one is set aside, not lost.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use backbone_contract::{Paper, Settings, Theme};
use serde::{Deserialize, Serialize};

use crate::clock;

/// As many files as the first screen lists.
const RECENT_LIMIT: usize = 8;
/// Longer names would not be read in the history.
const LONGEST_AUTHOR: usize = 120;

/// Everything remembered, with the file it is kept in.
#[derive(Debug)]
pub struct Remembered {
    file: PathBuf,
    content: Content,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Content {
    settings: Settings,
    #[serde(default)]
    recent: Vec<Recent>,
    #[serde(default)]
    next_key: u32,
    /// Where something was saved last.
    #[serde(default)]
    save_folder: Option<PathBuf>,
}

/// A file opened lately.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recent {
    /// What the window asks for it with.
    pub key: u32,
    /// Where it is.
    pub path: PathBuf,
    /// Name of the initiative.
    pub initiative: String,
    /// When it was last opened, in UTC milliseconds.
    pub opened_ms: i64,
}

impl Remembered {
    /// Reads what was remembered in `folder`, or starts anew.
    pub fn read(folder: &Path) -> Self {
        let file = folder.join("settings.json");
        let content = match fs::read(&file).map(|bytes| serde_json::from_slice(&bytes)) {
            Ok(Ok(content)) => content,
            Ok(Err(error)) => {
                tracing::warn!(%error, "the settings cannot be read and are set aside");
                let _ = fs::rename(&file, file.with_extension("json.unreadable"));
                Content::first()
            }
            Err(_) => Content::first(),
        };
        Self { file, content }
    }

    /// How the window looks and behaves.
    pub fn settings(&self) -> &Settings {
        &self.content.settings
    }

    /// Changes how the window looks and behaves. Without a name, the one of the login is used.
    pub fn change(&mut self, mut settings: Settings) {
        let author: String = settings
            .author
            .chars()
            .filter(|c| !c.is_control())
            .collect();
        settings.author = match author.trim() {
            "" => clock::login_name(),
            name => name.chars().take(LONGEST_AUTHOR).collect(),
        };
        self.content.settings = settings;
        self.write();
    }

    /// Files opened lately, latest first.
    pub fn recent(&self) -> &[Recent] {
        &self.content.recent
    }

    /// Puts a file first in the list.
    pub fn opened(&mut self, path: &Path, initiative: &str, now_ms: i64) {
        self.content.recent.retain(|recent| recent.path != path);
        let recent = Recent {
            key: self.content.next_key,
            path: path.to_owned(),
            initiative: initiative.to_owned(),
            opened_ms: now_ms,
        };
        self.content.next_key = self.content.next_key.wrapping_add(1);
        self.content.recent.insert(0, recent);
        self.content.recent.truncate(RECENT_LIMIT);
        self.write();
    }

    /// Where something was saved last, if it is still there.
    pub fn save_folder(&self) -> Option<&Path> {
        self.content
            .save_folder
            .as_deref()
            .filter(|folder| folder.is_dir())
    }

    /// Keeps where something was saved.
    pub fn saved_at(&mut self, path: &Path) {
        self.content.save_folder = path.parent().map(Path::to_owned);
        self.write();
    }

    /// Takes a file off the list.
    pub fn forget(&mut self, key: u32) {
        self.content.recent.retain(|recent| recent.key != key);
        self.write();
    }

    /// A list that cannot be kept costs convenience, never figures: it is only logged.
    fn write(&self) {
        if let Err(error) = self.try_write() {
            tracing::warn!(%error, "the settings cannot be kept");
        }
    }

    fn try_write(&self) -> io::Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        let fresh = self.file.with_extension("json.new");
        fs::write(&fresh, serde_json::to_vec_pretty(&self.content)?)?;
        fs::rename(fresh, &self.file)
    }
}

impl Content {
    fn first() -> Self {
        let settings = Settings {
            theme: Theme::default(),
            author: clock::login_name(),
            paper: Paper::default(),
        };
        Self {
            settings,
            recent: Vec::new(),
            next_key: 0,
            save_folder: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_remembered_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = Remembered::read(folder.path());
        first.opened(Path::new("/a/one.backbone"), "One", 1);
        first.opened(Path::new("/a/two.backbone"), "Two", 2);
        first.opened(Path::new("/a/one.backbone"), "One", 3);
        first.change(Settings {
            theme: Theme::Dark,
            ..first.settings().clone()
        });

        let second = Remembered::read(folder.path());
        assert_eq!(second.save_folder(), None, "nothing was saved yet");
        first.saved_at(&folder.path().join("report.pdf"));
        let third = Remembered::read(folder.path());
        assert_eq!(third.save_folder(), Some(folder.path()));
        let names: Vec<_> = second
            .recent()
            .iter()
            .map(|recent| recent.initiative.as_str())
            .collect();
        assert_eq!(names, ["One", "Two"], "latest first, each file once");
        assert_eq!(second.settings().theme, Theme::Dark, "the look is kept");
    }

    #[test]
    fn a_name_is_kept_without_what_cannot_be_read_and_none_is_the_login_s() {
        let folder = tempfile::tempdir().unwrap();
        let mut remembered = Remembered::read(folder.path());
        let mut named = |author: &str| {
            remembered.change(Settings {
                author: author.to_owned(),
                ..remembered.settings().clone()
            });
            remembered.settings().author.clone()
        };
        assert_eq!(named("  Dana\u{7} Whitfield "), "Dana Whitfield");
        assert_eq!(named(&"é".repeat(500)).chars().count(), LONGEST_AUTHOR);
        assert_eq!(named("  "), clock::login_name());
    }

    #[test]
    fn unreadable_settings_are_set_aside_and_do_not_stop_the_app() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("settings.json"), b"{ not json").unwrap();
        let remembered = Remembered::read(folder.path());
        assert!(remembered.recent().is_empty(), "it starts anew");
        assert!(
            folder.path().join("settings.json.unreadable").exists(),
            "the old content is still there to look at"
        );
    }
}

//! Native file dialogs, which belong to the system and not to the window.

use std::{path::Path, process::Command};

/// Types a path into the dialog with this title, and confirms.
pub fn choose(title: &str, path: &Path) {
    let path = path.to_string_lossy();
    for arguments in [
        vec![
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
            title,
            "windowfocus",
            "--sync",
        ],
        vec!["key", "--clearmodifiers", "ctrl+a"],
        vec!["type", "--clearmodifiers", &path],
        vec!["key", "--clearmodifiers", "Return"],
    ] {
        let status = Command::new("timeout")
            .arg("20")
            .arg("xdotool")
            .args(&arguments)
            .status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "{title}: {arguments:?}"
        );
    }
}

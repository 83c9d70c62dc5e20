//! Native file dialogs, which belong to the system and not to the window.

use std::{
    path::Path,
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

/// Types a path into the dialog with this title, and confirms.
pub fn choose(title: &str, path: &Path) {
    let path = path.to_string_lossy();
    // A dialog that has only just appeared may miss keys; it is gone when it has them all.
    for _ in 0..4 {
        hand(&["search", "--sync", "--onlyvisible", "--name", title]);
        hand(&["search", "--onlyvisible", "--name", title, "windowfocus"]);
        hand(&["key", "--clearmodifiers", "ctrl+l"]);
        hand(&["key", "--clearmodifiers", "ctrl+a"]);
        hand(&["type", "--clearmodifiers", "--delay", "5", &path]);
        hand(&["key", "--clearmodifiers", "Return"]);
        for _ in 0..20 {
            if !hand(&["search", "--onlyvisible", "--name", title]) {
                return;
            }
            sleep(Duration::from_millis(100));
        }
    }
    panic!("the dialog “{title}” stays");
}

/// What a hand at the keyboard does; whether it could.
fn hand(arguments: &[&str]) -> bool {
    Command::new("timeout")
        .arg("20")
        .arg("xdotool")
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("xdotool is installed by `cargo xtask setup`")
        .success()
}

//! What the source files say.

use std::{
    fs,
    path::{Path, PathBuf},
};

use backbone_tests::root;

/// Files below a folder whose names end so, with their text.
fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if name != "node_modules" && name != "generated" {
                    open.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds files to look at");
    found
}

/// The part of a Rust file that is not its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

#[test]
fn the_core_never_asks_for_time_or_surroundings() {
    for (path, text) in files("src-tauri/crates/core/src", &[".rs"]) {
        for asked in [
            "SystemTime",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "env::var",
            "current_dir",
        ] {
            assert!(
                !without_tests(&text).contains(asked),
                "{} asks {asked}: the same call must give the same result",
                path.display()
            );
        }
    }
}

#[test]
fn modules_say_what_they_own() {
    for folder in [
        "src-tauri/src",
        "src-tauri/crates",
        "src-tauri/xtask/src",
        "tests",
    ] {
        for (path, text) in files(folder, &[".rs"]) {
            if path.ends_with("command_list.rs") {
                continue;
            }
            assert!(
                text.starts_with("//!"),
                "{} does not begin with //!",
                path.display()
            );
        }
    }
}

#[test]
fn only_the_wire_of_the_window_knows_tauri() {
    for (path, text) in files("ui/src", &[".ts", ".tsx"]) {
        let is_wire = path.starts_with("ui/src/ipc");
        assert!(
            is_wire || !text.contains("@tauri-apps/"),
            "{} talks past the typed client",
            path.display()
        );
    }
}

/// The folder of `ui/src` a file stands in.
fn area(path: &Path) -> String {
    let inside = path.strip_prefix("ui/src").unwrap();
    inside.iter().next().unwrap().to_string_lossy().into_owned()
}

/// Folders of `ui/src` that are no feature: what is shared, and what composes.
const COMMON: &[&str] = &["ipc", "shared", "styles", "testing", "text"];
const COMPOSING: &[&str] = &["screens", "frame", "app"];

#[test]
fn features_of_the_window_do_not_know_each_other() {
    for (path, text) in files("ui/src", &[".ts", ".tsx"]) {
        let own = area(&path);
        if own.contains('.') || COMPOSING.contains(&own.as_str()) {
            continue;
        }
        let depth = path.strip_prefix("ui/src").unwrap().components().count() - 1;
        let up = "../".repeat(depth);
        for line in text.lines() {
            let Some((_, from)) = line.split_once(" from \"") else {
                continue;
            };
            let Some(inside) = from.strip_prefix(up.as_str()) else {
                continue;
            };
            let other = inside.split(['/', '"']).next().unwrap_or_default();
            let is_fine = other == own || COMMON.contains(&other);
            assert!(is_fine, "{} imports {other}", path.display());
            let is_upward = COMMON.contains(&own.as_str()) && !COMMON.contains(&other);
            assert!(
                !is_upward,
                "{}: what is shared knows no feature",
                path.display()
            );
        }
    }
}

#[test]
fn the_window_asks_nobody_outside() {
    for (path, text) in files("ui/src", &[".ts", ".tsx", ".css"]) {
        if path.to_string_lossy().contains(".test.") {
            continue;
        }
        for outside in [
            "https://",
            "http://",
            " fetch(",
            "XMLHttpRequest",
            "WebSocket",
        ] {
            let found = text
                .lines()
                .find(|line| line.contains(outside) && !line.contains("http://www.w3.org/"));
            assert!(found.is_none(), "{}: {found:?}", path.display());
        }
    }
}

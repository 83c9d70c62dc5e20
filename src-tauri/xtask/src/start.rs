//! From a fresh clone to the app on a sample, in one go.

use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Stdio},
    time::Instant,
};

use crate::{
    Outcome, place,
    run::{cargo, command, run},
    setup,
};

/// Builds the release, makes the Cincinnati sample with its figures and its board report,
/// and opens the app on it when there is a display.
pub fn start() -> Outcome {
    let begun = Instant::now();
    say(1, "Looking for what is missing");
    setup::to_build()?;
    say(2, "Building the window");
    setup::window()?;
    say(3, "Building the program (a few minutes the first time)");
    let build = ["build", "--release", "--package", "backbone-desk"];
    run(cargo().args(build).args(["--features", "custom-protocol"]))?;

    let folder = place::target().join("start");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let program = place::program("release");
    let file = free_name(&folder);
    let report = folder.join("cincinnati-board-report.pdf");
    say(4, "Making the Cincinnati sample");
    run(command(&program)
        .args(["sample", "cincinnati", "--out"])
        .arg(&file))?;
    say(5, "Importing its published figures");
    let figures = place::root().join("samples/cincinnati/published.csv");
    run(command(&program).arg("import").arg(&file).arg(figures))?;
    say(6, "Writing the board report");
    let write = ["--kind", "board", "--out"];
    run(command(&program)
        .arg("report")
        .arg(&file)
        .args(write)
        .arg(&report))?;

    println!("\nDone in {} s.", begun.elapsed().as_secs());
    println!("  initiative    {}", file.display());
    println!("  board report  {}", report.display());
    if has_display() {
        println!("Opening the app on it.");
        let app = Command::new(&program)
            .arg(&file)
            .stdin(Stdio::null())
            .spawn();
        app.map(drop)
            .map_err(|error| format!("The app does not open: {error}"))
    } else {
        println!("There is no display here. With one, open it by:");
        println!("  {} \"{}\"", program.display(), file.display());
        Ok(())
    }
}

fn say(number: u32, what: &str) {
    println!("\n[{number}/6] {what} …");
}

/// The sample of an earlier start may hold someone's changes: it stays.
fn free_name(folder: &std::path::Path) -> PathBuf {
    let first = folder.join("cincinnati.backbone");
    if !first.exists() {
        return first;
    }
    let mut number = 2_u32;
    loop {
        let path = folder.join(format!("cincinnati {number}.backbone"));
        if !path.exists() {
            return path;
        }
        number += 1;
    }
}

fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

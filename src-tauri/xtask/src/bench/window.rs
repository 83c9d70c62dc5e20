//! Start and idle memory of the window, against an empty window of the same toolkit.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{median, ratio};
use crate::{
    Outcome, place,
    run::{cargo, command, run},
};

const TRIES: u32 = 5;
/// How many times as long as an empty window the start may take.
const MOST_TIME: f64 = 1.5;
/// How many times the memory of an empty window it may hold.
const MOST_MEMORY: f64 = 1.25;
/// Until nothing moves any more after a start.
const SETTLED: Duration = Duration::from_secs(3);

pub fn measure() -> Outcome<Value> {
    let build = [
        "build",
        "--release",
        "--package",
        "backbone-desk",
        "--example",
        "empty_window",
    ];
    run(cargo().args(build).args(["--features", "custom-protocol"]))?;
    let folder = place::target().join("bench");
    let file = folder.join("window.backbone");
    let program = place::program("release");
    let _ = fs::remove_file(&file);
    run(command(&program)
        .args(["sample", "cincinnati", "--out"])
        .arg(&file))?;
    let empty = place::target().join("release/examples/empty_window");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..TRIES {
        let home = folder.join(format!("home-{number}"));
        ours.push(start(Command::new(&program).arg(&file), &home)?);
        theirs.push(start(&mut Command::new(&empty), &home)?);
    }
    let times = |all: &[Started]| median(all.iter().map(|one| one.ms).collect());
    let memory = |all: &[Started]| median(all.iter().map(|one| one.megabytes).collect());
    Ok(json!({
        "start_ms": ratio(times(&ours), times(&theirs), MOST_TIME),
        "idle_mb": ratio(memory(&ours), memory(&theirs), MOST_MEMORY),
    }))
}

struct Started {
    ms: f64,
    megabytes: f64,
}

/// Starts a window in a home of its own and waits until it says `READY`.
fn start(program: &mut Command, home: &Path) -> Outcome<Started> {
    fs::create_dir_all(home).map_err(|error| error.to_string())?;
    let begun = Instant::now();
    let mut child = program
        .env("BACKBONE_TRACE_START", "1")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env("XDG_CACHE_HOME", home)
        .env("GSETTINGS_BACKEND", "memory")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let is_ready = wait_until_ready(&mut child);
    let ms = begun.elapsed().as_secs_f64() * 1_000.0;
    thread::sleep(SETTLED);
    let megabytes = memory_of(child.id());
    let _ = child.kill();
    let _ = child.wait();
    if is_ready {
        Ok(Started { ms, megabytes })
    } else {
        Err("the window never said that it is ready; is there a display?".to_owned())
    }
}

fn wait_until_ready(child: &mut Child) -> bool {
    let Some(errors) = child.stderr.take() else {
        return false;
    };
    let mut lines = BufReader::new(errors).lines();
    lines
        .by_ref()
        .map_while(Result::ok)
        .any(|line| line.starts_with("READY"))
}

/// Megabytes of a process and all below it; memory they share is counted once.
fn memory_of(process: u32) -> f64 {
    let folder = PathBuf::from(format!("/proc/{process}"));
    let shares = fs::read_to_string(folder.join("smaps_rollup")).unwrap_or_default();
    let own = shares
        .lines()
        .find_map(|line| line.strip_prefix("Pss:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
        .unwrap_or(0.0);
    let children = fs::read_to_string(folder.join(format!("task/{process}/children")));
    let below: f64 = children
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|child| child.parse().ok())
        .map(memory_of)
        .sum();
    own / 1_000.0 + below
}

//! The import of a hundred thousand rows by the program, against the import of the same
//! file by the command line of SQLite, both from start to a safe disk.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use serde_json::Value;

use super::{median, ratio};
use crate::{Outcome, place, run::command};

const ROWS: u32 = 100_000;
const TRIES: u32 = 5;
/// How many times as long as SQLite the program may take.
const MOST: f64 = 3.0;

pub fn measure() -> Outcome<Value> {
    let folder = place::target().join("bench");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let table = folder.join("readings.csv");
    fs::write(&table, rows()).map_err(|error| error.to_string())?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..TRIES {
        let file = folder.join(format!("{number}.backbone"));
        let program = place::program("release");
        timed(
            command(&program)
                .args(["sample", "cincinnati", "--out"])
                .arg(&file),
        )?;
        let import = [
            "--measure",
            "KR",
            "--column",
            "period=period",
            "--column",
            "value=value",
        ];
        ours.push(timed(
            command(&program)
                .arg("import")
                .arg(&file)
                .arg(&table)
                .args(import),
        )?);
        theirs.push(timed(&mut sqlite(
            &folder.join(format!("{number}.db")),
            &table,
        ))?);
    }
    Ok(ratio(median(ours), median(theirs), MOST))
}

/// A reading a day, so that one measure of a sample can hold them all.
fn rows() -> String {
    let mut text = String::from("period,value\n");
    for row in 0..ROWS {
        // Plain arithmetic on months of 28 days: all dates exist, none comes twice.
        let (year, rest) = (1900 + row / 336, row % 336);
        let (month, day) = (rest / 28 + 1, rest % 28 + 1);
        let tenths = row % 1_000;
        let _ = writeln!(
            text,
            "{year}-{month:02}-{day:02},{}.{}",
            tenths / 10,
            tenths % 10
        );
    }
    text
}

fn sqlite(file: &Path, table: &Path) -> Command {
    let mut sqlite = command("sqlite3");
    sqlite.arg(file).args([
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        ".mode csv",
        &format!(".import {} readings", table.display()),
    ]);
    sqlite
}

/// Milliseconds until a command is done.
fn timed(command: &mut Command) -> Outcome<f64> {
    let begun = Instant::now();
    let done = command
        .stdout(Stdio::null())
        .output()
        .map_err(|error| error.to_string())?;
    if done.status.success() {
        Ok(begun.elapsed().as_secs_f64() * 1_000.0)
    } else {
        Err(String::from_utf8_lossy(&done.stderr).into_owned())
    }
}

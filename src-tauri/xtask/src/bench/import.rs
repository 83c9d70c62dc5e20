//! The import of a hundred thousand rows, and of almost three million, by the program,
//! against the import of the same file by the command line of SQLite, both from start to a
//! safe disk. The large one also measures the most memory the program holds.

use std::{
    fmt::Write as _,
    fs,
    io::{BufWriter, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{median, ratio};
use crate::{Outcome, place, run::command};

const ROWS: u32 = 100_000;
const TRIES: u32 = 5;
/// How many times as long as SQLite the program may take.
const MOST: f64 = 3.0;
/// Rows of the large table.
const MANY_ROWS: u32 = 2_800_000;
/// Rows of one group in it: a day each, of months of 28 days.
const ROWS_A_GROUP: u32 = 100_000;
/// Kilobytes the program may hold while it reads them: 400 MB.
const MOST_KILOBYTES: f64 = 400_000.0;

pub fn measure() -> Outcome<Value> {
    let folder = place::target().join("bench");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let table = folder.join("readings.csv");
    fs::write(&table, rows()).map_err(|error| error.to_string())?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..TRIES {
        let file = sample(&folder, &number.to_string())?;
        ours.push(timed(&mut import(&file, &table))?);
        theirs.push(timed(&mut sqlite(
            &folder.join(format!("{number}.db")),
            &table,
        ))?);
    }
    Ok(ratio(median(ours), median(theirs), MOST))
}

/// Processor seconds against SQLite, and the most memory, for a table of millions of rows.
pub fn measure_many() -> Outcome<Value> {
    let folder = place::target().join("bench");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let table = folder.join("many.csv");
    write_many(&table).map_err(|error| error.to_string())?;
    let file = sample(&folder, "many")?;
    let ours = watched(import(&file, &table).arg("--add-unknown"))?;
    let theirs = watched(&mut sqlite(&folder.join("many.db"), &table))?;
    Ok(json!({
        "time": ratio(ours.milliseconds, theirs.milliseconds, MOST),
        "memory": ratio(ours.kilobytes, MOST_KILOBYTES, 1.0),
        "rows": MANY_ROWS,
    }))
}

fn sample(folder: &Path, name: &str) -> Outcome<std::path::PathBuf> {
    let file = folder.join(format!("{name}.backbone"));
    let _ = fs::remove_file(&file);
    timed(
        command(place::program("release"))
            .args(["sample", "cincinnati", "--out"])
            .arg(&file),
    )?;
    Ok(file)
}

fn import(file: &Path, table: &Path) -> Command {
    let mut import = command(place::program("release"));
    import.arg("import").arg(file).arg(table).args([
        "--measure",
        // Collected in no rhythm: a day is no other kind of period than it has.
        "KR-PUB",
        "--column",
        "period=period",
        "--column",
        "value=value",
        // Some of the days lie in a year the sample has closed.
        "--reason",
        "Measuring",
    ]);
    import
}

/// A reading a day, so that one measure of a sample can hold them all.
fn rows() -> String {
    let mut text = String::from("period,value\n");
    for row in 0..ROWS {
        let _ = writeln!(text, "{},{}", day(row), value(row));
    }
    text
}

fn write_many(path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(fs::File::create(path)?);
    writeln!(file, "period,group,value")?;
    for row in 0..MANY_ROWS {
        let (group, at) = (row / ROWS_A_GROUP + 1, row % ROWS_A_GROUP);
        writeln!(file, "{},Group {group},{}", day(at), value(row))?;
    }
    file.flush()
}

/// Plain arithmetic on months of 28 days: all dates exist, none comes twice.
fn day(row: u32) -> String {
    let (year, rest) = (1900 + row / 336, row % 336);
    let (month, day) = (rest / 28 + 1, rest % 28 + 1);
    format!("{year}-{month:02}-{day:02}")
}

fn value(row: u32) -> String {
    let tenths = row % 1_000;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn sqlite(file: &Path, table: &Path) -> Command {
    let _ = fs::remove_file(file);
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

/// What a command needed.
#[derive(Debug, Clone, Copy, Default)]
struct Needed {
    /// Processor time, its own and the system's for it.
    milliseconds: f64,
    /// The most memory it held.
    kilobytes: f64,
}

/// Runs a command and looks at it until it is done; what it needs only ever grows, so the
/// last look is the answer.
fn watched(command: &mut Command) -> Outcome<Needed> {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut needed = Needed::default();
    loop {
        needed = look(&child).unwrap_or(needed);
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return if status.success() {
                Ok(needed)
            } else {
                Err(format!("it ended with {status}"))
            };
        }
        sleep(Duration::from_millis(5));
    }
}

/// Clock ticks a second, which Linux has fixed for whoever reads them here.
const TICKS: f64 = 100.0;

fn look(child: &Child) -> Option<Needed> {
    let place = Path::new("/proc").join(child.id().to_string());
    let status = fs::read_to_string(place.join("status")).ok()?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let stat = fs::read_to_string(place.join("stat")).ok()?;
    // Behind the name, which may hold blanks, time of its own and of the system are the
    // twelfth and thirteenth field.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11);
    let mut ticks = || times.next()?.parse::<f64>().ok();
    Some(Needed {
        milliseconds: (ticks()? + ticks()?) * 1_000.0 / TICKS,
        kilobytes: peak.trim().strip_suffix("kB")?.trim().parse().ok()?,
    })
}

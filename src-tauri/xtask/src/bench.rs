//! Speed and memory of the release build, each figure beside what it is to be measured
//! against in the same run, and all of them as one JSON file.

mod import;
mod typst;
mod window;
mod xmr;

use std::{fs, path::Path};

use serde_json::{Map, Value, json};

use crate::{
    Outcome, place,
    run::{cargo, run as run_to_end},
    setup,
};

/// Measures and writes a JSON summary.
pub fn run() -> Outcome {
    setup::everything()?;
    setup::window()?;
    let build = ["build", "--release", "--package", "backbone-desk"];
    run_to_end(cargo().args(build).args(["--features", "custom-protocol"]))?;
    let series = xmr::write_series()?;
    let bench = ["bench", "--package", "backbone-tests", "--bench", "speed"];
    run_to_end(cargo().args(bench).env("BACKBONE_BENCH_SERIES", &series))?;

    let mut found = Map::new();
    for (name, most_ms) in [
        ("overview_of_a_million_readings", Some(50.0)),
        ("measure_page_of_a_million_readings", None),
        ("measure_page_of_240_months_and_12_groups", Some(100.0)),
        ("grid_of_ten_thousand_cells", None),
        ("paste_of_ten_thousand_cells", None),
        ("xmr_of_twelve_thousand_series", Some(200.0)),
        ("network_of_300_partners", Some(150.0)),
        ("drawing_of_300_partners_and_3000_ties", Some(300.0)),
        ("board_report_of_the_sample", Some(100.0)),
        ("board_report_of_a_million_readings", None),
        ("import_of_a_hundred_thousand_readings", None),
        ("index_of_a_hundred_thousand_records", None),
        ("search_one_letter", Some(20.0)),
        ("search_two_letters", Some(20.0)),
        ("search_a_word_of_many_records", Some(20.0)),
        ("search_the_beginning_of_a_rare_word", Some(20.0)),
        ("search_two_words", Some(20.0)),
        ("search_a_word_nobody_wrote", Some(20.0)),
        ("search_nothing", Some(20.0)),
        ("matrix_of_two_thousand_activities", Some(100.0)),
        ("reinforcement_of_two_thousand_activities", Some(100.0)),
        ("matrix_report_of_two_thousand_activities", None),
    ] {
        found.insert(name.to_owned(), within(in_process(name)?, most_ms));
    }
    let report = in_process("board_report_of_the_sample")?;
    found.insert("board_report_to_typst".to_owned(), typst::measure(report)?);
    let charts = in_process("xmr_of_twelve_thousand_series")?;
    found.insert("xmr_to_r".to_owned(), xmr::measure(charts, &series)?);
    found.insert("binary_mb".to_owned(), binary()?);
    found.insert("import_from_outside".to_owned(), import::measure()?);
    if cfg!(target_os = "linux") {
        found.insert("import_of_millions".to_owned(), import::measure_many()?);
        found.insert("window".to_owned(), window::measure()?);
    }
    let summary = serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?;
    let path = place::target().join("bench.json");
    fs::write(&path, &summary).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("\n{summary}\n\nWritten to {}", path.display());
    Ok(())
}

/// Milliseconds of one measurement in process, as the measuring program left them.
fn in_process(name: &str) -> Outcome<f64> {
    let path = place::target()
        .join("criterion")
        .join(name)
        .join("new/estimates.json");
    let estimates = read_json(&path)?;
    let nanoseconds = estimates
        .pointer("/median/point_estimate")
        .and_then(Value::as_f64);
    nanoseconds
        .map(|nanoseconds| nanoseconds / 1e6)
        .ok_or_else(|| format!("{}: no median", path.display()))
}

fn read_json(path: &Path) -> Outcome<Value> {
    let text = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn within(ms: f64, most_ms: Option<f64>) -> Value {
    json!({
        "ms": rounded(ms),
        "most_ms": most_ms,
        "is_within": most_ms.map(|most| ms <= most),
    })
}

fn binary() -> Outcome<Value> {
    let program = place::program("release");
    let found =
        fs::metadata(&program).map_err(|error| format!("{}: {error}", program.display()))?;
    #[allow(clippy::cast_precision_loss, reason = "megabytes of a program")]
    let megabytes = found.len() as f64 / 1e6;
    Ok(json!({ "mb": rounded(megabytes), "most_mb": 20.0, "is_within": megabytes <= 20.0 }))
}

/// Two figures against each other.
fn ratio(ours: f64, theirs: f64, most: f64) -> Value {
    json!({
        "ours": rounded(ours),
        "theirs": rounded(theirs),
        "ratio": rounded(ours / theirs),
        "most_ratio": most,
        "is_within": ours <= theirs * most,
    })
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The middle one; half of two in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    values.get(middle).copied().unwrap_or(f64::NAN)
}

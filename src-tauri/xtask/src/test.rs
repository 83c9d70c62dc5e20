//! Everything that must pass, cheapest first, in one profile so that dependencies are
//! compiled once. Goes on after a failure and counts in the end.

use std::{env, fs, path::Path, process::Command};

use serde_json::Value;

use crate::{
    Outcome, pdf, place,
    run::{ask, cargo, command, npm, run},
    setup,
    tally::Tally,
};

/// The features every build of the tests has, so that nothing is compiled twice.
const FEATURES: &[&str] = &["--features", "backbone-desk/custom-protocol"];

/// All targets at once: what tests need counts for the features of dependencies, which
/// would otherwise be compiled twice.
fn build() -> Command {
    let mut build = cargo();
    build.args([
        "build",
        "--workspace",
        "--exclude",
        "xtask",
        "--all-targets",
    ]);
    build
        .args(FEATURES)
        .args(["--features", "backbone-tests/window"]);
    build
}

/// Format, lints and types.
pub fn check() -> Outcome {
    setup::to_build()?;
    let mut tally = Tally::default();
    checks(&mut tally);
    tally.close()
}

/// Everything.
pub fn everything() -> Outcome {
    println!("Looking for what is missing …");
    setup::everything()?;
    let mut tally = Tally::default();
    checks(&mut tally);
    tally.suite("Tests of the window's parts", npm().args(["run", "test"]));
    let is_built = tally.step("Building the program", || run(&mut build()));
    tally.suite(
        "Tests of rules, files, reports and the built program",
        cargo()
            .args(["test", "--workspace", "--no-fail-fast"])
            .args(FEATURES)
            .env("PROPTEST_RNG_SEED", seed())
            .env("BACKBONE_DESK", place::program("debug")),
    );
    if is_built && cfg!(target_os = "linux") {
        reports(&mut tally);
        journeys(&mut tally);
    } else {
        let why = "they need Linux and a program that builds";
        tally.skip("PDF checkers and the real window", why);
    }
    tally.close()
}

/// What properties are tried on is the same each time, so that a failure is of the change
/// at hand; `PROPTEST_RNG_SEED` looks elsewhere.
fn seed() -> String {
    env::var("PROPTEST_RNG_SEED").unwrap_or_else(|_| "1".to_owned())
}

fn checks(tally: &mut Tally) {
    tally.step("Format of the Rust files", || {
        run(cargo().args(["fmt", "--all", "--check"]))
    });
    // The shell embeds the built window, so even its lints need it.
    tally.step("Building the window", || run(npm().args(["run", "build"])));
    tally.step("Format and lints of the window", || {
        run(npm().args(["run", "lint"]))
    });
    let clippy = ["clippy", "--workspace", "--all-targets"];
    tally.step("Lints of the Rust files", || {
        run(cargo()
            .args(clippy)
            .args(FEATURES)
            .args(["--features", "backbone-tests/window"])
            .args(["--", "-D", "warnings"]))
    });
}

/// Kinds of reports, what they need, and for whom they are made here.
const REPORTS: &[(&str, &[&str])] = &[
    ("board", &["--audience", "internal"]),
    ("board", &["--audience", "public"]),
    ("measure", &["--measure", "KR"]),
    ("equity", &[]),
    ("agenda", &["--agenda", "1"]),
    ("agenda", &["--audience", "public"]),
    ("partner", &["--partner", "Queen City Public Schools"]),
    ("network", &[]),
    ("matrix", &[]),
    ("matrix", &["--audience", "public"]),
];

/// Every kind of report of the sample on both papers, read by strangers.
fn reports(tally: &mut Tally) {
    let folder = place::target().join("checked-reports");
    let file = folder.join("cincinnati.backbone");
    let program = place::program("debug");
    let made = tally.step("Making the sample", || {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        run(command(&program)
            .args(["sample", "cincinnati", "--out"])
            .arg(&file))
    });
    if !made {
        return;
    }
    for (kind, rest) in REPORTS {
        for paper in ["letter", "a4"] {
            let whom = rest.last().unwrap_or(&"");
            let name = format!("Report {kind} {whom} on {paper}: PDF/UA-1, PDF/A-2a, structure");
            tally.step(&name, || {
                let report = folder.join(format!("{kind}-{whom}-{paper}.pdf"));
                let options = ["--paper", paper, "--as-of", "2026-11-24", "--out"];
                run(command(&program)
                    .arg("report")
                    .arg(&file)
                    .args(["--kind", kind])
                    .args(*rest)
                    .args(options)
                    .arg(&report))?;
                pdf::check(&report)
            });
        }
    }
    for paper in ["letter", "a4"] {
        letter(tally, &folder, paper);
    }
}

/// The letter about a sheet that came back as it went out: nothing is filled in, and it
/// still says so properly.
fn letter(tally: &mut Tally, folder: &Path, paper: &str) {
    let program = place::program("debug");
    let file = folder.join("cincinnati.backbone");
    let name = format!("Letter to a partner on {paper}: PDF/UA-1, PDF/A-2a, structure");
    tally.step(&name, || {
        let sheet = folder.join(format!("sheet-{paper}.xlsx"));
        let pdf = folder.join(format!("letter-{paper}.pdf"));
        let partner = ["--partner", PARTNER];
        let asked = ["--measure", "KR", "--due", "2026-12-11", "--out"];
        run(command(&program)
            .arg("request")
            .arg(&file)
            .args(partner)
            .args(asked)
            .arg(&sheet))?;
        run(command(&program).arg("receive").arg(&file).arg(&sheet))?;
        let options = [
            "--kind",
            "letter",
            "--paper",
            paper,
            "--as-of",
            "2026-11-24",
        ];
        run(command(&program)
            .arg("report")
            .arg(&file)
            .args(options)
            .args(partner)
            .arg("--out")
            .arg(&pdf))?;
        pdf::check(&pdf)
    });
}

/// A partner of the sample.
const PARTNER: &str = "Queen City Public Schools";

/// The real window under a display of its own.
fn journeys(tally: &mut Tally) {
    let name = "Journeys in the real window";
    let Some(journeys) = built_test("window") else {
        tally.step(name, || Err("their program was not built".to_owned()));
        return;
    };
    let mut display = command("xvfb-run");
    display.args(["--auto-servernum", "--server-args", "-screen 0 1440x900x24"]);
    // One window after the other: they share one display and one keyboard.
    display.arg(journeys).arg("--test-threads=1");
    // Where cargo runs a test.
    display.current_dir(place::root().join("tests"));
    display.env("BACKBONE_DESK", place::program("debug"));
    display.env("TAURI_DRIVER", place::tools().join("bin/tauri-driver"));
    tally.suite(name, &mut display);
}

/// The program of a test, as it was built with all others: cargo would compile
/// dependencies anew for a test asked for alone.
fn built_test(name: &str) -> Option<String> {
    let messages = ask(build().arg("--message-format=json"))?;
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message.pointer("/target/name").and_then(Value::as_str) == Some(name))
        .find_map(|message| Some(message.get("executable")?.as_str()?.to_owned()))
}

//! Everything that must pass, cheapest first, in one profile so that dependencies are
//! compiled once. Goes on after a failure and counts in the end.

use std::fs;

use crate::{
    Outcome, pdf, place,
    run::{cargo, command, npm, run},
    setup,
    tally::Tally,
};

/// The features every build of the tests has, so that nothing is compiled twice.
const FEATURES: &[&str] = &["--features", "backbone-desk/custom-protocol"];

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
    // All targets at once: what tests need counts for the features of dependencies, which
    // would otherwise be compiled twice.
    let build = [
        "build",
        "--workspace",
        "--exclude",
        "xtask",
        "--all-targets",
    ];
    let is_built = tally.step("Building the program", || {
        run(cargo().args(build).args(FEATURES))
    });
    tally.suite(
        "Tests of rules, files, reports and the built program",
        cargo()
            .args(["test", "--workspace", "--no-fail-fast"])
            .args(FEATURES)
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
            .args(["--", "-D", "warnings"]))
    });
}

/// Kinds of reports, what they need, and for whom they are made here.
const REPORTS: &[(&str, &[&str])] = &[
    ("board", &["--audience", "internal"]),
    ("board", &["--audience", "public"]),
    ("measure", &["--measure", "KR"]),
    ("equity", &[]),
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
}

/// The real window under a display of its own.
fn journeys(tally: &mut Tally) {
    let mut display = command("xvfb-run");
    display.args(["--auto-servernum", "--server-args", "-screen 0 1440x900x24"]);
    let cargo = cargo();
    display.arg(cargo.get_program());
    display
        .args(["test", "--workspace", "--test", "window"])
        .args(FEATURES);
    // One window after the other: they share one display and one keyboard.
    display.args(["--", "--test-threads=1"]);
    display.env("BACKBONE_DESK", place::program("debug"));
    display.env("TAURI_DRIVER", place::tools().join("bin/tauri-driver"));
    tally.suite("Journeys in the real window", &mut display);
}

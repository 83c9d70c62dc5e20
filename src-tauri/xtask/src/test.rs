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
    let build = ["build", "--workspace", "--exclude", "xtask"];
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
    } else {
        tally.skip(
            "PDF checkers",
            "they run on Linux, on a program that builds",
        );
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

/// The board report of the sample on both papers, read by strangers.
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
    for paper in ["letter", "a4"] {
        let name = format!("Board report on {paper}: PDF/UA-1, PDF/A-2a, structure");
        tally.step(&name, || {
            let report = folder.join(format!("board-{paper}.pdf"));
            let options = [
                "--kind",
                "board",
                "--paper",
                paper,
                "--as-of",
                "2026-11-24",
                "--out",
            ];
            run(command(&program)
                .arg("report")
                .arg(&file)
                .args(options)
                .arg(&report))?;
            pdf::check(&report)
        });
    }
}

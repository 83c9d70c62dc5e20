//! Reports and copies made without a window.

use std::{fs, thread, time::Duration};

use backbone_tests::Program;

fn report(program: &Program, out: &str, paper: &str) -> Vec<u8> {
    let fixed = ["report", "city.backbone", "--kind", "board"];
    let rest = ["--as-of", "2026-11-24", "--out", out, "--paper", paper];
    let answer = program.run([fixed.as_slice(), &rest].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    fs::read(program.at(out)).unwrap()
}

#[test]
fn the_same_file_gives_the_same_report_at_any_moment() {
    let program = Program::with_sample();
    let first = report(&program, "one.pdf", "letter");
    // Longer than any clock that might be printed ticks.
    thread::sleep(Duration::from_millis(1_100));
    assert!(first == report(&program, "two.pdf", "letter"), "same bytes");
    assert!(
        first != report(&program, "three.pdf", "a4"),
        "another paper"
    );
}

#[test]
fn a_report_that_cannot_be_written_leaves_the_old_one() {
    let program = Program::with_sample();
    fs::write(program.at("board.pdf"), "the old one").unwrap();
    let fixed = ["report", "city.backbone", "--out", "board.pdf", "--kind"];
    let unknown = program.run([fixed.as_slice(), &["poem"]].concat());
    assert_eq!(unknown.code, 1);
    assert!(unknown.errors.contains("board"), "it names those there are");
    let kinds = program.run(["report", "--list-kinds"]);
    let listed: Vec<&str> = kinds.output.lines().collect();
    assert_eq!(kinds.code, 0);
    for kind in [
        "board", "measure", "equity", "partner", "agenda", "matrix", "network", "letter",
    ] {
        assert!(listed.contains(&kind), "{kind} in {listed:?}");
    }
    let lost = program.run([
        "report",
        "lost.backbone",
        "--kind",
        "board",
        "--out",
        "board.pdf",
    ]);
    assert_eq!(lost.code, 1);
    assert_eq!(fs::read(program.at("board.pdf")).unwrap(), b"the old one");
}

#[test]
fn the_activity_matrix_is_the_same_each_time_and_names_nobody_idle_to_the_public() {
    let program = Program::with_sample();
    let matrix = |out: &str, audience: &str, paper: &str| {
        let fixed = ["report", "city.backbone", "--kind", "matrix", "--out", out];
        let rest = [
            "--as-of",
            "2026-11-24",
            "--audience",
            audience,
            "--paper",
            paper,
        ];
        let answer = program.run([fixed.as_slice(), &rest].concat());
        assert_eq!(answer.code, 0, "{answer:?}");
        fs::read(program.at(out)).unwrap()
    };
    let first = matrix("one.pdf", "internal", "letter");
    assert!(
        first == matrix("two.pdf", "internal", "letter"),
        "same bytes"
    );
    assert!(first != matrix("a4.pdf", "internal", "a4"), "another paper");
    let public = matrix("public.pdf", "public", "letter");
    assert!(
        public.len() < first.len(),
        "the public is not told who does nothing"
    );
}

#[test]
fn everything_written_out_reads_back_the_same() {
    let program = Program::with_sample();
    let run = |arguments: &[&str]| {
        let answer = program.run(arguments);
        assert_eq!(answer.code, 0, "{arguments:?}: {answer:?}");
    };
    run(&["export", "city.backbone", "--json", "--out", "all.json"]);
    run(&["restore", "all.json", "--out", "again.backbone"]);
    run(&["check", "again.backbone"]);
    run(&["export", "again.backbone", "--json", "--out", "again.json"]);
    let read = |name| fs::read_to_string(program.at(name)).unwrap();
    assert!(read("all.json") == read("again.json"), "nothing is lost");
    run(&["backup", "city.backbone", "--out", "copy.backbone"]);
    run(&["check", "copy.backbone"]);
}

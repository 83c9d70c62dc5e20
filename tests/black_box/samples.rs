//! The five sample initiatives, as the program writes them.

use std::fs;

use backbone_tests::Program;

const NAMES: [&str; 5] = ["cincinnati", "camden", "minneapolis", "newark", "durham"];

#[test]
fn every_sample_is_written_sound_and_gives_a_board_report() {
    let program = Program::new();
    let listed = program.run(["sample", "--list"]);
    assert_eq!(listed.output.lines().collect::<Vec<_>>(), NAMES);
    for name in NAMES {
        let file = format!("{name}.backbone");
        let made = program.run(["sample", name, "--out", &file]);
        assert_eq!(made.code, 0, "{made:?}");
        let checked = program.run(["check", &file]);
        assert_eq!(checked.code, 0, "{name}: nothing is found: {checked:?}");
        let fixed = ["report", &file, "--kind", "board", "--as-of", "2026-11-24"];
        let out = format!("{name}.pdf");
        let written = program.run([fixed.as_slice(), &["--out", &out]].concat());
        assert_eq!(written.code, 0, "{written:?}");
        let bytes = fs::read(program.at(&out)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
    }
}

#[test]
fn published_figures_tell_their_source_and_a_sample_is_never_written_over_a_file() {
    let program = Program::new();
    let write = || program.run(["sample", "camden", "--out", "camden.backbone"]);
    assert_eq!(write().code, 0);
    let again = write();
    assert_eq!(again.code, 1, "the file is there");
    assert!(again.errors.contains("exists already"), "{again:?}");
    let query = [
        "query",
        "camden.backbone",
        "readings",
        "--measure",
        "RT-DIFF",
    ];
    let shown = program.run(query).output;
    for part in ["0.82", "pubmed 31914242", "Certainty: good"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

//! Help, refusals and exit codes.

use backbone_tests::Program;

#[test]
fn help_names_every_verb() {
    let answer = Program::new().run(["--help"]);
    assert_eq!(answer.code, 0);
    for verb in [
        "sample", "import", "report", "request", "receive", "query", "search", "compute", "export",
        "check", "history",
    ] {
        assert!(answer.output.contains(verb), "{verb} in {}", answer.output);
    }
}

#[test]
fn what_cannot_be_meant_exits_with_2_and_what_is_refused_with_1() {
    let program = Program::new();
    std::fs::write(program.at("letter.backbone"), "Dear board,").unwrap();
    for (arguments, code) in [
        (vec!["fly"], 2),
        (vec!["sample"], 2),
        (vec!["sample", "atlantis", "--out", "a.backbone"], 1),
        (vec!["query", "missing.backbone", "status"], 1),
        (vec!["query", "letter.backbone", "status"], 1),
        (vec!["history", "letter.backbone"], 1),
        (vec!["check", "missing.backbone"], 2),
        (vec!["check", "letter.backbone"], 2),
    ] {
        let answer = program.run(&arguments);
        assert_eq!(answer.code, code, "{arguments:?}: {answer:?}");
        assert!(!answer.errors.is_empty(), "{arguments:?} says why");
        assert!(!answer.errors.contains("panicked"), "{}", answer.errors);
    }
    assert_eq!(
        std::fs::read(program.at("letter.backbone")).unwrap(),
        b"Dear board,"
    );
}

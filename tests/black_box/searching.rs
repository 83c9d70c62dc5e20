//! Search on the command line.

use backbone_tests::Program;
use serde_json::Value;

fn search(program: &Program, arguments: &[&str]) -> Value {
    let answer = program.run([&["search", "city.backbone", "--json"], arguments].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    serde_json::from_str(&answer.output).unwrap()
}

#[test]
fn words_are_found_in_measures_people_meetings_and_texts() {
    let program = Program::with_sample();
    let found = search(&program, &["kindergarten"]);
    let kinds: Vec<&str> = found["hits"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|hit| hit["kind"].as_str())
        .collect();
    assert_eq!(kinds.first(), Some(&"measure"), "{found}");
    for kind in ["strategy", "agenda_text", "group"] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
    let only = search(&program, &["attendance", "--kind", "activity"]);
    let only = only["hits"].as_array().unwrap();
    assert!(!only.is_empty());
    for hit in only {
        assert_eq!(hit["kind"], "activity");
    }
}

#[test]
fn a_word_nobody_wrote_is_taken_for_the_nearest() {
    let program = Program::with_sample();
    let found = search(&program, &["kindergarden"]);
    assert_eq!(found["corrected"], "kindergarten");
    assert!(!found["hits"].as_array().unwrap().is_empty());
    let table = program.run(["search", "city.backbone", "kindergarden"]);
    assert!(
        table.output.starts_with("Nothing is written so."),
        "{}",
        table.output
    );
    assert!(table.output.contains("KIND"), "{}", table.output);
}

#[test]
fn nothing_found_and_unknown_kinds_are_refused_with_a_reason() {
    let program = Program::with_sample();
    let nothing = program.run(["search", "city.backbone", "qqqqqqq"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.errors.contains("Nothing was found"), "{nothing:?}");
    let unknown = program.run(["search", "city.backbone", "x", "--kind", "teapot"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.errors.contains("measure, partner"), "{unknown:?}");
}

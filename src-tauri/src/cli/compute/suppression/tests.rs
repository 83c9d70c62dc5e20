//! Small numbers from JSON in to JSON out.

use super::*;

fn answer(input: &str) -> Value {
    run_suppress(&fields(input)).unwrap()
}

fn fields(input: &str) -> Fields {
    let Ok(Value::Object(fields)) = serde_json::from_str(input) else {
        panic!("{input} is an object");
    };
    Fields(fields)
}

fn states(cells: &Value) -> Vec<&str> {
    let cells = cells.as_array().unwrap().iter();
    cells.map(|cell| cell["state"].as_str().unwrap()).collect()
}

#[test]
fn groups_are_taken_in_every_spelling() {
    for input in [
        r#"{"groups": [120, 40, 7], "k": 10, "total": 167}"#,
        r#"{"counts": [120, 40.0, "7"], "floor": 10}"#,
        r#"{"groups": {"A": 120, "B": 40, "C": 7}, "min_n": 10, "total": null}"#,
        r#"{"groups": [{"name": "A", "n": 120}, {"group": "B", "n": 40}, {"label": "C", "denominator": 7}]}"#,
        r#"{"groups": [120, 40, "<10"], "total": 170}"#,
    ] {
        let found = answer(input);
        assert_eq!(
            states(&found["groups"]),
            ["shown", "hidden", "hidden"],
            "{input}"
        );
    }
}

#[test]
fn hidden_groups_say_why_by_name_and_what_can_be_computed() {
    let found = answer(r#"{"groups": {"A": 120, "B": 40, "C": 7}, "total": 167}"#);
    assert_eq!(
        found["hidden"],
        json!([
            {"cell": "B", "place": {"group": 1}, "figure": "people", "because": "complementary", "protects": ["C"],
             "bounds": {"lower": 0, "upper": 47, "width": 47}},
            {"cell": "C", "place": {"group": 2}, "figure": "people", "because": "too_few_people",
             "bounds": {"lower": 0, "upper": 47, "width": 47}},
        ])
    );
    assert_eq!(found["total"]["n"], 167);
}

#[test]
fn tails_and_events_have_their_knobs() {
    let found = answer(
        r#"{"groups": [100, 100, 90], "numerators": [97, 50, 9], "numerator_floor": 20,
            "tails": true}"#,
    );
    assert_eq!(found["groups"][0]["percent"]["value"], ">95%");
    assert_eq!(found["groups"][2]["events"]["because"], "too_few_events");
    assert_eq!(found["groups"][2]["n"], 90, "there are people enough");
}

#[test]
fn a_table_is_printed_with_its_names() {
    let found = answer(
        r#"{"table": [[50, 60, 70], [40, 7, 30], [85, 20, 90]], "k": 10,
            "rows": ["North", "East", "West"], "columns": ["A", "B", "C"]}"#,
    );
    assert_eq!(
        found["printed"],
        json!([
            [50, 60, 70],
            [40, "hidden", "hidden"],
            [85, "hidden", "hidden"]
        ])
    );
    assert_eq!(found["outcome"], "cells_hidden");
    assert_eq!(found["hidden"][0]["cell"], "East × B");
    assert_eq!(states(&found["row_totals"]), ["shown"; 3]);
}

#[test]
fn breakdowns_of_one_total_are_answered_by_name() {
    let found =
        answer(r#"{"breakdowns": {"sex": [40, 35], "age": [60, 11, 4]}, "total": 75, "k": 10}"#);
    assert_eq!(states(&found["breakdowns"]["sex"]["groups"]), ["shown"; 2]);
    assert_eq!(
        states(&found["breakdowns"]["age"]["groups"]),
        ["shown", "hidden", "hidden"]
    );
}

#[test]
fn what_is_no_count_is_refused() {
    for input in [
        "{}",
        r#"{"groups": 7}"#,
        r#"{"groups": [7.5]}"#,
        r#"{"groups": [-7]}"#,
        r#"{"groups": [{"people": 7, "colour": 3}]}"#,
        r#"{"groups": [7], "tails": 5}"#,
        r#"{"groups": [7, 8], "x": [1]}"#,
        r#"{"table": [[1, 2], [3]]}"#,
        r#"{"table": [[1, 2], [3, 4]], "total": 11}"#,
    ] {
        assert!(run_suppress(&fields(input)).is_err(), "{input}");
    }
}

#[test]
fn two_exports_are_checked_for_subtraction() {
    let example = RULES
        .iter()
        .find(|rule| rule.name == "cross_check")
        .unwrap()
        .example;
    let found = run_cross_check(&fields(example)).unwrap();
    let small = &found["findings"].as_array().unwrap()[2];
    assert_eq!(
        (&small["cell"], &small["found"], &small["value"]),
        (&json!("C"), &json!("exactly"), &json!(7))
    );
    for input in [
        r#"{"exports": {"public": {"A": 1}}}"#,
        r#"{"exports": {"public": {"A": 1}, "partners": {"A": 1}}, "sums": [["A"]]}"#,
    ] {
        assert!(run_cross_check(&fields(input)).is_err(), "{input}");
    }
}

//! What the window would show, as JSON.

use backbone_tests::Program;
use serde_json::Value;

fn query(program: &Program, what: &str) -> Vec<Value> {
    let answer = program.run([
        "query",
        "city.backbone",
        what,
        "--json",
        "--as-of",
        "2026-11-24",
    ]);
    assert_eq!(answer.code, 0, "{what}: {answer:?}");
    serde_json::from_str(&answer.output).unwrap()
}

#[test]
fn a_status_names_its_rule_and_tells_the_others() {
    let program = Program::with_sample();
    let all = query(&program, "status");
    assert!(!all.is_empty());
    for measure in &all {
        assert_eq!(measure["rule"], "path", "{measure}");
        for rule in ["path", "movement", "pace", "process", "runs"] {
            assert!(
                measure[rule]["rule"]["id"].is_string(),
                "{rule} in {measure}"
            );
            assert!(measure[rule]["points"].is_number(), "{rule} in {measure}");
        }
    }
}

#[test]
fn quality_says_how_fresh_complete_and_firm_each_measure_is() {
    let program = Program::with_sample();
    let all = query(&program, "quality");
    let in_use = query(&program, "measures")
        .into_iter()
        .filter(|measure| measure["status"] != "retired");
    assert_eq!(all.len(), in_use.count(), "what is retired needs no work");
    for measure in &all {
        let complete = &measure["completeness"];
        assert!(
            complete["have"].as_u64() <= complete["expected"].as_u64(),
            "{measure}"
        );
        assert!(measure["freshness"]["is_late"].is_boolean(), "{measure}");
        for need in measure["needs"].as_array().unwrap() {
            assert!(
                need["words"]
                    .as_str()
                    .is_some_and(|words| words.contains(' ')),
                "{need}"
            );
        }
    }
    let table = program.run(["query", "city.backbone", "quality"]);
    assert!(table.output.starts_with("CODE"), "{}", table.output);
}

#[test]
fn disparities_give_difference_and_ratio_together() {
    let program = Program::with_sample();
    let all = query(&program, "disparities");
    assert!(!all.is_empty(), "the sample has groups");
    for found in &all {
        assert!(found["now"]["difference"].is_number(), "{found}");
        assert!(found["now"]["ratio"].is_number(), "{found}");
    }
}

#[test]
fn the_network_tells_who_is_tied_and_by_what() {
    let program = Program::with_sample();
    let found = query(&program, "network");
    let network = &found[0];
    assert_eq!(network["rule"]["id"], "network");
    let edges = network["edges"].as_array().unwrap();
    assert_eq!(network["ties"].as_u64(), Some(edges.len() as u64));
    assert_eq!(
        network["points"].as_u64(),
        Some(20),
        "who only asks is not in"
    );
    assert!(edges.iter().any(|edge| edge["meetings"] == 2), "{edges:?}");
    assert!(
        edges.iter().all(|edge| edge["one"].is_string()),
        "{edges:?}"
    );
    assert_eq!(network["isolates"][0], "Harbor House Counseling");
    let earlier = program.run([
        "query",
        "city.backbone",
        "network",
        "--json",
        "--since",
        "2026-02-01",
        "--as-of",
        "2026-03-31",
    ]);
    let earlier: Vec<Value> = serde_json::from_str(&earlier.output).unwrap();
    assert!(earlier[0]["ties"].as_u64() < network["ties"].as_u64());
    let words = program.run(["query", "city.backbone", "network"]).output;
    assert!(words.contains("possible pairs"), "{words}");
    let backward = program.run([
        "query",
        "city.backbone",
        "network",
        "--since",
        "2027-01-01",
        "--as-of",
        "2026-03-31",
    ]);
    assert_eq!(backward.code, 1, "{backward:?}");
}

#[test]
fn the_network_of_a_file_is_computed_by_the_rule() {
    let program = Program::with_sample();
    let computed = program.run(["compute", "network", "--file", "city.backbone", "--json"]);
    assert_eq!(computed.code, 0, "{computed:?}");
    let computed: Value = serde_json::from_str(&computed.output).unwrap();
    assert_eq!(computed["points"].as_u64(), Some(20));
    assert!(computed["mixing"]["assortativity"].is_number());
    let wrong = program.run(["compute", "status", "--file", "city.backbone"]);
    assert_eq!(wrong.code, 2, "{wrong:?}");
}

#[test]
fn the_matrix_and_what_stands_out_agree_with_the_activities() {
    let program = Program::with_sample();
    let cells = query(&program, "matrix");
    let led: u64 = cells.iter().filter_map(|cell| cell["leads"].as_u64()).sum();
    let running = query(&program, "activities");
    let running = running.iter().filter(|activity| {
        let status = activity["status"].as_str();
        activity["lead"].is_string() && matches!(status, Some("active" | "planned"))
    });
    assert_eq!(led, running.count() as u64, "each is led in one cell");
    let found = query(&program, "findings");
    let kinds: Vec<&str> = found
        .iter()
        .filter_map(|one| one["kind"].as_str())
        .collect();
    for kind in [
        "leaderless_strategies",
        "overlaps",
        "activities_without_lead",
    ] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
    let table = program.run(["query", "city.backbone", "findings"]);
    assert!(
        table.output.contains("Paid internships"),
        "{}",
        table.output
    );
}

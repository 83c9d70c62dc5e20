//! The verb from JSON in to JSON out.

use super::*;

fn compute(rule: &str, input: &str) -> Value {
    let arguments = ComputeArguments {
        rule: Some(rule.to_owned()),
        json: true,
        example: false,
        list: false,
        file: None,
    };
    let mut output = Vec::new();
    command(&arguments, input.as_bytes(), &mut output).unwrap();
    serde_json::from_slice(&output).unwrap()
}

#[test]
fn every_example_is_answered_with_rule_and_points() {
    for rule in rules() {
        let found = compute(rule.name, rule.example);
        assert!(
            found["rule"]["id"].is_string() && found["points"].is_u64(),
            "{}: {found}",
            rule.name
        );
    }
}

#[test]
fn the_published_examples_come_out() {
    let path = rules().find(|rule| rule.name == "path").unwrap().example;
    let found = compute("path", path);
    assert_eq!(found["position"], "watch");
    assert!((found["path_value"].as_f64().unwrap() - 56.025).abs() < 1e-9);
    assert_eq!(
        compute(
            "status",
            r#"{"baseline":50,"current":56,"target":40,"polarity":"lower"}"#
        )["movement"],
        "getting_worse"
    );
}

#[test]
fn a_list_is_answered_in_its_order_or_refused_as_a_whole() {
    let one = r#"{"values":[1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1],"polarity":"higher"}"#;
    let other = r#"{"values":[1,2,3,4,5,6,7],"polarity":"lower"}"#;
    let both = compute("xmr", &format!("[{one},{other}]"));
    assert_eq!(both[0], compute("xmr", one));
    assert_eq!(both[1], compute("xmr", other));
    assert_eq!(compute("xmr", "[]"), serde_json::json!([]));
    let said = refused("xmr", &format!("[{one},{{\"values\":[1,\"x\"]}}]"));
    assert!(said.contains("number 2: "), "{said}");
    assert!(refused("xmr", "[3]").contains("must be a JSON object"));
}

#[test]
fn a_field_no_rule_knows_is_refused_by_name() {
    let arguments = ComputeArguments {
        rule: Some("status".to_owned()),
        json: true,
        example: false,
        list: false,
        file: None,
    };
    let refused = command(&arguments, r#"{"base": 1}"#.as_bytes(), &mut Vec::new());
    assert!(format!("{:?}", refused.unwrap_err()).contains("base"));
}

/// Why an input is refused.
fn refused(rule: &str, input: &str) -> String {
    let arguments = ComputeArguments {
        rule: Some(rule.to_owned()),
        json: true,
        example: false,
        list: false,
        file: None,
    };
    let refused = command(&arguments, input.as_bytes(), &mut Vec::new());
    format!("{:?}", refused.unwrap_err())
}

#[track_caller]
fn assert_near(found: &Value, wanted: f64) {
    let near = found
        .as_f64()
        .is_some_and(|found| (found - wanted).abs() < 1e-9);
    assert!(near, "{found} is not {wanted}");
}

#[test]
fn pace_is_the_same_in_every_spelling() {
    let wanted = compute(
        "pace",
        r#"{"baseline":{"period":"2015","value":60},"latest":{"period":"2020","value":62},"target":{"period":"2025","value":80}}"#,
    );
    assert_eq!(wanted["pace"], "limited_progress");
    assert_near(&wanted["ratio"], 0.225_433_875_032_797_7);
    for same in [
        r#"{"y0":60,"t0":2015,"yt":62,"t":2020,"yT":80,"T":2025,"direction":"up"}"#,
        r#"{"baseline":60,"baseline_year":2015,"current":62,"current_year":2020,"target":80,"target_year":2025}"#,
        r#"{"baseline":[2015,60],"latest":[2020,62],"target":[2025,80]}"#,
        r#"{"points":[[2015,60],[2018,50],[2020,62]],"target":{"year":2025,"value":80}}"#,
    ] {
        let found = compute("pace", same);
        assert_eq!(found["pace"], wanted["pace"], "{same}");
        assert_near(&found["ratio"], wanted["ratio"].as_f64().unwrap());
    }
    let eased = compute(
        "pace",
        r#"{"y0":85,"t0":2015,"yt":88,"t":2020,"natural_limit":100}"#,
    );
    assert_eq!(eased["pace"], "acceleration_needed");
    let alone = compute("pace", r#"{"values":[60],"limit":100}"#);
    assert_eq!(
        (&alone["pace"], &alone["obstacle"]),
        (&"cannot_be_assessed".into(), &"too_few_periods".into())
    );
    assert!(refused("pace", r#"{"y0":60,"yt":62}"#).contains("t0"));
}

#[test]
fn disparity_is_the_same_in_every_spelling() {
    for same in [
        r#"{"values":[14.1,14.4,16.8,19.0],"polarity":"lower"}"#,
        r#"{"groups":{"A":14.1,"B":14.4,"C":16.8,"D":19.0},"direction":"down"}"#,
        r#"{"groups":[{"group":"A","rate":14.1},{"name":"B","value":14.4},16.8,19.0],"polarity":"lower"}"#,
        r#"{"values":[14.1,14.4,16.8,19.0],"names":["A","B","C","D"],"polarity":"lower"}"#,
    ] {
        let found = compute("disparity", same);
        assert_near(&found["difference"], 4.9);
        assert_near(&found["ratio"], 19.0 / 14.1);
        assert_near(&found["index_percent"], 100.0 * (50.2 / 42.3 - 1.0));
    }
    let peopled = compute(
        "disparity",
        r#"{"groups":{"A":{"value":10,"population":300},"B":{"value":20,"n":100}},"polarity":"lower"}"#,
    );
    assert_near(&peopled["idis_percent"], 40.0);
    assert_eq!(peopled["best"][0], "A");
    let weighted = compute("disparity", r#"{"values":[10,20],"weights":[300,100]}"#);
    assert_near(&weighted["idis_percent"], 40.0);
    let few = compute("disparity", r#"{"values":[10]}"#);
    assert_eq!(few["answer"], "too_few_groups");
    assert!(refused("disparity", r#"{"values":[1,2],"names":["A"]}"#).contains("names"));
    assert!(refused("disparity", r#"{"groups":{"A":"many"}}"#).contains("number"));
}

#[test]
fn a_gap_then_and_now_says_where_difference_and_ratio_disagree() {
    let found = compute(
        "disparity",
        r#"{"then":{"A":10,"B":20},"now":{"A":20,"B":35},"group":"A"}"#,
    );
    assert_eq!(found["answer"], "difference_and_ratio_disagree");
    assert_near(&found["now"]["difference"], 15.0);
    assert!(refused("disparity", r#"{"then":{"A":10,"B":20}}"#).contains("group"));
}

#[test]
fn a_network_is_the_same_in_every_spelling() {
    for same in [
        r#"{"edges":[["A","B"],["B","C"],["C","D"],["D","E"]]}"#,
        r#"{"ties":[{"source":"A","target":"B"},{"from":"B","to":"C"},{"a":"C","b":"D"},["D","E"]],"nodes":["A",{"name":"B"},{"id":"C"}]}"#,
        r#"{"links":[[1,2],[2,3],[3,4],[4,5],[2,1]],"nodes":[1,2,3,4,5]}"#,
    ] {
        let found = compute("network", same);
        assert_near(&found["density"], 0.4);
        assert_near(&found["centralization"], 1.0 / 6.0);
        assert_near(&found["nodes"][2]["betweenness"], 2.0 / 3.0);
        assert_eq!(found["bridges"].as_array().unwrap().len(), 4);
    }
    let mixed = compute(
        "network",
        r#"{"edges":[["A","B"],["A","C"]],"sectors":{"A":"health","B":"health","C":"schools","D":"faith"}}"#,
    );
    assert_near(&mixed["mixing"]["ei_index"], 0.0);
    assert_eq!(mixed["isolates"][0], "D");
    let pairs = compute("network", r#"[["A","B"],["B","C"]]"#);
    assert_eq!(pairs["ties"], 2, "pairs alone are a network");
    assert!(refused("network", r#"{"edges":[["A"]]}"#).contains("edge"));
    assert!(refused("network", r#"{"edges":[["A","A"]]}"#).contains("itself"));
}

#[test]
fn engagement_takes_counts_dates_and_parts_of_its_own() {
    for same in [
        r#"{"attended":9,"invited":12,"days_since_touch":45,"cadence":30,"actions_closed":3,"actions_due":4}"#,
        r#"{"attendance":{"attended":9,"invited":12},"recency":{"days":45,"cadence":30},"follow_through":{"done":3,"due":4}}"#,
        r#"{"attended":9,"invited":12,"last_touch":"2026-10-10","as_of":"2026-11-24","cadence_days":30,"actions_on_time":3,"actions_due":4}"#,
    ] {
        let found = compute("engagement", same);
        assert_near(&found["attendance"]["percent"], 75.0);
        assert_eq!(found["recency"]["answer"], "overdue");
        assert_near(&found["recency"]["percent"], 150.0);
        assert_eq!(found["follow_through"]["denominator"], 4);
        assert_eq!(found["data_timeliness"]["answer"], "nothing_due");
    }
    assert!(refused("engagement", r#"{"last_touch":"2026-10-10"}"#).contains("as_of"));
    assert!(refused("engagement", r#"{"attended":2,"invited":1}"#).contains("attended"));
}

#[test]
fn the_guard_cautions_and_compares() {
    let alone = compute("guard", r#"{"extreme_baseline":true,"comparison":false}"#);
    assert_eq!(alone["verdict"], "caution");
    assert_eq!(alone["reasons"][1], "no_comparison");
    let compared = compute(
        "guard",
        r#"{"chosen_for_extreme_baseline":true,"before":100,"after":62,"comparison":{"before":90,"after":60}}"#,
    );
    assert_eq!(compared["verdict"], "clear");
    assert_near(&compared["adjusted_change"]["adjusted"], -8.0);
    let shares = compute(
        "guard",
        r#"{"extreme_baseline":true,"cohort":{"x":56,"n":70},"comparison":{"x":48,"n":80}}"#,
    );
    assert_near(&shares["difference_of_shares"]["difference"], 0.2);
}

#[test]
fn intervals_are_given_per_as_many_as_asked_for() {
    let percent = compute("interval", r#"{"x":65,"n":100,"per":100}"#);
    assert_near(&percent["estimate"], 65.0);
    let rate = compute(
        "interval",
        r#"{"method":"exact","events":5,"population":100,"per":100000}"#,
    );
    assert!((rate["lower"].as_f64().unwrap() - 1_623.486_390).abs() < 1e-6);
    let exact = compute("interval", r#"{"method":"exact","x":65}"#);
    assert_eq!(exact["rule"]["id"], "interval_exact", "asked for by name");
}

//! What leaves the file: tables, charts and reports for an audience, and the log of it.

use std::{
    fs,
    io::{Cursor, Read},
};

use backbone_tests::{Answer, Program};
use serde_json::Value;

/// Sample figures of one measure with a group of seven people in it.
fn with_a_secret() -> Program {
    let program = Program::with_sample();
    let table = "period,group,value,numerator,denominator,comment\n\
                 2025-26,,61.3,1226,2000,\n\
                 2025-26,Black,60.01,600,1000,\n\
                 2025-26,White,62.02,620,993,\n\
                 2025-26,Asian,71.43,5,7,sentinel five of seven\n";
    fs::write(program.at("secret.csv"), table).unwrap();
    let read = program.run(["import", "city.backbone", "secret.csv", "--measure", "KR"]);
    assert_eq!(read.code, 0, "{read:?}");
    program
}

fn done(program: &Program, arguments: &[&str]) -> Answer {
    let answer = program.run(arguments);
    assert_eq!(answer.code, 0, "{arguments:?}: {answer:?}");
    answer
}

fn read(program: &Program, name: &str) -> String {
    fs::read_to_string(program.at(name)).unwrap()
}

/// Everything in an archive as text.
fn unpacked(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        archive
            .by_index(at)
            .unwrap()
            .read_to_string(&mut all)
            .unwrap();
    }
    all
}

#[test]
fn no_table_or_drawing_for_others_holds_a_hidden_figure() {
    let program = with_a_secret();
    for audience in ["partners", "public"] {
        let run = |form: &str, out: &str, rest: &[&str]| {
            let fixed = [
                "export",
                "city.backbone",
                form,
                "--audience",
                audience,
                "--out",
                out,
            ];
            done(&program, &[&fixed[..], rest].concat())
        };
        run("--csv", "tables", &[]);
        run("--csv", "one.csv", &["--measure", "KR"]);
        run("--svg", "chart.svg", &["--measure", "KR"]);
        run("--csv", "readings.csv", &["--table", "readings"]);
        let chart = read(&program, "chart.svg");
        let mut said = vec![
            read(&program, "one.csv"),
            read(&program, "readings.csv"),
            // Numbers of outlines are places, not figures.
            chart.split("<rect").next().unwrap().to_owned(),
        ];
        for entry in fs::read_dir(program.at("tables")).unwrap() {
            said.push(fs::read_to_string(entry.unwrap().path()).unwrap());
        }
        let shown = said.join("\n");
        for secret in ["71.43", "sentinel"] {
            assert!(!shown.contains(secret), "{secret} for {audience}");
        }
        assert!(shown.contains("60.01"), "large groups are shown");
        assert!(shown.contains("to protect small groups"));
        assert!(!shown.contains('@'), "no address of a person leaves");
    }
    let team = ["--csv", "--out", "team.csv", "--measure", "KR"];
    done(
        &program,
        &[&["export", "city.backbone"][..], &team].concat(),
    );
    assert!(read(&program, "team.csv").contains("71.43"));
}

#[test]
fn a_spreadsheet_for_others_hides_and_reads_the_same_each_time() {
    let program = with_a_secret();
    let write = |out: &str, audience: &str| {
        let fixed = ["export", "city.backbone", "--xlsx", "--as-of", "2026-11-24"];
        let rest = ["--audience", audience, "--out", out];
        done(&program, &[&fixed[..], &rest].concat());
        fs::read(program.at(out)).unwrap()
    };
    let first = write("one.xlsx", "public");
    assert!(first == write("two.xlsx", "public"), "the same bytes");
    let public = unpacked(first);
    for secret in ["71.43", "sentinel"] {
        assert!(!public.contains(secret), "{secret}");
    }
    assert!(public.contains("60.01") && public.contains("Readings"));
    assert!(unpacked(write("team.xlsx", "internal")).contains("71.43"));
}

#[test]
fn what_left_is_in_the_log_with_what_was_hidden() {
    let program = with_a_secret();
    let report = ["report", "city.backbone", "--kind", "equity"];
    let rest = ["--audience", "public", "--out", "e.pdf"];
    let answer = done(&program, &[report, rest].concat());
    assert!(answer.output.contains("hidden"), "{answer:?}");
    let query = ["query", "city.backbone", "disclosures"];
    let log = done(&program, &[&query[..], &["--json"]].concat());
    let log: Value = serde_json::from_str(&log.output).unwrap();
    let entry = &log.as_array().unwrap()[0];
    assert_eq!(entry["audience"], "public");
    assert_eq!(entry["what"], "Equity report");
    let hidden = entry["hidden_figures"].as_array().unwrap();
    let is_the_secret = |figure: &Value| {
        figure["why"] == "too_few_people"
            && figure["group"] == "Race and ethnicity: Asian"
            && figure["period"] == "SY2025-26"
    };
    assert!(hidden.iter().any(is_the_secret), "{hidden:?}");
    assert_eq!(entry["hidden"], hidden.len());
    let table = done(&program, &query);
    assert!(table.output.contains("The public"), "{table:?}");
}

#[test]
fn every_kind_is_written_and_a_sheet_needs_its_measure() {
    let program = Program::with_sample();
    for (kind, rest) in [("measure", &["--measure", "kr"][..]), ("equity", &[])] {
        for paper in ["letter", "a4"] {
            let fixed = ["report", "city.backbone", "--kind", kind, "--out", "r.pdf"];
            done(&program, &[&fixed[..], &["--paper", paper], rest].concat());
            assert!(fs::read(program.at("r.pdf")).unwrap().starts_with(b"%PDF"));
        }
    }
    let fixed = [
        "report",
        "city.backbone",
        "--kind",
        "measure",
        "--out",
        "r.pdf",
    ];
    let without = program.run(fixed);
    assert_eq!(without.code, 2, "{without:?}");
    let unknown = program.run([&fixed[..], &["--measure", "NO"]].concat());
    assert_eq!(unknown.code, 1, "{unknown:?}");
    assert!(unknown.errors.contains("KR"), "it names those there are");
}

#[test]
fn the_whole_file_and_meetings_are_only_for_the_team() {
    let program = Program::with_sample();
    for (form, out) in [
        (&["--json"][..], "x.json"),
        (&["--csv", "--table", "meetings"], "x.csv"),
    ] {
        let fixed = [
            "export",
            "city.backbone",
            "--audience",
            "public",
            "--out",
            out,
        ];
        let refused = program.run([&fixed[..], form].concat());
        assert_eq!(refused.code, 1, "{form:?}: {refused:?}");
        assert!(!program.at(out).exists(), "{form:?} leaves nothing");
    }
    let none = program.run(["export", "city.backbone", "--out", "x"]);
    assert_eq!(none.code, 2, "a form has to be chosen");
}

#[test]
fn a_picture_is_drawn_and_an_archive_holds_every_table() {
    let program = Program::with_sample();
    let fixed = ["export", "city.backbone", "--out"];
    let chart = ["c.png", "--png", "--measure", "KR"];
    done(&program, &[&fixed[..], &chart].concat());
    let png = fs::read(program.at("c.png")).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    done(&program, &[&fixed[..], &["all.zip", "--csv"]].concat());
    let bytes = fs::read(program.at("all.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for name in ["Readings.csv", "Partners.csv", "Meetings.csv", "About.csv"] {
        assert!(archive.by_name(name).is_ok(), "{name} is in it");
    }
}

#[test]
fn an_export_of_the_first_version_is_restored() {
    let program = Program::new();
    let old = backbone_tests::root().join("tests/fixtures/json/version-1.json");
    let old = old.to_str().unwrap();
    done(&program, &["restore", old, "--out", "old.backbone"]);
    done(&program, &["check", "old.backbone"]);
    let status = done(&program, &["query", "old.backbone", "status"]);
    assert!(status.output.contains("53.2%"), "{status:?}");
}

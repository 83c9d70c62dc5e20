//! A data request from end to end: the sheet goes out, is filled in, comes back, and is
//! answered with a letter.

use std::fs;

use backbone_core::{Entry, Workbook, measurement::DataRequest};
use backbone_exchange::requests::{Form, Given, write};
use backbone_tests::{Answer, Program};
use serde_json::Value;

const SCHOOLS: &str = "Queen City Public Schools";
/// By what the request of a test is told from those of the sample.
const TITLE: &str = "Asked by a test";

fn request(program: &Program, out: &str, options: &[&str]) -> Answer {
    let fixed = ["request", "city.backbone", "--partner", SCHOOLS];
    let rest = ["--due", "2030-12-11", "--title", TITLE, "--out", out];
    program.run([&fixed[..], options, &rest].concat())
}

fn done(answer: Answer) -> Answer {
    assert_eq!(answer.code, 0, "{answer:?}");
    answer
}

/// What a partner would send: the sheet of the request with these figures typed in.
fn filled(program: &Program, figures: &[&str]) -> Vec<u8> {
    let book = Workbook::open_read_only(&program.at("city.backbone")).unwrap();
    let requests: Vec<Entry<DataRequest>> = book.list().unwrap();
    let mut requests = requests.iter();
    let request = requests.find(|one| one.record.title == TITLE).unwrap();
    let mut form = Form::read(&book, request.id).unwrap();
    let cells = form.blocks.iter_mut().flat_map(|block| &mut block.cells);
    for (cell, figure) in cells.zip(figures) {
        cell.answer.figure = match figure.parse() {
            Ok(number) => Given::Number(number),
            Err(_) => Given::Text((*figure).to_owned()),
        };
    }
    write(&form).unwrap()
}

/// The request as it stands.
fn query(program: &Program) -> Value {
    let answer = done(program.run(["query", "city.backbone", "requests", "--json"]));
    let all: Vec<Value> = serde_json::from_str(&answer.output).unwrap();
    let mut all = all.into_iter();
    all.find(|one| one["title"] == TITLE).unwrap()
}

#[test]
fn a_sheet_goes_out_comes_back_and_is_answered() {
    let program = Program::with_sample();
    let asked = [
        "--measure",
        "KR",
        "--measure",
        "R3",
        "--period",
        "2029-30",
        "--sent",
    ];
    done(request(&program, "schools.xlsx", &asked));
    let sheet = fs::read(program.at("schools.xlsx")).unwrap();
    assert!(
        sheet == filled(&program, &[]),
        "the sheet is a function of the request"
    );
    assert_eq!(query(&program)["state"], "due");

    fs::write(program.at("back.xlsx"), filled(&program, &["54.1", "460"])).unwrap();
    let receive = ["receive", "city.backbone", "back.xlsx"];
    let preview = done(program.run([&receive[..], &["--preview"]].concat()));
    assert!(
        preview.output.contains("1 new") && preview.output.contains("460 is over 100%."),
        "{}",
        preview.output
    );
    assert_eq!(query(&program)["state"], "due", "a preview changes nothing");

    let received = done(program.run([&receive[..], &["--json"]].concat()));
    let received: Value = serde_json::from_str(&received.output).unwrap();
    assert_eq!(received[0]["received"]["added"], 1);
    assert_eq!(received[0]["findings"][0]["cell"], "F10");
    let stands = query(&program);
    assert_eq!(stands["state"], "received");
    assert_eq!(stands["returned"]["answered"], 2);
    assert_eq!(stands["returned"]["findings"][0]["code"], "over_limit");
    let readings = done(program.run(["query", "city.backbone", "readings", "--measure", "KR"]));
    assert!(readings.output.contains("54.1"), "{}", readings.output);

    let letter = [
        "report",
        "city.backbone",
        "--kind",
        "letter",
        "--partner",
        SCHOOLS,
    ];
    done(program.run([&letter[..], &["--out", "letter.pdf"]].concat()));
    let letter = fs::read(program.at("letter.pdf")).unwrap();
    assert!(letter.starts_with(b"%PDF-"));

    done(program.run(["undo", "city.backbone"]));
    assert_eq!(
        query(&program)["state"],
        "due",
        "one undo takes all of it back"
    );
    assert_eq!(query(&program)["returned"], Value::Null);
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_and_the_others_are_taken() {
    let program = Program::with_sample();
    done(request(&program, "schools.xlsx", &["--measure", "KR"]));
    fs::write(program.at("back.xlsx"), filled(&program, &["54.1"])).unwrap();
    fs::write(program.at("note.xlsx"), "Dear board,").unwrap();
    let answer = program.run(["receive", "city.backbone", "note.xlsx", "back.xlsx"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer
            .errors
            .contains("note.xlsx: This file cannot be opened as a spreadsheet"),
        "{}",
        answer.errors
    );
    assert_eq!(query(&program)["state"], "received");
    let stranger = Program::with_sample();
    fs::write(
        stranger.at("back.xlsx"),
        fs::read(program.at("back.xlsx")).unwrap(),
    )
    .unwrap();
    let answer = stranger.run(["receive", "city.backbone", "back.xlsx"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.errors.contains("another initiative"),
        "{}",
        answer.errors
    );
}

#[test]
fn what_cannot_be_asked_says_what_can() {
    let program = Program::with_sample();
    for (options, words) in [
        (&["--measure", "NONE"][..], "no measure has the code “NONE”"),
        (
            &["--measure", "KR", "--period", "2025-Q3"],
            "none of the periods",
        ),
        (
            &["--measure", "KR", "--by", "Shoe size"],
            "Race and ethnicity",
        ),
    ] {
        let answer = request(&program, "schools.xlsx", options);
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(answer.errors.contains(words), "{}", answer.errors);
        assert!(!program.at("schools.xlsx").exists());
    }
    let nobody = ["request", "city.backbone", "--partner", "Nobody"];
    let rest = ["--due", "2030-12-11", "--out", "nobody.xlsx"];
    let answer = program.run([nobody, rest].concat());
    assert!(
        answer.errors.contains(SCHOOLS),
        "it names those there are: {}",
        answer.errors
    );
    let letter = [
        "report",
        "city.backbone",
        "--kind",
        "letter",
        "--out",
        "l.pdf",
    ];
    assert_eq!(program.run(letter).code, 2, "a letter goes to someone");
}

//! The letter about figures that came in.

use backbone_core::{
    DataRequestId, Workbook,
    measurement::{DataRequest, WantedChoice},
    partners::Partner,
};
use backbone_exchange::requests::{Form, Given, Returned, Review, write};
use backbone_report::{Paper, letter, letter_text};
use chrono::TimeDelta;
use rust_decimal::Decimal;

use crate::{
    books::{context, sample, today},
    paper::{Read, assert_well_drawn},
    structure::elements,
};

/// The sample with a sheet that came back from its school district: one figure as it should
/// be, one over the limit, one left open.
fn answered() -> (Workbook, DataRequestId) {
    let mut book = sample();
    let mut partners = book.list::<Partner>().unwrap().into_iter();
    let partner = partners
        .find(|partner| partner.record.name == "Queen City Public Schools")
        .unwrap();
    let measure = book.measure_by_code("KR").unwrap();
    let year = measure.record.frequency.latest_ended(today());
    let choice = WantedChoice {
        measures: vec![(measure.id, vec![year.step(-2), year.step(-1), year])],
        ..WantedChoice::default()
    };
    let wanted = book.wanted(&choice, today()).unwrap();
    let due = today() + TimeDelta::days(14);
    let request = DataRequest::to(partner.id, "Readiness of 2025–26", due);
    let request = book
        .add_data_request(request, &wanted, &context())
        .unwrap()
        .value;
    let mut form = Form::read(&book, request).unwrap();
    let cells = &mut form.blocks[0].cells;
    cells[1].answer.figure = Given::Number(Decimal::new(541, 1));
    cells[2].answer.figure = Given::Number(Decimal::new(460, 0));
    let returned = Returned::read(&write(&form).unwrap()).unwrap();
    let review = Review::of(&returned, &book).unwrap().unwrap();
    let _ = review
        .commit(&mut book, "readiness.xlsx", &context())
        .unwrap();
    (book, request)
}

#[test]
fn the_letter_says_what_came_what_was_taken_and_what_needs_a_second_look() {
    let (book, request) = answered();
    let facts = book.letter_facts(request, today()).unwrap();
    let bytes = letter(&facts, Paper::Letter).unwrap().bytes;
    assert_well_drawn(&bytes);
    let read = Read::new(&bytes);
    let (paper, copied) = (read.text(), letter_text(&facts));
    for said in [
        "readiness.xlsx",
        "It answers 2 of the 3 figures",
        "54.1%",
        "F10",
        "460 is over 100%.",
        "One figure is still open.",
    ] {
        assert!(paper.contains(said), "{said} on paper: {paper}");
        assert!(copied.contains(said), "{said} in the message: {copied}");
    }
    // A message has its addressee elsewhere; paper says it itself.
    for said in [facts.partner.name.as_str(), "Not taken yet"] {
        assert!(paper.contains(said), "{said} on paper: {paper}");
    }
}

#[test]
fn the_letter_is_tagged_and_the_same_at_any_time() {
    let (book, request) = answered();
    let facts = book.letter_facts(request, today()).unwrap();
    let bytes = letter(&facts, Paper::A4).unwrap().bytes;
    assert!(
        bytes == letter(&facts, Paper::A4).unwrap().bytes,
        "the same letter"
    );
    let read = Read::new(&bytes);
    assert!((read.size().0 - 595.28).abs() < 0.1, "on A4");
    let roles: Vec<String> = elements(&read)
        .into_iter()
        .map(|element| element.role)
        .collect();
    let count = |role: &str| roles.iter().filter(|found| *found == role).count();
    assert_eq!((count("H1"), count("Table")), (1, 2), "{roles:?}");
    let rows = facts.taken.len() + facts.findings.len();
    assert_eq!(
        count("TH"),
        3 + 4 + rows,
        "every column and row has its head"
    );
}

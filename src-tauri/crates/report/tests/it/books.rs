//! Initiatives to report on.

use backbone_core::{
    Context, Figure, MeasureId, Workbook,
    activities::{Activity, ActivityStatus},
    agenda::Agenda,
    communication::{ActionItem, Decision, DecisionStatus},
    initiative::Initiative,
    measurement::{Measure, NewReading, Period, SeriesKey},
};
use backbone_exchange::sample;
use backbone_report::{Options, Paper, board};
use chrono::NaiveDate;
use rust_decimal::Decimal;

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

pub fn context() -> Context {
    Context {
        now_ms: 1_795_513_320_000,
        today: today(),
        author: "Dana".to_owned(),
        reason: None,
    }
}

pub fn empty(name: &str) -> Workbook {
    Workbook::in_memory(Initiative::named(name), &context()).unwrap()
}

/// The Cincinnati sample without its published figures.
pub fn sample() -> Workbook {
    sample_named("cincinnati")
}

/// A sample without its published figures.
pub fn sample_named(name: &str) -> Workbook {
    let mut book = empty("sample");
    let sample = sample::find(name).unwrap();
    sample::load(&mut book, &sample.initiative().unwrap(), &context()).unwrap();
    book
}

/// A headline measure of a share of children, with baseline and target.
pub fn add_measure(book: &mut Workbook, code: &str, name: &str, story: &str) -> MeasureId {
    let measure = Measure {
        is_headline: true,
        story: story.to_owned(),
        definition: story.chars().take(300).collect(),
        ..Measure::named(code, name)
    };
    let id = book.add(measure, &context()).unwrap().value;
    let value = |value: i64| Figure(Decimal::from(value));
    let _ = book
        .set_baseline(id, Some((Period::Year(2000), value(40))), &context())
        .unwrap();
    let _ = book
        .set_targets(id, &[(Period::Year(2030), value(60))], &context())
        .unwrap();
    id
}

pub fn record(book: &mut Workbook, measure: MeasureId, year: i32, tenths: i64, comment: &str) {
    let key = SeriesKey::everyone(measure);
    let reading = NewReading {
        comment: comment.to_owned(),
        ..NewReading::typed(key, Period::Year(year), Decimal::new(tenths, 1))
    };
    let _ = book.record_reading(reading, &context()).unwrap();
}

pub fn add_activity(book: &mut Workbook, name: &str, measures: &[MeasureId]) {
    let activity = Activity {
        name: name.to_owned(),
        description: name.to_owned(),
        strategy_id: None,
        lead_id: None,
        status: ActivityStatus::Active,
        starts: None,
        ends: None,
        progress: name.to_owned(),
    };
    let _ = book
        .add_activity(activity, &[], measures, &context())
        .unwrap();
}

pub fn add_decision(book: &mut Workbook, number: u32, text: &str) {
    let decision = Decision {
        meeting_id: None,
        number: format!("2026-{number}"),
        text: text.to_owned(),
        status: DecisionStatus::Waiting,
        date: None,
    };
    let _ = book.add(decision, &context()).unwrap();
}

pub fn add_action(book: &mut Workbook, title: &str, owner: &str) {
    let item = ActionItem {
        meeting_id: None,
        title: title.to_owned(),
        owner: owner.to_owned(),
        due: None,
        done_on: None,
    };
    let _ = book.add(item, &context()).unwrap();
}

pub fn write_agenda(book: &mut Workbook, text: &str) {
    let agenda = Agenda {
        vision: text.to_owned(),
        problem: text.to_owned(),
        ..Agenda::unwritten()
    };
    let _ = book.write_agenda(agenda, &context()).unwrap();
}

/// The report on US Letter.
pub fn report(book: &Workbook) -> Vec<u8> {
    report_on(book, Paper::Letter, &[])
}

pub fn report_on(book: &Workbook, paper: Paper, left_out: &[&str]) -> Vec<u8> {
    let options = Options {
        paper,
        title: String::new(),
        left_out: left_out.iter().map(|&section| section.to_owned()).collect(),
    };
    let facts = book.board_facts(today()).unwrap();
    board(&facts, &options).unwrap().bytes
}

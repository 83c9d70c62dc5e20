//! The measure sheet, the equity report, and what none of them may let out.

use backbone_core::{
    MeasureId, Workbook,
    measurement::{Breakdown, Group, Measure, NewReading, Origin, Period, ReadingState, SeriesKey},
    reporting::Audience,
};
use backbone_figures::{Mark, Scene};
use backbone_report::{
    Options, Paper, board, drawing, equity, measure_sheet,
    picture::{self, Picture},
};
use rust_decimal::Decimal;

use backbone_exchange::sample::SAMPLES;

use crate::{
    books::{context, empty, sample, sample_named, today},
    paper::{Read, assert_well_drawn},
};

fn options(paper: Paper) -> Options {
    Options {
        paper,
        title: String::new(),
        left_out: Vec::new(),
    }
}

fn equity_of(book: &Workbook, audience: Audience, paper: Paper) -> Vec<u8> {
    let shield = book.shield(audience).unwrap();
    let facts = book.board_facts_for(today(), &shield).unwrap();
    equity(&facts, &options(paper)).unwrap().bytes
}

fn sheet_of(book: &Workbook, id: MeasureId, audience: Audience, paper: Paper) -> Vec<u8> {
    let shield = book.shield(audience).unwrap();
    let facts = book.measure_sheet_facts(id, today(), &shield).unwrap();
    measure_sheet(&facts, &options(paper)).unwrap().bytes
}

#[test]
fn a_measure_sheet_says_everything_of_one_measure_in_order() {
    let book = sample();
    let id = book.measure_by_code("KR").unwrap().id;
    for paper in [Paper::Letter, Paper::A4] {
        let bytes = sheet_of(&book, id, Audience::Internal, paper);
        assert_well_drawn(&bytes);
        let read = Read::new(&bytes);
        assert!(read.pages.len() <= 2, "{} pages", read.pages.len());
        let said = read.text().replace('\n', " ");
        let mut from = 0;
        for part in [
            "Measure sheet",
            "Kindergarten readiness is improving",
            "+9.1 points",
            "Is it where it should be by now?",
            "path = baseline",
            "Story behind the curve",
            "Partners contributing",
            "Readings",
            "Sources",
            "The gap between",
            "How it is defined",
            "Collected and released",
            "How the other figures were worked out",
            "Said beneath the dots",
        ] {
            let at = said[from..].find(part);
            assert!(at.is_some(), "{part} after {from} in {said}");
            from += at.unwrap();
        }
    }
}

#[test]
fn a_measure_sheet_of_any_sample_fills_no_more_than_two_pages() {
    for sample in SAMPLES {
        let book = sample_named(sample.name);
        for measure in book.list::<Measure>().unwrap() {
            for paper in [Paper::Letter, Paper::A4] {
                let bytes = sheet_of(&book, measure.id, Audience::Internal, paper);
                let pages = Read::new(&bytes).pages.len();
                let code = &measure.record.code;
                assert!(pages <= 2, "{} {code}: {pages} pages", sample.name);
            }
        }
    }
}

#[test]
fn a_change_of_definition_is_a_footnote_on_every_kind_of_page_that_shows_the_figure() {
    let book = sample_named("minneapolis");
    let id = book.measure_by_code("KR").unwrap().id;
    let shield = book.shield(Audience::Partners).unwrap();
    let facts = book.board_facts_for(today(), &shield).unwrap();
    let documents = [
        board(&facts, &options(Paper::Letter)).unwrap().bytes,
        equity_of(&book, Audience::Partners, Paper::Letter),
        sheet_of(&book, id, Audience::Partners, Paper::Letter),
    ];
    for bytes in documents {
        let mut shown = 0;
        for page in Read::new(&bytes).all() {
            let text = page.text.replace('\n', " ");
            // The open and the filled dot, or the value of the first year after the break.
            if text.contains("Kindergarten readiness") && text.contains("32.8") {
                shown += 1;
                let is_told = text.contains("From 2021–22 on by another definition")
                    && text.contains("Baseline set anew");
                let is_input = text.contains("Definition changed in 2021–22");
                assert!(is_told || is_input, "{text}");
            }
        }
        assert!(shown > 0, "the figure is shown");
    }
}

#[test]
fn the_equity_report_tells_difference_and_ratio_then_and_now() {
    let book = sample();
    for paper in [Paper::Letter, Paper::A4] {
        let bytes = equity_of(&book, Audience::Partners, paper);
        assert_well_drawn(&bytes);
        let said = Read::new(&bytes).text().replace('\n', " ");
        for part in [
            "Equity report",
            "gaps between groups",
            "How to read this",
            "points apart",
            "times)",
            "narrower",
            "95% interval",
            "Not shown in the latest period",
            "fewer than 10 people",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
    }
}

#[test]
fn without_groups_the_equity_report_says_so() {
    let said = Read::new(&equity_of(&empty("Plain"), Audience::Public, Paper::Letter)).text();
    assert!(
        said.contains("No headline measure is known by group yet"),
        "{said}"
    );
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let book = sample();
    let id = book.measure_by_code("KR").unwrap().id;
    assert!(
        equity_of(&book, Audience::Public, Paper::Letter)
            == equity_of(&sample(), Audience::Public, Paper::Letter)
    );
    assert!(
        sheet_of(&book, id, Audience::Public, Paper::A4)
            == sheet_of(&book, id, Audience::Public, Paper::A4)
    );
}

/// A headline measure with one group of seven people, whose every figure is a sentinel.
fn with_a_secret() -> (Workbook, MeasureId) {
    let mut book = empty("Secret");
    let measure = Measure {
        is_headline: true,
        precision: 2,
        story: "In Smallgroup 71.43 percent were ready.".to_owned(),
        ..Measure::named("SEC", "Secret measure")
    };
    let id = book.add(measure, &context()).unwrap().value;
    let breakdown = Breakdown {
        name: "Race".to_owned(),
    };
    let breakdown_id = book.add(breakdown, &context()).unwrap().value;
    let mut put = |group: Option<&str>, year: i32, value: i64, people: i64, comment: &str| {
        let group = group.map(|name| {
            let known = book.list::<Group>().unwrap();
            let known = known.into_iter().find(|entry| entry.record.name == name);
            known.map(|entry| entry.id).unwrap_or_else(|| {
                let record = Group {
                    breakdown_id,
                    name: name.to_owned(),
                    position: 0,
                };
                book.add(record, &context()).unwrap().value
            })
        });
        let reading = NewReading {
            series: SeriesKey {
                group,
                ..SeriesKey::everyone(id)
            },
            period: Period::Year(year),
            value: Some(Decimal::new(value, 2)),
            numerator: None,
            denominator: Some(Decimal::from(people)),
            lower: (people < 10).then(|| Decimal::new(3_589, 2)),
            upper: (people < 10).then(|| Decimal::new(9_178, 2)),
            state: ReadingState::Final,
            comment: comment.to_owned(),
            origin: Origin::Typed,
        };
        let _ = book.record_reading(reading, &context()).unwrap();
    };
    for year in [2023, 2024] {
        put(None, year, 5_000, 1_207, "");
        put(Some("Largegroup"), year, 4_800, 800, "");
        put(Some("Middlegroup"), year, 5_200, 400, "");
        put(Some("Smallgroup"), year, 7_143, 7, "sentinel of Smallgroup");
    }
    (book, id)
}

/// Every way the secret is written.
const SECRETS: &[&str] = &[
    "71.43", "71.4", "35.89", "91.78", "sentinel", "35.9", "91.8",
];

#[test]
fn no_document_for_others_holds_a_hidden_figure() {
    let (book, id) = with_a_secret();
    for audience in [Audience::Partners, Audience::Public] {
        let shield = book.shield(audience).unwrap();
        let facts = book.board_facts_for(today(), &shield).unwrap();
        let measure = book.measure_facts_for(id, today(), &shield).unwrap();
        let chart = drawing::chart(&measure, (500.0, 200.0), 9.0, drawing::Parts::default());
        let breakdown = measure.groups[0].breakdown_id;
        let panels = drawing::groups(&measure, breakdown, 500.0, 9.0).unwrap();
        let svg = |scene| {
            let picture = Picture {
                scene,
                title: String::new(),
                caption: String::new(),
                notes: Vec::new(),
                language: "en",
            };
            let written = String::from_utf8(picture::svg(&picture).unwrap()).unwrap();
            // Numbers of outlines are places, not figures.
            written.split("<rect").next().unwrap().to_owned()
        };
        let words = |scene: &Scene| {
            format!(
                "{} {:?} {:?} {:?}",
                scene.summary,
                scene.table,
                scene
                    .stops
                    .iter()
                    .map(|stop| &stop.words)
                    .collect::<Vec<_>>(),
                scene
                    .marks
                    .iter()
                    .filter_map(|mark| match mark {
                        Mark::Text { text, .. } => Some(text),
                        _ => None,
                    })
                    .collect::<Vec<_>>()
            )
        };
        let documents = [
            board(&facts, &options(Paper::Letter)).unwrap().bytes,
            equity_of(&book, audience, Paper::Letter),
            sheet_of(&book, id, audience, Paper::Letter),
        ];
        let mut said: Vec<String> = documents
            .iter()
            .flat_map(|bytes| {
                let read = Read::new(bytes);
                [read.text(), read.alternatives()]
            })
            .collect();
        said.extend([svg(&chart), svg(&panels)]);
        said.extend([words(&chart), words(&panels)]);
        for secret in SECRETS {
            let told = said.iter().find(|text| text.contains(secret));
            let around = told.map(|text| text.split(secret).next().unwrap_or_default());
            let around = around.map(|text| text.chars().rev().take(60).collect::<String>());
            assert!(told.is_none(), "{secret} for {audience:?} after {around:?}");
        }
        let shown = said.join(" ");
        assert!(shown.contains("Smallgroup"), "it is named");
        assert!(shown.contains("48.0"), "large groups are shown");
    }
    let team = Read::new(&sheet_of(&book, id, Audience::Internal, Paper::Letter));
    assert!(team.text().contains("71.43"), "the team has it");
}

#[test]
fn where_a_figure_is_hidden_the_chart_has_a_letter_and_no_mark() {
    let (book, id) = with_a_secret();
    let mut few = Measure::named("FEW", "Few people");
    few.is_headline = true;
    let mut book = book;
    let small = book.add(few, &context()).unwrap().value;
    let reading = NewReading {
        denominator: Some(Decimal::from(6)),
        ..NewReading::typed(
            SeriesKey::everyone(small),
            Period::Year(2024),
            Decimal::from(83),
        )
    };
    let _ = book.record_reading(reading, &context()).unwrap();
    let shield = book.shield(Audience::Public).unwrap();
    let facts = book.measure_facts_for(small, today(), &shield).unwrap();
    let scene = drawing::chart(&facts, (500.0, 200.0), 9.0, drawing::Parts::default());
    let words: Vec<&str> = scene.stops.iter().map(|stop| stop.words.as_str()).collect();
    assert_eq!(words, ["2024: not shown, to protect small groups"]);
    let drawn = format!("{:?}", scene.marks);
    assert!(drawn.contains("text: \"h\""), "{drawn}");
    assert!(
        !drawn.contains("Subject"),
        "no mark tells where it lies: {drawn}"
    );
    assert_ne!(id, small);
}

//! Made, filled in and sent back; and everything people do to a sheet in between.

use std::io::{Cursor, Read as _, Write as _};

use backbone_core::{
    Context, DataRequestId, Figure, MeasureId, PartnerId, Workbook,
    initiative::Initiative,
    measurement::{
        DataRequest, Group, Measure, NewReading, Period, ReadingState, RequestMark, SeriesKey,
        UnitKind, Wanted, WantedChoice,
    },
    partners::Partner,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Fate, Form, Given, NotReturned, Refused, Returned, Review, write};

fn context() -> Context {
    Context {
        now_ms: 1_795_513_320_000,
        today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        author: "Dana".to_owned(),
        reason: None,
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn partner(book: &mut Workbook, name: &str) -> PartnerId {
    let partner = Partner::named(name);
    book.add(partner, &context()).unwrap().value
}

/// An initiative with a percentage by two groups and a count, asked of one partner.
struct Asked {
    book: Workbook,
    partner: PartnerId,
    ready: MeasureId,
    request: DataRequestId,
}

const YEAR: Period = Period::SchoolYear(2025);

fn asked() -> Asked {
    let mut book = Workbook::in_memory(Initiative::named("Cradle"), &context()).unwrap();
    let partner = partner(&mut book, "Public Schools");
    let ready = Measure {
        question: "How many children are ready?".to_owned(),
        numerator: "Children ready".to_owned(),
        denominator: "Children tested".to_owned(),
        natural_limit: Some(Figure(Decimal::ONE_HUNDRED)),
        ..Measure::named("KR", "Kindergarten readiness")
    };
    let ready = book.add(ready, &context()).unwrap().value;
    let homes = Measure {
        unit: UnitKind::Count,
        precision: 0,
        ..Measure::named("HV", "Home visits")
    };
    let homes = book.add(homes, &context()).unwrap().value;
    let breakdown = book
        .add_breakdown(
            "Race",
            &["Black".to_owned(), "White".to_owned()],
            &context(),
        )
        .unwrap()
        .value;
    let last = NewReading::typed(
        SeriesKey::everyone(ready),
        Period::SchoolYear(2024),
        decimal("53.2"),
    );
    let _ = book.record_reading(last, &context()).unwrap();
    let choice = WantedChoice {
        measures: vec![(ready, Vec::new()), (homes, Vec::new())],
        breakdown: Some(breakdown),
        places: Vec::new(),
    };
    let wanted = book.wanted(&choice, context().today).unwrap();
    let due = NaiveDate::from_ymd_opt(2026, 12, 11).unwrap();
    let request = DataRequest::to(partner, "Figures of 2025–26", due);
    let request = book
        .add_data_request(request, &wanted, &context())
        .unwrap()
        .value;
    Asked {
        book,
        partner,
        ready,
        request,
    }
}

impl Asked {
    fn form(&self) -> Form {
        Form::read(&self.book, self.request).unwrap()
    }

    /// The sheet with these figures in the rows of the first measure.
    fn filled(&self, figures: &[&str]) -> Form {
        let mut form = self.form();
        for (cell, figure) in form.blocks[0].cells.iter_mut().zip(figures) {
            cell.answer.figure = match Decimal::from_str_exact(figure) {
                Ok(number) => Given::Number(number),
                Err(_) if figure.is_empty() => Given::Nothing,
                Err(_) => Given::Text((*figure).to_owned()),
            };
        }
        form
    }

    fn review(&self, bytes: &[u8]) -> Review {
        let returned = Returned::read(bytes).unwrap();
        Review::of(&returned, &self.book).unwrap().unwrap()
    }

    /// Address, code and whether it is in the way, of everything noticed.
    fn found(&self, bytes: &[u8]) -> Vec<(String, &'static str, bool)> {
        self.review(bytes)
            .findings
            .into_iter()
            .map(|finding| {
                let kind = finding.kind;
                (finding.address, kind.code(), kind.stands_in_the_way())
            })
            .collect()
    }
}

/// One part of the file changed, as another program or a person might.
fn edited(bytes: &[u8], part: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_there = false;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == part {
            is_there = true;
            let before = String::from_utf8(content).unwrap();
            let after = edit(before.clone());
            assert_ne!(before, after, "the edit changes {part}");
            content = after.into_bytes();
        }
        written
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        written.write_all(&content).unwrap();
    }
    assert!(is_there, "{part} is a part of the file");
    written.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";

#[test]
fn the_same_request_gives_the_same_bytes() {
    let asked = asked();
    let first = write(&asked.form()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert!(
        first == write(&asked.form()).unwrap(),
        "no clock is in them"
    );
}

#[test]
fn an_empty_sheet_comes_back_as_nothing_answered() {
    let asked = asked();
    let review = asked.review(&write(&asked.form()).unwrap());
    assert_eq!(review.asked, 6, "two measures for everyone and two groups");
    assert_eq!(review.count(Fate::Unanswered), 6);
    assert_eq!(review.findings, Vec::new());
}

#[test]
fn figures_are_taken_as_one_step_that_one_undo_takes_back() {
    let mut asked = asked();
    let mut form = asked.filled(&["54.1", "", "60"]);
    form.blocks[0].cells[1].answer.state = "hidden".to_owned();
    form.blocks[0].cells[2].answer.comment = "=SUM(A1)".to_owned();
    form.blocks[1].cells[0].answer.figure = Given::Number(decimal("120"));
    form.blocks[1].cells[0].answer.state = "provisional".to_owned();
    let review = asked.review(&write(&form).unwrap());
    assert_eq!((review.count(Fate::New), review.findings.len()), (4, 0));
    let done = review
        .commit(&mut asked.book, "returned.xlsx", &context())
        .unwrap();
    assert_eq!(done.value.1.added, 4);

    let request: DataRequest = asked.book.get(asked.request).unwrap();
    assert!(request.received_on.is_some(), "it is received");
    let everyone = asked.book.readings_of_everyone(asked.ready).unwrap();
    let newest = everyone.last().unwrap();
    assert_eq!(newest.value, Some(decimal("54.1")));
    assert!(
        newest.import.is_some(),
        "it says which file and row it is from"
    );
    let groups = asked.book.series_of(asked.ready).unwrap();
    let hidden = &groups[1].readings[0];
    assert_eq!(
        (hidden.state, hidden.value),
        (ReadingState::Suppressed, None)
    );
    assert_eq!(groups[2].readings[0].comment, "=SUM(A1)", "text stays text");
    let returned = asked.book.returns_of(asked.request).unwrap().remove(0);
    assert_eq!(
        (
            returned.record.answered,
            returned.record.unquestioned,
            returned.record.taken
        ),
        (4, 4, 4)
    );
    assert_eq!(asked.book.taken_from(returned.id).unwrap().len(), 4);

    let _ = asked.book.undo(&context()).unwrap();
    let request: DataRequest = asked.book.get(asked.request).unwrap();
    assert_eq!(request.received_on, None);
    assert_eq!(
        asked.book.readings_of_everyone(asked.ready).unwrap().len(),
        1
    );
    assert!(asked.book.returns_of(asked.request).unwrap().is_empty());
}

#[test]
fn a_second_file_says_what_is_the_same_and_what_changed() {
    let mut asked = asked();
    let first = asked.review(&write(&asked.filled(&["54.1", "50", "60"])).unwrap());
    let _ = first
        .commit(&mut asked.book, "one.xlsx", &context())
        .unwrap();
    let _ = asked
        .book
        .mark_data_requests(&[asked.request], RequestMark::Accepted, &context())
        .unwrap();
    let again = asked.review(&write(&asked.filled(&["54.1", "51", "60"])).unwrap());
    assert_eq!(
        (again.count(Fate::Same), again.count(Fate::Changed)),
        (2, 1)
    );
    assert_eq!(again.findings[0].kind.code(), "changed_from_stored");
    let _ = again
        .commit(&mut asked.book, "two.xlsx", &context())
        .unwrap();
    let request: DataRequest = asked.book.get(asked.request).unwrap();
    assert_eq!(
        request.accepted_on, None,
        "new figures are to be accepted anew"
    );
}

#[test]
fn figures_of_a_closed_period_are_taken_with_a_reason() {
    let mut asked = asked();
    let _ = asked.book.close_period(YEAR, &context()).unwrap();
    let bytes = write(&asked.filled(&["54.1"])).unwrap();
    assert_eq!(
        asked.found(&bytes),
        [("F8".to_owned(), "period_closed", false)]
    );
    let review = asked.review(&bytes);
    assert_eq!(review.count(Fate::New), 1);
    let refused = review
        .clone()
        .commit(&mut asked.book, "late.xlsx", &context());
    assert!(
        matches!(refused, Err(backbone_core::Error::PeriodClosed(YEAR))),
        "{refused:?}"
    );
    assert!(
        asked.book.returns_of(asked.request).unwrap().is_empty(),
        "nothing is half taken in"
    );
    let with_reason = Context {
        reason: Some("The district confirmed it".to_owned()),
        ..context()
    };
    let done = review
        .commit(&mut asked.book, "late.xlsx", &with_reason)
        .unwrap();
    assert_eq!(done.value.1.added, 1);
    let kept = asked.book.readings_of_everyone(asked.ready).unwrap();
    assert_eq!(kept.last().unwrap().value, Some(decimal("54.1")));
}

#[test]
fn what_cannot_be_is_named_by_its_cell_and_left_out() {
    let asked = asked();
    for (figure, code) in [
        ("460", "over_limit"),
        ("-3", "below_zero"),
        ("about half", "not_a_figure"),
        ("1,234", "decimal_unclear"),
        ("$40", "other_unit"),
        ("0.541", "looks_like_share_of_one"),
    ] {
        let bytes = write(&asked.filled(&[figure])).unwrap();
        let found = asked.found(&bytes);
        assert_eq!(found[0], ("F8".to_owned(), code, true), "{figure}");
        assert_eq!(asked.review(&bytes).count(Fate::LeftOut), 1, "{figure}");
    }
    for (figure, code) in [
        ("n/a", "read_as_missing"),
        ("<5", "read_as_suppressed"),
        ("81.5", "differs"),
    ] {
        let bytes = write(&asked.filled(&[figure])).unwrap();
        assert_eq!(
            asked.found(&bytes),
            [("F8".to_owned(), code, false)],
            "{figure}"
        );
        assert_eq!(asked.review(&bytes).count(Fate::New), 1, "{figure}");
    }
}

#[test]
fn parts_give_the_figure_and_are_held_against_it() {
    let asked = asked();
    let with = |figure: &str, counted: &str, out_of: &str| {
        let mut form = asked.filled(&[figure]);
        form.blocks[0].cells[0].answer.counted = Given::Number(decimal(counted));
        form.blocks[0].cells[0].answer.out_of = Given::Number(decimal(out_of));
        write(&form).unwrap()
    };
    let review = asked.review(&with("", "541", "1000"));
    assert_eq!(review.rows[0].given, "54.1%");
    assert_eq!(review.findings, Vec::new());
    for (bytes, address, code) in [
        (with("", "1200", "1000"), "G8", "numerator_over_denominator"),
        (with("54.1", "541", "0"), "H8", "denominator_not_positive"),
        (with("57", "541", "1000"), "F8", "not_its_parts"),
    ] {
        let found = asked.found(&bytes);
        assert!(
            found.iter().any(|(at, of, _)| at == address && *of == code),
            "{code}: {found:?}"
        );
    }
}

#[test]
fn groups_that_do_not_add_up_are_asked_about() {
    let asked = asked();
    let counts = |everyone: i64, groups: [i64; 2]| {
        let mut form = asked.form();
        let counts = [everyone, groups[0], groups[1]];
        for (cell, count) in form.blocks[1].cells.iter_mut().zip(counts) {
            cell.answer.figure = Given::Number(count.into());
        }
        asked.found(&write(&form).unwrap())
    };
    assert_eq!(counts(100, [40, 60]), []);
    assert_eq!(
        counts(100, [40, 50]),
        [("F12".to_owned(), "sum_differs", false)]
    );
}

#[test]
fn a_state_that_contradicts_or_is_unknown_is_named() {
    let asked = asked();
    let with = |figure: &str, state: &str| {
        let mut form = asked.filled(&[figure]);
        form.blocks[0].cells[0].answer.state = state.to_owned();
        asked.found(&write(&form).unwrap())
    };
    assert_eq!(with("54", "hidden")[0].1, "state_contradicts");
    assert_eq!(
        with("54", "perhaps")[0],
        ("I8".to_owned(), "state_unknown", true)
    );
    assert_eq!(with("", "Not Available"), []);
}

#[test]
fn errors_of_formulas_are_no_figures() {
    let asked = asked();
    let bytes = write(&asked.filled(&["54.1"])).unwrap();
    for cell in [
        r##"<c r="F8" s="{}" t="e"><f>1/0</f><v>#DIV/0!</v></c>"##,
        r##"<c r="F8" s="{}" t="e"><v>#N/A</v></c>"##,
        r#"<c r="F8" s="{}"><f>A1</f></c>"#,
    ] {
        let broken = edited(&bytes, SHEET, |sheet| {
            let at = sheet.find(r#"<c r="F8""#).unwrap();
            let end = at + sheet[at..].find("</c>").unwrap() + 4;
            let style = sheet[at..end].split('"').nth(3).unwrap().to_owned();
            format!(
                "{}{}{}",
                &sheet[..at],
                cell.replace("{}", &style),
                &sheet[end..]
            )
        });
        let found = asked.found(&broken);
        assert_eq!(found, [("F8".to_owned(), "formula_error", true)], "{cell}");
    }
}

#[test]
fn changed_texts_and_moved_rows_are_noticed() {
    let asked = asked();
    let bytes = write(&asked.filled(&["54.1", "50", "60"])).unwrap();
    // The period of one row is typed over.
    let other_text = edited(&bytes, SHEET, |sheet| {
        let at = sheet.find(r#"<c r="C8""#).unwrap();
        let end = at + sheet[at..].find("</c>").unwrap() + 4;
        let other = r#"<c r="C8" t="inlineStr"><is><t>2023–24</t></is></c>"#;
        format!("{}{other}{}", &sheet[..at], &sheet[end..])
    });
    assert_eq!(
        asked.found(&other_text),
        [("C8".to_owned(), "text_changed", true)]
    );
    assert_eq!(asked.review(&other_text).count(Fate::LeftOut), 1);
    // A row is taken out.
    let removed = edited(&bytes, SHEET, |sheet| {
        let at = sheet.find(r#"<row r="9""#).unwrap();
        let end = at + sheet[at..].find("</row>").unwrap() + 6;
        format!("{}{}", &sheet[..at], &sheet[end..])
    });
    assert_eq!(
        asked.found(&removed),
        [("F9".to_owned(), "row_missing", false)]
    );
    // A row is copied below the others, code and all; another is added without one.
    let copied = edited(&bytes, SHEET, |sheet| {
        let at = sheet.find(r#"<row r="8""#).unwrap();
        let end = at + sheet[at..].find("</row>").unwrap() + 6;
        let mut row = sheet[at..end].replace(r#"<row r="8""#, r#"<row r="30""#);
        for column in 'A'..='J' {
            row = row.replace(&format!(r#"r="{column}8""#), &format!(r#"r="{column}30""#));
        }
        let own = r#"<row r="31"><c r="F31"><v>7</v></c></row>"#;
        sheet.replace("</sheetData>", &format!("{row}{own}</sheetData>"))
    });
    assert_eq!(
        asked.found(&copied),
        [
            ("F30".to_owned(), "code_copied", true),
            ("F31".to_owned(), "row_added", true)
        ]
    );
    assert_eq!(
        asked.review(&copied).count(Fate::New),
        3,
        "the first one counts"
    );
}

#[test]
fn an_older_sheet_still_brings_what_is_asked_for() {
    let mut asked = asked();
    let bytes = write(&asked.filled(&["54.1", "50", "60"])).unwrap();
    let request: DataRequest = asked.book.get(asked.request).unwrap();
    let wanted = |group: Option<backbone_core::GroupId>, period| Wanted {
        measure: asked.ready,
        place: None,
        group,
        period,
    };
    let black = asked.book.list::<Group>().unwrap()[0].id;
    let now = [
        wanted(None, YEAR),
        wanted(Some(black), YEAR),
        wanted(None, YEAR.next()),
    ];
    let _ = asked
        .book
        .change_data_request(asked.request, request, &now, &context())
        .unwrap();
    assert_eq!(
        asked.found(&bytes),
        [
            (String::new(), "older_version", false),
            ("F10".to_owned(), "no_longer_asked", true)
        ]
    );
    assert_eq!(asked.review(&bytes).count(Fate::New), 2);
}

#[test]
fn sheets_of_others_are_told_apart() {
    let mut asked = asked();
    let bytes = write(&asked.form()).unwrap();
    let returned = Returned::read(&bytes).unwrap();
    let refused = |book: &Workbook| Review::of(&returned, book).unwrap().unwrap_err();
    let stranger = self::asked();
    assert_eq!(refused(&stranger.book), Refused::OtherInitiative);
    let _ = asked
        .book
        .mark_data_requests(&[asked.request], RequestMark::Withdrawn, &context())
        .unwrap();
    assert_eq!(refused(&asked.book), Refused::Withdrawn);
    let _ = asked
        .book
        .remove::<DataRequest>(asked.request, &context())
        .unwrap();
    assert_eq!(refused(&asked.book), Refused::Gone);
    for (bytes, reason) in [
        (b"Dear board,".to_vec(), NotReturned::NoSpreadsheet),
        (
            bytes[..bytes.len() / 2].to_vec(),
            NotReturned::NoSpreadsheet,
        ),
        (rust_xlsxwriter_book(), NotReturned::NoCodes),
    ] {
        assert_eq!(Returned::read(&bytes).unwrap_err(), reason);
    }
}

fn rust_xlsxwriter_book() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_string(0, 0, "Year").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn names_that_look_like_formulas_are_written_as_text() {
    let mut asked = asked();
    let mut measure: Measure = asked.book.get(asked.ready).unwrap();
    measure.name = "=cmd|' /C calc'!A0".to_owned();
    let _ = asked.book.change(asked.ready, measure, &context()).unwrap();
    let bytes = write(&asked.form()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    archive
        .by_name(SHEET)
        .unwrap()
        .read_to_string(&mut sheet)
        .unwrap();
    assert!(!sheet.contains("<f>"), "there is no formula in the sheet");
    let mut texts = String::new();
    archive
        .by_name(TEXTS)
        .unwrap()
        .read_to_string(&mut texts)
        .unwrap();
    assert!(texts.contains("=cmd|"), "it stands there as text");
}

#[test]
fn a_partner_among_others_gets_a_series_of_its_own() {
    let mut asked = asked();
    let key = |asked: &Asked| {
        let cell = asked.book.requested_cells(asked.request).unwrap().remove(0);
        let suppliers = asked.book.suppliers().unwrap();
        suppliers.series(asked.partner, &cell.record).provider
    };
    assert_eq!(key(&asked), None, "nobody else is known to supply it");
    let mut measure: Measure = asked.book.get(asked.ready).unwrap();
    measure.provider = "State department".to_owned();
    let _ = asked
        .book
        .change(asked.ready, measure.clone(), &context())
        .unwrap();
    assert_eq!(
        key(&asked),
        Some(asked.partner),
        "the definition names another"
    );
    measure.provider = "public schools".to_owned();
    let _ = asked.book.change(asked.ready, measure, &context()).unwrap();
    assert_eq!(key(&asked), None, "the definition names this partner");
    let other = partner(&mut asked.book, "Head Start");
    let wanted = Wanted {
        measure: asked.ready,
        place: None,
        group: None,
        period: YEAR,
    };
    let request = DataRequest::to(other, "Also", context().today);
    let _ = asked
        .book
        .add_data_request(request, &[wanted], &context())
        .unwrap();
    assert_eq!(key(&asked), Some(asked.partner), "another is asked too");
}

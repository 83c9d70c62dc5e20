//! What leaves the file and what comes back: sheets for partners, tables and charts for others,
//! and the list of what was hidden from whom.

use std::{fs, path::Path};

use backbone_core::{Entry, Workbook, measurement::DataRequest};
use backbone_exchange::requests::{Form, Given, write};
use fantoccini::key::Key;

use crate::{
    desk::Desk,
    dialog,
    home::Home,
    journeys::{key, sample, with_ctrl},
};

const TITLE: &str = "Autumn figures";
const SCHOOLS: &str = "Queen City Public Schools";

/// What a partner would send: its sheet with a figure typed in, and one that cannot be.
fn filled(file: &Path) -> Vec<u8> {
    let book = Workbook::open_read_only(file).unwrap();
    let requests: Vec<Entry<DataRequest>> = book.list().unwrap();
    let forms = requests
        .iter()
        .filter(|request| request.record.title == TITLE)
        .map(|request| Form::read(&book, request.id).unwrap());
    let mut form = forms
        .into_iter()
        .find(|form| form.partner == SCHOOLS)
        .unwrap();
    let mut cells = form.blocks.iter_mut().flat_map(|block| &mut block.cells);
    cells.next().unwrap().answer.figure = Given::Number("53.9".parse().unwrap());
    cells.next().unwrap().answer.figure = Given::Text("about half".to_owned());
    write(&form).unwrap()
}

#[tokio::test]
async fn partners_are_asked_for_figures_and_their_sheets_taken_in() {
    let home = Home::new();
    let file = sample(&home);
    let desk = Desk::open(&home, Some(&file)).await;
    desk.sees("Headline measures").await;
    desk.keys(&with_ctrl("3")).await;
    desk.sees("Indicators of the whole population").await;
    desk.press("Data requests").await;
    desk.sees("Ask partners for figures").await;
    desk.look("requests").await;
    desk.resize(1024, 700).await;
    desk.look("requests-small").await;
    desk.fits("data requests").await;
    desk.resize(1440, 900).await;

    desk.press("Ask for figures").await;
    desk.sees("Due by").await;
    desk.fill("Request", TITLE).await;
    desk.look("request-form").await;
    desk.press("Save").await;
    desk.sees(TITLE).await;
    desk.press_starting(&format!("Make the spreadsheet, {SCHOOLS}"))
        .await;
    let sheet = home.at("schools.xlsx");
    dialog::choose("Save the spreadsheet", &sheet);
    desk.sees("Saved schools.xlsx").await;
    assert!(fs::read(&sheet).unwrap().starts_with(b"PK"));
    desk.press("Mark as sent").await;
    desk.sees("Due").await;

    let back = home.at("schools filled in.xlsx");
    fs::write(&back, filled(&file)).unwrap();
    desk.press("Take in returned files").await;
    dialog::choose("Choose the spreadsheets that came back", &back);
    desk.sees("Nothing is saved yet. One undo takes a file back.")
        .await;
    desk.sees("about half").await;
    desk.look("returned").await;
    desk.ask("document.documentElement.dataset.theme = 'dark'")
        .await;
    desk.look("returned-dark").await;
    desk.ask("document.documentElement.dataset.theme = 'light'")
        .await;
    desk.press_beginning("Take in 1 figure").await;
    desk.sees("Received: 1 new").await;
    desk.look("requests-received").await;
    desk.press_starting(&format!("Accept, {SCHOOLS}")).await;
    desk.sees("Figures accepted").await;
    desk.press("Undo").await;
    desk.sees("Received 2").await;
    desk.press(TITLE).await;
    desk.sees("Last step").await;
    desk.look("request-panel").await;
    desk.close().await;
}

#[tokio::test]
async fn charts_and_tables_leave_for_an_audience_and_the_list_says_what_was_hidden() {
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    desk.sees("Headline measures").await;
    desk.press("Kindergarten readiness").await;
    desk.press("Export").await;
    desk.sees("For whom").await;
    desk.press("The public").await;
    desk.look("export-chart").await;
    desk.press("Save").await;
    let chart = home.at("readiness.svg");
    dialog::choose("Save the export", &chart);
    desk.sees("readiness.svg").await;
    let drawn = fs::read_to_string(&chart).unwrap();
    assert!(
        drawn.starts_with("<?xml") || drawn.starts_with("<svg"),
        "{drawn:.80}"
    );

    desk.keys(&with_ctrl("3")).await;
    desk.sees("Indicators of the whole population").await;
    desk.press("Export").await;
    desk.sees("For whom").await;
    desk.look("export-table").await;
    desk.press("CSV").await;
    desk.press("Save").await;
    let table = home.at("measures.csv");
    dialog::choose("Save the export", &table);
    desk.sees("measures.csv").await;
    assert!(
        fs::read_to_string(&table)
            .unwrap()
            .contains("Kindergarten readiness")
    );

    desk.keys(&with_ctrl("7")).await;
    desk.sees(" pages").await;
    desk.press("What was hidden").await;
    desk.sees("Chart: Kindergarten readiness").await;
    desk.look("what-was-hidden").await;
    desk.keys(&key(Key::Escape)).await;
    desk.press("Small numbers").await;
    desk.sees("Hide figures on fewer people than").await;
    desk.look("small-numbers").await;
    desk.ask("document.documentElement.dataset.theme = 'dark'")
        .await;
    desk.look("small-numbers-dark").await;
    desk.close().await;
}

//! The journeys.

use std::fs;

use backbone_tests::Program;
use fantoccini::key::Key;

use crate::{desk::Desk, dialog, home::Home};

const SAMPLE: &str = "Cincinnati Birth to career";
const MEASURE: &str = "Kindergarten readiness";
const EVERYONE: usize = 1;

/// A key as it is sent to the window.
fn key(key: Key) -> String {
    char::from(key).to_string()
}

/// Keys held together with Ctrl.
fn with_ctrl(letter: &str) -> String {
    format!("{}{letter}{}", key(Key::Control), key(Key::Null))
}

#[tokio::test]
async fn from_the_first_start_to_a_report_and_back() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.sees("New initiative").await;
    desk.look("first-run").await;

    desk.press(SAMPLE).await;
    desk.sees("Headline measures").await;
    desk.look("overview").await;

    desk.press(MEASURE).await;
    desk.sees("Story behind the curve").await;
    desk.look("measure").await;

    // A reading is edited as in a spreadsheet, and undone.
    let before = desk.cell("2024–25", EVERYONE).await;
    desk.keys("61.7").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees_in_cell("2024–25", EVERYONE, "61.7").await;
    desk.press_starting("Undo: Record reading").await;
    desk.sees_in_cell("2024–25", EVERYONE, &before).await;

    // A table with problems is mended, imported and taken back in one step.
    let table = home.at("figures.csv");
    fs::write(
        &table,
        "Year;Percent ready\n2023-24;58,3\n2022-23;n/a\n2024-25;abc\n",
    )
    .unwrap();
    desk.press("Import").await;
    desk.press("Choose a file").await;
    dialog::choose("Choose a table of figures", &table);
    desk.sees("Match columns").await;
    desk.look("import").await;
    desk.sees("Fix or leave out the marked rows first").await;
    desk.press("Leave this row out").await;
    desk.sees_no_longer("Fix or leave out the marked rows first")
        .await;
    desk.press("Import 2 rows").await;
    desk.sees_in_cell("2023–24", EVERYONE, "58.3").await;
    desk.sees_in_cell("2024–25", EVERYONE, &before).await;

    // The pages in the window are those of the file.
    desk.keys(&with_ctrl("7")).await;
    desk.sees("Before you export").await;
    desk.press("Export PDF").await;
    let report = home.at("board.pdf");
    dialog::choose("Save the report", &report);
    desk.sees("board.pdf exported").await;
    desk.look("reports").await;
    let exported = fs::read(&report).unwrap();
    assert!(exported.starts_with(b"%PDF-"));
    desk.close().await;

    // What was done is there after a new start.
    let desk = Desk::open(&home, None).await;
    desk.sees("Recent files").await;
    desk.look("first-run-recent").await;
    desk.press("Cincinnati Birth-to-Career").await;
    desk.sees("Headline measures").await;
    desk.press(MEASURE).await;
    desk.sees_in_cell("2023–24", EVERYONE, "58.3").await;
    desk.close().await;

    // The command line writes the same bytes from the same file.
    let file = home.at("Backbone Desk/cincinnati.backbone");
    let program = Program::new();
    let written = program.at("again.pdf");
    let file = file.to_string_lossy();
    let out = written.to_string_lossy();
    let answer = program.run(["report", &file, "--kind", "board", "--out", &out]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(
        exported == fs::read(&written).unwrap(),
        "the window and the command line write the same report"
    );
}

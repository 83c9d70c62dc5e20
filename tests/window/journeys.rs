//! The journeys.

use std::{fs, path::PathBuf};

use backbone_core::Workbook;
use backbone_tests::Program;
use fantoccini::key::Key;

use crate::{
    desk::{Desk, LOOKS},
    dialog,
    home::Home,
};

const SAMPLE: &str = "Cincinnati Birth to career";
const MEASURE: &str = "Kindergarten readiness";
const EVERYONE: usize = 1;

/// A key as it is sent to the window.
pub fn key(key: Key) -> String {
    char::from(key).to_string()
}

/// Keys held together with Ctrl.
pub fn with_ctrl(letter: &str) -> String {
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
    desk.sees("Fix 1 problem to import").await;
    desk.press_starting("Leave this row out").await;
    desk.sees_no_longer("Fix 1 problem to import").await;
    desk.press("Import 2 figures").await;
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

/// A copy of the sample, made by the command line.
pub fn sample(home: &Home) -> PathBuf {
    let file = home.at("city.backbone");
    let answer = Program::new().run(["sample", "cincinnati", "--out", &file.to_string_lossy()]);
    assert_eq!(answer.code, 0, "{answer:?}");
    file
}

/// Every section with something that is written on it.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("1", "overview", "Signals for the five conditions"),
    ("2", "agenda", "Home visiting"),
    (
        "3",
        "measurement",
        "Performance measures of partners’ programs",
    ),
    ("4", "activities", "Lead partner"),
    ("5", "communication", "Action items"),
    ("6", "partners", "Uptown Mentors"),
    ("7", "reports", " pages"),
];

#[tokio::test]
async fn every_screen_by_keyboard_in_every_look() {
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    // Keys count once the first screen stands.
    desk.sees("Headline measures").await;
    for (theme, name) in LOOKS {
        desk.choose_look(name).await;
        desk.look(&format!("settings-{theme}")).await;
        desk.leave_settings().await;
        for (digit, section, words) in SECTIONS {
            desk.keys(&with_ctrl(digit)).await;
            desk.sees(words).await;
            desk.look(&format!("{section}-{theme}")).await;
        }
        desk.keys(&with_ctrl("1")).await;
        desk.press(MEASURE).await;
        desk.sees("Story behind the curve").await;
        desk.look(&format!("measure-{theme}")).await;
    }
    desk.resize(1024, 700).await;
    for (digit, section, words) in SECTIONS {
        desk.keys(&with_ctrl(digit)).await;
        desk.sees(words).await;
        desk.look(&format!("{section}-small")).await;
        desk.fits(section).await;
    }
    desk.close().await;
}

#[tokio::test]
async fn every_drawer_and_panel() {
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    // Keys count once the first screen stands.
    desk.sees("Headline measures").await;
    for (digit, button, words, name) in [
        ("2", "Add result", "For whom", "drawer-result"),
        (
            "2",
            "Edit initiative",
            "Name of the initiative",
            "drawer-initiative",
        ),
        ("3", "Add measure", "Short code", "drawer-measure"),
        ("4", "Add activity", "Where it stands", "drawer-activity"),
        ("5", "Add meeting", "As in 14:30", "drawer-meeting"),
        ("5", "Add action item", "Who does it", "drawer-action"),
        (
            "5",
            "Add decision",
            "What is or was to be decided",
            "drawer-decision",
        ),
        ("6", "Add partner", "Partner since", "drawer-partner"),
    ] {
        desk.keys(&with_ctrl(digit)).await;
        desk.press(button).await;
        desk.sees(words).await;
        desk.look(name).await;
        desk.keys(&key(Key::Escape)).await;
        desk.sees_no_longer(words).await;
    }
    desk.keys(&with_ctrl("k")).await;
    desk.sees("Import a table").await;
    desk.look("palette").await;
    desk.keys("third-grade reading").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Story behind the curve").await;
    for (button, words, name) in [
        (
            "Baseline and targets",
            "Add an interim target",
            "drawer-targets",
        ),
        ("Edit definition", "Natural limit", "drawer-definition"),
        ("Add period", "As in 2024–25", "dialog-period"),
        ("Add column", "What to add", "dialog-column"),
        ("History", "History", "panel-history"),
    ] {
        desk.press(button).await;
        desk.sees(words).await;
        desk.look(name).await;
        desk.keys(&key(Key::Escape)).await;
    }
    desk.keys("?").await;
    desk.sees("Go to a section").await;
    desk.look("panel-keyboard").await;
    desk.close().await;
}

#[tokio::test]
async fn figures_are_entered_as_in_a_spreadsheet_and_groups_become_one() {
    const BLACK: usize = 2;
    const WHITE: usize = 3;
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    // Keys count once the first screen stands.
    desk.sees("Headline measures").await;
    desk.press(MEASURE).await;
    desk.cell("2025–26", EVERYONE).await;
    desk.keys("1487/2795 p").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees_in_cell("2025–26", EVERYONE, "53.2").await;

    // Copied cells go into others, with what they are made of.
    desk.cell("2025–26", EVERYONE).await;
    desk.keys(&with_ctrl("c")).await;
    desk.cell("2026–27", WHITE).await;
    desk.keys(&with_ctrl("v")).await;
    desk.sees_in_cell("2026–27", WHITE, "53.2").await;
    desk.sees("2026–27, White: 1487/2795 p, provisional").await;

    // What cannot be kept waits in its cell until it is mended.
    desk.cell("2025–26", BLACK).await;
    desk.keys("460").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Nothing is saved until it is mended.").await;
    desk.look("grid-problem").await;
    desk.keys(&key(Key::F8)).await;
    desk.keys("46.0").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees_no_longer("Nothing is saved until it is mended.")
        .await;
    desk.sees_in_cell("2025–26", BLACK, "46.0").await;

    desk.keys(&with_ctrl("3")).await;
    desk.press("Breakdowns and places").await;
    desk.sees("Ways to split figures").await;
    desk.look("splits").await;
    desk.fits("breakdowns and places").await;
    desk.press("Remove Black").await;
    desk.sees("Black cannot be removed yet").await;
    desk.press("Close").await;
    desk.press("Merge Black into another group").await;
    desk.sees("Which ones stay?").await;
    desk.look("merge").await;
    desk.press("Merge").await;
    desk.sees("2015–16 is closed").await;
    desk.look("reason").await;
    desk.fill("Why do its figures change?", "Counted as one from now on")
        .await;
    desk.press("Change with this reason").await;
    desk.sees("Merged into White").await;
    desk.press("Undo").await;
    desk.press("Merge Black into another group").await;
    desk.sees("Which ones stay?").await;
    desk.press("Cancel").await;
    desk.press("Newport").await;
    desk.press("Merge into another place").await;
    desk.sees("Merge Newport into another place").await;
    desk.look("place-merge").await;
    desk.press("Merge").await;
    desk.sees("Merged into").await;
    desk.press("Undo").await;
    desk.sees("Newport").await;
    desk.close().await;
}

#[tokio::test]
async fn an_initiative_from_nothing_with_odd_names() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("New initiative").await;
    desk.fill("Name of the initiative", "Río Grande مبادرة 東京 👩‍🏫")
        .await;
    desk.press("Save").await;
    dialog::choose("Where to keep the new initiative", &home.at("new.backbone"));
    desk.sees("First steps").await;
    desk.look("overview-empty").await;
    for (digit, section, words) in [
        ("2", "agenda", "Write the first result"),
        ("3", "measurement", "Add the first measure"),
        ("4", "activities", "Add the first activity"),
        ("5", "communication", "Plan the next meeting"),
        ("6", "partners", "Add the first partner"),
        ("7", "reports", "Before you export"),
    ] {
        desk.keys(&with_ctrl(digit)).await;
        desk.sees(words).await;
        desk.look(&format!("{section}-empty")).await;
    }

    // What was typed is not lost by a key that closes.
    desk.keys(&with_ctrl("2")).await;
    desk.press("Add result").await;
    desk.fill("Result", "Children read well").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees("You have not saved this.").await;
    desk.look("drawer-unsaved").await;
    desk.press("Go on editing").await;
    desk.press("Save").await;
    desk.sees("Children read well").await;

    desk.keys(&with_ctrl("3")).await;
    desk.press("Add measure").await;
    desk.press("Save").await;
    desk.sees("Please fill this in.").await;
    desk.look("drawer-refused").await;
    let long = "Reading at grade level ".repeat(20);
    desk.fill("Name", &long).await;
    desk.press("Save").await;
    desk.sees("Story behind the curve").await;
    desk.press("Add period").await;
    desk.fill("Period", "2024-25").await;
    desk.keys(&key(Key::Enter)).await;
    desk.cell("2024–25", EVERYONE).await;
    desk.keys("48,5").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees_in_cell("2024–25", EVERYONE, "48.5").await;
    desk.look("measure-new").await;
    desk.fits("a measure with a long name").await;

    desk.keys(&with_ctrl("6")).await;
    desk.press("Add partner").await;
    desk.fill("Name", "مدرسة الأمل 希望小学校 👩‍👩‍👧 Escuela").await;
    desk.press("Save").await;
    desk.sees("希望小学校").await;
    desk.look("partners-odd").await;
    desk.fits("partners with odd names").await;
    desk.close().await;
}

#[tokio::test]
async fn a_file_that_is_open_or_damaged_says_so() {
    let home = Home::new();
    let file = sample(&home);
    let held = Workbook::open(&file, "Ruth").unwrap();
    let desk = Desk::open(&home, Some(&file)).await;
    desk.sees("Ruth").await;
    desk.look("first-run-held").await;
    desk.close().await;
    drop(held);

    let damaged = home.at("damaged.backbone");
    fs::write(&damaged, "Dear board,").unwrap();
    let desk = Desk::open(&home, Some(&damaged)).await;
    desk.sees("damaged.backbone").await;
    desk.look("first-run-damaged").await;
    desk.close().await;
    assert_eq!(fs::read(&damaged).unwrap(), b"Dear board,");
}

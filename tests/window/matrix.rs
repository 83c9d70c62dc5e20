//! Who works on what, in the window: the matrix, what stands out, populations, and the map of
//! what carries what.

use fantoccini::key::Key;

use crate::{
    desk::{Desk, LOOKS},
    home::Home,
    journeys::{key, sample, with_ctrl},
};

/// Opens the matrix of the sample.
async fn matrix(home: &Home) -> Desk {
    let desk = Desk::open(home, Some(&sample(home))).await;
    desk.sees("Headline measures").await;
    desk.resize(1440, 900).await;
    desk.press("Activities").await;
    desk.press("Matrix").await;
    desk.sees("What stands out").await;
    desk
}

/// What the focused element is called.
async fn focused(desk: &Desk) -> String {
    let asked = "const at = document.activeElement;
        return at.getAttribute('aria-label') || at.title || at.textContent";
    let found = desk.ask(asked).await;
    found.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn gaps_and_overlaps_are_seen_opened_and_mended() {
    let home = Home::new();
    let desk = matrix(&home).await;
    desk.sees("Paid internships").await;
    desk.sees("1 strategy has activities but no lead").await;
    desk.look("matrix").await;
    desk.fits("the matrix").await;

    // Keys alone: from the corner to a cell, which opens.
    desk.ask("document.querySelector('[data-row=\"-1\"][data-column=\"-1\"]').focus()")
        .await;
    desk.keys(&key(Key::Down)).await;
    desk.keys(&key(Key::Right)).await;
    desk.keys(&key(Key::Right)).await;
    let cell = focused(&desk).await;
    let words = "Mill Creek Early Learning, Preschool quality and places: leads 1 activity";
    assert!(cell.contains(words), "{cell}");
    desk.keys(&key(Key::End)).await;
    let last = desk
        .ask("return document.activeElement.getAttribute('aria-colindex')")
        .await;
    assert_eq!(last, "10", "the last of nine strategies, behind the names");
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Add an activity here").await;
    desk.look("matrix-cell").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("Add an activity here").await;

    // Found by the name of an activity.
    desk.fill("Find partner or activity", "asthma").await;
    desk.sees("2 of 19 partners").await;
    desk.fill("Find partner or activity", "nobody is called so")
        .await;
    desk.sees("No partner matches.").await;
    desk.fill("Find partner or activity", " ").await;

    // An overlap, with the activities that meet.
    desk.press_beginning("Early tutoring").await;
    desk.sees("a reason to talk").await;
    desk.look("matrix-overlap").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("Open Tutoring in 24 schools").await;

    // A gap is mended where it is found: the strategy gets a lead.
    desk.press_beginning("Paid internships").await;
    desk.press("Open Employer pledge for summer").await;
    desk.sees("What was changed").await;
    desk.press("Edit").await;
    desk.sees("Where it stands").await;
    desk.choose("Lead partner", "Tri-River Workforce Board")
        .await;
    desk.press("Save").await;
    desk.sees("Change activity, Employer pledge for summer")
        .await;
    desk.press("Activities").await;
    desk.sees("What stands out").await;
    desk.sees_no_longer("1 strategy has activities but no lead")
        .await;
    desk.press_starting("Undo: Change activity").await;
    desk.sees("1 strategy has activities but no lead").await;
    desk.close().await;
}

#[tokio::test]
async fn populations_are_named_used_and_read_across() {
    let home = Home::new();
    let desk = matrix(&home).await;
    desk.choose("Columns", "Populations").await;
    desk.sees("Children from birth to five").await;
    desk.look("matrix-populations").await;
    desk.press("Populations").await;
    desk.fill("Name of a population", "Grandparents who raise children")
        .await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("1 population nobody serves").await;
    desk.look("populations").await;
    desk.fill("Name of a population", "Grandparents who raise children")
        .await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("This is used already").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("The groups of people your activities serve")
        .await;
    desk.choose("Columns", "Places").await;
    desk.sees("West End").await;
    desk.look("matrix-places").await;
    desk.keys(&with_ctrl("z")).await;
    desk.sees_no_longer("1 population nobody serves").await;
    desk.close().await;
}

#[tokio::test]
async fn the_map_shows_what_carries_what_and_what_stands_alone() {
    let home = Home::new();
    let desk = matrix(&home).await;
    desk.press("Map").await;
    desk.sees("Meant to move together").await;
    desk.sees("Standing alone").await;
    desk.look("reinforcement").await;
    desk.fits("the reinforcement map").await;
    desk.choose("Show", "Strategy by strategy").await;
    desk.sees("Strategies, from what comes first to what follows")
        .await;
    desk.look("reinforcement-strategies").await;
    desk.choose("Show", "Early tutoring").await;
    desk.sees("Activities, from what comes first to what follows")
        .await;
    desk.look("reinforcement-strategy").await;
    desk.press("Show as table").await;
    desk.sees("Measures shared with others").await;
    desk.look("reinforcement-table").await;
    desk.close().await;
}

#[tokio::test]
async fn matrix_and_map_in_every_look() {
    let home = Home::new();
    let desk = matrix(&home).await;
    for (theme, name) in LOOKS {
        desk.choose_look(name).await;
        desk.leave_settings().await;
        desk.press("Matrix").await;
        desk.sees("What stands out").await;
        desk.look(&format!("matrix-{theme}")).await;
        desk.press("Map").await;
        desk.sees("Standing alone").await;
        desk.look(&format!("reinforcement-{theme}")).await;
    }
    desk.resize(1024, 700).await;
    desk.look("reinforcement-small").await;
    desk.fits("the reinforcement map").await;
    desk.press("Matrix").await;
    desk.sees("Only partners with activities").await;
    desk.look("matrix-small").await;
    desk.fits("the matrix").await;
    desk.press_beginning("What stands out").await;
    desk.sees("Overlaps").await;
    desk.look("matrix-small-findings").await;
    desk.close().await;
}

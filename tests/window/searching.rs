//! Search and commands by typing, tags in one place, and views kept of the list of measures.

use fantoccini::key::Key;

use crate::{desk::Desk, home::Home};

/// A key as it is sent to the window.
fn key(key: Key) -> String {
    char::from(key).to_string()
}

/// Opens the palette by the keyboard.
async fn palette(desk: &Desk) {
    desk.keys(&format!("{}k{}", key(Key::Control), key(Key::Control)))
        .await;
    desk.sees("Arrow keys choose").await;
}

#[tokio::test]
async fn everything_is_found_and_run_by_typing() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("Cincinnati Birth to career").await;
    desk.sees("Headline measures").await;
    desk.resize(1440, 900).await;

    // Without a word the commands; with one, records by kind, and the hit is marked.
    palette(&desk).await;
    desk.sees("Go to Overview").await;
    desk.look("palette-empty").await;
    desk.fill("Search or run a command", "kinder").await;
    desk.sees("Kindergarten readiness, as published").await;
    desk.look("palette-found").await;
    let marked = desk
        .ask("return [...document.querySelectorAll('.palette mark')].map((one) => one.textContent)")
        .await;
    assert!(
        marked
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one == "Kindergarten"),
        "{marked}"
    );
    let chosen = "const field = document.querySelector('.palette input');
         const line = document.getElementById(field.getAttribute('aria-activedescendant'));
         return [line.getAttribute('role'), line.getAttribute('aria-selected')]";
    assert_eq!(
        desk.ask(chosen).await,
        serde_json::json!(["option", "true"])
    );

    // A mistake in typing is forgiven, and said.
    desk.fill("Search or run a command", "kindergarden").await;
    desk.sees("Nothing is written so. This is what was found for “kindergarten”.")
        .await;
    desk.look("palette-corrected").await;
    desk.fill("Search or run a command", "qqqqqqq").await;
    desk.sees("Nothing was found for “qqqqqqq”.").await;
    desk.look("palette-nothing").await;

    // A measure is opened at its page, a person at the partner, a meeting in its form.
    desk.fill("Search or run a command", "readiness").await;
    desk.sees("Kindergarten readiness").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("About this measure").await;
    palette(&desk).await;
    desk.fill("Search or run a command", "mill creek").await;
    desk.sees("Mill Creek Early Learning").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Commitments").await;
    palette(&desk).await;
    desk.sees("Recent").await;
    desk.sees("Kindergarten readiness").await;
    desk.look("palette-recent").await;

    // Commands: going somewhere, adding something, another look.
    desk.fill("Search or run a command", "add meet").await;
    desk.sees("Add meeting").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Minutes").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("Minutes").await;
    for (look, picture) in [("dark", "palette-dark"), ("contrast", "palette-contrast")] {
        palette(&desk).await;
        desk.fill("Search or run a command", &format!("look {look}"))
            .await;
        desk.sees("Look:").await;
        desk.keys(&key(Key::Enter)).await;
        desk.sees_no_longer("Arrow keys choose").await;
        palette(&desk).await;
        desk.fill("Search or run a command", "reading").await;
        desk.sees("Third-grade reading").await;
        desk.look(picture).await;
        desk.keys(&key(Key::Escape)).await;
        desk.sees_no_longer("Arrow keys choose").await;
    }
    palette(&desk).await;
    desk.fill("Search or run a command", "look light").await;
    desk.sees("Look: Light").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees_no_longer("Arrow keys choose").await;
    desk.resize(1024, 700).await;
    palette(&desk).await;
    desk.keys("attendance").await;
    desk.sees("Attendance teams").await;
    desk.look("palette-compact").await;
    desk.keys(&key(Key::Escape)).await;
    desk.close().await;
}

#[tokio::test]
async fn tags_are_kept_in_one_place_and_filter_lists_that_are_kept_under_a_name() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("Cincinnati Birth to career").await;
    desk.sees("Headline measures").await;
    desk.resize(1440, 900).await;

    // Two measures get a tag together.
    desk.press("Measurement").await;
    desk.sees("Any tag").await;
    desk.look("measures-filters").await;
    desk.fits("the list of measures").await;
    desk.tick("Select Chronic absence").await;
    desk.tick("Select Third-grade reading").await;
    desk.fill("Tag", "Winter review").await;
    desk.look("measures-tagging").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("2 measures changed").await;

    // All tags in one place: leading to what has them, renamed, merged, taken back.
    palette(&desk).await;
    desk.fill("Search or run a command", "go tags").await;
    desk.sees("Go to Tags").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Words of your own").await;
    desk.look("tags").await;
    desk.fits("the tags").await;
    desk.fill("Name of Winter review", "Spring review").await;
    desk.keys(&key(Key::Enter)).await;
    desk.press_starting("Undo: Change tag").await;
    desk.press_starting("2 measures tagged Winter review").await;
    desk.sees("Clear filters").await;
    desk.sees_no_longer("Kindergarten readiness").await;

    // Kept under a name, and chosen again.
    desk.press("Views").await;
    desk.fill("Name of the view", "For winter").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Kept the view For winter").await;
    desk.look("measures-views").await;
    desk.press("Clear filters").await;
    desk.sees("Kindergarten readiness").await;
    desk.press("For winter").await;
    desk.sees_no_longer("Kindergarten readiness").await;
    desk.press("Clear filters").await;
    desk.resize(1024, 700).await;
    desk.look("measures-compact").await;
    desk.fits("the list of measures in a small window").await;

    // On the page of one.
    desk.resize(1440, 900).await;
    desk.press("Chronic absence").await;
    desk.sees("About this measure").await;
    desk.sees("Winter review").await;
    desk.look("measure-tags").await;

    // A tag that is searched for leads to where it is kept.
    palette(&desk).await;
    desk.fill("Search or run a command", "winter").await;
    desk.sees("Winter review").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("Arrow keys choose").await;
    desk.press("Activities").await;
    desk.sees("Ready by five").await;
    desk.look("activities-tags").await;
    desk.close().await;
}

//! Activities over time: moved by keys, taken back, seen in every look.

use fantoccini::key::Key;

use crate::{
    desk::Desk,
    home::Home,
    journeys::{key, with_ctrl},
};

#[tokio::test]
async fn activities_are_seen_over_time_and_moved_by_keys() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("Cincinnati Birth to career").await;
    desk.sees("Headline measures").await;
    desk.keys(&with_ctrl("4")).await;
    desk.press("Timeline").await;
    desk.sees("Milestone reached").await;
    desk.look("timeline-light").await;
    desk.fits("timeline").await;

    // The last of the bars in view is moved a week and taken back.
    desk.ask("document.querySelector('.timeline-bar-one.active').focus()")
        .await;
    let held = "return document.activeElement.getAttribute('aria-label')";
    let before = desk.ask(held).await;
    let by_a_week = format!("{}{}{}", key(Key::Alt), key(Key::Right), key(Key::Null));
    desk.keys(&by_a_week).await;
    desk.sees("Saved").await;
    desk.look("timeline-moved").await;
    let after = desk.ask(held).await;
    assert_ne!(before, after, "it stands elsewhere");
    desk.press_starting("Undo: Change activity").await;
    desk.sees("Undone: Change activity").await;
    // It stands where it stood, and is called so again.
    desk.press(before.as_str().unwrap()).await;
    desk.close().await;
}

#[tokio::test]
async fn the_timeline_in_every_look_and_scale() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("Cincinnati Birth to career").await;
    desk.sees("Headline measures").await;
    desk.keys(&with_ctrl("4")).await;
    desk.press("Timeline").await;
    for theme in ["dark", "contrast"] {
        desk.ask(&format!(
            "document.documentElement.dataset.theme = '{theme}'"
        ))
        .await;
        desk.look(&format!("timeline-{theme}")).await;
    }
    desk.ask("document.documentElement.dataset.theme = 'light'")
        .await;
    for scale in ["Years", "Quarters", "Weeks"] {
        desk.press(scale).await;
        desk.look(&format!("timeline-{scale}")).await;
    }
    desk.press("Months").await;
    desk.resize(1024, 700).await;
    desk.look("timeline-small").await;
    desk.fits("timeline").await;
    desk.close().await;
}

//! The Common Agenda from the first word to the last signature.

use fantoccini::key::Key;

use crate::{
    desk::{Desk, LOOKS},
    home::Home,
    journeys::{key, sample, with_ctrl},
};

#[tokio::test]
async fn a_draft_is_written_adopted_compared_signed_and_taken_back() {
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    desk.sees("Headline measures").await;
    desk.keys(&with_ctrl("2")).await;
    desk.sees("Version 2, adopted Mar 10, 2026").await;
    desk.sees("Adopted and locked.").await;
    desk.look("agenda-adopted").await;

    desk.press("Start a new draft").await;
    desk.sees("Version 3, draft").await;
    desk.sees("reports show version 2").await;
    desk.write(
        "Vision",
        "Every child thrives, and every street has a hand in it.",
    )
    .await;
    // Another field is gone to, so this one is left.
    desk.write(
        "What is new in this version",
        "Streets, not only neighborhoods.",
    )
    .await;
    desk.sees("Saved").await;
    desk.look("agenda-draft").await;
    desk.press("Texts and results").await;
    desk.press("Adopt this version").await;
    desk.sees("Its texts and results are locked as they stand")
        .await;
    desk.look("agenda-adopt").await;
    desk.fill("Adopted on", "2026-01-01").await;
    desk.press("Adopt and lock").await;
    desk.sees("This lies before the start.").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("Its texts and results are locked as they stand")
        .await;
    desk.press("Adopt this version").await;
    desk.press("Adopt and lock").await;
    desk.sees("Version 3 is adopted and locked.").await;
    desk.sees("Version 3, adopted").await;

    desk.press("Versions").await;
    desk.sees("Removed words are struck through").await;
    desk.sees("one word added, 9 words removed").await;
    desk.look("agenda-versions").await;
    desk.tick("Show only what changed").await;
    desk.sees("parts are the same.").await;

    desk.press("Endorsements").await;
    desk.sees("Signed version 2 on").await;
    desk.sees("Nobody has signed this version yet.").await;
    desk.press("Record signatures").await;
    desk.sees("Choose one or many.").await;
    desk.tick("Basin Children’s Hospital").await;
    desk.tick("Uptown Mentors").await;
    desk.look("agenda-sign").await;
    desk.press("Record 2 signatures").await;
    desk.sees("2 signatures recorded.").await;
    desk.sees("Priya Raman (sample), Community health").await;
    desk.look("agenda-endorsements").await;
    desk.press("Undo: Record signatures under the agenda").await;
    desk.sees("Nobody has signed this version yet.").await;

    desk.press("Theory of change").await;
    desk.sees("What is missing").await;
    desk.look("agenda-theory").await;
    desk.close().await;
}

#[tokio::test]
async fn every_part_of_the_agenda_in_every_look() {
    const PARTS: &[(&str, &str, &str)] = &[
        ("Theory of change", "What is missing", "theory"),
        ("Versions", "Removed words are struck through", "versions"),
        ("Endorsements", "Signed version 1 on", "endorsements"),
        ("Texts and results", "What is new in this version", "texts"),
    ];
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    desk.sees("Headline measures").await;
    for (theme, name) in LOOKS {
        desk.choose_look(name).await;
        desk.leave_settings().await;
        desk.keys(&with_ctrl("2")).await;
        for (part, words, picture) in PARTS {
            desk.press(part).await;
            desk.sees(words).await;
            desk.look(&format!("agenda-{picture}-{theme}")).await;
        }
    }
    desk.press("Start a new draft").await;
    desk.sees("Version 3, draft").await;
    desk.look("agenda-draft-contrast").await;
    desk.resize(1024, 700).await;
    for (part, words, picture) in PARTS {
        desk.press(part).await;
        desk.sees(words).await;
        desk.look(&format!("agenda-{picture}-small")).await;
        desk.fits(part).await;
    }
    desk.close().await;
}

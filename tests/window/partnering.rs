//! Partners in the window: the directory, a page, merging, groups, attendance, erasing.

use std::fs;

use fantoccini::key::Key;

use crate::{desk::Desk, dialog, home::Home};

/// A key as it is sent to the window.
fn key(key: Key) -> String {
    char::from(key).to_string()
}

#[tokio::test]
async fn partners_are_found_changed_together_merged_and_met() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("Cincinnati Birth to career").await;
    desk.sees("Headline measures").await;
    desk.resize(1440, 900).await;
    desk.press("Partners").await;
    desk.sees("21 partners").await;
    desk.look("partners").await;
    desk.fits("the directory").await;

    // Lists of the team's own, columns, and a view under a name.
    desk.press("Sectors and types").await;
    desk.fill("New entry", "Arts and culture").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Press Enter to keep a changed name.").await;
    desk.look("partners-lists").await;
    desk.keys(&key(Key::Escape)).await;
    desk.press("Columns").await;
    desk.sees("Commitments").await;
    desk.look("partners-columns").await;
    desk.press("Views").await;
    desk.fill("Name of the view", "For the board").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Kept the view For the board").await;
    desk.look("partners-views").await;
    desk.press("Views").await;
    desk.resize(1024, 700).await;
    desk.look("partners-compact").await;
    desk.fits("the directory in a small window").await;
    desk.resize(1440, 900).await;

    // Found by name, changed together, taken back in one step.
    desk.fill("Find a name or person", "schools").await;
    desk.sees("2 of 21 partners").await;
    desk.press("Clear filters").await;
    desk.sees("21 partners").await;
    desk.tick("Select Basin Children’s Hospital").await;
    desk.tick("Select Uptown Mentors").await;
    desk.sees("2 partners selected").await;
    desk.fill("Tag", "Winter review").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Changed 2 partners").await;
    desk.look("partners-selected").await;
    desk.press("Merge the two").await;
    desk.sees("Which one stays?").await;
    desk.look("partners-merge").await;
    desk.press("Merge").await;
    desk.sees("20 partners").await;
    desk.press_starting("Undo: Merge partners").await;
    desk.sees("21 partners").await;

    // The page of one: a touchpoint in a line.
    desk.press("Mill Creek Early Learning").await;
    desk.sees("Commitments").await;
    desk.look("partner").await;
    desk.fits("the page of a partner").await;
    desk.fill("What was it about?", "Asked for the fall figures")
        .await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Logged").await;
    desk.press("Add commitment").await;
    desk.fill("What it says", "Shares readiness by center")
        .await;
    desk.fill("Holds until", "2020-06-30").await;
    desk.press("Save").await;
    desk.sees("Shares readiness by center").await;
    desk.look("partner-filled").await;
    desk.resize(1024, 700).await;
    desk.look("partner-compact").await;
    desk.fits("the page of a partner in a small window").await;
    desk.resize(1440, 900).await;

    // A working group, and who was there.
    desk.press("Communication").await;
    desk.press("Working groups").await;
    desk.sees("Early Childhood group").await;
    desk.look("groups").await;
    desk.press("Early Childhood group").await;
    desk.sees("Was there").await;
    desk.look("group").await;
    desk.press("Note attendance").await;
    desk.sees("Arrow keys move").await;
    desk.look("attendance").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("Arrow keys move").await;

    // A contact list: mended, taken in as one step, taken back.
    let contacts = home.at("contacts.csv");
    fs::write(
        &contacts,
        "Contact;Agency;E-mail\nLuis Herrera (sample);Mill Creek Early Learning;luis@example.org\n\
         Nora Field;Hilltop Clinic;nora@example.org\n;Hilltop Clinic;\n",
    )
    .unwrap();
    desk.press("Partners").await;
    desk.press("Import contacts").await;
    desk.press("Choose a file").await;
    dialog::choose("Choose a contact list", &contacts);
    desk.sees("1 to add, 1 to fill in, 1 left out").await;
    desk.look("contacts").await;
    desk.fits("the contact list").await;
    desk.press("Import 2 contacts").await;
    desk.sees("22 partners").await;
    desk.press_starting("Undo: Import contacts").await;
    desk.sees("21 partners").await;

    // Somebody is erased, after it was said what that means.
    desk.press("Mill Creek Early Learning").await;
    desk.press_beginning("Luis Herrera").await;
    desk.press("Erase for good").await;
    desk.sees("That cannot be undone.").await;
    desk.look("erase").await;
    desk.press("Erase for good").await;
    desk.sees("Nobody is named yet.").await;
    desk.press("Partner report").await;
    desk.sees("What one partner brings, owes and shares in")
        .await;
    desk.look("partner-report").await;
    desk.close().await;
}

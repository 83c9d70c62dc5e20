//! Activities at work in the window: the list, the page of one, its parts, circles and undo.

use fantoccini::key::Key;

use crate::{desk::Desk, home::Home};

/// A key as it is sent to the window.
fn key(key: Key) -> String {
    char::from(key).to_string()
}

#[tokio::test]
async fn an_activity_is_followed_from_the_list_to_its_milestones_risks_and_ties() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("Cincinnati Birth to career").await;
    desk.sees("Headline measures").await;
    desk.resize(1440, 900).await;
    desk.press("Activities").await;
    desk.sees("16 of 16").await;
    desk.look("activities-list").await;
    desk.fits("the list of activities").await;
    desk.fill("Search activities", "bus").await;
    desk.sees("1 of 16").await;
    desk.press("Show all").await;
    desk.press("Last heard").await;
    desk.press("Last heard").await;
    desk.look("activities-sorted").await;
    desk.resize(1024, 700).await;
    desk.look("activities-list-compact").await;
    desk.fits("the list in a small window").await;
    desk.resize(1440, 900).await;

    // The page of one, with what does not fit its plan.
    desk.press("West End preschool rooms").await;
    desk.sees("Lease signed").await;
    desk.sees("What waits for it").await;
    desk.look("activity").await;
    desk.fits("the page of an activity").await;
    desk.resize(1024, 700).await;
    desk.look("activity-compact").await;
    desk.fits("the page of an activity in a small window").await;
    desk.resize(1440, 900).await;

    // Heard, reached, feared and needed, each in its place.
    desk.fill("What was heard?", "The lease is signed.").await;
    desk.keys(&key(Key::Enter)).await;
    desk.sees("Logged").await;
    desk.sees("The lease is signed.").await;
    desk.tick("Lease signed is reached").await;
    desk.sees("1 of 3 reached").await;
    desk.press_starting("Undo: Mark milestone").await;
    desk.sees("0 of 3 reached").await;
    desk.press("Add milestone").await;
    desk.fill("What is reached", "Paint dry").await;
    desk.fill("Due", "some day").await;
    desk.press("Save").await;
    desk.sees("Please write the date").await;
    desk.fill("Due", "2027-07-01").await;
    desk.fill("Reached on", "2099-01-01").await;
    desk.press("Save").await;
    desk.sees("This day has not come yet").await;
    desk.look("activity-milestone-refused").await;
    desk.fill("Reached on", " ").await;
    desk.press("Save").await;
    desk.sees("0 of 4 reached").await;
    desk.press("Add risk").await;
    desk.fill("What could go wrong", "The boiler is old").await;
    desk.look("activity-risk").await;
    desk.press("Save").await;
    desk.sees("The boiler is old").await;
    desk.press("Add resource").await;
    desk.fill("What it is", "Paint").await;
    desk.fill("Worth", "$1,200").await;
    desk.press("Save").await;
    desk.sees("$1,200").await;

    // What would wait for each other is refused by name, and the tie is mended in its form.
    desk.press_beginning("One home visiting referral form")
        .await;
    desk.sees("Three agencies agree on the form").await;
    desk.press("Add").await;
    desk.choose("The other activity", "West End preschool rooms")
        .await;
    desk.press("Save").await;
    desk.sees("These would wait for each other").await;
    desk.look("activity-circle").await;
    desk.choose("The other activity", "Summer texting").await;
    desk.press("Save").await;
    desk.sees("Waits for · Done").await;
    desk.look("activity-filled").await;

    // Gone with all that belongs to it, and back in one step.
    desk.press("Edit").await;
    desk.press("Remove").await;
    desk.sees("15 of 15").await;
    desk.press_starting("Undo: Remove activity").await;
    desk.sees("16 of 16").await;
    desk.press("One home visiting referral form").await;
    desk.sees("Three agencies agree on the form").await;

    for (theme, picture) in [("dark", "activity-dark"), ("contrast", "activity-contrast")] {
        let script = format!("document.documentElement.dataset.theme = '{theme}'");
        desk.ask(&script).await;
        desk.look(picture).await;
    }
    desk.close().await;
}

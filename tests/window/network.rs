//! The network of partners: looked at over time, moved by keys, taken back, on paper.

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    desk::{Desk, LOOKS},
    home::Home,
    journeys::{key, sample},
};

/// How often, and after which pause, a drawing that is made anew is looked at again.
const PATIENCE: u32 = 50;
const MOMENT: Duration = Duration::from_millis(100);

/// Where a partner stands in the drawing, by the beginning of its words.
async fn place(desk: &Desk, name: &str) -> String {
    let found = desk
        .ask(&format!(
            "const node = [...document.querySelectorAll('.network-node')]
               .find((node) => node.getAttribute('aria-label').startsWith('{name}'));
             return node.getAttribute('transform') + ' ' + node.querySelector('.grip').getAttribute('cx')",
        ))
        .await;
    found.as_str().unwrap().to_owned()
}

async fn is_larger_than_its_frame(desk: &Desk) -> bool {
    let found = desk
        .ask(
            "const frame = document.querySelector('.network-frame');
             return frame.scrollWidth > frame.clientWidth",
        )
        .await;
    found == json!(true)
}

async fn focus(desk: &Desk, name: &str) {
    desk.ask(&format!(
        "[...document.querySelectorAll('.network-node')]
           .find((node) => node.getAttribute('aria-label').startsWith('{name}')).focus()",
    ))
    .await;
}

#[tokio::test]
async fn the_network_is_read_arranged_by_hand_and_printed() {
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    desk.sees("Headline measures").await;
    desk.resize(1440, 900).await;
    desk.press("Partners").await;
    desk.press("Network").await;
    desk.sees("possible pairs meet or share an activity").await;
    desk.look("network").await;
    desk.fits("the network").await;

    // A measure tells how it was worked out.
    desk.ask("document.querySelector('.network-figures button').click()")
        .await;
    desk.sees("How many of the possible pairs are tied?").await;
    desk.sees("Meetings counted").await;
    desk.look("network-worked").await;
    desk.keys(&key(Key::Escape)).await;
    desk.sees_no_longer("How many of the possible pairs are tied?")
        .await;

    // Moved by keys as one step, which can be taken back.
    let before = place(&desk, "Tutor Tri-State").await;
    focus(&desk, "Tutor Tri-State").await;
    desk.sees("Tied to").await;
    for _ in 0..3 {
        desk.keys(&format!(
            "{}{}",
            char::from(Key::Shift),
            char::from(Key::Up)
        ))
        .await;
    }
    desk.sees("Tutor Tri-State keeps this place").await;
    desk.look("network-moved").await;
    assert_ne!(place(&desk, "Tutor Tri-State").await, before, "it moved");
    desk.press_starting("Undo: Place in the network").await;
    desk.sees("Undone: Place in the network").await;
    for _ in 0..PATIENCE {
        if place(&desk, "Tutor Tri-State").await == before {
            break;
        }
        tokio::time::sleep(MOMENT).await;
    }
    assert_eq!(place(&desk, "Tutor Tri-State").await, before, "one step");

    // Other ties, another time, one sector.
    desk.tick("Joint activities").await;
    desk.sees("possible pairs meet").await;
    desk.sees_no_longer("share an activity").await;
    desk.tick("Joint meetings").await;
    desk.sees("Choose what ties partners").await;
    desk.look("network-no-ties").await;
    desk.tick("Joint meetings").await;
    desk.tick("Joint activities").await;
    desk.ask(
        "const slider = document.querySelector('input[type=range]');
         const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
         set.call(slider, slider.max - 2);
         slider.dispatchEvent(new Event('input', { bubbles: true }))",
    )
    .await;
    desk.sees("Jul 1, 2025 to Jun 30, 2026").await;
    desk.look("network-earlier").await;

    // Larger: the drawing grows in its frame, the window does not.
    desk.press("Larger").await;
    desk.fits("the larger drawing").await;
    for _ in 0..PATIENCE {
        if is_larger_than_its_frame(&desk).await {
            break;
        }
        tokio::time::sleep(MOMENT).await;
    }
    assert!(is_larger_than_its_frame(&desk).await, "it can be scrolled");
    desk.look("network-larger").await;

    desk.press("Partner network").await;
    desk.sees("Who meets and works with whom").await;
    desk.sees("3 pages").await;
    desk.look("network-report").await;
    desk.close().await;
}

#[tokio::test]
async fn the_network_in_every_look() {
    let home = Home::new();
    let desk = Desk::open(&home, Some(&sample(&home))).await;
    desk.sees("Headline measures").await;
    desk.resize(1440, 900).await;
    for (theme, name) in LOOKS {
        desk.choose_look(name).await;
        desk.leave_settings().await;
        desk.press("Partners").await;
        desk.press("Network").await;
        desk.sees("possible pairs meet").await;
        focus(&desk, "Faith Alliance of the Basin").await;
        desk.look(&format!("network-{theme}")).await;
    }
    desk.resize(1024, 700).await;
    desk.look("network-small").await;
    desk.fits("the network in a small window").await;
    desk.close().await;
}

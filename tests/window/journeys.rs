//! The journeys.

use crate::{desk::Desk, home::Home};

#[tokio::test]
async fn a_first_start_offers_to_begin() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.sees("New initiative").await;
    desk.look("first-run").await;
    desk.close().await;
}

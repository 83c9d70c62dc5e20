//! Journeys in the real window: the built program under a display, driven as a person
//! would, by what is written on things. No sleeps: every step waits for what it needs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, their helpers too"
)]

mod agenda;
mod desk;
mod dialog;
mod home;
mod importing;
mod journeys;
mod leaving;
mod matrix;
mod network;
mod partnering;
mod searching;
mod timeline;
mod working;

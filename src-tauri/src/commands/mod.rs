//! Thin commands of the window: convert, call, convert. A module per noun, as in the
//! contract's command list; everything they decide is decided in the core.

pub mod activities;
mod activity_page;
pub mod agenda;
pub mod agenda_versions;
pub mod calculations;
pub mod communication;
pub mod contacts;
pub mod convert;
pub mod dimensions;
pub mod exports;
mod grid;
pub mod groups;
pub mod history;
pub mod imports;
pub mod joining;
pub mod ledger;
pub mod matrix;
mod measure_page;
pub mod measures;
pub mod network;
pub mod overview;
pub mod partner_lists;
mod partner_page;
pub mod partner_records;
pub mod partners;
pub mod provenance;
pub mod quality;
pub mod readings;
pub mod reports;
pub mod requests;
pub mod searching;
pub mod session;
pub mod tags;
pub mod theory;
pub mod timeline;
pub mod working;

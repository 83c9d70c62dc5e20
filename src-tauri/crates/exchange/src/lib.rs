//! Figures and initiatives in and out: tables of readings from other programs, the sheets
//! of data requests, contact lists, the whole initiative as JSON, and sample initiatives written
//! by hand. Reads bytes, never paths; what is stored and by which rule is the core's.

pub mod cells;
pub mod codes;
pub mod contacts;
pub mod entry;
pub mod json;
pub mod names;
pub mod periods;
pub mod readings_import;
pub mod requests;
pub mod sample;
pub mod sheets;
pub mod table;

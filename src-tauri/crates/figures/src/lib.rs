//! Figures laid out once for window and paper: plain data in, [`Scene`] out.

mod scene;

pub use scene::{Anchor, DataTable, Mark, Role, Scene, Stop, Weight};

//! Figures as people type them into the entry grid, cell by cell or as a pasted block. What
//! a cell says is decided here; what is stored, and by which rule, is the core's.

mod block;
mod typed;

pub use block::{Block, Heads, Placed, Placement, place};
pub use typed::{Figures, Problem, decimal_mark, read, text_of};

//! Importing readings from a table: which column holds what, what every row says, and
//! what it would do to the initiative. Decides nothing that reads two ways and writes
//! nothing: candidates are handed on, storing them is the core's.

mod checks;
mod context;
mod figures;
mod lookup;
mod mapping;
mod parts;
mod plan;
mod preview;
mod problem;
mod run;
mod state;

#[cfg(test)]
mod tests;

use crate::table::Table;

pub use context::{Context, FigureState, Figures, Key, KnownMeasure, KnownName, StoredReadings};
pub use mapping::{Mapping, OnChanged, Role, propose_mapping};
pub use preview::{MAX_GROUP_ROWS, MAX_PROBLEMS, Preview, PreviewRow, ProblemGroup, RowState};
pub use problem::{Problem, ProblemKind, Severity};
pub use run::{Cancelled, Candidate, Fate};

/// What an import would do, without doing it.
pub fn preview(
    table: &Table,
    mapping: &Mapping,
    context: &Context,
    stored: &dyn StoredReadings,
) -> Preview {
    // Nothing stops this pass, so there is always a preview.
    run::run(table, mapping, context, stored, |_| {}, &mut |_| true).unwrap_or_default()
}

/// Hands every reading to be written to `take`, in order of rows, and tells `progress`
/// how many rows are done; it answers whether to go on. Gives the same counts and
/// problems as [`preview`]; the caller takes the readings only if it `is_ready`.
pub fn candidates<'t>(
    table: &'t Table,
    mapping: &Mapping,
    context: &Context,
    stored: &dyn StoredReadings,
    take: impl FnMut(Candidate<'t>),
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<Preview, Cancelled> {
    run::run(table, mapping, context, stored, take, progress)
}

/// Words (folded) that stand for everyone or everywhere, where no group or place is
/// called so.
fn is_everyone(folded: &str) -> bool {
    const WORDS: &[&str] = &[
        "",
        "all",
        "all students",
        "all children",
        "all groups",
        "all residents",
        "all people",
        "total",
        "overall",
        "everyone",
        "todos",
        "todas",
        "todos los estudiantes",
        "total general",
        "none",
        "n a",
    ];
    WORDS.contains(&folded)
}

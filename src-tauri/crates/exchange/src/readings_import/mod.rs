//! Importing readings from a table: which column holds what, what every row says, and
//! what it does to the initiative. Decides nothing that reads two ways, and hands what is
//! to be written to the core as one operation.

mod checks;
mod clues;
mod context;
pub(crate) mod figures;
mod header_words;
mod kept;
pub(crate) mod known;
mod log;
mod lookup;
mod mapping;
mod parts;
mod plan;
mod preview;
mod problem;
mod remembered;
mod run;
pub(crate) mod state;
mod store;
mod stored;
mod view;

#[cfg(test)]
mod odd_files;
#[cfg(test)]
mod office_files;
#[cfg(test)]
mod tests;

use crate::table::Table;

pub use context::{Context, Figures, Key, KnownMeasure, KnownName, Series, StoredReadings};
pub use known::{Known, rhythm};
pub use mapping::{Answer, Mapping, OnChanged, OnRepeated, Role, Shares, propose_mapping};
pub use preview::{MAX_GROUP_ROWS, MAX_PROBLEMS, Preview, ProblemGroup, RowState};
pub use problem::{Particular, Problem, ProblemKey, ProblemKind, Severity};
pub use remembered::{Remembered, heads, recognize};
pub use run::{Candidate, Candidates, Fate};
pub use store::{Import, ImportError, Imported, Step};
pub use stored::Stored;
pub use view::{Filter, PreviewRow, View};

/// Someone stopped the pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The import was stopped.")]
pub struct Cancelled;

/// Progress is told every so many rows.
const TELL_EVERY: u32 = 4_096;

/// What an import would do, without doing it.
pub fn preview(
    table: &Table,
    mapping: &Mapping,
    context: &Context,
    stored: &dyn StoredReadings,
) -> Preview {
    // Nothing stops this pass, so there is always a preview.
    preview_with(table, mapping, context, stored, &mut |_| true).unwrap_or_default()
}

/// As [`preview`], telling `progress` how many rows are done; it answers whether to go on.
pub fn preview_with(
    table: &Table,
    mapping: &Mapping,
    context: &Context,
    stored: &dyn StoredReadings,
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<Preview, Cancelled> {
    preview_keeping(table, mapping, context, stored, &mut |_| (), progress)
}

/// As [`preview_with`], handing on every reading that would be written. Where the table gives
/// some of them twice, which of them counts is only known at the end.
fn preview_keeping<'t>(
    table: &'t Table,
    mapping: &Mapping,
    context: &Context,
    stored: &dyn StoredReadings,
    keep: &mut dyn FnMut(Candidate<'t>),
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<Preview, Cancelled> {
    let mut pass = Candidates::new(table, mapping, context, stored);
    while pass.read_row() {
        while let Some(candidate) = pass.pop() {
            keep(candidate);
        }
        if pass.row().is_multiple_of(TELL_EVERY) && !progress(pass.row()) {
            return Err(Cancelled);
        }
    }
    Ok(pass.finish())
}

/// Words (folded) that stand for everyone or everywhere, where no group or place is
/// called so.
pub(crate) fn is_everyone(folded: &str) -> bool {
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

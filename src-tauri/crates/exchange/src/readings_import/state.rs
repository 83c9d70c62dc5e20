//! Words for where a figure stands, in English and Spanish.

use crate::names::fold;
use backbone_core::measurement::ReadingState;

/// The state a cell names; `None` when it is none of the words.
pub(crate) fn parse(text: &str) -> Option<ReadingState> {
    Some(match fold(text).as_str() {
        "final" | "f" | "definitivo" => ReadingState::Final,
        "provisional" | "preliminary" | "prelim" | "p" | "preliminar" => ReadingState::Provisional,
        "revised" | "r" | "revisado" => ReadingState::Revised,
        "suppressed" | "suppressed at source" | "s" | "suprimido" => ReadingState::Suppressed,
        "missing" | "m" | "not available" | "n a" | "falta" => ReadingState::Missing,
        _ => return None,
    })
}

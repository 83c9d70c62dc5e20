//! Words for where a figure stands, in English and Spanish.

use super::context::FigureState;
use crate::names::fold;

/// The state a cell names; `None` when it is none of the words.
pub(super) fn parse(text: &str) -> Option<FigureState> {
    Some(match fold(text).as_str() {
        "final" | "f" | "definitivo" => FigureState::Final,
        "provisional" | "preliminary" | "prelim" | "p" | "preliminar" => FigureState::Provisional,
        "revised" | "r" | "revisado" => FigureState::Revised,
        "suppressed" | "suppressed at source" | "s" | "suprimido" => {
            FigureState::SuppressedAtSource
        }
        "missing" | "m" | "not available" | "n a" | "falta" => FigureState::Missing,
        _ => return None,
    })
}

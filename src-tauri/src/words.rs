//! Words that commands put together, from the same `.ftl` files as everything else.

use backbone_figures::text;
use fluent_bundle::FluentValue;

/// The words of an id.
pub fn get(id: &str) -> String {
    text::english().get(id)
}

/// The words of an id with what they speak of.
pub fn get_with(id: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
    text::english().with(id, arguments)
}

/// Whether there are words for an id.
pub fn has(id: &str) -> bool {
    text::english().has(id)
}

//! What was noticed in a returned sheet, in words: those of its own code, or those an
//! import has for the same thing.

use backbone_figures::text;
use fluent_bundle::FluentValue;

/// The words of a code with what they speak of, by name.
#[must_use]
pub fn finding_words(code: &str, particulars: &[(String, String)]) -> String {
    let texts = text::english();
    let own = format!("finding-{code}");
    let id = if texts.has(&own) {
        own
    } else {
        format!("problem-{code}")
    };
    let arguments: Vec<(&str, FluentValue<'_>)> = particulars
        .iter()
        .map(|(name, text)| (name.as_str(), FluentValue::from(text.as_str())))
        .collect();
    texts.with(&id, &arguments)
}

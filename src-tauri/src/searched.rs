//! What was found in words, for the palette and the command line alike.

use backbone_core::searching::{Hit, Kind, Run};
use backbone_figures::dates;

use crate::words;

/// What a record is called. A text of the agenda has the name of its part.
pub fn title(kind: Kind, hit: &Hit) -> Vec<Run> {
    if kind != Kind::AgendaText {
        return hit.title.clone();
    }
    vec![Run {
        text: words::get(&format!("agenda-{}", hit.part)),
        is_found: false,
    }]
}

/// What a record belongs to, with the day or period it speaks of: “Board meeting · Nov 6, 2026”.
pub fn about(kind: Kind, hit: &Hit) -> String {
    let mut parts = Vec::new();
    if kind == Kind::AgendaText {
        let version: String = hit.title.iter().map(|run| run.text.as_str()).collect();
        let id = if hit.day.is_some() {
            "found-agenda-adopted"
        } else {
            "found-agenda-draft"
        };
        parts.push(words::get_with(id, &[("version", version.into())]));
    }
    if !hit.about.is_empty() {
        parts.push(hit.about.clone());
    }
    if let Some(period) = hit.period {
        parts.push(period.label());
    }
    if let Some(day) = hit.day {
        parts.push(dates::short(day.0));
    }
    parts.join(" · ")
}

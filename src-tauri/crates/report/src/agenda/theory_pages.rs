//! The theory of change on paper: a map per result, in as many parts as it needs pages.

use backbone_core::reporting::AgendaPaperFacts;
use backbone_figures::{DrawnMap, MapBranch, TheoryMap, dates, halves, text, theory_map};

use crate::{
    engine::{Flow, Style, fonts::REGULAR, spans},
    theory::{TheoryPlace, branch},
};

/// Size of the map's text.
const TEXT: f32 = 8.0;
/// What the heading above a map takes.
const HEAD: f32 = 60.0;

pub(super) fn write(flow: &mut Flow, facts: &AgendaPaperFacts) {
    let texts = text::english();
    if facts.theory.branches.is_empty() {
        return;
    }
    flow.begin_section(true);
    let width = flow.width();
    flow.heading(2, &texts.get("paper-agenda-theory"), Style::HEADLINE, width);
    let lead = texts.with(
        "paper-agenda-theory-lead",
        &[("date", dates::plain(facts.as_of).into())],
    );
    flow.paragraph(&spans(&lead, REGULAR), Style::LEAD, width * 0.86);
    // The room beneath the title, so that a part never asks for more than a page has.
    let most = flow.room() - HEAD;
    for facts in &facts.theory.branches {
        let whole = branch(facts);
        let name = whole.result.name.clone();
        let parts = parts(whole, width, most);
        let count = parts.len();
        for (number, part) in (1..).zip(parts) {
            let head = if count == 1 {
                name.clone()
            } else {
                texts.with(
                    "paper-agenda-theory-part",
                    &[
                        ("result", name.as_str().into()),
                        ("part", number.into()),
                        ("count", count.into()),
                    ],
                )
            };
            flow.need(part.scene.height + HEAD);
            flow.heading(3, &head, Style::SECTION, width);
            flow.figure(&part.scene, &spoken(&part));
        }
    }
}

/// The alternative text: what the map holds, then box by box.
fn spoken(part: &DrawnMap<TheoryPlace>) -> String {
    let boxes = part.scene.stops.iter().map(|stop| stop.words.as_str());
    let mut words = vec![part.scene.summary.as_str()];
    words.extend(boxes);
    words.join("\n")
}

/// A branch drawn in parts that fit on a page, in order.
fn parts(whole: MapBranch<TheoryPlace>, width: f32, most: f32) -> Vec<DrawnMap<TheoryPlace>> {
    let drawn = theory_map(&TheoryMap {
        width,
        text_size: TEXT,
        branches: vec![whole.clone()],
    });
    if drawn.scene.height <= most {
        return vec![drawn];
    }
    match halves(&whole) {
        Some(halves) => halves
            .into_iter()
            .flat_map(|half| parts(half, width, most))
            .collect(),
        None => vec![drawn],
    }
}

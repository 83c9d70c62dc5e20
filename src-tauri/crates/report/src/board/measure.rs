//! One page per headline measure: finding, key figures, chart, story, who contributes, its
//! groups. Its readings stand below where there is room, and in a chapter of their own where
//! there is none.

use backbone_core::{
    measurement::ReadingState,
    reporting::{AudienceRule, MeasureFacts},
};
use backbone_figures::{Anchor, text};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::readings;
use crate::{
    drawing::{self, Parts},
    engine::{
        Flow, Prose, Style,
        flow::SIDE,
        fonts::{ITALIC, REGULAR, SEMIBOLD},
        page::{HAIR, INK, QUIET},
        prose, spans,
    },
    groups::{self, Print},
    wording,
};

/// A chart takes the room that is left on its page, within reason.
const CHART_HEIGHT: f32 = 240.0;
const LEAST_CHART: f32 = 112.0;
/// Of a measure that has nothing to draw.
const EMPTY_CHART: f32 = 84.0;
/// Shares of the width that the story may have; who contributes stands beside it.
const STORY: [f32; 3] = [0.6, 0.5, 0.42];
const GUTTER: f32 = 24.0;

/// Writes a measure's page. True where its readings found no room on it.
pub(super) fn write(
    flow: &mut Flow,
    result: Option<&str>,
    facts: &MeasureFacts,
    rule: &AudienceRule,
) -> bool {
    let width = flow.width();
    let is_empty = facts.summary.readings.is_empty();
    // Measures without figures take little room and share it.
    let below = story_height(flow, facts);
    if is_empty {
        flow.begin_chapter(EMPTY_CHART + below + 110.0);
    } else {
        flow.begin_section(true);
    }
    let splits = groups::splits(facts);
    let captions = readings::captions(facts, rule);
    let readings = readings::height(flow, facts, &captions);
    let later = elsewhere(&captions);
    let below = below
        + match splits.first() {
            Some(split) => {
                let later = flow.prose_height(&later, Style::CAPTION, width);
                split.height(flow, Style::SECTION, Print::READ) + later
            }
            None => readings,
        };
    opening(flow, result, facts, 2, below);
    story(flow, facts, 3);
    for split in &splits {
        split.write(flow, 3, Style::SECTION, Print::READ);
    }
    if flow.room() < readings && !splits.is_empty() {
        flow.prose(&later, Style::CAPTION, SIDE, width);
        return true;
    }
    let title = text::english().get("paper-readings");
    readings::write(flow, facts, (3, &title), &captions);
    false
}

/// What the marks on the page mean, and where its readings stand.
fn elsewhere(captions: &[String]) -> Vec<Prose> {
    let later = text::english().get("paper-readings-later");
    let said = captions.iter().chain([&later]).cloned();
    let said = said.collect::<Vec<_>>().join(" · ");
    vec![Prose::Paragraph(spans(&said, REGULAR))]
}

/// What is found, the key figures and the chart, with what must be known to read it.
/// The chart leaves so much room below it, where it can.
pub(crate) fn opening(
    flow: &mut Flow,
    result: Option<&str>,
    facts: &MeasureFacts,
    level: u8,
    below: f32,
) {
    let width = flow.width();
    let measure = &facts.summary.measure.record;
    if let Some(result) = result {
        flow.paragraph(&spans(result, SEMIBOLD), Style::KICKER, width);
    }
    pill(flow, facts);
    flow.heading(
        level,
        &wording::finding(&facts.summary),
        Style::HEADLINE,
        width - 96.0,
    );
    key_figures(flow, facts, width);
    let subtitle = wording::subtitle(measure);
    if !subtitle.is_empty() {
        flow.paragraph(&spans(&subtitle, REGULAR), Style::CAPTION, width);
    }
    let parts = Parts {
        path: true,
        comparison: true,
        notes: true,
        limits: false,
        forecast: false,
        margins: false,
    };
    let caution = wording::caution(facts);
    let notes = wording::footnotes(facts).join(" ");
    let said: Vec<Prose> = caution
        .map(|caution| spans(&caution, SEMIBOLD))
        .into_iter()
        .chain((!notes.is_empty()).then(|| spans(&notes, REGULAR)))
        .map(Prose::Paragraph)
        .collect();
    let room = flow.room() - below - flow.prose_height(&said, Style::CAPTION, width) - 12.0;
    let height = if facts.summary.readings.is_empty() {
        EMPTY_CHART
    } else if room < LEAST_CHART {
        CHART_HEIGHT
    } else {
        room.min(CHART_HEIGHT)
    };
    let scene = drawing::chart(facts, (width, height), 8.4, parts);
    flow.figure(&scene, &scene.summary);
    flow.prose(&said, Style::CAPTION, SIDE, width);
}

/// The status with a frame, at the right of the headline.
fn pill(flow: &mut Flow, facts: &MeasureFacts) {
    let word = wording::status_word(&facts.summary);
    let text_width = flow.fonts.width(&word, SEMIBOLD, 9.4);
    let right = SIDE + flow.width();
    let left = right - text_width - 29.0;
    let (top, bottom) = (flow.y + 3.0, flow.y + 20.0);
    let element = flow.tree.add(flow.section, "P");
    let mark = super::mark(wording::standing(&facts.summary));
    flow.content(element, |flow| {
        let outline = vec![
            [left, top],
            [right, top],
            [right, bottom],
            [left, bottom],
            [left, top],
        ];
        flow.push(crate::engine::page::Item::Line {
            points: outline,
            width: 0.9,
            color: INK,
            dash: Vec::new(),
        });
        flow.mark(mark, [left + 11.0, top + 8.5]);
        flow.text(
            &word,
            SEMIBOLD,
            9.4,
            [left + 20.0, top + 11.8],
            INK,
            Anchor::Start,
        );
    });
}

fn number(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or(0.0)
}

/// Three to five figures between two rules.
fn key_figures(flow: &mut Flow, facts: &MeasureFacts, width: f32) {
    let figures = figures(facts);
    if figures.is_empty() {
        return;
    }
    flow.need(50.0);
    let (top, bottom) = (flow.y, flow.y + 38.0);
    flow.artifact(|flow| {
        flow.rule([SIDE, top], [SIDE + width, top], 1.1, INK);
        flow.rule([SIDE, bottom], [SIDE + width, bottom], 0.5, HAIR);
    });
    let step = width / figures.len() as f32;
    for (index, (label, value)) in figures.into_iter().enumerate() {
        let x = SIDE + step * index as f32 + if index == 0 { 0.0 } else { 10.0 };
        if index > 0 {
            flow.artifact(|flow| {
                flow.rule([x - 10.0, top + 4.0], [x - 10.0, bottom - 4.0], 0.5, HAIR)
            });
        }
        let label = flow.lines(&spans(&label, REGULAR), 8.2, step - 12.0, 1);
        let element = flow.tree.add(flow.section, "P");
        flow.content(element, |flow| {
            for line in label {
                flow.push(crate::engine::page::Item::Text {
                    at: [x, top + 13.0],
                    size: 8.2,
                    color: QUIET,
                    pieces: line.pieces,
                });
            }
            flow.text(" ", REGULAR, 8.2, [x, top + 13.0], QUIET, Anchor::Start);
            flow.text(&value, SEMIBOLD, 14.0, [x, top + 30.0], INK, Anchor::Start);
        });
    }
    flow.y = bottom + 7.0;
}

fn figures(facts: &MeasureFacts) -> Vec<(String, String)> {
    let texts = text::english();
    let summary = &facts.summary;
    let numbers = drawing::numbers(&summary.measure.record);
    let mut found = Vec::new();
    let labelled = |id: &str, period: String| texts.with(id, &[("period", period.into())]);
    if let Some((latest, value)) = summary
        .assessment
        .latest
        .as_ref()
        .and_then(|latest| Some((latest, latest.value?)))
    {
        let id = if latest.state == ReadingState::Provisional {
            "paper-key-latest-provisional"
        } else {
            "paper-key-latest"
        };
        found.push((
            labelled(id, latest.period.label()),
            numbers.value(number(value)),
        ));
        if let (Some(baseline), Some(change)) = (&summary.baseline, &summary.assessment.change) {
            found.push((
                labelled("paper-key-change", baseline.period.label()),
                numbers.change(change.difference),
            ));
        }
        if let Some(path) = summary.assessment.path.path_value {
            found.push((
                labelled("paper-key-path", latest.period.label()),
                numbers.value(path),
            ));
        }
    }
    if let Some(target) = summary.targets.last() {
        found.push((
            labelled("paper-key-target", target.period.label()),
            numbers.short(number(target.value.0)),
        ));
    }
    found
}

/// The story as it was written, or that nobody has.
pub(crate) fn written_story(facts: &MeasureFacts) -> Vec<Prose> {
    let mut blocks = prose(facts.story());
    if blocks.is_empty() {
        blocks.push(Prose::Paragraph(spans(
            &text::english().get("paper-story-none"),
            REGULAR,
        )));
    }
    blocks
}

/// The story, and why the status is what it is.
fn told(facts: &MeasureFacts) -> Vec<Prose> {
    let mut blocks = written_story(facts);
    let because = wording::because(&facts.summary);
    blocks.push(Prose::Paragraph(spans(&because, ITALIC)));
    blocks
}

/// Width of the story's column and of the one beside it, and the height of the taller one.
fn beside(flow: &mut Flow, story: &[Prose], contributing: &Prose) -> (f32, f32, f32) {
    let width = flow.width();
    let mut found: Option<(f32, f32, f32)> = None;
    for share in STORY {
        let (left, right) = (width * share, width * (1.0 - share) - GUTTER);
        let told = flow.prose_height(story, Style::BODY, left);
        let listed = flow.prose_height(std::slice::from_ref(contributing), Style::BODY, right);
        let height = told.max(listed);
        if found.is_none_or(|(_, _, lowest)| height < lowest) {
            found = Some((left, right, height));
        }
    }
    found.unwrap_or((width, width, 0.0))
}

/// About how high the story will be, with who contributes beside it.
fn story_height(flow: &mut Flow, facts: &MeasureFacts) -> f32 {
    let contributing = Prose::List(contributions(facts));
    let (_, _, height) = beside(flow, &told(facts), &contributing);
    height + 26.0
}

/// Story at the left, who contributes at the right; one under the other where they are long.
fn story(flow: &mut Flow, facts: &MeasureFacts, level: u8) {
    let texts = text::english();
    let width = flow.width();
    let blocks = told(facts);
    let right = Prose::List(contributions(facts));
    let (column, beside, height) = beside(flow, &blocks, &right);
    let height = height + 24.0;
    if height > flow.room() {
        flow.heading(level, &texts.get("paper-story"), Style::SECTION, width);
        flow.prose(&blocks, Style::BODY, SIDE, width * 0.86);
        flow.heading(
            level,
            &texts.get("paper-contributing"),
            Style::SECTION,
            width,
        );
        flow.prose(
            std::slice::from_ref(&right),
            Style::BODY,
            SIDE,
            width * 0.86,
        );
        return;
    }
    let top = flow.y;
    flow.heading(level, &texts.get("paper-story"), Style::SECTION, column);
    flow.prose(&blocks, Style::BODY, SIDE, column);
    let lowest = flow.y;
    flow.y = top;
    // The second column stands beside the first, so its heading is placed by hand.
    flow.y += Style::SECTION.before + Style::SECTION.leading;
    let x = SIDE + column + GUTTER;
    let element = flow
        .tree
        .add(flow.section, if level == 2 { "H2" } else { "H3" });
    let y = flow.y - Style::SECTION.leading * 0.26;
    let title = texts.get("paper-contributing");
    flow.content(element, |flow| {
        flow.text(
            &title,
            SEMIBOLD,
            Style::SECTION.size,
            [x, y],
            INK,
            Anchor::Start,
        );
    });
    flow.y += Style::SECTION.after;
    flow.prose(std::slice::from_ref(&right), Style::BODY, x, beside);
    flow.y = flow.y.max(lowest);
}

pub(crate) fn contributions(facts: &MeasureFacts) -> Vec<Vec<crate::engine::Span>> {
    let texts = text::english();
    let mut found = Vec::new();
    for facts in facts.activities.iter().take(8) {
        let name = facts.activity.record.name.as_str();
        if let Some(lead) = &facts.lead {
            let mut line = spans(&format!("{} ", lead.name), SEMIBOLD);
            line.extend(spans(
                &texts.with("paper-leads", &[("activity", name.into())]),
                REGULAR,
            ));
            found.push(line);
        } else {
            found.push(spans(
                &texts.with("paper-takes-part", &[("activity", name.into())]),
                REGULAR,
            ));
        }
    }
    if found.is_empty() {
        found.push(spans(&texts.get("paper-contributing-none"), REGULAR));
    }
    found
}

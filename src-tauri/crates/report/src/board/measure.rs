//! One page per headline measure: finding, key figures, chart, story, who contributes,
//! groups, readings, sources.

use backbone_core::{
    measurement::{Reading, ReadingState},
    reporting::MeasureFacts,
};
use backbone_figures::{Anchor, Numbers, dates, text};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    drawing::{self, Parts},
    engine::{
        Cell, Column, Flow, Prose, Row, Style, Table,
        flow::SIDE,
        fonts::{REGULAR, SEMIBOLD},
        page::{HAIR, INK, QUIET},
        prose, spans,
    },
    wording,
};

/// As many readings as the page lists; the workbook has them all.
const READINGS_SHOWN: usize = 14;
const CHART_HEIGHT: f32 = 236.0;

pub(super) fn write(flow: &mut Flow, result: Option<&str>, facts: &MeasureFacts) {
    flow.begin_section(true);
    let width = flow.width();
    let measure = &facts.summary.measure.record;
    if let Some(result) = result {
        flow.paragraph(&spans(result, SEMIBOLD), Style::KICKER, width);
    }
    pill(flow, facts);
    flow.heading(
        2,
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
    };
    let scene = drawing::chart(facts, (width, CHART_HEIGHT), 8.4, parts);
    flow.figure(&scene, &scene.summary);
    story(flow, facts, width);
    // Tables stay together: on this page if they fit, else all of them on the next.
    let rows = facts.groups.len() + facts.summary.readings.len().min(READINGS_SHOWN);
    flow.need(rows as f32 * 22.0 + 150.0);
    groups(flow, facts, width);
    readings(flow, facts, width);
    sources(flow, facts, width);
}

/// The status with a frame, at the right of the headline.
fn pill(flow: &mut Flow, facts: &MeasureFacts) {
    let word = wording::status_word(&facts.summary);
    let text_width = flow.fonts.width(&word, SEMIBOLD, 9.4);
    let right = SIDE + flow.width();
    let left = right - text_width - 29.0;
    let (top, bottom) = (flow.y + 3.0, flow.y + 20.0);
    let element = flow.tree.add(flow.section, "P");
    let mark = super::mark(facts.summary.assessment.path.position);
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

/// Story at the left, who contributes at the right; one under the other where they are long.
fn story(flow: &mut Flow, facts: &MeasureFacts, width: f32) {
    let texts = text::english();
    let mut blocks = prose(&facts.summary.measure.record.story);
    if blocks.is_empty() {
        blocks.push(Prose::Paragraph(spans(
            &texts.get("paper-story-none"),
            REGULAR,
        )));
    }
    blocks.push(Prose::Paragraph(spans(
        &wording::because(&facts.summary),
        crate::engine::fonts::ITALIC,
    )));
    let contributions = contributions(facts);
    let gutter = 24.0;
    let column = (width - gutter) / 2.0;
    let left_height = flow.prose_height(&blocks, Style::BODY, column);
    let right = Prose::List(contributions);
    let right_height = flow.prose_height(std::slice::from_ref(&right), Style::BODY, column);
    let height = left_height.max(right_height) + 24.0;
    if height > flow.room() {
        flow.heading(3, &texts.get("paper-story"), Style::SECTION, width);
        flow.prose(&blocks, Style::BODY, SIDE, width * 0.86);
        flow.heading(3, &texts.get("paper-contributing"), Style::SECTION, width);
        flow.prose(
            std::slice::from_ref(&right),
            Style::BODY,
            SIDE,
            width * 0.86,
        );
        return;
    }
    let top = flow.y;
    flow.heading(3, &texts.get("paper-story"), Style::SECTION, column);
    flow.prose(&blocks, Style::BODY, SIDE, column);
    let lowest = flow.y;
    flow.y = top;
    // The second column stands beside the first, so its heading is placed by hand.
    flow.y += 7.0 + Style::SECTION.leading;
    let x = SIDE + column + gutter;
    let element = flow.tree.add(flow.section, "H3");
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
    flow.prose(std::slice::from_ref(&right), Style::BODY, x, column);
    flow.y = flow.y.max(lowest);
}

fn contributions(facts: &MeasureFacts) -> Vec<Vec<crate::engine::Span>> {
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

fn groups(flow: &mut Flow, facts: &MeasureFacts, width: f32) {
    let texts = text::english();
    let numbers = drawing::numbers(&facts.summary.measure.record);
    let mut rows = Vec::new();
    let mut breakdown = "";
    for group in &facts.groups {
        if group.breakdown != breakdown {
            breakdown = &group.breakdown;
            rows.push(Row::Group(breakdown.to_owned()));
        }
        let mut valued = group
            .readings
            .iter()
            .filter_map(|reading| Some((reading, number(reading.value?))));
        let first = valued.next();
        let last = valued.next_back().or(first);
        let shown = |found: Option<(&Reading, f64)>| match found {
            Some((reading, value)) => Cell::Text {
                text: numbers.value(value),
                is_bold: false,
                note: reading.period.label(),
            },
            None => Cell::plain("–"),
        };
        let change = first
            .zip(last)
            .filter(|(first, last)| first.0.period != last.0.period);
        rows.push(Row::Cells(vec![
            Cell::bold(group.group.record.name.clone()),
            shown(first),
            shown(last),
            Cell::plain(change.map_or_else(
                || "–".to_owned(),
                |(first, last)| numbers.change(last.1 - first.1),
            )),
        ]));
    }
    if rows.is_empty() {
        return;
    }
    flow.heading(3, &texts.get("paper-groups"), Style::SECTION, width);
    let column = |id: &str, share: f32, is_right: bool| Column {
        head: texts.get(id),
        share,
        is_right,
    };
    flow.table(
        &Table {
            summary: texts.get("paper-groups-summary"),
            columns: vec![
                column("paper-column-group", 40.0, false),
                column("paper-column-first", 18.0, true),
                column("paper-column-last", 18.0, true),
                column("paper-column-difference", 20.0, true),
            ],
            rows,
        },
        width,
    );
}

/// The readings of everyone, latest first.
fn readings(flow: &mut Flow, facts: &MeasureFacts, width: f32) {
    let texts = text::english();
    let summary = &facts.summary;
    if summary.readings.is_empty() {
        return;
    }
    let measure = &summary.measure.record;
    let numbers = drawing::numbers(measure);
    let has_counts = summary
        .readings
        .iter()
        .any(|reading| reading.denominator.is_some());
    let mut comments: Vec<&str> = summary
        .readings
        .iter()
        .map(|reading| reading.comment.as_str())
        .collect();
    comments.dedup();
    // What is said of every reading alike is said once, under the table.
    let common = match comments.as_slice() {
        [only] if !only.is_empty() => Some(*only),
        _ => None,
    };
    let has_comments = common.is_none() && comments.iter().any(|comment| !comment.is_empty());
    let mut columns = vec![
        Column {
            head: texts.get("paper-column-period"),
            share: 16.0,
            is_right: false,
        },
        Column {
            head: texts.get("paper-column-value"),
            share: 14.0,
            is_right: true,
        },
    ];
    if has_counts {
        columns.push(Column {
            head: texts.get("paper-column-count"),
            share: 12.0,
            is_right: true,
        });
        columns.push(Column {
            head: texts.get("paper-column-of"),
            share: 12.0,
            is_right: true,
        });
    }
    columns.push(Column {
        head: texts.get("paper-column-state"),
        share: 18.0,
        is_right: false,
    });
    if has_comments {
        columns.push(Column {
            head: texts.get("paper-column-comment"),
            share: 50.0,
            is_right: false,
        });
    }
    let plain = Numbers {
        unit: backbone_statistics::Unit::Count,
        precision: 0,
    };
    let rows = summary
        .readings
        .iter()
        .rev()
        .take(READINGS_SHOWN)
        .map(|reading| {
            let count = |figure: Option<Decimal>| {
                Cell::plain(
                    figure.map_or_else(|| "–".to_owned(), |figure| plain.value(number(figure))),
                )
            };
            let value = match (reading.value, reading.state) {
                (Some(value), _) => numbers.value(number(value)),
                (None, ReadingState::Suppressed) => "s".to_owned(),
                (None, _) => "–".to_owned(),
            };
            let mut cells = vec![Cell::plain(reading.period.label()), Cell::bold(value)];
            if has_counts {
                cells.extend([count(reading.numerator), count(reading.denominator)]);
            }
            cells.push(Cell::plain(
                texts.get(&format!("state-{}", reading.state.word())),
            ));
            if has_comments {
                cells.push(Cell::plain(
                    reading.comment.chars().take(400).collect::<String>(),
                ));
            }
            Row::Cells(cells)
        });
    let table = Table {
        summary: texts.with(
            "paper-readings-summary",
            &[("name", measure.name.as_str().into())],
        ),
        columns,
        rows: rows.collect(),
    };
    flow.heading(3, &texts.get("paper-readings"), Style::SECTION, width);
    let table_width = if has_comments { width } else { width * 0.62 };
    flow.table(&table, table_width);
    if let Some(common) = common {
        flow.y -= 4.0;
        flow.paragraph(&spans(common, REGULAR), Style::CAPTION, width);
    }
}

fn sources(flow: &mut Flow, facts: &MeasureFacts, width: f32) {
    let texts = text::english();
    let mut items: Vec<_> = facts
        .sources
        .iter()
        .map(|source| {
            let (name, detail) = wording::source(source);
            let when = source.import.as_ref().map(|import| {
                chrono::DateTime::from_timestamp_millis(import.record.at_ms)
                    .map_or_else(String::new, |at| dates::short(at.date_naive()))
            });
            let mut line = spans(&format!("{name}: "), SEMIBOLD);
            line.extend(spans(&detail, REGULAR));
            if let Some(when) = when.filter(|when| !when.is_empty()) {
                line.extend(spans(&format!(", {when}"), REGULAR));
            }
            line
        })
        .collect();
    let source = &facts.summary.measure.record.source;
    if !source.is_empty() {
        items.insert(0, spans(source, REGULAR));
    }
    if items.is_empty() {
        return;
    }
    flow.heading(3, &texts.get("paper-sources"), Style::SECTION, width);
    flow.list(&items, Style::CAPTION, SIDE, width, false);
}

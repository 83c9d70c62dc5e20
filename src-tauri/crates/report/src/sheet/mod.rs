//! The measure sheet: everything there is to know of one measure on one or two pages.

mod definition;

use backbone_core::reporting::MeasureSheetFacts;
use backbone_figures::text;

use crate::{
    Error, Options, Rendered, board, columns,
    document::{self, mark_notes},
    drawing,
    engine::{
        Cell, Column, Flow, Row, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    wording,
};

/// Writes a measure sheet.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn measure_sheet(facts: &MeasureSheetFacts, options: &Options) -> Result<Rendered, Error> {
    let texts = text::english();
    let measure = &facts.measure.summary.measure.record;
    let kind = if options.title.trim().is_empty() {
        texts.get("paper-measure-sheet")
    } else {
        options.title.trim().to_owned()
    };
    let mut flow = document::begin(&facts.initiative, &kind, facts.as_of, options.paper);
    flow.begin_section(false);
    let rest = format!("{} · {}", measure.code, measure.name);
    document::masthead(
        &mut flow,
        &facts.initiative,
        &kind,
        facts.as_of,
        Some(rest.chars().take(60).collect()),
    );
    board::measure::body(&mut flow, facts.result.as_deref(), &facts.measure, 1);
    let width = flow.width();
    definition::write(&mut flow, facts, width);
    tests(&mut flow, facts, width);
    board::readings::write(&mut flow, &facts.measure, &facts.rule, width, 2);
    worked_out(&mut flow, facts, width);
    notes(&mut flow, facts, width);
    document::finish(flow)
}

/// What was tried, what was predicted and what came of it.
fn tests(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    if facts.measure.tests.is_empty() {
        return;
    }
    let rows: Vec<Row> = (1..)
        .zip(&facts.measure.tests)
        .map(|(number, entry)| {
            let test = &entry.record;
            let span = match test.ends {
                Some(ends) => format!("{} – {}", test.starts.label(), ends.label()),
                None => test.starts.label(),
            };
            Row::Cells(vec![
                Cell::Text {
                    text: format!("{number}  {}", test.name),
                    is_bold: true,
                    note: span,
                },
                Cell::plain(test.prediction.clone()),
                Cell::plain(test.result.clone()),
                Cell::plain(texts.get(&format!("sheet-test-{}", test.status.word()))),
            ])
        })
        .collect();
    let column = |id: &str, share: f32| Column {
        head: texts.get(id),
        share,
        is_right: false,
    };
    flow.need(80.0);
    flow.heading(2, &texts.get("paper-tests"), Style::SECTION, width);
    flow.table(
        &Table {
            summary: texts.get("paper-tests"),
            columns: vec![
                column("sheet-head-test", 30.0),
                column("sheet-head-prediction", 34.0),
                column("sheet-head-outcome", 34.0),
                column("sheet-head-status", 14.0),
            ],
            rows,
        },
        width,
    );
}

/// Every rule with what it rests on.
fn worked_out(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    let mut found = wording::worked_out(&facts.measure.summary);
    let numbers = drawing::numbers(&facts.measure.summary.measure.record);
    found.extend(wording::calculation_rule(&facts.measure));
    found.extend(wording::guard_rule(&facts.measure));
    let gaps = facts.measure.disparities.iter();
    found.extend(gaps.filter_map(|gap| wording::disparity_rule(gap, numbers)));
    let blocks: Vec<_> = found
        .into_iter()
        .map(|worked| {
            let inputs: Vec<String> = worked
                .inputs
                .iter()
                .map(|(name, value)| format!("{name}: {value}"))
                .collect();
            let mut line = spans(&format!("{} ", worked.question), SEMIBOLD);
            let rest = texts.with(
                "paper-worked-out",
                &[
                    ("answer", worked.answer.trim_end_matches('.').into()),
                    ("inputs", inputs.join("; ").into()),
                    ("points", worked.points.into()),
                    ("formula", worked.formula.trim_end_matches('.').into()),
                    ("source", worked.source.into()),
                ],
            );
            line.extend(spans(&rest, REGULAR));
            line
        })
        .collect();
    flow.need(120.0);
    flow.heading(2, &texts.get("paper-appendix"), Style::SECTION, width);
    columns::write(flow, &blocks, SMALL);
}

/// Small print, still readable.
const SMALL: Style = Style {
    size: 7.4,
    leading: 9.6,
    after: 3.5,
    ..Style::CAPTION
};

fn notes(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    let mut notes = vec![
        spans(&texts.get("paper-note-points"), REGULAR),
        spans(&texts.get("paper-note-rounding"), REGULAR),
    ];
    // What marks among readings mean stands beneath the readings.
    if facts.measure.summary.readings.is_empty() {
        let marks = mark_notes([&facts.measure], &facts.rule);
        notes.extend(marks.iter().map(|note| spans(note, REGULAR)));
    }
    if facts.initiative.is_sample {
        notes.insert(0, spans(&texts.get("paper-note-sample"), SEMIBOLD));
    }
    flow.heading(2, &texts.get("paper-notes-title"), Style::SECTION, width);
    columns::write(flow, &notes, SMALL);
}

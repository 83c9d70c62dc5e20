//! The measure sheet: everything there is to know of one measure on one or two pages.

mod definition;

use backbone_core::reporting::MeasureSheetFacts;
use backbone_figures::text;

use crate::{
    Error, Options, Rendered, board, columns,
    document::{self, mark_notes},
    drawing,
    engine::{
        Cell, Column, Flow, Row, Span, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        page::INK,
        spans,
    },
    groups, wording,
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
    let width = flow.width();
    let found = &facts.measure;
    let rules = rules(facts);
    // What tells the chart stands beside it, and the table with them where there is room.
    let told = board::measure::story_height(&mut flow, found, false)
        + rules
            .first()
            .map_or(0.0, |rule| shown_height(&mut flow, rule));
    let table = board::readings::height(&mut flow, found, &facts.rule, &[]);
    board::measure::opening(&mut flow, facts.result.as_deref(), found, 1, told + table);
    if let Some(rule) = rules.first() {
        flow.paragraph(rule, SHOWN, width);
    }
    board::measure::story(&mut flow, found, 2, false);
    let title = texts.get("paper-readings");
    board::readings::write(&mut flow, found, &facts.rule, (2, &title), &[]);
    for split in groups::splits(found) {
        split.write(&mut flow, 2, Style::SECTION);
    }
    tests(&mut flow, facts, width);
    definition::write(&mut flow, facts, width);
    worked_out(&mut flow, rules.get(1..).unwrap_or_default(), width);
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
    flow.heading(2, &texts.get("paper-tests"), Style::SECTION, width);
    flow.small_table(
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

/// Every rule with what it rests on, the one that is shown first. What several rest on is
/// told with the first of them.
fn rules(facts: &MeasureSheetFacts) -> Vec<Vec<Span>> {
    let texts = text::english();
    let mut found = wording::worked_out(&facts.measure.summary);
    let numbers = drawing::numbers(&facts.measure.summary.measure.record);
    found.extend(wording::calculation_rule(&facts.measure));
    found.extend(wording::guard_rule(&facts.measure));
    let gaps = facts.measure.disparities.iter();
    // Beneath the dots stands how far groups lie apart, and in the table each one's figure.
    found.extend(gaps.filter_map(|gap| {
        let mut rule = wording::disparity_rule(gap, numbers)?;
        rule.answer = texts.get("paper-gap-said");
        let groups = &gap.now.inputs.groups;
        rule.inputs
            .retain(|(name, _)| !groups.iter().any(|group| group.name == *name));
        Some(rule)
    }));
    let mut said: Vec<(String, String)> = Vec::new();
    found
        .into_iter()
        .map(|worked| {
            let own: Vec<_> = worked
                .inputs
                .into_iter()
                .filter(|input| !said.contains(input))
                .collect();
            let inputs: Vec<String> = own
                .iter()
                .map(|(name, value)| format!("{name}: {value}"))
                .collect();
            let mut line = spans(&format!("{} ", worked.question), SEMIBOLD);
            let rest = texts.with(
                "paper-worked-out",
                &[
                    ("answer", worked.answer.trim_end_matches('.').into()),
                    (
                        "has",
                        if inputs.is_empty() { "none" } else { "some" }.into(),
                    ),
                    ("inputs", inputs.join("; ").into()),
                    ("points", worked.points.into()),
                    ("formula", worked.formula.trim_end_matches('.').into()),
                    ("source", worked.source.into()),
                ],
            );
            said.extend(own);
            line.extend(spans(&rest, REGULAR));
            line
        })
        .collect()
}

/// The rule that gives the status, over the whole width.
const SHOWN: Style = Style {
    size: 8.4,
    leading: 10.8,
    color: INK,
    before: 0.0,
    after: 5.0,
};

fn shown_height(flow: &mut Flow, rule: &[Span]) -> f32 {
    let width = flow.width();
    let lines = flow.lines(rule, SHOWN.size, width, usize::MAX).len();
    lines as f32 * SHOWN.leading + SHOWN.after
}

/// The other rules.
fn worked_out(flow: &mut Flow, rules: &[Vec<Span>], width: f32) {
    if rules.is_empty() {
        return;
    }
    let title = text::english().get("paper-others-worked-out");
    flow.heading(2, &title, Style::SECTION, width);
    columns::write(flow, rules, columns::SMALL_PRINT);
}

/// What holds for all figures, in one paragraph.
fn notes(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    let mut notes = Vec::new();
    if facts.initiative.is_sample {
        notes.extend(spans(&texts.get("paper-note-sample"), SEMIBOLD));
    }
    let mut rest = vec![
        texts.get("paper-note-points"),
        texts.get("paper-note-rounding"),
    ];
    // What marks among readings mean stands beneath the readings.
    if facts.measure.summary.readings.is_empty() {
        rest.extend(mark_notes([&facts.measure], &facts.rule));
    }
    notes.extend(spans(&format!(" {}", rest.join(" ")), REGULAR));
    flow.paragraph(&notes, Style::CAPTION, width);
}

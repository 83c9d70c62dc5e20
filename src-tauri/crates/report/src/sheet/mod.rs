//! The measure sheet: everything there is to know of one measure on one or two pages.

mod definition;

use backbone_core::reporting::{MeasureFacts, MeasureSheetFacts};
use backbone_figures::text;

use crate::{
    Error, Options, Rendered, board, columns,
    document::{self, mark_notes},
    drawing,
    engine::{
        Flow, Prose, Span, Style,
        flow::SIDE,
        fonts::{REGULAR, SEMIBOLD},
        page::INK,
        spans,
    },
    groups::{self, Print},
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
    let width = flow.width();
    let found = &facts.measure;
    let rules = rules(facts);
    // What tells the chart stands beside it, and the table with them where there is room.
    let told = told(found, rules.first().cloned());
    let captions = board::readings::captions(found, &facts.rule);
    let below = flow.prose_height(&told, SHOWN, width)
        + board::readings::height(&mut flow, found, &captions);
    board::measure::opening(&mut flow, facts.result.as_deref(), found, 1, below);
    flow.prose(&told, SHOWN, SIDE, width);
    let title = texts.get("paper-readings");
    board::readings::write(&mut flow, found, (2, &title), &captions);
    for split in groups::splits(found) {
        split.write(&mut flow, 2, Style::SECTION, Print::DENSE);
    }
    tests(&mut flow, facts, width);
    definition::write(&mut flow, facts, width);
    worked_out(&mut flow, facts, rules.get(1..).unwrap_or_default(), width);
    document::finish(flow)
}

/// What was tried, what was predicted and what came of it.
fn tests(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    if facts.measure.tests.is_empty() {
        return;
    }
    let blocks: Vec<_> = (1..)
        .zip(&facts.measure.tests)
        .map(|(number, entry)| {
            let test = &entry.record;
            let span = match test.ends {
                Some(ends) => format!("{} to {}", test.starts.label(), ends.label()),
                None => test.starts.label(),
            };
            let status = texts.get(&format!("sheet-test-{}", test.status.word()));
            let mut line = spans(&format!("{number}  {} ", test.name), SEMIBOLD);
            line.extend(spans(&format!("({span}, {status})."), REGULAR));
            for (id, said) in [
                ("sheet-head-prediction", &test.prediction),
                ("sheet-head-outcome", &test.result),
            ] {
                if !said.is_empty() {
                    let said = said.trim_end_matches('.');
                    line.extend(spans(&format!(" {}: {said}.", texts.get(id)), REGULAR));
                }
            }
            line
        })
        .collect();
    flow.heading(2, &texts.get("paper-tests"), HEAD, width);
    columns::write(flow, &blocks, definition::ENTRY);
}

/// Heads of what is looked up.
const HEAD: Style = Style {
    size: 10.4,
    leading: 13.0,
    before: 5.0,
    after: 2.0,
    ..Style::SECTION
};

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

/// What is told of the chart, over the whole width.
const SHOWN: Style = Style {
    size: 8.8,
    leading: 11.6,
    color: INK,
    before: 0.0,
    after: 4.0,
};

/// Why the status is what it is, the story, and who contributes.
fn told(facts: &MeasureFacts, rule: Option<Vec<Span>>) -> Vec<Prose> {
    let texts = text::english();
    let mut told: Vec<Prose> = rule.into_iter().map(Prose::Paragraph).collect();
    let mut story = board::measure::written_story(facts);
    let head = spans(&format!("{} ", texts.get("paper-story")), SEMIBOLD);
    match story.first_mut() {
        Some(Prose::Paragraph(first)) => *first = [head, std::mem::take(first)].concat(),
        _ => story.insert(0, Prose::Paragraph(head)),
    }
    told.extend(story);
    let mut line = spans(&texts.get("paper-contributing"), SEMIBOLD);
    for (index, one) in board::measure::contributions(facts).into_iter().enumerate() {
        line.extend(spans(if index == 0 { " " } else { "; " }, REGULAR));
        let plain = one.into_iter().map(|span| Span {
            face: REGULAR,
            ..span
        });
        line.extend(plain);
    }
    told.push(Prose::Paragraph(line));
    told
}

/// The other rules, and what holds for all figures.
fn worked_out(flow: &mut Flow, facts: &MeasureSheetFacts, rules: &[Vec<Span>], width: f32) {
    let texts = text::english();
    let mut blocks = rules.to_vec();
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
    blocks.push(notes);
    let title = texts.get("paper-others-worked-out");
    flow.heading(2, &title, HEAD, width);
    columns::write(flow, &blocks, columns::SMALL_PRINT);
}

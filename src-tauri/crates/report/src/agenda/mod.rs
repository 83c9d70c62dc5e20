//! The Common Agenda for signature: its texts, the results with what they are measured by,
//! the strategies, the theory of change, and a line for every partner to sign.

mod signatures;
mod theory_pages;

use backbone_core::{
    agenda::AgendaPart,
    measurement::ReadingState,
    reporting::{AgendaPaperFacts, MeasureFacts},
};
use backbone_figures::{dates, text};
use rust_decimal::prelude::ToPrimitive;

use crate::{
    Error, Options, Rendered, document, drawing,
    engine::{
        Cell, Column, Flow, Row, Style, Table,
        flow::SIDE,
        fonts::{REGULAR, SEMIBOLD},
        prose, spans,
    },
};

/// Writes the Common Agenda for signature.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn agenda(facts: &AgendaPaperFacts, options: &Options) -> Result<Rendered, Error> {
    let texts = text::english();
    let kind = if options.title.trim().is_empty() {
        texts.get("paper-agenda")
    } else {
        options.title.trim().to_owned()
    };
    let mut flow = document::begin(&facts.initiative, &kind, facts.as_of, options.paper);
    if facts.agenda.is_draft() {
        // On every page, also where it is a sample besides.
        let draft = texts.get("paper-agenda-draft");
        flow.setup.stamp = Some(match flow.setup.stamp.take() {
            Some(sample) => format!("{draft} · {sample}"),
            None => draft,
        });
    }
    words(&mut flow, facts, &kind);
    results(&mut flow, facts);
    strategies(&mut flow, facts);
    theory_pages::write(&mut flow, facts);
    signatures::write(&mut flow, facts);
    document::finish(flow)
}

/// “Version 2, adopted March 10, 2026”.
fn version(facts: &AgendaPaperFacts) -> String {
    let number = ("version", facts.agenda.version.into());
    match facts.agenda.adopted_on {
        None => text::english().with("paper-agenda-version", &[number]),
        Some(day) => text::english().with(
            "paper-agenda-version-adopted",
            &[number, ("date", dates::plain(day.0).into())],
        ),
    }
}

fn words(flow: &mut Flow, facts: &AgendaPaperFacts, kind: &str) {
    let texts = text::english();
    flow.begin_section(false);
    document::masthead(flow, &facts.initiative, kind, facts.as_of, None);
    let width = flow.width();
    flow.heading(1, &version(facts), Style::FRONT, width * 0.86);
    if facts.agenda.is_draft() {
        flow.paragraph(
            &spans(&texts.get("paper-agenda-draft-note"), SEMIBOLD),
            Style::BODY,
            width * 0.86,
        );
    }
    for part in AgendaPart::ALL {
        let written = facts.agenda.text(*part);
        let head = texts.get(&format!("paper-agenda-part-{}", part.field()));
        block(flow, &head, written);
    }
    if !facts.agenda.note.is_empty() {
        block(flow, &texts.get("paper-agenda-note"), &facts.agenda.note);
    }
}

fn block(flow: &mut Flow, head: &str, written: &str) {
    let width = flow.width();
    flow.need(64.0);
    flow.heading(2, head, Style::SECTION, width);
    if written.is_empty() {
        let unwritten = text::english().get("paper-agenda-unwritten");
        flow.paragraph(&spans(&unwritten, REGULAR), Style::CAPTION, width);
    } else {
        flow.prose(&prose(written), Style::BODY, SIDE, width * 0.86);
    }
    flow.y += 5.0;
}

/// Headline measures of the result of this name, as it is called today.
fn measures_of<'a>(facts: &'a AgendaPaperFacts, name: &str) -> Option<&'a [MeasureFacts]> {
    let is_it = |branch: &&backbone_core::reporting::TheoryBranch| {
        branch.result.as_ref().is_some_and(|one| one.name == name)
    };
    let known = facts.theory.branches.iter().find(is_it)?.result.as_ref()?;
    let group = facts
        .measures
        .iter()
        .find(|group| group.result.as_ref().is_some_and(|one| one.id == known.id));
    Some(group.map_or(&[], |group| group.measures.as_slice()))
}

fn results(flow: &mut Flow, facts: &AgendaPaperFacts) {
    let texts = text::english();
    flow.begin_section(false);
    let width = flow.width();
    flow.need(150.0);
    flow.heading(
        2,
        &texts.get("paper-agenda-results"),
        Style::HEADLINE,
        width,
    );
    if facts.results.is_empty() {
        let none = texts.get("paper-agenda-results-none");
        flow.paragraph(&spans(&none, REGULAR), Style::BODY, width);
        return;
    }
    flow.paragraph(
        &spans(&texts.get("paper-agenda-results-lead"), REGULAR),
        Style::LEAD,
        width * 0.86,
    );
    let mut rows = Vec::new();
    for (name, population) in &facts.results {
        rows.push(Row::Group(if population.is_empty() {
            name.clone()
        } else {
            format!("{name} · {population}")
        }));
        match measures_of(facts, name) {
            // Renamed or removed since: what it is measured by today would say too much.
            None => {}
            Some([]) => rows.push(Row::Cells(vec![
                Cell::plain(texts.get("paper-agenda-no-measure")),
                Cell::plain("–"),
                Cell::plain("–"),
            ])),
            Some(measures) => rows.extend(measures.iter().map(measure)),
        }
    }
    flow.table(
        &Table {
            summary: texts.get("paper-agenda-results"),
            columns: vec![
                Column::left(texts.get("paper-agenda-measure"), 50.0),
                Column::left(texts.get("paper-agenda-latest"), 25.0),
                Column::left(texts.get("paper-agenda-target"), 25.0),
            ],
            rows,
        },
        width,
    );
    let is_provisional = |facts: &MeasureFacts| {
        let latest = facts.summary.assessment.latest.as_ref();
        latest.is_some_and(|latest| latest.state == ReadingState::Provisional)
    };
    let mut shown = facts.measures.iter().flat_map(|group| &group.measures);
    if shown.any(is_provisional) {
        let note = texts.get("note-provisional");
        flow.paragraph(&spans(&note, REGULAR), Style::CAPTION, width);
    }
}

fn measure(facts: &MeasureFacts) -> Row {
    let summary = &facts.summary;
    let record = &summary.measure.record;
    let numbers = drawing::numbers(record);
    let latest = summary.assessment.latest.as_ref().and_then(|latest| {
        let mark = if latest.state == ReadingState::Provisional {
            " p"
        } else {
            ""
        };
        let value = numbers.value(latest.value?.to_f64()?);
        Some((value + mark, latest.period.label()))
    });
    let target = summary.targets.last().and_then(|target| {
        let value = numbers.value(target.value.0.to_f64()?);
        Some((value, target.period.label()))
    });
    let cell = |found: Option<(String, String)>| match found {
        Some((text, note)) => Cell::Text {
            text,
            is_bold: true,
            note,
        },
        None => Cell::plain("–"),
    };
    Row::Cells(vec![
        Cell::plain(record.name.clone()),
        cell(latest),
        cell(target),
    ])
}

fn strategies(flow: &mut Flow, facts: &AgendaPaperFacts) {
    let texts = text::english();
    flow.begin_section(false);
    let width = flow.width();
    flow.need(130.0);
    flow.y += 8.0;
    flow.heading(
        2,
        &texts.get("paper-agenda-strategies"),
        Style::HEADLINE,
        width,
    );
    let mut rows = Vec::new();
    for branch in &facts.theory.branches {
        let Some(result) = &branch.result else {
            continue;
        };
        let own = facts
            .strategies
            .iter()
            .filter(|strategy| strategy.record.result_id == result.id);
        for (index, strategy) in own.enumerate() {
            if index == 0 {
                rows.push(Row::Group(result.name.clone()));
            }
            rows.push(Row::Cells(vec![
                Cell::bold(strategy.record.name.clone()),
                Cell::plain(strategy.record.description.clone()),
            ]));
        }
    }
    if rows.is_empty() {
        let none = texts.get("paper-agenda-no-strategies");
        flow.paragraph(&spans(&none, REGULAR), Style::BODY, width);
        return;
    }
    flow.table(
        &Table {
            summary: texts.get("paper-agenda-strategies"),
            columns: vec![
                Column::left(texts.get("paper-agenda-strategy"), 32.0),
                Column::left(texts.get("paper-agenda-strategy-how"), 68.0),
            ],
            rows,
        },
        width,
    );
}

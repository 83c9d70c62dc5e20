//! The front page: the finding, the scorecard, what the board is asked.

use backbone_core::{
    communication::DecisionStatus,
    reporting::{BoardFacts, MeasureFacts},
};
use backbone_figures::{Numbers, dates, text};
use backbone_statistics::path::Position;
use rust_decimal::prelude::ToPrimitive;

use crate::{
    document, drawing,
    engine::{Cell, Column, Flow, Row, Style, Table, flow::SIDE, fonts::REGULAR, spans},
    wording,
};

use super::{measures, status_cell};

pub(super) fn write(flow: &mut Flow, facts: &BoardFacts, kind: &str) {
    flow.begin_section(false);
    let meeting = facts.next_board.as_ref().map(|meeting| {
        let date = dates::plain(meeting.record.date.0);
        text::english().with("paper-for-meeting", &[("date", date.into())])
    });
    document::masthead(flow, &facts.initiative, kind, facts.as_of, meeting);
    let width = flow.width();
    flow.heading(1, &headline(facts), Style::FRONT, width * 0.86);
    flow.paragraph(&spans(&lead(facts), REGULAR), Style::LEAD, width * 0.84);
    flow.table(&scorecard(facts), width);
    flow.y -= 3.0;
    let legend = text::english().get("paper-legend");
    flow.paragraph(&spans(&legend, REGULAR), Style::CAPTION, width);
    for (_, measure) in measures(facts) {
        if let Some(note) = document::footnote(measure) {
            flow.paragraph(&note, Style::CAPTION, width);
        }
    }
    asks(flow, facts, width);
}

/// How many headline measures have which status.
struct Tally<'a> {
    count: usize,
    on: usize,
    watch: usize,
    off: Vec<&'a str>,
    stale: usize,
}

fn tally(facts: &BoardFacts) -> Tally<'_> {
    let mut tally = Tally {
        count: 0,
        on: 0,
        watch: 0,
        off: Vec::new(),
        stale: 0,
    };
    for (_, measure) in measures(facts) {
        tally.count += 1;
        match wording::standing(&measure.summary) {
            Position::OnTrack => tally.on += 1,
            Position::Watch => tally.watch += 1,
            Position::OffTrack => tally.off.push(&measure.summary.measure.record.name),
            Position::NoData => tally.stale += 1,
            Position::NoPath => {}
        }
    }
    tally
}

/// The finding of the whole report in one sentence.
fn headline(facts: &BoardFacts) -> String {
    let texts = text::english();
    let tally = tally(facts);
    let has_figures =
        measures(facts).any(|(_, measure)| measure.summary.assessment.latest.is_some());
    if tally.count == 0 || !has_figures {
        return texts.get("paper-headline-none");
    }
    if tally.stale == tally.count {
        return texts.with("paper-headline-stale", &[("count", tally.count.into())]);
    }
    if tally.on == tally.count {
        return texts.with("paper-headline-all", &[("count", tally.count.into())]);
    }
    let first = texts.with(
        "paper-headline-on",
        &[("on", tally.on.into()), ("count", tally.count.into())],
    );
    let names_fit = tally
        .off
        .iter()
        .map(|name| name.chars().count())
        .sum::<usize>()
        <= 70;
    let second = match tally.off.as_slice() {
        [] => String::new(),
        [names @ .., last] if tally.off.len() <= 3 && names_fit => {
            let names = if names.is_empty() {
                (*last).to_owned()
            } else {
                format!("{} and {last}", names.join(", "))
            };
            texts.with(
                "paper-headline-off",
                &[("names", names.into()), ("off", tally.off.len().into())],
            )
        }
        _ => texts.with(
            "paper-headline-off-many",
            &[("off", tally.off.len().into())],
        ),
    };
    if second.is_empty() {
        format!("{first}.")
    } else {
        format!("{first}. {second}.")
    }
}

fn lead(facts: &BoardFacts) -> String {
    let tally = tally(facts);
    let off = tally.off.len();
    text::english().with(
        "paper-lead",
        &[
            ("count", tally.count.into()),
            ("on", tally.on.into()),
            ("watch", tally.watch.into()),
            ("off", off.into()),
            ("rest", (tally.count - tally.on - tally.watch - off).into()),
        ],
    )
}

fn scorecard(facts: &BoardFacts) -> Table {
    let texts = text::english();
    let mut rows = Vec::new();
    for group in &facts.results {
        let name = group
            .result
            .as_ref()
            .map(|result| result.record.name.clone());
        rows.push(Row::Group(
            name.unwrap_or_else(|| texts.get("paper-no-result")),
        ));
        for measure in &group.measures {
            rows.push(row(measure));
        }
    }
    Table {
        summary: texts.get("paper-scorecard-summary"),
        columns: scorecard_columns(measures(facts).map(|(_, measure)| measure)),
        rows,
    }
}

/// The columns of a scorecard of these measures.
pub(crate) fn scorecard_columns<'f>(
    measures: impl Iterator<Item = &'f MeasureFacts> + Clone,
) -> Vec<Column> {
    let texts = text::english();
    vec![
        Column::left(texts.get("paper-column-measure"), 30.0),
        Column::left(span(measures), 21.0),
        Column::right(texts.get("paper-column-baseline"), 11.0),
        Column::right(texts.get("paper-column-latest"), 11.0),
        Column::right(texts.get("paper-column-target"), 10.0),
        Column::right(texts.get("paper-column-change"), 14.0),
        Column::left(texts.get("paper-column-status"), 12.0),
    ]
}

/// A measure as a row of a scorecard.
pub(crate) fn row(facts: &MeasureFacts) -> Row {
    let texts = text::english();
    let summary = &facts.summary;
    let measure = &summary.measure.record;
    let numbers = drawing::numbers(measure);
    let value = |figure: rust_decimal::Decimal, numbers: Numbers| {
        numbers.value(figure.to_f64().unwrap_or(0.0))
    };
    let cell = |shown: Option<(String, String)>, is_bold: bool| match shown {
        Some((text, note)) => Cell::Text {
            text,
            is_bold,
            note,
        },
        None => Cell::plain("–"),
    };
    let note = if measure.polarity() == backbone_statistics::Polarity::Lower {
        texts.get("paper-lower-is-better")
    } else {
        String::new()
    };
    let baseline = summary
        .baseline
        .as_ref()
        .map(|baseline| (value(baseline.value.0, numbers), baseline.period.label()));
    let latest = summary.assessment.latest.as_ref().and_then(|latest| {
        let mark = if latest.state == backbone_core::measurement::ReadingState::Provisional {
            " p"
        } else {
            ""
        };
        Some((value(latest.value?, numbers) + mark, latest.period.label()))
    });
    let target = summary.targets.last().map(|target| {
        (
            numbers.short(target.value.0.to_f64().unwrap_or(0.0)),
            target.period.label(),
        )
    });
    let change = summary
        .assessment
        .change
        .as_ref()
        .map(|change| (numbers.change(change.difference), String::new()));
    Row::Cells(vec![
        Cell::Text {
            text: measure.name.clone(),
            is_bold: true,
            note,
        },
        Cell::Figure(Box::new(drawing::spark(summary, (98.0, 25.0)))),
        cell(baseline, false),
        cell(latest, true),
        cell(target, false),
        cell(change, false),
        status_cell(facts),
    ])
}

/// Span of the sparklines, if it is one for all.
fn span<'f>(measures: impl Iterator<Item = &'f MeasureFacts> + Clone) -> String {
    let periods = || {
        measures.clone().flat_map(|measure| {
            let summary = &measure.summary;
            summary
                .readings
                .iter()
                .map(|reading| reading.period)
                .chain(summary.targets.iter().map(|target| target.period))
        })
    };
    match (periods().min(), periods().max()) {
        (Some(first), Some(last)) => text::english().with(
            "paper-column-way",
            &[("from", first.label().into()), ("to", last.label().into())],
        ),
        _ => String::new(),
    }
}

/// Decisions waiting and the next meeting.
fn asks(flow: &mut Flow, facts: &BoardFacts, width: f32) {
    let texts = text::english();
    let waiting: Vec<_> = facts
        .decisions
        .iter()
        .filter(|decision| decision.decision.record.status == DecisionStatus::Waiting)
        .map(|decision| spans(&decision.decision.record.text, REGULAR))
        .collect();
    flow.heading(2, &texts.get("paper-ask"), Style::SECTION, width);
    if waiting.is_empty() {
        flow.paragraph(
            &spans(&texts.get("paper-ask-none"), REGULAR),
            Style::BODY,
            width,
        );
    } else {
        flow.list(&waiting, Style::BODY, SIDE, width * 0.86, true);
    }
    // A planned meeting stands at the head of the page; only its absence is news here.
    if facts.next_board.is_none() {
        flow.paragraph(
            &spans(&texts.get("paper-next-meeting-none"), REGULAR),
            Style::BODY,
            width,
        );
    }
}

//! What all documents of an initiative share: how they begin and end, their running head and
//! foot, the head of the first page, and the notes about what is hidden.

use backbone_core::{
    initiative::Initiative,
    measurement::ReadingState,
    reporting::{AudienceRule, CellKey, MeasureFacts, Why},
};
use backbone_figures::{Anchor, dates, numbers::written, text};
use backbone_statistics::suppression::Tails;
use chrono::NaiveDate;

use crate::{
    Error, Paper, Rendered, drawing,
    engine::{
        Flow, Setup, Span, Style, flow,
        flow::{SIDE, stamped},
        fonts::{REGULAR, SEMIBOLD},
        page::{ACCENT, INK, QUIET},
        spans,
    },
    wording,
};

/// A document about an initiative, with nothing in it yet.
pub(crate) fn begin(initiative: &Initiative, kind: &str, as_of: NaiveDate, paper: Paper) -> Flow {
    let texts = text::english();
    let publisher = match initiative.backbone_organization.as_str() {
        "" => initiative.name.clone(),
        name => name.to_owned(),
    };
    let short = |text: &str| -> String { text.chars().take(60).collect() };
    Flow::new(Setup {
        title: format!("{} – {}", short(&initiative.name), short(kind)),
        author: short(&publisher),
        language: "en",
        date: as_of,
        size: paper.size(),
        head: (short(&initiative.name), short(kind)),
        stamp: initiative.is_sample.then(|| texts.get("paper-sample")),
        foot: texts.with(
            "paper-foot",
            &[
                ("organization", short(&publisher).into()),
                ("date", dates::plain(as_of).into()),
            ],
        ),
    })
}

/// As [`begin`], on paper that lies on its long side.
pub(crate) fn begin_wide(
    initiative: &Initiative,
    kind: &str,
    as_of: NaiveDate,
    paper: Paper,
) -> Flow {
    let mut flow = begin(initiative, kind, as_of, paper);
    let (width, height) = flow.setup.size;
    flow.setup.size = (height, width);
    flow
}

/// Heads and feet on every page, and the bytes.
pub(crate) fn finish(mut flow: Flow) -> Result<Rendered, Error> {
    flow::frame(&mut flow);
    let bytes = crate::engine::write(&flow)?;
    Ok(Rendered {
        bytes,
        pages: flow.pages.len(),
    })
}

/// The head of the first page: whose document, what kind, of which day, and what else.
pub(crate) fn masthead(
    flow: &mut Flow,
    initiative: &Initiative,
    kind: &str,
    as_of: NaiveDate,
    rest: Option<String>,
) {
    let texts = text::english();
    let (width, right) = (flow.width(), SIDE + flow.width());
    let y = flow.y;
    flow.artifact(|flow| flow.rule([SIDE, y], [right, y], 3.2, ACCENT));
    if let Some(stamp) = flow.setup.stamp.clone() {
        let element = flow.tree.add(flow.section, "P");
        flow.content(element, |flow| stamped(flow, &stamp, right, y + 20.0));
    }
    flow.y += 6.0;
    let name = Style {
        size: 13.0,
        leading: 17.0,
        color: INK,
        before: 0.0,
        after: 0.0,
    };
    flow.paragraph(&spans(&initiative.name, SEMIBOLD), name, width - 90.0);
    let element = flow.tree.add(flow.section, "P");
    let date = texts.with("paper-as-of", &[("date", dates::plain(as_of).into())]);
    let kind: String = kind.chars().take(60).collect();
    flow.y += 13.0;
    let y = flow.y - 3.0;
    flow.content(element, |flow| {
        let mut x = SIDE;
        x += flow.text(
            &format!("{kind} "),
            SEMIBOLD,
            9.6,
            [x, y],
            ACCENT,
            Anchor::Start,
        ) + 10.0;
        x += flow.text(
            &format!("{date} "),
            REGULAR,
            9.6,
            [x, y],
            QUIET,
            Anchor::Start,
        ) + 10.0;
        if let Some(rest) = rest {
            flow.text(&rest, REGULAR, 9.6, [x, y], QUIET, Anchor::Start);
        }
    });
    flow.y += 16.0;
}

/// How the definition of a measure has changed, where several measures are listed.
pub(crate) fn footnote(facts: &MeasureFacts) -> Option<Vec<Span>> {
    let notes = wording::footnotes(facts).join(" ");
    let name = &facts.summary.measure.record.name;
    let mut said = spans(&format!("{name} "), SEMIBOLD);
    said.extend(spans(&notes, REGULAR));
    (!notes.is_empty()).then_some(said)
}

/// Which marks stand among the readings of a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Marks {
    is_provisional: bool,
    is_missing: bool,
    is_withheld: bool,
    is_tail: bool,
    is_hidden_by_source: bool,
}

fn marks(facts: &MeasureFacts) -> Marks {
    let mut found = Marks::default();
    let everyone = facts
        .summary
        .readings
        .iter()
        .map(|reading| (CellKey::everyone(reading.period), reading));
    let groups = facts.groups.iter().flat_map(|series| {
        let readings = series.readings.iter();
        readings.map(|reading| (drawing::of_group(series, reading.period), reading))
    });
    let places = facts.places.iter().flat_map(|series| {
        let place = Some(series.place.id);
        series.readings.iter().map(move |reading| {
            let cell = CellKey {
                place,
                ..CellKey::everyone(reading.period)
            };
            (cell, reading)
        })
    });
    for (cell, reading) in everyone.chain(groups).chain(places) {
        match (facts.withheld.why(cell), reading.state) {
            (Some(Why::Tail(_)), _) => found.is_tail = true,
            (Some(_), _) => found.is_withheld = true,
            (None, ReadingState::Suppressed) => found.is_hidden_by_source = true,
            (None, ReadingState::Missing) => found.is_missing = true,
            (None, ReadingState::Provisional) => found.is_provisional = true,
            (None, ReadingState::Final | ReadingState::Revised) => {}
        }
    }
    found
}

/// What the marks among the readings of measures mean, each said once and only if it is
/// there.
#[must_use]
pub fn mark_notes<'a>(
    measures: impl IntoIterator<Item = &'a MeasureFacts>,
    rule: &AudienceRule,
) -> Vec<String> {
    let texts = text::english();
    let mut found = Marks::default();
    let mut floor = rule.denominator_floor.unwrap_or(0);
    let mut texts_left_out = 0;
    for facts in measures {
        let marks = marks(facts);
        found.is_provisional |= marks.is_provisional;
        found.is_missing |= marks.is_missing;
        found.is_withheld |= marks.is_withheld;
        found.is_tail |= marks.is_tail;
        found.is_hidden_by_source |= marks.is_hidden_by_source;
        texts_left_out += facts.withheld.texts_left_out;
        let own = facts.summary.measure.record.suppression_floor;
        floor = floor.max(own.filter(|_| marks.is_withheld).unwrap_or(0));
    }
    let mut notes = Vec::new();
    if found.is_provisional {
        notes.push(texts.get("note-provisional"));
    }
    if found.is_withheld {
        notes.push(match rule.numerator_floor {
            Some(_) => texts.get("note-withheld-events"),
            None => texts.with("note-withheld", &[("floor", floor.into())]),
        });
    }
    if found.is_tail {
        let tails = Tails::default();
        let percent = |value: f64| format!("{}%", written(value, 0));
        notes.push(texts.with(
            "note-tail",
            &[
                ("high", percent(tails.high).into()),
                ("low", percent(tails.low).into()),
            ],
        ));
    }
    if found.is_hidden_by_source {
        notes.push(texts.get("note-source"));
    }
    if found.is_missing {
        notes.push(texts.get("note-missing"));
    }
    if texts_left_out > 0 {
        notes.push(texts.with("note-texts", &[("count", texts_left_out.into())]));
    }
    notes
}

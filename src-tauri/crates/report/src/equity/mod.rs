//! The equity report: who has gained and who has not, for every headline measure that is
//! known by group. Difference and ratio always stand together, then and now.

use backbone_core::reporting::{BoardFacts, DisparityFacts, MeasureFacts};
use backbone_figures::{Numbers, numbers::written, text};
use backbone_statistics::disparity::over_time::Answer;

use crate::{
    Error, Options, Rendered, board, columns,
    document::{self, mark_notes},
    drawing,
    engine::{
        Cell, Column, Flow, Row, Span, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    groups::{self, Print, Split},
    wording,
};

/// Writes the equity report.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn equity(facts: &BoardFacts, options: &Options) -> Result<Rendered, Error> {
    let texts = text::english();
    let kind = if options.title.trim().is_empty() {
        texts.get("paper-equity-report")
    } else {
        options.title.trim().to_owned()
    };
    let mut flow = document::begin(&facts.initiative, &kind, facts.as_of, options.paper);
    let found: Vec<(Option<&str>, &MeasureFacts, Vec<Split<'_>>)> = board::measures(facts)
        .map(|(result, measure)| (result, measure, groups::splits(measure)))
        .collect();
    opening(&mut flow, facts, &kind, &found);
    for (result, measure, splits) in &found {
        if !splits.is_empty() {
            page(&mut flow, *result, measure, splits);
        }
    }
    closing(&mut flow, facts, &found);
    document::finish(flow)
}

/// Headline of a measure where several share a page.
const TITLE: Style = Style {
    size: 14.0,
    leading: 18.0,
    after: 3.0,
    ..Style::HEADLINE
};
/// Between two measures on a page.
const BETWEEN: f32 = 14.0;
/// How the report is to be read.
const HINT: Style = Style {
    size: 8.6,
    leading: 11.4,
    after: 4.0,
    ..Style::BODY
};

type Known<'a> = (Option<&'a str>, &'a MeasureFacts, Vec<Split<'a>>);

/// A gap of one breakdown of one measure.
struct Gap<'a> {
    measure: &'a MeasureFacts,
    found: &'a DisparityFacts,
    ratio: Option<f64>,
}

/// All gaps, the widest by ratio first: differences in points and in days do not compare.
fn gaps<'a>(found: &'a [Known<'a>]) -> Vec<Gap<'a>> {
    let mut gaps: Vec<Gap<'a>> = found
        .iter()
        .flat_map(|(_, measure, splits)| {
            splits.iter().filter_map(|split| {
                let found = split.disparity?;
                Some(Gap {
                    measure,
                    found,
                    ratio: found.now.gap?.ratio,
                })
            })
        })
        .collect();
    let order = |gap: &Gap<'_>| gap.ratio.unwrap_or(f64::NEG_INFINITY);
    gaps.sort_by(|a, b| order(b).total_cmp(&order(a)));
    gaps
}

fn opening(flow: &mut Flow, facts: &BoardFacts, kind: &str, found: &[Known<'_>]) {
    let texts = text::english();
    flow.begin_section(false);
    document::masthead(flow, &facts.initiative, kind, facts.as_of, None);
    let width = flow.width();
    let gaps = gaps(found);
    flow.heading(1, &headline(&gaps), Style::FRONT, width * 0.86);
    let known = found
        .iter()
        .filter(|(.., splits)| !splits.is_empty())
        .count();
    let lead = texts.with(
        "paper-equity-lead",
        &[("known", known.into()), ("count", found.len().into())],
    );
    flow.paragraph(&spans(&lead, REGULAR), Style::LEAD, width * 0.86);
    if !gaps.is_empty() {
        flow.heading(2, &texts.get("paper-equity-gaps"), Style::SECTION, width);
        flow.table(&table(&gaps), width);
    }
    flow.heading(2, &texts.get("paper-equity-read"), Style::SECTION, width);
    let lines: Vec<_> = [
        "paper-equity-read-dots",
        "paper-equity-read-both",
        "paper-equity-read-best",
        "paper-equity-read-interval",
        "paper-equity-read-hidden",
        "paper-equity-read-words",
    ]
    .into_iter()
    .map(|id| spans(&texts.get(id), REGULAR))
    .collect();
    columns::write(flow, &lines, HINT);
    unknown(flow, found, width);
    definitions(flow, &gaps);
}

/// The finding of the whole report in one sentence.
fn headline(gaps: &[Gap<'_>]) -> String {
    let texts = text::english();
    let answers = || {
        gaps.iter()
            .filter_map(|gap| Some(gap.found.change.as_ref()?.answer))
    };
    let count = |wanted: Answer| answers().filter(|answer| *answer == wanted).count();
    let compared = answers()
        .filter(|answer| !matches!(answer, Answer::NoData | Answer::NoReference))
        .count();
    if gaps.is_empty() {
        texts.get("paper-equity-headline-none")
    } else if compared == 0 {
        texts.with("paper-equity-headline-now", &[("count", gaps.len().into())])
    } else {
        texts.with(
            "paper-equity-headline",
            &[
                ("narrower", count(Answer::Narrower).into()),
                ("wider", count(Answer::Wider).into()),
                ("count", compared.into()),
            ],
        )
    }
}

fn table(gaps: &[Gap<'_>]) -> Table {
    let texts = text::english();
    let rows = gaps.iter().map(|gap| {
        let numbers = drawing::numbers(&gap.measure.summary.measure.record);
        let ratio = |ratio: Option<f64>| ratio.map_or_else(|| "–".to_owned(), times);
        let change = gap.found.change.as_ref();
        let then = change.and_then(|change| change.then.as_ref());
        let answer = change.map(|change| match change.answer {
            Answer::Narrower => "paper-gap-word-narrower",
            Answer::Same => "paper-gap-word-same",
            Answer::Wider => "paper-gap-word-wider",
            Answer::DifferenceAndRatioDisagree => "paper-gap-word-both",
            Answer::NoData | Answer::NoReference => "paper-gap-word-none",
        });
        let distance = |difference: Option<f64>, numbers: Numbers| {
            difference.map_or_else(|| "–".to_owned(), |found| numbers.distance(found))
        };
        let since = gap.found.since.map(|period| period.label());
        Row::Cells(vec![
            Cell::Text {
                text: gap.measure.summary.measure.record.name.clone(),
                is_bold: true,
                note: gap.found.breakdown.clone(),
            },
            Cell::Text {
                text: ends(gap.found),
                is_bold: false,
                note: String::new(),
            },
            Cell::Text {
                text: distance(gap.found.now.gap.map(|gap| gap.difference), numbers),
                is_bold: true,
                note: format!("{}, {}", ratio(gap.ratio), gap.found.period.label()),
            },
            Cell::Text {
                text: distance(then.map(|side| side.gap.difference), numbers),
                is_bold: false,
                note: since
                    .filter(|_| then.is_some())
                    .map(|since| {
                        format!("{}, {since}", ratio(then.and_then(|side| side.gap.ratio)))
                    })
                    .unwrap_or_default(),
            },
            Cell::plain(texts.get(answer.unwrap_or("paper-gap-word-none"))),
        ])
    });
    Table {
        summary: texts.get("paper-equity-gaps"),
        columns: vec![
            Column::left(texts.get("paper-column-measure"), 30.0),
            Column::left(texts.get("paper-column-ends"), 30.0),
            Column::right(texts.get("paper-column-gap-now"), 17.0),
            Column::right(texts.get("paper-column-gap-then"), 17.0),
            Column::left(texts.get("paper-column-gap"), 16.0),
        ],
        rows: rows.collect(),
    }
}

/// “1.37 times”.
fn times(ratio: f64) -> String {
    text::english().with("disparity-ratio", &[("ratio", written(ratio, 2).into())])
}

/// “White 63.8%, Hispanic or Latino 37.9%” would repeat the page; the names are enough.
fn ends(found: &DisparityFacts) -> String {
    let texts = text::english();
    let named = |names: &[String]| names.join(", ");
    if found.now.best.is_empty() || found.now.worst.is_empty() {
        return "–".to_owned();
    }
    texts.with(
        "paper-equity-ends",
        &[
            ("best", named(&found.now.best).into()),
            ("worst", named(&found.now.worst).into()),
        ],
    )
}

/// Headline measures nobody knows by group.
fn unknown(flow: &mut Flow, found: &[Known<'_>], width: f32) {
    let names: Vec<&str> = found
        .iter()
        .filter(|(.., splits)| splits.is_empty())
        .map(|(_, measure, _)| measure.summary.measure.record.name.as_str())
        .collect();
    if !names.is_empty() {
        let line = text::english().with(
            "paper-equity-unknown",
            &[
                ("names", names.join(", ").into()),
                ("count", names.len().into()),
            ],
        );
        flow.paragraph(&spans(&line, SEMIBOLD), Style::BODY, width * 0.92);
    }
}

/// What changed in the definitions of the measures whose gaps are listed.
fn definitions(flow: &mut Flow, gaps: &[Gap<'_>]) {
    let width = flow.width();
    let mut said: Vec<Vec<Span>> = gaps
        .iter()
        .filter_map(|gap| document::footnote(gap.measure))
        .collect();
    said.dedup();
    for note in said {
        flow.paragraph(&note, Style::CAPTION, width);
    }
}

/// One measure: how everyone stands, then each breakdown. Several share a page.
fn page(flow: &mut Flow, result: Option<&str>, measure: &MeasureFacts, splits: &[Split<'_>]) {
    let mut style = TITLE;
    let mut height = Style::KICKER.leading;
    for split in splits {
        height += split.height(flow, style, Print::READ);
        style = Style::SECTION;
    }
    let notes = wording::footnotes(measure).len() + wording::caution(measure).iter().len();
    height += notes as f32 * (Style::CAPTION.leading + Style::CAPTION.after);
    flow.begin_section(false);
    flow.need(height.min(flow.page_room()) + BETWEEN);
    if !flow.is_fresh() {
        flow.y += BETWEEN;
    }
    let width = flow.width();
    let record = &measure.summary.measure.record;
    let kicker = match result {
        Some(result) => format!("{result} · {}", record.name),
        None => record.name.clone(),
    };
    flow.paragraph(&spans(&kicker, SEMIBOLD), Style::KICKER, width);
    let (mut level, mut style) = (2, TITLE);
    for split in splits {
        split.write(flow, level, style, Print::READ);
        (level, style) = (3, Style::SECTION);
    }
    let notes = wording::footnotes(measure).join(" ");
    if !notes.is_empty() {
        flow.paragraph(&spans(&notes, REGULAR), Style::CAPTION, width);
    }
    if let Some(caution) = wording::caution(measure) {
        flow.paragraph(&spans(&caution, SEMIBOLD), Style::CAPTION, width);
    }
}

/// Where the figures come from, and how the gaps were worked out.
fn closing(flow: &mut Flow, facts: &BoardFacts, found: &[Known<'_>]) {
    let texts = text::english();
    let with_groups = || found.iter().filter(|(.., splits)| !splits.is_empty());
    if with_groups().next().is_none() {
        return;
    }
    flow.begin_chapter(110.0);
    let width = flow.width();
    flow.heading(
        2,
        &texts.get("paper-notes-headline"),
        Style::HEADLINE,
        width,
    );
    let mut lines: Vec<_> = with_groups()
        .map(|(_, measure, _)| {
            let record = &measure.summary.measure.record;
            let or = |text: &str, id: &str| match text.trim_end_matches('.') {
                "" => texts.get(id),
                text => text.to_owned(),
            };
            let definition = or(&record.definition, "paper-no-definition");
            let source = or(&record.source, "paper-no-source");
            let source = texts.with("paper-rule-source", &[("source", source.into())]);
            let mut line = spans(&format!("{} ", record.name), SEMIBOLD);
            line.extend(spans(&format!("{definition}. {source}"), REGULAR));
            line
        })
        .collect();
    let mut notes: Vec<String> = vec![
        texts.get("paper-note-points"),
        texts.get("paper-note-rounding"),
    ];
    notes.extend(mark_notes(
        with_groups().map(|(_, measure, _)| *measure),
        &facts.rule,
    ));
    let rules = with_groups()
        .flat_map(|(_, measure, _)| &measure.disparities)
        .next()
        .map(|found| {
            let rule = found.now.rule;
            let source = texts.with("paper-rule-source", &[("source", rule.source.into())]);
            format!("{}. {source}", rule.formula)
        });
    notes.extend(rules);
    lines.extend(notes.iter().map(|note| spans(note, REGULAR)));
    if facts.initiative.is_sample {
        lines.insert(0, spans(&texts.get("paper-note-sample"), SEMIBOLD));
    }
    columns::write(flow, &lines, columns::SMALL_PRINT);
}

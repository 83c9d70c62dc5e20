//! Readings in one table, a column a period: everyone, the counts behind the values, and
//! every group; beneath it what is said about them, and where they come from.

use backbone_core::{
    measurement::{Period, Reading, ReadingState},
    reporting::{AudienceRule, CellKey, MeasureFacts, Why},
};
use backbone_figures::{Numbers, dates, letters, text};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    document, drawing,
    engine::{
        Cell, Column, Flow, Prose, Row, Span, Style, Table,
        flow::SIDE,
        fonts::{REGULAR, SEMIBOLD},
        spans,
        table::{GAP, SMALL},
    },
    groups::hidden_mark,
    wording,
};

/// As many periods as stand side by side; the file has them all.
const PERIODS_SHOWN: usize = 11;
/// Room for the names of groups; longer ones are broken.
const NAME_WIDTH: std::ops::RangeInclusive<f32> = 46.0..=128.0;
/// Room for changes, at least.
const CHANGE_WIDTH: f32 = 52.0;
/// A cell is not narrower than its text for a rounding.
const SLACK: f32 = 0.6;
/// Comments beneath the table, at most.
const COMMENTS_SHOWN: usize = 12;

/// Writes the readings of a measure under a heading, with what is said about them and where
/// they come from. All of it stays together: here, or on the next page.
pub(crate) fn write(
    flow: &mut Flow,
    facts: &MeasureFacts,
    (level, title): (u8, &str),
    captions: &[String],
) {
    let width = flow.width();
    if !facts.summary.readings.is_empty() {
        let height = height(flow, facts, captions);
        // What no page holds begins here and goes on.
        if height < flow.page_room() {
            flow.need(height);
        }
        let sheet = Sheet::of(flow, facts, width);
        flow.heading(level, title, Style::SECTION, width);
        flow.small_table(&sheet.table(facts), sheet.width);
        flow.y -= 4.0;
        for caption in captions {
            flow.paragraph(&spans(caption, REGULAR), Style::CAPTION, width);
        }
        flow.list(&comments(facts), Style::CAPTION, SIDE, width, false);
    }
    if let Some(line) = sources(facts) {
        flow.paragraph(&line, Style::CAPTION, width);
    }
}

/// Height of the chapter's headline and of what is said under it.
const HEADED: f32 = 80.0;

/// The readings that found no room on the pages of their measures.
pub(super) fn chapter(flow: &mut Flow, measures: &[&MeasureFacts], rule: &AudienceRule) {
    if measures.is_empty() {
        return;
    }
    let texts = text::english();
    // What holds for all of them is said once.
    let mut shared = document::mark_notes(measures.iter().copied(), rule);
    let first = measures.first().map_or("", |facts| common_comment(facts));
    let is_shared = measures.iter().all(|facts| common_comment(facts) == first);
    if is_shared && !first.is_empty() {
        shared.push(first.to_owned());
    }
    let captions = |facts: &MeasureFacts| {
        let mut captions = vec![wording::footnotes(facts).join(" ")];
        if !is_shared {
            captions.push(common_comment(facts).to_owned());
        }
        captions.retain(|caption| !caption.is_empty());
        captions
    };
    // The first table stands beneath the headline.
    let first = measures
        .first()
        .map_or(0.0, |facts| height(flow, facts, &captions(facts)));
    flow.begin_chapter(first + HEADED);
    let width = flow.width();
    let kicker = spans(&texts.get("paper-readings"), SEMIBOLD);
    flow.paragraph(&kicker, Style::KICKER, width);
    let headline = texts.get("paper-readings-headline");
    flow.heading(2, &headline, Style::HEADLINE, width);
    if !shared.is_empty() {
        let shared = spans(&shared.join(" · "), REGULAR);
        flow.paragraph(&shared, Style::CAPTION, width);
    }
    for facts in measures {
        let name = &facts.summary.measure.record.name;
        write(flow, facts, (3, name), &captions(facts));
    }
}

/// How high that will be.
pub(crate) fn height(flow: &mut Flow, facts: &MeasureFacts, captions: &[String]) -> f32 {
    let width = flow.width();
    let mut height = 0.0;
    let mut prose: Vec<Prose> = Vec::new();
    if !facts.summary.readings.is_empty() {
        let sheet = Sheet::of(flow, facts, width);
        height += Style::SECTION.before + Style::SECTION.leading + Style::SECTION.after;
        height += flow.small_table_height(&sheet.table(facts), sheet.width) - 4.0;
        let captions = captions.iter().map(|caption| spans(caption, REGULAR));
        prose.extend(captions.map(Prose::Paragraph));
        prose.push(Prose::List(comments(facts)));
    }
    prose.extend(sources(facts).map(Prose::Paragraph));
    height + flow.prose_height(&prose, Style::CAPTION, width)
}

fn number(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or(0.0)
}

/// What is said of most readings; empty where no comment is shared by more than half.
fn common_comment(facts: &MeasureFacts) -> &str {
    let readings = &facts.summary.readings;
    let is_shared = |comment: &&str| {
        let sharing = readings.iter().filter(|one| one.comment == **comment);
        sharing.count() * 2 > readings.len()
    };
    let mut comments = readings.iter().map(|reading| reading.comment.as_str());
    comments.find(is_shared).unwrap_or_default()
}

/// The readings of which something of their own is said, latest first.
fn different_comments(facts: &MeasureFacts) -> Vec<&Reading> {
    let common = common_comment(facts);
    let readings = &facts.summary.readings;
    let of_their_own = readings
        .iter()
        .rev()
        .filter(|reading| reading.comment != common && !reading.comment.is_empty());
    of_their_own.collect()
}

/// What stands in a cell: a value, or the mark that says why there is none.
fn shown(reading: Option<&Reading>, why: Option<Why>, numbers: Numbers) -> String {
    if let Some(why) = why {
        return hidden_mark(why).0;
    }
    match reading {
        Some(reading) => match (reading.value, reading.state) {
            (Some(value), ReadingState::Provisional) => {
                format!("{} p", numbers.value(number(value)))
            }
            (Some(value), _) => numbers.value(number(value)),
            (None, ReadingState::Suppressed) => letters::SUPPRESSED.to_owned(),
            (None, _) => letters::MISSING.to_owned(),
        },
        None => letters::MISSING.to_owned(),
    }
}

/// The periods that fit, the latest ones.
struct Sheet {
    periods: Vec<Period>,
    /// The first of them that the last may be compared with: none from before a break.
    since: Option<Period>,
    numbers: Numbers,
    name_width: f32,
    value_width: f32,
    change_width: f32,
    width: f32,
}

impl Sheet {
    fn of(flow: &mut Flow, facts: &MeasureFacts, width: f32) -> Self {
        let readings = &facts.summary.readings;
        let numbers = drawing::numbers(&facts.summary.measure.record);
        let widest = readings
            .iter()
            .rev()
            .take(PERIODS_SHOWN)
            .flat_map(|reading| [shown(Some(reading), None, numbers), reading.period.label()])
            .map(|text| flow.fonts.width(&text, SEMIBOLD, SMALL))
            .fold(22.0_f32, f32::max)
            + SLACK;
        let names = facts
            .groups
            .iter()
            .map(|group| group.group.record.name.as_str());
        let name_width = names
            .map(|name| flow.fonts.width(name, REGULAR, SMALL) + 3.0)
            .fold(*NAME_WIDTH.start(), f32::max)
            .min(*NAME_WIDTH.end());
        let changes = facts.summary.assessment.change.iter();
        let change_width = changes
            .map(|change| numbers.change(change.difference))
            .map(|text| flow.fonts.width(&text, REGULAR, SMALL) + 2.0 * SLACK)
            .fold(CHANGE_WIDTH, f32::max);
        let room = width - name_width - change_width - GAP;
        let fitting = (1..=PERIODS_SHOWN)
            .rev()
            .find(|count| (widest + GAP) * *count as f32 <= room)
            .unwrap_or(1);
        let mut periods: Vec<Period> = readings
            .iter()
            .rev()
            .take(fitting)
            .map(|reading| reading.period)
            .collect();
        periods.reverse();
        let begins = facts.summary.assessment.series_break.as_ref();
        let begins = begins.map(|found| found.period.start());
        let since = periods.iter().copied().find(|period| {
            let is_after = begins.is_none_or(|begins| period.start() >= begins);
            is_after && Self::at(readings, *period).is_some_and(|one| one.value.is_some())
        });
        let values = (widest + GAP) * periods.len() as f32;
        let width = name_width + values + GAP + change_width;
        Self {
            periods,
            since,
            numbers,
            name_width,
            value_width: widest,
            change_width,
            width,
        }
    }

    fn at(readings: &[Reading], period: Period) -> Option<&Reading> {
        readings.iter().find(|reading| reading.period == period)
    }

    /// A row of values, and how far the last of them is from the first.
    fn values(
        &self,
        name: &str,
        readings: &[Reading],
        why: &dyn Fn(Period) -> Option<Why>,
        is_bold: bool,
    ) -> Row {
        let cell = |text: String| {
            if is_bold {
                Cell::bold(text)
            } else {
                Cell::plain(text)
            }
        };
        let found = |period: &Period| Self::at(readings, *period);
        let mut cells = vec![cell(name.to_owned())];
        cells.extend(
            self.periods
                .iter()
                .map(|period| cell(shown(found(period), why(*period), self.numbers))),
        );
        let value = |period: Option<&Period>| Some(number(found(period?)?.value?));
        let last = self.periods.last();
        let since = self.since.as_ref().filter(|since| Some(*since) != last);
        let change = value(since).zip(value(last));
        cells.push(Cell::plain(change.map_or_else(
            || "–".to_owned(),
            |(first, last)| self.numbers.change(last - first),
        )));
        Row::Cells(cells)
    }

    /// The counts behind the values of everyone.
    fn counts(
        &self,
        name: &str,
        readings: &[Reading],
        pick: impl Fn(&Reading) -> Option<Decimal>,
    ) -> Row {
        let plain = Numbers {
            unit: backbone_statistics::Unit::Count,
            precision: 0,
        };
        let mut cells = vec![Cell::plain(name)];
        cells.extend(self.periods.iter().map(|period| {
            let count = Self::at(readings, *period).and_then(&pick);
            Cell::plain(count.map_or_else(|| "–".to_owned(), |count| plain.value(number(count))))
        }));
        cells.push(Cell::plain(""));
        Row::Cells(cells)
    }

    fn table(&self, facts: &MeasureFacts) -> Table {
        let texts = text::english();
        let readings = &facts.summary.readings;
        let mut columns = vec![Column::left(
            texts.get("paper-column-group"),
            self.name_width,
        )];
        columns.extend(
            self.periods
                .iter()
                .map(|period| Column::right(period.label(), self.value_width)),
        );
        let first = self.since.or(self.periods.first().copied());
        let first = first.map(Period::label).unwrap_or_default();
        let since = texts.with("paper-column-since", &[("period", first.into())]);
        columns.push(Column::right(since, self.change_width));

        let everyone = |period| facts.withheld.why(CellKey::everyone(period));
        let name = texts.get("grid-everyone");
        let mut rows = vec![self.values(&name, readings, &everyone, true)];
        if readings.iter().any(|reading| reading.denominator.is_some()) {
            let counted = texts.get("paper-column-count");
            rows.push(self.counts(&counted, readings, |reading| reading.numerator));
            let of = texts.get("paper-column-of");
            rows.push(self.counts(&of, readings, |reading| reading.denominator));
        }
        let mut breakdown = "";
        for group in &facts.groups {
            if group.breakdown != breakdown {
                breakdown = &group.breakdown;
                rows.push(Row::Group(breakdown.to_owned()));
            }
            let why = |period| facts.withheld.why(drawing::of_group(group, period));
            rows.push(self.values(&group.group.record.name, &group.readings, &why, false));
        }
        let name = facts.summary.measure.record.name.as_str();
        Table {
            summary: texts.with("paper-readings-summary", &[("name", name.into())]),
            columns,
            rows,
        }
    }
}

/// What stands beneath a table that stands alone: what its marks mean, and what was said of
/// all readings alike.
pub(crate) fn captions(facts: &MeasureFacts, rule: &AudienceRule) -> Vec<String> {
    let mut said = document::mark_notes([facts], rule);
    let common = common_comment(facts);
    if !common.is_empty() {
        said.push(common.to_owned());
    }
    if said.is_empty() {
        Vec::new()
    } else {
        vec![said.join(" · ")]
    }
}

/// What was said of single readings.
fn comments(facts: &MeasureFacts) -> Vec<Vec<Span>> {
    different_comments(facts)
        .into_iter()
        .take(COMMENTS_SHOWN)
        .map(|reading| {
            let mut line = spans(&format!("{} ", reading.period.label()), SEMIBOLD);
            let comment: String = reading.comment.chars().take(400).collect();
            line.extend(spans(&comment, REGULAR));
            line
        })
        .collect()
}

/// Where the readings come from, in one paragraph.
fn sources(facts: &MeasureFacts) -> Option<Vec<Span>> {
    let source = &facts.summary.measure.record.source;
    let mut items = Vec::new();
    if !source.is_empty() {
        items.push(spans(source, REGULAR));
    }
    items.extend(facts.sources.iter().map(|source| {
        let (name, detail) = wording::source(source);
        let mut item = spans(&format!("{name}: {detail}"), REGULAR);
        let imported = source
            .import
            .as_ref()
            .and_then(|import| chrono::DateTime::from_timestamp_millis(import.record.at_ms));
        if let Some(at) = imported {
            item.extend(spans(
                &format!(", {}", dates::short(at.date_naive())),
                REGULAR,
            ));
        }
        item
    }));
    if items.is_empty() {
        return None;
    }
    let mut line = spans(&text::english().get("paper-sources"), SEMIBOLD);
    for (index, item) in items.into_iter().enumerate() {
        line.extend(spans(if index == 0 { "  " } else { " · " }, REGULAR));
        line.extend(item);
    }
    Some(line)
}

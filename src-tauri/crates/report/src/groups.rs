//! The groups of a breakdown: where each stood and stands, how far they lie apart, and who
//! is not shown. The same on a measure's page, its sheet and in the equity report.

use backbone_core::{
    BreakdownId,
    measurement::{Period, Reading, ReadingState, margin},
    reporting::{CellKey, DisparityFacts, GroupSeries, MeasureFacts, Tail, Why},
};
use backbone_figures::{Dot, DotPlot, DotRow, Scene, dot_plot, letters, numbers::written, text};
use backbone_statistics::{Polarity, disparity::over_time::Answer};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    drawing,
    engine::{
        Flow, Span, Style,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    wording,
};

/// Rows of one plot; more groups go on in the next.
const ROWS: usize = 26;
/// How a plot and what is said of it stand on paper.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Print {
    /// Size of the text in the plot.
    text: f32,
    /// What is said of the gap.
    said: Style,
}

impl Print {
    pub const READ: Self = Self::new(8.6, 9.0, 12.0);
    /// On a sheet that holds everything.
    pub const DENSE: Self = Self::new(7.8, 8.4, 10.8);

    const fn new(text: f32, size: f32, leading: f32) -> Self {
        Self {
            text,
            said: Style {
                size,
                leading,
                ..Style::BODY
            },
        }
    }
}

/// A breakdown of one measure.
pub(crate) struct Split<'a> {
    facts: &'a MeasureFacts,
    pub name: &'a str,
    series: Vec<&'a GroupSeries>,
    /// The period the filled dots stand for, and that of the open ones.
    now: Period,
    then: Option<Period>,
    pub disparity: Option<&'a DisparityFacts>,
}

/// The breakdowns of a measure that have readings.
pub(crate) fn splits(facts: &MeasureFacts) -> Vec<Split<'_>> {
    let mut found: Vec<Split<'_>> = Vec::new();
    for series in &facts.groups {
        if !found
            .iter()
            .any(|split| split.id() == Some(series.breakdown_id))
        {
            found.extend(split(facts, series.breakdown_id));
        }
    }
    found
}

fn split(facts: &MeasureFacts, id: BreakdownId) -> Option<Split<'_>> {
    let series: Vec<&GroupSeries> = facts
        .groups
        .iter()
        .filter(|series| series.breakdown_id == id)
        .collect();
    let disparity = facts
        .disparities
        .iter()
        .find(|found| found.breakdown_id == id);
    let begins = facts
        .summary
        .assessment
        .series_break
        .as_ref()
        .map(|found| found.period.start());
    let mut periods: Vec<Period> = series
        .iter()
        .flat_map(|series| &series.readings)
        .filter(|reading| reading.state != ReadingState::Missing)
        .map(|reading| reading.period)
        .filter(|period| begins.is_none_or(|begins| period.start() >= begins))
        .collect();
    periods.sort_unstable();
    periods.dedup();
    // The dots stand where the gap is measured; without a gap, at the latest figures.
    let now = disparity
        .map(|found| found.period)
        .or(periods.last().copied())?;
    let baseline = facts
        .summary
        .baseline
        .as_ref()
        .map(|baseline| baseline.period);
    let then = disparity
        .and_then(|found| found.since)
        .or(baseline.filter(|period| periods.contains(period)))
        .or(periods.first().copied())
        .filter(|then| then.start() < now.start());
    Some(Split {
        facts,
        name: series.first().map(|series| series.breakdown.as_str())?,
        series,
        now,
        then,
        disparity,
    })
}

impl Split<'_> {
    fn id(&self) -> Option<BreakdownId> {
        self.series.first().map(|series| series.breakdown_id)
    }

    /// Names of groups that are not shown in the latest period.
    pub fn not_shown(&self) -> Vec<&str> {
        let is_hidden = |series: &&&GroupSeries| {
            let cell = drawing::of_group(series, self.now);
            let is_ours = self.facts.withheld.why(cell).is_some();
            let reading = at(&series.readings, self.now);
            is_ours || reading.is_some_and(|one| one.state == ReadingState::Suppressed)
        };
        self.series
            .iter()
            .filter(is_hidden)
            .map(|series| series.group.record.name.as_str())
            .collect()
    }

    /// What the plot shows, in one line: “The gap between White and Black has narrowed”.
    pub fn headline(&self) -> String {
        let texts = text::english();
        let found = self.disparity.and_then(|found| {
            let change = found.change.as_ref()?;
            let id = match change.answer {
                Answer::Narrower => "paper-gap-narrower",
                Answer::Same => "paper-gap-same",
                Answer::Wider => "paper-gap-wider",
                Answer::DifferenceAndRatioDisagree => "paper-gap-both",
                Answer::NoData | Answer::NoReference => return None,
            };
            let best = change.now.as_ref()?.reference.clone();
            Some((id, change.inputs.group.clone(), best))
        });
        let Some((id, group, best)) = found else {
            return texts.with("paper-by-group", &[("breakdown", self.name.into())]);
        };
        let gap = texts.with(id, &[("group", group.into()), ("best", best.into())]);
        match self.all_moved() {
            Some(true) => texts.with("paper-all-better", &[("gap", gap.into())]),
            Some(false) => texts.with("paper-all-worse", &[("gap", gap.into())]),
            None => gap,
        }
    }

    /// Whether every group with both figures is better now, or every one worse.
    fn all_moved(&self) -> Option<bool> {
        let then = self.then?;
        let sign = match self.facts.summary.measure.record.polarity() {
            Polarity::Higher => Decimal::ONE,
            Polarity::Lower => Decimal::NEGATIVE_ONE,
            Polarity::Neither => return None,
        };
        let moves: Vec<Decimal> = self
            .series
            .iter()
            .filter_map(|series| {
                let value = |period| at(&series.readings, period)?.value;
                Some((value(self.now)? - value(then)?) * sign)
            })
            .collect();
        if moves.len() < 2 {
            None
        } else if moves.iter().all(|moved| *moved > Decimal::ZERO) {
            Some(true)
        } else if moves.iter().all(|moved| *moved < Decimal::ZERO) {
            Some(false)
        } else {
            None
        }
    }

    /// What the marks stand for.
    fn caption(&self, has_interval: bool) -> String {
        let texts = text::english();
        let mut says = vec![match self.then {
            Some(then) => texts.with(
                "paper-dots-then",
                &[
                    ("then", then.label().into()),
                    ("now", self.now.label().into()),
                ],
            ),
            None => texts.with("paper-dots-now", &[("now", self.now.label().into())]),
        }];
        let numbers = drawing::numbers(&self.facts.summary.measure.record);
        if let Some(target) = self.target() {
            let target = numbers.short(target);
            says.push(texts.with("paper-dots-target", &[("target", target.into())]));
        }
        if has_interval {
            says.push(texts.get("paper-dots-interval"));
        }
        says.join(" ")
    }

    fn target(&self) -> Option<f64> {
        self.facts.summary.targets.last()?.value.0.to_f64()
    }

    /// Everyone, then the groups by their latest value, those not shown last.
    fn rows(&self) -> Vec<DotRow> {
        let measure = &self.facts.summary.measure.record;
        let row = |name: &str, readings: &[Reading], cell: &dyn Fn(Period) -> CellKey| {
            let dot = |period: Option<Period>| {
                period.map_or(Dot::Nothing, |period| {
                    self.dot(at(readings, period), cell(period))
                })
            };
            let latest = at(readings, self.now);
            let now = dot(Some(self.now));
            let is_shown = matches!(now, Dot::Value { .. });
            DotRow {
                name: name.to_owned(),
                is_whole: false,
                then: dot(self.then),
                interval: latest
                    .filter(|_| is_shown)
                    .and_then(|reading| margin(measure, reading))
                    .map(|found| (found.lower, found.upper)),
                people: latest
                    .filter(|_| is_shown)
                    .and_then(|reading| reading.denominator?.to_f64()),
                now,
            }
        };
        let mut rows: Vec<DotRow> = self
            .series
            .iter()
            .map(|series| {
                let cell = |period| drawing::of_group(series, period);
                row(&series.group.record.name, &series.readings, &cell)
            })
            .collect();
        let value = |row: &DotRow| match row.now {
            Dot::Value { value, .. } => value,
            _ => f64::NEG_INFINITY,
        };
        rows.sort_by(|a, b| value(b).total_cmp(&value(a)));
        let everyone = text::english().get("grid-everyone");
        let whole = row(&everyone, &self.facts.summary.readings, &CellKey::everyone);
        if !matches!(whole.now, Dot::Nothing) {
            rows.insert(
                0,
                DotRow {
                    is_whole: true,
                    ..whole
                },
            );
        }
        rows
    }

    fn dot(&self, reading: Option<&Reading>, cell: CellKey) -> Dot {
        let texts = text::english();
        if let Some(why) = self.facts.withheld.why(cell) {
            let (shown, spoken) = hidden_mark(why);
            return Dot::Mark { shown, spoken };
        }
        match reading {
            Some(Reading {
                value: Some(value),
                state,
                ..
            }) => Dot::Value {
                value: value.to_f64().unwrap_or(0.0),
                is_provisional: *state == ReadingState::Provisional,
            },
            Some(reading) if reading.state == ReadingState::Suppressed => Dot::Mark {
                shown: letters::SUPPRESSED.to_owned(),
                spoken: texts.get("state-suppressed"),
            },
            _ => Dot::Nothing,
        }
    }

    /// The plots of the breakdown, as many as its groups need.
    fn plots(&self, width: f32, text_size: f32) -> Vec<Scene> {
        let texts = text::english();
        let measure = &self.facts.summary.measure.record;
        let rows = self.rows();
        let has_interval = rows.iter().any(|row| row.interval.is_some());
        let has_people = rows.iter().any(|row| row.people.is_some());
        let word = |is_wanted: bool, id: &str| {
            if is_wanted {
                texts.get(id)
            } else {
                String::new()
            }
        };
        let name = texts.with(
            "paper-dots-name",
            &[
                ("measure", measure.name.as_str().into()),
                ("breakdown", self.name.into()),
            ],
        );
        rows.chunks(ROWS)
            .map(|rows| {
                dot_plot(&DotPlot {
                    width,
                    text_size,
                    name: name.clone(),
                    numbers: drawing::numbers(measure),
                    limits: drawing::natural_ends(measure),
                    then: self.then.map(Period::label).unwrap_or_default(),
                    now: self.now.label(),
                    interval: word(has_interval, "paper-column-interval"),
                    people: word(has_people, "paper-column-of"),
                    target: self.target(),
                    rows: rows.to_vec(),
                })
            })
            .collect()
    }

    /// The whole of it on paper, under a heading of a level.
    pub fn write(&self, flow: &mut Flow, level: u8, style: Style, print: Print) {
        let width = flow.width();
        let plots = self.plots(width, print.text);
        let first = plots.first().map_or(0.0, |scene| scene.height);
        // Heading, caption and the first plot stay together.
        flow.need(first + style.leading + style.before + 42.0);
        flow.heading(level, &self.headline(), style, width);
        let has_interval = self.rows().iter().any(|row| row.interval.is_some());
        let caption = self.caption(has_interval);
        flow.paragraph(&spans(&caption, REGULAR), Style::CAPTION, width);
        for scene in &plots {
            flow.figure(scene, &scene.summary);
        }
        if let Some(said) = self.said() {
            flow.paragraph(&said, print.said, width * 0.96);
        }
    }

    /// How far the groups lie apart, and who is not shown.
    fn said(&self) -> Option<Vec<Span>> {
        let numbers = drawing::numbers(&self.facts.summary.measure.record);
        let gap = self
            .disparity
            .and_then(|found| wording::disparity(found, numbers));
        let said: Vec<String> = gap.into_iter().chain(self.hidden_line()).collect();
        (!said.is_empty()).then(|| spans(&said.join(" "), REGULAR))
    }

    /// How high that will be.
    pub fn height(&self, flow: &mut Flow, style: Style, print: Print) -> f32 {
        let width = flow.width();
        let plots = self.plots(width, print.text);
        let plots: f32 = plots.iter().map(|scene| scene.height + 8.0).sum();
        let headline = spans(&self.headline(), SEMIBOLD);
        let headline = flow.lines(&headline, style.size, width, 6).len();
        let said = self.said().map_or(0.0, |said| {
            let lines = flow.lines(&said, print.said.size, width * 0.96, usize::MAX);
            lines.len() as f32 * print.said.leading + print.said.after
        });
        let heading = style.before + headline as f32 * style.leading + style.after;
        heading + Style::CAPTION.leading + Style::CAPTION.after + plots + said
    }

    /// Who is not shown. Why is the same for all, or it would tell which of them is small.
    pub fn hidden_line(&self) -> Option<String> {
        let hidden = self.not_shown();
        (!hidden.is_empty()).then(|| {
            let names = hidden.join(", ");
            text::english().with("paper-groups-hidden", &[("names", names.into())])
        })
    }
}

pub(crate) fn at(readings: &[Reading], period: Period) -> Option<&Reading> {
    readings.iter().find(|reading| reading.period == period)
}

/// The mark of a figure that is hidden here, and its spoken form.
pub(crate) fn hidden_mark(why: Why) -> (String, String) {
    let texts = text::english();
    let tail = |id: &str, percent: f64| {
        let percent = written(percent, 0);
        let with = |id: &str| texts.with(id, &[("percent", percent.as_str().into())]);
        (with(id), with(&format!("{id}-spoken")))
    };
    match why {
        Why::Tail(Tail::MoreThan(percent)) => tail("tail-more", percent),
        Why::Tail(Tail::LessThan(percent)) => tail("tail-less", percent),
        _ => (letters::WITHHELD.to_owned(), texts.get("state-withheld")),
    }
}

//! The dot plot: where each group stood at the baseline and where it stands now, on one
//! scale, with the values in columns beside it. It needs no color: an open dot is then, a
//! filled one now.

use crate::{
    Anchor, DataTable, Mark, Numbers, Role, Scene, Stop, Weight,
    axis::{Axis, axis},
    line_chart::LARGEST,
    text, typeface,
};

/// Everything a dot plot shows.
#[derive(Debug, Clone, PartialEq)]
pub struct DotPlot {
    /// Width of the canvas; its height follows from the rows.
    pub width: f32,
    /// Size of its text.
    pub text_size: f32,
    /// Name of the measure.
    pub name: String,
    /// How its figures are written.
    pub numbers: Numbers,
    /// Natural ends of its values.
    pub limits: Option<(f64, f64)>,
    /// Head of the column of first values, such as “2015–16”; empty where there is only one
    /// period to show.
    pub then: String,
    /// Head of the column of latest values.
    pub now: String,
    /// Head of the column of intervals; empty where it is not wanted.
    pub interval: String,
    /// Head of the column of people, such as “Assessed”; empty where no row has any.
    pub people: String,
    /// The target, drawn as a dashed line.
    pub target: Option<f64>,
    /// Rows from top to bottom.
    pub rows: Vec<DotRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    /// Whom it speaks of.
    pub name: String,
    /// Whether it is everyone, set apart from its parts.
    pub is_whole: bool,
    /// Value at the beginning.
    pub then: Dot,
    /// Latest value.
    pub now: Dot,
    /// Interval of the latest value.
    pub interval: Option<(f64, f64)>,
    /// How many people stand behind the latest value.
    pub people: Option<f64>,
}

/// A value, or the mark that stands in its place.
#[derive(Debug, Clone, PartialEq)]
pub enum Dot {
    /// A value; the flag says whether it may still change.
    Value {
        /// The value.
        value: f64,
        /// Whether it is provisional.
        is_provisional: bool,
    },
    /// A mark such as `s` or “>95%”, and its spoken form.
    Mark {
        /// In the column.
        shown: String,
        /// In words.
        spoken: String,
    },
    /// No figure.
    Nothing,
}

impl Dot {
    /// A value that will not change.
    #[must_use]
    pub fn firm(value: f64) -> Self {
        Self::Value {
            value,
            is_provisional: false,
        }
    }

    /// The value, if it can be drawn.
    fn drawn(&self) -> Option<f64> {
        match self {
            Self::Value { value, .. } => {
                Some(*value).filter(|value| value.is_finite() && value.abs() <= LARGEST)
            }
            _ => None,
        }
    }

    fn is_provisional(&self) -> bool {
        matches!(
            self,
            Self::Value {
                is_provisional: true,
                ..
            }
        )
    }
}

/// Height of a row, in sizes of its text.
const ROW: f32 = 1.85;
/// Space between two columns, in sizes of the text.
const GAP: f32 = 1.3;

/// Height a dot plot takes with so many rows.
#[must_use]
pub fn dot_plot_height(rows: usize, text_size: f32) -> f32 {
    text_size * (2.2 + ROW * rows.max(1) as f32 + 0.4)
}

/// Lays out a dot plot. Names that are too long are shortened; the table behind it has them
/// whole.
#[must_use]
pub fn dot_plot(plot: &DotPlot) -> Scene {
    let size = plot.text_size;
    let width = plot.width.max(size * 24.0);
    let layout = Layout::new(plot, width);
    let mut marks = Vec::new();
    layout.frame(plot, &mut marks);
    let mut stops = Vec::new();
    for (index, row) in plot.rows.iter().enumerate() {
        let y = layout.row(index);
        layout.values(plot, row, y, &mut marks);
        let at = layout.dots(row, y, &mut marks).unwrap_or(layout.left);
        stops.push(Stop {
            at: [at, y],
            words: spoken(plot, row),
            extent: None,
        });
    }
    Scene {
        width,
        height: dot_plot_height(plot.rows.len(), size),
        marks,
        summary: summary(plot),
        stops,
        table: table(plot),
    }
}

/// A column of values at the right.
struct Column {
    head: String,
    right: f32,
    value: fn(&DotPlot, &DotRow) -> String,
    weight: Weight,
}

struct Layout {
    size: f32,
    width: f32,
    /// Where the scale begins and ends.
    left: f32,
    right: f32,
    axis: Axis,
    columns: Vec<Column>,
}

impl Layout {
    fn new(plot: &DotPlot, width: f32) -> Self {
        let size = plot.text_size;
        let wide = |text: &str, weight| typeface::width(text, size, weight);
        let mut columns: Vec<Column> = heads(plot)
            .into_iter()
            .map(|(head, value, weight)| Column {
                head,
                right: 0.0,
                value,
                weight,
            })
            .collect();
        let mut right = width;
        for column in columns.iter_mut().rev() {
            let cells = plot
                .rows
                .iter()
                .map(|row| wide(&(column.value)(plot, row), Weight::Semibold));
            let widest = cells
                .chain([wide(&column.head, Weight::Regular)])
                .fold(0.0, f32::max);
            column.right = right;
            right -= widest.min(width * 0.16) + size * GAP;
        }
        let names = plot
            .rows
            .iter()
            .map(|row| wide(&row.name, weight(row)))
            .fold(0.0, f32::max);
        let left = (names + size * GAP).min(width * 0.3);
        // The columns never take the scale's place altogether.
        let right = (right - size * 0.6).max(left + size * 4.0);
        Self {
            size,
            width,
            left,
            right,
            axis: scale(plot),
            columns,
        }
    }

    fn row(&self, index: usize) -> f32 {
        self.size * (2.2 + ROW * (index as f32 + 0.5))
    }

    fn x(&self, value: f64) -> f32 {
        let share = (value - self.axis.low) / (self.axis.high - self.axis.low);
        self.left + (self.right - self.left) * share.clamp(0.0, 1.0) as f32
    }

    /// Gridlines, target, heads, and the rules that set everyone apart.
    fn frame(&self, plot: &DotPlot, marks: &mut Vec<Mark>) {
        let (top, bottom) = (
            self.size * 2.0,
            dot_plot_height(plot.rows.len(), self.size) - self.size * 0.2,
        );
        let mut free_from = f32::NEG_INFINITY;
        for (index, tick) in self.axis.ticks.iter().enumerate() {
            let x = self.x(*tick);
            marks.push(Mark::line(
                vec![[x, top], [x, bottom]],
                Role::Grid,
                1.0,
                &[],
            ));
            let numbers = Numbers {
                precision: self.axis.precision,
                ..plot.numbers
            };
            let label = if index == 0 {
                with_unit(numbers, *tick)
            } else {
                numbers.plain(*tick)
            };
            let half = typeface::width(&label, self.size, Weight::Regular) / 2.0;
            if x - half < free_from || x + half > self.right + self.size {
                continue;
            }
            free_from = x + half + self.size * 0.5;
            let at = [x, self.size * 1.2];
            marks.push(self.text(at, label, Anchor::Middle, Weight::Regular, Role::Quiet));
        }
        for column in &self.columns {
            let at = [column.right, self.size * 1.2];
            let head =
                typeface::fitted(&column.head, self.size, Weight::Regular, self.width * 0.16);
            marks.push(self.text(at, head, Anchor::End, Weight::Regular, Role::Quiet));
        }
        for (index, pair) in plot.rows.windows(2).enumerate() {
            let is_border = matches!(pair, [one, other] if one.is_whole && !other.is_whole);
            let y = self.row(index) + self.size * ROW / 2.0;
            let role = if is_border { Role::Axis } else { Role::Grid };
            marks.push(Mark::line(vec![[0.0, y], [self.width, y]], role, 0.7, &[]));
        }
        let target = plot.target.filter(|target| {
            target.is_finite() && (self.axis.low..=self.axis.high).contains(target)
        });
        if let Some(target) = target {
            let x = self.x(target);
            marks.push(Mark::line(
                vec![[x, top], [x, bottom]],
                Role::Target,
                1.3,
                &[4.0, 3.0],
            ));
        }
    }

    fn values(&self, plot: &DotPlot, row: &DotRow, y: f32, marks: &mut Vec<Mark>) {
        let base = y + self.size * 0.33;
        let room = self.left - self.size * 0.5;
        let name = typeface::fitted(&row.name, self.size, weight(row), room);
        marks.push(self.text([0.0, base], name, Anchor::Start, weight(row), Role::Strong));
        for column in &self.columns {
            let value = (column.value)(plot, row);
            let is_strong = row.is_whole || column.weight == Weight::Semibold;
            let weight = if is_strong {
                Weight::Semibold
            } else {
                Weight::Regular
            };
            marks.push(self.text(
                [column.right, base],
                value,
                Anchor::End,
                weight,
                Role::Strong,
            ));
        }
    }

    /// The way from then to now; where the latest dot stands.
    fn dots(&self, row: &DotRow, y: f32, marks: &mut Vec<Mark>) -> Option<f32> {
        let (then, now) = (row.then.drawn(), row.now.drawn());
        let drawable = |value: f64| value.is_finite() && value.abs() <= LARGEST;
        let interval = row
            .interval
            .filter(|(lower, upper)| now.is_some() && drawable(*lower) && drawable(*upper));
        if let Some((lower, upper)) = interval {
            let half = self.size * 0.28;
            let (from, to) = (self.x(lower), self.x(upper));
            marks.push(Mark::Area {
                points: vec![
                    [from, y - half],
                    [to, y - half],
                    [to, y + half],
                    [from, y + half],
                ],
                role: Role::Interval,
            });
        }
        if let (Some(then), Some(now)) = (then, now) {
            let way = vec![[self.x(then), y], [self.x(now), y]];
            marks.push(Mark::line(way, Role::Subject, 1.8, &[]));
        }
        let radius = self.size * 0.4;
        if let Some(then) = then {
            marks.push(dot([self.x(then), y], radius, true));
        }
        if let Some(now) = now {
            let at = [self.x(now), y];
            marks.push(dot(at, radius, false));
            if row.now.is_provisional() {
                // Filled is now; the rim tells that it may still change.
                marks.push(dot(at, radius * 0.45, true));
            }
        }
        now.or(then).map(|value| self.x(value))
    }

    fn text(&self, at: [f32; 2], text: String, anchor: Anchor, weight: Weight, role: Role) -> Mark {
        Mark::Text {
            at,
            text,
            size: self.size,
            weight,
            anchor,
            role,
            halo: false,
        }
    }
}

type Head = (String, fn(&DotPlot, &DotRow) -> String, Weight);

/// The columns there is something for.
fn heads(plot: &DotPlot) -> Vec<Head> {
    let mut found: Vec<Head> = Vec::new();
    let has_then = !plot.then.is_empty();
    if has_then {
        found.push((
            plot.then.clone(),
            |plot, row| shown(plot.numbers, &row.then),
            Weight::Regular,
        ));
    }
    found.push((
        plot.now.clone(),
        |plot, row| shown(plot.numbers, &row.now),
        Weight::Semibold,
    ));
    if has_then {
        let head = text::english().get("figure-dots-change");
        found.push((head, |plot, row| change(plot.numbers, row), Weight::Regular));
    }
    if !plot.interval.is_empty() {
        found.push((
            plot.interval.clone(),
            |plot, row| range(plot.numbers, row),
            Weight::Regular,
        ));
    }
    if !plot.people.is_empty() {
        found.push((plot.people.clone(), |_, row| people(row), Weight::Regular));
    }
    found
}

fn weight(row: &DotRow) -> Weight {
    if row.is_whole {
        Weight::Semibold
    } else {
        Weight::Regular
    }
}

fn scale(plot: &DotPlot) -> Axis {
    let values = plot.rows.iter().flat_map(|row| {
        let ends = row.interval.filter(|_| row.now.drawn().is_some());
        let ends = ends.into_iter().flat_map(|(lower, upper)| [lower, upper]);
        [row.then.drawn(), row.now.drawn()]
            .into_iter()
            .flatten()
            .chain(ends)
    });
    let drawable = values
        .chain(plot.target)
        .filter(|value| value.is_finite() && value.abs() <= LARGEST);
    let (low, high) = drawable.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let (low, high) = if low <= high { (low, high) } else { (1.0, 0.0) };
    axis(low, high, plot.limits, plot.numbers.precision)
}

/// “20%”, “$400”; a unit of several words stands in the caption.
fn with_unit(numbers: Numbers, value: f64) -> String {
    use backbone_statistics::Unit;
    match numbers.unit {
        Unit::Percent | Unit::Currency => numbers.value(value),
        _ => numbers.plain(value),
    }
}

/// A value as a column has it: percentages without their sign, which the axis has.
fn shown(numbers: Numbers, dot: &Dot) -> String {
    match dot {
        Dot::Value {
            value,
            is_provisional,
        } => {
            let mark = if *is_provisional { " p" } else { "" };
            format!("{}{mark}", numbers.plain(*value))
        }
        Dot::Mark { shown, .. } => shown.clone(),
        Dot::Nothing => "–".to_owned(),
    }
}

fn difference(row: &DotRow) -> Option<f64> {
    match (&row.then, &row.now) {
        (Dot::Value { value: then, .. }, Dot::Value { value: now, .. }) => Some(now - then),
        _ => None,
    }
}

fn change(numbers: Numbers, row: &DotRow) -> String {
    difference(row).map_or_else(|| "–".to_owned(), |by| numbers.plain_change(by))
}

/// “48.1–58.3”.
fn range(numbers: Numbers, row: &DotRow) -> String {
    let range = row.interval.map(|(lower, upper)| {
        let dash = if lower < 0.0 { " to " } else { "–" };
        format!("{}{dash}{}", numbers.plain(lower), numbers.plain(upper))
    });
    range.unwrap_or_else(|| "–".to_owned())
}

fn people(row: &DotRow) -> String {
    row.people.map_or_else(
        || "–".to_owned(),
        |people| crate::numbers::written(people, 0),
    )
}

/// “White: 58.3% in 2015–16, 63.8% in 2024–25, +5.5 points”.
fn spoken(plot: &DotPlot, row: &DotRow) -> String {
    let texts = text::english();
    let value = |dot: &Dot| match dot {
        Dot::Value {
            value,
            is_provisional,
        } => {
            let value = plot.numbers.value(*value);
            if *is_provisional {
                format!("{value} ({})", texts.get("state-provisional"))
            } else {
                value
            }
        }
        Dot::Mark { spoken, .. } => spoken.clone(),
        Dot::Nothing => texts.get("state-missing"),
    };
    let at = |dot: &Dot, period: &str| {
        texts.with(
            "figure-dots-value",
            &[
                ("value", value(dot).into()),
                ("period", period.to_owned().into()),
            ],
        )
    };
    let mut says = Vec::new();
    if !plot.then.is_empty() {
        says.push(at(&row.then, &plot.then));
    }
    says.push(at(&row.now, &plot.now));
    if let (Some((lower, upper)), Dot::Value { .. }) = (row.interval, &row.now) {
        let range = plot.numbers.range(lower, upper);
        says.push(texts.with("figure-dots-interval", &[("range", range.into())]));
    }
    if !plot.then.is_empty() {
        says.extend(difference(row).map(|by| plot.numbers.change(by)));
    }
    texts.with(
        "figure-stop",
        &[
            ("period", row.name.clone().into()),
            ("says", says.join(", ").into()),
        ],
    )
}

/// The alternative text: every row in words, because a figure has no table on paper.
fn summary(plot: &DotPlot) -> String {
    let rows: Vec<String> = plot.rows.iter().map(|row| spoken(plot, row)).collect();
    let says = if rows.is_empty() {
        text::english().get("figure-empty")
    } else {
        rows.join("; ")
    };
    let target = plot
        .target
        .map(|target| plot.numbers.short(target))
        .map_or_else(String::new, |target| {
            format!(
                " {}.",
                text::english().with("figure-target", &[("value", target.into())])
            )
        });
    format!("{}. {says}.{target}", plot.name)
}

fn table(plot: &DotPlot) -> DataTable {
    let columns = heads(plot);
    let mut head = vec![text::english().get("figure-dots-group")];
    head.extend(columns.iter().map(|(head, ..)| head.clone()));
    let rows = plot.rows.iter().map(|row| {
        let cells = columns.iter().map(|(_, value, _)| value(plot, row));
        std::iter::once(row.name.clone()).chain(cells).collect()
    });
    DataTable {
        head,
        rows: rows.collect(),
    }
}

fn dot(at: [f32; 2], radius: f32, open: bool) -> Mark {
    Mark::Dot {
        at,
        radius,
        role: Role::Subject,
        open,
    }
}

#[cfg(test)]
mod tests {
    use backbone_statistics::Unit;

    use super::*;

    fn row(name: &str, then: f64, now: f64) -> DotRow {
        DotRow {
            name: name.to_owned(),
            is_whole: false,
            then: Dot::firm(then),
            now: Dot::firm(now),
            interval: None,
            people: Some(1_052.0),
        }
    }

    fn plot(rows: Vec<DotRow>) -> DotPlot {
        DotPlot {
            width: 500.0,
            text_size: 9.0,
            name: "Readiness by race".to_owned(),
            numbers: Numbers {
                unit: Unit::Percent,
                precision: 1,
            },
            limits: Some((0.0, 100.0)),
            then: "2015–16".to_owned(),
            now: "2024–25".to_owned(),
            interval: String::new(),
            people: "Assessed".to_owned(),
            target: Some(60.0),
            rows,
        }
    }

    fn texts(scene: &Scene) -> Vec<&str> {
        let marks = scene.marks.iter();
        marks
            .filter_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn then_is_open_now_is_filled_and_the_values_stand_in_columns() {
        let scene = dot_plot(&plot(vec![row("White", 58.3, 63.8)]));
        let dots: Vec<(f32, bool)> = scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Dot { at, open, .. } => Some((at[0], *open)),
                _ => None,
            })
            .collect();
        assert!(
            matches!(dots.as_slice(), [(then, true), (now, false)] if then < now),
            "{dots:?}"
        );
        let found = texts(&scene);
        for said in [
            "White",
            "58.3",
            "63.8",
            "+5.5",
            "1,052",
            "2015–16",
            "Change",
        ] {
            assert!(found.contains(&said), "{said} in {found:?}");
        }
        assert_eq!(
            scene.summary,
            "Readiness by race. White: 58.3% in 2015–16, 63.8% in 2024–25, +5.5 points. Target 60%."
        );
        assert_eq!(
            scene.table.rows,
            [["White", "58.3", "63.8", "+5.5", "1,052"]]
        );
    }

    #[test]
    fn a_hidden_group_is_named_and_leaves_no_dot() {
        let hidden = Dot::Mark {
            shown: "s".to_owned(),
            spoken: "not shown".to_owned(),
        };
        let scene = dot_plot(&plot(vec![DotRow {
            then: hidden.clone(),
            now: hidden,
            people: None,
            ..row("Asian", 0.0, 0.0)
        }]));
        let has_dot = scene.marks.iter().any(|mark| {
            matches!(mark, Mark::Dot { .. } | Mark::Area { .. })
                || matches!(
                    mark,
                    Mark::Line {
                        role: Role::Subject,
                        ..
                    }
                )
        });
        assert!(!has_dot, "no mark tells where the value lies");
        assert!(scene.summary.contains("Asian: not shown in 2015–16"));
        assert_eq!(scene.table.rows, [["Asian", "s", "s", "–", "–"]]);
    }

    #[test]
    fn one_period_alone_has_no_change_and_no_rows_say_so() {
        let mut alone = plot(vec![row("White", 58.3, 63.8)]);
        alone.then = String::new();
        alone.people = String::new();
        let scene = dot_plot(&alone);
        assert_eq!(scene.table.head, ["Group", "2024–25"]);
        let empty = dot_plot(&plot(Vec::new()));
        assert!(empty.summary.contains("No values yet"));
    }

    proptest::proptest! {
        #[test]
        fn any_rows_stay_on_the_canvas_and_out_of_each_other(
            rows in proptest::collection::vec(
                ("\\PC{0,60}", -1e29..1e29f64, -1e29..1e29f64, 0.0..1e9f64, proptest::bool::ANY), 0..40),
            width in 10.0..1_200.0f32,
            scale in proptest::sample::select(vec![1.0, 1e-27]),
        ) {
            let rows = rows.into_iter().map(|(name, then, now, people, is_whole)| DotRow {
                name,
                is_whole,
                then: Dot::firm(then * scale),
                now: Dot::firm(now * scale),
                interval: Some((now * scale - 1.0, now * scale + 1.0)),
                people: Some(people),
            });
            let scene = dot_plot(&DotPlot { width, limits: None, ..plot(rows.collect()) });
            for mark in &scene.marks {
                let corners = match mark {
                    Mark::Line { points, .. } | Mark::Area { points, .. } => points.clone(),
                    Mark::Dot { at, .. } => vec![*at],
                    Mark::Text { at, .. } => vec![*at],
                };
                for [x, y] in corners {
                    proptest::prop_assert!((-0.1..=scene.width + 0.1).contains(&x) && (-0.1..=scene.height + 0.1).contains(&y), "{:?}", mark);
                }
            }
        }
    }
}

//! Small multiples: a panel a group, all on one scale, with everyone's line gray behind.

use crate::{
    Anchor, DataTable, Mark, Numbers, Point, PointState, Role, Scene, Stop, Weight,
    axis::{Axis, axis},
    labels::{Field, Label, Line},
    line_chart::{Extremes, LARGEST},
    text, typeface,
};

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its name.
    pub name: String,
    /// Its readings in order.
    pub points: Vec<Point>,
}

/// Everything small multiples show.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiples {
    /// Width of the canvas; the height follows from the number of panels.
    pub width: f32,
    /// Size of the text.
    pub text_size: f32,
    /// Name of the measure.
    pub name: String,
    /// Name of the breakdown.
    pub breakdown: String,
    /// How figures are written.
    pub numbers: Numbers,
    /// Natural ends of the values.
    pub limits: Option<Extremes>,
    /// Readings of everyone.
    pub everyone: Vec<Point>,
    /// The groups, in any order: they are drawn highest latest value first.
    pub panels: Vec<Panel>,
    /// Time between two expected readings, in years; 0 where none are expected.
    pub step: f64,
    /// Times from which a new definition holds, in years.
    pub breaks: Vec<f64>,
    /// Time and label of the period that changes are counted from.
    pub since: Option<(f64, String)>,
}

/// Least width of a panel, in sizes of the text.
const LEAST_WIDTH: f32 = 14.0;
/// Space between panels, in sizes of the text.
const GUTTER: f32 = 1.8;
/// Height of a plot, in sizes of the text.
const PLOT: f32 = 6.4;
/// Height of what stands above a plot, in sizes of the text.
const HEAD: f32 = 3.4;
/// Height of what stands below a plot with the space to the next row.
const FOOT: f32 = 3.0;
/// Wider rows would be read across like a table.
const MOST_COLUMNS: usize = 5;

/// Lays out small multiples.
#[must_use]
pub fn small_multiples(multiples: &SmallMultiples) -> Scene {
    let drawn = drawable(multiples);
    let size = drawn.text_size;
    let width = drawn.width.max(size * LEAST_WIDTH);
    let fitting = ((width + size * GUTTER) / (size * (LEAST_WIDTH + GUTTER))) as usize;
    let columns = fitting.clamp(1, MOST_COLUMNS.min(drawn.panels.len().max(1)));
    let panel_width = (width - size * GUTTER * (columns - 1) as f32) / columns as f32;
    let row_height = size * (HEAD + PLOT + FOOT);
    let rows = drawn.panels.len().div_ceil(columns);
    let height = (row_height * rows as f32 - size * (FOOT - 1.9)).max(size * 3.0);
    let scale = Scale::new(&drawn, panel_width);
    let mut scene = Scene {
        width,
        height,
        marks: Vec::new(),
        summary: summary(&drawn),
        stops: Vec::new(),
        table: table(&drawn),
    };
    for (index, panel) in drawn.panels.iter().enumerate() {
        let left = (index % columns) as f32 * (panel_width + size * GUTTER);
        let top = (index / columns) as f32 * row_height;
        let drawing = Drawing {
            multiples: &drawn,
            scale: &scale,
            left,
            top,
            width: panel_width,
        };
        drawing.draw(panel, index == 0, &mut scene);
    }
    scene
}

/// The one scale of all panels.
struct Scale {
    axis: Axis,
    times: (f64, f64),
    /// Room for the numbers of the scale.
    gutter: f32,
}

impl Scale {
    fn new(multiples: &SmallMultiples, panel_width: f32) -> Self {
        let points = || {
            let panels = multiples.panels.iter().flat_map(|panel| &panel.points);
            panels.chain(&multiples.everyone)
        };
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (value.min(low), value.max(high))
            })
        };
        let (low, high) = ends(&mut points().filter_map(|point| point.value));
        let axis = axis(low, high, multiples.limits, multiples.numbers.precision);
        let widest = axis
            .ticks
            .iter()
            .map(|tick| tick_text(multiples, &axis, *tick))
            .map(|text| typeface::width(&text, multiples.text_size, Weight::Regular))
            .fold(0.0, f32::max);
        Self {
            times: ends(&mut points().map(|point| point.t)),
            gutter: (widest + multiples.text_size * 0.5).min(panel_width * 0.4),
            axis,
        }
    }
}

fn tick_text(multiples: &SmallMultiples, axis: &Axis, tick: f64) -> String {
    let numbers = Numbers {
        precision: axis.precision,
        ..multiples.numbers
    };
    numbers.plain(tick)
}

/// One panel while it is drawn.
struct Drawing<'a> {
    multiples: &'a SmallMultiples,
    scale: &'a Scale,
    left: f32,
    top: f32,
    width: f32,
}

impl Drawing<'_> {
    fn draw(&self, panel: &Panel, is_first: bool, scene: &mut Scene) {
        self.head(panel, scene);
        self.grid(scene);
        self.periods(scene);
        let behind = self.line(&self.multiples.everyone, Role::Context, 1.5, scene);
        let path = self.line(&panel.points, Role::Subject, 2.2, scene);
        self.hidden(panel, scene);
        if let Some((latest, _)) = latest(panel) {
            let is_open = latest.state == PointState::Provisional;
            if let Some(at) = path.last().copied() {
                scene.marks.push(Mark::Dot {
                    at,
                    radius: 3.6,
                    role: Role::Subject,
                    open: is_open,
                });
            }
        }
        if is_first {
            self.name_everyone(&behind, &path, scene);
        }
        self.stops(panel, scene);
    }

    fn size(&self) -> f32 {
        self.multiples.text_size
    }

    fn plot_top(&self) -> f32 {
        self.top + self.size() * HEAD
    }

    fn plot_bottom(&self) -> f32 {
        self.plot_top() + self.size() * PLOT
    }

    fn at(&self, t: f64, value: f64) -> [f32; 2] {
        let Scale {
            axis,
            times: (first, last),
            gutter,
        } = self.scale;
        let share = |from: f64, to: f64, value: f64| {
            let share = (value - from) / (to - from);
            if share.is_finite() {
                share.clamp(0.0, 1.0) as f32
            } else {
                0.5
            }
        };
        // Room for half a dot at the right end.
        let (left, right) = (self.left + gutter, self.left + self.width - 5.0);
        let (top, bottom) = (self.plot_top(), self.plot_bottom());
        [
            left + (right - left) * share(*first, *last, t),
            bottom - (bottom - top) * share(axis.low, axis.high, value),
        ]
    }

    fn text(
        &self,
        at: [f32; 2],
        text: String,
        look: (Weight, Role),
        anchor: Anchor,
        scene: &mut Scene,
    ) {
        scene.marks.push(Mark::Text {
            at,
            text,
            size: self.size(),
            weight: look.0,
            anchor,
            role: look.1,
            halo: false,
        });
    }

    /// Name, latest value and change.
    fn head(&self, panel: &Panel, scene: &mut Scene) {
        let size = self.size();
        let name = typeface::fitted(&panel.name, size, Weight::Semibold, self.width);
        let at = [self.left, self.top + size];
        self.text(
            at,
            name,
            (Weight::Semibold, Role::Strong),
            Anchor::Start,
            scene,
        );
        let at = [self.left, self.top + size * 2.35];
        let Some((point, value)) = latest(panel) else {
            let is_hidden = panel
                .points
                .iter()
                .any(|point| point.state == PointState::Suppressed);
            let id = if is_hidden {
                "figure-panel-hidden"
            } else {
                "figure-panel-none"
            };
            let says =
                typeface::fitted(&text::english().get(id), size, Weight::Regular, self.width);
            self.text(
                at,
                says,
                (Weight::Regular, Role::Quiet),
                Anchor::Start,
                scene,
            );
            return;
        };
        let numbers = self.multiples.numbers;
        let value_text = numbers.value(value);
        let after = typeface::width(&value_text, size, Weight::Semibold) + size * 0.5;
        self.text(
            at,
            value_text,
            (Weight::Semibold, Role::Subject),
            Anchor::Start,
            scene,
        );
        let mut notes = Vec::new();
        if let Some(change) = change(self.multiples, panel) {
            notes.push(numbers.plain_change(change));
        }
        if self.multiples.newest() > point.t + 1e-9 {
            notes.push(point.label.clone());
        }
        let room = self.width - after;
        let notes = typeface::fitted(&notes.join(", "), size, Weight::Regular, room.max(size));
        if !notes.is_empty() && room > size * 2.0 {
            let at = [self.left + after, at[1]];
            self.text(
                at,
                notes,
                (Weight::Regular, Role::Quiet),
                Anchor::Start,
                scene,
            );
        }
    }

    /// Gridlines with their numbers, thinned to what stays legible.
    fn grid(&self, scene: &mut Scene) {
        let size = self.size();
        let right = self.left + self.width;
        let mut free_until = f32::INFINITY;
        for (index, tick) in self.scale.axis.ticks.iter().enumerate() {
            let [x, y] = self.at(self.scale.times.0, *tick);
            let role = if index == 0 { Role::Axis } else { Role::Grid };
            scene.marks.push(Mark::Line {
                points: vec![[x, y], [right, y]],
                role,
                width: 1.0,
                dash: Vec::new(),
            });
            if y + size * 0.33 <= free_until {
                let text = tick_text(self.multiples, &self.scale.axis, *tick);
                let at = [x - size * 0.4, y + size * 0.33];
                self.text(at, text, (Weight::Regular, Role::Quiet), Anchor::End, scene);
                free_until = y + size * 0.33 - size * 1.15;
            }
        }
    }

    /// The first and the last period under the plot.
    fn periods(&self, scene: &mut Scene) {
        let size = self.size();
        let y = self.plot_bottom() + size * 1.35;
        let all = || {
            let panels = self.multiples.panels.iter().flat_map(|panel| &panel.points);
            panels.chain(&self.multiples.everyone)
        };
        let (Some(first), Some(last)) = (
            all().min_by(|a, b| a.t.total_cmp(&b.t)),
            all().max_by(|a, b| a.t.total_cmp(&b.t)),
        ) else {
            return;
        };
        let (left, right) = (self.left + self.scale.gutter, self.left + self.width);
        let width = |label: &str| typeface::width(label, size, Weight::Regular);
        let look = (Weight::Regular, Role::Quiet);
        let last_text = typeface::fitted(&last.label, size, Weight::Regular, right - left);
        let taken = width(&last_text);
        self.text([right, y], last_text, look, Anchor::End, scene);
        if first.label != last.label && width(&first.label) + size < right - left - taken {
            self.text([left, y], first.label.clone(), look, Anchor::Start, scene);
        }
    }

    /// Solid runs, dotted bridges over gaps, nothing over a break. Gives back its points.
    fn line(&self, points: &[Point], role: Role, width: f32, scene: &mut Scene) -> Vec<[f32; 2]> {
        let mut path: Vec<[f32; 2]> = Vec::new();
        let mut solid: Vec<[f32; 2]> = Vec::new();
        let mut previous: Option<f64> = None;
        let mut is_broken = false;
        let mut put = |points: Vec<[f32; 2]>, width: f32, dash: &[f32]| {
            if points.len() > 1 {
                scene.marks.push(Mark::Line {
                    points,
                    role,
                    width,
                    dash: dash.to_vec(),
                });
            }
        };
        for point in points {
            let Some(value) = point.value else {
                is_broken = true;
                continue;
            };
            let at = self.at(point.t, value);
            if let (Some(before), Some(from)) = (previous, path.last().copied()) {
                let is_apart = self
                    .multiples
                    .breaks
                    .iter()
                    .any(|t| before < t - 1e-9 && *t <= point.t + 1e-9);
                let step = self.multiples.step;
                let is_gap = is_broken || (step > 0.0 && point.t - before > step * 1.5);
                if is_apart || is_gap {
                    put(std::mem::take(&mut solid), width, &[]);
                }
                if is_gap && !is_apart {
                    put(vec![from, at], width.min(1.2), &[1.5, 3.0]);
                } else if point.state == PointState::Provisional && !is_apart {
                    put(std::mem::take(&mut solid), width, &[]);
                    put(vec![from, at], width, &[3.0, 2.5]);
                }
            }
            solid.push(at);
            path.push(at);
            previous = Some(point.t);
            is_broken = false;
        }
        put(solid, width, &[]);
        path
    }

    /// An `s` on the axis where the source hides the value, as many as have room.
    fn hidden(&self, panel: &Panel, scene: &mut Scene) {
        let size = self.size();
        let mut free_from = f32::NEG_INFINITY;
        for point in &panel.points {
            let [x, _] = self.at(point.t, self.scale.axis.low);
            if point.state != PointState::Suppressed || x < free_from {
                continue;
            }
            free_from = x + size * 0.7;
            let at = [x, self.plot_bottom() - size * 0.3];
            let look = (Weight::Regular, Role::Quiet);
            self.text(at, "s".to_owned(), look, Anchor::Middle, scene);
        }
    }

    /// The name of the gray line, once, where it touches nothing.
    fn name_everyone(&self, behind: &[[f32; 2]], path: &[[f32; 2]], scene: &mut Scene) {
        let size = self.size();
        let name = text::english().get("figure-panels-all");
        let mut field = Field::new(self.left + self.width, self.plot_bottom());
        field.avoid([
            0.0,
            0.0,
            self.left + self.width,
            self.plot_top() - size * 0.4,
        ]);
        field.avoid([0.0, 0.0, self.left + self.scale.gutter, self.plot_bottom()]);
        field.avoid_path(path);
        field.avoid_path(behind);
        let places: Vec<_> = behind
            .iter()
            .flat_map(|[x, y]| {
                [1.3f32, -0.5, 2.2, -1.4].map(|away| ([*x, y + size * away], Anchor::Start))
            })
            .collect();
        let label = Label {
            lines: vec![Line {
                text: name,
                size,
                weight: Weight::Regular,
                role: Role::ContextText,
            }],
            places,
            leads_from: None,
        };
        field.place(&label, &mut scene.marks);
    }

    fn stops(&self, panel: &Panel, scene: &mut Scene) {
        let texts = text::english();
        scene.stops.extend(panel.points.iter().map(|point| {
            let at = point.value.map_or_else(
                || self.at(point.t, self.scale.axis.low),
                |value| self.at(point.t, value),
            );
            let state = texts.get(&format!("state-{}", point.state.word()));
            let says = match point.value {
                Some(value) if point.state == PointState::Final => {
                    self.multiples.numbers.value(value)
                }
                Some(value) => format!("{}, {state}", self.multiples.numbers.value(value)),
                None => state,
            };
            let words = texts.with(
                "figure-stop",
                &[
                    ("period", format!("{}, {}", panel.name, point.label).into()),
                    ("says", says.into()),
                ],
            );
            Stop { at, words }
        }));
    }
}

impl SmallMultiples {
    /// Time of the latest value of any group.
    fn newest(&self) -> f64 {
        self.panels
            .iter()
            .filter_map(latest)
            .map(|(point, _)| point.t)
            .fold(f64::NEG_INFINITY, f64::max)
    }
}

fn latest(panel: &Panel) -> Option<(&Point, f64)> {
    let mut points = panel.points.iter().rev();
    points.find_map(|point| Some((point, point.value?)))
}

/// Change since the period that changes are counted from.
fn change(multiples: &SmallMultiples, panel: &Panel) -> Option<f64> {
    let (since, _) = multiples.since.as_ref()?;
    let (point, value) = latest(panel)?;
    let start = panel
        .points
        .iter()
        .find(|point| (point.t - since).abs() < 1e-9)?;
    (point.t > since + 1e-9).then_some(value - start.value?)
}

fn summary(multiples: &SmallMultiples) -> String {
    let texts = text::english();
    let name = multiples.name.as_str().into();
    let breakdown = multiples.breakdown.as_str().into();
    let groups: Vec<String> = multiples
        .panels
        .iter()
        .filter_map(|panel| {
            let (point, value) = latest(panel)?;
            Some(texts.with(
                "figure-panel-latest",
                &[
                    ("group", panel.name.as_str().into()),
                    ("value", multiples.numbers.value(value).into()),
                    ("period", point.label.as_str().into()),
                ],
            ))
        })
        .collect();
    if groups.is_empty() {
        return texts.with(
            "figure-panels-empty",
            &[("name", name), ("breakdown", breakdown)],
        );
    }
    texts.with(
        "figure-panels-summary",
        &[
            ("name", name),
            ("breakdown", breakdown),
            ("count", multiples.panels.len().into()),
            ("groups", groups.join(", ").into()),
        ],
    )
}

/// Periods down, everyone and the groups across.
fn table(multiples: &SmallMultiples) -> DataTable {
    let texts = text::english();
    let mut head = vec![
        texts.get("figure-table-period"),
        texts.get("figure-panels-all"),
    ];
    head.extend(multiples.panels.iter().map(|panel| panel.name.clone()));
    let series: Vec<&[Point]> = std::iter::once(multiples.everyone.as_slice())
        .chain(multiples.panels.iter().map(|panel| panel.points.as_slice()))
        .collect();
    let mut periods: Vec<&Point> = series.iter().copied().flatten().collect();
    periods.sort_by(|a, b| a.t.total_cmp(&b.t));
    periods.dedup_by(|a, b| (a.t - b.t).abs() < 1e-9);
    let cell = |points: &[Point], t: f64| {
        let at = points.partition_point(|point| point.t < t - 1e-9);
        match points.get(at).filter(|point| (point.t - t).abs() < 1e-9) {
            Some(point) => match (point.value, point.state) {
                (Some(value), _) => multiples.numbers.value(value),
                (None, PointState::Suppressed) => "s".to_owned(),
                (None, _) => "–".to_owned(),
            },
            None => "–".to_owned(),
        }
    };
    let rows = periods
        .iter()
        .map(|period| {
            let values = series.iter().map(|points| cell(points, period.t));
            std::iter::once(period.label.clone())
                .chain(values)
                .collect()
        })
        .collect();
    DataTable { head, rows }
}

/// Without what cannot be drawn, and highest latest value first; groups without one last.
fn drawable(multiples: &SmallMultiples) -> SmallMultiples {
    let is_drawable = |value: f64| value.is_finite() && value.abs() <= LARGEST;
    let mut drawn = multiples.clone();
    let clean = |points: &mut Vec<Point>| {
        points.retain(|point| is_drawable(point.t));
        for point in points {
            point.value = point.value.filter(|value| is_drawable(*value));
        }
    };
    clean(&mut drawn.everyone);
    for panel in &mut drawn.panels {
        clean(&mut panel.points);
    }
    if !(drawn.width.is_finite() && drawn.text_size.is_finite()) {
        (drawn.width, drawn.text_size) = (640.0, 12.0);
    }
    let value = |panel: &Panel| latest(panel).map_or(f64::NEG_INFINITY, |(_, value)| value);
    drawn.panels.sort_by(|a, b| value(b).total_cmp(&value(a)));
    drawn
}

#[cfg(test)]
mod tests {
    use backbone_statistics::Unit;

    use super::*;
    use crate::labels;

    fn point(t: f64, value: Option<f64>) -> Point {
        Point {
            t,
            label: format!("{t:.0}"),
            value,
            state: match value {
                Some(_) => PointState::Final,
                None => PointState::Suppressed,
            },
            interval: None,
            note: String::new(),
        }
    }

    fn panel(name: &str, values: &[Option<f64>]) -> Panel {
        Panel {
            name: name.to_owned(),
            points: (2015..)
                .zip(values)
                .map(|(t, value)| point(f64::from(t), *value))
                .collect(),
        }
    }

    fn multiples(width: f32) -> SmallMultiples {
        SmallMultiples {
            width,
            text_size: 12.0,
            name: "Readiness".to_owned(),
            breakdown: "Race".to_owned(),
            numbers: Numbers {
                unit: Unit::Percent,
                precision: 1,
            },
            limits: Some((0.0, 100.0)),
            everyone: panel("", &[Some(44.0), Some(46.0), Some(50.0)]).points,
            panels: vec![
                panel("Black", &[Some(36.0), Some(40.0), Some(46.5)]),
                panel("White", &[Some(58.0), Some(60.0), Some(63.8)]),
                panel("American Indian", &[None, Some(36.4), None]),
                panel("Pacific Islander", &[None, None, None]),
            ],
            step: 1.0,
            breaks: Vec::new(),
            since: Some((2015.0, "2015".to_owned())),
        }
    }

    fn names(scene: &Scene) -> Vec<&str> {
        scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text {
                    text,
                    role: Role::Strong,
                    ..
                } => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    fn rectangles(scene: &Scene) -> Vec<(String, [f32; 4])> {
        scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text {
                    at,
                    text,
                    size,
                    weight,
                    anchor,
                    ..
                } => {
                    let width = typeface::width(text, *size, *weight);
                    let found = labels::rectangle(*at, *anchor, width, *size);
                    Some((text.clone(), found))
                }
                _ => None,
            })
            .collect()
    }

    #[test]
    fn groups_stand_by_their_latest_value_and_those_without_any_last() {
        let scene = small_multiples(&multiples(720.0));
        assert_eq!(
            names(&scene),
            ["White", "Black", "American Indian", "Pacific Islander"]
        );
        assert!(scene.summary.contains("White 63.8% (2017), Black 46.5%"));
        assert_eq!(scene.table.head.len(), 6);
        assert_eq!(
            scene.table.rows[1],
            ["2016", "46.0%", "60.0%", "40.0%", "36.4%", "s"]
        );
        assert_eq!(scene.stops.len(), 12);
    }

    #[test]
    fn text_is_legible_on_the_canvas_and_apart_at_every_width() {
        for width in [200.0, 420.0, 720.0, 1400.0] {
            let scene = small_multiples(&multiples(width));
            let found = rectangles(&scene);
            for (index, (text, a)) in found.iter().enumerate() {
                assert!(
                    a[0] >= -0.01 && a[2] <= scene.width + 0.01 && a[3] <= scene.height + 0.01,
                    "{width}: {text} {a:?} in {} × {}",
                    scene.width,
                    scene.height
                );
                for (other, b) in found.iter().skip(index + 1) {
                    let is_apart = a[2] <= b[0] + 0.5
                        || b[2] <= a[0] + 0.5
                        || a[3] <= b[1] + 0.5
                        || b[3] <= a[1] + 0.5;
                    let is_mark = text == "s" || other == "s";
                    assert!(is_apart || is_mark, "{width}: {text} {a:?}, {other} {b:?}");
                }
            }
            let sizes = scene.marks.iter().filter_map(|mark| match mark {
                Mark::Text { size, .. } => Some(*size),
                _ => None,
            });
            assert!(sizes.fold(f32::INFINITY, f32::min) >= 11.0, "legible");
        }
    }

    #[test]
    fn what_the_source_hides_is_marked_and_named() {
        let scene = small_multiples(&multiples(720.0));
        let marks = rectangles(&scene)
            .into_iter()
            .filter(|(text, _)| text == "s");
        assert_eq!(marks.count(), 5, "two and three hidden values");
        assert!(
            rectangles(&scene)
                .iter()
                .any(|(text, _)| text == "hidden by the source")
        );
        assert!(
            rectangles(&scene)
                .iter()
                .any(|(text, _)| text == "All people")
        );
    }

    #[test]
    fn nothing_to_draw_is_a_small_figure_and_no_panic() {
        let empty = SmallMultiples {
            panels: Vec::new(),
            everyone: Vec::new(),
            since: None,
            ..multiples(f32::NAN)
        };
        let scene = small_multiples(&empty);
        assert!(scene.marks.is_empty() && scene.height > 0.0);
        assert_eq!(scene.summary, "Readiness by Race: no values yet.");
    }
}

//! The lines themselves: the measure, what it is compared with, and its forecast.

use super::{Comparison, Drawing, Point, PointState, beside, words};
use crate::{
    Anchor, Mark, Role, Weight,
    labels::{Importance, Label, Line},
    text, typeface,
};

/// With more points than this, dots and turning points would hide the line.
const MOST_DOTS: usize = 40;
/// With this few points each one is worth its value.
const FEW_POINTS: usize = 5;
/// As many turning points as carry their value.
const MOST_TURNS: usize = 4;

impl Drawing<'_> {
    /// Draws solid runs, dotted bridges over gaps and a dashed last step to a
    /// provisional value. Gives back the points in order.
    fn runs(&mut self, points: &[Point], role: Role, width: f32) -> Vec<[f32; 2]> {
        let mut solid: Vec<[f32; 2]> = Vec::new();
        let mut path: Vec<[f32; 2]> = Vec::new();
        let mut previous: Option<f64> = None;
        let mut is_broken = false;
        for point in points {
            let Some(value) = point.value else {
                is_broken = true;
                continue;
            };
            let at = self.plot.at(point.t, value);
            let is_late =
                |before: f64| self.chart.step > 0.0 && point.t - before > self.chart.step * 1.5;
            let is_gap = is_broken || previous.is_some_and(is_late);
            let is_apart = |before: f64| {
                let mut breaks = self.chart.breaks.iter();
                breaks.any(|found| before < found.t - 1e-9 && found.t <= point.t + 1e-9)
            };
            if role == Role::Subject && previous.is_some_and(is_apart) {
                // Nothing bridges a break: what lies on its sides is not one line.
                self.solid(&mut solid, role);
            } else if let Some(from) = path.last().copied() {
                let (dash, width): (&[f32], f32) = if is_gap {
                    (&[1.5, 3.0], width.min(1.5))
                } else {
                    (&[3.0, 2.5], width)
                };
                if is_gap || point.state == PointState::Provisional {
                    self.solid(&mut solid, role);
                    self.line(vec![from, at], role, width, dash);
                }
            }
            solid.push(at);
            path.push(at);
            previous = Some(point.t);
            is_broken = false;
        }
        self.solid(&mut solid, role);
        self.field.avoid_path(&path);
        path
    }

    fn solid(&mut self, run: &mut Vec<[f32; 2]>, role: Role) {
        let width = if role == Role::Subject { 2.4 } else { 1.5 };
        let points = std::mem::take(run);
        if points.len() > 1 {
            self.line(points, role, width, &[]);
        }
    }

    pub(super) fn comparisons(&mut self) {
        let size = self.chart.text_size;
        let mut ends: Vec<([f32; 2], &Comparison)> = Vec::new();
        for series in &self.chart.comparisons {
            let path = self.runs(&series.points, Role::Context, 1.5);
            let Some(last) = path.last().copied() else {
                continue;
            };
            if path.len() == 1 {
                self.dot(last, 2.6, Role::Context, false);
            }
            ends.push((last, series));
        }
        ends.sort_by(|a, b| a.0[1].total_cmp(&b.0[1]));
        let mut free_from = f32::NEG_INFINITY;
        // Names of neighbors are pushed apart evenly before anything else is avoided.
        let crowd = ends
            .windows(2)
            .filter(|pair| matches!(pair, [a, b] if b.0[1] - a.0[1] < size * 1.1))
            .count();
        let lift = crowd as f32 * size * 0.3;
        for (end, series) in ends {
            let y = (end[1] - lift).max(free_from);
            free_from = y + size * 1.15;
            self.labels.push((
                Importance::Comparison,
                Label {
                    lines: vec![Line {
                        text: words::comparison(self.chart, series),
                        size,
                        weight: Weight::Regular,
                        role: Role::ContextText,
                    }],
                    places: beside([end[0] + size * 0.8, y + size * 0.33], size),
                    leads_from: Some([end[0] + 1.5, end[1]]),
                },
            ));
        }
    }

    pub(super) fn forecast(&mut self) {
        let Some(line) = self.chart.forecast else {
            return;
        };
        let from = self.plot.at(line.from.0, line.from.1);
        let to = self.plot.at(line.to.0, line.to.1);
        if let Some((low, high)) = line.interval {
            let (low, high) = (self.plot.y(low), self.plot.y(high));
            self.marks.push(Mark::Area {
                points: vec![from, [to[0], high], [to[0], low]],
                role: Role::Interval,
            });
        }
        self.line(vec![from, to], Role::Subject, 1.2, &[2.0, 3.0]);
        self.field.avoid_path(&[from, to]);
        let size = self.chart.text_size;
        self.labels.push((
            Importance::Path,
            Label {
                lines: vec![Line::quiet(text::english().get("figure-forecast"), size)],
                places: beside([to[0] + size * 0.7, to[1] + size * 0.33], size),
                leads_from: None,
            },
        ));
    }

    /// Margins of error, behind the lines.
    pub(super) fn intervals(&mut self) {
        let known = self
            .chart
            .points
            .iter()
            .filter(|point| point.interval.is_some());
        if known.count() > MOST_DOTS {
            self.interval_band();
            return;
        }
        for point in &self.chart.points {
            if let Some((low, high)) = point.interval {
                let ends = vec![self.plot.at(point.t, low), self.plot.at(point.t, high)];
                self.line(ends, Role::Interval, 5.0, &[]);
            }
        }
    }

    /// Margins of error of many points, as a band over each stretch that has them.
    fn interval_band(&mut self) {
        let stretches = self
            .chart
            .points
            .chunk_by(|a, b| a.interval.is_some() == b.interval.is_some());
        for stretch in stretches {
            let side = |pick: fn((f64, f64)) -> f64| {
                stretch
                    .iter()
                    .filter_map(move |point| Some((point.t, pick(point.interval?))))
                    .map(|(t, value)| self.plot.at(t, value))
                    .collect::<Vec<_>>()
            };
            let mut points = side(|(low, _)| low);
            points.extend(side(|(_, high)| high).into_iter().rev());
            if points.len() > 2 {
                self.marks.push(Mark::Area {
                    points,
                    role: Role::Interval,
                });
            }
        }
    }

    /// The measure's line with its dots. Gives back its points in order.
    pub(super) fn subject(&mut self) -> Vec<[f32; 2]> {
        let path = self.runs(&self.chart.points, Role::Subject, 2.4);
        let valued: Vec<(usize, &Point)> = self
            .chart
            .points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.value.is_some())
            .collect();
        let is_crowded = valued.len() > MOST_DOTS;
        let baseline = self.chart.baseline.as_ref().map(|point| point.t);
        for (order, ((index, point), at)) in valued.iter().zip(&path).enumerate() {
            let is_last = order + 1 == valued.len();
            let is_signal = self.chart.signals.contains(index);
            let is_baseline = baseline.is_some_and(|t| (t - point.t).abs() < 1e-9);
            let is_open = point.state == PointState::Provisional || is_baseline;
            if is_crowded && !(is_last || is_signal || is_baseline) {
                continue;
            }
            let role = if is_signal {
                Role::Signal
            } else {
                Role::Subject
            };
            let radius = if is_last || is_baseline { 4.2 } else { 3.0 };
            if is_signal {
                // A ring, because color alone is lost on a gray printer.
                self.dot(*at, radius + 2.6, role, true);
            }
            self.dot(*at, radius, role, is_open);
        }
        self.subject_labels(&path);
        path
    }

    fn subject_labels(&mut self, path: &[[f32; 2]]) {
        let valued: Vec<(&Point, f64)> = self
            .chart
            .points
            .iter()
            .filter_map(|point| Some((point, point.value?)))
            .collect();
        let values: Vec<f64> = valued.iter().map(|(_, value)| *value).collect();
        let turns = turning_points(&values);
        for (order, ((point, value), at)) in valued.iter().zip(path).enumerate() {
            let before = order.checked_sub(1).and_then(|index| values.get(index));
            let is_high = before.is_none_or(|before| value >= before);
            let importance = match order {
                _ if order + 1 == valued.len() => Importance::Latest,
                0 => Importance::First,
                _ if values.len() <= FEW_POINTS || turns.contains(&order) => Importance::Turn,
                _ => continue,
            };
            self.value_label(point, *value, *at, importance, is_high);
        }
    }

    fn value_label(
        &mut self,
        point: &Point,
        value: f64,
        at: [f32; 2],
        importance: Importance,
        is_high: bool,
    ) {
        let size = self.chart.text_size;
        let is_last = importance == Importance::Latest;
        let big = if is_last { size * 1.2 } else { size };
        let mut lines = vec![Line {
            text: words::on_the_data(self.chart).value(value),
            size: big,
            weight: Weight::Semibold,
            role: Role::Subject,
        }];
        let mut places = Vec::new();
        let mut below_first = 0.0;
        if is_last {
            let period = typeface::fitted(&point.label, size, Weight::Regular, size * 9.0);
            let note = if point.state == PointState::Provisional {
                let state = text::english().get("state-provisional");
                format!("{period}, {state}")
            } else {
                period
            };
            lines.push(Line::quiet(note, size));
            below_first = size * 1.25;
            let right = at[0] + size * 0.8;
            places.push(([right, at[1] + size * 0.15], Anchor::Start));
            places.push(([right, at[1] - below_first * 0.4], Anchor::Start));
            places.push(([right, at[1] + big], Anchor::Start));
        }
        let above = at[1] - big * 0.7 - below_first;
        let below = at[1] + big * 1.3;
        let [first, second] = if is_high {
            [above, below]
        } else {
            [below, above]
        };
        for y in [first, second] {
            places.extend([
                ([at[0], y], Anchor::Middle),
                ([at[0] - size * 0.3, y], Anchor::Start),
                ([at[0] + size * 0.3, y], Anchor::End),
                ([at[0] + size * 0.6, y], Anchor::Start),
                ([at[0] - size * 0.6, y], Anchor::End),
            ]);
        }
        self.labels.push((
            importance,
            Label {
                lines,
                places,
                leads_from: None,
            },
        ));
    }

    fn dot(&mut self, at: [f32; 2], radius: f32, role: Role, open: bool) {
        self.marks.push(Mark::Dot {
            at,
            radius,
            role,
            open,
        });
        let reach = radius + 0.5;
        self.field
            .avoid([at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach]);
    }
}

/// Where the way really turns: highs and lows that the values leave again by a good
/// part of their range, the greatest turns first when there are too many.
fn turning_points(values: &[f64]) -> Vec<usize> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let share = if values.len() > 12 { 0.4 } else { 0.2 };
    let enough = (high - low) * share;
    let mut turns: Vec<(usize, f64)> = Vec::new();
    let mut extreme = (0, values.first().copied().unwrap_or_default());
    let mut rises: Option<bool> = None;
    for (index, value) in values.iter().copied().enumerate() {
        let away = value - extreme.1;
        let goes_on = rises.is_none_or(|rises| away == 0.0 || (away > 0.0) == rises);
        if goes_on && rises.is_some() {
            extreme = (index, value);
        } else if away != 0.0 && away.abs() >= enough {
            if rises.is_some() {
                turns.push((extreme.0, away.abs()));
            }
            rises = Some(away > 0.0);
            extreme = (index, value);
        }
    }
    turns.sort_by(|a, b| b.1.total_cmp(&a.1));
    turns.truncate(MOST_TURNS);
    turns.into_iter().map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_turns_where_it_is_left_by_a_good_part_of_its_range() {
        for (values, wanted) in [
            (
                &[44.1, 45.3, 47.0, 48.8, 49.6, 45.2, 47.9, 50.6, 53.2][..],
                &[4, 5][..],
            ),
            (&[1.0, 2.0, 3.0, 2.9, 4.0], &[]),
            (&[5.0, 5.0, 5.0], &[]),
            (&[], &[]),
            (&[10.0, 0.0, 10.0], &[1]),
        ] {
            let mut found = turning_points(values);
            found.sort_unstable();
            assert_eq!(found, wanted, "{values:?}");
        }
    }
}

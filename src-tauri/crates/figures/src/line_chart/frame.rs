//! What stands around and behind the line: gridlines, the time axis, bands without
//! figures, control limits and notes.

use super::{Drawing, LimitSegment, Point, PointState, Tick, words};
use crate::{
    Anchor, Mark, Role, Weight,
    labels::{Importance, Label, Line},
    letters, text, typeface,
};

/// As many notes as a chart carries.
const MOST_NOTES: usize = 3;

impl Drawing<'_> {
    pub(super) fn grid(&mut self) {
        let (size, left, right) = (self.chart.text_size, self.plot.left, self.plot.right);
        let ticks = self.plot.axis.ticks.clone();
        for (index, tick) in ticks.iter().enumerate() {
            let y = self.plot.y(*tick);
            let role = if index == 0 { Role::Axis } else { Role::Grid };
            self.line(vec![[left, y], [right, y]], role, 1.0, &[]);
            self.field.rim_over([[left, y], [right, y]]);
        }
        let mut free_until = f32::NEG_INFINITY;
        for (index, tick) in ticks.iter().rev().enumerate() {
            let y = self.plot.y(*tick);
            let text = words::tick(self.chart, &self.plot.axis, *tick, index == 0);
            let at = [left - size * 0.6, y + size * 0.33];
            if y >= free_until && typeface::width(&text, size, Weight::Regular) <= at[0] {
                self.text(at, text, Anchor::End);
                free_until = y + size * 1.2;
            }
        }
    }

    /// Period labels, as many as have room.
    pub(super) fn time_axis(&mut self) {
        let size = self.chart.text_size;
        let bottom = self.plot.bottom;
        let widest = self
            .chart
            .ticks
            .iter()
            .map(|tick| typeface::width(&tick.label, size, Weight::Regular))
            .fold(0.0, f32::max);
        let room = (self.plot.right - self.plot.left) / (widest + size * 1.2);
        let mut free_from = f32::NEG_INFINITY;
        for tick in thinned(&self.chart.ticks, self.chart.step, room) {
            if !self.plot.contains(tick.t) {
                continue;
            }
            let x = self.plot.x(tick.t);
            let half = typeface::width(&tick.label, size, Weight::Regular) / 2.0;
            let center = x.min(self.plot.width - half).max(half);
            if center - half < free_from || center + half > self.plot.width {
                continue;
            }
            free_from = center + half + size * 0.6;
            self.line(
                vec![[x, bottom], [x, bottom + size * 0.35]],
                Role::Axis,
                1.0,
                &[],
            );
            self.text(
                [center, bottom + size * 1.5],
                tick.label.clone(),
                Anchor::Middle,
            );
        }
        let below = [0.0, bottom + 1.0, self.plot.width, self.plot.foot()];
        self.field.avoid(below);
        self.suppressed_marks();
    }

    /// A letter on the axis where a value is hidden.
    fn suppressed_marks(&mut self) {
        let size = self.chart.text_size;
        let mut free_from = f32::NEG_INFINITY;
        for point in &self.chart.points {
            let x = self.plot.x(point.t);
            let letter = match point.state {
                PointState::Suppressed => letters::SUPPRESSED,
                PointState::Withheld => letters::WITHHELD,
                _ => continue,
            };
            if x < free_from {
                continue;
            }
            free_from = x + size * 0.6;
            let at = [x, self.plot.bottom - size * 0.3];
            self.text(at, letter.to_owned(), Anchor::Middle);
        }
    }

    /// Shades the stretches nobody has figures for, with the reason.
    pub(super) fn bands(&mut self) {
        let size = self.chart.text_size;
        let half = self.chart.step / 2.0;
        let is_missing = |point: &Point| point.state == PointState::Missing;
        for run in self
            .chart
            .points
            .chunk_by(|a, b| is_missing(a) == is_missing(b))
        {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let is_drawn = half > 0.0 && self.plot.contains(first.t);
            if !is_missing(first) || !is_drawn {
                continue;
            }
            let (left, right) = (self.plot.x(first.t - half), self.plot.x(last.t + half));
            let (top, bottom) = (self.plot.top, self.plot.bottom);
            self.marks.push(Mark::Area {
                points: vec![[left, top], [right, top], [right, bottom], [left, bottom]],
                role: Role::Band,
            });
            let room = (right - left) + size * 0.5;
            let reason = run.iter().find(|point| !point.note.is_empty());
            let Some(lines) = reason
                .and_then(|point| wrapped(&point.note, size, room, 3))
                .or_else(|| wrapped(&text::english().get("figure-no-data"), size, room, 3))
            else {
                continue;
            };
            let height = size * 1.25 * (lines.len() - 1) as f32;
            let center = left.midpoint(right);
            let lines = lines.into_iter();
            self.labels.push((
                Importance::Gap,
                Label {
                    lines: lines.map(|line| Line::quiet(line, size)).collect(),
                    places: [bottom - size * 0.7 - height, top + size]
                        .map(|y| ([center, y], Anchor::Middle))
                        .to_vec(),
                    leads_from: None,
                },
            ));
        }
    }

    pub(super) fn control_limits(&mut self) {
        let size = self.chart.text_size;
        for LimitSegment {
            from,
            to,
            mean,
            lower,
            upper,
        } in self.chart.control.iter().copied()
        {
            const LIMIT: &[f32] = &[8.0, 3.0, 2.0, 3.0];
            for (value, dash) in [(mean, &[][..]), (lower, LIMIT), (upper, LIMIT)] {
                let ends = vec![self.plot.at(from, value), self.plot.at(to, value)];
                self.line(ends, Role::Limit, 1.2, dash);
            }
        }
        if let Some(segment) = self.chart.control.last() {
            let text = words::mean(self.chart, segment.mean);
            let at = [
                self.plot.right + size * 0.7,
                self.plot.y(segment.mean) + size * 0.33,
            ];
            self.labels.push((
                Importance::Path,
                Label {
                    lines: vec![Line::quiet(text, size)],
                    places: super::beside(at, size),
                    leads_from: None,
                },
            ));
        }
    }

    /// Thin lines down to the measure's line, with a title on top.
    pub(super) fn notes(&mut self, line: &[[f32; 2]]) {
        let size = self.chart.text_size;
        let notes: Vec<_> = self
            .chart
            .annotations
            .iter()
            .filter(|note| self.plot.contains(note.t))
            .take(MOST_NOTES)
            .collect();
        for (index, note) in notes.iter().enumerate() {
            let x = self.plot.x(note.t);
            let next = notes.get(index + 1).map(|next| self.plot.x(next.t));
            let until = next.unwrap_or(self.plot.width) - size;
            let full = note_width(&note.title, &note.detail, size);
            let (right, left) = (until - x - size * 0.5, x - size);
            // Whole on the right, whole on the left, and only then shortened.
            let choices = [
                (right, Anchor::Start, right >= full),
                (left, Anchor::End, left >= full),
                (right, Anchor::Start, true),
                (left, Anchor::End, true),
            ];
            let is_placed = choices.into_iter().any(|(room, anchor, is_open)| {
                let side = if anchor == Anchor::Start { 0.5 } else { -0.5 };
                let label = || Label {
                    lines: note_lines(&note.title, &note.detail, size, room),
                    places: vec![([x + size * side, size * 1.1], anchor)],
                    leads_from: None,
                };
                is_open && room > size * 5.0 && self.field.place(&label(), &mut self.marks)
            });
            if is_placed {
                let end = height_at(line, x).map_or(self.plot.bottom, |y| y - size * 0.7);
                let points = vec![[x, size * 0.4], [x, end.max(self.plot.top)]];
                self.field.avoid_path(&points);
                self.line(points, Role::Axis, 0.8, &[]);
            }
        }
    }
}

fn note_width(title: &str, detail: &str, size: f32) -> f32 {
    let title = typeface::width(title, size, Weight::Semibold);
    title.max(typeface::width(detail, size, Weight::Regular))
}

fn note_lines(title: &str, detail: &str, size: f32, room: f32) -> Vec<Line> {
    let mut lines = vec![Line {
        text: typeface::fitted(title, size, Weight::Semibold, room),
        size,
        weight: Weight::Semibold,
        role: Role::Strong,
    }];
    if !detail.is_empty() {
        let detail = typeface::fitted(detail, size, Weight::Regular, room);
        lines.push(Line::quiet(detail, size));
    }
    lines
}

/// Every so many periods: whole quarters and years of months, and in years the last one
/// among them where that costs little.
fn thinned(ticks: &[Tick], step: f64, room: f32) -> impl Iterator<Item = &Tick> {
    let least = (ticks.len() as f32 / room.max(1.0)).ceil().max(1.0) as usize;
    let natural: &[usize] = match step {
        step if (0.08..0.09).contains(&step) => &[1, 2, 3, 6, 12, 24, 60, 120, 240],
        step if (0.2..0.3).contains(&step) => &[1, 2, 4, 8, 20, 40, 80],
        _ => &[],
    };
    let last = ticks.len().saturating_sub(1);
    let stride = natural
        .iter()
        .copied()
        .find(|stride| *stride >= least)
        .or_else(|| (least..=least + least / 2 + 1).find(|stride| last.is_multiple_of(*stride)))
        .unwrap_or(least);
    ticks.iter().step_by(stride)
}

/// The text in lines of a width, or nothing where a word is wider or there are more lines
/// than `most`.
pub(super) fn wrapped(text: &str, size: f32, room: f32, most: usize) -> Option<Vec<String>> {
    let width = |text: &str| typeface::width(text, size, Weight::Regular);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if word.len() > 200 || width(word) > room {
            return None;
        }
        let is_full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ if is_full => return None,
            _ => lines.push(word.to_owned()),
        }
    }
    (!lines.is_empty()).then_some(lines)
}

/// Height of a path at a place, if it runs there.
fn height_at(path: &[[f32; 2]], x: f32) -> Option<f32> {
    path.windows(2).find_map(|pair| match pair {
        [from, to] if from[0] <= x && x <= to[0] && from[0] < to[0] => {
            let share = (x - from[0]) / (to[0] - from[0]);
            Some(from[1] + (to[1] - from[1]) * share)
        }
        _ => None,
    })
}

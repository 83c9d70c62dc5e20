//! What the line cannot say by itself: breaks of the series, flags of tests, and the caution
//! beneath.

use super::{Drawing, frame::wrapped};
use crate::{
    Anchor, Mark, Role, Weight,
    labels::{self, Importance, Label, Line},
    typeface,
};

/// Height of a line of the caution, in sizes of its text.
const LEADING: f32 = 1.3;
/// As many lines as a caution has.
pub(super) const MOST_LINES: usize = 3;

/// The caution in lines of a width; what does not fit is cut at its end.
pub(super) fn caution_lines(text: &str, size: f32, room: f32) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    wrapped(text, size, room, MOST_LINES)
        .unwrap_or_else(|| vec![typeface::fitted(text, size, Weight::Regular, room)])
}

/// Height the caution takes at the foot of the canvas.
pub(super) fn caution_height(text: &str, size: f32, room: f32) -> f32 {
    match caution_lines(text, size, room).len() {
        0 => 0.0,
        lines => size * LEADING * lines as f32 + size * 0.4,
    }
}

impl Drawing<'_> {
    /// A dashed line between the last reading of one definition and the first of the next,
    /// with its label; the series has a gap there.
    pub(super) fn breaks(&mut self) {
        let size = self.chart.text_size;
        for found in &self.chart.breaks {
            let before = self
                .chart
                .points
                .iter()
                .map(|point| point.t)
                .filter(|t| *t < found.t - 1e-9)
                .fold(f64::NEG_INFINITY, f64::max);
            let nearest = found.t - self.chart.step.max(1e-6);
            let t = found.t.midpoint(before.max(nearest));
            if !self.plot.contains(found.t) || !self.plot.contains(t) {
                continue;
            }
            let x = self.plot.x(t);
            let (top, bottom) = (self.plot.top, self.plot.bottom);
            let points = vec![[x, top], [x, bottom]];
            self.field.avoid_path(&points);
            self.line(points, Role::Axis, 1.0, &[2.0, 3.0]);
            let room = (self.plot.right - x - size).max(x - self.plot.left - size);
            let text = typeface::fitted(&found.label, size, Weight::Regular, room.min(size * 16.0));
            let heights = [0.97, 0.03, 0.85, 0.12, 0.5, 0.3, 0.7];
            let places = heights.into_iter().flat_map(|share| {
                let y = (top + (bottom - top) * share).clamp(top + size, bottom - size * 0.5);
                [
                    ([x + size * 0.5, y], Anchor::Start),
                    ([x - size * 0.5, y], Anchor::End),
                ]
            });
            self.labels.push((
                Importance::Baseline,
                Label {
                    lines: vec![Line::quiet(text, size)],
                    places: places.collect(),
                    leads_from: None,
                },
            ));
        }
    }

    /// Small numbered flags that stand on the time axis; those of one time side by side.
    pub(super) fn flags(&mut self) {
        let size = self.chart.text_size;
        let mut free_from = f32::NEG_INFINITY;
        let mut flags = self.chart.flags.clone();
        flags.retain(|flag| self.plot.contains(flag.t));
        flags.sort_by(|a, b| a.t.total_cmp(&b.t));
        for flag in flags {
            let text = flag.number.to_string();
            let width = typeface::width(&text, size, Weight::Semibold) + size * 0.7;
            let x = self.plot.x(flag.t).max(free_from);
            if x + width > self.plot.width {
                continue;
            }
            free_from = x + width + size * 0.3;
            let foot = self.plot.bottom;
            let (top, low) = (foot - size * 2.3, foot - size * 1.0);
            self.line(
                vec![
                    [x, foot],
                    [x, top],
                    [x + width, top],
                    [x + width, low],
                    [x, low],
                ],
                Role::Strong,
                1.0,
                &[],
            );
            self.field
                .avoid([x - 1.0, top - 1.0, x + width + 1.0, foot]);
            self.marks.push(Mark::Text {
                at: [x + width / 2.0, low - size * 0.32],
                text,
                size,
                weight: Weight::Semibold,
                anchor: Anchor::Middle,
                role: Role::Strong,
                halo: false,
            });
        }
    }

    /// The caution at the foot of the canvas, where no crop of the chart loses it.
    pub(super) fn caution(&mut self) {
        let size = self.chart.text_size;
        let room = self.plot.width - size;
        let lines = caution_lines(&self.chart.caution, size, room);
        let count = lines.len();
        for (index, text) in lines.into_iter().enumerate() {
            let from_foot = (count - index - 1) as f32 * size * LEADING;
            let at = [0.0, self.plot.height - from_foot - size * 0.35];
            let width = typeface::width(&text, size, Weight::Regular);
            self.field
                .avoid(labels::rectangle(at, Anchor::Start, width, size));
            self.marks.push(Mark::Text {
                at,
                text,
                size,
                weight: Weight::Regular,
                anchor: Anchor::Start,
                role: Role::Strong,
                halo: false,
            });
        }
    }
}

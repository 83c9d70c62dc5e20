//! What the line is held against: baseline, targets and the path between them.

use super::{Drawing, beside, words};
use crate::{
    Anchor, Role, Weight,
    labels::{Importance, Label, Line},
    text,
};

impl Drawing<'_> {
    pub(super) fn baseline(&mut self) {
        let Some((t, value)) = self
            .chart
            .baseline
            .as_ref()
            .and_then(|point| Some((point.t, point.value?)))
        else {
            return;
        };
        let size = self.chart.text_size;
        let y = self.plot.y(value);
        let line = vec![[self.plot.x(t), y], [self.plot.right, y]];
        self.field.avoid_reference(&line);
        self.line(line, Role::Baseline, 1.2, &[1.5, 3.0]);
        let text = words::baseline(self.chart, value);
        let at = [self.plot.right + size * 0.7, y + size * 0.33];
        self.labels.push((
            Importance::Baseline,
            Label {
                lines: vec![Line::quiet(text, size)],
                places: beside(at, size),
                leads_from: None,
            },
        ));
    }

    pub(super) fn path(&mut self) {
        let points: Vec<[f32; 2]> = self
            .chart
            .baseline
            .iter()
            .chain(&self.chart.targets)
            .filter_map(|point| Some(self.plot.at(point.t, point.value?)))
            .collect();
        let Some([from, to]) = points.last_chunk::<2>().copied() else {
            return;
        };
        if !self.chart.has_path {
            return;
        }
        self.field.avoid_reference(&points);
        self.line(points, Role::Target, 1.2, &[5.0, 4.0]);
        let size = self.chart.text_size;
        let places = [0.72, 0.55, 0.85, 0.38, 0.2].into_iter().flat_map(|share| {
            let spot = [
                from[0] + (to[0] - from[0]) * share,
                from[1] + (to[1] - from[1]) * share,
            ];
            let (above, below) = if from[1] >= to[1] {
                (Anchor::End, Anchor::Start)
            } else {
                (Anchor::Start, Anchor::End)
            };
            [
                ([spot[0], spot[1] - size * 0.45], above),
                ([spot[0], spot[1] + size * 1.1], below),
            ]
        });
        self.labels.push((
            Importance::Path,
            Label {
                lines: vec![Line::quiet(text::english().get("figure-path"), size)],
                places: places.collect(),
                leads_from: None,
            },
        ));
    }

    /// A short heavy bar at the target, lighter ones at the targets on the way.
    pub(super) fn targets(&mut self) {
        let size = self.chart.text_size;
        for (index, target) in self.chart.targets.iter().enumerate() {
            let Some(value) = target.value else { continue };
            let at = self.plot.at(target.t, value);
            let is_last = index + 1 == self.chart.targets.len();
            let (reach, width) = if is_last { (0.5, 2.6) } else { (0.35, 1.6) };
            let bar = vec![[at[0] - size * reach, at[1]], [at[0] + size * reach, at[1]]];
            self.line(bar, Role::Strong, width, &[]);
            let Some((value, by)) = words::target(self.chart, target).filter(|_| is_last) else {
                continue;
            };
            let strong = Line {
                text: value,
                size: size * 1.05,
                weight: Weight::Semibold,
                role: Role::Strong,
            };
            let at = [self.plot.right + size * 0.7, at[1] + size * 0.33];
            self.labels.push((
                Importance::Target,
                Label {
                    lines: vec![strong, Line::quiet(by, size)],
                    places: beside(at, size),
                    leads_from: None,
                },
            ));
        }
    }
}

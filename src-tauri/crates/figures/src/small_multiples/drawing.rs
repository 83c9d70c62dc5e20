//! One panel: its head, its scale, everyone's line and its own.

use super::{HEAD, PLOT, Panel, Scale, SmallMultiples, change, latest, tick_text};
use crate::{
    Anchor, Mark, Point, PointState, Role, Scene, Stop, Weight,
    labels::{Field, Label, Line},
    letters, text, typeface,
};

/// One panel while it is drawn.
pub(super) struct Drawing<'a> {
    pub multiples: &'a SmallMultiples,
    pub scale: &'a Scale,
    pub left: f32,
    pub top: f32,
    pub width: f32,
}

impl Drawing<'_> {
    pub fn draw(&self, panel: &Panel, is_first: bool, scene: &mut Scene) {
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
            let points = vec![[x, y], [right, y]];
            scene.marks.push(Mark::line(points, role, 1.0, &[]));
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
                scene.marks.push(Mark::line(points, role, width, dash));
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

    /// A letter on the axis where a value is hidden, as many as have room.
    fn hidden(&self, panel: &Panel, scene: &mut Scene) {
        let size = self.size();
        let mut free_from = f32::NEG_INFINITY;
        for point in &panel.points {
            let [x, _] = self.at(point.t, self.scale.axis.low);
            let letter = match point.state {
                PointState::Suppressed => letters::SUPPRESSED,
                PointState::Withheld => letters::WITHHELD,
                _ => continue,
            };
            if x < free_from {
                continue;
            }
            free_from = x + size * 0.7;
            let at = [x, self.plot_bottom() - size * 0.3];
            let look = (Weight::Regular, Role::Quiet);
            self.text(at, letter.to_owned(), look, Anchor::Middle, scene);
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
            Stop {
                at,
                words,
                extent: None,
            }
        }));
    }
}

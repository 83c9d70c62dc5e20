//! Where the boxes of a reinforcement map stand and how its lines run.

use super::{MapBox, MapShared, ReinforcementMap, layers::layers, ties};
use crate::{
    DataTable, DrawnMap, Mark, Role, Scene, Stop, Weight,
    boxes::{self, Line, RIM, curve},
    text, typeface,
};

/// A name is cut after so many lines; the words of its stop hold it whole.
const MOST_LINES: usize = 3;
/// Narrowest and widest box, in sizes of the text.
const NARROW: f32 = 10.5;
const WIDE: f32 = 22.0;
/// A box that has been measured: its lines, and where it stands.
struct Placed {
    lines: Vec<Line>,
    is_alone: bool,
    left: f32,
    top: f32,
    height: f32,
}

impl Placed {
    fn middle(&self) -> f32 {
        self.top + self.height / 2.0
    }
}

struct Canvas {
    size: f32,
    /// Width of a box.
    box_width: f32,
    /// From one column to the next.
    step: f32,
    /// Columns of boxes.
    columns: usize,
    /// Where the measures begin.
    measures_left: f32,
    scene: Scene,
}

pub(super) fn draw<Key: Clone>(map: &ReinforcementMap<Key>) -> DrawnMap<Key> {
    let count = map.boxes().count();
    let layers = layers(count, &map.arrows);
    let deepest = layers.iter().max().copied().unwrap_or(0);
    let mut canvas = Canvas::of(map, deepest);
    let mut y = canvas.heads(map);
    let mut placed: Vec<Placed> = Vec::with_capacity(count);
    for lane in &map.lanes {
        y = canvas.lane_head(&lane.name, y, map.width);
        let first = placed.len();
        let mut ends = vec![y; canvas.columns];
        let mut own: Vec<(usize, Placed)> = Vec::new();
        for (offset, one) in lane.boxes.iter().enumerate() {
            let layer = layers.get(first + offset).copied().unwrap_or(0);
            let column = if deepest < canvas.columns {
                layer
            } else {
                // More layers than columns: neighbors share one.
                layer * (canvas.columns - 1) / deepest
            };
            own.push((column, canvas.measured(one)));
        }
        for (column, one) in &mut own {
            one.left = canvas.left(*column);
            if let Some(end) = ends.get_mut(*column) {
                one.top = *end;
                *end += one.height + canvas.between();
            }
        }
        y = ends.iter().copied().fold(y, f32::max) + canvas.size * 0.6;
        placed.extend(own.into_iter().map(|(_, one)| one));
    }
    let top = canvas.size * 2.4;
    let shared = canvas.shared(&map.shared, &placed, top);
    let ends = shared.iter().map(|one| one.top + one.height + 4.0);
    canvas.scene.height = ends.fold(y, f32::max) + 2.0;

    // Lines lie beneath the boxes.
    for (measure, one) in map.shared.iter().zip(&shared) {
        for from in measure.boxes.iter().filter_map(|place| placed.get(*place)) {
            canvas.thread(from, one);
        }
    }
    for arrow in &map.arrows {
        if let (Some(from), Some(to)) = (placed.get(arrow.from), placed.get(arrow.to)) {
            canvas.arrow(from, to, arrow.is_feed);
        }
    }
    let names: Vec<&str> = map.boxes().map(|one| one.name.as_str()).collect();
    let mut keys = Vec::new();
    for (place, (one, node)) in placed.iter().zip(map.boxes()).enumerate() {
        let words = spoken(node, &ties(map, place, &names));
        canvas.draw_box(one, canvas.box_width, false, words);
        keys.push(node.key.clone());
    }
    let width = map.width - canvas.measures_left - RIM;
    for (one, measure) in shared.iter().zip(&map.shared) {
        let of = measure.boxes.iter().filter_map(|place| names.get(*place));
        let of: Vec<&str> = of.copied().collect();
        let words = text::english().with(
            "reinforce-stop-measure",
            &[
                ("name", measure.name.as_str().into()),
                ("count", of.len().into()),
                ("names", of.join(", ").into()),
            ],
        );
        canvas.draw_box(one, width, true, words);
        keys.push(measure.key.clone());
    }
    DrawnMap {
        scene: canvas.scene,
        keys,
    }
}

/// What is read at a box.
fn spoken<Key>(node: &MapBox<Key>, ties: &[String]) -> String {
    let mut more: Vec<&str> = Vec::new();
    more.extend([node.note.as_str(), node.alone.as_str()]);
    more.extend(ties.iter().map(String::as_str));
    more.retain(|words| !words.is_empty());
    if more.is_empty() {
        return node.name.clone();
    }
    text::english().with(
        "reinforce-stop",
        &[
            ("name", node.name.as_str().into()),
            ("more", more.join(". ").into()),
        ],
    )
}

impl Canvas {
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a handful of columns"
    )]
    fn of<Key>(map: &ReinforcementMap<Key>, deepest: usize) -> Self {
        let size = map.text_size;
        let gap = size * 3.6;
        let measures = if map.shared.is_empty() {
            0.0
        } else {
            (map.width * 0.2).clamp(size * 9.0, size * 17.0)
        };
        let room = map.width - 2.0 * RIM - if measures > 0.0 { measures + gap } else { 0.0 };
        let fit = ((room + gap) / (size * NARROW + gap)).floor().max(1.0) as usize;
        let columns = (deepest + 1).min(fit);
        let each = (room + gap) / columns as f32 - gap;
        let box_width = each.clamp(size * 4.0, size * WIDE);
        Self {
            size,
            box_width,
            // Columns stand apart as far as there is room.
            step: if columns > 1 {
                (room - box_width) / (columns - 1) as f32
            } else {
                0.0
            },
            columns,
            measures_left: map.width - measures - RIM,
            scene: Scene {
                width: map.width,
                height: 0.0,
                marks: Vec::new(),
                summary: String::new(),
                stops: Vec::new(),
                table: DataTable {
                    head: Vec::new(),
                    rows: Vec::new(),
                },
            },
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "a handful of columns")]
    fn left(&self, column: usize) -> f32 {
        RIM + self.step * column as f32
    }

    fn pad(&self) -> f32 {
        self.size * 0.55
    }

    fn between(&self) -> f32 {
        self.size * 0.6
    }

    fn heads<Key>(&mut self, map: &ReinforcementMap<Key>) -> f32 {
        let y = self.size;
        let room = self.measures_left - RIM - self.size;
        let head = typeface::fitted(&map.head, self.size, Weight::Semibold, room);
        self.text([RIM, y], head, self.size, Weight::Semibold, Role::Quiet);
        if !map.shared.is_empty() {
            let words = text::english().get("reinforce-head-measures");
            let room = map.width - self.measures_left;
            let words = typeface::fitted(&words, self.size, Weight::Semibold, room);
            let at = [self.measures_left, y];
            self.text(at, words, self.size, Weight::Semibold, Role::Quiet);
        }
        y + self.size * 1.1
    }

    fn lane_head(&mut self, name: &str, y: f32, width: f32) -> f32 {
        if name.is_empty() {
            return y;
        }
        // The rule ends where the measures begin: they belong to no lane.
        let right = if self.measures_left < width - 2.0 * RIM {
            self.measures_left - self.size
        } else {
            width
        };
        self.line(vec![[0.0, y], [right, y]], Role::Grid, 1.0, &[]);
        let at = [RIM, y + self.size * 1.35];
        let words = typeface::fitted(name, self.size, Weight::Semibold, right - self.size);
        self.text(at, words, self.size, Weight::Semibold, Role::Strong);
        y + self.size * 2.1
    }

    fn measured<Key>(&self, node: &MapBox<Key>) -> Placed {
        let room = self.box_width - 2.0 * self.pad();
        let mut lines = Vec::new();
        let mut add = |words: &str, size: f32, weight: Weight, role: Role, most: usize| {
            lines.extend(boxes::lines(words, size, (weight, role), room, most));
        };
        add(
            &node.name,
            self.size,
            Weight::Regular,
            Role::Strong,
            MOST_LINES,
        );
        add(&node.note, self.size * 0.9, Weight::Regular, Role::Quiet, 1);
        add(
            &node.alone,
            self.size * 0.9,
            Weight::Semibold,
            Role::Signal,
            1,
        );
        self.placed(lines, !node.alone.is_empty())
    }

    fn placed(&self, lines: Vec<Line>, is_alone: bool) -> Placed {
        Placed {
            height: boxes::height(&lines, self.pad()),
            lines,
            is_alone,
            left: 0.0,
            top: 0.0,
        }
    }

    /// Measures at the height of the boxes that share them, none over another.
    fn shared<Key>(&self, measures: &[MapShared<Key>], boxes: &[Placed], top: f32) -> Vec<Placed> {
        let room = self.scene.width - self.measures_left - RIM - 2.0 * self.pad();
        let mut found: Vec<Placed> = measures
            .iter()
            .map(|measure| {
                let look = (Weight::Regular, Role::Strong);
                let lines = boxes::lines(&measure.name, self.size, look, room, MOST_LINES);
                self.placed(lines.collect(), false)
            })
            .collect();
        let wish = |place: usize| {
            let sharing = measures.get(place).map_or(&[][..], |one| &one.boxes);
            let middles = sharing
                .iter()
                .filter_map(|at| boxes.get(*at))
                .map(Placed::middle);
            #[allow(clippy::cast_precision_loss, reason = "far fewer than a float counts")]
            let count = middles.clone().count().max(1) as f32;
            middles.sum::<f32>() / count
        };
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by(|a, b| wish(*a).total_cmp(&wish(*b)));
        let mut y = top;
        for place in order {
            let middle = wish(place);
            if let Some(one) = found.get_mut(place) {
                one.left = self.measures_left;
                one.top = (middle - one.height / 2.0).max(y);
                y = one.top + one.height + self.between();
            }
        }
        found
    }

    /// From a box to a measure, flat at both ends.
    fn thread(&mut self, from: &Placed, to: &Placed) {
        let start = [from.left + self.box_width, from.middle()];
        let points = curve(start, [to.left, to.middle()]);
        self.line(points, Role::Context, 0.9, &[]);
    }

    fn arrow(&mut self, from: &Placed, to: &Placed, is_feed: bool) {
        let (role, dash): (Role, &[f32]) = if is_feed {
            (Role::Subject, &[])
        } else {
            (Role::Target, &[5.0, 3.0])
        };
        let tip = self.size * 0.55;
        let start = [from.left + self.box_width, from.middle()];
        if to.left > from.left {
            let end = [to.left, to.middle()];
            self.line(curve(start, [end[0] - tip, end[1]]), role, 1.5, dash);
            self.tip(end, -tip, role);
        } else {
            // Beside or before it: around the right-hand side.
            let end = [to.left + self.box_width, to.middle()];
            let reach = start[0].max(end[0]) + self.size * 1.6;
            let mut points = curve(start, [reach, (start[1] + end[1]) / 2.0]);
            let back = curve([end[0] + tip, end[1]], [reach, (start[1] + end[1]) / 2.0]);
            points.extend(back.into_iter().rev());
            self.line(points, role, 1.5, dash);
            self.tip(end, tip, role);
        }
    }

    fn tip(&mut self, at: [f32; 2], depth: f32, role: Role) {
        let half = depth.abs() * 0.5;
        self.scene.marks.push(Mark::Area {
            points: vec![
                at,
                [at[0] + depth, at[1] - half],
                [at[0] + depth, at[1] + half],
            ],
            role,
        });
    }

    fn draw_box(&mut self, placed: &Placed, width: f32, is_measure: bool, words: String) {
        let (left, top) = (placed.left, placed.top);
        let (right, bottom) = (left + width, top + placed.height);
        let (corners, outline) = boxes::corners([left, top, right, bottom]);
        self.scene.marks.push(Mark::Area {
            points: corners,
            role: if is_measure {
                Role::Interval
            } else {
                Role::Band
            },
        });
        if placed.is_alone {
            self.line(outline, Role::Signal, 1.2, &[4.0, 3.0]);
        } else {
            self.line(outline, Role::Axis, 0.8, &[]);
        }
        let lines = boxes::words(&placed.lines, [left, top], self.pad());
        self.scene.marks.extend(lines);
        self.scene.stops.push(Stop {
            at: [left, placed.middle()],
            words,
            extent: Some([left, top, right, bottom]),
        });
    }

    fn line(&mut self, points: Vec<[f32; 2]>, role: Role, width: f32, dash: &[f32]) {
        self.scene.marks.push(Mark::line(points, role, width, dash));
    }

    fn text(&mut self, at: [f32; 2], text: String, size: f32, weight: Weight, role: Role) {
        let mark = Mark::words(at, text, size, weight, role);
        self.scene.marks.push(mark);
    }
}

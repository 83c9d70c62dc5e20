//! Where the boxes of a map stand and how its lines run.

use super::{COLUMNS, DrawnMap, MapBranch, MapNode, TheoryMap, spoken};
use crate::{
    DataTable, Mark, Role, Scene, Stop, Weight,
    boxes::{self, Line, RIM},
    text, typeface,
};

/// A name is cut after so many lines; the words of its stop hold it whole.
const MOST_LINES: usize = 5;

pub(super) fn draw<Key: Clone>(map: &TheoryMap<Key>) -> DrawnMap<Key> {
    let mut canvas = Canvas {
        size: map.text_size,
        gap: (map.width * 0.055).clamp(20.0, 56.0),
        width: map.width,
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
        keys: Vec::new(),
    };
    let mut y = canvas.heads();
    for (index, branch) in map.branches.iter().enumerate() {
        if index > 0 {
            y += canvas.size * 0.9;
            canvas.line(vec![[0.0, y], [map.width, y]], Role::Grid, 1.0, &[]);
            y += canvas.size * 0.9;
        }
        y = canvas.branch(branch, y);
    }
    canvas.scene.height = y + 2.0;
    DrawnMap {
        scene: canvas.scene,
        keys: canvas.keys,
    }
}

/// A box that has been measured: its lines, and where it goes.
struct Placed<'a, Key> {
    node: &'a MapNode<Key>,
    column: usize,
    lines: Vec<Line>,
    top: f32,
    height: f32,
}

/// A strategy, and its activities with the places of what they move.
type PlacedStrategy<'a, Key> = (Placed<'a, Key>, Vec<(Placed<'a, Key>, &'a [usize])>);

impl<Key> Placed<'_, Key> {
    fn middle(&self) -> f32 {
        self.top + self.height / 2.0
    }

    fn bottom(&self) -> f32 {
        self.top + self.height
    }
}

struct Canvas<Key> {
    size: f32,
    gap: f32,
    width: f32,
    scene: Scene,
    keys: Vec<Key>,
}

impl<Key: Clone> Canvas<Key> {
    fn box_width(&self) -> f32 {
        (self.width - 3.0 * self.gap - 2.0 * RIM) / 4.0
    }

    #[allow(clippy::cast_precision_loss, reason = "four columns")]
    fn left(&self, column: usize) -> f32 {
        RIM + (self.box_width() + self.gap) * column as f32
    }

    fn pad(&self) -> f32 {
        self.size * 0.6
    }

    /// Between two boxes of a column.
    fn between(&self) -> f32 {
        self.size * 0.6
    }

    fn heads(&mut self) -> f32 {
        let y = self.size;
        for (column, name) in COLUMNS.iter().enumerate() {
            let words = text::english().get(&format!("map-head-{name}"));
            let words = typeface::fitted(&words, self.size, Weight::Semibold, self.box_width());
            let left = self.left(column);
            self.text([left, y], words, self.size, Weight::Semibold, Role::Quiet);
        }
        y + self.size * 0.9
    }

    /// Draws a branch from `top` on; says where it ends.
    fn branch(&mut self, branch: &MapBranch<Key>, top: f32) -> f32 {
        let mut result = self.measured(0, &branch.result);
        result.top = top;
        let mut y = top;
        let mut strategies = Vec::new();
        for strategy in &branch.strategies {
            let mut own = self.measured(1, &strategy.strategy);
            let begin = y;
            let mut activities = Vec::new();
            for activity in &strategy.activities {
                let mut placed = self.measured(2, &activity.activity);
                placed.top = y;
                y = placed.bottom() + self.between();
                activities.push((placed, activity.moves.as_slice()));
            }
            let end = (y - self.between()).max(begin);
            own.top = begin + ((end - begin - own.height) / 2.0).max(0.0);
            // A strategy taller than its activities makes room for itself.
            y = y.max(own.bottom() + self.between()) + self.between() * 0.6;
            strategies.push((own, activities));
        }
        let measures = self.measures(branch, &strategies, top);
        let ends = measures.iter().map(Placed::bottom);
        let end = ends.fold(result.bottom().max(y - self.between() * 1.6), f32::max);

        // Lines lie beneath the boxes.
        self.tree(&result, strategies.iter().map(|(own, _)| own));
        for (own, activities) in &strategies {
            self.tree(own, activities.iter().map(|(placed, _)| placed));
            for (activity, moves) in activities {
                for measure in moves.iter().filter_map(|place| measures.get(*place)) {
                    self.curve(activity, measure);
                }
            }
        }
        self.draw_box(&result);
        for (own, activities) in &strategies {
            self.draw_box(own);
            for (activity, _) in activities {
                self.draw_box(activity);
            }
        }
        for measure in &measures {
            self.draw_box(measure);
        }
        end
    }

    /// Measures beside the activities that move them, none over another.
    #[allow(
        clippy::type_complexity,
        reason = "what `branch` has placed, handed on as it is"
    )]
    fn measures<'a>(
        &self,
        branch: &'a MapBranch<Key>,
        strategies: &[PlacedStrategy<'_, Key>],
        top: f32,
    ) -> Vec<Placed<'a, Key>> {
        let mut placed: Vec<Placed<'a, Key>> = branch
            .measures
            .iter()
            .map(|node| self.measured(3, node))
            .collect();
        let wanted: Vec<f32> = (0..placed.len())
            .map(|place| {
                let feeding = strategies
                    .iter()
                    .flat_map(|(_, activities)| activities)
                    .filter(|(_, moves)| moves.contains(&place))
                    .map(|(activity, _)| activity.middle());
                #[allow(clippy::cast_precision_loss, reason = "far fewer than a float counts")]
                let count = feeding.clone().count() as f32;
                if count > 0.0 {
                    feeding.sum::<f32>() / count
                } else if placed
                    .get(place)
                    .is_some_and(|one| one.node.name.is_empty())
                {
                    // That an indicator is missing is said first.
                    f32::MIN
                } else {
                    f32::MAX
                }
            })
            .collect();
        let at = |place: &usize| wanted.get(*place).copied().unwrap_or(f32::MAX);
        let mut order: Vec<usize> = (0..placed.len()).collect();
        order.sort_by(|a, b| at(a).total_cmp(&at(b)));
        let mut y = top;
        for place in order {
            let middle = at(&place);
            if let Some(one) = placed.get_mut(place) {
                let wish = if middle > f32::MIN && middle < f32::MAX {
                    middle - one.height / 2.0
                } else {
                    y
                };
                one.top = wish.max(y);
                y = one.bottom() + self.between();
            }
        }
        placed
    }

    fn measured<'a>(&self, column: usize, node: &'a MapNode<Key>) -> Placed<'a, Key> {
        let room = self.box_width() - 2.0 * self.pad();
        let weight = if column == 0 {
            Weight::Semibold
        } else {
            Weight::Regular
        };
        let mut lines = Vec::new();
        let mut add = |words: &str, size: f32, weight: Weight, role: Role, most: usize| {
            lines.extend(boxes::lines(words, size, (weight, role), room, most));
        };
        add(&node.name, self.size, weight, Role::Strong, MOST_LINES);
        add(&node.note, self.size * 0.9, Weight::Regular, Role::Quiet, 2);
        let (size, weight) = if node.name.is_empty() {
            (self.size, Weight::Regular)
        } else {
            (self.size * 0.9, Weight::Semibold)
        };
        add(&node.hole, size, weight, Role::Signal, 3);
        Placed {
            node,
            column,
            height: boxes::height(&lines, self.pad()),
            lines,
            top: 0.0,
        }
    }

    fn draw_box(&mut self, placed: &Placed<'_, Key>) {
        let left = self.left(placed.column);
        let (right, bottom) = (left + self.box_width(), placed.bottom());
        let (corners, outline) = boxes::corners([left, placed.top, right, bottom]);
        let is_hole = !placed.node.hole.is_empty();
        let fill = match placed.column {
            _ if placed.node.name.is_empty() => None,
            0 => Some(Role::Interval),
            1 => Some(Role::Band),
            _ => None,
        };
        if let Some(role) = fill {
            self.scene.marks.push(Mark::Area {
                points: corners,
                role,
            });
        }
        if is_hole {
            self.line(outline, Role::Signal, 1.2, &[4.0, 3.0]);
        } else if placed.column == 3 {
            self.line(outline, Role::Subject, 1.2, &[]);
        } else {
            self.line(outline, Role::Axis, 0.8, &[]);
        }
        let words = boxes::words(&placed.lines, [left, placed.top], self.pad());
        self.scene.marks.extend(words);
        self.keys.push(placed.node.key.clone());
        self.scene.stops.push(Stop {
            at: [left, placed.middle()],
            words: spoken(placed.column, placed.node),
            extent: Some([left, placed.top, right, bottom]),
        });
    }

    /// From one box to several of the next column, along one trunk.
    fn tree<'a>(&mut self, from: &Placed<'_, Key>, to: impl Iterator<Item = &'a Placed<'a, Key>>)
    where
        Key: 'a,
    {
        let start = self.left(from.column) + self.box_width();
        let trunk = start + self.gap / 2.0;
        let targets: Vec<&Placed<'a, Key>> = to.collect();
        // Where a branch lies at the height of its root, the trunk begins there: it runs
        // straight.
        let from_y = targets
            .iter()
            .map(|target| target.middle())
            .find(|y| *y > from.top && *y < from.bottom())
            .unwrap_or_else(|| from.middle());
        for target in targets {
            let y = target.middle();
            let points = vec![
                [start, from_y],
                [trunk, from_y],
                [trunk, y],
                [self.left(target.column), y],
            ];
            let dash: &[f32] = if target.node.name.is_empty() {
                &[3.0, 3.0]
            } else {
                &[]
            };
            self.line(points, Role::Context, 1.0, dash);
        }
    }

    /// From an activity to a measure, flat at both ends.
    fn curve(&mut self, from: &Placed<'_, Key>, to: &Placed<'_, Key>) {
        let start = [self.left(from.column) + self.box_width(), from.middle()];
        let points = boxes::curve(start, [self.left(to.column), to.middle()]);
        self.line(points, Role::Context, 1.0, &[]);
    }

    fn line(&mut self, points: Vec<[f32; 2]>, role: Role, width: f32, dash: &[f32]) {
        self.scene.marks.push(Mark::line(points, role, width, dash));
    }

    fn text(&mut self, at: [f32; 2], text: String, size: f32, weight: Weight, role: Role) {
        let mark = Mark::words(at, text, size, weight, role);
        self.scene.marks.push(mark);
    }
}

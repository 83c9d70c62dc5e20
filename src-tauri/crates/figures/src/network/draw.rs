//! Marks of the network: a key of sectors, ties, partners with their names, and beneath them
//! those without a tie.

use super::{DrawnNetwork, DrawnNode, DrawnTie, NetworkLine, NetworkMap, arrange, shapes};
use crate::{
    Anchor, DataTable, Mark, Role, Scene, Stop, Weight,
    labels::{self, Field, Label, Line},
    text,
    typeface::{self, CAP_HEIGHT},
};

/// With more ties than this each is drawn thin and light, and names may lie over them.
const MANY: usize = 400;
/// So many are named even if the name lies over other partners.
const ALWAYS_NAMED: usize = 24;
/// With more partners than this each is drawn smaller.
const CROWD: usize = 100;

pub(super) fn draw<Key: Clone>(map: &NetworkMap<Key>) -> DrawnNetwork<Key> {
    let mut is_tied = vec![false; map.nodes.len()];
    for node in map.ties.iter().flat_map(|tie| [tie.one, tie.other]) {
        if let Some(tied) = is_tied.get_mut(node) {
            *tied = true;
        }
    }
    let mut canvas = Canvas {
        size: map.text_size,
        width: map.width,
        marks: Vec::new(),
    };
    let top = canvas.key(map, &is_tied);
    // Where nobody is tied there is nothing to lay out.
    let high = if is_tied.contains(&true) { HEIGHT } else { 0.0 };
    let field = [0.0, top, map.width, top + map.width * high];
    let places = arrange::arrange(map.nodes.len(), &map.ever);
    let most = map.nodes.iter().map(|node| node.rank).fold(0.0, f64::max);
    let base = if map.nodes.len() > CROWD {
        map.text_size * 0.78
    } else {
        map.text_size
    };
    let mut nodes: Vec<DrawnNode<Key>> = map
        .nodes
        .iter()
        .zip(places)
        .zip(&is_tied)
        .map(|((node, place), is_tied)| {
            let place = node
                .kept
                .or(place)
                .unwrap_or([0.5, f64::from(HEIGHT) / 2.0]);
            DrawnNode {
                key: node.key.clone(),
                at: [
                    field[0] + share(place[0], 1.0) * map.width,
                    field[1] + share(place[1], HEIGHT) * map.width,
                ],
                radius: base * (0.42 + 0.34 * grown(node.rank, most)),
                marks: 0..0,
                label: 0..0,
                is_isolate: !is_tied,
            }
        })
        .collect();
    let ties = canvas.ties(map, &nodes);
    let height = canvas.isolates(map, &mut nodes, field[3]);
    for (node, drawn) in map.nodes.iter().zip(&mut nodes) {
        let before = canvas.marks.len();
        if node.is_subject {
            canvas.ring(drawn.at, drawn.radius);
        }
        shapes::push(&mut canvas.marks, node.sector, drawn.at, drawn.radius);
        drawn.marks = before..canvas.marks.len();
    }
    canvas.names(map, &mut nodes, field);
    let stops = map.nodes.iter().zip(&nodes).map(|(node, drawn)| Stop {
        at: drawn.at,
        words: node.words.clone(),
        extent: None,
    });
    DrawnNetwork {
        scene: Scene {
            width: map.width,
            height,
            stops: stops.collect(),
            summary: map.summary.clone(),
            table: table(map),
            marks: canvas.marks,
        },
        nodes,
        ties,
        field,
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "the proportions of a drawing"
)]
const HEIGHT: f32 = arrange::HEIGHT as f32;

#[allow(clippy::cast_possible_truncation, reason = "a share of a drawing")]
fn share(value: f64, most: f32) -> f32 {
    (value as f32).clamp(0.012, most - 0.012)
}

/// How much larger a partner is drawn than the least, 0 to 1: its area grows with its rank.
fn grown(rank: f64, most: f64) -> f32 {
    if most > 0.0 {
        share((rank / most).max(0.0).sqrt(), 1.012)
    } else {
        0.0
    }
}

struct Canvas {
    size: f32,
    width: f32,
    marks: Vec<Mark>,
}

impl Canvas {
    fn text(&mut self, at: [f32; 2], text: String, role: Role) {
        let mark = Mark::words(at, text, self.size * 0.94, Weight::Regular, role);
        self.marks.push(mark);
    }

    /// What shapes and lines mean; says where it ends.
    fn key<Key>(&mut self, map: &NetworkMap<Key>, is_tied: &[bool]) -> f32 {
        let texts = text::english();
        let mut entries: Vec<(Entry, String)> = (0..map.sectors.len())
            .filter(|sector| map.nodes.iter().any(|node| node.sector == Some(*sector)))
            .filter_map(|sector| {
                let name = map.sectors.get(sector)?.clone();
                Some((Entry::Sector(Some(sector)), name))
            })
            .collect();
        if map.nodes.iter().any(|node| node.sector.is_none()) {
            let name = texts.get("network-no-sector");
            entries.push((Entry::Sector(None), name));
        }
        if map.ties.iter().any(|tie| tie.is_bridge) {
            entries.push((Entry::Bridge, texts.get("network-key-bridge")));
        }
        if is_tied.contains(&true) && map.nodes.iter().any(|node| node.rank > 0.0) {
            entries.push((Entry::Larger, texts.get("network-key-larger")));
        }
        let (row, gap) = (self.size * 1.6, self.size * 1.4);
        let (mut x, mut y) = (self.size * 0.6, self.size * 0.9);
        for (entry, name) in entries {
            let mark = match entry {
                Entry::Sector(_) => self.size * 0.9,
                Entry::Bridge | Entry::Larger => self.size * 2.2,
            };
            let text_size = self.size * 0.94;
            let name = typeface::fitted(&name, text_size, Weight::Regular, self.width * 0.6);
            let length =
                mark + self.size * 0.4 + typeface::width(&name, text_size, Weight::Regular);
            if x > self.size && x + length > self.width {
                (x, y) = (self.size * 0.6, y + row);
            }
            let middle = [x + mark / 2.0, y];
            match entry {
                Entry::Sector(sector) => {
                    shapes::push(&mut self.marks, sector, middle, self.size * 0.4);
                }
                Entry::Bridge => self.bridge([x, y], [x + mark, y], self.size * 0.16),
                Entry::Larger => {
                    for (at, radius) in [(0.0, 0.22), (0.42, 0.34), (1.0, 0.48)] {
                        self.marks.push(Mark::Dot {
                            at: [x + self.size * 0.4 + at * (mark - self.size * 0.8), y],
                            radius: self.size * radius,
                            role: Role::Axis,
                            open: true,
                        });
                    }
                }
            }
            let baseline = y + text_size * CAP_HEIGHT / 2.0;
            self.text([x + mark + self.size * 0.4, baseline], name, Role::Quiet);
            x += length + gap;
        }
        y + self.size * 1.1
    }

    fn ties<Key>(&mut self, map: &NetworkMap<Key>, nodes: &[DrawnNode<Key>]) -> Vec<DrawnTie> {
        let is_many = map.ties.len() > MANY;
        // Bridges lie over the others.
        let mut order: Vec<&NetworkLine> = map.ties.iter().collect();
        order.sort_by_key(|tie| tie.is_bridge);
        let mut drawn = Vec::with_capacity(order.len());
        for tie in order {
            let (Some(one), Some(other)) = (nodes.get(tie.one), nodes.get(tie.other)) else {
                continue;
            };
            let before = self.marks.len();
            if tie.is_bridge {
                self.bridge(one.at, other.at, self.size * 0.16);
            } else {
                let role = if is_many { Role::Limit } else { Role::Context };
                let width = match tie.occasions {
                    _ if is_many => 0.5,
                    0 | 1 => 0.9,
                    2 => 1.5,
                    3 => 2.0,
                    _ => 2.6,
                };
                let line = Mark::line(vec![one.at, other.at], role, width, &[]);
                self.marks.push(line);
            }
            drawn.push(DrawnTie {
                one: tie.one,
                other: tie.other,
                marks: before..self.marks.len(),
            });
        }
        drawn
    }

    /// A tie all ways lead over: dark, with a bar across its middle.
    fn bridge(&mut self, from: [f32; 2], to: [f32; 2], width: f32) {
        let line = Mark::line(vec![from, to], Role::Strong, width, &[]);
        self.marks.push(line);
        let (x, y) = (to[0] - from[0], to[1] - from[1]);
        let length = (x * x + y * y).sqrt();
        if length < 1.0 {
            return;
        }
        let half = self.size * 0.38 / length;
        let middle = [f32::midpoint(from[0], to[0]), f32::midpoint(from[1], to[1])];
        let bar = vec![
            [middle[0] - y * half, middle[1] + x * half],
            [middle[0] + y * half, middle[1] - x * half],
        ];
        self.marks.push(Mark::line(bar, Role::Strong, width, &[]));
    }

    /// Who the drawing is about has a ring around it.
    fn ring(&mut self, at: [f32; 2], radius: f32) {
        self.marks.push(Mark::Dot {
            at,
            radius: radius * 1.3 + self.size * 0.36,
            role: Role::Strong,
            open: true,
        });
    }

    /// The row of those without a tie, beneath the field; says where the drawing ends.
    fn isolates<Key>(
        &mut self,
        map: &NetworkMap<Key>,
        nodes: &mut [DrawnNode<Key>],
        top: f32,
    ) -> f32 {
        let count = nodes.iter().filter(|node| node.is_isolate).count();
        if count == 0 {
            return top + 2.0;
        }
        let mut y = top + self.size * 0.6;
        let rule = vec![[0.0, y], [self.width, y]];
        self.marks.push(Mark::line(rule, Role::Grid, 1.0, &[]));
        y += self.size * 1.5;
        let words = text::english().with("network-isolates-row", &[("count", count.into())]);
        self.text([self.size * 0.6, y], words, Role::Quiet);
        y += self.size * 1.5;
        let columns = (self.width / (self.size * 16.0)).floor().max(1.0);
        let column = self.width / columns;
        let row = self.size * 1.7;
        let mut x = 0.0;
        for (node, drawn) in map.nodes.iter().zip(nodes.iter_mut()) {
            if !drawn.is_isolate {
                continue;
            }
            if x + column > self.width + 1.0 {
                (x, y) = (0.0, y + row);
            }
            drawn.at = [x + self.size * 1.1, y];
            let text_size = self.size * 0.94;
            let room = column - self.size * 2.4;
            let name = typeface::fitted(&node.name, text_size, Weight::Regular, room);
            let before = self.marks.len();
            let baseline = y + text_size * CAP_HEIGHT / 2.0;
            self.text([x + self.size * 2.0, baseline], name, Role::Strong);
            drawn.label = before..self.marks.len();
            x += column;
        }
        y + self.size * 1.1
    }

    /// Names beside their partners, those that link most others first, as far as there is
    /// room.
    fn names<Key>(&mut self, map: &NetworkMap<Key>, nodes: &mut [DrawnNode<Key>], field: [f32; 4]) {
        let mut ground = Field::new(self.width, field[3]);
        ground.avoid([0.0, 0.0, self.width, field[1] - self.size * 0.5]);
        // Only names lie here.
        let mut over = Field::new(self.width, field[3]);
        over.avoid([0.0, 0.0, self.width, field[1] - self.size * 0.5]);
        for node in nodes.iter().filter(|node| !node.is_isolate) {
            let around = node.radius + 1.5;
            ground.avoid([
                node.at[0] - around,
                node.at[1] - around,
                node.at[0] + around,
                node.at[1] + around,
            ]);
        }
        if map.ties.len() <= MANY {
            for tie in &map.ties {
                if let (Some(one), Some(other)) = (nodes.get(tie.one), nodes.get(tie.other)) {
                    ground.avoid_reference(&[one.at, other.at]);
                }
            }
        }
        let mut degrees = vec![0usize; map.nodes.len()];
        for node in map.ties.iter().flat_map(|tie| [tie.one, tie.other]) {
            if let Some(degree) = degrees.get_mut(node) {
                *degree += 1;
            }
        }
        let mut order: Vec<usize> = (0..map.nodes.len()).collect();
        let key = |place: &usize| {
            let node = map.nodes.get(*place);
            let rank = node.map_or(0.0, |node| node.rank);
            let is_subject = node.is_some_and(|node| node.is_subject);
            (is_subject, rank, degrees.get(*place).copied().unwrap_or(0))
        };
        order.sort_by(|a, b| {
            let (a, b) = (key(a), key(b));
            b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(b.2.cmp(&a.2))
        });
        for (number, place) in order.into_iter().enumerate() {
            let (Some(node), Some(drawn)) = (map.nodes.get(place), nodes.get_mut(place)) else {
                continue;
            };
            if drawn.is_isolate {
                continue;
            }
            let weight = if node.is_subject {
                Weight::Semibold
            } else {
                Weight::Regular
            };
            let text_size = self.size * 0.94;
            let label = Label {
                lines: vec![Line {
                    text: typeface::fitted(&node.name, text_size, weight, self.size * 14.0),
                    size: text_size,
                    weight,
                    role: Role::Strong,
                }],
                places: around(drawn.at, drawn.radius, text_size),
                leads_from: None,
            };
            let before = self.marks.len();
            if !ground.place(&label, &mut self.marks)
                && number < ALWAYS_NAMED
                && over.place(&label, &mut self.marks)
                && let Some(Mark::Text { halo, .. }) = self.marks.last_mut()
            {
                *halo = true;
            }
            drawn.label = before..self.marks.len();
            if let Some(Mark::Text {
                at, text, anchor, ..
            }) = self.marks.get(before)
            {
                let length = typeface::width(text, text_size, weight);
                let found = labels::rectangle(*at, *anchor, length, text_size);
                ground.avoid(found);
                over.avoid(found);
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Entry {
    Sector(Option<usize>),
    Bridge,
    Larger,
}

/// Places for a name, the best first: beneath, above, at the sides, at the corners.
fn around(at: [f32; 2], radius: f32, size: f32) -> Vec<([f32; 2], Anchor)> {
    let (x, y) = (at[0], at[1]);
    let side = radius + size * 0.42;
    let level = y + size * CAP_HEIGHT / 2.0;
    let below = y + radius + size * 1.0;
    let above = y - radius - size * 0.42;
    vec![
        ([x + side, level], Anchor::Start),
        ([x - side, level], Anchor::End),
        ([x, below], Anchor::Middle),
        ([x, above], Anchor::Middle),
        ([x + radius, below], Anchor::Start),
        ([x - radius, below], Anchor::End),
        ([x + radius, above], Anchor::Start),
        ([x - radius, above], Anchor::End),
    ]
}

/// A row a partner: what is said of it.
fn table<Key>(map: &NetworkMap<Key>) -> DataTable {
    let texts = text::english();
    let mut degrees = vec![0usize; map.nodes.len()];
    for node in map.ties.iter().flat_map(|tie| [tie.one, tie.other]) {
        if let Some(degree) = degrees.get_mut(node) {
            *degree += 1;
        }
    }
    DataTable {
        head: vec![
            texts.get("network-column-partner"),
            texts.get("network-column-sector"),
            texts.get("network-column-ties"),
        ],
        rows: map
            .nodes
            .iter()
            .zip(degrees)
            .map(|(node, degree)| {
                let sector = node.sector.and_then(|sector| map.sectors.get(sector));
                vec![
                    node.name.clone(),
                    sector.cloned().unwrap_or_default(),
                    degree.to_string(),
                ]
            })
            .collect(),
    }
}

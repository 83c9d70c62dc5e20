//! The network of partners: who is tied to whom, drawn so that few steps are short ways. The
//! same network, the same places; a place somebody chose wins over a computed one.

mod arrange;
mod draw;
mod shapes;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::Scene;

/// What to draw. `Key` names a partner to whoever made it.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkMap<Key> {
    /// Width in points; the field of the partners is 0.6 of it high.
    pub width: f32,
    /// Size of its text.
    pub text_size: f32,
    /// Partners, in the order in which they are read.
    pub nodes: Vec<NetworkNode<Key>>,
    /// Who is tied to whom.
    pub ties: Vec<NetworkLine>,
    /// Pairs the partners are arranged by: those of `ties`, and others that may be tied at
    /// another time.
    pub ever: Vec<(usize, usize)>,
    /// Names of sectors. Each has a shape and a shade of its own, up to 15 of them.
    pub sectors: Vec<String>,
    /// What it shows in a sentence.
    pub summary: String,
}

/// One partner.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkNode<Key> {
    /// What it stands for.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// Its name and what is said of it: what is read when it is stopped at.
    pub words: String,
    /// Place of its sector in [`NetworkMap::sectors`].
    pub sector: Option<usize>,
    /// How much it links others, 0 to 1: decides its size and which names are kept.
    pub rank: f64,
    /// Where someone put it, in shares of the width.
    pub kept: Option<[f64; 2]>,
    /// Whether the drawing is about it.
    pub is_subject: bool,
}

/// A tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NetworkLine {
    /// Place of the one.
    pub one: usize,
    /// Place of the other.
    pub other: usize,
    /// How often they come together.
    pub occasions: u32,
    /// Whether without it the network falls apart.
    pub is_bridge: bool,
}

/// The drawing, and which of its marks belong to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnNetwork<Key> {
    /// The drawing; a stop for every partner, in their order.
    pub scene: Scene,
    /// Partners in their order.
    pub nodes: Vec<DrawnNode<Key>>,
    /// Ties in the order they are drawn in.
    pub ties: Vec<DrawnTie>,
    /// Left, top, right and bottom of the field in which partners may be put.
    pub field: [f32; 4],
}

/// A partner that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnNode<Key> {
    /// What it stands for.
    pub key: Key,
    /// Its middle.
    pub at: [f32; 2],
    /// Half of what it measures.
    pub radius: f32,
    /// Its marks.
    pub marks: Range<usize>,
    /// The marks of its name, where there was room for it.
    pub label: Range<usize>,
    /// Whether it stands in the row of those without a tie.
    pub is_isolate: bool,
}

/// A tie that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnTie {
    /// Place of the one.
    pub one: usize,
    /// Place of the other.
    pub other: usize,
    /// Its marks.
    pub marks: Range<usize>,
}

/// Lays the network out.
#[must_use]
pub fn network_map<Key: Clone>(map: &NetworkMap<Key>) -> DrawnNetwork<Key> {
    draw::draw(map)
}

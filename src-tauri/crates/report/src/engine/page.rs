//! Pages as lists of things to draw, with the structure tree that gives them meaning.
//! The origin is the top left corner, y grows downward, lengths are points.

use std::rc::Rc;

use super::fonts::Shaped;

/// Red, green and blue, 0–1.
pub(crate) type Color = [f32; 3];

/// Black text.
pub(crate) const INK: Color = [0.110, 0.106, 0.098];
/// Quiet text, still 5.6:1 on white.
pub(crate) const QUIET: Color = [0.322, 0.310, 0.286];
/// The one accent.
pub(crate) const ACCENT: Color = [0.122, 0.306, 0.549];
/// Hairlines.
pub(crate) const HAIR: Color = [0.812, 0.796, 0.769];
/// Paper.
pub(crate) const PAPER: Color = [1.0, 1.0, 1.0];

/// One thing on a page.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// Content of an element begins: its mark on this page.
    Begin {
        role: &'static str,
        mark: i64,
    },
    /// Decoration begins, which a screen reader passes over.
    BeginArtifact,
    /// Whatever began ends.
    End,
    Text {
        at: [f32; 2],
        size: f32,
        color: Color,
        pieces: Vec<Rc<Shaped>>,
    },
    Line {
        points: Vec<[f32; 2]>,
        width: f32,
        color: Color,
        dash: Vec<f32>,
    },
    Area {
        points: Vec<[f32; 2]>,
        color: Color,
    },
    Dot {
        at: [f32; 2],
        radius: f32,
        fill: Color,
        stroke: Option<(Color, f32)>,
    },
}

/// A link on a page.
#[derive(Debug, Clone)]
pub(crate) struct PageLink {
    pub element: ElementId,
    /// Left, top, right, bottom.
    pub area: [f32; 4],
    pub target: String,
}

/// One page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub items: Vec<Item>,
    /// The element of each mark, by number.
    pub marks: Vec<ElementId>,
    pub links: Vec<PageLink>,
}

/// Names an element of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ElementId(pub usize);

/// What an element holds, in reading order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kid {
    Element(ElementId),
    /// Content on a page: page and mark.
    Content(usize, i64),
    /// A link annotation: page and number.
    Link(usize, usize),
}

/// One element of the structure tree.
#[derive(Debug)]
pub(crate) struct Element {
    pub role: &'static str,
    pub kids: Vec<Kid>,
    pub alternative: Option<String>,
    pub title: Option<String>,
    /// `Column` or `Row` for header cells.
    pub scope: Option<&'static str>,
    /// Columns a cell spans.
    pub span: usize,
    /// Left, top, right, bottom of a figure, on its page.
    pub bounds: Option<[f32; 4]>,
}

/// The structure tree. Its root is the document.
#[derive(Debug)]
pub(crate) struct Tree {
    pub elements: Vec<Element>,
}

impl Tree {
    pub const ROOT: ElementId = ElementId(0);

    pub fn new() -> Self {
        let mut tree = Self {
            elements: Vec::new(),
        };
        tree.push("Document");
        tree
    }

    /// Adds an element under `parent`.
    pub fn add(&mut self, parent: ElementId, role: &'static str) -> ElementId {
        let id = self.push(role);
        self.give(parent, Kid::Element(id));
        id
    }

    /// Gives an element something to hold.
    pub fn give(&mut self, id: ElementId, kid: Kid) {
        if let Some(element) = self.elements.get_mut(id.0) {
            element.kids.push(kid);
        }
    }

    /// Changes an element.
    pub fn edit(&mut self, id: ElementId, edit: impl FnOnce(&mut Element)) {
        if let Some(element) = self.elements.get_mut(id.0) {
            edit(element);
        }
    }

    fn push(&mut self, role: &'static str) -> ElementId {
        self.elements.push(Element {
            role,
            kids: Vec::new(),
            alternative: None,
            title: None,
            scope: None,
            span: 1,
            bounds: None,
        });
        ElementId(self.elements.len() - 1)
    }
}

/// A heading in the outline.
#[derive(Debug, Clone)]
pub(crate) struct Bookmark {
    /// 1 or 2.
    pub level: u8,
    pub title: String,
    pub page: usize,
    pub y: f32,
}

//! Shapes of letters as paths, from the faces the text was shaped with.

use std::{cell::RefCell, collections::HashMap};

use rustybuzz::ttf_parser::{Face, GlyphId, OutlineBuilder};

use crate::engine::fonts::{Fonts, LoadedFace, Shaped};

/// One step of a path. The origin is the left end of the baseline, y grows upward, lengths
/// are shares of the size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    Move([f32; 2]),
    Line([f32; 2]),
    Quad([f32; 2], [f32; 2]),
    Cubic([f32; 2], [f32; 2], [f32; 2]),
    Close,
}

impl Step {
    /// The step where a letter of a size stands: y grows downward there.
    pub fn placed(self, [x, y]: [f32; 2], size: f32) -> Self {
        let at = |[px, py]: [f32; 2]| [x + px * size, y - py * size];
        match self {
            Self::Move(to) => Self::Move(at(to)),
            Self::Line(to) => Self::Line(at(to)),
            Self::Quad(by, to) => Self::Quad(at(by), at(to)),
            Self::Cubic(one, two, to) => Self::Cubic(at(one), at(two), at(to)),
            Self::Close => Self::Close,
        }
    }
}

/// Letters of all faces of one figure, each outlined once.
pub(super) struct Outlines {
    faces: Vec<LoadedFace>,
    known: RefCell<HashMap<(usize, u16), Vec<Step>>>,
}

impl Outlines {
    pub fn of(fonts: Fonts) -> Self {
        Self {
            faces: fonts.faces,
            known: RefCell::new(HashMap::new()),
        }
    }

    /// The letters of a line of text whose baseline begins at `at`.
    pub fn text(
        &self,
        pieces: &[std::rc::Rc<Shaped>],
        at: [f32; 2],
        size: f32,
        mut take: impl FnMut(Step),
    ) {
        let mut x = at[0];
        for run in pieces.iter().flat_map(|piece| &piece.runs) {
            for glyph in &run.glyphs {
                for step in self.letter(run.face, glyph.id) {
                    take(step.placed([x, at[1]], size));
                }
                x += glyph.advance * size / 1000.0;
            }
        }
    }

    fn letter(&self, face: usize, glyph: u16) -> Vec<Step> {
        let key = (face, glyph);
        if let Some(found) = self.known.borrow().get(&key) {
            return found.clone();
        }
        let made = self.outlined(face, glyph).unwrap_or_default();
        self.known.borrow_mut().insert(key, made.clone());
        made
    }

    fn outlined(&self, face: usize, glyph: u16) -> Option<Vec<Step>> {
        let loaded = self.faces.get(face)?;
        let face = Face::parse(loaded.bytes.get(), loaded.index).ok()?;
        let mut path = Path {
            scale: 1.0 / f32::from(face.units_per_em().max(1)),
            steps: Vec::new(),
        };
        // A letter without a shape, such as a space, draws nothing.
        face.outline_glyph(GlyphId(glyph), &mut path)?;
        Some(path.steps)
    }
}

struct Path {
    scale: f32,
    steps: Vec<Step>,
}

impl Path {
    fn at(&self, x: f32, y: f32) -> [f32; 2] {
        [x * self.scale, y * self.scale]
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line(self.at(x, y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.steps.push(Step::Quad(self.at(x1, y1), self.at(x, y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let step = Step::Cubic(self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.steps.push(step);
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

//! Shapes text: the typeface of window and paper first, then whatever the system has for
//! scripts it lacks. A character no font can draw becomes a visible box, never nothing.

use std::{
    collections::{BTreeSet, HashMap},
    rc::Rc,
    sync::{Arc, LazyLock},
};

use backbone_figures::typeface;
use rustybuzz::{Direction, Script, ShapePlan, UnicodeBuffer, ttf_parser::GlyphId};

/// Regular, semibold and italic stand first in the list of faces.
pub(crate) const REGULAR: usize = 0;
pub(crate) const SEMIBOLD: usize = 1;
pub(crate) const ITALIC: usize = 2;

/// Drawn for a character that no font has.
const BOX: char = '□';

static SYSTEM: LazyLock<fontdb::Database> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    database.load_system_fonts();
    database
});

/// One glyph, measures in thousandths of the size.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub id: u16,
    /// How far to go on.
    pub advance: f32,
    /// How far the font itself would go on.
    pub natural: f32,
    /// The characters it stands for; empty for all but the first glyph of a cluster.
    pub text: String,
}

/// A piece of text in one face.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub face: usize,
    pub glyphs: Vec<Glyph>,
}

/// A shaped piece of text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shaped {
    pub runs: Vec<Run>,
    /// Width in thousandths of the size.
    pub width: f32,
}

/// A face with the glyphs used of it.
pub(crate) struct LoadedFace {
    pub name: String,
    pub bytes: FaceBytes,
    pub index: u32,
    pub used: BTreeSet<u16>,
}

/// Bytes of a font, from the program or from the system.
#[derive(Clone)]
pub(crate) enum FaceBytes {
    Own(&'static [u8]),
    System(Arc<Vec<u8>>),
}

impl FaceBytes {
    pub fn get(&self) -> &[u8] {
        match self {
            Self::Own(bytes) => bytes,
            Self::System(bytes) => bytes,
        }
    }
}

/// All faces of one document.
pub(crate) struct Fonts {
    pub faces: Vec<LoadedFace>,
    own: [Option<rustybuzz::Face<'static>>; 3],
    cache: HashMap<(usize, bool, Box<str>), Rc<Shaped>>,
    plans: Plans,
    fallback: HashMap<char, Option<usize>>,
}

impl Fonts {
    pub fn new() -> Self {
        let own = [
            ("SourceSans3-Regular", typeface::REGULAR),
            ("SourceSans3-SemiBold", typeface::SEMIBOLD),
            ("SourceSans3-Italic", typeface::ITALIC),
        ];
        Self {
            faces: own
                .iter()
                .map(|(name, bytes)| LoadedFace {
                    name: (*name).to_owned(),
                    bytes: FaceBytes::Own(bytes),
                    index: 0,
                    used: BTreeSet::new(),
                })
                .collect(),
            own: own.map(|(_, bytes)| rustybuzz::Face::from_slice(bytes, 0)),
            cache: HashMap::new(),
            plans: Plans::new(),
            fallback: HashMap::new(),
        }
    }

    /// Width of a text in points.
    pub fn width(&mut self, text: &str, face: usize, size: f32) -> f32 {
        self.shape(text, face, false).width * size / 1000.0
    }

    /// Shapes a piece of text of one direction.
    pub fn shape(&mut self, text: &str, face: usize, is_rtl: bool) -> Rc<Shaped> {
        let key = (face, is_rtl, text.into());
        if let Some(found) = self.cache.get(&key) {
            return Rc::clone(found);
        }
        let shaped = Rc::new(self.shape_anew(text, face, is_rtl));
        self.cache.insert(key, Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&mut self, text: &str, face: usize, is_rtl: bool) -> Shaped {
        let clean: String = text.chars().filter(|c| !is_unprintable(*c)).collect();
        let mut parts: Vec<(usize, String)> = Vec::new();
        for character in clean.chars() {
            // What joins the character before it is drawn in the same face, or not at all
            // if it has no shape of its own.
            let before = parts.last().map(|(last, _)| *last);
            let joined = before.filter(|_| joins(character));
            let (found, character) = match joined {
                Some(last) if self.has(last, character) => (last, character),
                _ if is_shapeless(character) => continue,
                _ => self.face_for(character, face),
            };
            match parts.last_mut().filter(|(last, _)| *last == found) {
                Some((_, part)) => part.push(character),
                None => parts.push((found, character.to_string())),
            }
        }
        if is_rtl {
            parts.reverse();
        }
        let mut shaped = Shaped::default();
        for (face, part) in parts {
            let glyphs = self.glyphs(&part, face, is_rtl);
            shaped.width += glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
            shaped.runs.push(Run { face, glyphs });
        }
        shaped
    }

    /// Whether a face has a glyph for a character.
    fn has(&self, face: usize, character: char) -> bool {
        let has = |face: &rustybuzz::Face<'_>| {
            face.glyph_index(character)
                .is_some_and(|glyph| glyph.0 != 0)
        };
        match self.own.get(face) {
            Some(own) => own.as_ref().is_some_and(has),
            None => self.faces.get(face).is_some_and(|face| {
                rustybuzz::Face::from_slice(face.bytes.get(), face.index)
                    .is_some_and(|face| has(&face))
            }),
        }
    }

    /// The face that can draw a character, and the character it will draw.
    fn face_for(&mut self, character: char, face: usize) -> (usize, char) {
        if character == '\t' || character == '\u{a0}' {
            return (face, ' ');
        }
        if self.has(face, character) {
            return (face, character);
        }
        if self.has(REGULAR, character) {
            return (REGULAR, character);
        }
        match self.fallback_for(character) {
            Some(found) => (found, character),
            None if self.has(REGULAR, BOX) => (REGULAR, BOX),
            None => (REGULAR, '?'),
        }
    }

    fn fallback_for(&mut self, character: char) -> Option<usize> {
        if let Some(found) = self.fallback.get(&character) {
            return *found;
        }
        let found = self.find_fallback(character);
        self.fallback.insert(character, found);
        found
    }

    fn find_fallback(&mut self, character: char) -> Option<usize> {
        // Private-use characters mean something else in every font.
        if matches!(u32::from(character), 0xE000..=0xF8FF | 0xF0000..) {
            return None;
        }
        let loaded = self
            .faces
            .iter()
            .enumerate()
            .skip(self.own.len())
            .find(|(_, face)| {
                rustybuzz::Face::from_slice(face.bytes.get(), face.index)
                    .is_some_and(|face| draws(&face, character))
            });
        if let Some((index, _)) = loaded {
            return Some(index);
        }
        let info = SYSTEM.faces().find(|info| {
            info.style == fontdb::Style::Normal
                && SYSTEM
                    .with_face_data(info.id, |bytes, index| {
                        rustybuzz::Face::from_slice(bytes, index)
                            .is_some_and(|face| draws(&face, character))
                    })
                    .unwrap_or(false)
        })?;
        let (bytes, index) =
            SYSTEM.with_face_data(info.id, |bytes, index| (bytes.to_vec(), index))?;
        self.faces.push(LoadedFace {
            name: info.post_script_name.clone(),
            bytes: FaceBytes::System(Arc::new(bytes)),
            index,
            used: BTreeSet::new(),
        });
        Some(self.faces.len() - 1)
    }

    fn glyphs(&mut self, text: &str, face: usize, is_rtl: bool) -> Vec<Glyph> {
        let glyphs = match self.own.get(face) {
            Some(Some(own)) => shape_with(own, face, &mut self.plans, text, is_rtl),
            Some(None) => Vec::new(),
            None => {
                let system = self.faces.get(face);
                let system = system.map(|face| (face.bytes.clone(), face.index));
                let parsed = system
                    .as_ref()
                    .and_then(|(bytes, index)| rustybuzz::Face::from_slice(bytes.get(), *index));
                parsed
                    .map(|parsed| shape_with(&parsed, face, &mut self.plans, text, is_rtl))
                    .unwrap_or_default()
            }
        };
        if let Some(face) = self.faces.get_mut(face) {
            face.used.extend(glyphs.iter().map(|glyph| glyph.id));
        }
        glyphs
    }
}

/// How a face shapes a script in a direction. To work that out takes longer than to shape a
/// word by it.
type Plans = HashMap<(usize, bool, Option<Script>), ShapePlan>;

fn shape_with(
    face: &rustybuzz::Face<'_>,
    number: usize,
    plans: &mut Plans,
    text: &str,
    is_rtl: bool,
) -> Vec<Glyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    if is_rtl {
        buffer.set_direction(Direction::RightToLeft);
    }
    let direction = buffer.direction();
    let script = Some(buffer.script()).filter(|script| *script != rustybuzz::script::UNKNOWN);
    let plan = plans
        .entry((number, direction == Direction::RightToLeft, script))
        .or_insert_with(|| ShapePlan::new(face, direction, script, None, &[]));
    let shaped = rustybuzz::shape_with_plan(face, plan, buffer);
    let scale = 1000.0 / face.units_per_em().max(1) as f32;
    let infos = shaped.glyph_infos();
    let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut seen = None;
    infos
        .iter()
        .zip(shaped.glyph_positions())
        .map(|(info, position)| {
            let start = info.cluster as usize;
            let next = starts.partition_point(|other| *other <= start);
            let end = starts.get(next).copied().unwrap_or(text.len());
            let is_first = seen != Some(start);
            seen = Some(start);
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let natural = f32::from(face.glyph_hor_advance(GlyphId(id)).unwrap_or(0)) * scale;
            Glyph {
                id,
                advance: position.x_advance as f32 * scale,
                // Widths are written as whole thousandths; what is cut off is made up for
                // glyph by glyph.
                natural: natural.floor(),
                text: if is_first {
                    text.get(start..end).unwrap_or_default().to_owned()
                } else {
                    String::new()
                },
            }
        })
        .collect()
}

/// Whether a face draws a character with outlines.
fn draws(face: &rustybuzz::Face<'_>, character: char) -> bool {
    let tables = face.tables();
    (tables.glyf.is_some() || tables.cff.is_some())
        && face
            .glyph_index(character)
            .is_some_and(|glyph| glyph.0 != 0)
}

/// Marks and joiners stay with the character before them.
fn joins(character: char) -> bool {
    matches!(u32::from(character), 0x300..=0x36F | 0x200C..=0x200D | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF)
}

/// Joiners and choosers of variants, which only change what stands before them.
fn is_shapeless(character: char) -> bool {
    matches!(u32::from(character), 0x200C..=0x200D | 0xFE00..=0xFE0F)
}

/// Characters that have no shape and would leave a hole or break a reader.
fn is_unprintable(character: char) -> bool {
    (character.is_control() && character != '\t')
        || matches!(u32::from(character), 0x200B | 0x200E..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFFF9..=0xFFFB | 0xFFFE..=0xFFFF | 0xE0000..=0xE007F)
}

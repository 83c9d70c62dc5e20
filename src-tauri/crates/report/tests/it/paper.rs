//! Reads a PDF back: what stands on its pages and where.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};

/// A report as a stranger's program sees it.
pub struct Read {
    pub document: Document,
    pub pages: Vec<ObjectId>,
}

/// What one page draws.
#[derive(Default)]
pub struct Page {
    /// Every point something is drawn at, in points from the lower left.
    pub points: Vec<(f32, f32)>,
    /// Numbers of the glyphs shown.
    pub glyphs: Vec<u16>,
    /// Marked content that belongs to the structure, by role and number.
    pub marks: Vec<(String, i64)>,
    /// What the text says, in the order it is drawn.
    pub text: String,
}

/// What a page must know of a font.
#[derive(Default)]
struct Font {
    meanings: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f32>,
}

impl Read {
    pub fn new(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let pages = document.page_iter().collect();
        Self { document, pages }
    }

    /// Width and height of the first page, in points.
    pub fn size(&self) -> (f32, f32) {
        let page = self.document.get_dictionary(self.pages[0]).unwrap();
        let media = page.get(b"MediaBox").unwrap().as_array().unwrap();
        (media[2].as_float().unwrap(), media[3].as_float().unwrap())
    }

    pub fn dictionary<'d>(&'d self, object: &'d Object) -> &'d Dictionary {
        let (_, object) = self.document.dereference(object).unwrap();
        object.as_dict().unwrap()
    }

    pub fn all(&self) -> Vec<Page> {
        self.pages.iter().map(|page| self.page(*page)).collect()
    }

    /// Everything the report says.
    pub fn text(&self) -> String {
        let pages: Vec<String> = self.all().into_iter().map(|page| page.text).collect();
        pages.join("\n")
    }

    /// What stands in place of figures for those who cannot see them.
    pub fn alternatives(&self) -> String {
        let mut found = Vec::new();
        for object in self.document.objects.values() {
            let Ok(dictionary) = object.as_dict() else {
                continue;
            };
            for key in [b"Alt".as_slice(), b"T".as_slice(), b"Title".as_slice()] {
                let text = dictionary
                    .get(key)
                    .ok()
                    .and_then(|text| lopdf::decode_text_string(text).ok());
                found.extend(text);
            }
        }
        found.join("\n")
    }

    fn page(&self, id: ObjectId) -> Page {
        let fonts: BTreeMap<Vec<u8>, Font> = self
            .document
            .get_page_fonts(id)
            .unwrap()
            .into_iter()
            .map(|(name, font)| {
                let (meanings, widths) = (self.meanings(font), self.widths(font));
                (name, Font { meanings, widths })
            })
            .collect();
        let content = self.document.get_page_content(id);
        let mut page = Page::default();
        let mut font: &Font = &Font::default();
        let (mut size, mut at) = (0.0, (0.0, 0.0));
        for operation in Content::decode(&content).unwrap().operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" => {
                    let role = operands[0].as_name().unwrap();
                    let properties = operands[1].as_dict().unwrap();
                    let mark = properties.get(b"MCID").unwrap().as_i64().unwrap();
                    let role = String::from_utf8_lossy(role).into_owned();
                    page.marks.push((role, mark));
                }
                "Tf" => {
                    font = &fonts[operands[0].as_name().unwrap()];
                    size = operands[1].as_float().unwrap();
                }
                "Td" => {
                    at = point(operands);
                    page.points.push(at);
                }
                "m" | "l" => page.points.push(point(operands)),
                "c" => page.points.extend(operands.chunks(2).map(point)),
                "TJ" => {
                    for piece in operands[0].as_array().unwrap() {
                        let Ok(bytes) = piece.as_str() else {
                            at.0 -= piece.as_float().unwrap() * size / 1000.0;
                            continue;
                        };
                        for glyph in bytes.chunks_exact(2) {
                            let glyph = u16::from_be_bytes([glyph[0], glyph[1]]);
                            page.glyphs.push(glyph);
                            let meaning = font.meanings.get(&glyph);
                            page.text.push_str(meaning.map_or("", String::as_str));
                            at.0 += font.widths.get(&glyph).unwrap_or(&1000.0) * size / 1000.0;
                        }
                    }
                    // Where the text ends, but for a space that nobody sees.
                    let space = if page.text.ends_with(' ') {
                        size * 0.3
                    } else {
                        0.0
                    };
                    page.points.push((at.0 - space, at.1));
                }
                "ET" => page.text.push(' '),
                _ => {}
            }
        }
        page.text = page.text.split_whitespace().collect::<Vec<_>>().join(" ");
        page
    }

    /// How wide each glyph of a font is, in thousandths of the size.
    fn widths(&self, font: &Dictionary) -> BTreeMap<u16, f32> {
        let kids = font.get(b"DescendantFonts").unwrap();
        let (_, kids) = self.document.dereference(kids).unwrap();
        let font = self.dictionary(&kids.as_array().unwrap()[0]);
        let (_, listed) = self.document.dereference(font.get(b"W").unwrap()).unwrap();
        let mut widths = BTreeMap::new();
        let mut rest = listed.as_array().unwrap().as_slice();
        while let [first, second, later @ ..] = rest {
            let first = u16::try_from(first.as_i64().unwrap()).unwrap();
            if let Ok(all) = second.as_array() {
                let all = all.iter().map(|width| width.as_float().unwrap());
                widths.extend((first..).zip(all));
                rest = later;
            } else {
                let last = u16::try_from(second.as_i64().unwrap()).unwrap();
                let width = later[0].as_float().unwrap();
                widths.extend((first..=last).map(|glyph| (glyph, width)));
                rest = &later[1..];
            }
        }
        widths
    }

    /// What each glyph of a font stands for, by the font's own account.
    fn meanings(&self, font: &Dictionary) -> BTreeMap<u16, String> {
        let map = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
        let map = self.document.get_object(map).unwrap().as_stream().unwrap();
        let plain = map
            .decompressed_content()
            .unwrap_or_else(|_| map.content.clone());
        let plain = String::from_utf8_lossy(&plain).into_owned();
        let mut meanings = BTreeMap::new();
        let mut in_list = false;
        for line in plain.lines() {
            if line.contains("beginbfchar") {
                in_list = true;
            } else if line.contains("endbfchar") {
                in_list = false;
            } else if in_list {
                let numbers: Vec<&str> = line
                    .split(['<', '>', ' '])
                    .filter(|part| !part.is_empty())
                    .collect();
                let units: Vec<u16> = numbers[1]
                    .as_bytes()
                    .chunks(4)
                    .map(|digits| hexadecimal(std::str::from_utf8(digits).unwrap()))
                    .collect();
                meanings.insert(hexadecimal(numbers[0]), String::from_utf16_lossy(&units));
            }
        }
        meanings
    }
}

fn hexadecimal(digits: &str) -> u16 {
    u16::from_str_radix(digits, 16).unwrap()
}

fn point(operands: &[Object]) -> (f32, f32) {
    (
        operands[0].as_float().unwrap(),
        operands[1].as_float().unwrap(),
    )
}

/// Every page shows only glyphs there are, inside its borders.
pub fn assert_well_drawn(bytes: &[u8]) {
    let read = Read::new(bytes);
    let (width, height) = read.size();
    for (number, page) in read.all().iter().enumerate() {
        assert!(
            !page.glyphs.contains(&0),
            "page {} shows a glyph that is none: {}",
            number + 1,
            page.text
        );
        for (x, y) in &page.points {
            assert!(
                (0.0..=width).contains(x) && (0.0..=height).contains(y),
                "page {} draws at {x}, {y}: {}",
                number + 1,
                page.text
            );
        }
    }
}

//! The only place that knows the PDF library: pages of items to a document, and the
//! finished document to bytes.

use std::{collections::BTreeMap, fmt::Write};

use lopdf::{Object, SaveOptions, Stream, StringFormat};
use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineDashPattern, LineJoinStyle, LinePoint, Mm,
    OffsetDateTime, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rgb, TextItem, WindingOrder,
};
use subsetter::GlyphRemapper;

use super::{
    flow::Flow,
    fonts::Run,
    page::{self, Item},
    tagging,
};
use crate::Error;

const MILLIMETERS_PER_POINT: f32 = 25.4 / 72.0;

/// Writes the document. The same flow gives the same bytes.
pub(crate) fn write(flow: &Flow) -> Result<Vec<u8>, Error> {
    let setup = &flow.setup;
    let mut document = PdfDocument::new(&setup.title);
    let info = &mut document.metadata.info;
    info.author.clone_from(&setup.author);
    "Backbone Desk".clone_into(&mut info.creator);
    "Backbone Desk".clone_into(&mut info.producer);
    let midnight = setup
        .date
        .and_hms_opt(0, 0, 0)
        .unwrap_or_default()
        .and_utc()
        .timestamp();
    if let Ok(date) = OffsetDateTime::from_unix_timestamp(midnight) {
        info.creation_date = date;
        info.modification_date = date;
    }
    let remappers = embed(flow, &mut document)?;
    for page in &flow.pages {
        let ops = operations(page, setup.size.1, &remappers)?;
        let (width, height) = setup.size;
        document.pages.push(PdfPage::new(
            Mm(width * MILLIMETERS_PER_POINT),
            Mm(height * MILLIMETERS_PER_POINT),
            ops,
        ));
    }
    let options = PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut finished = document.to_lopdf_document(&options, &mut Vec::new());
    tagging::tag(&mut finished, flow)?;
    save(finished)
}

fn save(mut finished: lopdf::Document) -> Result<Vec<u8>, Error> {
    // The library's own id is made of the time. Ours is made of the file, so that it names
    // this very content: its place is kept by noughts.
    let nought = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    finished
        .trailer
        .set("ID", Object::Array(vec![nought.clone(), nought]));
    finished.compress();
    for object in finished.objects.values_mut() {
        if let Object::Stream(stream) = object {
            end_visibly(stream);
        }
    }
    let mut bytes = Vec::new();
    // Streams that gather small objects are made here, each of so many; see `end_visibly`.
    // A small document has few of them, so fewer must be tried too.
    for gathered in (20..200).rev() {
        let options = SaveOptions::builder()
            .use_object_streams(true)
            .use_xref_streams(true)
            .max_objects_per_stream(gathered)
            .compression_level(6)
            .build();
        bytes.clear();
        finished
            .clone()
            .save_with_options(&mut bytes, options)
            .map_err(|error| Error::Pdf(error.to_string()))?;
        if !bytes.windows(11).any(|bytes| bytes == b"\r\nendstream") {
            break;
        }
    }
    sign(&mut bytes)?;
    Ok(bytes)
}

/// A stream must not end in a carriage return: checkers count it to the end of the line
/// that follows. What is drawn gets a blank behind it, which changes its checksum and means
/// nothing; a font, written as hexadecimal digits, ends in a sign of its own.
fn end_visibly(stream: &mut Stream) {
    let is_drawn = |stream: &Stream| {
        let kinds = [&b"Length1"[..], b"N", b"Subtype"];
        !kinds.iter().any(|kind| stream.dict.has(kind))
    };
    while stream.content.ends_with(b"\r") && is_drawn(stream) {
        let Ok(mut plain) = stream.decompressed_content() else {
            break;
        };
        plain.push(b' ');
        stream.dict.remove(b"Filter");
        stream.set_content(plain);
        let _ = stream.compress();
    }
    if !stream.content.ends_with(b"\r") {
        return;
    }
    let mut filters = vec![Object::Name(b"ASCIIHexDecode".to_vec())];
    if let Ok(filter) = stream.dict.get(b"Filter").and_then(Object::as_name) {
        filters.push(Object::Name(filter.to_vec()));
    }
    let mut digits = hexadecimal(&stream.content);
    digits.push('>');
    stream.dict.set("Filter", Object::Array(filters));
    stream.set_content(digits.into_bytes());
}

/// Puts the file's fingerprint in the place kept for its id.
fn sign(bytes: &mut [u8]) -> Result<(), Error> {
    let kept = "0".repeat(32);
    let id = hexadecimal(&fingerprint(bytes));
    let place = format!("/ID[<{kept}><{kept}>]");
    let at = bytes
        .windows(place.len())
        .rposition(|found| found == place.as_bytes())
        .ok_or_else(|| Error::Pdf("the place of the id is missing".to_owned()))?;
    let signed = format!("/ID[<{id}><{id}>]");
    for (byte, digit) in bytes.iter_mut().skip(at).zip(signed.bytes()) {
        *byte = digit;
    }
    Ok(())
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2 + 1);
    for byte in bytes {
        let _ = write!(digits, "{byte:02X}");
    }
    digits
}

/// A 128-bit FNV-1a hash: an id, not a seal.
fn fingerprint(bytes: &[u8]) -> [u8; 16] {
    let hash = bytes.iter().fold(
        0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128,
        |hash, byte| {
            (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B)
        },
    );
    hash.to_be_bytes()
}

fn font_id(face: usize) -> FontId {
    FontId(format!("F{face}"))
}

/// Embeds the used glyphs of every used face.
fn embed(flow: &Flow, document: &mut PdfDocument) -> Result<Vec<Option<GlyphRemapper>>, Error> {
    let mut remappers = Vec::new();
    for (number, face) in flow.fonts.faces.iter().enumerate() {
        if face.used.is_empty() {
            remappers.push(None);
            continue;
        }
        let glyphs: Vec<u16> = face.used.iter().copied().collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        let subset = subsetter::subset(face.bytes.get(), face.index, &remapper)
            .map_err(|error| Error::Font(error.to_string()))?;
        let mut parsed = ParsedFont::from_bytes(&subset, 0, &mut Vec::new())
            .ok_or_else(|| Error::Font(face.name.clone()))?;
        // Six capitals before the name say that it is a subset.
        let letter = char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
        parsed.font_name = Some(format!("BBDES{letter}+{}", face.name));
        document
            .resources
            .fonts
            .map
            .insert(font_id(number), PdfFont::new(parsed));
        remappers.push(Some(remapper));
    }
    Ok(remappers)
}

fn operations(
    page: &page::Page,
    height: f32,
    remappers: &[Option<GlyphRemapper>],
) -> Result<Vec<Op>, Error> {
    let mut ops = Vec::with_capacity(page.items.len() * 4);
    let flip = |at: &[f32; 2]| -> Result<Point, Error> {
        if at.iter().all(|value| value.is_finite()) {
            Ok(Point {
                x: Pt(at[0]),
                y: Pt(height - at[1]),
            })
        } else {
            Err(Error::NotFinite)
        }
    };
    for item in &page.items {
        match item {
            Item::Begin { role, mark } => {
                let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(*mark))]);
                ops.push(Op::BeginMarkedContentWithProperties {
                    tag: (*role).to_owned(),
                    properties: DictItem::Dict { map },
                });
            }
            Item::BeginArtifact => ops.push(Op::BeginMarkedContent {
                tag: "Artifact".to_owned(),
            }),
            Item::End => ops.push(Op::EndMarkedContent),
            Item::Text {
                at,
                size,
                color: ink,
                pieces,
            } => {
                // Neighbors in one face are shown together: a line is seldom more than one.
                let mut x = at[0];
                let mut runs = pieces.iter().flat_map(|piece| &piece.runs).peekable();
                while let Some(run) = runs.next() {
                    let Some(Some(remapper)) = remappers.get(run.face) else {
                        continue;
                    };
                    let (mut glyphs, mut advance) = (Vec::new(), 0.0);
                    let mut add = |run: &Run| {
                        for glyph in &run.glyphs {
                            advance += glyph.advance;
                            glyphs.push(Codepoint {
                                gid: remapper.get(glyph.id).unwrap_or(0),
                                offset: glyph.natural - glyph.advance,
                                cid: Some(glyph.text.clone()),
                            });
                        }
                    };
                    add(run);
                    while let Some(next) = runs.next_if(|next| next.face == run.face) {
                        add(next);
                    }
                    ops.push(Op::StartTextSection);
                    ops.push(Op::SetFillColor { col: color(*ink) });
                    ops.push(Op::SetFont {
                        font: PdfFontHandle::External(font_id(run.face)),
                        size: Pt(*size),
                    });
                    ops.push(Op::SetTextCursor {
                        pos: flip(&[x, at[1]])?,
                    });
                    ops.push(Op::ShowText {
                        items: vec![TextItem::GlyphIds(glyphs)],
                    });
                    ops.push(Op::EndTextSection);
                    x += advance * size / 1000.0;
                }
            }
            Item::Line {
                points,
                width,
                color: ink,
                dash,
            } => {
                let points = points.iter().map(flip).collect::<Result<Vec<_>, _>>()?;
                ops.push(Op::SetOutlineColor { col: color(*ink) });
                ops.push(Op::SetOutlineThickness { pt: Pt(*width) });
                ops.push(Op::SetLineJoinStyle {
                    join: LineJoinStyle::Round,
                });
                if !dash.is_empty() {
                    ops.push(Op::SetLineDashPattern {
                        dash: LineDashPattern {
                            offset: 0.0,
                            pattern: dash.iter().copied().collect(),
                        },
                    });
                }
                let points = points
                    .into_iter()
                    .map(|p| LinePoint { p, bezier: false })
                    .collect();
                ops.push(Op::DrawLine {
                    line: Line {
                        points,
                        is_closed: false,
                    },
                });
                if !dash.is_empty() {
                    ops.push(Op::SetLineDashPattern {
                        dash: LineDashPattern {
                            offset: 0.0,
                            pattern: std::iter::empty().collect(),
                        },
                    });
                }
            }
            Item::Area { points, color: ink } => {
                let points = points.iter().map(flip).collect::<Result<Vec<_>, _>>()?;
                let points = points
                    .into_iter()
                    .map(|p| LinePoint { p, bezier: false })
                    .collect();
                ops.push(Op::SetFillColor { col: color(*ink) });
                ops.push(polygon(points, PaintMode::Fill));
            }
            Item::Dot {
                at,
                radius,
                fill,
                stroke,
            } => {
                let center = flip(at)?;
                ops.push(Op::SetFillColor { col: color(*fill) });
                let mode = match stroke {
                    Some((ink, width)) => {
                        ops.push(Op::SetOutlineColor { col: color(*ink) });
                        ops.push(Op::SetOutlineThickness { pt: Pt(*width) });
                        PaintMode::FillStroke
                    }
                    None => PaintMode::Fill,
                };
                ops.push(polygon(circle(center, *radius), mode));
            }
        }
    }
    Ok(ops)
}

fn polygon(points: Vec<LinePoint>, mode: PaintMode) -> Op {
    Op::DrawPolygon {
        polygon: Polygon {
            rings: vec![PolygonRing { points }],
            mode,
            winding_order: WindingOrder::NonZero,
        },
    }
}

/// A circle of four Bézier curves.
fn circle(center: Point, radius: f32) -> Vec<LinePoint> {
    let (x, y, r) = (center.x.0, center.y.0, radius);
    let k = r * 0.5523;
    let on = |x: f32, y: f32| LinePoint {
        p: Point { x: Pt(x), y: Pt(y) },
        bezier: false,
    };
    let off = |x: f32, y: f32| LinePoint {
        p: Point { x: Pt(x), y: Pt(y) },
        bezier: true,
    };
    vec![
        on(x + r, y),
        off(x + r, y + k),
        off(x + k, y + r),
        on(x, y + r),
        off(x - k, y + r),
        off(x - r, y + k),
        on(x - r, y),
        off(x - r, y - k),
        off(x - k, y - r),
        on(x, y - r),
        off(x + k, y - r),
        off(x + r, y - k),
        on(x + r, y),
    ]
}

fn color([r, g, b]: page::Color) -> Color {
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}

//! A laid-out figure as the pixels of a PNG.

use tiny_skia::{
    Color as Ink, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke,
    StrokeDash, Transform,
};

use super::{Sheet, outline::Step};
use crate::{
    Error,
    engine::page::{Color, Item},
};

/// More pixels than any screen or page has room for are refused.
const MOST_PIXELS: f32 = 20_000.0;

pub(super) fn draw(sheet: &Sheet, scale: f32) -> Result<Vec<u8>, Error> {
    let [left, top, width, height] = sheet.frame;
    let (width, height) = (width.ceil() * scale, height.ceil() * scale);
    if width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(Error::TooLarge);
    }
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or(Error::TooLarge)?;
    pixels.fill(Ink::WHITE);
    let place = Transform::from_translate(-left, -top).post_scale(scale, scale);
    for item in &sheet.items {
        item_on(&mut pixels, sheet, item, place);
    }
    encode(&pixels)
}

fn item_on(pixels: &mut Pixmap, sheet: &Sheet, item: &Item, place: Transform) {
    match item {
        Item::Text {
            at,
            size,
            color,
            pieces,
        } => {
            let mut path = PathBuilder::new();
            sheet
                .outlines
                .text(pieces, *at, *size, |step| push(&mut path, step));
            fill(pixels, path.finish(), *color, place);
        }
        Item::Line {
            points,
            width,
            color,
            dash,
        } => {
            let stroke = Stroke {
                width: *width,
                line_join: LineJoin::Round,
                line_cap: LineCap::Butt,
                dash: dashes(dash),
                ..Stroke::default()
            };
            if let Some(path) = corners(points, false) {
                pixels.stroke_path(&path, &paint(*color), &stroke, place, None);
            }
        }
        Item::Area { points, color } => fill(pixels, corners(points, true), *color, place),
        Item::Dot {
            at,
            radius,
            fill: inside,
            stroke,
        } => {
            let Some(path) = PathBuilder::from_circle(at[0], at[1], *radius) else {
                return;
            };
            if let Some((color, width)) = stroke {
                let rim = Stroke {
                    width: *width,
                    ..Stroke::default()
                };
                fill(pixels, Some(path.clone()), *inside, place);
                pixels.stroke_path(&path, &paint(*color), &rim, place, None);
            } else {
                fill(pixels, Some(path), *inside, place);
            }
        }
        Item::Begin { .. } | Item::BeginArtifact | Item::End => {}
    }
}

fn fill(pixels: &mut Pixmap, path: Option<Path>, color: Color, place: Transform) {
    if let Some(path) = path {
        pixels.fill_path(&path, &paint(color), FillRule::Winding, place, None);
    }
}

fn paint(color: Color) -> Paint<'static> {
    let [red, green, blue] = color.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn dashes(lengths: &[f32]) -> Option<StrokeDash> {
    // A pattern is pairs of dash and gap; an odd one is said twice.
    let pattern = if lengths.len().is_multiple_of(2) {
        lengths.to_vec()
    } else {
        [lengths, lengths].concat()
    };
    StrokeDash::new(pattern, 0.0)
}

fn corners(points: &[[f32; 2]], is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, [x, y]) in points.iter().enumerate() {
        if index == 0 {
            path.move_to(*x, *y);
        } else {
            path.line_to(*x, *y);
        }
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

fn push(path: &mut PathBuilder, step: Step) {
    match step {
        Step::Move([x, y]) => path.move_to(x, y),
        Step::Line([x, y]) => path.line_to(x, y),
        Step::Quad([x1, y1], [x, y]) => path.quad_to(x1, y1, x, y),
        Step::Cubic([x1, y1], [x2, y2], [x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
        Step::Close => path.close(),
    }
}

fn encode(pixels: &Pixmap) -> Result<Vec<u8>, Error> {
    // The canvas is opaque, so colors stand as they are.
    let colors = pixels.data().chunks_exact(4);
    let plain: Vec<u8> = colors
        .flat_map(|color| color.iter().take(3).copied())
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let failed = |error: png::EncodingError| Error::Png(error.to_string());
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&plain).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

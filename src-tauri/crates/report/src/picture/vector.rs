//! A laid-out figure as the text of an SVG file.

use std::fmt::Write;

use super::{Picture, Sheet, outline::Step};
use crate::engine::page::{Color, Item, PAPER};

pub(super) fn write(sheet: &Sheet, picture: &Picture<'_>) -> String {
    let [left, top, width, height] = sheet.frame;
    let (width, height) = (width.ceil(), height.ceil());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{} {} {width} {height}\" role=\"img\" aria-labelledby=\"title desc\" lang=\"{}\">\n",
        short(left),
        short(top),
        picture.language
    );
    let title = if picture.title.is_empty() {
        &picture.scene.summary
    } else {
        &picture.title
    };
    line(
        &mut out,
        &format!("<title id=\"title\">{}</title>", escaped(title)),
    );
    line(
        &mut out,
        &format!(
            "<desc id=\"desc\">{}</desc>",
            escaped(&description(picture))
        ),
    );
    line(
        &mut out,
        &format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
            short(left),
            short(top),
            hex(PAPER)
        ),
    );
    for item in &sheet.items {
        if let Some(element) = element(sheet, item) {
            line(&mut out, &element);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// All a reader who cannot see it needs: what it shows, its data, and what is said of it.
fn description(picture: &Picture<'_>) -> String {
    let mut parts = vec![picture.caption.clone(), picture.scene.summary.clone()];
    parts.extend(picture.scene.stops.iter().map(|stop| stop.words.clone()));
    parts.extend(picture.notes.iter().cloned());
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn element(sheet: &Sheet, item: &Item) -> Option<String> {
    Some(match item {
        Item::Text {
            at,
            size,
            color,
            pieces,
        } => {
            let mut path = String::new();
            sheet
                .outlines
                .text(pieces, *at, *size, |step| push(&mut path, step));
            if path.is_empty() {
                return None;
            }
            format!("<path d=\"{path}\" fill=\"{}\"/>", hex(*color))
        }
        Item::Line {
            points,
            width,
            color,
            dash,
        } => {
            let dashes = if dash.is_empty() {
                String::new()
            } else {
                let lengths: Vec<String> = dash.iter().map(|length| short(*length)).collect();
                format!(" stroke-dasharray=\"{}\"", lengths.join(" "))
            };
            format!(
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{dashes}/>",
                corners(points),
                hex(*color),
                short(*width)
            )
        }
        Item::Area { points, color } => format!(
            "<polygon points=\"{}\" fill=\"{}\"/>",
            corners(points),
            hex(*color)
        ),
        Item::Dot {
            at,
            radius,
            fill,
            stroke,
        } => {
            let rim = stroke.map_or_else(String::new, |(color, width)| {
                format!(
                    " stroke=\"{}\" stroke-width=\"{}\"",
                    hex(color),
                    short(width)
                )
            });
            format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{rim}/>",
                short(at[0]),
                short(at[1]),
                short(*radius),
                hex(*fill)
            )
        }
        Item::Begin { .. } | Item::BeginArtifact | Item::End => return None,
    })
}

fn push(path: &mut String, step: Step) {
    let mut add = |letter: char, points: &[[f32; 2]]| {
        path.push(letter);
        for (index, [x, y]) in points.iter().enumerate() {
            if index > 0 {
                path.push(' ');
            }
            // Writing to a string cannot fail.
            let _ = write!(path, "{} {}", short(*x), short(*y));
        }
    };
    match step {
        Step::Move(to) => add('M', &[to]),
        Step::Line(to) => add('L', &[to]),
        Step::Quad(by, to) => add('Q', &[by, to]),
        Step::Cubic(one, two, to) => add('C', &[one, two, to]),
        Step::Close => add('Z', &[]),
    }
}

fn corners(points: &[[f32; 2]]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|[x, y]| format!("{},{}", short(*x), short(*y)))
        .collect();
    points.join(" ")
}

/// Hundredths of a point are finer than any eye.
fn short(number: f32) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

fn hex(color: Color) -> String {
    let [red, green, blue] = color.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Text as XML takes it; characters it forbids are left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(character),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            _ => out.push(character),
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

//! Boxes with words in them and the lines between, as maps are drawn of.

use crate::{
    Mark, Role, Weight,
    typeface::{self, CAP_HEIGHT},
};

/// Room at the sides of a map for half of a box's outline.
pub(crate) const RIM: f32 = 1.0;

/// A line of words in a box.
pub(crate) struct Line {
    text: String,
    weight: Weight,
    role: Role,
    size: f32,
}

/// Words in lines no wider than `room`, at most so many; what is too much ends in an ellipsis.
pub(crate) fn lines(
    words: &str,
    size: f32,
    (weight, role): (Weight, Role),
    room: f32,
    most: usize,
) -> impl Iterator<Item = Line> {
    let wrapped = wrapped(words, size, weight, room, most).into_iter();
    wrapped.map(move |text| Line {
        text,
        weight,
        role,
        size,
    })
}

/// How high a box with these lines is.
pub(crate) fn height(lines: &[Line], pad: f32) -> f32 {
    let text: f32 = lines.iter().map(|line| line.size * 1.28).sum();
    text + pad * 1.6
}

/// The corners of a box from left, top, right and bottom, and its closed outline.
pub(crate) fn corners([left, top, right, bottom]: [f32; 4]) -> (Vec<[f32; 2]>, Vec<[f32; 2]>) {
    let corners = vec![[left, top], [right, top], [right, bottom], [left, bottom]];
    let mut outline = corners.clone();
    outline.push([left, top]);
    (corners, outline)
}

/// The lines of a box whose corner is at `left` and `top`.
pub(crate) fn words(lines: &[Line], [left, top]: [f32; 2], pad: f32) -> Vec<Mark> {
    let mut y = top + pad * 0.8;
    let of = |line: &Line| {
        let baseline = y + line.size * (0.64 + CAP_HEIGHT / 2.0);
        y += line.size * 1.28;
        let at = [left + pad, baseline];
        Mark::words(at, line.text.clone(), line.size, line.weight, line.role)
    };
    lines.iter().map(of).collect()
}

/// From one point to another, flat at both ends.
pub(crate) fn curve(from: [f32; 2], to: [f32; 2]) -> Vec<[f32; 2]> {
    const STEPS: u8 = 12;
    (0..=STEPS)
        .map(|step| {
            let t = f32::from(step) / f32::from(STEPS);
            let eased = t * t * (3.0 - 2.0 * t);
            [
                from[0] + (to[0] - from[0]) * t,
                from[1] + (to[1] - from[1]) * eased,
            ]
        })
        .collect()
}

/// A text in lines no wider than `room`; what is too much ends in an ellipsis.
fn wrapped(text: &str, size: f32, weight: Weight, room: f32, most: usize) -> Vec<String> {
    // A name of thousands of characters is not measured whole.
    let words = text.split_whitespace().take(200);
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let longer = lines.last().map(|last| format!("{last} {word}"));
        let longer = longer.filter(|longer| typeface::width(longer, size, weight) <= room);
        if let Some(longer) = longer {
            lines.pop();
            lines.push(longer);
        } else if lines.len() < most {
            lines.push(typeface::fitted(word, size, weight, room));
        } else {
            let last = lines.pop().unwrap_or_default();
            // Wider than there is room for, so that it is cut and says so.
            let rest = format!("{last} {word}");
            lines.push(typeface::fitted(&rest, size, weight, room));
            break;
        }
    }
    lines
}

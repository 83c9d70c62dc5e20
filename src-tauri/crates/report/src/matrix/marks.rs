//! The marks of a matrix on paper: the shape and the rim say what they mean, so that they read
//! without color.

use backbone_figures::{Anchor, text};

use crate::engine::{
    Flow, Style,
    flow::SIDE,
    fonts::{REGULAR, SEMIBOLD},
    page::{Color, INK, Item, PAPER, QUIET},
    spans,
};

/// Width and height of a mark.
const WIDTH: f32 = 17.0;
const HEIGHT: f32 = 10.4;
/// Behind a column nobody works on.
pub(super) const SHADE: Color = [0.90, 0.89, 0.87];

/// What a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Leads: filled and square.
    Lead,
    /// Takes part: a rim with round ends.
    Part,
}

/// Draws a mark centered on a point; a dashed rim for what is only planned.
pub(super) fn mark(flow: &mut Flow, shape: Shape, is_planned: bool, count: &str, [x, y]: [f32; 2]) {
    let (left, right) = (x - WIDTH / 2.0, x + WIDTH / 2.0);
    let (top, bottom) = (y - HEIGHT / 2.0, y + HEIGHT / 2.0);
    let corners = match shape {
        Shape::Lead => vec![[left, top], [right, top], [right, bottom], [left, bottom]],
        Shape::Part => rounded(left, top, right, bottom),
    };
    let is_filled = shape == Shape::Lead && !is_planned;
    flow.push(Item::Area {
        points: corners.clone(),
        color: if is_filled { INK } else { PAPER },
    });
    if !is_filled {
        let mut rim = corners.clone();
        rim.extend(corners.first());
        flow.push(Item::Line {
            points: rim,
            width: 0.9,
            color: INK,
            dash: if is_planned {
                vec![2.4, 1.8]
            } else {
                Vec::new()
            },
        });
    }
    let color = if is_filled { PAPER } else { INK };
    flow.text(count, SEMIBOLD, 7.8, [x, y + 2.7], color, Anchor::Middle);
}

/// A box whose short sides are half circles.
fn rounded(left: f32, top: f32, right: f32, bottom: f32) -> Vec<[f32; 2]> {
    const STEPS: u8 = 8;
    let radius = (bottom - top) / 2.0;
    let middle = top + radius;
    let end = |x: f32, from: f32| {
        (0..=STEPS).map(move |step| {
            let angle = from + std::f32::consts::PI * f32::from(step) / f32::from(STEPS);
            [x + radius * angle.cos(), middle + radius * angle.sin()]
        })
    };
    let half = std::f32::consts::FRAC_PI_2;
    let outer = end(right - radius, -half);
    outer.chain(end(left + radius, half)).collect()
}

/// What the marks mean, in a line.
pub(super) fn legend(flow: &mut Flow) {
    let texts = text::english();
    let style = Style::CAPTION;
    flow.need(style.leading + 6.0);
    let y = flow.y + 7.0;
    let mut x = SIDE;
    let word = |flow: &mut Flow, x: f32, id: &str| {
        let element = flow.tree.add(flow.section, "P");
        let words = format!("{} ", texts.get(id));
        let mut width = 0.0;
        flow.content(element, |flow| {
            let at = [x, y + 2.9];
            width = flow.text(&words, REGULAR, style.size, at, INK, Anchor::Start);
        });
        width
    };
    let step = WIDTH + 5.0;
    flow.artifact(|flow| mark(flow, Shape::Lead, false, "3", [x + WIDTH / 2.0, y]));
    x += step;
    x += word(flow, x, "matrix-legend-lead") + 12.0;
    flow.artifact(|flow| mark(flow, Shape::Part, false, "2", [x + WIDTH / 2.0, y]));
    x += step;
    x += word(flow, x, "matrix-legend-part") + 12.0;
    flow.artifact(|flow| {
        mark(flow, Shape::Lead, true, "1", [x + WIDTH / 2.0, y]);
        mark(flow, Shape::Part, true, "1", [x + WIDTH * 1.6 + 2.0, y]);
    });
    x += step + WIDTH + 4.0;
    x += word(flow, x, "matrix-legend-planned") + 12.0;
    flow.artifact(|flow| {
        let (left, right) = (x, x + WIDTH);
        let (top, bottom) = (y - HEIGHT / 2.0, y + HEIGHT / 2.0);
        flow.push(Item::Area {
            points: vec![[left, top], [right, top], [right, bottom], [left, bottom]],
            color: SHADE,
        });
    });
    x += step;
    x += word(flow, x, "matrix-legend-gap") + 12.0;
    let element = flow.tree.add(flow.section, "P");
    let counts = texts.get("matrix-legend-counts");
    flow.content(element, |flow| {
        let at = [x, y + 2.9];
        flow.text(&counts, REGULAR, style.size, at, QUIET, Anchor::Start);
    });
    flow.y += 20.0;
}

/// A small caption under the heading of a part.
pub(super) fn caption(flow: &mut Flow, words: &str, width: f32) {
    flow.paragraph(
        &spans(words, SEMIBOLD),
        Style {
            after: 3.0,
            ..Style::CAPTION
        },
        width,
    );
}

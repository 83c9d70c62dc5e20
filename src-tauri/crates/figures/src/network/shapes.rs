//! A mark for every sector: told apart by shape and shade, never by color alone.

use crate::{Mark, Role};

/// How many marks there are before they come again.
const SHAPES: usize = 5;
const SHADES: usize = 3;

/// Pushes the mark of a sector, or of a partner without one.
pub(super) fn push(marks: &mut Vec<Mark>, sector: Option<usize>, at: [f32; 2], radius: f32) {
    let Some(sector) = sector else {
        // A ring says that nothing is known.
        marks.push(Mark::Dot {
            at,
            radius: radius * 0.85,
            role: Role::Axis,
            open: true,
        });
        return;
    };
    let (fill, rim) = match sector / SHAPES % SHADES {
        0 => (Role::Subject, Role::Subject),
        1 => (Role::Interval, Role::Subject),
        _ => (Role::Context, Role::Strong),
    };
    let outline = outline(sector % SHAPES, at, radius);
    marks.push(Mark::Area {
        points: outline.clone(),
        role: fill,
    });
    let mut closed = outline;
    closed.extend(closed.first().copied());
    closed.extend(closed.get(1).copied());
    marks.push(Mark::line(closed, rim, 1.4, &[]));
}

/// Shapes of about one size to the eye.
fn outline(shape: usize, [x, y]: [f32; 2], radius: f32) -> Vec<[f32; 2]> {
    let of = |points: &[[f32; 2]], by: f32| -> Vec<[f32; 2]> {
        let by = by * radius;
        points
            .iter()
            .map(|point| [x + point[0] * by, y + point[1] * by])
            .collect()
    };
    match shape {
        0 => of(CIRCLE, 1.0),
        1 => of(&[[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]], 0.88),
        2 => of(&[[0.0, -1.1], [1.05, 0.8], [-1.05, 0.8]], 1.1),
        3 => of(&[[0.0, -1.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]], 1.25),
        _ => of(PLUS, 1.1),
    }
}

const DIAGONAL: f32 = std::f32::consts::FRAC_1_SQRT_2;

/// Cosine and sine of every 22.5 degrees, written out so that every machine draws the same.
const CIRCLE: &[[f32; 2]] = &[
    [1.0, 0.0],
    [0.923_88, 0.382_68],
    [DIAGONAL, DIAGONAL],
    [0.382_68, 0.923_88],
    [0.0, 1.0],
    [-0.382_68, 0.923_88],
    [-DIAGONAL, DIAGONAL],
    [-0.923_88, 0.382_68],
    [-1.0, 0.0],
    [-0.923_88, -0.382_68],
    [-DIAGONAL, -DIAGONAL],
    [-0.382_68, -0.923_88],
    [0.0, -1.0],
    [0.382_68, -0.923_88],
    [DIAGONAL, -DIAGONAL],
    [0.923_88, -0.382_68],
];

const PLUS: &[[f32; 2]] = &[
    [-0.4, -1.0],
    [0.4, -1.0],
    [0.4, -0.4],
    [1.0, -0.4],
    [1.0, 0.4],
    [0.4, 0.4],
    [0.4, 1.0],
    [-0.4, 1.0],
    [-0.4, 0.4],
    [-1.0, 0.4],
    [-1.0, -0.4],
    [-0.4, -0.4],
];

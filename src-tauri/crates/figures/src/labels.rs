//! Puts labels where they collide with nothing: first choice, next choice, then on a halo
//! over a line, then not at all, the least important last.

use crate::{
    Anchor, Mark, Role, Weight,
    typeface::{self, CAP_HEIGHT, DESCENT},
};

/// Lines of text that belong together, and the places they may go, best first.
pub(crate) struct Label {
    pub lines: Vec<Line>,
    /// Baseline of the first line, and the side the text leans on.
    pub places: Vec<([f32; 2], Anchor)>,
}

/// One line of a label.
pub(crate) struct Line {
    pub text: String,
    pub size: f32,
    pub weight: Weight,
    pub role: Role,
}

/// What labels must not touch.
pub(crate) struct Field {
    width: f32,
    height: f32,
    taken: Vec<[f32; 4]>,
    lines: Vec<[f32; 4]>,
}

impl Field {
    pub fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            taken: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Keeps labels off a path.
    pub fn avoid_path(&mut self, points: &[[f32; 2]]) {
        for pair in points.windows(2) {
            if let [from, to] = pair {
                self.lines.push([from[0], from[1], to[0], to[1]]);
            }
        }
    }

    /// Keeps labels off a rectangle: left, top, right, bottom.
    pub fn avoid(&mut self, rectangle: [f32; 4]) {
        self.taken.push(rectangle);
    }

    /// Puts a label down, if there is room; says whether there was.
    pub fn place(&mut self, label: &Label, marks: &mut Vec<Mark>) -> bool {
        let free = |field: &Self, place: &([f32; 2], Anchor), may_cross: bool| {
            let found = extent(label, *place);
            field.is_inside(found)
                && !field.taken.iter().any(|taken| overlap(found, *taken))
                && (may_cross || !field.lines.iter().any(|line| crosses(found, *line)))
        };
        let chosen = label
            .places
            .iter()
            .find(|place| free(self, place, false))
            .map(|place| (place, false))
            .or_else(|| {
                label
                    .places
                    .iter()
                    .find(|place| free(self, place, true))
                    .map(|place| (place, true))
            });
        let Some((place, is_crossing)) = chosen else {
            return false;
        };
        self.taken.push(extent(label, *place));
        let mut y = place.0[1];
        for line in &label.lines {
            marks.push(Mark::Text {
                at: [place.0[0], y],
                text: line.text.clone(),
                size: line.size,
                weight: line.weight,
                anchor: place.1,
                role: line.role,
                halo: is_crossing,
            });
            y += line.size * 1.25;
        }
        true
    }

    fn is_inside(&self, [left, top, right, bottom]: [f32; 4]) -> bool {
        left >= 0.0 && top >= 0.0 && right <= self.width && bottom <= self.height
    }
}

/// Left, top, right and bottom of a label at a place.
fn extent(label: &Label, (at, anchor): ([f32; 2], Anchor)) -> [f32; 4] {
    let width = label
        .lines
        .iter()
        .map(|line| typeface::width(&line.text, line.size, line.weight))
        .fold(0.0, f32::max);
    let first = label.lines.first().map_or(0.0, |line| line.size);
    let below: f32 = label
        .lines
        .iter()
        .skip(1)
        .map(|line| line.size * 1.25)
        .sum();
    let last = label.lines.last().map_or(0.0, |line| line.size);
    let left = match anchor {
        Anchor::Start => at[0],
        Anchor::Middle => at[0] - width / 2.0,
        Anchor::End => at[0] - width,
    };
    [
        left,
        at[1] - first * CAP_HEIGHT - 1.0,
        left + width,
        at[1] + below + last * DESCENT,
    ]
}

fn overlap(a: [f32; 4], b: [f32; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Whether a straight line passes through a rectangle (Liang–Barsky clipping).
fn crosses(rectangle: [f32; 4], [x0, y0, x1, y1]: [f32; 4]) -> bool {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let mut enter = 0.0f32;
    let mut leave = 1.0f32;
    for (p, q) in [
        (-dx, x0 - rectangle[0]),
        (dx, rectangle[2] - x0),
        (-dy, y0 - rectangle[1]),
        (dy, rectangle[3] - y0),
    ] {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            enter = enter.max(q / p);
        } else {
            leave = leave.min(q / p);
        }
    }
    enter < leave
}

//! Puts labels where they collide with nothing: first choice, next choice, then on a halo
//! over a line, then not at all, the least important last.

use crate::{
    Anchor, Mark, Role, Weight,
    typeface::{self, CAP_HEIGHT, DESCENT},
};

/// What is kept when there is not room for all, first to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Importance {
    Latest,
    Target,
    Baseline,
    Comparison,
    First,
    Turn,
    Gap,
    Path,
}

/// Lines of text that belong together, and the places they may go, best first.
pub(crate) struct Label {
    pub lines: Vec<Line>,
    /// Baseline of the first line, and the side the text leans on.
    pub places: Vec<([f32; 2], Anchor)>,
    /// What the label names; a thin line leads there from a label that had to move.
    pub leads_from: Option<[f32; 2]>,
}

/// One line of a label.
pub(crate) struct Line {
    pub text: String,
    pub size: f32,
    pub weight: Weight,
    pub role: Role,
}

impl Line {
    /// Quiet text.
    pub fn quiet(text: String, size: f32) -> Self {
        Self {
            text,
            size,
            weight: Weight::Regular,
            role: Role::Quiet,
        }
    }
}

/// What labels must not touch.
pub(crate) struct Field {
    width: f32,
    height: f32,
    taken: Vec<[f32; 4]>,
    lines: Vec<[f32; 4]>,
    references: Vec<[f32; 4]>,
    grid: Vec<[f32; 4]>,
}

impl Field {
    pub fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            taken: Vec::new(),
            lines: Vec::new(),
            references: Vec::new(),
            grid: Vec::new(),
        }
    }

    /// Gives labels over a gridline a rim; they need not avoid it.
    pub fn rim_over(&mut self, [from, to]: [[f32; 2]; 2]) {
        self.grid.push([from[0], from[1], to[0], to[1]]);
    }

    /// Keeps labels off the line of a series.
    pub fn avoid_path(&mut self, points: &[[f32; 2]]) {
        self.lines.extend(segments(points));
    }

    /// Keeps labels off a line that may be covered sooner than a series: baseline, path.
    pub fn avoid_reference(&mut self, points: &[[f32; 2]]) {
        self.references.extend(segments(points));
    }

    /// Keeps labels off a rectangle: left, top, right, bottom.
    pub fn avoid(&mut self, rectangle: [f32; 4]) {
        self.taken.push(rectangle);
    }

    /// Puts a label down, if there is room; says whether there was.
    pub fn place(&mut self, label: &Label, marks: &mut Vec<Mark>) -> bool {
        let lines = |found, lines: &[[f32; 4]]| lines.iter().any(|line| crosses(found, *line));
        // On open ground, over a reference line, over a series: the first that is free.
        let chosen = (0..3u8).find_map(|tier| {
            let place = label.places.iter().find(|place| {
                let found = extent(label, **place);
                self.is_inside(found)
                    && !self.taken.iter().any(|taken| overlap(found, *taken))
                    && (tier > 1 || !lines(found, &self.lines))
                    && (tier > 0 || !lines(found, &self.references))
            });
            place.map(|place| (place, tier > 0))
        });
        let Some((place, is_crossing)) = chosen else {
            return false;
        };
        let found = extent(label, *place);
        let has_rim = is_crossing || self.grid.iter().any(|line| crosses(found, *line));
        self.taken.push(found);
        if let Some(leader) = leader(label, place.0) {
            marks.push(leader);
        }
        let mut y = place.0[1];
        for (index, line) in label.lines.iter().enumerate() {
            if index > 0 {
                y += line.size * 1.25;
            }
            marks.push(Mark::Text {
                at: [place.0[0], y],
                text: line.text.clone(),
                size: line.size,
                weight: line.weight,
                anchor: place.1,
                role: line.role,
                halo: has_rim,
            });
        }
        true
    }

    fn is_inside(&self, [left, top, right, bottom]: [f32; 4]) -> bool {
        left >= 0.0 && top >= 0.0 && right <= self.width && bottom <= self.height
    }
}

fn segments(points: &[[f32; 2]]) -> impl Iterator<Item = [f32; 4]> {
    points.windows(2).filter_map(|pair| match pair {
        [from, to] => Some([from[0], from[1], to[0], to[1]]),
        _ => None,
    })
}

/// The line from a label to what it names, if the two lie apart.
fn leader(label: &Label, at: [f32; 2]) -> Option<Mark> {
    let from = label.leads_from?;
    let size = label.lines.first()?.size;
    let to = [at[0] - size * 0.2, at[1] - size * 0.33];
    ((to[1] - from[1]).abs() > size * 0.45)
        .then(|| Mark::line(vec![from, to], Role::Context, 0.6, &[]))
}

/// Left, top, right and bottom of a label at a place.
fn extent(label: &Label, (at, anchor): ([f32; 2], Anchor)) -> [f32; 4] {
    let width = label
        .lines
        .iter()
        .map(|line| typeface::width(&line.text, line.size, line.weight))
        .fold(0.0, f32::max);
    let below: f32 = label
        .lines
        .iter()
        .skip(1)
        .map(|line| line.size * 1.25)
        .sum();
    let size = |line: Option<&Line>| line.map_or(0.0, |line| line.size);
    let first = rectangle(at, anchor, width, size(label.lines.first()));
    let last = at[1] + below + size(label.lines.last()) * DESCENT;
    [first[0], first[1], first[2], last]
}

/// Left, top, right and bottom of one line of text.
pub(crate) fn rectangle(at: [f32; 2], anchor: Anchor, width: f32, size: f32) -> [f32; 4] {
    let left = match anchor {
        Anchor::Start => at[0],
        Anchor::Middle => at[0] - width / 2.0,
        Anchor::End => at[0] - width,
    };
    [
        left,
        at[1] - size * CAP_HEIGHT - 1.0,
        left + width,
        at[1] + size * DESCENT,
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

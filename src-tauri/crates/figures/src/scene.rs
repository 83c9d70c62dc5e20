//! A figure after layout: positioned marks and text in points, with the words to read
//! them by. The window draws it as SVG, the report as PDF vectors; neither decides
//! anything about position, wording or order again.

use serde::Serialize;

/// A laid-out figure. The origin is the top left corner, y grows downward, lengths are
/// points (window: CSS pixels).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Scene {
    /// Width of the canvas.
    pub width: f32,
    /// Height of the canvas.
    pub height: f32,
    /// What to draw, back to front.
    pub marks: Vec<Mark>,
    /// One sentence that says what the figure shows: the alternative text.
    pub summary: String,
    /// Where the reader may stop with pointer or arrow keys, left to right.
    pub stops: Vec<Stop>,
    /// The data behind the figure, as a table.
    pub table: DataTable,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Mark {
    /// A stroked path.
    Line {
        /// Its points.
        points: Vec<[f32; 2]>,
        /// What it stands for.
        role: Role,
        /// Stroke width.
        width: f32,
        /// Lengths of dashes and gaps; empty for a solid line.
        dash: Vec<f32>,
    },
    /// A filled polygon.
    Area {
        /// Its corners.
        points: Vec<[f32; 2]>,
        /// What it stands for.
        role: Role,
    },
    /// A dot.
    Dot {
        /// Its center.
        at: [f32; 2],
        /// Its radius.
        radius: f32,
        /// What it stands for.
        role: Role,
        /// Stroked and filled with the page's color instead of filled.
        open: bool,
    },
    /// A single line of text.
    Text {
        /// Where its baseline begins, is centered or ends; see `anchor`.
        at: [f32; 2],
        /// The text.
        text: String,
        /// Its size.
        size: f32,
        /// Its weight.
        weight: Weight,
        /// Which part of it stands at `at`.
        anchor: Anchor,
        /// What it stands for.
        role: Role,
        /// Whether a rim of the page's color keeps it apart from what lies below.
        halo: bool,
    },
}

impl Mark {
    /// A stroked path; `dash` is empty for a solid line.
    pub(crate) fn line(points: Vec<[f32; 2]>, role: Role, width: f32, dash: &[f32]) -> Self {
        Self::Line {
            points,
            role,
            width,
            dash: dash.to_vec(),
        }
    }

    /// Words that begin at a point, without a halo.
    pub(crate) fn words(at: [f32; 2], text: String, size: f32, weight: Weight, role: Role) -> Self {
        Self::Text {
            at,
            text,
            size,
            weight,
            anchor: Anchor::Start,
            role,
            halo: false,
        }
    }
}

/// What a mark stands for; window and paper choose the color by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The series the figure is about.
    Subject,
    /// Comparison series.
    Context,
    /// Text beside a comparison series.
    ContextText,
    /// Horizontal gridlines.
    Grid,
    /// Axis line and ticks.
    Axis,
    /// Axis labels, units and other quiet text.
    Quiet,
    /// Strong text: target, annotation titles.
    Strong,
    /// Target mark and path.
    Target,
    /// Baseline line.
    Baseline,
    /// A band where nothing was collected.
    Band,
    /// Confidence interval behind the subject.
    Interval,
    /// Control limits and center line.
    Limit,
    /// A signal on a control chart.
    Signal,
}

/// Weight of a text mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

/// Which end of a text sits at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The text starts at the position.
    Start,
    /// The text is centered on the position.
    Middle,
    /// The text ends at the position.
    End,
}

/// A place where the reader may stop: one reading of the subject series.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Stop {
    /// Position of the mark.
    pub at: [f32; 2],
    /// The reading in words: “2024–25: 53.2%, provisional”.
    pub words: String,
    /// Left, top, right and bottom of the box it names, where it is one.
    pub extent: Option<[f32; 4]>,
}

/// The data behind a figure: head cells, then rows as long as the head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DataTable {
    /// Column heads.
    pub head: Vec<String>,
    /// Rows of formatted cells.
    pub rows: Vec<Vec<String>>,
}

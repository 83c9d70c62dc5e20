//! One matrix on paper. Columns are dealt evenly to as many sheets as their width needs, rows
//! to as many pages as their number needs; names of rows and columns stand on every part, and
//! above it which part it is.

use backbone_core::{
    Entry,
    partners::Sector,
    reporting::{Matrix, MatrixCell, MatrixColumn, MatrixRow, Standing},
};
use backbone_figures::{Anchor, text};

use super::marks::{SHADE, Shape, caption, mark};
use crate::{
    engine::{
        Flow, Style,
        flow::SIDE,
        fonts::{REGULAR, SEMIBOLD},
        page::{ACCENT, ElementId, HAIR, INK, Item, QUIET},
        spans,
    },
    wording::{matrix_column, sector_words},
};

/// Width of the names of partners, and of a column at least and at most.
const FIRST: f32 = 150.0;
const NARROW: f32 = 46.0;
const WIDE: f32 = 74.0;
/// Heights of a row, from ample to tight: the first that keeps a matrix on one page is taken.
const ROWS: [f32; 3] = [15.0, 13.4, 12.2];
/// Where none does.
const USUAL_ROW: f32 = 13.4;
/// Size and leading of the heads, and of the counts beneath them.
const HEAD: (f32, f32) = (7.6, 9.0);
const COUNT: (f32, f32) = (6.8, 8.2);
const MOST_LINES: usize = 6;
/// What a caption takes above the heads, and a heading with it.
const CAPTION: f32 = 18.0;
const ABOVE: f32 = 50.0;

/// A line of the table.
enum Line<'a> {
    Group(String),
    Partner(&'a MatrixRow),
}

pub(super) fn write(flow: &mut Flow, matrix: &Matrix, is_first: bool) {
    let texts = text::english();
    let lines = lines(matrix);
    let sheets = dealt(matrix.columns.len(), flow.width() - FIRST);
    let first = sheets.first().cloned().unwrap_or_default();
    let above = Part::of(flow, matrix, first, USUAL_ROW).head_height + ABOVE;
    #[allow(clippy::cast_precision_loss, reason = "a few hundred lines")]
    let whole = |row: f32| above + row * lines.len() as f32;
    let room = flow.page_room();
    let row = ROWS
        .into_iter()
        .find(|row| whole(*row) <= room)
        .unwrap_or(USUAL_ROW);
    if is_first {
        flow.begin_section(false);
    } else {
        // Beside what stands there already, if all of it fits.
        flow.begin_chapter(whole(row).min(room));
    }
    let head = texts.with("paper-matrix-by", &[("by", matrix.by.code().into())]);
    flow.heading(2, &head, Style::HEADLINE, flow.width());
    for columns in sheets {
        let mut rest = lines.as_slice();
        // The sector whose partners a part before has begun.
        let mut begun: Option<&str> = None;
        while !rest.is_empty() {
            let part = Part::of(flow, matrix, columns.clone(), row);
            flow.need(part.head_height + CAPTION + row * 4.0);
            let continued = begun.filter(|_| matches!(rest.first(), Some(Line::Partner(_))));
            let above = continued.map_or(0.0, |_| row);
            let room = flow.room() - part.head_height - CAPTION - above;
            let (now, later) = rest.split_at(fitting(rest, row, room));
            caption(flow, &part.name(now), flow.width());
            part.write(flow, now, continued);
            rest = later;
            begun = now.iter().fold(begun, |begun, line| match line {
                Line::Group(name) => Some(name),
                Line::Partner(_) => begun,
            });
        }
    }
}

/// Partners by sector, each sector under its name.
fn lines(matrix: &Matrix) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let named = matrix
        .sectors
        .iter()
        .map(|Entry { id, record }: &Entry<Sector>| (Some(*id), sector_words(record)));
    let rest = [(None, text::english().get("matrix-sector-none"))];
    for (sector, name) in named.chain(rest) {
        let mut own = matrix
            .rows
            .iter()
            .filter(|row| row.sector == sector)
            .peekable();
        if own.peek().is_some() {
            lines.push(Line::Group(name));
            lines.extend(own.map(Line::Partner));
        }
    }
    lines
}

/// Columns in runs that fit beside the names, as even as can be.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few columns"
)]
fn dealt(count: usize, room: f32) -> Vec<std::ops::Range<usize>> {
    let most = ((room / NARROW).floor() as usize).max(1);
    let sheets = count.div_ceil(most).max(1);
    let each = count.div_ceil(sheets).max(1);
    (0..count)
        .step_by(each)
        .map(|from| from..(from + each).min(count))
        .collect()
}

/// How many lines fit; at least one with what belongs to it, and no group's name at the end.
fn fitting(lines: &[Line<'_>], row: f32, room: f32) -> usize {
    let mut used = 0.0;
    let mut count = 0;
    for _ in lines {
        used += row;
        if used > room && count >= 2 {
            break;
        }
        count += 1;
    }
    if count < lines.len() && matches!(lines.get(count.saturating_sub(1)), Some(Line::Group(_))) {
        count -= 1;
    }
    count.max(1)
}

/// Some columns of a matrix, laid out.
struct Part<'a> {
    matrix: &'a Matrix,
    range: std::ops::Range<usize>,
    column_width: f32,
    head_height: f32,
    /// Height of a row.
    row: f32,
    /// Name of every column.
    names: Vec<String>,
}

impl<'a> Part<'a> {
    #[allow(clippy::cast_precision_loss, reason = "a few columns")]
    fn of(flow: &mut Flow, matrix: &'a Matrix, range: std::ops::Range<usize>, row: f32) -> Self {
        let count = range.len().max(1) as f32;
        let column_width = ((flow.width() - FIRST) / count).min(WIDE);
        let columns = matrix.columns.get(range.clone()).unwrap_or_default();
        let names: Vec<String> = columns
            .iter()
            .map(|column| matrix_column(matrix, column))
            .collect();
        let most = names
            .iter()
            .map(|name| {
                let name = spans(name, SEMIBOLD);
                flow.lines(&name, HEAD.0, column_width - 5.0, MOST_LINES)
                    .len()
            })
            .max()
            .unwrap_or(1);
        let has_word = columns.iter().any(|column| state(column).is_some());
        let counts = if has_word { 3.0 } else { 2.0 };
        Self {
            matrix,
            range,
            column_width,
            head_height: most as f32 * HEAD.1 + counts * COUNT.1 + 8.0,
            row,
            names,
        }
    }

    fn columns(&self) -> &'a [MatrixColumn] {
        self.matrix
            .columns
            .get(self.range.clone())
            .unwrap_or_default()
    }

    /// “strategies 1–9 of 20, partners A to F”.
    fn name(&self, lines: &[Line<'_>]) -> String {
        let partners = || {
            lines.iter().filter_map(|line| match line {
                Line::Partner(row) => Some(row.partner.name.as_str()),
                Line::Group(_) => None,
            })
        };
        let id = if self.range.len() == 1 {
            "paper-matrix-part-one"
        } else {
            "paper-matrix-part"
        };
        let words = text::english().with(
            id,
            &[
                ("by", self.matrix.by.code().into()),
                ("first", (self.range.start + 1).into()),
                ("last", self.range.end.into()),
                ("count", self.matrix.columns.len().into()),
                ("from", partners().next().unwrap_or_default().into()),
                ("to", partners().next_back().unwrap_or_default().into()),
            ],
        );
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }

    #[allow(clippy::cast_precision_loss, reason = "a few columns")]
    fn left(&self, place: usize) -> f32 {
        SIDE + FIRST + self.column_width * place as f32
    }

    fn right(&self) -> f32 {
        self.left(self.range.len())
    }

    fn write(&self, flow: &mut Flow, lines: &[Line<'_>], continued: Option<&str>) {
        let table = flow.tree.add(flow.section, "Table");
        let name = self.name(lines);
        flow.tree.edit(table, |table| table.title = Some(name));
        let top = flow.y;
        #[allow(clippy::cast_precision_loss, reason = "as many as fit on a page")]
        let count = (lines.len() + usize::from(continued.is_some())) as f32;
        self.shade(flow, top, self.row * count);
        let head = flow.tree.add(table, "THead");
        let row = flow.tree.add(head, "TR");
        self.head(flow, row);
        let body = flow.tree.add(table, "TBody");
        if let Some(name) = continued {
            let row = flow.tree.add(body, "TR");
            let name = text::english().with("paper-matrix-continued", &[("name", name.into())]);
            self.group(flow, row, &name);
        }
        for line in lines {
            let row = flow.tree.add(body, "TR");
            match line {
                Line::Group(name) => self.group(flow, row, name),
                Line::Partner(partner) => self.partner(flow, row, partner),
            }
        }
        // Between the columns.
        let bottom = flow.y;
        flow.artifact(|flow| {
            for place in 0..=self.range.len() {
                let x = self.left(place);
                flow.rule([x, top], [x, bottom], 0.4, HAIR);
            }
        });
        flow.y += 14.0;
    }

    /// Behind columns nobody works on, or nobody leads.
    fn shade(&self, flow: &mut Flow, top: f32, height: f32) {
        let bottom = top + self.head_height + height;
        let gaps = self.columns().iter().enumerate();
        let gaps: Vec<usize> = gaps
            .filter(|(_, column)| column.standing != Standing::Worked)
            .map(|(place, _)| place)
            .collect();
        if gaps.is_empty() {
            return;
        }
        flow.artifact(|flow| {
            for place in gaps {
                let (left, right) = (self.left(place), self.left(place + 1));
                flow.push(Item::Area {
                    points: vec![[left, top], [right, top], [right, bottom], [left, bottom]],
                    color: SHADE,
                });
            }
        });
    }

    fn head(&self, flow: &mut Flow, row: ElementId) {
        let texts = text::english();
        let top = flow.y;
        let base = top + self.head_height;
        let corner = header(flow, row, "Column");
        let words = format!("{} ", texts.get("matrix-partner"));
        flow.content(corner, |flow| {
            let at = [SIDE, base - 5.0];
            flow.text(&words, SEMIBOLD, HEAD.0, at, QUIET, Anchor::Start);
        });
        for (place, (column, name)) in self.columns().iter().zip(&self.names).enumerate() {
            let x = self.left(place) + 3.0;
            let room = self.column_width - 5.0;
            let lines = flow.lines(&spans(name, SEMIBOLD), HEAD.0, room, MOST_LINES);
            let cell = header(flow, row, "Column");
            let leads = texts.with("matrix-column-leads", &[("count", column.leads.into())]);
            let all = texts.with(
                "matrix-column-partners",
                &[("count", column.partners.into())],
            );
            let state = state(column).map(|id| texts.get(id));
            flow.content(cell, |flow| {
                let mut y = top + 1.0;
                for mut line in lines {
                    y += HEAD.1;
                    line.pieces.push(flow.fonts.shape(" ", REGULAR, false));
                    flow.push(Item::Text {
                        at: [x, y],
                        size: HEAD.0,
                        color: INK,
                        pieces: line.pieces,
                    });
                }
                let rows = [Some(leads), Some(all), state];
                let faces = [REGULAR, REGULAR, SEMIBOLD];
                let count = rows.iter().flatten().count();
                #[allow(clippy::cast_precision_loss, reason = "three lines at most")]
                let mut y = base - 5.0 - (count as f32 - 1.0) * COUNT.1;
                for (words, face) in rows.into_iter().zip(faces) {
                    if let Some(words) = words {
                        let words = format!("{words} ");
                        flow.text(&words, face, COUNT.0, [x, y], INK, Anchor::Start);
                        y += COUNT.1;
                    }
                }
            });
        }
        flow.y = base;
        let right = self.right();
        flow.artifact(|flow| flow.rule([SIDE, base], [right, base], 1.0, INK));
    }

    fn group(&self, flow: &mut Flow, row: ElementId, name: &str) {
        let top = flow.y;
        let cell = header(flow, row, "Column");
        let span = self.range.len() + 1;
        flow.tree.edit(cell, |cell| cell.span = span);
        let lines = flow.lines(&spans(name, SEMIBOLD), 7.8, FIRST, 1);
        flow.content(cell, |flow| {
            for line in lines {
                flow.push(Item::Text {
                    at: [SIDE, top + self.row - 4.2],
                    size: 7.8,
                    color: ACCENT,
                    pieces: line.pieces,
                });
            }
        });
        self.under(flow, top + self.row);
    }

    fn partner(&self, flow: &mut Flow, row: ElementId, partner: &MatrixRow) {
        let top = flow.y;
        let cell = header(flow, row, "Row");
        let name = spans(&partner.partner.name, REGULAR);
        let lines = flow.lines(&name, 8.2, FIRST - 6.0, 1);
        flow.content(cell, |flow| {
            for line in lines {
                flow.push(Item::Text {
                    at: [SIDE, top + self.row - 4.0],
                    size: 8.2,
                    color: INK,
                    pieces: line.pieces,
                });
            }
        });
        for place in 0..self.range.len() {
            let column = self.range.start + place;
            let data = flow.tree.add(row, "TD");
            let found = partner.cells.iter().find(|cell| cell.column == column);
            if let Some(found) = found {
                let middle = self.left(place) + self.column_width / 2.0;
                self.cell(flow, data, found, [middle, top + self.row / 2.0]);
            }
        }
        self.under(flow, top + self.row);
    }

    /// The marks of a cell, and what they say to those who hear them.
    fn cell(&self, flow: &mut Flow, data: ElementId, cell: &MatrixCell, [x, y]: [f32; 2]) {
        let texts = text::english();
        let counts = self.matrix.counts(cell);
        let all = [
            (Shape::Lead, counts.leads, counts.leads_planned, "leads"),
            (
                Shape::Part,
                counts.takes_part,
                counts.takes_part_planned,
                "part",
            ),
        ];
        let marks: Vec<_> = all
            .into_iter()
            .filter(|(_, count, ..)| *count > 0)
            .collect();
        let apart = if marks.len() > 1 { 20.0 } else { 0.0 };
        for (place, (shape, count, is_planned, role)) in marks.into_iter().enumerate() {
            let words = texts.with(
                &format!("paper-matrix-cell-{role}"),
                &[("count", count.into())],
            );
            let words = if is_planned {
                texts.with("paper-matrix-cell-planned", &[("what", words.into())])
            } else {
                words
            };
            let span = flow.tree.add(data, "Span");
            flow.tree.edit(span, |span| span.alternative = Some(words));
            let x = if place == 0 {
                x - apart / 2.0
            } else {
                x + apart / 2.0
            };
            flow.content(span, |flow| {
                mark(flow, shape, is_planned, &count.to_string(), [x, y]);
            });
        }
    }

    fn under(&self, flow: &mut Flow, y: f32) {
        flow.y = y;
        let right = self.right();
        flow.artifact(|flow| flow.rule([SIDE, y], [right, y], 0.4, HAIR));
    }
}

/// A header cell of a row.
fn header(flow: &mut Flow, row: ElementId, scope: &'static str) -> ElementId {
    let cell = flow.tree.add(row, "TH");
    flow.tree.edit(cell, |cell| cell.scope = Some(scope));
    cell
}

/// The word under a column that stands out.
fn state(column: &MatrixColumn) -> Option<&'static str> {
    match column.standing {
        Standing::NoLead | Standing::Nobody => Some("matrix-column-gap"),
        Standing::Worked if column.has_overlap => Some("matrix-column-overlap"),
        Standing::Worked => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_dealt_evenly() {
        assert_eq!(dealt(9, 534.0).len(), 1);
        // Eleven fit beside each other; twenty are ten and ten, not eleven and nine.
        assert_eq!(dealt(20, 534.0), [0..10, 10..20]);
        assert_eq!(dealt(0, 534.0), Vec::<std::ops::Range<usize>>::new());
    }

    #[test]
    fn the_name_of_a_group_never_ends_a_part() {
        let group = || Line::Group("Schools".to_owned());
        assert_eq!(fitting(&[group(), group(), group()], 15.0, 37.5), 1);
        assert_eq!(fitting(&[group()], 15.0, 0.0), 1);
    }
}

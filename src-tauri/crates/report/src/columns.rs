//! Small print in two columns: blocks in reading order, the left column first.

use crate::engine::{
    Flow, Span, Style,
    flow::{SIDE, TextLine},
    page::Item,
};

const GUTTER: f32 = 22.0;

/// Small print, still readable.
pub(crate) const SMALL_PRINT: Style = Style {
    size: 7.2,
    leading: 9.0,
    after: 2.6,
    ..Style::CAPTION
};

/// Notes at the end of a report.
pub(crate) const NOTES: Style = Style {
    size: 7.4,
    leading: 9.6,
    after: 3.5,
    ..Style::CAPTION
};

/// A line of a block.
struct Line {
    block: usize,
    /// How many lines of its block come before it, and after it.
    before: usize,
    after: usize,
    text: TextLine,
}

/// Lays out paragraphs in two columns of about one height, on as many pages as they need. A
/// paragraph may go on in the next column.
pub(crate) fn write(flow: &mut Flow, blocks: &[Vec<Span>], style: Style) {
    let width = (flow.width() - GUTTER) / 2.0;
    let mut lines = Vec::new();
    let mut elements = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        elements.push(flow.tree.add(flow.section, "P"));
        let found = flow.lines(block, style.size, width, usize::MAX);
        let count = found.len();
        lines.extend(found.into_iter().enumerate().map(|(before, text)| Line {
            block: number,
            before,
            after: count - before - 1,
            text,
        }));
    }
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let (left, right) = split(rest, flow.room(), style);
        if left == 0 {
            if flow.is_fresh() {
                return;
            }
            flow.new_page();
            continue;
        }
        let (now, later) = rest.split_at(left + right);
        let top = flow.y;
        let mut lowest = top;
        let mut open = None;
        for (index, line) in now.iter().enumerate() {
            if index == left {
                flow.y = top;
            }
            if index == 0 || index == left || open != Some(line.block) {
                if open.is_some() {
                    flow.push(Item::End);
                }
                open = Some(line.block);
                if let Some(element) = elements.get(line.block) {
                    flow.begin(*element);
                }
            }
            let x = if index < left {
                SIDE
            } else {
                SIDE + width + GUTTER
            };
            flow.text_line(line.text.clone(), x, style, line.after > 0);
            if line.after == 0 {
                flow.y += style.after;
            }
            lowest = lowest.max(flow.y);
        }
        if open.is_some() {
            flow.push(Item::End);
        }
        flow.y = lowest;
        rest = later;
    }
}

/// How many lines stand in the left and in the right column: all of them in columns as low
/// as can be, or as many as fit in the room.
fn split(lines: &[Line], room: f32, style: Style) -> (usize, usize) {
    let whole = height(lines, style);
    let mut column = (whole / 2.0).min(room);
    loop {
        let left = fitting(lines, column, style);
        let right = fitting(lines.get(left..).unwrap_or_default(), column, style);
        if left + right == lines.len() || column >= room {
            return (left, right);
        }
        column = (column + style.leading / 2.0).min(room);
    }
}

/// How many lines a column holds; at least two lines of a block stay together at its foot
/// and at the head of the next.
fn fitting(lines: &[Line], column: f32, style: Style) -> usize {
    let mut y = 0.0;
    for (index, line) in lines.iter().enumerate() {
        let is_first_of_more = line.before == 0 && line.after > 0;
        let is_last_but_one = line.after == 1;
        let together = if is_first_of_more || is_last_but_one {
            // Of three lines none can stand apart.
            if is_first_of_more && line.after == 2 {
                3.0
            } else {
                2.0
            }
        } else {
            1.0
        };
        if y + together * style.leading > column + 0.01 {
            return index;
        }
        y += style.leading;
        if line.after == 0 {
            y += style.after;
        }
    }
    lines.len()
}

fn height(lines: &[Line], style: Style) -> f32 {
    let ends = lines.iter().filter(|line| line.after == 0).count();
    lines.len() as f32 * style.leading + ends as f32 * style.after
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style {
        leading: 10.0,
        after: 0.0,
        ..SMALL_PRINT
    };

    fn blocks(counts: &[usize]) -> Vec<Line> {
        let line = |block, before, count: usize| Line {
            block,
            before,
            after: count - before - 1,
            text: TextLine::default(),
        };
        counts
            .iter()
            .enumerate()
            .flat_map(|(block, count)| (0..*count).map(move |before| line(block, before, *count)))
            .collect()
    }

    #[test]
    fn the_columns_are_about_as_tall_as_each_other() {
        assert_eq!(split(&blocks(&[1, 1, 1]), 100.0, STYLE), (2, 1));
        assert_eq!(split(&blocks(&[7, 3]), 100.0, STYLE), (5, 5));
        assert_eq!(split(&[], 100.0, STYLE), (0, 0));
    }

    #[test]
    fn no_line_of_a_block_stands_alone() {
        assert_eq!(split(&blocks(&[4, 1, 1]), 100.0, STYLE), (4, 2));
        assert_eq!(split(&blocks(&[3, 3]), 100.0, STYLE), (3, 3));
        assert_eq!(split(&blocks(&[2, 3, 1]), 100.0, STYLE), (2, 4));
    }

    #[test]
    fn what_does_not_fit_is_left_for_the_next_page() {
        assert_eq!(split(&blocks(&[1, 1, 1, 1, 1]), 20.0, STYLE), (2, 2));
        assert_eq!(split(&blocks(&[9]), 15.0, STYLE), (0, 0));
    }
}

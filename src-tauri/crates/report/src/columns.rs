//! Small print in two columns: blocks in reading order, the left column first.

use crate::engine::{Flow, Span, Style, flow::SIDE};

const GUTTER: f32 = 22.0;

/// Small print, still readable.
pub(crate) const SMALL_PRINT: Style = Style {
    size: 7.4,
    leading: 9.6,
    after: 3.5,
    ..Style::CAPTION
};

/// Lays out paragraphs in two columns of about one height, on as many pages as they need.
pub(crate) fn write(flow: &mut Flow, blocks: &[Vec<Span>], style: Style) {
    let width = column_width(flow);
    let heights = heights(flow, blocks, style);
    let mut start = 0;
    while let (Some(heights), Some(rest)) = (heights.get(start..), blocks.get(start..)) {
        let Some(first) = rest.first() else { return };
        let count = fitting(heights, flow.room());
        if count > 0 {
            draw(
                flow,
                rest.get(..count).unwrap_or(rest),
                heights,
                style,
                width,
            );
        } else if flow.is_fresh() {
            // Taller than a page: over its whole width.
            flow.paragraph(first, style, flow.width());
        } else {
            flow.new_page();
            continue;
        }
        start += count.max(1);
    }
}

fn column_width(flow: &Flow) -> f32 {
    (flow.width() - GUTTER) / 2.0
}

fn heights(flow: &mut Flow, blocks: &[Vec<Span>], style: Style) -> Vec<f32> {
    let width = column_width(flow);
    blocks
        .iter()
        .map(|block| {
            let lines = flow.lines(block, style.size, width, usize::MAX).len();
            lines as f32 * style.leading + style.after
        })
        .collect()
}

fn draw(flow: &mut Flow, blocks: &[Vec<Span>], heights: &[f32], style: Style, width: f32) {
    let split = balanced(heights.get(..blocks.len()).unwrap_or(heights));
    let top = flow.y;
    let mut lowest = top;
    for (index, block) in blocks.iter().enumerate() {
        if index == split {
            flow.y = top;
        }
        let x = if index < split {
            SIDE
        } else {
            SIDE + width + GUTTER
        };
        let element = flow.tree.add(flow.section, "P");
        flow.paragraph_in(element, block, style, x, width);
        flow.y += style.after;
        lowest = lowest.max(flow.y);
    }
    flow.y = lowest;
}

/// How many of the blocks fit in two columns of a height.
fn fitting(heights: &[f32], room: f32) -> usize {
    (1..=heights.len())
        .rev()
        .find(|count| taller(heights.get(..*count).unwrap_or(heights)) <= room)
        .unwrap_or(0)
}

/// The height of the taller of two balanced columns.
fn taller(heights: &[f32]) -> f32 {
    let (left, right) = heights.split_at(balanced(heights));
    let sum = |heights: &[f32]| heights.iter().sum::<f32>();
    sum(left).max(sum(right))
}

/// How many blocks stand in the left column so that the two are about equally tall.
fn balanced(heights: &[f32]) -> usize {
    let whole: f32 = heights.iter().sum();
    let mut left = 0.0;
    for (index, height) in heights.iter().enumerate() {
        left += height;
        if left >= whole / 2.0 {
            return index + 1;
        }
    }
    heights.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_left_column_is_the_taller_one_and_never_much() {
        assert_eq!(balanced(&[10.0, 10.0, 10.0]), 2);
        assert_eq!(balanced(&[30.0, 10.0, 10.0]), 1);
        assert_eq!(balanced(&[]), 0);
    }

    #[test]
    fn what_does_not_fit_in_two_columns_is_left_for_the_next_page() {
        assert_eq!(fitting(&[10.0, 10.0, 10.0], 20.0), 3);
        assert_eq!(fitting(&[10.0, 10.0, 10.0], 19.0), 2);
        assert_eq!(fitting(&[30.0, 10.0], 20.0), 0);
        assert_eq!(fitting(&[], 20.0), 0);
    }
}

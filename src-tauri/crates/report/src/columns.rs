//! Small print in two columns: blocks in reading order, the left column first.

use crate::engine::{Flow, Span, Style, flow::SIDE};

const GUTTER: f32 = 22.0;

/// Lays out paragraphs in two columns of about one height. Where they do not fit on a page
/// they run over its whole width instead.
pub(crate) fn write(flow: &mut Flow, blocks: &[Vec<Span>], style: Style) {
    let width = (flow.width() - GUTTER) / 2.0;
    let heights: Vec<f32> = blocks
        .iter()
        .map(|block| {
            let lines = flow.lines(block, style.size, width, usize::MAX).len();
            lines as f32 * style.leading + style.after
        })
        .collect();
    let split = balanced(&heights);
    let sum = |heights: &[f32]| heights.iter().sum::<f32>();
    let (left, right) = heights.split_at(split);
    let height = sum(left).max(sum(right));
    if height > flow.bottom() - SIDE * 1.5 {
        for block in blocks {
            flow.paragraph(block, style, flow.width());
        }
        return;
    }
    flow.need(height);
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
}

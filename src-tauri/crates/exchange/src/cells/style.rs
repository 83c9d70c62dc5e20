//! Which decimal mark a column uses, decided by all of its cells together and never by
//! one that reads two ways.

use super::number;

/// The sign between whole and fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// 1,234.5
    Point,
    /// 1.234,5
    Comma,
}

/// What the cells of a column say about its decimal mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StyleEvidence {
    /// Cells that only make sense with a decimal point.
    pub for_point: u32,
    /// Cells that only make sense with a decimal comma.
    pub for_comma: u32,
    /// Cells that read both ways, such as `1,234`.
    pub both_ways: u32,
}

impl StyleEvidence {
    /// Takes one more cell of the column into account.
    pub fn weigh(&mut self, cell: &str) {
        match number::shape(cell) {
            number::Shape::Point => self.for_point += 1,
            number::Shape::Comma => self.for_comma += 1,
            number::Shape::BothWays => self.both_ways += 1,
            number::Shape::Indifferent => {}
        }
    }

    /// The mark all telling cells agree on. `None` without telling cells, and when they
    /// contradict each other.
    pub fn verdict(self) -> Option<DecimalMark> {
        match (self.for_point, self.for_comma) {
            (1.., 0) => Some(DecimalMark::Point),
            (0, 1..) => Some(DecimalMark::Comma),
            _ => None,
        }
    }

    /// The evidence of two columns together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            for_point: self.for_point.saturating_add(other.for_point),
            for_comma: self.for_comma.saturating_add(other.for_comma),
            both_ways: self.both_ways.saturating_add(other.both_ways),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_decides_for_cells_that_read_two_ways() {
        let cases: [(&[&str], Option<DecimalMark>); 8] = [
            (&["1,234", "52.8"], Some(DecimalMark::Point)),
            (&["1,234", "52,8"], Some(DecimalMark::Comma)),
            (&["1.234", "1.234.567"], Some(DecimalMark::Comma)),
            (&["1,234", "12,345,678"], Some(DecimalMark::Point)),
            (&["1,234", "2,345"], None),
            (&["52.8", "52,8"], None),
            (&["12", "345", "n/a", "<5", "text 1.5"], None),
            (&["$1,234.00"], Some(DecimalMark::Point)),
        ];
        for (cells, expected) in cases {
            let mut evidence = StyleEvidence::default();
            cells.iter().for_each(|cell| evidence.weigh(cell));
            assert_eq!(evidence.verdict(), expected, "{cells:?}");
        }
    }
}

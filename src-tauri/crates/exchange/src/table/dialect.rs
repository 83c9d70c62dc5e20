//! Which delimiter a text uses, found by parsing its first rows with each candidate and
//! keeping the one under which they agree best.

use super::rows::Rows;

/// What separates the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, usual where the comma is the decimal mark.
    Semicolon,
    /// A tab stop.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// Ordered so that of two equally consistent candidates the one less likely to occur
    /// inside a text or number wins.
    const CANDIDATES: [Self; 4] = [Self::Tab, Self::Pipe, Self::Semicolon, Self::Comma];

    /// The byte itself.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    fn from_char(char: char) -> Option<Self> {
        Self::CANDIDATES
            .into_iter()
            .find(|delimiter| char == char::from(delimiter.byte()))
    }
}

/// Rows the guess looks at.
const SAMPLE_ROWS: usize = 200;

/// Excel's own hint: a first line such as `sep=;`, which it does not show as a row.
/// Gives the delimiter and the length of that line with its end.
pub(super) fn excel_hint(text: &str) -> Option<(Delimiter, usize)> {
    let length = text.find('\n').map_or(text.len(), |end| end + 1);
    let hint = text.get(..length)?.trim_end().trim_matches('"');
    let delimiter = hint
        .strip_prefix("sep=")
        .or_else(|| hint.strip_prefix("SEP="))?;
    let mut chars = delimiter.chars();
    let found = Delimiter::from_char(chars.next()?)?;
    let is_alone = chars.next().is_none();
    is_alone.then_some((found, length))
}

/// The most consistent delimiter, and whether rows agreed on it beyond doubt. A text of
/// a single column has none: comma is given, as certain.
pub(super) fn guess(text: &str) -> (Delimiter, bool) {
    let scored = Delimiter::CANDIDATES.map(|delimiter| (delimiter, consistency(text, delimiter)));
    let mut best = None;
    for (delimiter, score) in scored {
        if score.columns > 1 && best.is_none_or(|(_, held)| score.beats(held)) {
            best = Some((delimiter, score));
        }
    }
    match best {
        Some((delimiter, score)) => (delimiter, score.agreeing * 10 >= score.rows * 8),
        None => (Delimiter::Comma, true),
    }
}

/// How well rows agree under one delimiter.
#[derive(Debug, Clone, Copy)]
struct Consistency {
    /// The most frequent number of cells.
    columns: usize,
    /// Rows with that number.
    agreeing: usize,
    rows: usize,
    /// The first row, usually the header, is among them.
    includes_first: bool,
}

impl Consistency {
    fn beats(self, other: Self) -> bool {
        // Cross-multiplied shares; a header that disagrees weighs more than ragged rows,
        // because decimal commas split every row but never the header.
        let share = |score: Self, rows: usize| score.agreeing * rows;
        (self.includes_first, share(self, other.rows), self.columns)
            > (other.includes_first, share(other, self.rows), other.columns)
    }
}

fn consistency(text: &str, delimiter: Delimiter) -> Consistency {
    let mut rows = Rows::new(text, delimiter.byte(), 0, 1);
    let mut widths = Vec::with_capacity(SAMPLE_ROWS);
    while let Some(row) = rows.advance() {
        if !row.is_blank() {
            widths.push(row.width());
        }
        if widths.len() == SAMPLE_ROWS {
            break;
        }
    }
    let count = |width: usize| widths.iter().filter(|&&other| other == width).count();
    let columns = widths
        .iter()
        .copied()
        .max_by_key(|&width| (count(width), width))
        .unwrap_or(0);
    Consistency {
        columns,
        agreeing: count(columns),
        rows: widths.len(),
        includes_first: widths.first() == Some(&columns),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_rows_agree_on() {
        let cases = [
            ("year,value\n2024,57\n", Delimiter::Comma),
            ("year;value\n2024;57,1\n2025;58,2\n", Delimiter::Semicolon),
            ("year\tvalue, %\n2024\t57,1\n", Delimiter::Tab),
            ("year|value\n2024|57\n", Delimiter::Pipe),
            (
                "place,value\n\"Newport; KY\",57\nCovington,63\n",
                Delimiter::Comma,
            ),
            (
                "place;value\n\"Newport, KY\";57\n\"Covington, KY\";63\n",
                Delimiter::Semicolon,
            ),
            ("a,b,c\n1,2,3\n1,2\n4,5,6\n", Delimiter::Comma),
            ("value\n57\n58\n", Delimiter::Comma),
            ("", Delimiter::Comma),
        ];
        for (text, expected) in cases {
            assert_eq!(guess(text).0, expected, "{text:?}");
        }
    }

    #[test]
    fn the_hint_excel_writes_is_taken_and_not_counted_as_a_row() {
        assert_eq!(
            excel_hint("sep=;\r\na;b\r\n"),
            Some((Delimiter::Semicolon, 7))
        );
        assert_eq!(excel_hint("sep=,\na,b"), Some((Delimiter::Comma, 6)));
        assert_eq!(excel_hint("sep=;x\n"), None);
        assert_eq!(excel_hint("separate,b\n"), None);
    }
}

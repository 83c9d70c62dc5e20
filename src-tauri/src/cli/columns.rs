//! Rows of text in columns, for people at a terminal.

use std::io::{self, Write};

/// Writes rows beneath their heads, each column as wide as its widest cell.
pub fn write(output: &mut impl Write, heads: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    let width = |column: usize, head: &str| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells
            .map(|cell| cell.chars().count())
            .chain([head.chars().count()])
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(column, head)| width(column, head))
        .collect();
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    for row in std::iter::once(&heads).chain(rows) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            let space = width.saturating_sub(cell.chars().count()) + 2;
            line.extend(std::iter::repeat_n(' ', space));
        }
        writeln!(output, "{}", line.trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_stand_beneath_each_other_whatever_the_script() {
        let mut written = Vec::new();
        let rows = [
            vec!["é".to_owned(), "1".to_owned()],
            vec!["long".to_owned(), "2".to_owned()],
        ];
        super::write(&mut written, &["A", "B"], &rows).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "A     B\né     1\nlong  2\n"
        );
    }
}

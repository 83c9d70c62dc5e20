//! Writing the tables, row by row, however many there are.

use super::FORMAT;
use backbone_core::{Cell, FORMAT_VERSION, Workbook};
use std::io::{self, Write};

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Writing failed.
    #[error("Writing failed: {0}")]
    Io(#[from] io::Error),
    /// Reading the initiative failed.
    #[error(transparent)]
    Core(#[from] backbone_core::Error),
}

/// Writes the whole initiative, one row a line.
pub fn export(book: &Workbook, mut out: impl Write) -> Result<(), ExportError> {
    writeln!(
        out,
        "{{\n\"format\": \"{FORMAT}\", \"version\": {FORMAT_VERSION},\n\"tables\": {{"
    )?;
    for (index, table) in book.tables()?.iter().enumerate() {
        let comma = if index == 0 { "" } else { ",\n" };
        write!(out, "{comma}{}: {{\"columns\": ", quoted(table))?;
        serde_json::to_writer(&mut out, &book.columns(table)?).map_err(io::Error::from)?;
        write!(out, ", \"rows\": [")?;
        let mut is_first = true;
        book.each_row(table, |cells| {
            out.write_all(if is_first { b"\n[" } else { b",\n[" })?;
            is_first = false;
            for (position, cell) in cells.iter().enumerate() {
                if position > 0 {
                    out.write_all(b",")?;
                }
                write_cell(&mut out, cell)?;
            }
            out.write_all(b"]")?;
            Ok::<(), ExportError>(())
        })?;
        write!(out, "]}}")?;
    }
    writeln!(out, "\n}}\n}}")?;
    out.flush()?;
    Ok(())
}

fn write_cell(out: &mut impl Write, cell: &Cell) -> io::Result<()> {
    match cell {
        Cell::Null => out.write_all(b"null"),
        Cell::Integer(number) => write!(out, "{number}"),
        Cell::Text(text) => serde_json::to_writer(out, text).map_err(io::Error::from),
        Cell::Bytes(bytes) => {
            out.write_all(b"{\"hex\":\"")?;
            bytes
                .iter()
                .try_for_each(|byte| write!(out, "{byte:02x}"))?;
            out.write_all(b"\"}")
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

//! Sheets as CSV (RFC 4180) in UTF-8 with its mark, so that spreadsheets read names with
//! accents right, and several of them in one archive.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Sheet, SheetError, Value};

/// A sheet as the bytes of a CSV file.
#[must_use]
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let heads = sheet.heads.iter().map(|head| quoted(&harmless(head)));
    line(&mut out, heads);
    for row in &sheet.rows {
        line(&mut out, row.iter().map(cell));
    }
    out.into_bytes()
}

/// Sheets as CSV files in one archive.
///
/// # Errors
/// An archive that cannot be put together.
pub fn zipped(sheets: &[Sheet]) -> Result<Vec<u8>, SheetError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a date of its own an archive of the same sheets has the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for sheet in sheets {
        archive.start_file(format!("{}.csv", sheet.name), options)?;
        archive.write_all(&csv(sheet))?;
    }
    Ok(archive.finish()?.into_inner())
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&cell);
    }
    out.push_str("\r\n");
}

fn cell(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) => quoted(&harmless(text)),
        Value::Number(number) => number.normalize().to_string(),
        Value::Day(day) => day.format("%Y-%m-%d").to_string(),
    }
}

/// Text that a spreadsheet would run as a formula stands behind an apostrophe, which it
/// shows as text. One that stands there already gets its own, so that taking one away always
/// gives what was written.
fn harmless(text: &str) -> String {
    let is_risky = text.trim_start_matches([' ', '\'']).starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠',
    ]);
    if is_risky {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r', ';', '\t'])
        || text.starts_with(' ')
        || text.ends_with(' ')
    {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::*;

    fn sheet(texts: &[&str]) -> Sheet {
        Sheet {
            name: "Readings".to_owned(),
            heads: vec!["Text".to_owned(), "Value".to_owned(), "Day".to_owned()],
            rows: texts
                .iter()
                .map(|text| {
                    vec![
                        Value::text(*text),
                        Value::Number(Decimal::new(-532, 1)),
                        Value::day(NaiveDate::from_ymd_opt(2026, 11, 24)),
                    ]
                })
                .collect(),
        }
    }

    #[test]
    fn text_never_runs_as_a_formula_and_numbers_stay_numbers() {
        for risky in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "=HYPERLINK(\"http://x\")",
            " =1",
            "＝1",
        ] {
            let written = String::from_utf8(csv(&sheet(&[risky]))).unwrap();
            let row = written.lines().nth(1).unwrap();
            assert!(
                row.starts_with('\'') || row.starts_with("\"'"),
                "{risky} is written as {row}"
            );
            assert!(written.contains(",-53.2,2026-11-24\r\n"), "{written}");
        }
    }

    #[test]
    fn the_same_sheets_give_the_same_archive() {
        let sheets = [
            sheet(&["a"]),
            Sheet {
                name: "Other".to_owned(),
                ..sheet(&["b"])
            },
        ];
        let bytes = zipped(&sheets).unwrap();
        assert!(bytes == zipped(&sheets).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive
            .by_name("Other.csv")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert!(text.contains("b,-53.2"), "{text}");
    }

    proptest::proptest! {
        #[test]
        fn any_text_reads_back_from_csv(text in "(\\PC|[\r\n\t\",;=+@-]){0,40}") {
            let bytes = csv(&sheet(&[&text]));
            let mut reader = ::csv::ReaderBuilder::new().from_reader(&bytes[3..]);
            let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
            proptest::prop_assert_eq!(rows.len(), 1);
            let found = rows[0].get(0).unwrap();
            let plain = found.strip_prefix('\'').filter(|plain| harmless(plain) != *plain).unwrap_or(found);
            proptest::prop_assert_eq!(plain, text.as_str());
        }
    }
}

//! Sheets as one spreadsheet: heads that stay in sight, columns as wide as what they hold,
//! and a filter on each.

use std::collections::HashSet;

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use super::{About, Sheet, SheetError, Value};

/// Rows of one sheet below its head; a spreadsheet has no more.
const MOST_ROWS: usize = 1_048_575;
/// Characters of one cell; a spreadsheet has no more.
const MOST_CHARACTERS: usize = 32_767;
/// Width of the widest column, in characters.
const WIDEST: usize = 60;

/// Sheets as the bytes of an XLSX file.
///
/// # Errors
/// A spreadsheet that cannot be put together.
pub fn xlsx(sheets: &[Sheet], about: &About) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let day = about.date.format("%Y-%m-%d").to_string();
    let properties = DocProperties::new()
        .set_title(&about.title)
        .set_author(&about.author)
        .set_creation_datetime(&ExcelDateTime::parse_from_str(&day)?);
    book.set_properties(&properties);
    let mut names = HashSet::new();
    for sheet in sheets {
        let mut parts = sheet.rows.chunks(MOST_ROWS);
        let mut rows = parts.next();
        // A table without rows still has its heads.
        loop {
            let worksheet = book.add_worksheet();
            worksheet.set_name(unique_name(&sheet.name, &mut names))?;
            fill(worksheet, &sheet.heads, rows.unwrap_or_default())?;
            rows = parts.next();
            if rows.is_none() {
                break;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

fn fill(
    worksheet: &mut Worksheet,
    heads: &[String],
    rows: &[Vec<Value>],
) -> Result<(), SheetError> {
    let head_look = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let text_look = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number_look = Format::new().set_align(FormatAlign::Top);
    let day_look = Format::new()
        .set_num_format("yyyy-mm-dd")
        .set_align(FormatAlign::Top);
    let mut widths = vec![8_usize; heads.len()];
    let mut wider = |column: usize, length: usize| {
        if let Some(width) = widths.get_mut(column) {
            *width = (*width).max(length.min(WIDEST));
        }
    };
    for (column, head) in (0_u16..).zip(heads) {
        worksheet.write_string_with_format(0, column, cut(head), &head_look)?;
        wider(usize::from(column), head.chars().count() + 3);
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, value) in (0_u16..).zip(cells) {
            match value {
                Value::Nothing => {}
                Value::Text(text) => {
                    // Written as text, it is text, whatever it begins with.
                    worksheet.write_string_with_format(row, column, cut(text), &text_look)?;
                    let longest = text.lines().map(|line| line.chars().count()).max();
                    wider(usize::from(column), longest.unwrap_or(0) + 1);
                }
                Value::Number(number) => {
                    // A spreadsheet knows no more digits than this.
                    let number = number.to_f64().unwrap_or(0.0);
                    worksheet.write_number_with_format(row, column, number, &number_look)?;
                }
                Value::Day(day) => {
                    let text = day.format("%Y-%m-%d").to_string();
                    match ExcelDateTime::parse_from_str(&text) {
                        Ok(day) => {
                            worksheet.write_datetime_with_format(row, column, &day, &day_look)?;
                        }
                        // Days before 1900 are no days to a spreadsheet.
                        Err(_) => {
                            worksheet.write_string_with_format(row, column, text, &text_look)?;
                        }
                    }
                    wider(usize::from(column), 12);
                }
            }
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        worksheet.set_column_width(column, width as f64)?;
    }
    worksheet.set_freeze_panes(1, 0)?;
    if let Some(last) = heads.len().checked_sub(1) {
        let last = u16::try_from(last).unwrap_or(u16::MAX);
        let bottom = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        worksheet.autofilter(0, 0, bottom, last)?;
    }
    Ok(())
}

/// Text in the room of a cell. JSON has it whole.
fn cut(text: &str) -> String {
    // The limit counts UTF-16 units.
    if text.encode_utf16().count() <= MOST_CHARACTERS {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut units = 1;
    for character in text.chars() {
        units += character.len_utf16();
        if units > MOST_CHARACTERS {
            break;
        }
        kept.push(character);
    }
    kept.push('…');
    kept
}

/// A name as a sheet may have it, which no other sheet has.
fn unique_name(name: &str, names: &mut HashSet<String>) -> String {
    let plain: String = name
        .chars()
        .map(|character| {
            if "[]:*?/\\'".contains(character) || character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    let plain = if plain.trim().is_empty() {
        "Sheet".to_owned()
    } else {
        plain.trim().to_owned()
    };
    let fitted = |ending: &str| -> String {
        let room = 31_usize.saturating_sub(ending.encode_utf16().count());
        let mut kept = String::new();
        for character in plain.chars() {
            if kept.encode_utf16().count() + character.len_utf16() > room {
                break;
            }
            kept.push(character);
        }
        kept + ending
    };
    let numbered = (2..).map(|number| fitted(&format!(" {number}")));
    let mut candidates = std::iter::once(fitted("")).chain(numbered);
    let free = candidates.find(|candidate| names.insert(candidate.to_lowercase()));
    free.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::*;

    fn about() -> About {
        About {
            title: "Cradle to Career".to_owned(),
            author: "Backbone".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        }
    }

    #[test]
    fn numbers_are_numbers_days_are_days_and_formulas_are_text() {
        let sheet = |name: &str| Sheet {
            name: name.to_owned(),
            heads: ["What", "Value", "Day", "Empty"]
                .map(str::to_owned)
                .to_vec(),
            rows: vec![vec![
                Value::text("=1+1"),
                Value::Number(Decimal::new(532, 1)),
                Value::day(NaiveDate::from_ymd_opt(2026, 11, 24)),
                Value::Nothing,
            ]],
        };
        let long = "x".repeat(40_000);
        let mut wordy = sheet("A/B: a very long name for any sheet");
        wordy.rows[0][0] = Value::text(long);
        let sheets = [wordy.clone(), wordy, sheet("Plain")];
        let bytes = xlsx(&sheets, &about()).unwrap();
        assert!(bytes == xlsx(&sheets, &about()).unwrap(), "the same bytes");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        assert_eq!(names.len(), 3, "{names:?}");
        assert!(names.iter().all(|name| name.chars().count() <= 31));
        let range = book.worksheet_range("Plain").unwrap();
        assert_eq!(range.get((1, 0)), Some(&Data::String("=1+1".to_owned())));
        assert_eq!(range.get((1, 1)), Some(&Data::Float(53.2)));
        assert!(
            matches!(range.get((1, 2)), Some(Data::DateTime(day)) if day.is_datetime()),
            "{:?}",
            range.get((1, 2))
        );
        assert!(
            book.worksheet_formula("Plain").unwrap().is_empty(),
            "nothing runs"
        );
    }
}

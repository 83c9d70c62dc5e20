//! Writes the sheet of a data request. The same form gives the same bytes: the document's
//! date is the day the figures are due.

use backbone_figures::{dates, text};
use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

use super::{Block, CODES, Form, FormCell, Given, code, columns as at, entries};

const INK: Color = Color::RGB(0x1C_1B_19);
const QUIET: Color = Color::RGB(0x5A_57_51);
const ACCENT: Color = Color::RGB(0x1F_4E_8C);
const SOFT: Color = Color::RGB(0xE8_EE_F7);
const PAPER: Color = Color::RGB(0xFF_FF_FF);
const HAIR: Color = Color::RGB(0xDC_D8_D2);
const EDGE: Color = Color::RGB(0x8A_86_7E);

/// Row of the heads, from 0; the figures begin below.
const HEAD: u32 = 5;
/// Widths of the columns, in characters.
const WIDTHS: &[(u16, f64)] = &[
    (at::CODE, 2.0),
    (at::WHOM, 27.0),
    (at::PERIOD, 11.0),
    (at::BEFORE, 23.0),
    (at::UNIT, 11.0),
    (at::FIGURE, 13.0),
    (at::COUNTED, 12.0),
    (at::OUT_OF, 12.0),
    (at::STATE, 15.0),
    (at::COMMENT, 36.0),
];
/// Height of a line of text, in points.
const LINE: f64 = 15.0;

/// The heads of the columns with their columns.
pub(super) fn heads() -> Vec<(u16, String)> {
    [
        (at::WHOM, "whom"),
        (at::PERIOD, "period"),
        (at::BEFORE, "before"),
        (at::UNIT, "unit"),
        (at::FIGURE, "figure"),
        (at::COUNTED, "counted"),
        (at::OUT_OF, "out-of"),
        (at::STATE, "state"),
        (at::COMMENT, "comment"),
    ]
    .into_iter()
    .map(|(column, id)| (column, text::english().get(&format!("request-head-{id}"))))
    .collect()
}

/// The bytes of an XLSX file.
///
/// # Errors
/// More than a spreadsheet can hold.
pub fn write(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let texts = text::english();
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(
        u16::try_from(form.due.year()).unwrap_or(2000),
        u8::try_from(form.due.month()).unwrap_or(1),
        u8::try_from(form.due.day()).unwrap_or(1),
    )?;
    book.set_properties(
        &DocProperties::new()
            .set_title(&form.title)
            .set_author(&form.sender)
            .set_creation_datetime(&made),
    );
    let sheet = book.add_worksheet();
    sheet.set_name(texts.get("request-sheet"))?;
    set_up(sheet, form)?;
    top(sheet, form)?;
    head(sheet, form)?;
    let mut row = HEAD;
    let mut rows = Vec::new();
    for block in &form.blocks {
        row += 1;
        band(sheet, row, block)?;
        for cell in &block.cells {
            row += 1;
            figure(sheet, row, form, block, cell)?;
            rows.push((row, block, cell));
        }
    }
    sheet.set_print_area(0, at::WHOM, row, at::COMMENT)?;
    codes(book.add_worksheet(), form, &rows)?;
    book.save_to_buffer()
}

fn plain() -> Format {
    Format::new()
        .set_font_name("Calibri")
        .set_font_size(10.5)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// Text as text: what begins like a formula stays what it says, also when it is edited.
fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    // A spreadsheet's cell holds so many characters and no more.
    let words: String = words.chars().take(32_000).collect();
    if words.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else if words.starts_with(['=', '+', '-', '@', '\t']) {
        let quoted = format.clone().set_quote_prefix();
        sheet.write_string_with_format(row, column, words, &quoted)?;
    } else {
        sheet.write_string_with_format(row, column, words, format)?;
    }
    Ok(())
}

fn set_up(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    for (column, width) in WIDTHS {
        sheet.set_column_width(*column, *width)?;
    }
    sheet.set_column_hidden(at::CODE)?;
    if !form.has_parts() {
        sheet.set_column_hidden(at::COUNTED)?;
        sheet.set_column_hidden(at::OUT_OF)?;
    }
    sheet.set_screen_gridlines(false);
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    let escaped = |text: &str| text.replace('&', "&&");
    sheet.set_footer(format!(
        "&L&8{}, {}&R&8&P / &N",
        escaped(&short(&form.partner)),
        escaped(&short(&form.title))
    ));
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
    sheet.set_selection(HEAD + 2, at::FIGURE, HEAD + 2, at::FIGURE)?;
    Ok(())
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

/// Title, who asks whom, by when, and how.
fn top(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let texts = text::english();
    let from = texts.with(
        "request-from",
        &[
            ("sender", form.sender.as_str().into()),
            ("partner", form.partner.as_str().into()),
            ("initiative", form.initiative.as_str().into()),
        ],
    );
    let due = texts.with("request-due", &[("date", dates::long(form.due).into())]);
    let mut how: Vec<String> = vec![
        texts.get("request-how-fill"),
        texts.get("request-how-missing"),
    ];
    if form.has_parts() {
        how.push(texts.get("request-how-parts"));
    }
    how.push(texts.get("request-how-return"));
    let across: f64 = WIDTHS
        .iter()
        .filter(|(column, _)| *column != at::CODE)
        .filter(|(column, _)| form.has_parts() || !matches!(*column, at::COUNTED | at::OUT_OF))
        .map(|(_, width)| width)
        .sum();
    let how: Vec<String> = (1..)
        .zip(&how)
        .map(|(number, line)| format!("{number}.  {line}"))
        .collect();
    let lines = how.iter().map(|line| lines_of(line, across)).sum::<f64>();
    for (row, words, format, height) in [
        (0, &form.title, plain().set_font_size(18).set_bold(), 30.0),
        (1, &from, plain().set_font_color(QUIET), 18.0),
        (
            2,
            &due,
            plain().set_font_size(12).set_bold().set_font_color(ACCENT),
            22.0,
        ),
        (
            3,
            &how.join("\n"),
            plain().set_align(FormatAlign::Top),
            lines * LINE + 6.0,
        ),
        (
            4,
            &form.note,
            plain().set_italic().set_align(FormatAlign::Top),
            if form.note.is_empty() {
                4.0
            } else {
                lines_of(&form.note, across) * LINE + 6.0
            },
        ),
    ] {
        // First the merged area, then its text: only the first cell holds any.
        sheet.merge_range(row, at::WHOM, row, at::COMMENT, "", &format)?;
        write_text(sheet, row, at::WHOM, words, &format)?;
        // A row is at most 409 points high.
        sheet.set_row_height(row, f64::min(height, 400.0))?;
    }
    Ok(())
}

/// About how many lines a text takes over so many characters; a little too many rather
/// than one too few, because nothing shows that a line is cut off.
fn lines_of(words: &str, across: f64) -> f64 {
    words
        .split('\n')
        .map(|line| {
            let length = line.chars().count().to_f64().unwrap_or(0.0);
            (length / (across * 1.2)).ceil().max(1.0)
        })
        .sum()
}

fn head(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let format = plain()
        .set_font_color(QUIET)
        .set_align(FormatAlign::Bottom)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(EDGE);
    let right = format.clone().set_align(FormatAlign::Right);
    let indented = format.clone().set_align(FormatAlign::Left).set_indent(1);
    for (column, words) in heads() {
        let format = match column {
            at::FIGURE..=at::OUT_OF => &right,
            at::STATE | at::COMMENT => &indented,
            _ => &format,
        };
        write_text(sheet, HEAD, column, &words, format)?;
    }
    let mark = code(&form.token, form.version, "head");
    sheet.write_string(HEAD, at::CODE, mark)?;
    sheet.set_row_height(HEAD, 20.0)?;
    Ok(())
}

/// The measure over its figures: name, question, definition, what is counted.
fn band(sheet: &mut Worksheet, row: u32, block: &Block) -> Result<(), XlsxError> {
    let texts = text::english();
    let mut about = Vec::new();
    if !block.definition.is_empty() {
        about.push(block.definition.clone());
    }
    if block.has_parts() && !block.counted.is_empty() && !block.out_of.is_empty() {
        about.push(texts.with(
            "request-parts",
            &[
                ("counted", block.counted.as_str().into()),
                ("out-of", block.out_of.as_str().into()),
            ],
        ));
    }
    let band = plain()
        .set_background_color(SOFT)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(HAIR);
    let (bold, regular, quiet) = (
        Format::new()
            .set_font_name("Calibri")
            .set_font_size(11.5)
            .set_bold()
            .set_font_color(INK),
        Format::new()
            .set_font_name("Calibri")
            .set_font_size(10.5)
            .set_font_color(INK),
        Format::new()
            .set_font_name("Calibri")
            .set_font_size(9.5)
            .set_font_color(QUIET),
    );
    let question = if block.question.is_empty() {
        String::new()
    } else {
        format!("   {}", block.question)
    };
    let about = if about.is_empty() {
        String::new()
    } else {
        format!("\n{}", about.join("\n"))
    };
    let across = 150.0;
    let height = lines_of(&format!("{}{question}", block.name), across) * 17.0
        + if about.is_empty() {
            0.0
        } else {
            lines_of(about.trim_start(), across) * 13.5
        }
        + 8.0;
    sheet.merge_range(row, at::WHOM, row, at::COMMENT, "", &band)?;
    let pieces: Vec<(&Format, &str)> = [
        (&bold, block.name.as_str()),
        (&regular, question.as_str()),
        (&quiet, about.as_str()),
    ]
    .into_iter()
    .filter(|(_, words)| !words.is_empty())
    .collect();
    match pieces.as_slice() {
        [] => {}
        // A text of one piece is no rich text.
        [(_, words)] => write_text(sheet, row, at::WHOM, words, &band.set_bold())?,
        pieces => {
            sheet.write_rich_string_with_format(row, at::WHOM, pieces, &band)?;
        }
    }
    sheet.set_row_height(row, f64::min(height, 400.0))?;
    Ok(())
}

fn figure(
    sheet: &mut Worksheet,
    row: u32,
    form: &Form,
    block: &Block,
    cell: &FormCell,
) -> Result<(), XlsxError> {
    let locked = plain()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(HAIR);
    let quiet = locked.clone().set_font_color(QUIET).set_font_size(9.5);
    sheet.write_string(row, at::CODE, code(&form.token, form.version, &cell.id))?;
    write_text(sheet, row, at::WHOM, &cell.whom, &locked.clone().set_bold())?;
    write_text(sheet, row, at::PERIOD, &cell.period, &locked)?;
    write_text(sheet, row, at::BEFORE, &cell.before, &quiet)?;
    write_text(sheet, row, at::UNIT, &block.unit, &quiet)?;
    let open = plain()
        .set_unlocked()
        .set_background_color(PAPER)
        .set_border(FormatBorder::Thin)
        .set_border_color(ACCENT);
    let number = |digits: u8| {
        let places = "0".repeat(usize::from(digits));
        let point = if digits == 0 { "" } else { "." };
        open.clone()
            .set_num_format(format!("#,##0{point}{places}"))
            .set_align(FormatAlign::Right)
    };
    given(
        sheet,
        row,
        at::FIGURE,
        &cell.answer.figure,
        &number(block.precision),
    )?;
    if block.has_parts() {
        given(sheet, row, at::COUNTED, &cell.answer.counted, &number(0))?;
        given(sheet, row, at::OUT_OF, &cell.answer.out_of, &number(0))?;
        let rule = entries::counts()?;
        sheet.add_data_validation(row, at::COUNTED, row, at::OUT_OF, &rule)?;
    } else {
        for column in [at::COUNTED, at::OUT_OF] {
            sheet.write_blank(row, column, &locked)?;
        }
    }
    let words = open.clone().set_align(FormatAlign::Left).set_indent(1);
    write_text(sheet, row, at::STATE, &cell.answer.state, &words)?;
    write_text(sheet, row, at::COMMENT, &cell.answer.comment, &words)?;
    sheet.add_data_validation(row, at::FIGURE, row, at::FIGURE, &entries::limits(block)?)?;
    sheet.add_data_validation(row, at::STATE, row, at::STATE, &entries::states()?)?;
    let lines = lines_of(&cell.before, 24.0).max(lines_of(&cell.whom, 26.0));
    sheet.set_row_height(row, f64::max(24.0, lines * 13.5 + 6.0))?;
    Ok(())
}

fn given(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    given: &Given,
    format: &Format,
) -> Result<(), XlsxError> {
    match given {
        Given::Nothing => {
            sheet.write_blank(row, column, format)?;
        }
        Given::Number(number) => {
            let number = number.to_f64().unwrap_or(0.0);
            sheet.write_number_with_format(row, column, number, format)?;
        }
        Given::Text(words) | Given::Error(words) => write_text(sheet, row, column, words, format)?,
    }
    Ok(())
}

/// The hidden sheet: what the file is, and what every locked cell said when it was sent.
fn codes(
    sheet: &mut Worksheet,
    form: &Form,
    rows: &[(u32, &Block, &FormCell)],
) -> Result<(), XlsxError> {
    sheet.set_name(CODES)?;
    sheet.set_very_hidden(true);
    sheet.protect();
    let head = code(&form.token, form.version, "head");
    sheet.write_string(0, 0, head)?;
    sheet.write_string(0, 1, &form.initiative_id)?;
    for (column, words) in heads() {
        sheet.write_string(1, column, words)?;
    }
    for (at, (row, block, cell)) in (2..).zip(rows) {
        sheet.write_string(at, 0, code(&form.token, form.version, &cell.id))?;
        let name: String = block.name.chars().take(32_000).collect();
        for (column, words) in [
            (1, &name),
            (2, &cell.whom),
            (3, &cell.period),
            (4, &block.unit),
        ] {
            write_text(sheet, at, column, words, &Format::new())?;
        }
        sheet.write_number(at, 5, f64::from(*row + 1))?;
    }
    Ok(())
}

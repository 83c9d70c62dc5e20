//! Sheets of OpenDocument files. Read here and not by the library that reads the other
//! formats, because that one forgets which numbers are percentages, and because rows and
//! cells that are repeated thousands of times must cost no more than they hold.

use super::sheet_text::{SheetText, figure, percentage};
use super::{SheetName, TableError};
use crate::cells::markers::is_spreadsheet_error;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;

/// More columns than any spreadsheet has; repeats beyond are filling.
const MOST_COLUMNS: u32 = 16_384;
/// More rows than any spreadsheet has.
const MOST_ROWS: u32 = 1_048_576;
/// A filled row that is repeated more often than this was not typed by anyone.
const MOST_REPEATS: u32 = 100_000;

/// Whether the bytes are an OpenDocument spreadsheet that can be read.
pub(super) fn is_one(bytes: &[u8]) -> Result<bool, TableError> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(false);
    };
    let kind = part(&mut archive, "mimetype").unwrap_or_default();
    if !kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return Ok(false);
    }
    let manifest = part(&mut archive, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(TableError::Protected);
    }
    Ok(true)
}

/// The sheets in order.
pub(super) fn names(bytes: &[u8]) -> Result<Vec<SheetName>, TableError> {
    let mut names = Vec::new();
    walk(bytes, &mut |name| {
        names.push(name.clone());
        false
    })?;
    Ok(names)
}

/// One sheet as comma-separated text.
pub(super) fn text(bytes: &[u8], wanted: &str) -> Result<String, TableError> {
    walk(bytes, &mut |name| name.name == wanted)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    const ENOUGH: u64 = 1 << 20;
    let mut text = String::new();
    let file = archive.by_name(name).ok()?;
    file.take(ENOUGH).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Goes through the sheets and reads the first that is wanted.
fn walk(bytes: &[u8], is_wanted: &mut dyn FnMut(&SheetName) -> bool) -> Result<String, TableError> {
    let damaged = || TableError::Damaged;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let content = archive.by_name("content.xml").map_err(|_| damaged())?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let mut hidden: HashSet<String> = HashSet::new();
    let mut style: Option<String> = None;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| damaged())? {
            Event::Start(element) => match &*element.name().as_ref().to_owned() {
                "style:style" => style = attribute(&element, "style:name"),
                "style:table-properties" => {
                    let is_hidden =
                        attribute(&element, "table:display").is_some_and(|shown| shown == "false");
                    if let Some(style) = style.take().filter(|_| is_hidden) {
                        hidden.insert(style);
                    }
                }
                "table:table" => {
                    let style = attribute(&element, "table:style-name").unwrap_or_default();
                    let name = SheetName {
                        name: attribute(&element, "table:name").unwrap_or_default(),
                        is_hidden: hidden.contains(&style),
                    };
                    if is_wanted(&name) {
                        return read_table(&mut xml);
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(String::new()),
            _ => {}
        }
    }
}

/// A cell as it is being read.
#[derive(Default)]
struct Cell {
    repeats: u32,
    kind: String,
    value: Option<String>,
    text: String,
}

fn read_table(xml: &mut Reader<impl BufRead>) -> Result<String, TableError> {
    let mut sheet = SheetText::default();
    let mut row = 0_u32;
    let mut repeats = 1_u32;
    // The filled cells of the row at hand with their column.
    let mut cells: Vec<(u32, String)> = Vec::new();
    let mut column = 0_u32;
    let mut cell: Option<Cell> = None;
    let mut paragraphs = 0_u32;
    let mut inside_note = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer);
        match event.or(Err(TableError::Damaged))? {
            Event::Start(element) => match element.name().as_ref() {
                "table:table-row" => {
                    repeats = count(&element, "table:number-rows-repeated").min(MOST_ROWS);
                    column = 0;
                    cells.clear();
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    paragraphs = 0;
                    cell = Some(Cell::begin(&element));
                }
                "office:annotation" => inside_note = true,
                "text:p" if !inside_note => {
                    paragraphs += 1;
                    if let Some(cell) = cell.as_mut().filter(|_| paragraphs > 1) {
                        cell.text.push('\n');
                    }
                }
                "text:s" | "text:tab" | "text:line-break" if !inside_note => {
                    if let Some(cell) = cell.as_mut() {
                        cell.text.push(' ');
                    }
                }
                _ => {}
            },
            Event::Text(text) if !inside_note => {
                if let Some(cell) = cell.as_mut().filter(|_| paragraphs > 0) {
                    cell.text.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(entity) if !inside_note => {
                if let Some(cell) = cell.as_mut().filter(|_| paragraphs > 0) {
                    push_entity(&mut cell.text, &entity);
                }
            }
            Event::End(element) => match element.name().as_ref() {
                "office:annotation" => inside_note = false,
                "table:table-cell" | "table:covered-table-cell" => {
                    if let Some(done) = cell.take() {
                        let end = column.saturating_add(done.repeats).min(MOST_COLUMNS);
                        let shown = done.shown();
                        if !shown.is_empty() {
                            cells.extend((column..end).map(|at| (at, shown.clone())));
                        }
                        column = end;
                    }
                }
                "table:table-row" => {
                    if !cells.is_empty() {
                        if repeats > MOST_REPEATS {
                            return Err(TableError::TooLarge);
                        }
                        for at in row..row.saturating_add(repeats) {
                            for (column, text) in &cells {
                                sheet.put(at, *column, text)?;
                            }
                        }
                    }
                    row = row.saturating_add(repeats);
                }
                "table:table" => return Ok(sheet.finish()),
                _ => {}
            },
            Event::Eof => return Err(TableError::Damaged),
            _ => {}
        }
    }
}

impl Cell {
    fn begin(element: &BytesStart<'_>) -> Self {
        let is_error = attribute(element, "calcext:value-type").is_some_and(|kind| kind == "error");
        let kind = if is_error {
            "error".to_owned()
        } else {
            attribute(element, "office:value-type").unwrap_or_default()
        };
        let value = match kind.as_str() {
            "float" | "currency" | "percentage" => attribute(element, "office:value"),
            "date" => attribute(element, "office:date-value"),
            "time" => attribute(element, "office:time-value"),
            "boolean" => attribute(element, "office:boolean-value"),
            _ => None,
        };
        Self {
            repeats: count(element, "table:number-columns-repeated"),
            kind,
            value,
            text: String::new(),
        }
    }

    /// What a table reads in its place.
    fn shown(self) -> String {
        // A formula that failed may still carry a figure that nobody sees.
        if is_spreadsheet_error(self.text.trim()) {
            return self.text;
        }
        let number = || self.value.as_deref().and_then(|text| text.parse().ok());
        match (self.kind.as_str(), &self.value) {
            ("percentage", Some(_)) => number().map_or(self.text, percentage),
            ("float" | "currency", Some(_)) => number().map_or(self.text, figure),
            ("date", Some(date)) => date
                .strip_suffix("T00:00:00")
                .unwrap_or(date)
                .replace('T', " "),
            (_, Some(value)) => value.clone(),
            _ => self.text,
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
}

fn push_entity(text: &mut String, entity: &BytesRef<'_>) {
    if let Ok(Some(char)) = entity.resolve_char_ref() {
        text.push(char);
    } else if let Some(known) = quick_xml::escape::resolve_predefined_entity(entity) {
        text.push_str(known);
    }
}

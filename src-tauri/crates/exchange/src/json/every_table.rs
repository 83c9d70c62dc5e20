//! Two rows in every table of the schema, with any text in them: read from the schema's own
//! text, so that a table added later is tried without a line here.

use std::collections::BTreeMap;

use backbone_core::{Cell, FORMAT_VERSION, Workbook};
use proptest::prelude::*;

use super::tests::{text_of, through_a_file};

const SCHEMA: &str = include_str!("../../../core/schema.sql");
/// The initiative itself is one row; every other table gets two.
const ONE_ROW: &str = "initiatives";

/// Tables with their columns, each as the schema writes it.
fn tables() -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for statement in SCHEMA.split("CREATE TABLE ").skip(1) {
        let (name, rest) = statement.split_once(" (\n").unwrap();
        let (body, _) = rest.split_once("\n) STRICT").unwrap();
        let mut columns: Vec<String> = Vec::new();
        for line in body.lines() {
            let is_column = line.starts_with("    ")
                && line
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_lowercase())
                && !line.starts_with("        ");
            if is_column {
                columns.push(line.trim().to_owned());
            } else if line.starts_with("        ") {
                // A check that goes on.
                columns.last_mut().unwrap().push_str(line.trim());
            }
        }
        found.insert(name.to_owned(), columns);
    }
    found
}

/// The id of a row: the same wherever it is referred to.
fn id(table: &str, row: u8) -> Cell {
    let mut bytes = [row; 16];
    for (byte, letter) in bytes.iter_mut().zip(table.bytes()) {
        *byte ^= letter;
    }
    Cell::Bytes(bytes.to_vec())
}

/// What is written into a column, so that its checks hold.
fn cell(table: &str, column: &str, row: u8, text: &str) -> Cell {
    let name = column.split(' ').next().unwrap();
    let number = Cell::Integer(i64::from(row));
    if let Some((_, rest)) = column.split_once(" REFERENCES ") {
        let other = rest.split(' ').next().unwrap();
        // The second reference to a table goes to its other row.
        let is_second = ["to_id", "part_id", "other_id", "indicator_id"].contains(&name);
        let row = if is_second { 3 - row } else { row };
        return if column.contains(" BLOB ") {
            id(other, row)
        } else {
            Cell::Integer(i64::from(row))
        };
    }
    if column.contains(" BLOB") {
        return id(table, row);
    }
    if column.contains(" INTEGER") {
        let least = column.split_once("BETWEEN ").map(|(_, rest)| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().unwrap()
        });
        let is_mark = column.contains("IN (0, 1)");
        // Only a rate is per so many.
        return match (name, least) {
            ("rate_per", _) => Cell::Null,
            (_, Some(least)) => Cell::Integer(least),
            _ if is_mark => Cell::Integer(i64::from(row % 2)),
            _ => number,
        };
    }
    // Each row takes another of the words a column may hold.
    let words: Vec<&str> = column.split('\'').skip(1).step_by(2).collect();
    let word = words.get(usize::from(row - 1)).or(words.first());
    match word.filter(|_| column.contains("CHECK")) {
        Some(word) => Cell::Text((*word).to_owned()),
        None => Cell::Text(format!("{text}{row}")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_survives_in_every_table(text in "(\\PC|[\n\t\"'\\\\]){0,60}") {
        let tables = tables();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("every table.backbone");
        backbone_core::restore(&path, FORMAT_VERSION, |restoring| {
            for (table, columns) in &tables {
                let names: Vec<String> = columns
                    .iter()
                    .map(|column| column.split(' ').next().unwrap().to_owned())
                    .collect();
                let last = if table == ONE_ROW { 1 } else { 2 };
                for row in 1..=last {
                    let cells: Vec<Cell> = columns
                        .iter()
                        .map(|column| cell(table, column, row, &text))
                        .collect();
                    restoring.put(table, &names, &cells)?;
                }
            }
            Ok::<_, backbone_core::Error>(())
        })
        .unwrap();
        let book = Workbook::open_read_only(&path).unwrap();
        let mut known = book.tables().unwrap();
        known.sort();
        prop_assert_eq!(known, tables.into_keys().collect::<Vec<_>>());
        let written = text_of(&book);
        prop_assert_eq!(through_a_file(&written).unwrap(), written);
    }
}

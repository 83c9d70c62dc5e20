//! A table on its way into the initiative: its bytes, and what the person has chosen.
//! The window only ever sees one page of it.

use crate::problems;
use backbone_contract::{ImportChoices, ImportColumn, ImportPreview, ImportProblem, ImportRow};
use backbone_core::{Id, MeasureId, Workbook};
use backbone_exchange::{
    cells::DecimalMark,
    periods::DateOrder,
    readings_import::{
        Known, Mapping, OnChanged, Preview, Role, RowState, Severity, preview, propose_mapping,
    },
    table::{Delimiter, Encoding, ReadOptions, Table, TableError},
};

/// Rows of one page.
const PAGE: usize = 100;
/// Filled cells shown under a column's head.
const EXAMPLES: usize = 3;

/// A table that is being imported.
#[derive(Debug)]
pub struct ImportSession {
    bytes: Vec<u8>,
    file_name: String,
    table: Table,
}

const ROLES: &[(Role, &str)] = &[
    (Role::Ignore, "ignore"),
    (Role::Period, "period"),
    (Role::Value, "value"),
    (Role::Measure, "measure"),
    (Role::Group, "group"),
    (Role::Place, "place"),
    (Role::Provider, "provider"),
    (Role::Numerator, "numerator"),
    (Role::Denominator, "denominator"),
    (Role::Lower, "lower"),
    (Role::Upper, "upper"),
    (Role::State, "state"),
    (Role::Comment, "comment"),
    (Role::Source, "source"),
];

const ENCODINGS: &[(Encoding, &str)] = &[
    (Encoding::Utf8, "utf8"),
    (Encoding::Utf16Le, "utf16le"),
    (Encoding::Utf16Be, "utf16be"),
    (Encoding::Windows1252, "windows1252"),
    (Encoding::MacRoman, "macroman"),
];

const DELIMITERS: &[(Delimiter, &str)] = &[
    (Delimiter::Comma, ","),
    (Delimiter::Semicolon, ";"),
    (Delimiter::Tab, "\t"),
    (Delimiter::Pipe, "|"),
];

/// The word of a value in one of the lists above.
fn word<T: Copy + PartialEq>(list: &[(T, &'static str)], value: T) -> &'static str {
    list.iter()
        .find(|(known, _)| *known == value)
        .map_or("", |(_, word)| *word)
}

/// The value of a word in one of the lists above.
pub fn value<T: Copy>(list: &[(T, &'static str)], word: &str) -> Option<T> {
    list.iter()
        .find(|(_, known)| *known == word)
        .map(|(value, _)| *value)
}

/// The role of a word such as `value`.
pub fn role(word: &str) -> Option<Role> {
    value(ROLES, word)
}

impl ImportSession {
    /// Reads a table, recognizing its encoding and delimiter.
    pub fn read(bytes: Vec<u8>, file_name: String) -> Result<Self, TableError> {
        let table = Table::read(bytes.clone(), &ReadOptions::default())?;
        Ok(Self {
            bytes,
            file_name,
            table,
        })
    }

    /// Name of the file without its folder.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The table as it is read now.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Reads the bytes again where encoding or delimiter were changed.
    pub fn reread(&mut self, choices: &ImportChoices) -> Result<(), TableError> {
        let options = ReadOptions {
            encoding: value(ENCODINGS, &choices.encoding),
            delimiter: value(DELIMITERS, &choices.delimiter),
            ..ReadOptions::default()
        };
        let sniffed = self.table.sniffed();
        if options.encoding != Some(sniffed.encoding)
            || options.delimiter != Some(sniffed.delimiter)
        {
            self.table = Table::read(self.bytes.clone(), &options)?;
        }
        Ok(())
    }

    /// What is proposed before anything was chosen.
    pub fn propose(&self, known: &Known, measure: Option<MeasureId>) -> ImportChoices {
        let mut mapping = propose_mapping(&self.table, &known.context);
        let names_measures = mapping.columns.contains(&Role::Measure);
        if !names_measures {
            mapping.measure = measure
                .and_then(|id| known.position_of(id))
                .or(mapping.measure);
        }
        let sniffed = self.table.sniffed();
        ImportChoices {
            encoding: word(ENCODINGS, sniffed.encoding).to_owned(),
            delimiter: word(DELIMITERS, sniffed.delimiter).to_owned(),
            decimal: None,
            date_order: None,
            measure: mapping
                .measure
                .and_then(|position| known.measures.get(position as usize))
                .map(ToString::to_string),
            columns: mapping
                .columns
                .iter()
                .map(|role| word(ROLES, *role).to_owned())
                .collect(),
            skip_rows: Vec::new(),
            on_changed: "replace".to_owned(),
            add_unknown: false,
            from: 0,
            only_problems: false,
        }
    }

    /// The choices as the importer takes them.
    pub fn mapping(&self, known: &Known, choices: &ImportChoices) -> Mapping {
        Mapping {
            columns: choices
                .columns
                .iter()
                .map(|word| role(word).unwrap_or(Role::Ignore))
                .collect(),
            measure: choices
                .measure
                .as_deref()
                .and_then(|id| MeasureId::parse(id).ok())
                .and_then(|id| known.position_of(id)),
            decimal: match choices.decimal.as_deref() {
                Some(".") => Some(DecimalMark::Point),
                Some(",") => Some(DecimalMark::Comma),
                _ => None,
            },
            date_order: match choices.date_order.as_deref() {
                Some("day_first") => Some(DateOrder::DayFirst),
                Some("month_first") => Some(DateOrder::MonthFirst),
                _ => None,
            },
            skip_rows: choices.skip_rows.iter().copied().collect(),
            on_changed: if choices.on_changed == "keep" {
                OnChanged::Keep
            } else {
                OnChanged::Replace
            },
            add_unknown: choices.add_unknown,
            ..Mapping::default()
        }
    }

    /// What the window shows for these choices.
    pub fn preview(
        &self,
        book: &Workbook,
        known: &Known,
        choices: ImportChoices,
    ) -> backbone_core::Result<ImportPreview> {
        let mapping = self.mapping(known, &choices);
        let stored = known.stored(book, &self.table, &mapping)?;
        let found = preview(&self.table, &mapping, &known.context, &stored);
        Ok(self.shown(&found, choices))
    }

    fn shown(&self, found: &Preview, choices: ImportChoices) -> ImportPreview {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let rows = found.page(
            &self.table,
            choices.from as usize,
            PAGE,
            choices.only_problems,
        );
        let mut problems: Vec<ImportProblem> = found
            .groups
            .iter()
            .map(|group| ImportProblem {
                code: group.first.kind.code().to_owned(),
                must_fix: group.severity == Severity::MustFix,
                words: problems::described(&group.first),
                advice: problems::advice(&group.first),
                rows: group.rows.clone(),
                row_count: count(group.row_count),
            })
            .collect();
        problems.sort_by_key(|problem| !problem.must_fix);
        ImportPreview {
            file_name: self.file_name.clone(),
            columns: self.columns(),
            row_count: count(found.row_count),
            new_count: count(found.new_count),
            same_count: count(found.same_count),
            changed_count: count(found.changed_count),
            skipped_count: count(found.skipped_count),
            blocked_count: count(found.blocked_count),
            problems,
            rows: rows
                .into_iter()
                .map(|row| ImportRow {
                    number: row.number,
                    state: state_word(row.state).to_owned(),
                    marked: row
                        .problems
                        .iter()
                        .filter_map(|problem| problem.column)
                        .map(u32::from)
                        .collect(),
                    noticed: row
                        .problems
                        .iter()
                        .map(problems::said)
                        .collect::<Vec<_>>()
                        .join(" "),
                    cells: row.cells,
                })
                .collect(),
            is_ready: found.is_ready(),
            listed_count: count(found.listed_count(choices.only_problems)),
            choices,
        }
    }

    fn columns(&self) -> Vec<ImportColumn> {
        let mut columns: Vec<ImportColumn> = self
            .table
            .header()
            .iter()
            .map(|head| ImportColumn {
                head: head.clone(),
                examples: Vec::new(),
            })
            .collect();
        let mut rows = self.table.rows();
        for _ in 0..50 {
            let Some(row) = rows.advance() else { break };
            for (index, column) in columns.iter_mut().enumerate() {
                let cell = row.cell(index);
                if column.examples.len() < EXAMPLES && !cell.trim().is_empty() {
                    column.examples.push(cell.chars().take(40).collect());
                }
            }
        }
        columns
    }
}

fn state_word(state: RowState) -> &'static str {
    match state {
        RowState::Blank | RowState::Skipped => "skipped",
        RowState::Same => "same",
        RowState::New => "new",
        RowState::Changed => "changed",
        RowState::Check => "check",
        RowState::Blocked => "blocked",
    }
}

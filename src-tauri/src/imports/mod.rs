//! A table on its way into the initiative: where it came from, what the person has chosen,
//! and what the last look at it found. The window only ever sees one page of it.

mod decisions;
mod mends;
mod shown;

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

pub use decisions::position_by_name;
pub use shown::remembered_import;

use backbone_contract::{ImportChoices, ImportPage, ImportPageRequest, ImportPreview};
use backbone_core::{Entry, Error, Id, MeasureId, Workbook, measurement::ImportMapping};
use backbone_exchange::{
    codes::Coded,
    readings_import::{
        Cancelled, Filter, Known, Mapping, Preview, Remembered, Role, Stored, View, preview_with,
        propose_mapping, recognize,
    },
    table::{Delimiter, Encoding, HeaderRow, ReadOptions, SheetName, Table, TableError},
};

/// Rows of one page.
const PAGE: usize = 100;

/// Larger files are no tables of figures; reading them would only exhaust the memory.
const LARGEST: u64 = 2_000_000_000;

/// Is told the row that is read and answers whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(u32) -> bool;

/// A table that is being imported.
#[derive(Debug)]
pub struct ImportSession {
    path: PathBuf,
    table: Table,
    sheets: Vec<SheetName>,
    last: Option<Look>,
}

/// The last look at the table.
#[derive(Debug)]
struct Look {
    known: Known,
    stored: Stored,
    mapping: Mapping,
    found: Preview,
}

/// Why a file is not read as a table.
#[derive(Debug)]
pub enum Unreadable {
    /// The file itself cannot be read.
    File(io::Error),
    /// Its content is no table.
    Table(TableError),
}

/// Why there is no preview.
#[derive(Debug)]
pub enum NoPreview {
    /// The initiative cannot be read.
    Core(Error),
    /// Someone stopped it.
    Stopped,
}

impl From<Error> for NoPreview {
    fn from(error: Error) -> Self {
        Self::Core(error)
    }
}

impl From<Cancelled> for NoPreview {
    fn from(_: Cancelled) -> Self {
        Self::Stopped
    }
}

/// The bytes of a file that may hold a table.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let about = fs::metadata(path).map_err(Unreadable::File)?;
    if about.is_dir() {
        return Err(Unreadable::File(io::ErrorKind::IsADirectory.into()));
    }
    if about.len() > LARGEST {
        return Err(Unreadable::Table(TableError::TooLarge));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    let read = File::open(path).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(Unreadable::File)?;
    Ok(bytes)
}

impl ImportSession {
    /// Reads a table, recognizing its encoding, delimiter and column names.
    pub fn read(path: &Path, options: &ReadOptions, watch: Watch<'_>) -> Result<Self, Unreadable> {
        let bytes = bytes_of(path)?;
        let sheets = Table::sheets(&bytes);
        let table = Table::read_watched(bytes, options, watch).map_err(Unreadable::Table)?;
        Ok(Self {
            path: path.to_owned(),
            table,
            sheets,
            last: None,
        })
    }

    /// Name of the file without its folder.
    pub fn file_name(&self) -> String {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// The table as it is read now.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Reads the file again where it is to be read another way. Answers whether its columns
    /// are others now.
    pub fn reread(
        &mut self,
        choices: &ImportChoices,
        watch: Watch<'_>,
    ) -> Result<bool, Unreadable> {
        let options = options_of(choices);
        let sniffed = self.table.sniffed();
        let is_sheet = sniffed.sheet.is_some();
        let sheet = sniffed.sheet.as_ref().map(|sheet| &sheet.name);
        let is_as_before = options.sheet.as_ref() == sheet
            && options.header == Some(sniffed.header)
            && (is_sheet
                || options.encoding == Some(sniffed.encoding)
                    && options.delimiter == Some(sniffed.delimiter));
        if is_as_before {
            return Ok(false);
        }
        // Another sheet or another delimiter has its names elsewhere; look for them anew.
        let is_other_shape = options.sheet.as_ref() != sheet
            || !is_sheet && options.delimiter != Some(sniffed.delimiter);
        let options = ReadOptions {
            header: options.header.filter(|_| !is_other_shape),
            ..options
        };
        let heads = self.table.header().to_vec();
        self.last = None;
        let bytes = bytes_of(&self.path)?;
        self.table = Table::read_watched(bytes, &options, watch).map_err(Unreadable::Table)?;
        Ok(self.table.header() != heads)
    }

    /// The remembered way of reading this table, if its columns are known; the one used
    /// last where there are several.
    pub fn recognized<'m>(
        &self,
        remembered: &'m [Entry<ImportMapping>],
    ) -> Option<&'m Entry<ImportMapping>> {
        let mut newest: Vec<&Entry<ImportMapping>> = remembered.iter().collect();
        newest.sort_by_key(|entry| std::cmp::Reverse(entry.record.used_ms));
        let heads = newest.iter().map(|entry| entry.record.heads.as_str());
        let at = recognize(&self.table, heads)?;
        newest.get(at).copied()
    }

    /// What is proposed before anything was chosen.
    pub fn propose(&self, known: &Known, measure: Option<MeasureId>) -> ImportChoices {
        let mut mapping = propose_mapping(&self.table, &known.context);
        if !mapping.columns.contains(&Role::Measure) {
            mapping.measure = measure
                .and_then(|id| known.position_of(id))
                .or(mapping.measure);
        }
        self.choices(known, &mapping, None)
    }

    /// What a remembered way of reading makes of the table; read again first where it says
    /// how.
    pub fn remember(
        &mut self,
        known: &Known,
        remembered: &ImportMapping,
        watch: Watch<'_>,
    ) -> Result<ImportChoices, Unreadable> {
        let way = Remembered::parse(&remembered.choices);
        let options = way.read_options();
        let sniffed = self.table.sniffed();
        let differs = options
            .encoding
            .is_some_and(|other| other != sniffed.encoding)
            || options
                .delimiter
                .is_some_and(|other| other != sniffed.delimiter)
            || options.sheet.as_ref().is_some_and(|other| {
                let is_there = self.sheets.iter().any(|sheet| sheet.name == *other);
                is_there
                    && sniffed
                        .sheet
                        .as_ref()
                        .is_none_or(|sheet| sheet.name != *other)
            });
        if differs {
            let bytes = bytes_of(&self.path)?;
            self.table = Table::read_watched(bytes, &options, watch).map_err(Unreadable::Table)?;
        }
        let mapping = way.apply(&self.table, &known.context);
        Ok(self.choices(known, &mapping, Some(remembered.name.clone())))
    }

    fn choices(&self, known: &Known, mapping: &Mapping, read_as: Option<String>) -> ImportChoices {
        let sniffed = self.table.sniffed();
        ImportChoices {
            encoding: sniffed.encoding.code().to_owned(),
            delimiter: sniffed.delimiter.code().to_owned(),
            sheet: sniffed.sheet.as_ref().map(|sheet| sheet.name.clone()),
            header_row: match sniffed.header {
                HeaderRow::At(row) => row,
                HeaderRow::None => 0,
            },
            measure: decisions::measure_id(known, mapping.measure),
            columns: mapping
                .columns
                .iter()
                .map(|role| role.code().to_owned())
                .collect(),
            decisions: decisions::of_mapping(known, mapping),
            read_as,
        }
    }

    /// The choices as the importer takes them.
    pub fn mapping(&self, known: &Known, choices: &ImportChoices) -> Mapping {
        decisions::mapping(&self.table, known, choices)
    }

    /// What the window shows for these choices.
    pub fn preview(
        &mut self,
        book: &Workbook,
        known: Known,
        choices: ImportChoices,
        watch: Watch<'_>,
    ) -> Result<ImportPreview, NoPreview> {
        self.last = None;
        let mapping = self.mapping(&known, &choices);
        let stored = known.stored(book, &self.table, &mapping)?;
        let found = preview_with(&self.table, &mapping, &known.context, &stored, watch)?;
        let remembered = book.list::<ImportMapping>()?;
        let shown = shown::preview(self, &known, &found, choices, &remembered);
        self.last = Some(Look {
            known,
            stored,
            mapping,
            found,
        });
        Ok(shown)
    }

    /// Rows of the last preview.
    pub fn page(&self, request: &ImportPageRequest) -> Option<ImportPage> {
        let look = self.last.as_ref()?;
        let filter = match request.filter.as_str() {
            "problems" => Filter::Problems,
            "group" => Filter::Group(usize::try_from(request.group).unwrap_or(usize::MAX)),
            _ => Filter::All,
        };
        let view = look.view(&self.table);
        let from = usize::try_from(request.from).unwrap_or(usize::MAX);
        let rows = view.page(filter, from, PAGE);
        Some(ImportPage {
            from: request.from,
            listed_count: shown::count(view.listed_count(filter)),
            rows: rows.into_iter().map(shown::row).collect(),
        })
    }

    /// Every problem of the last preview as a table for whoever has to mend the file.
    pub fn problem_list(&self) -> Option<Vec<u8>> {
        let look = self.last.as_ref()?;
        Some(shown::problem_list(&look.view(&self.table)))
    }

    /// What there is to remember of these choices.
    pub fn to_remember(&self, known: &Known, mapping: &Mapping) -> String {
        Remembered::of(&self.table, mapping, &known.context).to_text()
    }
}

impl Look {
    fn view<'v>(&'v self, table: &'v Table) -> View<'v> {
        View {
            table,
            mapping: &self.mapping,
            context: &self.known.context,
            stored: &self.stored,
            preview: &self.found,
        }
    }
}

fn options_of(choices: &ImportChoices) -> ReadOptions {
    let encoding = decisions::last_value(choices, "encoding").unwrap_or(&choices.encoding);
    ReadOptions {
        encoding: Encoding::by_code(encoding),
        delimiter: Delimiter::by_code(&choices.delimiter),
        header: Some(match choices.header_row {
            0 => HeaderRow::None,
            row => HeaderRow::At(row),
        }),
        sheet: choices.sheet.clone(),
    }
}

/// The reason given for changing figures of closed periods.
pub fn last_reason(choices: &ImportChoices) -> Option<String> {
    let reason = decisions::last_value(choices, "reason")?.trim();
    (!reason.is_empty()).then(|| reason.to_owned())
}

/// A measure by its id on the wire.
pub fn measure_of(text: Option<&str>) -> backbone_core::Result<Option<MeasureId>> {
    text.map(MeasureId::parse).transpose()
}

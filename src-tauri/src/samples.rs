//! Writes a sample initiative to a new file: the hand-written part first, then the
//! published figures through the same import that people use.

use std::path::Path;

use backbone_core::{Context, Workbook, initiative::Initiative};
use backbone_exchange::{
    readings_import::{Import, ImportError, Known, propose_mapping},
    sample::{Sample, SampleError, load},
    table::{ReadOptions, Table},
};

/// Why a sample cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file refused.
    #[error(transparent)]
    Core(#[from] backbone_core::Error),
    /// The hand-written part.
    #[error(transparent)]
    Sample(#[from] SampleError),
    /// The table of published figures.
    #[error("the published figures cannot be read: {0}")]
    Figures(String),
}

/// A new file at `path` with the sample in it, open. On failure nothing is left behind.
pub fn write(sample: &Sample, path: &Path, context: &Context) -> Result<Workbook, Error> {
    let mut book = Workbook::create(path, Initiative::named(sample.name), context)?;
    match fill(sample, &mut book, context) {
        Ok(()) => {
            // A copy of a sample begins without a past that undo could take apart.
            book.settle_all()?;
            Ok(book)
        }
        Err(error) => {
            let _ = book.close();
            let _ = std::fs::remove_file(path);
            Err(error)
        }
    }
}

fn fill(sample: &Sample, book: &mut Workbook, context: &Context) -> Result<(), Error> {
    load(book, &sample.initiative()?, context)?;
    let table = Table::read(sample.figures()?.into_bytes(), &ReadOptions::default())
        .map_err(|error| Error::Figures(error.to_string()))?;
    let known = Known::read(book)?;
    let mapping = propose_mapping(&table, &known.context);
    let import = Import {
        table: &table,
        mapping: &mapping,
        known: &known,
        file_name: sample.figures_name,
        source: "",
    };
    match import.run(book, context, &mut |_, _| true) {
        Ok(_) => Ok(()),
        Err(ImportError::Core(error)) => Err(error.into()),
        Err(error) => Err(Error::Figures(error.to_string())),
    }
}

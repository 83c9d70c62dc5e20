//! `export` and `restore`: everything out as JSON, and in again without loss.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Write},
};

use backbone_core::Workbook;
use backbone_exchange::json;

use super::{
    arguments::{ExportArguments, RestoreArguments},
    refusal::Refusal,
};
use crate::writing;

/// Writes everything to one JSON file; a failure leaves what stood there before.
pub fn export(arguments: &ExportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let book = Workbook::open_read_only(&arguments.file)?;
    let mut bytes = BufWriter::new(Vec::new());
    json::export(&book, &mut bytes).map_err(Refusal::because)?;
    book.close()?;
    let bytes = bytes.into_inner().map_err(Refusal::because)?;
    writing::replace(&arguments.out, &bytes)
        .map_err(|error| Refusal::because(format!("{}: {error}", arguments.out.display())))?;
    writeln!(output, "{}", arguments.out.display())?;
    Ok(())
}

/// Makes a new initiative from such a file; an existing one is never replaced.
pub fn restore(arguments: &RestoreArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let json = File::open(&arguments.json)
        .map_err(|error| Refusal::because(format!("{}: {error}", arguments.json.display())))?;
    json::restore(BufReader::new(json), &arguments.out).map_err(Refusal::because)?;
    writeln!(output, "{}", arguments.out.display())?;
    Ok(())
}

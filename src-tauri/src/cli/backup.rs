//! `backup`: a copy that is whole, also while the file is open elsewhere.

use std::{io::Write, path::PathBuf};

use backbone_core::Workbook;

use super::{arguments::BackupArguments, refusal::Refusal};
use crate::clock;

/// Copies the file; an existing one is never replaced.
pub fn run(arguments: &BackupArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let book = Workbook::open_read_only(&arguments.file)?;
    let out = arguments.out.clone().unwrap_or_else(|| beside(arguments));
    book.backup_to(&out, false)?;
    book.close()?;
    writeln!(output, "{}", out.display())?;
    Ok(())
}

/// `NAME 2026-11-24.backbone`, beside the file.
fn beside(arguments: &BackupArguments) -> PathBuf {
    let name = arguments
        .file
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    let day = clock::today().format("%Y-%m-%d");
    arguments
        .file
        .with_file_name(format!("{name} {day}.backbone"))
}

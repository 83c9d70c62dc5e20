//! Errors of the core as the window learns of them.

use std::io::ErrorKind;

use backbone_contract::{ErrorCode, WireError};
use backbone_core::Error;
use backbone_exchange::table::TableError;

use crate::{imports::Unreadable, problems, words};

/// The code a screen branches on, the field that can be mended, and the reason.
pub fn wire(error: &Error) -> WireError {
    let (code, field, detail) = match error {
        Error::Invalid { field, reason } => (
            ErrorCode::Invalid,
            Some((*field).to_owned()),
            Some(reason.code().to_owned()),
        ),
        Error::NotFound => (ErrorCode::NotFound, None, None),
        Error::Conflict(reason) => (ErrorCode::Conflict, None, Some(reason.code().to_owned())),
        Error::Circle(names) => (
            ErrorCode::Circle,
            Some("other".to_owned()),
            Some(names.join(" → ")),
        ),
        Error::PeriodClosed(period) => (ErrorCode::PeriodClosed, None, Some(period.label())),
        Error::NotABackboneFile => (ErrorCode::NotABackboneFile, None, None),
        Error::FileTooNew { .. } => (ErrorCode::FileTooNew, None, None),
        Error::FileBusy { holder } => (ErrorCode::FileBusy, None, Some(holder.clone())),
        Error::Damaged(found) => (ErrorCode::Damaged, None, Some(found.clone())),
        Error::Stopped => (ErrorCode::Stopped, None, None),
        Error::DiskFull => (ErrorCode::DiskFull, None, None),
        Error::Exists(_) => (ErrorCode::CannotWrite, None, Some(error.to_string())),
        Error::Io { error, .. } => {
            let is_reading = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory);
            let code = if is_reading {
                ErrorCode::CannotRead
            } else {
                ErrorCode::CannotWrite
            };
            (code, None, Some(error.to_string()))
        }
        _ => {
            // Only the kind of failure is logged, never what people typed.
            tracing::error!(%error, "a command failed");
            (ErrorCode::Unexpected, None, None)
        }
    };
    WireError {
        code,
        field,
        detail,
    }
}

/// What is asked for is not there (any more).
pub fn gone() -> WireError {
    wire(&Error::NotFound)
}

/// Why a file that somebody chose is not read as a table.
pub fn unreadable(error: Unreadable) -> WireError {
    let (code, detail) = match error {
        Unreadable::Table(TableError::Stopped) => (ErrorCode::Stopped, None),
        Unreadable::Table(error) => (ErrorCode::UnreadableTable, Some(problems::no_table(error))),
        Unreadable::File(error) if error.kind() == ErrorKind::IsADirectory => {
            (ErrorCode::UnreadableTable, Some(words::get("table-folder")))
        }
        Unreadable::File(error) => (ErrorCode::CannotRead, Some(error.to_string())),
    };
    WireError {
        code,
        field: None,
        detail,
    }
}

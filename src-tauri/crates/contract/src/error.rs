//! What the window learns when a command fails.

use serde::Serialize;
use ts_rs::TS;

/// Why a command failed. A code exists only because a screen does something different
/// for it; the words people read are chosen by code from the `.ftl` files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// A field holds something that cannot be kept; `field` names it, `detail` says why.
    Invalid,
    /// The record is gone, for instance through undo.
    NotFound,
    /// The change contradicts something else in the file; `detail` says what.
    Conflict,
    /// Activities would wait for each other; `detail` names them in their circle.
    Circle,
    /// The figures belong to a closed period; `detail` names it. A reason is needed.
    PeriodClosed,
    /// No initiative is open.
    NoFile,
    /// The file was written by a newer version of the app.
    FileTooNew,
    /// Another window or program has the file open; `detail` says who.
    FileBusy,
    /// The file is damaged; it was left as it is.
    Damaged,
    /// The file is not an initiative file.
    NotABackboneFile,
    /// The place chosen for a file cannot be written; `detail` says why.
    CannotWrite,
    /// The file cannot be found or read; `detail` says why.
    CannotRead,
    /// The disk is full; nothing was changed.
    DiskFull,
    /// The table chosen for import cannot be read; `detail` says why.
    UnreadableTable,
    /// The person stopped it; nothing was changed.
    Stopped,
    /// A defect; the log holds what is known.
    Unexpected,
}

/// A failed command as the window sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WireError {
    /// What a screen branches on.
    pub code: ErrorCode,
    /// The field that can be mended, by its wire name.
    pub field: Option<String>,
    /// A reason identifier for `Invalid` (chosen words are in the `.ftl` files) or plain
    /// text such as the holder of a busy file.
    pub detail: Option<String>,
}

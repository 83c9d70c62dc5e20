//! What can go wrong, by what the caller can do about it.

use std::path::PathBuf;

use crate::measurement::Period;

/// Result of everything in this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something was refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A field holds something that cannot be kept.
    #[error("{field}: {reason}")]
    Invalid {
        /// The field, by its name in the record.
        field: &'static str,
        /// Why.
        reason: Reason,
    },
    /// The record is not there (any more).
    #[error("this record is not there any more")]
    NotFound,
    /// Something else in the file stands against it.
    #[error("{0}")]
    Conflict(Reason),
    /// Activities would wait for each other; their names, the first again at the end.
    #[error("these would wait for each other: {}", .0.join(" → "))]
    Circle(Vec<String>),
    /// The figures of a closed period change only with a reason.
    #[error("{} is closed; its figures change only with a reason", .0.label())]
    PeriodClosed(Period),
    /// The file is not an initiative.
    #[error("this is not a Backbone Desk file")]
    NotABackboneFile,
    /// The file was written by a newer version.
    #[error(
        "this file was written by a newer version of Backbone Desk (format {found}; this version reads up to {supported})"
    )]
    FileTooNew {
        /// Version of the file.
        found: u32,
        /// Latest version understood here.
        supported: u32,
    },
    /// Another program or window writes to the file.
    #[error("this file is open elsewhere: {holder}")]
    FileBusy {
        /// Who, where and since when.
        holder: String,
    },
    /// The file is damaged; it was left as it is.
    #[error("this file is damaged and was left as it is: {0}")]
    Damaged(String),
    /// A file of that name exists and was left as it is.
    #[error("{} exists already and was left as it is", .0.display())]
    Exists(PathBuf),
    /// Someone stopped it; nothing was changed.
    #[error("it was stopped; nothing was changed")]
    Stopped,
    /// The disk is full; nothing was changed.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// Reading or writing the file failed.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        #[source]
        error: std::io::Error,
    },
    /// A rule refused its inputs.
    #[error(transparent)]
    Statistics(#[from] backbone_statistics::Error),
    /// The database refused; a defect.
    #[error("the database refused: {0}")]
    Sql(rusqlite::Error),
}

/// Why a value cannot be kept. Screens choose their words by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Nothing was written.
    #[error("must not be empty")]
    Empty,
    /// More than can be kept.
    #[error("is too long")]
    TooLong,
    /// Used by another record.
    #[error("is used already")]
    Taken,
    /// Not one of the choices.
    #[error("is not one of the choices")]
    UnknownChoice,
    /// Not a date.
    #[error("is not a date")]
    NotADate,
    /// Not a period.
    #[error("is not a period")]
    NotAPeriod,
    /// Not a number.
    #[error("is not a number")]
    NotANumber,
    /// Outside what is possible.
    #[error("is outside what is possible")]
    OutOfRange,
    /// Ends before it begins.
    #[error("lies before the start")]
    BeforeStart,
    /// Targets must come after the baseline and one another.
    #[error("must lie after the baseline and the targets before it")]
    OutOfOrder,
    /// Figures hang on it.
    #[error("figures hang on it; remove those first")]
    InUse,
    /// Two records that are to become one hold different figures.
    #[error("both hold figures that differ; say which stay")]
    FiguresDiffer,
    /// A value is not what its parts give.
    #[error("is not what numerator and denominator give")]
    Contradiction,
    /// Figures of a calculated measure come from its parts.
    #[error("is calculated; its figures are entered at its parts")]
    Calculated,
    /// Parts are missing.
    #[error("is not complete")]
    Incomplete,
    /// A thing would be part of itself.
    #[error("would be part of itself")]
    Circular,
    /// A performance measure belongs to a partner.
    #[error("a performance measure needs its partner")]
    NeedsPartner,
    /// An adopted version of the agenda.
    #[error("this version of the agenda was adopted and is locked; start a new draft")]
    Locked,
    /// At most one draft at a time.
    #[error("a draft of the agenda is being written already")]
    DraftExists,
    /// Only what is adopted can be signed.
    #[error("a draft may still change; adopt it before partners sign it")]
    NotAdopted,
    /// A day that has not come yet.
    #[error("lies in the future")]
    NotYet,
}

impl Reason {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::Taken => "taken",
            Self::UnknownChoice => "unknown_choice",
            Self::NotADate => "not_a_date",
            Self::NotAPeriod => "not_a_period",
            Self::NotANumber => "not_a_number",
            Self::OutOfRange => "out_of_range",
            Self::BeforeStart => "before_start",
            Self::OutOfOrder => "out_of_order",
            Self::InUse => "in_use",
            Self::FiguresDiffer => "figures_differ",
            Self::Contradiction => "contradiction",
            Self::Calculated => "calculated",
            Self::Incomplete => "incomplete",
            Self::Circular => "circular",
            Self::NeedsPartner => "needs_partner",
            Self::Locked => "locked",
            Self::DraftExists => "draft_exists",
            Self::NotAdopted => "not_adopted",
            Self::NotYet => "not_yet",
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::NotADatabase) => Self::NotABackboneFile,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::FileBusy {
                holder: "another program".to_owned(),
            },
            _ => Self::Sql(error),
        }
    }
}

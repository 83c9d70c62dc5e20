//! What can be noticed in a returned file: a code that words are found by.

use backbone_core::measurement::NewFinding;

use crate::readings_import::{Particular, Problem, ProblemKind, Severity};

/// Something noticed in a returned file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The row as a spreadsheet numbers it; none for the file as a whole.
    pub row: Option<u32>,
    /// The cell as a spreadsheet names it, `F12`; empty for the file as a whole.
    pub address: String,
    /// What the cell speaks of, in words; empty for the file as a whole.
    pub subject: String,
    /// What the cell says, shortened.
    pub cell: String,
    /// What was noticed.
    pub kind: FindingKind,
}

/// What can be noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// What an import would notice about the figure.
    Figure(ProblemKind),
    /// The sheet was made for an older version of the request.
    OlderVersion {
        /// Version of the file.
        found: u32,
        /// Version of the request.
        now: u32,
    },
    /// Figures that were asked for after the sheet was made, or whose rows were removed.
    RowMissing,
    /// Something is filled in on a row that is none of ours.
    RowAdded,
    /// The row's code belongs to another request.
    OtherRequest,
    /// The figure is no longer asked for.
    NoLongerAsked,
    /// The same figure stands on an earlier row.
    CodeCopied {
        /// That row.
        first: u32,
    },
    /// A locked text says something else than when it was sent.
    TextChanged {
        /// What it said.
        was: String,
        /// What it says.
        is: String,
    },
    /// A formula gives an error, or nothing.
    FormulaError,
    /// A percentage that looks like a share of 1.
    LooksLikeShare {
        /// A hundred times as much.
        times: String,
    },
    /// The figure differs strongly from the one before.
    Differs {
        /// The one before.
        last: String,
        /// Its period.
        period: String,
    },
    /// The parts do not add up to the whole.
    SumDiffers {
        /// Name of the breakdown.
        breakdown: String,
        /// What the parts add up to.
        sum: String,
    },
    /// The period's figures are closed.
    PeriodClosed {
        /// The period.
        period: String,
    },
}

impl FindingKind {
    /// Codes that are not those of an import, for whoever keeps words for them.
    pub const CODES: &[&str] = &[
        "older_version",
        "row_missing",
        "row_added",
        "other_request",
        "no_longer_asked",
        "code_copied",
        "text_changed",
        "formula_error",
        "looks_like_share_of_one",
        "differs",
        "sum_differs",
        "period_closed",
    ];

    /// A stable name for words and scripts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Figure(kind) => kind.code(),
            Self::OlderVersion { .. } => "older_version",
            Self::RowMissing => "row_missing",
            Self::RowAdded => "row_added",
            Self::OtherRequest => "other_request",
            Self::NoLongerAsked => "no_longer_asked",
            Self::CodeCopied { .. } => "code_copied",
            Self::TextChanged { .. } => "text_changed",
            Self::FormulaError => "formula_error",
            Self::LooksLikeShare { .. } => "looks_like_share_of_one",
            Self::Differs { .. } => "differs",
            Self::SumDiffers { .. } => "sum_differs",
            Self::PeriodClosed { .. } => "period_closed",
        }
    }

    /// Whether the figure cannot be taken.
    #[must_use]
    pub fn stands_in_the_way(&self) -> bool {
        match self {
            Self::Figure(kind) => kind.severity() == Severity::MustFix,
            Self::OlderVersion { .. }
            | Self::RowMissing
            | Self::Differs { .. }
            | Self::SumDiffers { .. }
            // It is taken in with a reason, which the initiative asks for.
            | Self::PeriodClosed { .. } => false,
            _ => true,
        }
    }
}

impl Finding {
    /// What words about it speak of, by the names the texts use.
    #[must_use]
    pub fn particulars(&self) -> Vec<(String, String)> {
        let own: &[(&str, &String)] = match &self.kind {
            FindingKind::Figure(kind) => return of_import(kind, &self.cell),
            FindingKind::OlderVersion { found, now } => {
                &[("found", &found.to_string()), ("now", &now.to_string())]
            }
            FindingKind::CodeCopied { first } => &[("first", &first.to_string())],
            FindingKind::TextChanged { was, is } => &[("was", was), ("is", is)],
            FindingKind::LooksLikeShare { times } => &[("times", times)],
            FindingKind::Differs { last, period } => &[("last", last), ("period", period)],
            FindingKind::SumDiffers { breakdown, sum } => &[("breakdown", breakdown), ("sum", sum)],
            FindingKind::PeriodClosed { period } => &[("period", period)],
            _ => &[],
        };
        let pair = |(name, text): &(&str, &String)| ((*name).to_owned(), (*text).clone());
        std::iter::once(&("cell", &self.cell))
            .chain(own)
            .map(pair)
            .collect()
    }

    /// As the core keeps it.
    #[must_use]
    pub fn kept(&self, is_taken: bool) -> NewFinding {
        NewFinding {
            cell: self.address.clone(),
            subject: self.subject.clone(),
            code: self.kind.code().to_owned(),
            particulars: self.particulars(),
            is_taken,
        }
    }
}

fn of_import(kind: &ProblemKind, cell: &str) -> Vec<(String, String)> {
    let problem = Problem {
        row: None,
        column: None,
        head: String::new(),
        cell: cell.to_owned(),
        kind: kind.clone(),
    };
    let text = |particular| match particular {
        Particular::Text(text) => text,
        Particular::Count(count) => count.to_string(),
    };
    problem
        .particulars()
        .into_iter()
        .map(|(name, particular)| (name.to_owned(), text(particular)))
        .collect()
}

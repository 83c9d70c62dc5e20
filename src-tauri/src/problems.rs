//! Words for what can be wrong with a table: the exchange crate says what it is by a code,
//! the texts say it in a language.

use backbone_exchange::{
    readings_import::{Particular, Problem, Severity},
    table::TableError,
};
use fluent_bundle::FluentValue;

use crate::words;

/// The whole message: “Row 10, column Pct: 460 is over 100%.”
pub fn described(problem: &Problem) -> String {
    let head = problem.head.as_str();
    let mut arguments = vec![("words", said(problem).into()), ("head", head.into())];
    if let Some(row) = problem.row {
        // Rows are names here, not amounts: no grouping of their digits.
        arguments.push(("row", row.to_string().into()));
    }
    let id = match (problem.row, head) {
        (Some(_), "") => "problem-in-row",
        (Some(_), _) => "problem-in-cell",
        (None, "") => return said(problem),
        (None, _) => "problem-in-column",
    };
    words::get_with(id, &arguments)
}

/// The message for all rows that have the problem: “Rows 5 and 22: Group “Hisp/Lat” is not
/// known.” At most three are named, the rest are counted.
pub fn described_for(problem: &Problem, rows: &[u32], count: usize) -> String {
    if count < 2 {
        return described(problem);
    }
    const NAMED: usize = 3;
    let named: Vec<String> = rows.iter().take(NAMED).map(u32::to_string).collect();
    let more = u64::try_from(count.saturating_sub(named.len())).unwrap_or(u64::MAX);
    let list = match (more, named.as_slice()) {
        (0, [first @ .., last]) => {
            let arguments = [
                ("rows", first.join(", ").into()),
                ("last", last.as_str().into()),
            ];
            words::get_with("rows-and-last", &arguments)
        }
        _ => {
            let arguments = [("rows", named.join(", ").into()), ("more", more.into())];
            words::get_with("rows-and-more", &arguments)
        }
    };
    let head = problem.head.as_str();
    // The words speak of the first cell only where all are alike.
    let general = format!("problems-{}", problem.kind.code());
    let said = match words::has(&general) {
        true => words::get(&general),
        false => said(problem),
    };
    let arguments = [
        ("rows", list.into()),
        ("head", head.into()),
        ("words", said.into()),
    ];
    let id = if head.is_empty() {
        "problem-in-rows"
    } else {
        "problem-in-rows-column"
    };
    words::get_with(id, &arguments)
}

/// The message without its place.
pub fn said(problem: &Problem) -> String {
    let particulars = problem.particulars();
    let arguments: Vec<(&'static str, FluentValue<'_>)> = particulars
        .iter()
        .map(|(name, particular)| {
            let value = match particular {
                Particular::Text(text) => text.as_str().into(),
                Particular::Count(count) => (*count).into(),
            };
            (*name, value)
        })
        .collect();
    words::get_with(&format!("problem-{}", problem.kind.code()), &arguments)
}

/// What can be done about it; empty where the words say it all.
pub fn advice(problem: &Problem) -> String {
    let own = format!("advice-{}", problem.kind.code());
    if words::has(&own) {
        words::get(&own)
    } else if problem.severity() == Severity::MustFix {
        words::get("advice-mend")
    } else {
        String::new()
    }
}

/// Why a file is no table.
pub fn no_table(error: TableError) -> String {
    let row = match error {
        TableError::NoHeaderAt(row) | TableError::TooWide(row) => row.to_string(),
        _ => String::new(),
    };
    let id = format!("table-{}", error.code());
    words::get_with(&id, &[("row", row.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use backbone_exchange::readings_import::ProblemKind;

    #[test]
    fn every_code_has_its_words() {
        for code in ProblemKind::CODES {
            assert!(words::has(&format!("problem-{code}")), "{code}");
            assert!(words::has(&format!("kind-{code}")), "{code}");
        }
        for code in TableError::CODES {
            assert!(words::has(&format!("table-{code}")), "{code}");
        }
    }
}

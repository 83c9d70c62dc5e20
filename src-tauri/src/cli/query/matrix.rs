//! Who works on which strategy, and what stands out.

use backbone_core::{
    Workbook,
    reporting::{Matrix, MatrixBy, MatrixCell, MatrixScope},
};
use backbone_report::wording;
use serde_json::json;

use super::Answer;
use crate::cli::refusal::Refusal;

/// A row for every partner and strategy that have an activity together.
pub fn cells(book: &Workbook) -> Result<Answer, Refusal> {
    let matrix = book.matrix(MatrixBy::Strategies, MatrixScope::Running)?;
    let mut answer = Answer {
        heads: &["PARTNER", "STRATEGY", "LEADS", "TAKES PART", "ACTIVITIES"],
        rows: Vec::new(),
        json: Vec::new(),
    };
    for row in &matrix.rows {
        for cell in &row.cells {
            let strategy = matrix
                .columns
                .get(cell.column)
                .map(|column| wording::matrix_column(&matrix, column))
                .unwrap_or_default();
            let counts = matrix.counts(cell);
            let activities = activities(&matrix, cell);
            answer.json.push(json!({
                "partner": row.partner.name,
                "strategy": strategy,
                "leads": counts.leads,
                "takes_part": counts.takes_part,
                "activities": activities,
            }));
            answer.rows.push(vec![
                row.partner.name.clone(),
                strategy,
                counts.leads.to_string(),
                counts.takes_part.to_string(),
                activities.join(", "),
            ]);
        }
    }
    Ok(answer)
}

fn activities(matrix: &Matrix, cell: &MatrixCell) -> Vec<String> {
    let named = cell.activities.iter();
    named
        .filter_map(|one| matrix.activities.get(one.activity))
        .map(|one| one.activity.name.clone())
        .collect()
}

/// A row for every gap, overlap and loose end.
pub fn findings(book: &Workbook) -> Result<Answer, Refusal> {
    let matrix = book.matrix(MatrixBy::Strategies, MatrixScope::Running)?;
    let mut answer = Answer {
        heads: &["FOUND", "WHERE", "MORE"],
        rows: Vec::new(),
        json: Vec::new(),
    };
    for finding in wording::matrix_findings(&matrix.findings) {
        for item in finding.items {
            answer.json.push(json!({
                "family": finding.family,
                "kind": finding.kind,
                "name": item.name,
                "detail": item.detail,
            }));
            answer
                .rows
                .push(vec![finding.kind.to_owned(), item.name, item.detail]);
        }
    }
    Ok(answer)
}

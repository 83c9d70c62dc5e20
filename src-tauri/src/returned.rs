//! Sheets that came back and wait to be taken in: read once, looked at as often as the
//! initiative changes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use backbone_contract::{ReturnedFile, ReturnedFinding, ReturnedRow};
use backbone_core::Workbook;
use backbone_exchange::requests::{Fate, Returned, Review};

use crate::{requests, words};

/// Larger files are no sheets of ours.
const LARGEST: u64 = 50_000_000;

/// A sheet that waits.
#[derive(Debug)]
pub struct HeldReturn {
    /// What the window asks for it with.
    pub key: u32,
    /// File name without folder.
    pub file_name: String,
    /// What it says, or why it is none of ours, in words.
    content: Result<Returned, String>,
}

/// Sheets that wait, in the order they came.
#[derive(Debug, Default)]
pub struct HeldReturns {
    files: Vec<HeldReturn>,
    next_key: u32,
}

impl HeldReturns {
    /// Reads files and holds them.
    pub fn hold(&mut self, paths: &[PathBuf]) {
        for path in paths {
            self.next_key += 1;
            self.files.push(HeldReturn {
                key: self.next_key,
                file_name: path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                content: read(path),
            });
        }
    }

    /// Lets a file go.
    pub fn dismiss(&mut self, key: u32) {
        self.files.retain(|file| file.key != key);
    }

    /// Every file as the window shows it.
    pub fn shown(&self, book: &Workbook) -> backbone_core::Result<Vec<ReturnedFile>> {
        self.files.iter().map(|file| file.shown(book)).collect()
    }

    /// What taking in a file would do; none for a file that cannot be.
    pub fn review(
        &self,
        key: u32,
        book: &Workbook,
    ) -> backbone_core::Result<Option<(String, Review)>> {
        let Some(file) = self.files.iter().find(|file| file.key == key) else {
            return Ok(None);
        };
        let review = file.review(book)?.ok();
        Ok(review.map(|review| (file.file_name.clone(), review)))
    }
}

impl HeldReturn {
    fn review(&self, book: &Workbook) -> backbone_core::Result<Result<Review, String>> {
        let returned = match &self.content {
            Ok(returned) => returned,
            Err(reason) => return Ok(Err(reason.clone())),
        };
        let review = Review::of(returned, book)?;
        Ok(review.map_err(|reason| refused(reason.code())))
    }

    fn shown(&self, book: &Workbook) -> backbone_core::Result<ReturnedFile> {
        let mut file = ReturnedFile {
            key: self.key,
            file_name: self.file_name.clone(),
            refused: None,
            partner: String::new(),
            title: String::new(),
            asked: 0,
            new_count: 0,
            same_count: 0,
            changed_count: 0,
            left_out_count: 0,
            unanswered_count: 0,
            rows: Vec::new(),
            findings: Vec::new(),
        };
        let review = match self.review(book)? {
            Ok(review) => review,
            Err(reason) => {
                file.refused = Some(reason);
                return Ok(file);
            }
        };
        file.partner.clone_from(&review.partner);
        file.title.clone_from(&review.request.record.title);
        file.asked = review.asked;
        file.new_count = review.count(Fate::New);
        file.same_count = review.count(Fate::Same);
        file.changed_count = review.count(Fate::Changed);
        file.left_out_count = review.count(Fate::LeftOut);
        file.unanswered_count = review.count(Fate::Unanswered);
        file.rows = review
            .rows
            .iter()
            .map(|row| ReturnedRow {
                row: row.row,
                subject: row.subject.clone(),
                given: row.given.clone(),
                before: row.before.clone(),
                fate: row.fate.code().to_owned(),
            })
            .collect();
        file.findings = review
            .findings
            .iter()
            .map(|finding| {
                let is_left_out = finding.kind.stands_in_the_way();
                let can_be_left_out = review.rows.iter().any(|row| {
                    Some(row.row) == finding.row && matches!(row.fate, Fate::New | Fate::Changed)
                });
                ReturnedFinding {
                    cell: finding.address.clone(),
                    row: finding.row.filter(|_| can_be_left_out),
                    subject: finding.subject.clone(),
                    words: requests::said(finding),
                    is_left_out,
                }
            })
            .collect();
        Ok(file)
    }
}

fn read(path: &Path) -> Result<Returned, String> {
    let is_too_large = fs::metadata(path).is_ok_and(|file| file.len() > LARGEST);
    if is_too_large {
        return Err(refused("no_codes"));
    }
    let bytes = fs::read(path).map_err(|error| {
        words::get_with(
            "not-returned-unread",
            &[("reason", error.to_string().into())],
        )
    })?;
    Returned::read(&bytes).map_err(|reason| refused(reason.code()))
}

fn refused(code: &str) -> String {
    words::get(&format!("not-returned-{code}"))
}

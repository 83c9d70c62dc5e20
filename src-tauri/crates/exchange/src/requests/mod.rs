//! Data requests on paper that calculates: the sheet a partner fills in, and what it says
//! when it comes back. A sheet is recognized by codes, not by its name or looks; nothing
//! in it is run, and nothing of it is taken that cannot be told for certain.

mod adding_up;
mod checks;
mod entries;
mod finding;
mod form;
mod reading;
mod returned;
mod review;
mod template;

#[cfg(test)]
mod tests;

pub use finding::{Finding, FindingKind};
pub use form::{Answer, Block, Form, FormCell, Given};
pub use returned::{NotReturned, Returned};
pub use review::{Fate, Refused, Review, ReviewRow};
pub use template::write;

/// What every code begins with; the number is that of the layout.
const MARK: &str = "BDR1";
/// The sheet with the codes, which spreadsheets do not offer to show.
const CODES: &str = "Codes";

/// Columns of the sheet, from 0.
mod columns {
    pub(super) const CODE: u16 = 0;
    pub(super) const WHOM: u16 = 1;
    pub(super) const PERIOD: u16 = 2;
    pub(super) const BEFORE: u16 = 3;
    pub(super) const UNIT: u16 = 4;
    pub(super) const FIGURE: u16 = 5;
    pub(super) const COUNTED: u16 = 6;
    pub(super) const OUT_OF: u16 = 7;
    pub(super) const STATE: u16 = 8;
    pub(super) const COMMENT: u16 = 9;
}

/// A row's code: the request, the version of it, and the figure; `head` for the heads.
fn code(token: &str, version: u32, cell: &str) -> String {
    format!("{MARK}:{token}:{version}:{cell}")
}

/// Token, version and figure of a code.
fn parts(code: &str) -> Option<(&str, u32, &str)> {
    let mut parts = code.trim().split(':');
    let is_ours = parts.next() == Some(MARK);
    let (token, version, cell) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
    (is_ours && parts.next().is_none()).then_some((token, version, cell))
}

/// A cell as spreadsheets name it: `F12`. `row` counts from 1, `column` from 0.
fn address(column: u16, row: u32) -> String {
    let letter = u8::try_from(column)
        .ok()
        .and_then(|column| b'A'.checked_add(column))
        .map_or('?', char::from);
    format!("{letter}{row}")
}

//! What can be typed into the cells of a sheet, and what is said, politely, where it cannot.

use backbone_core::measurement::UnitKind;
use backbone_figures::text;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DataValidation, DataValidationRule, XlsxError};

use super::Block;

/// The states a partner can choose, in the order of the list.
pub(super) const STATES: &[&str] = &["final", "provisional", "missing", "suppressed"];

/// The words of a state, as the list shows them.
pub(super) fn state_words(state: &str) -> String {
    text::english().get(&format!("request-state-{state}"))
}

/// What a figure of this unit can be, and what is said where it cannot.
pub(super) fn limits(block: &Block) -> Result<DataValidation, XlsxError> {
    let texts = text::english();
    let limit = block.limit.and_then(|limit| limit.to_f64());
    let can_be_negative = matches!(
        block.kind,
        UnitKind::Index | UnitKind::Currency | UnitKind::Days
    );
    let most = 1e15;
    let lower = if can_be_negative { -most } else { 0.0 };
    let upper = limit.unwrap_or(most);
    let words = match (limit, can_be_negative) {
        (Some(limit), false) => texts.with(
            "request-wrong-between",
            &[("limit", limit.to_string().into())],
        ),
        (None, false) => texts.get("request-wrong-negative"),
        (Some(limit), true) => {
            texts.with("request-wrong-over", &[("limit", limit.to_string().into())])
        }
        (None, true) => texts.get("request-wrong-text"),
    };
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(lower, upper))
        .set_error_title(texts.get("request-wrong"))?
        .set_error_message(words)
}

pub(super) fn counts() -> Result<DataValidation, XlsxError> {
    let texts = text::english();
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
        .set_error_title(texts.get("request-wrong"))?
        .set_error_message(texts.get("request-wrong-count"))
}

pub(super) fn states() -> Result<DataValidation, XlsxError> {
    let texts = text::english();
    let words: Vec<String> = STATES.iter().map(|state| state_words(state)).collect();
    DataValidation::new()
        .allow_list_strings(&words)?
        .set_error_title(texts.get("request-wrong"))?
        .set_error_message(texts.get("request-wrong-state"))
}

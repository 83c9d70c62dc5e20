//! The words and signs that stand where a figure should be. Kept short on purpose: a
//! word that might mean zero ("none", "nil") is not a marker but a question.

/// Left out at the source.
const MISSING: &[&str] = &[
    "-",
    "--",
    "---",
    "–",
    "—",
    "−",
    ".",
    "..",
    "...",
    "…",
    ":",
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "n/d",
    "nd",
    "n.d.",
    "nr",
    "null",
    "no data",
    "not available",
    "not applicable",
    "not reported",
    "missing",
    "unknown",
    "tbd",
    "pending",
    "sin datos",
    "sin dato",
    "no disponible",
    "no aplica",
    "?",
];

/// Known at the source and hidden by it.
const SUPPRESSED: &[&str] = &[
    "*",
    "**",
    "***",
    "s",
    "(s)",
    // Our own exports say so of what they hide.
    "h",
    "c",
    "ds",
    "†",
    "‡",
    "suppressed",
    "supp",
    "supp.",
    "redacted",
    "masked",
    "withheld",
    "too few students",
    "too few to report",
    "suprimido",
    "oculto",
];

/// The cell says that there is no figure.
pub(super) fn is_missing(text: &str) -> bool {
    text.is_empty() || is_one_of(text, MISSING)
}

/// The cell says that a figure is hidden: one of the words, or a bound such as `<5`,
/// `n < 10` or `>95%`.
pub(super) fn is_suppressed(text: &str) -> bool {
    is_one_of(text, SUPPRESSED) || is_bound(text)
}

/// An error value of a spreadsheet, in the language it was written in: `#DIV/0!`,
/// `#¿NOMBRE?`, `Err:502`. `#N/A` is one too: nobody can tell whether a formula failed or
/// someone meant that there is no figure.
pub(crate) fn is_spreadsheet_error(text: &str) -> bool {
    const WITHOUT_A_MARK: &[&str] = &["n/a", "n/d", "nv", "getting_data"];
    let is_coded = text
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("err:"))
        && text.len() == 7
        && text.bytes().skip(4).all(|byte| byte.is_ascii_digit());
    let is_named = text.strip_prefix('#').is_some_and(|name| {
        is_one_of(name, WITHOUT_A_MARK)
            || (name.ends_with(['!', '?']) && name.chars().any(char::is_alphabetic))
    });
    is_coded || is_named
}

/// A float that is none.
pub(super) fn is_not_finite(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '+', '−']);
    text == "∞"
        || is_one_of(
            text,
            &["nan", "inf", "infinity", "1.#inf", "1.#qnan", "1.#ind"],
        )
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn is_bound(text: &str) -> bool {
    let text = text.strip_prefix(['n', 'N']).unwrap_or(text).trim_start();
    let Some(bound) = text.strip_prefix(['<', '>', '≤', '≥']) else {
        return false;
    };
    let bound = bound.strip_prefix('=').unwrap_or(bound).trim();
    let digits = bound.trim_end_matches('%').trim_end();
    !digits.is_empty()
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
}

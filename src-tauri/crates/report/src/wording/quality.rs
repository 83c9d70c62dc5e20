//! Data quality in words: freshness, completeness, firmness, and what needs work.

use backbone_core::reporting::{Definition, MeasureQuality, Mismatch, Need, Whole};
use backbone_figures::{dates, numbers::exact, text};

/// As many periods as a line names.
const MOST_NAMED: usize = 3;

/// “2024–25, in time” or “Due Jul 1, 2026, 12 days late”.
#[must_use]
pub fn freshness(quality: &MeasureQuality) -> String {
    let texts = text::english();
    let found = &quality.freshness;
    let latest = found.latest.map(|period| period.label());
    match (found.days_late, found.due_on, latest) {
        (Some(days), Some(on), _) => texts.with(
            "freshness-late",
            &[
                ("date", dates::short(on).into()),
                ("days", days.into()),
                (
                    "period",
                    found.due.map_or_else(String::new, |due| due.label()).into(),
                ),
            ],
        ),
        (_, _, Some(latest)) => texts.with("freshness-fine", &[("period", latest.into())]),
        (_, _, None) => texts.get("freshness-none"),
    }
}

/// “9 of 10 expected periods”.
#[must_use]
pub fn completeness(quality: &MeasureQuality) -> String {
    let found = &quality.completeness;
    if found.expected == 0 {
        return text::english().get("completeness-none");
    }
    text::english().with(
        "completeness",
        &[
            ("have", found.have.into()),
            ("expected", found.expected.into()),
        ],
    )
}

/// “2 of 10 provisional”.
#[must_use]
pub fn provisional(quality: &MeasureQuality) -> String {
    text::english().with(
        "provisional-share",
        &[
            ("count", quality.provisional.into()),
            ("of", quality.valued.into()),
        ],
    )
}

/// What needs work, in one sentence.
#[must_use]
pub fn need(quality: &MeasureQuality, need: Need) -> String {
    let texts = text::english();
    match need {
        Need::Late => freshness(quality),
        Need::Sums => sums(&quality.mismatches),
        Need::Incomplete => periods_line("need-incomplete", &quality.missing_within()),
        Need::Parts => periods_line("need-parts", &quality.parts_missing),
        Need::Comparison => texts.get("need-comparison"),
        Need::Provisional => texts.with(
            "need-provisional",
            &[
                ("count", quality.provisional.into()),
                ("of", quality.valued.into()),
                (
                    "period",
                    quality
                        .provisional_since
                        .map_or_else(String::new, |period| period.label())
                        .into(),
                ),
            ],
        ),
        Need::Definition => lacking(&quality.gaps),
    }
}

/// What a definition does not say, in one sentence.
#[must_use]
pub fn lacking(gaps: &[Definition]) -> String {
    let texts = text::english();
    let names: Vec<String> = gaps
        .iter()
        .map(|gap| texts.get(&format!("lack-{}", gap.code())))
        .collect();
    texts.with("need-definition", &[("names", names.join(", ").into())])
}

/// The latest periods come first: those are the ones asked for.
fn periods_line(id: &str, periods: &[backbone_core::measurement::Period]) -> String {
    let texts = text::english();
    let named: Vec<String> = periods
        .iter()
        .rev()
        .take(MOST_NAMED)
        .map(|period| period.label())
        .collect();
    let more = periods.len().saturating_sub(named.len());
    let names = named.join(", ");
    let names = match more {
        0 => names,
        more => texts.with(
            "names-and-more",
            &[("names", names.into()), ("count", more.into())],
        ),
    };
    texts.with(
        id,
        &[("count", periods.len().into()), ("names", names.into())],
    )
}

fn sums(mismatches: &[Mismatch]) -> String {
    let texts = text::english();
    let Some(last) = mismatches.last() else {
        return String::new();
    };
    let (id, whole) = match &last.whole {
        Whole::Everyone(breakdown) => ("need-sums-groups", breakdown),
        Whole::Place(place) => ("need-sums-places", place),
    };
    let mut periods: Vec<_> = mismatches.iter().map(|one| one.period).collect();
    periods.dedup();
    texts.with(
        id,
        &[
            ("whole", whole.as_str().into()),
            ("figure", texts.get(&format!("sums-{}", last.figure)).into()),
            ("parts", exact(last.parts).into()),
            ("of", exact(last.of).into()),
            ("period", last.period.label().into()),
            ("more", periods.len().saturating_sub(1).into()),
        ],
    )
}

//! What a matrix of activities makes visible, in words: the same in the window and on paper.

use backbone_core::{
    ActivityId, Id, MeasureId, PartnerId, PlaceId, PopulationId, ResultId, StrategyId,
    partners::Sector,
    reporting::{ColumnKey, Matrix, MatrixColumn, MatrixFindings, Named},
};
use backbone_figures::text;

/// Where a finding can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatrixPlace {
    /// A strategy.
    Strategy(StrategyId),
    /// A result.
    Result(ResultId),
    /// A population.
    Population(PopulationId),
    /// A place.
    Place(PlaceId),
    /// A partner.
    Partner(PartnerId),
    /// An activity.
    Activity(ActivityId),
    /// A measure.
    Measure(MeasureId),
    /// An overlap, by its place among the overlaps.
    Overlap(usize),
}

impl MatrixPlace {
    /// Id of the record; the number of an overlap.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Strategy(id) => id.to_string(),
            Self::Result(id) => id.to_string(),
            Self::Population(id) => id.to_string(),
            Self::Place(id) => id.to_string(),
            Self::Partner(id) => id.to_string(),
            Self::Activity(id) => id.to_string(),
            Self::Measure(id) => id.to_string(),
            Self::Overlap(place) => place.to_string(),
        }
    }
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixItem {
    /// Where it can be mended.
    pub place: MatrixPlace,
    /// Its name.
    pub name: String,
    /// More about it, or empty.
    pub detail: String,
}

/// All of one kind that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixFinding {
    /// The kind: `idle_strategies` and so on.
    pub kind: &'static str,
    /// `gap`, `overlap` or `orphan`.
    pub family: &'static str,
    /// “2 strategies nobody works on”.
    pub title: String,
    /// Why it matters or how it is counted, or empty.
    pub why: String,
    /// What was found; never empty.
    pub items: Vec<MatrixItem>,
}

/// The findings of a matrix in the order people read them; kinds without any are left out.
#[must_use]
pub fn matrix_findings(found: &MatrixFindings) -> Vec<MatrixFinding> {
    let texts = text::english();
    let overlaps: Vec<MatrixItem> = found
        .overlaps
        .iter()
        .enumerate()
        .map(|(place, overlap)| {
            let names: Vec<&str> = overlap.leads.iter().map(|one| one.name.as_str()).collect();
            let spot = texts.with(
                "matrix-overlap-where",
                &[
                    ("populations", overlap.populations.join(", ").into()),
                    ("places", overlap.places.join(", ").into()),
                ],
            );
            let who = texts.with(
                "matrix-overlap-who",
                &[
                    ("count", overlap.leads.len().into()),
                    ("names", names.join(", ").into()),
                ],
            );
            MatrixItem {
                place: MatrixPlace::Overlap(place),
                name: overlap.strategy.name.clone(),
                detail: format!("{spot}. {who}."),
            }
        })
        .collect();
    let all = [
        (
            "idle_strategies",
            "gap",
            items(&found.idle_strategies, MatrixPlace::Strategy),
        ),
        (
            "leaderless_strategies",
            "gap",
            items(&found.leaderless_strategies, MatrixPlace::Strategy),
        ),
        (
            "idle_results",
            "gap",
            items(&found.idle_results, MatrixPlace::Result),
        ),
        (
            "idle_populations",
            "gap",
            items(&found.idle_populations, MatrixPlace::Population),
        ),
        (
            "idle_places",
            "gap",
            items(&found.idle_places, MatrixPlace::Place),
        ),
        ("overlaps", "overlap", overlaps),
        (
            "idle_partners",
            "orphan",
            items(&found.idle_partners, MatrixPlace::Partner),
        ),
        (
            "activities_without_strategy",
            "orphan",
            items(&found.activities_without_strategy, MatrixPlace::Activity),
        ),
        (
            "activities_without_lead",
            "orphan",
            items(&found.activities_without_lead, MatrixPlace::Activity),
        ),
        (
            "activities_without_measure",
            "orphan",
            items(&found.activities_without_measure, MatrixPlace::Activity),
        ),
        (
            "measures_without_activity",
            "orphan",
            items(&found.measures_without_activity, MatrixPlace::Measure),
        ),
        (
            "activities_without_reach",
            "orphan",
            items(&found.activities_without_reach, MatrixPlace::Activity),
        ),
    ];
    all.into_iter()
        .filter(|(_, _, items)| !items.is_empty())
        .map(|(kind, family, items)| {
            let why = format!("matrix-why-{kind}");
            MatrixFinding {
                title: texts.with(
                    &format!("matrix-finding-{kind}"),
                    &[("count", items.len().into())],
                ),
                why: if texts.has(&why) {
                    texts.get(&why)
                } else {
                    String::new()
                },
                kind,
                family,
                items,
            }
        })
        .collect()
}

fn items<I: Id>(found: &[Named<I>], place: impl Fn(I) -> MatrixPlace) -> Vec<MatrixItem> {
    found
        .iter()
        .map(|one| MatrixItem {
            place: place(one.id),
            name: one.name.clone(),
            detail: String::new(),
        })
        .collect()
}

/// What a column is called.
#[must_use]
pub fn matrix_column(matrix: &Matrix, column: &MatrixColumn) -> String {
    match column.key {
        ColumnKey::Unstated => {
            text::english().get(&format!("matrix-unstated-{}", matrix.by.code()))
        }
        _ => column.name.clone(),
    }
}

/// What a sector is called: by the team, or by the program.
#[must_use]
pub fn sector_words(sector: &Sector) -> String {
    match &sector.code {
        Some(code) if sector.name.is_empty() => text::english().get(&format!("sector-{code}")),
        _ => sector.name.clone(),
    }
}

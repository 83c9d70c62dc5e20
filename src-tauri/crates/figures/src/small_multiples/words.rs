//! What small multiples say: the sentence that stands for them, and the table behind them.

use super::{SmallMultiples, latest};
use crate::{DataTable, Point, PointState, letters, text};

/// The alternative text: which groups, and their latest figures.
pub(super) fn summary(multiples: &SmallMultiples) -> String {
    let texts = text::english();
    let name = multiples.name.as_str().into();
    let breakdown = multiples.breakdown.as_str().into();
    let groups: Vec<String> = multiples
        .panels
        .iter()
        .filter_map(|panel| {
            let (point, value) = latest(panel)?;
            Some(texts.with(
                "figure-panel-latest",
                &[
                    ("group", panel.name.as_str().into()),
                    ("value", multiples.numbers.value(value).into()),
                    ("period", point.label.as_str().into()),
                ],
            ))
        })
        .collect();
    if groups.is_empty() {
        return texts.with(
            "figure-panels-empty",
            &[("name", name), ("breakdown", breakdown)],
        );
    }
    texts.with(
        "figure-panels-summary",
        &[
            ("name", name),
            ("breakdown", breakdown),
            ("count", multiples.panels.len().into()),
            ("groups", groups.join(", ").into()),
        ],
    )
}

/// Periods down, everyone and the groups across.
pub(super) fn table(multiples: &SmallMultiples) -> DataTable {
    let texts = text::english();
    let mut head = vec![
        texts.get("figure-table-period"),
        texts.get("figure-panels-all"),
    ];
    head.extend(multiples.panels.iter().map(|panel| panel.name.clone()));
    let series: Vec<&[Point]> = std::iter::once(multiples.everyone.as_slice())
        .chain(multiples.panels.iter().map(|panel| panel.points.as_slice()))
        .collect();
    let mut periods: Vec<&Point> = series.iter().copied().flatten().collect();
    periods.sort_by(|a, b| a.t.total_cmp(&b.t));
    periods.dedup_by(|a, b| (a.t - b.t).abs() < 1e-9);
    let cell = |points: &[Point], t: f64| {
        let at = points.partition_point(|point| point.t < t - 1e-9);
        match points.get(at).filter(|point| (point.t - t).abs() < 1e-9) {
            Some(point) => match (point.value, point.state) {
                (Some(value), _) => multiples.numbers.value(value),
                (None, PointState::Suppressed) => letters::SUPPRESSED.to_owned(),
                (None, PointState::Withheld) => letters::WITHHELD.to_owned(),
                (None, _) => letters::MISSING.to_owned(),
            },
            None => letters::MISSING.to_owned(),
        }
    };
    let rows = periods
        .iter()
        .map(|period| {
            let values = series.iter().map(|points| cell(points, period.t));
            std::iter::once(period.label.clone())
                .chain(values)
                .collect()
        })
        .collect();
    DataTable { head, rows }
}

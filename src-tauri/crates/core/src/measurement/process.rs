//! The process chart of a measure: limits begin anew at series breaks and at notes that
//! say so, and rest on the readings up to a period where they are frozen.

use backbone_statistics::xmr::{self, Chart, Options};

use super::{
    Annotation, DefinitionChange, DefinitionChangeKind, Measure, Period, Reading,
    assessment::number,
};
use crate::Result;

/// The chart of readings that have a value, in order.
pub(super) fn chart(
    measure: &Measure,
    valued: &[&Reading],
    target: Option<f64>,
    ledger: &[DefinitionChange],
    annotations: &[Annotation],
) -> Result<Chart> {
    let values: Vec<f64> = valued
        .iter()
        .filter_map(|reading| reading.value)
        .map(number)
        .collect();
    let breaks = ledger
        .iter()
        .filter(|entry| entry.kind == DefinitionChangeKind::SeriesBreak)
        .filter_map(|entry| entry.period);
    let resets = annotations
        .iter()
        .filter(|note| note.resets_limits)
        .map(|note| note.period);
    let index_of = |period: Period| {
        valued
            .iter()
            .position(|reading| reading.period.start() >= period.start())
    };
    let mut starts: Vec<usize> = breaks
        .chain(resets)
        .filter_map(index_of)
        .filter(|index| *index > 0)
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let options = |rebased_at: Vec<usize>, frozen_after: Option<usize>| Options {
        target,
        rebased_at,
        frozen_after,
        ..Options::new(measure.polarity())
    };
    let frozen = measure.limits_frozen_at.map(|at| {
        valued
            .iter()
            .filter(|reading| reading.period.start() <= at.start())
            .count()
    });
    let Some(frozen) = frozen.filter(|count| (1..values.len()).contains(count)) else {
        return Ok(xmr::chart(&values, options(starts, None))?);
    };
    // Only the segment that is frozen rests on fewer points than it has.
    let from = starts
        .iter()
        .copied()
        .filter(|start| *start < frozen)
        .max()
        .unwrap_or(0);
    let to = starts
        .iter()
        .copied()
        .find(|start| *start >= frozen)
        .unwrap_or(values.len());
    let inside = |start: &usize, from: usize, to: usize| {
        (from < *start && *start < to).then(|| start - from)
    };
    let part = |from: usize, to: usize, frozen_after: Option<usize>| -> Result<Chart> {
        let rebased_at = starts
            .iter()
            .filter_map(|start| inside(start, from, to))
            .collect();
        let values = values.get(from..to).unwrap_or_default();
        Ok(xmr::chart(values, options(rebased_at, frozen_after))?)
    };
    let mut whole = part(to, values.len(), None)?;
    let mut segments = Vec::new();
    let mut signals = Vec::new();
    let frozen_part = part(from, to, Some(frozen - from))?;
    if whole.assurance.is_none() {
        whole.assurance = frozen_part.assurance;
    }
    for (offset, found) in [(0, part(0, from, None)?), (from, frozen_part)] {
        segments.extend(found.segments.into_iter().map(|mut limits| {
            limits.from += offset;
            limits.to += offset;
            limits
        }));
        signals.extend(found.signals.into_iter().map(|mut signal| {
            signal.index += offset;
            signal
        }));
    }
    for limits in &mut whole.segments {
        limits.from += to;
        limits.to += to;
    }
    for signal in &mut whole.signals {
        signal.index += to;
    }
    segments.append(&mut whole.segments);
    signals.append(&mut whole.signals);
    Ok(Chart {
        options: options(starts.clone(), Some(frozen - from)),
        is_too_few: segments.is_empty(),
        segments,
        signals,
        points: values.len(),
        ..whole
    })
}

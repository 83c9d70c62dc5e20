//! Round axis values.

/// A value axis: its ends and the values of its gridlines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Axis {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
    /// Digits after the point its labels need.
    pub precision: u8,
}

/// An axis of three to five round values around `low..=high`, kept within `limits`
/// unless the values themselves leave them.
pub(crate) fn axis(low: f64, high: f64, limits: Option<(f64, f64)>) -> Axis {
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let spread = if high > low {
        high - low
    } else {
        (high.abs() * 0.1).max(1.0)
    };
    let mut bottom = low - spread * 0.08;
    let mut top = high + spread * 0.08;
    if let Some((least, most)) = limits {
        if low >= least {
            bottom = bottom.max(least);
        }
        if high <= most {
            top = top.min(most);
        }
    }
    if low >= 0.0 {
        bottom = bottom.max(0.0);
    }
    let step = round_step((top - bottom) / 3.6);
    let first = (bottom / step).floor();
    let last = (top / step).ceil().max(first + 1.0);
    // Beyond a few dozen the numbers are so large that steps no longer differ.
    let count = (last - first).min(24.0) as usize;
    let ticks: Vec<f64> = (0..=count)
        .map(|index| (first + index as f64) * step)
        .collect();
    let precision = (-step.log10().floor()).clamp(0.0, 6.0) as u8;
    Axis {
        low: ticks.first().copied().unwrap_or(bottom),
        high: ticks.last().copied().unwrap_or(top),
        ticks,
        precision,
    }
}

/// The round number 1, 2, 2.5 or 5 × 10ⁿ at or above `rough`.
fn round_step(rough: f64) -> f64 {
    let rough = if rough.is_finite() && rough > 0.0 {
        rough
    } else {
        1.0
    };
    let power = 10f64.powf(rough.log10().floor());
    let share = rough / power;
    let round = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|step| share <= step + 1e-9)
        .unwrap_or(10.0);
    round * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_are_round_and_keep_their_natural_ends() {
        for (low, high, limits, wanted) in [
            (
                44.1,
                60.0,
                Some((0.0, 100.0)),
                &[40.0, 50.0, 60.0, 70.0][..],
            ),
            (
                97.0,
                100.0,
                Some((0.0, 100.0)),
                &[96.0, 97.0, 98.0, 99.0, 100.0],
            ),
            (0.0, 3.0, None, &[0.0, 1.0, 2.0, 3.0, 4.0]),
            (5.0, 5.0, None, &[4.0, 4.5, 5.0, 5.5, 6.0]),
        ] {
            let found = axis(low, high, limits);
            assert!(found.low <= low && high <= found.high, "{found:?}");
            assert!(
                (3..=7).contains(&found.ticks.len()),
                "{low}–{high}: {found:?} {wanted:?}"
            );
        }
        assert_eq!(axis(97.0, 100.0, Some((0.0, 100.0))).high, 100.0);
    }

    proptest::proptest! {
        #[test]
        fn any_values_lie_on_their_axis(a in -1e12..1e12f64, b in -1e12..1e12f64) {
            let found = axis(a.min(b), a.max(b), None);
            proptest::prop_assert!(found.low <= a.min(b) && a.max(b) <= found.high);
            proptest::prop_assert!(found.ticks.is_sorted() && found.ticks.len() <= 8);
        }
    }
}

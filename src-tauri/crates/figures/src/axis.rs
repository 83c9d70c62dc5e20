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

/// An axis of up to five round values around `low..=high`, kept within `limits` unless
/// the values themselves leave them. No step is finer than `precision` digits can tell.
/// It begins at a gridline and ends just above the highest value, so that the height
/// goes to the data.
pub(crate) fn axis(low: f64, high: f64, limits: Option<(f64, f64)>, precision: u8) -> Axis {
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let finest = 10f64.powi(-i32::from(precision.min(6)));
    let spread = if high > low {
        high - low
    } else {
        (high.abs() * 0.2).max(finest * 4.0)
    };
    let margin = if high > low { 0.04 } else { 0.5 };
    let mut bottom = low - spread * margin;
    let mut top = (high + spread * margin).max(bottom + finest * 3.0);
    if low >= 0.0 {
        bottom = bottom.max(0.0);
    }
    if let Some((least, most)) = limits {
        if low >= least {
            bottom = bottom.max(least);
        }
        if high <= most {
            top = top.min(most);
        }
    }
    let top = top.max(high);
    // Numbers this large no longer tell smaller steps apart.
    let least_step = finest.max(low.abs().max(high.abs()) * 1e-12);
    let step = round_step(bottom, top, least_step);
    let first = (bottom / step).floor();
    let count = ((top / step + 1e-9).floor() - first).clamp(0.0, 8.0) as usize;
    let ticks: Vec<f64> = (0..=count)
        .map(|index| (first + index as f64) * step)
        .collect();
    Axis {
        low: first * step,
        high: top.max(first * step + step),
        ticks,
        precision: (-(step + step * 1e-9).log10().floor()).clamp(0.0, 6.0) as u8,
    }
}

/// The smallest step 1, 2, 2.5 or 5 × 10ⁿ with at most five gridlines.
fn round_step(bottom: f64, top: f64, least: f64) -> f64 {
    let mut power = 10f64.powf(((top - bottom) / 10.0).max(least).log10().floor());
    for _ in 0..4 {
        for share in [1.0, 2.0, 2.5, 5.0] {
            let step = share * power;
            // 2.5 would need a digit more than its neighbors.
            if step < least * 0.999 || (share == 2.5 && power < 10.0) {
                continue;
            }
            if (top / step + 1e-9).floor() - (bottom / step).floor() < 5.0 {
                return step;
            }
        }
        power *= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_are_round_and_keep_their_natural_ends() {
        let percent = Some((0.0, 100.0));
        for (low, high, limits, precision, wanted) in [
            (35.4, 60.0, percent, 1, &[30.0, 40.0, 50.0, 60.0][..]),
            (44.0, 60.0, percent, 0, &[40.0, 45.0, 50.0, 55.0, 60.0]),
            (97.0, 100.0, percent, 1, &[96.0, 97.0, 98.0, 99.0, 100.0]),
            (0.0, 3.0, None, 0, &[0.0, 1.0, 2.0, 3.0]),
            (0.0, 0.0, percent, 0, &[0.0, 1.0, 2.0]),
            (44.1, 44.1, percent, 1, &[35.0, 40.0, 45.0]),
            (-3.0, 2.0, None, 0, &[-4.0, -2.0, 0.0, 2.0]),
            (412e3, 1e6, None, 0, &[200e3, 400e3, 600e3, 800e3, 1e6]),
            (1.2, 1.4, None, 2, &[1.1, 1.2, 1.3, 1.4]),
        ] {
            let found = axis(low, high, limits, precision);
            assert_eq!(found.ticks.len(), wanted.len(), "{low}–{high}: {found:?}");
            for (tick, wanted) in found.ticks.iter().zip(wanted) {
                assert!((tick - wanted).abs() < 1e-6, "{low}–{high}: {found:?}");
            }
        }
        assert_eq!(axis(97.0, 100.0, percent, 1).high, 100.0);
    }

    proptest::proptest! {
        #[test]
        fn any_values_lie_on_their_axis(a in -1e28..1e28f64, b in -1e28..1e28f64, small: bool, precision in 0u8..=6) {
            let scale = if small { 1e-26 } else { 1.0 };
            let (low, high) = (a.min(b) * scale, a.max(b) * scale);
            let found = axis(low, high, None, precision);
            proptest::prop_assert!(found.low <= low && high <= found.high, "{:?}", found);
            proptest::prop_assert!(found.ticks.is_sorted() && (1..=6).contains(&found.ticks.len()));
        }
    }
}

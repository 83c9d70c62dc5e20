//! F6: XmR charts: is the change real, or is it noise?

use serde::Serialize;

use crate::{
    Error, Polarity, Rule,
    error::{all_finite, finite},
    status::sign,
};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "xmr",
    formula: "limits = mean ± 2.66 × mean moving range; ranges of 3.267 times the mean range or more are left out once",
    source: "NHS Making Data Count, NHSRplotthedots; Wheeler",
};

/// Fewer points have no limits.
pub const LEAST_POINTS: usize = 7;
/// Fewer points have trial limits.
pub const FIRM_FROM: usize = 12;
const RUN: usize = 7;
const LIMIT_FACTOR: f64 = 2.66;
const SCREEN_FACTOR: f64 = 3.267;

/// How the chart is asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Options {
    /// Which way is better.
    pub polarity: Polarity,
    /// Leave out very large moving ranges once.
    pub is_screened: bool,
    /// Target to hold the limits against.
    pub target: Option<f64>,
    /// Limits are computed from this many first points of a segment and then frozen.
    pub frozen_after: Option<usize>,
    /// Indexes at which a dated, named change begins a new segment with limits of its own.
    pub rebased_at: Vec<usize>,
}

impl Options {
    /// Screened, with no target, freeze or change.
    #[must_use]
    pub fn new(polarity: Polarity) -> Self {
        Self {
            polarity,
            is_screened: true,
            target: None,
            frozen_after: None,
            rebased_at: Vec::new(),
        }
    }
}

/// Limits of a run of points, in the measure's unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Limits {
    /// Index of the first point.
    pub from: usize,
    /// Index after the last point.
    pub to: usize,
    /// Mean of the points the limits rest on.
    pub mean: f64,
    /// Mean moving range, after screening where asked for.
    pub mean_range: f64,
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
    /// Two thirds of the way to the lower limit.
    pub near_lower: f64,
    /// Two thirds of the way to the upper limit.
    pub near_upper: f64,
    /// Whether they rest on fewer than twelve points.
    pub is_trial: bool,
}

/// Why a point stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalKind {
    /// Outside a limit.
    Outside,
    /// One of seven rising or falling.
    Trend,
    /// One of two in three beyond the same near limit.
    TwoOfThree,
    /// One of seven on one side of the mean.
    Shift,
}

/// What a signal means for the measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// The better direction.
    Improvement,
    /// The worse direction.
    Concern,
    /// The measure has no better direction.
    Neutral,
}

/// A point that stands out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signal {
    /// Index of the point.
    pub index: usize,
    /// Every reason, in the order of the rule.
    pub kinds: Vec<SignalKind>,
    /// Whether it points upward, by the first reason.
    pub is_high: bool,
    /// What it means.
    pub meaning: Meaning,
}

/// Whether a target will be met by a process as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// The target lies beyond the worse limit.
    ConsistentlyMet,
    /// The target lies beyond the better limit.
    ConsistentlyMissed,
    /// The target lies within the limits.
    HitAndMiss,
}

/// The chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// The rule.
    pub rule: Rule,
    /// How it was asked for.
    pub options: Options,
    /// Limits by segment; a segment with fewer than seven points has none: too few points.
    pub segments: Vec<Limits>,
    /// Points that stand out, by index.
    pub signals: Vec<Signal>,
    /// Against the target, by the last segment's limits; none while it has too few points.
    pub assurance: Option<Assurance>,
    /// Whether no segment has enough points.
    pub is_too_few: bool,
    /// Number of points it rests on.
    pub points: usize,
}

/// XmR chart of `values`, oldest first.
///
/// # Errors
/// Values or a target that are not finite; changes that are out of order or range.
pub fn chart(values: &[f64], options: Options) -> Result<Chart, Error> {
    all_finite("values", values)?;
    options
        .target
        .map(|target| finite("target", target))
        .transpose()?;
    let mut starts = vec![0];
    starts.extend_from_slice(&options.rebased_at);
    if !starts.is_sorted_by(|a, b| a < b) || starts.last().is_some_and(|last| *last > values.len())
    {
        return Err(Error::OutOfRange {
            what: "rebased_at",
            why: "is out of order or range",
        });
    }
    let ends = starts.iter().skip(1).copied().chain([values.len()]);
    let mut segments = Vec::new();
    let mut signals = Vec::new();
    for (from, to) in starts.iter().copied().zip(ends) {
        let Some(part) = values.get(from..to) else {
            continue;
        };
        let basis = options.frozen_after.unwrap_or(part.len()).min(part.len());
        let Some(limits) = part
            .get(..basis)
            .and_then(|basis| limits(basis, from, to, options.is_screened))
        else {
            continue;
        };
        find_signals(part, &limits, options.polarity, &mut signals);
        segments.push(limits);
    }
    let assurance = options
        .target
        // Limits from before a change say nothing of the process as it is now.
        .zip(segments.last().filter(|limits| limits.to == values.len()))
        .zip(sign(options.polarity))
        .map(|((target, limits), better)| match better > 0.0 {
            true if target < limits.lower => Assurance::ConsistentlyMet,
            true if target > limits.upper => Assurance::ConsistentlyMissed,
            false if target > limits.upper => Assurance::ConsistentlyMet,
            false if target < limits.lower => Assurance::ConsistentlyMissed,
            _ => Assurance::HitAndMiss,
        });
    Ok(Chart {
        rule: RULE,
        options,
        is_too_few: segments.is_empty(),
        segments,
        signals,
        assurance,
        points: values.len(),
    })
}

fn limits(values: &[f64], from: usize, to: usize, is_screened: bool) -> Option<Limits> {
    if values.len() < LEAST_POINTS {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let ranges = || values.windows(2).map(range);
    let mut mean_range = average(ranges());
    if is_screened {
        let bound = SCREEN_FACTOR * mean_range;
        if mean_range > 0.0 {
            mean_range = average(ranges().filter(|range| *range < bound));
        }
    }
    let reach = LIMIT_FACTOR * mean_range;
    Some(Limits {
        from,
        to,
        mean,
        mean_range,
        lower: mean - reach,
        upper: mean + reach,
        near_lower: mean - reach * 2.0 / 3.0,
        near_upper: mean + reach * 2.0 / 3.0,
        is_trial: values.len() < FIRM_FROM,
    })
}

fn range(pair: &[f64]) -> f64 {
    match pair {
        [before, after] => (after - before).abs(),
        _ => 0.0,
    }
}

fn average(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Marks every point of a segment that stands out.
fn find_signals(values: &[f64], limits: &Limits, polarity: Polarity, signals: &mut Vec<Signal>) {
    let mut marks: Vec<[i8; 4]> = vec![[0; 4]; values.len()];
    let mut mark = |index: usize, kind: SignalKind, direction: i8| {
        if let Some(slot) = marks
            .get_mut(index)
            .and_then(|mark| mark.get_mut(kind as usize))
        {
            *slot = direction;
        }
    };
    let side = |value: f64| -> i8 { i8::from(value > limits.mean) - i8::from(value < limits.mean) };
    for (index, value) in values.iter().enumerate() {
        let outside = i8::from(*value > limits.upper) - i8::from(*value < limits.lower);
        if outside != 0 {
            mark(index, SignalKind::Outside, outside);
        }
    }
    for (start, window) in values.windows(RUN).enumerate() {
        let all = |direction: i8| window.windows(2).all(|pair| step(pair) == direction);
        let rising = i8::from(all(1)) - i8::from(all(-1));
        let above = i8::from(window.iter().all(|value| side(*value) > 0))
            - i8::from(window.iter().all(|value| side(*value) < 0));
        for index in start..start + RUN {
            if rising != 0 {
                mark(index, SignalKind::Trend, rising);
            }
            if above != 0 {
                mark(index, SignalKind::Shift, above);
            }
        }
    }
    let beyond = |value: f64| -> i8 {
        i8::from(value > limits.near_upper) - i8::from(value < limits.near_lower)
    };
    for (start, window) in values.windows(3).enumerate() {
        for direction in [1, -1] {
            let is_one_sided = window.iter().all(|value| side(*value) == direction);
            let far = window
                .iter()
                .filter(|value| beyond(**value) == direction)
                .count();
            if is_one_sided && far >= 2 {
                for (offset, value) in window.iter().enumerate() {
                    if beyond(*value) == direction {
                        mark(start + offset, SignalKind::TwoOfThree, direction);
                    }
                }
            }
        }
    }
    let kinds = [
        SignalKind::Outside,
        SignalKind::Trend,
        SignalKind::TwoOfThree,
        SignalKind::Shift,
    ];
    for (index, mark) in marks.iter().enumerate() {
        let Some(first) = mark.iter().find(|direction| **direction != 0) else {
            continue;
        };
        let is_high = *first > 0;
        signals.push(Signal {
            index: limits.from + index,
            kinds: kinds
                .into_iter()
                .zip(mark)
                .filter(|(_, set)| **set != 0)
                .map(|(kind, _)| kind)
                .collect(),
            is_high,
            meaning: match sign(polarity) {
                Some(better) if (better > 0.0) == is_high => Meaning::Improvement,
                Some(_) => Meaning::Concern,
                None => Meaning::Neutral,
            },
        });
    }
}

fn step(pair: &[f64]) -> i8 {
    match pair {
        [before, after] => i8::from(after > before) - i8::from(after < before),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPIKE: [f64; 18] = [
        1., 2., 1., 2., 10., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1.,
    ];

    fn chart_of(values: &[f64], is_screened: bool) -> Chart {
        chart(
            values,
            Options {
                is_screened,
                ..Options::new(Polarity::Higher)
            },
        )
        .unwrap()
    }

    #[test]
    fn a_spike_is_screened_out_of_the_limits_and_stands_out() {
        let screened = chart_of(&SPIKE, true);
        let limits = screened.segments[0];
        assert!((limits.mean - 1.944_444_444).abs() < 1e-9);
        assert!((limits.lower + 0.715_555_556).abs() < 1e-9, "{limits:?}");
        assert!((limits.upper - 4.604_444_444).abs() < 1e-9);
        assert_eq!(
            screened
                .signals
                .iter()
                .map(|signal| signal.index)
                .collect::<Vec<_>>(),
            [4]
        );
        let whole = chart_of(&SPIKE, false).segments[0];
        assert!(
            (whole.lower + 3.062_614_379).abs() < 1e-4
                && (whole.upper - 6.951_503_268).abs() < 1e-4
        );
    }

    #[test]
    fn seven_rising_points_are_all_marked_and_a_pause_breaks_them() {
        let rising = chart_of(&[1., 2., 3., 4., 5., 6., 7.], true);
        let marked: Vec<_> = rising
            .signals
            .iter()
            .filter(|signal| signal.kinds.contains(&SignalKind::Trend))
            .map(|signal| signal.index)
            .collect();
        assert_eq!(marked, [0, 1, 2, 3, 4, 5, 6]);
        let paused = chart_of(&[1., 2., 3., 3., 4., 5., 6.], true);
        assert!(
            paused
                .signals
                .iter()
                .all(|signal| !signal.kinds.contains(&SignalKind::Trend))
        );
    }

    #[test]
    fn few_points_have_trial_limits_or_none() {
        assert!(chart_of(&[1., 2., 3., 2., 1., 2.], true).is_too_few);
        assert!(chart_of(&[1., 2., 3., 2., 1., 2., 3.], true).segments[0].is_trial);
        assert!(!chart_of(&SPIKE, true).segments[0].is_trial);
    }

    #[test]
    fn limits_can_be_frozen_and_rebased() {
        let mut values = vec![1., 2., 1., 2., 1., 2., 1., 2.];
        values.extend([11., 12., 11., 12., 11., 12., 11., 12.]);
        let frozen = chart(
            &values,
            Options {
                frozen_after: Some(8),
                ..Options::new(Polarity::Lower)
            },
        )
        .unwrap();
        assert!(
            frozen
                .signals
                .iter()
                .any(|signal| signal.index == 8 && signal.meaning == Meaning::Concern)
        );
        let rebased = chart(
            &values,
            Options {
                rebased_at: vec![8],
                ..Options::new(Polarity::Lower)
            },
        )
        .unwrap();
        assert_eq!((rebased.segments.len(), rebased.signals.len()), (2, 0));
        assert_eq!(rebased.segments[1].mean, 11.5);
    }

    #[test]
    fn the_target_is_held_against_the_limits() {
        let assured = |target, polarity| {
            chart(
                &SPIKE,
                Options {
                    target: Some(target),
                    ..Options::new(polarity)
                },
            )
            .unwrap()
            .assurance
        };
        assert_eq!(
            assured(-1.0, Polarity::Higher),
            Some(Assurance::ConsistentlyMet)
        );
        assert_eq!(
            assured(5.0, Polarity::Higher),
            Some(Assurance::ConsistentlyMissed)
        );
        assert_eq!(
            assured(5.0, Polarity::Lower),
            Some(Assurance::ConsistentlyMet)
        );
        assert_eq!(assured(2.0, Polarity::Lower), Some(Assurance::HitAndMiss));
        assert_eq!(assured(2.0, Polarity::Neither), None);
    }

    #[test]
    fn a_change_that_is_still_young_has_neither_limits_nor_assurance() {
        let young = chart(
            &SPIKE,
            Options {
                target: Some(-1.0),
                rebased_at: vec![14],
                ..Options::new(Polarity::Higher)
            },
        )
        .unwrap();
        assert_eq!((young.segments.len(), young.segments[0].to), (1, 14));
        assert_eq!(
            young.assurance, None,
            "four points do not say whether the target will be met from now on"
        );
    }

    #[test]
    fn a_segment_after_a_change_is_frozen_on_its_own_first_points() {
        let mut values = vec![1., 2., 1., 2., 1., 2., 1., 2.];
        values.extend([11., 12., 11., 12., 11., 12., 11., 12., 30., 31.]);
        let found = chart(
            &values,
            Options {
                frozen_after: Some(8),
                rebased_at: vec![8],
                ..Options::new(Polarity::Lower)
            },
        )
        .unwrap();
        assert_eq!(
            found
                .segments
                .iter()
                .map(|limits| limits.mean)
                .collect::<Vec<_>>(),
            [1.5, 11.5]
        );
        let indexes: Vec<usize> = found.signals.iter().map(|signal| signal.index).collect();
        assert_eq!(
            indexes,
            [16, 17],
            "what comes after the freeze moves no limit"
        );
    }

    proptest::proptest! {
        #[test]
        fn limits_follow_shift_and_scale(
            values in proptest::collection::vec(-1e3..1e3f64, 7..60), shift in -1e3..1e3f64,
        ) {
            let moved: Vec<f64> = values.iter().map(|value| value + shift).collect();
            let (here, there) = (chart_of(&values, false).segments[0], chart_of(&moved, false).segments[0]);
            proptest::prop_assert!((here.upper + shift - there.upper).abs() < 1e-6);
            proptest::prop_assert!((here.lower + shift - there.lower).abs() < 1e-6);
        }
    }
}

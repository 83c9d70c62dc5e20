//! F3: pace toward a dated target: does it grow as fast as it has to?
//!
//! Only the first and the last year count, so whoever shows this rule shows the process
//! chart ([`crate::xmr`]) beside it.

use serde::Serialize;

use crate::{Error, Polarity, Rule, error::finite, path::Dated, status::sign};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "pace",
    formula: "observed growth = (latest ÷ baseline)^(1 ÷ years) − 1; with a target, its ratio to \
              the growth required, (target ÷ baseline)^(1 ÷ years to it) − 1; without one, the \
              growth itself, its thresholds eased by C = 1 − (baseline ÷ limit)^4.44 near a limit",
    source: "Open SDG progress measure; Statistics Canada",
};

/// How fast growth eases near a natural limit.
const LIMIT_EXPONENT: f64 = 4.44;
/// A ratio that is on a threshold by hand calculation must not fall off it by the last bit
/// of a power.
const GRAIN: f64 = 1e-12;

/// Where one answer ends and the next begins; each is the least value of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Thresholds {
    /// On track from here.
    pub on_track: f64,
    /// Acceleration is needed from here up to [`Self::on_track`].
    pub acceleration: f64,
    /// Progress is limited from here up to [`Self::acceleration`]; deterioration below.
    pub limited: f64,
}

impl Thresholds {
    /// Of the ratio of observed to required growth.
    pub const WITH_TARGET: Self = Self {
        on_track: 0.95,
        acceleration: 0.60,
        limited: 0.0,
    };
    /// Of the growth itself, as a share a year.
    pub const WITHOUT_TARGET: Self = Self {
        on_track: 0.015,
        acceleration: 0.005,
        limited: 0.0,
    };

    /// Thresholds at or below 0 ask for no growth, so nothing about them eases.
    fn eased(self, by: f64) -> Self {
        let ease = |threshold: f64| {
            if threshold > 0.0 {
                threshold * by
            } else {
                threshold
            }
        };
        Self {
            on_track: ease(self.on_track),
            acceleration: ease(self.acceleration),
            limited: ease(self.limited),
        }
    }

    fn answer(self, value: f64) -> Pace {
        if value >= self.on_track - GRAIN {
            Pace::OnTrack
        } else if value >= self.acceleration - GRAIN {
            Pace::AccelerationNeeded
        } else if value >= self.limited - GRAIN {
            Pace::LimitedProgress
        } else {
            Pace::Deterioration
        }
    }
}

/// What the rule looks at. Values in the measure's unit, times in years.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Inputs {
    /// First reading.
    pub baseline: Option<Dated>,
    /// Latest reading.
    pub latest: Option<Dated>,
    /// Dated target; none asks for growth at all.
    pub target: Option<Dated>,
    /// Value the measure cannot pass, such as 100 of a percentage. Only looked at where
    /// there is no target.
    pub limit: Option<f64>,
    /// Which way is better.
    pub polarity: Polarity,
    /// Thresholds other than [`Thresholds::WITH_TARGET`] and [`Thresholds::WITHOUT_TARGET`].
    pub thresholds: Option<Thresholds>,
}

/// The answer of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// At or past the target.
    TargetMet,
    /// Fast enough.
    OnTrack,
    /// The right way, more than half as fast as needed.
    AccelerationNeeded,
    /// Still, or the right way and slower.
    LimitedProgress,
    /// The wrong way.
    Deterioration,
    /// The rule has nothing to say; [`PaceStatus::obstacle`] says why.
    CannotBeAssessed,
}

/// Why a pace cannot be assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// Fewer than two periods with a reading.
    TooFewPeriods,
    /// Baseline, latest value and target are not all above 0 or all below it, so none is
    /// the other grown.
    MixedSigns,
    /// No direction of the measure is better.
    NoDirection,
}

/// Pace toward a target, or of growth alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PaceStatus {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// The answer.
    pub pace: Pace,
    /// Why there is none.
    pub obstacle: Option<Obstacle>,
    /// Observed growth, as a share a year.
    pub observed: Option<f64>,
    /// Growth the target requires, as a share a year from the baseline on.
    pub required: Option<f64>,
    /// Observed growth in the wished direction ÷ required growth. None where the target
    /// equals the baseline and so requires none.
    pub ratio: Option<f64>,
    /// C, by which the thresholds are eased near the limit; none with a target.
    pub ease: Option<f64>,
    /// The thresholds as they were applied.
    pub thresholds: Thresholds,
    /// Number of points it rests on.
    pub points: usize,
}

/// Pace of a measure from its first and latest reading.
///
/// # Errors
/// Values that are not finite or so far apart that their growth is not; a latest reading
/// before the baseline, a target not after it; thresholds out of order.
pub fn toward_target(inputs: Inputs) -> Result<PaceStatus, Error> {
    check(&inputs)?;
    let usual = match inputs.target {
        Some(_) => Thresholds::WITH_TARGET,
        None => Thresholds::WITHOUT_TARGET,
    };
    let mut status = PaceStatus {
        rule: RULE,
        inputs,
        pace: Pace::CannotBeAssessed,
        obstacle: None,
        observed: None,
        required: None,
        ratio: None,
        ease: None,
        thresholds: inputs.thresholds.unwrap_or(usual),
        points: inputs.baseline.iter().chain(&inputs.latest).count(),
    };
    let (Some(baseline), Some(latest)) = (inputs.baseline, inputs.latest) else {
        status.obstacle = Some(Obstacle::TooFewPeriods);
        return Ok(status);
    };
    if latest.t == baseline.t {
        status.obstacle = Some(Obstacle::TooFewPeriods);
        status.points = 1;
        return Ok(status);
    }
    let Some(better) = sign(inputs.polarity) else {
        status.obstacle = Some(Obstacle::NoDirection);
        return Ok(status);
    };
    // Whether a target is met needs no growth, so it is known whatever the signs are.
    let is_met = inputs
        .target
        .is_some_and(|target| (latest.value - target.value) * better >= 0.0);
    let assessed = [Some(baseline), Some(latest), inputs.target];
    let mut values = assessed.iter().flatten().map(|dated| dated.value);
    let is_one_sided = values.clone().all(|value| value > 0.0) || values.all(|value| value < 0.0);
    if !is_one_sided {
        if is_met {
            status.pace = Pace::TargetMet;
        } else {
            status.obstacle = Some(Obstacle::MixedSigns);
        }
        return Ok(status);
    }
    // Below zero a growing number is a falling value.
    let wished = better * baseline.value.signum();
    let observed = growth(baseline, latest)?;
    status.observed = Some(observed);
    if let Some(target) = inputs.target {
        let required = growth(baseline, target)?;
        status.required = Some(required);
        let ratio = wished * observed / required.abs();
        status.ratio = ratio.is_finite().then_some(ratio);
        status.pace = if is_met {
            Pace::TargetMet
        } else {
            // A target equal to the baseline that is missed was moved away from: the ratio
            // is beyond all bounds on the wrong side.
            status.thresholds.answer(ratio)
        };
    } else {
        let ease = ease(baseline.value, inputs.limit);
        status.ease = Some(ease);
        status.thresholds = status.thresholds.eased(ease);
        status.pace = status.thresholds.answer(wished * observed);
    }
    Ok(status)
}

/// Growth as a share a year from one dated value to another of the same sign.
fn growth(from: Dated, to: Dated) -> Result<f64, Error> {
    let share = ((to.value / from.value).ln() / (to.t - from.t)).exp_m1();
    finite("growth", share)
}

/// C: how far the thresholds keep their height for a measure that began at `baseline`.
fn ease(baseline: f64, limit: Option<f64>) -> f64 {
    let (Some(limit), baseline) = (limit.map(f64::abs), baseline.abs()) else {
        return 1.0;
    };
    if baseline >= 2.0 * limit {
        1.0
    } else if baseline <= limit {
        1.0 - (baseline / limit).powf(LIMIT_EXPONENT)
    } else {
        1.0 - ((2.0 * limit - baseline) / limit).powf(LIMIT_EXPONENT)
    }
}

fn check(inputs: &Inputs) -> Result<(), Error> {
    let dated = [inputs.baseline, inputs.latest, inputs.target];
    for point in dated.iter().flatten() {
        finite("time", point.t)?;
        finite("value", point.value)?;
    }
    inputs
        .limit
        .map(|limit| finite("limit", limit))
        .transpose()?;
    let is_before = |point: Option<Dated>| {
        point
            .zip(inputs.baseline)
            .is_some_and(|(point, baseline)| point.t < baseline.t)
    };
    if is_before(inputs.latest) {
        return Err(Error::OutOfRange {
            what: "latest",
            why: "is dated before the baseline",
        });
    }
    let is_same = inputs
        .target
        .zip(inputs.baseline)
        .is_some_and(|(target, baseline)| target.t == baseline.t);
    if is_same || is_before(inputs.target) {
        return Err(Error::OutOfRange {
            what: "target",
            why: "is not dated after the baseline",
        });
    }
    if let Some(thresholds) = inputs.thresholds {
        let rising = [
            finite("thresholds", thresholds.limited)?,
            finite("thresholds", thresholds.acceleration)?,
            finite("thresholds", thresholds.on_track)?,
        ];
        if !rising.is_sorted() {
            return Err(Error::OutOfRange {
                what: "thresholds",
                why: "are out of order",
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use Polarity::{Higher, Lower};

    use super::*;

    fn inputs(baseline: (f64, f64), latest: (f64, f64), polarity: Polarity) -> Inputs {
        let dated = |(t, value)| Some(Dated { t, value });
        Inputs {
            baseline: dated(baseline),
            latest: dated(latest),
            target: None,
            limit: None,
            polarity,
            thresholds: None,
        }
    }

    fn toward(
        baseline: (f64, f64),
        latest: (f64, f64),
        target: (f64, f64),
        polarity: Polarity,
    ) -> PaceStatus {
        let (t, value) = target;
        toward_target(Inputs {
            target: Some(Dated { t, value }),
            ..inputs(baseline, latest, polarity)
        })
        .unwrap()
    }

    /// To the last digit that is printed.
    #[track_caller]
    fn assert_printed(found: Option<f64>, printed: f64, digits: i32) {
        let found = found.unwrap();
        assert!(
            (found - printed).abs() <= 0.5 * 10_f64.powi(-digits) + 1e-12,
            "{found} is not {printed}"
        );
    }

    #[test]
    fn the_published_table_of_cases_is_met() {
        let found = toward((2005.0, 44.0), (2013.0, 57.0), (2020.0, 70.0), Higher);
        assert_printed(found.observed, 0.032_886_9, 7);
        assert_printed(found.required, 0.031_437_8, 7);
        assert_printed(found.ratio, 1.0461, 4);
        assert_eq!(found.pace, Pace::OnTrack);

        let found = toward((2015.0, 60.0), (2020.0, 62.0), (2025.0, 80.0), Higher);
        assert_printed(found.observed, 0.006_579_5, 7);
        assert_printed(found.required, 0.029_186_0, 7);
        assert_printed(found.ratio, 0.225_43, 5);
        assert_eq!(found.pace, Pace::LimitedProgress);

        let found = toward((2015.0, 15.0), (2020.0, 12.0), (2025.0, 9.0), Lower);
        assert_printed(found.observed, -0.043_647_5, 7);
        assert_printed(found.required, -0.049_799_8, 7);
        assert_printed(found.ratio, 0.876_46, 5);
        assert_eq!(found.pace, Pace::AccelerationNeeded);

        let found = toward_target(Inputs {
            limit: Some(100.0),
            ..inputs((2015.0, 85.0), (2020.0, 88.0), Higher)
        })
        .unwrap();
        assert_printed(found.observed, 0.006_961_2, 7);
        assert_printed(found.ease, 0.514_018, 6);
        assert_eq!(found.pace, Pace::AccelerationNeeded);
        assert_eq!(
            toward_target(inputs((2015.0, 85.0), (2020.0, 88.0), Higher))
                .unwrap()
                .thresholds,
            Thresholds::WITHOUT_TARGET,
            "far from any limit the thresholds stand"
        );
    }

    #[test]
    fn growth_is_a_power_to_nine_digits() {
        let found = toward((2005.0, 44.0), (2013.0, 57.0), (2020.0, 70.0), Higher);
        let observed = (57.0_f64 / 44.0).powf(1.0 / 8.0) - 1.0;
        let required = (70.0_f64 / 44.0).powf(1.0 / 15.0) - 1.0;
        assert!((found.observed.unwrap() - observed).abs() < 1e-9);
        assert!((found.required.unwrap() - required).abs() < 1e-9);
        assert!((found.ratio.unwrap() - observed / required).abs() < 1e-9);
    }

    #[test]
    fn every_threshold_belongs_to_the_better_answer() {
        // One year on, growth is the percentage itself.
        for (latest, wanted) in [
            (101.5, Pace::OnTrack),
            (101.499, Pace::AccelerationNeeded),
            (100.5, Pace::AccelerationNeeded),
            (100.499, Pace::LimitedProgress),
            (100.0, Pace::LimitedProgress),
            (99.999, Pace::Deterioration),
        ] {
            let found = toward_target(inputs((2020.0, 100.0), (2021.0, latest), Higher)).unwrap();
            assert_eq!(found.pace, wanted, "100 → {latest} without a target");
        }
        for (latest, wanted) in [
            (110.0, Pace::TargetMet),
            (109.5, Pace::OnTrack),
            (109.499, Pace::AccelerationNeeded),
            (106.0, Pace::AccelerationNeeded),
            (105.999, Pace::LimitedProgress),
            (100.0, Pace::LimitedProgress),
            (99.0, Pace::Deterioration),
        ] {
            let found = toward((2020.0, 100.0), (2021.0, latest), (2021.0, 110.0), Higher);
            assert_eq!(found.pace, wanted, "100 → {latest} toward 110");
        }
    }

    #[test]
    fn thresholds_ease_on_both_sides_of_the_limit_and_not_far_past_it() {
        let eased = |baseline| ease(baseline, Some(100.0));
        assert_eq!(eased(100.0), 0.0, "at the limit holding on is enough");
        assert!((eased(85.0) - eased(115.0)).abs() < 1e-12);
        assert_eq!((eased(200.0), eased(300.0)), (1.0, 1.0));
        assert_eq!(ease(5.0, Some(0.0)), 1.0, "nothing is near a limit of 0");
        let held = toward_target(Inputs {
            limit: Some(100.0),
            ..inputs((2015.0, 100.0), (2020.0, 100.0), Higher)
        });
        assert_eq!(held.unwrap().pace, Pace::OnTrack);
    }

    #[test]
    fn thresholds_of_ones_own_are_eased_only_above_zero() {
        let own = Thresholds {
            on_track: 0.02,
            acceleration: 0.0,
            limited: -0.01,
        };
        let found = toward_target(Inputs {
            limit: Some(100.0),
            thresholds: Some(own),
            ..inputs((2015.0, 85.0), (2020.0, 84.0), Higher)
        })
        .unwrap();
        assert!((found.thresholds.on_track - 0.02 * found.ease.unwrap()).abs() < 1e-15);
        assert_eq!(
            (found.thresholds.acceleration, found.thresholds.limited),
            (0.0, -0.01)
        );
        assert_eq!(found.pace, Pace::LimitedProgress);
    }

    #[test]
    fn what_cannot_be_assessed_says_why() {
        let full = inputs((2015.0, 60.0), (2020.0, 62.0), Higher);
        let because = |inputs| {
            let found = toward_target(inputs).unwrap();
            assert_eq!(found.pace, Pace::CannotBeAssessed);
            (found.obstacle, found.points)
        };
        let too_few = Some(Obstacle::TooFewPeriods);
        assert_eq!(
            because(Inputs {
                latest: None,
                ..full
            }),
            (too_few, 1)
        );
        assert_eq!(
            because(Inputs {
                latest: full.baseline,
                ..full
            }),
            (too_few, 1),
            "one period twice is one"
        );
        assert_eq!(
            because(Inputs {
                polarity: Polarity::Neither,
                ..full
            }),
            (Some(Obstacle::NoDirection), 2)
        );
        let mixed = (Some(Obstacle::MixedSigns), 2);
        assert_eq!(
            because(inputs((2015.0, -1.0), (2020.0, 2.0), Higher)),
            mixed
        );
        assert_eq!(because(inputs((2015.0, 0.0), (2020.0, 2.0), Higher)), mixed);
        let to_zero = toward((2015.0, 5.0), (2020.0, 2.0), (2025.0, 0.0), Lower);
        assert_eq!(to_zero.obstacle, Some(Obstacle::MixedSigns));
    }

    #[test]
    fn a_target_of_zero_that_is_reached_is_met() {
        let found = toward((2015.0, 5.0), (2020.0, 0.0), (2025.0, 0.0), Lower);
        assert_eq!((found.pace, found.obstacle), (Pace::TargetMet, None));
    }

    #[test]
    fn a_target_equal_to_the_baseline_is_met_or_moved_away_from() {
        let kept = toward((2015.0, 60.0), (2020.0, 60.0), (2025.0, 60.0), Higher);
        assert_eq!((kept.pace, kept.ratio), (Pace::TargetMet, None));
        let lost = toward((2015.0, 60.0), (2020.0, 58.0), (2025.0, 60.0), Higher);
        assert_eq!((lost.pace, lost.ratio), (Pace::Deterioration, None));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let full = inputs((2015.0, 60.0), (2020.0, 62.0), Higher);
        let dated = |t, value| Some(Dated { t, value });
        for refused in [
            Inputs {
                latest: dated(2010.0, 1.0),
                ..full
            },
            Inputs {
                target: dated(2015.0, 70.0),
                ..full
            },
            Inputs {
                limit: Some(f64::NAN),
                ..full
            },
            Inputs {
                baseline: dated(2015.0, f64::MIN_POSITIVE),
                latest: dated(2015.1, f64::MAX),
                ..full
            },
            Inputs {
                thresholds: Some(Thresholds {
                    limited: 1.0,
                    ..Thresholds::WITH_TARGET
                }),
                ..full
            },
        ] {
            assert!(toward_target(refused).is_err(), "{refused:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn neither_unit_nor_calendar_changes_the_answer(
            y0 in 1.0..1e3f64, y in 1.0..1e3f64, target in 1.0..1e3f64,
            scale in 0.01..100.0f64, shift in -500.0..500.0f64, is_higher: bool,
        ) {
            let polarity = if is_higher { Higher } else { Lower };
            let here = toward((0.0, y0), (5.0, y), (10.0, target), polarity);
            let there = toward(
                (shift, y0 * scale), (5.0 + shift, y * scale), (10.0 + shift, target * scale), polarity,
            );
            proptest::prop_assert!((here.observed.unwrap() - there.observed.unwrap()).abs() < 1e-9);
            if let (Some(here), Some(there)) = (here.ratio, there.ratio) {
                proptest::prop_assert!((here - there).abs() <= 1e-6 * here.abs().max(1.0));
            }
        }

        #[test]
        fn measures_below_zero_mirror_those_above(
            y0 in 1.0..1e3f64, y in 1.0..1e3f64, target in 1.0..1e3f64,
        ) {
            let up = toward((0.0, y0), (5.0, y), (10.0, target), Higher);
            let down = toward((0.0, -y0), (5.0, -y), (10.0, -target), Lower);
            proptest::prop_assert_eq!((up.pace, up.ratio), (down.pace, down.ratio));
        }
    }
}

//! F4: trend counter and forecast.

use serde::Serialize;

use crate::{Error, Polarity, Rule, error::finite, path::Dated, quantile, status::sign};

/// The counter's rule.
pub const COUNTER: Rule = Rule {
    id: "trend_counter",
    formula: "periods back from the latest over which the sign of the change stays the same",
    source: "StriveTogether, Clear Impact: turn-the-curve counters",
};

/// The forecast's rule.
pub const FORECAST: Rule = Rule {
    id: "forecast",
    formula: "value = intercept + slope × t by least squares; 95 % prediction interval by Student's t",
    source: "Ordinary least squares",
};

/// Below this many points a forecast is computed but not drawn.
pub const DRAWN_FROM: usize = 5;

/// Which way the last run of changes went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Upward.
    Rising,
    /// Downward.
    Falling,
    /// Equal values.
    Level,
}

/// How many periods in a row the measure has gone the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counter {
    /// The rule.
    pub rule: Rule,
    /// Which way; none with fewer than two values.
    pub direction: Option<Direction>,
    /// Whether that way is better; none for level runs and measures without a direction.
    pub is_better: Option<bool>,
    /// Number of changes in the run.
    pub periods: usize,
    /// Number of points it rests on.
    pub points: usize,
}

/// Counts back from the latest of `values`, oldest first.
///
/// # Errors
/// Values that are not finite.
pub fn counter(values: &[f64], polarity: Polarity) -> Result<Counter, Error> {
    crate::error::all_finite("values", values)?;
    let mut changes = values.windows(2).rev().filter_map(|pair| match pair {
        [before, after] => Some(match after.total_cmp(before) {
            std::cmp::Ordering::Greater => Direction::Rising,
            std::cmp::Ordering::Less => Direction::Falling,
            std::cmp::Ordering::Equal => Direction::Level,
        }),
        _ => None,
    });
    let direction = changes.next();
    let periods = direction.map_or(0, |first| {
        1 + changes.take_while(|change| *change == first).count()
    });
    let is_better = match (direction, sign(polarity)) {
        (Some(Direction::Rising), Some(better)) => Some(better > 0.0),
        (Some(Direction::Falling), Some(better)) => Some(better < 0.0),
        _ => None,
    };
    Ok(Counter {
        rule: COUNTER,
        direction,
        is_better,
        periods,
        points: values.len(),
    })
}

/// A straight line through readings, carried forward.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forecast {
    /// The rule.
    pub rule: Rule,
    /// Change per year, in the measure's unit.
    pub slope: f64,
    /// Value of the line at time 0.
    pub intercept: f64,
    /// Values of the line at the times asked for.
    pub values: Vec<ForecastValue>,
    /// Whether there are enough points to draw it.
    pub is_drawn: bool,
    /// Number of points it rests on.
    pub points: usize,
}

/// The line at one time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ForecastValue {
    /// Time in years.
    pub t: f64,
    /// Value of the line.
    pub value: f64,
    /// 95 % prediction interval; none with fewer than three points.
    pub interval: Option<(f64, f64)>,
}

/// Fits a line through `readings` and carries it to `times`. None where fewer than two
/// different times make a line.
///
/// # Errors
/// Values that are not finite.
pub fn forecast(readings: &[Dated], times: &[f64]) -> Result<Option<Forecast>, Error> {
    for reading in readings {
        finite("time", reading.t)?;
        finite("value", reading.value)?;
    }
    crate::error::all_finite("times", times)?;
    let count = readings.len() as f64;
    let mean_t = readings.iter().map(|reading| reading.t).sum::<f64>() / count;
    let mean_value = readings.iter().map(|reading| reading.value).sum::<f64>() / count;
    let spread: f64 = readings
        .iter()
        .map(|reading| (reading.t - mean_t).powi(2))
        .sum();
    if readings.len() < 2 || spread == 0.0 {
        return Ok(None);
    }
    let together: f64 = readings
        .iter()
        .map(|reading| (reading.t - mean_t) * (reading.value - mean_value))
        .sum();
    let slope = together / spread;
    let line = |t: f64| mean_value + slope * (t - mean_t);
    let free = count - 2.0;
    let residual: f64 = readings
        .iter()
        .map(|reading| (reading.value - line(reading.t)).powi(2))
        .sum();
    let factor = (free > 0.0).then(|| quantile::student(0.975, free) * (residual / free).sqrt());
    let values = times
        .iter()
        .map(|&t| {
            let value = line(t);
            let interval = factor.map(|factor| {
                let half = factor * (1.0 + 1.0 / count + (t - mean_t).powi(2) / spread).sqrt();
                (value - half, value + half)
            });
            ForecastValue { t, value, interval }
        })
        .collect();
    Ok(Some(Forecast {
        rule: FORECAST,
        slope,
        intercept: mean_value - slope * mean_t,
        values,
        is_drawn: readings.len() >= DRAWN_FROM,
        points: readings.len(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counter_looks_back_over_one_run() {
        for (values, polarity, direction, periods, is_better) in [
            (
                &[1.0, 2.0, 3.0, 4.0][..],
                Polarity::Higher,
                Some(Direction::Rising),
                3,
                Some(true),
            ),
            (
                &[5.0, 2.0, 3.0],
                Polarity::Lower,
                Some(Direction::Rising),
                1,
                Some(false),
            ),
            (
                &[5.0, 4.0, 4.0, 4.0],
                Polarity::Lower,
                Some(Direction::Level),
                2,
                None,
            ),
            (
                &[4.0, 4.0, 3.0],
                Polarity::Neither,
                Some(Direction::Falling),
                1,
                None,
            ),
            (&[4.0], Polarity::Higher, None, 0, None),
            (&[], Polarity::Higher, None, 0, None),
        ] {
            let found = counter(values, polarity).unwrap();
            assert_eq!(
                (found.direction, found.periods, found.is_better),
                (direction, periods, is_better),
                "{values:?}"
            );
        }
    }

    #[test]
    fn the_line_through_three_published_readings_is_the_published_line() {
        let readings =
            [(2005.0, 44.0), (2011.0, 53.0), (2014.0, 57.0)].map(|(t, value)| Dated { t, value });
        let found = forecast(&readings, &[2020.0]).unwrap().unwrap();
        assert!((found.slope - 1.452_380_952).abs() < 1e-9);
        assert!((found.intercept + 2_867.952_380_952).abs() < 1e-6);
        assert!((found.values[0].value - 65.857_142_857).abs() < 1e-9);
        assert!(
            !found.is_drawn,
            "three points are too few to draw a forecast"
        );
    }

    #[test]
    fn one_time_makes_no_line() {
        let readings = [(2005.0, 44.0), (2005.0, 53.0)].map(|(t, value)| Dated { t, value });
        assert_eq!(forecast(&readings, &[2020.0]).unwrap(), None);
        assert_eq!(forecast(&[], &[2020.0]).unwrap(), None);
    }

    #[test]
    fn the_prediction_interval_is_that_of_the_textbook() {
        let readings = [(1.0, 2.0), (2.0, 4.0), (3.0, 5.0), (4.0, 4.0), (5.0, 5.0)]
            .map(|(t, value)| Dated { t, value });
        let found = forecast(&readings, &[6.0]).unwrap().unwrap();
        let (lower, upper) = found.values[0].interval.unwrap();
        // R: predict(lm(y ~ x), data.frame(x = 6), interval = "prediction")
        assert!((found.values[0].value - 5.8).abs() < 1e-9);
        assert!((upper - lower) / 2.0 - 4.124_8 < 1e-3 && (upper - lower) / 2.0 > 4.12);
    }
}

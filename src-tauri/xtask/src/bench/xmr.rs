//! XmR charts of thousands of series against R, which reads the same table and applies the
//! same rule with its own vectors.

use std::{
    fs,
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::ratio;
use crate::{
    Outcome, place,
    run::{ask, command},
};

const SERIES: u32 = 12_000;
const POINTS: u32 = 24;
/// We must be at least ten times as fast.
const MOST: f64 = 0.1;

const SCRIPT: &str = r#"
started <- proc.time()[["elapsed"]]
data <- read.csv(commandArgs(TRUE)[1])
chart <- function(x) {
  centre <- mean(x)
  ranges <- abs(diff(x))
  mean_range <- mean(ranges)
  if (mean_range > 0) mean_range <- mean(ranges[ranges < 3.267 * mean_range])
  reach <- 2.66 * mean_range
  side <- sign(x - centre)
  runs <- rle(side)
  steps <- rle(sign(diff(x)))
  far <- (x > centre + reach * 2 / 3) - (x < centre - reach * 2 / 3)
  triples <- embed(far, 3)
  sides <- embed(side, 3)
  list(
    limits = c(centre - reach, centre + reach),
    outside = which(abs(x - centre) > reach),
    shift = which(rep(runs$lengths, runs$lengths) >= 7 & side != 0),
    trend = which(rep(steps$lengths, steps$lengths) >= 6),
    two_of_three = which(abs(rowSums(sides)) == 3 & rowSums(triples * sides) >= 2)
  )
}
found <- lapply(split(data$value, data$series), chart)
stopifnot(length(found) == 12000)
cat((proc.time()[["elapsed"]] - started) * 1000)
"#;

/// Writes the table both read.
pub fn write_series() -> Outcome<PathBuf> {
    let folder = place::target().join("bench");
    let path = folder.join("series.csv");
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(&folder)?;
        let mut file = BufWriter::new(fs::File::create(&path)?);
        writeln!(file, "series,value")?;
        for series in 0..SERIES {
            for point in 0..POINTS {
                let number = series * POINTS + point;
                // The same noise on every machine.
                let noise = number.wrapping_mul(2_654_435_761) >> 22;
                writeln!(file, "{series},{}.{}", 40 + noise / 100, noise % 100)?;
            }
        }
        file.flush()
    };
    write().map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// Compares with the milliseconds our charts take.
pub fn measure(ours: f64, series: &Path) -> Outcome<Value> {
    let run = || {
        ask(command("Rscript")
            .args(["--vanilla", "-e", SCRIPT])
            .arg(series))
    };
    if ask(command("Rscript").arg("--version")).is_none() {
        return Ok(json!("R is not installed: nothing to measure against"));
    }
    let mut times = Vec::new();
    for _ in 0..3 {
        let answer = run().and_then(|answer| answer.parse().ok());
        times.push(answer.ok_or("R could not draw the charts")?);
    }
    Ok(ratio(ours, super::median(times), MOST))
}

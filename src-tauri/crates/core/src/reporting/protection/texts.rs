//! Texts that people wrote may hold a figure that is hidden. A text that names one is left
//! out whole: a hole in a sentence would tell where to look.

use rust_decimal::Decimal;

use super::{CellKey, Withheld, lattice::Splits};
use crate::measurement::{Measure, Reading, SeriesReadings};

/// Whole numbers from here on are rarely anything else than the figure itself.
const TELLING: u32 = 100;
/// Whole numbers that are more often a year.
const YEARS: std::ops::RangeInclusive<u32> = 1_900..=2_100;

/// The hidden figures of a measure, to find them in texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::reporting) struct Telling {
    figures: Vec<Hidden>,
}

#[derive(Debug, Clone, PartialEq)]
struct Hidden {
    /// The figure, and as it is printed.
    forms: Vec<Decimal>,
    /// Names of those it speaks of, in small letters.
    names: Vec<String>,
}

impl Telling {
    pub(super) fn of(
        measure: &Measure,
        series: &[SeriesReadings],
        withheld: &Withheld,
        splits: &Splits,
    ) -> Self {
        let mut figures = Vec::new();
        for one in series {
            for reading in &one.readings {
                let cell = CellKey::of(one.key, reading.period);
                if withheld.why(cell).is_some() {
                    figures.push(Hidden {
                        forms: forms(measure, reading),
                        names: splits
                            .names(cell)
                            .iter()
                            .map(|name| name.to_lowercase())
                            .collect(),
                    });
                }
            }
        }
        Self { figures }
    }

    /// Whether a text names a hidden figure: by a number that is hardly anything else, or by
    /// any number beside the name of the group.
    pub fn is_told_in(&self, text: &str) -> bool {
        if self.figures.is_empty() || text.is_empty() {
            return false;
        }
        let numbers = numbers(text);
        if numbers.is_empty() {
            return false;
        }
        let small = text.to_lowercase();
        self.figures.iter().any(|hidden| {
            let is_named = !hidden.names.is_empty()
                && hidden
                    .names
                    .iter()
                    .any(|name| small.contains(name.as_str()));
            let found = numbers
                .iter()
                .filter(|number| hidden.forms.contains(number));
            found
                .into_iter()
                .any(|number| is_named || is_telling(*number))
        })
    }
}

fn is_telling(number: Decimal) -> bool {
    let is_year = YEARS.into_iter().any(|year| number == Decimal::from(year));
    !number.is_integer() || (number >= Decimal::from(TELLING) && !is_year)
}

/// Every way a reading's figures are written.
fn forms(measure: &Measure, reading: &Reading) -> Vec<Decimal> {
    let exact = [
        reading.value,
        reading.numerator,
        reading.denominator,
        reading.lower,
        reading.upper,
    ];
    let mut found = Vec::new();
    for figure in exact.into_iter().flatten() {
        for form in [
            figure,
            figure.round_dp(u32::from(measure.precision)),
            figure.round_dp(1),
            figure.round_dp(0),
        ] {
            let form = form.abs().normalize();
            if !found.contains(&form) {
                found.push(form);
            }
        }
    }
    found
}

/// The numbers in a text, whether commas part thousands or decimals.
fn numbers(text: &str) -> Vec<Decimal> {
    let is_part = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let mut found = Vec::new();
    for word in text.split(|character| !is_part(character)) {
        let word = word.trim_matches(['.', ',']);
        if word.is_empty() {
            continue;
        }
        for plain in [
            word.replace(',', ""),
            word.replace('.', "").replace(',', "."),
        ] {
            if let Ok(number) = Decimal::from_str_exact(&plain) {
                found.push(number.normalize());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(forms: &[&str], names: &[&str]) -> Telling {
        Telling {
            figures: vec![Hidden {
                forms: forms
                    .iter()
                    .map(|form| Decimal::from_str_exact(form).unwrap())
                    .collect(),
                names: names.iter().map(|name| (*name).to_owned()).collect(),
            }],
        }
    }

    #[test]
    fn a_text_that_names_a_hidden_figure_is_found() {
        let found = telling(&["77.8", "7", "9", "1052"], &["asian"]);
        for (text, wanted) in [
            ("Only 77.8% were ready.", true),
            ("Nur 77,8 Prozent.", true),
            ("1,052 children were counted.", true),
            ("7 of 9 Asian children were ready.", true),
            ("Grade 7 begins.", false),
            ("Asian families helped.", false),
            ("", false),
        ] {
            assert_eq!(found.is_told_in(text), wanted, "{text}");
        }
        let year = telling(&["2024"], &[]);
        assert!(!year.is_told_in("In 2024 it began."), "a year is no figure");
    }
}

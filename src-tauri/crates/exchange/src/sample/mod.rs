//! Sample initiatives written by hand as JSON: a reader of that format, without knowledge
//! of any one sample. The format is described in samples/cincinnati/README.md; it is for
//! authors; a whole initiative goes in and out as `json`.

mod format;
mod load;
mod measures;
mod values;

pub use load::{SampleError, load};

/// A sample initiative that comes with the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Its name on the command line.
    pub name: &'static str,
    /// The initiative, to be loaded.
    pub initiative: &'static str,
    /// Published figures with their sources, to be imported as a table.
    pub figures: &'static str,
    /// File name of the figures, for the record of their origin.
    pub figures_name: &'static str,
}

/// How the first screen presents a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleAbout {
    /// Place: “Cincinnati”.
    pub place: String,
    /// Theme: “Birth to career”.
    pub theme: String,
    /// One sentence.
    pub sentence: String,
    /// Number of partners.
    pub partners: usize,
    /// Number of headline measures.
    pub headline_measures: usize,
}

impl Sample {
    /// How the first screen presents it.
    ///
    /// # Errors
    /// A sample that is not of the format.
    pub fn about(&self) -> Result<SampleAbout, SampleError> {
        let file: format::SampleFile = serde_json::from_str(self.initiative)?;
        Ok(SampleAbout {
            place: file.about.place,
            theme: file.about.theme,
            sentence: file.about.sentence,
            partners: file.partners.len(),
            headline_measures: file
                .results
                .iter()
                .flat_map(|result| &result.measures)
                .chain(&file.measures)
                .filter(|measure| measure.is_headline)
                .count(),
        })
    }
}

/// All samples.
pub const SAMPLES: &[Sample] = &[Sample {
    name: "cincinnati",
    initiative: include_str!("../../../../../samples/cincinnati/initiative.json"),
    figures: include_str!("../../../../../samples/cincinnati/figures.csv"),
    figures_name: "cincinnati-figures.csv",
}];

/// The sample of this name.
pub fn find(name: &str) -> Option<&'static Sample> {
    SAMPLES
        .iter()
        .find(|sample| sample.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readings_import::{Import, Known, propose_mapping};
    use crate::table::{ReadOptions, Table};
    use backbone_core::initiative::Initiative;
    use backbone_core::measurement::{Measure, Origin};
    use backbone_core::{Context, Workbook};
    use chrono::NaiveDate;

    fn context() -> Context {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        Context {
            now_ms: 1_795_000_000_000,
            today,
            author: "Test".to_owned(),
            reason: None,
        }
    }

    fn loaded(sample: &Sample) -> Workbook {
        let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
        load(&mut book, sample.initiative, &context()).unwrap();
        book
    }

    #[test]
    fn every_sample_loads_and_says_that_it_is_one() {
        for sample in SAMPLES {
            let book = loaded(sample);
            assert!(book.initiative().unwrap().is_sample, "{}", sample.name);
            let measures = book.list::<Measure>().unwrap();
            assert!(measures.iter().any(|measure| measure.record.is_headline));
            for measure in &measures {
                for series in book.series_of(measure.id).unwrap() {
                    for reading in &series.readings {
                        let says_sample = reading.comment.to_lowercase().contains("sample");
                        assert!(
                            says_sample && reading.origin == Origin::Sample,
                            "{}",
                            measure.record.code
                        );
                    }
                }
                let is_drawn = book
                    .series_of(measure.id)
                    .unwrap()
                    .iter()
                    .all(|series| series.key.group.is_none())
                    || !book.readings_of_everyone(measure.id).unwrap().is_empty();
                assert!(
                    is_drawn,
                    "{} has groups but no line of everyone",
                    measure.record.code
                );
                let is_told = !measure.record.is_headline || measure.record.story.len() > 200;
                assert!(
                    is_told,
                    "{} is a headline without a story",
                    measure.record.code
                );
            }
        }
    }

    #[test]
    fn published_figures_import_by_themselves_and_never_mix_with_invented_ones() {
        for sample in SAMPLES {
            let mut book = loaded(sample);
            let table =
                Table::read(sample.figures.as_bytes().to_vec(), &ReadOptions::default()).unwrap();
            let known = Known::read(&book).unwrap();
            let mapping = propose_mapping(&table, &known.context);
            let import = Import {
                table: &table,
                mapping: &mapping,
                known: &known,
                file_name: sample.figures_name,
                source: "",
            };
            let imported = import.run(&mut book, &context(), &mut |_, _| true).unwrap();
            assert_eq!(imported.preview.problems, [], "{}", sample.name);
            let added = imported.done.unwrap().value.added;
            assert_eq!(added as usize, table.row_count(), "{}", sample.name);
            for measure in book.list::<Measure>().unwrap() {
                let mut origins: Vec<Origin> = Vec::new();
                for series in book.series_of(measure.id).unwrap() {
                    for reading in series.readings {
                        if reading.origin == Origin::Imported {
                            assert!(
                                reading.comment.contains("Source:"),
                                "{}",
                                measure.record.code
                            );
                        }
                        if !origins.contains(&reading.origin) {
                            origins.push(reading.origin);
                        }
                    }
                }
                assert!(
                    origins.len() < 2,
                    "{} mixes invented and published",
                    measure.record.code
                );
            }
        }
    }

    #[test]
    fn what_the_author_got_wrong_is_named() {
        let sample = find("cincinnati").unwrap().initiative;
        for (from, to, message) in [
            (
                "\"format\": \"backbone-sample\"",
                "\"format\": \"other\"",
                "This is not a sample of version 1.",
            ),
            (
                "\"lead\": \"Tutor Tri-State\"",
                "\"lead\": \"Nobody\"",
                "The sample has no partner “Nobody”.",
            ),
            (
                "\"date\": \"2026-09-08\"",
                "\"date\": \"soon\"",
                "“soon” is not a date.",
            ),
        ] {
            let text = sample.replacen(from, to, 1);
            assert_ne!(text, sample, "{from} is in the sample");
            let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
            let refused = load(&mut book, &text, &context()).unwrap_err();
            assert_eq!(refused.to_string(), message);
        }
    }
}

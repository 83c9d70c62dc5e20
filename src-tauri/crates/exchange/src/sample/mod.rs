//! Sample initiatives written by hand as JSON: a reader of that format, without knowledge
//! of any one sample. The format is described in samples/README.md; it is for
//! authors; a whole initiative goes in and out as `json`.

mod agenda;
mod collecting;
mod connections;
mod engagement;
mod format;
mod load;
mod measures;
mod reach;
mod told;
mod values;
mod working;

#[cfg(test)]
mod tests;

use std::io::Read;

use flate2::read::DeflateDecoder;

pub use load::{SampleError, load};

/// A sample initiative that comes with the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Its name on the command line.
    pub name: &'static str,
    initiative: &'static [u8],
    figures: &'static [u8],
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
    /// The initiative, to be loaded.
    ///
    /// # Errors
    /// A program whose samples are damaged.
    pub fn initiative(&self) -> Result<String, SampleError> {
        unpacked(self.initiative)
    }

    /// Published figures with their sources, to be imported as a table.
    ///
    /// # Errors
    /// A program whose samples are damaged.
    pub fn figures(&self) -> Result<String, SampleError> {
        unpacked(self.figures)
    }

    /// How the first screen presents it.
    ///
    /// # Errors
    /// A sample that is not of the format.
    pub fn about(&self) -> Result<SampleAbout, SampleError> {
        let file: format::SampleFile = serde_json::from_str(&self.initiative()?)?;
        let headline_measures = file.all_measures().filter(|one| one.is_headline).count();
        Ok(SampleAbout {
            place: file.about.place,
            theme: file.about.theme,
            sentence: file.about.sentence,
            partners: file.partners.len(),
            headline_measures,
        })
    }
}

/// The text the build script packed.
fn unpacked(packed: &[u8]) -> Result<String, SampleError> {
    let mut text = String::new();
    DeflateDecoder::new(packed).read_to_string(&mut text)?;
    Ok(text)
}

/// A sample from its folder.
macro_rules! sample {
    ($name:literal) => {
        Sample {
            name: $name,
            initiative: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, "-initiative.json")),
            figures: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, "-published.csv")),
            figures_name: concat!($name, "-published.csv"),
        }
    };
}

/// All samples.
pub const SAMPLES: &[Sample] = &[
    sample!("cincinnati"),
    sample!("camden"),
    sample!("minneapolis"),
    sample!("newark"),
    sample!("durham"),
];

/// The sample of this name.
pub fn find(name: &str) -> Option<&'static Sample> {
    SAMPLES
        .iter()
        .find(|sample| sample.name.eq_ignore_ascii_case(name))
}

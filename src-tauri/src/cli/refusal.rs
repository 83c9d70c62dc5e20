//! Why a verb was refused, in plain words on standard error.

use std::{fmt, io, process::ExitCode};

/// A refusal with its reason; exit code 1, or 2 where the words typed were wrong.
#[derive(Debug)]
pub struct Refusal {
    words: String,
    is_usage: bool,
}

impl Refusal {
    /// Something is in the way: exit 1.
    pub fn because(words: impl fmt::Display) -> Self {
        Self { words: words.to_string(), is_usage: false }
    }

    /// The words typed are off: exit 2.
    pub fn usage(words: impl fmt::Display) -> Self {
        Self { words: words.to_string(), is_usage: true }
    }

    /// Says why on standard error and gives the exit code.
    pub fn report(&self) -> ExitCode {
        eprintln!("backbone-desk: {}", self.words);
        ExitCode::from(if self.is_usage { 2 } else { 1 })
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::because(error)
    }
}

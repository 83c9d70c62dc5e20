//! Why a verb was refused, in plain words on standard error.

use std::{fmt, io, process::ExitCode};

/// A refusal with its reason; exit code 1, or 2 where the words typed were wrong.
#[derive(Debug)]
pub struct Refusal {
    words: String,
    is_usage: bool,
    /// Whoever read the output has stopped reading, which is their right.
    is_unheard: bool,
}

impl Refusal {
    /// Something is in the way: exit 1.
    pub fn because(words: impl fmt::Display) -> Self {
        Self {
            words: words.to_string(),
            is_usage: false,
            is_unheard: false,
        }
    }

    /// The words typed are off: exit 2.
    pub fn usage(words: impl fmt::Display) -> Self {
        Self {
            words: words.to_string(),
            is_usage: true,
            is_unheard: false,
        }
    }

    /// The same about one of many inputs, counted from 1.
    pub fn at(self, place: usize) -> Self {
        Self {
            words: format!("number {place}: {}", self.words),
            ..self
        }
    }

    /// Says why on standard error and gives the exit code.
    pub fn report(&self) -> ExitCode {
        if self.is_unheard {
            return ExitCode::SUCCESS;
        }
        eprintln!("backbone-desk: {}", self.words);
        ExitCode::from(if self.is_usage { 2 } else { 1 })
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        let is_unheard = error.kind() == io::ErrorKind::BrokenPipe;
        Self {
            is_unheard,
            ..Self::because(error)
        }
    }
}

impl From<backbone_core::Error> for Refusal {
    fn from(error: backbone_core::Error) -> Self {
        Self::because(error)
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        let is_unheard = error.io_error_kind() == Some(io::ErrorKind::BrokenPipe);
        Self {
            is_unheard,
            ..Self::because(error)
        }
    }
}

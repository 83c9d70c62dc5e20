//! Opening a file that figures are to leave, and keeping the log of it.

use std::{io::Write, path::Path};

use backbone_core::{Context, Error, Workbook, reporting::Shield};

use super::refusal::Refusal;
use crate::{
    clock,
    leaving::{self, Leaving},
};

/// A file that figures leave. Where it cannot be written, because it is open elsewhere or
/// write-protected, the export is made all the same and a warning says it is not in the log.
pub struct Source {
    pub book: Workbook,
    pub context: Context,
    why_not_logged: Option<String>,
}

impl Source {
    pub fn open(file: &Path) -> Result<Self, Refusal> {
        let context = clock::now(&clock::login_name());
        let (book, why_not_logged) = match Workbook::open(file, &context.author) {
            Ok(book) => (book, None),
            Err(error @ (Error::FileBusy { .. } | Error::Io { .. } | Error::DiskFull)) => {
                (Workbook::open_read_only(file)?, Some(error.to_string()))
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Self {
            book,
            context,
            why_not_logged,
        })
    }

    /// Says what an export will show and warns of what it gives away.
    pub fn check(
        &self,
        shield: &Shield,
        scope: &backbone_core::reporting::Scope,
        what: &str,
    ) -> Result<Leaving, Refusal> {
        let leaving = leaving::check(&self.book, shield, scope, what, &self.context)?;
        for found in &leaving.given_away {
            eprintln!("backbone-desk: warning: {}", leaving::warning(found));
        }
        Ok(leaving)
    }

    /// Writes the export in the log and says what it held.
    pub fn log(mut self, leaving: Leaving, output: &mut impl Write) -> Result<(), Refusal> {
        writeln!(output, "{}", leaving::count_line(&leaving.entry))?;
        let unchecked = leaving.entry.unchecked();
        if unchecked > 0 {
            let said = crate::words::get_with("note-unchecked", &[("count", unchecked.into())]);
            writeln!(output, "{said}")?;
        }
        if let Some(why) = self.why_not_logged {
            eprintln!("backbone-desk: warning: this is not in the log of the file: {why}");
        } else {
            // There is nothing to announce: no window is open on it.
            let _ = self.book.log_disclosure(leaving.entry, &self.context)?;
        }
        self.book.close()?;
        Ok(())
    }
}

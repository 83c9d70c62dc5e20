//! Writing what a table holds into an initiative: one operation, taken back in one step.

use super::context::Figures;
use super::kept::Kept;
use super::known::Known;
use super::mapping::{Mapping, Role};
use super::preview::Preview;
use super::run::{Candidate, Candidates};
use super::stored::Stored;
use super::{Cancelled, TELL_EVERY, preview_keeping};
use crate::table::Table;
use backbone_core::measurement::{
    Breakdown, BulkReading, Group, ImportOutcome, NewImport, Origin, Place, SeriesKey,
};
use backbone_core::{BreakdownId, Context, Done, GroupId, Id, PlaceId, Workbook};

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    /// The operation; `None` when everything was stored already.
    pub done: Option<Done<ImportOutcome>>,
    /// Counts and what was noticed.
    pub preview: Preview,
    /// What was stored before, which the preview speaks of.
    pub stored: Stored,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Something in the table must be mended first.
    #[error("Some rows must be mended or left out first.")]
    NotReady(Box<Preview>),
    /// Someone stopped it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The initiative refused.
    #[error(transparent)]
    Core(#[from] backbone_core::Error),
}

/// A table ready to be imported.
#[derive(Debug, Clone, Copy)]
pub struct Import<'i> {
    /// The table.
    pub table: &'i Table,
    /// What its columns hold, and the user's answers.
    pub mapping: &'i Mapping,
    /// The initiative it goes into.
    pub known: &'i Known,
    /// Name of the file without its folder.
    pub file_name: &'i str,
    /// Where the figures come from, in words; may be empty.
    pub source: &'i str,
}

/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading rows and holding them against what is stored.
    Checking,
    /// Writing readings.
    Writing,
}

impl Import<'_> {
    /// Imports the table as one operation, or nothing of it. `progress` gets the row that
    /// is read and can stop it until the last one is written.
    pub fn run(
        self,
        book: &mut Workbook,
        context: &Context,
        progress: &mut dyn FnMut(Step, u32) -> bool,
    ) -> Result<Imported, ImportError> {
        let Self {
            table,
            mapping,
            known,
            ..
        } = self;
        let stored = known.stored(book, table, mapping)?;
        let mut kept = Kept::default();
        let preview = preview_keeping(
            table,
            mapping,
            &known.context,
            &stored,
            &mut |candidate| kept.keep(candidate),
            &mut |row| progress(Step::Checking, row),
        )?;
        if !preview.is_ready() {
            return Err(ImportError::NotReady(Box::new(preview)));
        }
        if preview.series.is_empty() {
            return Ok(Imported {
                done: None,
                preview,
                stored,
            });
        }
        let new = NewImport {
            file_name: self.file_name.to_owned(),
            source: self.source.to_owned(),
            row_count: u32::try_from(preview.row_count).unwrap_or(u32::MAX),
            ..additions(table, mapping, known, &preview, context)?
        };
        let rows: Box<dyn Iterator<Item = BulkReading>> =
            if kept.has_room() && preview.repeats.is_empty() {
                Box::new(kept.into_readings())
            } else {
                drop(kept);
                let again = Candidates::again(table, mapping, &known.context, &stored, &preview);
                Box::new(again.map(bulk))
            };
        let mut told = 0;
        let rows = rows.map(|reading| {
            if reading.row >= told + TELL_EVERY {
                told = reading.row;
                if !progress(Step::Writing, told) {
                    return Err(backbone_core::Error::Stopped);
                }
            }
            Ok(reading)
        });
        let done = match book.import_readings_unless(Origin::Imported, new, rows, context) {
            Err(backbone_core::Error::Stopped) => return Err(Cancelled.into()),
            done => done?,
        };
        Ok(Imported {
            done: Some(done),
            preview,
            stored,
        })
    }
}

/// Groups and places the file brings along, and the series its readings belong to.
fn additions(
    table: &Table,
    mapping: &Mapping,
    known: &Known,
    preview: &Preview,
    context: &Context,
) -> Result<NewImport, ImportError> {
    let mut new = NewImport::default();
    for name in &preview.new_places {
        let place = Place {
            name: name.clone(),
            is_benchmark: false,
            parent_id: None,
        };
        new.places.push((PlaceId::new(context.now_ms), place));
    }
    if !preview.new_groups.is_empty() {
        let name = head_of(table, mapping, Role::Group);
        let same = |(_, other): &&(BreakdownId, String)| {
            crate::names::fold(other) == crate::names::fold(&name)
        };
        let breakdown_id = match known.breakdowns.iter().find(same) {
            Some((id, _)) => *id,
            None => {
                let id = BreakdownId::new(context.now_ms);
                new.breakdowns.push((id, Breakdown { name }));
                id
            }
        };
        // Behind the groups that are there, in the order of the file.
        let first = i64::try_from(known.groups.len()).unwrap_or(i64::MAX / 2) + 1;
        for (name, position) in preview.new_groups.iter().zip(first..) {
            let group = Group {
                breakdown_id,
                name: name.clone(),
                position,
            };
            new.groups.push((GroupId::new(context.now_ms), group));
        }
    }
    let groups: Vec<GroupId> = new.groups.iter().map(|(id, _)| *id).collect();
    let places: Vec<PlaceId> = new.places.iter().map(|(id, _)| *id).collect();
    let keys = preview
        .series
        .iter()
        .map(|series| known.key(series, &groups, &places));
    // All or none: readings name their series by position in this list.
    new.series = keys
        .collect::<Option<Vec<SeriesKey>>>()
        .ok_or(backbone_core::Error::NotFound)?;
    Ok(new)
}

fn head_of(table: &Table, mapping: &Mapping, role: Role) -> String {
    let column = mapping.columns.iter().position(|&given| given == role);
    column
        .and_then(|column| table.header().get(column))
        .cloned()
        .unwrap_or_else(|| "Group".to_owned())
}

/// A candidate as the core takes it; the source stays with the reading, in its comment.
pub(super) fn bulk(candidate: Candidate<'_>) -> BulkReading {
    let comment = match (&*candidate.comment, &*candidate.source) {
        (comment, "") => comment.to_owned(),
        ("", source) => format!("Source: {source}"),
        (comment, source) => format!("{comment} Source: {source}"),
    };
    let Figures {
        value,
        numerator,
        denominator,
        lower,
        upper,
        state,
    } = candidate.figures;
    BulkReading {
        series: candidate.series,
        row: candidate.row,
        period: candidate.key.period,
        value,
        numerator,
        denominator,
        lower,
        upper,
        state,
        comment,
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use backbone_core::{
        initiative::Initiative,
        measurement::{Frequency, Measure},
    };
    use chrono::NaiveDate;

    use super::*;
    use crate::{readings_import::propose_mapping, table::ReadOptions};

    fn context() -> Context {
        Context {
            now_ms: 1_795_513_320_000,
            today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
            author: "Dana".to_owned(),
            reason: None,
        }
    }

    fn book(path: &Path) -> Workbook {
        let mut book = Workbook::create(path, Initiative::named("Cradle"), &context()).unwrap();
        let measure = Measure {
            frequency: Frequency::Irregular,
            ..Measure::named("KR", "Readiness")
        };
        let _ = book.add(measure, &context()).unwrap();
        book
    }

    /// Thirty thousand days with a figure each.
    fn days() -> String {
        let first = NaiveDate::from_ymd_opt(1920, 1, 1).unwrap();
        let row = |day: NaiveDate| format!("KR,{day},12.5\n");
        let rows: String = first.iter_days().take(30_000).map(row).collect();
        format!("Measure,Date,Value\n{rows}")
    }

    fn run(
        book: &mut Workbook,
        text: &str,
        mut progress: impl FnMut(Step, u32) -> bool,
    ) -> Result<Imported, ImportError> {
        let table = Table::read(text.as_bytes().to_vec(), &ReadOptions::default()).unwrap();
        let known = Known::read(book).unwrap();
        let mapping = propose_mapping(&table, &known.context);
        let import = Import {
            table: &table,
            mapping: &mapping,
            known: &known,
            file_name: "days.csv",
            source: "",
        };
        import.run(book, &context(), &mut progress)
    }

    #[test]
    fn an_import_that_is_stopped_while_it_writes_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.backbone");
        book(&path).close().unwrap();
        let before = fs::read(&path).unwrap();

        let mut book = Workbook::open(&path, "Dana").unwrap();
        let mut written = 0;
        let stopped = run(&mut book, &days(), |step, _| {
            written += u32::from(step == Step::Writing);
            written < 3
        });
        assert!(matches!(stopped, Err(ImportError::Cancelled(_))));
        assert_eq!(written, 3, "it was stopped in the middle of writing");
        let measure = book.measure_by_code("KR").unwrap().id;
        assert!(book.series_of(measure).unwrap().is_empty());
        book.close().unwrap();
        assert_eq!(backbone_core::check(&path).unwrap(), []);
        assert_eq!(fs::read(&path).unwrap().len(), before.len());

        let mut book = Workbook::open(&path, "Dana").unwrap();
        let done = run(&mut book, &days(), |_, _| true).unwrap();
        assert_eq!(
            done.done.unwrap().value.added,
            30_000,
            "and can be done again"
        );
        assert!(book.undo(&context()).unwrap().is_some());
        assert!(book.series_of(measure).unwrap().is_empty());
    }

    #[test]
    fn rows_given_twice_are_read_again_and_the_one_that_counts_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = book(&folder.path().join("a.backbone"));
        let text = "Measure,Date,Value,Comment\nKR,2024-01-02,5,first\nKR,2024-01-03,6,\n\
                    KR,2024-01-02,5,first\n";
        let done = run(&mut book, text, |_, _| true).unwrap();
        assert_eq!(done.done.unwrap().value.added, 2);
        let measure = book.measure_by_code("KR").unwrap().id;
        let readings = &book.series_of(measure).unwrap()[0].readings;
        let kept: Vec<(String, &str)> = readings
            .iter()
            .map(|one| (one.value.unwrap().to_string(), one.comment.as_str()))
            .collect();
        assert_eq!(kept, [("5".to_owned(), "first"), ("6".to_owned(), "")]);
    }
}

//! Where a reading comes from: every change of it, imports among them.

use rusqlite::named_params;

use super::{Period, SeriesId};
use crate::{FieldChange, HistoryEntry, ImportId, Result, Workbook, history, storage::readings};

/// One step in the life of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingStep {
    /// The entry of the change log, its changes those of this reading.
    pub entry: HistoryEntry,
    /// The import, where it was one.
    pub import: Option<ImportId>,
}

impl Workbook {
    /// The changes of one reading, latest first. An import logs what it replaced on a
    /// shelf of its own; its steps are told like any other.
    ///
    /// # Errors
    /// Reading the file.
    pub fn history_of_reading(&self, series: SeriesId, period: Period) -> Result<Vec<ReadingStep>> {
        let key = format!("{{\"series_id\":{},\"period\":\"{period}\"}}", series.0);
        let mut steps: Vec<(i64, ReadingStep)> = self
            .history_of_key("readings", &key)?
            .into_iter()
            .map(|(seq, entry)| {
                (
                    seq,
                    ReadingStep {
                        entry,
                        import: None,
                    },
                )
            })
            .collect();
        for found in readings::imported(self.db(), series, period)? {
            let mut select = self
                .db()
                .prepare_cached(include_str!("../storage/history_entry.sql"))?;
            let (seq, mut entry) = select.query_row(
                named_params! { ":seq": found.operation },
                history::entry_from_row,
            )?;
            entry.changes = vec![FieldChange {
                table: "readings".to_owned(),
                key: key.clone(),
                field: "value".to_owned(),
                old: found.before,
                new: found.after,
            }];
            let import = Some(found.import);
            steps.push((seq, ReadingStep { entry, import }));
        }
        steps.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
        Ok(steps.into_iter().map(|(_, step)| step).collect())
    }
}

//! A whole initiative as JSON, change log included, and back without loss. The format is
//! the tables of the file, so nothing has to be added here when a table is:
//!
//! ```text
//! {
//!   "format": "backbone-desk", "version": 1,
//!   "tables": {
//!     "partners": {
//!       "columns": ["id", "name", …],
//!       "rows": [
//!         [{"hex": "0192…"}, "Metro Public Library", …]
//!       ]
//!     }, …
//!   }
//! }
//! ```
//!
//! Bytes, which ids are, stand as `{"hex": "…"}`; whole numbers, text and null as
//! themselves. `version` is the version of the file's tables. Tables come before those
//! that refer to them and rows in the order of their keys, so equal initiatives give
//! equal text.

#[cfg(test)]
mod every_table;
mod export;
mod restore;

pub use export::{ExportError, export};
pub use restore::{RestoreError, restore};

/// What `format` says.
const FORMAT: &str = "backbone-desk";

#[cfg(test)]
mod tests {
    use super::*;
    use backbone_core::initiative::Initiative;
    use backbone_core::measurement::{ClosedPeriod, DataRequest, Story};
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

    pub(super) fn text_of(book: &Workbook) -> String {
        let mut bytes = Vec::new();
        export(book, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// The export of what an export restores to.
    pub(super) fn through_a_file(text: &str) -> Result<String, RestoreError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("restored.backbone");
        restore(text.as_bytes(), &path)?;
        Ok(text_of(&Workbook::open_read_only(&path)?))
    }

    #[test]
    fn a_whole_sample_with_its_history_comes_back_without_loss() {
        let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
        crate::sample::load(
            &mut book,
            &crate::sample::SAMPLES[0].initiative().unwrap(),
            &context(),
        )
        .unwrap();
        let _ = book.undo(&context()).unwrap();
        let text = text_of(&book);
        assert!(
            serde_json::from_str::<serde_json::Value>(&text).is_ok(),
            "any JSON reader takes it"
        );
        assert_eq!(through_a_file(&text).unwrap(), text);
    }

    /// Written by the first version of the program.
    const VERSION_1: &str = include_str!("../../../../../tests/fixtures/json/version-1.json");

    #[test]
    fn an_export_of_the_first_version_is_still_read_with_all_its_figures() {
        assert!(
            VERSION_1.contains("\"version\": 1,"),
            "it is of the first version"
        );
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.backbone");
        restore(VERSION_1.as_bytes(), &path).unwrap();
        assert_eq!(
            backbone_core::check(&path).unwrap(),
            [],
            "the file is sound"
        );
        let book = Workbook::open_read_only(&path).unwrap();
        let measure = book.measure_by_code("KR").unwrap();
        let series = book.series_of(measure.id).unwrap();
        let readings: Vec<_> = series.iter().flat_map(|one| &one.readings).collect();
        assert_eq!((series.len(), readings.len()), (8, 16));
        let latest = series[0].readings.last().unwrap();
        assert_eq!(latest.value.unwrap().to_string(), "53.2");
        // What it has become reads back like any other.
        let text = text_of(&book);
        assert!(
            text.contains("\"audience_rules\""),
            "its tables are today's"
        );
        assert_eq!(through_a_file(&text).unwrap(), text);
    }

    /// Written with the tables of Shared Measurement.
    const VERSION_2: &str = include_str!("../../../../../tests/fixtures/json/version-2.json");

    #[test]
    fn an_export_of_the_second_version_is_still_read_with_what_it_added() {
        assert!(
            VERSION_2.contains("\"version\": 2,"),
            "it is of the second version"
        );
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.backbone");
        restore(VERSION_2.as_bytes(), &path).unwrap();
        assert_eq!(backbone_core::check(&path).unwrap(), []);
        let book = Workbook::open_read_only(&path).unwrap();
        let measure = book.measure_by_code("KR").unwrap();
        let stories = book.list::<Story>().unwrap();
        assert_eq!(stories[0].record.measure_id, measure.id);
        assert_eq!(book.list::<ClosedPeriod>().unwrap().len(), 1);
        let asked = book.list::<DataRequest>().unwrap();
        assert_eq!(asked[0].record.version, 1);
        let text = text_of(&book);
        assert!(text.contains("\"endorsements\""), "its tables are today's");
        assert_eq!(through_a_file(&text).unwrap(), text);
    }

    #[test]
    fn what_is_no_export_is_refused_and_leaves_no_file() {
        let book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
        let text = text_of(&book);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("restored.backbone");
        for (name, broken) in [
            ("empty", String::new()),
            ("another program's", text.replace("backbone-desk", "other")),
            ("cut off", text[..text.len() / 2].to_owned()),
            ("newer", text.replace("\"version\": ", "\"version\": 99")),
            (
                "an unknown table",
                text.replace("\"initiatives\"", "\"other\""),
            ),
            (
                "an unknown column",
                text.replace("\"watch_share\"", "\"other\""),
            ),
            (
                "bytes that are none",
                text.replace("\"hex\":\"0", "\"hex\":\"x"),
            ),
            ("followed by more", format!("{text} more")),
        ] {
            assert!(
                restore(broken.as_bytes(), &path).is_err(),
                "{name} is refused"
            );
            assert!(
                !path.exists() || name == "followed by more",
                "{name} leaves no file"
            );
        }
    }
}

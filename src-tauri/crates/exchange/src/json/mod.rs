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
    use backbone_core::partners::{Partner, PartnerStatus, Sector};
    use backbone_core::{Context, Workbook};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn context() -> Context {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        Context {
            now_ms: 1_795_000_000_000,
            today,
            author: "Test".to_owned(),
            reason: None,
        }
    }

    fn text_of(book: &Workbook) -> String {
        let mut bytes = Vec::new();
        export(book, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// The export of what an export restores to.
    fn through_a_file(text: &str) -> Result<String, RestoreError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("restored.backbone");
        restore(text.as_bytes(), &path)?;
        Ok(text_of(&Workbook::open_read_only(&path)?))
    }

    #[test]
    fn a_whole_sample_with_its_history_comes_back_without_loss() {
        let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
        crate::sample::load(&mut book, crate::sample::SAMPLES[0].initiative, &context()).unwrap();
        let _ = book.undo(&context()).unwrap();
        let text = text_of(&book);
        assert!(
            serde_json::from_str::<serde_json::Value>(&text).is_ok(),
            "any JSON reader takes it"
        );
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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn any_text_survives(name in "\\PC{1,40}", note in "(\\PC|\n){0,80}") {
            prop_assume!(!name.trim().is_empty());
            let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
            let partner = Partner {
                name,
                sector: Sector::Other,
                status: PartnerStatus::Active,
                since: None,
                until: None,
                note,
            };
            let _ = book.add(partner, &context()).unwrap();
            let text = text_of(&book);
            prop_assert_eq!(through_a_file(&text).unwrap(), text);
        }
    }
}

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
    use backbone_core::measurement::{
        Annotation, Breakdown, Calculation, ClosedPeriod, DataRequest, DefinitionChange,
        DefinitionChangeKind, Group, Measure, MeasureKind, NewReading, PartRole, Period, Place,
        SeriesKey, Story, TestOfChange, TestStatus, UnitKind,
    };
    use backbone_core::partners::Partner;
    use backbone_core::reporting::{Audience, AudienceRule, Scope};
    use backbone_core::{Context, Day, Workbook};
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

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

    /// A row at least in every table of Shared Measurement.
    fn fill(
        book: &mut Workbook,
        name: &str,
        text: &str,
        value: Decimal,
    ) -> backbone_core::Result<()> {
        let at = context();
        let partner = Partner {
            note: text.to_owned(),
            ..Partner::named(name)
        };
        let partner_id = book.add(partner, &at)?.value;
        let mut ids = Vec::new();
        for code in ["A", "B", "SUM", "PERF"] {
            let mut measure = Measure::named(code, name);
            measure.unit = UnitKind::Count;
            measure.story = text.to_owned();
            if code == "PERF" {
                measure.kind = MeasureKind::Performance;
                measure.partner_id = Some(partner_id);
            }
            ids.push(book.add(measure, &at)?.value);
        }
        let [one, other, sum, performance] = ids.as_slice() else {
            return Ok(());
        };
        let parts = [(*one, PartRole::Plus), (*other, PartRole::Plus)];
        let _ = book.set_calculation(*sum, Calculation::Sum, &parts, &at)?;
        let _ = book.set_contributions(*performance, &[*one], &at)?;
        let _ = book.set_comparisons(*one, &[*other], &at)?;
        let period = Period::SchoolYear(2024);
        let _ = book.add(
            DefinitionChange {
                measure_id: *one,
                changed_on: Day(at.today),
                period: Some(period),
                kind: DefinitionChangeKind::SeriesBreak,
                title: name.to_owned(),
                before: text.to_owned(),
                after: text.to_owned(),
            },
            &at,
        )?;
        let _ = book.write_story_of(*one, period, &format!("told {text}"), &at)?;
        let _ = book.add(
            TestOfChange {
                measure_id: *one,
                name: name.to_owned(),
                starts: period,
                ends: None,
                prediction: text.to_owned(),
                result: text.to_owned(),
                status: TestStatus::Running,
            },
            &at,
        )?;
        let _ = book.add(
            Annotation {
                measure_id: *one,
                period,
                title: name.to_owned(),
                detail: text.to_owned(),
                resets_limits: true,
            },
            &at,
        )?;
        let place = Place {
            name: name.to_owned(),
            is_benchmark: false,
            parent_id: None,
        };
        let place = book.add(place, &at)?.value;
        let breakdown_id = book
            .add(
                Breakdown {
                    name: name.to_owned(),
                },
                &at,
            )?
            .value;
        let group = Group {
            breakdown_id,
            name: name.to_owned(),
            position: 1,
        };
        let group = book.add(group, &at)?.value;
        let key = SeriesKey {
            place: Some(place),
            group: Some(group),
            ..SeriesKey::everyone(*one)
        };
        let reading = NewReading {
            comment: text.to_owned(),
            ..NewReading::typed(key, period, value)
        };
        let _ = book.record_reading(reading, &at)?;
        let _ = book.close_period(Period::SchoolYear(2001), &at)?;
        let _ = book.set_audience_rule(&AudienceRule::usual(Audience::Public), &at)?;
        let shield = book.shield(Audience::Public)?;
        let scope = Scope {
            measures: vec![*one],
            is_everything: true,
            as_of: at.today,
        };
        let entry = book.disclosure(&shield, &scope, name, &at)?;
        let _ = book.log_disclosure(entry, &at)?;
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn any_text_survives_in_every_table_of_shared_measurement(
            name in "\\PC{1,40}",
            text in "(\\PC|\n){0,80}",
            value in -1_000_000_000_i64..1_000_000_000,
            scale in 0_u32..6,
        ) {
            prop_assume!(!name.trim().is_empty());
            let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
            fill(&mut book, &name, &text, Decimal::new(value, scale)).unwrap();
            for table in [
                "measures", "measure_parts", "contributions", "comparisons", "definition_changes",
                "stories", "tests_of_change", "closed_periods", "audience_rules", "disclosures",
                "annotations", "places", "breakdowns", "groups", "series", "readings",
            ] {
                let mut rows = 0;
                book.each_row(table, |_| {
                    rows += 1;
                    Ok::<_, backbone_core::Error>(())
                })
                .unwrap();
                prop_assert!(rows > 0, "{} has rows", table);
            }
            let _ = book.undo(&context()).unwrap();
            let written = text_of(&book);
            prop_assert_eq!(through_a_file(&written).unwrap(), written);
        }

        #[test]
        fn any_text_survives(name in "\\PC{1,40}", note in "(\\PC|\n){0,80}") {
            prop_assume!(!name.trim().is_empty());
            let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
            let partner = Partner {
                note,
                ..Partner::named(&name)
            };
            let _ = book.add(partner, &context()).unwrap();
            let text = text_of(&book);
            prop_assert_eq!(through_a_file(&text).unwrap(), text);
        }
    }
}

//! Statuses, cautions and groups in words and on charts: what the window shows and paper
//! prints alike.

use backbone_core::{
    Day, MeasureId, Workbook,
    initiative::StatusRule,
    measurement::{
        Calculation, DefinitionChange, DefinitionChangeKind, Group, Measure, NewReading, PartRole,
        Period, SeriesKey, TestOfChange, TestStatus, UnitKind,
    },
    reporting::{MeasureFacts, Need},
};
use backbone_figures::{Mark, Scene};
use backbone_report::{
    drawing::{self, Parts},
    wording,
};
use backbone_statistics::path::Position;
use rust_decimal::Decimal;

use crate::books::{add_measure, context, empty, record, report, today};
use crate::paper::Read;

fn facts(book: &Workbook, id: MeasureId) -> MeasureFacts {
    book.measure_facts(id, today()).unwrap()
}

fn chart(facts: &MeasureFacts) -> Scene {
    let parts = Parts {
        path: true,
        comparison: true,
        notes: true,
        margins: true,
        ..Parts::default()
    };
    drawing::chart(facts, (760.0, 300.0), 11.0, parts)
}

fn texts(scene: &Scene) -> Vec<&str> {
    scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// Eleven years, rising a point a year from the baseline of 40; 60 is asked for by 2030.
fn rising(book: &mut Workbook) -> MeasureId {
    let id = add_measure(book, "KR", "Kindergarten readiness", "");
    for year in 2015..=2025 {
        record(book, id, year, 10 * i64::from(year - 1975), "");
    }
    id
}

fn rule(book: &mut Workbook, rule: StatusRule) {
    let mut initiative = book.initiative().unwrap();
    initiative.status_rule = rule;
    let _ = book.change_initiative(initiative, &context()).unwrap();
}

#[test]
fn each_rule_says_its_word_and_its_reason_and_a_pace_its_limits_too() {
    let mut book = empty("Rules");
    let id = rising(&mut book);
    let said = |book: &Workbook| {
        let summary = facts(book, id).summary;
        (
            wording::status_code(&summary),
            wording::because(&summary),
            wording::worked_out(&summary)[0].question.clone(),
        )
    };
    let path = said(&book);
    assert_eq!(
        path.0, "off_track",
        "50 is 6.7 short of the 56.7 on the way from 40 to 60"
    );
    assert_eq!(path.2, "Is it where it should be by now?");

    rule(&mut book, StatusRule::Movement);
    let movement = said(&book);
    assert_eq!(movement.0, "improving");
    assert_eq!(
        movement.1,
        "40.0% in 2000 to 50.0% in 2025 is 50% of the change the target asks for."
    );
    assert_eq!(movement.2, "Is it moving?");

    rule(&mut book, StatusRule::Pace);
    let pace = said(&book);
    assert_eq!(pace.0, "acceleration_needed");
    assert!(
        pace.1.contains("+0.9% a year") && pace.1.contains("process limits"),
        "{}",
        pace.1
    );
    assert!(
        pace.1.contains("Limits ") || pace.1.contains("Trial limits "),
        "{}",
        pace.1
    );
    assert_eq!(
        wording::standing(&facts(&book, id).summary),
        Position::Watch
    );
    let printed = Read::new(&report(&book)).text();
    assert!(
        printed.contains("Must go faster"),
        "the report follows the rule"
    );
}

#[test]
fn a_figure_too_old_to_say_how_things_stand_says_it_by_no_rule() {
    for kind in [StatusRule::Path, StatusRule::Movement, StatusRule::Pace] {
        let mut book = empty("Silence");
        rule(&mut book, kind);
        let id = add_measure(&mut book, "KR", "Kindergarten readiness", "");
        for year in 2001..=2023 {
            record(&mut book, id, year, 400 + i64::from(year - 2001), "");
        }
        let summary = facts(&book, id).summary;
        assert_eq!(wording::status_code(&summary), "no_data", "{kind:?}");
        assert_eq!(wording::standing(&summary), Position::NoData);
        assert_eq!(
            wording::because(&summary),
            "No figure in the last two periods in which one was expected."
        );
        assert!(
            wording::worked_out(&summary)[0]
                .answer
                .starts_with("No data. ")
        );
    }
}

#[test]
fn a_break_is_told_in_the_reason_on_the_chart_and_as_a_footnote() {
    let mut book = empty("Break");
    let id = rising(&mut book);
    let entry = DefinitionChange {
        measure_id: id,
        changed_on: Day(today()),
        period: Some(Period::Year(2020)),
        kind: DefinitionChangeKind::SeriesBreak,
        title: "A new test".to_owned(),
        before: String::new(),
        after: String::new(),
    };
    let _ = book.add(entry, &context()).unwrap();
    let found = facts(&book, id);
    assert_eq!(wording::status_code(&found.summary), "no_path");
    assert_eq!(
        wording::because(&found.summary),
        "The definition changed in 2020, so the baseline of 2000 cannot be held against later \
         figures."
    );
    let scene = chart(&found);
    assert!(texts(&scene).contains(&"Definition changed in 2020"));
    assert!(
        !texts(&scene)
            .iter()
            .any(|text| text.starts_with("Baseline")),
        "nothing is drawn from a baseline that cannot be compared"
    );
    assert_eq!(
        wording::footnotes(&found),
        [
            "From 2020 on by another definition: A new test. Earlier figures cannot be held against \
          later ones."
        ]
    );
}

#[test]
fn a_cohort_without_comparison_is_cautioned_on_the_chart_itself() {
    let mut book = empty("Cohort");
    let id = rising(&mut book);
    assert!(wording::caution(&facts(&book, id)).is_none());
    let mut cohort: Measure = book.get(id).unwrap();
    cohort.is_extreme_cohort = true;
    let _ = book.change(id, cohort, &context()).unwrap();
    let found = facts(&book, id);
    let caution = wording::caution(&found).unwrap();
    let scene = chart(&found);
    assert!(scene.summary.contains(&caution), "{}", scene.summary);
    assert!(
        texts(&scene).join(" ").contains(&caution),
        "so that paper has it too"
    );
    let rules = wording::guard_rule(&found).unwrap();
    assert_eq!(rules.answer, caution);
}

#[test]
fn groups_stand_side_by_side_with_their_gap_then_and_now() {
    let mut book = empty("Groups");
    let id = rising(&mut book);
    let names = ["Black".to_owned(), "White".to_owned()];
    let breakdown = book
        .add_breakdown("Race", &names, &context())
        .unwrap()
        .value;
    for (group, (then, now)) in book
        .list::<Group>()
        .unwrap()
        .into_iter()
        .zip([(362, 465), (583, 638)])
    {
        let key = SeriesKey {
            group: Some(group.id),
            ..SeriesKey::everyone(id)
        };
        for (year, tenths) in [(2015, then), (2025, now)] {
            let value = Decimal::new(tenths, 1);
            let reading = NewReading::typed(key, Period::Year(year), value);
            let _ = book.record_reading(reading, &context()).unwrap();
        }
    }
    let found = facts(&book, id);
    let numbers = drawing::numbers(&found.summary.measure.record);
    let said = wording::disparity(&found.disparities[0], numbers).unwrap();
    assert_eq!(
        said,
        "Black and White lie 17.3 points apart (1.37 times) in 2025. In 2015, Black and White \
         lay 22.1 points apart (1.61 times). The gap has narrowed."
    );
    let scene = drawing::groups(&found, breakdown, 600.0, 12.0).unwrap();
    let shown = texts(&scene);
    let at = |name: &str| shown.iter().position(|text| *text == name);
    assert!(at("White") < at("Black"), "highest latest figure first");
    let sizes = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text { size, .. } => Some(*size),
        _ => None,
    });
    assert!(
        sizes.fold(f32::MAX, f32::min) >= 11.0,
        "every letter can be read"
    );
}

#[test]
fn a_calculated_figure_names_the_part_it_lacks_and_a_test_of_change_has_its_flag() {
    let mut book = empty("Parts");
    let id = rising(&mut book);
    let counted = |book: &mut Workbook, code: &str, name: &str, years: &[i32]| {
        let measure = Measure {
            unit: UnitKind::Count,
            ..Measure::named(code, name)
        };
        let part = book.add(measure, &context()).unwrap().value;
        for year in years {
            record(book, part, *year, 100, "");
        }
        part
    };
    let one = counted(&mut book, "A", "Children ready", &[2023, 2024, 2025]);
    let two = counted(&mut book, "B", "Children assessed", &[2023, 2025]);
    let _ = book
        .set_calculation(
            id,
            Calculation::Ratio,
            &[(one, PartRole::Numerator), (two, PartRole::Denominator)],
            &context(),
        )
        .unwrap();
    let test = TestOfChange {
        measure_id: id,
        name: "Text messages to parents".to_owned(),
        starts: Period::Year(2024),
        ends: None,
        prediction: "Five points more".to_owned(),
        result: String::new(),
        status: TestStatus::Running,
    };
    let _ = book.add(test, &context()).unwrap();
    let found = facts(&book, id);
    let figures = &found.calculation.as_ref().unwrap().figures;
    let lacking = figures
        .iter()
        .find(|one| one.period == Period::Year(2024))
        .unwrap();
    assert_eq!(
        wording::missing_parts(lacking).as_deref(),
        Some("Missing: Children assessed")
    );
    let scene = chart(&found);
    assert!(texts(&scene).contains(&"1"), "the flag of the first test");
    let stop = scene
        .stops
        .iter()
        .find(|stop| stop.words.starts_with("2024"))
        .unwrap();
    assert!(
        stop.words.contains("Missing: Children assessed"),
        "{}",
        stop.words
    );
    let margin = scene.stops.last().unwrap();
    assert!(margin.words.contains("margin of error"), "{}", margin.words);
}

#[test]
fn every_need_of_a_new_measure_reads_as_a_sentence() {
    let mut book = empty("Needs");
    let id = add_measure(&mut book, "KR", "Kindergarten readiness", "");
    record(&mut book, id, 2015, 441, "");
    let quality = book.quality_of_measure(id, today()).unwrap().unwrap();
    let said: Vec<String> = quality
        .needs()
        .into_iter()
        .map(|need| wording::need(&quality, need))
        .collect();
    assert_eq!(
        quality.needs(),
        [Need::Late, Need::Incomplete, Need::Definition]
    );
    assert!(said[0].contains("nothing has come for"), "{}", said[0]);
    assert!(
        said[2].ends_with("what is counted, source, who looks after it, selection rating"),
        "{}",
        said[2]
    );
}

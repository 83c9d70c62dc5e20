//! What the rules make of series breaks, calculations, cohorts and late figures.

use backbone_core::{
    Context, Day, Error, Workbook,
    initiative::StatusRule,
    measurement::{
        Annotation, Calculation, DefinitionChange, DefinitionChangeKind, Frequency, Group, Measure,
        MeasureKind, NewReading, Obstacle, Origin, PartRole, Place, Reading, ReadingState,
        SeriesKey, UnitKind,
    },
    partners::Partner,
    reporting::{Definition, MeasureSummary, Need, Whole},
};
use backbone_statistics::{guard::Verdict, pace::Pace, path::Position, status::Movement};

use crate::support::{context, decimal, figure, ids, in_memory, measure, period, record, today};

fn only(book: &Workbook) -> MeasureSummary {
    book.measure_summaries(today()).unwrap().remove(0)
}

/// Eight school years, the baseline the first of them, a target ahead.
fn long(book: &mut Workbook) -> backbone_core::MeasureId {
    let values = [
        "44.1", "45.3", "47.0", "48.8", "49.6", "60.2", "61.0", "63.1", "64.4",
    ];
    let id = measure(book, "KR", &[]);
    for (year, value) in (2017..).zip(values) {
        let next = (year + 1) % 100;
        record(book, id, &format!("SY{year}-{next:02}"), value);
    }
    let at = context();
    let _ = book
        .set_baseline(id, Some((period("SY2017-18"), figure("44.1"))), &at)
        .unwrap();
    let _ = book
        .set_targets(id, &[(period("SY2027-28"), figure("70"))], &at)
        .unwrap();
    id
}

fn ledger(
    measure: backbone_core::MeasureId,
    kind: DefinitionChangeKind,
    at: &str,
) -> DefinitionChange {
    DefinitionChange {
        measure_id: measure,
        changed_on: Day(today()),
        period: Some(period(at)),
        kind,
        title: "A new test".to_owned(),
        before: "Old test".to_owned(),
        after: "New test".to_owned(),
    }
}

#[test]
fn readings_before_a_break_are_not_held_against_those_after() {
    let mut book = in_memory();
    let id = long(&mut book);
    let whole = only(&book).assessment;
    assert!(whole.path.path_value.is_some() && whole.series_break.is_none());
    assert_eq!(whole.counter.periods, 8);

    let entry = ledger(id, DefinitionChangeKind::SeriesBreak, "SY2022-23");
    let _ = book.add(entry, &context()).unwrap();
    let found = only(&book).assessment;
    assert_eq!(found.path.position, Position::NoPath);
    assert_eq!(found.status.movement, Movement::Developmental);
    assert!(found.change.is_none(), "no change across the break");
    assert_eq!(found.counter.periods, 3, "counted since the break only");
    let broken = found.series_break.unwrap();
    assert_eq!(broken.baseline_before, Some(period("SY2017-18")));
    assert!(!broken.is_bridged);
    let starts: Vec<usize> = found.process.options.rebased_at.clone();
    assert_eq!(starts, [5], "limits begin anew at the break");

    let rebased = ledger(id, DefinitionChangeKind::RebasedBaseline, "SY2022-23");
    let _ = book.add(rebased, &context()).unwrap();
    let found = only(&book).assessment;
    assert_eq!(
        found.path.position,
        Position::Watch,
        "the baseline was set anew"
    );
    assert!(found.series_break.unwrap().is_bridged);
}

#[test]
fn a_break_still_ahead_and_a_baseline_after_it_change_nothing() {
    let mut book = in_memory();
    let id = long(&mut book);
    let ahead = ledger(id, DefinitionChangeKind::SeriesBreak, "SY2026-27");
    let _ = book.add(ahead, &context()).unwrap();
    assert!(only(&book).assessment.series_break.is_none());

    let past = ledger(id, DefinitionChangeKind::SeriesBreak, "SY2017-18");
    let _ = book.add(past, &context()).unwrap();
    let found = only(&book).assessment;
    assert!(found.series_break.unwrap().is_bridged);
    assert!(found.path.path_value.is_some());
}

#[test]
fn frozen_limits_rest_on_the_readings_up_to_their_period() {
    let mut book = in_memory();
    let id = measure(&mut book, "ER", &[]);
    for month in 1..=20 {
        let (year, month_of) = (2024 + (month - 1) / 12, (month - 1) % 12 + 1);
        let value = if month > 12 { 30 } else { 10 + month % 2 };
        record(
            &mut book,
            id,
            &format!("{year}-{month_of:02}"),
            &value.to_string(),
        );
    }
    let process = |book: &Workbook| only(book).assessment.process;
    let free = process(&book).segments[0];
    let mut frozen: Measure = book.get(id).unwrap();
    frozen.limits_frozen_at = Some(period("2024-12"));
    let _ = book.change(id, frozen, &context()).unwrap();
    let found = process(&book);
    assert_eq!(found.segments.len(), 1);
    assert!((found.segments[0].mean - 10.5).abs() < 1e-9 && free.mean > 15.0);
    assert_eq!(
        found.segments[0].to, 20,
        "the limits reach over all readings"
    );
    assert!(found.signals.iter().any(|signal| signal.index == 19));

    let note = Annotation {
        measure_id: id,
        period: period("2025-01"),
        title: "A new way of counting".to_owned(),
        detail: String::new(),
        resets_limits: true,
    };
    let _ = book.add(note, &context()).unwrap();
    let found = process(&book);
    assert_eq!(
        found
            .segments
            .iter()
            .map(|limits| (limits.from, limits.to))
            .collect::<Vec<_>>(),
        [(0, 12), (12, 20)]
    );
    assert!((found.segments[1].mean - 30.0).abs() < 1e-9);
    assert_eq!(found.points, 20);
}

#[test]
fn the_rule_of_the_initiative_is_the_one_shown_and_the_others_are_told() {
    let mut book = in_memory();
    let id = long(&mut book);
    let mut initiative = book.initiative().unwrap();
    initiative.status_rule = StatusRule::Pace;
    let _ = book.change_initiative(initiative, &context()).unwrap();
    let found = only(&book).assessment;
    assert_eq!(found.rule, StatusRule::Pace);
    assert_eq!(found.pace.pace, Pace::OnTrack);
    assert_eq!(found.status.movement, Movement::Improving);
    let _ = book.remove::<Measure>(id, &context()).unwrap();
}

/// Graduates of a cohort, of whom one year's cohort is not there yet.
fn graduation(book: &mut Workbook) -> backbone_core::MeasureId {
    let counted = |book: &mut Workbook, code: &str, readings: &[(&str, &str)]| {
        let id = measure(book, code, readings);
        let mut definition: Measure = book.get(id).unwrap();
        definition.unit = UnitKind::Count;
        let _ = book.change(id, definition, &context()).unwrap();
        id
    };
    let graduates = counted(book, "G", &[("2023", "65"), ("2024", "1"), ("2025", "9")]);
    let cohort = counted(book, "C", &[("2023", "100"), ("2024", "3"), ("2026", "0")]);
    let rate = measure(book, "GR", &[("2022", "40"), ("2023", "99.9")]);
    let _ = book
        .set_calculation(
            rate,
            Calculation::Ratio,
            &[
                (graduates, PartRole::Numerator),
                (cohort, PartRole::Denominator),
            ],
            &context(),
        )
        .unwrap();
    rate
}

#[test]
fn a_ratio_is_worked_out_of_its_parts_and_entered_values_are_kept_aside() {
    let mut book = in_memory();
    let rate = graduation(&mut book);
    let facts = book.measure_facts(rate, today()).unwrap();
    let values: Vec<(String, Option<String>)> = facts
        .summary
        .readings
        .iter()
        .map(|reading| {
            let value = reading.value.map(|value| value.to_string());
            (reading.period.to_string(), value)
        })
        .collect();
    assert_eq!(values[0], ("2023".to_owned(), Some("65".to_owned())));
    assert_eq!(
        values[1].1.as_deref(),
        Some("33.333333333333333333333333333")
    );
    assert_eq!(
        values[2],
        ("2025".to_owned(), None),
        "the cohort is missing"
    );
    assert!(
        facts
            .summary
            .readings
            .iter()
            .all(|one| one.origin == Origin::Calculated)
    );

    let told = facts.calculation.unwrap();
    assert_eq!(told.kept_aside, 2);
    let of = |text: &str| {
        told.figures
            .iter()
            .find(|one| one.period == period(text))
            .unwrap()
    };
    assert_eq!(of("2025").missing, ["C"]);
    assert_eq!(of("2026").missing, ["G"]);
    assert_eq!(
        of("2023").kept_aside.as_ref().unwrap().value,
        Some(decimal("99.9"))
    );
    let list = book.measure_summaries(today()).unwrap();
    let listed = list.iter().find(|one| one.measure.id == rate).unwrap();
    assert_eq!(
        listed.readings, facts.summary.readings,
        "lists show the same"
    );
    assert_eq!(
        book.readings_of_everyone(rate).unwrap().len(),
        2,
        "nothing was destroyed"
    );

    let _ = book
        .set_calculation(rate, Calculation::Entered, &[], &context())
        .unwrap();
    let entered = book.measure_facts(rate, today()).unwrap().summary.readings;
    assert_eq!(entered[1].value, Some(decimal("99.9")), "back as it was");
}

#[test]
fn sums_and_differences_are_exact_and_a_hidden_part_hides_the_whole() {
    let mut book = in_memory();
    let one = measure(&mut book, "A", &[("2023", "0.1"), ("2024", "1")]);
    let two = measure(&mut book, "B", &[("2023", "0.2"), ("2025", "5")]);
    let hidden = NewReading {
        value: None,
        state: ReadingState::Suppressed,
        ..NewReading::typed(SeriesKey::everyone(two), period("2024"), decimal("0"))
    };
    let _ = book.record_reading(hidden, &context()).unwrap();
    let total = measure(&mut book, "T", &[]);
    let _ = book
        .set_calculation(
            total,
            Calculation::Sum,
            &[(one, PartRole::Plus), (two, PartRole::Plus)],
            &context(),
        )
        .unwrap();
    let found = |book: &Workbook| book.calculated_series(total).unwrap().remove(0).periods;
    let sums = found(&book);
    assert_eq!(
        sums[0].reading.value,
        Some(decimal("0.3")),
        "no 0.30000000000000004"
    );
    assert_eq!(sums[1].reading.state, ReadingState::Suppressed);
    assert_eq!(sums[1].obstacle, Some(Obstacle::PartSuppressed(vec![two])));
    assert_eq!(sums[2].obstacle, Some(Obstacle::PartsMissing(vec![one])));
    let _ = book
        .set_calculation(
            total,
            Calculation::Difference,
            &[(one, PartRole::Plus), (two, PartRole::Minus)],
            &context(),
        )
        .unwrap();
    assert_eq!(found(&book)[0].reading.value, Some(decimal("-0.1")));

    let circle = book.set_calculation(
        one,
        Calculation::Sum,
        &[(total, PartRole::Plus)],
        &context(),
    );
    assert!(matches!(circle, Err(Error::Invalid { field: "parts", .. })));
}

#[test]
fn a_cohort_chosen_for_its_extreme_is_cautioned_until_something_stands_beside_it() {
    let mut book = in_memory();
    let id = measure(&mut book, "RE", &[("2020", "80"), ("2021", "42")]);
    let verdict = |book: &Workbook| book.measure_facts(id, today()).unwrap().guard.verdict;
    assert_eq!(verdict(&book), Verdict::Clear);
    let mut cohort: Measure = book.get(id).unwrap();
    cohort.is_extreme_cohort = true;
    let _ = book.change(id, cohort, &context()).unwrap();
    assert_eq!(verdict(&book), Verdict::Caution);
    let control = measure(&mut book, "CT", &[("2020", "79"), ("2021", "41")]);
    let _ = book.set_comparisons(id, &[control], &context()).unwrap();
    assert_eq!(verdict(&book), Verdict::Clear);
    let facts = book.measure_facts(id, today()).unwrap();
    assert_eq!(facts.comparisons[0].readings.len(), 2);
}

#[test]
fn performance_measures_contribute_to_indicators_and_to_nothing_else() {
    let mut book = in_memory();
    let at = context();
    let partner = Partner::named("YMCA");
    let partner = book.add(partner, &at).unwrap().value;
    let indicator = measure(&mut book, "KR", &[]);
    let program = Measure {
        kind: MeasureKind::Performance,
        partner_id: Some(partner),
        ..Measure::named("YP", "Places filled")
    };
    let program = book.add(program, &at).unwrap().value;
    let _ = book.set_contributors(indicator, &[program], &at).unwrap();
    let seen = book.measure_facts(program, today()).unwrap().contributions;
    assert_eq!(
        seen[0].measure.id, indicator,
        "the tie is seen from both ends"
    );
    assert!(book.set_contributions(indicator, &[program], &at).is_err());
}

#[test]
fn what_needs_work_is_found_and_goes_away_when_mended() {
    let mut book = in_memory();
    let at = context();
    let id = measure(
        &mut book,
        "AB",
        &[("2020", "10"), ("2021", "12"), ("2023", "14")],
    );
    let mut definition: Measure = book.get(id).unwrap();
    definition.frequency = Frequency::CalendarYear;
    definition.unit = UnitKind::Count;
    definition.release_lag_days = Some(60);
    let _ = book.change(id, definition.clone(), &at).unwrap();
    let found = book.data_quality(today()).unwrap().remove(0);
    assert_eq!(found.freshness.due, Some(period("2025")));
    assert_eq!(found.freshness.due_on.unwrap().to_string(), "2026-03-01");
    assert_eq!(
        found.freshness.days_late,
        Some((today() - "2025-03-01".parse::<chrono::NaiveDate>().unwrap()).num_days()),
        "nothing has come since 2024 was due"
    );
    assert_eq!(
        (found.completeness.have, found.completeness.expected),
        (3, 6)
    );
    assert_eq!(
        found.completeness.missing,
        ["2022", "2024", "2025"].map(period)
    );
    assert_eq!(found.gaps, Definition::ALL);
    assert_eq!(
        found.needs(),
        [Need::Late, Need::Incomplete, Need::Definition]
    );

    for (year, value) in [("2022", "13"), ("2024", "15"), ("2025", "15")] {
        record(&mut book, id, year, value);
    }
    let gone = book.data_quality(today()).unwrap().remove(0);
    assert_eq!(gone.needs(), [Need::Definition]);

    let groups = ["Girls".to_owned(), "Boys".to_owned()];
    let _ = book.add_breakdown("Sex", &groups, &at).unwrap();
    for (group, value) in ids::<Group>(&book).into_iter().zip(["8", "9"]) {
        let key = SeriesKey {
            group: Some(group),
            ..SeriesKey::everyone(id)
        };
        let reading = NewReading::typed(key, period("2025"), decimal(value));
        let _ = book.record_reading(reading, &at).unwrap();
    }
    let split = book.data_quality(today()).unwrap().remove(0);
    assert_eq!(split.mismatches.len(), 1);
    let mismatch = &split.mismatches[0];
    assert_eq!(mismatch.whole, Whole::Everyone("Sex".to_owned()));
    assert_eq!(
        (mismatch.parts, mismatch.of),
        (decimal("17"), decimal("15"))
    );
}

#[test]
fn places_add_up_to_the_one_they_lie_in() {
    let mut book = in_memory();
    let at = context();
    let id = measure(&mut book, "AB", &[]);
    let mut definition: Measure = book.get(id).unwrap();
    definition.unit = UnitKind::Count;
    let _ = book.change(id, definition, &at).unwrap();
    let mut add = |name: &str, parent| {
        let place = Place {
            name: name.to_owned(),
            is_benchmark: false,
            parent_id: parent,
        };
        book.add(place, &at).unwrap().value
    };
    let county = add("County", None);
    let (north, south) = (add("North", Some(county)), add("South", Some(county)));
    for (place, value) in [(county, "10"), (north, "6"), (south, "5")] {
        let key = SeriesKey {
            place: Some(place),
            ..SeriesKey::everyone(id)
        };
        let reading = NewReading::typed(key, period("2025"), decimal(value));
        let _ = book.record_reading(reading, &at).unwrap();
    }
    let found = book.data_quality(today()).unwrap().remove(0).mismatches;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].whole, Whole::Place("County".to_owned()));
}

#[test]
fn provisional_readings_of_a_period_become_final_in_one_step() {
    let mut book = in_memory();
    let at = context();
    let id = measure(&mut book, "AB", &[("2024", "1")]);
    for month in ["2025-01", "2025-02", "2026-01"] {
        let reading = NewReading {
            state: ReadingState::Provisional,
            ..NewReading::typed(SeriesKey::everyone(id), period(month), decimal("1"))
        };
        let _ = book.record_reading(reading, &at).unwrap();
    }
    let _ = book.close_period(period("2025"), &at).unwrap();
    let refused = book.finalize_readings(None, period("2025"), &at);
    assert!(matches!(refused, Err(Error::PeriodClosed(_))));
    let reasoned = Context {
        reason: Some("The district confirmed them".to_owned()),
        ..context()
    };
    let done = book
        .finalize_readings(Some(id), period("2025"), &reasoned)
        .unwrap();
    assert_eq!(done.value, 2);
    let left = book.provisional_periods(None).unwrap();
    assert_eq!(left, [(period("2026-01"), 1)]);
    let _ = book.undo(&at).unwrap();
    assert_eq!(
        book.provisional_periods(Some(id)).unwrap().len(),
        3,
        "one step back"
    );
    let states: Vec<Reading> = book.readings_of_everyone(id).unwrap();
    assert_eq!(states[0].state, ReadingState::Final);
}

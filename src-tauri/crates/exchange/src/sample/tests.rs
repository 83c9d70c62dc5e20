//! Every sample loads, holds what was published, and is true to itself.

use super::*;
use crate::readings_import::{Import, Known, propose_mapping};
use crate::table::{ReadOptions, Table};
use backbone_core::communication::{ActionItem, Decision, Meeting};
use backbone_core::initiative::Initiative;
use backbone_core::measurement::{
    Annotation, Calculation, Comparison, Contribution, DataRequest, Frequency, Measure,
    MeasurePart, MeasureStatus, Origin, Place, Reading, ReadingState, SeriesReadings, TestStatus,
    UnitKind,
};
use backbone_core::{Context, Entry, GroupId, MeasureId, Workbook};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::HashMap;

mod published;

pub(super) fn context() -> Context {
    Context {
        now_ms: 1_795_000_000_000,
        today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        author: "Test".to_owned(),
        reason: None,
    }
}

pub(super) fn loaded(sample: &Sample) -> Workbook {
    let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
    if let Err(error) = load(&mut book, &sample.initiative().unwrap(), &context()) {
        panic!("{}: {error}", sample.name);
    }
    book
}

fn measures(book: &Workbook) -> Vec<(Entry<Measure>, Vec<SeriesReadings>)> {
    let with_series = |measure: Entry<Measure>| {
        let series = book.series_of(measure.id).unwrap();
        (measure, series)
    };
    let all = book.list::<Measure>().unwrap();
    all.into_iter().map(with_series).collect()
}

#[test]
fn every_sample_loads_and_says_that_it_is_one() {
    for sample in SAMPLES {
        let book = loaded(sample);
        assert!(book.initiative().unwrap().is_sample, "{}", sample.name);
        for (measure, series) in measures(&book) {
            let code = format!("{} {}", sample.name, measure.record.code);
            for reading in series.iter().flat_map(|one| &one.readings) {
                let says_sample = reading.comment.to_lowercase().contains("sample");
                assert!(says_sample && reading.origin == Origin::Sample, "{code}");
            }
            let is_drawn = series.iter().all(|one| one.key.group.is_none())
                || !book.readings_of_everyone(measure.id).unwrap().is_empty();
            assert!(is_drawn, "{code} has groups but no line of everyone");
            let is_told = !measure.record.is_headline || measure.record.story.len() > 200;
            assert!(is_told, "{code} is a headline without a story");
            let is_calculated = measure.record.calculation != Calculation::Entered;
            assert!(
                !is_calculated || series.is_empty(),
                "{code} is calculated, so that a value of its own would be a second answer"
            );
        }
    }
}

#[test]
fn a_share_is_its_numerator_over_its_denominator() {
    for sample in SAMPLES {
        for (measure, series) in measures(&loaded(sample)) {
            let per = match measure.record.unit {
                UnitKind::Percent => Decimal::ONE_HUNDRED,
                UnitKind::Rate => Decimal::from(measure.record.rate_per.unwrap()),
                _ => continue,
            };
            let printed = u32::from(measure.record.precision);
            for reading in series.iter().flat_map(|one| &one.readings) {
                let (Some(value), Some(numerator), Some(denominator)) =
                    (reading.value, reading.numerator, reading.denominator)
                else {
                    continue;
                };
                assert!(
                    (value - numerator * per / denominator).abs() <= Decimal::new(5, printed + 1),
                    "{} {} {}: {value} of {numerator} in {denominator}",
                    sample.name,
                    measure.record.code,
                    reading.period
                );
            }
        }
    }
}

/// What a reading adds to a total: its count, or what its share is made of.
fn amounts(reading: &Reading, unit: UnitKind) -> Option<(Decimal, Decimal)> {
    match unit {
        UnitKind::Count => reading.value.map(|value| (value, Decimal::ZERO)),
        _ => reading.numerator.zip(reading.denominator),
    }
}

#[test]
fn groups_places_and_providers_add_up_to_everyone() {
    let mut totals_checked = 0;
    for sample in SAMPLES {
        let book = loaded(sample);
        let breakdowns: HashMap<GroupId, _> = book
            .list::<backbone_core::measurement::Group>()
            .unwrap()
            .into_iter()
            .map(|group| (group.id, group.record.breakdown_id))
            .collect();
        let places: HashMap<_, Place> = book
            .list::<Place>()
            .unwrap()
            .into_iter()
            .map(|place| (place.id, place.record))
            .collect();
        for (measure, series) in measures(&book) {
            let unit = measure.record.unit;
            let mut splits: HashMap<String, Vec<&SeriesReadings>> = HashMap::new();
            for one in &series {
                let key = one.key;
                let split = match (key.group, key.place, key.provider) {
                    (Some(group), None, None) => format!("{:?}", breakdowns[&group]),
                    (None, Some(place), None) if !places[&place].is_benchmark => "places".into(),
                    (None, None, Some(_)) => "providers".into(),
                    _ => continue,
                };
                splits.entry(split).or_default().push(one);
            }
            let everyone = book.readings_of_everyone(measure.id).unwrap();
            for parts in splits.values() {
                for total in &everyone {
                    let of_period: Vec<&Reading> = parts
                        .iter()
                        .filter_map(|part| {
                            part.readings.iter().find(|one| one.period == total.period)
                        })
                        .collect();
                    let known: Vec<_> = of_period
                        .iter()
                        .filter_map(|one| amounts(one, unit))
                        .collect();
                    let Some((numerator, denominator)) = amounts(total, unit) else {
                        assert!(known.is_empty(), "parts of a total that is not there");
                        continue;
                    };
                    let sum = known
                        .iter()
                        .fold((Decimal::ZERO, Decimal::ZERO), |sum, one| {
                            (sum.0 + one.0, sum.1 + one.1)
                        });
                    let what = format!(
                        "{} {} {}: {sum:?} of {numerator} in {denominator}",
                        sample.name, measure.record.code, total.period
                    );
                    if known.len() == parts.len() {
                        assert_eq!(sum, (numerator, denominator), "{what}");
                        totals_checked += 1;
                    } else {
                        assert!(sum.0 <= numerator && sum.1 <= denominator, "{what}");
                    }
                }
            }
        }
    }
    assert!(totals_checked > 200, "only {totals_checked} totals");
}

#[test]
fn every_sample_shows_every_part_of_shared_measurement() {
    for sample in SAMPLES {
        let book = loaded(sample);
        let name = sample.name;
        let all = measures(&book);
        let readings = || {
            all.iter()
                .flat_map(|(_, series)| series)
                .flat_map(|one| &one.readings)
        };
        for state in [
            ReadingState::Final,
            ReadingState::Provisional,
            ReadingState::Missing,
        ] {
            assert!(readings().any(|one| one.state == state), "{name} {state:?}");
        }
        let has = |claim: fn(&Measure) -> bool| all.iter().any(|(one, _)| claim(&one.record));
        assert!(has(|one| one.status == MeasureStatus::Developmental));
        assert!(has(|one| one.calculation != Calculation::Entered));
        assert!(has(|one| one.release_lag_days.is_some()));
        let headlines = all.iter().filter(|(one, _)| one.record.is_headline).count();
        assert!((6..=9).contains(&headlines), "{name}: {headlines}");
        let of_each = |count: fn(&Workbook, MeasureId) -> usize| -> usize {
            all.iter().map(|(one, _)| count(&book, one.id)).sum()
        };
        assert!(of_each(|book, id| book.definition_ledger(id).unwrap().len()) > 0);
        assert!(of_each(|book, id| book.stories(id).unwrap().len()) > 1);
        let tests: Vec<_> = all
            .iter()
            .flat_map(|(one, _)| book.tests_of_change(one.id).unwrap())
            .collect();
        for test in &tests {
            let has_ended = !matches!(
                test.record.status,
                TestStatus::Planned | TestStatus::Running
            );
            assert_eq!(has_ended, !test.record.result.is_empty(), "{name}");
            assert!(!test.record.prediction.is_empty(), "{name}");
        }
        assert!(tests.len() > 2, "{name}");
        assert!(!book.list::<MeasurePart>().unwrap().is_empty());
        assert!(book.list::<Contribution>().unwrap().len() > 1);
        assert!(book.list::<Annotation>().unwrap().len() > 3);
        assert!(!book.closed_periods().unwrap().is_empty());
        let places = book.list::<Place>().unwrap();
        assert!(places.iter().any(|place| place.record.parent_id.is_some()));
        let standings: std::collections::HashSet<_> = book
            .list::<DataRequest>()
            .unwrap()
            .iter()
            .map(|request| {
                let asked = book.requested_cells(request.id).unwrap();
                assert!(!asked.is_empty(), "{}", request.record.title);
                request.record.standing(context().today)
            })
            .collect();
        assert_eq!(standings.len(), 6, "{name}: a request of every standing");
        let meetings = book.list::<Meeting>().unwrap();
        let ahead = meetings
            .iter()
            .filter(|one| one.record.date.0 > context().today)
            .count();
        assert!(ahead > 1 && meetings.len() > ahead + 2, "{name}");
        assert!(book.list::<Decision>().unwrap().len() > 3, "{name}");
        assert!(book.list::<ActionItem>().unwrap().len() > 6, "{name}");
    }
}

#[test]
fn the_four_cities_have_long_series_small_groups_and_a_line_that_shifts() {
    for sample in SAMPLES.iter().filter(|one| one.name != "cincinnati") {
        let book = loaded(sample);
        let name = sample.name;
        let all = measures(&book);
        let long = all.iter().find(|(one, series)| {
            one.record.frequency == Frequency::Monthly
                && series.iter().any(|one| one.readings.len() >= 24)
        });
        assert!(long.is_some(), "{name}: enough months for process limits");
        let notes = book.list::<Annotation>().unwrap();
        assert!(notes.iter().any(|note| note.record.resets_limits), "{name}");
        let is_quarterly =
            |one: &(Entry<Measure>, _)| one.0.record.frequency == Frequency::Quarterly;
        assert!(all.iter().any(is_quarterly), "{name}");
        let in_groups = || {
            all.iter()
                .flat_map(|(_, series)| series)
                .filter(|one| one.key.group.is_some())
                .flat_map(|one| &one.readings)
        };
        let ten = Decimal::TEN;
        assert!(
            in_groups().any(|one| one.denominator.is_some_and(|people| people < ten)),
            "{name}: small groups, to be protected"
        );
        assert!(
            in_groups().any(|one| one.state == ReadingState::Suppressed),
            "{name}: cells hidden by their source"
        );
    }
}

#[test]
fn a_group_chosen_for_an_extreme_start_stands_with_and_without_a_comparison() {
    let book = loaded(find("camden").unwrap());
    let compared: Vec<MeasureId> = book
        .list::<Comparison>()
        .unwrap()
        .into_iter()
        .map(|entry| entry.record.measure_id)
        .collect();
    let extreme = book.list::<Measure>().unwrap().into_iter();
    let mut with: Vec<(String, bool)> = extreme
        .filter(|one| one.record.is_extreme_cohort)
        .map(|one| (one.record.code, compared.contains(&one.id)))
        .collect();
    with.sort();
    assert_eq!(
        with,
        [("HS100".to_owned(), false), ("RT180-I".to_owned(), true)]
    );
}

#[test]
fn what_the_author_got_wrong_is_named_with_its_place() {
    let sample = find("cincinnati").unwrap().initiative().unwrap();
    for (from, to, message) in [
        (
            "\"format\": \"backbone-sample\"",
            "\"format\": \"other\"",
            "This is not a sample of version 1.",
        ),
        (
            "\"lead\": \"Tutor Tri-State\"",
            "\"lead\": \"Nobody\"",
            "activity “Tutoring in 24 schools”: the sample has no partner “Nobody”",
        ),
        (
            "\"date\": \"2026-09-08\"",
            "\"date\": \"soon\"",
            "meeting “Board meeting” of soon: “soon” is not a date",
        ),
        (
            "\"contributes_to\": [\"KR\"]",
            "\"contributes_to\": [\"KX\"]",
            "measure “HV”: the sample has no measure “KX”",
        ),
        (
            "{\"measure\": \"INT-M\", \"role\": \"plus\"}",
            "{\"measure\": \"INT-M\", \"role\": \"minus\"}",
            "measure “INT”: parts: is not complete",
        ),
        (
            "\"starts\": \"2022-23\"",
            "\"starts\": \"autumn\"",
            "measure “KR”: test of change “Coaching in 18 centers”: “autumn” is not a period",
        ),
        (
            "\"due\": \"2026-12-04\",\n      \"sent_on\"",
            "\"due\": \"December\",\n      \"sent_on\"",
            "data request “Fall assessment 2025–26, by group”: “December” is not a date",
        ),
        (
            "\"parent\": \"Cincinnati region\"",
            "\"parent\": \"Ohio\"",
            "place “Covington”: the sample has no place “Ohio”",
        ),
    ] {
        let text = sample.replacen(from, to, 1);
        assert_ne!(text, sample, "{from} is in the sample");
        let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
        let refused = load(&mut book, &text, &context()).unwrap_err();
        assert_eq!(refused.to_string(), message);
    }
    let unknown = sample.replacen("\"closed_on\"", "\"shut_on\"", 1);
    let mut book = Workbook::in_memory(Initiative::named("Sample"), &context()).unwrap();
    let refused = load(&mut book, &unknown, &context())
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("unknown field `shut_on`") && refused.contains("line"),
        "{refused}"
    );
}

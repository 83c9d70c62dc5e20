//! Places, breakdowns and groups: order, nesting, where they are used, and merging.

use backbone_core::{
    BreakdownId, Context, Day, Error, GroupId, MeasureId, PlaceId, Reason, Workbook,
    measurement::{
        Calculation, DataRequest, Group, Keep, Measure, MeasureMark, MeasureStatus, NewReading,
        PartRole, Place, SeriesKey, UnitKind, Wanted,
    },
    partners::Partner,
};
use chrono::NaiveDate;

use crate::support::{context, decimal, dump, ids, in_memory, measure, period};

fn breakdown(book: &mut Workbook, names: &[&str]) -> (BreakdownId, Vec<GroupId>) {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let id = book
        .add_breakdown("Race", &names, &context())
        .unwrap()
        .value;
    (id, ids::<Group>(book))
}

fn of_group(measure: MeasureId, group: GroupId) -> SeriesKey {
    SeriesKey {
        group: Some(group),
        ..SeriesKey::everyone(measure)
    }
}

fn record(book: &mut Workbook, key: SeriesKey, at: &str, value: &str, comment: &str) {
    let mut reading = NewReading::typed(key, period(at), decimal(value));
    comment.clone_into(&mut reading.comment);
    let _ = book.record_reading(reading, &context()).unwrap();
}

fn values(book: &Workbook, key: SeriesKey) -> Vec<(String, String, String)> {
    book.series_of(key.measure)
        .unwrap()
        .into_iter()
        .filter(|series| series.key == key)
        .flat_map(|series| series.readings)
        .map(|reading| {
            (
                reading.period.to_string(),
                reading.value.unwrap().to_string(),
                reading.comment,
            )
        })
        .collect()
}

#[test]
fn merging_moves_what_only_one_group_has_and_keeps_what_both_say_once() {
    let mut book = in_memory();
    let (_, groups) = breakdown(&mut book, &["Black", "African American", "White"]);
    let [kept, gone, _] = groups[..] else {
        panic!("three groups")
    };
    let (one, other) = (
        measure(&mut book, "KR", &[]),
        measure(&mut book, "TGR", &[]),
    );
    record(&mut book, of_group(one, kept), "2023", "43.4", "state file");
    record(
        &mut book,
        of_group(one, gone),
        "2023",
        "43.4",
        "school list",
    );
    record(&mut book, of_group(one, gone), "2024", "46.5", "");
    record(&mut book, of_group(other, gone), "2024", "31", "");
    let before = dump(&book);

    let plan = book.merge_plan(gone, kept).unwrap();
    assert_eq!((plan.moving, plan.same, plan.conflicts.len()), (2, 1, 0));
    let _ = book.merge_groups(gone, kept, None, &context()).unwrap();

    let text = |period: &str, value: &str, comment: &str| {
        (period.to_owned(), value.to_owned(), comment.to_owned())
    };
    assert_eq!(
        values(&book, of_group(one, kept)),
        [
            text("2023", "43.4", "state file\nschool list"),
            text("2024", "46.5", "")
        ],
        "both comments stay"
    );
    assert_eq!(
        values(&book, of_group(other, kept)),
        [text("2024", "31", "")]
    );
    assert!(
        !ids::<Group>(&book).contains(&gone),
        "the other group is gone"
    );

    let merged = dump(&book);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before, "one step takes all of it back");
    let _ = book.redo(&context()).unwrap();
    assert_eq!(dump(&book), merged, "and brings it back");
}

#[test]
fn figures_that_differ_are_named_and_stay_until_somebody_chooses() {
    for (keep, stays) in [(Keep::Kept, "43.4"), (Keep::Gone, "44.0")] {
        let mut book = in_memory();
        let (_, groups) = breakdown(&mut book, &["Black", "African American"]);
        let [kept, gone] = groups[..] else {
            panic!("two groups")
        };
        let id = measure(&mut book, "KR", &[]);
        record(&mut book, of_group(id, kept), "2023", "43.4", "");
        record(&mut book, of_group(id, gone), "2023", "44.0", "");
        let before = dump(&book);

        let plan = book.merge_plan(gone, kept).unwrap();
        let [conflict] = &plan.conflicts[..] else {
            panic!("one figure differs: {plan:?}")
        };
        assert_eq!(conflict.gone.value, Some(decimal("44.0")));
        assert_eq!(conflict.kept.value, Some(decimal("43.4")));
        assert!(matches!(
            book.merge_groups(gone, kept, None, &context()),
            Err(Error::Conflict(Reason::FiguresDiffer))
        ));
        assert_eq!(dump(&book), before, "refused, nothing was touched");

        let _ = book
            .merge_groups(gone, kept, Some(keep), &context())
            .unwrap();
        let found = values(&book, of_group(id, kept));
        assert_eq!(found.len(), 1, "one reading a period");
        assert_eq!(found[0].1, stays);
        let _ = book.undo(&context()).unwrap();
        assert_eq!(dump(&book), before, "what was given up comes back");
    }
}

#[test]
fn what_is_asked_of_a_merged_group_is_asked_once_of_the_other() {
    let mut book = in_memory();
    let (_, groups) = breakdown(&mut book, &["Black", "African American"]);
    let [kept, gone] = groups[..] else {
        panic!("two groups")
    };
    let id = measure(&mut book, "KR", &[]);
    let partner = book
        .add(Partner::named("Schools"), &context())
        .unwrap()
        .value;
    let wanted = |group, at: &str| Wanted {
        measure: id,
        place: None,
        group: Some(group),
        period: period(at),
    };
    let request = DataRequest {
        partner_id: partner,
        title: "Fall figures".to_owned(),
        due: Day(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()),
        sent_on: None,
        received_on: None,
        accepted_on: None,
        withdrawn_on: None,
        token: "t".to_owned(),
        version: 1,
        note: String::new(),
    };
    let asked = [
        wanted(kept, "2024"),
        wanted(gone, "2024"),
        wanted(gone, "2025"),
    ];
    let request = book
        .add_data_request(request, &asked, &context())
        .unwrap()
        .value;
    let _ = book.merge_groups(gone, kept, None, &context()).unwrap();
    let cells: Vec<_> = book
        .requested_cells(request)
        .unwrap()
        .into_iter()
        .map(|cell| (cell.record.group_id, cell.record.period.to_string()))
        .collect();
    assert_eq!(
        cells,
        [
            (Some(kept), "2024".to_owned()),
            (Some(kept), "2025".to_owned())
        ]
    );
}

#[test]
fn figures_of_a_closed_period_are_merged_only_with_a_reason() {
    let mut book = in_memory();
    let (_, groups) = breakdown(&mut book, &["Black", "African American"]);
    let id = measure(&mut book, "KR", &[]);
    record(&mut book, of_group(id, groups[1]), "2023", "44.0", "");
    let _ = book.close_period(period("2023"), &context()).unwrap();
    assert!(matches!(
        book.merge_groups(groups[1], groups[0], None, &context()),
        Err(Error::PeriodClosed(_))
    ));
    let because = Context {
        reason: Some("one name for one group".to_owned()),
        ..context()
    };
    let _ = book
        .merge_groups(groups[1], groups[0], None, &because)
        .unwrap();
    assert_eq!(values(&book, of_group(id, groups[0])).len(), 1);
}

#[test]
fn groups_of_two_breakdowns_are_not_merged() {
    let mut book = in_memory();
    let (_, groups) = breakdown(&mut book, &["Black", "White"]);
    let other = book.add_breakdown("Grade", &[], &context()).unwrap().value;
    let third = book.add_group(other, "Third", &context()).unwrap().value;
    for (gone, kept) in [(groups[0], third), (groups[0], groups[0])] {
        assert!(matches!(
            book.merge_plan(gone, kept),
            Err(Error::Invalid { field: "kept", .. })
        ));
    }
}

#[test]
fn a_group_is_removed_once_no_figure_hangs_on_it() {
    let mut book = in_memory();
    let (race, groups) = breakdown(&mut book, &["Black", "White"]);
    let id = measure(&mut book, "KR", &[]);
    record(&mut book, of_group(id, groups[0]), "2023", "43.4", "");
    for refused in [
        book.remove_group(groups[0], &context()),
        book.remove_breakdown(race, &context()),
    ] {
        assert!(matches!(refused, Err(Error::Conflict(Reason::InUse))));
    }
    let uses = book.use_of_groups().unwrap();
    assert_eq!(uses[&groups[0]][0].readings, 1);
    assert!(!uses.contains_key(&groups[1]));

    let gone = [(of_group(id, groups[0]), period("2023"))];
    let _ = book
        .enter_readings(id, Vec::new(), &gone, &context())
        .unwrap();
    let before = dump(&book);
    let _ = book.remove_breakdown(race, &context()).unwrap();
    assert!(ids::<Group>(&book).is_empty());
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before);
}

#[test]
fn groups_are_put_in_order_and_new_ones_come_last() {
    let mut book = in_memory();
    let (race, groups) = breakdown(&mut book, &["Black", "White", "Latino"]);
    let order = [groups[2], groups[0], groups[1]];
    let _ = book.order_groups(race, &order, &context()).unwrap();
    assert_eq!(ids::<Group>(&book), order);
    let new = book.add_group(race, "Asian", &context()).unwrap().value;
    assert_eq!(ids::<Group>(&book).last(), Some(&new));
    assert!(matches!(
        book.add_group(race, "asian", &context()),
        Err(Error::Invalid {
            field: "name",
            reason: Reason::Taken
        })
    ));
    let _ = book.undo(&context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    assert_eq!(ids::<Group>(&book), groups);
}

#[test]
fn a_place_lies_in_another_but_never_in_itself() {
    let mut book = in_memory();
    let mut place = |name: &str, parent_id: Option<PlaceId>| {
        let place = Place {
            name: name.to_owned(),
            is_benchmark: false,
            parent_id,
        };
        book.add(place, &context()).unwrap().value
    };
    let city = place("City", None);
    let west = place("West End", Some(city));
    let block = place("Court St", Some(west));
    let moved = |parent_id| Place {
        name: "City".to_owned(),
        is_benchmark: false,
        parent_id: Some(parent_id),
    };
    for inner in [city, west, block] {
        assert!(matches!(
            book.change_place(city, moved(inner), &context()),
            Err(Error::Invalid {
                field: "parent",
                reason: Reason::Circular
            })
        ));
    }
    let _ = book.remove_place(west, &context()).unwrap();
    let left: Place = book.get(block).unwrap();
    assert_eq!(left.parent_id, None, "what lay in it lies in none");
    let _ = book.undo(&context()).unwrap();
    let back: Place = book.get(block).unwrap();
    assert_eq!(back.parent_id, Some(west));
}

#[test]
fn so_many_out_of_so_many_are_a_percent_or_a_rate() {
    let mut percent = Measure::named("KR", "KR");
    let share = |measure: &Measure, numerator: &str, denominator: &str| {
        measure
            .share_of(decimal(numerator), decimal(denominator))
            .map(|share| share.to_string())
    };
    assert_eq!(share(&percent, "1487", "2795").as_deref(), Some("53.2021"));
    assert_eq!(share(&percent, "1", "4").as_deref(), Some("25"));
    assert_eq!(share(&percent, "1", "0"), None, "nothing to divide by");
    percent.unit = UnitKind::Rate;
    percent.rate_per = Some(1_000);
    assert_eq!(share(&percent, "12", "4000").as_deref(), Some("3"));
    percent.unit = UnitKind::Count;
    assert_eq!(share(&percent, "12", "4000"), None, "a count is no share");
}

#[test]
fn figures_of_a_calculated_measure_are_not_entered() {
    let mut book = in_memory();
    let id = measure(&mut book, "SUM", &[("2023", "12")]);
    let part = measure(&mut book, "PART", &[]);
    let _ = book
        .set_calculation(id, Calculation::Sum, &[(part, PartRole::Plus)], &context())
        .unwrap();
    let new = NewReading::typed(SeriesKey::everyone(id), period("2024"), decimal("1"));
    for refused in [
        book.record_reading(new.clone(), &context()).map(drop),
        book.enter_readings(id, vec![new], &[], &context())
            .map(drop),
    ] {
        assert!(matches!(refused, Err(Error::Conflict(Reason::Calculated))));
    }
    assert_eq!(
        values(&book, SeriesKey::everyone(id)).len(),
        1,
        "what was entered before stays"
    );
}

#[test]
fn several_measures_are_marked_in_one_step() {
    let mut book = in_memory();
    let all = [measure(&mut book, "A", &[]), measure(&mut book, "B", &[])];
    let before = dump(&book);
    let mark = MeasureMark::Status(MeasureStatus::Retired);
    let _ = book.mark_measures(&all, mark, &context()).unwrap();
    let mark = MeasureMark::Headline(true);
    let _ = book.mark_measures(&all, mark, &context()).unwrap();
    for entry in book.list::<Measure>().unwrap() {
        assert_eq!(entry.record.status, MeasureStatus::Retired);
        assert!(entry.record.is_headline);
    }
    let _ = book.undo(&context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before);
}

/// A place that lies in another, or in none.
fn place(book: &mut Workbook, name: &str, parent: Option<PlaceId>) -> PlaceId {
    let place = Place {
        name: name.to_owned(),
        is_benchmark: false,
        parent_id: parent,
    };
    book.add(place, &context()).unwrap().value
}

fn of_place(measure: MeasureId, place: PlaceId) -> SeriesKey {
    SeriesKey {
        place: Some(place),
        ..SeriesKey::everyone(measure)
    }
}

#[test]
fn places_become_one_with_their_figures_and_what_lies_in_them() {
    let mut book = in_memory();
    let city = place(&mut book, "City", None);
    let gone = place(&mut book, "Westend", Some(city));
    let kept = place(&mut book, "West End", None);
    let street = place(&mut book, "Main Street", Some(gone));
    let (one, other) = (measure(&mut book, "KR", &[]), measure(&mut book, "HV", &[]));
    record(&mut book, of_place(one, kept), "2023", "43.4", "state file");
    record(
        &mut book,
        of_place(one, gone),
        "2023",
        "43.4",
        "school list",
    );
    record(&mut book, of_place(one, gone), "2024", "46.5", "");
    record(&mut book, of_place(other, gone), "2024", "31", "");
    let before = dump(&book);
    let plan = book.place_merge_plan(gone, kept).unwrap();
    assert_eq!((plan.moving, plan.same, plan.conflicts.len()), (2, 1, 0));

    let _ = book.merge_places(gone, kept, None, &context()).unwrap();
    let found = values(&book, of_place(one, kept));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].2, "state file\nschool list", "both comments stay");
    assert_eq!(values(&book, of_place(other, kept)).len(), 1);
    assert!(!ids::<Place>(&book).contains(&gone));
    assert_eq!(book.get::<Place>(street).unwrap().parent_id, Some(kept));

    let merged = dump(&book);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before, "one step takes all of it back");
    let _ = book.redo(&context()).unwrap();
    assert_eq!(dump(&book), merged, "and brings it back");
}

#[test]
fn a_place_merged_into_one_within_it_leaves_no_place_in_itself() {
    let mut book = in_memory();
    let county = place(&mut book, "County", None);
    let gone = place(&mut book, "The city", Some(county));
    let between = place(&mut book, "West side", Some(gone));
    let kept = place(&mut book, "City", Some(between));
    let _ = book.merge_places(gone, kept, None, &context()).unwrap();
    let lies_in = |book: &Workbook, id| book.get::<Place>(id).unwrap().parent_id;
    assert_eq!(lies_in(&book, kept), Some(county));
    assert_eq!(lies_in(&book, between), Some(kept));
}

#[test]
fn figures_of_places_that_differ_stay_until_somebody_chooses() {
    let mut book = in_memory();
    let (gone, kept) = (
        place(&mut book, "Westend", None),
        place(&mut book, "West End", None),
    );
    let id = measure(&mut book, "KR", &[]);
    record(&mut book, of_place(id, kept), "2023", "43.4", "");
    record(&mut book, of_place(id, gone), "2023", "44.0", "");
    let refused = book.merge_places(gone, kept, None, &context());
    assert!(matches!(
        refused,
        Err(Error::Conflict(Reason::FiguresDiffer))
    ));
    let plan = book.place_merge_plan(gone, kept).unwrap();
    assert_eq!(plan.conflicts[0].series, of_place(id, kept));
    let _ = book.close_period(period("2023"), &context()).unwrap();
    let closed = book.merge_places(gone, kept, Some(Keep::Gone), &context());
    assert!(matches!(closed, Err(Error::PeriodClosed(_))));
    let because = Context {
        reason: Some("one name for one place".to_owned()),
        ..context()
    };
    let _ = book
        .merge_places(gone, kept, Some(Keep::Gone), &because)
        .unwrap();
    assert_eq!(values(&book, of_place(id, kept))[0].1, "44.0");
    assert!(matches!(
        book.place_merge_plan(kept, kept),
        Err(Error::Invalid { field: "kept", .. })
    ));
}

#[test]
fn what_is_asked_of_a_merged_place_is_asked_once_of_the_other() {
    let mut book = in_memory();
    let (gone, kept) = (
        place(&mut book, "Westend", None),
        place(&mut book, "West End", None),
    );
    let id = measure(&mut book, "KR", &[]);
    let partner = Partner::named("Schools");
    let partner = book.add(partner, &context()).unwrap().value;
    let wanted = |place, at: &str| Wanted {
        measure: id,
        place: Some(place),
        group: None,
        period: period(at),
    };
    let due = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let asked = [
        wanted(kept, "2024"),
        wanted(gone, "2024"),
        wanted(gone, "2025"),
    ];
    let request = DataRequest::to(partner, "Fall figures", due);
    let request = book
        .add_data_request(request, &asked, &context())
        .unwrap()
        .value;
    let _ = book.merge_places(gone, kept, None, &context()).unwrap();
    let cells = book.requested_cells(request).unwrap().into_iter();
    let cells: Vec<_> = cells
        .map(|cell| (cell.record.place_id, cell.record.period.to_string()))
        .collect();
    assert_eq!(
        cells,
        [
            (Some(kept), "2024".to_owned()),
            (Some(kept), "2025".to_owned())
        ]
    );
}

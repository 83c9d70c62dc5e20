//! What an audience does not see: small numbers and all that would give them away.

use backbone_core::{
    Context, GroupId, MeasureId, PlaceId, Workbook,
    measurement::{
        Breakdown, Calculation, Group, Measure, NewReading, Origin, PartRole, Place, ReadingState,
        SeriesKey, UnitKind,
    },
    reporting::{Audience, AudienceRule, CellKey, Scope, Shield, Tail, Why},
};

use crate::support::{context, decimal, figure, in_memory, measure, period, today};

const AT: &str = "SY2024-25";

/// One reading of a percentage with its people.
fn put(book: &mut Workbook, series: SeriesKey, value: &str, people: &str) {
    let reading = NewReading {
        series,
        period: period(AT),
        value: Some(decimal(value)),
        numerator: None,
        denominator: Some(decimal(people)),
        lower: None,
        upper: None,
        state: ReadingState::Final,
        comment: String::new(),
        origin: Origin::Typed,
    };
    let _ = book.record_reading(reading, &context()).unwrap();
}

fn breakdown(book: &mut Workbook, name: &str, groups: &[&str]) -> Vec<GroupId> {
    let breakdown_id = book
        .add(
            Breakdown {
                name: name.to_owned(),
            },
            &context(),
        )
        .unwrap()
        .value;
    let mut position = 0;
    let mut add = |name: &&str| {
        position += 1;
        let group = Group {
            breakdown_id,
            name: (*name).to_owned(),
            position,
        };
        book.add(group, &context()).unwrap().value
    };
    groups.iter().map(&mut add).collect()
}

fn place(book: &mut Workbook, name: &str) -> PlaceId {
    let place = Place {
        name: name.to_owned(),
        is_benchmark: false,
        parent_id: None,
    };
    book.add(place, &context()).unwrap().value
}

fn of_group(measure: MeasureId, group: GroupId) -> SeriesKey {
    SeriesKey {
        group: Some(group),
        ..SeriesKey::everyone(measure)
    }
}

/// A measure whose groups have so many people; each value is 50 %.
fn split(people: &[&str]) -> (Workbook, MeasureId, Vec<GroupId>) {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let names: Vec<String> = (0..people.len()).map(|at| format!("Group {at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let groups = breakdown(&mut book, "Race", &names);
    let total: u32 = people.iter().map(|n| n.parse::<u32>().unwrap()).sum();
    put(&mut book, SeriesKey::everyone(id), "50", &total.to_string());
    for (group, people) in groups.iter().zip(people) {
        put(&mut book, of_group(id, *group), "50", people);
    }
    (book, id, groups)
}

fn hidden(shield: &Shield, measure: MeasureId, groups: &[GroupId]) -> Vec<bool> {
    let withheld = shield.of(measure);
    groups
        .iter()
        .map(|group| {
            let cell = CellKey {
                group: Some(*group),
                ..CellKey::everyone(period(AT))
            };
            withheld.why(cell).is_some()
        })
        .collect()
}

fn rule(book: &mut Workbook, audience: Audience, floor: u32) {
    let rule = AudienceRule {
        audience,
        denominator_floor: Some(floor),
        numerator_floor: None,
        codes_tails: false,
    };
    let _ = book.set_audience_rule(&rule, &context()).unwrap();
}

#[test]
fn the_worked_examples_hold_on_readings() {
    for (people, floor, wanted) in [
        (&["10", "5"][..], 6, &[true, true][..]),
        (&["120", "40", "7"], 10, &[false, true, true]),
        (&["120", "40", "7", "6"], 10, &[false, false, true, true]),
        (&["120", "40", "4", "3"], 10, &[false, true, true, true]),
    ] {
        let (mut book, id, groups) = split(people);
        rule(&mut book, Audience::Partners, floor);
        let shield = book.shield(Audience::Partners).unwrap();
        assert_eq!(hidden(&shield, id, &groups), wanted, "{people:?}");
        assert_eq!(
            shield.of(id).why(CellKey::everyone(period(AT))),
            None,
            "the total is shown: {people:?}"
        );
        let team = book.shield(Audience::Internal).unwrap();
        assert!(team.of(id).is_empty(), "the team sees everything");
    }
}

#[test]
fn a_total_of_few_people_is_hidden_though_nothing_stands_under_it() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    put(&mut book, SeriesKey::everyone(id), "50", "7");
    let facts = book
        .measure_facts_for(id, today(), &book.shield(Audience::Partners).unwrap())
        .unwrap();
    assert_eq!(facts.summary.readings[0].value, None);
    assert_eq!(facts.summary.readings[0].denominator, None);
    assert_eq!(facts.summary.assessment.latest, None, "no rule saw it");
}

#[test]
fn the_stricter_floor_of_a_measure_counts_and_none_does_for_the_team() {
    let (mut book, id, groups) = split(&["120", "40", "30"]);
    let mut definition: Measure = book.get(id).unwrap();
    definition.suppression_floor = Some(35);
    let _ = book.change_measure(id, definition, &context()).unwrap();
    let shield = book.shield(Audience::Partners).unwrap();
    assert_eq!(hidden(&shield, id, &groups), [false, true, true]);
    assert!(book.shield(Audience::Internal).unwrap().of(id).is_empty());
}

#[test]
fn facts_for_an_audience_hold_nothing_of_a_hidden_figure() {
    let (mut book, id, groups) = split(&["120", "40", "7"]);
    // A sentinel in every field of the small group's reading, and in what is told of it.
    let secret = NewReading {
        series: of_group(id, groups[2]),
        period: period(AT),
        value: Some(decimal("71.43")),
        numerator: Some(decimal("5")),
        denominator: Some(decimal("7")),
        lower: Some(decimal("35.89")),
        upper: Some(decimal("91.78")),
        state: ReadingState::Final,
        comment: "5 of 7 children".to_owned(),
        origin: Origin::Typed,
    };
    let _ = book.record_reading(secret, &context()).unwrap();
    let _ = book
        .write_story(id, "In Group 2, 5 of 7 were ready: 71.4%.", &context())
        .unwrap();
    let shield = book.shield(Audience::Public).unwrap();
    let facts = book.measure_facts_for(id, today(), &shield).unwrap();
    let said = format!("{facts:?}");
    for secret in ["71.43", "71.4", "35.89", "91.78", "5 of 7"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
    assert_eq!(facts.withheld.texts_left_out, 1, "the story named it");
    assert_eq!(facts.groups[2].readings[0].state, ReadingState::Suppressed);
    let open = format!("{:?}", book.measure_facts(id, today()).unwrap());
    assert!(open.contains("71.43"), "the team has it");
    assert!(facts.disparities.is_empty(), "one group is no disparity");
}

#[test]
fn groups_crossed_with_places_are_protected_in_both_directions() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let groups = breakdown(&mut book, "Race", &["A", "B", "C"]);
    let places: Vec<PlaceId> = ["North", "South", "West"]
        .into_iter()
        .map(|name| place(&mut book, name))
        .collect();
    let cells = [[50, 60, 7], [80, 40, 30], [90, 35, 45]];
    let put_cell = |book: &mut Workbook, place, group, people: u32| {
        let key = SeriesKey {
            place,
            group,
            ..SeriesKey::everyone(id)
        };
        put(book, key, "50", &people.to_string());
    };
    for (row, place) in cells.iter().zip(&places) {
        for (people, group) in row.iter().zip(&groups) {
            put_cell(&mut book, Some(*place), Some(*group), *people);
        }
        put_cell(&mut book, Some(*place), None, row.iter().sum());
    }
    for (at, group) in groups.iter().enumerate() {
        let people = cells.iter().map(|row| row[at]).sum();
        put_cell(&mut book, None, Some(*group), people);
    }
    put_cell(&mut book, None, None, cells.iter().flatten().sum());

    let withheld = book.shield(Audience::Partners).unwrap().of(id);
    let is_hidden = |row: usize, column: usize| {
        let cell = CellKey {
            place: Some(places[row]),
            group: Some(groups[column]),
            ..CellKey::everyone(period(AT))
        };
        withheld.why(cell).is_some()
    };
    assert!(is_hidden(0, 2), "seven people");
    for line in 0..3 {
        let in_row = (0..3).filter(|column| is_hidden(line, *column)).count();
        let in_column = (0..3).filter(|row| is_hidden(*row, line)).count();
        assert_ne!(in_row, 1, "row {line} gives its one hidden cell away");
        assert_ne!(in_column, 1, "column {line} gives its one hidden cell away");
    }
}

#[test]
fn what_is_calculated_from_a_hidden_part_is_hidden_with_it() {
    let mut book = in_memory();
    let count = |book: &mut Workbook, code: &str, value: &str| {
        let mut definition = Measure::named(code, code);
        definition.unit = UnitKind::Count;
        let id = book.add(definition, &context()).unwrap().value;
        let key = SeriesKey::everyone(id);
        let reading = NewReading::typed(key, period(AT), decimal(value));
        let _ = book.record_reading(reading, &context()).unwrap();
        id
    };
    let (few, many) = (count(&mut book, "A", "6"), count(&mut book, "B", "940"));
    let mut definition = Measure::named("SUM", "Sum");
    definition.unit = UnitKind::Count;
    let sum = book.add(definition, &context()).unwrap().value;
    let parts = [(few, PartRole::Plus), (many, PartRole::Plus)];
    let _ = book
        .set_calculation(sum, Calculation::Sum, &parts, &context())
        .unwrap();
    let shield = book.shield(Audience::Partners).unwrap();
    let everyone = CellKey::everyone(period(AT));
    assert!(shield.of(few).why(everyone).is_some());
    assert_eq!(
        shield.of(sum).why(everyone),
        Some(Why::Derivable),
        "946 less 940 is 6"
    );
    let said = format!(
        "{:?}",
        book.measure_facts_for(sum, today(), &shield).unwrap()
    );
    assert!(!said.contains("946"), "{said}");
}

#[test]
fn percentages_near_none_or_all_are_only_said_to_be_so() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    put(&mut book, SeriesKey::everyone(id), "97.4", "800");
    let _ = book
        .set_baseline(id, Some((period(AT), figure("97.4"))), &context())
        .unwrap();
    let shield = book.shield(Audience::Public).unwrap();
    assert_eq!(
        shield.of(id).why(CellKey::everyone(period(AT))),
        Some(Why::Tail(Tail::MoreThan(95.0)))
    );
    let facts = book.measure_facts_for(id, today(), &shield).unwrap();
    let said = format!("{facts:?}");
    assert!(!said.contains("97.4"), "nor in the baseline: {said}");
}

#[test]
fn a_rate_of_few_per_thousand_is_no_percentage_near_none() {
    let mut book = in_memory();
    let mut definition = Measure::named("IMR", "Infant deaths");
    definition.unit = UnitKind::Rate;
    definition.rate_per = Some(1_000);
    let id = book.add(definition, &context()).unwrap().value;
    let reading = NewReading {
        numerator: Some(decimal("45")),
        denominator: Some(decimal("6000")),
        ..NewReading::typed(SeriesKey::everyone(id), period(AT), decimal("7.5"))
    };
    let _ = book.record_reading(reading, &context()).unwrap();
    let shield = book.shield(Audience::Public).unwrap();
    assert_eq!(shield.of(id).why(CellKey::everyone(period(AT))), None);
}

#[test]
fn what_stands_beside_a_measure_is_protected_with_it() {
    let (mut book, id, _) = split(&["120", "40", "7"]);
    let other = measure(&mut book, "FEW", &[]);
    put(&mut book, SeriesKey::everyone(other), "71.43", "7");
    let alone = book.shield_of(Audience::Public, &[id]).unwrap();
    let mut text = "71.43 of seven".to_owned();
    assert!(
        alone.strike(other, &mut text),
        "a shield made without it lets nothing of it out"
    );
    assert!(alone.of(other).why(CellKey::everyone(period(AT))).is_some());
    let _ = book.set_comparisons(id, &[other], &context()).unwrap();
    let shield = book.shield_of(Audience::Public, &[id]).unwrap();
    assert!(!shield.of(other).is_empty());
    let said = format!(
        "{:?}",
        book.measure_facts_for(id, today(), &shield).unwrap()
    );
    assert!(!said.contains("71.43"), "{said}");
}

#[test]
fn a_figure_without_people_is_shown_and_the_log_says_it_was_not_checked() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[(AT, "53.2")]);
    let shield = book.shield(Audience::Partners).unwrap();
    let everything = Scope {
        measures: vec![id],
        is_everything: true,
        as_of: today(),
    };
    let entry = book
        .disclosure(&shield, &everything, "board", &context())
        .unwrap();
    assert_eq!((entry.shown, entry.hidden, entry.unchecked()), (1, 0, 1));
}

#[test]
fn the_log_names_what_was_hidden_and_why_and_is_not_undone() {
    let (mut book, id, _) = split(&["120", "40", "7"]);
    let shield = book.shield(Audience::Partners).unwrap();
    let scope = Scope {
        measures: vec![id],
        is_everything: false,
        as_of: today(),
    };
    let entry = book
        .disclosure(&shield, &scope, "board", &context())
        .unwrap();
    assert_eq!((entry.shown, entry.hidden), (2, 2));
    let found: Vec<(String, String)> = entry
        .hidden_figures()
        .into_iter()
        .map(|figure| (figure.why, figure.group))
        .collect();
    assert_eq!(
        found,
        [
            ("complementary".to_owned(), "Race: Group 1".to_owned()),
            ("too_few_people".to_owned(), "Race: Group 2".to_owned()),
        ]
    );
    let _ = book.log_disclosure(entry, &context()).unwrap();
    assert_eq!(book.disclosures().unwrap().len(), 1);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(
        book.disclosures().unwrap().len(),
        1,
        "what has left the file has left it"
    );
}

#[test]
fn two_exports_that_give_a_figure_away_together_are_found_before_the_second() {
    // Partners may see groups of five, the public of twenty: the public export hides 15 and
    // 30, the one for partners hides 4 and 15; together 15 is what remains.
    let (mut book, id, _) = split(&["120", "30", "15", "4"]);
    rule(&mut book, Audience::Partners, 5);
    rule(&mut book, Audience::Public, 5);
    let scope = Scope {
        measures: vec![id],
        is_everything: false,
        as_of: today(),
    };
    let export = |book: &mut Workbook, audience: Audience| {
        let shield = book.shield(audience).unwrap();
        let entry = book
            .disclosure(&shield, &scope, "board", &context())
            .unwrap();
        let later = Context {
            now_ms: context().now_ms + 1,
            ..context()
        };
        let _ = book.log_disclosure(entry, &later).unwrap();
    };
    export(&mut book, Audience::Partners);
    let same = book.shield(Audience::Public).unwrap();
    assert_eq!(
        book.given_away(&same, &scope).unwrap(),
        [],
        "the same figures hidden tell nothing more"
    );
    // The second rule hides the small group with another one than the first did.
    let entry = {
        let mut entry = book.disclosure(&same, &scope, "board", &context()).unwrap();
        entry.detail = entry.detail.replace("Group 2", "Group 1");
        entry.audience = Audience::Partners;
        entry
    };
    let later = Context {
        now_ms: context().now_ms + 2,
        ..context()
    };
    let _ = book.log_disclosure(entry, &later).unwrap();
    let found = book.given_away(&same, &scope).unwrap();
    let whom: Vec<&str> = found.iter().map(|one| one.whom.as_str()).collect();
    assert!(whom.contains(&"Race: Group 3"), "{found:?}");
    assert_eq!(found[0].other, Audience::Partners);
    let team = book.shield(Audience::Internal).unwrap();
    assert_eq!(book.given_away(&team, &scope).unwrap(), []);
}

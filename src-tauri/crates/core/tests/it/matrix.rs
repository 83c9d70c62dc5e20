//! Who works on what: cells, gaps, overlaps, loose ends, and which activity carries which, on
//! small examples worked out by hand.

use backbone_core::{
    ActivityId, Error, PartnerId, PlaceId, PopulationId, Reason, StrategyId, Workbook,
    activities::{Activity, ActivityStatus, Population, Reach},
    agenda::{Strategy, WantedResult},
    measurement::Place,
    partners::{Partner, PartnerStatus},
    reporting::{Audience, ColumnKey, MatrixBy, MatrixScope, Standing},
};

use crate::support::{context, in_memory, measure, today, whole_dump};

/// An initiative to try things in: two strategies, two populations, a city with two parts.
struct Town {
    book: Workbook,
    tutoring: StrategyId,
    health: StrategyId,
    young: PopulationId,
    old: PopulationId,
    city: PlaceId,
    west: PlaceId,
    east: PlaceId,
    library: PartnerId,
    church: PartnerId,
    bank: PartnerId,
}

fn town() -> Town {
    let mut book = in_memory();
    let result = WantedResult {
        name: "Every child reads".to_owned(),
        population: String::new(),
        position: 1,
    };
    let result_id = book.add(result, &context()).unwrap().value;
    let mut strategy = |name: &str, position| {
        let record = Strategy {
            result_id,
            name: name.to_owned(),
            description: String::new(),
            position,
        };
        book.add(record, &context()).unwrap().value
    };
    let (tutoring, health) = (strategy("Tutoring", 1), strategy("Health", 2));
    let mut population = |name: &str, position| {
        let name = name.to_owned();
        let record = Population { name, position };
        book.add(record, &context()).unwrap().value
    };
    let (young, old) = (population("Young", 1), population("Old", 2));
    let mut place = |name: &str, parent_id| {
        let record = Place {
            name: name.to_owned(),
            is_benchmark: false,
            parent_id,
        };
        book.add(record, &context()).unwrap().value
    };
    let city = place("City", None);
    let (west, east) = (place("West", Some(city)), place("East", Some(city)));
    let mut partner = |name: &str| book.add(Partner::named(name), &context()).unwrap().value;
    let (library, church, bank) = (partner("Library"), partner("Church"), partner("Bank"));
    Town {
        book,
        tutoring,
        health,
        young,
        old,
        city,
        west,
        east,
        library,
        church,
        bank,
    }
}

fn named(name: &str, strategy: Option<StrategyId>, lead: Option<PartnerId>) -> Activity {
    Activity {
        name: name.to_owned(),
        description: String::new(),
        strategy_id: strategy,
        lead_id: lead,
        status: ActivityStatus::Active,
        starts: None,
        ends: None,
        progress: String::new(),
    }
}

fn reach(populations: &[PopulationId], places: &[PlaceId]) -> Reach {
    Reach {
        populations: populations.to_vec(),
        places: places.to_vec(),
    }
}

impl Town {
    fn add(&mut self, activity: Activity, with: &[PartnerId], reach: &Reach) -> ActivityId {
        let book = &mut self.book;
        let done = book.add_activity_with_reach(activity, with, &[], reach, &context());
        done.unwrap().value
    }
}

fn names<I: backbone_core::Id>(found: &[backbone_core::reporting::Named<I>]) -> Vec<&str> {
    found.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn a_cell_holds_what_a_partner_leads_and_takes_part_in() {
    let mut town = town();
    let (library, church) = (town.library, town.church);
    let tutoring = Some(town.tutoring);
    town.add(
        named("Reading room", tutoring, Some(library)),
        &[church],
        &Reach::default(),
    );
    // A lead that is also listed as taking part counts once.
    town.add(
        named("Summer camp", tutoring, Some(church)),
        &[church, library],
        &Reach::default(),
    );
    let planned = Activity {
        status: ActivityStatus::Planned,
        ..named("New room", tutoring, Some(library))
    };
    town.add(planned, &[], &Reach::default());
    let stopped = Activity {
        status: ActivityStatus::Stopped,
        ..named("Given up", Some(town.health), Some(library))
    };
    town.add(stopped, &[], &Reach::default());

    let matrix = town
        .book
        .matrix(MatrixBy::Strategies, MatrixScope::Running)
        .unwrap();
    let row = matrix
        .rows
        .iter()
        .find(|row| row.partner.id == library)
        .unwrap();
    assert_eq!(row.cells.len(), 1, "what is given up fills no cell");
    let counts = matrix.counts(&row.cells[0]);
    assert_eq!((counts.leads, counts.takes_part), (2, 1));
    assert!(!counts.leads_planned, "one of the two is under way");
    let column = &matrix.columns[0];
    assert_eq!(
        (column.activities, column.leads, column.partners),
        (3, 2, 2)
    );
    assert_eq!(column.group, "Every child reads");
    assert_eq!(matrix.columns[1].standing, Standing::Nobody);

    let everything = town
        .book
        .matrix(MatrixBy::Strategies, MatrixScope::Everything)
        .unwrap();
    let row = everything
        .rows
        .iter()
        .find(|row| row.partner.id == library)
        .unwrap();
    assert_eq!(row.cells.len(), 2, "asked for, it is there");
    assert_eq!(
        everything.columns[1].standing,
        Standing::Nobody,
        "and mends no gap"
    );
}

#[test]
fn gaps_are_what_nobody_works_on() {
    let mut town = town();
    let found = town
        .book
        .matrix(MatrixBy::Places, MatrixScope::Running)
        .unwrap()
        .findings;
    assert_eq!(names(&found.idle_strategies), ["Tutoring", "Health"]);
    assert_eq!(names(&found.idle_results), ["Every child reads"]);
    assert_eq!(names(&found.idle_populations), ["Young", "Old"]);
    assert_eq!(names(&found.idle_places), ["City", "East", "West"]);
    assert_eq!(names(&found.idle_partners), ["Bank", "Church", "Library"]);

    let (bank, west, young) = (town.bank, town.west, town.young);
    town.add(
        named("Loans", Some(town.health), None),
        &[bank],
        &reach(&[young], &[west]),
    );
    let matrix = town
        .book
        .matrix(MatrixBy::Places, MatrixScope::Running)
        .unwrap();
    let found = &matrix.findings;
    assert_eq!(names(&found.idle_strategies), ["Tutoring"]);
    assert_eq!(names(&found.leaderless_strategies), ["Health"]);
    assert_eq!(names(&found.activities_without_lead), ["Loans"]);
    assert!(found.idle_results.is_empty());
    assert_eq!(names(&found.idle_populations), ["Old"]);
    assert_eq!(
        names(&found.idle_places),
        ["East"],
        "the city is served in its west"
    );
    let standing = |name: &str| {
        let mut columns = matrix.columns.iter();
        columns.find(|column| column.name == name).unwrap().standing
    };
    assert_eq!(standing("City"), Standing::Worked);
    assert_eq!(standing("West"), Standing::NoLead);
    assert_eq!(standing("East"), Standing::Nobody);

    let city = town.city;
    town.add(
        named("Letters", Some(town.health), Some(bank)),
        &[],
        &reach(&[], &[city]),
    );
    let found = town
        .book
        .matrix(MatrixBy::Places, MatrixScope::Running)
        .unwrap()
        .findings;
    assert!(
        found.idle_places.is_empty(),
        "what serves the city serves its east"
    );
}

#[test]
fn an_overlap_needs_two_leads_one_strategy_one_population_and_one_place() {
    let mut town = town();
    let (library, church) = (town.library, town.church);
    let (young, old, west, east) = (town.young, town.old, town.west, town.east);
    let tutoring = Some(town.tutoring);
    town.add(
        named("A", tutoring, Some(library)),
        &[],
        &reach(&[young, old], &[west, east]),
    );
    // Each differs from A in one thing.
    town.add(
        named("B", Some(town.health), Some(church)),
        &[],
        &reach(&[young], &[west]),
    );
    town.add(
        named("C", tutoring, Some(library)),
        &[church],
        &reach(&[young], &[west]),
    );
    town.add(
        named("D", tutoring, None),
        &[church],
        &reach(&[young], &[west]),
    );
    town.add(
        named("E", tutoring, Some(church)),
        &[],
        &reach(&[young], &[]),
    );
    let found = |town: &Town| {
        let matrix = town.book.matrix(MatrixBy::Strategies, MatrixScope::Running);
        matrix.unwrap().findings.overlaps
    };
    assert_eq!(found(&town), []);

    town.add(
        named("F", tutoring, Some(church)),
        &[],
        &reach(&[young, old], &[east]),
    );
    let overlaps = found(&town);
    assert_eq!(
        overlaps.len(),
        1,
        "two populations in one place are one overlap"
    );
    assert_eq!(names(&overlaps[0].activities), ["A", "F"]);
    assert_eq!(names(&overlaps[0].leads), ["Church", "Library"]);
    assert_eq!(overlaps[0].populations, ["Young", "Old"]);
    assert_eq!(overlaps[0].places, ["East"]);
    let matrix = town
        .book
        .matrix(MatrixBy::Places, MatrixScope::Running)
        .unwrap();
    let overlapping: Vec<&str> = matrix
        .columns
        .iter()
        .filter(|column| column.has_overlap)
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(overlapping, ["East"]);
}

#[test]
fn what_is_tied_to_nothing_is_named() {
    let mut town = town();
    let (bank, west) = (town.bank, town.west);
    let moved = measure(&mut town.book, "KR", &[]);
    measure(&mut town.book, "R3", &[]);
    let done = town.book.add_activity_with_reach(
        named("Tied", Some(town.health), Some(bank)),
        &[],
        &[moved],
        &reach(&[], &[west]),
        &context(),
    );
    let _ = done.unwrap();
    town.add(named("Loose", None, Some(bank)), &[], &Reach::default());
    let matrix = town
        .book
        .matrix(MatrixBy::Strategies, MatrixScope::Running)
        .unwrap();
    let found = &matrix.findings;
    assert_eq!(names(&found.activities_without_strategy), ["Loose"]);
    assert_eq!(names(&found.activities_without_measure), ["Loose"]);
    assert_eq!(names(&found.activities_without_reach), ["Loose"]);
    assert_eq!(names(&found.measures_without_activity), ["R3"]);
    let last = matrix.columns.last().unwrap();
    assert_eq!(
        last.key,
        ColumnKey::Unstated,
        "it still stands in the matrix"
    );
    assert_eq!(last.activities, 1);
}

#[test]
fn partners_that_are_gone_stay_only_where_they_still_do_something() {
    let mut town = town();
    for (name, status) in [
        ("Gone", PartnerStatus::Left),
        ("Asked", PartnerStatus::Prospective),
    ] {
        let record = Partner {
            status,
            ..Partner::named(name)
        };
        let id = town.book.add(record, &context()).unwrap().value;
        if name == "Gone" {
            town.add(
                named("Old", Some(town.health), Some(id)),
                &[],
                &Reach::default(),
            );
        }
    }
    let matrix = town
        .book
        .matrix(MatrixBy::Results, MatrixScope::Running)
        .unwrap();
    let rows: Vec<&str> = matrix
        .rows
        .iter()
        .map(|row| row.partner.name.as_str())
        .collect();
    assert_eq!(rows, ["Bank", "Church", "Gone", "Library"]);
    assert_eq!(
        names(&matrix.findings.idle_partners),
        ["Bank", "Church", "Library"]
    );
    assert_eq!(matrix.working(), 1);
}

#[test]
fn the_public_is_not_told_who_does_nothing() {
    let town = town();
    let facts = |audience| town.book.matrix_paper_facts(today(), audience).unwrap();
    assert!(facts(Audience::Public).findings.is_none());
    assert!(facts(Audience::Partners).findings.is_some());
    assert_eq!(facts(Audience::Internal).partners, 3);
}

#[test]
fn reach_is_kept_changed_and_taken_back_in_one_step() {
    let mut town = town();
    let (young, old, west, east) = (town.young, town.old, town.west, town.east);
    let id = town.add(named("Walks", None, None), &[], &reach(&[young], &[west]));
    let before = whole_dump(&town.book);
    let book = &mut town.book;
    let _ = book
        .change_activity(
            id,
            named("Walks at noon", None, None),
            &[],
            &[],
            Some(&reach(&[old], &[west, east])),
            &context(),
        )
        .unwrap();
    assert_eq!(book.reach_by_activity().unwrap()[&id], {
        let mut places = vec![west, east];
        places.sort_unstable();
        reach(&[old], &places)
    });
    let _ = book.undo(&context()).unwrap();
    assert_eq!(
        book.reach_by_activity().unwrap()[&id],
        reach(&[young], &[west])
    );
    let after = whole_dump(book);
    for table in ["activities", "activity_populations", "activity_places"] {
        assert_eq!(before[table], after[table], "{table} is as before");
    }

    // Changed where nothing is said of its reach, it keeps it.
    let _ = book
        .change_activity(
            id,
            named("Walks daily", None, None),
            &[],
            &[],
            None,
            &context(),
        )
        .unwrap();
    assert_eq!(
        book.reach_by_activity().unwrap()[&id],
        reach(&[young], &[west])
    );
}

#[test]
fn a_population_that_goes_leaves_its_activities_and_comes_back_with_them() {
    let mut town = town();
    let (young, west) = (town.young, town.west);
    let id = town.add(named("Walks", None, None), &[], &reach(&[young], &[west]));
    let book = &mut town.book;
    let _ = book.remove::<Population>(young, &context()).unwrap();
    assert_eq!(book.reach_by_activity().unwrap()[&id], reach(&[], &[west]));
    let _ = book.undo(&context()).unwrap();
    assert_eq!(
        book.reach_by_activity().unwrap()[&id],
        reach(&[young], &[west])
    );

    let taken = Population {
        name: "YOUNG".to_owned(),
        position: 9,
    };
    let refused = book.add(taken, &context()).unwrap_err();
    assert!(
        matches!(
            refused,
            Error::Invalid {
                field: "name",
                reason: Reason::Taken
            }
        ),
        "{refused}"
    );
    let _ = book
        .order_populations(&[town.old, young], &context())
        .unwrap();
    let order: Vec<String> = book
        .list::<Population>()
        .unwrap()
        .into_iter()
        .map(|entry| entry.record.name)
        .collect();
    assert_eq!(order, ["Old", "Young"]);
}

#[test]
fn activities_that_share_a_measure_carry_each_other_and_the_rest_stands_alone() {
    let mut town = town();
    let reading = measure(&mut town.book, "R3", &[]);
    let mut add = |name: &str, status, measures: &[_]| {
        let activity = Activity {
            status,
            ..named(name, Some(town.tutoring), None)
        };
        let done = town.book.add_activity(activity, &[], measures, &context());
        let _ = done.unwrap();
    };
    add("Camp", ActivityStatus::Active, &[reading]);
    add("Room", ActivityStatus::Planned, &[reading]);
    add("Past", ActivityStatus::Done, &[reading]);
    add("Alone", ActivityStatus::Active, &[]);
    let found = town.book.reinforcement().unwrap();
    let names: Vec<(&str, bool)> = found
        .activities
        .iter()
        .map(|one| (one.activity.name.as_str(), one.stands_alone))
        .collect();
    assert_eq!(names, [("Alone", true), ("Camp", false), ("Room", false)]);
    assert_eq!(found.shared.len(), 1);
    assert_eq!(found.shared[0].activities, [1, 2]);
    assert_eq!(found.strategies.len(), 2);
}

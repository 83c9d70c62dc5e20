//! Search: what is found by which words, and that it follows the file.

use backbone_core::{
    Day, PartnerId, Workbook,
    agenda::AgendaPart,
    communication::{Meeting, MeetingKind, MeetingStatus},
    measurement::Measure,
    partners::{Partner, Person, Tag},
    searching::{Found, Index, Kind, Query, Run},
};

use crate::support::{context, in_memory, measure, record, today};

fn partner(book: &mut Workbook, name: &str) -> PartnerId {
    let added = book.add_partner(Partner::named(name), &context());
    added.unwrap().value
}

fn person(book: &mut Workbook, partner_id: PartnerId, name: &str) -> backbone_core::PersonId {
    let person = Person {
        partner_id,
        name: name.to_owned(),
        role: "Principal".to_owned(),
        email: String::new(),
        phone: String::new(),
    };
    book.add(person, &context()).unwrap().value
}

fn meeting(title: &str, minutes: &str) -> Meeting {
    Meeting {
        title: title.to_owned(),
        kind: MeetingKind::WorkingGroup,
        date: Day(today()),
        time: None,
        place: String::new(),
        agenda: String::new(),
        minutes: minutes.to_owned(),
        status: MeetingStatus::Held,
        working_group_id: None,
    }
}

fn search(index: &mut Index, book: &Workbook, text: &str) -> Found {
    index.complete(book).unwrap();
    let query = Query {
        text,
        only: None,
        most: 5,
    };
    index.search(book, &query).unwrap()
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Kinds and names in the order of the answer.
fn names(found: &Found) -> Vec<(Kind, String)> {
    let hits = |group: &backbone_core::searching::HitGroup| {
        let kind = group.kind;
        let titles: Vec<_> = group.hits.iter().map(|hit| text(&hit.title)).collect();
        titles.into_iter().map(move |title| (kind, title))
    };
    found.groups.iter().flat_map(hits).collect()
}

#[test]
fn accents_and_capitals_make_no_difference() {
    let mut book = in_memory();
    partner(&mut book, "Niños del Río");
    partner(&mut book, "Jose Marti School");
    let mut index = Index::new().unwrap();
    for typed in ["ninos", "NIÑOS", "rio", "río niños"] {
        assert_eq!(
            names(&search(&mut index, &book, typed)),
            [(Kind::Partner, "Niños del Río".to_owned())],
            "{typed}"
        );
    }
    assert_eq!(
        names(&search(&mut index, &book, "José")),
        [(Kind::Partner, "Jose Marti School".to_owned())]
    );
}

#[test]
fn beginnings_of_words_are_enough_and_are_marked() {
    let mut book = in_memory();
    measure(&mut book, "Kindergarten readiness", &[]);
    let found = search(&mut Index::new().unwrap(), &book, "kin read");
    let hit = &found.groups[0].hits[0];
    let marked: Vec<&str> = hit
        .title
        .iter()
        .filter(|run| run.is_found)
        .map(|run| run.text.as_str())
        .collect();
    assert_eq!(marked, ["Kindergarten", "readiness"]);
    assert!(hit.snippet.is_empty(), "the name says it");
    assert_eq!(found.corrected, None);
}

#[test]
fn names_come_before_texts_and_exact_ones_first() {
    let mut book = in_memory();
    let held = meeting(
        "October",
        "We spoke of **reading** at length.\n\n- One\n- Two",
    );
    let _ = book.add(held, &context()).unwrap();
    partner(&mut book, "Readington Township");
    partner(&mut book, "Third-grade Reading Fund");
    partner(&mut book, "Reading Partners of the County");
    partner(&mut book, "Reading Partners");
    let found = search(&mut Index::new().unwrap(), &book, "reading");
    assert_eq!(
        names(&found),
        [
            (Kind::Partner, "Reading Partners".to_owned()),
            (Kind::Partner, "Reading Partners of the County".to_owned()),
            (Kind::Partner, "Readington Township".to_owned()),
            (Kind::Partner, "Third-grade Reading Fund".to_owned()),
            (Kind::Meeting, "October".to_owned()),
        ]
    );
    let snippet = &found.groups[1].hits[0].snippet;
    assert_eq!(text(snippet), "We spoke of reading at length. One · Two");
    let marked: Vec<&Run> = snippet.iter().filter(|run| run.is_found).collect();
    assert_eq!(marked.len(), 1);
    assert_eq!(marked[0].text, "reading");
}

#[test]
fn what_only_tells_others_apart_comes_after_what_has_the_words_in_its_name() {
    let mut book = in_memory();
    measure(&mut book, "Kindergarten readiness", &[]);
    let held = meeting("October", "We spoke of readiness");
    let _ = book.add(held, &context()).unwrap();
    let groups = ["Ready".to_owned()];
    let _ = book
        .add_breakdown("Readiness at kindergarten", &groups, &context())
        .unwrap();
    let found = search(&mut Index::new().unwrap(), &book, "readiness");
    let kinds: Vec<Kind> = found.groups.iter().map(|group| group.kind).collect();
    assert_eq!(kinds, [Kind::Measure, Kind::Breakdown, Kind::Meeting]);
}

#[test]
fn mistakes_in_typing_are_forgiven_and_said() {
    let mut book = in_memory();
    measure(&mut book, "Kindergarten readiness", &[]);
    measure(&mut book, "Chronic absence", &[]);
    let mut index = Index::new().unwrap();
    for (typed, meant) in [
        ("kindergarden", "kindergarten"),
        ("kindregarten", "kindergarten"),
        ("kindregar", "kindergarten"),
        ("absense", "absence"),
        ("cronic", "chronic"),
    ] {
        let found = search(&mut index, &book, typed);
        assert_eq!(found.groups.len(), 1, "{typed}");
        assert_eq!(found.corrected.as_deref(), Some(meant), "{typed}");
    }
    let found = search(&mut index, &book, "zebra");
    assert!(found.groups.is_empty() && found.corrected.is_none());
    let found = search(&mut index, &book, "kindergarten zebra");
    assert!(found.is_partial, "some of the words are better than none");
    assert_eq!(found.groups.len(), 1);
}

#[test]
fn search_follows_what_is_changed_and_taken_back() {
    let mut book = in_memory();
    let id = partner(&mut book, "Lincoln School");
    let mut index = Index::new().unwrap();
    assert_eq!(search(&mut index, &book, "lincoln").groups.len(), 1);

    let renamed = Partner::named("Douglass School");
    let _ = book.change_partner(id, renamed, &context()).unwrap();
    assert!(search(&mut index, &book, "lincoln").groups.is_empty());
    assert_eq!(search(&mut index, &book, "douglass").groups.len(), 1);

    let _ = book.undo(&context()).unwrap();
    assert_eq!(search(&mut index, &book, "lincoln").groups.len(), 1);
    assert!(search(&mut index, &book, "douglass").groups.is_empty());

    let _ = book.remove::<Partner>(id, &context()).unwrap();
    assert!(search(&mut index, &book, "lincoln").groups.is_empty());
    let _ = book.undo(&context()).unwrap();
    assert_eq!(search(&mut index, &book, "lincoln").groups.len(), 1);
}

#[test]
fn what_belongs_to_a_record_goes_with_it() {
    let mut book = in_memory();
    let id = partner(&mut book, "Lincoln School");
    person(&mut book, id, "Maria Estrada");
    let mut index = Index::new().unwrap();
    let found = search(&mut index, &book, "estrada");
    let hit = &found.groups[0].hits[0];
    assert_eq!(hit.about, "Lincoln School");
    assert_eq!(hit.place.as_deref(), Some(id.to_string().as_str()));
    let _ = book.remove::<Partner>(id, &context()).unwrap();
    assert!(search(&mut index, &book, "estrada").groups.is_empty());
}

#[test]
fn an_erased_person_is_neither_found_nor_proposed() {
    let mut book = in_memory();
    let at = partner(&mut book, "Lincoln School");
    let id = person(&mut book, at, "Maria Estrada");
    let mut index = Index::new().unwrap();
    assert_eq!(search(&mut index, &book, "estrada").groups.len(), 1);
    let _ = book.erase_person(id, &context()).unwrap();
    for typed in ["estrada", "maria", "estrado"] {
        let found = search(&mut index, &book, typed);
        assert!(found.groups.is_empty(), "{typed}");
        assert_eq!(found.corrected, None, "{typed}");
    }
}

#[test]
fn changes_while_the_index_is_made_are_not_lost() {
    let mut book = in_memory();
    let ids: Vec<PartnerId> = (0..20)
        .map(|number| partner(&mut book, &format!("School {number}")))
        .collect();
    let mut index = Index::new().unwrap();
    assert!(!index.advance(&book, 7).unwrap(), "there is more to read");
    let renamed = Partner::named("Lincoln");
    let _ = book.change_partner(ids[0], renamed, &context()).unwrap();
    let _ = book.remove::<Partner>(ids[1], &context()).unwrap();
    assert_eq!(
        names(&search(&mut index, &book, "lincoln")),
        [(Kind::Partner, "Lincoln".to_owned())]
    );
    let found = search(&mut index, &book, "school");
    assert_eq!(found.groups[0].hits.len(), 5);
    assert!(found.groups[0].has_more);
}

#[test]
fn every_noun_is_found_where_it_is_shown() {
    let mut book = in_memory();
    let id = measure(&mut book, "Attendance", &[("SY2023-24", "50")]);
    let _ = book
        .write_story_of(
            id,
            crate::support::period("SY2023-24"),
            "Buses ran late",
            &context(),
        )
        .unwrap();
    let _ = book
        .write_agenda_part(
            AgendaPart::Vision,
            "Every child thrives".to_owned(),
            &context(),
        )
        .unwrap();
    let tag = Tag {
        name: "Priority neighborhood".to_owned(),
    };
    let _ = book.add(tag, &context()).unwrap();
    let mut index = Index::new().unwrap();
    let found = search(&mut index, &book, "buses");
    assert_eq!(found.groups[0].kind, Kind::Story);
    let hit = &found.groups[0].hits[0];
    assert_eq!(hit.place.as_deref(), Some(id.to_string().as_str()));
    assert_eq!(hit.period, Some(crate::support::period("SY2023-24")));
    let found = search(&mut index, &book, "thrives");
    assert_eq!(found.groups[0].kind, Kind::AgendaText);
    assert_eq!(found.groups[0].hits[0].part, "vision");
    let found = search(&mut index, &book, "neighbor");
    assert_eq!(found.groups[0].kind, Kind::Tag);
}

#[test]
fn comments_on_figures_are_found_also_those_of_an_import() {
    use backbone_core::measurement::{BulkReading, NewImport, Period, ReadingState, SeriesKey};
    let mut book = in_memory();
    let id = measure(&mut book, "Attendance", &[]);
    record(&mut book, id, "SY2022-23", "48");
    let mut index = Index::new().unwrap();
    assert!(search(&mut index, &book, "estimate").groups.is_empty());
    let new = NewImport {
        file_name: "fall.csv".to_owned(),
        series: vec![SeriesKey::everyone(id)],
        ..NewImport::default()
    };
    let row = BulkReading {
        series: 0,
        row: 1,
        period: Period::parse("SY2023-24").unwrap(),
        value: Some(rust_decimal::Decimal::from(50)),
        numerator: None,
        denominator: None,
        lower: None,
        upper: None,
        state: ReadingState::Final,
        comment: "An early estimate".to_owned(),
    };
    let _ = book
        .import_readings(new, [row].into_iter(), &context())
        .unwrap();
    let found = search(&mut index, &book, "estimate");
    assert_eq!(found.groups[0].kind, Kind::Comment);
    assert_eq!(
        names(&search(&mut index, &book, "fall csv")),
        [(Kind::Import, "fall.csv".to_owned())]
    );
    let _ = book.undo(&context()).unwrap();
    assert!(search(&mut index, &book, "estimate").groups.is_empty());
    assert!(search(&mut index, &book, "fall csv").groups.is_empty());
}

#[test]
fn signs_of_the_index_s_language_are_only_signs() {
    let mut book = in_memory();
    partner(&mut book, "C & A \"Friends\" (north)");
    let mut index = Index::new().unwrap();
    for typed in [
        "\"friends\"",
        "friends OR",
        "north)",
        "a*",
        "name:friends",
        "^c",
        "--",
        "NEAR(",
    ] {
        let _ = search(&mut index, &book, typed);
    }
    assert_eq!(search(&mut index, &book, "(north)").groups.len(), 1);
    assert!(search(&mut index, &book, "  ").groups.is_empty());
}

#[test]
fn one_kind_can_be_asked_for() {
    let mut book = in_memory();
    partner(&mut book, "Reading Partners");
    let named = Measure::named("RD", "Third-grade reading");
    let _ = book.add(named, &context()).unwrap();
    let mut index = Index::new().unwrap();
    index.complete(&book).unwrap();
    let query = Query {
        text: "reading",
        only: Some(Kind::Measure),
        most: 50,
    };
    let found = index.search(&book, &query).unwrap();
    assert_eq!(
        names(&found),
        [(Kind::Measure, "Third-grade reading".to_owned())]
    );
    assert_eq!(found.groups[0].hits[0].about, "RD");
}

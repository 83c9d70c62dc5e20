//! Versions of the agenda, who signed them, and the theory of change.

use backbone_core::{
    Day, Error, PartnerId, Reason, Workbook,
    activities::{Activity, ActivityStatus},
    agenda::{Agenda, AgendaPart, Endorsement, Signature, Strategy, WantedResult},
    measurement::Measure,
    partners::{Partner, PartnerStatus},
    reporting::Hole,
};
use chrono::NaiveDate;

use crate::support::{context, in_memory, measure, today, whole_dump};

fn day(text: &str) -> Day {
    Day(NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap())
}

fn add_result(book: &mut Workbook, name: &str) -> backbone_core::ResultId {
    let position = book.next_position::<WantedResult>().unwrap();
    let record = WantedResult {
        name: name.to_owned(),
        population: "Children".to_owned(),
        position,
    };
    book.add(record, &context()).unwrap().value
}

fn add_partner(book: &mut Workbook, name: &str, status: PartnerStatus) -> PartnerId {
    let record = Partner {
        status,
        ..Partner::named(name)
    };
    book.add(record, &context()).unwrap().value
}

fn write(book: &mut Workbook, vision: &str) {
    let done = book.write_agenda_part(AgendaPart::Vision, vision.to_owned(), &context());
    let _ = done.unwrap();
}

fn signature(partner_id: PartnerId) -> Signature {
    Signature {
        partner_id,
        signed_by: "Rev. Ames".to_owned(),
    }
}

fn is_conflict<T: std::fmt::Debug>(found: Result<T, Error>, wanted: Reason) {
    let error = found.unwrap_err();
    assert!(
        matches!(error, Error::Conflict(reason) if reason == wanted),
        "{error}"
    );
}

fn is_invalid<T: std::fmt::Debug>(found: Result<T, Error>, at: &str, wanted: Reason) {
    let error = found.unwrap_err();
    assert!(
        matches!(error, Error::Invalid { field, reason } if field == at && reason == wanted),
        "{error}"
    );
}

#[test]
fn an_adopted_version_is_locked_with_the_results_of_its_day() {
    let mut book = in_memory();
    let at = context();
    let result = add_result(&mut book, "Children start school ready");
    write(&mut book, "One plan.");
    let _ = book.adopt_agenda(day("2026-03-01"), &at).unwrap();

    let refused = book.write_agenda_part(AgendaPart::Vision, "Another".to_owned(), &at);
    is_conflict(refused, Reason::Locked);
    is_conflict(book.write_agenda(Agenda::unwritten(), &at), Reason::Locked);
    let changed = WantedResult {
        name: "Every child starts school ready".to_owned(),
        population: "All children".to_owned(),
        position: 1,
    };
    let _ = book.change(result, changed, &at).unwrap();
    let versions = book.agenda_versions().unwrap();
    assert_eq!(
        versions[0].results,
        [(
            "Children start school ready".to_owned(),
            "Children".to_owned()
        )],
        "what was adopted stays as it was"
    );
}

#[test]
fn a_new_draft_begins_with_the_adopted_words_and_others_read_the_adopted_ones() {
    let mut book = in_memory();
    let at = context();
    write(&mut book, "One plan.");
    assert_eq!(book.agenda().unwrap().vision, "One plan.");
    assert!(
        book.agenda().unwrap().is_draft(),
        "others read the draft, marked as one, where nothing is adopted"
    );
    let _ = book.adopt_agenda(day("2026-03-01"), &at).unwrap();
    let _ = book.start_agenda_draft(&at).unwrap();
    is_conflict(book.start_agenda_draft(&at), Reason::DraftExists);
    let draft = book.agenda_draft().unwrap().unwrap().record;
    assert_eq!((draft.version, draft.vision.as_str()), (2, "One plan."));

    write(&mut book, "Two plans.");
    assert_eq!(book.agenda().unwrap().vision, "One plan.");
    let _ = book.discard_agenda_draft(&at).unwrap();
    assert!(book.agenda_draft().unwrap().is_none());
    assert!(matches!(
        book.discard_agenda_draft(&at).unwrap_err(),
        Error::NotFound
    ));

    let _ = book.start_agenda_draft(&at).unwrap();
    write(&mut book, "Two plans.");
    is_invalid(
        book.adopt_agenda(day("2026-02-01"), &at),
        "adopted_on",
        Reason::BeforeStart,
    );
    let _ = book.adopt_agenda(Day(today()), &at).unwrap();
    assert_eq!(book.agenda().unwrap().version, 2);
    let then = book.agenda_as_of(day("2026-05-01")).unwrap();
    assert_eq!(
        then.version, 1,
        "a report of May speaks of what held in May"
    );
}

#[test]
fn nothing_and_the_future_are_not_adopted() {
    let mut book = in_memory();
    let at = context();
    assert!(matches!(
        book.adopt_agenda(Day(today()), &at).unwrap_err(),
        Error::NotFound
    ));
    let _ = book.start_agenda_draft(&at).unwrap();
    is_invalid(
        book.adopt_agenda(Day(today()), &at),
        "vision",
        Reason::Empty,
    );
    write(&mut book, "One plan.");
    is_invalid(
        book.adopt_agenda(day("2027-01-01"), &at),
        "adopted_on",
        Reason::NotYet,
    );
}

#[test]
fn who_signed_an_earlier_version_still_owes_the_later_one() {
    let mut book = in_memory();
    let at = context();
    let church = add_partner(&mut book, "First Church", PartnerStatus::Active);
    let school = add_partner(&mut book, "City Schools", PartnerStatus::Active);
    let left = add_partner(&mut book, "Old Mill", PartnerStatus::Left);
    write(&mut book, "One plan.");
    let draft = book.agenda_draft().unwrap().unwrap().id;
    let early = book.endorse_agenda(draft, &[signature(church)], day("2026-03-01"), "", &at);
    is_conflict(early, Reason::NotAdopted);
    let first = book.adopt_agenda(day("2026-03-01"), &at).unwrap().value;
    let both = [signature(church), signature(left)];
    let done = book.endorse_agenda(first, &both, day("2026-03-01"), "", &at);
    assert_eq!(done.unwrap().value.len(), 2, "many are recorded at once");
    is_invalid(
        book.endorse_agenda(first, &[signature(church)], day("2026-03-02"), "", &at),
        "partners",
        Reason::Taken,
    );
    is_invalid(
        book.endorse_agenda(first, &[], day("2026-03-02"), "", &at),
        "partners",
        Reason::Empty,
    );
    let owed = |book: &Workbook| -> Vec<(String, Option<i64>)> {
        let facts = book.agenda_facts().unwrap();
        let one = |one: &backbone_core::reporting::OutstandingPartner| {
            (
                one.partner.record.name.clone(),
                one.earlier.map(|(version, _)| version),
            )
        };
        facts.outstanding.iter().map(one).collect()
    };
    assert_eq!(owed(&book), [("City Schools".to_owned(), None)]);

    let _ = book.start_agenda_draft(&at).unwrap();
    let second = book.adopt_agenda(Day(today()), &at).unwrap().value;
    assert_eq!(
        owed(&book),
        [
            ("City Schools".to_owned(), None),
            ("First Church".to_owned(), Some(1))
        ]
    );
    let _ = book
        .endorse_agenda(second, &[signature(school)], Day(today()), "", &at)
        .unwrap();
    assert_eq!(owed(&book), [("First Church".to_owned(), Some(1))]);
}

#[test]
fn every_step_of_the_agenda_is_taken_back_and_done_again_exactly() {
    let mut book = in_memory();
    let at = context();
    add_result(&mut book, "Ready");
    let church = add_partner(&mut book, "First Church", PartnerStatus::Active);
    let steps: [&dyn Fn(&mut Workbook); 7] = [
        &|book| write(book, "One plan."),
        &|book| {
            drop(
                book.write_agenda_note("First.".to_owned(), &context())
                    .unwrap(),
            )
        },
        &|book| drop(book.adopt_agenda(day("2026-03-01"), &context()).unwrap()),
        &|book| {
            let id = book.agenda_facts().unwrap().in_force.unwrap();
            let signed = [signature(book.list::<Partner>().unwrap()[0].id)];
            let done = book.endorse_agenda(id, &signed, day("2026-03-01"), "", &context());
            drop(done.unwrap());
        },
        &|book| drop(book.start_agenda_draft(&context()).unwrap()),
        &|book| drop(book.discard_agenda_draft(&context()).unwrap()),
        &|book| {
            let id = book.list::<Endorsement>().unwrap()[0].id;
            drop(book.remove::<Endorsement>(id, &context()).unwrap());
        },
    ];
    let content = |book: &Workbook| {
        let mut dump = whole_dump(book);
        dump.retain(|table, _| table != "operations" && table != "changes");
        dump
    };
    let mut states = vec![content(&book)];
    for step in steps {
        step(&mut book);
        states.push(content(&book));
    }
    for before in states.iter().rev().skip(1) {
        assert!(book.undo(&at).unwrap().is_some());
        assert!(content(&book) == *before, "undo restores all of it");
    }
    for after in states.iter().skip(1) {
        assert!(book.redo(&at).unwrap().is_some());
        assert!(content(&book) == *after, "redo does all of it again");
    }
    let _ = book.remove::<Partner>(church, &at).unwrap();
}

#[test]
fn every_hole_of_the_theory_is_found_and_goes_once_it_is_mended() {
    let mut book = in_memory();
    let at = context();
    let ready = add_result(&mut book, "Ready");
    let bare = add_result(&mut book, "Bare");
    let reading = measure(&mut book, "KR", &[]);
    let mut record = book.get::<Measure>(reading).unwrap();
    record.result_id = Some(ready);
    let _ = book.change(reading, record, &at).unwrap();
    let loose = measure(&mut book, "X", &[]);
    let strategy = |result_id, name: &str| Strategy {
        result_id,
        name: name.to_owned(),
        description: String::new(),
        position: 1,
    };
    let idle = book.add(strategy(ready, "Idle"), &at).unwrap().value;
    let activity = |strategy_id| Activity {
        name: "Visits".to_owned(),
        description: String::new(),
        strategy_id,
        lead_id: None,
        status: ActivityStatus::Active,
        starts: None,
        ends: None,
        progress: String::new(),
    };
    let visits = book
        .add_activity(activity(None), &[], &[], &at)
        .unwrap()
        .value;
    let holes = |book: &Workbook| -> Vec<Hole> {
        let theory = book.theory().unwrap();
        let found = theory.branches.iter().flat_map(|branch| branch.holes());
        found.map(|(hole, _)| hole).collect()
    };
    assert_eq!(
        holes(&book),
        [
            Hole::StrategyWithoutActivity(idle),
            Hole::MeasureUnfed(reading),
            Hole::ResultWithoutIndicator(bare),
            Hole::ResultWithoutStrategy(bare),
            Hole::ActivityWithoutStrategy(visits),
            Hole::ActivityWithoutMeasure(visits),
            Hole::MeasureWithoutResult(loose),
            Hole::MeasureUnfed(loose),
        ]
    );
    let _ = book
        .change_activity(visits, activity(Some(idle)), &[], &[reading], None, &at)
        .unwrap();
    let _ = book.remove::<Measure>(loose, &at).unwrap();
    let _ = book.remove::<WantedResult>(bare, &at).unwrap();
    assert!(holes(&book).is_empty());
    let stopped = Activity {
        status: ActivityStatus::Stopped,
        ..activity(Some(idle))
    };
    let _ = book
        .change_activity(visits, stopped, &[], &[reading], None, &at)
        .unwrap();
    assert_eq!(
        holes(&book),
        [
            Hole::StrategyWithoutActivity(idle),
            Hole::MeasureUnfed(reading)
        ],
        "what was given up carries nothing"
    );
}

//! Activities over time, and moving them.

use backbone_core::{
    ActivityId, Day, Error, Id, Reason, Workbook,
    activities::{Activity, ActivityLink, ActivityStatus, LinkKind, Milestone},
};
use chrono::NaiveDate;

use crate::support::{context, dump, in_memory};

fn day(text: &str) -> Day {
    Day(NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap())
}

fn add(book: &mut Workbook, name: &str, starts: Option<&str>, ends: Option<&str>) -> ActivityId {
    let activity = Activity {
        name: name.to_owned(),
        description: String::new(),
        strategy_id: None,
        lead_id: None,
        status: ActivityStatus::Active,
        starts: starts.map(day),
        ends: ends.map(day),
        progress: String::new(),
    };
    book.add(activity, &context()).unwrap().value
}

fn milestone(book: &mut Workbook, of: ActivityId, due: &str, done: Option<&str>) {
    let milestone = Milestone {
        activity_id: of,
        name: format!("Due {due}"),
        due: day(due),
        done_on: done.map(day),
    };
    let _ = book.add(milestone, &context()).unwrap();
}

#[test]
fn activities_stand_in_the_order_they_begin_and_the_range_holds_milestones_too() {
    let mut book = in_memory();
    let undated = add(&mut book, "A", None, None);
    let late = add(&mut book, "B", Some("2026-05-01"), Some("2026-09-30"));
    let early = add(&mut book, "C", Some("2026-01-01"), Some("2026-05-01"));
    let ending = add(&mut book, "D", None, Some("2026-02-01"));
    milestone(&mut book, late, "2026-12-01", None);
    milestone(&mut book, late, "2026-06-01", None);
    for kind in [LinkKind::Before, LinkKind::Feeds] {
        let link = ActivityLink {
            from_id: early,
            to_id: late,
            kind,
            note: String::new(),
        };
        let _ = book.add_activity_link(link, &context()).unwrap();
    }

    let facts = book.timeline_facts().unwrap();
    let order: Vec<ActivityId> = facts.activities.iter().map(|one| one.activity.id).collect();
    assert_eq!(order, [early, ending, late, undated]);
    let due: Vec<Day> = facts.activities[2]
        .milestones
        .iter()
        .map(|milestone| milestone.due)
        .collect();
    assert_eq!(due, [day("2026-06-01"), day("2026-12-01")]);
    assert_eq!(
        facts.range,
        Some((day("2026-01-01").0, day("2026-12-01").0))
    );
    // It begins on the last day of what it waits for; what is only fed may begin at any time.
    let early_kinds: Vec<LinkKind> = facts
        .links
        .iter()
        .filter(|(_, is_early)| *is_early)
        .map(|(link, _)| link.kind)
        .collect();
    assert_eq!(early_kinds, [LinkKind::Before]);
    assert_eq!(in_memory().timeline_facts().unwrap().range, None);
}

#[test]
fn milestones_that_are_not_reached_move_with_the_whole_activity_and_back_in_one_step() {
    let mut book = in_memory();
    let id = add(&mut book, "A", Some("2026-01-01"), Some("2026-03-01"));
    milestone(&mut book, id, "2026-01-15", Some("2026-01-15"));
    milestone(&mut book, id, "2026-02-15", None);
    let before = dump(&book);
    let move_to = |book: &mut Workbook, starts, ends| {
        let _ = book
            .reschedule_activity(id, Some(day(starts)), Some(day(ends)), &context())
            .unwrap();
        let facts = book.timeline_facts().unwrap();
        let due = facts.activities[0].milestones.iter();
        due.map(|milestone| milestone.due).collect::<Vec<Day>>()
    };
    let due = move_to(&mut book, "2026-01-11", "2026-03-11");
    assert_eq!(due, [day("2026-01-15"), day("2026-02-25")]);
    assert!(book.undo(&context()).unwrap().is_some());
    assert_eq!(dump(&book), before);
    let due = move_to(&mut book, "2026-01-01", "2026-03-11");
    assert_eq!(due, [day("2026-01-15"), day("2026-02-15")], "one end alone");
}

#[test]
fn an_activity_cannot_be_moved_to_end_before_it_begins() {
    let mut book = in_memory();
    let id = add(&mut book, "A", Some("2026-01-01"), Some("2026-03-01"));
    let before = dump(&book);
    let refused = book
        .reschedule_activity(
            id,
            Some(day("2026-03-02")),
            Some(day("2026-03-01")),
            &context(),
        )
        .unwrap_err();
    assert!(matches!(
        refused,
        Error::Invalid {
            field: "ends",
            reason: Reason::BeforeStart
        }
    ));
    let gone = ActivityId::new(1);
    assert!(matches!(
        book.reschedule_activity(gone, None, None, &context()),
        Err(Error::NotFound)
    ));
    assert_eq!(dump(&book), before);
}

//! What activities are made of: milestones, what waits for what, resources, risks, the log.

use backbone_core::{
    ActivityId, ActivityLinkId, Day, Done, Error, PartnerId, Reason, Result, Workbook,
    activities::{
        Activity, ActivityLink, ActivityResource, ActivityStatus, ActivityUpdate, ActivityWarning,
        Course, Heard, LinkKind, Milestone, ResourceKind, Risk, RiskLevel, worth,
    },
    partners::Partner,
};
use chrono::NaiveDate;

use crate::support::{context, dump, in_memory, today};

fn day(text: &str) -> Day {
    Day(NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap())
}

fn activity(name: &str, starts: &str, ends: &str) -> Activity {
    let optional = |text: &str| (!text.is_empty()).then(|| day(text));
    Activity {
        name: name.to_owned(),
        description: String::new(),
        strategy_id: None,
        lead_id: None,
        status: ActivityStatus::Active,
        starts: optional(starts),
        ends: optional(ends),
        progress: String::new(),
    }
}

fn add(book: &mut Workbook, name: &str, starts: &str, ends: &str) -> ActivityId {
    let record = activity(name, starts, ends);
    book.add_activity(record, &[], &[], &context())
        .unwrap()
        .value
}

fn partner(book: &mut Workbook) -> PartnerId {
    book.add(Partner::named("The Hill Church"), &context())
        .unwrap()
        .value
}

fn milestone(activity_id: ActivityId, name: &str, due: &str) -> Milestone {
    Milestone {
        activity_id,
        name: name.to_owned(),
        due: day(due),
        done_on: None,
    }
}

fn risk(activity_id: ActivityId, likelihood: u8, effect: u8) -> Risk {
    Risk {
        activity_id: Some(activity_id),
        title: "Too few tutors".to_owned(),
        likelihood,
        effect,
        owner: "Dana".to_owned(),
        response: "Ask the congregations.".to_owned(),
        raised_on: day("2026-09-01"),
        closed_on: None,
    }
}

fn update(activity_id: ActivityId, date: &str, course: Course) -> ActivityUpdate {
    ActivityUpdate {
        activity_id,
        date: day(date),
        author: "Dana".to_owned(),
        course,
        text: "Nine tutors came.".to_owned(),
    }
}

fn link(
    book: &mut Workbook,
    from_id: ActivityId,
    to_id: ActivityId,
    kind: LinkKind,
) -> Result<Done<ActivityLinkId>> {
    let link = ActivityLink {
        from_id,
        to_id,
        kind,
        note: String::new(),
    };
    book.add_activity_link(link, &context())
}

fn is_invalid<T: std::fmt::Debug>(found: Result<T>, at: &str, wanted: Reason) {
    let error = found.unwrap_err();
    assert!(
        matches!(error, Error::Invalid { field, reason } if field == at && reason == wanted),
        "{error} instead of {wanted} at {at}"
    );
}

#[test]
fn activities_that_would_wait_for_each_other_are_refused_by_name() {
    let mut book = in_memory();
    let train = add(&mut book, "Train", "", "");
    let match_up = add(&mut book, "Match", "", "");
    let tutor = add(&mut book, "Tutor", "", "");
    let _ = link(&mut book, train, match_up, LinkKind::Before).unwrap();
    let second = link(&mut book, match_up, tutor, LinkKind::Before).unwrap();
    let before = dump(&book);

    let error = link(&mut book, tutor, train, LinkKind::Before).unwrap_err();

    let Error::Circle(names) = &error else {
        panic!("{error} instead of a circle");
    };
    assert_eq!(names, &["Train", "Match", "Tutor", "Train"]);
    assert_eq!(
        error.to_string(),
        "these would wait for each other: Train → Match → Tutor → Train"
    );
    assert_eq!(dump(&book), before, "what is refused leaves nothing");

    let turned = ActivityLink {
        from_id: match_up,
        to_id: train,
        kind: LinkKind::Before,
        note: String::new(),
    };
    let error = book
        .change_activity_link(second.value, turned, &context())
        .unwrap_err();
    assert!(
        matches!(&error, Error::Circle(names) if names == &["Train", "Match", "Train"]),
        "a change that closes a circle is refused as well: {error}"
    );
    let _ = link(&mut book, tutor, train, LinkKind::Feeds)
        .expect("activities may feed each other, for nothing waits");
}

#[test]
fn a_tie_can_be_turned_around_where_it_closes_no_circle() {
    let mut book = in_memory();
    let train = add(&mut book, "Train", "", "");
    let tutor = add(&mut book, "Tutor", "", "");
    let id = link(&mut book, train, tutor, LinkKind::Before)
        .unwrap()
        .value;
    let turned = ActivityLink {
        from_id: tutor,
        to_id: train,
        kind: LinkKind::Before,
        note: "Tutors are trained by tutors.".to_owned(),
    };

    let _ = book
        .change_activity_link(id, turned.clone(), &context())
        .unwrap();

    assert_eq!(book.get::<ActivityLink>(id).unwrap(), turned);
}

#[test]
fn a_tie_to_itself_or_one_that_is_there_is_refused_at_the_other_activity() {
    let mut book = in_memory();
    let train = add(&mut book, "Train", "", "");
    let tutor = add(&mut book, "Tutor", "", "");
    let _ = link(&mut book, train, tutor, LinkKind::Before).unwrap();

    let itself = link(&mut book, train, train, LinkKind::Feeds);
    is_invalid(itself, "to_id", Reason::Circular);
    let again = link(&mut book, train, tutor, LinkKind::Before);
    is_invalid(again, "to_id", Reason::Taken);
    let _ =
        link(&mut book, train, tutor, LinkKind::Feeds).expect("what comes first may feed as well");
}

#[test]
fn what_ends_before_it_begins_is_refused_at_its_field() {
    let mut book = in_memory();
    let refused = book.add_activity(
        activity("Tutor", "2026-09-01", "2026-08-31"),
        &[],
        &[],
        &context(),
    );
    is_invalid(refused, "ends", Reason::BeforeStart);

    let id = add(&mut book, "Tutor", "2026-09-01", "2027-06-01");
    let over = Risk {
        closed_on: Some(day("2026-08-31")),
        ..risk(id, 3, 3)
    };
    is_invalid(book.add(over, &context()), "closed_on", Reason::BeforeStart);
    let id = book.add(risk(id, 3, 3), &context()).unwrap().value;
    let early = book.close_risk(id, Some(day("2026-08-31")), &context());
    is_invalid(early, "closed_on", Reason::BeforeStart);
    let ahead = book.close_risk(id, Some(day("2026-11-25")), &context());
    is_invalid(ahead, "closed_on", Reason::NotYet);
}

#[test]
fn what_cannot_be_kept_is_refused_at_its_field() {
    let mut book = in_memory();
    let id = add(&mut book, "Tutor", "", "");
    let at = context();

    is_invalid(
        book.add(milestone(id, " ", "2026-12-01"), &at),
        "name",
        Reason::Empty,
    );
    is_invalid(
        book.add(risk(id, 0, 3), &at),
        "likelihood",
        Reason::OutOfRange,
    );
    is_invalid(book.add(risk(id, 3, 6), &at), "effect", Reason::OutOfRange);
    let silent = ActivityUpdate {
        text: String::new(),
        ..update(id, "2026-11-01", Course::AtRisk)
    };
    is_invalid(book.add(silent, &at), "text", Reason::Empty);
    let below = ActivityResource {
        activity_id: id,
        partner_id: None,
        kind: ResourceKind::Money,
        description: "Books".to_owned(),
        amount: Some(-1),
        is_secured: false,
    };
    is_invalid(book.add(below, &at), "amount", Reason::OutOfRange);
    let reached = book
        .add(milestone(id, "First ten", "2026-12-01"), &at)
        .unwrap();
    let ahead = book.reach_milestone(reached.value, Some(day("2026-11-25")), &at);
    is_invalid(ahead, "done_on", Reason::NotYet);
}

#[test]
fn an_activity_goes_with_all_that_belongs_to_it_and_comes_back_in_one_step() {
    let mut book = in_memory();
    let at = context();
    let train = add(&mut book, "Train", "", "");
    let tutor = add(&mut book, "Tutor", "", "");
    let church = partner(&mut book);
    let _ = book
        .add(milestone(tutor, "First ten", "2026-12-01"), &at)
        .unwrap();
    let _ = book
        .add(update(tutor, "2026-11-01", Course::OnCourse), &at)
        .unwrap();
    let _ = book.add(risk(tutor, 4, 4), &at).unwrap();
    let resource = ActivityResource {
        activity_id: tutor,
        partner_id: Some(church),
        kind: ResourceKind::Space,
        description: "The hall on Tuesdays".to_owned(),
        amount: None,
        is_secured: true,
    };
    let _ = book.add(resource, &at).unwrap();
    let _ = link(&mut book, train, tutor, LinkKind::Before).unwrap();
    let _ = link(&mut book, tutor, train, LinkKind::Feeds).unwrap();
    let whole = dump(&book);

    let _ = book.remove::<Activity>(tutor, &at).unwrap();

    let left = dump(&book);
    for table in [
        "milestones",
        "activity_updates",
        "risks",
        "activity_resources",
        "activity_links",
    ] {
        assert!(
            left[table].is_empty(),
            "{table} keeps nothing of what is gone"
        );
        assert!(!whole[table].is_empty(), "{table} held something before");
    }
    let _ = book.undo(&at).unwrap();
    assert_eq!(dump(&book), whole, "one undo brings all of it back");
}

#[test]
fn a_partner_that_goes_leaves_what_it_gave_without_a_giver() {
    let mut book = in_memory();
    let tutor = add(&mut book, "Tutor", "", "");
    let church = partner(&mut book);
    let resource = ActivityResource {
        activity_id: tutor,
        partner_id: Some(church),
        kind: ResourceKind::Money,
        description: "Bus fares".to_owned(),
        amount: Some(120_000),
        is_secured: true,
    };
    let _ = book.add(resource, &context()).unwrap();

    let _ = book.remove::<Partner>(church, &context()).unwrap();

    let parts = book.activity_parts(tutor).unwrap();
    let records = parts.resources.iter().map(|entry| &entry.record);
    let found = worth(records);
    assert_eq!((found.needed, found.secured), (120_000, 120_000));
    assert!(
        parts
            .resources
            .iter()
            .all(|entry| entry.record.partner_id.is_none())
    );
}

#[test]
fn how_an_activity_stands_is_read_from_its_parts() {
    let mut book = in_memory();
    let at = context();
    let train = add(&mut book, "Train", "2026-06-01", "2026-09-15");
    let tutor = add(&mut book, "Tutor", "2026-09-15", "2026-11-20");
    let _ = link(&mut book, train, tutor, LinkKind::Before).unwrap();
    let first = book
        .add(milestone(tutor, "First ten", "2026-10-01"), &at)
        .unwrap()
        .value;
    let _ = book
        .add(milestone(tutor, "Twenty", "2026-11-01"), &at)
        .unwrap();
    let _ = book
        .add(milestone(tutor, "Summer", "2027-06-01"), &at)
        .unwrap();
    let _ = book
        .reach_milestone(first, Some(day("2026-10-03")), &at)
        .unwrap();
    let _ = book
        .add(update(tutor, "2026-10-01", Course::OnCourse), &at)
        .unwrap();
    let _ = book
        .add(update(tutor, "2026-10-02", Course::AtRisk), &at)
        .unwrap();
    let _ = book.add(risk(tutor, 2, 2), &at).unwrap();
    let heavy = book.add(risk(tutor, 3, 4), &at).unwrap().value;

    let standing = book
        .activity_standings(today())
        .unwrap()
        .remove(&tutor)
        .unwrap();
    let parts = book.activity_parts(tutor).unwrap();
    let alone = book.activity_standing(tutor, &parts, today()).unwrap();
    assert_eq!(alone, standing, "one is worked out as all are");

    assert_eq!(standing.latest, Some((day("2026-10-02"), Course::AtRisk)));
    assert_eq!(standing.heard, Heard::LongAgo { days: 53 });
    assert_eq!((standing.milestones, standing.milestones_done), (3, 1));
    assert_eq!(standing.next_milestone.unwrap().name, "Twenty");
    assert_eq!(
        (standing.open_risks, standing.worst_risk),
        (2, Some(RiskLevel::High))
    );
    assert_eq!(
        standing.warnings,
        [
            ActivityWarning::NotEnded,
            ActivityWarning::LateMilestones(1),
            ActivityWarning::MilestonesAfterEnd(1),
            ActivityWarning::BeginsTooEarly(1),
        ],
        "it begins on the last day of what it waits for"
    );

    let _ = book
        .close_risk(heavy, Some(day("2026-11-24")), &at)
        .unwrap();
    let mut record = book.get::<Activity>(tutor).unwrap();
    record.starts = Some(day("2026-09-16"));
    record.ends = Some(day("2027-06-30"));
    let _ = book
        .change_activity(tutor, record.clone(), &[], &[], None, &at)
        .unwrap();
    let standing = book
        .activity_standings(today())
        .unwrap()
        .remove(&tutor)
        .unwrap();
    assert_eq!(
        (standing.open_risks, standing.worst_risk),
        (1, Some(RiskLevel::Low))
    );
    assert_eq!(standing.warnings, [ActivityWarning::LateMilestones(1)]);

    record.status = ActivityStatus::Stopped;
    let _ = book
        .change_activity(tutor, record, &[], &[], None, &at)
        .unwrap();
    let standing = book
        .activity_standings(today())
        .unwrap()
        .remove(&tutor)
        .unwrap();
    assert_eq!(standing.heard, Heard::NotAwaited);
    assert!(
        standing.warnings.is_empty(),
        "nobody waits for what was given up"
    );
}

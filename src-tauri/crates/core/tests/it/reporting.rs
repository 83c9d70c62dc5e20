//! What Overview and board report read.

use backbone_core::{
    Day, Workbook,
    activities::{Activity, ActivityStatus},
    agenda::{Agenda, Strategy, WantedResult},
    communication::{ActionItem, Decision, DecisionStatus, Meeting, MeetingKind, MeetingStatus},
    measurement::{Measure, NewReading, Place, SeriesKey},
    partners::Partner,
    reporting::{Check, Signal},
};
use backbone_statistics::path::Position;
use chrono::{Days, NaiveDate};

use crate::support::{context, decimal, figure, in_memory, measure, period, record, today};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn of(signals: &[Signal], check: Check) -> &Signal {
    signals.iter().find(|signal| signal.check == check).unwrap()
}

/// Kindergarten readiness as in the worked example: short by a little.
fn readiness(book: &mut Workbook) {
    let result = WantedResult {
        name: "Ready".to_owned(),
        population: String::new(),
        position: 1,
    };
    let result = book.add(result, &context()).unwrap().value;
    let id = measure(book, "KR", &[("SY2015-16", "44.1"), ("SY2024-25", "53.2")]);
    let mut record = book.get::<Measure>(id).unwrap();
    (record.is_headline, record.result_id) = (true, Some(result));
    let _ = book.change(id, record, &context()).unwrap();
    let _ = book
        .set_baseline(id, Some((period("SY2015-16"), figure("44.1"))), &context())
        .unwrap();
    let _ = book
        .set_targets(id, &[(period("SY2027-28"), figure("60.0"))], &context())
        .unwrap();
}

#[test]
fn an_empty_initiative_has_every_check_once_and_meets_only_what_it_cannot_miss() {
    let book = in_memory();
    let signals = book.signals(today()).unwrap();
    let checks: Vec<Check> = signals.iter().map(|signal| signal.check).collect();
    assert_eq!(checks, Check::ALL);
    let met: Vec<Check> = signals
        .iter()
        .filter(|signal| signal.is_met)
        .map(|signal| signal.check)
        .collect();
    assert_eq!(met, [Check::ActionsOnTime, Check::DecisionsScheduled]);
    let overview = book.overview(today()).unwrap();
    assert!(overview.results.is_empty() && overview.due.is_empty());
    assert_eq!((overview.measure_count, overview.partner_count), (0, 0));
}

#[test]
fn every_check_turns_when_its_condition_is_met() {
    let mut book = in_memory();
    readiness(&mut book);
    let at = context();
    let mut initiative = book.initiative().unwrap();
    initiative.backbone_organization = "Queen City Partnership".to_owned();
    let _ = book.change_initiative(initiative, &at).unwrap();
    let _ = book
        .write_agenda(
            Agenda {
                vision: "v".to_owned(),
                problem: "p".to_owned(),
                population: "p".to_owned(),
                ..Agenda::unwritten()
            },
            &at,
        )
        .unwrap();
    let _ = book.adopt_agenda(Day(day("2026-03-11")), &at).unwrap();
    let entry = book.measure_by_code("KR").unwrap();
    let mut kindergarten = entry.record;
    (kindergarten.source, kindergarten.steward) = ("District".to_owned(), "Ana".to_owned());
    let _ = book.change(entry.id, kindergarten, &at).unwrap();
    record(&mut book, entry.id, "SY2025-26", "54.0");
    let result_id = book.list::<WantedResult>().unwrap()[0].id;
    let strategy = Strategy {
        result_id,
        name: "Coaching".to_owned(),
        description: String::new(),
        position: 1,
    };
    let strategy_id = book.add(strategy, &at).unwrap().value;
    let partner = Partner::named("Mill Creek");
    let partner = book.add(partner, &at).unwrap().value;
    let activity = Activity {
        name: "Coached centers".to_owned(),
        description: String::new(),
        strategy_id: Some(strategy_id),
        lead_id: Some(partner),
        status: ActivityStatus::Active,
        starts: None,
        ends: None,
        progress: String::new(),
    };
    let _ = book
        .add_activity(activity, &[partner], &[entry.id], &at)
        .unwrap();
    let board = Meeting {
        title: "Board".to_owned(),
        kind: MeetingKind::Board,
        date: Day(day("2026-12-08")),
        time: None,
        place: String::new(),
        agenda: String::new(),
        minutes: String::new(),
        status: MeetingStatus::Planned,
        working_group_id: None,
    };
    let held = Meeting {
        date: Day(day("2026-10-01")),
        kind: MeetingKind::WorkingGroup,
        status: MeetingStatus::Held,
        ..board.clone()
    };
    let board_id = book.add(board, &at).unwrap().value;
    let _ = book.add(held, &at).unwrap();
    let decision = Decision {
        meeting_id: Some(board_id),
        number: String::new(),
        text: "Name a lead".to_owned(),
        status: DecisionStatus::Waiting,
        date: None,
    };
    let _ = book.add_decision(decision.clone(), &at).unwrap();

    for signal in book.signals(today()).unwrap() {
        assert!(signal.is_met, "{signal:?}");
    }
    let facts = &book.partner_facts().unwrap()[0];
    assert_eq!(
        facts.activities.len(),
        1,
        "a lead that also takes part is named once"
    );

    let late = ActionItem {
        meeting_id: None,
        title: "Confirm bus passes".to_owned(),
        owner: String::new(),
        due: Some(Day(day("2026-11-15"))),
        done_on: None,
    };
    let _ = book.add(late, &at).unwrap();
    let _ = book
        .add_decision(
            Decision {
                meeting_id: None,
                ..decision
            },
            &at,
        )
        .unwrap();
    let signals = book.signals(today()).unwrap();
    let actions = of(&signals, Check::ActionsOnTime);
    assert!(!actions.is_met);
    assert_eq!(actions.evidence.date, Some(day("2026-11-15")));
    assert_eq!(actions.evidence.names, ["Confirm bus passes"]);
    assert_eq!(of(&signals, Check::DecisionsScheduled).evidence.met, 1);
    let long_after = today().checked_add_days(Days::new(90)).unwrap();
    let signals = book.signals(long_after).unwrap();
    assert!(
        !of(&signals, Check::MetLately).is_met,
        "silence of more than 60 days"
    );
    assert!(
        !of(&signals, Check::BoardPlanned).is_met,
        "the planned meeting lies behind"
    );
}

#[test]
fn the_overview_shows_the_worked_example_and_what_is_due() {
    let mut book = in_memory();
    readiness(&mut book);
    let overview = book.overview(day("2025-11-13")).unwrap();
    let summary = &overview.results[0].measures[0];
    let path = &summary.assessment.path;
    assert_eq!(path.position, Position::Watch);
    assert!((path.shortfall.unwrap() - 2.825).abs() < 1e-9);
    assert_eq!(
        overview.results[0].result.as_ref().unwrap().record.name,
        "Ready"
    );
    assert!(overview.due.is_empty());

    let later = book.overview(day("2027-11-13")).unwrap();
    assert_eq!(
        later.results[0].measures[0].assessment.path.position,
        Position::NoData
    );
    assert_eq!(later.due[0].last, Some(period("SY2024-25")));
}

#[test]
fn a_board_report_speaks_of_its_day() {
    let mut book = in_memory();
    readiness(&mut book);
    let id = book.measure_by_code("KR").unwrap().id;
    let state = book
        .add(
            Place {
                name: "Ohio".to_owned(),
                is_benchmark: true,
                parent_id: None,
            },
            &context(),
        )
        .unwrap();
    let key = SeriesKey {
        place: Some(state.value),
        ..SeriesKey::everyone(id)
    };
    let ohio = NewReading::typed(key, period("SY2024-25"), decimal("35.4"));
    let _ = book.record_reading(ohio, &context()).unwrap();
    let breakdown = book.add_breakdown(
        "Race",
        &["Black".to_owned(), "White".to_owned()],
        &context(),
    );
    assert!(breakdown.is_ok());
    let done_later = ActionItem {
        meeting_id: None,
        title: "Send list".to_owned(),
        owner: String::new(),
        due: Some(Day(day("2025-11-01"))),
        done_on: Some(Day(day("2025-11-20"))),
    };
    let _ = book.add(done_later, &context()).unwrap();

    let facts = book.board_facts(day("2025-11-13")).unwrap();
    let page = &facts.results[0].measures[0];
    assert_eq!(page.summary.readings.len(), 2);
    assert_eq!(page.places[0].readings.len(), 1);
    assert!(page.places[0].place.record.is_benchmark && page.groups.is_empty());
    assert_eq!(page.sources.len(), 1);
    assert_eq!(
        page.sources[0].readings, 3,
        "the comparison's readings have a source too"
    );
    assert_eq!(
        facts.action_items[0].days_late,
        Some(12),
        "it was open on that day"
    );

    let before = book.board_facts(day("2020-01-01")).unwrap();
    assert_eq!(before.results[0].measures[0].summary.readings.len(), 1);
    assert!(before.results[0].measures[0].places.is_empty());
}

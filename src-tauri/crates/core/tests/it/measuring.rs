//! Definitions that change, calculated measures, stories, closed periods, requests, and
//! what stands aside from undo.

use backbone_core::{
    Day, Error, PartnerId, Reason,
    measurement::{
        Calculation, DataRequest, DefinitionChange, DefinitionChangeKind, ImportMapping, Measure,
        NewReading, PartRole, RequestStanding, SeriesKey, Wanted,
    },
    partners::Partner,
    reporting::{Audience, AudienceRule, Disclosure},
};

use crate::support::{context, decimal, in_memory, measure, period, today};

#[test]
fn a_changed_definition_stays_readable_in_the_ledger() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let mut definition: Measure = book.get(id).unwrap();
    definition.definition = "Scores 270 or above.".to_owned();
    let _ = book
        .change_measure(id, definition.clone(), &context())
        .unwrap();
    assert!(
        book.definition_ledger(id).unwrap().is_empty(),
        "a first definition changes nothing"
    );
    definition.definition = "Scores 275 or above.".to_owned();
    let _ = book.change_measure(id, definition, &context()).unwrap();
    let ledger = book.definition_ledger(id).unwrap();
    assert_eq!(ledger.len(), 1);
    assert_eq!(ledger[0].record.before, "Scores 270 or above.");
    assert_eq!(ledger[0].record.kind, DefinitionChangeKind::Wording);
    book.undo(&context()).unwrap();
    assert!(
        book.definition_ledger(id).unwrap().is_empty(),
        "definition and ledger are taken back as one step"
    );
}

#[test]
fn a_series_break_needs_the_period_it_begins_in() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let mut entry = DefinitionChange {
        measure_id: id,
        changed_on: Day(today()),
        period: None,
        kind: DefinitionChangeKind::SeriesBreak,
        title: "Another test".to_owned(),
        before: String::new(),
        after: String::new(),
    };
    assert!(matches!(
        book.add(entry.clone(), &context()),
        Err(Error::Invalid {
            field: "period",
            ..
        })
    ));
    entry.period = Some(period("2014"));
    assert!(book.add(entry, &context()).is_ok());
}

#[test]
fn a_measure_is_never_part_of_itself() {
    let mut book = in_memory();
    let [a, b, c] = ["A", "B", "C"].map(|code| measure(&mut book, code, &[]));
    let plus = |part| [(part, PartRole::Plus)];
    let set = |book: &mut backbone_core::Workbook, of, part| {
        book.set_calculation(of, Calculation::Sum, &plus(part), &context())
            .map(drop)
    };
    set(&mut book, a, b).unwrap();
    set(&mut book, b, c).unwrap();
    for (of, part) in [(c, a), (c, b), (a, a)] {
        assert!(
            matches!(
                set(&mut book, of, part),
                Err(Error::Invalid {
                    reason: Reason::Circular,
                    ..
                })
            ),
            "a ring of measures has no value"
        );
    }
    assert!(matches!(
        book.set_calculation(c, Calculation::Ratio, &plus(c), &context()),
        Err(Error::Invalid {
            reason: Reason::Incomplete,
            ..
        })
    ));
    book.undo(&context()).unwrap();
    assert!(book.parts_of(b).unwrap().is_empty());
    assert_eq!(
        book.get::<Measure>(b).unwrap().calculation,
        Calculation::Entered
    );
}

#[test]
fn figures_of_a_closed_period_change_only_with_a_reason() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[("2024-Q3", "50")]);
    let _ = book.close_period(period("2024"), &context()).unwrap();
    let series = SeriesKey::everyone(id);
    let new = |at: &str| NewReading::typed(series, period(at), decimal("51"));
    let refused = book.record_reading(new("2024-Q3"), &context());
    assert!(
        matches!(refused, Err(Error::PeriodClosed(closed)) if closed == period("2024-Q3")),
        "a quarter is closed with its year"
    );
    assert!(matches!(
        book.enter_readings(id, vec![], &[(series, period("2024-Q3"))], &context()),
        Err(Error::PeriodClosed(_))
    ));
    assert!(book.record_reading(new("2025-Q1"), &context()).is_ok());
    let mut reasoned = context();
    reasoned.reason = Some("The district corrected it.".to_owned());
    let changed = book.record_reading(new("2024-Q3"), &reasoned).unwrap();
    let history = book
        .history_of_reading(changed.value, period("2024-Q3"))
        .unwrap();
    assert_eq!(
        history[0].entry.reason.as_deref(),
        Some("The district corrected it."),
        "the reason stands with the change"
    );
}

#[test]
fn the_story_of_a_period_is_written_changed_and_removed() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    for text in ["First.", "Second.", ""] {
        let _ = book
            .write_story_of(id, period("2024"), text, &context())
            .unwrap();
        let stories = book.stories(id).unwrap();
        assert_eq!(
            stories.first().map_or("", |story| story.text.as_str()),
            text
        );
    }
}

fn partner(book: &mut backbone_core::Workbook) -> PartnerId {
    let partner = Partner::named("Library");
    book.add(partner, &context()).unwrap().value
}

#[test]
fn a_data_request_tells_where_it_stands() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let partner_id = partner(&mut book);
    let day = |text: &str| Some(Day(text.parse().unwrap()));
    let mut request = DataRequest {
        partner_id,
        title: "Third quarter".to_owned(),
        due: Day(today()),
        sent_on: None,
        received_on: None,
        accepted_on: None,
        withdrawn_on: None,
        token: "t".to_owned(),
        version: 1,
        note: String::new(),
    };
    let wanted = [Wanted {
        measure: id,
        place: None,
        group: None,
        period: period("2024"),
    }];
    let added = book
        .add_data_request(request.clone(), &wanted, &context())
        .unwrap();
    assert_eq!(book.requested_cells(added.value).unwrap().len(), 1);
    let next = today().succ_opt().unwrap();
    assert_eq!(request.standing(today()), RequestStanding::Draft);
    request.sent_on = day("2026-11-01");
    assert_eq!(request.standing(today()), RequestStanding::Due);
    assert_eq!(request.standing(next), RequestStanding::Late);
    request.received_on = day("2026-11-20");
    assert_eq!(request.standing(next), RequestStanding::Received);
    assert!(!request.is_late(next), "it came in time");
    request.accepted_on = day("2026-11-21");
    assert_eq!(request.standing(next), RequestStanding::Accepted);
    request.withdrawn_on = day("2026-11-22");
    assert_eq!(request.standing(next), RequestStanding::Withdrawn);
}

#[test]
fn what_stands_aside_neither_is_undone_nor_ends_redo() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let _ = book.write_story(id, "A story.", &context()).unwrap();
    book.undo(&context()).unwrap();
    let entry = Disclosure {
        at_ms: 1,
        author: "Dana".to_owned(),
        audience: Audience::Public,
        what: "Board report".to_owned(),
        shown: 10,
        hidden: 2,
        detail: String::new(),
    };
    let _ = book.log_disclosure(entry.clone(), &context()).unwrap();
    let mapping = ImportMapping {
        name: "District".to_owned(),
        heads: "Year\tValue".to_owned(),
        choices: "{}".to_owned(),
        used_ms: 1,
    };
    let _ = book.remember_mapping(mapping.clone(), &context()).unwrap();
    let _ = book
        .remember_mapping(
            ImportMapping {
                used_ms: 2,
                ..mapping
            },
            &context(),
        )
        .unwrap();
    let remembered = book.list::<ImportMapping>().unwrap();
    assert_eq!(
        remembered
            .iter()
            .map(|one| one.record.used_ms)
            .collect::<Vec<_>>(),
        [2],
        "a name has one mapping"
    );
    let state = book.undo_state().unwrap();
    assert_eq!(state.redo.unwrap().op, "write_story");
    assert_ne!(state.undo.unwrap().op, "remember_mapping");
    assert_eq!(book.list::<Disclosure>().unwrap()[0].record, entry);
}

#[test]
fn an_audience_without_a_rule_of_its_own_has_the_usual_one() {
    let mut book = in_memory();
    let floor = |book: &backbone_core::Workbook, audience| {
        book.audience_rule(audience).unwrap().denominator_floor
    };
    assert_eq!(floor(&book, Audience::Internal), None);
    assert_eq!(floor(&book, Audience::Public), Some(10));
    let rule = AudienceRule {
        denominator_floor: Some(20),
        ..AudienceRule::usual(Audience::Public)
    };
    let _ = book.set_audience_rule(&rule, &context()).unwrap();
    let _ = book.set_audience_rule(&rule, &context()).unwrap();
    assert_eq!(floor(&book, Audience::Public), Some(20));
    book.undo(&context()).unwrap();
    book.undo(&context()).unwrap();
    assert_eq!(floor(&book, Audience::Public), Some(10));
}

//! Undo and redo: every operation can be taken back, exactly.

use backbone_core::{
    Context, Day, Done, Result, Workbook,
    activities::{Activity, ActivityStatus},
    agenda::{Agenda, AgendaPart, Endorsement, Signature, Strategy, WantedResult},
    communication::{ActionItem, Decision, DecisionStatus, Meeting, MeetingKind, MeetingStatus},
    measurement::{
        Annotation, Breakdown, BulkReading, DataRequest, Group, Keep, Measure, NewImport,
        NewReading, Place, ReadingState, RequestMark, SeriesKey, Wanted,
    },
    partners::{Partner, Person},
};
use proptest::{prelude::*, sample::Index};

use crate::support::{
    NOW, context, decimal, dump, figure, ids, in_memory, measure, on_disk, period, record, today,
};

/// Something a person does; the numbers choose among what is there.
#[derive(Debug, Clone)]
struct Act {
    what: u8,
    one: Index,
    other: Index,
    number: i64,
}

fn acts() -> impl Strategy_<Value = Vec<Act>> {
    let act = (0..48_u8, any::<Index>(), any::<Index>(), -9_999..9_999_i64).prop_map(
        |(what, one, other, number)| Act {
            what,
            one,
            other,
            number,
        },
    );
    prop::collection::vec(act, 1..40)
}

use proptest::strategy::Strategy as Strategy_;

fn pick<T: Copy>(among: &[T], index: &Index) -> Option<T> {
    (!among.is_empty()).then(|| *index.get(among))
}

/// Does one act. None where there is nothing to do it to.
fn act(book: &mut Workbook, act: &Act, at: &Context) -> Option<Result<()>> {
    let done = |done: Result<Done<()>>| Some(done.map(drop));
    let name = format!("{} é 学校 🙂 {}", act.what, act.number);
    let measure = pick(&ids::<Measure>(book), &act.one);
    let result = pick(&ids::<WantedResult>(book), &act.one);
    let strategy = pick(&ids::<Strategy>(book), &act.one);
    let partner = pick(&ids::<Partner>(book), &act.one);
    let other_partner = pick(&ids::<Partner>(book), &act.other);
    let activity = pick(&ids::<Activity>(book), &act.one);
    let place = pick(&ids::<Place>(book), &act.other);
    let group = pick(&ids::<Group>(book), &act.other);
    let meeting = pick(&ids::<Meeting>(book), &act.one);
    let when = period(&format!(
        "SY{}-{:02}",
        2015 + act.number.rem_euclid(5),
        16 + act.number.rem_euclid(5)
    ));
    let value = figure(&format!(
        "{}.{}",
        act.number.rem_euclid(100),
        act.number.rem_euclid(10)
    ));
    let series = measure.map(|measure| SeriesKey {
        measure,
        place: place.filter(|_| act.number % 3 == 0),
        group: group.filter(|_| act.number % 2 == 0),
        provider: partner.filter(|_| act.number % 5 == 0),
    });
    match act.what {
        0 => Some(book.add(Measure::named(&name, &name), at).map(drop)),
        1 => {
            let mut changed = book.get::<Measure>(measure?).ok()?;
            changed.name = name;
            changed.result_id = result;
            changed.natural_limit = Some(value);
            changed.is_headline = !changed.is_headline;
            done(book.change(measure?, changed, at))
        }
        2 => done(book.remove::<Measure>(measure?, at)),
        3 => done(book.write_story(measure?, &name, at)),
        4 => done(book.set_baseline(measure?, (act.number > 0).then_some((when, value)), at)),
        5 => done(book.set_targets(
            measure?,
            &[(when.step(8), value), (when.step(12), value)],
            at,
        )),
        6 => Some(
            book.add(
                Annotation {
                    measure_id: measure?,
                    period: when,
                    title: name,
                    detail: String::new(),
                    resets_limits: false,
                },
                at,
            )
            .map(drop),
        ),
        7..=11 => {
            let reading = NewReading::typed(series?, when, value.0);
            Some(book.record_reading(reading, at).map(drop))
        }
        12 => {
            let mut missing = NewReading::typed(series?, when, value.0);
            (missing.value, missing.state) = (None, ReadingState::Suppressed);
            let typed = NewReading::typed(series?, when.next(), value.0);
            done(book.enter_readings(
                measure?,
                vec![missing, typed],
                &[(series?, when.step(2))],
                at,
            ))
        }
        13 => {
            let gone: Vec<_> = book
                .series_of(measure?)
                .ok()?
                .iter()
                .flat_map(|series| {
                    series
                        .readings
                        .iter()
                        .map(|reading| (reading.series, reading.period))
                })
                .take(3)
                .collect();
            done(book.remove_readings(measure?, &gone, at))
        }
        14..=16 => {
            let new = NewImport {
                file_name: name,
                row_count: 3,
                series: vec![series?, SeriesKey::everyone(measure?)],
                ..NewImport::default()
            };
            let rows = (0..3_i32).map(|row| BulkReading {
                series: u32::from(row % 2 == 0),
                row: row.unsigned_abs(),
                period: when.step(row / 2),
                value: Some(value.0),
                numerator: None,
                denominator: None,
                lower: None,
                upper: None,
                state: ReadingState::Final,
                comment: String::new(),
            });
            Some(book.import_readings(new, rows, at).map(drop))
        }
        17 => Some(
            book.add(
                WantedResult {
                    name,
                    population: String::new(),
                    position: act.number,
                },
                at,
            )
            .map(drop),
        ),
        18 => done(book.remove::<WantedResult>(result?, at)),
        19 => Some(
            book.add(
                Strategy {
                    result_id: result?,
                    name,
                    description: String::new(),
                    position: 1,
                },
                at,
            )
            .map(drop),
        ),
        20 => done(book.remove::<Strategy>(strategy?, at)),
        21 => Some(
            book.add(
                Partner {
                    since: Some(Day(today())),
                    ..Partner::named(&name)
                },
                at,
            )
            .map(drop),
        ),
        22 => done(book.remove::<Partner>(partner?, at)),
        23 => Some(
            book.add(
                Person {
                    partner_id: partner?,
                    name,
                    role: String::new(),
                    email: String::new(),
                    phone: String::new(),
                },
                at,
            )
            .map(drop),
        ),
        24 => Some(
            book.add(
                Place {
                    name,
                    is_benchmark: act.number > 0,
                    parent_id: None,
                },
                at,
            )
            .map(drop),
        ),
        25 => done(book.remove::<Place>(place?, at)),
        26 => Some(
            book.add_breakdown(&name, &["a".to_owned(), "b".to_owned()], at)
                .map(drop),
        ),
        27 => done(book.remove::<Breakdown>(pick(&ids::<Breakdown>(book), &act.one)?, at)),
        28 | 29 => {
            let record = Activity {
                name,
                description: String::new(),
                strategy_id: strategy,
                lead_id: partner,
                status: ActivityStatus::Active,
                starts: None,
                ends: Some(Day(today())),
                progress: String::new(),
            };
            let (partners, measures) = (Vec::from_iter(other_partner), Vec::from_iter(measure));
            match activity {
                Some(id) if act.what == 29 => {
                    done(book.change_activity(id, record, &partners, &measures, None, at))
                }
                _ => Some(
                    book.add_activity(record, &partners, &measures, at)
                        .map(drop),
                ),
            }
        }
        42 => done(book.write_agenda_part(AgendaPart::Vision, name, at)),
        43 => Some(book.start_agenda_draft(at).map(drop)),
        44 => done(book.discard_agenda_draft(at)),
        45 => Some(book.adopt_agenda(Day(today()), at).map(drop)),
        46 => {
            let signature = Signature {
                partner_id: partner?,
                signed_by: name,
            };
            let agenda = pick(&ids::<Agenda>(book), &act.one)?;
            Some(
                book.endorse_agenda(agenda, &[signature], Day(today()), "", at)
                    .map(drop),
            )
        }
        47 => done(book.remove::<Endorsement>(pick(&ids::<Endorsement>(book), &act.one)?, at)),
        34 => {
            let gone = pick(&ids::<Group>(book), &act.one)?;
            let keep = (act.number % 2 == 0).then_some(Keep::Gone);
            done(book.merge_groups(gone, group?, keep, at))
        }
        35 => {
            let home = book.get::<Group>(group?).ok()?.breakdown_id;
            done(book.order_groups(home, &[group?], at))
        }
        36 => {
            let mut changed = book.get::<Place>(place?).ok()?;
            changed.parent_id = pick(&ids::<Place>(book), &act.one);
            done(book.change_place(place?, changed, at))
        }
        30 => Some(
            book.add(
                Meeting {
                    title: name,
                    kind: MeetingKind::Board,
                    date: Day(today()),
                    time: Some("10:00".to_owned()),
                    place: String::new(),
                    agenda: String::new(),
                    minutes: String::new(),
                    status: MeetingStatus::Held,
                    working_group_id: None,
                },
                at,
            )
            .map(drop),
        ),
        31 => Some(
            book.add_decision(
                Decision {
                    meeting_id: meeting,
                    number: String::new(),
                    text: name,
                    status: DecisionStatus::Waiting,
                    date: None,
                },
                at,
            )
            .map(drop),
        ),
        32 => Some(
            book.add(
                ActionItem {
                    meeting_id: meeting,
                    title: name,
                    owner: String::new(),
                    due: None,
                    done_on: None,
                },
                at,
            )
            .map(drop),
        ),
        37..=40 => {
            let wanted = Wanted {
                measure: measure?,
                place: place.filter(|_| act.number % 3 == 0),
                group: group.filter(|_| act.number % 2 == 0),
                period: when,
            };
            let request = pick(&ids::<DataRequest>(book), &act.one);
            match (act.what, request) {
                (38, Some(id)) => {
                    let mut record = book.get::<DataRequest>(id).ok()?;
                    record.note = name;
                    done(book.change_data_request(id, record, &[wanted], at))
                }
                (39, Some(id)) => {
                    let mark = match act.number.rem_euclid(4) {
                        0 => RequestMark::Sent,
                        1 => RequestMark::Accepted,
                        2 => RequestMark::Withdrawn,
                        _ => RequestMark::TakenUp,
                    };
                    done(book.mark_data_requests(&[id], mark, at))
                }
                (40, Some(id)) => done(book.remove::<DataRequest>(id, at)),
                _ => {
                    let record = DataRequest::to(partner?, &name, today());
                    let asked = vec![(record, vec![wanted])];
                    Some(book.add_data_requests(asked, at).map(drop))
                }
            }
        }
        _ => {
            let mut initiative = book.initiative().ok()?;
            initiative.name = name;
            done(book.change_initiative(initiative, at))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_restores_the_exact_content_and_redo_brings_it_back(acts in acts()) {
        let mut book = in_memory();
        let mut contents = vec![dump(&book)];
        for (step, what) in (1..).zip(&acts) {
            let at = Context { now_ms: NOW + step, ..context() };
            match act(&mut book, what, &at) {
                None => continue,
                Some(Err(_)) => {
                    let same = contents.last() == Some(&dump(&book));
                    prop_assert!(same, "a refused {:?} changes nothing", what);
                }
                Some(Ok(())) => contents.push(dump(&book)),
            }
            // Now and then someone changes their mind, in the middle of it all.
            if what.number % 7 == 0 && contents.len() > 1 {
                let _ = book.undo(&at).unwrap();
                contents.pop();
                prop_assert!(contents.last() == Some(&dump(&book)), "after undoing {:?}", what);
            }
        }
        for content in contents.iter().rev().skip(1) {
            prop_assert!(book.undo(&context()).unwrap().is_some(), "every step can be undone");
            prop_assert!(content == &dump(&book), "exactly");
        }
        prop_assert!(book.undo(&context()).unwrap().is_none(), "the creation stays");
        for content in contents.iter().skip(1) {
            prop_assert!(book.redo(&context()).unwrap().is_some(), "every step can be redone");
            prop_assert!(content == &dump(&book), "exactly");
        }
    }
}

#[test]
fn the_next_step_is_named_and_survives_closing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.backbone");
    let mut book = on_disk(&path);
    assert_eq!(
        book.undo_state().unwrap().undo,
        None,
        "there is nothing before the beginning"
    );
    measure(&mut book, "KR", &[("SY2024-25", "53.2")]);
    book.close().unwrap();

    let mut book = Workbook::open(&path, "Marcus").unwrap();
    let next = book.undo_state().unwrap().undo.unwrap();
    assert_eq!(
        (next.op.as_str(), next.detail.as_str()),
        ("record_reading", "KR")
    );
    let undone = book.undo(&context()).unwrap().unwrap();
    assert_eq!(undone.value, next);
    assert!(
        undone.topics.contains(&backbone_core::Topic::Readings),
        "screens read again"
    );
    assert_eq!(book.undo_state().unwrap().redo, Some(next));
    book.close().unwrap();

    let mut book = Workbook::open(&path, "Dana").unwrap();
    assert!(
        book.redo(&context()).unwrap().is_some(),
        "redo survives closing too"
    );
    assert!(book.undo(&context()).unwrap().is_some());
    measure(&mut book, "new", &[]);
    assert_eq!(
        book.undo_state().unwrap().redo,
        None,
        "a new step ends what could be redone"
    );
}

#[test]
fn the_history_says_who_when_what_before_and_after() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[("SY2024-25", "53.2")]);
    let marcus = Context {
        author: "Marcus".to_owned(),
        reason: None,
        now_ms: NOW + 60_000,
        ..context()
    };
    let corrected = NewReading::typed(
        SeriesKey::everyone(id),
        period("SY2024-25"),
        decimal("53.4"),
    );
    let series = book.record_reading(corrected, &marcus).unwrap().value;

    let history = book
        .history_of_reading(series, period("SY2024-25"))
        .unwrap();
    assert_eq!(history.len(), 2, "recorded, then corrected");
    assert_eq!(
        (history[0].entry.author.as_str(), history[0].entry.at_ms),
        ("Marcus", NOW + 60_000)
    );
    let value = history[0]
        .entry
        .changes
        .iter()
        .find(|change| change.field == "value")
        .unwrap();
    assert_eq!(
        (value.old.as_deref(), value.new.as_deref()),
        (Some("53.2"), Some("53.4"))
    );
    assert_eq!(
        history[0].entry.changes.len(),
        1,
        "only what changed is listed"
    );

    let _ = book.undo(&context()).unwrap();
    let latest = &book.history(1).unwrap()[0];
    assert_eq!(
        (latest.kind.as_str(), latest.step.op.as_str()),
        ("undo", "record_reading")
    );
    assert!(book.history(2).unwrap()[1].is_undone);
    assert_eq!(book.history_of("measures", id).unwrap().len(), 1);
}

#[test]
fn a_removed_measure_comes_back_with_all_that_hung_on_it() {
    let mut book = in_memory();
    let id = measure(
        &mut book,
        "KR",
        &[("SY2015-16", "44.1"), ("SY2024-25", "53.2")],
    );
    let _ = book
        .set_baseline(id, Some((period("SY2015-16"), figure("44.1"))), &context())
        .unwrap();
    let _ = book
        .set_targets(id, &[(period("SY2027-28"), figure("60"))], &context())
        .unwrap();
    let before = dump(&book);
    let _ = book.remove::<Measure>(id, &context()).unwrap();
    assert!(book.series_of(id).unwrap().is_empty());
    let _ = book.undo(&context()).unwrap();
    assert!(dump(&book) == before);
    record(&mut book, id, "SY2025-26", "54");
    assert_eq!(book.readings_of_everyone(id).unwrap().len(), 3);
}

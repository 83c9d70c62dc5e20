//! Partners: many changed together, two that become one, people who are erased, groups and
//! who was at their meetings.

use backbone_core::{
    Day, Error, MeetingId, PartnerId, PersonId, Reason, Workbook,
    activities::{Activity, ActivityStatus},
    communication::{
        Attendance, Cadence, Meeting, MeetingKind, MeetingStatus, Membership, Presence, Seat,
        SeatRole, WorkingGroup,
    },
    measurement::{Keep, NewReading, SeriesKey},
    partners::{
        Channel, Partner, PartnerEdit, PartnerStatus, PartnerType, Person, SECTORS, Sector,
        StatusEntry, TYPES, Tag, Touchpoint,
    },
};

use crate::support::{context, decimal, dump, in_memory, measure, on_disk, period, today};

fn partner(book: &mut Workbook, name: &str) -> PartnerId {
    let added = book.add_partner(Partner::named(name), &context());
    added.unwrap().value
}

fn person(book: &mut Workbook, partner_id: PartnerId, name: &str, email: &str) -> PersonId {
    let record = Person {
        partner_id,
        name: name.to_owned(),
        role: "Principal".to_owned(),
        email: email.to_owned(),
        phone: "555-0142".to_owned(),
    };
    book.add(record, &context()).unwrap().value
}

fn meeting(book: &mut Workbook, group: Option<backbone_core::WorkingGroupId>) -> MeetingId {
    let record = Meeting {
        title: "Attendance group".to_owned(),
        kind: MeetingKind::WorkingGroup,
        date: Day(today()),
        time: None,
        place: String::new(),
        agenda: String::new(),
        minutes: String::new(),
        status: MeetingStatus::Held,
        working_group_id: group,
    };
    book.add(record, &context()).unwrap().value
}

fn group(book: &mut Workbook) -> backbone_core::WorkingGroupId {
    let record = WorkingGroup {
        name: "Attendance group".to_owned(),
        purpose: String::new(),
        cadence: Cadence::Monthly,
        position: 1,
    };
    book.add(record, &context()).unwrap().value
}

fn sit(
    book: &mut Workbook,
    group: backbone_core::WorkingGroupId,
    partner: PartnerId,
    person: Option<PersonId>,
    role: SeatRole,
) {
    let seat = Membership {
        working_group_id: group,
        partner_id: partner,
        person_id: person,
        role,
    };
    let _ = book.add(seat, &context()).unwrap();
}

#[test]
fn a_new_initiative_has_the_usual_sectors_and_types_and_they_can_be_changed() {
    let mut book = in_memory();
    let codes: Vec<_> = book
        .list::<Sector>()
        .unwrap()
        .into_iter()
        .filter_map(|entry| entry.record.code)
        .collect();
    assert_eq!(codes, SECTORS);
    assert_eq!(book.list::<PartnerType>().unwrap().len(), TYPES.len());

    let own = Sector {
        code: None,
        name: "Arts".to_owned(),
        position: book.next_position::<Sector>().unwrap(),
    };
    let arts = book.add(own, &context()).unwrap().value;
    let id = partner(&mut book, "Opera");
    let mut opera: Partner = book.get(id).unwrap();
    opera.sector_id = Some(arts);
    let _ = book.change_partner(id, opera, &context()).unwrap();
    let _ = book.order_sectors(&[arts], &context()).unwrap();
    assert_eq!(book.list::<Sector>().unwrap()[0].id, arts);

    let before = dump(&book);
    let _ = book.remove::<Sector>(arts, &context()).unwrap();
    assert_eq!(book.get::<Partner>(id).unwrap().sector_id, None);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before, "its partners have it again");
    let nameless = Sector {
        code: None,
        name: " ".to_owned(),
        position: 1,
    };
    assert!(matches!(
        book.add(nameless, &context()),
        Err(Error::Invalid {
            field: "name",
            reason: Reason::Empty
        })
    ));
}

#[test]
fn many_partners_are_changed_together_and_back_in_one_step() {
    let mut book = in_memory();
    let ids: Vec<_> = ["One", "Two", "Three"]
        .map(|name| partner(&mut book, name))
        .to_vec();
    let before = dump(&book);
    let edit = PartnerEdit {
        status: Some(PartnerStatus::Left),
        sector: Some(Some(book.sector_called("faith").unwrap())),
        ..PartnerEdit::default()
    };
    let _ = book.edit_partners(&ids, &edit, &context()).unwrap();
    let first: Partner = book.get(ids[0]).unwrap();
    assert_eq!(first.status, PartnerStatus::Left);
    assert_eq!(
        first.until,
        Some(Day(today())),
        "who has left has a last day"
    );
    let latest = book.partner_page(ids[0], today()).unwrap().statuses;
    assert_eq!(latest[0].record.status, PartnerStatus::Left);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before);
    assert!(
        book.edit_partners(&ids, &PartnerEdit::default(), &context())
            .is_err()
    );
}

#[test]
fn a_tag_of_the_same_letters_is_the_same_tag() {
    let mut book = in_memory();
    let id = partner(&mut book, "One");
    let words = [
        "Founders".to_owned(),
        "founders".to_owned(),
        "Écoles".to_owned(),
        "écoles".to_owned(),
    ];
    let _ = book.tag_partner(id, &words, &context()).unwrap();
    assert_eq!(book.list::<Tag>().unwrap().len(), 2);
    let _ = book.tag_partner(id, &[], &context()).unwrap();
    assert!(book.tags_by_partner().unwrap().is_empty());
}

#[test]
fn the_status_of_a_partner_is_that_of_the_latest_entry_of_its_history() {
    let mut book = in_memory();
    let id = partner(&mut book, "One");
    let entry = |status, since: &str| StatusEntry {
        partner_id: id,
        status,
        since: Day(since.parse().unwrap()),
        note: String::new(),
    };
    let earlier = entry(PartnerStatus::Prospective, "2020-01-01");
    let _ = book.write_status(None, earlier, &context()).unwrap();
    assert_eq!(
        book.get::<Partner>(id).unwrap().status,
        PartnerStatus::Active
    );
    let paused = entry(PartnerStatus::Paused, "2026-11-24");
    let _ = book.write_status(None, paused, &context()).unwrap();
    assert_eq!(
        book.get::<Partner>(id).unwrap().status,
        PartnerStatus::Paused
    );
    let ahead = entry(PartnerStatus::Left, "2027-06-30");
    let _ = book.write_status(None, ahead, &context()).unwrap();
    assert_eq!(
        book.get::<Partner>(id).unwrap().status,
        PartnerStatus::Paused,
        "what lies ahead does not hold yet"
    );
}

#[test]
fn everything_of_a_merged_partner_moves_and_what_both_had_is_kept_once() {
    let mut book = in_memory();
    let (gone, kept) = (
        partner(&mut book, "Mill Creek"),
        partner(&mut book, "Mill Creek Early Learning"),
    );
    let one = person(&mut book, gone, "Renée Okafor", "");
    let same = person(&mut book, kept, "renée okafor", "renee@example.org");
    let other = person(&mut book, gone, "Luis Herrera", "");
    let group = group(&mut book);
    sit(&mut book, group, gone, Some(one), SeatRole::Chair);
    sit(&mut book, group, kept, Some(same), SeatRole::Member);
    let meeting = meeting(&mut book, Some(group));
    let seats = [
        Seat {
            partner: gone,
            person: Some(one),
            presence: Some(Presence::Absent),
        },
        Seat {
            partner: kept,
            person: Some(same),
            presence: Some(Presence::Present),
        },
        Seat {
            partner: gone,
            person: Some(other),
            presence: Some(Presence::Present),
        },
    ];
    let _ = book.record_attendance(meeting, &seats, &context()).unwrap();
    let activity = Activity {
        name: "Coaching".to_owned(),
        description: String::new(),
        strategy_id: None,
        lead_id: Some(gone),
        status: ActivityStatus::Active,
        starts: None,
        ends: None,
        progress: String::new(),
    };
    let _ = book
        .add_activity(activity, &[kept], &[], &context())
        .unwrap();
    for id in [gone, kept] {
        let _ = book
            .tag_partner(id, &["Founders".to_owned()], &context())
            .unwrap();
    }
    let measure = measure(&mut book, "KR", &[]);
    let key = |provider| SeriesKey {
        provider: Some(provider),
        ..SeriesKey::everyone(measure)
    };
    for (provider, at, value) in [
        (gone, "2023", "50"),
        (gone, "2024", "51"),
        (kept, "2024", "52"),
    ] {
        let reading = NewReading::typed(key(provider), period(at), decimal(value));
        let _ = book.record_reading(reading, &context()).unwrap();
    }

    let before = dump(&book);
    let plan = book.partner_join_plan(gone, kept).unwrap();
    assert_eq!(plan.conflicts, 1, "2024 differs");
    assert!(plan.moving.contains(&("people".to_owned(), 2)));
    let refused = book.merge_partners(gone, kept, None, &context());
    assert!(matches!(
        refused,
        Err(Error::Conflict(Reason::FiguresDiffer))
    ));
    assert_eq!(dump(&book), before, "what is refused changes nothing");

    let _ = book
        .merge_partners(gone, kept, Some(Keep::Kept), &context())
        .unwrap();
    let page = book.partner_page(kept, today()).unwrap();
    let names: Vec<_> = page
        .people
        .iter()
        .map(|person| person.record.name.as_str())
        .collect();
    assert_eq!(names.len(), 2, "the same person is there once: {names:?}");
    assert_eq!(page.seats.len(), 1);
    assert_eq!(
        page.seats[0].seat.record.role,
        SeatRole::Chair,
        "the chair stays"
    );
    assert_eq!(book.list::<Attendance>().unwrap().len(), 2);
    assert_eq!(page.meetings[0].presence, Presence::Present);
    assert_eq!(
        page.activities.len(),
        1,
        "it leads and does not also take part"
    );
    assert!(page.activities[0].is_lead);
    assert_eq!(page.tags.len(), 1);
    let values: Vec<_> = book
        .series_of(measure)
        .unwrap()
        .iter()
        .flat_map(|series| &series.readings)
        .map(|reading| reading.value.unwrap().to_string())
        .collect();
    assert_eq!(values, ["50", "52"]);
    assert!(matches!(book.get::<Partner>(gone), Err(Error::NotFound)));
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before, "one step takes all of it back");
    let _ = book.redo(&context()).unwrap();
    assert_eq!(book.list::<Partner>().unwrap().len(), 1);
}

#[test]
fn two_people_become_one_and_two_again() {
    let mut book = in_memory();
    let id = partner(&mut book, "One");
    let (gone, kept) = (
        person(&mut book, id, "R. Okafor", "r@example.org"),
        person(&mut book, id, "Ruth Okafor", ""),
    );
    let group = group(&mut book);
    sit(&mut book, group, id, Some(gone), SeatRole::Member);
    sit(&mut book, group, id, Some(kept), SeatRole::Member);
    let before = dump(&book);
    let _ = book.merge_people(gone, kept, &context()).unwrap();
    let people = book.list::<Person>().unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].record.name, "Ruth Okafor");
    assert_eq!(people[0].record.email, "r@example.org", "blanks are filled");
    assert_eq!(book.list::<Membership>().unwrap().len(), 1);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(dump(&book), before);
    assert!(book.merge_people(kept, kept, &context()).is_err());
}

/// Every byte of the files beside and including the initiative.
fn bytes_of(folder: &std::path::Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).unwrap();
    files
        .flat_map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn an_erased_person_is_nowhere_in_the_file_and_attendance_is_still_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.backbone");
    let mut book = on_disk(&path);
    let id = partner(&mut book, "One");
    let erased = person(&mut book, id, "Zebulon Quartermain", "zq@example.org");
    let mut record: Person = book.get(erased).unwrap();
    record.name = "Zeb Quartermain-Oyelaran".to_owned();
    let _ = book.change(erased, record, &context()).unwrap();
    let meeting = meeting(&mut book, None);
    let seat = Seat {
        partner: id,
        person: Some(erased),
        presence: Some(Presence::Present),
    };
    let _ = book
        .record_attendance(meeting, &[seat], &context())
        .unwrap();
    let call = Touchpoint {
        partner_id: id,
        person_id: Some(erased),
        date: Day(today()),
        channel: Channel::Call,
        summary: "About the fall figures".to_owned(),
        trust: None,
    };
    let _ = book.add(call, &context()).unwrap();
    assert!(
        holds(&bytes_of(folder.path()), "Quartermain"),
        "it was written before"
    );

    let _ = book.erase_person(erased, &context()).unwrap();
    for text in ["Quartermain", "Oyelaran", "zq@example.org", "555-0142"] {
        assert!(
            !holds(&bytes_of(folder.path()), text),
            "{text} is gone from the disk"
        );
    }
    let page = book.partner_page(id, today()).unwrap();
    assert_eq!(page.meetings.len(), 1, "that someone was there stays");
    assert_eq!(page.meetings[0].presence, Presence::Present);
    assert_eq!(page.touchpoints[0].record.person_id, None);

    // Every step before can still be taken back, and nobody comes back with it.
    while book.undo(&context()).unwrap().is_some() {}
    assert!(book.list::<Person>().unwrap().is_empty());
    while book.redo(&context()).unwrap().is_some() {}
    assert!(book.list::<Person>().unwrap().is_empty());
    assert_eq!(book.list::<Touchpoint>().unwrap().len(), 1);
    book.close().unwrap();
    assert!(backbone_core::check(&path).unwrap().is_empty());
    assert!(!holds(&bytes_of(folder.path()), "Quartermain"));
}

#[test]
fn an_erased_person_stays_away_when_their_partner_comes_back() {
    let mut book = in_memory();
    let id = partner(&mut book, "One");
    let erased = person(&mut book, id, "Zebulon", "");
    let stays = person(&mut book, id, "Ruth", "");
    let _ = book.remove::<Partner>(id, &context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    let _ = book.erase_person(erased, &context()).unwrap();
    let _ = book.remove::<Partner>(id, &context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    let people = book.list::<Person>().unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].id, stays);
}

#[test]
fn attendance_is_noted_changed_and_taken_away() {
    let mut book = in_memory();
    let (one, other) = (partner(&mut book, "One"), partner(&mut book, "Other"));
    let chair = person(&mut book, one, "Ruth", "");
    let group = group(&mut book);
    sit(&mut book, group, one, Some(chair), SeatRole::Chair);
    sit(&mut book, group, other, None, SeatRole::Member);
    let meeting = meeting(&mut book, Some(group));
    let expected = book.attendees(meeting).unwrap();
    assert_eq!(expected.len(), 2, "members are expected");
    assert!(expected.iter().all(|one| one.presence.is_none()));

    let mark = |presence| Seat {
        partner: other,
        person: None,
        presence,
    };
    for presence in [Some(Presence::Absent), Some(Presence::Excused)] {
        let _ = book
            .record_attendance(meeting, &[mark(presence)], &context())
            .unwrap();
    }
    assert_eq!(book.list::<Attendance>().unwrap().len(), 1);
    let facts = book.group_facts(today()).unwrap().remove(0);
    assert_eq!((facts.meetings[0].present, facts.meetings[0].noted), (0, 1));
    assert_eq!(
        facts.members[0].person.as_deref(),
        Some("Ruth"),
        "the chair comes first"
    );
    let _ = book
        .record_attendance(meeting, &[mark(None)], &context())
        .unwrap();
    assert!(book.list::<Attendance>().unwrap().is_empty());
}

#[test]
fn a_kept_view_is_replaced_by_name_and_is_no_step_to_take_back() {
    let mut book = in_memory();
    let id = partner(&mut book, "One");
    let _ = book
        .keep_view("partners", "Schools", "{}", &context())
        .unwrap();
    let _ = book
        .keep_view("partners", "schools", "{\"a\":1}", &context())
        .unwrap();
    let views = book.list::<backbone_core::partners::SavedView>().unwrap();
    assert_eq!(views.len(), 1);
    assert_eq!(views[0].record.choices, "{\"a\":1}");
    let _ = book.undo(&context()).unwrap();
    assert!(
        book.get::<Partner>(id).is_err(),
        "undo takes back the partner"
    );
    assert_eq!(
        book.list::<backbone_core::partners::SavedView>()
            .unwrap()
            .len(),
        1
    );
}

//! The network of partners: what ties them, when, and where somebody put them.

use backbone_core::{
    Day, Error, PartnerId, Reason, Workbook,
    activities::{Activity, ActivityStatus},
    communication::{Meeting, MeetingKind, MeetingStatus, Presence, Seat},
    partners::{FIELD_HEIGHT, NetworkPosition, Partner, PartnerStatus},
    reporting::{NetworkChoice, NetworkFacts, quarters},
};
use chrono::NaiveDate;

use crate::support::{context, dump, in_memory, today};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn partner(book: &mut Workbook, name: &str, sector: &str) -> PartnerId {
    let record = Partner {
        sector_id: Some(book.sector_called(sector).unwrap()),
        ..Partner::named(name)
    };
    book.add_partner(record, &context()).unwrap().value
}

fn meet(book: &mut Workbook, date: &str, status: MeetingStatus, who: &[(PartnerId, Presence)]) {
    let record = Meeting {
        title: "Group".to_owned(),
        kind: MeetingKind::WorkingGroup,
        date: Day(day(date)),
        time: None,
        place: String::new(),
        agenda: String::new(),
        minutes: String::new(),
        status,
        working_group_id: None,
    };
    let meeting = book.add(record, &context()).unwrap().value;
    let seats: Vec<Seat> = who
        .iter()
        .map(|(partner, presence)| Seat {
            partner: *partner,
            person: None,
            presence: Some(*presence),
        })
        .collect();
    let _ = book.record_attendance(meeting, &seats, &context()).unwrap();
}

fn share(
    book: &mut Workbook,
    status: ActivityStatus,
    (starts, ends): (&str, &str),
    lead: PartnerId,
    others: &[PartnerId],
) {
    let activity = Activity {
        name: "Activity".to_owned(),
        description: String::new(),
        strategy_id: None,
        lead_id: Some(lead),
        status,
        starts: Some(Day(day(starts))),
        ends: (!ends.is_empty()).then(|| Day(day(ends))),
        progress: String::new(),
    };
    let _ = book
        .add_activity(activity, others, &[], &context())
        .unwrap();
}

/// Four partners: A and B met in spring and autumn, B and C share an activity of last year, D
/// was excused and has only something planned.
fn city() -> (Workbook, [PartnerId; 4]) {
    let mut book = in_memory();
    let ids = [
        partner(&mut book, "A", "school"),
        partner(&mut book, "B", "school"),
        partner(&mut book, "C", "faith"),
        partner(&mut book, "D", "health"),
    ];
    let [a, b, c, d] = ids;
    let here = |id| (id, Presence::Present);
    let held = MeetingStatus::Held;
    meet(&mut book, "2026-03-10", held, &[here(a), here(b)]);
    let autumn = [here(a), here(b), (d, Presence::Excused)];
    meet(&mut book, "2026-10-10", held, &autumn);
    let ahead = MeetingStatus::Planned;
    meet(&mut book, "2026-11-01", ahead, &[here(a), here(d)]);
    let (done, planned) = (ActivityStatus::Done, ActivityStatus::Planned);
    share(&mut book, done, ("2025-01-01", "2025-12-31"), b, &[c]);
    share(&mut book, planned, ("2026-01-01", ""), c, &[d]);
    (book, ids)
}

fn ties(facts: &NetworkFacts) -> Vec<(String, u32, u32)> {
    let name = |place: usize| facts.partners[place].partner.name.clone();
    facts
        .ties
        .iter()
        .map(|tie| {
            let pair = name(tie.one) + &name(tie.other);
            (pair, tie.meetings, tie.activities)
        })
        .collect()
}

#[test]
fn partners_are_tied_by_meetings_they_came_to_and_activities_they_share() {
    let (book, _) = city();
    let facts = book.network(NetworkChoice::year_to(today())).unwrap();
    assert_eq!(facts.choice.from, Some(day("2025-11-25")));
    let tied = [("AB".to_owned(), 2, 0), ("BC".to_owned(), 0, 1)];
    assert_eq!(ties(&facts), tied, "regrets and plans tie nobody");
    assert_eq!((facts.meetings, facts.activities), (2, 1));
    assert_eq!((facts.pairs(), facts.found.points), (6, 4));
    assert_eq!(facts.found.isolates, [3], "who is tied to nobody is there");
    let mixing = facts.mixing.unwrap();
    assert_eq!((mixing.within, mixing.between), (1, 1));
    let codes: Vec<_> = mixing
        .sectors
        .iter()
        .map(|place| facts.sectors[*place].record.code.as_deref().unwrap())
        .collect();
    assert_eq!(
        codes,
        ["school", "faith", "health"],
        "in the order of the list"
    );
}

#[test]
fn each_kind_of_tie_and_each_time_can_be_looked_at_alone() {
    let (book, _) = city();
    let year = NetworkChoice::year_to(today());
    let seen = |choice| ties(&book.network(choice).unwrap());
    let only_activities = NetworkChoice {
        meetings: false,
        ..year
    };
    assert_eq!(seen(only_activities), [("BC".to_owned(), 0, 1)]);
    let summer = NetworkChoice {
        from: Some(day("2026-04-01")),
        to: day("2026-09-30"),
        ..year
    };
    assert_eq!(seen(summer), [], "nobody met in summer");
    let spring = NetworkChoice {
        from: None,
        to: day("2026-03-10"),
        activities: false,
        ..year
    };
    assert_eq!(
        seen(spring),
        [("AB".to_owned(), 1, 0)],
        "the last day counts"
    );
    let everyone_ever = book.network(summer).unwrap().ever;
    assert_eq!(
        everyone_ever,
        [(0, 1), (1, 2)],
        "the drawing stays the same"
    );
    let backward = NetworkChoice {
        from: Some(day("2027-01-01")),
        ..year
    };
    assert!(matches!(
        book.network(backward),
        Err(Error::Invalid {
            field: "to",
            reason: Reason::BeforeStart
        })
    ));
}

#[test]
fn a_sector_alone_is_a_network_of_its_own_and_the_backbone_can_be_left_out() {
    let (mut book, ids) = city();
    let year = NetworkChoice::year_to(today());
    let schools = NetworkChoice {
        sector: Some(book.sector_called("school").unwrap()),
        ..year
    };
    let facts = book.network(schools).unwrap();
    assert_eq!((facts.partners.len(), facts.pairs()), (2, 1));
    assert_eq!(facts.found.density, Some(1.0));

    let mut initiative = book.initiative().unwrap();
    initiative.backbone_organization = "b".to_owned();
    let _ = book.change_initiative(initiative, &context()).unwrap();
    let facts = book.network(year).unwrap();
    assert_eq!(facts.backbone.as_ref().unwrap().id, ids[1]);
    let without = NetworkChoice {
        with_backbone: false,
        ..year
    };
    let facts = book.network(without).unwrap();
    assert_eq!((facts.partners.len(), facts.ties.len()), (3, 0));
}

#[test]
fn who_has_left_or_only_asks_is_there_only_if_tied() {
    let (mut book, [_, _, c, d]) = city();
    for id in [c, d] {
        let mut record: Partner = book.get(id).unwrap();
        record.status = PartnerStatus::Prospective;
        let _ = book.change_partner(id, record, &context()).unwrap();
    }
    let facts = book.network(NetworkChoice::year_to(today())).unwrap();
    assert!(facts.position(c).is_some(), "C shares an activity");
    assert!(facts.position(d).is_none(), "D is not in yet");
}

#[test]
fn too_few_partners_are_an_answer() {
    let mut book = in_memory();
    let empty = book.network(NetworkChoice::year_to(today())).unwrap();
    assert_eq!((empty.pairs(), empty.found.density), (0, None));
    partner(&mut book, "Only", "school");
    let one = book.network(NetworkChoice::year_to(today())).unwrap();
    assert_eq!((one.pairs(), one.found.points, one.first), (0, 1, None));
}

#[test]
fn around_a_partner_stand_those_it_is_tied_to() {
    let (book, [_, b, c, d]) = city();
    let facts = book.network(NetworkChoice::year_to(today())).unwrap();
    let around = facts.around(c).unwrap().unwrap();
    assert_eq!(ties(&around), [("BC".to_owned(), 0, 1)]);
    let place = facts.position(b).unwrap();
    let neighbors: Vec<usize> = facts.neighbors(place).iter().map(|(at, _)| *at).collect();
    assert_eq!(neighbors, [0, 2], "those with most occasions first");
    assert_eq!(facts.around(d).unwrap().unwrap().partners.len(), 1);
}

#[test]
fn a_place_is_kept_in_one_step_moved_taken_back_and_forgotten() {
    let (mut book, [a, b, ..]) = city();
    let before = dump(&book);
    let _ = book.place_partner(a, (500, 300), &context()).unwrap();
    let _ = book.place_partner(a, (10, 20), &context()).unwrap();
    let _ = book.place_partner(b, (900, 600), &context()).unwrap();
    let kept = |book: &Workbook| {
        let facts = book.network(NetworkChoice::year_to(today())).unwrap();
        facts
            .partners
            .iter()
            .map(|one| one.kept)
            .collect::<Vec<_>>()
    };
    assert_eq!(kept(&book), [Some((10, 20)), Some((900, 600)), None, None]);
    assert_eq!(book.list::<NetworkPosition>().unwrap().len(), 2);
    let outside = book.place_partner(a, (0, FIELD_HEIGHT + 1), &context());
    assert!(matches!(outside, Err(Error::Invalid { field: "y", .. })));
    let _ = book.arrange_network(&context()).unwrap();
    assert_eq!(kept(&book), [None; 4]);
    let _ = book.undo(&context()).unwrap();
    assert_eq!(kept(&book)[0], Some((10, 20)), "arranging is one step");
    for _ in 0..3 {
        let _ = book.undo(&context()).unwrap();
    }
    assert_eq!(dump(&book), before);
}

#[test]
fn the_slider_goes_by_ends_of_quarters_up_to_today() {
    let days = quarters(day("2026-02-03"), day("2026-11-25"));
    let wanted = ["2026-03-31", "2026-06-30", "2026-09-30", "2026-11-25"];
    assert_eq!(days, wanted.map(day));
    assert_eq!(quarters(day("2027-01-01"), day("2026-11-25")).len(), 1);
    assert_eq!(quarters(day("1900-01-01"), day("2026-11-25")).len(), 80);
}

//! Data requests: made, changed, taken step by step, answered, and all of it taken back.

use backbone_core::{
    Context, DataRequestId, Day, Error, MeasureId, PartnerId, Reason, Workbook,
    measurement::{
        BulkReading, Calculation, DataRequest, Frequency, Measure, NewFinding, NewImport,
        NewReturn, Period, ProposalReason, ReadingState, RequestMark, RequestStanding,
        RequestedCell, SeriesKey, Wanted, WantedChoice,
    },
    partners::Partner,
};
use chrono::{NaiveDate, TimeDelta};

use crate::support::{context, decimal, dump, in_memory, measure, period, record, today};

fn partner(book: &mut Workbook, name: &str) -> PartnerId {
    let partner = Partner::named(name);
    book.add(partner, &context()).unwrap().value
}

fn wanted(measure: MeasureId, at: &str) -> Wanted {
    Wanted {
        measure,
        place: None,
        group: None,
        period: period(at),
    }
}

/// A request for two figures of one measure, sent and due in a week.
struct Sent {
    book: Workbook,
    partner: PartnerId,
    measure: MeasureId,
    request: DataRequestId,
}

fn sent() -> Sent {
    let mut book = in_memory();
    let partner = partner(&mut book, "Head Start");
    let measure = measure(&mut book, "KR", &[("SY2023-24", "50")]);
    let due = today() + TimeDelta::days(7);
    let mut request = DataRequest::to(partner, "Autumn", due);
    request.sent_on = Some(Day(today()));
    let asked = [wanted(measure, "SY2024-25"), wanted(measure, "SY2025-26")];
    let request = book
        .add_data_request(request, &asked, &context())
        .unwrap()
        .value;
    Sent {
        book,
        partner,
        measure,
        request,
    }
}

impl Sent {
    fn standing(&self, day: NaiveDate) -> RequestStanding {
        let request: DataRequest = self.book.get(self.request).unwrap();
        request.standing(day)
    }

    /// Takes in a file with one figure and a finding.
    fn receive(&mut self, value: &str, on: NaiveDate) {
        let new = NewReturn {
            request: self.request,
            version: 1,
            asked: 2,
            answered: 1,
            unquestioned: 1,
            findings: vec![NewFinding {
                cell: "F8".to_owned(),
                subject: "KR".to_owned(),
                code: "over_limit".to_owned(),
                particulars: vec![("cell".to_owned(), "460".to_owned())],
                is_taken: false,
            }],
        };
        let import = NewImport {
            file_name: "back.xlsx".to_owned(),
            series: vec![SeriesKey::everyone(self.measure)],
            ..NewImport::default()
        };
        let row = BulkReading {
            series: 0,
            row: 9,
            period: period("SY2024-25"),
            value: Some(decimal(value)),
            numerator: None,
            denominator: None,
            lower: None,
            upper: None,
            state: ReadingState::Final,
            comment: String::new(),
        };
        let at = Context {
            today: on,
            ..context()
        };
        let _ = self
            .book
            .receive_data_request(new, import, [row].into_iter(), &at)
            .unwrap();
    }
}

#[test]
fn a_request_stands_where_its_dates_say() {
    let mut sent = sent();
    let after = today() + TimeDelta::days(16);
    assert_eq!(sent.standing(today()), RequestStanding::Due);
    assert_eq!(sent.standing(after), RequestStanding::Late);
    let request: DataRequest = sent.book.get(sent.request).unwrap();
    assert_eq!(
        (request.days_late(after), request.days_late(today())),
        (Some(9), None)
    );
    let accepted = sent
        .book
        .mark_data_requests(&[sent.request], RequestMark::Accepted, &context());
    assert!(
        matches!(accepted, Err(Error::Conflict(Reason::Incomplete))),
        "nothing has come back that could be accepted"
    );
    sent.receive("53", after);
    assert_eq!(sent.standing(after), RequestStanding::Received);
    for (mark, standing) in [
        (RequestMark::Accepted, RequestStanding::Accepted),
        (RequestMark::Withdrawn, RequestStanding::Withdrawn),
        (RequestMark::TakenUp, RequestStanding::Received),
    ] {
        let _ = sent
            .book
            .mark_data_requests(&[sent.request], mark, &context())
            .unwrap();
        assert_eq!(sent.standing(after), standing);
    }
}

#[test]
fn a_measure_is_asked_for_until_its_figures_are_accepted_or_no_longer_wanted() {
    let mut sent = sent();
    let late = today() + TimeDelta::days(16);
    let other = measure(&mut sent.book, "TG", &[("SY2023-24", "40")]);
    let asked = |sent: &Sent| sent.book.measures_asked_for(late).unwrap();
    assert!(asked(&sent).contains(&sent.measure));
    assert!(!asked(&sent).contains(&other));
    sent.receive("53", late);
    assert!(asked(&sent).contains(&sent.measure), "not accepted yet");
    for mark in [RequestMark::Accepted, RequestMark::Withdrawn] {
        let _ = sent
            .book
            .mark_data_requests(&[sent.request], mark, &context())
            .unwrap();
        assert!(asked(&sent).is_empty(), "{mark:?}");
    }
}

#[test]
fn every_step_of_a_request_is_taken_back_exactly() {
    let mut sent = sent();
    let mut contents = vec![dump(&sent.book)];
    let other = wanted(sent.measure, "SY2022-23");
    let kept = wanted(sent.measure, "SY2025-26");
    let request: DataRequest = sent.book.get(sent.request).unwrap();
    let _ = sent
        .book
        .change_data_request(sent.request, request, &[kept, other], &context())
        .unwrap();
    contents.push(dump(&sent.book));
    sent.receive("53", today());
    contents.push(dump(&sent.book));
    sent.receive("54", today());
    contents.push(dump(&sent.book));
    let _ = sent
        .book
        .mark_data_requests(&[sent.request], RequestMark::Accepted, &context())
        .unwrap();
    contents.push(dump(&sent.book));
    let _ = sent
        .book
        .remove::<DataRequest>(sent.request, &context())
        .unwrap();
    assert!(
        sent.book.list::<RequestedCell>().unwrap().is_empty(),
        "its figures go with it"
    );
    let last = dump(&sent.book);
    for content in contents.iter().rev() {
        assert!(sent.book.undo(&context()).unwrap().is_some());
        assert!(*content == dump(&sent.book), "exactly");
    }
    for content in contents.iter().skip(1).chain([&last]) {
        assert!(sent.book.redo(&context()).unwrap().is_some());
        assert!(*content == dump(&sent.book), "and forward again");
    }
}

#[test]
fn the_version_counts_changes_of_what_is_asked_and_nothing_else() {
    let mut sent = sent();
    let version = |sent: &Sent| sent.book.get::<DataRequest>(sent.request).unwrap().version;
    let before = sent.book.requested_cells(sent.request).unwrap();
    let asked: Vec<Wanted> = before.iter().map(|cell| cell.record.wanted()).collect();
    let mut request: DataRequest = sent.book.get(sent.request).unwrap();
    request.title = "Autumn figures".to_owned();
    let _ = sent
        .book
        .change_data_request(sent.request, request.clone(), &asked, &context())
        .unwrap();
    assert_eq!(version(&sent), 1, "another title is no other question");
    let other = [wanted(sent.measure, "SY2021-22"), asked[1]];
    let _ = sent
        .book
        .change_data_request(sent.request, request.clone(), &other, &context())
        .unwrap();
    assert_eq!(version(&sent), 2);
    let after = sent.book.requested_cells(sent.request).unwrap();
    assert_eq!(
        after[1].id, before[1].id,
        "a figure still asked for is still recognized"
    );
    assert_ne!(after[0].id, before[0].id);
    let nothing = sent
        .book
        .change_data_request(sent.request, request, &[], &context());
    assert!(nothing.is_err(), "a request asks for something");
}

#[test]
fn partners_are_rated_by_what_was_due_and_what_came_back() {
    let mut sent = sent();
    let after = today() + TimeDelta::days(16);
    let rates = |sent: &Sent, day| sent.book.supply_rates(day).unwrap()[&sent.partner];
    assert_eq!(rates(&sent, today()).requests, 0, "it is not due yet");
    assert_eq!(
        (rates(&sent, after).requests, rates(&sent, after).on_time),
        (1, 0)
    );
    sent.receive("53", today());
    let found = rates(&sent, after);
    assert_eq!((found.requests, found.on_time), (1, 1));
    assert_eq!((found.figures, found.unquestioned), (1, 1));
    assert_eq!(
        found.timeliness(),
        None,
        "one request says nothing about a partner"
    );
    for title in ["Winter", "Spring"] {
        let mut late = DataRequest::to(sent.partner, title, today() - TimeDelta::days(3));
        late.sent_on = Some(Day(today() - TimeDelta::days(30)));
        let asked = [wanted(sent.measure, "SY2024-25")];
        let _ = sent
            .book
            .add_data_request(late, &asked, &context())
            .unwrap();
    }
    let share = rates(&sent, after).timeliness().unwrap();
    assert!((share - 1.0 / 3.0).abs() < 1e-12, "one of three");
    let overview = sent.book.overview(today()).unwrap();
    let late: Vec<_> = overview
        .late_requests
        .iter()
        .map(|late| (late.title.as_str(), late.days))
        .collect();
    assert_eq!(late, [("Spring", 3), ("Winter", 3)]);
}

#[test]
fn what_a_partner_is_known_to_supply_is_proposed() {
    let mut book = in_memory();
    let partner = partner(&mut book, "Head Start");
    let named = Measure {
        provider: "Head Start and the state".to_owned(),
        frequency: Frequency::Quarterly,
        ..Measure::named("A", "Named")
    };
    let named = book.add(named, &context()).unwrap().value;
    let supplied = measure(&mut book, "B", &[]);
    let mut series = SeriesKey::everyone(supplied);
    series.provider = Some(partner);
    let reading =
        backbone_core::measurement::NewReading::typed(series, period("SY2024-25"), decimal("5"));
    let _ = book.record_reading(reading, &context()).unwrap();
    let calculated = Measure {
        calculation: Calculation::Sum,
        provider: "Head Start".to_owned(),
        ..Measure::named("C", "Calculated")
    };
    let calculated = book.add(calculated, &context()).unwrap().value;
    let stranger = measure(&mut book, "D", &[]);
    record(&mut book, stranger, "SY2024-25", "7");
    let proposals = book.request_proposals(today()).unwrap();
    assert_eq!(
        proposals[0].measures,
        // In the order of their names: what is calculated and what others have stays out.
        [
            (supplied, Period::SchoolYear(2025), ProposalReason::Supplied),
            (named, Period::Quarter(2026, 3), ProposalReason::Named),
        ]
    );
    let choice = WantedChoice {
        measures: vec![(calculated, Vec::new())],
        ..WantedChoice::default()
    };
    assert!(
        book.wanted(&choice, today()).is_err(),
        "what is calculated is asked of nobody"
    );
}

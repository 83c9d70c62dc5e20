//! The network on paper: the whole, and what is around one partner.

use backbone_core::{
    PartnerId,
    partners::Partner,
    reporting::{Audience, NetworkChoice},
};
use backbone_exchange::sample::SAMPLES;
use backbone_report::{Options, Paper, draw_network, network_report, partner_report};

use crate::{
    books::{context, empty, sample, sample_named, today},
    paper::{Read, assert_well_drawn},
    structure::elements,
};

fn options(paper: Paper) -> Options {
    Options {
        paper,
        title: String::new(),
        left_out: Vec::new(),
    }
}

fn network_of(book: &backbone_core::Workbook, paper: Paper) -> Vec<u8> {
    let facts = book.network(NetworkChoice::year_to(today())).unwrap();
    network_report(&facts, &options(paper)).unwrap().bytes
}

#[test]
fn the_network_of_every_sample_is_drawn_told_and_worked_out() {
    for sample in SAMPLES {
        let book = sample_named(sample.name);
        for paper in [Paper::Letter, Paper::A4] {
            let bytes = network_of(&book, paper);
            assert_well_drawn(&bytes);
            let said = Read::new(&bytes).text().replace('\n', " ");
            for part in [
                "possible pairs meet or share an activity",
                "The network in figures",
                "Ties to look after",
                "Without a tie",
                "Sectors together",
                "Partners and their ties",
                "How it was worked out",
                "Freeman 1978",
                "not how well they work together",
            ] {
                assert!(said.contains(part), "{part} in {} of {said}", sample.name);
            }
        }
    }
}

#[test]
fn the_drawing_is_one_figure_with_every_partner_in_its_words() {
    let book = sample();
    let bytes = network_of(&book, Paper::Letter);
    let read = Read::new(&bytes);
    let figures = elements(&read)
        .into_iter()
        .filter(|element| element.role == "Figure");
    assert_eq!(figures.count(), 1);
    let facts = book.network(NetworkChoice::year_to(today())).unwrap();
    let scene = draw_network(&facts, 500.0, 7.4, None).scene;
    assert!(scene.summary.starts_with("Network of 20 partners."));
    let words: Vec<&str> = scene.stops.iter().map(|stop| stop.words.as_str()).collect();
    assert_eq!(words.len(), 20, "everyone is told");
    let tutors = "Tutor Tri-State. Nonprofit. Tied to 9 partners.";
    assert!(
        words.iter().any(|words| words.starts_with(tutors)),
        "{words:?}"
    );
    assert_eq!(network_of(&book, Paper::Letter), bytes, "the same bytes");
}

#[test]
fn an_initiative_without_partners_says_so() {
    let bytes = network_of(&empty("New"), Paper::Letter);
    assert_well_drawn(&bytes);
    let said = Read::new(&bytes).text().replace('\n', " ");
    assert!(said.contains("there is no network to speak of"), "{said}");
}

#[test]
fn a_partner_sees_whom_it_meets_and_one_alone_is_told_so() {
    let mut book = sample();
    let report = |book: &backbone_core::Workbook, id: PartnerId| {
        let shield = book.shield(Audience::Partners).unwrap();
        let facts = book.partner_report_facts(id, today(), &shield).unwrap();
        let bytes = partner_report(&facts, &options(Paper::Letter))
            .unwrap()
            .bytes;
        assert_well_drawn(&bytes);
        Read::new(&bytes).text().replace('\n', " ")
    };
    let known = book.list::<Partner>().unwrap();
    let tutors = known
        .iter()
        .find(|entry| entry.record.name == "Tutor Tri-State");
    let said = report(&book, tutors.unwrap().id);
    assert!(said.contains("Whom you meet and work with"), "{said}");
    assert!(said.contains("with 9 of 19 others"), "{said}");
    let new = book
        .add_partner(Partner::named("Newcomers"), &context())
        .unwrap();
    let said = report(&book, new.value);
    assert!(said.contains("no meeting and no activity"), "{said}");
}

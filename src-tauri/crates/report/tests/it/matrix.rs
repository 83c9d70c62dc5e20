//! The activity matrix on paper: on its side, split both ways, and read without color.

use backbone_core::{
    Workbook,
    activities::{Activity, ActivityStatus},
    agenda::{Strategy, WantedResult},
    partners::Partner,
    reporting::Audience,
};
use backbone_report::{Options, Paper, matrix};

use crate::{
    books::{context, empty, sample, today},
    paper::{Read, assert_well_drawn},
    structure::elements,
};

fn matrix_of(book: &Workbook, audience: Audience, paper: Paper, left_out: &[&str]) -> Vec<u8> {
    let facts = book.matrix_paper_facts(today(), audience).unwrap();
    let options = Options {
        paper,
        title: String::new(),
        left_out: left_out.iter().map(|one| (*one).to_owned()).collect(),
    };
    matrix(&facts, &options).unwrap().bytes
}

/// So many partners, each leading under one of twenty strategies.
fn large(partners: usize) -> Workbook {
    let mut book = empty("Large");
    let result = WantedResult {
        name: "Every child reads".to_owned(),
        population: String::new(),
        position: 1,
    };
    let result_id = book.add(result, &context()).unwrap().value;
    let mut strategies = Vec::new();
    for position in 1..=20 {
        let strategy = Strategy {
            result_id,
            name: format!("Strategy number {position} for reading together"),
            description: String::new(),
            position,
        };
        strategies.push(book.add(strategy, &context()).unwrap().value);
    }
    for number in 0..partners {
        let partner = Partner::named(&format!("Partner {number:03}"));
        let lead = book.add(partner, &context()).unwrap().value;
        let activity = Activity {
            name: format!("Activity {number}"),
            description: String::new(),
            strategy_id: Some(strategies[number % 20]),
            lead_id: Some(lead),
            status: ActivityStatus::Active,
            starts: None,
            ends: None,
            progress: String::new(),
        };
        let _ = book.add_activity(activity, &[], &[], &context()).unwrap();
    }
    book
}

#[test]
fn it_lies_on_its_side_on_both_papers() {
    let book = sample();
    for (paper, size) in [(Paper::Letter, (792.0, 612.0)), (Paper::A4, (841.9, 595.3))] {
        let bytes = matrix_of(&book, Audience::Internal, paper, &[]);
        assert_well_drawn(&bytes);
        let (width, height) = Read::new(&bytes).size();
        assert!(
            (width - size.0).abs() < 0.2 && (height - size.1).abs() < 0.2,
            "{width} {height}"
        );
        assert!(
            bytes == matrix_of(&book, Audience::Internal, paper, &[]),
            "same bytes"
        );
    }
}

#[test]
fn twenty_strategies_and_many_partners_are_split_both_ways_with_their_names_on_every_part() {
    let bytes = matrix_of(
        &large(120),
        Audience::Internal,
        Paper::Letter,
        &["results", "findings"],
    );
    assert_well_drawn(&bytes);
    let pages = Read::new(&bytes).all();
    let text: String = pages.iter().map(|page| page.text.as_str()).collect();
    for part in ["Strategies 1–10 of 20", "Strategies 11–20 of 20"] {
        assert!(text.matches(part).count() > 2, "{part} on several pages");
    }
    for number in 0..120 {
        let name = format!("Partner {number:03}");
        assert!(
            text.matches(&name).count() >= 2,
            "{name} beside both halves"
        );
    }
    for page in &pages {
        assert!(
            page.text.contains("Partner "),
            "the head stands on every page: {}",
            page.text
        );
    }
}

#[test]
fn every_cell_belongs_to_a_table_and_says_what_its_marks_mean() {
    let bytes = matrix_of(&sample(), Audience::Partners, Paper::Letter, &[]);
    let read = Read::new(&bytes);
    let roles: Vec<String> = elements(&read).into_iter().map(|one| one.role).collect();
    let count = |role: &str| roles.iter().filter(|one| *one == role).count();
    assert!(count("Table") >= 4, "one for each kind of columns");
    assert!(count("TD") > 200 && count("TH") > 80);
    let alternatives = read.alternatives();
    for words in ["leads 2", "takes part in 1", "leads 1, planned"] {
        assert!(alternatives.contains(words), "{words}");
    }
}

#[test]
fn what_stands_out_is_said_by_name_and_not_to_the_public() {
    let book = sample();
    let text = |audience, left_out: &[&str]| {
        Read::new(&matrix_of(&book, audience, Paper::Letter, left_out)).text()
    };
    let partners = text(Audience::Partners, &[]);
    assert!(partners.contains("What stands out"));
    assert!(partners.contains("1 strategy has activities but no lead"));
    assert!(partners.contains("Reading rooms at the library, Tutoring in 24 schools"));
    assert!(!text(Audience::Public, &[]).contains("What stands out"));
    assert!(!text(Audience::Partners, &["findings"]).contains("What stands out"));
}

#[test]
fn without_partners_it_says_so() {
    let bytes = matrix_of(&empty("New"), Audience::Internal, Paper::A4, &[]);
    assert_well_drawn(&bytes);
    let text = Read::new(&bytes).text();
    assert!(
        text.contains("There are no partners or nothing for them to work on yet."),
        "{text}"
    );
}

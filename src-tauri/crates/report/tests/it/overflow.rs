//! More than a page holds: it goes on, and nothing is lost or drawn beside the paper.

use crate::{
    books::{
        add_action, add_activity, add_decision, add_measure, empty, record, report, write_agenda,
    },
    paper::{Read, assert_well_drawn},
};

#[test]
fn sixty_measures_fill_the_front_pages_and_one_page_each() {
    let mut book = empty("Sixty");
    for number in 0..60 {
        let name = format!("Measure number {number}");
        let measure = add_measure(&mut book, &format!("M{number}"), &name, "It moves.");
        for year in 2001..2010 {
            record(&mut book, measure, year, 400 + i64::from(year - 2000), "");
        }
    }
    let bytes = report(&book);
    assert_well_drawn(&bytes);
    let read = Read::new(&bytes);
    let text = read.text();
    for number in 0..60 {
        assert!(
            text.contains(&format!("Measure number {number}")),
            "{number}"
        );
    }
    assert!(read.pages.len() > 60);
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    let mut book = empty("Long");
    for number in 0..200 {
        add_activity(&mut book, &format!("Activity number {number} of many"), &[]);
        add_decision(&mut book, number, &format!("Whether to do thing {number}"));
        add_action(&mut book, &format!("Do thing {number}"), "Dana");
    }
    let bytes = report(&book);
    assert_well_drawn(&bytes);
    let pages = Read::new(&bytes).all();
    let text: String = pages.iter().map(|page| page.text.as_str()).collect();
    let listing = pages
        .iter()
        .filter(|page| page.text.matches("Activity number").count() > 5);
    let heads = listing
        .map(|page| page.text.contains("Activity Lead With"))
        .collect::<Vec<_>>();
    assert!(heads.len() > 3 && !heads.contains(&false), "{heads:?}");
    for number in 0..200 {
        assert!(text.contains(&format!("Activity number {number} of many")));
        assert!(text.contains(&format!("Do thing {number}")));
    }
}

#[test]
fn fifty_thousand_words_and_a_row_taller_than_a_page() {
    let mut book = empty("Wordy");
    write_agenda(&mut book, &"together ".repeat(50_000));
    let measure = add_measure(&mut book, "M", "Wordy", &"It moves, slowly. ".repeat(4_000));
    for year in 1800..2026 {
        record(
            &mut book,
            measure,
            year,
            i64::from(year % 1_000),
            &format!("In {year}."),
        );
    }
    add_activity(&mut book, &"a very long name ".repeat(900), &[measure]);
    let bytes = report(&book);
    assert_well_drawn(&bytes);
    assert!(Read::new(&bytes).text().contains("In 2025."));
}

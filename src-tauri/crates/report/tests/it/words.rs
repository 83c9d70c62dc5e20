//! What a report says.

use crate::{
    books::{empty, report, sample},
    paper::Read,
};

#[test]
fn the_front_page_says_how_the_headline_measures_stand() {
    let read = Read::new(&report(&sample()));
    let front = &read.all()[0].text;
    for said in [
        "Cincinnati Birth-to-Career",
        "Sample figures",
        "Kindergarten readiness",
        "53.2%",
        "Watch",
        "What we ask of the board",
    ] {
        assert!(front.contains(said), "{said} in {front}");
    }
}

#[test]
fn a_measure_s_page_has_finding_story_readings_and_source() {
    let read = Read::new(&report(&sample()));
    let pages = read.all();
    let finding = "Kindergarten readiness is improving, but not yet fast enough for 60%";
    let page = pages
        .iter()
        .position(|page| page.text.contains(finding))
        .unwrap();
    let said: Vec<&str> = pages[page..]
        .iter()
        .map(|page| page.text.as_str())
        .collect();
    let said = said.join(" ");
    let mut from = 0;
    // In this order, as a screen reader comes to them; readings by group stand further on.
    for part in [
        finding,
        "+9.1 points",
        "Story behind the curve",
        "Partners contributing",
        "Readings",
        "Everyone",
        "53.2% p",
        "Race and ethnicity",
        "Sources",
    ] {
        let at = said[from..].find(part);
        assert!(at.is_some(), "{part} after {from} in {said}");
        from += at.unwrap();
    }
}

#[test]
fn every_rule_is_printed_with_what_it_rests_on() {
    let text = Read::new(&report(&sample())).text();
    for said in [
        "path = baseline + (target − baseline) ×",
        "Is the change real, or noise?",
        "Too few points",
        "Source: ",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn an_empty_initiative_has_an_honest_report() {
    let read = Read::new(&report(&empty("Nothing yet")));
    let text = read.text();
    assert!(text.contains("Nothing yet"), "{text}");
    assert!(!text.contains("NaN") && !text.contains(" inf "), "{text}");
}

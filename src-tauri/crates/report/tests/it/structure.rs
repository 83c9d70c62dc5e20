//! The tags that screen readers follow, and what an archive asks of a file.

use std::{collections::BTreeMap, thread, time::Duration};

use backbone_report::{Paper, SECTIONS};
use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    books::{empty, report, report_on, sample},
    paper::Read,
};

/// An element of the structure, in reading order.
pub struct Element {
    pub role: String,
    has_alternative: bool,
    scope: Option<String>,
    /// Marked content: page and number.
    marks: Vec<(ObjectId, i64)>,
}

pub fn elements(read: &Read) -> Vec<Element> {
    let catalog = read.document.catalog().unwrap();
    let root = read.dictionary(catalog.get(b"StructTreeRoot").unwrap());
    let mut found = Vec::new();
    visit(read, root.get(b"K").unwrap(), &mut found);
    found
}

fn visit(read: &Read, object: &Object, found: &mut Vec<Element>) {
    let element = read.dictionary(object);
    let name = |key: &[u8]| {
        let name = element.get(key).unwrap().as_name().unwrap();
        String::from_utf8_lossy(name).into_owned()
    };
    let at = found.len();
    found.push(Element {
        role: name(b"S"),
        has_alternative: element.has(b"Alt"),
        scope: element
            .get(b"A")
            .ok()
            .and_then(|object| scope(read, object)),
        marks: Vec::new(),
    });
    for kid in element.get(b"K").unwrap().as_array().unwrap() {
        let dictionary = read.dictionary(kid);
        match dictionary.get(b"Type").and_then(Object::as_name) {
            Ok(b"MCR") => {
                let page = dictionary.get(b"Pg").unwrap().as_reference().unwrap();
                let mark = dictionary.get(b"MCID").unwrap().as_i64().unwrap();
                found[at].marks.push((page, mark));
            }
            Ok(b"OBJR") => {}
            _ => visit(read, kid, found),
        }
    }
}

fn scope(read: &Read, attributes: &Object) -> Option<String> {
    let of = |attributes: &Dictionary| {
        let scope = attributes.get(b"Scope").ok()?.as_name().ok()?;
        Some(String::from_utf8_lossy(scope).into_owned())
    };
    match attributes {
        Object::Array(all) => all.iter().find_map(|one| of(read.dictionary(one))),
        one => of(read.dictionary(one)),
    }
}

#[test]
fn everything_on_a_page_belongs_to_one_element() {
    for book in [sample(), empty("Empty")] {
        let read = Read::new(&report(&book));
        let mut owners: BTreeMap<(ObjectId, i64), usize> = BTreeMap::new();
        for element in elements(&read) {
            for mark in element.marks {
                *owners.entry(mark).or_default() += 1;
            }
        }
        let mut drawn = 0;
        for (id, page) in read.pages.iter().zip(read.all()) {
            for (_, mark) in page.marks {
                assert_eq!(owners.remove(&(*id, mark)), Some(1), "mark {mark}");
                drawn += 1;
            }
        }
        assert_eq!(owners, BTreeMap::new(), "every mark of the tree is drawn");
        assert!(drawn > 10);
    }
}

#[test]
fn headings_figures_and_tables_say_what_they_are() {
    let read = Read::new(&report(&sample()));
    let mut level = 0;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let found = elements(&read);
    for element in &found {
        *counts.entry(element.role.as_str()).or_default() += 1;
        if let Some(next) = element.role.strip_prefix('H').and_then(|n| n.parse().ok()) {
            let next: u32 = next;
            assert!(next <= level + 1, "H{next} after H{level}");
            level = next;
        }
        match element.role.as_str() {
            "Figure" => assert!(element.has_alternative, "a figure has words"),
            "TH" => assert!(element.scope.is_some(), "a head names its cells"),
            _ => {}
        }
    }
    assert_eq!(counts["H1"], 1);
    for role in ["H2", "H3", "Figure", "Table", "TH", "TD", "L"] {
        assert!(counts.contains_key(role), "{role} in {counts:?}");
    }
}

#[test]
fn the_file_tells_its_language_title_and_what_it_conforms_to() {
    let read = Read::new(&report(&sample()));
    let catalog = read.document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en");
    assert!(catalog.has(b"OutputIntents") && catalog.has(b"Outlines"));
    let (_, metadata) = read
        .document
        .dereference(catalog.get(b"Metadata").unwrap())
        .unwrap();
    let metadata = metadata.as_stream().unwrap();
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    for said in [
        "Cincinnati Birth-to-Career",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
    ] {
        assert!(xmp.contains(said), "{said} in {xmp}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_at_any_time() {
    let book = sample();
    let first = report(&book);
    thread::sleep(Duration::from_millis(1_100));
    assert!(first == report(&book), "the same report");
    assert!(first == report(&sample()), "from another copy");
}

#[test]
fn sections_are_left_out_and_papers_differ() {
    let book = sample();
    let letter = Read::new(&report(&book));
    assert!((letter.size().0 - 612.0).abs() < 0.1);
    let a4 = Read::new(&report_on(&book, Paper::A4, &[]));
    assert!((a4.size().0 - 595.28).abs() < 0.1);
    let short = Read::new(&report_on(&book, Paper::Letter, SECTIONS));
    assert!(short.pages.len() < 4, "{} pages", short.pages.len());
    assert!(letter.pages.len() > 15, "{} pages", letter.pages.len());
}

#[test]
fn no_stream_ends_in_a_line_end() {
    // Whether one does depends on its content, so many contents are tried.
    for number in 0..40 {
        let bytes = report(&empty(&format!("Initiative number {number}")));
        let at = bytes
            .windows(11)
            .position(|found| found == b"\r\nendstream");
        assert_eq!(at, None, "{number}");
    }
}

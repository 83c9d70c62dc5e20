//! Whatever people write is printed: other scripts, signs that join, words without end.

use proptest::prelude::*;

use crate::{
    books::{
        add_action, add_activity, add_decision, add_measure, empty, record, report, write_agenda,
    },
    paper::{Read, assert_well_drawn},
};

/// The same text everywhere a person can write one.
fn everywhere(text: &str) -> Vec<u8> {
    let mut book = empty("Initiative");
    let is_blank = text.chars().all(|c| c.is_whitespace() || c.is_control());
    let name = if is_blank { "M" } else { text };
    let measure = add_measure(&mut book, "M", name, text);
    record(&mut book, measure, 2001, 415, text);
    record(&mut book, measure, 2002, 425, "");
    add_activity(&mut book, name, &[measure]);
    add_decision(&mut book, 1, name);
    add_action(&mut book, name, text);
    write_agenda(&mut book, text);
    report(&book)
}

#[test]
fn scripts_signs_and_lengths_of_every_kind() {
    for (what, text) in [
        ("long", "Reading at grade level ".repeat(435)),
        ("one word", "Kindergartenbereitschaft".repeat(25)),
        ("Arabic", "الاستعداد لرياض الأطفال 53.2% في 2024".to_owned()),
        ("Hebrew", "מוכנות לגן (53.2%) בשנת 2024".to_owned()),
        ("Chinese", "幼儿园准备情况提高到百分之五十三".repeat(12)),
        ("emoji", "👩‍👩‍👧 reads 🇺🇸 well 👍🏽".to_owned()),
        ("marks", "e\u{301}cole Zoe\u{308} a\u{20dd} x\u{0338}".to_owned()),
        ("controls", "a\u{0}b\u{7}c\td\r\ne\u{1b}[0m\u{200b}\u{feff}f".to_owned()),
        ("directions", "abc \u{202e}def\u{202c} \u{2066}ghi\u{2069}".to_owned()),
        ("blank", "   ".to_owned()),
        ("Markdown", "# Head\n- a\n  - b\n\n**bold *both*** `code` <b>x</b> [l](u) ![p](q)\n\n1. x\n\n> y\n\n---\n|a|b|\n".to_owned()),
        ("rare", "ﬁ ﷽ 𝔽 𒀀 \u{10fffd} \u{e000} ￼".to_owned()),
    ] {
        let bytes = everywhere(&text);
        assert_well_drawn(&bytes);
        assert!(!Read::new(&bytes).pages.is_empty(), "{what}");
    }
}

#[test]
fn what_is_written_can_be_copied_out_again() {
    let text = Read::new(&everywhere("Écoles prêtes: Ångström & Žižek 53 %")).text();
    assert!(
        text.contains("Écoles prêtes: Ångström & Žižek 53 %"),
        "{text}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_is_printed(text in "\\PC{0,80}|[\\x00-\\x{2fff}]{0,80}") {
        assert_well_drawn(&everywhere(&text));
    }
}

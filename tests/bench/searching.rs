//! Search over a hundred thousand records: how long the index takes, and each way of looking.

use std::hint::black_box;

use backbone_core::{
    Day, Workbook,
    communication::ActionItem,
    initiative::Initiative,
    partners::{Channel, Partner, Person, Touchpoint},
    searching::{Index, Query},
};
use criterion::Criterion;

use crate::context;

/// Words as they are in files like these: few that are everywhere, many that are rare.
struct Words {
    state: u64,
}

impl Words {
    const SYLLABLES: [&str; 20] = [
        "ba", "re", "ki", "to", "mun", "der", "gar", "ten", "lis", "vor", "sha", "pel", "qui",
        "nor", "dra", "tes", "mo", "lin", "cas", "fy",
    ];

    fn number(&mut self) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.state >> 33
    }

    /// A word whose number is small more often than large.
    fn word(&mut self) -> String {
        let (one, two, three) = (self.number(), self.number(), self.number());
        let mut rest = (one % 30_000) * (two % 30_000) / 30_000 * (three % 30_000) / 30_000;
        let mut word = String::from("w");
        loop {
            let syllable = usize::try_from(rest % 20).expect("below twenty");
            word.push_str(Self::SYLLABLES.get(syllable).expect("one of twenty"));
            rest /= 20;
            if rest == 0 {
                return word;
            }
        }
    }

    fn text(&mut self, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| self.word()).collect();
        words.join(" ")
    }
}

/// 300 partners, 10,000 people, 60,000 touchpoints, 30,000 action items.
fn a_hundred_thousand_records() -> Workbook {
    let named = Initiative::named("Bench");
    let mut book = Workbook::in_memory(named, &context()).expect("memory");
    let mut words = Words { state: 7 };
    let mut partners = Vec::new();
    for _ in 0..300 {
        let partner = Partner::named(&words.text(3));
        let added = book.add_partner(partner, &context()).expect("a partner");
        partners.push(added.value);
    }
    let of = |number: usize| partners.get(number % partners.len()).copied().expect("one");
    let people: Vec<Person> = (0..10_000)
        .map(|number| Person {
            partner_id: of(number),
            name: words.text(2),
            role: words.text(2),
            email: format!("{}@example.org", words.word()),
            phone: String::new(),
        })
        .collect();
    let touchpoints: Vec<Touchpoint> = (0..60_000)
        .map(|number| Touchpoint {
            partner_id: of(number),
            person_id: None,
            date: Day(context().today),
            channel: Channel::Call,
            summary: words.text(25),
            trust: None,
        })
        .collect();
    let items: Vec<ActionItem> = (0..30_000)
        .map(|_| ActionItem {
            meeting_id: None,
            title: words.text(6),
            owner: words.text(2),
            due: None,
            done_on: None,
        })
        .collect();
    for person in people {
        let _ = book.add(person, &context()).expect("a person");
    }
    for touchpoint in touchpoints {
        let _ = book.add(touchpoint, &context()).expect("a touchpoint");
    }
    for item in items {
        let _ = book.add(item, &context()).expect("an action item");
    }
    book
}

pub(crate) fn searching(criterion: &mut Criterion) {
    let book = a_hundred_thousand_records();
    criterion.bench_function("index_of_a_hundred_thousand_records", |bencher| {
        bencher.iter(|| {
            let mut index = Index::new().expect("memory");
            index.complete(&book).expect("an index");
            index
        });
    });
    let mut index = Index::new().expect("memory");
    index.complete(&book).expect("an index");
    assert!(index.len().expect("an index") > 100_000);
    for (name, text) in [
        ("one_letter", "w"),
        ("two_letters", "wb"),
        ("a_word_of_many_records", "wba"),
        ("the_beginning_of_a_rare_word", "wkigarde"),
        ("two_words", "wre wki"),
        ("a_word_nobody_wrote", "wkigxrten"),
        ("nothing", "zzzzzzzzz"),
    ] {
        let query = Query {
            text,
            only: None,
            most: 5,
        };
        criterion.bench_function(&format!("search_{name}"), |bencher| {
            bencher.iter(|| black_box(index.search(&book, &query)).expect("an answer"));
        });
    }
}

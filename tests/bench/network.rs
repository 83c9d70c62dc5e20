//! What a person waits for on the network of partners: 300 of them with 3,000 ties.

use std::{hint::black_box, path::Path};

use backbone_core::{
    PartnerId, Workbook,
    activities::{Activity, ActivityStatus},
    partners::{Partner, SECTORS},
    reporting::NetworkChoice,
};
use backbone_report::draw_network;
use criterion::Criterion;

use crate::{context, new_book};

const PARTNERS: u32 = 300;
const TIES: u32 = 3_000;

/// Partners of every sector, and an activity for each pair that is tied.
fn city(path: &Path) -> Workbook {
    let mut book = new_book(path);
    let partners: Vec<PartnerId> = (0..PARTNERS)
        .zip(SECTORS.iter().cycle())
        .map(|(number, sector)| {
            let partner = Partner {
                sector_id: Some(book.sector_called(sector).expect("a sector")),
                ..Partner::named(&format!("Partner number {number} of the county"))
            };
            book.add_partner(partner, &context())
                .expect("a partner")
                .value
        })
        .collect();
    let at = |place: u32| {
        let place = usize::try_from(place % PARTNERS).expect("a place");
        *partners.get(place).expect("a partner")
    };
    for number in 0..TIES {
        let one = number % PARTNERS;
        // Ten others each, near and far around the circle.
        let other = one + 1 + (number / PARTNERS) * (number / PARTNERS + 1) * 2;
        let activity = Activity {
            name: format!("Activity {number}"),
            description: String::new(),
            strategy_id: None,
            lead_id: Some(at(one)),
            status: ActivityStatus::Active,
            starts: None,
            ends: None,
            progress: String::new(),
        };
        let _ = book
            .add_activity(activity, &[at(other)], &[], &context())
            .expect("an activity");
    }
    book
}

pub fn of_three_hundred_partners(criterion: &mut Criterion, folder: &Path) {
    let book = city(&folder.join("network.backbone"));
    let choice = NetworkChoice::year_to(context().today);
    let facts = book.network(choice).expect("a network");
    println!(
        "The network has {} partners and {} ties.",
        facts.partners.len(),
        facts.ties.len()
    );
    criterion.bench_function("network_of_300_partners", |bencher| {
        bencher.iter(|| black_box(book.network(choice)).expect("a network"));
    });
    criterion.bench_function("drawing_of_300_partners_and_3000_ties", |bencher| {
        bencher.iter(|| black_box(draw_network(&facts, 900.0, 12.5, None)));
    });
}

//! The matrix of activities at the size of a large initiative: 300 partners, 2,000 activities,
//! 20 strategies; then its pages, and the map of what carries what.

use std::{hint::black_box, path::Path};

use backbone_core::{
    MeasureId, PartnerId, PlaceId, PopulationId, StrategyId, Workbook,
    activities::{Activity, ActivityStatus, Population, Reach},
    agenda::{Strategy, WantedResult},
    measurement::{Measure, Place},
    partners::Partner,
    reporting::{Audience, MatrixBy, MatrixScope},
};
use criterion::Criterion;

use crate::{context, new_book};

const PARTNERS: usize = 300;
const ACTIVITIES: usize = 2_000;
const STRATEGIES: usize = 20;

/// One of a list, again and again from its beginning.
fn of<T: Copy>(all: &[T], number: usize) -> T {
    let mut turn = all.iter().cycle().skip(number % all.len());
    *turn.next().expect("a list that is not empty")
}

fn large(path: &Path) -> Workbook {
    let mut book = new_book(path);
    let context = context();
    let result = WantedResult {
        name: "Every child thrives".to_owned(),
        population: String::new(),
        position: 1,
    };
    let result_id = book.add(result, &context).expect("a result").value;
    let strategies: Vec<StrategyId> = (1..)
        .take(STRATEGIES)
        .map(|position| {
            let strategy = Strategy {
                result_id,
                name: format!("Strategy {position}"),
                description: String::new(),
                position,
            };
            book.add(strategy, &context).expect("a strategy").value
        })
        .collect();
    let partners: Vec<PartnerId> = (0..PARTNERS)
        .map(|number| {
            let partner = Partner::named(&format!("Partner {number:03}"));
            book.add(partner, &context).expect("a partner").value
        })
        .collect();
    let measures: Vec<MeasureId> = (0..60)
        .map(|number| {
            let measure = Measure::named(&format!("M{number}"), &format!("Measure {number}"));
            book.add(measure, &context).expect("a measure").value
        })
        .collect();
    let populations: Vec<PopulationId> = (1..=12)
        .map(|position| {
            let name = format!("Population {position}");
            let population = Population { name, position };
            book.add(population, &context).expect("a population").value
        })
        .collect();
    let places: Vec<PlaceId> = (0..25)
        .map(|number| {
            let place = Place {
                name: format!("Place {number}"),
                is_benchmark: false,
                parent_id: None,
            };
            book.add(place, &context).expect("a place").value
        })
        .collect();
    for number in 0..ACTIVITIES {
        let activity = Activity {
            name: format!("Activity {number}"),
            description: String::new(),
            strategy_id: Some(of(&strategies, number)),
            lead_id: Some(of(&partners, number * 7)),
            status: ActivityStatus::Active,
            starts: None,
            ends: None,
            progress: String::new(),
        };
        let with = [
            of(&partners, number * 11 + 1),
            of(&partners, number * 13 + 2),
        ];
        let moved = [of(&measures, number)];
        let reach = Reach {
            populations: vec![of(&populations, number), of(&populations, number * 5 + 1)],
            places: vec![of(&places, number), of(&places, number * 3 + 1)],
        };
        let done = book.add_activity_with_reach(activity, &with, &moved, &reach, &context);
        let _ = done.expect("an activity");
    }
    book
}

pub fn matrix(criterion: &mut Criterion, folder: &Path) {
    let book = large(&folder.join("activities.backbone"));
    criterion.bench_function("matrix_of_two_thousand_activities", |bencher| {
        bencher.iter(|| {
            let matrix = book.matrix(MatrixBy::Strategies, MatrixScope::Running);
            black_box(matrix).expect("a matrix")
        });
    });
    criterion.bench_function("reinforcement_of_two_thousand_activities", |bencher| {
        bencher.iter(|| {
            let facts = book.reinforcement().expect("facts");
            let view = backbone_report::ReinforcementView::usual(&facts);
            black_box(backbone_report::reinforcement(&facts, view, 960.0, 12.5))
        });
    });
    let facts = book
        .matrix_paper_facts(context().today, Audience::Internal)
        .expect("facts");
    let options = backbone_report::Options {
        paper: backbone_report::Paper::Letter,
        title: String::new(),
        left_out: Vec::new(),
    };
    let report = backbone_report::matrix(&facts, &options).expect("a report");
    println!(
        "The activity matrix has {} pages and {} bytes.",
        report.pages,
        report.bytes.len()
    );
    criterion.bench_function("matrix_report_of_two_thousand_activities", |bencher| {
        bencher.iter(|| black_box(backbone_report::matrix(&facts, &options)).expect("a report"));
    });
}

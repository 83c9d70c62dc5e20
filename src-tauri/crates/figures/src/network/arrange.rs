//! Where the partners of a network stand: distances on paper close to the number of steps
//! between them (stress majorization, Gansner, Koren and North 2004). Only sums, products,
//! quotients and square roots, each of which every machine rounds alike: the same network, the
//! same places.

use std::collections::VecDeque;

/// Proportions of the field: its width is 1.
pub(super) const HEIGHT: f64 = 0.6;
/// Kept free at the sides for names, and above and below.
const MARGIN: [f64; 2] = [0.07, 0.035];
/// Nodes stand so far apart, where there is room for all.
const APART: f64 = 0.034;
/// How often distances of pairs are looked at, at most: the time it may take.
const MOST_STEPS: usize = 6_000_000;

/// Places in the field for every node that has a tie, in the order of the nodes.
pub(super) fn arrange(count: usize, ties: &[(usize, usize)]) -> Vec<Option<[f64; 2]>> {
    let mut neighbors = vec![Vec::new(); count];
    for &(one, other) in ties {
        for (from, to) in [(one, other), (other, one)] {
            if let Some(list) = neighbors.get_mut(from) {
                list.push(to);
            }
        }
    }
    let mut inner: Vec<usize> = (0..count)
        .filter(|node| degree(&neighbors, *node) > 0)
        .collect();
    // Whoever has most ties begins in the middle.
    inner.sort_by_key(|node| std::cmp::Reverse(degree(&neighbors, *node)));
    let wished = distances(&inner, &neighbors);
    let mut places = spiral(inner.len());
    settle(&mut places, &wished);
    turn(&mut places);
    fit(&mut places);
    part(&mut places);
    let mut found = vec![None; count];
    for (node, place) in inner.iter().zip(places) {
        if let Some(slot) = found.get_mut(*node) {
            *slot = Some(place);
        }
    }
    found
}

fn degree(neighbors: &[Vec<usize>], node: usize) -> usize {
    neighbors.get(node).map_or(0, Vec::len)
}

/// Steps between every two of `inner`, row by row. Those that do not reach each other lie a
/// little farther apart than any that do.
fn distances(inner: &[usize], neighbors: &[Vec<usize>]) -> Vec<f64> {
    let mut steps = Vec::with_capacity(inner.len() * inner.len());
    let mut farthest = 1u32;
    for start in inner {
        let mut reached: Vec<Option<u32>> = vec![None; neighbors.len()];
        let mut open = VecDeque::from([(*start, 0u32)]);
        if let Some(first) = reached.get_mut(*start) {
            *first = Some(0);
        }
        while let Some((node, so_far)) = open.pop_front() {
            farthest = farthest.max(so_far);
            for other in neighbors.get(node).into_iter().flatten() {
                if let Some(slot) = reached.get_mut(*other)
                    && slot.is_none()
                {
                    *slot = Some(so_far + 1);
                    open.push_back((*other, so_far + 1));
                }
            }
        }
        steps.extend(
            inner
                .iter()
                .map(|node| reached.get(*node).copied().flatten()),
        );
    }
    let apart = f64::from(farthest) + 0.6;
    steps
        .into_iter()
        .map(|steps| steps.map_or(apart, f64::from))
        .collect()
}

/// A beginning that puts no two in one place: outward by the golden angle.
fn spiral(count: usize) -> Vec<[f64; 2]> {
    // Cosine and sine of the golden angle, written out so that no machine computes its own.
    const TURN: [f64; 2] = [-0.737_368_878_078_319_8, 0.675_490_294_261_523_6];
    let mut toward = [1.0f64, 0.0];
    (0..count)
        .map(|number| {
            let far = number_of(number).sqrt() * 0.35;
            let place = [toward[0] * far, toward[1] * far];
            toward = [
                toward[0] * TURN[0] - toward[1] * TURN[1],
                toward[0] * TURN[1] + toward[1] * TURN[0],
            ];
            place
        })
        .collect()
}

#[allow(clippy::cast_precision_loss, reason = "far fewer than a double counts")]
fn number_of(count: usize) -> f64 {
    count as f64
}

/// Moves one after the other to where the distances it wishes pull it, each the more the
/// nearer it wishes to be.
fn settle(places: &mut [[f64; 2]], wished: &[f64]) {
    let count = places.len();
    if count < 2 {
        return;
    }
    let rounds = (MOST_STEPS / (count * count)).clamp(12, 240);
    for _ in 0..rounds {
        for node in 0..count {
            let Some(&here) = places.get(node) else {
                continue;
            };
            let row = wished.get(node * count..(node + 1) * count);
            let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
            for (other, (there, wish)) in places.iter().zip(row.into_iter().flatten()).enumerate() {
                if other == node {
                    continue;
                }
                let away = [here[0] - there[0], here[1] - there[1]];
                let length = (away[0] * away[0] + away[1] * away[1]).sqrt().max(1e-9);
                let weight = 1.0 / (wish * wish);
                x += weight * (there[0] + wish * away[0] / length);
                y += weight * (there[1] + wish * away[1] / length);
                weights += weight;
            }
            if let Some(place) = places.get_mut(node) {
                *place = [x / weights, y / weights];
            }
        }
    }
}

/// Lays the longer side across.
fn turn(places: &mut [[f64; 2]]) {
    let count = number_of(places.len().max(1));
    let middle = |sum: f64| sum / count;
    let center = [
        middle(places.iter().map(|place| place[0]).sum()),
        middle(places.iter().map(|place| place[1]).sum()),
    ];
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for place in places.iter() {
        let (x, y) = (place[0] - center[0], place[1] - center[1]);
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    let half = (xx - yy) / 2.0;
    let long = f64::midpoint(xx, yy) + (half * half + xy * xy).sqrt();
    let (mut x, mut y) = (long - yy, xy);
    if x.abs() + y.abs() < 1e-12 {
        (x, y) = if xx < yy { (0.0, 1.0) } else { (1.0, 0.0) };
    }
    let length = (x * x + y * y).sqrt();
    let (x, y) = (x / length, y / length);
    for place in places.iter_mut() {
        let from = [place[0] - center[0], place[1] - center[1]];
        *place = [from[0] * x + from[1] * y, from[1] * x - from[0] * y];
    }
}

/// Fills the field; one side is stretched against the other a little at most.
fn fit(places: &mut [[f64; 2]]) {
    const MOST_STRETCH: f64 = 1.5;
    // Two that are tied need not stand at the ends of the field.
    const MOST_SCALE: f64 = 0.4;
    let across = Extent::of(places.iter().map(|place| place[0]));
    let down = Extent::of(places.iter().map(|place| place[1]));
    let wide = (1.0 - 2.0 * MARGIN[0]) / across.length;
    let high = (HEIGHT - 2.0 * MARGIN[1]) / down.length;
    let most = (wide.min(high) * MOST_STRETCH).min(MOST_SCALE);
    let (wide, high) = (wide.min(most), high.min(most));
    for place in places.iter_mut() {
        *place = [
            0.5 + (place[0] - across.middle) * wide,
            HEIGHT / 2.0 + (place[1] - down.middle) * high,
        ];
    }
}

/// From where to where values run.
struct Extent {
    middle: f64,
    length: f64,
}

impl Extent {
    fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let most = values.fold(f64::NEG_INFINITY, f64::max);
        Self {
            middle: f64::midpoint(least, most),
            length: (most - least).max(1e-6),
        }
    }
}

/// Moves those apart that would cover each other.
fn part(places: &mut [[f64; 2]]) {
    const ROUNDS: usize = 24;
    let count = places.len();
    let room = (1.0 - 2.0 * MARGIN[0]) * (HEIGHT - 2.0 * MARGIN[1]);
    let apart = APART.min((room / number_of(count.max(1))).sqrt() * 0.72);
    for _ in 0..ROUNDS {
        let mut is_done = true;
        for one in 0..count {
            for other in one + 1..count {
                let (Some(&a), Some(&b)) = (places.get(one), places.get(other)) else {
                    continue;
                };
                let mut away = [b[0] - a[0], b[1] - a[1]];
                let mut length = (away[0] * away[0] + away[1] * away[1]).sqrt();
                if length >= apart {
                    continue;
                }
                is_done = false;
                if length < 1e-9 {
                    (away, length) = ([0.6, 0.8], 1.0);
                }
                let push = (apart - length.min(apart)) / 2.0 / length;
                let push = push.max(1e-6);
                for (node, sign) in [(one, -1.0), (other, 1.0)] {
                    if let Some(place) = places.get_mut(node) {
                        place[0] = inside(place[0] + sign * away[0] * push, 0);
                        place[1] = inside(place[1] + sign * away[1] * push, 1);
                    }
                }
            }
        }
        if is_done {
            break;
        }
    }
}

/// Keeps a place in the field.
fn inside(value: f64, axis: usize) -> f64 {
    let (margin, end) = if axis == 0 {
        (MARGIN[0], 1.0)
    } else {
        (MARGIN[1], HEIGHT)
    };
    value.clamp(margin, end - margin)
}

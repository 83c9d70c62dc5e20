//! How far to the right a box stands: one step behind the last that comes before it.

use super::MapArrow;

/// The layer of each of `count` boxes, from 0. Where boxes wait for each other in a ring, the
/// one that is named first begins.
pub(super) fn layers(count: usize, arrows: &[MapArrow]) -> Vec<usize> {
    let mut waiting = vec![0usize; count];
    let mut follows: Vec<Vec<usize>> = vec![Vec::new(); count];
    for arrow in arrows.iter().filter(|arrow| arrow.from != arrow.to) {
        if let (Some(waits), Some(list)) = (waiting.get_mut(arrow.to), follows.get_mut(arrow.from))
            && arrow.from < count
        {
            *waits += 1;
            list.push(arrow.to);
        }
    }
    let mut layer = vec![0usize; count];
    let mut is_done = vec![false; count];
    for _ in 0..count {
        let open = (0..count).filter(|place| is_done.get(*place) == Some(&false));
        let fewest = |place: &usize| waiting.get(*place).copied().unwrap_or(usize::MAX);
        let Some(next) = open.min_by_key(|place| (fewest(place) > 0, *place)) else {
            break;
        };
        if let Some(done) = is_done.get_mut(next) {
            *done = true;
        }
        let here = layer.get(next).copied().unwrap_or(0);
        for to in follows.get(next).into_iter().flatten() {
            if is_done.get(*to) == Some(&true) {
                continue;
            }
            if let Some(waits) = waiting.get_mut(*to) {
                *waits = waits.saturating_sub(1);
            }
            if let Some(there) = layer.get_mut(*to) {
                *there = (*there).max(here + 1);
            }
        }
    }
    layer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrow(from: usize, to: usize) -> MapArrow {
        MapArrow {
            from,
            to,
            is_feed: true,
        }
    }

    #[test]
    fn a_box_stands_behind_the_last_that_feeds_it() {
        // 0 → 1 → 3 and 0 → 3; 2 is alone.
        let found = layers(4, &[arrow(0, 1), arrow(1, 3), arrow(0, 3)]);
        assert_eq!(found, [0, 1, 0, 2]);
    }

    #[test]
    fn a_ring_begins_with_the_box_named_first() {
        assert_eq!(
            layers(3, &[arrow(0, 1), arrow(1, 2), arrow(2, 0)]),
            [0, 1, 2]
        );
        assert_eq!(layers(2, &[arrow(1, 0), arrow(0, 1)]), [0, 1]);
    }

    #[test]
    fn arrows_to_nowhere_and_to_itself_change_nothing() {
        assert_eq!(layers(2, &[arrow(0, 9), arrow(9, 1), arrow(1, 1)]), [0, 0]);
    }
}

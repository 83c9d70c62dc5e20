//! Events and percentages of one breakdown, after its people.
//!
//! A percentage and its events are shown or hidden together: beside a printed number of
//! people each gives the other away. Hidden events follow the rule of hidden people, with
//! the numerator floor; without such a floor their sum must at least be neither none nor all
//! of the hidden people, since both would tell every hidden percentage.

use super::{
    Bounds, Place, Reason, Seen,
    one_way::{Figures, Group, Inputs, People, smallest_shown},
    tail,
};

/// The figures of the groups and of the total.
pub(super) fn protect(
    inputs: &Inputs,
    people: &People,
    is_total_withheld: bool,
) -> (Vec<Figures>, Figures) {
    if !inputs.has_events() {
        let bare = |people: Option<Seen<u64>>| Figures {
            people,
            events: None,
            percent: None,
        };
        let groups = people.groups.iter().cloned().map(|seen| bare(Some(seen)));
        return (groups.collect(), bare(people.total.clone()));
    }
    let mut layer = Layer::new(inputs, people, is_total_withheld);
    while let Some(unsafe_ones) = layer.unsafe_ones() {
        if !layer.hide_one_more(&unsafe_ones) {
            break;
        }
    }
    layer.figures(inputs, people)
}

struct Layer {
    /// Events of each group, where known.
    events: Vec<Option<u64>>,
    /// Why the events of each group are hidden altogether.
    reasons: Vec<Option<Reason>>,
    /// What the coded percentage of each group leaves possible.
    coded: Vec<Option<Bounds>>,
    /// Most people an outsider takes each group to have.
    most: Vec<Option<u64>>,
    /// People who had no event, of the groups where both are known.
    others: Vec<Option<u64>>,
    total: Option<u64>,
    total_reason: Option<Reason>,
    total_coded: Option<Bounds>,
    /// Least sum of hidden events.
    least: u64,
    /// How closely a coded group may be known, unless its tail is narrower itself.
    floor: u64,
}

impl Layer {
    fn new(inputs: &Inputs, people: &People, is_total_withheld: bool) -> Self {
        let floor = inputs.knobs.numerator_floor;
        let why = |group: &Group, people: Option<&Seen<u64>>| match people.and_then(Seen::reason) {
            Some(Reason::Complementary { .. }) => Some(Reason::Derivable),
            Some(reason) => Some(reason.clone()),
            None => match group.events() {
                None => Some(Reason::HiddenBySource),
                Some(events) => floor
                    .is_some_and(|floor| events < floor)
                    .then_some(Reason::TooFewEvents),
            },
        };
        let coded = |group: &Group, reason: &Option<Reason>| match reason {
            Some(_) => None,
            None => tail::range(tail::code(group.share()?, inputs.knobs.tails), group.n?),
        };
        let seen = || inputs.groups.iter().zip(&people.groups);
        let reasons: Vec<_> = seen().map(|(group, seen)| why(group, Some(seen))).collect();
        let whole = whole(inputs);
        let total = whole.events();
        let total_reason = total.and_then(|_| why(&whole, people.total.as_ref()));
        Self {
            coded: inputs
                .groups
                .iter()
                .zip(&reasons)
                .map(|(group, reason)| coded(group, reason))
                .collect(),
            most: seen()
                .map(|(group, seen)| match seen.bounds() {
                    Some(bounds) => bounds.upper,
                    None => group.n,
                })
                .collect(),
            others: inputs
                .groups
                .iter()
                .map(|group| group.n?.checked_sub(group.events()?))
                .collect(),
            events: inputs.groups.iter().map(Group::events).collect(),
            total_coded: coded(&whole, &total_reason),
            total_reason: total_reason.or_else(|| is_total_withheld.then_some(Reason::Derivable)),
            total,
            reasons,
            least: floor.unwrap_or(1).max(1),
            floor: inputs.knobs.denominator_floor,
        }
    }

    /// The total as an outsider can subtract from it.
    fn exact_total(&self) -> Option<u64> {
        let is_exact = self.total_reason.is_none() && self.total_coded.is_none();
        self.total.filter(|_| is_exact)
    }

    /// What is printed exactly, as places in the lists.
    fn is_exact(&self, index: usize) -> bool {
        matches!(
            (self.reasons.get(index), self.coded.get(index)),
            (Some(None), Some(None))
        )
    }

    /// What an outsider computes of the events of each group; exact ones and groups without
    /// any limit are left out.
    fn bounds(&self) -> Vec<(usize, Bounds)> {
        let open: Vec<(usize, Bounds)> = (0..)
            .zip(&self.most)
            .zip(&self.coded)
            .filter(|((index, _), _)| !self.is_exact(*index))
            .map(|((index, most), coded)| {
                let natural = coded.unwrap_or(Bounds {
                    lower: 0,
                    upper: *most,
                });
                (index, natural)
            })
            .collect();
        let printed: u64 = (0..)
            .zip(&self.events)
            .filter(|(index, _)| self.is_exact(*index))
            .filter_map(|(_, events)| *events)
            .sum();
        let left = self
            .exact_total()
            .and_then(|total| total.checked_sub(printed));
        let Some(left) = left else {
            return open;
        };
        let least: u64 = open.iter().map(|(_, bounds)| bounds.lower).sum();
        // None of the others can take more than what is left.
        let most = |bounds: &Bounds| bounds.upper.unwrap_or(left).min(left);
        let all: u64 = open.iter().map(|(_, bounds)| most(bounds)).sum();
        open.iter()
            .map(|(index, natural)| {
                let rest_least = least - natural.lower;
                let rest_most = all - most(natural);
                let upper = most(natural).min(left.saturating_sub(rest_least));
                let lower = natural.lower.max(left.saturating_sub(rest_most)).min(upper);
                let bounds = Bounds {
                    lower,
                    upper: Some(upper),
                };
                (*index, bounds)
            })
            .collect()
    }

    /// The groups that are not safe yet; none when all are.
    fn unsafe_ones(&self) -> Option<Vec<Place>> {
        let hidden = || {
            (0..)
                .zip(&self.reasons)
                .filter(|(_, reason)| reason.is_some())
        };
        let places = |list: &mut dyn Iterator<Item = usize>| -> Vec<Place> {
            list.map(Place::Group).collect()
        };
        let first = || {
            let primary = hidden()
                .filter(|(_, reason)| !matches!(reason, Some(Reason::Complementary { .. })));
            places(&mut primary.map(|(index, _)| index))
        };
        let count = hidden().count();
        let pick = |list: &[Option<u64>]| -> Vec<Option<u64>> {
            let picked = list.iter().zip(&self.reasons);
            picked
                .filter(|(_, reason)| reason.is_some())
                .map(|(number, _)| *number)
                .collect()
        };
        let is_too_little = |numbers: &[Option<u64>], least: u64| {
            // A number its source hides may be anything.
            numbers.iter().all(Option::is_some) && numbers.iter().flatten().sum::<u64>() < least
        };
        let is_total_open = self.total.is_some() && self.total_reason.is_some();
        // A coded percentage is company too: neither follows exactly from the other.
        let has_company = count != 1 || self.coded.iter().any(Option::is_some);
        if !has_company
            || count > 0
                && (is_too_little(&pick(&self.events), self.least)
                    || is_too_little(&pick(&self.others), 1))
        {
            return Some(first());
        }
        if is_total_open && count == 0 {
            return Some(vec![Place::Total]);
        }
        // Without a printed total there is nothing to subtract from, and each is at least as
        // safe as its tail.
        self.exact_total()?;
        let leaking: Vec<usize> = self
            .bounds()
            .into_iter()
            .filter(|(index, bounds)| {
                let natural = self.coded.get(*index).copied().flatten();
                let wanted = match natural.and_then(Bounds::width) {
                    Some(width) => width.min(self.floor),
                    None => 1,
                };
                bounds.is_narrower_than(wanted)
            })
            .map(|(index, _)| index)
            .collect();
        (!leaking.is_empty()).then(|| places(&mut leaking.into_iter()))
    }

    /// Hides the smallest shown events, then the coded ones, then the total; false when all
    /// is hidden.
    fn hide_one_more(&mut self, protects: &[Place]) -> bool {
        let is_shown_exactly: Vec<Option<u64>> = (0..)
            .zip(&self.events)
            .map(|(index, events)| events.filter(|_| self.is_exact(index)))
            .collect();
        let smallest = smallest_shown(&is_shown_exactly, &self.reasons)
            .or_else(|| smallest_shown(&self.events, &self.reasons));
        if let Some(index) = smallest {
            if let Some(reason) = self.reasons.get_mut(index) {
                *reason = Some(Reason::Complementary {
                    protects: protects.to_vec(),
                });
            }
            if let Some(coded) = self.coded.get_mut(index) {
                *coded = None;
            }
            return true;
        }
        let can_hide_total = self.total.is_some() && self.total_reason.is_none();
        if can_hide_total {
            self.total_reason = Some(Reason::Derivable);
        }
        can_hide_total
    }

    fn figures(&self, inputs: &Inputs, people: &People) -> (Vec<Figures>, Figures) {
        let bounds = self.bounds();
        let groups = inputs.groups.iter().zip(&people.groups).enumerate();
        let groups = groups.map(|(index, (group, seen))| {
            let reason = self.reasons.get(index).cloned().flatten();
            let found = bounds.iter().find(|(found, _)| *found == index);
            let bounds = found.map_or(Bounds::OPEN, |(_, bounds)| *bounds);
            let is_coded = matches!(self.coded.get(index), Some(Some(_)));
            figures(inputs, group, Some(seen), reason, is_coded, bounds)
        });
        let natural = Bounds {
            lower: 0,
            upper: people.total.as_ref().and_then(Seen::value).copied(),
        };
        let total = figures(
            inputs,
            &whole(inputs),
            people.total.as_ref(),
            self.total_reason.clone(),
            self.total_coded.is_some(),
            self.total_coded.unwrap_or(natural),
        );
        (groups.collect(), total)
    }
}

/// The total, with the sum of the groups where a percentage is printed without the number
/// it is taken of.
fn whole(inputs: &Inputs) -> Group {
    let sum = || inputs.groups.iter().map(|group| group.n).sum();
    Group {
        n: inputs.total.n.or_else(sum),
        ..inputs.total
    }
}

fn figures(
    inputs: &Inputs,
    group: &Group,
    people: Option<&Seen<u64>>,
    reason: Option<Reason>,
    is_coded: bool,
    bounds: Bounds,
) -> Figures {
    let coded = is_coded.then_some(Reason::Tail);
    let events = match (group.events(), reason.clone().or(coded)) {
        (Some(value), None) => Some(Seen::Shown { value }),
        (None, None) => None,
        (_, Some(reason)) => Some(Seen::Hidden {
            reason,
            bounds: Some(bounds),
        }),
    };
    let percent = match (group.share(), reason) {
        (_, Some(reason)) => Some(Seen::Hidden {
            reason,
            bounds: None,
        }),
        (Some(percent), None) => Some(Seen::Shown {
            value: tail::code(percent, inputs.knobs.tails),
        }),
        (None, None) => None,
    };
    Figures {
        people: people.cloned(),
        events,
        percent,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Knobs, OneWay, Tails, breakdown},
        *,
    };

    fn protected(knobs: Knobs, counts: &[(u64, u64)], total_events: bool) -> OneWay {
        let group = |(x, n): (u64, u64)| Group {
            n: Some(n),
            x: Some(x),
            percent: None,
        };
        let sum = counts
            .iter()
            .fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
        let mut total = group(sum);
        if !total_events {
            total.x = None;
        }
        breakdown(Inputs {
            knobs,
            groups: counts.iter().copied().map(group).collect(),
            total,
        })
        .unwrap()
    }

    fn hidden_percents(found: &OneWay) -> Vec<usize> {
        let percents = found.groups.iter().map(|group| group.percent.as_ref());
        let hidden = (0..).zip(percents);
        hidden
            .filter(|(_, percent)| percent.is_some_and(Seen::is_hidden))
            .map(|(index, _)| index)
            .collect()
    }

    const EVENTS: Knobs = Knobs {
        denominator_floor: 10,
        numerator_floor: Some(20),
        tails: None,
    };
    const TAILS: Knobs = Knobs {
        denominator_floor: 10,
        numerator_floor: None,
        tails: Some(Tails {
            low: 5.0,
            high: 95.0,
        }),
    };

    #[test]
    fn a_percentage_is_hidden_with_its_people() {
        let found = protected(Knobs::default(), &[(60, 120), (20, 40), (3, 7)], true);
        assert_eq!(hidden_percents(&found), [1, 2]);
        let reasons: Vec<_> = [1, 2]
            .map(|index: usize| found.groups[index].percent.as_ref().unwrap().reason())
            .into();
        assert_eq!(
            reasons,
            [Some(&Reason::Derivable), Some(&Reason::TooFewPeople)],
            "beside its events it would give the hidden forty away"
        );
        assert!(!found.total.percent.unwrap().is_hidden());
    }

    #[test]
    fn too_few_events_are_hidden_and_protected_like_people() {
        let found = protected(EVENTS, &[(50, 120), (30, 100), (12, 90)], true);
        assert_eq!(hidden_percents(&found), [1, 2]);
        assert!(
            found
                .groups
                .iter()
                .all(|group| !group.people.as_ref().unwrap().is_hidden()),
            "there are people enough"
        );
        let found = protected(EVENTS, &[(50, 120), (12, 100), (11, 90)], true);
        assert_eq!(hidden_percents(&found), [1, 2], "together they are enough");
        let found = protected(EVENTS, &[(50, 120), (9, 100), (10, 90)], true);
        assert_eq!(hidden_percents(&found), [0, 1, 2], "together they are not");
        let found = protected(EVENTS, &[(9, 100), (10, 90)], true);
        assert_eq!(
            found.total.events.unwrap().reason(),
            Some(&Reason::TooFewEvents)
        );
    }

    #[test]
    fn hidden_events_that_sum_to_none_or_all_need_company() {
        let none = protected(Knobs::default(), &[(60, 120), (0, 40), (0, 7)], true);
        assert_eq!(hidden_percents(&none), [0, 1, 2]);
        let all = protected(
            Knobs::default(),
            &[(60, 120), (50, 100), (40, 40), (7, 7)],
            true,
        );
        assert_eq!(hidden_percents(&all), [1, 2, 3]);
    }

    #[test]
    fn events_follow_from_the_percentage_where_they_are_missing() {
        let group = |n, percent| Group {
            n: Some(n),
            x: None,
            percent: Some(percent),
        };
        let found = breakdown(Inputs {
            knobs: EVENTS,
            groups: vec![group(120, 50.0), group(90, 33.3), group(60, 10.0)],
            total: Group::of(270),
        })
        .unwrap();
        assert_eq!(hidden_percents(&found), [1, 2]);
        assert_eq!(
            found.groups[0].events,
            Some(Seen::Shown { value: 60 }),
            "half of 120"
        );
    }

    #[test]
    fn tails_are_coded_and_their_events_hidden() {
        let found = protected(TAILS, &[(97, 100), (50, 100), (2, 100)], false);
        assert_eq!(
            found.groups[0].percent,
            Some(Seen::Shown {
                value: tail::Percent::MoreThan { percent: 95.0 }
            })
        );
        assert_eq!(
            found.groups[2].events,
            Some(Seen::Hidden {
                reason: Reason::Tail,
                bounds: Some(Bounds {
                    lower: 0,
                    upper: Some(4)
                })
            })
        );
        assert!(hidden_percents(&found).is_empty());
    }

    #[test]
    fn a_coded_tail_is_not_undone_by_a_printed_total() {
        let found = protected(TAILS, &[(97, 100), (50, 100), (30, 90)], true);
        assert_eq!(
            hidden_percents(&found),
            [2],
            "177 − 50 − 30 would be the 97 behind “more than 95 %”"
        );
    }

    #[test]
    fn a_group_without_events_beside_others_is_hidden_by_its_source() {
        let mut groups = vec![Group::of(50); 3];
        groups[0].x = Some(20);
        groups[1].x = Some(30);
        let found = breakdown(Inputs {
            knobs: Knobs::default(),
            groups,
            total: Group {
                n: Some(150),
                x: Some(70),
                percent: None,
            },
        })
        .unwrap();
        assert_eq!(
            found.groups[2].events.as_ref().unwrap().reason(),
            Some(&Reason::HiddenBySource)
        );
        assert_eq!(
            hidden_percents(&found),
            [0, 2],
            "70 − 20 − 30 would fill it in"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_hidden_events_can_be_computed(
            counts in proptest::collection::vec((0_u64..200, 0_u64..=100), 1..7),
            has_floor: bool,
            has_tails: bool,
        ) {
            let counts: Vec<(u64, u64)> =
                counts.into_iter().map(|(n, share)| (n * share / 100, n)).collect();
            let knobs = Knobs {
                numerator_floor: has_floor.then_some(20),
                tails: has_tails.then(Tails::default),
                ..Knobs::default()
            };
            let found = protected(knobs, &counts, true);
            for ((x, _), group) in counts.iter().zip(&found.groups) {
                let is_people_hidden = group.people.as_ref().unwrap().is_hidden();
                let events = group.events.as_ref().unwrap();
                proptest::prop_assert!(!is_people_hidden || events.is_hidden());
                if let Some(bounds) = events.bounds() {
                    proptest::prop_assert!(bounds.lower <= *x);
                    proptest::prop_assert!(bounds.upper.is_none_or(|upper| *x <= upper));
                }
                let is_coded = events.reason() == Some(&Reason::Tail);
                if events.is_hidden() && !is_coded {
                    proptest::prop_assert!(
                        events.bounds().unwrap().width() != Some(0),
                        "{:?}", found
                    );
                }
                // Where people are hidden, nobody's percentage is known to be none or all.
                proptest::prop_assert!(!events.is_hidden() || is_coded
                    || group.percent.as_ref().is_none_or(Seen::is_hidden));
            }
        }
    }
}

//! One breakdown with its total.

use serde::Serialize;

use crate::{Error, Rule, error::finite};

use super::{
    Bounds, Figure, Hidden, Knobs, ONE_WAY, Percent, Place, Reason, Seen,
    knobs::{check, check_count},
    numerators,
    reasons::{log_count, log_percent},
};

/// The counts of a group, or of the total.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Group {
    /// People counted, the denominator; none where the source hides it, or for a total
    /// where it is not published.
    pub n: Option<u64>,
    /// Events among them, the numerator.
    pub x: Option<u64>,
    /// Percentage as published, 0 to 100; the events follow from it where they are missing.
    pub percent: Option<f64>,
}

impl Group {
    /// A group of `n` people, with no events counted.
    #[must_use]
    pub fn of(n: u64) -> Self {
        Self {
            n: Some(n),
            ..Self::default()
        }
    }

    /// Events, from the percentage to the nearest whole number where they are not given.
    pub(super) fn events(&self) -> Option<u64> {
        self.x.or_else(|| {
            let n = self.n?;
            // A percentage of at most 100 of a count below 2⁵³.
            Some((self.percent? / 100.0 * n as f64).round() as u64)
        })
    }

    /// Percentage as given, or from the counts.
    pub(super) fn share(&self) -> Option<f64> {
        self.percent.or_else(|| match (self.x?, self.n?) {
            (_, 0) => None,
            (x, n) => Some(100.0 * x as f64 / n as f64),
        })
    }

    fn has_events(&self) -> bool {
        self.x.is_some() || self.percent.is_some()
    }
}

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inputs {
    /// Floors and tails of the audience.
    pub knobs: Knobs,
    /// The groups, in the order they are printed.
    pub groups: Vec<Group>,
    /// Their total. The rule holds without it too: totals are often printed elsewhere.
    pub total: Group,
}

/// A group or the total as a reader sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// People; none where there is nothing to publish.
    pub people: Option<Seen<u64>>,
    /// Events; none where the breakdown has none.
    pub events: Option<Seen<u64>>,
    /// Percentage; none where the breakdown has none, or nobody to take it of.
    pub percent: Option<Seen<Percent>>,
}

/// A protected breakdown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OneWay {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// The groups as a reader sees them, in their order.
    pub groups: Vec<Figures>,
    /// The total as a reader sees it.
    pub total: Figures,
    /// Whether the groups add up to the total; none where a count is missing. Where they do
    /// not, people are missing from the groups or counted twice, and the bounds are wider
    /// than what an outsider knows who can say which.
    pub adds_up: Option<bool>,
    /// All that is hidden or coded, and why.
    pub hidden: Vec<Hidden>,
    /// Number of groups whose count is known.
    pub points: usize,
}

/// Protects one breakdown with its total.
///
/// People first: groups below the floor are hidden, and as long as exactly one is hidden or
/// the hidden ones sum to less than the floor, the smallest shown group is hidden too; of
/// equal ones the first. Where no group is left to hide, the total is.
///
/// Then events and percentages, see [`super::Knobs::numerator_floor`]: they are hidden where
/// the people are, because a percentage gives a hidden count away, and where the events are
/// too few; hidden events get the same complementary protection as hidden people, and
/// percentages in the tails are coded. Counts are people, whole numbers from 0 on.
///
/// # Errors
/// Knobs that cannot be meant, counts larger than any number of people, more events than
/// people, percentages outside 0 to 100.
pub fn breakdown(inputs: Inputs) -> Result<OneWay, Error> {
    protect(inputs, Withheld::default())
}

/// Protects several breakdowns of the same total, such as by sex and by age.
///
/// Each is protected on its own, with the total in common: what one must hide of the total
/// the others hide too, or they would give it away. The answers stand in the order of
/// `groups`.
///
/// # Errors
/// As [`breakdown`].
pub fn breakdowns(
    knobs: Knobs,
    total: Group,
    groups: Vec<Vec<Group>>,
) -> Result<Vec<OneWay>, Error> {
    let mut withheld = Withheld::default();
    loop {
        let answers = groups
            .iter()
            .map(|groups| {
                let inputs = Inputs {
                    knobs,
                    groups: groups.clone(),
                    total,
                };
                protect(inputs, withheld)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let is_hidden =
            |figure: fn(&Figures) -> bool| answers.iter().map(|answer| &answer.total).any(figure);
        let now = Withheld {
            people: is_hidden(|total| total.people.as_ref().is_some_and(Seen::is_hidden)),
            events: is_hidden(|total| total.percent.as_ref().is_some_and(Seen::is_hidden)),
        };
        if now == withheld {
            return Ok(answers);
        }
        withheld = now;
    }
}

/// What another breakdown hides of the total.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Withheld {
    pub people: bool,
    pub events: bool,
}

fn protect(inputs: Inputs, withheld: Withheld) -> Result<OneWay, Error> {
    check(&inputs.knobs)?;
    inputs
        .groups
        .iter()
        .chain([&inputs.total])
        .try_for_each(check_group)?;
    let people = People::hide(&inputs, withheld.people);
    let (groups, total) = numerators::protect(&inputs, &people, withheld.events);

    let mut hidden = Vec::new();
    let places = (0..).map(Place::Group);
    for (place, figures) in places.zip(&groups).chain([(Place::Total, &total)]) {
        for (figure, seen) in [
            (Figure::People, &figures.people),
            (Figure::Events, &figures.events),
        ] {
            if let Some(seen) = seen {
                log_count(&mut hidden, place, figure, seen);
            }
        }
        if let Some(seen) = &figures.percent {
            log_percent(&mut hidden, place, seen);
        }
    }
    Ok(OneWay {
        rule: ONE_WAY,
        adds_up: adds_up(&inputs),
        points: inputs
            .groups
            .iter()
            .filter(|group| group.n.is_some())
            .count(),
        groups,
        total,
        hidden,
        inputs,
    })
}

/// The people of a breakdown as a reader sees them.
pub(super) struct People {
    pub groups: Vec<Seen<u64>>,
    pub total: Option<Seen<u64>>,
}

impl People {
    fn hide(inputs: &Inputs, is_total_withheld: bool) -> Self {
        let floor = inputs.knobs.denominator_floor;
        let counts: Vec<Option<u64>> = inputs.groups.iter().map(|group| group.n).collect();
        let mut reasons: Vec<Option<Reason>> = counts
            .iter()
            .map(|count| match count {
                None => Some(Reason::HiddenBySource),
                Some(count) => (*count < floor).then_some(Reason::TooFewPeople),
            })
            .collect();
        let primary: Vec<Place> = (0..)
            .zip(&reasons)
            .filter(|(_, reason)| reason.is_some())
            .map(|(index, _)| Place::Group(index))
            .collect();
        let total = inputs.total.n;
        let mut total_reason = total.and_then(|total| {
            if total < floor {
                Some(Reason::TooFewPeople)
            } else {
                is_total_withheld.then_some(Reason::Derivable)
            }
        });
        let must_protect = !primary.is_empty() || total_reason.is_some();
        while must_protect && !is_enough(&counts, &reasons, total, floor) {
            let smallest = smallest_shown(&counts, &reasons);
            if let Some(reason) = smallest.and_then(|index| reasons.get_mut(index)) {
                *reason = Some(Reason::Complementary {
                    protects: if primary.is_empty() {
                        vec![Place::Total]
                    } else {
                        primary.clone()
                    },
                });
            } else {
                if total.is_some() && total_reason.is_none() {
                    total_reason = Some(Reason::Derivable);
                }
                break;
            }
        }

        let bounds = bounds(&counts, &reasons, total.filter(|_| total_reason.is_none()));
        let shown: u64 = shown_counts(&counts, &reasons).sum();
        Self {
            groups: counts
                .iter()
                .zip(reasons)
                .map(|(count, reason)| seen(*count, reason, bounds))
                .collect(),
            total: total.map(|total| {
                let bounds = Bounds {
                    lower: shown.min(total),
                    upper: None,
                };
                seen(Some(total), total_reason, bounds)
            }),
        }
    }
}

fn seen(count: Option<u64>, reason: Option<Reason>, bounds: Bounds) -> Seen<u64> {
    match (count, reason) {
        (Some(value), None) => Seen::Shown { value },
        (_, reason) => Seen::Hidden {
            reason: reason.unwrap_or(Reason::HiddenBySource),
            bounds: Some(bounds),
        },
    }
}

/// Whether two or more are hidden and their sum reaches the floor, as the outsider has it
/// from the total and as it is.
fn is_enough(
    counts: &[Option<u64>],
    reasons: &[Option<Reason>],
    total: Option<u64>,
    floor: u64,
) -> bool {
    let hidden = || hidden_counts(counts, reasons);
    let known: u64 = hidden().flatten().sum();
    let remainder = remainder(counts, reasons, total);
    let sum = match remainder {
        Some(remainder) if hidden().any(|count| count.is_none()) => remainder,
        Some(remainder) => remainder.min(known),
        None => known,
    };
    hidden().count() >= 2 && sum >= floor
}

/// What is left of the total for the hidden groups; none without a total, or where groups
/// overlap so far that nothing can be subtracted.
fn remainder(
    counts: &[Option<u64>],
    reasons: &[Option<Reason>],
    total: Option<u64>,
) -> Option<u64> {
    total?.checked_sub(shown_counts(counts, reasons).sum())
}

fn bounds(counts: &[Option<u64>], reasons: &[Option<Reason>], total: Option<u64>) -> Bounds {
    let Some(total) = total else {
        return Bounds::OPEN;
    };
    let hidden = || hidden_counts(counts, reasons);
    let known: u64 = hidden().flatten().sum();
    let Some(remainder) = remainder(counts, reasons, Some(total)) else {
        // Overlapping groups: all that holds is that a group is no larger than the total.
        return Bounds {
            lower: 0,
            upper: Some(total),
        };
    };
    let is_whole = hidden().any(|count| count.is_none()) || remainder == known;
    Bounds {
        lower: if is_whole && hidden().count() == 1 {
            remainder
        } else {
            0
        },
        upper: Some(remainder.max(known)),
    }
}

fn hidden_counts<'a>(
    counts: &'a [Option<u64>],
    reasons: &'a [Option<Reason>],
) -> impl Iterator<Item = Option<u64>> {
    let hidden = counts
        .iter()
        .zip(reasons)
        .filter(|(_, reason)| reason.is_some());
    hidden.map(|(count, _)| *count)
}

fn shown_counts<'a>(
    counts: &'a [Option<u64>],
    reasons: &'a [Option<Reason>],
) -> impl Iterator<Item = u64> {
    let shown = counts
        .iter()
        .zip(reasons)
        .filter(|(_, reason)| reason.is_none());
    shown.filter_map(|(count, _)| *count)
}

/// The first of the smallest shown counts.
pub(super) fn smallest_shown(counts: &[Option<u64>], reasons: &[Option<Reason>]) -> Option<usize> {
    (0..)
        .zip(counts.iter().zip(reasons))
        .filter(|(_, (_, reason))| reason.is_none())
        .filter_map(|(index, (count, _))| count.map(|count| (count, index)))
        .min()
        .map(|(_, index)| index)
}

fn adds_up(inputs: &Inputs) -> Option<bool> {
    let sum: u64 = inputs
        .groups
        .iter()
        .map(|group| group.n)
        .sum::<Option<u64>>()?;
    let events = || inputs.groups.iter().map(Group::events).sum::<Option<u64>>();
    let is_whole = sum == inputs.total.n?;
    Some(match (events(), inputs.total.x) {
        (Some(events), Some(total)) => is_whole && events == total,
        _ => is_whole,
    })
}

fn check_group(group: &Group) -> Result<(), Error> {
    for (what, count) in [("n", group.n), ("numerator", group.x)] {
        count.map_or(Ok(()), |count| check_count(what, count))?;
    }
    if let (Some(x), Some(n)) = (group.x, group.n)
        && x > n
    {
        return Err(Error::OutOfRange {
            what: "numerator",
            why: "is larger than the number of people it is counted among",
        });
    }
    if let Some(percent) = group.percent
        && !(0.0..=100.0).contains(&finite("percent", percent)?)
    {
        return Err(Error::OutOfRange {
            what: "percent",
            why: "does not lie between 0 and 100",
        });
    }
    Ok(())
}

impl Inputs {
    /// Whether there are events to protect.
    pub(super) fn has_events(&self) -> bool {
        self.groups
            .iter()
            .chain([&self.total])
            .any(Group::has_events)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn inputs(floor: u64, counts: &[Option<u64>], total: Option<u64>) -> Inputs {
        let group = |n: &Option<u64>| Group {
            n: *n,
            ..Group::default()
        };
        Inputs {
            knobs: Knobs {
                denominator_floor: floor,
                ..Knobs::default()
            },
            groups: counts.iter().map(group).collect(),
            total: group(&total),
        }
    }

    /// The counts of the hidden groups in their order, and whether the total is hidden.
    fn hidden(floor: u64, counts: &[u64], total: Option<u64>) -> (Vec<u64>, bool) {
        let known: Vec<Option<u64>> = counts.iter().copied().map(Some).collect();
        let found = breakdown(inputs(floor, &known, total)).unwrap();
        let is_total_hidden = found.total.people.as_ref().is_some_and(Seen::is_hidden);
        let groups = counts.iter().zip(&found.groups);
        let hidden = groups.filter(|(_, group)| group.people.as_ref().unwrap().is_hidden());
        (hidden.map(|(count, _)| *count).collect(), is_total_hidden)
    }

    #[test]
    fn the_published_table_of_cases_is_met() {
        for (floor, counts, total, wanted) in [
            (6, vec![10, 5], 15, vec![10, 5]),
            (10, vec![120, 40, 7], 167, vec![40, 7]),
            (10, vec![120, 40, 7, 6], 173, vec![7, 6]),
            (10, vec![120, 40, 4, 3], 167, vec![40, 4, 3]),
            (10, vec![120, 40, 10], 170, vec![]),
            (10, vec![120, 40, 9], 169, vec![40, 9]),
            (10, vec![120, 40, 0], 160, vec![40, 0]),
            (10, vec![12, 0, 0, 0], 12, vec![12, 0, 0, 0]),
            (0, vec![120, 1, 0], 121, vec![]),
        ] {
            for total in [Some(total), None] {
                assert_eq!(
                    hidden(floor, &counts, total),
                    (wanted.clone(), false),
                    "{counts:?} below {floor}, total {total:?}"
                );
            }
        }
    }

    #[test]
    fn of_equal_groups_the_first_is_hidden() {
        let counts = [Some(40), Some(7), Some(40), Some(120)];
        let found = breakdown(inputs(10, &counts, Some(207))).unwrap();
        let hidden: Vec<Place> = found.hidden.iter().map(|hidden| hidden.place).collect();
        assert_eq!(hidden, [Place::Group(0), Place::Group(1)]);
    }

    #[test]
    fn a_total_below_the_floor_is_hidden_with_all_its_groups() {
        assert_eq!(hidden(10, &[5, 4], Some(9)), (vec![5, 4], true));
        assert_eq!(hidden(10, &[7], Some(7)), (vec![7], true));
    }

    #[test]
    fn every_hidden_group_says_why_and_what_can_still_be_computed() {
        let counts = [Some(120), Some(40), Some(7)];
        let found = breakdown(inputs(10, &counts, Some(167))).unwrap();
        let bounds = Some(Bounds {
            lower: 0,
            upper: Some(47),
        });
        let line = |group, reason| Hidden {
            place: Place::Group(group),
            figure: Figure::People,
            reason,
            bounds,
        };
        let protects = vec![Place::Group(2)];
        assert_eq!(
            found.hidden,
            [
                line(1, Reason::Complementary { protects }),
                line(2, Reason::TooFewPeople)
            ]
        );
        assert_eq!((found.points, found.adds_up), (3, Some(true)));
    }

    #[test]
    fn a_group_hidden_by_its_source_is_protected_and_never_filled_in() {
        let found = breakdown(inputs(10, &[Some(120), Some(40), None], Some(175))).unwrap();
        let reasons: Vec<Option<&Reason>> = found
            .groups
            .iter()
            .map(|group| group.people.as_ref().unwrap().reason())
            .collect();
        let protects = vec![Place::Group(2)];
        assert_eq!(
            reasons,
            [
                None,
                Some(&Reason::Complementary { protects }),
                Some(&Reason::HiddenBySource)
            ]
        );
        assert_eq!((found.points, found.adds_up), (2, None));
        let alone = breakdown(inputs(10, &[None], Some(15))).unwrap();
        assert_eq!(
            alone.total.people.unwrap().reason(),
            Some(&Reason::Derivable),
            "the total is the only group"
        );
    }

    #[test]
    fn groups_that_do_not_add_up_are_protected_and_said_so() {
        let overlapping = breakdown(inputs(10, &[Some(90), Some(80), Some(4)], Some(100))).unwrap();
        assert_eq!(overlapping.adds_up, Some(false));
        assert_eq!(overlapping.hidden.len(), 2);
        let incomplete = breakdown(inputs(10, &[Some(90), Some(4)], Some(100))).unwrap();
        let bounds = incomplete.groups[1].people.as_ref().unwrap().bounds();
        assert_eq!(
            bounds,
            Some(Bounds {
                lower: 0,
                upper: Some(100)
            })
        );
    }

    #[test]
    fn breakdowns_of_one_total_hide_it_together() {
        let group = |n| Group {
            n,
            ..Group::default()
        };
        let unknown = vec![group(None)];
        let whole = vec![Group::of(20), Group::of(30), Group::of(25)];
        let answers = breakdowns(Knobs::default(), Group::of(75), vec![unknown, whole]).unwrap();
        for answer in &answers {
            assert!(answer.total.people.as_ref().unwrap().is_hidden());
        }
        let shown = answers[1].groups.iter();
        let shown = shown.filter(|group| !group.people.as_ref().unwrap().is_hidden());
        assert_eq!(shown.count(), 1, "else the sum would tell the total");

        let sexes = vec![Group::of(40), Group::of(35)];
        let ages = vec![Group::of(60), Group::of(11), Group::of(4)];
        let answers = breakdowns(Knobs::default(), Group::of(75), vec![sexes, ages]).unwrap();
        assert!(answers[0].hidden.is_empty(), "one does not touch the other");
        assert_eq!(answers[1].hidden.len(), 2);
    }

    #[test]
    fn counts_that_cannot_be_meant_are_refused() {
        let wrong = [
            Group {
                n: Some(5),
                x: Some(6),
                percent: None,
            },
            Group {
                n: Some(5),
                x: None,
                percent: Some(101.0),
            },
            Group {
                n: Some(5),
                x: None,
                percent: Some(f64::NAN),
            },
            Group::of(u64::MAX),
        ];
        for group in wrong {
            let inputs = Inputs {
                knobs: Knobs::default(),
                groups: vec![group],
                total: Group::default(),
            };
            assert!(breakdown(inputs).is_err(), "{group:?}");
        }
    }

    proptest! {
        #[test]
        fn no_hidden_group_is_known_to_within_less_than_the_floor(
            counts in proptest::collection::vec(0_u64..60, 1..8),
            floor in 1_u64..25,
        ) {
            let known: Vec<Option<u64>> = counts.iter().copied().map(Some).collect();
            let total: u64 = counts.iter().sum();
            let found = breakdown(inputs(floor, &known, Some(total))).unwrap();
            for (count, group) in counts.iter().zip(&found.groups) {
                match group.people.as_ref().unwrap() {
                    Seen::Shown { value } => {
                        prop_assert_eq!(value, count);
                        prop_assert!(*count >= floor);
                    }
                    Seen::Hidden { bounds, .. } => {
                        let bounds = bounds.unwrap();
                        prop_assert!(!bounds.is_narrower_than(floor));
                        prop_assert!(bounds.lower <= *count);
                        prop_assert!(bounds.upper.is_none_or(|upper| *count <= upper));
                    }
                }
            }
            let total_seen = found.total.people.unwrap();
            prop_assert_eq!(total_seen.is_hidden(), total < floor);
        }
    }
}

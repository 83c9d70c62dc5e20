//! Two exports of one packet beside each other: what one hides the other may give away.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Error, Rule};

use super::{
    Bounds, CROSS_CHECK,
    flow::Push,
    knobs::check_count,
    simplex::{Equation, Simplex},
};

/// The counts of people in one export, named alike in all exports of the packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Export {
    /// What it is called, such as its audience.
    pub name: String,
    /// Name and printed count of each cell; none where a mark stands in its place. Cells that
    /// are no part of the export are left out.
    pub cells: Vec<(String, Option<u64>)>,
}

/// A total and the cells that add up to it. Periods are separate totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// Name of the total.
    pub total: String,
    /// Names of its parts.
    pub parts: Vec<String>,
}

/// What the two exports are and how their cells hang together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CrossInputs {
    /// Both exports.
    pub exports: [Export; 2],
    /// Every sum an outsider knows of.
    pub relations: Vec<Relation>,
    /// Denominator floor of the more careful audience.
    pub floor: u64,
}

/// A cell that is hidden in an export and known from both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Name of the cell.
    pub cell: String,
    /// Exports that hide it.
    pub hidden_in: Vec<String>,
    /// What is known of it.
    #[serde(flatten)]
    pub found: Found,
    /// An export that gives it away without the other; none where it takes both.
    pub alone: Option<String>,
    /// The sums it follows from, with what is printed of each.
    pub how: Vec<Sum>,
}

/// What is known of a hidden cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "found")]
pub enum Found {
    /// The other export prints it.
    Printed {
        /// The count there.
        value: u64,
        /// The export.
        export: String,
    },
    /// It can be computed.
    Exactly {
        /// The count.
        value: u64,
    },
    /// It is known to within less than the floor.
    Within {
        /// What it can be.
        bounds: Bounds,
    },
}

/// A sum with what is printed of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// The total.
    pub total: Term,
    /// Its parts.
    pub parts: Vec<Term>,
}

/// A cell in a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// Name of the cell.
    pub cell: String,
    /// The count, where it is printed.
    pub value: Option<u64>,
    /// The export that prints it.
    pub export: Option<String>,
}

/// Printed counts that cannot all be true of the same people, for instance because one
/// export is older.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Contradiction {
    /// Two exports print different counts.
    Cell {
        /// Name of the cell.
        cell: String,
        /// The counts, in the order of the exports.
        values: [u64; 2],
    },
    /// These totals cannot be the sums of their parts at the same time. Nothing is computed
    /// of their hidden cells.
    Totals {
        /// Names of the totals.
        totals: Vec<String>,
    },
}

/// What two exports give away together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CrossCheck {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: CrossInputs,
    /// Hidden cells that are known, in the order they are first named.
    pub findings: Vec<Finding>,
    /// Where the exports contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// Number of printed counts it rests on.
    pub points: usize,
}

/// Checks two exports of one packet against each other for subtraction.
///
/// Of every cell that one of them hides, computes the least and the largest count over all
/// tables that agree with what either prints and with the sums given. A cell the other
/// export prints is a finding of its own kind: between a team and the public that is meant,
/// between two partners it may not be. Ends that are not whole are drawn inward, since
/// people are counted in whole numbers.
///
/// # Errors
/// A floor or counts larger than any number of people, an export that names a cell twice.
pub fn cross_check(inputs: CrossInputs) -> Result<CrossCheck, Error> {
    check_count("floor", inputs.floor)?;
    let book = Book::new(&inputs)?;
    let [first, second] = &inputs.exports;
    let both = book.printed([true, true]);
    let solved = book.solve(&both, inputs.floor);
    let alone = [[true, false], [false, true]]
        .map(|which| book.solve(&book.printed(which), inputs.floor).known);

    let mut findings = Vec::new();
    for (cell, name) in book.names.iter().enumerate() {
        let marks = book.cells.get(cell).copied().unwrap_or_default();
        let exports = || [first, second].into_iter().zip(marks);
        let hidden_in: Vec<String> = exports()
            .filter(|(_, mark)| *mark == Mark::Hidden)
            .map(|(export, _)| export.name.clone())
            .collect();
        if hidden_in.is_empty() {
            continue;
        }
        let printed = exports().find_map(|(export, mark)| match mark {
            Mark::Printed(value) => Some(Found::Printed {
                value,
                export: export.name.clone(),
            }),
            _ => None,
        });
        let (found, how) = match (printed, solved.known.get(&cell)) {
            (Some(printed), _) => (printed, Vec::new()),
            (None, Some(known)) => {
                let found = match known.bounds {
                    Bounds { lower, upper } if upper == Some(lower) => {
                        Found::Exactly { value: lower }
                    }
                    bounds => Found::Within { bounds },
                };
                (found, book.explain(&inputs, &known.relations))
            }
            (None, None) => continue,
        };
        let is_computed = !matches!(found, Found::Printed { .. });
        let knows = [first, second]
            .into_iter()
            .zip(&alone)
            .find(|(_, known)| is_computed && known.contains_key(&cell));
        findings.push(Finding {
            cell: (*name).to_owned(),
            hidden_in,
            found,
            alone: knows.map(|(export, _)| export.name.clone()),
            how,
        });
    }
    let mut contradictions = book.disagreements();
    let totals = |relations: &Vec<usize>| Contradiction::Totals {
        totals: relations
            .iter()
            .filter_map(|relation| inputs.relations.get(*relation))
            .map(|relation| relation.total.clone())
            .collect(),
    };
    contradictions.extend(solved.contradictions.iter().map(totals));
    Ok(CrossCheck {
        rule: CROSS_CHECK,
        findings,
        contradictions,
        points: both.iter().flatten().count(),
        inputs,
    })
}

/// A cell in one export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mark {
    /// No part of it.
    #[default]
    Absent,
    Hidden,
    Printed(u64),
}

/// All cells of the packet, numbered.
struct Book<'a> {
    names: Vec<&'a str>,
    /// What each export shows of each cell.
    cells: Vec<[Mark; 2]>,
    /// The cells of each sum with their signs: the total against its parts.
    sums: Vec<Vec<(usize, f64)>>,
}

/// A cell that is known too closely, and the relations that say so.
struct Known {
    bounds: Bounds,
    relations: Vec<usize>,
}

struct Solved {
    known: BTreeMap<usize, Known>,
    contradictions: Vec<Vec<usize>>,
}

impl<'a> Book<'a> {
    fn new(inputs: &'a CrossInputs) -> Result<Self, Error> {
        let mut numbers: BTreeMap<&'a str, usize> = BTreeMap::new();
        let mut book = Self {
            names: Vec::new(),
            cells: Vec::new(),
            sums: Vec::new(),
        };
        for (which, export) in inputs.exports.iter().enumerate() {
            for (name, count) in &export.cells {
                count.map_or(Ok(()), |count| check_count("count", count))?;
                let cell = book.number(&mut numbers, name);
                let mark = book
                    .cells
                    .get_mut(cell)
                    .and_then(|marks| marks.get_mut(which));
                if let Some(mark) = mark {
                    if *mark != Mark::Absent {
                        return Err(Error::OutOfRange {
                            what: "export",
                            why: "names a cell twice",
                        });
                    }
                    *mark = count.map_or(Mark::Hidden, Mark::Printed);
                }
            }
        }
        for relation in &inputs.relations {
            let mut sum = vec![(book.number(&mut numbers, &relation.total), -1.0)];
            for part in &relation.parts {
                sum.push((book.number(&mut numbers, part), 1.0));
            }
            book.sums.push(sum);
        }
        Ok(book)
    }

    fn number(&mut self, numbers: &mut BTreeMap<&'a str, usize>, name: &'a str) -> usize {
        *numbers.entry(name).or_insert_with(|| {
            self.names.push(name);
            self.cells.push([Mark::Absent; 2]);
            self.names.len() - 1
        })
    }

    /// What the chosen exports print of each cell; the first one wins where they disagree.
    fn printed(&self, which: [bool; 2]) -> Vec<Option<u64>> {
        let print = |marks: &[Mark; 2]| {
            let mut chosen = marks.iter().zip(which).filter(|(_, is_chosen)| *is_chosen);
            chosen.find_map(|(mark, _)| match mark {
                Mark::Printed(value) => Some(*value),
                _ => None,
            })
        };
        self.cells.iter().map(print).collect()
    }

    fn disagreements(&self) -> Vec<Contradiction> {
        let cells = self.names.iter().zip(&self.cells);
        cells
            .filter_map(|(name, marks)| match marks {
                [Mark::Printed(first), Mark::Printed(second)] if first != second => {
                    Some(Contradiction::Cell {
                        cell: (*name).to_owned(),
                        values: [*first, *second],
                    })
                }
                _ => None,
            })
            .collect()
    }

    /// Hidden cells that what is printed bounds to an interval narrower than the floor, or
    /// exactly.
    fn solve(&self, printed: &[Option<u64>], floor: u64) -> Solved {
        let mut solved = Solved {
            known: BTreeMap::new(),
            contradictions: Vec::new(),
        };
        for relations in self.blocks(printed) {
            if !self.solve_block(printed, floor.max(1), &relations, &mut solved.known) {
                solved.contradictions.push(relations);
            }
        }
        solved
    }

    /// False where the relations cannot all hold.
    fn solve_block(
        &self,
        printed: &[Option<u64>],
        floor: u64,
        relations: &[usize],
        known: &mut BTreeMap<usize, Known>,
    ) -> bool {
        let mut unknown: Vec<usize> = Vec::new();
        let mut equations = Vec::new();
        for relation in relations {
            let mut equation = Equation {
                terms: Vec::new(),
                sum: 0.0,
            };
            for (cell, sign) in self.sums.get(*relation).into_iter().flatten() {
                if let Some(value) = printed.get(*cell).copied().flatten() {
                    // Counts stay below 10¹², so floating point holds them exactly.
                    equation.sum -= sign * value as f64;
                    continue;
                }
                let at = unknown.iter().position(|found| found == cell);
                let variable = at.unwrap_or_else(|| {
                    unknown.push(*cell);
                    unknown.len() - 1
                });
                equation.terms.push((variable, *sign));
            }
            equations.push(equation);
        }
        let Some(mut simplex) = Simplex::new(unknown.len(), &equations) else {
            return false;
        };
        let sums = equations.iter().map(|equation| equation.sum.abs());
        let grain = 1e-7 * sums.fold(1.0, f64::max);
        for (variable, cell) in unknown.iter().enumerate() {
            let is_hidden = self
                .cells
                .get(*cell)
                .is_some_and(|marks| marks.contains(&Mark::Hidden));
            if !is_hidden {
                continue;
            }
            // A cell without an upper end is safe whatever its lower end is.
            let Some(upper) = simplex.end(variable, Push::Up) else {
                continue;
            };
            let Some(lower) = simplex.end(variable, Push::Down) else {
                continue;
            };
            let bounds = Bounds {
                lower: (lower.value - grain).ceil().max(0.0) as u64,
                upper: Some((upper.value + grain).floor().max(0.0) as u64),
            };
            if bounds.is_narrower_than(floor) {
                let ends = lower.equations.iter().chain(&upper.equations);
                let mut used: Vec<usize> = ends
                    .filter_map(|equation| relations.get(*equation).copied())
                    .collect();
                used.sort_unstable();
                used.dedup();
                known.insert(
                    *cell,
                    Known {
                        bounds,
                        relations: used,
                    },
                );
            }
        }
        true
    }

    /// Relations that hang together by unknown cells, each block to be solved on its own.
    fn blocks(&self, printed: &[Option<u64>]) -> Vec<Vec<usize>> {
        let is_unknown = |cell: usize| printed.get(cell).copied().flatten().is_none();
        let mut blocks: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for (relation, sum) in self.sums.iter().enumerate() {
            let mut cells: Vec<usize> = sum
                .iter()
                .map(|(cell, _)| *cell)
                .filter(|cell| is_unknown(*cell))
                .collect();
            let mut relations = vec![relation];
            blocks.retain(|(other_relations, other_cells)| {
                let is_tied = other_cells.iter().any(|cell| cells.contains(cell));
                if is_tied {
                    relations.extend(other_relations);
                    cells.extend(other_cells);
                }
                !is_tied
            });
            relations.sort_unstable();
            cells.sort_unstable();
            cells.dedup();
            blocks.push((relations, cells));
        }
        blocks.into_iter().map(|(relations, _)| relations).collect()
    }

    fn explain(&self, inputs: &CrossInputs, relations: &[usize]) -> Vec<Sum> {
        let term = |cell: usize| {
            let marks = self.cells.get(cell).copied().unwrap_or_default();
            let printed = inputs
                .exports
                .iter()
                .zip(marks)
                .find_map(|(export, mark)| match mark {
                    Mark::Printed(value) => Some((value, export.name.clone())),
                    _ => None,
                });
            let (value, export) = printed.unzip();
            Term {
                cell: self.names.get(cell).copied().unwrap_or_default().to_owned(),
                value,
                export,
            }
        };
        let sums = relations
            .iter()
            .filter_map(|relation| self.sums.get(*relation));
        sums.filter_map(|sum| {
            let (total, parts) = sum.split_first()?;
            Some(Sum {
                total: term(total.0),
                parts: parts.iter().map(|(cell, _)| term(*cell)).collect(),
            })
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Group, Inputs, Knobs, breakdown},
        *,
    };

    fn export(name: &str, cells: &[(&str, Option<u64>)]) -> Export {
        Export {
            name: name.to_owned(),
            cells: cells
                .iter()
                .map(|(cell, count)| ((*cell).to_owned(), *count))
                .collect(),
        }
    }

    fn relation(total: &str, parts: &[&str]) -> Relation {
        Relation {
            total: total.to_owned(),
            parts: parts.iter().map(|part| (*part).to_owned()).collect(),
        }
    }

    fn checked(first: Export, second: Export, relations: &[Relation]) -> CrossCheck {
        cross_check(CrossInputs {
            exports: [first, second],
            relations: relations.to_vec(),
            floor: 10,
        })
        .unwrap()
    }

    #[test]
    fn two_exports_that_hide_different_groups_give_the_small_one_away() {
        let found = checked(
            export(
                "public",
                &[
                    ("all", Some(167)),
                    ("A", Some(120)),
                    ("B", None),
                    ("C", None),
                ],
            ),
            export(
                "partners",
                &[
                    ("all", Some(167)),
                    ("A", None),
                    ("B", Some(40)),
                    ("C", None),
                ],
            ),
            &[relation("all", &["A", "B", "C"])],
        );
        let [a, b, c] = found.findings.as_slice() else {
            panic!("three cells are hidden somewhere: {found:?}");
        };
        assert_eq!(
            (&a.found, &b.found, &c.found),
            (
                &Found::Printed {
                    value: 120,
                    export: "public".to_owned()
                },
                &Found::Printed {
                    value: 40,
                    export: "partners".to_owned()
                },
                &Found::Exactly { value: 7 }
            )
        );
        assert_eq!(c.hidden_in, ["public", "partners"]);
        assert_eq!(c.alone, None, "each export alone protects it");
        let sum = &c.how[0];
        assert_eq!(sum.total.value, Some(167));
        let exports: Vec<Option<&str>> = sum
            .parts
            .iter()
            .map(|part| part.export.as_deref())
            .collect();
        assert_eq!(exports, [Some("public"), Some("partners"), None]);
    }

    #[test]
    fn a_subtotal_in_the_other_export_narrows_the_hidden_parts() {
        let found = checked(
            export(
                "public",
                &[
                    ("all", Some(167)),
                    ("A", Some(120)),
                    ("B", None),
                    ("C", None),
                    ("D", None),
                ],
            ),
            export("partner", &[("C and D", Some(8))]),
            &[
                relation("all", &["A", "B", "C", "D"]),
                relation("C and D", &["C", "D"]),
            ],
        );
        let known: Vec<(&str, &Found)> = found
            .findings
            .iter()
            .map(|finding| (finding.cell.as_str(), &finding.found))
            .collect();
        let within = Found::Within {
            bounds: Bounds {
                lower: 0,
                upper: Some(8),
            },
        };
        assert_eq!(
            known,
            [
                ("B", &Found::Exactly { value: 39 }),
                ("C", &within),
                ("D", &within)
            ]
        );
    }

    #[test]
    fn exports_that_hide_the_same_give_nothing_away() {
        let cells = [
            ("all", Some(167)),
            ("A", Some(120)),
            ("B", None),
            ("C", None),
        ];
        let found = checked(
            export("public", &cells),
            export("partners", &cells),
            &[relation("all", &["A", "B", "C"])],
        );
        assert!(found.findings.is_empty() && found.contradictions.is_empty());
        assert_eq!(found.points, 2);
    }

    #[test]
    fn an_export_that_leaks_alone_is_named() {
        let found = checked(
            export("public", &[("all", Some(47)), ("A", Some(40)), ("B", None)]),
            export("partners", &[("all", Some(47))]),
            &[relation("all", &["A", "B"])],
        );
        assert_eq!(found.findings[0].alone.as_deref(), Some("public"));
    }

    #[test]
    fn sums_of_any_shape_are_followed() {
        // Three pairs of three hidden groups give each of them away.
        let parts = [("A", None), ("B", None), ("C", None), ("all", Some(75))];
        let pairs = [
            ("A and B", Some(50)),
            ("B and C", Some(45)),
            ("A and C", Some(55)),
        ];
        let found = checked(
            export("public", &parts),
            export("partners", &pairs),
            &[
                relation("all", &["A", "B", "C"]),
                relation("A and B", &["A", "B"]),
                relation("B and C", &["B", "C"]),
                relation("A and C", &["A", "C"]),
            ],
        );
        let values: Vec<&Found> = found
            .findings
            .iter()
            .map(|finding| &finding.found)
            .collect();
        let exactly = [30, 20, 25].map(|value| Found::Exactly { value });
        assert_eq!(values, exactly.iter().collect::<Vec<_>>());
    }

    #[test]
    fn contradictions_are_named_instead_of_computed_with() {
        let found = checked(
            export("old", &[("all", Some(30)), ("A", Some(20)), ("B", None)]),
            export("new", &[("all", Some(30)), ("A", Some(35))]),
            &[relation("all", &["A", "B"]), relation("rest", &["B"])],
        );
        assert_eq!(
            found.contradictions,
            [Contradiction::Cell {
                cell: "A".to_owned(),
                values: [20, 35]
            }]
        );
        let found = checked(
            export("old", &[("all", Some(30)), ("B", None)]),
            export("new", &[("A", Some(35))]),
            &[relation("all", &["A", "B"])],
        );
        assert!(found.findings.is_empty());
        assert_eq!(
            found.contradictions,
            [Contradiction::Totals {
                totals: vec!["all".to_owned()]
            }]
        );
    }

    #[test]
    fn exports_that_cannot_be_meant_are_refused() {
        let twice = export("public", &[("A", Some(1)), ("A", None)]);
        let inputs = CrossInputs {
            exports: [twice, export("partners", &[])],
            relations: Vec::new(),
            floor: 10,
        };
        assert!(cross_check(inputs).is_err());
    }

    proptest::proptest! {
        #[test]
        fn one_protected_breakdown_beside_itself_gives_nothing_away(
            counts in proptest::collection::vec(0_u64..60, 1..8),
        ) {
            let total: u64 = counts.iter().sum();
            let protected = breakdown(Inputs {
                knobs: Knobs::default(),
                groups: counts.iter().copied().map(Group::of).collect(),
                total: Group::of(total),
            })
            .unwrap();
            let names: Vec<String> = (0..counts.len()).map(|group| group.to_string()).collect();
            let figures = protected.groups.iter().chain([&protected.total]);
            let printed = figures.map(|figures| figures.people.as_ref().unwrap().value().copied());
            let all = || names.iter().cloned().chain(["all".to_owned()]);
            let export = |name: &str| Export {
                name: name.to_owned(),
                cells: all().zip(printed.clone()).collect(),
            };
            let sum = Relation { total: "all".to_owned(), parts: names.clone() };
            let found = checked(export("one"), export("other"), &[sum]);
            proptest::prop_assert!(found.findings.is_empty(), "{:?}", found);
        }
    }
}

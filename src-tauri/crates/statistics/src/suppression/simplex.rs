//! Least and largest value of a variable under equations, none below 0.
//!
//! Two exports can be tied together by sums of any shape, not only by rows and columns, so
//! that flows no longer do. The systems are small: unknown cells of one packet.

use super::flow::Push;

/// What is less than this counts as nothing; coefficients are sums of a few ones.
const GRAIN: f64 = 1e-9;

/// An equation: the sum of coefficients times variables is a number.
#[derive(Debug, Clone)]
pub(super) struct Equation {
    pub terms: Vec<(usize, f64)>,
    pub sum: f64,
}

/// The end of an interval and the equations that make it one.
#[derive(Debug, Clone)]
pub(super) struct End {
    pub value: f64,
    pub equations: Vec<usize>,
}

/// A tableau in basic form. Its columns are the variables, one artificial variable for each
/// equation, and the right side.
#[derive(Debug, Clone)]
pub(super) struct Simplex {
    rows: Vec<Vec<f64>>,
    basis: Vec<usize>,
    variables: usize,
    equations: usize,
}

impl Simplex {
    /// A first table that agrees with the equations; none where there is none.
    pub fn new(variables: usize, equations: &[Equation]) -> Option<Self> {
        let width = variables + equations.len() + 1;
        let mut simplex = Self {
            rows: Vec::new(),
            basis: Vec::new(),
            variables,
            equations: equations.len(),
        };
        for (index, equation) in equations.iter().enumerate() {
            let sign = if equation.sum < 0.0 { -1.0 } else { 1.0 };
            let mut row = vec![0.0; width];
            for (variable, coefficient) in &equation.terms {
                if let Some(entry) = row.get_mut(*variable) {
                    *entry += sign * coefficient;
                }
            }
            for (column, entry) in [(variables + index, 1.0), (width - 1, sign * equation.sum)] {
                if let Some(slot) = row.get_mut(column) {
                    *slot = entry;
                }
            }
            simplex.rows.push(row);
            simplex.basis.push(variables + index);
        }
        let largest = equations.iter().map(|equation| equation.sum.abs());
        let grain = GRAIN * largest.fold(1.0, f64::max);
        simplex.drive_out_artificials(grain).then_some(simplex)
    }

    /// The end of the interval of a variable; none where nothing limits it.
    pub fn end(&mut self, variable: usize, push: Push) -> Option<End> {
        let sign = match push {
            Push::Up => 1.0,
            Push::Down => -1.0,
        };
        let costs = |simplex: &Self| {
            let mut costs = vec![0.0; simplex.variables];
            if let Some(row) = simplex.row_of(variable) {
                for (cost, entry) in costs.iter_mut().zip(row) {
                    *cost = -sign * entry;
                }
            }
            if let Some(cost) = costs.get_mut(variable) {
                *cost += sign;
            }
            costs
        };
        if !self.climb(costs) {
            return None;
        }
        let Some(row) = self.row_of(variable) else {
            // Outside the basis a variable is 0, and no equation is needed for that.
            return Some(End {
                value: 0.0,
                equations: Vec::new(),
            });
        };
        let artificial = row.iter().skip(self.variables).take(self.equations);
        Some(End {
            value: row.last().copied().unwrap_or(0.0),
            equations: artificial
                .enumerate()
                .filter(|(_, entry)| entry.abs() > GRAIN)
                .map(|(equation, _)| equation)
                .collect(),
        })
    }

    fn row_of(&self, variable: usize) -> Option<&Vec<f64>> {
        let at = self.basis.iter().position(|basic| *basic == variable)?;
        self.rows.get(at)
    }

    fn drive_out_artificials(&mut self, grain: f64) -> bool {
        let variables = self.variables;
        self.climb(|simplex| {
            let mut costs = vec![0.0; variables];
            for (row, basic) in simplex.rows.iter().zip(&simplex.basis) {
                if *basic >= variables {
                    for (cost, entry) in costs.iter_mut().zip(row) {
                        *cost += entry;
                    }
                }
            }
            costs
        });
        let mut at = 0;
        while let (Some(row), Some(basic)) = (self.rows.get(at), self.basis.get(at)) {
            if *basic < variables {
                at += 1;
                continue;
            }
            if row.last().copied().unwrap_or(0.0) > grain {
                return false;
            }
            let entries = row.iter().take(variables);
            match entries.clone().position(|entry| entry.abs() > GRAIN) {
                Some(column) => {
                    self.pivot(at, column);
                    at += 1;
                }
                // The equation follows from the others.
                None => {
                    self.rows.remove(at);
                    self.basis.remove(at);
                }
            }
        }
        true
    }

    /// Improves until nothing does; false where there is no end to it.
    fn climb(&mut self, costs: impl Fn(&Self) -> Vec<f64>) -> bool {
        // The steepest column is quick but can go round in circles; the first one cannot
        // (Bland 1977).
        let patience = 4 * (self.variables + self.equations);
        for round in 0.. {
            let costs = costs(self);
            let rising = costs.iter().enumerate().filter(|(_, cost)| **cost > GRAIN);
            let entering = if round < patience {
                rising.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))
            } else {
                rising.into_iter().next()
            };
            let Some((column, _)) = entering else {
                return true;
            };
            let mut leaving: Option<(f64, usize, usize)> = None;
            for (at, (row, basic)) in self.rows.iter().zip(&self.basis).enumerate() {
                let entry = row.get(column).copied().unwrap_or(0.0);
                if entry <= GRAIN {
                    continue;
                }
                let ratio = row.last().copied().unwrap_or(0.0) / entry;
                let is_nearer = leaving.is_none_or(|(least, _, first)| {
                    ratio < least - GRAIN || ratio < least + GRAIN && *basic < first
                });
                if is_nearer {
                    leaving = Some((ratio, at, *basic));
                }
            }
            match leaving {
                Some((_, at, _)) => self.pivot(at, column),
                None => return false,
            }
        }
        true
    }

    fn pivot(&mut self, at: usize, column: usize) {
        let Some(mut chosen) = self.rows.get(at).cloned() else {
            return;
        };
        let by = chosen.get(column).copied().unwrap_or(1.0);
        for entry in &mut chosen {
            *entry /= by;
        }
        for (index, row) in self.rows.iter_mut().enumerate() {
            let factor = row.get(column).copied().unwrap_or(0.0);
            if index == at || factor == 0.0 {
                continue;
            }
            for (entry, chosen) in row.iter_mut().zip(&chosen) {
                *entry -= factor * chosen;
            }
        }
        if let (Some(row), Some(basic)) = (self.rows.get_mut(at), self.basis.get_mut(at)) {
            *row = chosen;
            *basic = column;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equation(terms: &[(usize, f64)], sum: f64) -> Equation {
        Equation {
            terms: terms.to_vec(),
            sum,
        }
    }

    #[test]
    fn ends_and_the_equations_behind_them_are_found() {
        // x + y = 5, y + z = 3, and w alone.
        let equations = [
            equation(&[(0, 1.0), (1, 1.0)], 5.0),
            equation(&[(1, 1.0), (2, 1.0)], 3.0),
        ];
        let mut simplex = Simplex::new(4, &equations).unwrap();
        for (variable, lower, upper) in [
            (0, 2.0, Some(5.0)),
            (1, 0.0, Some(3.0)),
            (2, 0.0, Some(3.0)),
            (3, 0.0, None),
        ] {
            assert_eq!(simplex.end(variable, Push::Down).unwrap().value, lower);
            let found = simplex.end(variable, Push::Up).map(|end| end.value);
            assert_eq!(found, upper, "variable {variable}");
        }
        let end = simplex.end(0, Push::Down).unwrap();
        assert_eq!(
            end.equations,
            [0, 1],
            "x is least where y takes all of the three"
        );
    }

    #[test]
    fn equations_that_follow_from_others_do_no_harm_and_contradictions_are_found() {
        let twice = [
            equation(&[(0, 1.0), (1, 1.0)], 5.0),
            equation(&[(0, -1.0), (1, -1.0)], -5.0),
        ];
        let mut simplex = Simplex::new(2, &twice).unwrap();
        assert_eq!(simplex.end(0, Push::Up).unwrap().value, 5.0);
        let contrary = [
            equation(&[(0, 1.0), (1, 1.0)], 5.0),
            equation(&[(0, 1.0), (1, 1.0)], 6.0),
        ];
        assert!(Simplex::new(2, &contrary).is_none());
        let below_zero = [equation(&[(0, 1.0)], -1.0)];
        assert!(Simplex::new(1, &below_zero).is_none());
    }

    #[test]
    fn ends_need_not_be_whole() {
        // x + y = 1, y + z = 1, z + x = 1.
        let pairs = [(0, 1), (1, 2), (2, 0)];
        let equations = pairs.map(|(a, b)| equation(&[(a, 1.0), (b, 1.0)], 1.0));
        let mut simplex = Simplex::new(3, &equations).unwrap();
        for push in Push::BOTH {
            assert!((simplex.end(1, push).unwrap().value - 0.5).abs() < 1e-12);
        }
    }
}

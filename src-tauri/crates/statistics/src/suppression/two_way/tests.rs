//! The table against solvers that know nothing of flows.

use proptest::prelude::*;

use super::{
    super::simplex::{Equation, Simplex},
    *,
};

fn knobs(floor: u64) -> Knobs {
    Knobs {
        denominator_floor: floor,
        ..Knobs::default()
    }
}

fn known(cells: &[Vec<u64>]) -> Vec<Vec<Option<u64>>> {
    let row = |row: &Vec<u64>| row.iter().copied().map(Some).collect();
    cells.iter().map(row).collect()
}

fn protected(floor: u64, cells: &[Vec<u64>]) -> TwoWay {
    table(Table::with_totals(knobs(floor), known(cells))).unwrap()
}

/// All cells in the order of the network: cells, row totals, column totals, grand total.
fn all(found: &TwoWay) -> Vec<Option<Seen<u64>>> {
    let cells = found.cells.iter().flatten().cloned().map(Some);
    cells
        .chain(found.row_totals.iter().cloned())
        .chain(found.column_totals.iter().cloned())
        .chain([found.grand_total.clone()])
        .collect()
}

fn hidden_cells(found: &TwoWay) -> Vec<(usize, usize)> {
    let cells = found.hidden.iter().filter_map(|hidden| match hidden.place {
        Place::Cell { row, column } => Some((row, column)),
        _ => None,
    });
    cells.collect()
}

/// Bounds of everything hidden by linear programming over what is printed.
fn bounds_by_simplex(found: &TwoWay) -> Vec<Option<(f64, Option<f64>)>> {
    let (rows, columns) = (found.cells.len(), found.cells[0].len());
    let totals = rows * columns;
    let grand = totals + rows + columns;
    let mut sums: Vec<Vec<(usize, f64)>> = Vec::new();
    for row in 0..rows {
        let cells = (0..columns).map(|column| (row * columns + column, 1.0));
        sums.push(cells.chain([(totals + row, -1.0)]).collect());
    }
    for column in 0..columns {
        let cells = (0..rows).map(|row| (row * columns + column, 1.0));
        sums.push(cells.chain([(totals + rows + column, -1.0)]).collect());
    }
    let rest = [(grand, -1.0)];
    sums.push(
        (totals..totals + rows)
            .map(|total| (total, 1.0))
            .chain(rest)
            .collect(),
    );
    sums.push(
        (totals + rows..grand)
            .map(|total| (total, 1.0))
            .chain(rest)
            .collect(),
    );

    let seen = all(found);
    let printed = |cell: usize| seen[cell].as_ref().and_then(|seen| seen.value().copied());
    let equations: Vec<Equation> = sums
        .iter()
        .map(|sum| {
            let fixed = sum
                .iter()
                .filter_map(|(cell, sign)| Some(sign * printed(*cell)? as f64));
            Equation {
                sum: -fixed.sum::<f64>(),
                terms: sum
                    .iter()
                    .copied()
                    .filter(|(cell, _)| printed(*cell).is_none())
                    .collect(),
            }
        })
        .collect();
    let mut simplex = Simplex::new(seen.len(), &equations).expect("the true table is one");
    (0..seen.len())
        .map(|cell| {
            seen[cell].as_ref().filter(|seen| seen.is_hidden())?;
            let lower = simplex.end(cell, Push::Down).unwrap().value;
            Some((lower, simplex.end(cell, Push::Up).map(|end| end.value)))
        })
        .collect()
}

/// Holds an answer against the promises, its bounds against the other solver.
fn check(floor: u64, cells: &[Vec<u64>]) -> Result<TwoWay, TestCaseError> {
    let found = protected(floor, cells);
    let by_simplex = bounds_by_simplex(&found);
    for (cell, (seen, solved)) in all(&found).iter().zip(&by_simplex).enumerate() {
        let Some(seen) = seen else { continue };
        if let Some(value) = seen.value() {
            prop_assert!(*value >= floor, "{cells:?} below {floor} prints {value}");
            continue;
        }
        let bounds = seen.bounds().unwrap();
        let (lower, upper) = solved.unwrap();
        prop_assert!(
            !bounds.is_narrower_than(floor),
            "{cells:?} below {floor}: {cell}"
        );
        prop_assert!(
            (bounds.lower as f64 - lower).abs() < 1e-6,
            "{cells:?}: {cell}"
        );
        prop_assert_eq!(
            bounds.upper.is_some(),
            upper.is_some(),
            "{:?}: {}",
            cells,
            cell
        );
        let ends = bounds.upper.zip(upper);
        prop_assert!(ends.is_none_or(|(own, other)| (own as f64 - other).abs() < 1e-6));
    }
    for hidden in &found.hidden {
        if let Reason::Complementary { protects } = &hidden.reason {
            prop_assert!(!protects.is_empty(), "{cells:?} below {floor}: {hidden:?}");
        }
    }
    for line in lines(&found) {
        let hidden = line.iter().filter(|seen| seen.is_hidden()).count();
        prop_assert!(
            line.len() == 1 || hidden != 1,
            "{cells:?} below {floor}: one alone"
        );
    }
    Ok(found)
}

fn lines(found: &TwoWay) -> Vec<Vec<&Seen<u64>>> {
    let rows = found.cells.iter().map(|row| row.iter().collect());
    let columns = (0..found.cells[0].len())
        .map(|column| found.cells.iter().map(|row| &row[column]).collect());
    rows.chain(columns).collect()
}

/// Fewest hidden cells of any pattern that protects with all totals printed, and fewest
/// people in so many: tries all.
fn fewest(floor: u64, cells: &[Vec<u64>]) -> (usize, u64) {
    let grid = Grid::new(&Table::with_totals(knobs(floor), known(cells))).unwrap();
    let primary: Vec<usize> = (0..grid.cells())
        .filter(|cell| grid.value(*cell) < floor)
        .collect();
    let free: Vec<usize> = (0..grid.cells())
        .filter(|cell| !primary.contains(cell))
        .collect();
    let mut best: Option<(usize, u64)> = None;
    for choice in 0_u32..1 << free.len() {
        let chosen = free
            .iter()
            .enumerate()
            .filter(|(bit, _)| choice >> bit & 1 == 1);
        let mut hidden = vec![false; grid.len()];
        for cell in primary.iter().chain(chosen.map(|(_, cell)| cell)) {
            hidden[*cell] = true;
        }
        let mut guard = Guard::new(&grid, &hidden);
        if best.is_some_and(|best| best <= guard.cost()) || guard.alone().is_some() {
            continue;
        }
        if (0..grid.len()).all(|cell| !hidden[cell] || guard.prove(cell)) {
            best = Some(guard.cost());
        }
    }
    best.expect("hiding all cells protects where all totals may be printed")
}

fn cost(found: &TwoWay) -> (usize, u64) {
    let cells = hidden_cells(found);
    let people = cells
        .iter()
        .map(|(row, column)| found.inputs.cells[*row][*column].unwrap());
    (cells.len(), people.sum())
}

#[test]
fn one_small_cell_takes_three_others_with_it() {
    let cells = [vec![50, 60, 70], vec![40, 7, 30], vec![85, 20, 90]];
    let found = check(10, &cells).unwrap();
    assert_eq!(found.outcome, Outcome::CellsHidden);
    assert_eq!(
        hidden_cells(&found),
        [(1, 1), (1, 2), (2, 1), (2, 2)],
        "the rectangle with the fewest people"
    );
    let small = found.hidden[0].clone();
    assert_eq!(
        (small.place, small.reason, small.bounds),
        (
            Place::Cell { row: 1, column: 1 },
            Reason::TooFewPeople,
            Some(Bounds {
                lower: 0,
                upper: Some(27)
            })
        )
    );
    let Reason::Complementary { protects } = &found.hidden[1].reason else {
        panic!("the thirty are enough themselves");
    };
    assert!(protects.contains(&Place::Cell { row: 1, column: 1 }));
    assert!(found.is_fewest);
    assert_eq!(found.points, 9);
}

#[test]
fn without_small_cells_nothing_is_hidden() {
    let found = check(10, &[vec![50, 60], vec![40, 70]]).unwrap();
    assert_eq!(found.outcome, Outcome::NothingHidden);
    assert!(found.hidden.is_empty());
}

#[test]
fn a_small_total_is_hidden_and_takes_a_second_one_with_it() {
    let cells = [vec![2, 3, 1], vec![40, 50, 60], vec![30, 20, 35]];
    let found = check(10, &cells).unwrap();
    assert_eq!(found.outcome, Outcome::TotalsHidden);
    let hidden: Vec<bool> = found
        .row_totals
        .iter()
        .map(|total| total.as_ref().unwrap().is_hidden())
        .collect();
    assert_eq!(hidden, [true, false, true]);
    let reason = found.row_totals[2].as_ref().unwrap().reason();
    let protects = [Place::RowTotal(0)];
    assert!(
        matches!(reason, Some(Reason::Complementary { protects: found }) if found.contains(&protects[0])),
        "{reason:?}"
    );
    assert!(!found.grand_total.unwrap().is_hidden());
}

#[test]
fn a_table_too_small_to_protect_is_hidden_altogether() {
    let found = check(10, &[vec![3, 2], vec![1, 1]]).unwrap();
    assert_eq!(found.outcome, Outcome::EverythingHidden);
    assert_eq!(found.hidden.len(), 9, "four cells and five totals");
}

#[test]
fn a_table_of_one_row_hides_like_a_breakdown() {
    let found = check(10, &[vec![120, 40, 7]]).unwrap();
    assert_eq!(hidden_cells(&found), [(0, 1), (0, 2)]);
    let found = check(10, &[vec![120], vec![40], vec![4], vec![3]]).unwrap();
    assert_eq!(hidden_cells(&found), [(1, 0), (2, 0), (3, 0)]);
}

#[test]
fn a_cell_hidden_by_its_source_is_protected_like_a_small_one() {
    let mut cells = known(&[vec![50, 60, 70], vec![40, 17, 30], vec![80, 20, 90]]);
    let mut inputs = Table::with_totals(knobs(10), cells.clone());
    cells[1][1] = None;
    inputs.cells = cells;
    let found = table(inputs.clone()).unwrap();
    assert_eq!(hidden_cells(&found).len(), 4);
    assert_eq!(found.cells[1][1].reason(), Some(&Reason::HiddenBySource));
    assert_eq!(found.points, 8);

    inputs.row_totals = vec![None; 3];
    inputs.column_totals = vec![None; 3];
    inputs.grand_total = None;
    let found = table(inputs).unwrap();
    assert_eq!(
        hidden_cells(&found).len(),
        4,
        "no line has one hidden cell alone, since totals may be printed elsewhere"
    );
    assert_eq!(found.cells[1][1].bounds(), Some(Bounds::OPEN));
    assert!(found.row_totals.iter().all(Option::is_none));
}

#[test]
fn without_totals_cells_need_company_and_nothing_more() {
    let cells = known(&[vec![4, 3, 50], vec![2, 1, 60], vec![50, 60, 70]]);
    let inputs = Table {
        row_totals: vec![None; 3],
        column_totals: vec![None; 3],
        grand_total: None,
        ..Table::with_totals(knobs(10), cells)
    };
    assert_eq!(hidden_cells(&table(inputs).unwrap()).len(), 4);
}

#[test]
fn tables_that_cannot_be_meant_are_refused() {
    let good = Table::with_totals(knobs(10), known(&[vec![50, 60], vec![40, 70]]));
    let wrong = [
        Table {
            cells: Vec::new(),
            ..good.clone()
        },
        Table {
            cells: known(&[vec![50, 60], vec![40]]),
            ..good.clone()
        },
        Table {
            row_totals: vec![Some(110)],
            ..good.clone()
        },
        Table {
            grand_total: Some(221),
            ..good.clone()
        },
        Table::with_totals(knobs(10), known(&[vec![u64::MAX, 60], vec![40, 70]])),
    ];
    for table in wrong {
        assert!(super::table(table.clone()).is_err(), "{table:?}");
    }
    assert!(table(good).is_ok());
}

/// Optimal sizes from a mixed integer program over all patterns, solved to optimality with
/// another program.
#[test]
fn tables_of_six_by_six_with_a_known_optimum_hide_no_more() {
    let mixed = [
        [76, 252, 43, 250, 129, 7],
        [291, 87, 87, 277, 17, 42],
        [9, 0, 147, 208, 228, 237],
        [78, 59, 7, 233, 164, 207],
        [283, 128, 24, 93, 177, 63],
        [118, 146, 42, 257, 1, 87],
    ];
    let clustered = [
        [5, 284, 262, 40, 299, 86],
        [7, 8, 5, 225, 105, 169],
        [45, 2, 288, 210, 146, 37],
        [31, 148, 273, 180, 239, 45],
        [67, 9, 1, 67, 3, 210],
        [75, 84, 109, 97, 113, 199],
    ];
    let dense = [
        [16, 11, 53, 29, 51, 25],
        [6, 16, 5, 53, 38, 20],
        [3, 38, 1, 3, 9, 4],
        [1, 32, 36, 4, 6, 9],
        [6, 0, 9, 37, 55, 7],
        [52, 28, 24, 47, 17, 12],
    ];
    let thin = [
        [36, 54, 51, 48, 4, 16],
        [7, 31, 48, 28, 30, 41],
        [24, 50, 13, 6, 31, 1],
        [57, 53, 24, 27, 38, 48],
        [49, 0, 44, 28, 17, 46],
        [51, 14, 37, 60, 6, 57],
    ];
    let narrow = [
        [63, 56, 65, 62, 51, 62],
        [55, 61, 10, 55, 62, 50],
        [59, 62, 55, 50, 57, 61],
        [61, 58, 50, 54, 56, 51],
        [61, 56, 63, 61, 50, 60],
        [50, 55, 55, 58, 10, 0],
    ];
    let zeros = [
        [0, 500, 500, 500, 500, 101],
        [100, 100, 0, 99, 0, 0],
        [0, 0, 100, 101, 99, 100],
        [0, 99, 0, 101, 99, 0],
        [100, 99, 0, 0, 100, 500],
        [99, 0, 0, 0, 0, 500],
    ];
    for (name, floor, cells, optimum) in [
        ("mixed", 10, mixed, 10),
        ("clustered", 10, clustered, 10),
        ("dense", 10, dense, 17),
        ("thin", 20, thin, 15),
        ("narrow", 50, narrow, 6),
        ("zeros", 100, zeros, 26),
    ] {
        let cells = cells.map(Vec::from);
        let found = check(floor, &cells).unwrap();
        assert_eq!(found.outcome, Outcome::CellsHidden, "{name}");
        assert_eq!(hidden_cells(&found).len(), optimum, "{name}");
        assert!(found.is_fewest, "{name}");
        // Larger tables have to do with the quick way.
        let grid = Grid::new(&found.inputs).unwrap();
        let quick = greedy::search(&grid, &grid.primary()).unwrap();
        let count = quick.iter().filter(|is_hidden| **is_hidden).count();
        assert!(
            2 * count <= 3 * optimum,
            "{name}: {count} against {optimum}"
        );
    }
}

#[test]
fn a_table_of_twelve_by_forty_is_protected() {
    let cells: Vec<Vec<u64>> = (0..12_u64)
        .map(|row| {
            (0..40)
                .map(|column| (row * 67 + column * 41 + row * column) % 83)
                .collect()
        })
        .collect();
    let found = check(10, &cells).unwrap();
    assert_eq!(found.outcome, Outcome::CellsHidden);
    let small = cells.iter().flatten().filter(|count| **count < 10).count();
    assert!(hidden_cells(&found).len() < 2 * small);
}

#[test]
fn the_same_table_gets_the_same_answer() {
    let cells = [vec![50, 9, 70], vec![40, 7, 30], vec![8, 20, 90]];
    assert_eq!(protected(10, &cells), protected(10, &cells));
}

/// Tables with many small cells, and floors to go with them.
fn tables(most: usize) -> impl Strategy<Value = (u64, Vec<Vec<u64>>)> {
    let cell = prop_oneof![0_u64..10, 0_u64..40, 10_u64..300];
    let size = (1..=most, 1..=most);
    let cells = size.prop_flat_map(move |(rows, columns)| {
        proptest::collection::vec(proptest::collection::vec(cell.clone(), columns), rows)
    });
    (2_u64..25, cells)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_hidden_is_known_to_within_less_than_the_floor((floor, cells) in tables(6)) {
        check(floor, &cells)?;
    }

    #[test]
    fn the_order_of_rows_and_columns_does_not_change_how_many_are_hidden(
        (floor, cells) in tables(5),
    ) {
        let found = protected(floor, &cells);
        let columns = 0..cells[0].len();
        let turned: Vec<Vec<u64>> =
            columns.rev().map(|column| cells.iter().map(|row| row[column]).collect()).collect();
        let other = protected(floor, &turned);
        if found.is_fewest && other.is_fewest && found.outcome == Outcome::CellsHidden {
            prop_assert_eq!(cost(&found), cost(&other));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_pattern_of_a_small_table_hides_fewer_cells_or_people((floor, cells) in tables(4)) {
        let found = protected(floor, &cells);
        if found.outcome == Outcome::CellsHidden {
            prop_assert!(found.is_fewest);
            prop_assert_eq!(cost(&found), fewest(floor, &cells));
        }
    }

    #[test]
    fn who_knows_the_rule_cannot_compute_a_hidden_cell_either(
        floor in 2_u64..6,
        cells in proptest::collection::vec(proptest::collection::vec(0_u64..8, 3), 2..=3),
    ) {
        let found = protected(floor, &cells);
        if found.outcome == Outcome::CellsHidden {
            let values = values_by_rule(floor, &cells, &found);
            for (cell, values) in values {
                prop_assert!(values.len() > 1, "{cell:?} of {cells:?} below {floor}");
            }
        }
    }
}

/// All values each hidden cell has in tables with these totals and printed cells that hold
/// a count below the floor among the hidden ones: tries all.
fn values_by_rule(
    floor: u64,
    cells: &[Vec<u64>],
    found: &TwoWay,
) -> std::collections::BTreeMap<(usize, usize), std::collections::BTreeSet<u64>> {
    let hidden = hidden_cells(found);
    let columns = cells[0].len();
    let mut rows_left: Vec<u64> = vec![0; cells.len()];
    let mut columns_left: Vec<u64> = vec![0; columns];
    for (row, column) in &hidden {
        rows_left[*row] += cells[*row][*column];
        columns_left[*column] += cells[*row][*column];
    }
    let mut values: std::collections::BTreeMap<_, std::collections::BTreeSet<u64>> =
        std::collections::BTreeMap::new();
    let mut chosen: Vec<u64> = Vec::new();
    fill(
        &hidden,
        &mut rows_left,
        &mut columns_left,
        &mut chosen,
        &mut |chosen| {
            if chosen.iter().any(|count| *count < floor) {
                for (cell, count) in hidden.iter().zip(chosen) {
                    values.entry(*cell).or_default().insert(*count);
                }
            }
        },
    );
    values
}

fn fill(
    hidden: &[(usize, usize)],
    rows_left: &mut [u64],
    columns_left: &mut [u64],
    chosen: &mut Vec<u64>,
    found: &mut impl FnMut(&[u64]),
) {
    let Some((row, column)) = hidden.get(chosen.len()).copied() else {
        if rows_left
            .iter()
            .chain(columns_left.iter())
            .all(|left| *left == 0)
        {
            found(chosen);
        }
        return;
    };
    for count in 0..=rows_left[row].min(columns_left[column]) {
        rows_left[row] -= count;
        columns_left[column] -= count;
        chosen.push(count);
        fill(hidden, rows_left, columns_left, chosen, found);
        chosen.pop();
        rows_left[row] += count;
        columns_left[column] += count;
    }
}

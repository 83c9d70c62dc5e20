//! F7: small numbers. What must not be printed for an audience, so that nobody can be
//! recognized in it nor computed from what stands beside it.
//!
//! What an outsider is taken to know: every printed figure, that parts add up to their
//! totals, that no count is below 0, and this rule with its floors. What an outsider does
//! not know is which of the hidden figures are small themselves and which are hidden to
//! protect them: in print all carry the same mark, reasons are for the team's log.
//!
//! Two promises follow. Without the rule, no hidden count of people can be bounded to an
//! interval narrower than the floor. With the rule – in every block of hidden cells that
//! depend on each other at least one is below the floor – none can be computed exactly, as
//! soon as the floor is 2 or more. Proof: some cycle of hidden cells shifts the count in
//! question by one. If a small cell stays small on the way, that is a second table the rule
//! allows. If none does, every small cell was one below the floor and grew; then no hidden
//! cell is 0, and the opposite shift, which makes them smaller, is allowed too.
//!
//! A group of nobody is hidden like every group below the floor. To print the zero would
//! tell that the other hidden groups are not empty, and “none of them” is as telling of an
//! attribute as “all of them”. A count that came without a value is hidden by its source:
//! it is never filled in, and it is protected like a small one, since sources hide small
//! ones. Periods are separate: each has its own total and is protected on its own.
//!
//! What is not promised: figures are hidden, not blurred, and who replays which group the
//! rule picks can come closer in rare ties. Of 9, 40 and 40 the floor 10 hides the 9 and one
//! 40; the sum 49 leaves no other way to have picked them. And the rule knows one export at
//! a time; [`cross_check`] compares two.

mod cross_check;
mod flow;
mod knobs;
mod numerators;
mod one_way;
mod reasons;
mod simplex;
mod tail;
mod two_way;

pub use cross_check::{
    Contradiction, CrossCheck, CrossInputs, Export, Finding, Found, Relation, Sum, Term,
    cross_check,
};
pub use knobs::{DENOMINATOR_FLOOR, KIDS_COUNT_EVENTS, Knobs, LARGEST_COUNT, Tails};
pub use one_way::{Figures, Group, Inputs, OneWay, breakdown, breakdowns};
pub use reasons::{Bounds, Figure, Hidden, Place, Reason, Seen};
pub use tail::{Percent, code};
pub use two_way::{Outcome, Table, TwoWay, table};

use crate::Rule;

/// Rule of [`breakdown`].
pub const ONE_WAY: Rule = Rule {
    id: "suppress",
    formula: "hide groups with n < k; if exactly one is hidden, or the hidden sum is below k, \
              hide the smallest shown group too; repeat",
    source: "NCES 2011-603; Delaware, Wisconsin and Utah state rules; KIDS COUNT",
};

/// Rule of [`table`].
pub const TWO_WAY: Rule = Rule {
    id: "suppress_table",
    formula: "hide cells with n < k, and the fewest others so that no row or column has exactly \
              one hidden cell and no hidden cell is known from the totals to within less than k",
    source: "NCES 2011-603; Cox 1980, 1995; Fischetti & Salazar 2001",
};

/// Rule of [`cross_check`].
pub const CROSS_CHECK: Rule = Rule {
    id: "suppress_cross_check",
    formula: "least and largest value of each hidden cell over all tables that agree with both \
              exports; narrower than k is a finding",
    source: "Cox 1980; Fischetti & Salazar 2001",
};

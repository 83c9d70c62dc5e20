//! Whether the groups of a breakdown add up to everyone.

use std::collections::HashMap;

use backbone_core::{
    BreakdownId, GroupId,
    measurement::{Breakdown, Group, UnitKind},
};
use rust_decimal::Decimal;

use super::{FindingKind, ReviewRow, columns as at, reading::Reader};

impl Reader<'_> {
    /// Asks about groups that do not add up to everyone, in counts: the figure itself where
    /// it is a count, otherwise what it is out of.
    pub(super) fn sums(&mut self) -> backbone_core::Result<()> {
        let groups: HashMap<GroupId, BreakdownId> = self
            .book
            .list::<Group>()?
            .into_iter()
            .map(|group| (group.id, group.record.breakdown_id))
            .collect();
        let mut found = Vec::new();
        for breakdown in self.book.list::<Breakdown>()? {
            let size = groups.values().filter(|of| **of == breakdown.id).count();
            for whole in self
                .review
                .rows
                .iter()
                .filter(|row| row.series.group.is_none())
            {
                let Some(total) = self.counted(whole) else {
                    continue;
                };
                let is_part = |row: &&ReviewRow| {
                    row.period == whole.period
                        && row.series.measure == whole.series.measure
                        && row.series.place == whole.series.place
                        && row
                            .series
                            .group
                            .is_some_and(|group| groups.get(&group) == Some(&breakdown.id))
                };
                let parts: Vec<Decimal> = self
                    .review
                    .rows
                    .iter()
                    .filter(is_part)
                    .filter_map(|row| self.counted(row))
                    .collect();
                let sum: Decimal = parts.iter().sum();
                let is_complete = parts.len() == size && size > 0;
                if sum > total || (is_complete && sum != total) {
                    let kind = FindingKind::SumDiffers {
                        breakdown: breakdown.record.name.clone(),
                        sum: sum.normalize().to_string(),
                    };
                    let total = total.normalize().to_string();
                    found.push((
                        whole.row,
                        self.column(whole),
                        whole.subject.clone(),
                        total,
                        kind,
                    ));
                }
            }
        }
        for (row, column, subject, cell, kind) in found {
            self.note(row, column, &subject, cell, kind);
        }
        Ok(())
    }

    fn is_count(&self, row: &ReviewRow) -> bool {
        self.measures
            .get(&row.series.measure)
            .is_some_and(|(measure, _)| measure.unit == UnitKind::Count)
    }

    fn counted(&self, row: &ReviewRow) -> Option<Decimal> {
        let figures = row.figures?;
        if self.is_count(row) {
            figures.value
        } else {
            figures.denominator
        }
    }

    fn column(&self, row: &ReviewRow) -> u16 {
        if self.is_count(row) {
            at::FIGURE
        } else {
            at::OUT_OF
        }
    }
}

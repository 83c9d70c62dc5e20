//! What calculated measures are made of, and which measures stand beside each other.

use std::collections::{HashMap, HashSet};

use super::{Calculation, Measure, MeasureKind};
use crate::{
    ComparisonId, Context, ContributionId, Done, Error, Id, MeasureId, MeasurePartId, Op, Reason,
    Record, Result, Workbook,
    storage::{self, choice, record},
};

choice! {
    /// What a part does in a calculation.
    PartRole {
        /// It is added.
        Plus = "plus",
        /// It is taken away.
        Minus = "minus",
        /// It is divided.
        Numerator = "numerator",
        /// It divides.
        Denominator = "denominator",
    }
}

record! {
    /// A part of a calculated measure.
    MeasurePart, MeasurePartId, "measure_parts", order "position",
    SetCalculation SetCalculation SetCalculation {
        /// The calculated measure.
        measure_id: MeasureId,
        /// The measure it is calculated from.
        part_id: MeasureId,
        /// What it does.
        role: PartRole,
        /// Place in the list.
        position: i64,
    }
    label(this) this.role.word().to_owned();
    validate(_this) Ok(());
}

record! {
    /// A performance measure that contributes to an indicator.
    Contribution, ContributionId, "contributions", order "id",
    SetContributions SetContributions SetContributions {
        /// The partner's performance measure.
        performance_id: MeasureId,
        /// The indicator of the whole population.
        indicator_id: MeasureId,
    }
    label(_this) String::new();
    validate(_this) Ok(());
}

record! {
    /// Another measure drawn beside one for comparison.
    Comparison, ComparisonId, "comparisons", order "id",
    SetComparisons SetComparisons SetComparisons {
        /// The measure.
        measure_id: MeasureId,
        /// The one beside it.
        other_id: MeasureId,
    }
    label(_this) String::new();
    validate(_this) Ok(());
}

impl Workbook {
    /// The parts of a calculated measure, in order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn parts_of(&self, measure: MeasureId) -> Result<Vec<MeasurePart>> {
        let found = storage::list_of::<MeasurePart>(self.db(), "measure_id", &measure)?;
        Ok(found.into_iter().map(|entry| entry.record).collect())
    }

    /// Sets how a measure is calculated and from what. Entered values stay in the file.
    ///
    /// # Errors
    /// Parts that do not fit the calculation, or a measure that would be part of itself.
    pub fn set_calculation(
        &mut self,
        measure: MeasureId,
        calculation: Calculation,
        parts: &[(MeasureId, PartRole)],
        context: &Context,
    ) -> Result<Done<()>> {
        let mut definition: Measure = self.get(measure)?;
        let invalid = |reason| {
            Err(Error::Invalid {
                field: "parts",
                reason,
            })
        };
        let has = |role| parts.iter().any(|(_, part)| *part == role);
        let fits = match calculation {
            Calculation::Entered => parts.is_empty(),
            Calculation::Sum => !parts.is_empty() && parts.iter().all(|p| p.1 == PartRole::Plus),
            Calculation::Difference => has(PartRole::Plus) && has(PartRole::Minus),
            Calculation::Ratio | Calculation::Rate => {
                has(PartRole::Numerator) && has(PartRole::Denominator)
            }
        };
        if !fits {
            return invalid(Reason::Incomplete);
        }
        if self.depends_on(parts.iter().map(|(part, _)| *part), measure)? {
            return invalid(Reason::Circular);
        }
        definition.calculation = calculation;
        let label = definition.label();
        self.transact(Op::SetCalculation, &label, context, |tx| {
            for entry in storage::list_of::<MeasurePart>(tx, "measure_id", &measure)? {
                storage::delete::<MeasurePart>(tx, entry.id)?;
            }
            storage::update(tx, measure, &definition)?;
            for (position, (part, role)) in (0..).zip(parts) {
                let record = MeasurePart {
                    measure_id: measure,
                    part_id: *part,
                    role: *role,
                    position,
                };
                storage::insert(tx, MeasurePartId::new(context.now_ms), &record)?;
            }
            Ok(())
        })
    }

    /// Whether any of `from` is, or is calculated from, `wanted`.
    fn depends_on(&self, from: impl Iterator<Item = MeasureId>, wanted: MeasureId) -> Result<bool> {
        let mut parts: HashMap<MeasureId, Vec<MeasureId>> = HashMap::new();
        for entry in self.list::<MeasurePart>()? {
            let part = entry.record;
            parts.entry(part.measure_id).or_default().push(part.part_id);
        }
        let mut open: Vec<MeasureId> = from.collect();
        let mut seen = HashSet::new();
        while let Some(one) = open.pop() {
            if one == wanted {
                return Ok(true);
            }
            if seen.insert(one) {
                open.extend(parts.get(&one).into_iter().flatten());
            }
        }
        Ok(false)
    }

    /// Sets which indicators a performance measure contributes to.
    ///
    /// # Errors
    /// A measure that is gone, or that is no performance measure.
    pub fn set_contributions(
        &mut self,
        performance: MeasureId,
        indicators: &[MeasureId],
        context: &Context,
    ) -> Result<Done<()>> {
        let label = self.require_kinds(&[performance], indicators)?;
        self.transact(Op::SetContributions, &label, context, |tx| {
            for entry in storage::list_of::<Contribution>(tx, "performance_id", &performance)? {
                storage::delete::<Contribution>(tx, entry.id)?;
            }
            indicators.iter().try_for_each(|indicator| {
                let record = Contribution {
                    performance_id: performance,
                    indicator_id: *indicator,
                };
                storage::insert(tx, ContributionId::new(context.now_ms), &record)
            })
        })
    }

    /// Refuses ties between measures of the wrong kinds. Gives back the name of the first
    /// performance measure.
    fn require_kinds(
        &self,
        performances: &[MeasureId],
        indicators: &[MeasureId],
    ) -> Result<String> {
        let require = |ids: &[MeasureId], kind: MeasureKind| {
            ids.iter().try_for_each(|id| {
                if self.get::<Measure>(*id)?.kind == kind {
                    return Ok(());
                }
                Err(Error::Invalid {
                    field: "contributions",
                    reason: Reason::UnknownChoice,
                })
            })
        };
        require(performances, MeasureKind::Performance)?;
        require(indicators, MeasureKind::Indicator)?;
        match performances.first() {
            Some(first) => Ok(self.get::<Measure>(*first)?.label()),
            None => Ok(String::new()),
        }
    }

    /// Sets which performance measures contribute to an indicator: the same ties, seen from
    /// their other end.
    ///
    /// # Errors
    /// A measure that is gone.
    pub fn set_contributors(
        &mut self,
        indicator: MeasureId,
        performances: &[MeasureId],
        context: &Context,
    ) -> Result<Done<()>> {
        self.require_kinds(performances, &[indicator])?;
        let label = self.get::<Measure>(indicator)?.label();
        self.transact(Op::SetContributions, &label, context, |tx| {
            for entry in storage::list_of::<Contribution>(tx, "indicator_id", &indicator)? {
                storage::delete::<Contribution>(tx, entry.id)?;
            }
            performances.iter().try_for_each(|performance| {
                let record = Contribution {
                    performance_id: *performance,
                    indicator_id: indicator,
                };
                storage::insert(tx, ContributionId::new(context.now_ms), &record)
            })
        })
    }

    /// Sets which measures are drawn beside one.
    ///
    /// # Errors
    /// A measure that is gone.
    pub fn set_comparisons(
        &mut self,
        measure: MeasureId,
        others: &[MeasureId],
        context: &Context,
    ) -> Result<Done<()>> {
        let label = self.get::<Measure>(measure)?.label();
        self.transact(Op::SetComparisons, &label, context, |tx| {
            for entry in storage::list_of::<Comparison>(tx, "measure_id", &measure)? {
                storage::delete::<Comparison>(tx, entry.id)?;
            }
            others.iter().try_for_each(|other| {
                let record = Comparison {
                    measure_id: measure,
                    other_id: *other,
                };
                storage::insert(tx, ComparisonId::new(context.now_ms), &record)
            })
        })
    }
}

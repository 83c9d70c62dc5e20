//! What is measured: definitions, baselines, targets, notes, places and groups.

use backbone_statistics::{Polarity, Unit};

use super::Period;
use crate::{
    BreakdownId, Context, Done, Error, Figure, Id, MeasureId, Op, PartnerId, PlaceId, Reason,
    Record, Result, ResultId, Workbook,
    storage::{
        self, Entry, LONGEST_NAME, LONGEST_TEXT, choice, record, require_length, require_name,
    },
};

choice! {
    /// What a measure speaks of.
    MeasureKind {
        /// A whole population.
        Indicator = "indicator",
        /// A partner's own program.
        Performance = "performance",
    }
}

choice! {
    /// The unit as the file has it; see [`Measure::unit`].
    UnitKind {
        /// Percent.
        Percent = "percent",
        /// Count.
        Count = "count",
        /// Events per so many people.
        Rate = "rate",
        /// A constructed scale.
        Index = "index",
        /// Money.
        Currency = "currency",
        /// Days.
        Days = "days",
    }
}

choice! {
    /// Which way is better, as the file has it; see [`Measure::polarity`].
    PolarityKind {
        /// Higher is better.
        Higher = "higher",
        /// Lower is better.
        Lower = "lower",
        /// Neither.
        Neither = "neither",
    }
}

choice! {
    /// How often readings are expected.
    Frequency {
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Every school year.
        SchoolYear = "school_year",
        /// Every calendar year.
        CalendarYear = "calendar_year",
        /// Every fiscal year.
        FiscalYear = "fiscal_year",
        /// Now and then.
        Irregular = "irregular",
    }
}

choice! {
    /// Where a measure stands.
    MeasureStatus {
        /// Being defined.
        Developmental = "developmental",
        /// In use.
        Active = "active",
        /// No longer collected.
        Retired = "retired",
    }
}

/// What several measures can be marked as at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureMark {
    /// Where they stand.
    Status(MeasureStatus),
    /// Whether they are on the Overview and in the board report.
    Headline(bool),
}

choice! {
    /// How the values of a measure come about.
    Calculation {
        /// Entered or imported.
        Entered = "entered",
        /// The sum of its parts.
        Sum = "sum",
        /// What is added less what is taken away.
        Difference = "difference",
        /// Numerator over denominator; in percent for a measure in percent.
        Ratio = "ratio",
        /// Numerator over denominator, per so many.
        Rate = "rate",
    }
}

record! {
    /// The definition of a measure.
    Measure, MeasureId, "measures", order "position, name", AddMeasure ChangeMeasure RemoveMeasure {
        /// Short code, unique in the file.
        code: String,
        /// Name.
        name: String,
        /// Population indicator or performance measure.
        kind: MeasureKind,
        /// The result it is a measure of.
        result_id: Option<ResultId>,
        /// The partner whose program it measures.
        partner_id: Option<PartnerId>,
        /// The plain question it answers.
        question: String,
        /// Definition.
        definition: String,
        /// What is counted.
        numerator: String,
        /// Out of what.
        denominator: String,
        /// Unit.
        unit: UnitKind,
        /// For rates: per how many.
        rate_per: Option<u32>,
        /// Which way is better.
        polarity: PolarityKind,
        /// A limit no value can pass, such as 100 for percent.
        natural_limit: Option<Figure>,
        /// Digits after the decimal point when shown.
        precision: u8,
        /// How often readings are expected.
        frequency: Frequency,
        /// Where the figures come from.
        source: String,
        /// When they are collected and released.
        release: String,
        /// Who looks after it.
        steward: String,
        /// Who supplies it.
        provider: String,
        /// Why it was chosen.
        rationale: String,
        /// What it does not say.
        limitations: String,
        /// Whether it stands in for what cannot be measured.
        is_proxy: bool,
        /// Selection rating 1–3: does it speak to many?
        communication_power: Option<u8>,
        /// Selection rating 1–3: does it say something central?
        proxy_power: Option<u8>,
        /// Selection rating 1–3: is there good data?
        data_power: Option<u8>,
        /// Where it stands.
        status: MeasureStatus,
        /// Whether it is on the Overview and in the board report.
        is_headline: bool,
        /// Hide percentages on fewer people than this.
        suppression_floor: Option<u32>,
        /// The story behind the curve. Markdown.
        story: String,
        /// Place in the list.
        position: i64,
        /// How its values come about.
        calculation: Calculation,
        /// Control limits rest on the points up to this period; none for all.
        limits_frozen_at: Option<Period>,
        /// Days after the end of a period by which its figure is expected.
        release_lag_days: Option<u32>,
        /// Whether those it follows were chosen for an extreme baseline.
        is_extreme_cohort: bool,
    }
    label(this) this.name.clone();
    validate(this) validate(this);
}

fn validate(measure: &Measure) -> Result<()> {
    require_name("name", &measure.name)?;
    require_name("code", &measure.code)?;
    for (field, text) in [
        ("question", &measure.question),
        ("definition", &measure.definition),
        ("numerator", &measure.numerator),
        ("denominator", &measure.denominator),
        ("source", &measure.source),
        ("release", &measure.release),
        ("steward", &measure.steward),
        ("provider", &measure.provider),
        ("rationale", &measure.rationale),
        ("limitations", &measure.limitations),
    ] {
        require_length(field, text, LONGEST_NAME)?;
    }
    require_length("story", &measure.story, LONGEST_TEXT)?;
    let invalid = |field, reason| Err(Error::Invalid { field, reason });
    if measure.precision > 6 {
        return invalid("precision", Reason::OutOfRange);
    }
    if (measure.unit == UnitKind::Rate) != measure.rate_per.is_some_and(|per| per > 0) {
        return invalid("rate_per", Reason::OutOfRange);
    }
    let ratings = [
        ("communication_power", measure.communication_power),
        ("proxy_power", measure.proxy_power),
        ("data_power", measure.data_power),
    ];
    for (field, rating) in ratings {
        if rating.is_some_and(|rating| !(1..=3).contains(&rating)) {
            return invalid(field, Reason::OutOfRange);
        }
    }
    if measure.kind == MeasureKind::Performance && measure.partner_id.is_none() {
        return invalid("partner", Reason::NeedsPartner);
    }
    Ok(())
}

impl Measure {
    /// An indicator with nothing but code and name.
    #[must_use]
    pub fn named(code: &str, name: &str) -> Self {
        let empty = String::new;
        Self {
            code: code.to_owned(),
            name: name.to_owned(),
            kind: MeasureKind::Indicator,
            result_id: None,
            partner_id: None,
            question: empty(),
            definition: empty(),
            numerator: empty(),
            denominator: empty(),
            unit: UnitKind::Percent,
            rate_per: None,
            polarity: PolarityKind::Higher,
            natural_limit: None,
            precision: 1,
            frequency: Frequency::SchoolYear,
            source: empty(),
            release: empty(),
            steward: empty(),
            provider: empty(),
            rationale: empty(),
            limitations: empty(),
            is_proxy: false,
            communication_power: None,
            proxy_power: None,
            data_power: None,
            status: MeasureStatus::Active,
            is_headline: false,
            suppression_floor: None,
            story: empty(),
            position: 0,
            calculation: Calculation::Entered,
            limits_frozen_at: None,
            release_lag_days: None,
            is_extreme_cohort: false,
        }
    }

    /// The limit measures of a unit usually have: no more than all of a hundred.
    #[must_use]
    pub fn usual_limit(unit: UnitKind) -> Option<Figure> {
        (unit == UnitKind::Percent).then_some(Figure(rust_decimal::Decimal::ONE_HUNDRED))
    }

    /// Its unit as the rules take it.
    #[must_use]
    pub fn unit(&self) -> Unit {
        match self.unit {
            UnitKind::Percent => Unit::Percent,
            UnitKind::Count => Unit::Count,
            UnitKind::Rate => Unit::Rate(self.rate_per.unwrap_or(1)),
            UnitKind::Index => Unit::Index,
            UnitKind::Currency => Unit::Currency,
            UnitKind::Days => Unit::Days,
        }
    }

    /// Which way is better, as the rules take it.
    #[must_use]
    pub fn polarity(&self) -> Polarity {
        match self.polarity {
            PolarityKind::Higher => Polarity::Higher,
            PolarityKind::Lower => Polarity::Lower,
            PolarityKind::Neither => Polarity::Neither,
        }
    }
}

record! {
    /// Where the path to the target begins.
    Baseline, BaselineId, "baselines", order "period", SetBaseline SetBaseline SetBaseline {
        /// Its measure.
        measure_id: MeasureId,
        /// Of which period.
        period: Period,
        /// Value.
        value: Figure,
    }
    label(this) this.period.label();
    validate(_this) Ok(());
}

record! {
    /// A dated target. The last one of a measure is its target, the others are interim.
    Target, TargetId, "targets", order "period", SetTargets SetTargets SetTargets {
        /// Its measure.
        measure_id: MeasureId,
        /// By which period.
        period: Period,
        /// Value.
        value: Figure,
    }
    label(this) this.period.label();
    validate(_this) Ok(());
}

record! {
    /// A note on the time axis.
    Annotation, AnnotationId, "annotations", order "period", AddAnnotation ChangeAnnotation RemoveAnnotation {
        /// Its measure.
        measure_id: MeasureId,
        /// Where on the axis.
        period: Period,
        /// What happened.
        title: String,
        /// A second line.
        detail: String,
        /// Whether control limits begin anew here.
        resets_limits: bool,
    }
    label(this) this.title.clone();
    validate(this) {
        require_name("title", &this.title)?;
        require_length("detail", &this.detail, LONGEST_NAME)
    };
}

record! {
    /// A place readings speak of.
    Place, PlaceId, "places", order "name COLLATE NOCASE", AddPlace ChangePlace RemovePlace {
        /// Its name.
        name: String,
        /// Whether it is there for comparison only.
        is_benchmark: bool,
        /// The place it lies in.
        parent_id: Option<PlaceId>,
    }
    label(this) this.name.clone();
    validate(this) require_name("name", &this.name);
}

record! {
    /// A way to split readings.
    Breakdown, BreakdownId, "breakdowns", order "name COLLATE NOCASE", AddBreakdown ChangeBreakdown RemoveBreakdown {
        /// Its name.
        name: String,
    }
    label(this) this.name.clone();
    validate(this) require_name("name", &this.name);
}

record! {
    /// A group of a breakdown.
    Group, GroupId, "groups", order "position, name", AddGroup ChangeGroup RemoveGroup {
        /// Its breakdown.
        breakdown_id: BreakdownId,
        /// Its name.
        name: String,
        /// Place in the list.
        position: i64,
    }
    label(this) this.name.clone();
    validate(this) require_name("name", &this.name);
}

impl Workbook {
    /// A short code for a measure of this name that no other has: its words' first letters,
    /// with a number where they are taken.
    ///
    /// # Errors
    /// Reading the file.
    pub fn propose_code(&self, name: &str) -> Result<String> {
        let letters: String = name
            .split(|c: char| !c.is_alphanumeric())
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .take(4)
            .collect();
        let stem = if letters.is_empty() { "M" } else { &letters };
        let taken: Vec<String> = self
            .list::<Measure>()?
            .into_iter()
            .map(|measure| measure.record.code.to_uppercase())
            .collect();
        let numbered = (2..).map(|number| format!("{stem}{number}"));
        let mut codes = std::iter::once(stem.to_owned()).chain(numbered);
        Ok(codes.find(|code| !taken.contains(code)).unwrap_or_default())
    }

    /// The measure with this code, whatever its case.
    ///
    /// # Errors
    /// [`Error::NotFound`] where no measure has it.
    pub fn measure_by_code(&self, code: &str) -> Result<Entry<Measure>> {
        storage::list_of(self.db(), "code", &code)?
            .into_iter()
            .next()
            .ok_or(Error::NotFound)
    }

    /// Marks several measures alike, as one step.
    ///
    /// # Errors
    /// A measure that is gone; then none is marked.
    pub fn mark_measures(
        &mut self,
        ids: &[MeasureId],
        mark: MeasureMark,
        context: &Context,
    ) -> Result<Done<()>> {
        let mut changed = Vec::new();
        for id in ids {
            let mut measure: Measure = storage::get(self.db(), *id)?;
            match mark {
                MeasureMark::Status(status) => measure.status = status,
                MeasureMark::Headline(is_headline) => measure.is_headline = is_headline,
            }
            changed.push((*id, measure));
        }
        let names: Vec<String> = changed.iter().map(|(_, one)| one.label()).collect();
        self.transact(Op::MarkMeasures, &names.join(", "), context, |tx| {
            changed
                .iter()
                .try_for_each(|(id, measure)| storage::update(tx, *id, measure))
        })
    }

    /// Writes the story behind the curve.
    ///
    /// # Errors
    /// A text that is too long; a measure that is gone.
    pub fn write_story(
        &mut self,
        id: MeasureId,
        story: &str,
        context: &Context,
    ) -> Result<Done<()>> {
        let mut measure: Measure = storage::get(self.db(), id)?;
        measure.story = story.to_owned();
        measure.clean();
        measure.validate()?;
        let label = measure.label();
        self.transact(Op::WriteStory, &label, context, |tx| {
            storage::update(tx, id, &measure)
        })
    }

    /// The baseline of a measure.
    ///
    /// # Errors
    /// Reading the file.
    pub fn baseline(&self, measure: MeasureId) -> Result<Option<Baseline>> {
        let found = storage::list_of::<Baseline>(self.db(), "measure_id", &measure)?;
        Ok(found.into_iter().next().map(|entry| entry.record))
    }

    /// The targets of a measure in order; the last one is the target itself.
    ///
    /// # Errors
    /// Reading the file.
    pub fn targets(&self, measure: MeasureId) -> Result<Vec<Target>> {
        let found = storage::list_of::<Target>(self.db(), "measure_id", &measure)?;
        let mut targets: Vec<Target> = found.into_iter().map(|entry| entry.record).collect();
        targets.sort_by_key(|target| target.period);
        Ok(targets)
    }

    /// Sets or clears the baseline of a measure.
    ///
    /// # Errors
    /// A baseline that does not lie before the targets.
    pub fn set_baseline(
        &mut self,
        measure: MeasureId,
        baseline: Option<(Period, Figure)>,
        context: &Context,
    ) -> Result<Done<()>> {
        let label = storage::get::<Measure>(self.db(), measure)?.label();
        let first_target = self.targets(measure)?.into_iter().next();
        if let (Some((period, _)), Some(target)) = (baseline, first_target)
            && period.position() >= target.period.position()
        {
            return Err(Error::Invalid {
                field: "baseline",
                reason: Reason::OutOfOrder,
            });
        }
        self.transact(Op::SetBaseline, &label, context, |tx| {
            for entry in storage::list_of::<Baseline>(tx, "measure_id", &measure)? {
                storage::delete::<Baseline>(tx, entry.id)?;
            }
            if let Some((period, value)) = baseline {
                let record = Baseline {
                    measure_id: measure,
                    period,
                    value,
                };
                storage::insert(tx, crate::BaselineId::new(context.now_ms), &record)?;
            }
            Ok(())
        })
    }

    /// Sets all targets of a measure.
    ///
    /// # Errors
    /// Targets that do not lie after the baseline and one another.
    pub fn set_targets(
        &mut self,
        measure: MeasureId,
        targets: &[(Period, Figure)],
        context: &Context,
    ) -> Result<Done<()>> {
        let label = storage::get::<Measure>(self.db(), measure)?.label();
        let mut targets = targets.to_vec();
        targets.sort_by_key(|(period, _)| *period);
        let times: Vec<f64> = self
            .baseline(measure)?
            .map(|baseline| baseline.period)
            .into_iter()
            .chain(targets.iter().map(|(period, _)| *period))
            .map(Period::position)
            .collect();
        if !times.is_sorted_by(|a, b| a < b) {
            return Err(Error::Invalid {
                field: "targets",
                reason: Reason::OutOfOrder,
            });
        }
        self.transact(Op::SetTargets, &label, context, |tx| {
            for entry in storage::list_of::<Target>(tx, "measure_id", &measure)? {
                storage::delete::<Target>(tx, entry.id)?;
            }
            for (period, value) in targets {
                let record = Target {
                    measure_id: measure,
                    period,
                    value,
                };
                storage::insert(tx, crate::TargetId::new(context.now_ms), &record)?;
            }
            Ok(())
        })
    }

    /// Adds a breakdown with its groups as one step.
    ///
    /// # Errors
    /// A name that is empty or taken.
    pub fn add_breakdown(
        &mut self,
        name: &str,
        groups: &[String],
        context: &Context,
    ) -> Result<Done<BreakdownId>> {
        let mut breakdown = Breakdown {
            name: name.to_owned(),
        };
        breakdown.clean();
        breakdown.validate()?;
        let id = BreakdownId::new(context.now_ms);
        self.transact(Op::AddBreakdown, &breakdown.label(), context, |tx| {
            storage::insert(tx, id, &breakdown)?;
            for (position, name) in (1..).zip(groups) {
                let mut group = Group {
                    breakdown_id: id,
                    name: name.clone(),
                    position,
                };
                group.clean();
                group.validate()?;
                storage::insert(tx, crate::GroupId::new(context.now_ms), &group)?;
            }
            Ok(id)
        })
    }
}

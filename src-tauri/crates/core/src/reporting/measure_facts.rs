//! Measures with their readings and what the rules say of them: short for lists, and in
//! full for a page of a report.

use std::collections::HashMap;

use chrono::NaiveDate;

use backbone_statistics::guard::Guard;

use super::{
    ActivityFacts, CalculationFacts, ComparedMeasure, DisparityFacts, Shield, Withheld, comparing,
    disparity_facts,
};
use crate::{
    BreakdownId, Entry, GroupId, ImportId, MeasureId, PlaceId, Result, ResultId, Workbook,
    agenda::WantedResult,
    initiative::Initiative,
    measurement::{
        Annotation, Assessed, Assessment, Baseline, Breakdown, Calculation, DefinitionChange,
        Group, Import, Measure, MeasureStatus, Origin, Period, Place, Reading, SeriesKey,
        SeriesReadings, Story, Target, TestOfChange, assess, calculated,
    },
    storage::{self, readings},
};

/// A measure as a line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureSummary {
    /// The measure.
    pub measure: Entry<Measure>,
    /// Its baseline.
    pub baseline: Option<Baseline>,
    /// Its targets in order; the last one is the target itself.
    pub targets: Vec<Target>,
    /// Readings of everyone, in order of their periods.
    pub readings: Vec<Reading>,
    /// What the rules say.
    pub assessment: Assessment,
}

impl MeasureSummary {
    /// Whether there is a value in the last two expected periods.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.assessment.latest.is_some() && self.assessment.path.inputs.periods_since < 2
    }
}

/// What belongs under one result, or under none.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultGroup<T> {
    /// The result.
    pub result: Option<Entry<WantedResult>>,
    /// What belongs under it, in order.
    pub measures: Vec<T>,
}

/// A measure with everything a page about it says.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFacts {
    /// The measure, its readings of everyone, and what the rules say.
    pub summary: MeasureSummary,
    /// Name of the partner whose program it measures.
    pub partner: Option<String>,
    /// Readings of single places, comparison places among them, by name.
    pub places: Vec<PlaceSeries>,
    /// Readings of groups, by breakdown and the order of its groups.
    pub groups: Vec<GroupSeries>,
    /// Notes on the time axis, in order.
    pub annotations: Vec<Annotation>,
    /// Activities that are meant to move it.
    pub activities: Vec<ActivityFacts>,
    /// Where its readings came from.
    pub sources: Vec<SourceFacts>,
    /// Its definition ledger, oldest first. Series breaks and re-based baselines are told
    /// wherever its readings are.
    pub ledger: Vec<Entry<DefinitionChange>>,
    /// Stories of single periods, oldest first.
    pub stories: Vec<Story>,
    /// Tests of change, oldest first.
    pub tests: Vec<Entry<TestOfChange>>,
    /// What it is calculated from; none for a measure that is entered.
    pub calculation: Option<CalculationFacts>,
    /// Other measures drawn beside it.
    pub comparisons: Vec<ComparedMeasure>,
    /// Performance measures that contribute to an indicator; indicators that a performance
    /// measure contributes to.
    pub contributions: Vec<MeasureSummary>,
    /// Whether a change may be shown without a caution.
    pub guard: Guard,
    /// How far groups lie apart, by breakdown.
    pub disparities: Vec<DisparityFacts>,
    /// What is hidden of it here, and why.
    pub withheld: Withheld,
}

impl MeasureFacts {
    /// The story to tell: the one of the latest period, or the undated one.
    #[must_use]
    pub fn story(&self) -> &str {
        match self.stories.last() {
            Some(story) => &story.text,
            None => &self.summary.measure.record.story,
        }
    }
}

/// Readings of one place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceSeries {
    /// The place.
    pub place: Entry<Place>,
    /// Its readings, in order of their periods.
    pub readings: Vec<Reading>,
}

/// Readings of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupSeries {
    /// The breakdown.
    pub breakdown_id: BreakdownId,
    /// Its name.
    pub breakdown: String,
    /// The group.
    pub group: Entry<Group>,
    /// Its readings, in order of their periods.
    pub readings: Vec<Reading>,
}

/// Where readings came from.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceFacts {
    /// How they got into the file.
    pub origin: Origin,
    /// The table that brought them.
    pub import: Option<Entry<Import>>,
    /// How many readings of the measure.
    pub readings: u32,
    /// The first period among them.
    pub first: Period,
    /// The last period among them.
    pub last: Period,
}

impl Workbook {
    /// Every measure with the readings of everyone and what the rules say as of `today`.
    ///
    /// # Errors
    /// Reading the file.
    pub fn measure_summaries(&self, today: NaiveDate) -> Result<Vec<MeasureSummary>> {
        self.measure_summaries_for(today, &Shield::none())
    }

    /// The same as an audience may see it.
    ///
    /// # Errors
    /// Reading the file.
    pub fn measure_summaries_for(
        &self,
        today: NaiveDate,
        shield: &Shield,
    ) -> Result<Vec<MeasureSummary>> {
        let readings = readings::of_everyone(self.db())?;
        self.summaries(self.list()?, readings, &self.initiative()?, today, shield)
    }

    /// The same of the headline measures that are not retired.
    ///
    /// # Errors
    /// Reading the file.
    pub fn headline_summaries(&self, today: NaiveDate) -> Result<Vec<MeasureSummary>> {
        let headlines = self.headlines()?;
        let is_entered = |entry: &Entry<Measure>| entry.record.calculation == Calculation::Entered;
        // A calculated headline rests on measures that may be none.
        let readings = if headlines.iter().all(is_entered) {
            readings::of_headlines(self.db())?
        } else {
            readings::of_everyone(self.db())?
        };
        let shield = Shield::none();
        self.summaries(headlines, readings, &self.initiative()?, today, &shield)
    }

    pub(super) fn headlines(&self) -> Result<Vec<Entry<Measure>>> {
        let mut measures = self.list::<Measure>()?;
        measures.retain(|entry| is_headline(&entry.record));
        Ok(measures)
    }

    /// Everything a page about one measure says as of `today`; readings of periods that
    /// begin later are left out.
    ///
    /// # Errors
    /// A measure that is gone.
    pub fn measure_facts(&self, id: MeasureId, today: NaiveDate) -> Result<MeasureFacts> {
        let measure = Entry {
            id,
            record: self.get::<Measure>(id)?,
        };
        let dimensions = Dimensions::of(self, &Shield::none())?;
        self.facts(measure, &dimensions, &self.activity_facts()?, today)
    }

    /// The same as an audience may see it.
    ///
    /// # Errors
    /// A measure that is gone.
    pub fn measure_facts_for(
        &self,
        id: MeasureId,
        today: NaiveDate,
        shield: &Shield,
    ) -> Result<MeasureFacts> {
        let measure = Entry {
            id,
            record: self.get::<Measure>(id)?,
        };
        let dimensions = Dimensions::of(self, shield)?;
        self.facts(measure, &dimensions, &self.activity_facts()?, today)
    }

    pub(super) fn facts(
        &self,
        measure: Entry<Measure>,
        dimensions: &Dimensions,
        activities: &[ActivityFacts],
        today: NaiveDate,
    ) -> Result<MeasureFacts> {
        let id = measure.id;
        let shield = &dimensions.shield;
        let mut withheld = shield.of(id);
        let mut measure = measure;
        let mut struck = shield.strike_definition(id, &mut measure.record);
        let is_past = |reading: &Reading| reading.period.start() <= today;
        let (mut series, mut calculation) = match measure.record.calculation {
            Calculation::Entered => (self.series_of(id)?, None),
            _ => {
                let found = self.calculated_series(id)?;
                let facts = self.calculation_facts(&measure, &found, today)?;
                (calculated::shown(found), Some(facts))
            }
        };
        // Before anything is made of them: what was never there cannot be told.
        shield.hide(id, &mut series);
        if let Some(calculation) = &mut calculation {
            shield.calculation(id, calculation);
        }
        for one in &mut series {
            one.readings.retain(is_past);
        }
        series.retain(|one| !one.readings.is_empty());
        let everyone: Vec<Reading> = series
            .iter()
            .find(|one| one.key.is_everyone())
            .map(|one| one.readings.clone())
            .unwrap_or_default();
        let partner = measure
            .record
            .partner_id
            .map(|partner| self.get::<crate::partners::Partner>(partner))
            .transpose()?
            .map(|partner| partner.name);
        let mut told = Told::of(self, id)?;
        told.baseline = shield.baseline(told.baseline);
        struck += shield.strike_annotations(id, &mut told.annotations);
        let annotations = told.annotations.clone();
        let mut ledger = self.definition_ledger(id)?;
        for change in &mut ledger {
            struck += shield.strike_change(id, &mut change.record);
        }
        let mut stories = self.stories(id)?;
        struck += shield.strike_stories(id, &mut stories);
        let mut tests = self.tests_of_change(id)?;
        for test in &mut tests {
            struck += shield.strike_test(id, &mut test.record);
        }
        withheld.texts_left_out = struck;
        let polarity = measure.record.polarity();
        let summary = summary(measure, told, everyone, &dimensions.initiative, today)?;
        let places = dimensions.places_of(&series);
        let groups = dimensions.groups_of(&series);
        let comparisons = self.compared_measures(id, today, shield)?;
        Ok(MeasureFacts {
            partner,
            disparities: disparity_facts::between(&groups, polarity, &summary.assessment),
            guard: comparing::guard(&summary, &places, &comparisons),
            places,
            groups,
            annotations,
            activities: activities
                .iter()
                .filter(|facts| facts.measures.iter().any(|measure| measure.id == id))
                .cloned()
                .collect(),
            sources: dimensions.sources_of(&series),
            ledger,
            stories,
            tests,
            calculation,
            comparisons,
            contributions: self.contributions_of(
                &summary.measure,
                &dimensions.initiative,
                today,
                shield,
            )?,
            withheld,
            summary,
        })
    }

    /// One measure as a line of a list.
    pub(super) fn summary_of(
        &self,
        measure: Entry<Measure>,
        today: NaiveDate,
    ) -> Result<MeasureSummary> {
        let told = Told::of(self, measure.id)?;
        let series = self.figures_of(measure.id)?.into_iter();
        let readings = series
            .filter(|one| one.key.is_everyone())
            .flat_map(|one| one.readings)
            .collect();
        summary(measure, told, readings, &self.initiative()?, today)
    }

    pub(super) fn summaries(
        &self,
        measures: Vec<Entry<Measure>>,
        mut readings: HashMap<MeasureId, Vec<Reading>>,
        initiative: &Initiative,
        today: NaiveDate,
        shield: &Shield,
    ) -> Result<Vec<MeasureSummary>> {
        let mut told = Told::of_all(self)?;
        self.calculate_everyone(&measures, &mut readings)?;
        let one = |mut measure: Entry<Measure>| {
            let id = measure.id;
            let mut readings = readings.remove(&id).unwrap_or_default();
            shield.hide_in(id, SeriesKey::everyone(id), &mut readings);
            let _ = shield.strike_definition(id, &mut measure.record);
            let mut told = told.remove(&id).unwrap_or_default();
            told.baseline = shield.baseline(told.baseline);
            summary(measure, told, readings, initiative, today)
        };
        measures.into_iter().map(one).collect()
    }
}

fn is_headline(measure: &Measure) -> bool {
    measure.is_headline && measure.status != MeasureStatus::Retired
}

/// What is told of one measure beside its readings.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    baseline: Option<Baseline>,
    targets: Vec<Target>,
    ledger: Vec<DefinitionChange>,
    annotations: Vec<Annotation>,
}

impl Told {
    fn of(book: &Workbook, id: MeasureId) -> Result<Self> {
        let annotations = storage::list_of::<Annotation>(book.db(), "measure_id", &id)?;
        let mut told = Self {
            baseline: book.baseline(id)?,
            targets: book.targets(id)?,
            ledger: records(book.definition_ledger(id)?),
            annotations: records(annotations),
        };
        told.sort();
        Ok(told)
    }

    /// Of every measure, in a few trips however many there are.
    fn of_all(book: &Workbook) -> Result<HashMap<MeasureId, Self>> {
        let mut found: HashMap<MeasureId, Self> = HashMap::new();
        for one in records(book.list::<Baseline>()?) {
            let told = found.entry(one.measure_id).or_default();
            told.baseline = Some(one);
        }
        for one in records(book.list::<Target>()?) {
            found.entry(one.measure_id).or_default().targets.push(one);
        }
        for one in records(book.list::<DefinitionChange>()?) {
            found.entry(one.measure_id).or_default().ledger.push(one);
        }
        for one in records(book.list::<Annotation>()?) {
            let told = found.entry(one.measure_id).or_default();
            told.annotations.push(one);
        }
        found.values_mut().for_each(Self::sort);
        Ok(found)
    }

    fn sort(&mut self) {
        self.targets.sort_by_key(|target| target.period);
        self.annotations.sort_by_key(|note| note.period);
    }
}

fn records<T: crate::Record>(entries: Vec<Entry<T>>) -> Vec<T> {
    entries.into_iter().map(|entry| entry.record).collect()
}

fn summary(
    measure: Entry<Measure>,
    told: Told,
    readings: Vec<Reading>,
    initiative: &Initiative,
    today: NaiveDate,
) -> Result<MeasureSummary> {
    let assessment = assess(Assessed {
        measure: &measure.record,
        baseline: told.baseline.as_ref(),
        targets: &told.targets,
        readings: &readings,
        ledger: &told.ledger,
        annotations: &told.annotations,
        rule: initiative.status_rule,
        watch_share: initiative.watch_share.0,
        today,
    })?;
    Ok(MeasureSummary {
        measure,
        baseline: told.baseline,
        targets: told.targets,
        readings,
        assessment,
    })
}

/// Sorts what belongs under results under them, in their order; what has none comes last.
/// Results with nothing under them are left out.
pub(super) fn by_result<T>(
    results: Vec<Entry<WantedResult>>,
    measures: Vec<T>,
    result_of: impl Fn(&T) -> Option<ResultId>,
) -> Vec<ResultGroup<T>> {
    let mut under: HashMap<Option<ResultId>, Vec<T>> = HashMap::new();
    for measure in measures {
        under.entry(result_of(&measure)).or_default().push(measure);
    }
    let mut groups: Vec<ResultGroup<T>> = results
        .into_iter()
        .filter_map(|result| {
            let measures = under.remove(&Some(result.id))?;
            Some(ResultGroup {
                result: Some(result),
                measures,
            })
        })
        .collect();
    if let Some(measures) = under.remove(&None) {
        groups.push(ResultGroup {
            result: None,
            measures,
        });
    }
    groups
}

/// What readings are split and placed by, read once for all measures of a report.
pub(super) struct Dimensions {
    pub initiative: Initiative,
    pub shield: Shield,
    places: Vec<Entry<Place>>,
    breakdowns: Vec<Entry<Breakdown>>,
    groups: Vec<Entry<Group>>,
    imports: HashMap<ImportId, Import>,
}

impl Dimensions {
    pub fn of(book: &Workbook, shield: &Shield) -> Result<Self> {
        Ok(Self {
            initiative: book.initiative()?,
            shield: shield.clone(),
            places: book.list()?,
            breakdowns: book.list()?,
            groups: book.list()?,
            imports: book
                .list::<Import>()?
                .into_iter()
                .map(|entry| (entry.id, entry.record))
                .collect(),
        })
    }

    fn places_of(&self, series: &[SeriesReadings]) -> Vec<PlaceSeries> {
        let readings_of = |id: PlaceId| {
            series.iter().find(|one| {
                one.key.place == Some(id) && one.key.group.is_none() && one.key.provider.is_none()
            })
        };
        let one = |place: &Entry<Place>| {
            let readings = readings_of(place.id)?.readings.clone();
            Some(PlaceSeries {
                place: place.clone(),
                readings,
            })
        };
        self.places.iter().filter_map(one).collect()
    }

    fn groups_of(&self, series: &[SeriesReadings]) -> Vec<GroupSeries> {
        let readings_of = |id: GroupId| {
            series.iter().find(|one| {
                one.key.group == Some(id) && one.key.place.is_none() && one.key.provider.is_none()
            })
        };
        let one = |breakdown: &Entry<Breakdown>, group: &Entry<Group>| {
            Some(GroupSeries {
                breakdown_id: breakdown.id,
                breakdown: breakdown.record.name.clone(),
                group: group.clone(),
                readings: readings_of(group.id)?.readings.clone(),
            })
        };
        let mut found = Vec::new();
        for breakdown in &self.breakdowns {
            let groups = self
                .groups
                .iter()
                .filter(|group| group.record.breakdown_id == breakdown.id);
            found.extend(groups.filter_map(|group| one(breakdown, group)));
        }
        found
    }

    fn sources_of(&self, series: &[SeriesReadings]) -> Vec<SourceFacts> {
        let mut found: Vec<((Origin, Option<ImportId>), SourceFacts)> = Vec::new();
        for reading in series.iter().flat_map(|one| &one.readings) {
            let import = reading.import.map(|(id, _)| id);
            let key = (reading.origin, import);
            if let Some((_, facts)) = found.iter_mut().find(|(known, _)| *known == key) {
                facts.readings += 1;
                facts.first = facts.first.min(reading.period);
                facts.last = facts.last.max(reading.period);
                continue;
            }
            let entry = import.and_then(|id| {
                Some(Entry {
                    id,
                    record: self.imports.get(&id)?.clone(),
                })
            });
            let facts = SourceFacts {
                origin: reading.origin,
                import: entry,
                readings: 1,
                first: reading.period,
                last: reading.period,
            };
            found.push((key, facts));
        }
        let mut sources: Vec<SourceFacts> = found.into_iter().map(|(_, facts)| facts).collect();
        sources.sort_by_key(|facts| (facts.first, facts.last));
        sources
    }
}

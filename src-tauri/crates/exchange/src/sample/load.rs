//! Filling an empty initiative from a sample, by the same operations its user has.

use super::format::{self, SampleFile};
use crate::periods::{self, PeriodCell, PeriodStyle};
use crate::readings_import::rhythm;
use backbone_core::activities::{Activity, ActivityStatus};
use backbone_core::agenda::{Agenda, Strategy, WantedResult};
use backbone_core::communication::{
    ActionItem, Decision, DecisionStatus, Meeting, MeetingKind, MeetingStatus,
};
use backbone_core::measurement::{
    Annotation, Breakdown, BulkReading, Frequency, Group, Measure, MeasureKind, MeasureStatus,
    NewImport, Origin, Period, Place, PolarityKind, ReadingState, SeriesKey, UnitKind,
};
use backbone_core::partners::{Partner, PartnerStatus, Person, Sector};
use backbone_core::{
    Context, Day, Figure, GroupId, MeasureId, MeetingId, PartnerId, PlaceId, ResultId, StrategyId,
    Workbook,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Number;
use std::collections::HashMap;

/// Why a sample cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// Not the format of samples.
    #[error("The sample cannot be read: {0}")]
    Format(#[from] serde_json::Error),
    /// Another format or version of it.
    #[error("This is not a sample of version {SUPPORTED}.")]
    Version,
    /// A name nothing in the sample has.
    #[error("The sample has no {kind} “{name}”.")]
    Unknown {
        /// The kind of record.
        kind: &'static str,
        /// The name looked for.
        name: String,
    },
    /// A date, period or figure that is none.
    #[error("“{text}” is not a {kind}.")]
    Unreadable {
        /// What it should be.
        kind: &'static str,
        /// What it is.
        text: String,
    },
    /// The initiative refused.
    #[error(transparent)]
    Core(#[from] backbone_core::Error),
}

/// The version of the format read here.
const SUPPORTED: u32 = 1;

/// Loads a sample into an initiative that was just created.
pub fn load(book: &mut Workbook, text: &str, context: &Context) -> Result<(), SampleError> {
    let sample: SampleFile = serde_json::from_str(text)?;
    if sample.format != "backbone-sample" || sample.version != SUPPORTED {
        return Err(SampleError::Version);
    }
    let mut loader = Loader {
        book,
        context,
        names: Names::default(),
        import: NewImport::default(),
        rows: Vec::new(),
    };
    loader.initiative(&sample)?;
    loader.dimensions(&sample)?;
    loader.partners(&sample.partners)?;
    for (result, position) in sample.results.iter().zip(1..) {
        loader.result(result, position)?;
    }
    loader.measures(&sample.measures, None)?;
    loader.activities(&sample.activities)?;
    for meeting in &sample.meetings {
        loader.meeting(meeting)?;
    }
    loader.readings()
}

/// Ids by the names a sample refers to records with.
#[derive(Default)]
struct Names {
    partners: HashMap<String, PartnerId>,
    places: HashMap<String, PlaceId>,
    groups: HashMap<String, GroupId>,
    strategies: HashMap<String, StrategyId>,
    measures: HashMap<String, MeasureId>,
}

struct Loader<'b> {
    book: &'b mut Workbook,
    context: &'b Context,
    names: Names,
    import: NewImport,
    rows: Vec<BulkReading>,
}

impl Loader<'_> {
    fn initiative(&mut self, sample: &SampleFile) -> Result<(), SampleError> {
        let mut initiative = self.book.initiative()?;
        initiative.name.clone_from(&sample.initiative.name);
        initiative
            .backbone_organization
            .clone_from(&sample.initiative.backbone_organization);
        initiative
            .geography
            .clone_from(&sample.initiative.geography);
        initiative.is_sample = sample.initiative.is_sample;
        let _ = self.book.change_initiative(initiative, self.context)?;
        let agenda = &sample.agenda;
        let agenda = Agenda {
            vision: agenda.vision.clone(),
            problem: agenda.problem.clone(),
            population: agenda.population.clone(),
            geography: agenda.geography.clone(),
            scope_in: agenda.scope_in.clone(),
            scope_out: agenda.scope_out.clone(),
            principles: agenda.principles.clone(),
            adopted_on: optional_day(agenda.adopted_on.as_deref())?,
        };
        let _ = self.book.write_agenda(agenda, self.context)?;
        Ok(())
    }

    fn dimensions(&mut self, sample: &SampleFile) -> Result<(), SampleError> {
        for place in &sample.places {
            let record = Place {
                name: place.name.clone(),
                is_benchmark: place.is_benchmark,
            };
            let id = self.book.add(record, self.context)?.value;
            self.names.places.insert(place.name.clone(), id);
        }
        for breakdown in &sample.breakdowns {
            let record = Breakdown {
                name: breakdown.name.clone(),
            };
            let breakdown_id = self.book.add(record, self.context)?.value;
            for (name, position) in breakdown.groups.iter().zip(1..) {
                let group = Group {
                    breakdown_id,
                    name: name.clone(),
                    position,
                };
                let id = self.book.add(group, self.context)?.value;
                self.names.groups.insert(name.clone(), id);
            }
        }
        Ok(())
    }

    fn partners(&mut self, partners: &[format::Partner]) -> Result<(), SampleError> {
        for partner in partners {
            let record = Partner {
                name: partner.name.clone(),
                sector: Sector::from_word("sector", &partner.sector)?,
                status: PartnerStatus::from_word("status", &partner.status)?,
                since: optional_day(partner.since.as_deref())?,
                until: optional_day(partner.until.as_deref())?,
                note: partner.note.clone(),
            };
            let partner_id = self.book.add(record, self.context)?.value;
            self.names.partners.insert(partner.name.clone(), partner_id);
            for person in &partner.people {
                let record = Person {
                    partner_id,
                    name: person.name.clone(),
                    role: person.role.clone(),
                    email: person.email.clone(),
                    phone: person.phone.clone(),
                };
                let _ = self.book.add(record, self.context)?;
            }
        }
        Ok(())
    }

    fn result(&mut self, result: &format::WantedResult, position: i64) -> Result<(), SampleError> {
        let record = WantedResult {
            name: result.name.clone(),
            population: result.population.clone(),
            position,
        };
        let result_id = self.book.add(record, self.context)?.value;
        for strategy in &result.strategies {
            let record = Strategy {
                result_id,
                name: strategy.name.clone(),
                description: strategy.description.clone(),
                position: self.book.next_position::<Strategy>()?,
            };
            let id = self.book.add(record, self.context)?.value;
            self.names.strategies.insert(strategy.name.clone(), id);
        }
        self.measures(&result.measures, Some(result_id))
    }

    fn measures(
        &mut self,
        measures: &[format::Measure],
        result: Option<ResultId>,
    ) -> Result<(), SampleError> {
        for measure in measures {
            let record = self.definition(measure, result)?;
            let frequency = record.frequency;
            let id = self.book.add(record, self.context)?.value;
            self.names.measures.insert(measure.code.clone(), id);
            self.goals(id, measure, frequency)?;
            for series in &measure.series {
                self.series(id, series, frequency)?;
            }
        }
        Ok(())
    }

    fn definition(
        &self,
        measure: &format::Measure,
        result: Option<ResultId>,
    ) -> Result<Measure, SampleError> {
        let partner = measure.partner.as_deref();
        Ok(Measure {
            code: measure.code.clone(),
            name: measure.name.clone(),
            kind: MeasureKind::from_word("kind", &measure.kind)?,
            result_id: result,
            partner_id: partner
                .map(|name| find(&self.names.partners, "partner", name))
                .transpose()?,
            question: measure.question.clone(),
            definition: measure.definition.clone(),
            numerator: measure.numerator.clone(),
            denominator: measure.denominator.clone(),
            unit: UnitKind::from_word("unit", &measure.unit)?,
            rate_per: measure.rate_per,
            polarity: PolarityKind::from_word("polarity", &measure.polarity)?,
            natural_limit: measure
                .natural_limit
                .as_ref()
                .map(figure)
                .transpose()?
                .map(Figure),
            precision: measure.precision,
            frequency: Frequency::from_word("frequency", &measure.frequency)?,
            source: measure.source.clone(),
            release: measure.release.clone(),
            steward: measure.steward.clone(),
            provider: measure.provider.clone(),
            rationale: measure.rationale.clone(),
            limitations: measure.limitations.clone(),
            is_proxy: measure.is_proxy,
            communication_power: measure.communication_power,
            proxy_power: measure.proxy_power,
            data_power: measure.data_power,
            status: MeasureStatus::from_word("status", &measure.status)?,
            is_headline: measure.is_headline,
            suppression_floor: measure.suppression_floor,
            story: measure.story.clone(),
            position: self.book.next_position::<Measure>()?,
        })
    }

    /// Baseline, targets and notes on the time axis.
    fn goals(
        &mut self,
        id: MeasureId,
        measure: &format::Measure,
        frequency: Frequency,
    ) -> Result<(), SampleError> {
        let dated = |dated: &format::DatedValue| -> Result<(Period, Figure), SampleError> {
            Ok((
                period(&dated.period, frequency)?,
                Figure(figure(&dated.value)?),
            ))
        };
        if let Some(baseline) = &measure.baseline {
            let _ = self
                .book
                .set_baseline(id, Some(dated(baseline)?), self.context)?;
        }
        if !measure.targets.is_empty() {
            let targets = measure
                .targets
                .iter()
                .map(dated)
                .collect::<Result<Vec<_>, _>>()?;
            let _ = self.book.set_targets(id, &targets, self.context)?;
        }
        for annotation in &measure.annotations {
            let record = Annotation {
                measure_id: id,
                period: period(&annotation.period, frequency)?,
                title: annotation.title.clone(),
                detail: annotation.detail.clone(),
            };
            let _ = self.book.add(record, self.context)?;
        }
        Ok(())
    }

    /// Puts the readings of a series aside; all of a sample are one import.
    fn series(
        &mut self,
        measure: MeasureId,
        series: &format::Series,
        frequency: Frequency,
    ) -> Result<(), SampleError> {
        let names = &self.names;
        let key = SeriesKey {
            measure,
            place: series
                .place
                .as_deref()
                .map(|name| find(&names.places, "place", name))
                .transpose()?,
            group: series
                .group
                .as_deref()
                .map(|name| find(&names.groups, "group", name))
                .transpose()?,
            provider: series
                .provider
                .as_deref()
                .map(|name| find(&names.partners, "partner", name))
                .transpose()?,
        };
        let position = u32::try_from(self.import.series.len()).unwrap_or(u32::MAX);
        self.import.series.push(key);
        for (reading, row) in series.readings.iter().zip(1..) {
            let optional = |number: &Option<Number>| number.as_ref().map(figure).transpose();
            self.rows.push(BulkReading {
                series: position,
                row,
                period: period(&reading.period, frequency)?,
                value: optional(&reading.value)?,
                numerator: optional(&reading.numerator)?,
                denominator: optional(&reading.denominator)?,
                lower: optional(&reading.lower)?,
                upper: optional(&reading.upper)?,
                state: ReadingState::from_word("state", &reading.state)?,
                comment: reading
                    .comment
                    .clone()
                    .unwrap_or_else(|| series.comment.clone()),
            });
        }
        Ok(())
    }

    fn readings(&mut self) -> Result<(), SampleError> {
        let rows = std::mem::take(&mut self.rows);
        let mut import = std::mem::take(&mut self.import);
        import.file_name = "Sample".to_owned();
        import.source = "Invented for this sample".to_owned();
        import.row_count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let _ =
            self.book
                .import_readings_as(Origin::Sample, import, rows.into_iter(), self.context)?;
        Ok(())
    }

    fn activities(&mut self, activities: &[format::Activity]) -> Result<(), SampleError> {
        for activity in activities {
            let names = &self.names;
            let strategy = activity.strategy.as_deref();
            let lead = activity.lead.as_deref();
            let record = Activity {
                name: activity.name.clone(),
                description: activity.description.clone(),
                strategy_id: strategy
                    .map(|name| find(&names.strategies, "strategy", name))
                    .transpose()?,
                lead_id: lead
                    .map(|name| find(&names.partners, "partner", name))
                    .transpose()?,
                status: ActivityStatus::from_word("status", &activity.status)?,
                starts: optional_day(activity.starts.as_deref())?,
                ends: optional_day(activity.ends.as_deref())?,
                progress: activity.progress.clone(),
            };
            let partners = all(&names.partners, "partner", &activity.partners)?;
            let measures = all(&names.measures, "measure", &activity.measures)?;
            let _ = self
                .book
                .add_activity(record, &partners, &measures, self.context)?;
        }
        Ok(())
    }

    fn meeting(&mut self, meeting: &format::Meeting) -> Result<(), SampleError> {
        let record = Meeting {
            title: meeting.title.clone(),
            kind: MeetingKind::from_word("kind", &meeting.kind)?,
            date: day(&meeting.date)?,
            time: meeting.time.clone(),
            place: meeting.place.clone(),
            agenda: meeting.agenda.clone(),
            minutes: meeting.minutes.clone(),
            status: MeetingStatus::from_word("status", &meeting.status)?,
        };
        let held_on = record.date;
        let meeting_id = self.book.add(record, self.context)?.value;
        for decision in &meeting.decisions {
            self.decision(meeting_id, decision, held_on)?;
        }
        for item in &meeting.action_items {
            let record = ActionItem {
                meeting_id: Some(meeting_id),
                title: item.title.clone(),
                owner: item.owner.clone(),
                due: optional_day(item.due.as_deref())?,
                done_on: optional_day(item.done_on.as_deref())?,
            };
            let _ = self.book.add(record, self.context)?;
        }
        Ok(())
    }

    fn decision(
        &mut self,
        meeting: MeetingId,
        decision: &format::Decision,
        held_on: Day,
    ) -> Result<(), SampleError> {
        let status = DecisionStatus::from_word("status", &decision.status)?;
        let date = optional_day(decision.date.as_deref())?;
        let record = Decision {
            meeting_id: Some(meeting),
            number: String::new(),
            text: decision.text.clone(),
            status,
            date: date.or((status == DecisionStatus::Made).then_some(held_on)),
        };
        let _ = self.book.add_decision(record, self.context)?;
        Ok(())
    }
}

fn find<I: Copy>(
    ids: &HashMap<String, I>,
    kind: &'static str,
    name: &str,
) -> Result<I, SampleError> {
    ids.get(name).copied().ok_or_else(|| SampleError::Unknown {
        kind,
        name: name.to_owned(),
    })
}

fn all<I: Copy>(
    ids: &HashMap<String, I>,
    kind: &'static str,
    names: &[String],
) -> Result<Vec<I>, SampleError> {
    names.iter().map(|name| find(ids, kind, name)).collect()
}

fn period(text: &str, frequency: Frequency) -> Result<Period, SampleError> {
    let style = PeriodStyle {
        rhythm: rhythm(frequency),
        ..PeriodStyle::default()
    };
    match periods::parse(text, style) {
        PeriodCell::Found(period) => Ok(period),
        _ => Err(SampleError::Unreadable {
            kind: "period",
            text: text.to_owned(),
        }),
    }
}

fn day(text: &str) -> Result<Day, SampleError> {
    let unreadable = |_| SampleError::Unreadable {
        kind: "date",
        text: text.to_owned(),
    };
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map(Day)
        .map_err(unreadable)
}

fn optional_day(text: Option<&str>) -> Result<Option<Day>, SampleError> {
    text.map(day).transpose()
}

/// A number of the file exactly as it is written there.
fn figure(number: &Number) -> Result<Decimal, SampleError> {
    let text = number.to_string();
    text.parse().map_err(|_| SampleError::Unreadable {
        kind: "figure",
        text,
    })
}

//! Filling an empty initiative from a sample, by the same operations its user has.

use super::format::{self, SampleFile};
use super::values::{all, day, find, optional_day};
use backbone_core::activities::{Activity, ActivityStatus};
use backbone_core::agenda::{Strategy, WantedResult};
use backbone_core::communication::{
    ActionItem, Decision, DecisionStatus, Meeting, MeetingKind, MeetingStatus,
};
use backbone_core::measurement::{Breakdown, BulkReading, Group, NewImport, Place};
use backbone_core::partners::{Partner, PartnerStatus, Person};
use backbone_core::{
    Context, Day, GroupId, MeasureId, MeetingId, PartnerId, PlaceId, StrategyId, Workbook,
};
use std::collections::HashMap;

/// Why a sample cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// Not the format of samples.
    #[error("The sample cannot be read: {0}")]
    Format(#[from] serde_json::Error),
    /// Not as the build packed it.
    #[error("The sample cannot be read: {0}")]
    Packed(#[from] std::io::Error),
    /// Another format or version of it.
    #[error("This is not a sample of version {SUPPORTED}.")]
    Version,
    /// A name nothing in the sample has.
    #[error("the sample has no {kind} “{name}”")]
    Unknown {
        /// The kind of record.
        kind: &'static str,
        /// The name looked for.
        name: String,
    },
    /// A date, period or figure that is none.
    #[error("“{text}” is not a {kind}")]
    Unreadable {
        /// What it should be.
        kind: &'static str,
        /// What it is.
        text: String,
    },
    /// The initiative refused.
    #[error(transparent)]
    Core(#[from] backbone_core::Error),
    /// Where in the sample it went wrong.
    #[error("{place}: {error}")]
    At {
        /// The record, as the author named it.
        place: String,
        /// What went wrong there.
        #[source]
        error: Box<SampleError>,
    },
}

/// Says where in the sample something went wrong.
pub(super) trait At {
    fn at(self, place: impl FnOnce() -> String) -> Self;
}

impl<T> At for Result<T, SampleError> {
    fn at(self, place: impl FnOnce() -> String) -> Self {
        self.map_err(|error| SampleError::At {
            place: place(),
            error: Box::new(error),
        })
    }
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
    // A version is locked with the results there are: those of earlier versions come and
    // go before the sample's own are added.
    let (latest, earlier) = match sample.agendas.split_last() {
        Some((latest, earlier)) => (Some(latest), earlier),
        None => (None, sample.agendas.as_slice()),
    };
    for agenda in earlier {
        loader.agenda(agenda)?;
    }
    for (result, position) in sample.results.iter().zip(1..) {
        loader.result(result, position)?;
    }
    if let Some(latest) = latest {
        loader.agenda(latest)?;
    }
    loader.measures(&sample.measures, None)?;
    for measure in sample.all_measures() {
        loader.connections(measure)?;
    }
    for activity in &sample.activities {
        loader
            .activity(activity)
            .at(|| format!("activity “{}”", activity.name))?;
    }
    loader.reach(&sample.reach)?;
    for meeting in &sample.meetings {
        loader
            .meeting(meeting)
            .at(|| format!("meeting “{}” of {}", meeting.title, meeting.date))?;
    }
    loader.engagement(&sample.engagement)?;
    loader.working(&sample.working)?;
    loader.readings()?;
    // Last, because the figures of closed periods change only with a reason.
    loader.collecting(&sample)
}

/// Ids by the names a sample refers to records with.
#[derive(Default)]
pub(super) struct Names {
    pub partners: HashMap<String, PartnerId>,
    pub places: HashMap<String, PlaceId>,
    pub groups: HashMap<String, GroupId>,
    pub strategies: HashMap<String, StrategyId>,
    pub measures: HashMap<String, MeasureId>,
}

pub(super) struct Loader<'b> {
    pub book: &'b mut Workbook,
    pub context: &'b Context,
    pub names: Names,
    pub import: NewImport,
    pub rows: Vec<BulkReading>,
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
        Ok(())
    }

    fn dimensions(&mut self, sample: &SampleFile) -> Result<(), SampleError> {
        for place in &sample.places {
            let parent = place.parent.as_deref();
            let record = Place {
                name: place.name.clone(),
                is_benchmark: place.is_benchmark,
                parent_id: parent
                    .map(|name| find(&self.names.places, "place", name))
                    .transpose()
                    .at(|| format!("place “{}”", place.name))?,
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
            self.partner(partner)
                .at(|| format!("partner “{}”", partner.name))?;
        }
        Ok(())
    }

    fn partner(&mut self, partner: &format::Partner) -> Result<(), SampleError> {
        let record = Partner {
            name: partner.name.clone(),
            status: PartnerStatus::from_word("status", &partner.status)?,
            since: optional_day(partner.since.as_deref())?,
            until: optional_day(partner.until.as_deref())?,
            note: partner.note.clone(),
            sector_id: Some(self.book.sector_called(&partner.sector)?),
            type_id: partner
                .kind
                .as_deref()
                .map(|kind| self.book.type_called(kind))
                .transpose()?,
            website: partner.website.clone(),
            email: partner.email.clone(),
            phone: partner.phone.clone(),
            address: partner.address.clone(),
            size: partner.size.clone(),
        };
        let partner_id = self.book.add_partner(record, self.context)?.value;
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

    fn activity(&mut self, activity: &format::Activity) -> Result<(), SampleError> {
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
            working_group_id: None,
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

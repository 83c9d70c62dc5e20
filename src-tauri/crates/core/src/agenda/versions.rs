//! Versions of the agenda: at most one draft, which is written, adopted and then locked.

use crate::{
    AgendaId, AgendaResultId, Context, Day, Done, Entry, Error, Id, Op, Reason, Record, Result,
    Workbook,
    agenda::{Agenda, WantedResult},
    storage::{self, record},
};

/// A text of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AgendaPart {
    /// What we want to be true.
    Vision,
    /// What stands in the way.
    Problem,
    /// For whom.
    Population,
    /// Where.
    Geography,
    /// What belongs to it.
    ScopeIn,
    /// What does not.
    ScopeOut,
    /// How we work.
    Principles,
}

impl AgendaPart {
    /// All of them, in the order they are read.
    pub const ALL: &'static [Self] = &[
        Self::Vision,
        Self::Problem,
        Self::Population,
        Self::Geography,
        Self::ScopeIn,
        Self::ScopeOut,
        Self::Principles,
    ];

    /// Its name in the record, as errors say it.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Vision => "vision",
            Self::Problem => "problem",
            Self::Population => "population",
            Self::Geography => "geography",
            Self::ScopeIn => "scope_in",
            Self::ScopeOut => "scope_out",
            Self::Principles => "principles",
        }
    }

    /// The part of this name.
    ///
    /// # Errors
    /// [`Reason::UnknownChoice`] for any other.
    pub fn of(field: &str) -> Result<Self> {
        let found = Self::ALL.iter().copied().find(|part| part.field() == field);
        found.ok_or(Error::Invalid {
            field: "part",
            reason: Reason::UnknownChoice,
        })
    }
}

impl Agenda {
    /// One of its texts.
    #[must_use]
    pub fn text(&self, part: AgendaPart) -> &str {
        match part {
            AgendaPart::Vision => &self.vision,
            AgendaPart::Problem => &self.problem,
            AgendaPart::Population => &self.population,
            AgendaPart::Geography => &self.geography,
            AgendaPart::ScopeIn => &self.scope_in,
            AgendaPart::ScopeOut => &self.scope_out,
            AgendaPart::Principles => &self.principles,
        }
    }

    /// Sets one of its texts.
    pub fn set_text(&mut self, part: AgendaPart, text: String) {
        *match part {
            AgendaPart::Vision => &mut self.vision,
            AgendaPart::Problem => &mut self.problem,
            AgendaPart::Population => &mut self.population,
            AgendaPart::Geography => &mut self.geography,
            AgendaPart::ScopeIn => &mut self.scope_in,
            AgendaPart::ScopeOut => &mut self.scope_out,
            AgendaPart::Principles => &mut self.principles,
        } = text;
    }
}

record! {
    /// A result as it stood when a version was adopted.
    AgendaResult, AgendaResultId, "agenda_results", order "position, name",
    AdoptAgenda AdoptAgenda AdoptAgenda {
        /// The version.
        agenda_id: AgendaId,
        /// The condition.
        name: String,
        /// For whom.
        population: String,
        /// Place in the list.
        position: i64,
    }
    label(this) this.name.clone();
    validate(_this) Ok(());
}

/// A version with the results it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaVersion {
    /// The version; a file nobody has written an agenda in has none.
    pub agenda: Entry<Agenda>,
    /// Name and population of its results, in order: those of its day, those of today for
    /// a draft.
    pub results: Vec<(String, String)>,
}

impl Workbook {
    /// The agenda others read: the adopted version in force, the draft where nothing was
    /// adopted yet, or one nobody has written.
    ///
    /// # Errors
    /// Reading the file.
    pub fn agenda(&self) -> Result<Agenda> {
        self.agenda_as_of(Day(chrono::NaiveDate::MAX))
    }

    /// The agenda that was in force on a day, by the same rule.
    ///
    /// # Errors
    /// Reading the file.
    pub fn agenda_as_of(&self, day: Day) -> Result<Agenda> {
        let mut versions = self.list::<Agenda>()?;
        let adopted = |entry: &&Entry<Agenda>| entry.record.adopted_on.is_some_and(|on| on <= day);
        let found = versions
            .iter()
            .rev()
            .find(adopted)
            .map(|entry| entry.record.clone());
        Ok(match found {
            Some(in_force) => in_force,
            None if versions.is_empty() => Agenda::unwritten(),
            None => versions.swap_remove(0).record,
        })
    }

    /// All versions with their results, the first first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn agenda_versions(&self) -> Result<Vec<AgendaVersion>> {
        let kept = self.list::<AgendaResult>()?;
        let today = self.list::<WantedResult>()?;
        let versions = self.list::<Agenda>()?.into_iter().map(|agenda| {
            let results = if agenda.record.is_draft() {
                today
                    .iter()
                    .map(|one| (one.record.name.clone(), one.record.population.clone()))
                    .collect()
            } else {
                kept.iter()
                    .filter(|one| one.record.agenda_id == agenda.id)
                    .map(|one| (one.record.name.clone(), one.record.population.clone()))
                    .collect()
            };
            AgendaVersion { agenda, results }
        });
        Ok(versions.collect())
    }

    /// The version that is being written.
    ///
    /// # Errors
    /// Reading the file.
    pub fn agenda_draft(&self) -> Result<Option<Entry<Agenda>>> {
        let mut versions = self.list::<Agenda>()?.into_iter();
        Ok(versions.find(|entry| entry.record.is_draft()))
    }

    /// Writes texts and note of the draft; begins the first version where there is none.
    /// Number and day stay: adopting alone sets them.
    ///
    /// # Errors
    /// A text that is too long; [`Reason::Locked`] where the latest version is adopted.
    pub fn write_agenda(&mut self, agenda: Agenda, context: &Context) -> Result<Done<()>> {
        self.write_draft(context, |draft| {
            *draft = Agenda {
                version: draft.version,
                adopted_on: None,
                ..agenda
            };
        })
    }

    /// Writes one text of the draft; otherwise as [`Self::write_agenda`].
    ///
    /// # Errors
    /// A text that is too long; [`Reason::Locked`] where the latest version is adopted.
    pub fn write_agenda_part(
        &mut self,
        part: AgendaPart,
        text: String,
        context: &Context,
    ) -> Result<Done<()>> {
        self.write_draft(context, |draft| draft.set_text(part, text))
    }

    /// Writes what is new in the draft; otherwise as [`Self::write_agenda`].
    ///
    /// # Errors
    /// A text that is too long; [`Reason::Locked`] where the latest version is adopted.
    pub fn write_agenda_note(&mut self, note: String, context: &Context) -> Result<Done<()>> {
        self.write_draft(context, |draft| draft.note = note)
    }

    fn write_draft(
        &mut self,
        context: &Context,
        write: impl FnOnce(&mut Agenda),
    ) -> Result<Done<()>> {
        let (id, mut draft) = match self.agenda_draft()? {
            Some(entry) => (Some(entry.id), entry.record),
            None if self.list::<Agenda>()?.is_empty() => (None, Agenda::unwritten()),
            None => return Err(Error::Conflict(Reason::Locked)),
        };
        write(&mut draft);
        draft.clean();
        draft.validate()?;
        self.transact(Op::WriteAgenda, "", context, |tx| match id {
            Some(id) => storage::update(tx, id, &draft),
            None => storage::insert(tx, AgendaId::new(context.now_ms), &draft),
        })
    }

    /// Begins a new draft with the texts of the latest version.
    ///
    /// # Errors
    /// [`Reason::DraftExists`] where one is being written.
    pub fn start_agenda_draft(&mut self, context: &Context) -> Result<Done<AgendaId>> {
        if self.agenda_draft()?.is_some() {
            return Err(Error::Conflict(Reason::DraftExists));
        }
        let draft = match self.list::<Agenda>()?.pop() {
            Some(latest) => Agenda {
                version: latest.record.version + 1,
                adopted_on: None,
                note: String::new(),
                ..latest.record
            },
            None => Agenda::unwritten(),
        };
        let id = AgendaId::new(context.now_ms);
        self.transact(Op::StartAgendaDraft, "", context, |tx| {
            storage::insert(tx, id, &draft)?;
            Ok(id)
        })
    }

    /// Throws the draft away; what was adopted before stays in force.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nothing is being written.
    pub fn discard_agenda_draft(&mut self, context: &Context) -> Result<Done<()>> {
        let draft = self.agenda_draft()?.ok_or(Error::NotFound)?;
        self.transact(Op::DiscardAgendaDraft, "", context, |tx| {
            storage::delete::<Agenda>(tx, draft.id)
        })
    }

    /// Adopts the draft: gives it its day and locks it with the results as they stand.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nothing is being written; an agenda without any text; a
    /// day before that of the version before, or one that has not come yet.
    pub fn adopt_agenda(&mut self, day: Day, context: &Context) -> Result<Done<AgendaId>> {
        let Entry { id, record: draft } = self.agenda_draft()?.ok_or(Error::NotFound)?;
        if AgendaPart::ALL
            .iter()
            .all(|part| draft.text(*part).is_empty())
        {
            return Err(Error::Invalid {
                field: "vision",
                reason: Reason::Empty,
            });
        }
        let before = self.list::<Agenda>()?;
        let before = before.iter().filter_map(|entry| entry.record.adopted_on);
        if before.max().is_some_and(|latest| day < latest) {
            return Err(Error::Invalid {
                field: "adopted_on",
                reason: Reason::BeforeStart,
            });
        }
        if day.0 > context.today {
            return Err(Error::Invalid {
                field: "adopted_on",
                reason: Reason::NotYet,
            });
        }
        let results = self.list::<WantedResult>()?;
        let adopted = Agenda {
            adopted_on: Some(day),
            ..draft
        };
        self.transact(Op::AdoptAgenda, "", context, |tx| {
            // An adoption that was undone step by step may have left results behind.
            for old in storage::list_of::<AgendaResult>(tx, "agenda_id", &id)? {
                storage::delete::<AgendaResult>(tx, old.id)?;
            }
            storage::update(tx, id, &adopted)?;
            for result in results {
                let kept = AgendaResult {
                    agenda_id: id,
                    name: result.record.name,
                    population: result.record.population,
                    position: result.record.position,
                };
                storage::insert(tx, AgendaResultId::new(context.now_ms), &kept)?;
            }
            Ok(id)
        })
    }
}

//! Two partners, or two people, that are one and the same become one.

use rusqlite::Connection;

use super::{Partner, Person, StatusEntry};
use crate::{
    Context, Day, Done, Entry, Error, Id, Op, PartnerId, PersonId, Reason, Record, Result,
    StatusEntryId, Workbook,
    measurement::{Keep, Reading, SeriesReadings, join_series, says_the_same},
    storage::{self, dimensions, partner_ties, readings},
};

/// What merging one partner or person into another would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JoinPlan {
    /// Rows that refer to the one that goes, by table; only tables with any.
    pub moving: Vec<(String, u32)>,
    /// Figures for which both say different things; somebody has to say which stay.
    pub conflicts: u32,
}

/// A series of the partner that goes, beside the one it would join.
type Pair = (SeriesReadings, Option<SeriesReadings>);

impl Workbook {
    /// What [`Self::merge_partners`] would do.
    ///
    /// # Errors
    /// Twice the same; a partner that is gone.
    pub fn partner_join_plan(&self, gone: PartnerId, kept: PartnerId) -> Result<JoinPlan> {
        require_two(gone, kept)?;
        self.get::<Partner>(gone)?;
        self.get::<Partner>(kept)?;
        let pairs = provided(self.db(), gone, kept)?;
        Ok(JoinPlan {
            moving: partner_ties::count_references(self.db(), "partners", &gone)?,
            conflicts: u32::try_from(differing(&pairs)).unwrap_or(u32::MAX),
        })
    }

    /// Makes two partners one, as one step: everything that refers to the first then refers
    /// to the second, ties both had are kept once, what the second left blank is filled from
    /// the first, people who are the same become one, and the first is removed.
    ///
    /// # Errors
    /// Figures that differ while `keep` does not say which stay; figures of a closed period
    /// without a reason; a partner that is gone.
    pub fn merge_partners(
        &mut self,
        gone: PartnerId,
        kept: PartnerId,
        keep: Option<Keep>,
        context: &Context,
    ) -> Result<Done<()>> {
        require_two(gone, kept)?;
        let (leaving, staying) = (self.get::<Partner>(gone)?, self.get::<Partner>(kept)?);
        let pairs = provided(self.db(), gone, kept)?;
        if keep.is_none() && differing(&pairs) > 0 {
            return Err(Error::Conflict(Reason::FiguresDiffer));
        }
        let periods = pairs.iter().flat_map(|(series, _)| &series.readings);
        self.require_open(periods.map(|reading| reading.period), context)?;
        let label = format!("{} → {}", leaving.name, staying.name);
        self.transact(Op::MergePartners, &label, context, |tx| {
            for (series, there) in &pairs {
                match there {
                    Some(there) => join_series(tx, series, there, keep)?,
                    None => dimensions::give_series(tx, series.id, kept)?,
                }
            }
            dimensions::drop_empty_series_of_provider(tx, gone)?;
            partner_ties::move_references(tx, "partners", &gone, &kept)?;
            partner_ties::drop_lead_as_participant(tx, kept)?;
            let joined = joined(&leaving, staying);
            storage::update(tx, kept, &joined)?;
            agree_on_status(tx, kept, &joined, context)?;
            for (one, other) in same_people(tx, kept)? {
                join_people(tx, one, other)?;
            }
            partner_ties::drop_doubled_seats(tx, kept)?;
            storage::delete::<Partner>(tx, gone)
        })
    }

    /// What [`Self::merge_people`] would do.
    ///
    /// # Errors
    /// Twice the same; a person who is gone.
    pub fn person_join_plan(&self, gone: PersonId, kept: PersonId) -> Result<JoinPlan> {
        require_two(gone, kept)?;
        self.get::<Person>(gone)?;
        self.get::<Person>(kept)?;
        Ok(JoinPlan {
            moving: partner_ties::count_references(self.db(), "people", &gone)?,
            conflicts: 0,
        })
    }

    /// Makes two people of a partner one, as one step: seats, attendance and touchpoints of the first
    /// become those of the second, what the second left blank is filled from the first.
    ///
    /// # Errors
    /// Twice the same, or people of two partners; a person who is gone.
    pub fn merge_people(
        &mut self,
        gone: PersonId,
        kept: PersonId,
        context: &Context,
    ) -> Result<Done<()>> {
        require_two(gone, kept)?;
        let staying: Person = self.get(kept)?;
        if self.get::<Person>(gone)?.partner_id != staying.partner_id {
            return Err(Error::Invalid {
                field: "kept",
                reason: Reason::UnknownChoice,
            });
        }
        self.transact(Op::MergePeople, &staying.label(), context, |tx| {
            join_people(tx, gone, kept)?;
            partner_ties::drop_doubled_seats(tx, staying.partner_id)
        })
    }
}

fn require_two<I: Id>(gone: I, kept: I) -> Result<()> {
    if gone == kept {
        return Err(Error::Invalid {
            field: "kept",
            reason: Reason::UnknownChoice,
        });
    }
    Ok(())
}

fn provided(db: &Connection, gone: PartnerId, kept: PartnerId) -> Result<Vec<Pair>> {
    let mut there = readings::of_provider(db, kept)?;
    Ok(readings::of_provider(db, gone)?
        .into_iter()
        .map(|series| {
            let twin = there.iter().position(|other| {
                let (one, other) = (series.key, other.key);
                (one.measure, one.place, one.group) == (other.measure, other.place, other.group)
            });
            (series, twin.map(|twin| there.swap_remove(twin)))
        })
        .collect())
}

fn differing(pairs: &[Pair]) -> usize {
    let of_pair = |(series, there): &Pair| {
        let differs = |reading: &&Reading| {
            let other = there.as_ref().and_then(|there| there.at(reading.period));
            other.is_some_and(|other| !says_the_same(reading, other))
        };
        series.readings.iter().filter(differs).count()
    };
    pairs.iter().map(of_pair).sum()
}

/// The partner that stays with its blanks filled from the one that goes.
fn joined(leaving: &Partner, mut staying: Partner) -> Partner {
    let fill = |blank: &mut String, from: &String| {
        if blank.is_empty() {
            blank.clone_from(from);
        }
    };
    fill(&mut staying.website, &leaving.website);
    fill(&mut staying.email, &leaving.email);
    fill(&mut staying.phone, &leaving.phone);
    fill(&mut staying.address, &leaving.address);
    fill(&mut staying.size, &leaving.size);
    if !leaving.note.is_empty() && !staying.note.contains(&leaving.note) {
        if !staying.note.is_empty() {
            staying.note.push_str("\n\n");
        }
        staying.note.push_str(&leaving.note);
    }
    staying.sector_id = staying.sector_id.or(leaving.sector_id);
    staying.type_id = staying.type_id.or(leaving.type_id);
    staying.since = [staying.since, leaving.since].into_iter().flatten().min();
    staying
}

/// The joined history ends with the status of the partner that stays.
fn agree_on_status(
    tx: &Connection,
    kept: PartnerId,
    partner: &Partner,
    context: &Context,
) -> Result<()> {
    let history = storage::list_of::<StatusEntry>(tx, "partner_id", &kept)?;
    let agrees = history
        .first()
        .is_none_or(|latest| latest.record.status == partner.status);
    if agrees {
        return Ok(());
    }
    let entry = StatusEntry {
        partner_id: kept,
        status: partner.status,
        since: Day(context.today),
        note: String::new(),
    };
    storage::insert(tx, StatusEntryId::new(context.now_ms), &entry)
}

/// People of a partner who are the same: equal names, and no two different e-mails.
fn same_people(tx: &Connection, partner: PartnerId) -> Result<Vec<(PersonId, PersonId)>> {
    let people = storage::list_of::<Person>(tx, "partner_id", &partner)?;
    let mut pairs = Vec::new();
    let mut kept: Vec<&Entry<Person>> = Vec::new();
    for person in &people {
        let twin = kept.iter().find(|other| {
            let (one, other) = (&person.record, &other.record);
            let emails = (one.email.to_lowercase(), other.email.to_lowercase());
            one.name.to_lowercase() == other.name.to_lowercase()
                && (emails.0 == emails.1 || emails.0.is_empty() || emails.1.is_empty())
        });
        match twin {
            Some(twin) => pairs.push((person.id, twin.id)),
            None => kept.push(person),
        }
    }
    Ok(pairs)
}

fn join_people(tx: &Connection, gone: PersonId, kept: PersonId) -> Result<()> {
    let leaving: Person = storage::get(tx, gone)?;
    let mut staying: Person = storage::get(tx, kept)?;
    let before = staying.clone();
    for (blank, from) in [
        (&mut staying.role, &leaving.role),
        (&mut staying.email, &leaving.email),
        (&mut staying.phone, &leaving.phone),
    ] {
        if blank.is_empty() {
            blank.clone_from(from);
        }
    }
    if staying != before {
        storage::update(tx, kept, &staying)?;
    }
    partner_ties::move_references(tx, "people", &gone, &kept)?;
    storage::delete::<Person>(tx, gone)
}

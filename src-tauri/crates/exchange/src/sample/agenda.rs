//! Versions of the agenda in a sample, with the results and signatures of their day.

use super::format;
use super::load::{At, Loader, SampleError};
use super::values::{day, find, optional_day};
use backbone_core::agenda::{Agenda, Signature, WantedResult};
use backbone_core::{Context, Day};
use std::collections::BTreeMap;

impl Loader<'_> {
    /// Writes a version, adopts it, and has it signed.
    pub(super) fn agenda(&mut self, agenda: &format::Agenda) -> Result<(), SampleError> {
        self.version(agenda).at(|| {
            format!(
                "agenda of {}",
                agenda.adopted_on.as_deref().unwrap_or("draft")
            )
        })
    }

    fn version(&mut self, agenda: &format::Agenda) -> Result<(), SampleError> {
        let _ = self.book.start_agenda_draft(self.context)?;
        let draft = Agenda {
            vision: agenda.vision.clone(),
            problem: agenda.problem.clone(),
            population: agenda.population.clone(),
            geography: agenda.geography.clone(),
            scope_in: agenda.scope_in.clone(),
            scope_out: agenda.scope_out.clone(),
            principles: agenda.principles.clone(),
            note: agenda.note.clone(),
            ..Agenda::unwritten()
        };
        let _ = self.book.write_agenda(draft, self.context)?;
        let Some(adopted_on) = optional_day(agenda.adopted_on.as_deref())? else {
            return Ok(());
        };
        let of_its_day = agenda.results.as_deref().unwrap_or_default();
        let mut added = Vec::with_capacity(of_its_day.len());
        for (result, position) in of_its_day.iter().zip(1..) {
            let record = WantedResult {
                name: result.name.clone(),
                population: result.population.clone(),
                position,
            };
            added.push(self.book.add(record, self.context)?.value);
        }
        let id = self
            .book
            .adopt_agenda(adopted_on, &self.then(adopted_on))?
            .value;
        for result in added {
            let _ = self.book.remove::<WantedResult>(result, self.context)?;
        }
        // Those who signed on one day are recorded together, as people do.
        let mut days: BTreeMap<&str, Vec<Signature>> = BTreeMap::new();
        for one in &agenda.endorsements {
            let signature = Signature {
                partner_id: find(&self.names.partners, "partner", &one.partner)?,
                signed_by: one.signed_by.clone(),
            };
            days.entry(&one.signed_on).or_default().push(signature);
        }
        for (signed_on, signatures) in days {
            let signed_on = day(signed_on)?;
            let then = self.then(signed_on);
            let _ = self
                .book
                .endorse_agenda(id, &signatures, signed_on, "", &then)?;
        }
        Ok(())
    }

    /// The day of whoever loads the sample, or a later one: a sample has days of its own.
    fn then(&self, day: Day) -> Context {
        Context {
            today: self.context.today.max(day.0),
            ..self.context.clone()
        }
    }
}

//! Taking in a contact list as one step.

use std::collections::HashMap;

use rusqlite::Connection;

use super::{Partner, PartnerStatus, Person, editing};
use crate::{
    Context, Done, Error, Id, Op, PartnerId, PersonId, Reason, Record, Result, Workbook, storage,
};

/// A contact as a list has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewContact {
    /// The partner, where it is known.
    pub partner: Option<PartnerId>,
    /// Name of the organization; a new partner where `partner` is none.
    pub organization: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// E-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
}

/// What becomes of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A person is added.
    New,
    /// What this person lacks is filled in.
    Person(PersonId),
    /// What the person lacks that an earlier contact of the list became is filled in.
    Contact(usize),
    /// Nothing.
    Skip,
}

/// A contact and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactStep {
    /// The contact.
    pub contact: NewContact,
    /// What becomes of it.
    pub target: Target,
}

/// What came of a contact list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ContactsTaken {
    /// People who were added.
    pub people: u32,
    /// People of whom something was filled in.
    pub filled: u32,
    /// Partners that were added.
    pub partners: u32,
    /// Contacts that were left out, or said nothing new.
    pub left: u32,
}

impl Workbook {
    /// Takes in contacts as one step. Organizations nobody knows become prospective partners.
    ///
    /// # Errors
    /// Contacts of which nothing would come; a field that cannot be kept.
    pub fn import_contacts(
        &mut self,
        steps: &[ContactStep],
        file_name: &str,
        context: &Context,
    ) -> Result<Done<ContactsTaken>> {
        self.transact(Op::ImportContacts, file_name, context, |tx| {
            let mut taking = Taking {
                tx,
                context,
                partners: HashMap::new(),
                people: vec![None; steps.len()],
                taken: ContactsTaken::default(),
            };
            for (at, step) in steps.iter().enumerate() {
                taking.take(at, step)?;
            }
            let taken = taking.taken;
            if taken.people + taken.filled + taken.partners == 0 {
                return Err(Error::Invalid {
                    field: "contacts",
                    reason: Reason::Empty,
                });
            }
            Ok(taken)
        })
    }
}

struct Taking<'t> {
    tx: &'t Connection,
    context: &'t Context,
    /// Partners that were made, by name.
    partners: HashMap<String, PartnerId>,
    /// Whom each contact became.
    people: Vec<Option<PersonId>>,
    taken: ContactsTaken,
}

impl Taking<'_> {
    fn take(&mut self, at: usize, step: &ContactStep) -> Result<()> {
        let person = match step.target {
            Target::Skip => None,
            Target::New => Some(self.add(&step.contact)?),
            Target::Person(id) => Some(self.fill(id, &step.contact)?),
            Target::Contact(first) => match self.people.get(first).copied().flatten() {
                Some(id) => Some(self.fill(id, &step.contact)?),
                // The one it is like was left out; then it stands for itself.
                None => Some(self.add(&step.contact)?),
            },
        };
        if person.is_none() {
            self.taken.left += 1;
        }
        if let Some(slot) = self.people.get_mut(at) {
            *slot = person;
        }
        Ok(())
    }

    fn add(&mut self, contact: &NewContact) -> Result<PersonId> {
        let mut person = Person {
            partner_id: self.partner(contact)?,
            name: contact.name.clone(),
            role: contact.role.clone(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
        };
        person.clean();
        person.validate()?;
        let id = PersonId::new(self.context.now_ms);
        storage::insert(self.tx, id, &person)?;
        self.taken.people += 1;
        Ok(id)
    }

    fn fill(&mut self, id: PersonId, contact: &NewContact) -> Result<PersonId> {
        let before: Person = storage::get(self.tx, id)?;
        let mut person = before.clone();
        for (blank, from) in [
            (&mut person.role, &contact.role),
            (&mut person.email, &contact.email),
            (&mut person.phone, &contact.phone),
        ] {
            if blank.is_empty() {
                blank.clone_from(from);
            }
        }
        person.clean();
        person.validate()?;
        if person == before {
            self.taken.left += 1;
        } else {
            storage::update(self.tx, id, &person)?;
            self.taken.filled += 1;
        }
        Ok(id)
    }

    fn partner(&mut self, contact: &NewContact) -> Result<PartnerId> {
        if let Some(known) = contact.partner {
            return Ok(known);
        }
        if let Some(made) = self.partners.get(&contact.organization) {
            return Ok(*made);
        }
        let mut partner = Partner {
            status: PartnerStatus::Prospective,
            ..Partner::named(&contact.organization)
        };
        partner.clean();
        partner.validate()?;
        let id = PartnerId::new(self.context.now_ms);
        editing::insert(self.tx, id, &partner, self.context)?;
        self.partners.insert(contact.organization.clone(), id);
        self.taken.partners += 1;
        Ok(id)
    }
}

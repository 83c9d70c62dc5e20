//! A contact list on its way into the initiative, for the window and the command line alike.

use std::{collections::HashMap, path::Path};

use backbone_core::{
    Workbook,
    partners::{ContactStep, Partner, Person},
};
use backbone_exchange::{
    contacts::{Choice, ContactList, Field, Known, KnownPerson, Looked, Standing, look, steps},
    table::ReadOptions,
};

use crate::{
    imports::{Unreadable, bytes_of},
    words,
};

/// A contact list that is being imported.
#[derive(Debug)]
pub struct ContactSession {
    /// Name of the file without its folder.
    pub file_name: String,
    /// The list.
    pub list: ContactList,
    /// What its columns hold.
    pub fields: Vec<Field>,
    /// The organization of contacts without one.
    pub without: Option<String>,
    /// What was chosen for contacts, by their place.
    pub choices: HashMap<usize, Choice>,
    /// The contacts as they were looked at last.
    pub looked: Vec<Looked>,
}

impl ContactSession {
    /// Reads a contact list.
    pub fn read(path: &Path, options: &ReadOptions) -> Result<Self, Unreadable> {
        let bytes = bytes_of(path)?;
        let list = ContactList::read(bytes, options).map_err(Unreadable::Table)?;
        let name = path.file_name().unwrap_or_default();
        Ok(Self {
            file_name: name.to_string_lossy().into_owned(),
            fields: list.proposed(),
            list,
            without: None,
            choices: HashMap::new(),
            looked: Vec::new(),
        })
    }

    /// Looks at its contacts against what the file has.
    pub fn look(&mut self, book: &Workbook) -> backbone_core::Result<()> {
        let contacts = self.list.contacts(&self.fields);
        self.looked = look(contacts, &known(book)?, self.without.as_deref());
        Ok(())
    }

    /// What is done with a contact.
    pub fn choice(&self, at: usize) -> Choice {
        let usual = self.looked.get(at).map_or(Choice::Skip, Looked::usual);
        self.choices.get(&at).copied().unwrap_or(usual)
    }

    /// What the core is asked to do.
    pub fn steps(&self, book: &Workbook) -> backbone_core::Result<Vec<ContactStep>> {
        Ok(steps(&self.looked, &self.choices, &known(book)?))
    }

    /// What is to be said about a contact: what stands in its way, whom it is like.
    pub fn notes(&self, at: usize, names: &HashMap<String, String>) -> Vec<String> {
        let Some(one) = self.looked.get(at) else {
            return Vec::new();
        };
        let mut notes = Vec::new();
        match one.standing {
            Standing::New => {}
            Standing::NoName => notes.push(words::get("contact-no-name")),
            Standing::NoOrganization => notes.push(words::get("contact-no-organization")),
            Standing::LikePerson(id) => {
                let name = names.get(&id.to_string()).cloned().unwrap_or_default();
                notes.push(words::get_with(
                    "contact-like-person",
                    &[("name", name.into())],
                ));
            }
            Standing::LikeContact(first) => {
                let row = self.looked.get(first).map_or(0, |one| one.contact.row);
                notes.push(words::get_with(
                    "contact-like-row",
                    &[("row", row.to_string().into())],
                ));
            }
        }
        if one.has_odd_email {
            notes.push(words::get("contact-odd-email"));
        }
        if one.contact.is_ragged {
            notes.push(words::get("contact-ragged"));
        }
        if !one.is_known_partner && !one.contact.organization.is_empty() {
            notes.push(words::get("contact-new-partner"));
        }
        notes
    }
}

/// Names of the people the file has, with their partner, by id.
pub fn names(book: &Workbook) -> backbone_core::Result<HashMap<String, String>> {
    let partners: HashMap<_, _> = book
        .list::<Partner>()?
        .into_iter()
        .map(|entry| (entry.id, entry.record.name))
        .collect();
    let named = |entry: backbone_core::Entry<Person>| {
        let partner = partners.get(&entry.record.partner_id);
        let name = match partner {
            Some(partner) => format!("{}, {partner}", entry.record.name),
            None => entry.record.name,
        };
        (entry.id.to_string(), name)
    };
    Ok(book.list::<Person>()?.into_iter().map(named).collect())
}

fn known(book: &Workbook) -> backbone_core::Result<Known> {
    Ok(Known {
        partners: book
            .list::<Partner>()?
            .into_iter()
            .map(|entry| (entry.id, entry.record.name))
            .collect(),
        people: book
            .list::<Person>()?
            .into_iter()
            .map(|entry| KnownPerson {
                id: entry.id,
                partner: entry.record.partner_id,
                name: entry.record.name,
                email: entry.record.email,
            })
            .collect(),
    })
}

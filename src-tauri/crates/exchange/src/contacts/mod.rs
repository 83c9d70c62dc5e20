//! Contact lists of other programs, a table or vCards, made ready to be imported: what is
//! wrong with each contact, whether it is there already, and what is to be done with it.

mod mapping;
mod matching;
mod vcard;

#[cfg(test)]
mod tests;

pub use mapping::{Field, propose};
pub use matching::{Choice, Known, KnownPerson, Looked, Standing, look, steps};

use crate::table::{self, ReadOptions, Table, TableError};

/// A contact as the file has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The row as a spreadsheet numbers it, or the place of its card.
    pub row: u32,
    /// Name.
    pub name: String,
    /// Organization.
    pub organization: String,
    /// Role.
    pub role: String,
    /// E-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// Whether its row has more or fewer cells than there are columns.
    pub is_ragged: bool,
}

/// A contact list as it was read.
#[derive(Debug)]
pub enum ContactList {
    /// Cards, which say themselves what is what.
    Cards(Vec<Contact>),
    /// A table, whose columns have to be told apart.
    Table(Box<Table>),
}

impl ContactList {
    /// Reads a contact list from the bytes of a file.
    ///
    /// # Errors
    /// A file that holds neither cards nor a table.
    pub fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Self, TableError> {
        // Spreadsheets are no text; whatever cannot be read as one is left to the table.
        let start: Vec<u8> = bytes.iter().take(4096).copied().collect();
        let looks_like_cards =
            table::decoded(start, options.encoding).is_ok_and(|text| vcard::is_one(&text));
        if !looks_like_cards {
            return Table::read(bytes, options).map(|table| Self::Table(Box::new(table)));
        }
        let text = table::decoded(bytes, options.encoding)?;
        let contacts = vcard::read(&text);
        if contacts.is_empty() {
            return Err(TableError::Empty);
        }
        Ok(Self::Cards(contacts))
    }

    /// What its columns seem to hold; empty for cards.
    #[must_use]
    pub fn proposed(&self) -> Vec<Field> {
        match self {
            Self::Cards(_) => Vec::new(),
            Self::Table(table) => propose(table),
        }
    }

    /// Names of its columns; empty for cards.
    #[must_use]
    pub fn heads(&self) -> &[String] {
        match self {
            Self::Cards(_) => &[],
            Self::Table(table) => table.header(),
        }
    }

    /// Its contacts, read by these columns.
    #[must_use]
    pub fn contacts(&self, fields: &[Field]) -> Vec<Contact> {
        match self {
            Self::Cards(contacts) => contacts.clone(),
            Self::Table(table) => mapping::contacts(table, fields),
        }
    }
}

/// Whether a text has the shape of an e-mail address.
fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !host.contains('@')
            && host
                .split_once('.')
                .is_some_and(|(site, end)| !site.is_empty() && !end.is_empty())
            && !text.contains(char::is_whitespace)
    })
}

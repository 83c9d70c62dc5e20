//! Importing a contact list, on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::partners::{asked, shown};

shown! {
    /// A contact list and what would become of it.
    ContactPreview {
        /// Name of the file.
        file_name: String,
        /// Its columns; none for vCards.
        columns: Vec<ContactColumn>,
        /// The organization of contacts without one, or empty.
        without: String,
        /// The contacts of this page.
        rows: Vec<ContactRow>,
        /// Place of the first of them in the whole list.
        from: u32,
        /// How many contacts the list shows with this filter.
        shown: u32,
        /// How many there are.
        count: u32,
        /// People who would be added.
        add: u32,
        /// People of whom something would be filled in.
        merge: u32,
        /// Contacts that would be left out.
        skip: u32,
        /// Contacts something is said about.
        noted: u32,
        /// Organizations that would become new partners.
        new_partners: u32,
    }

    /// A column of a contact list.
    ContactColumn {
        /// Its head.
        head: String,
        /// `name`, `first_name`, `last_name`, `organization`, `role`, `email`, `phone`,
        /// `ignore`.
        field: String,
    }

    /// A contact and what would become of it.
    ContactRow {
        /// Its place in the whole list.
        at: u32,
        /// The row as a spreadsheet numbers it, or the place of its card.
        row: u32,
        /// Name.
        name: String,
        /// Organization.
        organization: String,
        /// Role.
        role: String,
        /// E-mail.
        email: String,
        /// Phone.
        phone: String,
        /// `new`, `like_person`, `like_contact`, `no_name`, `no_organization`.
        standing: String,
        /// `add`, `merge`, `skip`.
        choice: String,
        /// What is to be said about it.
        notes: Vec<String>,
    }

    /// What came of a contact list.
    ContactsImported {
        /// People who were added.
        people: u32,
        /// People of whom something was filled in.
        filled: u32,
        /// Partners that were added.
        partners: u32,
    }
}

asked! {
    /// How a contact list is read, and which page of it is looked at.
    ContactChoices {
        /// What each column holds; empty for as it was proposed.
        fields: Vec<String>,
        /// The organization of contacts without one, or empty.
        without: String,
        /// Place of the first contact of the page.
        from: u32,
        /// Whether only contacts are wanted that something is said about.
        only_noted: bool,
    }

    /// What is done with one contact, or with all that are like one that is known.
    ContactDecision {
        /// Its place; none for all that are like one that is known.
        at: Option<u32>,
        /// `add`, `merge`, `skip`.
        choice: String,
    }
}

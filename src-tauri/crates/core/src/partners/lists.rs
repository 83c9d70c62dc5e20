//! What partners are told apart by: sectors and types, each a list the team may change, and
//! tags. What came with the program has a code, by which whoever shows it words its name.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::{
    Context, Done, Error, Id, Op, PartnerId, PartnerTypeId, Reason, Result, SectorId, TagId,
    Workbook,
    storage::{self, LONGEST_NAME, record, require_length, require_name, tags},
    tagging::{TagEdit, TaggedRecords},
};

/// Codes of the sectors that come with the program, in their order.
pub const SECTORS: &[&str] = &[
    "school",
    "nonprofit",
    "faith",
    "health",
    "government",
    "business",
    "funder",
    "resident",
    "higher_education",
    "other",
];

/// Codes of the types of partners that come with the program, in their order.
pub const TYPES: &[&str] = &[
    "school_district",
    "school",
    "early_learning",
    "college",
    "community_organization",
    "congregation",
    "hospital",
    "clinic",
    "public_agency",
    "library",
    "company",
    "foundation",
    "association",
    "resident_group",
];

record! {
    /// A part of society that partners belong to.
    Sector, SectorId, "sectors", order "position, name", AddSector ChangeSector RemoveSector {
        /// What it is called in code where it came with the program.
        code: Option<String>,
        /// The team's name for it; empty where the program's own is kept.
        name: String,
        /// Place in the list.
        position: i64,
    }
    label(this) called(&this.name, this.code.as_deref());
    validate(this) require_called(&this.name, this.code.as_deref());
}

record! {
    /// A kind of organization.
    PartnerType, PartnerTypeId, "partner_types", order "position, name", AddPartnerType ChangePartnerType RemovePartnerType {
        /// What it is called in code where it came with the program.
        code: Option<String>,
        /// The team's name for it; empty where the program's own is kept.
        name: String,
        /// Place in the list.
        position: i64,
    }
    label(this) called(&this.name, this.code.as_deref());
    validate(this) require_called(&this.name, this.code.as_deref());
}

record! {
    /// A word to find things by.
    Tag, TagId, "tags", order "name COLLATE NOCASE", AddTag ChangeTag RemoveTag {
        /// The word.
        name: String,
    }
    label(this) this.name.clone();
    validate(this) require_name("name", &this.name);
}

fn called(name: &str, code: Option<&str>) -> String {
    match (name, code) {
        ("", Some(code)) => code.to_owned(),
        (name, _) => name.to_owned(),
    }
}

fn require_called(name: &str, code: Option<&str>) -> Result<()> {
    if code.is_some() {
        require_length("name", name, LONGEST_NAME)
    } else {
        require_name("name", name)
    }
}

/// Writes the lists a new initiative begins with.
pub(crate) fn insert_usual_lists(tx: &Connection, context: &Context) -> Result<()> {
    for (code, position) in SECTORS.iter().zip(1..) {
        let sector = Sector {
            code: Some((*code).to_owned()),
            name: String::new(),
            position,
        };
        storage::insert(tx, SectorId::new(context.now_ms), &sector)?;
    }
    for (code, position) in TYPES.iter().zip(1..) {
        let kind = PartnerType {
            code: Some((*code).to_owned()),
            name: String::new(),
            position,
        };
        storage::insert(tx, PartnerTypeId::new(context.now_ms), &kind)?;
    }
    Ok(())
}

impl Workbook {
    /// The sector of a built-in code, or of the team's own name.
    ///
    /// # Errors
    /// [`Reason::UnknownChoice`] for a word that is neither.
    pub fn sector_called(&self, word: &str) -> Result<SectorId> {
        let is_it = |sector: &Sector| {
            sector.code.as_deref() == Some(word)
                || sector.name.to_lowercase() == word.to_lowercase()
        };
        self.list::<Sector>()?
            .into_iter()
            .find(|entry| is_it(&entry.record))
            .map(|entry| entry.id)
            .ok_or(Error::Invalid {
                field: "sector",
                reason: Reason::UnknownChoice,
            })
    }

    /// The type of a built-in code, or of the team's own name.
    ///
    /// # Errors
    /// [`Reason::UnknownChoice`] for a word that is neither.
    pub fn type_called(&self, word: &str) -> Result<PartnerTypeId> {
        let is_it = |kind: &PartnerType| {
            kind.code.as_deref() == Some(word) || kind.name.to_lowercase() == word.to_lowercase()
        };
        self.list::<PartnerType>()?
            .into_iter()
            .find(|entry| is_it(&entry.record))
            .map(|entry| entry.id)
            .ok_or(Error::Invalid {
                field: "type",
                reason: Reason::UnknownChoice,
            })
    }

    /// Puts the entries of a list in this order; those left out follow as they were.
    ///
    /// # Errors
    /// Writing the file.
    pub fn order_sectors(&mut self, order: &[SectorId], context: &Context) -> Result<Done<()>> {
        let entries = self.list::<Sector>()?;
        self.transact(Op::OrderPartnerList, "", context, |tx| {
            let ids: Vec<SectorId> = entries.iter().map(|entry| entry.id).collect();
            for (id, position) in ordered(&ids, order).into_iter().zip(1..) {
                let mut sector: Sector = storage::get(tx, id)?;
                sector.position = position;
                storage::update(tx, id, &sector)?;
            }
            Ok(())
        })
    }

    /// Puts the types of partners in this order; those left out follow as they were.
    ///
    /// # Errors
    /// Writing the file.
    pub fn order_types(&mut self, order: &[PartnerTypeId], context: &Context) -> Result<Done<()>> {
        let entries = self.list::<PartnerType>()?;
        self.transact(Op::OrderPartnerList, "", context, |tx| {
            let ids: Vec<PartnerTypeId> = entries.iter().map(|entry| entry.id).collect();
            for (id, position) in ordered(&ids, order).into_iter().zip(1..) {
                let mut kind: PartnerType = storage::get(tx, id)?;
                kind.position = position;
                storage::update(tx, id, &kind)?;
            }
            Ok(())
        })
    }

    /// The tags of every partner that has any, by name.
    ///
    /// # Errors
    /// Reading the file.
    pub fn tags_by_partner(&self) -> Result<HashMap<PartnerId, Vec<TagId>>> {
        tags::all(self.db())
    }

    /// Gives a partner exactly the tags of these names; words that are new become tags.
    ///
    /// # Errors
    /// A partner that is gone; a word that is empty.
    pub fn tag_partner(
        &mut self,
        partner: PartnerId,
        names: &[String],
        context: &Context,
    ) -> Result<Done<()>> {
        let records = TaggedRecords::Partners(vec![partner]);
        self.edit_tags(&records, &TagEdit::Set(names.to_vec()), context)
    }
}

fn ordered<I: Id>(all: &[I], order: &[I]) -> Vec<I> {
    let named = order.iter().filter(|id| all.contains(id));
    let rest = all.iter().filter(|id| !order.contains(id));
    named.chain(rest).copied().collect()
}

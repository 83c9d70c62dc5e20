//! Partners and the people in them.

mod editing;
mod erasing;
mod importing;
mod lists;
mod merging;
mod network;
mod standing;
mod touchpoints;
mod views;

pub use editing::PartnerEdit;
pub use importing::{ContactStep, ContactsTaken, NewContact, Target};
pub(crate) use lists::insert_usual_lists;
pub use lists::{PartnerType, SECTORS, Sector, TYPES, Tag};
pub use merging::JoinPlan;
pub use network::{FIELD_HEIGHT, FIELD_WIDTH, NetworkPosition};
pub use standing::{Commitment, CommitmentKind, Expiry, StatusEntry};
pub use touchpoints::{Channel, Touchpoint};
pub use views::SavedView;

use crate::{
    Day, Error, PartnerId, PartnerTypeId, Reason, SectorId,
    storage::{LONGEST_NAME, LONGEST_TEXT, choice, record, require_length, require_name},
};

choice! {
    /// Where a partner stands with the initiative.
    PartnerStatus {
        /// Asked, not yet in.
        Prospective = "prospective",
        /// In.
        Active = "active",
        /// Paused.
        Paused = "paused",
        /// Has left.
        Left = "left",
    }
}

record! {
    /// An organization in the initiative.
    Partner, PartnerId, "partners", order "name COLLATE NOCASE", AddPartner ChangePartner RemovePartner {
        /// Its name.
        name: String,
        /// Where it stands.
        status: PartnerStatus,
        /// Since when it is a partner.
        since: Option<Day>,
        /// Until when it was.
        until: Option<Day>,
        /// Notes.
        note: String,
        /// Its sector.
        sector_id: Option<SectorId>,
        /// What kind of organization it is.
        type_id: Option<PartnerTypeId>,
        /// Its website.
        website: String,
        /// E-mail of the organization as a whole.
        email: String,
        /// Phone of the organization as a whole.
        phone: String,
        /// Where it is.
        address: String,
        /// How large it is, in the team's words: “120 staff, 2,300 families”.
        size: String,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        for (field, text) in [
            ("website", &this.website),
            ("email", &this.email),
            ("phone", &this.phone),
            ("address", &this.address),
            ("size", &this.size),
        ] {
            require_length(field, text, LONGEST_NAME)?;
        }
        require_length("note", &this.note, LONGEST_TEXT)?;
        if this.since.zip(this.until).is_some_and(|(since, until)| until < since) {
            return Err(Error::Invalid { field: "until", reason: Reason::BeforeStart });
        }
        Ok(())
    };
}

impl Partner {
    /// An active partner of which no more than the name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            status: PartnerStatus::Active,
            since: None,
            until: None,
            note: String::new(),
            sector_id: None,
            type_id: None,
            website: String::new(),
            email: String::new(),
            phone: String::new(),
            address: String::new(),
            size: String::new(),
        }
    }
}

record! {
    /// A contact in a partner.
    Person, PersonId, "people", order "name COLLATE NOCASE", AddPerson ChangePerson RemovePerson {
        /// The partner.
        partner_id: PartnerId,
        /// Name.
        name: String,
        /// Role.
        role: String,
        /// E-mail.
        email: String,
        /// Phone.
        phone: String,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("role", &this.role, LONGEST_NAME)?;
        require_length("email", &this.email, LONGEST_NAME)?;
        require_length("phone", &this.phone, LONGEST_NAME)
    };
}

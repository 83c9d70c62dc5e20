//! Partners and the people in them.

use crate::{
    Day, Error, PartnerId, Reason,
    storage::{LONGEST_NAME, LONGEST_TEXT, choice, record, require_length, require_name},
};

choice! {
    /// The part of society a partner belongs to.
    Sector {
        /// Schools and early learning.
        School = "school",
        /// Nonprofits.
        Nonprofit = "nonprofit",
        /// Churches and other congregations.
        Faith = "faith",
        /// Hospitals and clinics.
        Health = "health",
        /// City, county and state.
        Government = "government",
        /// Businesses.
        Business = "business",
        /// Funders.
        Funder = "funder",
        /// Residents and their associations.
        Resident = "resident",
        /// Colleges and universities.
        HigherEducation = "higher_education",
        /// Anything else.
        Other = "other",
    }
}

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
        /// Its sector.
        sector: Sector,
        /// Where it stands.
        status: PartnerStatus,
        /// Since when it is a partner.
        since: Option<Day>,
        /// Until when it was.
        until: Option<Day>,
        /// Notes.
        note: String,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("note", &this.note, LONGEST_TEXT)?;
        if this.since.zip(this.until).is_some_and(|(since, until)| until < since) {
            return Err(Error::Invalid { field: "until", reason: Reason::BeforeStart });
        }
        Ok(())
    };
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

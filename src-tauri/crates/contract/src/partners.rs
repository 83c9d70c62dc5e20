//! Partners and people on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A partner with its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Partner {
    /// Id of the partner.
    pub id: String,
    /// Its fields.
    pub form: PartnerForm,
    /// People in it.
    pub people: Vec<Person>,
    /// Activities it leads.
    pub leads: u32,
    /// Activities it takes part in.
    pub takes_part: u32,
}

/// A partner as a form; dates are ISO texts or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartnerForm {
    /// Name.
    pub name: String,
    /// `school`, `nonprofit`, `faith`, `health`, `government`, `business`, `funder`,
    /// `resident`, `higher_education`, `other`.
    pub sector: String,
    /// `prospective`, `active`, `paused`, `left`.
    pub status: String,
    /// Since when.
    pub since: String,
    /// Until when.
    pub until: String,
    /// Notes.
    pub note: String,
}

/// Changes a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePartner {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: PartnerForm,
}

/// A person in a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Id of the person.
    pub id: String,
    /// Their fields.
    pub form: PersonForm,
}

/// A person as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonForm {
    /// Id of the partner.
    pub partner: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// E-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
}

/// Changes a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePerson {
    /// Which.
    pub id: String,
    /// Their new fields.
    pub form: PersonForm,
}

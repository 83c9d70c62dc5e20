//! The Common Agenda with who signed which of its versions, and all of it for signature.

use chrono::NaiveDate;

use super::{MeasureFacts, ResultGroup, Shield, Theory};
use crate::{
    AgendaId, Day, Entry, Result, Workbook,
    agenda::{Agenda, AgendaVersion, Endorsement, Strategy, WantedResult},
    initiative::Initiative,
    partners::{Partner, PartnerStatus},
};

/// All versions with their signatures.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaFacts {
    /// Versions, the first first.
    pub versions: Vec<SignedVersion>,
    /// The adopted version in force.
    pub in_force: Option<AgendaId>,
    /// The version being written.
    pub draft: Option<AgendaId>,
    /// Active partners whose signature under the version in force is missing, by name;
    /// none while nothing is adopted.
    pub outstanding: Vec<OutstandingPartner>,
}

/// A version with who signed it.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedVersion {
    /// The version with its results.
    pub version: AgendaVersion,
    /// Its signatures, by the name of the partner.
    pub signatures: Vec<SignatureFacts>,
}

/// A signature with the partner's name.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureFacts {
    /// The signature.
    pub endorsement: Entry<Endorsement>,
    /// The partner.
    pub partner: Entry<Partner>,
}

/// A partner that has not signed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct OutstandingPartner {
    /// The partner.
    pub partner: Entry<Partner>,
    /// The latest version it did sign, and when.
    pub earlier: Option<(i64, Day)>,
}

impl AgendaFacts {
    /// A version by its id.
    #[must_use]
    pub fn version(&self, id: AgendaId) -> Option<&SignedVersion> {
        let mut versions = self.versions.iter();
        versions.find(|signed| signed.version.agenda.id == id)
    }

    /// A version by its number.
    #[must_use]
    pub fn numbered(&self, number: i64) -> Option<&SignedVersion> {
        let mut versions = self.versions.iter();
        versions.find(|signed| signed.version.agenda.record.version == number)
    }

    /// The version others read: the one in force, or the draft where nothing is adopted.
    #[must_use]
    pub fn shown(&self) -> Option<&SignedVersion> {
        self.version(self.in_force.or(self.draft)?)
    }
}

impl Workbook {
    /// All versions with who signed them and who has not.
    ///
    /// # Errors
    /// Reading the file.
    pub fn agenda_facts(&self) -> Result<AgendaFacts> {
        let partners: Vec<Entry<Partner>> = self.list()?;
        let endorsements: Vec<Entry<Endorsement>> = self.list()?;
        let versions: Vec<SignedVersion> = self
            .agenda_versions()?
            .into_iter()
            .map(|version| {
                // Partners come by name.
                let signatures = partners.iter().filter_map(|partner| {
                    let endorsement = endorsements.iter().find(|entry| {
                        entry.record.partner_id == partner.id
                            && entry.record.agenda_id == version.agenda.id
                    })?;
                    Some(SignatureFacts {
                        endorsement: endorsement.clone(),
                        partner: partner.clone(),
                    })
                });
                SignedVersion {
                    signatures: signatures.collect(),
                    version,
                }
            })
            .collect();
        let in_force = versions
            .iter()
            .rfind(|signed| !signed.version.agenda.record.is_draft());
        let outstanding = in_force.map_or_else(Vec::new, |in_force| {
            let signed = |signed: &SignedVersion, partner: &Entry<Partner>| {
                let mut signatures = signed.signatures.iter();
                signatures
                    .find(|one| one.partner.id == partner.id)
                    .map(|one| one.endorsement.record.signed_on)
            };
            partners
                .iter()
                .filter(|partner| partner.record.status == PartnerStatus::Active)
                .filter(|partner| signed(in_force, partner).is_none())
                .map(|partner| OutstandingPartner {
                    partner: partner.clone(),
                    earlier: versions.iter().rev().find_map(|version| {
                        let number = version.version.agenda.record.version;
                        signed(version, partner).map(|day| (number, day))
                    }),
                })
                .collect()
        });
        Ok(AgendaFacts {
            in_force: in_force.map(|signed| signed.version.agenda.id),
            draft: versions
                .iter()
                .map(|signed| &signed.version.agenda)
                .find(|agenda| agenda.record.is_draft())
                .map(|agenda| agenda.id),
            outstanding,
            versions,
        })
    }
}

/// All facts of the Common Agenda for signature.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaPaperFacts {
    /// The day it speaks of.
    pub as_of: NaiveDate,
    /// The initiative.
    pub initiative: Initiative,
    /// The version that is printed; one nobody has written where there is none.
    pub agenda: Agenda,
    /// Name and population of its results.
    pub results: Vec<(String, String)>,
    /// Headline measures under the results of today.
    pub measures: Vec<ResultGroup<MeasureFacts>>,
    /// Strategies with descriptions, in the order of their results.
    pub strategies: Vec<Entry<Strategy>>,
    /// The theory of change of today.
    pub theory: Theory,
    /// Active partners and those that signed, by name, each with its signature.
    pub partners: Vec<(Entry<Partner>, Option<Endorsement>)>,
}

impl Workbook {
    /// All facts of the Common Agenda for signature, as an audience may see them. Without
    /// a version, the one others read.
    ///
    /// # Errors
    /// A version that is not there.
    pub fn agenda_paper_facts(
        &self,
        version: Option<AgendaId>,
        as_of: NaiveDate,
        shield: &Shield,
    ) -> Result<AgendaPaperFacts> {
        let facts = self.agenda_facts()?;
        let shown = match version {
            Some(id) => Some(facts.version(id).ok_or(crate::Error::NotFound)?),
            None => facts.shown(),
        };
        let board = self.board_facts_for(as_of, shield)?;
        let signature = |partner: &Entry<Partner>| {
            let mut signatures = shown?.signatures.iter();
            signatures
                .find(|one| one.partner.id == partner.id)
                .map(|one| one.endorsement.record.clone())
        };
        let partners = self
            .list::<Partner>()?
            .into_iter()
            .map(|partner| (signature(&partner), partner))
            .filter(|(signed, partner)| {
                signed.is_some() || partner.record.status == PartnerStatus::Active
            })
            .map(|(signed, partner)| (partner, signed))
            .collect();
        let agenda = shown.map(|signed| signed.version.agenda.record.clone());
        let results = match shown {
            Some(signed) => signed.version.results.clone(),
            None => self
                .list::<WantedResult>()?
                .into_iter()
                .map(|one| (one.record.name, one.record.population))
                .collect(),
        };
        Ok(AgendaPaperFacts {
            as_of,
            initiative: board.initiative,
            agenda: agenda.unwrap_or_else(Agenda::unwritten),
            results,
            measures: board.results,
            strategies: self.list()?,
            theory: self.theory()?,
            partners,
        })
    }
}

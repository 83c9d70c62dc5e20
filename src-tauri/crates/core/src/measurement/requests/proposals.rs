//! Which figures to ask of whom, from what is known already.

use chrono::NaiveDate;

use crate::{
    MeasureId, Result, Workbook,
    measurement::{Calculation, Measure, MeasureStatus, Period},
    partners::{Partner, PartnerStatus},
    storage::Entry,
};

/// Why a measure is proposed for a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposalReason {
    /// It measures the partner's own program.
    OwnProgram,
    /// Its definition names the partner as supplier.
    Named,
    /// There are figures of this partner.
    Supplied,
    /// The partner was asked before.
    Asked,
}

impl ProposalReason {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::OwnProgram => "own_program",
            Self::Named => "named",
            Self::Supplied => "supplied",
            Self::Asked => "asked",
        }
    }
}

/// What could be asked of a partner.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestProposal {
    /// The partner.
    pub partner: Entry<Partner>,
    /// Measures it seems to supply, each with the latest period that has ended.
    pub measures: Vec<(MeasureId, Period, ProposalReason)>,
}

impl Workbook {
    /// What could be asked of each partner that has not left, in order of names.
    ///
    /// # Errors
    /// Reading the file.
    pub fn request_proposals(&self, today: NaiveDate) -> Result<Vec<RequestProposal>> {
        let suppliers = self.suppliers()?;
        let mut measures: Vec<Entry<Measure>> = self.list()?;
        measures.retain(|measure| {
            measure.record.calculation == Calculation::Entered
                && measure.record.status != MeasureStatus::Retired
        });
        let mut partners: Vec<Entry<Partner>> = self.list()?;
        partners.retain(|partner| partner.record.status != PartnerStatus::Left);
        let proposal = |partner: Entry<Partner>| {
            let reason = |measure: &Entry<Measure>| {
                if measure.record.partner_id == Some(partner.id) {
                    Some(ProposalReason::OwnProgram)
                } else if suppliers.is_named(partner.id, measure.id) {
                    Some(ProposalReason::Named)
                } else if suppliers.has_series(partner.id, measure.id) {
                    Some(ProposalReason::Supplied)
                } else if suppliers.was_asked(partner.id, measure.id) {
                    Some(ProposalReason::Asked)
                } else {
                    None
                }
            };
            let measures = measures
                .iter()
                .filter_map(|measure| {
                    let period = measure.record.frequency.latest_ended(today);
                    reason(measure).map(|reason| (measure.id, period, reason))
                })
                .collect();
            RequestProposal { partner, measures }
        };
        Ok(partners.into_iter().map(proposal).collect())
    }
}

//! All facts of the report to one partner: its own measures, the results everyone shares, its
//! own place in the whole, and what is owed. Nothing here tells of touchpoints or trust, which
//! are notes of the team.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{AudienceRule, MeasureFacts, NetworkChoice, NetworkFacts, PartnerPageFacts, Shield};
use crate::{
    MeasureId, PartnerId, Result, Workbook,
    communication::WorkingGroup,
    initiative::Initiative,
    measurement::{Measure, MeasureKind, MeasureStatus},
    partners::{Partner, PartnerStatus, PartnerType, Sector},
};

/// How much of something is the partner's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// The partner's part.
    pub own: u32,
    /// All there is.
    pub all: u32,
}

/// Where a partner stands in the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// Activities it leads or takes part in, of all.
    pub activities: Share,
    /// Active partners it shares activities with, of all others.
    pub partners: Share,
    /// Working groups it sits in, of all.
    pub groups: Share,
    /// Measures it provides figures of, of all in use.
    pub measures: Share,
}

/// All facts of the report to one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerReportFacts {
    /// The day it speaks of.
    pub as_of: NaiveDate,
    /// Whom it is for, and how small numbers are protected for them.
    pub rule: AudienceRule,
    /// The initiative.
    pub initiative: Initiative,
    /// Everything about the partner.
    pub page: PartnerPageFacts,
    /// Its sector.
    pub sector: Option<Sector>,
    /// Its type.
    pub kind: Option<PartnerType>,
    /// Measures of its own program.
    pub own: Vec<MeasureFacts>,
    /// Headline measures, which all partners share.
    pub shared: Vec<MeasureFacts>,
    /// Where it stands in the whole.
    pub place: Place,
    /// The network of the year before, in which it stands.
    pub network: NetworkFacts,
}

impl Workbook {
    /// The measures the report to a partner speaks of: its own, then the headline ones.
    ///
    /// # Errors
    /// Reading the file.
    pub fn measures_of_partner_report(&self, id: PartnerId) -> Result<Vec<MeasureId>> {
        let measures = self.list::<Measure>()?;
        let own = measures.iter().filter(|entry| is_own(&entry.record, id));
        let shared = measures.iter().filter(|entry| is_shared(&entry.record));
        Ok(own.chain(shared).map(|entry| entry.id).collect())
    }

    /// All facts of the report to one partner, as an audience may see them.
    ///
    /// # Errors
    /// A partner that is gone.
    pub fn partner_report_facts(
        &self,
        id: PartnerId,
        as_of: NaiveDate,
        shield: &Shield,
    ) -> Result<PartnerReportFacts> {
        let page = self.partner_page(id, as_of)?;
        let measures = self.list::<Measure>()?;
        let gather = |wanted: &dyn Fn(&Measure) -> bool| {
            let of = measures.iter().filter(|entry| wanted(&entry.record));
            of.map(|entry| self.measure_facts_for(entry.id, as_of, shield))
                .collect::<Result<Vec<_>>>()
        };
        let record = &page.partner.record;
        Ok(PartnerReportFacts {
            as_of,
            rule: shield.rule.clone(),
            initiative: self.initiative()?,
            sector: record.sector_id.map(|id| self.get(id)).transpose()?,
            kind: record.type_id.map(|id| self.get(id)).transpose()?,
            own: gather(&|measure| is_own(measure, id))?,
            shared: gather(&is_shared)?,
            place: self.place_of(&page, &measures)?,
            network: self.network(NetworkChoice::year_to(as_of))?,
            page,
        })
    }

    fn place_of(
        &self,
        page: &PartnerPageFacts,
        measures: &[crate::Entry<Measure>],
    ) -> Result<Place> {
        let partners = self.list::<Partner>()?;
        let active: HashSet<PartnerId> = partners
            .iter()
            .filter(|entry| entry.record.status == PartnerStatus::Active)
            .map(|entry| entry.id)
            .filter(|id| *id != page.partner.id)
            .collect();
        let sits_in: HashSet<_> = page.seats.iter().map(|seat| seat.group.id).collect();
        let with = page.works_with.iter();
        Ok(Place {
            activities: Share {
                own: counted(page.activities.len()),
                all: counted(self.activities()?.len()),
            },
            partners: Share {
                own: counted(
                    with.filter(|(partner, _)| active.contains(&partner.id))
                        .count(),
                ),
                all: counted(active.len()),
            },
            groups: Share {
                own: counted(sits_in.len()),
                all: counted(self.list::<WorkingGroup>()?.len()),
            },
            measures: Share {
                own: counted(page.measures.len()),
                all: counted(
                    measures
                        .iter()
                        .filter(|entry| is_used(&entry.record))
                        .count(),
                ),
            },
        })
    }
}

fn is_used(measure: &Measure) -> bool {
    measure.status == MeasureStatus::Active
}

fn is_own(measure: &Measure, partner: PartnerId) -> bool {
    is_used(measure)
        && measure.kind == MeasureKind::Performance
        && measure.partner_id == Some(partner)
}

fn is_shared(measure: &Measure) -> bool {
    is_used(measure) && measure.is_headline && measure.kind == MeasureKind::Indicator
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

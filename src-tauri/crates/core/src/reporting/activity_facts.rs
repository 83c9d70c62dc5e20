//! Activities with the names behind their ids, alone and under their partners.

use std::collections::HashMap;

use crate::{
    Entry, Id, MeasureId, PartnerId, Record, Result, StrategyId, Workbook,
    activities::Activity,
    agenda::Strategy,
    measurement::Measure,
    partners::{Partner, PartnerStatus},
};

/// A record by id and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<I: Id> {
    /// Its id.
    pub id: I,
    /// Its name.
    pub name: String,
}

/// An activity with the names behind its ids.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityFacts {
    /// The activity.
    pub activity: Entry<Activity>,
    /// Its strategy.
    pub strategy: Option<Named<StrategyId>>,
    /// The partner that leads it.
    pub lead: Option<Named<PartnerId>>,
    /// Other partners that take part, by name.
    pub partners: Vec<Named<PartnerId>>,
    /// Measures it is meant to move, in their order.
    pub measures: Vec<Named<MeasureId>>,
}

/// A partner with what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerFacts {
    /// The partner.
    pub partner: Entry<Partner>,
    /// Activities it leads, then those it takes part in.
    pub activities: Vec<PartnerActivity>,
}

/// An activity as one partner sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerActivity {
    /// Whether the partner leads it.
    pub is_lead: bool,
    /// The activity.
    pub activity: ActivityFacts,
}

impl Workbook {
    /// Every activity with the names behind its ids.
    ///
    /// # Errors
    /// Reading the file.
    pub fn activity_facts(&self) -> Result<Vec<ActivityFacts>> {
        let strategies = names(self.list::<Strategy>()?);
        let partners = names(self.list::<Partner>()?);
        let measures = names(self.list::<Measure>()?);
        let facts = self.activities()?.into_iter().map(|tied| {
            let record = &tied.activity.record;
            let lead = record.lead_id;
            ActivityFacts {
                strategy: record.strategy_id.and_then(|id| named(&strategies, id)),
                lead: lead.and_then(|id| named(&partners, id)),
                // A lead that is also listed as taking part does so once.
                partners: picked(&partners, |id| {
                    Some(id) != lead && tied.partners.contains(&id)
                }),
                measures: picked(&measures, |id| tied.measures.contains(&id)),
                activity: tied.activity,
            }
        });
        Ok(facts.collect())
    }

    /// Partners with what they do: those that are active, and others that still have
    /// activities.
    ///
    /// # Errors
    /// Reading the file.
    pub fn partner_facts(&self) -> Result<Vec<PartnerFacts>> {
        Ok(under_partners(self.list()?, &self.activity_facts()?))
    }
}

pub(super) fn under_partners(
    partners: Vec<Entry<Partner>>,
    activities: &[ActivityFacts],
) -> Vec<PartnerFacts> {
    let mut led: HashMap<PartnerId, Vec<&ActivityFacts>> = HashMap::new();
    let mut shared: HashMap<PartnerId, Vec<&ActivityFacts>> = HashMap::new();
    for facts in activities {
        if let Some(lead) = &facts.lead {
            led.entry(lead.id).or_default().push(facts);
        }
        for partner in &facts.partners {
            shared.entry(partner.id).or_default().push(facts);
        }
    }
    let seen = |is_lead: bool| {
        move |facts: &&ActivityFacts| PartnerActivity {
            is_lead,
            activity: (*facts).clone(),
        }
    };
    partners
        .into_iter()
        .map(|partner| {
            let led = led.get(&partner.id).map(Vec::as_slice).unwrap_or_default();
            let shared = shared
                .get(&partner.id)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let activities = led
                .iter()
                .map(seen(true))
                .chain(shared.iter().map(seen(false)))
                .collect();
            PartnerFacts {
                partner,
                activities,
            }
        })
        .filter(|facts| {
            facts.partner.record.status == PartnerStatus::Active || !facts.activities.is_empty()
        })
        .collect()
}

/// Activities a partner leads, then those it takes part in.
pub(super) fn of_partner(id: PartnerId, activities: &[ActivityFacts]) -> Vec<PartnerActivity> {
    let seen = |is_lead: bool| {
        activities
            .iter()
            .filter(move |facts| match is_lead {
                true => facts.lead.as_ref().is_some_and(|lead| lead.id == id),
                false => facts.partners.iter().any(|partner| partner.id == id),
            })
            .map(move |activity| PartnerActivity {
                is_lead,
                activity: activity.clone(),
            })
    };
    seen(true).chain(seen(false)).collect()
}

fn names<T: Record>(entries: Vec<Entry<T>>) -> Vec<Named<T::Id>> {
    entries
        .into_iter()
        .map(|entry| Named {
            id: entry.id,
            name: entry.record.label(),
        })
        .collect()
}

fn named<I: Id>(names: &[Named<I>], id: I) -> Option<Named<I>> {
    names.iter().find(|name| name.id == id).cloned()
}

fn picked<I: Id>(names: &[Named<I>], is_wanted: impl Fn(I) -> bool) -> Vec<Named<I>> {
    names
        .iter()
        .filter(|name| is_wanted(name.id))
        .cloned()
        .collect()
}

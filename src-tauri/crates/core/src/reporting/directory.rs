//! The directory of partners: each with what a list shows of it.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    Day, Entry, PartnerId, Result, TagId, Workbook, WorkingGroupId,
    activities::Activity,
    communication::Membership,
    measurement::RequestStanding,
    partners::{Channel, Commitment, Expiry, Partner, Person, Touchpoint},
    storage::{partner_records, ties},
};

/// A partner's signature under a version of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The version.
    pub version: u32,
    /// Who signed for the partner.
    pub signed_by: String,
    /// When.
    pub signed_on: Day,
}

/// How a partner stands to the agenda that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endorsed {
    /// No version was adopted yet, so there is nothing to sign.
    Nothing,
    /// Signed nothing.
    Not,
    /// Signed this version, which is not the one adopted last.
    Earlier(u32),
    /// Signed the version adopted last, on this day.
    Current(Day),
}

/// A partner as a line of the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct DirectoryLine {
    /// The partner.
    pub partner: Entry<Partner>,
    /// People in it.
    pub people: Vec<String>,
    /// Activities it leads.
    pub leads: u32,
    /// Activities it takes part in without leading them.
    pub takes_part: u32,
    /// Figures it was asked for that have not come.
    pub owed: u32,
    /// Of these, how many are past their day.
    pub late: u32,
    /// When it was last in touch, and how.
    pub last_touch: Option<(Day, Channel)>,
    /// How it stands to the agenda.
    pub endorsed: Endorsed,
    /// Its tags.
    pub tags: Vec<TagId>,
    /// Groups it sits in.
    pub groups: Vec<WorkingGroupId>,
    /// How its commitments stand: the worst of them.
    pub commitments: Option<Expiry>,
}

impl Workbook {
    /// Every partner with what the directory shows, by name.
    ///
    /// # Errors
    /// Reading the file.
    pub fn directory(&self, today: NaiveDate) -> Result<Vec<DirectoryLine>> {
        let mut people: HashMap<PartnerId, Vec<String>> = HashMap::new();
        for person in self.list::<Person>()? {
            let of = people.entry(person.record.partner_id).or_default();
            of.push(person.record.name);
        }
        let (leads, takes_part) = self.roles()?;
        let mut owed: HashMap<PartnerId, (u32, u32)> = HashMap::new();
        for facts in self.request_facts(today)? {
            let (all, late) = owed.entry(facts.request.record.partner_id).or_default();
            match facts.standing {
                RequestStanding::Late => {
                    *all += facts.figures;
                    *late += facts.figures;
                }
                RequestStanding::Due => *all += facts.figures,
                _ => {}
            }
        }
        let mut touched: HashMap<PartnerId, (Day, Channel)> = HashMap::new();
        for touchpoint in self.list::<Touchpoint>()? {
            let record = touchpoint.record;
            // The latest comes first.
            touched
                .entry(record.partner_id)
                .or_insert((record.date, record.channel));
        }
        let mut commitments: HashMap<PartnerId, Expiry> = HashMap::new();
        for commitment in self.list::<Commitment>()? {
            let expiry = commitment.record.expiry(today);
            let worst = commitments
                .entry(commitment.record.partner_id)
                .or_insert(expiry);
            *worst = expiry.min(*worst);
        }
        let mut groups: HashMap<PartnerId, Vec<WorkingGroupId>> = HashMap::new();
        for seat in self.list::<Membership>()? {
            let of = groups.entry(seat.record.partner_id).or_default();
            if !of.contains(&seat.record.working_group_id) {
                of.push(seat.record.working_group_id);
            }
        }
        let adopted = partner_records::adopted_version(self.db())?;
        let signatures = partner_records::signatures(self.db())?;
        let mut tags = self.tags_by_partner()?;
        let line = |partner: Entry<Partner>| {
            let id = partner.id;
            let (all, late) = owed.get(&id).copied().unwrap_or_default();
            let signed = signatures.get(&id).map_or(&[][..], Vec::as_slice);
            DirectoryLine {
                people: people.remove(&id).unwrap_or_default(),
                leads: leads.get(&id).copied().unwrap_or(0),
                takes_part: takes_part.get(&id).copied().unwrap_or(0),
                owed: all,
                late,
                last_touch: touched.get(&id).copied(),
                endorsed: endorsed(adopted, signed),
                tags: tags.remove(&id).unwrap_or_default(),
                groups: groups.remove(&id).unwrap_or_default(),
                commitments: commitments.get(&id).copied(),
                partner,
            }
        };
        Ok(self.list()?.into_iter().map(line).collect())
    }

    /// How many activities each partner leads, and takes part in without leading.
    #[allow(clippy::type_complexity, reason = "two counts of the same kind")]
    fn roles(&self) -> Result<(HashMap<PartnerId, u32>, HashMap<PartnerId, u32>)> {
        let (mut leads, mut takes_part) = (HashMap::new(), HashMap::new());
        let tied = ties::partners_by_activity(self.db())?;
        for activity in self.list::<Activity>()? {
            let lead = activity.record.lead_id;
            if let Some(lead) = lead {
                *leads.entry(lead).or_insert(0) += 1;
            }
            let others = tied.get(&activity.id).map_or(&[][..], Vec::as_slice);
            for partner in others.iter().filter(|id| Some(**id) != lead) {
                *takes_part.entry(*partner).or_insert(0) += 1;
            }
        }
        Ok((leads, takes_part))
    }
}

/// How signatures, the latest version first, stand to the version adopted last.
pub(super) fn endorsed(adopted: Option<u32>, signed: &[Signature]) -> Endorsed {
    let Some(adopted) = adopted else {
        return Endorsed::Nothing;
    };
    match signed.first() {
        None => Endorsed::Not,
        Some(latest) if latest.version >= adopted => Endorsed::Current(latest.signed_on),
        Some(latest) => Endorsed::Earlier(latest.version),
    }
}

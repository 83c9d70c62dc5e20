//! Who works with whom (F9): partners tied by meetings they both came to and activities they
//! share, over a span of time. Nothing is asked of anybody; it follows from what is kept anyway.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use backbone_statistics::network::{self, Node};
use chrono::{Datelike, Months, NaiveDate};

use super::Named;
use crate::{
    Entry, Error, PartnerId, Reason, Result, SectorId, Workbook,
    activities::ActivityStatus,
    communication::{Attendance, Meeting, MeetingStatus, Presence},
    initiative::Initiative,
    partners::{NetworkPosition, Partner, PartnerStatus, Sector},
};

/// What ties two partners, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NetworkChoice {
    /// First day; none for everything before.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: NaiveDate,
    /// Whether meetings both came to tie them.
    pub meetings: bool,
    /// Whether activities both have a part in tie them.
    pub activities: bool,
    /// Only partners of this sector.
    pub sector: Option<SectorId>,
    /// Whether the backbone organization, which meets everyone, is among them.
    pub with_backbone: bool,
}

impl NetworkChoice {
    /// Everything of the year up to a day.
    #[must_use]
    pub fn year_to(to: NaiveDate) -> Self {
        Self {
            from: year_before(to, 12),
            to,
            meetings: true,
            activities: true,
            sector: None,
            with_backbone: true,
        }
    }

    /// Whether a span of time has a day in common with it; an open end never comes.
    fn meets(&self, starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> bool {
        starts.is_none_or(|starts| starts <= self.to)
            && ends.zip(self.from).is_none_or(|(ends, from)| from <= ends)
    }
}

/// The first day of so many months that end with `to`.
fn year_before(to: NaiveDate, months: u32) -> Option<NaiveDate> {
    to.succ_opt()?.checked_sub_months(Months::new(months))
}

/// The last days of the quarters from the one `first` lies in to the one before `today`, then
/// `today` itself; at most 80, the latest.
#[must_use]
pub fn quarters(first: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
    const MOST: usize = 80;
    let mut days = vec![today];
    let month = today.month0() / 3 * 3 + 1;
    let mut start = NaiveDate::from_ymd_opt(today.year(), month, 1);
    while let Some(day) = start.filter(|day| *day > first && days.len() < MOST) {
        days.extend(day.pred_opt());
        start = day.checked_sub_months(Months::new(3));
    }
    days.reverse();
    days
}

/// A meeting or an activity with the partners it ties.
struct JointOccasion {
    /// Whether it is a meeting; else an activity.
    is_meeting: bool,
    partners: BTreeSet<PartnerId>,
    starts: Option<NaiveDate>,
    ends: Option<NaiveDate>,
}

/// A partner in the network.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkPartner {
    /// Which.
    pub partner: Named<PartnerId>,
    /// Its place in [`NetworkFacts::sectors`]; none where it has no sector.
    pub sector: Option<usize>,
    /// Where someone put it, in thousandths of the width of the drawing.
    pub kept: Option<(i64, i64)>,
}

/// Two partners that are tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NetworkTie {
    /// Place of the one in [`NetworkFacts::partners`], the smaller.
    pub one: usize,
    /// Place of the other.
    pub other: usize,
    /// Meetings both came to.
    pub meetings: u32,
    /// Activities both have a part in.
    pub activities: u32,
}

impl NetworkTie {
    /// Meetings and activities together.
    #[must_use]
    pub fn occasions(&self) -> u32 {
        self.meetings + self.activities
    }
}

/// Ties within and between sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorMixing {
    /// Places in [`NetworkFacts::sectors`] of the sectors that occur, in their order.
    pub sectors: Vec<usize>,
    /// How many ties join two of them: a row and a column for each.
    pub ties: Vec<Vec<usize>>,
    /// Ties between sectors.
    pub between: usize,
    /// Ties within a sector.
    pub within: usize,
    /// Ties of which at least one end has no sector.
    pub unknown: usize,
}

/// The network of partners.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkFacts {
    /// What was asked.
    pub choice: NetworkChoice,
    /// The initiative.
    pub initiative: Initiative,
    /// Partners by name.
    pub partners: Vec<NetworkPartner>,
    /// Sectors in their order.
    pub sectors: Vec<Entry<Sector>>,
    /// Who is tied to whom.
    pub ties: Vec<NetworkTie>,
    /// Who is tied to whom at any time by anything: what the drawing is arranged by, so that a
    /// partner keeps its place when another time is looked at.
    pub ever: Vec<(usize, usize)>,
    /// What is said of the whole and of every partner; names are places in `partners`.
    pub found: network::Network<usize>,
    /// Ties by sector; none where no sector is known.
    pub mixing: Option<SectorMixing>,
    /// Meetings with two partners or more that were counted.
    pub meetings: usize,
    /// Activities with two partners or more that were counted.
    pub activities: usize,
    /// The first day anything is known of; none where nothing dated is.
    pub first: Option<NaiveDate>,
    /// The backbone organization, where it is a partner.
    pub backbone: Option<Named<PartnerId>>,
}

impl NetworkFacts {
    /// The tie of two partners, by their places.
    #[must_use]
    pub fn tie(&self, one: usize, other: usize) -> Option<&NetworkTie> {
        let (one, other) = (one.min(other), one.max(other));
        let at = self
            .ties
            .binary_search_by_key(&(one, other), |tie| (tie.one, tie.other));
        self.ties.get(at.ok()?)
    }

    /// Partners a partner is tied to, those with most occasions first, each with its tie.
    #[must_use]
    pub fn neighbors(&self, of: usize) -> Vec<(usize, NetworkTie)> {
        let mut found: Vec<(usize, NetworkTie)> = self
            .ties
            .iter()
            .filter(|tie| tie.one == of || tie.other == of)
            .map(|tie| (tie.one + tie.other - of, *tie))
            .collect();
        found.sort_by_key(|(_, tie)| std::cmp::Reverse(tie.occasions()));
        found
    }

    /// How many pairs there could be.
    #[must_use]
    pub fn pairs(&self) -> usize {
        let count = self.partners.len();
        count * count.saturating_sub(1) / 2
    }

    /// Place of a partner.
    #[must_use]
    pub fn position(&self, id: PartnerId) -> Option<usize> {
        self.partners.iter().position(|one| one.partner.id == id)
    }

    /// Only a partner and those it is tied to, with the ties among them.
    ///
    /// # Errors
    /// Only a defect: every tie joins two partners that are there.
    pub fn around(&self, id: PartnerId) -> Result<Option<Self>> {
        let Some(center) = self.position(id) else {
            return Ok(None);
        };
        let mut kept: BTreeSet<usize> = self
            .neighbors(center)
            .into_iter()
            .map(|(other, _)| other)
            .collect();
        kept.insert(center);
        let places: HashMap<usize, usize> = kept
            .iter()
            .enumerate()
            .map(|(new, old)| (*old, new))
            .collect();
        let pair = |one: usize, other: usize| Some((*places.get(&one)?, *places.get(&other)?));
        let partners: Vec<NetworkPartner> = kept
            .iter()
            .filter_map(|place| self.partners.get(*place))
            .map(|partner| NetworkPartner {
                // A place in the whole says nothing of a part of it.
                kept: None,
                ..partner.clone()
            })
            .collect();
        let ties: Vec<NetworkTie> = self
            .ties
            .iter()
            .filter_map(|tie| {
                let (one, other) = pair(tie.one, tie.other)?;
                Some(NetworkTie { one, other, ..*tie })
            })
            .collect();
        let found = described(&partners, &ties)?;
        Ok(Some(Self {
            ever: ties.iter().map(|tie| (tie.one, tie.other)).collect(),
            mixing: mixing(&found),
            found,
            partners,
            ties,
            ..self.clone()
        }))
    }
}

impl Workbook {
    /// The network of partners in a span of time. Partners in it are those that are active or
    /// paused, and whoever is tied to another; ties are meetings that were held and both came
    /// to, and activities under way in the span, finished and stopped ones too, that both have
    /// a part in.
    ///
    /// # Errors
    /// A span that ends before it begins; reading the file.
    pub fn network(&self, choice: NetworkChoice) -> Result<NetworkFacts> {
        if choice.from.is_some_and(|from| choice.to < from) {
            return Err(Error::Invalid {
                field: "to",
                reason: Reason::BeforeStart,
            });
        }
        let initiative = self.initiative()?;
        let occasions = self.occasions()?;
        let chosen = |one: &&JointOccasion| {
            let is_wanted = if one.is_meeting {
                choice.meetings
            } else {
                choice.activities
            };
            is_wanted && choice.meets(one.starts, one.ends)
        };
        let counted: Vec<&JointOccasion> = occasions.iter().filter(chosen).collect();
        let tied: BTreeSet<PartnerId> = counted
            .iter()
            .flat_map(|one| one.partners.iter().copied())
            .collect();
        let sectors = self.list::<Sector>()?;
        let kept: HashMap<PartnerId, (i64, i64)> = self
            .list::<NetworkPosition>()?
            .into_iter()
            .map(|entry| (entry.record.partner_id, (entry.record.x, entry.record.y)))
            .collect();
        let all = self.list::<Partner>()?;
        let is_backbone = |entry: &&Entry<Partner>| {
            let backbone = initiative.backbone_organization.trim().to_lowercase();
            !backbone.is_empty() && entry.record.name.trim().to_lowercase() == backbone
        };
        let backbone = all.iter().find(is_backbone).map(|entry| Named {
            id: entry.id,
            name: entry.record.name.clone(),
        });
        let is_left_out = |id: PartnerId| {
            !choice.with_backbone && backbone.as_ref().is_some_and(|backbone| backbone.id == id)
        };
        let partners: Vec<NetworkPartner> = all
            .iter()
            .filter(|entry| tied.contains(&entry.id) || is_in(&entry.record, &choice))
            .filter(|entry| choice.sector.is_none() || entry.record.sector_id == choice.sector)
            .filter(|entry| !is_left_out(entry.id))
            .map(|entry| NetworkPartner {
                partner: Named {
                    id: entry.id,
                    name: entry.record.name.clone(),
                },
                sector: entry
                    .record
                    .sector_id
                    .and_then(|id| sectors.iter().position(|sector| sector.id == id)),
                kept: kept.get(&entry.id).copied(),
            })
            .collect();
        let places: HashMap<PartnerId, usize> = partners
            .iter()
            .enumerate()
            .map(|(place, one)| (one.partner.id, place))
            .collect();
        let ties = ties(&counted, &places);
        let everything: Vec<&JointOccasion> = occasions.iter().collect();
        let ever = ties_ever(&everything, &places);
        let found = described(&partners, &ties)?;
        let joint = |is_meeting: bool| {
            let joins = |one: &&&JointOccasion| {
                one.is_meeting == is_meeting
                    && one
                        .partners
                        .iter()
                        .filter(|id| places.contains_key(id))
                        .count()
                        > 1
            };
            counted.iter().filter(joins).count()
        };
        Ok(NetworkFacts {
            meetings: joint(true),
            activities: joint(false),
            mixing: mixing(&found),
            found,
            ever,
            ties,
            sectors,
            partners,
            first: occasions.iter().filter_map(|one| one.starts).min(),
            backbone,
            initiative,
            choice,
        })
    }

    /// Everything that brings partners together, whenever it was.
    fn occasions(&self) -> Result<Vec<JointOccasion>> {
        let mut present: HashMap<_, BTreeSet<PartnerId>> = HashMap::new();
        for entry in self.list::<Attendance>()? {
            if entry.record.presence == Presence::Present {
                let of = present.entry(entry.record.meeting_id).or_default();
                of.insert(entry.record.partner_id);
            }
        }
        let mut occasions = Vec::new();
        for meeting in self.list::<Meeting>()? {
            // Whoever was noted at a meeting that is still ahead was noted too early.
            if meeting.record.status != MeetingStatus::Held {
                continue;
            }
            if let Some(partners) = present.remove(&meeting.id) {
                let day = Some(meeting.record.date.0);
                occasions.push(JointOccasion {
                    is_meeting: true,
                    partners,
                    starts: day,
                    ends: day,
                });
            }
        }
        for tied in self.activities()? {
            let record = &tied.activity.record;
            if record.status == ActivityStatus::Planned {
                continue;
            }
            occasions.push(JointOccasion {
                is_meeting: false,
                partners: tied
                    .partners
                    .iter()
                    .copied()
                    .chain(record.lead_id)
                    .collect(),
                starts: record.starts.map(|day| day.0),
                ends: record.ends.map(|day| day.0),
            });
        }
        Ok(occasions)
    }
}

/// Whether a partner is one in the span, tied or not.
fn is_in(partner: &Partner, choice: &NetworkChoice) -> bool {
    matches!(
        partner.status,
        PartnerStatus::Active | PartnerStatus::Paused
    ) && choice.meets(
        partner.since.map(|day| day.0),
        partner.until.map(|day| day.0),
    )
}

/// Pairs in order, with what ties them.
fn ties(occasions: &[&JointOccasion], places: &HashMap<PartnerId, usize>) -> Vec<NetworkTie> {
    let mut found: BTreeMap<(usize, usize), (u32, u32)> = BTreeMap::new();
    for occasion in occasions {
        for pair in pairs(occasion, places) {
            let (meetings, activities) = found.entry(pair).or_default();
            if occasion.is_meeting {
                *meetings += 1;
            } else {
                *activities += 1;
            }
        }
    }
    found
        .into_iter()
        .map(|((one, other), (meetings, activities))| NetworkTie {
            one,
            other,
            meetings,
            activities,
        })
        .collect()
}

fn ties_ever(
    occasions: &[&JointOccasion],
    places: &HashMap<PartnerId, usize>,
) -> Vec<(usize, usize)> {
    let all: BTreeSet<(usize, usize)> = occasions
        .iter()
        .flat_map(|occasion| pairs(occasion, places))
        .collect();
    all.into_iter().collect()
}

/// Every pair of an occasion, the smaller place first.
fn pairs(occasion: &JointOccasion, places: &HashMap<PartnerId, usize>) -> Vec<(usize, usize)> {
    let mut there: Vec<usize> = occasion
        .partners
        .iter()
        .filter_map(|id| places.get(id).copied())
        .collect();
    there.sort_unstable();
    let mut pairs = Vec::new();
    for (at, one) in there.iter().enumerate() {
        pairs.extend(there.iter().skip(at + 1).map(|other| (*one, *other)));
    }
    pairs
}

fn described(partners: &[NetworkPartner], ties: &[NetworkTie]) -> Result<network::Network<usize>> {
    let nodes: Vec<Node<usize>> = partners
        .iter()
        .enumerate()
        .map(|(name, partner)| Node {
            name,
            // Written so that their alphabetical order is the order of the list.
            sector: partner.sector.map(|sector| format!("{sector:09}")),
        })
        .collect();
    let pairs: Vec<(usize, usize)> = ties.iter().map(|tie| (tie.one, tie.other)).collect();
    Ok(network::describe(&nodes, &pairs)?)
}

fn mixing(found: &network::Network<usize>) -> Option<SectorMixing> {
    let mixing = found.mixing.as_ref()?;
    Some(SectorMixing {
        sectors: mixing
            .sectors
            .iter()
            .filter_map(|sector| sector.parse().ok())
            .collect(),
        ties: mixing.ties.clone(),
        between: mixing.external,
        within: mixing.internal,
        unknown: mixing.unknown,
    })
}

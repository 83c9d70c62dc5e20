//! Who supplies which measure, so that a partner's figure is kept where it belongs, and
//! how well partners answer.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::{DataRequest, DataReturn, RequestedCell};
use crate::{
    MeasureId, PartnerId, Result, Workbook,
    measurement::{Measure, SeriesKey},
    partners::Partner,
    storage::{self, Entry},
};

/// Who is known to supply which measure.
#[derive(Debug, Clone, Default)]
pub struct Suppliers {
    by_series: HashSet<(MeasureId, PartnerId)>,
    by_request: HashSet<(MeasureId, PartnerId)>,
    measures: HashMap<MeasureId, (String, Option<PartnerId>)>,
    names: HashMap<PartnerId, String>,
}

impl Suppliers {
    /// The series a partner's figure belongs to.
    ///
    /// Where figures of this partner are kept as a series of its own already, they go on
    /// there, as an import with a column of partners keeps them. Otherwise the figure is
    /// the whole initiative's if the partner is the only one known to supply the measure:
    /// no other partner has a series of it or is asked for it, and the definition names
    /// nobody else. A partner's own performance measure is its own in any case. In all
    /// other cases the figure is the partner's part, a series with the partner as provider.
    #[must_use]
    pub fn series(&self, partner: PartnerId, cell: &RequestedCell) -> SeriesKey {
        let is_whole = self.is_only(partner, cell.measure_id);
        SeriesKey {
            measure: cell.measure_id,
            place: cell.place_id,
            group: cell.group_id,
            provider: (!is_whole).then_some(partner),
        }
    }

    fn is_only(&self, partner: PartnerId, measure: MeasureId) -> bool {
        if self.has_series(partner, measure) {
            return false;
        }
        let Some((provider, owner)) = self.measures.get(&measure) else {
            return false;
        };
        if let Some(owner) = owner {
            return *owner == partner;
        }
        let is_other = |(of, other): &&(MeasureId, PartnerId)| *of == measure && *other != partner;
        let others = self.by_series.iter().chain(&self.by_request);
        let names_other = !provider.is_empty()
            && self
                .names
                .get(&partner)
                .is_none_or(|name| name.to_lowercase() != provider.to_lowercase());
        !names_other && others.filter(is_other).count() == 0
    }

    /// Whether figures of this partner are kept as a series of its own.
    #[must_use]
    pub fn has_series(&self, partner: PartnerId, measure: MeasureId) -> bool {
        self.by_series.contains(&(measure, partner))
    }

    /// Whether this partner was asked for the measure before.
    #[must_use]
    pub fn was_asked(&self, partner: PartnerId, measure: MeasureId) -> bool {
        self.by_request.contains(&(measure, partner))
    }

    /// Whether the definition of a measure names this partner as a supplier.
    #[must_use]
    pub fn is_named(&self, partner: PartnerId, measure: MeasureId) -> bool {
        let provider = self.measures.get(&measure).map(|(provider, _)| provider);
        let name = self.names.get(&partner);
        provider
            .zip(name)
            .is_some_and(|(provider, name)| provider.to_lowercase().contains(&name.to_lowercase()))
    }
}

/// How a partner answers data requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SupplyRates {
    /// Requests that were answered or were due.
    pub requests: u32,
    /// Those answered on time.
    pub on_time: u32,
    /// Figures given in the latest file of each request.
    pub figures: u32,
    /// Those taken without a question.
    pub unquestioned: u32,
}

impl SupplyRates {
    /// Fewer than this say nothing about a partner.
    pub const FEWEST: u32 = 3;

    /// Share of requests answered on time, 0 to 1; none where there are too few.
    #[must_use]
    pub fn timeliness(self) -> Option<f64> {
        share(self.on_time, self.requests)
    }

    /// Share of figures taken without a question, 0 to 1; none where there are too few.
    #[must_use]
    pub fn quality(self) -> Option<f64> {
        share(self.unquestioned, self.figures)
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole >= SupplyRates::FEWEST).then(|| f64::from(part) / f64::from(whole))
}

impl Workbook {
    /// Who is known to supply which measure.
    ///
    /// # Errors
    /// Reading the file.
    pub fn suppliers(&self) -> Result<Suppliers> {
        let measures: Vec<Entry<Measure>> = self.list()?;
        let partners: Vec<Entry<Partner>> = self.list()?;
        Ok(Suppliers {
            by_series: storage::requests::by_series(self.db())?,
            by_request: storage::requests::by_request(self.db())?,
            measures: measures
                .into_iter()
                .map(|entry| {
                    let measure = entry.record;
                    (
                        entry.id,
                        (measure.provider.trim().to_owned(), measure.partner_id),
                    )
                })
                .collect(),
            names: partners
                .into_iter()
                .map(|entry| (entry.id, entry.record.name))
                .collect(),
        })
    }

    /// How each partner that was asked for figures answers, as of `today`. A request
    /// counts once it is answered or its day has passed; withdrawn ones never do.
    ///
    /// # Errors
    /// Reading the file.
    pub fn supply_rates(&self, today: NaiveDate) -> Result<BTreeMap<PartnerId, SupplyRates>> {
        let requests: Vec<Entry<DataRequest>> = self.list()?;
        let returns: Vec<Entry<DataReturn>> = self.list()?;
        let mut latest: HashMap<_, &DataReturn> = HashMap::new();
        for entry in &returns {
            // In order of arrival: the last one of a request stays.
            latest.insert(entry.record.request_id, &entry.record);
        }
        let mut rates: BTreeMap<PartnerId, SupplyRates> = BTreeMap::new();
        for entry in &requests {
            let request = &entry.record;
            if request.withdrawn_on.is_some() {
                continue;
            }
            let rates = rates.entry(request.partner_id).or_default();
            let is_answered = request.received_on.is_some();
            if is_answered || (request.sent_on.is_some() && request.due.0 < today) {
                rates.requests += 1;
                rates.on_time += u32::from(
                    request
                        .received_on
                        .is_some_and(|received| received <= request.due),
                );
            }
            if let Some(returned) = latest.get(&entry.id) {
                rates.figures += returned.answered;
                rates.unquestioned += returned.unquestioned;
            }
        }
        Ok(rates)
    }
}

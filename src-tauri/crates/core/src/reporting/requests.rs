//! Data requests as board, letter and Overview show them.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::{
    DataRequestId, Entry, Error, MeasureId, PartnerId, Result, Workbook,
    initiative::Initiative,
    measurement::{
        DataRequest, DataReturn, Group, Measure, Place, Reading, RequestStanding, RequestedCell,
        ReturnFinding, SeriesKey,
    },
    partners::{Partner, Person},
};

/// A data request with what a list of them shows.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestFacts {
    /// The request.
    pub request: Entry<DataRequest>,
    /// Where it stands.
    pub standing: RequestStanding,
    /// Who is asked.
    pub partner: String,
    /// Names of the measures asked for, in order.
    pub measures: Vec<String>,
    /// Figures asked for.
    pub figures: u32,
    /// The file that came back last.
    pub returned: Option<Entry<DataReturn>>,
}

/// What a letter about a returned file says.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterFacts {
    /// The initiative.
    pub initiative: Initiative,
    /// The day of the letter.
    pub as_of: NaiveDate,
    /// Who it goes to.
    pub partner: Partner,
    /// Who is greeted, where people of the partner are known.
    pub contact: Option<Person>,
    /// The request.
    pub request: DataRequest,
    /// The file.
    pub returned: DataReturn,
    /// What was noticed in it.
    pub findings: Vec<ReturnFinding>,
    /// The figures it brought, in order of its rows.
    pub taken: Vec<TakenFigure>,
}

/// A figure a returned file brought.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenFigure {
    /// Its measure.
    pub measure: Measure,
    /// Names of its place and group; empty for everyone.
    pub whom: Vec<String>,
    /// The reading.
    pub reading: Reading,
}

/// A request whose day has passed without an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct LateRequest {
    /// The request.
    pub id: DataRequestId,
    /// Its title.
    pub title: String,
    /// Who is asked.
    pub partner: String,
    /// Days since it was due.
    pub days: i64,
}

impl Workbook {
    /// Every data request with what a list shows, those that need attention first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn request_facts(&self, today: NaiveDate) -> Result<Vec<RequestFacts>> {
        let partners: HashMap<PartnerId, String> = self
            .list::<Partner>()?
            .into_iter()
            .map(|entry| (entry.id, entry.record.name))
            .collect();
        let measures: HashMap<_, _> = self
            .list::<Measure>()?
            .into_iter()
            .map(|entry| (entry.id, entry.record.name))
            .collect();
        let mut cells: HashMap<DataRequestId, Vec<RequestedCell>> = HashMap::new();
        for entry in self.list::<RequestedCell>()? {
            let of = cells.entry(entry.record.request_id).or_default();
            of.push(entry.record);
        }
        let mut returns: HashMap<DataRequestId, Entry<DataReturn>> = HashMap::new();
        for entry in self.list::<DataReturn>()? {
            returns.insert(entry.record.request_id, entry);
        }
        let facts = |request: Entry<DataRequest>| {
            let cells = cells.remove(&request.id).unwrap_or_default();
            let mut names: Vec<String> = Vec::new();
            for cell in &cells {
                match measures.get(&cell.measure_id) {
                    Some(name) if !names.contains(name) => names.push(name.clone()),
                    _ => {}
                }
            }
            RequestFacts {
                standing: request.record.standing(today),
                partner: partners
                    .get(&request.record.partner_id)
                    .cloned()
                    .unwrap_or_default(),
                measures: names,
                figures: u32::try_from(cells.len()).unwrap_or(u32::MAX),
                returned: returns.remove(&request.id),
                request,
            }
        };
        let mut all: Vec<RequestFacts> = self.list()?.into_iter().map(facts).collect();
        let place = |standing| RequestStanding::ALL.iter().position(|one| *one == standing);
        all.sort_by_key(|facts| place(facts.standing));
        Ok(all)
    }

    /// Measures whose figures somebody is asked for, in requests that are neither accepted nor
    /// withdrawn.
    ///
    /// # Errors
    /// Reading the file.
    pub fn measures_asked_for(&self, today: NaiveDate) -> Result<HashSet<MeasureId>> {
        let open: HashSet<DataRequestId> = self
            .list::<DataRequest>()?
            .into_iter()
            .filter(|entry| {
                !matches!(
                    entry.record.standing(today),
                    RequestStanding::Accepted | RequestStanding::Withdrawn
                )
            })
            .map(|entry| entry.id)
            .collect();
        Ok(self
            .list::<RequestedCell>()?
            .into_iter()
            .filter(|entry| open.contains(&entry.record.request_id))
            .map(|entry| entry.record.measure_id)
            .collect())
    }

    /// The letter about the file that came back last for a request.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nothing has come back.
    pub fn letter_facts(&self, request: DataRequestId, as_of: NaiveDate) -> Result<LetterFacts> {
        let returned = self.returns_of(request)?.pop().ok_or(Error::NotFound)?;
        let request: DataRequest = self.get(request)?;
        let people: Vec<Entry<Person>> = self.list()?;
        let names = self.names_of_dimensions()?;
        let mut taken = Vec::new();
        for found in self.taken_from(returned.id)? {
            taken.push(TakenFigure {
                measure: self.get(found.series.measure)?,
                whom: names.of(found.series),
                reading: found.reading,
            });
        }
        Ok(LetterFacts {
            initiative: self.initiative()?,
            as_of,
            partner: self.get(request.partner_id)?,
            contact: people
                .into_iter()
                .map(|entry| entry.record)
                .find(|person| person.partner_id == request.partner_id),
            findings: self.findings_of(returned.id)?,
            returned: returned.record,
            request,
            taken,
        })
    }

    /// The request of a partner for which a file came back last.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nothing has come back from the partner.
    pub fn latest_answered(&self, partner: PartnerId) -> Result<DataRequestId> {
        let requests: Vec<Entry<DataRequest>> = self.list()?;
        let is_own = |returned: &Entry<DataReturn>| {
            requests.iter().any(|request| {
                request.id == returned.record.request_id && request.record.partner_id == partner
            })
        };
        let latest = self.list::<DataReturn>()?.into_iter().rfind(is_own);
        latest
            .map(|returned| returned.record.request_id)
            .ok_or(Error::NotFound)
    }

    /// Names of all places and groups.
    ///
    /// # Errors
    /// Reading the file.
    pub fn names_of_dimensions(&self) -> Result<DimensionNames> {
        Ok(DimensionNames {
            places: self
                .list::<Place>()?
                .into_iter()
                .map(|entry| (entry.id, entry.record.name))
                .collect(),
            groups: self
                .list::<Group>()?
                .into_iter()
                .map(|entry| (entry.id, entry.record.name))
                .collect(),
        })
    }
}

/// Names of places and groups.
#[derive(Debug, Clone, Default)]
pub struct DimensionNames {
    places: HashMap<crate::PlaceId, String>,
    groups: HashMap<crate::GroupId, String>,
}

impl DimensionNames {
    /// The names of a series' place and group; empty for everyone.
    #[must_use]
    pub fn of(&self, series: SeriesKey) -> Vec<String> {
        let place = series.place.and_then(|place| self.places.get(&place));
        let group = series.group.and_then(|group| self.groups.get(&group));
        place.into_iter().chain(group).cloned().collect()
    }
}

/// Requests whose day has passed, the latest first.
pub(super) fn late(
    requests: Vec<Entry<DataRequest>>,
    partners: &[Entry<Partner>],
    today: NaiveDate,
) -> Vec<LateRequest> {
    let late = |entry: Entry<DataRequest>| {
        let days = entry.record.days_late(today)?;
        let partner = partners
            .iter()
            .find(|partner| partner.id == entry.record.partner_id);
        Some(LateRequest {
            id: entry.id,
            partner: partner.map(|partner| partner.record.name.clone())?,
            title: entry.record.title,
            days,
        })
    };
    requests.into_iter().filter_map(late).collect()
}

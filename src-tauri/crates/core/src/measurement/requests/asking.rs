//! Making and changing data requests: what is asked, and the steps from draft to accepted.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{DataRequest, RequestedCell};
use crate::{
    Context, DataRequestId, Day, Done, Error, GroupId, Id, MeasureId, Op, PlaceId, Reason, Record,
    RequestedCellId, Result, Workbook,
    measurement::{Calculation, Frequency, Group, Measure, Period},
    storage::{self, Entry},
};

/// A figure to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// Of which measure.
    pub measure: MeasureId,
    /// For which place.
    pub place: Option<PlaceId>,
    /// For which group.
    pub group: Option<GroupId>,
    /// For which period.
    pub period: Period,
}

/// What to ask for, before it is spelled out figure by figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WantedChoice {
    /// Measures, each with its periods; none for the latest that has ended.
    pub measures: Vec<(MeasureId, Vec<Period>)>,
    /// Every group of this breakdown, beside everyone.
    pub breakdown: Option<crate::BreakdownId>,
    /// These places, beside the whole place.
    pub places: Vec<PlaceId>,
}

/// A step of a data request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequestMark {
    /// It was sent.
    Sent,
    /// Its figures are accepted.
    Accepted,
    /// It is no longer wanted.
    Withdrawn,
    /// It is wanted after all.
    TakenUp,
}

impl Workbook {
    /// Adds a data request with the figures it asks for.
    ///
    /// # Errors
    /// A title that cannot be kept; nothing asked for.
    pub fn add_data_request(
        &mut self,
        request: DataRequest,
        wanted: &[Wanted],
        context: &Context,
    ) -> Result<Done<DataRequestId>> {
        let done = self.add_data_requests(vec![(request, wanted.to_vec())], context)?;
        let id = done.value.first().copied().ok_or(Error::NotFound)?;
        Ok(Done {
            value: id,
            topics: done.topics,
            operation: done.operation,
        })
    }

    /// Adds data requests to several partners as one step. Each gets a token of its own.
    ///
    /// # Errors
    /// A title that cannot be kept; a request that asks for nothing.
    pub fn add_data_requests(
        &mut self,
        mut requests: Vec<(DataRequest, Vec<Wanted>)>,
        context: &Context,
    ) -> Result<Done<Vec<DataRequestId>>> {
        let nothing = || Error::Invalid {
            field: "measures",
            reason: Reason::Empty,
        };
        let mut label = requests.first().ok_or_else(nothing)?.0.label();
        for (request, wanted) in &mut requests {
            request.clean();
            request.validate()?;
            if wanted.is_empty() {
                return Err(nothing());
            }
        }
        if requests.len() > 1 {
            label = format!("{label} ({})", requests.len());
        }
        self.transact(Op::AddDataRequest, &label, context, |tx| {
            let mut ids = Vec::new();
            for (mut request, wanted) in requests {
                let id = DataRequestId::new(context.now_ms);
                if request.token.is_empty() {
                    request.token = id.to_string();
                }
                storage::insert(tx, id, &request)?;
                for (position, wanted) in (0..).zip(wanted) {
                    let cell = asked(id, wanted, position);
                    storage::insert(tx, RequestedCellId::new(context.now_ms), &cell)?;
                }
                ids.push(id);
            }
            Ok(ids)
        })
    }

    /// Changes a data request. Figures that are asked for still keep their place in files
    /// made before; where others are asked for now, the version goes up by one.
    ///
    /// # Errors
    /// A title that cannot be kept, nothing asked for, a request that is gone.
    pub fn change_data_request(
        &mut self,
        id: DataRequestId,
        mut request: DataRequest,
        wanted: &[Wanted],
        context: &Context,
    ) -> Result<Done<()>> {
        request.clean();
        request.validate()?;
        if wanted.is_empty() {
            return Err(Error::Invalid {
                field: "measures",
                reason: Reason::Empty,
            });
        }
        let before: DataRequest = self.get(id)?;
        let cells = self.requested_cells(id)?;
        let is_same = cells.len() == wanted.len()
            && cells
                .iter()
                .zip(wanted)
                .all(|(cell, wanted)| cell.record.wanted() == *wanted);
        request.token = before.token;
        request.version = before.version + u32::from(!is_same);
        self.transact(Op::ChangeDataRequest, &request.label(), context, |tx| {
            storage::update(tx, id, &request)?;
            if is_same {
                return Ok(());
            }
            let mut kept = BTreeSet::new();
            for (position, wanted) in (0..).zip(wanted) {
                let cell = asked(id, *wanted, position);
                let known = cells
                    .iter()
                    .find(|cell| cell.record.wanted() == *wanted && !kept.contains(&cell.id));
                match known {
                    Some(known) => {
                        kept.insert(known.id);
                        storage::update(tx, known.id, &cell)?;
                    }
                    None => storage::insert(tx, RequestedCellId::new(context.now_ms), &cell)?,
                }
            }
            for gone in cells.iter().filter(|cell| !kept.contains(&cell.id)) {
                storage::delete::<RequestedCell>(tx, gone.id)?;
            }
            Ok(())
        })
    }

    /// Takes data requests one step on, or back into the open, as one step.
    ///
    /// # Errors
    /// A request that is gone; one accepted before anything came back. Then none is changed.
    pub fn mark_data_requests(
        &mut self,
        ids: &[DataRequestId],
        mark: RequestMark,
        context: &Context,
    ) -> Result<Done<()>> {
        let today = Some(Day(context.today));
        let mut marked = Vec::new();
        for id in ids {
            let mut request: DataRequest = self.get(*id)?;
            match mark {
                RequestMark::Sent => request.sent_on = today,
                RequestMark::Accepted if request.received_on.is_none() => {
                    return Err(Error::Conflict(Reason::Incomplete));
                }
                RequestMark::Accepted => request.accepted_on = today,
                RequestMark::Withdrawn => request.withdrawn_on = today,
                RequestMark::TakenUp => {
                    request.withdrawn_on = None;
                    request.accepted_on = None;
                }
            }
            marked.push((*id, request));
        }
        let label = match marked.as_slice() {
            [] => return Err(Error::NotFound),
            [(_, request)] => request.label(),
            [(_, request), ..] => format!("{} ({})", request.label(), marked.len()),
        };
        self.transact(Op::ChangeDataRequest, &label, context, |tx| {
            marked
                .iter()
                .try_for_each(|(id, request)| storage::update(tx, *id, request))
        })
    }

    /// What a data request asks for, in order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn requested_cells(&self, request: DataRequestId) -> Result<Vec<Entry<RequestedCell>>> {
        storage::list_of(self.db(), "request_id", &request)
    }

    /// Spells out figure by figure what a choice asks for: measure by measure, everyone
    /// first, then places, then groups, each period after period.
    ///
    /// # Errors
    /// A measure that is gone, or is calculated from others and so asked of nobody.
    pub fn wanted(&self, choice: &WantedChoice, today: NaiveDate) -> Result<Vec<Wanted>> {
        let mut groups: Vec<Entry<Group>> = self.list()?;
        groups.retain(|group| Some(group.record.breakdown_id) == choice.breakdown);
        let places = choice.places.iter().map(|place| (Some(*place), None));
        let split = groups.iter().map(|group| (None, Some(group.id)));
        let whom: Vec<_> = std::iter::once((None, None))
            .chain(places)
            .chain(split)
            .collect();
        let mut wanted = Vec::new();
        for (id, periods) in &choice.measures {
            let measure: Measure = self.get(*id)?;
            if measure.calculation != Calculation::Entered {
                return Err(Error::Invalid {
                    field: "measures",
                    reason: Reason::OutOfRange,
                });
            }
            let latest = [measure.frequency.latest_ended(today)];
            let periods = if periods.is_empty() {
                latest.as_slice()
            } else {
                periods.as_slice()
            };
            for (place, group) in &whom {
                wanted.extend(periods.iter().map(|period| Wanted {
                    measure: *id,
                    place: *place,
                    group: *group,
                    period: *period,
                }));
            }
        }
        Ok(wanted)
    }
}

impl RequestedCell {
    /// What it asks for.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        Wanted {
            measure: self.measure_id,
            place: self.place_id,
            group: self.group_id,
            period: self.period,
        }
    }
}

impl Frequency {
    /// The latest period of this rhythm that has ended by `today`; calendar years where
    /// readings come now and then.
    #[must_use]
    pub fn latest_ended(self, today: NaiveDate) -> Period {
        let kind = match self {
            Self::Monthly => Period::Month(0, 1),
            Self::Quarterly => Period::Quarter(0, 1),
            Self::SchoolYear => Period::SchoolYear(0),
            Self::CalendarYear | Self::Irregular => Period::Year(0),
            Self::FiscalYear => Period::FiscalYear(0),
        };
        kind.holding(today).step(-1)
    }
}

fn asked(request_id: DataRequestId, wanted: Wanted, position: i64) -> RequestedCell {
    RequestedCell {
        request_id,
        measure_id: wanted.measure,
        place_id: wanted.place,
        group_id: wanted.group,
        period: wanted.period,
        position,
    }
}

//! Data requests: which figures are asked of which partner, by when, and where that stands.

use chrono::NaiveDate;

use super::Period;
use crate::{
    Context, DataRequestId, Day, Done, GroupId, Id, MeasureId, Op, PartnerId, PlaceId, Record,
    RequestedCellId, Result, Workbook,
    storage::{self, LONGEST_TEXT, record, require_length, require_name},
};

record! {
    /// A data request to one partner.
    DataRequest, DataRequestId, "data_requests", order "due, title",
    AddDataRequest ChangeDataRequest RemoveDataRequest {
        /// Who is asked.
        partner_id: PartnerId,
        /// What people call it.
        title: String,
        /// By when.
        due: Day,
        /// When it was sent.
        sent_on: Option<Day>,
        /// When figures came back.
        received_on: Option<Day>,
        /// When they were accepted.
        accepted_on: Option<Day>,
        /// When it was withdrawn.
        withdrawn_on: Option<Day>,
        /// By what a returned file is recognized.
        token: String,
        /// How often what is asked for has been changed, counted from 1.
        version: u32,
        /// What else to tell the partner.
        note: String,
    }
    label(this) this.title.clone();
    validate(this) {
        require_name("title", &this.title)?;
        require_length("note", &this.note, LONGEST_TEXT)
    };
}

record! {
    /// A figure that is asked for.
    RequestedCell, RequestedCellId, "data_request_cells", order "position",
    ChangeDataRequest ChangeDataRequest ChangeDataRequest {
        /// Its request.
        request_id: DataRequestId,
        /// Of which measure.
        measure_id: MeasureId,
        /// For which place.
        place_id: Option<PlaceId>,
        /// For which group.
        group_id: Option<GroupId>,
        /// For which period.
        period: Period,
        /// Place in the list.
        position: i64,
    }
    label(this) this.period.label();
    validate(_this) Ok(());
}

/// Where a data request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequestStanding {
    /// Made but not sent.
    Draft,
    /// Sent, and not yet due.
    Due,
    /// Sent, and due.
    Late,
    /// Figures came back and wait to be accepted.
    Received,
    /// Figures were accepted.
    Accepted,
    /// No longer wanted.
    Withdrawn,
}

impl DataRequest {
    /// Where it stands on `today`.
    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> RequestStanding {
        if self.withdrawn_on.is_some() {
            RequestStanding::Withdrawn
        } else if self.accepted_on.is_some() {
            RequestStanding::Accepted
        } else if self.received_on.is_some() {
            RequestStanding::Received
        } else if self.sent_on.is_none() {
            RequestStanding::Draft
        } else if self.due.0 < today {
            RequestStanding::Late
        } else {
            RequestStanding::Due
        }
    }

    /// Whether it was answered after its day, or is not answered though that is past.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.sent_on.is_some() && self.received_on.map_or(today, |day| day.0) > self.due.0
    }
}

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

impl Workbook {
    /// Adds a data request with the figures it asks for.
    ///
    /// # Errors
    /// A title that cannot be kept.
    pub fn add_data_request(
        &mut self,
        mut request: DataRequest,
        wanted: &[Wanted],
        context: &Context,
    ) -> Result<Done<DataRequestId>> {
        request.clean();
        request.validate()?;
        let id = DataRequestId::new(context.now_ms);
        self.transact(Op::AddDataRequest, &request.label(), context, |tx| {
            storage::insert(tx, id, &request)?;
            for (position, wanted) in (0..).zip(wanted) {
                let cell = RequestedCell {
                    request_id: id,
                    measure_id: wanted.measure,
                    place_id: wanted.place,
                    group_id: wanted.group,
                    period: wanted.period,
                    position,
                };
                storage::insert(tx, RequestedCellId::new(context.now_ms), &cell)?;
            }
            Ok(id)
        })
    }

    /// What a data request asks for, in order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn requested_cells(&self, request: DataRequestId) -> Result<Vec<RequestedCell>> {
        let found = storage::list_of::<RequestedCell>(self.db(), "request_id", &request)?;
        Ok(found.into_iter().map(|entry| entry.record).collect())
    }
}

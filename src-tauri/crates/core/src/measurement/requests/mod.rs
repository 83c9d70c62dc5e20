//! Data requests: which figures are asked of which partner, by when, and where that stands.

mod asking;
mod proposals;
mod returning;
mod suppliers;

use chrono::NaiveDate;

use super::Period;
use crate::{
    DataRequestId, Day, GroupId, MeasureId, PartnerId, PlaceId,
    storage::{LONGEST_TEXT, record, require_length, require_name},
};

pub use asking::{RequestMark, Wanted, WantedChoice};
pub use proposals::{ProposalReason, RequestProposal};
pub use returning::{DataReturn, NewFinding, NewReturn, ReturnFinding, TakenReading};
pub use suppliers::{Suppliers, SupplyRates};

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

impl RequestStanding {
    /// Every standing, those that need attention first.
    pub const ALL: &'static [Self] = &[
        Self::Late,
        Self::Received,
        Self::Due,
        Self::Draft,
        Self::Accepted,
        Self::Withdrawn,
    ];

    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Due => "due",
            Self::Late => "late",
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl DataRequest {
    /// A request to a partner, neither sent nor answered.
    #[must_use]
    pub fn to(partner_id: PartnerId, title: &str, due: NaiveDate) -> Self {
        Self {
            partner_id,
            title: title.to_owned(),
            due: Day(due),
            sent_on: None,
            received_on: None,
            accepted_on: None,
            withdrawn_on: None,
            token: String::new(),
            version: 1,
            note: String::new(),
        }
    }

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

    /// Days since it was due; none unless it is late.
    #[must_use]
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        (self.standing(today) == RequestStanding::Late).then(|| (today - self.due.0).num_days())
    }

    /// Whether it was answered after its day, or is not answered though that is past.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.sent_on.is_some() && self.received_on.map_or(today, |day| day.0) > self.due.0
    }
}

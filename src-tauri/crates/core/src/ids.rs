//! Ids: UUIDv7, so that two laptops never make the same one; a type per noun, so that
//! one noun's id is never taken for another's.

use std::{cell::Cell, fmt, str::FromStr};

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use uuid::{ContextV7, Timestamp, Uuid};

use crate::{Error, Result};

/// What all ids can do.
pub trait Id: Copy + Eq + std::hash::Hash + fmt::Display + ToSql + FromSql + 'static {
    /// A new id of the instant `now_ms`, later than all made before on this thread.
    fn new(now_ms: i64) -> Self;
    /// Reads the hyphenated form.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a text that names nothing.
    fn parse(text: &str) -> Result<Self>;
}

thread_local! {
    static ORDER: ContextV7 = const { ContextV7::new() };
    static LATEST: Cell<i64> = const { Cell::new(0) };
}

fn fresh(now_ms: i64) -> Uuid {
    let at = LATEST.with(|latest| {
        let at = now_ms.max(latest.get());
        latest.set(at);
        at
    });
    let seconds = u64::try_from(at / 1_000).unwrap_or(0);
    let nanos = u32::try_from(at % 1_000).unwrap_or(0) * 1_000_000;
    ORDER.with(|order| Uuid::new_v7(Timestamp::from_unix(order, seconds, nanos)))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl Id for $name {
            fn new(now_ms: i64) -> Self {
                Self(fresh(now_ms))
            }
            fn parse(text: &str) -> Result<Self> {
                Uuid::from_str(text).map(Self).map_err(|_| Error::NotFound)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let bytes = value.as_blob()?;
                Uuid::from_slice(bytes).map(Self).map_err(|error| FromSqlError::Other(error.into()))
            }
        }
    )*};
}

ids! {
    /// Names the initiative.
    InitiativeId,
    /// Names a version of the agenda.
    AgendaId,
    /// Names a result as it stood in an adopted version.
    AgendaResultId,
    /// Names a partner's signature under a version.
    EndorsementId,
    /// Names a result.
    ResultId,
    /// Names a strategy.
    StrategyId,
    /// Names a partner.
    PartnerId,
    /// Names a person.
    PersonId,
    /// Names a measure.
    MeasureId,
    /// Names a baseline.
    BaselineId,
    /// Names a target.
    TargetId,
    /// Names a note on the time axis.
    AnnotationId,
    /// Names a place.
    PlaceId,
    /// Names a breakdown.
    BreakdownId,
    /// Names a group of a breakdown.
    GroupId,
    /// Names an import.
    ImportId,
    /// Names a part of a calculated measure.
    MeasurePartId,
    /// Names a contribution of a performance measure to an indicator.
    ContributionId,
    /// Names a comparison with another measure.
    ComparisonId,
    /// Names an entry of the definition ledger.
    DefinitionChangeId,
    /// Names the story of one period.
    StoryId,
    /// Names a test of change.
    TestOfChangeId,
    /// Names a closed period.
    ClosedPeriodId,
    /// Names a remembered mapping.
    ImportMappingId,
    /// Names a data request.
    DataRequestId,
    /// Names a cell that is asked for.
    RequestedCellId,
    /// Names a file that came back for a data request.
    DataReturnId,
    /// Names something noticed in it.
    ReturnFindingId,
    /// Names the small-number rule of an audience.
    AudienceRuleId,
    /// Names an entry of the disclosure log.
    DisclosureId,
    /// Names an activity.
    ActivityId,
    /// Names a milestone.
    MilestoneId,
    /// Names a tie between activities.
    ActivityLinkId,
    /// Names what an activity needs.
    ActivityResourceId,
    /// Names a risk.
    RiskId,
    /// Names an entry of an activity's log.
    ActivityUpdateId,
    /// Names a meeting.
    MeetingId,
    /// Names a decision.
    DecisionId,
    /// Names an action item.
    ActionItemId,
    /// Names a population.
    PopulationId,
    /// Names a sector.
    SectorId,
    /// Names a type of partner.
    PartnerTypeId,
    /// Names an entry of a partner's status history.
    StatusEntryId,
    /// Names a commitment.
    CommitmentId,
    /// Names a touchpoint.
    TouchpointId,
    /// Names a tag.
    TagId,
    /// Names a saved view.
    SavedViewId,
    /// Names a place in the drawing of the network.
    NetworkPositionId,
    /// Names a working group.
    WorkingGroupId,
    /// Names a seat in a working group.
    MembershipId,
    /// Names an attendance at a meeting.
    AttendanceId,
    /// Names an operation of the change log.
    OperationId,
}

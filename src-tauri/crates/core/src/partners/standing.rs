//! Where a partner stands and stood, and what it signed up to.

use chrono::{Days, NaiveDate};

use super::PartnerStatus;
use crate::{
    Day, Error, PartnerId, Reason,
    storage::{LONGEST_TEXT, choice, record, require_length, require_name},
};

record! {
    /// Since when a partner had a status.
    StatusEntry, StatusEntryId, "partner_statuses", order "since DESC, id DESC", AddStatusEntry ChangeStatusEntry RemoveStatusEntry {
        /// The partner.
        partner_id: PartnerId,
        /// The status.
        status: PartnerStatus,
        /// Since when.
        since: Day,
        /// Why, in the team's words.
        note: String,
    }
    label(this) this.status.word().to_owned();
    validate(this) require_length("note", &this.note, LONGEST_TEXT);
}

choice! {
    /// What a partner signed up to.
    CommitmentKind {
        /// A memorandum of understanding.
        Mou = "mou",
        /// Sharing of data.
        Data = "data",
        /// Money.
        Money = "money",
        /// Staff, rooms, goods.
        InKind = "in_kind",
        /// Anything else.
        Other = "other",
    }
}

record! {
    /// What a partner signed up to, and until when.
    Commitment, CommitmentId, "commitments", order "expires_on IS NULL, expires_on, title", AddCommitment ChangeCommitment RemoveCommitment {
        /// The partner.
        partner_id: PartnerId,
        /// What kind it is.
        kind: CommitmentKind,
        /// What it says, in a few words.
        title: String,
        /// When it was signed.
        signed_on: Option<Day>,
        /// The last day it holds; none where it has no end.
        expires_on: Option<Day>,
        /// Notes.
        note: String,
    }
    label(this) this.title.clone();
    validate(this) {
        require_name("title", &this.title)?;
        require_length("note", &this.note, LONGEST_TEXT)?;
        if this.signed_on.zip(this.expires_on).is_some_and(|(signed, expires)| expires < signed) {
            return Err(Error::Invalid { field: "expires_on", reason: Reason::BeforeStart });
        }
        Ok(())
    };
}

/// How a commitment stands against its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expiry {
    /// Its last day is past.
    Expired,
    /// Its last day is within [`SOON_DAYS`].
    Soon,
    /// It holds.
    Holds,
}

/// A commitment that ends within so many days is worth speaking about.
pub const SOON_DAYS: u64 = 90;

impl Expiry {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Soon => "soon",
            Self::Holds => "holds",
        }
    }
}

impl Commitment {
    /// How it stands on `today`; its last day still counts.
    #[must_use]
    pub fn expiry(&self, today: NaiveDate) -> Expiry {
        let soon = today
            .checked_add_days(Days::new(SOON_DAYS))
            .unwrap_or(today);
        match self.expires_on {
            Some(Day(last)) if last < today => Expiry::Expired,
            Some(Day(last)) if last <= soon => Expiry::Soon,
            _ => Expiry::Holds,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Id as _;

    #[test]
    fn a_commitment_holds_through_its_last_day() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let ends = |on: Option<&str>| {
            let commitment = Commitment {
                partner_id: PartnerId::new(0),
                kind: CommitmentKind::Mou,
                title: "Data sharing".to_owned(),
                signed_on: None,
                expires_on: on.map(|on| Day(on.parse().unwrap())),
                note: String::new(),
            };
            commitment.expiry(today)
        };
        assert_eq!(ends(Some("2026-11-23")), Expiry::Expired);
        assert_eq!(ends(Some("2026-11-24")), Expiry::Soon, "today still counts");
        assert_eq!(ends(Some("2027-02-22")), Expiry::Soon, "90 days ahead");
        assert_eq!(ends(Some("2027-02-23")), Expiry::Holds);
        assert_eq!(ends(None), Expiry::Holds, "what has no end does not expire");
    }
}

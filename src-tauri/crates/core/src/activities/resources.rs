//! What an activity needs and who gives it: money, people's time, rooms, goods, figures.

use crate::{
    ActivityId, Error, PartnerId, Reason,
    storage::{choice, record, require_name},
};

choice! {
    /// What kind of thing is given.
    ResourceKind {
        /// Money.
        Money = "money",
        /// People's time.
        Staff = "staff",
        /// Rooms and grounds.
        Space = "space",
        /// Things.
        Goods = "goods",
        /// Figures.
        Data = "data",
        /// Anything else.
        Other = "other",
    }
}

record! {
    /// What an activity needs.
    ActivityResource, ActivityResourceId, "activity_resources", order "id", AddActivityResource ChangeActivityResource RemoveActivityResource {
        /// The activity.
        activity_id: ActivityId,
        /// Who gives it, where that is known.
        partner_id: Option<PartnerId>,
        /// Of what kind it is.
        kind: ResourceKind,
        /// What it is.
        description: String,
        /// Its worth in the smallest unit of its currency.
        amount: Option<i64>,
        /// Whether it is sure to come.
        is_secured: bool,
    }
    label(this) this.description.chars().take(80).collect();
    validate(this) {
        require_name("description", &this.description)?;
        if this.amount.is_some_and(|amount| amount < 0) {
            return Err(Error::Invalid { field: "amount", reason: Reason::OutOfRange });
        }
        Ok(())
    };
}

/// What is needed in money's worth, and how much of it is sure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Worth {
    /// All of it, in the smallest unit of the currency.
    pub needed: i64,
    /// What is sure of it.
    pub secured: i64,
    /// Resources without an amount, which are in neither.
    pub without_amount: u32,
}

/// Adds up the worth of resources. What has no amount is counted, never taken as 0.
#[must_use]
pub fn worth<'a>(resources: impl IntoIterator<Item = &'a ActivityResource>) -> Worth {
    let mut worth = Worth::default();
    for resource in resources {
        match resource.amount {
            None => worth.without_amount += 1,
            Some(amount) => {
                worth.needed = worth.needed.saturating_add(amount);
                if resource.is_secured {
                    worth.secured = worth.secured.saturating_add(amount);
                }
            }
        }
    }
    worth
}

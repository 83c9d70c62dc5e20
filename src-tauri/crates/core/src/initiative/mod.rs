//! The initiative itself: one record a file.

use rust_decimal::Decimal;

use crate::{
    Context, Done, Error, Figure, Op, Reason, Result, Workbook,
    storage::{self, choice, record, require_length, require_name},
};

choice! {
    /// The rule whose answer is shown as a measure's status.
    StatusRule {
        /// Position against the path to a dated target.
        Path = "path",
        /// Movement since the baseline toward the target.
        Movement = "movement",
        /// Pace toward a dated target.
        Pace = "pace",
    }
}

record! {
    /// The initiative a file holds.
    Initiative, InitiativeId, "initiatives", order "name", CreateInitiative ChangeInitiative ChangeInitiative {
        /// Its name.
        name: String,
        /// Who runs the backbone.
        backbone_organization: String,
        /// The community it serves.
        geography: String,
        /// Whether its figures are invented for demonstration.
        is_sample: bool,
        /// Share of the way to a target that a measure may be short and still be watched.
        watch_share: Figure,
        /// The rule whose answer is shown as a measure's status.
        status_rule: StatusRule,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("backbone_organization", &this.backbone_organization, storage::LONGEST_NAME)?;
        require_length("geography", &this.geography, storage::LONGEST_NAME)?;
        if this.watch_share.0 < Decimal::ZERO || this.watch_share.0 > Decimal::ONE {
            return Err(Error::Invalid { field: "watch_share", reason: Reason::OutOfRange });
        }
        Ok(())
    };
}

impl Initiative {
    /// A new initiative with the usual threshold of a quarter.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            backbone_organization: String::new(),
            geography: String::new(),
            is_sample: false,
            watch_share: Figure(Decimal::new(25, 2)),
            status_rule: StatusRule::Path,
        }
    }
}

impl Workbook {
    /// The initiative.
    ///
    /// # Errors
    /// Reading the file.
    pub fn initiative(&self) -> Result<Initiative> {
        let found = storage::list::<Initiative>(self.db())?;
        found
            .into_iter()
            .next()
            .map(|entry| entry.record)
            .ok_or(Error::NotFound)
    }

    /// Changes the initiative.
    ///
    /// # Errors
    /// A field that cannot be kept.
    pub fn change_initiative(
        &mut self,
        mut initiative: Initiative,
        context: &Context,
    ) -> Result<Done<()>> {
        storage::Record::clean(&mut initiative);
        storage::Record::validate(&initiative)?;
        let entry = storage::list::<Initiative>(self.db())?
            .into_iter()
            .next()
            .ok_or(Error::NotFound)?;
        let label = initiative.name.clone();
        self.transact(Op::ChangeInitiative, &label, context, |tx| {
            storage::update(tx, entry.id, &initiative)
        })
    }
}

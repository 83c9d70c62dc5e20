//! Risks: what could go wrong, how likely, with what effect, and what is done about it.

use super::milestones::not_ahead;
use crate::{
    ActivityId, Context, Day, Done, Error, Op, Reason, Record, Result, RiskId, Workbook,
    storage::{self, LONGEST_TEXT, record, require_length, require_name},
};

record! {
    /// What could go wrong with an activity, or with the initiative as a whole.
    Risk, RiskId, "risks", order "closed_on IS NOT NULL, likelihood * effect DESC, raised_on, id", AddRisk ChangeRisk RemoveRisk {
        /// The activity; none for the initiative as a whole.
        activity_id: Option<ActivityId>,
        /// What could go wrong.
        title: String,
        /// How likely, 1 (hardly) to 5 (almost sure).
        likelihood: u8,
        /// With what effect, 1 (small) to 5 (it would end the work).
        effect: u8,
        /// Who watches it.
        owner: String,
        /// What is done about it.
        response: String,
        /// Since when it is seen.
        raised_on: Day,
        /// Since when it is no risk any more; none as long as it is one.
        closed_on: Option<Day>,
    }
    label(this) this.title.clone();
    validate(this) {
        require_name("title", &this.title)?;
        require_length("owner", &this.owner, LONGEST_TEXT)?;
        require_length("response", &this.response, LONGEST_TEXT)?;
        for (field, step) in [("likelihood", this.likelihood), ("effect", this.effect)] {
            if !(1..=5).contains(&step) {
                return Err(Error::Invalid { field, reason: Reason::OutOfRange });
            }
        }
        if this.closed_on.is_some_and(|closed| closed < this.raised_on) {
            return Err(Error::Invalid { field: "closed_on", reason: Reason::BeforeStart });
        }
        Ok(())
    };
}

/// How much a risk weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskLevel {
    /// 1 to 5 of 25.
    Low,
    /// 6 to 11.
    Middle,
    /// 12 and more.
    High,
}

impl RiskLevel {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }
}

impl Risk {
    /// Likelihood times effect, 1 to 25.
    #[must_use]
    pub fn weight(&self) -> u8 {
        self.likelihood.saturating_mul(self.effect)
    }

    /// How much it weighs.
    #[must_use]
    pub fn level(&self) -> RiskLevel {
        match self.weight() {
            ..6 => RiskLevel::Low,
            6..12 => RiskLevel::Middle,
            12.. => RiskLevel::High,
        }
    }

    /// Whether it is still one.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }
}

impl Workbook {
    /// Adds a risk.
    ///
    /// # Errors
    /// A field that cannot be kept; a day it was over that has not come yet.
    pub fn add_risk(&mut self, risk: Risk, context: &Context) -> Result<Done<RiskId>> {
        not_ahead("closed_on", risk.closed_on, context)?;
        self.add(risk, context)
    }

    /// Changes a risk.
    ///
    /// # Errors
    /// As [`Self::add_risk`]; a risk that is gone.
    pub fn change_risk(&mut self, id: RiskId, risk: Risk, context: &Context) -> Result<Done<()>> {
        not_ahead("closed_on", risk.closed_on, context)?;
        self.change(id, risk, context)
    }

    /// Says on which day a risk was over, or that it is not over after all.
    ///
    /// # Errors
    /// A day before it was seen or that has not come yet; a risk that is gone.
    pub fn close_risk(
        &mut self,
        id: RiskId,
        closed_on: Option<Day>,
        context: &Context,
    ) -> Result<Done<()>> {
        not_ahead("closed_on", closed_on, context)?;
        let risk = Risk {
            closed_on,
            ..self.get(id)?
        };
        risk.validate()?;
        self.transact(Op::CloseRisk, &risk.label(), context, |tx| {
            storage::update(tx, id, &risk)
        })
    }
}

//! What is hidden from whom: the small-number rule of each audience, and the log of what
//! was hidden when figures left the file.

use crate::{
    AudienceRuleId, Context, DisclosureId, Done, Id, Op, Record, Result, Workbook,
    storage::{self, LONGEST_TEXT, choice, record, require_length},
};

choice! {
    /// Whom figures are meant for.
    Audience {
        /// The backbone team and those bound like it.
        Internal = "internal",
        /// Partners.
        Partners = "partners",
        /// Everyone.
        Public = "public",
    }
}

record! {
    /// How small numbers are protected for one audience.
    AudienceRule, AudienceRuleId, "audience_rules", order "audience",
    SetAudienceRule SetAudienceRule SetAudienceRule {
        /// The audience.
        audience: Audience,
        /// Fewer people than this are not shown; none shows all.
        denominator_floor: Option<u32>,
        /// Fewer events than this are not shown; none shows all.
        numerator_floor: Option<u32>,
        /// Whether percentages above 95 and below 5 are shown as such only.
        codes_tails: bool,
    }
    label(this) this.audience.word().to_owned();
    validate(_this) Ok(());
}

impl AudienceRule {
    /// Whether it hides anything at all.
    #[must_use]
    pub fn protects(&self) -> bool {
        self.denominator_floor.is_some() || self.numerator_floor.is_some() || self.codes_tails
    }

    /// The rule of an audience that has none of its own: the team sees everything, others
    /// nothing on fewer than ten people, and the public no extreme percentages.
    #[must_use]
    pub fn usual(audience: Audience) -> Self {
        let is_internal = audience == Audience::Internal;
        Self {
            audience,
            denominator_floor: (!is_internal).then_some(10),
            numerator_floor: None,
            codes_tails: audience == Audience::Public,
        }
    }
}

record! {
    /// What was shown and hidden when figures left the file.
    Disclosure, DisclosureId, "disclosures", order "at_ms",
    LogDisclosure LogDisclosure LogDisclosure {
        /// When, in UTC milliseconds.
        at_ms: i64,
        /// Who let them out.
        author: String,
        /// To whom.
        audience: Audience,
        /// In what, such as “Board report”.
        what: String,
        /// How many figures were shown.
        shown: i64,
        /// How many were hidden.
        hidden: i64,
        /// Which were hidden and why, a line each.
        detail: String,
    }
    label(this) this.what.clone();
    validate(this) require_length("detail", &this.detail, LONGEST_TEXT);
}

impl Workbook {
    /// The small-number rule of an audience.
    ///
    /// # Errors
    /// Reading the file.
    pub fn audience_rule(&self, audience: Audience) -> Result<AudienceRule> {
        let found = storage::list_of::<AudienceRule>(self.db(), "audience", &audience)?;
        Ok(found
            .into_iter()
            .next()
            .map_or_else(|| AudienceRule::usual(audience), |entry| entry.record))
    }

    /// Sets the small-number rule of an audience.
    ///
    /// # Errors
    /// Writing the file.
    pub fn set_audience_rule(
        &mut self,
        rule: &AudienceRule,
        context: &Context,
    ) -> Result<Done<()>> {
        let known = storage::list_of::<AudienceRule>(self.db(), "audience", &rule.audience)?;
        self.transact(
            Op::SetAudienceRule,
            &rule.label(),
            context,
            |tx| match known.first() {
                Some(entry) => storage::update(tx, entry.id, rule),
                None => storage::insert(tx, AudienceRuleId::new(context.now_ms), rule),
            },
        )
    }

    /// Keeps in the log what was shown and hidden. It cannot be taken back: what has left
    /// the file has left it.
    ///
    /// # Errors
    /// Writing the file.
    pub fn log_disclosure(&mut self, mut entry: Disclosure, context: &Context) -> Result<Done<()>> {
        entry.clean();
        entry.validate()?;
        self.transact_aside(Op::LogDisclosure, &entry.label(), context, |tx| {
            storage::insert(tx, DisclosureId::new(context.now_ms), &entry)
        })
    }
}

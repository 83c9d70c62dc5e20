//! Touchpoints: a call, visit or letter with a partner.

use crate::{
    Day, Error, PartnerId, PersonId, Reason,
    storage::{LONGEST_TEXT, choice, record, require_length, require_name},
};

choice! {
    /// How people were in touch.
    Channel {
        /// By phone or video.
        Call = "call",
        /// In person.
        Visit = "visit",
        /// By e-mail.
        Email = "email",
        /// By text message or chat.
        Message = "message",
        /// At an event.
        Event = "event",
        /// Otherwise.
        Other = "other",
    }
}

record! {
    /// A call, visit or letter with a partner.
    Touchpoint, TouchpointId, "touchpoints", order "date DESC, id DESC", AddTouchpoint ChangeTouchpoint RemoveTouchpoint {
        /// The partner.
        partner_id: PartnerId,
        /// With whom, where that is kept.
        person_id: Option<PersonId>,
        /// On which day.
        date: Day,
        /// How.
        channel: Channel,
        /// What it was about.
        summary: String,
        /// How much trust there was, 1 (little) to 4 (much), where someone noted it.
        trust: Option<u8>,
    }
    label(this) this.summary.chars().take(80).collect();
    validate(this) {
        require_name("summary", &this.summary)?;
        require_length("summary", &this.summary, LONGEST_TEXT)?;
        if this.trust.is_some_and(|trust| !(1..=4).contains(&trust)) {
            return Err(Error::Invalid { field: "trust", reason: Reason::OutOfRange });
        }
        Ok(())
    };
}

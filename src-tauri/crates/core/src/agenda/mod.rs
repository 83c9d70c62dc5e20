//! Common Agenda: its versions, who signed them, results, and the strategies that are to
//! move them.

mod endorsements;
mod versions;

pub use endorsements::{Endorsement, Signature};
pub use versions::{AgendaPart, AgendaResult, AgendaVersion};

use crate::{
    Day, ResultId,
    storage::{LONGEST_NAME, LONGEST_TEXT, record, require_length, require_name},
};

record! {
    /// One version of the agenda: a draft, or adopted on a day and never changed after.
    Agenda, AgendaId, "agendas", order "version, id", WriteAgenda WriteAgenda DiscardAgendaDraft {
        /// What we want to be true. Markdown, as all texts here.
        vision: String,
        /// What stands in the way.
        problem: String,
        /// For whom.
        population: String,
        /// Where.
        geography: String,
        /// What belongs to it.
        scope_in: String,
        /// What does not.
        scope_out: String,
        /// How we work.
        principles: String,
        /// When it was adopted; a draft before.
        adopted_on: Option<Day>,
        /// Its number, from 1.
        version: i64,
        /// What is new in it, in a sentence or two.
        note: String,
    }
    label(_this) String::new();
    validate(this) {
        for part in AgendaPart::ALL {
            require_length(part.field(), this.text(*part), LONGEST_TEXT)?;
        }
        require_length("note", &this.note, LONGEST_TEXT)
    };
}

impl Agenda {
    /// An agenda nobody has written yet.
    #[must_use]
    pub fn unwritten() -> Self {
        Self {
            vision: String::new(),
            problem: String::new(),
            population: String::new(),
            geography: String::new(),
            scope_in: String::new(),
            scope_out: String::new(),
            principles: String::new(),
            adopted_on: None,
            version: 1,
            note: String::new(),
        }
    }

    /// Whether nobody has adopted it yet.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.adopted_on.is_none()
    }
}

record! {
    /// A condition of well-being for a population, in plain words.
    WantedResult, ResultId, "results", order "position, name", AddResult ChangeResult RemoveResult {
        /// The condition.
        name: String,
        /// For whom.
        population: String,
        /// Place in the list.
        position: i64,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("population", &this.population, LONGEST_NAME)
    };
}

record! {
    /// How a result is to be moved.
    Strategy, StrategyId, "strategies", order "position, name", AddStrategy ChangeStrategy RemoveStrategy {
        /// The result it is to move.
        result_id: ResultId,
        /// Its name.
        name: String,
        /// In a sentence or two.
        description: String,
        /// Place in the list.
        position: i64,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("description", &this.description, LONGEST_TEXT)
    };
}

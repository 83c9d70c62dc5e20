//! Common Agenda: its texts, results, and the strategies that are to move them.

use crate::{
    Context, Day, Done, Id, Op, Result, ResultId, Workbook,
    storage::{self, LONGEST_NAME, LONGEST_TEXT, record, require_length, require_name},
};

record! {
    /// The texts of the agenda; one record a file.
    Agenda, AgendaId, "agendas", order "id", WriteAgenda WriteAgenda WriteAgenda {
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
    }
    label(_this) String::new();
    validate(this) {
        for (field, text) in [
            ("vision", &this.vision), ("problem", &this.problem), ("population", &this.population),
            ("geography", &this.geography), ("scope_in", &this.scope_in),
            ("scope_out", &this.scope_out), ("principles", &this.principles),
        ] {
            require_length(field, text, LONGEST_TEXT)?;
        }
        Ok(())
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
        }
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

impl Workbook {
    /// The texts of the agenda.
    ///
    /// # Errors
    /// Reading the file.
    pub fn agenda(&self) -> Result<Agenda> {
        let found = storage::list::<Agenda>(self.db())?.into_iter().next();
        Ok(found.map_or_else(Agenda::unwritten, |entry| entry.record))
    }

    /// Writes the texts of the agenda.
    ///
    /// # Errors
    /// A text that is too long.
    pub fn write_agenda(&mut self, mut agenda: Agenda, context: &Context) -> Result<Done<()>> {
        storage::Record::clean(&mut agenda);
        storage::Record::validate(&agenda)?;
        self.transact(Op::WriteAgenda, "", context, |tx| {
            match storage::list::<Agenda>(tx)?.into_iter().next() {
                Some(entry) => storage::update(tx, entry.id, &agenda),
                None => storage::insert(tx, crate::AgendaId::new(context.now_ms), &agenda),
            }
        })
    }
}

//! What people say and try: stories of single periods, and tests of change.

use super::{Measure, Period};
use crate::{
    Context, Done, Id, MeasureId, Op, Record, Result, StoryId, Workbook,
    storage::{self, LONGEST_TEXT, choice, record, require_length, require_name},
};

record! {
    /// The story behind the curve as it was told for one period. Markdown.
    Story, StoryId, "stories", order "period", WriteStory WriteStory WriteStory {
        /// Its measure.
        measure_id: MeasureId,
        /// The period it was told for.
        period: Period,
        /// What was told.
        text: String,
    }
    label(this) this.period.label();
    validate(this) require_length("text", &this.text, LONGEST_TEXT);
}

choice! {
    /// Where a test of change stands.
    TestStatus {
        /// Not begun.
        Planned = "planned",
        /// Under way.
        Running = "running",
        /// Worked; it is kept.
        Adopted = "adopted",
        /// Worked in part; it goes on in another form.
        Adapted = "adapted",
        /// Did not work; it was given up.
        Abandoned = "abandoned",
    }
}

record! {
    /// A test of change (plan, do, study, act): what was tried, what was predicted, and
    /// what came of it.
    TestOfChange, TestOfChangeId, "tests_of_change", order "starts",
    AddTestOfChange ChangeTestOfChange RemoveTestOfChange {
        /// The measure it is meant to move.
        measure_id: MeasureId,
        /// What is tried.
        name: String,
        /// The period it begins in.
        starts: Period,
        /// The period it ends in.
        ends: Option<Period>,
        /// What is predicted.
        prediction: String,
        /// What came of it.
        result: String,
        /// Where it stands.
        status: TestStatus,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("prediction", &this.prediction, LONGEST_TEXT)?;
        require_length("result", &this.result, LONGEST_TEXT)?;
        if this.ends.is_some_and(|ends| ends < this.starts) {
            return Err(crate::Error::Invalid {
                field: "ends",
                reason: crate::Reason::BeforeStart,
            });
        }
        Ok(())
    };
}

impl Workbook {
    /// The stories of a measure by period, oldest first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn stories(&self, measure: MeasureId) -> Result<Vec<Story>> {
        let found = storage::list_of::<Story>(self.db(), "measure_id", &measure)?;
        let mut stories: Vec<Story> = found.into_iter().map(|entry| entry.record).collect();
        stories.sort_by_key(|story| story.period);
        Ok(stories)
    }

    /// Writes the story of one period; an empty one is removed.
    ///
    /// # Errors
    /// A text that is too long; a measure that is gone.
    pub fn write_story_of(
        &mut self,
        measure: MeasureId,
        period: Period,
        text: &str,
        context: &Context,
    ) -> Result<Done<()>> {
        let label = self.get::<Measure>(measure)?.label();
        let mut story = Story {
            measure_id: measure,
            period,
            text: text.to_owned(),
        };
        story.clean();
        story.validate()?;
        self.transact(Op::WriteStory, &label, context, |tx| {
            let known = storage::list_of::<Story>(tx, "measure_id", &measure)?
                .into_iter()
                .find(|entry| entry.record.period == period);
            match (known, story.text.is_empty()) {
                (Some(entry), true) => storage::delete::<Story>(tx, entry.id),
                (Some(entry), false) => storage::update(tx, entry.id, &story),
                (None, true) => Ok(()),
                (None, false) => storage::insert(tx, StoryId::new(context.now_ms), &story),
            }
        })
    }

    /// The tests of change of a measure, oldest first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn tests_of_change(&self, measure: MeasureId) -> Result<Vec<storage::Entry<TestOfChange>>> {
        let mut found = storage::list_of::<TestOfChange>(self.db(), "measure_id", &measure)?;
        found.sort_by_key(|entry| entry.record.starts);
        Ok(found)
    }
}

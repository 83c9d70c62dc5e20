//! Views of a list that people gave a name.

use crate::{
    Context, Done, Id, Op, Record, Result, SavedViewId, Workbook,
    storage::{self, LONGEST_TEXT, record, require_length, require_name},
};

record! {
    /// Filters, columns and order of a list under a name.
    SavedView, SavedViewId, "saved_views", order "screen, position", KeepView KeepView ForgetView {
        /// The list it is of.
        screen: String,
        /// Its name.
        name: String,
        /// What was chosen, as the screen writes it.
        choices: String,
        /// Place in the list.
        position: i64,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("choices", &this.choices, LONGEST_TEXT)
    };
}

impl Workbook {
    /// Keeps a view under its name; one of the same name is replaced. Stands aside from the
    /// steps people take back.
    ///
    /// # Errors
    /// A name that is empty.
    pub fn keep_view(
        &mut self,
        screen: &str,
        name: &str,
        choices: &str,
        context: &Context,
    ) -> Result<Done<()>> {
        let mut view = SavedView {
            screen: screen.to_owned(),
            name: name.to_owned(),
            choices: choices.to_owned(),
            position: self.next_position::<SavedView>()?,
        };
        view.clean();
        view.validate()?;
        let known = self.list::<SavedView>()?.into_iter().find(|known| {
            known.record.screen == view.screen
                && known.record.name.to_lowercase() == view.name.to_lowercase()
        });
        self.transact_aside(Op::KeepView, &view.label(), context, |tx| match known {
            Some(known) => {
                view.position = known.record.position;
                storage::update(tx, known.id, &view)
            }
            None => storage::insert(tx, SavedViewId::new(context.now_ms), &view),
        })
    }

    /// Forgets a view.
    ///
    /// # Errors
    /// A view that is gone.
    pub fn forget_view(&mut self, id: SavedViewId, context: &Context) -> Result<Done<()>> {
        let label = self.get::<SavedView>(id)?.label();
        self.transact_aside(Op::ForgetView, &label, context, |tx| {
            storage::delete::<SavedView>(tx, id)
        })
    }
}

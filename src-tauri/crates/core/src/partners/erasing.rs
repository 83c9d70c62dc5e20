//! Erasing a person for good, from the file and from its change log.

use rusqlite::named_params;

use super::Person;
use crate::{
    Context, Done, Op, PersonId, Result, Workbook,
    storage::{self, operations, partner_ties},
};

impl Workbook {
    /// Erases a person: the row goes, and name, role, e-mail and phone go from the change log.
    /// Seats, attendance and touchpoints stay with the partner, without the person. It cannot
    /// be taken back, and what was undone before cannot be done again.
    ///
    /// Names inside longer texts, such as minutes and action items, are not looked for.
    ///
    /// # Errors
    /// A person who is gone.
    pub fn erase_person(&mut self, id: PersonId, context: &Context) -> Result<Done<()>> {
        self.get::<Person>(id)?;
        // Otherwise the bytes would stay in pages of the file that are free now.
        self.db().pragma_update(None, "secure_delete", true)?;
        let done = self.transact_aside(Op::ErasePerson, "", context, |tx| {
            operations::drop_undone(tx)?;
            storage::delete::<Person>(tx, id)?;
            let names = partner_ties::names_in_log(tx, id)?;
            partner_ties::redact_details(tx, &names)?;
            partner_ties::redact_person(tx, id)
        });
        self.db().pragma_update(None, "secure_delete", false)?;
        let done = done?;
        // Earlier versions of the row may still lie between the rows of a page, and in the
        // journal. The person is erased even where there is no room to write the file anew.
        let _ = self.db().execute_batch("VACUUM");
        let _: i64 =
            self.db()
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", named_params! {}, |row| {
                    row.get(0)
                })?;
        Ok(done)
    }
}

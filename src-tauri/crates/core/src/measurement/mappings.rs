//! How a source's tables were read, remembered to be read so again.

use crate::{
    Context, Done, Id, ImportMappingId, Op, Record, Result, Workbook,
    storage::{self, Entry, LONGEST_NAME, LONGEST_TEXT, record, require_length, require_name},
};

record! {
    /// A remembered mapping.
    ImportMapping, ImportMappingId, "import_mappings", order "name COLLATE NOCASE",
    RememberMapping RememberMapping ForgetMapping {
        /// What people call the source.
        name: String,
        /// The heads of the table's columns, by which the next one is recognized.
        heads: String,
        /// The choices made, as the import writes them.
        choices: String,
        /// When it was used last, in UTC milliseconds.
        used_ms: i64,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("name", &this.name, LONGEST_NAME)?;
        require_length("heads", &this.heads, LONGEST_TEXT)?;
        require_length("choices", &this.choices, LONGEST_TEXT)
    };
}

impl Workbook {
    /// Remembers a mapping under its name, in place of an earlier one. Taking back the
    /// import it was made for does not forget it.
    ///
    /// # Errors
    /// A name that cannot be kept.
    pub fn remember_mapping(
        &mut self,
        mut mapping: ImportMapping,
        context: &Context,
    ) -> Result<Done<()>> {
        mapping.clean();
        mapping.validate()?;
        let known: Option<Entry<ImportMapping>> =
            storage::list_of(self.db(), "name", &mapping.name)?
                .into_iter()
                .next();
        self.transact_aside(
            Op::RememberMapping,
            &mapping.label(),
            context,
            |tx| match known {
                Some(entry) => storage::update(tx, entry.id, &mapping),
                None => storage::insert(tx, ImportMappingId::new(context.now_ms), &mapping),
            },
        )
    }
}

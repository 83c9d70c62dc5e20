//! How every connection is set up, with the reason for each setting.

use rusqlite::Connection;

use crate::Result;

/// “BkDk”: tells our files from other SQLite files.
pub(crate) const APPLICATION_ID: i32 = 0x426B_446B;

/// Sets up a connection that writes.
pub(crate) fn for_writing(db: &Connection) -> Result<()> {
    // Readers go on while one writes. Some network disks refuse it; then the old journal
    // serves, which is why the answer is read back instead of believed.
    let mode: String = db.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        db.pragma_update(None, "journal_mode", "DELETE")?;
    }
    // NORMAL loses acknowledged changes at a power cut; a team's only copy must not.
    db.pragma_update(None, "synchronous", "FULL")?;
    // On macOS a plain flush stops at the drive's cache.
    db.pragma_update(None, "fullfsync", true)?;
    for_reading(db)
}

/// Sets up a connection of any kind.
pub(crate) fn for_reading(db: &Connection) -> Result<()> {
    // References are kept by the database itself.
    db.pragma_update(None, "foreign_keys", true)?;
    // A file from elsewhere must not run functions from its schema.
    db.pragma_update(None, "trusted_schema", false)?;
    // Damage is seen when a page is read, not when its rows turn out wrong.
    db.pragma_update(None, "cell_size_check", true)?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Whether the database itself looks at references and checks of every row. An import of a
/// million readings spends a fifth of its time on that, and answers for its rows itself.
/// Without effect within a transaction.
pub(crate) fn checks(db: &Connection, is_on: bool) -> Result<()> {
    db.pragma_update(None, "foreign_keys", is_on)?;
    db.pragma_update(None, "ignore_check_constraints", !is_on)?;
    Ok(())
}

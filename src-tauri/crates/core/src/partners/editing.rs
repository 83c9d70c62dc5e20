//! Adding and changing partners, one or many at once. A status that changes leaves an entry in
//! the partner's status history.

use rusqlite::Connection;

use super::{Partner, PartnerStatus, StatusEntry};
use crate::{
    Context, Day, Done, Error, Id, Op, PartnerId, PartnerTypeId, Reason, Record, Result, SectorId,
    StatusEntryId, Workbook, storage,
};

/// What is changed of many partners together; what is none stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartnerEdit {
    /// Their new status.
    pub status: Option<PartnerStatus>,
    /// Their new sector; the inner none takes it away.
    pub sector: Option<Option<SectorId>>,
    /// Their new type; the inner none takes it away.
    pub kind: Option<Option<PartnerTypeId>>,
}

impl Workbook {
    /// Adds a partner, its status as the first entry of its history.
    ///
    /// # Errors
    /// A field that cannot be kept.
    pub fn add_partner(
        &mut self,
        mut partner: Partner,
        context: &Context,
    ) -> Result<Done<PartnerId>> {
        partner.clean();
        partner.validate()?;
        let id = PartnerId::new(context.now_ms);
        self.transact(Partner::ADD, &partner.label(), context, |tx| {
            insert(tx, id, &partner, context)?;
            Ok(id)
        })
    }

    /// Changes a partner. A new status is an entry of its history from today on.
    ///
    /// # Errors
    /// A field that cannot be kept; a partner that is gone.
    pub fn change_partner(
        &mut self,
        id: PartnerId,
        mut partner: Partner,
        context: &Context,
    ) -> Result<Done<()>> {
        partner.clean();
        partner.validate()?;
        self.transact(Partner::CHANGE, &partner.label(), context, |tx| {
            let before: Partner = storage::get(tx, id)?;
            if before.status != partner.status {
                note_status(tx, id, partner.status, context)?;
            }
            storage::update(tx, id, &partner)
        })
    }

    /// Changes many partners together, as one step.
    ///
    /// # Errors
    /// Nothing chosen to change; a partner that is gone.
    pub fn edit_partners(
        &mut self,
        ids: &[PartnerId],
        edit: &PartnerEdit,
        context: &Context,
    ) -> Result<Done<()>> {
        if *edit == PartnerEdit::default() || ids.is_empty() {
            return Err(Error::Invalid {
                field: "edit",
                reason: Reason::Empty,
            });
        }
        let label = match ids {
            [one] => self.get::<Partner>(*one)?.label(),
            many => many.len().to_string(),
        };
        self.transact(Op::EditPartners, &label, context, |tx| {
            for id in ids {
                let before: Partner = storage::get(tx, *id)?;
                let mut partner = before.clone();
                if let Some(status) = edit.status.filter(|status| *status != before.status) {
                    partner.status = status;
                    note_status(tx, *id, status, context)?;
                    settle_end(&mut partner, context);
                }
                partner.sector_id = edit.sector.unwrap_or(partner.sector_id);
                partner.type_id = edit.kind.unwrap_or(partner.type_id);
                if partner != before {
                    storage::update(tx, *id, &partner)?;
                }
            }
            Ok(())
        })
    }

    /// Writes or changes an entry of a status history. The partner then has the status of the
    /// latest entry.
    ///
    /// # Errors
    /// A partner or entry that is gone.
    pub fn write_status(
        &mut self,
        id: Option<StatusEntryId>,
        mut entry: StatusEntry,
        context: &Context,
    ) -> Result<Done<()>> {
        entry.clean();
        entry.validate()?;
        let op = id.map_or(StatusEntry::ADD, |_| StatusEntry::CHANGE);
        let label = self.get::<Partner>(entry.partner_id)?.label();
        self.transact(op, &label, context, |tx| {
            match id {
                Some(id) => storage::update(tx, id, &entry)?,
                None => storage::insert(tx, StatusEntryId::new(context.now_ms), &entry)?,
            }
            follow_latest(tx, entry.partner_id, context)
        })
    }

    /// Takes an entry out of a status history. The partner then has the status of the latest
    /// one left.
    ///
    /// # Errors
    /// An entry that is gone.
    pub fn remove_status(&mut self, id: StatusEntryId, context: &Context) -> Result<Done<()>> {
        let entry: StatusEntry = self.get(id)?;
        let label = self.get::<Partner>(entry.partner_id)?.label();
        self.transact(StatusEntry::REMOVE, &label, context, |tx| {
            storage::delete::<StatusEntry>(tx, id)?;
            follow_latest(tx, entry.partner_id, context)
        })
    }
}

/// Puts a new partner into the file with its first status.
pub(super) fn insert(
    tx: &Connection,
    id: PartnerId,
    partner: &Partner,
    context: &Context,
) -> Result<()> {
    storage::insert(tx, id, partner)?;
    let first = StatusEntry {
        partner_id: id,
        status: partner.status,
        since: partner.since.unwrap_or(Day(context.today)),
        note: String::new(),
    };
    storage::insert(tx, StatusEntryId::new(context.now_ms), &first)
}

fn note_status(
    tx: &Connection,
    partner_id: PartnerId,
    status: PartnerStatus,
    context: &Context,
) -> Result<()> {
    let entry = StatusEntry {
        partner_id,
        status,
        since: Day(context.today),
        note: String::new(),
    };
    storage::insert(tx, StatusEntryId::new(context.now_ms), &entry)
}

fn follow_latest(tx: &Connection, id: PartnerId, context: &Context) -> Result<()> {
    let history = storage::list_of::<StatusEntry>(tx, "partner_id", &id)?;
    let Some(latest) = history
        .iter()
        .find(|entry| entry.record.since.0 <= context.today)
    else {
        return Ok(());
    };
    let mut partner: Partner = storage::get(tx, id)?;
    if partner.status != latest.record.status {
        partner.status = latest.record.status;
        settle_end(&mut partner, context);
        storage::update(tx, id, &partner)?;
    }
    Ok(())
}

/// A partner that has left has a last day; one that is back has none.
fn settle_end(partner: &mut Partner, context: &Context) {
    match partner.status {
        PartnerStatus::Left if partner.until.is_none() => {
            let today = Day(context.today);
            partner.until = Some(partner.since.map_or(today, |since| since.max(today)));
        }
        PartnerStatus::Left => {}
        _ => partner.until = None,
    }
}

//! Endorsements: which partner signed which version, by whom and when.

use std::collections::HashSet;

use crate::{
    AgendaId, Context, Day, Done, EndorsementId, Error, Id, Op, PartnerId, Reason, Record, Result,
    Workbook,
    agenda::Agenda,
    partners::Partner,
    storage::{self, LONGEST_NAME, LONGEST_TEXT, record, require_length},
};

record! {
    /// A partner's signature under a version of the agenda.
    Endorsement, EndorsementId, "endorsements", order "signed_on, id",
    EndorseAgenda ChangeEndorsement RemoveEndorsement {
        /// The version.
        agenda_id: AgendaId,
        /// The partner.
        partner_id: PartnerId,
        /// Who signed for it; may be empty.
        signed_by: String,
        /// When.
        signed_on: Day,
        /// Notes.
        note: String,
    }
    label(this) this.signed_by.clone();
    validate(this) {
        require_length("signed_by", &this.signed_by, LONGEST_NAME)?;
        require_length("note", &this.note, LONGEST_TEXT)
    };
}

/// A partner's signature, before it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The partner.
    pub partner_id: PartnerId,
    /// Who signed for it; may be empty.
    pub signed_by: String,
}

impl Workbook {
    /// Records the signatures of one or many partners under an adopted version, in one step.
    ///
    /// # Errors
    /// A version that is gone; [`Reason::NotAdopted`] for a draft, whose words may still
    /// change; [`Reason::Taken`] where a partner signed it already; no partner at all.
    pub fn endorse_agenda(
        &mut self,
        agenda: AgendaId,
        signatures: &[Signature],
        signed_on: Day,
        note: &str,
        context: &Context,
    ) -> Result<Done<Vec<EndorsementId>>> {
        let version = self.get::<Agenda>(agenda)?;
        if version.is_draft() {
            return Err(Error::Conflict(Reason::NotAdopted));
        }
        let refuse = |reason| {
            Err(Error::Invalid {
                field: "partners",
                reason,
            })
        };
        if signatures.is_empty() {
            return refuse(Reason::Empty);
        }
        if signed_on.0 > context.today {
            return Err(Error::Invalid {
                field: "signed_on",
                reason: Reason::NotYet,
            });
        }
        let mut signed: HashSet<PartnerId> = self
            .list::<Endorsement>()?
            .into_iter()
            .filter(|entry| entry.record.agenda_id == agenda)
            .map(|entry| entry.record.partner_id)
            .collect();
        let mut records = Vec::with_capacity(signatures.len());
        for signature in signatures {
            if !signed.insert(signature.partner_id) {
                return refuse(Reason::Taken);
            }
            let mut record = Endorsement {
                agenda_id: agenda,
                partner_id: signature.partner_id,
                signed_by: signature.signed_by.clone(),
                signed_on,
                note: note.to_owned(),
            };
            record.clean();
            record.validate()?;
            records.push((EndorsementId::new(context.now_ms), record));
        }
        let detail = match signatures {
            [only] => self.get::<Partner>(only.partner_id)?.name,
            _ => String::new(),
        };
        self.transact(Op::EndorseAgenda, &detail, context, |tx| {
            for (id, record) in &records {
                storage::insert(tx, *id, record)?;
            }
            Ok(records.iter().map(|(id, _)| *id).collect())
        })
    }
}

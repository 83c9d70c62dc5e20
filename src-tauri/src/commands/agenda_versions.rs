//! Versions of the agenda: writing the draft, adopting, comparing and signing.

use backbone_contract::{
    Added, AdoptAgenda, AgendaDifference, AgendaPair, ChangeSignature, DifferenceBlock,
    DifferenceRun, EndorseAgenda, Nothing, PartDifference, RecordRequest, ResultDifference,
    TextDifference, WireError, WriteAgendaPart,
};
use backbone_core::{
    AgendaId, EndorsementId, Error, Id, PartnerId,
    agenda::{AgendaPart, AgendaVersion, Endorsement, Signature},
};
use backbone_figures::difference::{self, BlockKind, Change, Difference};
use tauri::{AppHandle, Runtime, State};

use super::convert::required_day;
use crate::session::Session;

/// What is new in a version is written like one of its texts.
const NOTE: &str = "note";

#[tauri::command]
pub fn write_agenda_part<R: Runtime>(
    app: AppHandle<R>,
    request: WriteAgendaPart,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        if request.part == NOTE {
            book.write_agenda_note(request.text, context)
        } else {
            book.write_agenda_part(AgendaPart::of(&request.part)?, request.text, context)
        }
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn start_agenda_draft<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Added, WireError> {
    let Nothing {} = request;
    let id = session.write(&app, |book, context| book.start_agenda_draft(context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn discard_agenda_draft<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| book.discard_agenda_draft(context))?;
    Ok(request)
}

#[tauri::command]
pub fn adopt_agenda<R: Runtime>(
    app: AppHandle<R>,
    request: AdoptAgenda,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let day = required_day("adopted_on", &request.adopted_on)?;
        book.adopt_agenda(day, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn compare_agendas(
    request: AgendaPair,
    session: State<'_, Session>,
) -> Result<AgendaDifference, WireError> {
    session.read(|book| {
        let versions = book.agenda_versions()?;
        let find = |id: &str| {
            let id = AgendaId::parse(id)?;
            let mut versions = versions.iter();
            let found = versions.find(|version| version.agenda.id == id);
            found.ok_or(Error::NotFound)
        };
        Ok(compared(find(&request.from)?, find(&request.to)?))
    })
}

fn compared(from: &AgendaVersion, to: &AgendaVersion) -> AgendaDifference {
    let (old, new) = (&from.agenda.record, &to.agenda.record);
    let parts = AgendaPart::ALL.iter().map(|part| PartDifference {
        part: part.field().to_owned(),
        difference: shown(&difference::difference(old.text(*part), new.text(*part))),
    });
    let name = |result: &'_ (String, String)| result.0.clone();
    let names = |version: &AgendaVersion| version.results.iter().map(name).collect::<Vec<_>>();
    let (before, after) = (names(from), names(to));
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let results = difference::paired(&before, &after)
        .into_iter()
        .map(|(old, new)| {
            let old = old.and_then(|at| from.results.get(at));
            let new = new.and_then(|at| to.results.get(at));
            let change = match (old, new) {
                (Some(old), Some(new)) if old == new => "same",
                (Some(_), Some(_)) => "changed",
                (None, _) => "added",
                (Some(_), None) => "removed",
            };
            let text = |pick: fn(&(String, String)) -> &str| {
                let read = |side: Option<&(String, String)>| side.map_or("", pick).to_owned();
                shown(&difference::difference(&read(old), &read(new)))
            };
            ResultDifference {
                change: change.to_owned(),
                name: text(|result| &result.0),
                population: text(|result| &result.1),
            }
        });
    AgendaDifference {
        parts: parts.collect(),
        results: results.collect(),
    }
}

fn shown(found: &Difference) -> TextDifference {
    let count = |words: usize| u32::try_from(words).unwrap_or(u32::MAX);
    TextDifference {
        blocks: found
            .blocks
            .iter()
            .map(|block| DifferenceBlock {
                kind: match block.kind {
                    BlockKind::Paragraph => "paragraph",
                    BlockKind::Heading => "heading",
                    BlockKind::Item => "item",
                }
                .to_owned(),
                runs: block
                    .runs
                    .iter()
                    .map(|run| DifferenceRun {
                        change: match run.change {
                            Change::Same => "same",
                            Change::Added => "added",
                            Change::Removed => "removed",
                        }
                        .to_owned(),
                        text: run.text.clone(),
                    })
                    .collect(),
            })
            .collect(),
        added: count(found.added),
        removed: count(found.removed),
        is_form_only: found.is_form_only,
    }
}

#[tauri::command]
pub fn endorse_agenda<R: Runtime>(
    app: AppHandle<R>,
    request: EndorseAgenda,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let agenda = AgendaId::parse(&request.agenda)?;
        let signed_on = required_day("signed_on", &request.signed_on)?;
        let signatures = request
            .signatures
            .into_iter()
            .map(|one| {
                Ok(Signature {
                    partner_id: PartnerId::parse(&one.partner)?,
                    signed_by: one.signed_by,
                })
            })
            .collect::<backbone_core::Result<Vec<_>>>()?;
        book.endorse_agenda(agenda, &signatures, signed_on, &request.note, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn change_endorsement<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeSignature,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = EndorsementId::parse(&request.id)?;
        let changed = Endorsement {
            signed_by: request.form.signed_by,
            signed_on: required_day("signed_on", &request.form.signed_on)?,
            note: request.form.note,
            ..book.get::<Endorsement>(id)?
        };
        book.change(id, changed, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_endorsement<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Endorsement>(EndorsementId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

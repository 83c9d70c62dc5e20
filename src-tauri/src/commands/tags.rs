//! Tags of measures, activities and partners, and views people kept of their lists.

use backbone_contract::{EditTags, ListViews, MergeTags, Nothing, SavedView, TagLine, WireError};
use backbone_core::{
    Error, Id, Reason, TagId,
    partners::{self, Tag},
    tagging::{TagEdit, TaggedRecords},
};
use tauri::{AppHandle, Runtime, State};

use super::convert::ids;
use crate::session::Session;

#[tauri::command]
pub fn list_tags(request: Nothing, session: State<'_, Session>) -> Result<Vec<TagLine>, WireError> {
    let Nothing {} = request;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    session.read(|book| {
        let uses = book.tag_uses()?;
        let listed = book.list::<Tag>()?.into_iter().map(|tag| {
            let used = uses.get(&tag.id).copied().unwrap_or_default();
            TagLine {
                id: tag.id.to_string(),
                name: tag.record.name,
                partners: count(used.partners),
                measures: count(used.measures),
                activities: count(used.activities),
            }
        });
        Ok(listed.collect())
    })
}

#[tauri::command]
pub fn edit_tags<R: Runtime>(
    app: AppHandle<R>,
    request: EditTags,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let unknown = |field| Error::Invalid {
            field,
            reason: Reason::UnknownChoice,
        };
        let records = match request.of.as_str() {
            "partners" => TaggedRecords::Partners(ids(&request.ids)?),
            "measures" => TaggedRecords::Measures(ids(&request.ids)?),
            "activities" => TaggedRecords::Activities(ids(&request.ids)?),
            _ => return Err(unknown("of")),
        };
        let edit = match (request.add, request.remove, request.set) {
            (Some(name), None, None) => TagEdit::Add(name),
            (None, Some(id), None) => TagEdit::Remove(TagId::parse(&id)?),
            (None, None, Some(names)) => TagEdit::Set(names),
            _ => return Err(unknown("edit")),
        };
        book.edit_tags(&records, &edit, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn merge_tags<R: Runtime>(
    app: AppHandle<R>,
    request: MergeTags,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let (gone, kept) = (TagId::parse(&request.gone)?, TagId::parse(&request.kept)?);
        book.merge_tags(gone, kept, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn list_views(
    request: ListViews,
    session: State<'_, Session>,
) -> Result<Vec<SavedView>, WireError> {
    session.read(|book| {
        let kept = book.list::<partners::SavedView>()?;
        let of_screen = kept
            .into_iter()
            .filter(|entry| entry.record.screen == request.screen)
            .map(|entry| SavedView {
                id: entry.id.to_string(),
                name: entry.record.name,
                choices: entry.record.choices,
            });
        Ok(of_screen.collect())
    })
}

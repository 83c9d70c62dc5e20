//! Sectors, types and tags of partners, each a list people may change, and the views of the
//! directory they keep.

use backbone_contract::{
    Added, KeepView, ListEntryRequest, ListOrder, NewListEntry, Nothing, RecordRequest,
    RenameListEntry, WireError,
};
use backbone_core::{
    Error, Id, PartnerTypeId, Reason, Result, SavedViewId, SectorId, TagId,
    partners::{PartnerType, Sector, Tag},
};
use tauri::{AppHandle, Runtime, State};

use super::convert::ids;
use crate::session::Session;

/// One of the lists.
enum List {
    Sectors,
    Kinds,
    Tags,
}

fn list(word: &str) -> Result<List> {
    match word {
        "sectors" => Ok(List::Sectors),
        "kinds" => Ok(List::Kinds),
        "tags" => Ok(List::Tags),
        _ => Err(Error::Invalid {
            field: "list",
            reason: Reason::UnknownChoice,
        }),
    }
}

#[tauri::command]
pub fn add_list_entry<R: Runtime>(
    app: AppHandle<R>,
    request: NewListEntry,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let name = request.name;
    let add = match list(&request.list).map_err(|error| crate::errors::wire(&error))? {
        List::Sectors => session
            .write(&app, |book, context| {
                let position = book.next_position::<Sector>()?;
                let code = None;
                book.add(
                    Sector {
                        code,
                        name,
                        position,
                    },
                    context,
                )
            })?
            .to_string(),
        List::Kinds => session
            .write(&app, |book, context| {
                let position = book.next_position::<PartnerType>()?;
                let code = None;
                book.add(
                    PartnerType {
                        code,
                        name,
                        position,
                    },
                    context,
                )
            })?
            .to_string(),
        List::Tags => session
            .write(&app, |book, context| book.add(Tag { name }, context))?
            .to_string(),
    };
    Ok(Added { id: add })
}

#[tauri::command]
pub fn rename_list_entry<R: Runtime>(
    app: AppHandle<R>,
    request: RenameListEntry,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let name = request.name;
        match list(&request.list)? {
            List::Sectors => {
                let id = SectorId::parse(&request.id)?;
                let before: Sector = book.get(id)?;
                book.change(id, Sector { name, ..before }, context)
            }
            List::Kinds => {
                let id = PartnerTypeId::parse(&request.id)?;
                let before: PartnerType = book.get(id)?;
                book.change(id, PartnerType { name, ..before }, context)
            }
            List::Tags => book.change(TagId::parse(&request.id)?, Tag { name }, context),
        }
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_list_entry<R: Runtime>(
    app: AppHandle<R>,
    request: ListEntryRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| match list(&request.list)? {
        List::Sectors => book.remove::<Sector>(SectorId::parse(&request.id)?, context),
        List::Kinds => book.remove::<PartnerType>(PartnerTypeId::parse(&request.id)?, context),
        List::Tags => book.remove::<Tag>(TagId::parse(&request.id)?, context),
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn order_list<R: Runtime>(
    app: AppHandle<R>,
    request: ListOrder,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        match list(&request.list)? {
            List::Sectors => book.order_sectors(&ids(&request.ids)?, context),
            List::Kinds => book.order_types(&ids(&request.ids)?, context),
            // Tags stand by name.
            List::Tags => Err(Error::Invalid {
                field: "list",
                reason: Reason::UnknownChoice,
            }),
        }
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn keep_view<R: Runtime>(
    app: AppHandle<R>,
    request: KeepView,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.keep_view(&request.screen, &request.name, &request.choices, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn forget_view<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.forget_view(SavedViewId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

//! Places, breakdowns and groups, and the names pickers offer.

use backbone_contract::{
    Added, BreakdownForm, BreakdownItem, Dimensions, NamedRecord, Nothing, PlaceForm, PlaceItem,
    WireError,
};
use backbone_core::{
    Record, Result, Workbook,
    agenda::{Strategy, WantedResult},
    measurement::{Breakdown, Group, Measure, Place},
    partners::Partner,
};
use tauri::{AppHandle, Runtime, State};

use crate::session::Session;

#[tauri::command(async)]
pub fn list_dimensions(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Dimensions, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let groups = book.list::<Group>()?;
        Ok(Dimensions {
            results: named::<WantedResult>(book)?,
            strategies: named::<Strategy>(book)?,
            measures: named::<Measure>(book)?,
            partners: named::<Partner>(book)?,
            places: book
                .list::<Place>()?
                .into_iter()
                .map(|place| PlaceItem {
                    id: place.id.to_string(),
                    name: place.record.name,
                    is_benchmark: place.record.is_benchmark,
                })
                .collect(),
            breakdowns: book
                .list::<Breakdown>()?
                .into_iter()
                .map(|breakdown| BreakdownItem {
                    id: breakdown.id.to_string(),
                    groups: groups
                        .iter()
                        .filter(|group| group.record.breakdown_id == breakdown.id)
                        .map(|group| NamedRecord {
                            id: group.id.to_string(),
                            name: group.record.name.clone(),
                        })
                        .collect(),
                    name: breakdown.record.name,
                })
                .collect(),
        })
    })
}

fn named<T: Record>(book: &Workbook) -> Result<Vec<NamedRecord>> {
    let found = book.list::<T>()?;
    Ok(found
        .into_iter()
        .map(|entry| NamedRecord {
            id: entry.id.to_string(),
            name: entry.record.label(),
        })
        .collect())
}

#[tauri::command(async)]
pub fn add_place<R: Runtime>(
    app: AppHandle<R>,
    request: PlaceForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add(
            Place {
                name: request.name,
                is_benchmark: request.is_benchmark,
                parent_id: None,
            },
            context,
        )
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command(async)]
pub fn add_breakdown<R: Runtime>(
    app: AppHandle<R>,
    request: BreakdownForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add_breakdown(&request.name, &request.groups, context)
    })?;
    Ok(Added { id: id.to_string() })
}

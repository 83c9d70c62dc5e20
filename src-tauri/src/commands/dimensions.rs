//! Places, breakdowns and groups: where each is used, and everything that changes them.

use std::collections::HashMap;

use backbone_contract::{
    Added, BreakdownForm, BreakdownItem, ChangePlace, Dimensions, GroupOrder, KeptFigures, Merge,
    MergeDifference, MergePair, MergePreview, NamedRecord, NewGroup, Nothing, PlaceForm, PlaceItem,
    RecordRequest, Rename, SplitBreakdown, SplitGroup, SplitKind, SplitPlace, Splits, WireError,
};
use backbone_core::{
    BreakdownId, Entry, GroupId, Id, MeasureId, PlaceId, Record, Result, Workbook,
    activities::Population,
    agenda::{Strategy, WantedResult},
    measurement::{Breakdown, Group, Keep, Measure, MergeConflict, Place, Reading, Usage},
    partners::Partner,
};
use backbone_exchange::entry;
use tauri::{AppHandle, Runtime, State};

use super::convert::{ids, optional_id};
use crate::{session::Session, words};

/// As many differences as are named; nobody reads more.
const MOST_DIFFERENCES: usize = 100;

#[tauri::command]
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
            populations: named::<Population>(book)?,
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

#[tauri::command]
pub fn list_splits(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Splits, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let measures = names_of_measures(book)?;
        let (of_groups, of_places) = (book.use_of_groups()?, book.use_of_places()?);
        let groups = book.list::<Group>()?;
        let breakdowns = book.list::<Breakdown>()?.into_iter().map(|breakdown| {
            let own = groups
                .iter()
                .filter(|group| group.record.breakdown_id == breakdown.id);
            let all: Vec<Usage> = own
                .clone()
                .filter_map(|group| of_groups.get(&group.id))
                .flatten()
                .copied()
                .collect();
            SplitBreakdown {
                id: breakdown.id.to_string(),
                used: Used::new(&all, &measures).words(),
                groups: own
                    .map(|group| {
                        let used = Used::of(of_groups.get(&group.id), &measures);
                        SplitGroup {
                            id: group.id.to_string(),
                            name: group.record.name.clone(),
                            readings: used.readings,
                            used: used.words(),
                            measures: used.measures,
                        }
                    })
                    .collect(),
                name: breakdown.record.name,
            }
        });
        Ok(Splits {
            breakdowns: breakdowns.collect(),
            places: nested(&book.list::<Place>()?)
                .into_iter()
                .map(|(place, depth)| {
                    let used = Used::of(of_places.get(&place.id), &measures);
                    SplitPlace {
                        id: place.id.to_string(),
                        form: PlaceForm {
                            name: place.record.name.clone(),
                            is_benchmark: place.record.is_benchmark,
                            parent: place.record.parent_id.map(|id| id.to_string()),
                        },
                        depth,
                        readings: used.readings,
                        used: used.words(),
                        measures: used.measures,
                    }
                })
                .collect(),
        })
    })
}

/// Where something is used.
struct Used {
    readings: u32,
    measures: Vec<NamedRecord>,
}

impl Used {
    fn of(found: Option<&Vec<Usage>>, names: &HashMap<MeasureId, String>) -> Self {
        Self::new(found.map_or(&[][..], Vec::as_slice), names)
    }

    fn new(found: &[Usage], names: &HashMap<MeasureId, String>) -> Self {
        let mut measures: Vec<NamedRecord> = Vec::new();
        for usage in found {
            let id = usage.measure.to_string();
            if !measures.iter().any(|measure| measure.id == id) {
                let name = names.get(&usage.measure).cloned().unwrap_or_default();
                measures.push(NamedRecord { id, name });
            }
        }
        measures.sort_by(|one, other| one.name.cmp(&other.name));
        Self {
            readings: found.iter().map(|usage| usage.readings).sum(),
            measures,
        }
    }

    fn words(&self) -> String {
        if self.readings == 0 {
            return words::get("used-nowhere");
        }
        let arguments = [
            ("readings", self.readings.into()),
            ("measures", self.measures.len().into()),
        ];
        words::get_with("used-in", &arguments)
    }
}

fn names_of_measures(book: &Workbook) -> Result<HashMap<MeasureId, String>> {
    let measures = book.list::<Measure>()?;
    Ok(measures
        .into_iter()
        .map(|measure| (measure.id, measure.record.name))
        .collect())
}

/// Every place after the one it lies in, those for comparison last.
pub(super) fn nested(places: &[Entry<Place>]) -> Vec<(&Entry<Place>, u32)> {
    fn add<'p>(
        places: &'p [Entry<Place>],
        home: Option<PlaceId>,
        depth: u32,
        found: &mut Vec<(&'p Entry<Place>, u32)>,
    ) {
        for is_benchmark in [false, true] {
            let inner = places.iter().filter(|place| {
                place.record.parent_id == home && place.record.is_benchmark == is_benchmark
            });
            for place in inner {
                found.push((place, depth));
                add(places, Some(place.id), depth + 1, found);
            }
        }
    }
    let mut found = Vec::new();
    add(places, None, 0, &mut found);
    found
}

fn place(form: PlaceForm) -> Result<Place> {
    Ok(Place {
        name: form.name,
        is_benchmark: form.is_benchmark,
        parent_id: optional_id(form.parent.as_deref())?,
    })
}

#[tauri::command]
pub fn add_place<R: Runtime>(
    app: AppHandle<R>,
    request: PlaceForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| book.add(place(request)?, context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_place<R: Runtime>(
    app: AppHandle<R>,
    request: ChangePlace,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.change_place(PlaceId::parse(&request.id)?, place(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_place<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove_place(PlaceId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
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

#[tauri::command]
pub fn rename_breakdown<R: Runtime>(
    app: AppHandle<R>,
    request: Rename,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let record = Breakdown { name: request.name };
        book.change(BreakdownId::parse(&request.id)?, record, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_breakdown<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove_breakdown(BreakdownId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_group<R: Runtime>(
    app: AppHandle<R>,
    request: NewGroup,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add_group(
            BreakdownId::parse(&request.breakdown)?,
            &request.name,
            context,
        )
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn rename_group<R: Runtime>(
    app: AppHandle<R>,
    request: Rename,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = GroupId::parse(&request.id)?;
        let mut group: Group = book.get(id)?;
        group.name = request.name;
        book.change(id, group, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_group<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove_group(GroupId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn order_groups<R: Runtime>(
    app: AppHandle<R>,
    request: GroupOrder,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let breakdown = BreakdownId::parse(&request.breakdown)?;
        book.order_groups(breakdown, &ids(&request.groups)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn preview_merge(
    request: MergePair,
    session: State<'_, Session>,
) -> std::result::Result<MergePreview, WireError> {
    session.read(|book| {
        let MergePair { kind, gone, kept } = &request;
        let (plan, gone, kept) = match kind {
            SplitKind::Group => {
                let (gone, kept) = (GroupId::parse(gone)?, GroupId::parse(kept)?);
                let name = |id| book.get::<Group>(id).map(|group| group.name);
                (book.merge_plan(gone, kept)?, name(gone)?, name(kept)?)
            }
            SplitKind::Place => {
                let (gone, kept) = (PlaceId::parse(gone)?, PlaceId::parse(kept)?);
                let name = |id| book.get::<Place>(id).map(|place| place.name);
                (book.place_merge_plan(gone, kept)?, name(gone)?, name(kept)?)
            }
        };
        let named = plan.conflicts.iter().take(MOST_DIFFERENCES);
        let arguments = [
            ("moving", plan.moving.into()),
            ("same", plan.same.into()),
            ("gone", gone.into()),
            ("kept", kept.into()),
        ];
        Ok(MergePreview {
            words: words::get_with("merge-preview", &arguments),
            conflicts: named
                .map(|conflict| difference(book, conflict, *kind))
                .collect::<Result<_>>()?,
            conflict_count: u32::try_from(plan.conflicts.len()).unwrap_or(u32::MAX),
        })
    })
}

/// What of the two is the same in both is named; the two are not.
fn difference(
    book: &Workbook,
    conflict: &MergeConflict,
    kind: SplitKind,
) -> Result<MergeDifference> {
    let measure: Measure = book.get(conflict.series.measure)?;
    let shown = |reading: &Reading| entry::text_of(reading, &measure);
    let mut name = vec![measure.name.clone()];
    if let (Some(place), SplitKind::Group) = (conflict.series.place, kind) {
        name.push(book.get::<Place>(place)?.name);
    }
    if let (Some(group), SplitKind::Place) = (conflict.series.group, kind) {
        name.push(book.get::<Group>(group)?.name);
    }
    if let Some(provider) = conflict.series.provider {
        name.push(book.get::<Partner>(provider)?.name);
    }
    name.push(conflict.kept.period.label());
    Ok(MergeDifference {
        name: name.join(", "),
        gone: shown(&conflict.gone),
        kept: shown(&conflict.kept),
    })
}

#[tauri::command]
pub fn merge<R: Runtime>(
    app: AppHandle<R>,
    request: Merge,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let keep = request.keep.map(|keep| match keep {
            KeptFigures::Kept => Keep::Kept,
            KeptFigures::Gone => Keep::Gone,
        });
        let Merge { gone, kept, .. } = &request;
        match request.kind {
            SplitKind::Group => {
                book.merge_groups(GroupId::parse(gone)?, GroupId::parse(kept)?, keep, context)
            }
            SplitKind::Place => {
                book.merge_places(PlaceId::parse(gone)?, PlaceId::parse(kept)?, keep, context)
            }
        }
    })?;
    Ok(Nothing {})
}

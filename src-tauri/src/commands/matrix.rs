//! The matrix of activities, the reinforcement map, and the populations both speak of.

use std::collections::HashMap;

use backbone_contract::{
    Added, DrawReinforcement, MatrixActivityView, MatrixCellView, MatrixColumnView,
    MatrixFindingView, MatrixItemView, MatrixOverlapView, MatrixRowView, MatrixSector, MatrixView,
    Nothing, PopulationForm, PopulationItem, PopulationOrder, ReadMatrix, RecordRequest,
    ReinforcementDrawing, ReinforcementPlace as Place, Rename, WireError,
};
use backbone_core::{
    Error, Id, PopulationId, Reason, Result, StrategyId,
    activities::Population,
    reporting::{ColumnKey, Matrix, MatrixBy, MatrixCell, MatrixScope, Overlap, Reinforcement},
};
use backbone_report::{ReinforcementPlace, ReinforcementView, reinforcement, wording};
use tauri::{AppHandle, Runtime, State};

use super::convert::ids;
use crate::{session::Session, words};

/// Size of the map's text in the window, in CSS pixels.
const TEXT: f32 = 12.5;
/// Narrower than this its names cannot be read; the window scrolls instead.
const NARROWEST: f32 = 760.0;

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn unknown(field: &'static str) -> Error {
    Error::Invalid {
        field,
        reason: Reason::UnknownChoice,
    }
}

#[tauri::command]
pub fn read_matrix(
    request: ReadMatrix,
    session: State<'_, Session>,
) -> std::result::Result<MatrixView, WireError> {
    session.read(|book| {
        let by = MatrixBy::of(&request.by).ok_or_else(|| unknown("by"))?;
        let scope = MatrixScope::of(&request.scope).ok_or_else(|| unknown("scope"))?;
        Ok(shown(&book.matrix(by, scope)?))
    })
}

fn shown(matrix: &Matrix) -> MatrixView {
    let columns = matrix.columns.iter().map(|column| MatrixColumnView {
        id: match column.key {
            ColumnKey::Strategy(id) => id.to_string(),
            ColumnKey::Result(id) => id.to_string(),
            ColumnKey::Population(id) => id.to_string(),
            ColumnKey::Place(id) => id.to_string(),
            ColumnKey::Unstated => String::new(),
        },
        name: wording::matrix_column(matrix, column),
        group: column.group.clone(),
        activities: column.activities,
        leads: column.leads,
        partners: column.partners,
        standing: column.standing.code().to_owned(),
        has_overlap: column.has_overlap,
    });
    let rows = matrix.rows.iter().map(|row| MatrixRowView {
        id: row.partner.id.to_string(),
        name: row.partner.name.clone(),
        sector: row.sector.map(|id| id.to_string()),
        is_working: row.is_working,
        cells: row.cells.iter().map(|one| cell(matrix, one)).collect(),
    });
    let activities = matrix.activities.iter().map(|one| MatrixActivityView {
        id: one.activity.id.to_string(),
        name: one.activity.name.clone(),
        status: one.status.word().to_owned(),
        lead: one.lead.as_ref().map(|lead| lead.id.to_string()),
        lead_name: one
            .lead
            .as_ref()
            .map(|lead| lead.name.clone())
            .unwrap_or_default(),
        strategy_name: one
            .strategy
            .as_ref()
            .map(|strategy| strategy.name.clone())
            .unwrap_or_default(),
        populations: one.populations.clone(),
        places: one.places.clone(),
    });
    let findings = wording::matrix_findings(&matrix.findings)
        .into_iter()
        .map(|finding| MatrixFindingView {
            kind: finding.kind.to_owned(),
            family: finding.family.to_owned(),
            title: finding.title,
            why: finding.why,
            items: finding
                .items
                .into_iter()
                .map(|item| MatrixItemView {
                    id: item.place.id(),
                    name: item.name,
                    detail: item.detail,
                })
                .collect(),
        });
    MatrixView {
        by: matrix.by.code().to_owned(),
        columns: columns.collect(),
        rows: rows.collect(),
        activities: activities.collect(),
        sectors: matrix
            .sectors
            .iter()
            .map(|sector| MatrixSector {
                id: sector.id.to_string(),
                name: wording::sector_words(&sector.record),
            })
            .collect(),
        running: matrix.running,
        working: number(matrix.working()),
        findings: findings.collect(),
        overlaps: matrix.findings.overlaps.iter().map(overlap).collect(),
    }
}

fn cell(matrix: &Matrix, cell: &MatrixCell) -> MatrixCellView {
    let counts = matrix.counts(cell);
    MatrixCellView {
        column: number(cell.column),
        leads: counts.leads,
        leads_planned: counts.leads_planned,
        takes_part: counts.takes_part,
        takes_part_planned: counts.takes_part_planned,
        activities: cell
            .activities
            .iter()
            .map(|one| number(one.activity))
            .collect(),
    }
}

fn overlap(overlap: &Overlap) -> MatrixOverlapView {
    MatrixOverlapView {
        strategy: overlap.strategy.name.clone(),
        populations: overlap.populations.clone(),
        places: overlap.places.clone(),
        activities: overlap
            .activities
            .iter()
            .map(|one| one.id.to_string())
            .collect(),
    }
}

#[tauri::command]
pub fn draw_reinforcement(
    request: DrawReinforcement,
    session: State<'_, Session>,
) -> std::result::Result<ReinforcementDrawing, WireError> {
    session.read(|book| {
        let facts = book.reinforcement()?;
        let view = match request.show.as_deref() {
            None => ReinforcementView::usual(&facts),
            Some("all") => ReinforcementView::All,
            Some("overview") => ReinforcementView::Overview,
            Some("none") => ReinforcementView::Of(None),
            Some(strategy) => ReinforcementView::Of(Some(StrategyId::parse(strategy)?)),
        };
        let width = if request.width.is_finite() {
            request.width.clamp(NARROWEST, 4_000.0)
        } else {
            NARROWEST
        };
        let drawn = reinforcement(&facts, view, width, TEXT);
        let alone = facts.activities.iter().filter(|one| one.stands_alone);
        Ok(ReinforcementDrawing {
            show: match view {
                ReinforcementView::All => "all".to_owned(),
                ReinforcementView::Overview => "overview".to_owned(),
                ReinforcementView::Of(None) => "none".to_owned(),
                ReinforcementView::Of(Some(id)) => id.to_string(),
            },
            scene: drawn.scene,
            places: drawn.keys.iter().map(|key| target(*key)).collect(),
            strategies: strategies(&facts),
            alone: alone
                .map(|one| Place {
                    what: "activity".to_owned(),
                    id: one.activity.id.to_string(),
                    name: one.activity.name.clone(),
                })
                .collect(),
        })
    })
}

fn strategies(facts: &Reinforcement) -> Vec<Place> {
    let mut found: Vec<Place> = facts
        .strategies
        .iter()
        .map(|one| Place {
            what: "strategy".to_owned(),
            id: one.strategy.id.to_string(),
            name: one.strategy.name.clone(),
        })
        .collect();
    if facts.activities.iter().any(|one| one.strategy.is_none()) {
        found.push(Place {
            what: "none".to_owned(),
            id: String::new(),
            name: words::get("reinforce-strategy-none"),
        });
    }
    found
}

fn target(place: ReinforcementPlace) -> Place {
    let (what, id) = match place {
        ReinforcementPlace::Activity(id) => ("activity", id.to_string()),
        ReinforcementPlace::Strategy(id) => ("strategy", id.to_string()),
        ReinforcementPlace::Measure(id) => ("measure", id.to_string()),
        ReinforcementPlace::NoStrategy => ("none", String::new()),
    };
    Place {
        what: what.to_owned(),
        id,
        name: String::new(),
    }
}

#[tauri::command]
pub fn list_populations(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Vec<PopulationItem>, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let mut uses: HashMap<PopulationId, u32> = HashMap::new();
        for reach in book.reach_by_activity()?.into_values() {
            for population in reach.populations {
                *uses.entry(population).or_default() += 1;
            }
        }
        let populations = book.list::<Population>()?.into_iter();
        Ok(populations
            .map(|entry| PopulationItem {
                id: entry.id.to_string(),
                name: entry.record.name,
                activities: uses.get(&entry.id).copied().unwrap_or(0),
            })
            .collect())
    })
}

#[tauri::command]
pub fn add_population<R: Runtime>(
    app: AppHandle<R>,
    request: PopulationForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let position = book.next_position::<Population>()?;
        let name = request.name;
        book.add(Population { name, position }, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn rename_population<R: Runtime>(
    app: AppHandle<R>,
    request: Rename,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = PopulationId::parse(&request.id)?;
        let before: Population = book.get(id)?;
        let name = request.name;
        book.change(id, Population { name, ..before }, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_population<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Population>(PopulationId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn order_populations<R: Runtime>(
    app: AppHandle<R>,
    request: PopulationOrder,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| -> Result<_> {
        book.order_populations(&ids(&request.ids)?, context)
    })?;
    Ok(Nothing {})
}

//! Theory of change: the map, where its boxes lead to, and what is missing.

use backbone_contract::{
    DrawTheory, HoleGroup, NamedRecord, TheoryDrawing, TheoryTarget, WireError,
};
use backbone_core::{
    Id, ResultId,
    reporting::{Hole, TheoryBranch},
};
use backbone_report::{TheoryPlace, theory};
use tauri::State;

use crate::session::Session;

/// Size of the map's text in the window, in CSS pixels.
const TEXT: f32 = 12.5;
/// Narrower than this its names cannot be read; the window scrolls instead.
const NARROWEST: f32 = 760.0;

#[tauri::command]
pub fn draw_theory(
    request: DrawTheory,
    session: State<'_, Session>,
) -> Result<TheoryDrawing, WireError> {
    session.read(|book| {
        let mut branches = book.theory()?.branches;
        let results = branches
            .iter()
            .filter_map(|branch| branch.result.as_ref())
            .map(|result| NamedRecord {
                id: result.id.to_string(),
                name: result.name.clone(),
            })
            .collect();
        if let Some(only) = &request.result {
            let only = ResultId::parse(only)?;
            branches.retain(|branch| branch.result.as_ref().is_some_and(|one| one.id == only));
        }
        let width = if request.width.is_finite() {
            request.width.clamp(NARROWEST, 4_000.0)
        } else {
            NARROWEST
        };
        let drawn = theory(&branches, width, TEXT);
        Ok(TheoryDrawing {
            scene: drawn.scene,
            places: drawn.keys.iter().map(|place| target(*place)).collect(),
            holes: holes(&branches),
            results,
        })
    })
}

fn holes(branches: &[TheoryBranch]) -> Vec<HoleGroup> {
    let mut groups: Vec<HoleGroup> = Vec::new();
    for (hole, name) in branches.iter().flat_map(TheoryBranch::holes) {
        let place = TheoryTarget {
            name,
            ..target(TheoryPlace::Missing(hole))
        };
        match groups.iter_mut().find(|group| group.kind == hole.code()) {
            Some(group) => group.places.push(place),
            None => groups.push(HoleGroup {
                kind: hole.code().to_owned(),
                places: vec![place],
            }),
        }
    }
    groups
}

fn target(place: TheoryPlace) -> TheoryTarget {
    let (what, id) = match place {
        TheoryPlace::Result(id) => ("result", id.to_string()),
        TheoryPlace::Strategy(id) => ("strategy", id.to_string()),
        TheoryPlace::Activity(id) => ("activity", id.to_string()),
        TheoryPlace::Measure(id) => ("measure", id.to_string()),
        TheoryPlace::NoResult => ("none", String::new()),
        TheoryPlace::Missing(hole) => (
            hole.code(),
            match hole {
                Hole::ResultWithoutIndicator(id) | Hole::ResultWithoutStrategy(id) => {
                    id.to_string()
                }
                Hole::StrategyWithoutActivity(id) => id.to_string(),
                Hole::ActivityWithoutStrategy(id) | Hole::ActivityWithoutMeasure(id) => {
                    id.to_string()
                }
                Hole::MeasureUnfed(id) | Hole::MeasureWithoutResult(id) => id.to_string(),
            },
        ),
    };
    TheoryTarget {
        what: what.to_owned(),
        id,
        name: String::new(),
    }
}

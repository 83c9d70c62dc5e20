//! Search over everything, for the palette.

use backbone_contract::{
    Nothing, SearchAnswer, SearchGroup, SearchHit, SearchRequest, TextRun, WireError,
};
use backbone_core::{
    Error, Reason,
    searching::{Hit, HitGroup, Kind, Query, Run},
};
use tauri::State;

use crate::{searched, session::Session};

/// Records that are read into the index while nobody else can read the file.
const STEP: usize = 1_000;

#[tauri::command]
pub fn search(
    request: SearchRequest,
    session: State<'_, Session>,
) -> Result<SearchAnswer, WireError> {
    session.read_indexed(|index, book| {
        let only = match request.only.as_deref() {
            Some(code) => Some(Kind::from_code(code).ok_or(Error::Invalid {
                field: "only",
                reason: Reason::UnknownChoice,
            })?),
            None => None,
        };
        let query = Query {
            text: &request.text,
            only,
            most: usize::try_from(request.most).unwrap_or(usize::MAX),
        };
        let found = index.search(book, &query)?;
        Ok(SearchAnswer {
            groups: found.groups.iter().map(group).collect(),
            corrected: found.corrected,
            is_partial: found.is_partial,
            is_complete: found.is_complete,
        })
    })
}

/// Makes the index, step by step, so that others come in between.
#[tauri::command]
pub fn prepare_search(request: Nothing, session: State<'_, Session>) -> Result<Nothing, WireError> {
    let Nothing {} = request;
    while !session.read_indexed(|index, book| index.advance(book, STEP))? {}
    Ok(Nothing {})
}

fn group(group: &HitGroup) -> SearchGroup {
    let hit = |(at, hit): (usize, &Hit)| SearchHit {
        key: format!("{}-{at}", group.kind.code()),
        id: hit.id.clone(),
        place: hit.place.clone(),
        title: searched::title(group.kind, hit).iter().map(run).collect(),
        snippet: hit.snippet.iter().map(run).collect(),
        about: searched::about(group.kind, hit),
    };
    SearchGroup {
        kind: group.kind.code().to_owned(),
        hits: group.hits.iter().enumerate().map(hit).collect(),
        has_more: group.has_more,
    }
}

fn run(run: &Run) -> TextRun {
    TextRun {
        text: run.text.clone(),
        is_found: run.is_found,
    }
}

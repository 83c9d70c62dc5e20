//! Reports: what one will hold, its pages, and the file.

use backbone_contract::{
    ErrorCode, Nothing, Paper, ReportCheck, ReportDraft, ReportOptions, Saved, WireError,
};
use backbone_core::measurement::ReadingState;
use backbone_report::Rendered;
use chrono::NaiveDate;
use tauri::{AppHandle, Runtime, State, ipc::Response};
use tauri_plugin_opener::OpenerExt;

use super::{
    convert::invalid,
    session::{ask_where_to_save, cannot_write, safe_name},
};
use crate::{
    clock,
    session::{Session, lock},
    words, writing,
};

#[tauri::command(async)]
pub fn describe_board_report(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<ReportDraft, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    let facts = session.read(|book| book.board_facts(today))?;
    let measures: Vec<_> = facts
        .results
        .iter()
        .flat_map(|group| &group.measures)
        .collect();
    let count = |matches: usize| i64::try_from(matches).unwrap_or(0).into();
    let check = |id: &str, found: usize| ReportCheck {
        is_met: found == 0,
        words: words::get_with(id, &[("count", count(found))]),
    };
    let without_source = measures
        .iter()
        .filter(|facts| facts.summary.measure.record.source.is_empty())
        .count();
    let provisional = measures
        .iter()
        .filter(|facts| {
            facts
                .summary
                .assessment
                .latest
                .as_ref()
                .is_some_and(|latest| latest.state == ReadingState::Provisional)
        })
        .count();
    let without_story = measures
        .iter()
        .filter(|facts| facts.summary.measure.record.story.is_empty())
        .count();
    let stale = measures
        .iter()
        .filter(|facts| !facts.summary.is_current())
        .count();
    Ok(ReportDraft {
        options: ReportOptions {
            kind: "board".to_owned(),
            paper: lock(&session.remembered).settings().paper,
            title: String::new(),
            as_of: today.format("%Y-%m-%d").to_string(),
            left_out: Vec::new(),
        },
        checks: vec![
            ReportCheck {
                is_met: !measures.is_empty(),
                words: words::get_with(
                    "report-check-headlines",
                    &[("count", count(measures.len()))],
                ),
            },
            check("report-check-sources", without_source),
            check("report-check-stale", stale),
            check("report-check-provisional", provisional),
            check("report-check-stories", without_story),
        ],
    })
}

/// The very bytes that export would write.
#[tauri::command(async)]
pub fn preview_report(
    request: ReportOptions,
    session: State<'_, Session>,
) -> Result<Response, WireError> {
    Ok(Response::new(render(&request, &session)?.bytes))
}

#[tauri::command(async)]
pub fn export_report<R: Runtime>(
    app: AppHandle<R>,
    request: ReportOptions,
    session: State<'_, Session>,
) -> Result<Saved, WireError> {
    let rendered = render(&request, &session)?;
    {
        let mut remembered = lock(&session.remembered);
        let settings = backbone_contract::Settings {
            paper: request.paper,
            ..remembered.settings().clone()
        };
        remembered.change(settings);
    }
    let name = session.read(|book| book.initiative())?.name;
    let proposed = format!(
        "{}.pdf",
        safe_name(&format!("{name} board report {}", request.as_of))
    );
    let Some(path) = ask_where_to_save(&app, "dialog-report", &proposed, "pdf", "PDF") else {
        return Ok(Saved { file_name: None });
    };
    writing::replace(&path, &rendered.bytes).map_err(|error| cannot_write(&error))?;
    let file_name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    *lock(&session.exported) = Some(path);
    Ok(Saved {
        file_name: Some(file_name),
    })
}

/// Opens the report exported last with the system's viewer.
#[tauri::command(async)]
pub fn open_export<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    let path = lock(&session.exported).clone();
    let path = path.ok_or(WireError {
        code: ErrorCode::NotFound,
        field: None,
        detail: None,
    })?;
    app.opener()
        .open_path(path.to_string_lossy(), None::<&str>)
        .map_err(|error| WireError {
            code: ErrorCode::CannotRead,
            field: None,
            detail: Some(error.to_string()),
        })?;
    Ok(request)
}

fn render(request: &ReportOptions, session: &Session) -> Result<Rendered, WireError> {
    let as_of = NaiveDate::parse_from_str(&request.as_of, "%Y-%m-%d")
        .map_err(|_| invalid("as_of", backbone_core::Reason::NotADate))?;
    // The file is free again while the pages are made.
    let facts = session.read(|book| book.board_facts(as_of))?;
    let options = backbone_report::Options {
        paper: match request.paper {
            Paper::Letter => backbone_report::Paper::Letter,
            Paper::A4 => backbone_report::Paper::A4,
        },
        title: request.title.clone(),
        left_out: request.left_out.clone(),
    };
    backbone_report::board(&facts, &options).map_err(|error| {
        tracing::error!(%error, "a report could not be made");
        WireError {
            code: ErrorCode::Unexpected,
            field: None,
            detail: None,
        }
    })
}

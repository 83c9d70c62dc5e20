//! Reports: what one will hold, its pages, and the file.

use backbone_contract::{
    AgendaChoice, ErrorCode, ExportCheck, NamedRecord, Nothing, Paper, ReportCheck, ReportChoice,
    ReportDraft, ReportOptions, Saved, WireError,
};
use backbone_core::{
    Id, MeasureId,
    measurement::{Measure, ReadingState},
    partners::Partner,
    reporting::{MeasureFacts, Shield},
};
use backbone_report::Rendered;
use chrono::NaiveDate;
use tauri::{AppHandle, Runtime, State, ipc::Response};
use tauri_plugin_opener::OpenerExt;

use super::{
    convert::{invalid, optional_id},
    exports::{audience, checked, let_out},
    session::{ask_where_to_save, cannot_write, safe_name},
};
use crate::{
    clock,
    leaving::{self, Facts, Kind, Subject},
    session::{Session, lock},
    words, writing,
};

#[tauri::command]
pub fn describe_report(
    request: ReportChoice,
    session: State<'_, Session>,
) -> Result<ReportDraft, WireError> {
    let today = clock::today();
    let kind = kind(&request.kind)?;
    let (board, chosen, named, partners, agenda) = session.read(|book| {
        let board = book.board_facts(today)?;
        let named: Vec<NamedRecord> = book
            .list::<Measure>()?
            .into_iter()
            .map(|entry| NamedRecord {
                id: entry.id.to_string(),
                name: entry.record.name,
            })
            .collect();
        let chosen = match (kind, &request.measure) {
            (Kind::Measure, Some(id)) => Some(MeasureId::parse(id)?),
            _ => None,
        };
        let partners: Vec<NamedRecord> = book
            .list::<Partner>()?
            .into_iter()
            .map(|entry| NamedRecord {
                id: entry.id.to_string(),
                name: entry.record.name,
            })
            .collect();
        Ok((board, chosen, named, partners, book.agenda_facts()?))
    })?;
    let partner = match kind {
        Kind::Partner => request
            .partner
            .or(partners.first().map(|partner| partner.id.clone())),
        Kind::Board
        | Kind::Measure
        | Kind::Equity
        | Kind::Agenda
        | Kind::Network
        | Kind::Matrix => None,
    };
    let headlines = || board.results.iter().flat_map(|group| &group.measures);
    // A sheet starts with the first headline measure, or with any there is.
    let first = headlines()
        .next()
        .map(|facts| facts.summary.measure.id.to_string());
    let measure = match kind {
        Kind::Measure => chosen
            .map(|id| id.to_string())
            .or(first)
            .or(named.first().map(|measure| measure.id.clone())),
        Kind::Board
        | Kind::Equity
        | Kind::Partner
        | Kind::Agenda
        | Kind::Network
        | Kind::Matrix => None,
    };
    let sheet =
        match (&measure, kind) {
            (Some(id), Kind::Measure) => Some(session.read(|book| {
                book.measure_facts_for(MeasureId::parse(id)?, today, &Shield::none())
            })?),
            _ => None,
        };
    let measures: Vec<&MeasureFacts> = match &sheet {
        Some(facts) => vec![facts],
        None => headlines().collect(),
    };
    let version = agenda
        .shown()
        .filter(|_| kind == Kind::Agenda)
        .map(|signed| signed.version.agenda.id.to_string());
    let versions = agenda.versions.iter().rev().map(|signed| AgendaChoice {
        id: signed.version.agenda.id.to_string(),
        version: signed.version.agenda.record.version,
        is_draft: signed.version.agenda.record.is_draft(),
    });
    Ok(ReportDraft {
        versions: versions.collect(),
        options: ReportOptions {
            kind: kind.code().to_owned(),
            measure,
            version,
            partner,
            audience: "partners".to_owned(),
            paper: lock(&session.remembered).settings().paper,
            title: String::new(),
            as_of: today.format("%Y-%m-%d").to_string(),
            left_out: Vec::new(),
        },
        measures: named,
        partners,
        checks: checks(kind, &measures),
    })
}

/// What to look at before a report is exported.
fn checks(kind: Kind, measures: &[&MeasureFacts]) -> Vec<ReportCheck> {
    // It shows no figures of measures.
    if kind == Kind::Matrix {
        return Vec::new();
    }
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
    // It holds no figure of a measure.
    if kind == Kind::Network {
        return Vec::new();
    }
    let mut found = match kind {
        Kind::Board | Kind::Equity | Kind::Agenda => vec![ReportCheck {
            is_met: !measures.is_empty(),
            words: words::get_with(
                "report-check-headlines",
                &[("count", count(measures.len()))],
            ),
        }],
        Kind::Measure | Kind::Partner | Kind::Network | Kind::Matrix => Vec::new(),
    };
    if kind == Kind::Equity {
        let without_groups = measures.iter().filter(|facts| facts.groups.is_empty());
        found.push(check("report-check-groups", without_groups.count()));
    }
    found.extend([
        check("report-check-stale", stale),
        check("report-check-provisional", provisional),
    ]);
    // The agenda prints neither sources nor stories.
    if kind != Kind::Agenda {
        found.extend([
            check("report-check-sources", without_source),
            check("report-check-stories", without_story),
        ]);
    }
    found
}

fn kind(code: &str) -> Result<Kind, WireError> {
    Kind::of(code).ok_or(WireError {
        code: ErrorCode::NotFound,
        field: None,
        detail: None,
    })
}

/// What the report will show and hide.
#[tauri::command]
pub fn check_report(
    request: ReportOptions,
    session: State<'_, Session>,
) -> Result<ExportCheck, WireError> {
    let as_of = day(&request)?;
    let kind = kind(&request.kind)?;
    let context = session.context();
    session.read(|book| {
        let subject = subject(&request)?;
        let shield = leaving::shield(book, kind, subject, audience(&request.audience)?)?;
        let facts = leaving::facts(book, kind, subject, as_of, &shield)?;
        let scope = facts.scope(as_of);
        let found = leaving::check(book, &shield, &scope, &facts.what(), &context)?;
        Ok(checked(&found))
    })
}

/// The very bytes that export would write.
#[tauri::command]
pub fn preview_report(
    request: ReportOptions,
    session: State<'_, Session>,
) -> Result<Response, WireError> {
    Ok(Response::new(render(&request, &session)?.1.bytes))
}

#[tauri::command]
pub fn export_report<R: Runtime>(
    app: AppHandle<R>,
    request: ReportOptions,
    session: State<'_, Session>,
) -> Result<Saved, WireError> {
    let (facts, rendered) = render(&request, &session)?;
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
        safe_name(&format!("{name} {} {}", facts.what(), request.as_of))
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
    let scope = facts.scope(day(&request)?);
    let_out(&app, &session, &request.audience, &scope, &facts.what())?;
    Ok(Saved {
        file_name: Some(file_name),
    })
}

/// Opens the report exported last with the system's viewer.
#[tauri::command]
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

fn day(request: &ReportOptions) -> Result<NaiveDate, WireError> {
    NaiveDate::parse_from_str(&request.as_of, "%Y-%m-%d")
        .map_err(|_| invalid("as_of", backbone_core::Reason::NotADate))
}

fn subject(request: &ReportOptions) -> backbone_core::Result<Subject> {
    Ok(Subject {
        measure: optional_id(request.measure.as_deref())?,
        partner: optional_id(request.partner.as_deref())?,
        version: optional_id(request.version.as_deref())?,
    })
}

fn render(request: &ReportOptions, session: &Session) -> Result<(Facts, Rendered), WireError> {
    let as_of = day(request)?;
    let kind = kind(&request.kind)?;
    // The file is free again while the pages are made.
    let facts = session.read(|book| {
        let subject = subject(request)?;
        let shield = leaving::shield(book, kind, subject, audience(&request.audience)?)?;
        leaving::facts(book, kind, subject, as_of, &shield)
    })?;
    let options = backbone_report::Options {
        paper: match request.paper {
            Paper::Letter => backbone_report::Paper::Letter,
            Paper::A4 => backbone_report::Paper::A4,
        },
        title: request.title.clone(),
        left_out: request.left_out.clone(),
    };
    let rendered = leaving::render(&facts, &options).map_err(|error| {
        tracing::error!(%error, "a report could not be made");
        WireError {
            code: ErrorCode::Unexpected,
            field: None,
            detail: None,
        }
    })?;
    Ok((facts, rendered))
}

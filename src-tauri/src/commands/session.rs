//! Files, samples and settings.

use std::path::{Path, PathBuf};

use backbone_contract::{
    ErrorCode, NewInitiative, Nothing, OpenFile, Opened, RecentChoice, RecentFile, Sample,
    SampleChoice, Saved, SessionState, Settings, WireError,
};
use backbone_core::{Topic, initiative::Initiative};
use backbone_exchange::sample::{self, SAMPLES};
use backbone_figures::dates;
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_plugin_dialog::DialogExt;

use super::history;
use crate::{
    clock,
    errors::wire,
    session::{Session, lock},
    words, writing,
};

/// Not translated: the name of the app.
const PRODUCT: &str = "Backbone Desk";
const ENDING: &str = "backbone";

#[tauri::command]
pub fn session_state(
    session: State<'_, Session>,
    request: Nothing,
) -> Result<SessionState, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    let saved_at = session
        .saved_ms()
        .map(|at| dates::time(clock::local(at).time()));
    let file = match session.read(|book| {
        let overview = book.overview(today)?;
        let initiative = book.initiative()?;
        let path = book.path().unwrap_or_else(|| Path::new("")).to_owned();
        Ok((initiative, path, overview.due.len(), overview.overdue.len()))
    }) {
        Ok((initiative, path, due, overdue)) => Some(OpenFile {
            initiative: initiative.name,
            backbone_organization: initiative.backbone_organization,
            file_name: file_name(&path),
            folder: folder(&path),
            is_sample: initiative.is_sample,
            saved_at,
            measures_due: u32::try_from(due).unwrap_or(u32::MAX),
            actions_overdue: u32::try_from(overdue).unwrap_or(u32::MAX),
        }),
        Err(error) if error.code == ErrorCode::NoFile => None,
        Err(error) => return Err(error),
    };
    let undo = if file.is_some() {
        history::state(&session)?
    } else {
        Default::default()
    };
    // Samples are whole initiatives to be read through; only the first screen shows them.
    let samples = match &file {
        Some(_) => Vec::new(),
        None => SAMPLES.iter().filter_map(sample_line).collect(),
    };
    let remembered = lock(&session.remembered);
    Ok(SessionState {
        file,
        undo,
        recent: remembered.recent().iter().map(recent_file).collect(),
        samples,
        settings: remembered.settings().clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        today: dates::long(today),
        failed_file: session.take_failed(),
    })
}

fn recent_file(recent: &crate::settings::Recent) -> RecentFile {
    RecentFile {
        key: recent.key,
        initiative: recent.initiative.clone(),
        file_name: file_name(&recent.path),
        folder: folder(&recent.path),
        opened: dates::short(clock::local(recent.opened_ms).date_naive()),
        is_present: recent.path.exists(),
    }
}

/// A sample that cannot be read is a defect of the build; the others are still offered.
fn sample_line(sample: &sample::Sample) -> Option<Sample> {
    let about = sample.about().ok()?;
    Some(Sample {
        name: sample.name.to_owned(),
        place: about.place,
        theme: about.theme,
        about: about.sentence,
        partners: u32::try_from(about.partners).unwrap_or(u32::MAX),
        headline_measures: u32::try_from(about.headline_measures).unwrap_or(u32::MAX),
    })
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The folder as people say it: its own name and the one above.
fn folder(path: &Path) -> String {
    let parts: Vec<_> = path
        .parent()
        .map(|folder| {
            folder
                .iter()
                .map(|part| part.to_string_lossy().into_owned())
                .collect()
        })
        .unwrap_or_default();
    let shown: Vec<String> = parts
        .into_iter()
        .filter(|part: &String| part != "/")
        .collect();
    shown
        .get(shown.len().saturating_sub(2)..)
        .unwrap_or_default()
        .join(" › ")
}

/// The window says that people can work now; with `BACKBONE_TRACE_START` the time is told.
#[tauri::command]
pub fn window_ready(session: State<'_, Session>, request: Nothing) -> Result<Nothing, WireError> {
    if std::env::var_os("BACKBONE_TRACE_START").is_some() {
        eprintln!("READY {}", session.age_ms());
    }
    Ok(request)
}

#[tauri::command]
pub fn new_initiative<R: Runtime>(
    app: AppHandle<R>,
    request: NewInitiative,
    session: State<'_, Session>,
) -> Result<Opened, WireError> {
    let mut initiative = Initiative::named(&request.name);
    initiative.backbone_organization = request.backbone_organization;
    initiative.geography = request.geography;
    backbone_core::Record::validate(&initiative).map_err(|error| wire(&error))?;
    let proposed = format!("{}.{ENDING}", safe_name(&initiative.name));
    let Some(path) = ask_where_to_save(&app, "dialog-new", &proposed, ENDING, PRODUCT) else {
        return Ok(Opened { is_open: false });
    };
    // The native dialog has asked before replacing a file.
    let aside = writing::set_aside(&path).map_err(|error| cannot_write(&error))?;
    if let Err(error) = session.create(&path, initiative) {
        aside.put_back();
        return Err(error);
    }
    aside.forget();
    session.announce(&app, Topic::ALL);
    Ok(Opened { is_open: true })
}

#[tauri::command]
pub fn open_initiative<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Opened, WireError> {
    let Nothing {} = request;
    let chosen = app
        .dialog()
        .file()
        .set_title(words::get("dialog-open"))
        .add_filter(PRODUCT, &[ENDING])
        .blocking_pick_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(Opened { is_open: false });
    };
    session.open(&path)?;
    session.announce(&app, Topic::ALL);
    Ok(Opened { is_open: true })
}

#[tauri::command]
pub fn open_recent<R: Runtime>(
    app: AppHandle<R>,
    request: RecentChoice,
    session: State<'_, Session>,
) -> Result<Opened, WireError> {
    let path = lock(&session.remembered)
        .recent()
        .iter()
        .find(|recent| recent.key == request.key)
        .map(|recent| recent.path.clone());
    let path = path.ok_or(WireError {
        code: ErrorCode::NotFound,
        field: None,
        detail: None,
    })?;
    session.open(&path)?;
    session.announce(&app, Topic::ALL);
    Ok(Opened { is_open: true })
}

#[tauri::command]
pub fn forget_recent(
    session: State<'_, Session>,
    request: RecentChoice,
) -> Result<Nothing, WireError> {
    lock(&session.remembered).forget(request.key);
    Ok(Nothing {})
}

#[tauri::command]
pub fn open_sample<R: Runtime>(
    app: AppHandle<R>,
    request: SampleChoice,
    session: State<'_, Session>,
) -> Result<Opened, WireError> {
    let sample = sample::find(&request.name).ok_or(WireError {
        code: ErrorCode::NotFound,
        field: None,
        detail: None,
    })?;
    session.open_sample(sample)?;
    session.announce(&app, Topic::ALL);
    Ok(Opened { is_open: true })
}

#[tauri::command]
pub fn close_initiative<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.close();
    session.announce(&app, Topic::ALL);
    Ok(request)
}

#[tauri::command]
pub fn save_copy<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Saved, WireError> {
    let Nothing {} = request;
    let name = session.read(|book| book.initiative())?.name;
    let proposed = format!(
        "{} {}.{ENDING}",
        safe_name(&name),
        clock::today().format("%Y-%m-%d")
    );
    let Some(path) = ask_where_to_save(&app, "dialog-copy", &proposed, ENDING, PRODUCT) else {
        return Ok(Saved { file_name: None });
    };
    session.read(|book| book.backup_to(&path, true))?;
    Ok(Saved {
        file_name: Some(file_name(&path)),
    })
}

#[tauri::command]
pub fn change_settings(
    session: State<'_, Session>,
    request: Settings,
) -> Result<Settings, WireError> {
    let mut remembered = lock(&session.remembered);
    remembered.change(request);
    Ok(remembered.settings().clone())
}

/// Asks in the system's own dialog; none when the person changed their mind.
pub fn ask_where_to_save<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    proposed: &str,
    ending: &str,
    kind: &str,
) -> Option<PathBuf> {
    let session = app.state::<Session>();
    let mut dialog = app
        .dialog()
        .file()
        .set_title(words::get(title))
        .set_file_name(proposed)
        .add_filter(kind, &[ending]);
    if let Some(folder) = lock(&session.remembered).save_folder() {
        dialog = dialog.set_directory(folder);
    }
    let path = dialog.blocking_save_file()?.into_path().ok()?;
    lock(&session.remembered).saved_at(&path);
    let has_ending = path
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending));
    Some(if has_ending {
        path
    } else {
        PathBuf::from(format!("{}.{ending}", path.display()))
    })
}

/// A name every system takes as a file name.
pub fn safe_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .take(80)
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let safe = safe.trim().trim_matches('.').to_owned();
    if safe.is_empty() {
        "Initiative".to_owned()
    } else {
        safe
    }
}

/// A place that cannot be written.
pub fn cannot_write(error: &std::io::Error) -> WireError {
    let code = if error.kind() == std::io::ErrorKind::StorageFull {
        ErrorCode::DiskFull
    } else {
        ErrorCode::CannotWrite
    };
    WireError {
        code,
        field: None,
        detail: Some(error.to_string()),
    }
}

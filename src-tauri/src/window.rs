//! Builds and runs the one window: plugins, the list of commands, the session behind them.

use std::{
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
    time::Instant,
};

use tauri::{App, Builder, Manager, RunEvent, Runtime, async_runtime, ipc::Invoke};

use crate::{
    session::{Session, with_reason},
    settings::Remembered,
};

macro_rules! commands {
    ($($module:ident { $($name:ident($request:ty) -> $response:ty;)* })*) => {
        tauri::generate_handler![$($(crate::commands::$module::$name),*),*]
    };
}

/// Opens the window, on `file` if one is given, and stays until it is closed.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    let started = Instant::now();
    if !has_display() {
        eprintln!(
            "backbone-desk: there is no display to open a window on; `backbone-desk --help` \
             lists what works without one"
        );
        return ExitCode::FAILURE;
    }
    let built = without_a_crash(|| build(file, started));
    match built {
        Some(Ok(app)) => {
            let code = app.run_return(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<Session>().close();
                }
            });
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        }
        Some(Err(error)) => {
            eprintln!("backbone-desk: the window cannot be opened: {error}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("backbone-desk: the display cannot be used to open a window on");
            ExitCode::FAILURE
        }
    }
}

/// The toolkit panics where a display is named but does not answer; people get a sentence.
fn without_a_crash<T>(build: impl FnOnce() -> T) -> Option<T> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let built = panic::catch_unwind(AssertUnwindSafe(build)).ok();
    panic::set_hook(hook);
    built
}

fn build(file: Option<PathBuf>, started: Instant) -> tauri::Result<App> {
    Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            |app, arguments, folder| {
                // The first window comes forward and opens the file asked for, so that one
                // person never works in two windows by accident.
                if let Some(window) = app.get_webview_window("main") {
                    let _ = window.unminimize();
                    let _ = window.set_focus();
                }
                if let Some(file) = arguments.get(1) {
                    app.state::<Session>()
                        .open_from_outside(app, &PathBuf::from(folder).join(file));
                }
            },
        ))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(handler())
        .setup(move |app| {
            let remembered = Remembered::read(&app.path().app_config_dir()?);
            let documents = app
                .path()
                .document_dir()
                .or_else(|_| app.path().home_dir())?;
            let session = Session::new(remembered, documents, started);
            if let Some(file) = &file {
                session.open_at_start(file);
            }
            app.manage(session);
            Ok(())
        })
        .build(tauri::generate_context!())
}

/// Everything the window may call. Each call runs on a thread of its own, so that the window
/// never waits; as a whole and not command by command, which would build the machinery of a
/// thread into the program once for each of them.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    let commands = Arc::new(commands());
    move |invoke| {
        let commands = Arc::clone(&commands);
        async_runtime::spawn_blocking(move || {
            let reason = reason(&invoke);
            with_reason(reason.as_deref(), || commands(invoke))
        });
        true
    }
}

/// Why the change that is called for is made: a header in JSON, which is plain text whatever
/// the reason is written in.
fn reason<R: Runtime>(invoke: &Invoke<R>) -> Option<String> {
    let header = invoke.message.headers().get("reason")?;
    serde_json::from_str(header.to_str().ok()?).ok()
}

fn commands<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    include!("../crates/contract/src/command_list.rs")
}

/// The toolkit ends the process without a display, so it is asked for first.
fn has_display() -> bool {
    if cfg!(any(windows, target_os = "macos")) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

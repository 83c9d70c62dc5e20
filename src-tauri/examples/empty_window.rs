//! A window with nothing in it: what the toolkit itself costs. `cargo xtask bench` measures
//! the app against it.

use tauri::{Builder, WebviewUrl, WebviewWindowBuilder, http::Response, webview::PageLoadEvent};

const NOTHING: &[u8] = b"<!doctype html><title>Empty</title>";

fn main() -> tauri::Result<()> {
    let mut context = tauri::generate_context!();
    // The same settings without the app's window.
    context.config_mut().app.windows.clear();
    Builder::default()
        // A page of its own scheme is loaded as the app's is.
        .register_uri_scheme_protocol("empty", |_, _| {
            let mut page = Response::new(NOTHING.to_vec());
            let html = tauri::http::HeaderValue::from_static("text/html");
            page.headers_mut()
                .insert(tauri::http::header::CONTENT_TYPE, html);
            page
        })
        .setup(|app| {
            let nothing = "empty://localhost/".parse()?;
            WebviewWindowBuilder::new(app, "empty", WebviewUrl::CustomProtocol(nothing))
                .inner_size(1280.0, 820.0)
                .on_page_load(|_, page| {
                    if page.event() == PageLoadEvent::Finished {
                        eprintln!("READY");
                    }
                })
                .build()?;
            Ok(())
        })
        .run(context)
}

//! A window with nothing in it: what the toolkit itself costs. `cargo xtask bench` measures
//! the app against it.

use tauri::{Builder, WebviewUrl, WebviewWindowBuilder, webview::PageLoadEvent};

fn main() -> tauri::Result<()> {
    let mut context = tauri::generate_context!();
    // The same settings without the app's window.
    context.config_mut().app.windows.clear();
    Builder::default()
        .setup(|app| {
            let nothing = "about:blank".parse()?;
            WebviewWindowBuilder::new(app, "empty", WebviewUrl::External(nothing))
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

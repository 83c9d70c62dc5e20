//! Tells the shell's permission system which commands exist: the same list that feeds the
//! handler and the TypeScript client.

use std::env;

macro_rules! commands {
    ($($module:ident { $($name:ident($request:ty) -> $response:ty;)* })*) => {
        &[$($(stringify!($name)),*),*]
    };
}

const LIST: &str = "crates/contract/src/command_list.rs";
const COMMANDS: &[&str] = include!("crates/contract/src/command_list.rs");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed={LIST}");
    // The linker that Rust brings for it writes functions that are alike only once.
    if env::var("TARGET").is_ok_and(|target| target == "x86_64-unknown-linux-gnu") {
        println!("cargo:rustc-link-arg-bins=-Wl,--icf=safe");
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

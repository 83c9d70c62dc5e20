//! Tells the shell's permission system which commands exist: the same list that feeds the
//! handler and the TypeScript client.

macro_rules! commands {
    ($($module:ident { $($name:ident($request:ty) -> $response:ty;)* })*) => {
        &[$($(stringify!($name)),*),*]
    };
}

const LIST: &str = "crates/contract/src/command_list.rs";
const COMMANDS: &[&str] = include!("crates/contract/src/command_list.rs");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed={LIST}");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

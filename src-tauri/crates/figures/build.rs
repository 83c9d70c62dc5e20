//! The typeface comes from the window's packages; without them nothing can be measured.

use std::{path::Path, process::exit};

fn main() {
    let folder = Path::new("../../../ui/node_modules/@expo-google-fonts/source-sans-3");
    println!("cargo:rerun-if-changed={}", folder.display());
    if !folder.is_dir() {
        println!(
            "cargo:warning=the typeface is missing: run `npm ci` in ui/, or `cargo xtask setup`"
        );
        exit(1);
    }
}

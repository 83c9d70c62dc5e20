//! Installs what is missing: system packages where apt is at home, npm packages, and the
//! tools of the tests. Elsewhere it says what to install.

use std::{fs, path::Path, time::SystemTime};

use crate::{
    Outcome, place,
    run::{ask, cargo, command, npm, run},
};

/// What the window needs to be built.
const TO_BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];
/// What the tests need beside that.
const TO_TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
    "xdotool",
    "poppler-utils",
    "qpdf",
    "sqlite3",
    "python3-venv",
];
const OLDEST_NODE: u32 = 20;
const PDF_CHECKER: &str = "page-validation==0.11.0";
const WINDOW_DRIVER: &str = "2.1.0";

/// What a build needs.
pub fn to_build() -> Outcome {
    system(TO_BUILD)?;
    packages()
}

/// What a build and the tests need.
pub fn everything() -> Outcome {
    system(&[TO_BUILD, TO_TEST].concat())?;
    packages()?;
    if cfg!(target_os = "linux") {
        pdf_checker()?;
        window_driver()?;
    }
    println!("Everything is there.");
    Ok(())
}

fn system(wanted: &[&str]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if ask(command("dpkg-query").arg("--version")).is_none() {
        println!(
            "This Linux has no apt. If the build fails, install what your distribution calls:\n  {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let is_missing = |package: &&&str| {
        let status = ask(command("dpkg-query").args(["-W", "-f=${Status}", package]));
        status.is_none_or(|status| status != "install ok installed")
    };
    let missing: Vec<&str> = wanted.iter().filter(is_missing).copied().collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing system packages: {}", missing.join(" "));
    let is_root = ask(command("id").arg("-u")).is_some_and(|id| id == "0");
    let apt = || {
        if is_root {
            command("apt-get")
        } else {
            let mut sudo = command("sudo");
            sudo.arg("apt-get");
            sudo
        }
    };
    let by_hand = |reason| {
        format!(
            "{reason}\nInstall these by hand and try again:\n  sudo apt-get install {}",
            missing.join(" ")
        )
    };
    run(apt().arg("update")).map_err(by_hand)?;
    let install = ["install", "--yes", "--no-install-recommends"];
    run(apt().args(install).args(&missing)).map_err(by_hand)
}

/// npm packages, anew only when the list of them has changed. The typeface the report
/// prints with is among them, so this comes before any cargo build.
fn packages() -> Outcome {
    let version = ask(command("node").arg("--version"));
    let major = version.as_deref().and_then(|version| {
        version
            .trim_start_matches('v')
            .split('.')
            .next()?
            .parse()
            .ok()
    });
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Err(format!(
            "Node {OLDEST_NODE} or newer is needed ({}). Get it from https://nodejs.org or your \
             package manager.",
            version.map_or("none was found".to_owned(), |version| format!(
                "found {version}"
            ))
        ));
    }
    let lock = place::ui().join("package-lock.json");
    let stamp = place::target().join("npm-packages.lock");
    let is_there = place::ui().join("node_modules").is_dir();
    if is_there && fs::read(&lock).ok() == fs::read(&stamp).ok() {
        return Ok(());
    }
    println!("Installing npm packages");
    run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
    fs::create_dir_all(place::target())
        .and_then(|()| fs::copy(&lock, &stamp).map(drop))
        .map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Builds the window where its sources are newer than what was built; the program, which
/// holds it, is then built anew too.
pub fn window() -> Outcome {
    let built = fs::metadata(place::ui().join("dist/index.html")).and_then(|file| file.modified());
    let sources = ["src", "index.html", "package-lock.json", "vite.config.ts"];
    let is_current = built.is_ok_and(|built| {
        let newest = sources.iter().map(|name| newest(&place::ui().join(name)));
        newest.flatten().all(|changed| changed < built)
    });
    if is_current {
        println!("The window is built already.");
        return Ok(());
    }
    run(npm().args(["run", "build"]))
}

/// When a file, or anything in a folder, was changed last.
fn newest(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = fs::read_dir(path) else {
        return fs::metadata(path).ok()?.modified().ok();
    };
    entries
        .filter_map(|entry| newest(&entry.ok()?.path()))
        .max()
}

fn pdf_checker() -> Outcome {
    let python = place::tools().join("python");
    let is_there = python.join("bin/python").is_file()
        && ask(command(python.join("bin/python")).args(["-c", "import page"])).is_some();
    if is_there {
        return Ok(());
    }
    println!("Installing the checker of PDF files ({PDF_CHECKER})");
    run(command("python3").args(["-m", "venv"]).arg(&python))?;
    run(command(python.join("bin/python")).args(["-m", "pip", "install", "--quiet", PDF_CHECKER]))
}

fn window_driver() -> Outcome {
    if place::tools().join("bin/tauri-driver").is_file() {
        return Ok(());
    }
    println!("Installing the driver of the real window (tauri-driver {WINDOW_DRIVER})");
    let install = [
        "install",
        "tauri-driver",
        "--version",
        WINDOW_DRIVER,
        "--locked",
        "--root",
    ];
    run(cargo().args(install).arg(place::tools()))
}

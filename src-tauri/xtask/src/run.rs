//! Running other programs, in sight of the person who waits.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use crate::{Outcome, place};

/// A command that runs in the repository's folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    // npm is a script on Windows, which is only found by its whole name.
    let program = program.as_ref();
    let is_script = cfg!(windows) && (program == "npm" || program == "npx");
    let mut command = if is_script {
        let mut shell = Command::new("cmd");
        shell.arg("/C").arg(program);
        shell
    } else {
        Command::new(program)
    };
    command.current_dir(place::root());
    command
}

/// The same cargo this chore was started with.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm in the window's folder.
pub fn npm() -> Command {
    let mut npm = command("npm");
    npm.current_dir(place::ui());
    npm
}

/// Runs a command to its end; what it prints is seen as it comes.
pub fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| format!("{} cannot be started: {error}", name(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed ({status})", shown(command)))
    }
}

/// Runs a command to its end, shows what it prints as it comes, and hands it on. The
/// second part says whether it succeeded.
pub fn listen(command: &mut Command) -> Outcome<(String, bool)> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{} cannot be started: {error}", name(command)))?;
    let mut heard = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|error| error.to_string())?;
            println!("{line}");
            heard.push_str(&line);
            heard.push('\n');
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok((heard, status.success()))
}

/// What a command prints, if it succeeds.
pub fn ask(command: &mut Command) -> Option<String> {
    let answer = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    answer.status.success().then_some(text)
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let mut words = vec![name(command)];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned()
}

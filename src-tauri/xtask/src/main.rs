//! The chores of this repository, each one command: `cargo xtask start` and
//! `cargo xtask test` are all a newcomer needs. Says what it does, can be run again, and
//! leaves the machine alone where nothing is missing.

mod bench;
mod pdf;
mod place;
mod run;
mod setup;
mod start;
mod tally;
mod test;

use std::process::ExitCode;

/// What a chore fails with: a sentence for the person in front of it.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
The chores of Backbone Desk.

  cargo xtask start    install what is missing, build, make the Cincinnati sample with its
                       board report, and open the app on it when there is a display
  cargo xtask test     everything that must pass
  cargo xtask setup    only install what is missing
  cargo xtask check    format, lints and types, the quick part of test
  cargo xtask bench    measure speed and memory of the release build, with a JSON summary
";

fn main() -> ExitCode {
    let chore = std::env::args().nth(1);
    let outcome = match chore.as_deref() {
        Some("start") => start::start(),
        Some("test") => test::everything(),
        Some("check") => test::check(),
        Some("setup") => setup::everything(),
        Some("bench") => bench::run(),
        Some("help" | "--help" | "-h") | None => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some(other) => {
            eprint!("There is no chore “{other}”.\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\n{reason}");
            ExitCode::FAILURE
        }
    }
}

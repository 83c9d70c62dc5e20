//! The command line of the same program: one verb a file, no window and no display.
//! Results go to standard output, reasons to standard error; exit 0 done, 1 refused,
//! 2 wrong usage.

mod arguments;
mod backup;
mod check;
mod columns;
mod compute;
mod export;
mod history;
mod import;
mod import_contacts;
mod import_options;
mod leave;
mod query;
mod refusal;
mod report;
mod request;
mod sample;
mod search;

use std::{
    io::{self, Write},
    process::ExitCode,
};

pub use arguments::{Arguments, Verb};
use refusal::Refusal;

/// Runs one verb and turns its outcome into an exit code.
pub fn run(verb: Verb) -> ExitCode {
    let mut output = io::stdout().lock();
    let outcome = match verb {
        Verb::Sample(arguments) => sample::run(&arguments, &mut output),
        Verb::Import(arguments) => import::run(&arguments, &mut output),
        Verb::Report(arguments) => report::run(&arguments, &mut output),
        Verb::Request(arguments) => request::request(&arguments, &mut output),
        Verb::Receive(arguments) => request::receive(&arguments, &mut output),
        Verb::Query(arguments) => query::run(&arguments, &mut output),
        Verb::Search(arguments) => search::run(&arguments, &mut output),
        Verb::Compute(arguments) => compute::command(&arguments, io::stdin().lock(), &mut output),
        Verb::Export(arguments) => export::export(&arguments, &mut output),
        Verb::Restore(arguments) => export::restore(&arguments, &mut output),
        Verb::Check(arguments) => return check::run(&arguments, &mut output),
        Verb::Backup(arguments) => backup::run(&arguments, &mut output),
        Verb::History(arguments) => history::list(&arguments, &mut output),
        Verb::Undo(arguments) => history::undo(&arguments, &mut output),
        Verb::Redo(arguments) => history::redo(&arguments, &mut output),
    };
    let outcome = outcome.and_then(|()| output.flush().map_err(Refusal::from));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => refusal.report(),
    }
}

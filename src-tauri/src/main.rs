//! Backbone Desk: one program that is a window and a command line. This file only
//! decides which of the two was asked for.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod cli;
mod clock;
mod commands;
mod contacts;
mod errors;
mod imports;
mod leaving;
mod problems;
mod requests;
mod returned;
mod samples;
mod searched;
mod session;
mod settings;
mod window;
mod words;
mod writing;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match arguments.verb {
        Some(verb) => cli::run(verb),
        None => window::run(arguments.file),
    }
}

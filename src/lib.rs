//! msl-learn: reads the command line, does the one thing asked, and leaves with the right exit code.
//!
//! It is a library, so that benches and the board of a class use the same code as the program.

mod catalog;
mod check;
mod checked;
mod class;
mod cli;
mod commands;
mod dialogue;
mod doctor;
mod failure;
mod left;
mod map;
mod pages;
mod practice;
mod progress;
mod quiz;
mod report;
mod review;
mod ui;
mod watch;
mod workspace;

pub use catalog::drill::{Drill, drills};
pub use catalog::{Exercise, Mistake, exercise};
pub use check::{AccountSpec, Check, EventLoop};
pub use checked::Checked;
pub use failure::{Failure, Result};
pub use pages::findings::checked as findings;
pub use practice::{Files, Practice, Runtime, Stations, StationsInProgress, runtime};
pub use progress::Progress;
pub use ui::screen::{Page, Screen};
pub use ui::{Color, Line, Meaning, Span};
pub use workspace::Settings;

use std::env;
use std::process::ExitCode;

use clap::Parser;

use crate::class::cloud::runtime_api::RuntimeApi;
use crate::class::cloud::worker;
use crate::cli::Cli;
use crate::commands::slip;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE};
use crate::ui::{Printer, interrupt};

/// Runs the program with this process's arguments.
pub fn run() -> ExitCode {
    if let Some(api) = RuntimeApi::of_this_process() {
        return serve_lambda(&api);
    }
    let cli = parsed();
    let mut printer = Printer::new(cli.color);
    let code = obey(&cli, &mut printer).unwrap_or_else(|failure| {
        // If stderr is closed too, nobody can be told.
        let _ = printer.failure(&failure.message, failure.hint.as_deref());
        failure.exit_code()
    });
    ExitCode::from(code)
}

/// The command line; ends the program with a usage error or a help text.
fn parsed() -> Cli {
    Cli::try_parse().unwrap_or_else(|error| {
        let arguments: Vec<String> = env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        slip::with_tip(error, &arguments).exit()
    })
}

/// Lambda shows in the function's log what is wrong.
fn serve_lambda(api: &RuntimeApi) -> ExitCode {
    let served = worker::serve(api);
    let mut printer = Printer::new(Color::Never);
    let Err(failure) = served else { return ExitCode::SUCCESS };
    let _ = printer.failure(&failure.message, failure.hint.as_deref());
    ExitCode::from(failure.exit_code())
}

fn obey(cli: &Cli, printer: &mut Printer) -> Result<u8> {
    // The watch screen handles signals itself. A command that does not wait leaves Ctrl-C to the system and the pager.
    if let Some(command) = &cli.command {
        interrupt::end_on_signals(command.waits())?;
        if !command.waits() {
            return commands::run(cli, printer);
        }
    }
    let code = commands::run(cli, printer);
    // An abandoned wait may have left a child at work, such as a program that prints credentials.
    if !matches!(code, Ok(EXIT_DONE | EXIT_NOT_DONE)) {
        interrupt::end_children();
    }
    code
}

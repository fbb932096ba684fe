//! msl-learn: read the command line, do the one thing asked, say what went wrong, leave with the right exit code.

mod account;
mod catalog;
mod cli;
mod commands;
mod examine;
mod failure;
mod practice;
mod progress;
mod settings;
mod ui;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;
use crate::ui::Printer;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut printer = Printer::new(cli.color);
    let code = commands::run(&cli, &mut printer).unwrap_or_else(|failure| {
        // Nobody is left to tell when stderr is closed too.
        let _ = printer.failure(&failure.message, failure.hint.as_deref());
        failure.exit_code()
    });
    ExitCode::from(code)
}

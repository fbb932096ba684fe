//! msl-learn: read the command line, do the one thing asked, say what went wrong, leave with the right exit code.

mod account;
mod asked;
mod catalog;
mod cli;
mod commands;
mod doctor;
mod examine;
mod failure;
#[cfg_attr(not(unix), path = "interrupt_elsewhere.rs")]
mod interrupt;
mod last_look;
mod practice;
mod progress;
mod quiz;
mod session;
mod settings;
mod ui;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::ui::Printer;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut printer = Printer::new(cli.color);
    let code = run(&cli, &mut printer).unwrap_or_else(|failure| {
        // Nobody is left to tell when stderr is closed too.
        let _ = printer.failure(&failure.message, failure.hint.as_deref());
        failure.exit_code()
    });
    ExitCode::from(code)
}

fn run(cli: &Cli, printer: &mut Printer) -> Result<u8> {
    // The watch screen looks after signals itself.
    if cli.command.as_ref().is_some_and(|command| !command.waits()) {
        return commands::run(cli, printer);
    }
    if cli.command.is_some() {
        interrupt::end_on_ctrl_c()?;
    }
    let code = commands::run(cli, printer);
    // What was given up may still have somebody at work, such as a program that was to print credentials.
    if !matches!(code, Ok(EXIT_DONE | EXIT_NOT_DONE)) {
        interrupt::end_children();
    }
    code
}

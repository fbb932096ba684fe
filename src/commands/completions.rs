//! `msl-learn completions`: the completion script of a shell.

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

use crate::cli::Cli;
use crate::failure::{EXIT_DONE, Result};
use crate::ui::Printer;

/// # Errors
/// If stdout cannot be written.
pub fn run(shell: Shell, printer: &mut Printer) -> Result<u8> {
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    generate(shell, &mut command, name, &mut script);
    printer.generated(&String::from_utf8_lossy(&script))?;
    Ok(EXIT_DONE)
}

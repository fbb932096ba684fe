//! `msl-learn` alone: the watch screen, or one line a change if there is no screen.

use std::env;
use std::io::{self, IsTerminal};
use std::path::Path;

use crate::failure::Result;
use crate::ui::Printer;
use crate::watch::{self, plain};
use crate::workspace::Workspace;

/// # Errors
/// If there is no workspace, its progress is damaged, or the terminal cannot be drawn on.
pub fn run(plain: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    if plain || !has_screen() {
        return plain::run(&workspace, printer);
    }
    watch::run(&workspace, printer.color())
}

fn has_screen() -> bool {
    let is_dumb = env::var_os("TERM").is_none_or(|term| term == "dumb");
    io::stdin().is_terminal() && io::stdout().is_terminal() && !is_dumb
}

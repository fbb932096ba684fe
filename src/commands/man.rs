//! `msl-learn man`: the manual page, with a section for every command.

use std::io;

use clap::{Arg, Command, CommandFactory as _};
use clap_mangen::Man;

use crate::cli::Cli;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::Printer;

/// When commands or options last changed, which is the date of the manual page.
const REVISED: &str = "2026-11-25";

/// # Errors
/// If stdout cannot be written.
pub fn run(printer: &mut Printer) -> Result<u8> {
    let page = page().map_err(|error| Failure::environment(format!("the manual page cannot be made: {error}")))?;
    printer.generated(&page)?;
    Ok(EXIT_DONE)
}

fn page() -> io::Result<String> {
    let mut root = Cli::command();
    root.build();
    let mut page = Vec::new();
    let man = Man::new(root.clone()).date(REVISED);
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut page = text(page);
    for command in root.get_subcommands() {
        page.push_str(&section(command)?);
    }
    Ok(page)
}

/// A section for a command, followed by those of its subcommands. Options of every command are described once, above.
fn section(command: &Command) -> io::Result<String> {
    let own = |arg: &Arg| !arg.is_hide_set() && !arg.is_global_set() && arg.get_id() != "help";
    let has_own = command.get_arguments().any(own);
    let man = Man::new(command.clone().mut_args(|arg| if own(&arg) { arg } else { arg.hide(true) }));
    let mut parts = Vec::new();
    man.render_synopsis_section(&mut parts)?;
    man.render_description_section(&mut parts)?;
    if has_own {
        man.render_options_section(&mut parts)?;
    }
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let mut section = format!(".SH \"{}\"\n{}", name.to_uppercase(), text(parts).replace("\n.SH ", "\n.SS "));
    for below in command.get_subcommands() {
        section.push_str(&self::section(below)?);
    }
    Ok(section)
}

/// Drops a line break beside an empty line, which already is one for `man`.
fn text(roff: Vec<u8>) -> String {
    let text = String::from_utf8_lossy(&roff).into_owned();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let is_empty = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|line| line.is_empty());
    let is_needed = |at: usize| lines[at] != ".br" || !is_empty(at.checked_sub(1)) && !is_empty(Some(at + 1));
    let kept = (0..lines.len()).filter(|at| is_needed(*at));
    kept.map(|at| format!("{}\n", lines[at])).collect()
}

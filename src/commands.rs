//! The subcommands, one file each.

mod check;
mod class;
mod cleanup;
mod completions;
mod costs;
mod doctor;
mod drill;
mod hint;
mod history;
mod init;
mod list;
mod man;
mod map;
mod next;
mod open;
mod output;
mod policy;
mod practice;
mod progress;
mod quiz;
mod read;
mod replay;
mod report;
mod reset;
mod review;
mod running;
mod skip;
pub mod slip;
mod solution;
mod start;
mod watch;

use std::path::Path;

use crate::catalog::{self, Exercise};
use crate::cli::{Cli, Command};
use crate::failure::{Failure, Result};
use crate::pages;
use crate::progress::Progress;
use crate::ui::{OwnCommands, Printer};
use crate::workspace::{self, Workspace};

/// Does what the command line asks. Returns the exit code.
///
/// # Errors
/// As each command documents.
pub fn run(cli: &Cli, printer: &mut Printer) -> Result<u8> {
    let directory = cli.directory.as_deref();
    lead_commands(cli, printer);
    let Some(command) = &cli.command else { return watch::run(cli.plain, directory, printer) };
    if cli.plain {
        return Err(Failure::usage("--plain belongs to the watch screen, and so to no command")
            .hint("Write `msl-learn --plain`, or the command without it."));
    }
    match command {
        Command::Init(init) => init::run(init, printer),
        Command::Next { answers } => next::run(answers.as_deref(), directory, printer),
        Command::Start { exercise, force } => start::run(exercise.as_deref(), *force, directory, printer),
        Command::Skip { step, undo } => skip::run(step.as_deref(), *undo, directory, printer),
        Command::Reset { exercise, yes } => reset::run(exercise, *yes, directory, printer),
        Command::History { exercise, format } => history::run(exercise.as_deref(), *format, directory, printer),
        Command::Progress { format } => progress::run(*format, directory, printer),
        Command::Check(check) => match drill::of_check(check, directory)? {
            Some(workspace) => drill::check(&workspace, printer),
            None => check::run(check, directory, printer),
        },
        Command::Costs { format } => costs::run(*format, directory, printer),
        Command::Cleanup(args) => cleanup::run(args, directory, printer),
        Command::Report(report) => report::run(report, directory, printer),
        Command::Replay { file } => replay::run(file, printer),
        Command::Policy(policy) => policy::run(policy, directory, printer),
        Command::Review(args) => review::run(args, directory, printer),
        Command::Map(map) => map::run(map, directory, printer),
        Command::List { chapter, format } => list::run(*chapter, *format, directory, printer),
        Command::Read { what, html: Some(folder), without, .. } => {
            read::write(what.as_deref(), folder, without, directory, printer)
        }
        Command::Read { what, no_pager, .. } => read::run(what.as_deref(), !no_pager, directory, printer),
        Command::Hint { exercise } => hint::run(exercise.as_deref(), directory, printer),
        Command::Solution { exercise, yes } => solution::run(exercise.as_deref(), *yes, directory, printer),
        Command::Quiz(quiz) => quiz::run(quiz, directory, printer),
        Command::Doctor { format } => doctor::run(*format, directory, printer),
        Command::Drill(drill) => drill::run(drill, directory, printer),
        Command::Completions { shell } => completions::run(*shell, printer),
        Command::Man => man::run(printer),
        Command::Open { what, function } => open::run(*what, function, directory, printer),
        Command::Class(class) => class::run(class, directory, printer),
        Command::Practice(practice) => practice::run(practice, directory, printer),
    }
}

/// Where `-C` names a workspace, the commands that are said name it, too. A class has commands of its own, and `init` makes one.
fn lead_commands(cli: &Cli, printer: &mut Printer) {
    if matches!(cli.command, Some(Command::Init(_) | Command::Class(_))) {
        return;
    }
    if let Some(named) = &cli.directory
        && let Ok(Some(root)) = workspace::root(Some(named))
    {
        lead_to(&root, printer);
    }
}

/// From now on, the commands that are said find the workspace in `root`.
fn lead_to(root: &Path, printer: &mut Printer) {
    let options = workspace::options(root, false);
    printer.write_commands(options.map(|options| OwnCommands::new("msl-learn", &options)));
}

/// The exercise that the command line names, or else the current one.
fn named_or_current(name: Option<&str>, workspace: &Workspace) -> Result<&'static Exercise> {
    if let Some(name) = name {
        return catalog::exercise(name);
    }
    Progress::read(&workspace.root)?.exercise(workspace.settings.steps).ok_or_else(|| {
        Failure::usage("every exercise is done, so there is no current one")
            .hint("Name an exercise by its number, such as 4.3; `msl-learn list` shows them all.")
    })
}

/// Says where the progress before a change is kept, if it is.
fn say_kept(path: Option<&str>, printer: &mut Printer) -> Result<()> {
    path.map_or(Ok(()), |path| printer.note(&pages::progress::kept(path)))
}

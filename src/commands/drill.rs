//! `msl-learn drill`: breaks something in a solved practice account, and asks for its repair.

mod account;
mod begin;
mod choice;
mod end;

use std::path::Path;

use crate::catalog::drill::{Drill, by_key};
use crate::catalog::{Exercise, fill};
use crate::cli::{CheckArgs, DrillArgs, Format};
use crate::failure::{Failure, Result};
use crate::progress::{CurrentDrill, Progress};
use crate::ui::Printer;
use crate::workspace::{Workspace, place};

pub use account::leave;
pub use end::check;

/// # Errors
/// If the workspace is no practice workspace, a program that drills need is missing, or the account cannot
/// be replaced, started or checked.
pub fn run(drill: &DrillArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    place::refuse_real(&workspace, "drill")?;
    match () {
        () if drill.check => check(&workspace, printer),
        () if drill.hint => end::hint(&workspace, printer),
        () if drill.give_up => end::give_up(&workspace, printer),
        () => begin::run(drill.what.as_deref(), drill.seed, &workspace, printer),
    }
}

/// Whether a drill is going on in the workspace.
///
/// # Errors
/// If the progress cannot be read.
pub fn is_going_on(workspace: &Workspace) -> Result<bool> {
    Ok(Progress::read(&workspace.root)?.drills().current.is_some())
}

/// The exercises of the drill that is going on, if one is.
pub fn exercises_of(progress: &Progress) -> Vec<&'static Exercise> {
    let current = progress.drills().current.as_ref();
    current.map_or_else(Vec::new, |current| account::exercises(&named(&current.broken)))
}

/// The workspace, if a drill is going on in it and a check is about that, since it names nothing.
///
/// # Errors
/// If there is no workspace, or its progress cannot be read.
pub fn of_check(check: &CheckArgs, directory: Option<&Path>) -> Result<Option<Workspace>> {
    let names_none = check.exercises.is_empty() && !check.all && check.chapter.is_none();
    if !names_none || check.format != Format::Human {
        return Ok(None);
    }
    let workspace = Workspace::open(directory)?;
    let is_drill = is_going_on(&workspace)?;
    Ok(Some(workspace).filter(|_| is_drill))
}

/// The drill that is going on.
fn current(workspace: &Workspace) -> Result<CurrentDrill> {
    Progress::read(&workspace.root)?.drills().current.clone().ok_or_else(|| {
        Failure::usage("no drill is going on")
            .hint("`msl-learn drill` begins one: it breaks something for you to mend.")
    })
}

/// The drills of these names, as far as this msl-learn knows them.
fn named(keys: &[String]) -> Vec<Drill> {
    keys.iter().filter_map(|key| by_key(key)).collect()
}

/// What visitors see while these are broken.
fn visitors(drills: &[Drill], workspace: &Workspace) -> Result<Vec<String>> {
    drills.iter().map(|drill| fill(&workspace.learner(), drill.mistake.visitor)).collect()
}

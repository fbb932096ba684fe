//! `msl-learn practice goto`: brings the practice account to a place in the book, and back.

use std::path::Path;

use jiff::Timestamp;

use crate::catalog;
use crate::commands::check::remind;
use crate::commands::drill;
use crate::commands::running::{self, start};
use crate::commands::say_kept;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Failure, Result};
use crate::pages::dojo;
use crate::practice::Practice;
use crate::progress::{Progress, StepState};
use crate::ui::Printer;
use crate::workspace::{Workspace, own, place, starter};

/// Brings the account to where the exercise begins or is done.
///
/// # Errors
/// If there is no such exercise, the workspace is no practice workspace, or the account cannot be
/// replaced or started.
pub fn run(name: &str, is_done: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = open(directory)?;
    let exercise = catalog::exercise(name).map_err(|failure| with_first(name, failure))?;
    if drill::is_going_on(&workspace)? {
        return Err(Failure::usage("a drill is going on, and going elsewhere would end it")
            .hint("End it first: `msl-learn drill --give-up`, or `msl-learn practice goto --back`."));
    }
    let place = place::Place::of(exercise, is_done);
    if let Some(making) = own::prepare(place, &workspace)? {
        printer.lines(&dojo::making(making, printer.width()))?;
        return Ok(EXIT_NOT_DONE);
    }
    let mut files = place.files(&workspace)?;
    let (progress, earlier, own) = running::away(printer, |printer| {
        drill::leave(&workspace)?;
        let mut own = Vec::new();
        if !is_done {
            // Commands that a check gives read them.
            let (starters, others) = starter::for_place(&workspace, exercise, &files.workspace)?;
            files.workspace.extend(starters);
            own = others;
        }
        let kept = place::bring(&workspace, &files)?;
        let now = Timestamp::now();
        let (progress, earlier) =
            Progress::overwrite(&workspace.root, now, |progress| progress.go_away(kept, place.reached, now))?;
        start(&workspace, printer)?;
        Ok((progress, earlier, own))
    })?;
    let brought = catalog::exercises().filter(|exercise| progress.state(exercise) == StepState::Brought).count();
    printer.lines(&dojo::arrived(exercise, is_done, brought, printer.width()))?;
    if !own.is_empty() {
        printer.lines(&dojo::kept(exercise, &own, printer.width()))?;
    }
    let later = starter::of_later_alone(&workspace, place.reached + usize::from(!is_done));
    if !later.is_empty() {
        printer.lines(&dojo::later(&later, printer.width()))?;
    }
    say_kept(earlier.as_deref(), printer)?;
    remind(&workspace, printer)?;
    Ok(EXIT_DONE)
}

/// Brings back what the learner had before.
///
/// # Errors
/// If nothing is kept, or the account cannot be replaced or started.
pub fn back(directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = open(directory)?;
    let practice = Practice::of(&workspace.root);
    let came_back = running::back(printer, |printer| {
        let Some((kept, aside)) = practice.go_back()? else { return Ok(None) };
        let (_, earlier) = Progress::overwrite(&workspace.root, Timestamp::now(), |progress| progress.come_back(kept))?;
        start(&workspace, printer)?;
        Ok(Some((aside, earlier)))
    })?;
    let Some((aside, earlier)) = came_back else {
        return Err(Failure::usage("nothing is kept to bring back: the practice account is as you left it")
            .hint("`msl-learn practice goto 5.3` brings it to where exercise 5.3 begins."));
    };
    printer.lines(&dojo::returned(&aside, practice.kept()?, printer.width()))?;
    say_kept(earlier.as_deref(), printer)?;
    remind(&workspace, printer)?;
    Ok(EXIT_DONE)
}

/// Nothing says where to go.
pub fn nowhere() -> Failure {
    Failure::usage("`practice goto` needs an exercise, or --back").hint(
        "`msl-learn practice goto 5.3` brings the practice account to where 5.3 begins, and `msl-learn practice goto --back` \
         brings back what you had before.",
    )
}

/// Who names a chapter by its number means its beginning.
fn with_first(name: &str, failure: Failure) -> Failure {
    let chapter = name.trim().parse().ok().and_then(|number: u8| catalog::chapter(number).ok());
    match chapter.and_then(|chapter| chapter.exercises.first()) {
        Some(first) => failure.hint(format!(
            "Chapter {} begins with {}: `msl-learn practice goto {}`.",
            first.chapter,
            first.id(),
            first.id()
        )),
        None => failure,
    }
}

fn open(directory: Option<&Path>) -> Result<Workspace> {
    let workspace = Workspace::open(directory)?;
    place::refuse_real(&workspace, "practice goto")?;
    Ok(workspace)
}

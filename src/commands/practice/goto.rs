//! `msl-learn practice goto`: brings the practice account to a place in the book, and back.

use std::path::Path;

use jiff::Timestamp;

use crate::catalog::{self, Exercise, Plan, Step};
use crate::commands::drill;
use crate::commands::running::start;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::pages::dojo::{self, Onward};
use crate::practice::Practice;
use crate::progress::{Progress, StepState};
use crate::ui::Printer;
use crate::workspace::{Workspace, place};

/// Brings the account to where the exercise begins or is done.
///
/// # Errors
/// If there is no such exercise, the workspace is no practice workspace or has other names, or the account cannot be
/// replaced or started.
pub fn run(name: &str, is_done: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = open(directory)?;
    let exercise = catalog::exercise(name)?;
    if drill::is_going_on(&workspace)? {
        return Err(Failure::usage("a drill is going on, and going elsewhere would end it")
            .hint("End it first: `msl-learn drill --give-up`, or `msl-learn practice goto --back`."));
    }
    let place = place::Place::of(exercise, is_done);
    let files = place.files(&workspace)?;
    drill::leave(&workspace)?;
    let kept = place::bring(&workspace, &files)?;
    let progress =
        Progress::update(&workspace.root, |progress| progress.go_away(kept, place.reached, Timestamp::now()))?;
    start(&workspace, printer)?;
    let brought = catalog::exercises().filter(|exercise| progress.state(exercise) == StepState::Brought).count();
    let onward = onward(&progress, workspace.settings.steps, (exercise, is_done));
    printer.lines(&dojo::arrived(exercise, onward, is_done, brought, printer.width()))?;
    Ok(EXIT_DONE)
}

/// Chapters and quizzes are not brought: `next` shows them first.
fn onward(progress: &Progress, plan: Plan, (exercise, is_done): (&Exercise, bool)) -> Onward {
    let is_it = |step: &Step| step.exercise().is_some_and(|other| other.slug == exercise.slug);
    match plan.steps().take_while(|step| !is_it(step)).any(|step| progress.is_open(step)) {
        true => Onward::ToEarlier,
        false if is_done => Onward::AfterIt,
        false => Onward::ToIt,
    }
}

/// Brings back what the learner had before.
///
/// # Errors
/// If nothing is kept, or the account cannot be replaced or started.
pub fn back(directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = open(directory)?;
    let Some((kept, aside)) = Practice::of(&workspace.root).go_back()? else {
        return Err(Failure::usage("nothing is kept, since the practice account was not brought anywhere")
            .hint("`msl-learn practice goto 5.3` brings it to where exercise 5.3 begins."));
    };
    Progress::update(&workspace.root, |progress| progress.come_back(kept))?;
    start(&workspace, printer)?;
    printer.lines(&dojo::returned(&aside, printer.width()))?;
    Ok(EXIT_DONE)
}

fn open(directory: Option<&Path>) -> Result<Workspace> {
    let workspace = Workspace::open(directory)?;
    place::refuse_real(&workspace, "practice goto")?;
    Ok(workspace)
}

//! `msl-learn next`: does the next step. It checks an exercise, records the result, and leads on if it is done.

mod pages;
mod reading;
mod review;

use std::path::Path;

use jiff::Timestamp;

use super::check::{exit_code, regression, remind, warn};
use crate::catalog::{Asks, Exercise, Step};
use crate::check::{AccountSpec, Check, EventLoop, LastLook};
use crate::checked::Checked;
use crate::dialogue::{self, Answers};
use crate::failure::{EXIT_NOT_DONE, Result};
use crate::pages::findings;
use crate::progress::{AccountSeen, Progress};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If there is no workspace, the account is another one, or the progress cannot be written.
pub fn run(answers: Option<&Path>, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let answers = Answers::read(answers)?;
    step(&workspace, &answers, printer)
}

/// As [`run`], in a practice workspace that has begun to run; a new exercise is only named.
///
/// # Errors
/// As [`run`].
pub fn begin(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    match progress.step(workspace.settings.steps) {
        Some(next @ Step::Exercise(exercise)) if progress.entry(exercise).is_new() => reading::announce(next, printer),
        _ => step(workspace, &Answers::Terminal, printer),
    }
}

fn step(workspace: &Workspace, answers: &Answers, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    let exercise = match progress.step(workspace.settings.steps) {
        Some(Step::Exercise(exercise)) => exercise,
        Some(Step::Read(chapter)) => return reading::read(chapter, workspace, &progress, printer),
        Some(Step::Quiz(chapter)) => return reading::quiz(chapter, workspace, printer),
        None => return review::run(workspace, printer),
    };
    match &exercise.asks {
        Some(asks) => ask(exercise, asks, workspace, answers, printer),
        None => check(exercise, workspace, answers, printer),
    }
}

/// The results of a check, and the account that was checked.
struct Results {
    account: AccountSeen,
    checked: Vec<Checked>,
}

/// Checks exercises in the account of the workspace.
fn check_all(
    wanted: &[&'static Exercise],
    workspace: &Workspace,
    progress: &Progress,
    printer: &mut Printer,
) -> Result<Results> {
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    EventLoop::new()?.block_on(async {
        let account = spec.reach().await?;
        warn(&account, printer)?;
        let reached = AccountSeen::of(&workspace.settings, account.endpoint.as_deref());
        let last = LastLook::read(&workspace.root);
        let learner = workspace.learner();
        let check = Check { account: &account, learner: &learner, progress, last_look: Some(&last) };
        let checked = check.run(wanted).await;
        last.write(&workspace.root);
        Ok(Results { account: reached, checked })
    })
}

fn check(exercise: &'static Exercise, workspace: &Workspace, answers: &Answers, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    if dialogue::availability::is_due(exercise, &progress, answers) {
        return ask_availability(exercise, workspace, answers, printer);
    }
    let Results { account, checked } = check_all(&[exercise], workspace, &progress, printer)?;
    let Some(checked) = checked.first() else { return Ok(EXIT_NOT_DONE) };
    let is_new = progress.entry(exercise).is_new();
    let progress = note(workspace, &account, checked)?;
    if checked.is_done() {
        return done(workspace, checked, &progress, printer);
    }
    // The walkthrough of a new exercise comes before its findings, which then are the list of what to do.
    if is_new {
        pages::introduce(workspace, exercise, printer)?;
    }
    not_done(checked, workspace, &progress, printer)
}

/// Asks whether the exercise is available to the learner, who reads first what it is, and goes on with it or past it.
fn ask_availability(
    exercise: &'static Exercise,
    workspace: &Workspace,
    answers: &Answers,
    printer: &mut Printer,
) -> Result<u8> {
    if Progress::read(&workspace.root)?.entry(exercise).is_new() {
        pages::introduce(workspace, exercise, printer)?;
    }
    if dialogue::availability::ask(exercise, workspace, answers, printer)? {
        return check(exercise, workspace, answers, printer);
    }
    lead_on(workspace, &Progress::read(&workspace.root)?, printer)
}

/// Shows an exercise that asks first, and asks the next time: there is something to do in between.
fn ask(
    exercise: &'static Exercise,
    asks: &Asks,
    workspace: &Workspace,
    answers: &Answers,
    printer: &mut Printer,
) -> Result<u8> {
    let is_new = Progress::read(&workspace.root)?.entry(exercise).is_new();
    if is_new {
        pages::introduce(workspace, exercise, printer)?;
    }
    if is_new && matches!(answers, Answers::Terminal) {
        printer.note("When you have done it: `msl-learn next`. To read again: `msl-learn read`.")?;
        return Ok(EXIT_NOT_DONE);
    }
    let checked = dialogue::ask(exercise, asks, workspace, answers, printer)?;
    let progress = note(workspace, &AccountSeen::of(&workspace.settings, None), &checked)?;
    if checked.is_done() {
        return done(workspace, &checked, &progress, printer);
    }
    not_done(&checked, workspace, &progress, printer)
}

fn note(workspace: &Workspace, account: &AccountSeen, checked: &Checked) -> Result<Progress> {
    Progress::update(&workspace.root, |progress| {
        progress.note(checked, account, Timestamp::now());
    })
}

fn done(workspace: &Workspace, checked: &Checked, progress: &Progress, printer: &mut Printer) -> Result<u8> {
    printer.lines(&pages::passed(checked, &workspace.learner(), printer.width())?)?;
    lead_on(workspace, progress, printer)
}

fn lead_on(workspace: &Workspace, progress: &Progress, printer: &mut Printer) -> Result<u8> {
    match progress.step(workspace.settings.steps) {
        Some(Step::Exercise(next)) if !progress.entry(next).is_new() => {
            pages::return_to(next, progress.state(next), printer)
        }
        Some(next) => reading::announce(next, printer),
        None => review::run(workspace, printer),
    }
}

fn not_done(checked: &Checked, workspace: &Workspace, progress: &Progress, printer: &mut Printer) -> Result<u8> {
    printer.lines(&findings::checked(&checked.for_learner(&workspace.learner()), printer.width()))?;
    if let Some(note) = regression(checked, progress) {
        printer.note(&format!("\n{}", note.trim_end()))?;
    }
    printer.note("\nWhen you have changed something: `msl-learn next`. To read again: `msl-learn read`. Stuck: `msl-learn hint`.")?;
    remind(workspace, printer)?;
    Ok(exit_code(std::slice::from_ref(checked)))
}

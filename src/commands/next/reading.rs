//! The steps without an account: a chapter to read, and a quiz.

use jiff::Timestamp;

use super::review;
use crate::catalog::{Chapter, Step, fill};
use crate::dialogue;
use crate::failure::{EXIT_DONE, EXIT_INTERRUPTED, Failure, Result};
use crate::progress::Progress;
use crate::ui::{Line, Printer};
use crate::workspace::Workspace;

/// Shows the chapter. The next time, goes on from it, and then it counts as read.
pub fn read(
    chapter: &'static Chapter,
    workspace: &Workspace,
    progress: &Progress,
    printer: &mut Printer,
) -> Result<u8> {
    if progress.record(Step::Read(chapter)).shown.is_some() {
        let progress =
            Progress::update(&workspace.root, |progress| progress.finish_reading(chapter, Timestamp::now()))?;
        printer.note(&format!("You have read chapter {}: {}.", chapter.number, chapter.title))?;
        return follow(workspace, &progress, printer);
    }
    show(chapter, workspace, printer)
}

fn show(chapter: &'static Chapter, workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let text = fill(&workspace.learner(), &chapter.whole())?;
    printer.read(&text, true)?;
    Progress::update(&workspace.root, |progress| progress.show_chapter(chapter, Timestamp::now()))?;
    let number = chapter.number;
    printer.note(&format!(
        "\nWhen you have read it: `msl-learn next` goes on. To read it again: `msl-learn read {number}`, or one section of \
         it: `msl-learn list` names them."
    ))?;
    Ok(EXIT_DONE)
}

/// Begins the step after a chapter that was read.
fn follow(workspace: &Workspace, progress: &Progress, printer: &mut Printer) -> Result<u8> {
    match progress.step(workspace.settings.steps) {
        Some(Step::Read(next)) => read(next, workspace, progress, printer),
        Some(Step::Quiz(next)) => quiz(next, workspace, printer),
        Some(next) => announce(next, printer),
        None => review::run(workspace, printer),
    }
}

/// Asks some questions of the quiz. Once each was asked, it is taken, whatever the score.
pub fn quiz(chapter: &'static Chapter, workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let (asked, all) = Progress::read(&workspace.root)?.asked_of(chapter);
    let far = if asked == 0 { String::new() } else { format!(", {asked} of them asked already") };
    printer.note(&format!("{}, {all} questions{far}.", Step::Quiz(chapter).heading()))?;
    printer.line(&Line::default())?;
    let code =
        dialogue::quiz::ask(chapter, None, Some(workspace), printer).map_err(|failure| past(chapter, failure))?;
    if code == EXIT_INTERRUPTED {
        return Ok(code);
    }
    let progress = Progress::read(&workspace.root)?;
    match progress.step(workspace.settings.steps) {
        Some(Step::Quiz(same)) if same.number == chapter.number => {
            let number = chapter.number;
            printer.note(&format!(
                "\n`msl-learn next` asks more of them; `msl-learn skip {number}.quiz` goes past the rest."
            ))?;
            Ok(EXIT_DONE)
        }
        Some(next) => {
            printer.line(&Line::default())?;
            announce(next, printer)
        }
        None => review::run(workspace, printer),
    }
}

/// Adds to a failure how to go past the quiz: none keeps a learner from going on.
fn past(chapter: &'static Chapter, failure: Failure) -> Failure {
    let number = chapter.number;
    let how = failure.hint.clone().unwrap_or_else(|| format!("`msl-learn quiz {number}` asks again."));
    failure.hint(format!("{how} `msl-learn skip {number}.quiz` goes past it."))
}

/// Says what is next.
pub fn announce(next: Step, printer: &mut Printer) -> Result<u8> {
    let what = match next {
        Step::Read(_) => "shows it",
        Step::Exercise(_) => "shows what to do",
        Step::Quiz(_) => "takes it",
    };
    printer.note(&format!("Next: {}. `msl-learn next` {what}.", next.heading()))?;
    Ok(EXIT_DONE)
}

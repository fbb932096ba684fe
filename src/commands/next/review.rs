//! After the last step: everything done is checked again, and what regressed is reopened.

use jiff::Timestamp;
use msl_learn_checks::Verdict;

use super::{Results, check_all};
use crate::catalog::{self, Exercise, Plan, Step};
use crate::checked::Checked;
use crate::commands::cleanup::read_account;
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::left;
use crate::pages::{end, findings};
use crate::progress::{News, Progress};
use crate::ui::time::day;
use crate::ui::{Line, Meaning, Printer, Span, counted};
use crate::workspace::Workspace;

/// # Errors
/// If the account is another one, or the progress cannot be written.
pub fn run(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    let done: Vec<&Exercise> = catalog::exercises().filter(|exercise| progress.entry(exercise).is_done()).collect();
    printer.note(&format!("Checking again what you have done: {} …", counted(done.len(), "exercise")))?;
    let Results { account, checked } = check_all(&done, workspace, &progress, printer)?;
    let mut news = Vec::new();
    let progress = Progress::update(&workspace.root, |progress| {
        news = checked.iter().map(|checked| progress.note(checked, &account, Timestamp::now())).collect();
    })?;
    let regressed = checked.iter().zip(&news).filter(|(_, news)| **news == News::Regressed);
    let regressed: Vec<&Checked> = regressed.map(|(checked, _)| checked).collect();
    if !regressed.is_empty() {
        return reopened(&regressed, workspace, &progress, printer);
    }
    let unreadable: Vec<&Checked> = checked.iter().filter(|checked| checked.verdict == Verdict::CannotTell).collect();
    if !unreadable.is_empty() {
        return cannot_tell(&unreadable, workspace, printer);
    }
    congratulate(workspace.settings.steps, &progress, printer)?;
    summarize(workspace, printer)
}

/// Says what stands in the account, what it costs, and what comes next.
fn summarize(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let looked = read_account(workspace, left::things(&workspace.learner())?, printer)?;
    printer.lines(&end::summary(&looked, workspace.settings.practice, printer.width()))?;
    Ok(EXIT_DONE)
}

fn reopened(regressed: &[&Checked], workspace: &Workspace, progress: &Progress, printer: &mut Printer) -> Result<u8> {
    for checked in regressed {
        printer.lines(&findings::checked(&checked.for_learner(&workspace.learner()), printer.width()))?;
        let done = progress.entry(checked.exercise).done.map_or_else(String::new, |done| format!(" on {}", day(done)));
        printer.note(&format!("\nIt was done{done}; since then something has changed in the account.\n"))?;
    }
    printer.note("Do again what has changed: `msl-learn next`. Stuck: `msl-learn hint`.")?;
    Ok(EXIT_NOT_DONE)
}

fn cannot_tell(unreadable: &[&Checked], workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    for checked in unreadable {
        printer.lines(&findings::checked(&checked.for_learner(&workspace.learner()), printer.width()))?;
    }
    printer.note("\nEvery exercise is done or skipped, but not all could be checked again.")?;
    Ok(EXIT_CANNOT_TELL)
}

/// Congratulates, and names what was skipped or brought here: that is not done.
fn congratulate(plan: Plan, progress: &Progress, printer: &mut Printer) -> Result<()> {
    let all = match plan {
        Plan::All | Plan::Build => "everything",
        Plan::Exercises => "every exercise",
    };
    let skipped = plan.steps().filter(|step| progress.was_skipped(*step)).map(Step::heading);
    let skipped: Vec<String> = skipped.collect();
    if !skipped.is_empty() {
        printer.text(&format!("You have done {all} so far except:\n  {}", skipped.join("\n  ")))?;
        return printer.note("`msl-learn skip STEP --undo` brings a skipped one back, such as 4.3, 1 or 1.quiz.");
    }
    let brought = catalog::exercises().filter(|exercise| progress.entry(exercise).is_brought()).count();
    if brought > 0 {
        return printer.text(&format!(
            "This is the end of the book. Exercises that were brought here, and do not count as done: {brought}."
        ));
    }
    let words = &format!("Congratulations: you have done {all} so far.");
    printer.line(&Line::from(Span::new(words, Meaning::Good)))
}

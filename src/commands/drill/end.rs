//! What a learner asks during a drill: whether all holds again, for a hint, or what was broken.

use jiff::Timestamp;
use msl_learn_checks::Verdict;

use super::account::{exercises, look};
use super::{current, named, visitors};
use crate::catalog::drill::{Drill, seed_of};
use crate::catalog::fill;
use crate::checked::Checked;
use crate::commands::check::exit_code;
use crate::commands::running::start;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::pages::drill::{self as page, Broken};
use crate::progress::Progress;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// Says whether all holds again, and ends the drill if it does.
///
/// # Errors
/// If no drill is going on, or the account cannot be started or checked.
pub fn check(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let (drills, checked) = checked(workspace, printer)?;
    if checked.iter().any(|checked| checked.verdict != Verdict::Done) {
        printer.lines(&page::not_yet(&checked, &visitors(&drills, workspace)?, printer.width()))?;
        return Ok(exit_code(&checked));
    }
    let mut result = None;
    Progress::update(&workspace.root, |progress| result = progress.end_drill(true, Timestamp::now()))?;
    if let Some(result) = result {
        printer.lines(&page::won(&result, &broken(&drills, workspace)?, printer.width()))?;
    }
    Ok(EXIT_DONE)
}

/// Shows the next hint.
///
/// # Errors
/// As [`check`]; if the progress cannot be written.
pub fn hint(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let (_, checked) = checked(workspace, printer)?;
    let mut number = 0;
    Progress::update(&workspace.root, |progress| number = progress.hint_at_drill(page::HINTS))?;
    printer.lines(&page::hint(number, &checked, printer.width()))?;
    Ok(EXIT_DONE)
}

/// Ends the drill, and shows what is broken and what mends it.
///
/// # Errors
/// As [`hint`].
pub fn give_up(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let (drills, checked) = checked(workspace, printer)?;
    Progress::update(&workspace.root, |progress| _ = progress.end_drill(false, Timestamp::now()))?;
    let learner = workspace.learner();
    let checked: Vec<Checked> = checked.iter().map(|checked| checked.for_learner(&learner)).collect();
    printer.lines(&page::given_up(&broken(&drills, workspace)?, &checked, printer.width()))?;
    Ok(EXIT_NOT_DONE)
}

/// The drills that are going on, and what a check says of their exercises.
fn checked(workspace: &Workspace, printer: &mut Printer) -> Result<(Vec<Drill>, Vec<Checked>)> {
    let drills = named(&current(workspace)?.broken);
    start(workspace, printer)?;
    let checked = look(&exercises(&drills), workspace)?;
    Ok((drills, checked))
}

fn broken(drills: &[Drill], workspace: &Workspace) -> Result<Vec<Broken>> {
    let learner = workspace.learner();
    let broken = drills.iter().map(|drill| {
        Ok(Broken {
            drill: *drill,
            title: fill(&learner, drill.mistake.title)?,
            visitor: fill(&learner, drill.mistake.visitor)?,
            lesson: fill(&learner, drill.mistake.lesson)?,
            seed: seed_of(*drill),
        })
    });
    broken.collect()
}

//! The practice account of a drill: brought to a solved state, broken, checked, and left again.

use jiff::Timestamp;
use msl_learn_checks::Verdict;

use crate::catalog::drill::Drill;
use crate::catalog::{self, Exercise};
use crate::check::{AccountSpec, Check, EventLoop};
use crate::checked::Checked;
use crate::commands::running::start;
use crate::failure::Result;
use crate::practice::Practice;
use crate::progress::Progress;
use crate::ui::Printer;
use crate::workspace::Workspace;
use crate::workspace::breaking;
use crate::workspace::place::{Place, bring};

/// Brings the account to where all their exercises are done, and makes the mistakes. Returns false, with everything as it was
/// before, if one of them does not show in this account.
///
/// # Errors
/// As [`bring`] and [`breaking::make`]; if the account cannot be started or checked.
pub fn broken(drills: &[Drill], workspace: &Workspace, printer: &mut Printer) -> Result<bool> {
    let Some(place) = drills.iter().map(|drill| Place::of(drill.exercise, true)).max_by_key(|place| place.reached)
    else {
        return Ok(false);
    };
    let files = place.files(workspace)?;
    let kept = bring(workspace, &files)?;
    Progress::update(&workspace.root, |progress| progress.go_away(kept, place.reached, Timestamp::now()))?;
    let shows = start(workspace, printer).and_then(|_| {
        // What this account cannot show as done, nobody could mend in it.
        if !look(&exercises(drills), workspace)?.iter().all(Checked::is_done) {
            return Ok(false);
        }
        for drill in drills {
            if !breaking::make(workspace, *drill, &files)? {
                return Ok(false);
            }
        }
        let checked = look(&exercises(drills), workspace)?;
        Ok(checked.iter().all(|checked| checked.verdict == Verdict::NotDone))
    });
    if !matches!(shows, Ok(true)) {
        go_back(workspace)?;
        start(workspace, printer)?;
        return shows;
    }
    let keys = drills.iter().map(Drill::key).collect();
    Progress::update(&workspace.root, |progress| progress.begin_drill(keys, kept, Timestamp::now()))?;
    Ok(true)
}

/// Brings back what the learner had before the last drill, if the account is still in its state. Afterwards it is stopped.
///
/// # Errors
/// If the account cannot be replaced.
pub fn leave(workspace: &Workspace) -> Result<()> {
    let kept = Progress::read(&workspace.root)?.drills().kept;
    kept.map_or(Ok(()), |_| go_back(workspace))
}

fn go_back(workspace: &Workspace) -> Result<()> {
    let Some((kept, _)) = Practice::of(&workspace.root).go_back()? else { return Ok(()) };
    Progress::update(&workspace.root, |progress| progress.come_back(kept)).map(|_| ())
}

/// The exercises of drills, each once, in the book's order.
pub fn exercises(drills: &[Drill]) -> Vec<&'static Exercise> {
    let is_of = |exercise: &&Exercise| drills.iter().any(|drill| drill.exercise.slug == exercise.slug);
    catalog::exercises().filter(is_of).collect()
}

/// Checks the exercises as they are in the account now, whatever was known of them.
///
/// # Errors
/// If the account is not running, or is another one.
pub fn look(exercises: &[&'static Exercise], workspace: &Workspace) -> Result<Vec<Checked>> {
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    let learner = workspace.learner();
    EventLoop::new()?.block_on(async {
        let account = spec.reach().await?.for_checking(exercises.len());
        let nothing_before = Progress::default();
        let check = Check { account: &account, learner: &learner, progress: &nothing_before, last_look: None };
        Ok(check.run(exercises).await)
    })
}

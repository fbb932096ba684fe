//! The map as it is in the account: every exercise that makes something is checked, and every thing is looked for.

use msl_learn_checks::{ClauseVerdict, Learner, Verdict};

use super::{ARROWS, Map, NODES, NodeState, replaced};
use crate::catalog::{self, Exercise};
use crate::check::{Account, Check};
use crate::checked::Checked;
use crate::failure::Result;
use crate::left::{self, Looked};
use crate::progress::Progress;

/// The cause of a finding that cannot be told since the account has no such operation, as some emulators.
const NO_OPERATION: &str = "no_operation";

/// Reads the account and draws what it shows.
///
/// # Errors
/// As [`Map::recorded`].
pub async fn look(account: &Account, learner: &Learner, progress: &Progress) -> Result<Map> {
    let check = Check { account, learner, progress, last_look: None };
    let checked = check.run(&wanted()).await;
    let looked = left::look(account, learner, left::things(learner)?).await;
    map(&checked, &looked, learner, progress)
}

/// The exercises that tell the states of things and arrows, and those that replace them.
fn wanted() -> Vec<&'static Exercise> {
    let named = |exercise: &Exercise| {
        let id = exercise.id();
        NODES.iter().any(|node| node.exercises.contains(&id.as_str()))
            || ARROWS.iter().any(|arrow| arrow.by == Some(id.as_str()))
    };
    let replaces =
        |later: &Exercise| catalog::exercises().any(|one| named(one) && one.superseded_by == Some(later.slug));
    catalog::exercises().filter(|exercise| named(exercise) || replaces(exercise)).collect()
}

/// The map that follows from what was checked and looked for.
pub(super) fn map(checked: &[Checked], looked: &[Looked], learner: &Learner, progress: &Progress) -> Result<Map> {
    let mut map = Map::new(learner, &|exercise| seen(exercise, checked, looked, progress))?;
    for seen in &mut map.seen {
        let Some((kind, name)) = seen.node.thing else { continue };
        let name = catalog::fill(learner, name)?;
        let thing = looked.iter().find(|one| one.thing.kind == kind && one.thing.name == name);
        match thing.map(Looked::standing) {
            Some(Some(standing)) => seen.id = short(&standing.id).filter(|id| *id != name && !id.contains(&seen.name)),
            Some(None) if thing.is_some_and(Looked::is_gone) && seen.state == Some(NodeState::Stands) => {
                seen.id = Some("another name".into())
            }
            _ => {}
        }
    }
    Ok(map)
}

/// An id without what stands before it in an ARN; the keys of several objects are no id.
fn short(id: &str) -> Option<String> {
    let own = if id.starts_with("arn:") { id.rsplit(['/', ':']).next().unwrap_or(id) } else { id };
    (!own.contains('*')).then(|| own.to_owned())
}

/// The state of an exercise in the account.
fn seen(exercise: &Exercise, checked: &[Checked], looked: &[Looked], progress: &Progress) -> NodeState {
    let entry = progress.entry(exercise);
    if entry.unavailable.is_some() {
        return NodeState::NoAccess;
    }
    let Some(found) = checked.iter().find(|one| one.exercise.slug == exercise.slug) else { return NodeState::NotYet };
    let is_left =
        looked.iter().any(|one| one.standing().is_some() && one.thing.of.iter().any(|of| of.slug == exercise.slug));
    match found.verdict {
        Verdict::Done | Verdict::Asked if entry.cleaned_up.is_some() && !is_left => NodeState::Removed,
        Verdict::Done | Verdict::Asked => NodeState::Stands,
        Verdict::CannotTell if has_no_service(found) => NodeState::NoAccess,
        Verdict::CannotTell => NodeState::Unknown,
        Verdict::NotReady => NodeState::Waits,
        Verdict::NotDone if replaced(exercise, &|later| seen(later, checked, looked, progress)) => NodeState::Stands,
        Verdict::NotDone if entry.done.is_some() || entry.is_brought() => NodeState::Changed,
        Verdict::NotDone if is_left => NodeState::Begun,
        Verdict::NotDone => NodeState::NotYet,
    }
}

/// Whether the account lacks what the exercise needs, as a practice account lacks some services.
fn has_no_service(checked: &Checked) -> bool {
    let mut unknown = checked.findings.iter().filter(|finding| finding.verdict == ClauseVerdict::CannotTell);
    unknown.all(|finding| finding.reason.as_ref().is_some_and(|reason| reason.cause == NO_OPERATION))
}

//! Checks exercises: all of them at once, and fairly to those that a later exercise undoes or replaces.

use std::time::Duration;

use futures_util::future::join_all;
use jiff::Timestamp;
use msl_learn_checks::{ClauseVerdict, Finding, Findings, Learner, Verdict, check, unreadable};

use crate::account::Account;
use crate::asked;
use crate::catalog::{self, Exercise};
use crate::checked::Checked;
use crate::last_look::LastLook;
use crate::progress::Progress;
use crate::ui::time::day;

/// How long what AWS has shown before is given to show again.
const SETTLING: Duration = Duration::from_secs(2);

/// Looks at the exercises in the account, in the order given; `last` is what was seen before, and is brought up to now.
pub async fn examine(
    wanted: &[&'static Exercise],
    account: &Account,
    learner: &Learner,
    progress: &Progress,
    last: &LastLook,
) -> Vec<Checked> {
    let open: Vec<_> = wanted.iter().copied().filter(|exercise| progress.successor_done(exercise).is_none()).collect();
    let mut seen = look(&open, account, learner, progress, last).await;
    let witnesses = witnesses(&seen);
    seen.extend(look(&witnesses, account, learner, progress, last).await);
    wanted.iter().map(|exercise| settle(exercise, &seen, progress)).collect()
}

/// What was seen a moment ago and is absent now is looked at once more before a verdict turns.
async fn look(
    exercises: &[&'static Exercise],
    account: &Account,
    learner: &Learner,
    progress: &Progress,
    last: &LastLook,
) -> Vec<Checked> {
    let mut seen = look_once(exercises, account, learner, progress).await;
    let missed = seen.iter().filter(|seen| last.misses(seen, Timestamp::now()));
    let missed: Vec<_> = missed.map(|seen| seen.exercise).collect();
    if let (Account::Reached(reached), false) = (account, missed.is_empty()) {
        tokio::time::sleep(SETTLING).await;
        let again = Account::Reached(Box::new(reached.without_memory()));
        for seen_again in look_once(&missed, &again, learner, progress).await {
            seen.retain(|seen| seen.exercise.slug != seen_again.exercise.slug);
            seen.push(seen_again);
        }
    }
    seen.iter().for_each(|seen| last.remember(seen, Timestamp::now()));
    seen
}

async fn look_once(
    exercises: &[&'static Exercise],
    account: &Account,
    learner: &Learner,
    progress: &Progress,
) -> Vec<Checked> {
    join_all(exercises.iter().map(|exercise| look_at(exercise, account, learner, progress))).await
}

async fn look_at(exercise: &'static Exercise, account: &Account, learner: &Learner, progress: &Progress) -> Checked {
    if exercise.asks.is_some() {
        return asked::standing(exercise, progress);
    }
    let findings = match account {
        Account::Reached(reached) => check(exercise.slug, &reached.aws, learner).await,
        Account::Unreadable(fault, _) => unreadable(exercise.slug, learner, fault),
    };
    let findings = findings.unwrap_or_else(|| Findings(Vec::new()));
    Checked { exercise, verdict: findings.verdict(), findings: findings.0 }
}

/// The exercises, and with them all that is looked at to tell whether a later one has undone them.
pub fn with_witnesses(wanted: &[&'static Exercise]) -> Vec<&'static Exercise> {
    let mut all = wanted.to_vec();
    wanted.iter().for_each(|exercise| add_way(exercise, &mut all));
    all
}

/// What else must be seen to tell whether the learner has come all the way to a successor: it, and what lies between.
fn witnesses(seen: &[Checked]) -> Vec<&'static Exercise> {
    let mut more = Vec::new();
    for checked in seen.iter().filter(|checked| checked.verdict == Verdict::NotDone) {
        add_way(checked.exercise, &mut more);
    }
    more.retain(|exercise| !seen.iter().any(|checked| checked.exercise.slug == exercise.slug));
    more
}

/// What lies between may have a successor of its own.
fn add_way(exercise: &Exercise, more: &mut Vec<&'static Exercise>) {
    for between in way_to_successor(exercise).into_iter().flatten() {
        if !more.iter().any(|known| known.slug == between.slug) {
            more.push(between);
            add_way(between, more);
        }
    }
}

/// The exercises after this one, up to and with its successor.
fn way_to_successor(exercise: &Exercise) -> Option<Vec<&'static Exercise>> {
    let successor = exercise.superseded_by?;
    let mut way: Vec<_> = catalog::exercises().skip_while(|e| e.slug != exercise.slug).skip(1).collect();
    way.truncate(way.iter().position(|e| e.slug == successor)? + 1);
    Some(way)
}

fn settle(exercise: &'static Exercise, seen: &[Checked], progress: &Progress) -> Checked {
    if let Some((successor, when)) = progress.successor_done(exercise) {
        return superseded(exercise, format!("exercise {} was done on {}", successor.heading(), day(when)));
    }
    let own = seen.iter().find(|checked| checked.exercise.slug == exercise.slug);
    let own =
        own.map_or_else(|| Checked { exercise, verdict: Verdict::CannotTell, findings: Vec::new() }, Clone::clone);
    if own.verdict != Verdict::NotDone {
        return own;
    }
    let successor = exercise.superseded_by.and_then(catalog::by_slug).map_or_else(String::new, Exercise::heading);
    match came_to_successor(exercise, seen, progress) {
        Evidence::All => superseded(exercise, format!("exercise {successor} is done, and so is everything up to it")),
        Evidence::Unreadable(finding) => Checked {
            exercise,
            verdict: Verdict::CannotTell,
            findings: vec![Finding { id: SUPERSEDED_ID.into(), clause: SUPERSEDED.into(), ..*finding }],
        },
        Evidence::Missing => own,
    }
}

/// Whether the learner has come all the way to an exercise's successor.
enum Evidence {
    All,
    /// Nothing speaks against it, but a clause on the way cannot be told.
    Unreadable(Box<Finding>),
    Missing,
}

/// Without a record, only the whole way shows that a state was undone on purpose and not never made.
fn came_to_successor(exercise: &Exercise, seen: &[Checked], progress: &Progress) -> Evidence {
    let Some(way) = way_to_successor(exercise) else { return Evidence::Missing };
    let mut all = Evidence::All;
    for step in way {
        match evidence(step, seen, progress) {
            Evidence::Missing => return Evidence::Missing,
            Evidence::Unreadable(finding) => all = Evidence::Unreadable(finding),
            Evidence::All => {}
        }
    }
    all
}

fn evidence(step: &Exercise, seen: &[Checked], progress: &Progress) -> Evidence {
    if progress.successor_done(step).is_some() {
        return Evidence::All;
    }
    let Some(checked) = seen.iter().find(|checked| checked.exercise.slug == step.slug) else {
        return Evidence::Missing;
    };
    let unreadable = checked.findings.iter().find(|finding| finding.verdict == ClauseVerdict::CannotTell);
    match (checked.verdict, unreadable) {
        (Verdict::Done | Verdict::Asked, _) => Evidence::All,
        (Verdict::CannotTell, Some(finding)) => Evidence::Unreadable(Box::new(finding.clone())),
        (Verdict::NotDone, _) => came_to_successor(step, seen, progress),
        _ => Evidence::Missing,
    }
}

const SUPERSEDED_ID: &str = "superseded";
const SUPERSEDED: &str = "a later exercise undoes or replaces this one on purpose";

fn superseded(exercise: &'static Exercise, found: String) -> Checked {
    let finding = Finding { found: Some(found), ..Finding::blank(SUPERSEDED_ID, SUPERSEDED, ClauseVerdict::Skipped) };
    Checked { exercise, verdict: Verdict::Done, findings: vec![finding] }
}

//! Which drill is next: one that was missed and is due again, or one by chance.

use std::cmp::Reverse;

use crate::catalog;
use crate::catalog::drill::{Drill, drills, drills_in, shuffle};
use crate::failure::Result;
use crate::progress::Progress;

/// The drills in the order in which they are tried. With a seed, the order follows from it and from `what` alone.
///
/// # Errors
/// If there is no drill of `what`, an exercise or a chapter.
pub fn order(what: Option<&str>, seed: Option<u64>, progress: &Progress) -> Result<Vec<Drill>> {
    let mut order = match what {
        Some(name) => drills_in(name)?,
        None if seed.is_some() => drills().collect(),
        None => known(progress),
    };
    shuffle(&mut order, seed);
    if seed.is_none() {
        let due = progress.drills().due();
        let urgency = |drill: &Drill| due.iter().rev().position(|key| *key == drill.key());
        order.sort_by_cached_key(|drill| Reverse(urgency(drill)));
    }
    Ok(order)
}

/// The drills of what the learner has done; all, before anything is done.
fn known(progress: &Progress) -> Vec<Drill> {
    let done: Vec<Drill> = drills().filter(|drill| progress.entry(drill.exercise).done.is_some()).collect();
    if done.is_empty() { drills().collect() } else { done }
}

/// A second drill to go with the first one: of an earlier exercise of the chapter that nothing has replaced since.
pub fn second(first: Drill, all: &[Drill]) -> Option<Drill> {
    let place = |slug: &str| catalog::exercises().position(|exercise| exercise.slug == slug);
    let reached = place(first.exercise.slug)?;
    let fits = |drill: &&Drill| {
        let is_earlier = place(drill.exercise.slug).is_some_and(|here| here < reached);
        let is_replaced = drill.exercise.superseded_by.and_then(place).is_some_and(|later| later <= reached);
        is_earlier && !is_replaced && drill.exercise.chapter == first.exercise.chapter
    };
    all.iter().find(fits).copied()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn keys(what: Option<&str>, seed: Option<u64>, progress: &Progress) -> Vec<String> {
        order(what, seed, progress).expect("drills").iter().map(Drill::key).collect()
    }

    #[test]
    fn a_seed_repeats_a_drill_whatever_was_done_meanwhile() {
        let mut progress = Progress::default();
        let before = keys(Some("5.12"), Some(3), &progress);
        progress.begin_drill(vec![before[1].clone()], 1, Timestamp::UNIX_EPOCH);
        progress.end_drill(false, Timestamp::UNIX_EPOCH);
        assert_eq!(keys(Some("5.12"), Some(3), &progress), before);
        let drill = catalog::drill::by_key(&before[2]).expect("a drill");
        assert_eq!(keys(Some("5.12"), Some(catalog::drill::seed_of(drill)), &progress)[0], before[2]);
    }

    #[test]
    fn what_was_missed_comes_first() {
        let mut progress = Progress::default();
        for key in ["ch05/lambda_integration/own_account", "ch05/lambda_integration/variable_missing"] {
            progress.begin_drill(vec![key.into()], 1, Timestamp::UNIX_EPOCH);
            progress.end_drill(false, Timestamp::UNIX_EPOCH);
        }
        let due: Vec<String> = progress.drills().due().into_iter().map(str::to_owned).collect();
        assert_eq!(due.len(), 2);
        assert_eq!(keys(Some("5"), None, &progress)[..2], due);
        assert_eq!(keys(None, None, &progress)[..2], due);
    }

    #[test]
    fn two_at_once_are_of_one_chapter_and_of_two_exercises() {
        let all: Vec<Drill> = drills().collect();
        for first in drills_in("5.12").expect("drills") {
            let second = second(first, &all).expect("an earlier exercise has one");
            assert_eq!(second.exercise.chapter, 5);
            assert_ne!(second.exercise.slug, first.exercise.slug);
        }
    }
}

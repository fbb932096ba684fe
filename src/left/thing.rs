//! The things of the course: each once, however many exercises make or change it.

use msl_learn_checks::{Learner, LeftKind};

use crate::catalog::{self, Exercise, Leaf, Price, fill};
use crate::failure::Result;
use crate::progress::{Entry, Progress};

/// A thing of the course, under the learner's own name for it.
pub struct Thing {
    pub kind: LeftKind,
    /// What it is called among its kind.
    pub name: String,
    /// As a noun, such as `the bucket example.com with index.html`.
    pub what: String,
    /// The exercises that make or change it, in the book's order.
    pub of: Vec<&'static Exercise>,
    /// The later exercises that need it too.
    pub shared_with: Vec<&'static Exercise>,
    pub price: Option<&'static Price>,
}

impl Thing {
    fn of(leaf: &'static Leaf, learner: &Learner) -> Result<Self> {
        Ok(Self {
            kind: leaf.kind,
            name: fill(learner, leaf.name)?,
            what: fill(learner, leaf.what)?,
            of: Vec::new(),
            shared_with: Vec::new(),
            price: catalog::price(leaf.price),
        })
    }

    /// Notes that an exercise leaves it too. The price that is no `free` tells.
    fn add(&mut self, exercise: &'static Exercise, leaf: &'static Leaf) {
        add(&mut self.of, exercise);
        leaf.shared_with
            .iter()
            .filter_map(|slug| catalog::by_slug(slug))
            .for_each(|one| add(&mut self.shared_with, one));
        let is_free = |price: &Price| price.usd == 0.0;
        if self.price.is_none_or(is_free) {
            self.price = catalog::price(leaf.price);
        }
    }

    /// Whether an exercise that leaves it was done in the workspace. What was tried and is not done may be somebody else's that
    /// is in the way; and what the program itself brought into a practice account is nobody else's.
    pub fn was_made(&self, progress: &Progress) -> bool {
        let is_of_this = |entry: &Entry| entry.done.is_some() || entry.is_brought();
        self.of.iter().any(|exercise| is_of_this(progress.entry(exercise)))
    }

    /// The exercises that make, change or need it and are none of these chapters'.
    pub fn used_beyond(&self, chapters: &[u8]) -> Vec<&'static Exercise> {
        let all = self.of.iter().chain(&self.shared_with);
        all.copied().filter(|exercise| !chapters.contains(&exercise.chapter)).collect()
    }
}

fn add(exercises: &mut Vec<&'static Exercise>, exercise: &'static Exercise) {
    if !exercises.iter().any(|known| known.slug == exercise.slug) {
        exercises.push(exercise);
    }
}

/// What the exercises of the whole book leave, in the order in which it can be removed.
///
/// # Errors
/// If a text is no well-formed template, which a test rules out.
pub fn things(learner: &Learner) -> Result<Vec<Thing>> {
    let mut all: Vec<Thing> = Vec::new();
    for exercise in catalog::exercises() {
        for leaf in exercise.leaves {
            let new = Thing::of(leaf, learner)?;
            let known = all.iter().position(|thing| (thing.kind, &thing.name) == (new.kind, &new.name));
            let at = known.unwrap_or(all.len());
            if known.is_none() {
                all.push(new);
            }
            all[at].add(exercise, leaf);
        }
    }
    all.sort_by_key(|thing| thing.kind);
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Settings;

    #[test]
    fn each_thing_comes_once_and_before_what_it_uses() {
        let all = things(&Settings::example().learner()).unwrap();
        let mut names: Vec<_> = all.iter().map(|thing| (thing.kind, &thing.name)).collect();
        assert!(names.is_sorted_by_key(|(kind, _)| *kind));
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn what_several_exercises_leave_is_all_theirs() {
        let all = things(&Settings::example().learner()).unwrap();
        let policy = all.iter().find(|thing| thing.name == "function-get-chapters" && thing.kind == LeftKind::Policy);
        let of: Vec<_> = policy.unwrap().of.iter().map(|exercise| exercise.id()).collect();
        assert_eq!(of, ["6.2", "6.7"]);
    }

    #[test]
    fn a_thing_that_other_chapters_use_is_known() {
        let all = things(&Settings::example().learner()).unwrap();
        let zone = all.iter().find(|thing| thing.kind == LeftKind::HostedZone).unwrap();
        assert!(zone.used_beyond(&[4]).iter().any(|exercise| exercise.chapter == 5));
        assert!(zone.used_beyond(&[4, 5]).is_empty());
    }

    #[test]
    fn every_price_is_known() {
        let all = things(&Settings::example().learner()).unwrap();
        assert!(all.iter().all(|thing| thing.price.is_some()));
    }
}

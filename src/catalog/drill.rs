//! Drills: each breaks a solved exercise by one of its tested mistakes.

use fastrand::Rng;

use super::{CHAPTERS, Exercise, Mistake, by_slug, exercise, exercises};
use crate::failure::{Failure, Result};

/// What the scripts of mistakes share; a template like them.
const HELPERS: &str = include_str!("../../exercises/mistakes.sh");

/// A mistake in a solved exercise.
#[derive(Clone, Copy)]
pub struct Drill {
    pub exercise: &'static Exercise,
    pub mistake: &'static Mistake,
}

impl Drill {
    /// Its name in the progress, such as `ch05/lambda_integration/own_account`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.exercise.slug, self.mistake.name)
    }

    /// The whole script; a template over the learner's names.
    pub fn script(&self) -> String {
        format!("{HELPERS}\n{}", self.mistake.script)
    }
}

/// Those of an exercise.
pub fn drills_of(exercise: &'static Exercise) -> impl Iterator<Item = Drill> {
    exercise.mistakes.iter().map(move |mistake| Drill { exercise, mistake })
}

/// All drills in the book's order.
pub fn drills() -> impl Iterator<Item = Drill> {
    exercises().flat_map(drills_of)
}

/// The drill with that name in the progress.
pub fn by_key(key: &str) -> Option<Drill> {
    let (slug, name) = key.rsplit_once('/')?;
    drills_of(by_slug(slug)?).find(|drill| drill.mistake.name == name)
}

/// The drills that a learner means by an exercise (`5.5`) or a chapter (`5`).
///
/// # Errors
/// If there is nothing of that name, or no drill of it.
pub fn drills_in(name: &str) -> Result<Vec<Drill>> {
    let chapter = name.trim().parse().ok().and_then(|number: u8| CHAPTERS.iter().find(|c| c.number == number));
    let drills: Vec<Drill> = match chapter {
        Some(chapter) => chapter.exercises.iter().flat_map(drills_of).collect(),
        None => drills_of(exercise(name)?).collect(),
    };
    if !drills.is_empty() {
        return Ok(drills);
    }
    let mut chapters: Vec<String> = self::drills().map(|drill| drill.exercise.chapter.to_string()).collect();
    chapters.dedup();
    Err(Failure::usage(format!("there is no drill of `{name}`: nothing in it can be broken in a practice account"))
        .hint(format!("The chapters with drills: {}.", chapters.join(", "))))
}

/// Drills in the order in which they are tried; always alike for the same seed.
pub fn shuffle(drills: &mut [Drill], seed: Option<u64>) {
    seed.map_or_else(Rng::new, Rng::with_seed).shuffle(drills);
}

/// The first seed with which `msl-learn drill EXERCISE` begins with this drill.
pub fn seed_of(drill: Drill) -> u64 {
    let begins_with_it = |seed: &u64| {
        let mut own: Vec<Drill> = drills_of(drill.exercise).collect();
        shuffle(&mut own, Some(*seed));
        own.first().is_some_and(|first| first.mistake.name == drill.mistake.name)
    };
    (1..).find(begins_with_it).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drill_is_found_by_its_name_and_complete() {
        for known in drills() {
            let found = by_key(&known.key()).expect("by its key");
            assert_eq!((found.exercise.slug, found.mistake.name), (known.exercise.slug, known.mistake.name));
            let mistake = known.mistake;
            for text in [mistake.title, mistake.visitor, mistake.lesson] {
                assert!(text.ends_with(['.', '?', '!']), "{}: {text}", known.key());
            }
            assert!(!mistake.script.trim().is_empty() && !mistake.script.starts_with('#'), "{}", known.key());
        }
        assert!(by_key("ch05/lambda_integration/nothing").is_none() && by_key("").is_none());
    }

    #[test]
    fn chapters_and_exercises_are_meant_by_their_numbers() {
        let chapters: Vec<u8> = drills_in("5").unwrap().iter().map(|drill| drill.exercise.chapter).collect();
        assert!(chapters.len() > 20 && chapters.iter().all(|chapter| *chapter == 5));
        assert!(drills_in("5.5").unwrap().iter().all(|drill| drill.exercise.id() == "5.5"));
        for wrong in ["1", "9.99", "nothing"] {
            assert!(drills_in(wrong).is_err(), "{wrong}");
        }
    }
}

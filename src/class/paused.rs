//! What a role shows of an exercise that a later one undoes on purpose: without the learner's progress nobody can tell whether
//! it was undone or never done, until the exercise that replaces it is done.

use msl_learn_checks::VERIFIERS;

use super::results::{ExerciseResult, ResultVerdict};
use crate::catalog::{self, Exercise, by_slug};

/// Marks what cannot be told for that reason, of all that one look has seen.
pub fn mark(seen: &mut [ExerciseResult]) {
    // A later exercise is settled before those that ask for it.
    for at in (0..seen.len()).rev() {
        let Ok(exercise) = catalog::exercise(&seen[at].id) else { continue };
        if seen[at].verdict == ResultVerdict::NotDone && is_paused(exercise, &seen[at], seen) {
            (seen[at].verdict, seen[at].paused) = (ResultVerdict::CannotTell, true);
        }
    }
}

/// Whether a later exercise may have undone it: the one that pauses it is done and all of it holds but its last clause, which is
/// what visitors see; or its successor is done, and on the way there only what is paused is not.
fn is_paused(exercise: &Exercise, one: &ExerciseResult, seen: &[ExerciseResult]) -> bool {
    let result = |exercise: &Exercise| {
        let id = exercise.id();
        seen.iter().find(|other| other.id == id)
    };
    let is_done = |slug: &str| by_slug(slug).and_then(result).is_some_and(|one| one.verdict == ResultVerdict::Done);
    if exercise.paused_by.is_some_and(is_done) {
        return matches!(&one.failed[..], [only] if Some(only.as_str()) == last_clause(exercise).as_deref());
    }
    let Some(successor) = exercise.superseded_by.filter(|slug| is_done(slug)) else { return false };
    let way = catalog::exercises().skip_while(|other| other.slug != exercise.slug).skip(1);
    let mut way =
        way.take_while(|other| other.slug != successor).filter(|other| other.availability.is_none()).peekable();
    way.peek().is_some()
        && way.all(|other| result(other).is_some_and(|one| one.paused || one.verdict == ResultVerdict::Done))
}

fn last_clause(exercise: &Exercise) -> Option<String> {
    let verifier = VERIFIERS.iter().find(|verifier| verifier.slug == exercise.slug)?;
    verifier.clauses.last().map(|clause| clause.id().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::results::tests::line;
    use ResultVerdict::{CannotTell, Done, NotDone};

    fn marked(seen: [(&str, ResultVerdict, &[&str]); 3]) -> Vec<(ResultVerdict, bool)> {
        let one = |(id, verdict, failed): (&str, ResultVerdict, &[&str])| {
            line("l-0", "2026-11-30T10:00:00Z", id, verdict, failed).exercises.remove(0)
        };
        let mut seen = seen.map(one);
        mark(&mut seen);
        seen.iter().map(|one| (one.verdict, one.paused)).collect()
    }

    /// Between 4.5 and 4.8 the record of 4.4 leads to a website that was switched off on purpose.
    #[test]
    fn what_was_undone_on_purpose_cannot_be_told() {
        let paused = (CannotTell, true);
        let seen = marked([("4.3", NotDone, &["policy", "website"]), ("4.4", NotDone, &["page"]), ("4.5", Done, &[])]);
        assert_eq!(seen, [paused, paused, (Done, false)]);
    }

    /// Who has a bucket and nothing else has 4.5 done, and is still to be helped.
    #[test]
    fn what_never_was_is_not_done() {
        let not_done = (NotDone, false);
        let seen = marked([("4.3", NotDone, &["policy"]), ("4.4", NotDone, &["record"]), ("4.5", Done, &[])]);
        assert_eq!(seen, [not_done, not_done, (Done, false)]);
        let seen =
            marked([("4.3", NotDone, &["policy"]), ("4.4", NotDone, &["page"]), ("4.5", NotDone, &["settings"])]);
        assert_eq!(seen, [not_done; 3]);
    }
}

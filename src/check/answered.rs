//! Exercises whose question the learner answers: what stands without asking again.

use jiff::Timestamp;
use msl_learn_checks::{Finding, Verdict};

use crate::catalog::Exercise;
use crate::checked::{Checked, DoneBefore, fails, holds};
use crate::ui::time::day;

const CLAUSE: &str = "you have answered it";

/// The verdict on an exercise that asks, by what was answered before.
pub fn standing(exercise: &'static Exercise, before: Option<DoneBefore>) -> Checked {
    let (verdict, finding) = match before.filter(|before| !before.is_reopened) {
        Some(before) => (Verdict::Asked, holds(CLAUSE, format!("on {}", day(before.at)))),
        None => {
            let advice = "`msl-learn next` asks you when you have come to it.";
            (Verdict::NotDone, fails(CLAUSE, "an answer", "none yet", advice))
        }
    };
    Checked { exercise, verdict, findings: vec![finding] }
}

/// The id and the sentence of the finding about an exercise that is out of reach.
const OUT_OF_REACH: (&str, &str) = ("unavailable", "you said that it is not available to you");

/// The verdict on an exercise that the learner cannot have, as they said.
pub fn unavailable(exercise: &'static Exercise, since: Timestamp) -> Checked {
    let (id, clause) = OUT_OF_REACH;
    let found = format!("on {}; `msl-learn skip {} --undo` brings it back", day(since), exercise.id());
    let finding = Finding { id: id.into(), ..holds(clause, found) };
    Checked { exercise, verdict: Verdict::Asked, findings: vec![finding] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    #[test]
    fn only_an_answer_that_still_stands_counts() {
        let exercise = catalog::exercises().next().expect("an exercise");
        let verdict = |before| standing(exercise, before).verdict;
        let before = |is_reopened| Some(DoneBefore { at: Timestamp::UNIX_EPOCH, is_reopened });
        assert_eq!(verdict(None), Verdict::NotDone);
        assert_eq!(verdict(before(false)), Verdict::Asked);
        assert_eq!(verdict(before(true)), Verdict::NotDone);
    }

    /// No read of the account outweighs the learner's word.
    #[test]
    fn what_is_not_available_is_asked_and_says_how_to_take_that_back() {
        let exercise = catalog::exercises().next().expect("an exercise");
        let checked = unavailable(exercise, Timestamp::UNIX_EPOCH);
        assert_eq!((checked.verdict, checked.findings.len()), (Verdict::Asked, 1));
        let found = checked.findings[0].found.as_deref().unwrap_or_default();
        assert!(found.contains(&format!("`msl-learn skip {} --undo`", exercise.id())), "{found}");
    }
}

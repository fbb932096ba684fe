//! Exercises whose question the learner answers: what stands without asking again.

use msl_learn_checks::Verdict;

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

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

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
}

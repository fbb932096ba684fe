//! Exercises whose question the learner answers: what stands without asking again.

use jiff::Timestamp;
use msl_learn_checks::{Finding, Learner, Verdict};

use crate::catalog::{Asks, Exercise, fill};
use crate::checked::{Checked, DoneBefore, fails, holds};
use crate::ui::time::day;

/// The verdict on an exercise that asks, by what was answered before.
pub fn standing(exercise: &'static Exercise, asks: &Asks, learner: &Learner, before: Option<DoneBefore>) -> Checked {
    let clause = format!("you have answered what {} asks", exercise.id());
    let (verdict, finding) = match before.filter(|before| !before.is_reopened) {
        Some(before) => (Verdict::Asked, holds(clause, format!("on {}", day(before.at)))),
        None => (Verdict::NotDone, fails(clause, asked(asks, learner), "no answer yet", how(asks, exercise))),
    };
    Checked { exercise, verdict, findings: vec![finding] }
}

/// What is asked for.
fn asked(asks: &Asks, learner: &Learner) -> String {
    let filled = |text: &str| fill(learner, text).unwrap_or_else(|_| text.to_owned());
    match asks {
        Asks::Question { question, .. } | Asks::Confirmation { question } => {
            format!("an answer to: {}", filled(question).trim())
        }
        Asks::File { path, .. } => format!("the file {path} in your workspace"),
        Asks::Command { run, .. } => format!("what `{}` prints", run.join(" ")),
    }
}

/// How it is answered.
fn how(asks: &Asks, exercise: &Exercise) -> String {
    let id = exercise.id();
    let then = match asks {
        Asks::Question { choices, .. } => format!("shows {} answers to choose from", choices.len()),
        Asks::Confirmation { .. } => "asks yes or no".to_owned(),
        Asks::File { .. } | Asks::Command { .. } => "looks for it".to_owned(),
    };
    format!("Do what `msl-learn read {id}` says. Then `msl-learn next`, once it has come to {id}, {then}.")
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
    use crate::workspace::Settings;

    fn of(id: &str, before: Option<DoneBefore>) -> Checked {
        let exercise = catalog::exercise(id).expect("an exercise");
        let asks = exercise.asks.as_ref().expect("one that asks");
        standing(exercise, asks, &Settings::example().learner(), before)
    }

    #[test]
    fn only_an_answer_that_still_stands_counts() {
        let verdict = |before| of("7.11", before).verdict;
        let before = |is_reopened| Some(DoneBefore { at: Timestamp::UNIX_EPOCH, is_reopened, cleaned_up: None });
        assert_eq!(verdict(None), Verdict::NotDone);
        assert_eq!(verdict(before(false)), Verdict::Asked);
        assert_eq!(verdict(before(true)), Verdict::NotDone);
    }

    #[test]
    fn what_is_not_answered_says_the_question_and_how_to_answer() {
        let finding = &of("7.12", None).findings[0];
        let expected = finding.expected.as_deref().unwrap_or_default();
        assert!(expected.starts_with("an answer to: Sign in at https://example.com with"), "{expected}");
        let advice = finding.advice.as_deref().unwrap_or_default();
        assert!(advice.contains("`msl-learn next`") && advice.contains("4 answers to choose from"), "{advice}");
        let learner = Settings::example().learner();
        let command = Asks::Command { run: &["node", "--version"], holds: &["v"], install: "Install it." };
        let file = Asks::File { path: "notes.txt", holds: &["a"] };
        assert_eq!(asked(&command, &learner), "what `node --version` prints");
        assert_eq!(asked(&file, &learner), "the file notes.txt in your workspace");
        assert!(how(&file, catalog::exercise("7.11").expect("an exercise")).ends_with("looks for it."));
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

//! What is known of one exercise once it was checked or its question answered.

use jiff::Timestamp;
use msl_learn_checks::{ClauseVerdict, Finding, Learner, Verdict};

use crate::catalog::{Exercise, fill};

/// The verdict on one exercise, and the findings behind it.
#[derive(Clone)]
pub struct Checked {
    pub exercise: &'static Exercise,
    pub verdict: Verdict,
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether the exercise is done: in the account, or by the learner's answer.
    pub fn is_done(&self) -> bool {
        matches!(self.verdict, Verdict::Done | Verdict::Asked)
    }

    /// The same as this learner needs it: a practice account has no console, so there a failing clause says which command
    /// of the `aws` CLI fixes it, if the exercise knows one.
    #[must_use]
    pub fn for_learner(&self, learner: &Learner) -> Self {
        let mut own = self.clone();
        for finding in own.findings.iter_mut().filter(|_| learner.practice) {
            finding.console = None;
            let command = self.exercise.command(&finding.id).filter(|_| finding.verdict == ClauseVerdict::Fails);
            let command = command.and_then(|command| fill(learner, command).ok());
            if let Some(command) = command.filter(|command| command.lines().all(|line| line.len() <= LONGEST_LINE)) {
                finding.advice = Some(command.trim().to_owned());
            }
        }
        own
    }
}

/// The most bytes of a line of a command that is shown instead of the advice: of a longer one nobody sees what it does.
const LONGEST_LINE: usize = 300;
/// How a command of the `aws` CLI begins.
const COMMAND: &str = "aws ";

/// Whether an advice is commands to type, one or several, and no sentence.
pub fn is_command(advice: &str) -> bool {
    advice.lines().any(|line| line.starts_with(COMMAND))
}

/// Commands in one line.
pub fn in_one_line(commands: &str) -> String {
    commands.replace("\\\n", "").replace('\n', "; ")
}

/// When an exercise was done before.
#[derive(Clone, Copy, Debug)]
pub struct DoneBefore {
    /// The first time.
    pub at: Timestamp,
    /// Whether it was reopened since, and is to be done again.
    pub is_reopened: bool,
}

/// The id of a finding about the learner's answer.
const ANSWER: &str = "answer";

/// The finding of a clause that holds.
pub fn holds(clause: impl Into<String>, found: impl Into<String>) -> Finding {
    Finding { found: Some(found.into()), ..Finding::blank(ANSWER, clause, ClauseVerdict::Holds) }
}

/// The finding of a clause that fails.
pub fn fails(
    clause: impl Into<String>,
    expected: impl Into<String>,
    found: impl Into<String>,
    advice: impl Into<String>,
) -> Finding {
    Finding {
        expected: Some(expected.into()),
        found: Some(found.into()),
        advice: Some(advice.into()),
        ..Finding::blank(ANSWER, clause, ClauseVerdict::Fails)
    }
}

/// The finding of a clause that does not apply.
pub fn skipped(clause: impl Into<String>, why: impl Into<String>) -> Finding {
    Finding { found: Some(why.into()), ..Finding::blank(ANSWER, clause, ClauseVerdict::Skipped) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::ExerciseKind;
    use crate::workspace::Settings;

    /// An exercise that knows a command for one of its clauses.
    static EXERCISE: Exercise = Exercise {
        slug: "ch04/test",
        chapter: 4,
        kind: ExerciseKind::HandsOn,
        number: 3,
        title: "Test",
        walkthrough: "",
        cost: "",
        superseded_by: None,
        leaves_behind: &[],
        cli: &[("bucket", "aws s3 mb s3://{{ website_bucket }}")],
        hints: &[],
        files: &[],
        solution: "",
        asks: None,
        availability: None,
    };

    #[test]
    fn commands_are_told_from_sentences() {
        assert!(is_command("aws s3 ls"));
        assert!(is_command("ID=$(date)\naws s3 mb \"s3://$ID\""));
        assert!(!is_command("Run `aws s3 ls`, and look."));
        let one = in_one_line("ID=1\naws s3 ls \\\n  \"$ID\"");
        assert_eq!(one, "ID=1; aws s3 ls   \"$ID\"");
    }

    #[test]
    fn a_practice_account_gives_commands_and_no_console() {
        let finding = |id: &str, verdict| Finding {
            advice: Some("Create it.".into()),
            console: Some("https://console.aws.amazon.com/".into()),
            ..Finding::blank(id, "it is there", verdict)
        };
        let findings = vec![
            finding("bucket", ClauseVerdict::Fails),
            finding("page", ClauseVerdict::Fails),
            finding("bucket", ClauseVerdict::CannotTell),
        ];
        let checked = Checked { exercise: &EXERCISE, verdict: Verdict::NotDone, findings };
        let real = Settings::example().learner();
        assert_eq!(checked.for_learner(&real).findings, checked.findings);
        let own = checked.for_learner(&Learner { practice: true, ..real });
        let advice: Vec<_> = own.findings.iter().map(|finding| finding.advice.as_deref().unwrap_or_default()).collect();
        assert_eq!(advice, ["aws s3 mb s3://example.com", "Create it.", "Create it."]);
        assert!(own.findings.iter().all(|finding| finding.console.is_none()));
    }
}

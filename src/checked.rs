//! What is known of one exercise once it was checked or its question answered.

use jiff::Timestamp;
use msl_learn_checks::commands::{self, Told};
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

    /// The same as this learner needs it: a practice account has no console, so there a failing clause says which
    /// commands of the `aws` CLI fix it, if the exercise knows them. They stand for what is always said of the clause, and not
    /// for advice about this state: that says why it fails, and what may have to come first. They upload the learner's own
    /// file as it is, so what to change in it comes before.
    #[must_use]
    pub fn for_learner(&self, learner: &Learner) -> Self {
        let mut own = self.clone();
        for finding in own.findings.iter_mut().filter(|_| learner.practice) {
            finding.console = None;
            let command = self.exercise.command(&finding.id).filter(|_| finding.verdict == ClauseVerdict::Fails);
            let Some(command) = command.and_then(|command| fill(learner, command).ok()) else { continue };
            finding.command = Some(commands::with_found(command.trim(), |id| self.told(id)));
            finding.advice = match (finding.advice.take(), self.exercise.edit(&finding.id)) {
                (Some(advice), Some(file)) => Some(format!("In {file}: {advice}")),
                (advice, _) => advice.filter(|_| finding.is_own_advice),
            };
        }
        own
    }

    /// What is known of a clause that commands may name: what is there if it holds, and what is wanted if it fails.
    fn told(&self, id: &str) -> Told<'_> {
        match self.findings.iter().find(|finding| finding.id == id) {
            Some(finding) if finding.verdict == ClauseVerdict::Holds => {
                Told { expected: None, found: finding.found.as_deref() }
            }
            Some(finding) => Told { expected: finding.expected.as_deref(), found: None },
            None => Told::default(),
        }
    }
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
    /// When it was seen that nothing is left of it, on purpose.
    pub cleaned_up: Option<Timestamp>,
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
        stands: "",
        needs: &[],
        superseded_by: None,
        paused_by: None,
        leaves: &[],
        cli: &[("bucket", "aws s3 mb s3://{{ website_bucket }}"), ("asks", "aws s3 cp website/a.js s3://b")],
        edits: &[("asks", "website/a.js")],
        hints: &[],
        files: &[],
        solution: "",
        asks: None,
        availability: None,
        mistakes: &[],
    };

    #[test]
    fn commands_fit_into_one_line() {
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
            Finding { is_own_advice: true, ..finding("bucket", ClauseVerdict::Fails) },
            finding("page", ClauseVerdict::Fails),
            finding("bucket", ClauseVerdict::CannotTell),
            finding("asks", ClauseVerdict::Fails),
        ];
        let checked = Checked { exercise: &EXERCISE, verdict: Verdict::NotDone, findings };
        let real = Settings::example().learner();
        assert_eq!(checked.for_learner(&real).findings, checked.findings);
        let own = checked.for_learner(&Learner { practice: true, ..real });
        let fixes = own.findings.iter().map(|finding| (finding.advice.as_deref(), finding.command.as_deref()));
        let expected = [
            (None, Some("aws s3 mb s3://example.com")),
            (Some("Create it."), Some("aws s3 mb s3://example.com")),
            (Some("Create it."), None),
            (Some("Create it."), None),
            (Some("In website/a.js: Create it."), Some("aws s3 cp website/a.js s3://b")),
        ];
        assert_eq!(fixes.collect::<Vec<_>>(), expected);
        assert!(own.findings.iter().all(|finding| finding.console.is_none()));
    }
}

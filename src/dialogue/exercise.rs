//! Exercises that leave nothing in the account: the learner answers, or this machine is checked.

use msl_learn_checks::{ClauseVerdict, Finding, Learner, Verdict};

use super::answers::Answers;
use super::{command, file, question};
use crate::catalog::{Asks, Exercise, fill};
use crate::checked::Checked;
use crate::failure::Result;
use crate::quiz;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// Asks what the exercise asks, on the plain terminal or from a file of answers, and explains what was answered. The
/// verdict is *asked* or *not done*, never *done*.
///
/// # Errors
/// If there is no terminal to ask on, the learner leaves, an answer is missing or invalid, a file cannot be read, or a
/// program cannot be run.
pub fn ask(
    exercise: &'static Exercise,
    asks: &Asks,
    workspace: &Workspace,
    answers: &Answers,
    printer: &mut Printer,
) -> Result<Checked> {
    let learner = workspace.learner();
    let findings = numbered(match asks {
        Asks::Question { question, choices } => {
            question::ask(exercise, &fill(&learner, question)?, &quiz::choices(choices, &learner)?, answers, printer)?
        }
        Asks::Confirmation { question } => question::confirm(exercise, &fill(&learner, question)?, answers)?,
        Asks::File { path, holds } => file::check(&workspace.root, path, &fill_all(&learner, holds)?)?,
        Asks::Command { run, holds, install } => {
            let asked = command::Asked { run, wanted: &fill_all(&learner, holds)?, install: &fill(&learner, install)? };
            command::check(exercise, &asked, &workspace.root, answers)?
        }
    });
    let fails = findings.iter().any(|finding| finding.verdict == ClauseVerdict::Fails);
    Ok(Checked { exercise, verdict: if fails { Verdict::NotDone } else { Verdict::Asked }, findings })
}

/// Numbers the findings: the answer has the id `answer`; what a file or a program's output must hold is `part_1`, `part_2`, and so on.
fn numbered(mut findings: Vec<Finding>) -> Vec<Finding> {
    for (number, finding) in findings.iter_mut().enumerate().skip(1) {
        finding.id = format!("part_{number}");
    }
    findings
}

fn fill_all(learner: &Learner, templates: &[&str]) -> Result<Vec<String>> {
    templates.iter().map(|template| fill(learner, template)).collect()
}

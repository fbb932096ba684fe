//! Exercises that leave nothing in the account: the learner is asked, or it is seen on the learner's own machine.

mod answers;
mod command;
mod file;
mod question;
#[cfg(test)]
mod tests;

use msl_learn_checks::{ClauseVerdict, Finding, Learner, Verdict};

use crate::catalog::{Asks, Exercise, fill};
use crate::checked::Checked;
use crate::failure::Result;
use crate::quiz;
use crate::ui::Printer;
use crate::workspace::Workspace;

pub use answers::Answers;

/// Asks what the exercise asks, on the plain terminal or from a file of answers, explains what was answered, and gives the
/// verdict: *asked* or *not done*, never *done*.
///
/// # Errors
/// Without a terminal to ask on, when the learner leaves, when an answer is missing or no answer, and when this machine
/// does not let a file be read or a program run.
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
        Asks::File { path, holds } => file::look(&workspace.root, path, &all_filled(&learner, holds)?)?,
        Asks::Command { run, holds } => {
            command::look(exercise, run, &all_filled(&learner, holds)?, &workspace.root, answers)?
        }
    });
    let fails = findings.iter().any(|finding| finding.verdict == ClauseVerdict::Fails);
    Ok(Checked { exercise, verdict: if fails { Verdict::NotDone } else { Verdict::Asked }, findings })
}

/// The answer has the id `answer`; what a file or a program's output must hold is `part_1`, `part_2`, and so on.
fn numbered(mut findings: Vec<Finding>) -> Vec<Finding> {
    for (number, finding) in findings.iter_mut().enumerate().skip(1) {
        finding.id = format!("part_{number}");
    }
    findings
}

fn all_filled(learner: &Learner, templates: &[&str]) -> Result<Vec<String>> {
    templates.iter().map(|template| fill(learner, template)).collect()
}

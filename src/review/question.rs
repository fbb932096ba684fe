//! What configuration cannot show, and so is asked; the answers are kept in the progress.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use msl_learn_checks::Pillar;

use crate::failure::{Failure, Result};
use crate::quiz::answer_lines;

/// A question about a best practice; *yes* says that it is kept.
#[derive(Debug)]
pub struct ReviewQuestion {
    /// What files know it by.
    pub id: &'static str,
    pub pillar: Pillar,
    /// The id and the title of the best practice.
    pub framework: &'static str,
    pub text: &'static str,
}

const fn question(id: &'static str, pillar: Pillar, framework: &'static str, text: &'static str) -> ReviewQuestion {
    ReviewQuestion { id, pillar, framework, text }
}

/// All questions, two or more of each pillar. Alarms and budgets are asked about: to read them takes two more crates of the SDK.
pub const QUESTIONS: &[ReviewQuestion] = &[
    question(
        "data_known",
        Pillar::Security,
        "SEC07-BP01 Understand your data classification scheme",
        "Do you know which data of people the application keeps, and why?",
    ),
    question(
        "incident_plan",
        Pillar::Security,
        "SEC10-BP02 Develop incident management plans",
        "Do you know how you would lock out somebody who has your keys?",
    ),
    question(
        "restore_tried",
        Pillar::Reliability,
        "REL09-BP04 Perform periodic recovery of the data to verify backup integrity and processes",
        "Have you restored a table or a bucket from a backup, to see that it works?",
    ),
    question(
        "objectives_known",
        Pillar::Reliability,
        "REL13-BP01 Define recovery objectives for downtime and data loss",
        "Do you know how long the website may be away, and how much data may be lost?",
    ),
    question(
        "version_control",
        Pillar::OperationalExcellence,
        "OPS05-BP01 Use version control",
        "Are your pages, functions and policies in version control?",
    ),
    question(
        "runbook_written",
        Pillar::OperationalExcellence,
        "OPS07-BP03 Use runbooks to perform procedures",
        "Is it written down what you do when the website does not answer?",
    ),
    question(
        "alarms_set",
        Pillar::OperationalExcellence,
        "OPS08-BP04 Create actionable alerts",
        "Does an alarm of CloudWatch write to you when a function fails?",
    ),
    question(
        "latency_measured",
        Pillar::PerformanceEfficiency,
        "PERF05-BP01 Establish key performance indicators (KPIs) to measure workload health and performance",
        "Have you measured how long visitors wait for the page and for the API?",
    ),
    question(
        "memory_compared",
        Pillar::PerformanceEfficiency,
        "PERF02-BP04 Configure and right-size compute resources",
        "Have you compared memory sizes of a function, such as with AWS Lambda Power Tuning?",
    ),
    question(
        "budget_mails",
        Pillar::CostOptimization,
        "COST01-BP03 Establish cloud budgets and forecasts",
        "Does AWS Budgets send you a mail before the bill is higher than you want?",
    ),
    question(
        "removal_known",
        Pillar::CostOptimization,
        "COST04-BP02 Implement a decommissioning process",
        "Do you know what you will delete when you need the application no more?",
    ),
    question(
        "unused_deleted",
        Pillar::Sustainability,
        "SUS02-BP03 Stop the creation and maintenance of unused assets",
        "Have you deleted what you made for exercises and use no more?",
    ),
    question(
        "data_needed",
        Pillar::Sustainability,
        "SUS04-BP01 Implement a data classification policy",
        "Does the application keep only data that somebody needs?",
    ),
];

/// Reads a file with lines such as `restore_tried = yes`.
///
/// # Errors
/// If the file cannot be read, or a line is no answer to a question; the error names all such lines.
pub fn read_answers(file: &Path) -> Result<BTreeMap<&'static str, bool>> {
    let text =
        fs::read_to_string(file).map_err(|error| Failure::usage(format!("--answers {}: {error}", file.display())))?;
    let (mut given, mut faults) = (BTreeMap::new(), Vec::new());
    for (number, line) in answer_lines(&text) {
        match parse(line) {
            Ok((id, answer)) => drop(given.insert(id, answer)),
            Err(fault) => faults.push(format!("line {number}: {fault}")),
        }
    }
    if faults.is_empty() {
        return Ok(given);
    }
    let ids: Vec<&str> = QUESTIONS.iter().map(|question| question.id).collect();
    Err(Failure::usage(format!("{} is invalid:\n{}", file.display(), faults.join("\n"))).hint(format!(
        "Write one line a question, such as `restore_tried = yes`. The questions are {}.",
        ids.join(", ")
    )))
}

fn parse(line: &str) -> std::result::Result<(&'static str, bool), String> {
    let expected = || format!("expected an answer such as `restore_tried = yes`, found `{line}`");
    let (name, answer) = line.split_once('=').ok_or_else(expected)?;
    let name = name.trim();
    let known = QUESTIONS.iter().find(|question| question.id == name);
    let known = known.ok_or_else(|| format!("there is no question `{name}`"))?;
    match answer.trim().to_lowercase().as_str() {
        "yes" => Ok((known.id, true)),
        "no" => Ok((known.id, false)),
        other => Err(format!("expected yes or no, found `{other}`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::PILLARS;

    #[test]
    fn each_pillar_has_two_questions_or_more_and_ids_are_unique() {
        for pillar in PILLARS {
            assert!(QUESTIONS.iter().filter(|question| question.pillar == pillar).count() >= 2, "{pillar:?}");
        }
        let ids: std::collections::BTreeSet<_> = QUESTIONS.iter().map(|question| question.id).collect();
        assert_eq!(ids.len(), QUESTIONS.len());
    }

    #[test]
    fn answers_are_yes_or_no_and_anything_else_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("answers");
        fs::write(&file, "# mine\nrestore_tried = Yes\n\nbudget_mails=no\n").expect("a file");
        let given = read_answers(&file).expect("answers");
        assert_eq!(given, BTreeMap::from([("budget_mails", false), ("restore_tried", true)]));
        fs::write(&file, "restore_tried = perhaps\nnothing = yes\nyes\n").expect("a file");
        let failure = read_answers(&file).expect_err("three faults");
        for part in
            ["line 1: expected yes or no, found `perhaps`", "line 2: there is no question `nothing`", "line 3: "]
        {
            assert!(failure.message.contains(part), "{}", failure.message);
        }
        assert!(read_answers(&folder.path().join("none")).is_err());
    }
}

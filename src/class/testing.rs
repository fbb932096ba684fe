//! A small class for the unit tests.

use std::fs;

use msl_learn_checks::{ClauseVerdict, Finding, Verdict};
use tempfile::TempDir;

use super::folder::ClassFolder;
use super::import;
use super::roster::{ROSTER_FILE, Roster};
use super::settings::CLASS_FILE;
use super::settings::tests::example;
use crate::catalog;
use crate::checked::Checked;

/// A practice class of these learners, who do chapter 4.
pub fn class(names: &[&str]) -> (TempDir, ClassFolder) {
    let folder = tempfile::tempdir().expect("a folder");
    let learners = import::learners(names.join("\n").into_bytes()).expect("names");
    fs::write(folder.path().join(ROSTER_FILE), Roster::new_text(&learners).expect("a roster")).expect("a file");
    fs::write(folder.path().join(CLASS_FILE), example().text()).expect("a file");
    let class = ClassFolder::at(folder.path()).expect("a class");
    (folder, class)
}

/// The same class, with pseudonyms that do not change.
pub fn fixed(names: &[&str]) -> (TempDir, ClassFolder) {
    let (folder, mut class) = class(names);
    for (number, learner) in class.roster.0.iter_mut().enumerate() {
        learner.pseudonym = format!("l-{number}");
    }
    (folder, class)
}

/// A check of an exercise in which these clauses fail and one holds.
pub fn checked(id: &str, failing: &[&str]) -> Vec<Checked> {
    let exercise = catalog::exercise(id).expect("an exercise");
    let mut findings = vec![Finding::blank("holding", "it is there", ClauseVerdict::Holds)];
    findings.extend(failing.iter().map(|id| Finding::blank(*id, "it is right", ClauseVerdict::Fails)));
    let verdict = if failing.is_empty() { Verdict::Done } else { Verdict::NotDone };
    vec![Checked { exercise, verdict, findings }]
}

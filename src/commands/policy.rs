//! `msl-learn policy`: prints the least policy with which exercises can be checked, or the account reviewed; needs no
//! credentials.

use std::path::Path;

use msl_learn_checks::{grant, grant_review};

use crate::catalog;
use crate::check::with_witnesses;
use crate::cli::PolicyArgs;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If an exercise or a chapter does not exist, or there is no workspace.
pub fn run(policy: &PolicyArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    if policy.review {
        printer.json(&grant_review(&workspace.learner()).map_err(broken)?)?;
        return Ok(EXIT_DONE);
    }
    let wanted = match policy.chapter {
        Some(number) => catalog::chapter(number)?.exercises.iter().collect(),
        None if policy.exercises.is_empty() => catalog::exercises().collect(),
        None => policy.exercises.iter().map(|name| catalog::exercise(name)).collect::<Result<Vec<_>>>()?,
    };
    let slugs: Vec<&str> = with_witnesses(&wanted).iter().map(|exercise| exercise.slug).collect();
    let grant = grant(&slugs, &workspace.learner()).map_err(broken)?;
    printer.json(&grant)?;
    Ok(EXIT_DONE)
}

fn broken(error: impl std::fmt::Display) -> Failure {
    Failure::environment(format!("the policy cannot be written: {error}")).hint("This is a bug: please report it.")
}

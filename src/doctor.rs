//! Checks everything that the program needs, and says how to fix what is wrong. Changes nothing.

mod account;
mod machine;
mod network;
mod practice;
mod program;
mod terminal;
mod workspace;

use std::path::Path;

use serde::Serialize;
pub use terminal::Appearance;

use crate::failure::{Failure, Result};
use crate::workspace::Workspace;

/// The condition of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    Ok,
    /// The program works, but something will surprise the learner.
    Warning,
    /// Something does not work until it is fixed.
    Problem,
    /// It could not be checked, or does not matter here.
    NotChecked,
}

/// One thing that was checked.
#[derive(Clone, Debug, Serialize)]
pub struct Observation {
    pub topic: &'static str,
    pub state: Condition,
    pub found: String,
    /// What to do about a warning or a problem.
    pub fix: Option<String>,
}

impl Observation {
    fn ok(topic: &'static str, found: impl Into<String>) -> Self {
        Self { topic, state: Condition::Ok, found: found.into(), fix: None }
    }

    fn not_checked(topic: &'static str, why: impl Into<String>) -> Self {
        Self { topic, state: Condition::NotChecked, found: why.into(), fix: None }
    }

    fn warning(topic: &'static str, found: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { topic, state: Condition::Warning, found: found.into(), fix: Some(fix.into()) }
    }

    fn problem(topic: &'static str, found: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { topic, state: Condition::Problem, found: found.into(), fix: Some(fix.into()) }
    }

    /// The failure with which another command would end.
    fn failed(topic: &'static str, failure: &Failure) -> Self {
        Self { topic, state: Condition::Problem, found: failure.message.clone(), fix: failure.hint.clone() }
    }
}

/// Checks everything, from the machine outwards to the account. Takes half a minute at most without a network.
///
/// # Errors
/// If the operating system provides no event loop.
pub fn diagnose(named: Option<&Path>, appearance: Appearance) -> Result<Vec<Observation>> {
    let found = Workspace::find(named);
    let workspace = found.as_ref().ok().and_then(Option::as_ref);
    let mut all = machine::observe(workspace);
    all.extend(terminal::observe(appearance));
    all.extend(network::observe());
    all.extend(workspace::observe(&found));
    all.push(practice::observe(workspace));
    all.extend(account::observe(workspace)?);
    Ok(all)
}

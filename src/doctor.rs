//! Appearance at everything that the program needs, says of each thing how it is, and how to cure it. Changes nothing.

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

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    Ok,
    /// The program works; something will surprise the learner all the same.
    Warning,
    /// Something does not work until it is cured.
    Problem,
    /// It could not be looked at, or does not matter here.
    NotLookedAt,
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Observation {
    pub topic: &'static str,
    pub state: Condition,
    pub found: String,
    /// What to do about a warning or a problem.
    pub cure: Option<String>,
}

impl Observation {
    fn ok(topic: &'static str, found: impl Into<String>) -> Self {
        Self { topic, state: Condition::Ok, found: found.into(), cure: None }
    }

    fn not_looked_at(topic: &'static str, why: impl Into<String>) -> Self {
        Self { topic, state: Condition::NotLookedAt, found: why.into(), cure: None }
    }

    fn warning(topic: &'static str, found: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { topic, state: Condition::Warning, found: found.into(), cure: Some(cure.into()) }
    }

    fn problem(topic: &'static str, found: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { topic, state: Condition::Problem, found: found.into(), cure: Some(cure.into()) }
    }

    /// What another command would end with.
    fn failed(topic: &'static str, failure: &Failure) -> Self {
        Self { topic, state: Condition::Problem, found: failure.message.clone(), cure: failure.hint.clone() }
    }
}

/// Looks at everything, from the machine outwards to the account. Without a workspace or a network it says so, and takes
/// half a minute at most. `looks` is how the answer will look.
///
/// # Errors
/// When the operating system gives no event loop.
pub fn examine(named: Option<&Path>, looks: Appearance) -> Result<Vec<Observation>> {
    let found = Workspace::find(named);
    let workspace = found.as_ref().ok().and_then(Option::as_ref);
    let mut all = machine::observe(workspace);
    all.extend(terminal::observe(looks));
    all.extend(network::observe());
    all.extend(workspace::observe(&found));
    all.push(practice::observe(workspace));
    all.extend(account::observe(workspace)?);
    Ok(all)
}

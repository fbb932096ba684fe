//! The smallest policy with which exercises can be checked, from what their verifiers declare to read.

use serde::Serialize;

use crate::aws::operation::Scope;
use crate::learner::{Learner, TemplateError};
use crate::services::reads::{Place, Reading};
use crate::verifier::VERIFIERS;

/// An IAM policy (IAM User Guide, "IAM JSON policy elements reference").
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Grant {
    version: &'static str,
    statement: Vec<Statement>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    sid: &'static str,
    effect: &'static str,
    action: Vec<&'static str>,
    resource: String,
}

/// The policy that lets a user check the exercises with these slugs in the learner's account, one statement for each
/// set of resources. What AWS lets everyone do, and what is sent in practice accounts alone, is left out.
///
/// # Errors
/// When a resource is not a well-formed template, which a test rules out.
pub fn grant(slugs: &[&str], learner: &Learner) -> Result<Grant, TemplateError> {
    let wanted = VERIFIERS.iter().filter(|verifier| slugs.contains(&verifier.slug));
    let readings = wanted.flat_map(|verifier| verifier.reads.iter().copied().flatten());
    let readings: Vec<&Reading> = readings.filter(|reading| needs_permission(reading)).collect();
    let mut places: Vec<&Place> = readings.iter().map(|reading| reading.place).collect();
    places.sort_unstable_by_key(|place| place.sid);
    places.dedup();
    let statements = places.into_iter().map(|place| statement(place, &readings, learner));
    Ok(Grant { version: "2012-10-17", statement: statements.collect::<Result<_, _>>()? })
}

fn needs_permission(reading: &Reading) -> bool {
    reading.operation.scope != Scope::Free && !reading.in_practice_alone
}

fn statement(place: &Place, readings: &[&Reading], learner: &Learner) -> Result<Statement, TemplateError> {
    let here = readings.iter().filter(|reading| reading.place == place);
    let mut action: Vec<_> = here.map(|reading| reading.operation.action).collect();
    action.sort_unstable();
    action.dedup();
    Ok(Statement { sid: place.sid, effect: "Allow", action, resource: learner.fill(place.arn)? })
}

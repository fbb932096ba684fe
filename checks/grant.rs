//! The smallest policy with which exercises can be checked, from what their verifiers declare to read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::aws::operation::Scope;
use crate::aws::reader::{Reader, Reading};
use crate::documents::policy::glob::{Case, covers};
use crate::learner::{Learner, TemplateError};
use crate::review;
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
    effect: &'static str,
    action: Vec<&'static str>,
    resource: Resources,
}

/// What a statement is about: of several sets with one identifier, all of them.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Resources {
    One(String),
    Several(Vec<String>),
}

impl Resources {
    fn each(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(all) => all,
        }
    }

    /// Whether whatever the others name is named by these.
    fn cover(&self, others: &Self) -> bool {
        let named = |other: &String| self.each().iter().any(|pattern| covers(pattern, other, Case::Sensitive));
        others.each().iter().all(named)
    }

    /// Says nothing twice: what a wider pattern covers is left out.
    fn add(&mut self, other: String) {
        if self.each().iter().any(|one| covers(one, &other, Case::Sensitive)) {
            return;
        }
        let mut all: Vec<String> = self.each().to_vec();
        all.retain(|one| !covers(&other, one, Case::Sensitive));
        all.push(other);
        *self = if all.len() == 1 { Self::One(all.remove(0)) } else { Self::Several(all) };
    }
}

/// The policy that lets a user check the exercises with these slugs in the learner's account, one statement for each
/// set of resources. Statements have no identifiers: IAM gives a policy little room. What AWS lets everyone do, and what is sent in practice accounts alone, is left out.
///
/// # Errors
/// When a resource is not a well-formed template, which a test rules out.
pub fn grant(slugs: &[&str], learner: &Learner) -> Result<Grant, TemplateError> {
    let wanted = VERIFIERS.iter().filter(|verifier| slugs.contains(&verifier.slug));
    allowing(wanted.flat_map(|verifier| verifier.reads), learner)
}

/// The policy that lets a user review the learner's account, likewise.
///
/// # Errors
/// When a resource is not a well-formed template, which a test rules out.
pub fn grant_review(learner: &Learner) -> Result<Grant, TemplateError> {
    allowing(review::reads(), learner)
}

fn allowing(readers: impl Iterator<Item = &'static Reader>, learner: &Learner) -> Result<Grant, TemplateError> {
    let mut statements: BTreeMap<String, Statement> = BTreeMap::new();
    for reader in readers {
        for reading in reader.readings.iter().filter(|reading| needs_permission(reading)) {
            let (sid, resource) = named(reader, reading, learner)?;
            let one = Resources::One(resource.clone());
            let new = || Statement { effect: "Allow", action: Vec::new(), resource: one };
            let statement = statements.entry(sid).or_insert_with(new);
            statement.action.extend(reading.operation.actions());
            statement.resource.add(resource);
        }
    }
    let mut statement: Vec<Statement> = statements.into_values().collect();
    for one in &mut statement {
        one.action.sort_unstable();
        one.action.dedup();
    }
    leave_out_covered(&mut statement);
    join_alike(&mut statement);
    Ok(Grant { version: "2012-10-17", statement })
}

/// Takes out of each statement what another one allows on patterns that cover its resources: IAM gives a policy little room.
fn leave_out_covered(statements: &mut Vec<Statement>) {
    for at in (0..statements.len()).rev() {
        let own = &statements[at];
        let others = statements.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        let wider: Vec<&str> =
            others.filter(|wider| wider.resource.cover(&own.resource)).flat_map(|wider| wider.action.clone()).collect();
        let rest: Vec<_> = own.action.iter().copied().filter(|action| !wider.contains(action)).collect();
        statements[at].action = rest;
    }
    statements.retain(|statement| !statement.action.is_empty());
}

/// Makes one of statements about the same resources, and one of those that allow the same actions.
fn join_alike(statements: &mut Vec<Statement>) {
    let mut joined: Vec<Statement> = Vec::new();
    for one in statements.drain(..) {
        match joined.iter_mut().find(|other| other.resource == one.resource) {
            Some(other) => other.action.extend(one.action),
            None => joined.push(one),
        }
    }
    joined.iter_mut().for_each(|one| one.action.sort_unstable());
    for one in joined {
        match statements.iter_mut().find(|other| other.action == one.action) {
            Some(other) => one.resource.each().iter().for_each(|resource| other.resource.add(resource.clone())),
            None => statements.push(one),
        }
    }
}

fn needs_permission(reading: &Reading) -> bool {
    reading.operation.scope != Scope::Free && !reading.in_practice_alone
}

/// The statement's identifier, and the resources that it names.
fn named(reader: &Reader, reading: &Reading, learner: &Learner) -> Result<(String, String), TemplateError> {
    let set = reading.on;
    let sid = set.sid.replace("{{ label }}", reader.name.label).replace("{{ home }}", reader.home.label);
    let region = if set.in_every_region { "*" } else { &learner.region };
    let arn = set.arn.replace("{{ home }}", reader.home.text);
    Ok((sid, learner.fill(&learner.arn(&arn, region, reader.name.text))?))
}

//! The smallest policy with which exercises can be checked, from what their verifiers declare to read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::aws::operation::Scope;
use crate::aws::reader::{Reader, Reading};
use crate::learner::{Learner, TemplateError};
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
    sid: String,
    effect: &'static str,
    action: Vec<&'static str>,
    resource: Resources,
}

/// What a statement is about: of several sets with one identifier, all of them.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Resources {
    One(String),
    Several(Vec<String>),
}

impl Resources {
    fn add(&mut self, other: String) {
        match self {
            Self::One(one) if *one == other => {}
            Self::One(one) => *self = Self::Several(vec![std::mem::take(one), other]),
            Self::Several(all) if all.contains(&other) => {}
            Self::Several(all) => all.push(other),
        }
    }
}

/// The policy that lets a user check the exercises with these slugs in the learner's account, one statement for each
/// set of resources. What AWS lets everyone do, and what is sent in practice accounts alone, is left out.
///
/// # Errors
/// When a resource is not a well-formed template, which a test rules out.
pub fn grant(slugs: &[&str], learner: &Learner) -> Result<Grant, TemplateError> {
    let wanted = VERIFIERS.iter().filter(|verifier| slugs.contains(&verifier.slug));
    let mut statements: BTreeMap<String, Statement> = BTreeMap::new();
    for reader in wanted.flat_map(|verifier| verifier.reads) {
        for reading in reader.readings.iter().filter(|reading| needs_permission(reading)) {
            let (sid, resource) = named(reader, reading, learner)?;
            let one = Resources::One(resource.clone());
            let new = || Statement { sid: sid.clone(), effect: "Allow", action: Vec::new(), resource: one };
            let statement = statements.entry(sid.clone()).or_insert_with(new);
            statement.action.push(reading.operation.action);
            statement.resource.add(resource);
        }
    }
    let mut statement: Vec<Statement> = statements.into_values().collect();
    for one in &mut statement {
        one.action.sort_unstable();
        one.action.dedup();
    }
    Ok(Grant { version: "2012-10-17", statement })
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

//! Judgements of a role's policies: whether they allow what the function needs, and what they allow beyond it.

use crate::aws::fault::{Fault, Read};
use crate::documents::policy::{Effect, Grants, Permission, Policy, Says, Statement, Truth, Values};
use crate::judge::iam::caller::Caller;
use crate::judgement::Judgement;
use crate::learner::Learner;

/// How many permissions too many are named.
const NAMED: usize = 4;

/// One thing that a function must be allowed.
#[derive(Clone, Debug)]
pub struct Need {
    pub action: &'static str,
    /// The resource that is asked about, such as one object.
    pub resource: String,
    /// The pattern that a policy would name, such as all objects of the bucket.
    pub written: String,
}

/// The policies together allow all that is needed; the first need that they don't allow decides.
pub fn allow(policies: &[&Policy], caller: &Caller<'_>, needs: &[Need]) -> Read<Judgement> {
    let judged = needs.iter().map(|need| allows(policies, caller, need)).collect::<Read<Vec<_>>>()?;
    Ok(judged.into_iter().reduce(Judgement::and).unwrap_or_else(|| Judgement::holds("nothing is needed")))
}

/// For S3 the policies name the bucket of this ARN, and not every bucket or a pattern of names.
pub fn one_bucket(policies: &[&Policy], you: &Learner, bucket: &str) -> Judgement {
    let expected = format!("S3 on {bucket}/* alone");
    let wide = reaching(policies, "s3", you).find(|(_, resource)| has_wildcard(bucket_of(resource)));
    match wide {
        None => Judgement::holds(expected),
        Some((statement, resource)) => Judgement::fails(expected, format!("{} is about {resource}", name(statement)))
            .advising(format!(
                "Name the bucket: set the Resource to {bucket}/*, so that the function cannot read any other."
            )),
    }
}

/// The same, and for S3 no other bucket either.
pub fn this_bucket(policies: &[&Policy], you: &Learner, bucket: &str) -> Judgement {
    let own = bucket_of(bucket);
    let other = reaching(policies, "s3", you).find(|(_, resource)| bucket_of(resource) != own);
    let other = other.map(|(statement, resource)| {
        Judgement::fails(format!("S3 on {bucket}/* alone"), format!("{} is about {resource}", name(statement)))
            .advising(format!("Nothing here needs {resource}: take it out of the statement's resources."))
    });
    one_bucket(policies, you, bucket).but(other)
}

/// For tables the policies name the table of this ARN, and nothing else.
pub fn one_table(policies: &[&Policy], you: &Learner, table: &str) -> Judgement {
    let service = table.split(':').nth(2).unwrap_or_default();
    let expected = format!("tables: {table} alone");
    let own = part_of(table);
    let is_other =
        |resource: &str| part_of(resource) != own && !part_of(resource).starts_with(&format!("{own}/index/"));
    match reaching(policies, service, you).find(|(_, resource)| is_other(resource)) {
        None => Judgement::holds(expected),
        Some((statement, resource)) => Judgement::fails(expected, format!("{} is about {resource}", name(statement)))
            .advising(format!("Name the table: set the Resource to {table}, without a wildcard.")),
    }
}

/// What an ARN names within its service, region and account.
fn part_of(arn: &str) -> &str {
    arn.splitn(6, ':').nth(5).unwrap_or(arn)
}

/// What holds, with what the policies allow beyond all that is ever `needed` as advice.
pub fn no_more_than_needed(judgement: Judgement, policies: &[&Policy], needed: &[Permission]) -> Judgement {
    let beyond = Grants { policies, context: &[] }.beyond(needed);
    if beyond.is_empty() || !judgement.does_hold() {
        return judgement;
    }
    let mut named: Vec<_> = beyond.iter().map(|p| format!("{} on {}", p.action, p.resource)).collect();
    named.dedup();
    let more = if named.len() > NAMED { format!(" and {} more", named.len() - NAMED) } else { String::new() };
    named.truncate(NAMED);
    judgement.advising(format!(
        "Nothing here needs this: {}{more}. A policy is best when it allows what is needed and no more.",
        named.join("; ")
    ))
}

fn allows(policies: &[&Policy], caller: &Caller<'_>, wanted: &Need) -> Read<Judgement> {
    let action = wanted.action;
    let context = caller.known(action);
    let grants = Grants { policies, context: &context };
    let expected = format!("Allow {action} on {}", wanted.written);
    match grants.say(action, &wanted.resource) {
        Says::Allowed => Ok(Judgement::holds(expected)),
        Says::Denied => Ok(outweighed(&grants, wanted)),
        Says::Neither => Ok(why_not(&grants, expected, wanted)),
        Says::Unknown => Err(Fault::undecided(format!("whether the policy allows {action} on {}", wanted.resource))),
    }
}

pub(super) fn outweighed(grants: &Grants<'_>, need: &Need) -> Judgement {
    let deny = statements_about(grants, Effect::Deny, need).next();
    let found = deny.map_or_else(|| "a Deny statement".into(), |statement| format!("{} denies it", name(statement)));
    Judgement::fails(format!("Allow {} on {}", need.action, need.written), found)
        .advising("Remove the Deny statement, or narrow it: an explicit Deny outweighs every Allow.")
}

pub(super) fn is_allowed(grants: &Grants<'_>, need: &Need) -> bool {
    statements_about(grants, Effect::Allow, need).next().is_some()
}

/// The statements of an effect that are about what is needed, for certain.
fn statements_about<'a>(grants: &Grants<'a>, effect: Effect, need: &Need) -> impl Iterator<Item = &'a Statement> {
    let about = move |policy, s: &Statement| grants.applies(policy, s, need.action, &need.resource) == Truth::Yes;
    grants.statements().filter(move |(policy, s)| s.effect == effect && about(policy, s)).map(|(_, s)| s)
}

/// The statement that comes nearest to the goal, and what it lacks.
fn why_not(grants: &Grants<'_>, expected: String, wanted: &Need) -> Judgement {
    let action = wanted.action;
    let allows: Vec<&Statement> = grants.statements().map(|(_, s)| s).filter(|s| s.effect == Effect::Allow).collect();
    let about_it: Vec<_> = allows.iter().filter(|s| s.has_action(action)).collect();
    if let Some(near) = about_it.iter().find(|s| s.has_resource(&wanted.resource)) {
        return Judgement::fails(expected, format!("{} holds only under a Condition", name(near)))
            .advising("Remove the Condition from the statement, or let it hold for the function.");
    }
    if let Some(near) = about_it.first() {
        let found = format!("{} is about {}", name(near), list(near.resource.as_ref()));
        return Judgement::fails(expected, found).advising(format!("Set the Resource to {}.", wanted.written));
    }
    let Some(near) = allows.iter().find(|s| s.has_resource(&wanted.resource)) else {
        return Judgement::fails(expected, format!("no statement that allows {action}"));
    };
    Judgement::fails(expected, format!("{} allows {}", name(near), list(near.action.as_ref())))
        .advising(format!("Put {action}, spelled exactly so, among the statement's actions."))
}

/// The Allow statements about a service, each with a resource of it that they name.
fn reaching<'a>(
    policies: &'a [&'a Policy],
    service: &'a str,
    you: &'a Learner,
) -> impl Iterator<Item = (&'a Statement, &'a str)> {
    let of_service = format!("arn:{}:{service}:", you.partition);
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    let allows = statements.filter(move |s| s.effect == Effect::Allow && concerns(s, service));
    allows.flat_map(move |statement| {
        let of_service = of_service.clone();
        let named = statement.resource.iter().flat_map(|values| &values.0).map(String::as_str);
        // All but some resources are all others.
        let others = statement.not_resource.is_some().then_some("*");
        let reached = move |resource: &&str| {
            let fixed = resource.split(['*', '?', '$']).next().unwrap_or_default();
            fixed.starts_with(&of_service) || of_service.starts_with(fixed)
        };
        named.chain(others).filter(reached).map(move |resource| (statement, resource))
    })
}

/// Whether some action of the service is the statement's.
fn concerns(statement: &Statement, service: &str) -> bool {
    let prefix = format!("{service}:");
    let of_service = |pattern: &String| {
        let pattern = pattern.to_ascii_lowercase();
        let fixed = pattern.split(['*', '?']).next().unwrap_or_default();
        pattern.starts_with(&prefix) || fixed.len() < pattern.len() && prefix.starts_with(fixed)
    };
    match (&statement.action, &statement.not_action) {
        (Some(actions), _) => actions.0.iter().any(of_service),
        (None, Some(others)) => !others.0.iter().any(|pattern| pattern.eq_ignore_ascii_case(&format!("{prefix}*"))),
        (None, None) => false,
    }
}

/// An ARN that ends early stands for everything that begins so.
fn bucket_of(resource: &str) -> &str {
    let part = resource.splitn(6, ':').nth(5).unwrap_or("*");
    part.split('/').next().unwrap_or(part)
}

fn has_wildcard(text: &str) -> bool {
    text.contains(['*', '?', '$'])
}

pub(crate) fn name(statement: &Statement) -> String {
    statement.sid.as_ref().map_or_else(|| "a statement".into(), |sid| format!("the statement {sid}"))
}

fn list(values: Option<&Values>) -> String {
    values.map_or_else(|| "everything else".into(), |values| values.0.join(", "))
}

//! What lets a function have its work done by a service that works under a role of its own: one of several ways, and the
//! role that it gives the service.

use crate::aws::fault::Read;
use crate::documents::policy::{Effect, Grants, Policy, Says, Statement};
use crate::judge::iam::caller::{Caller, PASS_ROLE};
use crate::judge::iam::permissions::{Need, allow, name};
use crate::judgement::Judgement;

/// All that one way needs.
pub type Way = Vec<Need>;

/// Everything that the policies must allow, in one of the ways; the first is what is expected.
pub fn one_way(policies: &[&Policy], asks: &Caller<'_>, ways: &[Way]) -> Read<Judgement> {
    let mut judged = Vec::new();
    for way in ways {
        let needs: Way = way.iter().map(|need| as_named(policies, need.clone())).collect();
        judged.push(allow(policies, asks, &needs));
    }
    let holds = judged.iter().position(|told| told.as_ref().is_ok_and(Judgement::does_hold));
    let undecided = judged.iter().position(Result::is_err);
    judged.swap_remove(holds.or(undecided).unwrap_or(0))
}

/// The need for one thing of its kind that the policies name, if they name any: what it is called is up to the code.
pub fn as_named(policies: &[&Policy], need: Need) -> Need {
    let kind = need.written.trim_end_matches('*');
    let about: Vec<&Statement> = allowing(policies, need.action).collect();
    if about.iter().any(|statement| statement.has_resource(&need.resource)) {
        return need;
    }
    let named =
        about.iter().flat_map(|statement| statement.resources()).map(|pattern| pattern.replace(['*', '?'], "1"));
    match named.into_iter().find(|resource| resource.starts_with(kind)) {
        Some(resource) => Need { resource, ..need },
        None => need,
    }
}

fn allowing<'a>(policies: &'a [&'a Policy], action: &str) -> impl Iterator<Item = &'a Statement> {
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    statements.filter(move |statement| statement.effect == Effect::Allow && statement.has_action(action))
}

/// What giving the service the role of this ARN needs.
pub fn gives(role: &str) -> Need {
    Need { action: PASS_ROLE, resource: role.to_owned(), written: role.to_owned() }
}

/// The policies let the function give the service one role and no other, such as `role`, and not its `own` (IAM User Guide,
/// "Grant a user permissions to pass a role to an AWS service").
pub fn gives_one_role(policies: &[&Policy], asks: &Caller<'_>, role: &str, own: &str) -> Read<Judgement> {
    let expected = format!("Allow {PASS_ROLE} on {role} alone");
    let roles = role.split_inclusive("role/").next().unwrap_or_default();
    let mut named = Vec::new();
    for statement in allowing(policies, PASS_ROLE) {
        let others = statement.not_resource.is_some().then_some("*");
        for pattern in statement.resources().chain(others).filter(|pattern| reaches(pattern, roles)) {
            if is_any_role(pattern) {
                return Ok(any_role(expected, &format!("{} is about {pattern}", name(statement)), role));
            }
            named.push(pattern);
        }
    }
    named.sort_unstable();
    named.dedup();
    match named.as_slice() {
        [] => allow(policies, asks, &[gives(role)]),
        [one] if name_of(one) == own => Ok(Judgement::fails(expected, format!("{one}, the function's own role"))
            .advising(format!(
                "Name the role that SageMaker works under: {role}. The function has its own from Lambda."
            ))),
        [one] => one_role(policies, asks, one, (roles, role)),
        [..] => Ok(Judgement::fails(expected, named.join(", "))),
    }
}

/// Whether the pattern may be about a role of the account, whose ARNs begin so.
fn reaches(pattern: &str, roles: &str) -> bool {
    let fixed = pattern.split(['*', '?']).next().unwrap_or_default();
    fixed.starts_with(roles) || roles.starts_with(fixed)
}

fn one_role(policies: &[&Policy], asks: &Caller<'_>, pattern: &str, (roles, role): (&str, &str)) -> Read<Judgement> {
    let path = pattern.split_once("role/").map_or(name_of(pattern), |(_, path)| path);
    let one = format!("{roles}{}", path.replace(['*', '?'], "1"));
    let given = allow(policies, asks, &[gives(&one)])?;
    if !given.does_hold() {
        return Ok(given);
    }
    let holds = Judgement::holds(pattern);
    if pattern.contains(['*', '?']) {
        return Ok(
            holds.advising(format!("It is about every role of such a name. Better is the one role itself: {role}."))
        );
    }
    Ok(if is_for_any_service(policies, &one) { holds.advising(TO_ONE_SERVICE) } else { holds })
}

const TO_ONE_SERVICE: &str = "Better still is a Condition: StringEquals, iam:PassedToService, sagemaker.amazonaws.com. Then the \
     role can be given to no other service, whatever its trust policy says one day.";

fn any_role(expected: String, found: &str, role: &str) -> Judgement {
    Judgement::fails(expected, found).advising(format!(
        "Set the Resource of {PASS_ROLE} to {role}. Otherwise whoever changes the function's code may have SageMaker work under \
         any role that trusts it, one that may do everything among them."
    ))
}

/// Whether the policies let the role be given to another service as well.
fn is_for_any_service(policies: &[&Policy], role: &str) -> bool {
    let other = [("iam:PassedToService", Some("ec2.amazonaws.com"))];
    Grants { policies, context: &other }.say(PASS_ROLE, role) != Says::Neither
}

/// Whether nothing of the role's name is said.
fn is_any_role(pattern: &str) -> bool {
    name_of(pattern).starts_with(['*', '?'])
}

fn name_of(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

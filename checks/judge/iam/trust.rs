//! Judgements of a role's trust policy: who may take the role on.

use crate::aws::fault::{Fault, Read};
use crate::documents::policy::{Effect, Policy, Principal, Says, Statement};
use crate::judgement::Judgement;

const TAKE_ON: &str = "sts:AssumeRole";
const LAMBDA: &str = "lambda.amazonaws.com";

/// Lambda may take the role on, for a function of this ARN.
pub fn lambda_may_take_on(trust: &Policy, account: &str, function: &str) -> Read<Judgement> {
    service_may_take_on(trust, LAMBDA, account, function)
}

/// The service may take the role on, for the thing of this ARN.
pub fn service_may_take_on(trust: &Policy, service: &str, account: &str, source: &str) -> Read<Judgement> {
    let expected = format!("Allow {service} {TAKE_ON}");
    match says(trust, service, account, source) {
        Says::Allowed => Ok(Judgement::holds(expected)),
        Says::Denied => Ok(Judgement::fails(expected, "a Deny statement")
            .advising("Remove the Deny statement: an explicit Deny outweighs every Allow.")),
        Says::Neither => Ok(Judgement::fails(expected, instead(trust, service))),
        Says::Unknown => Err(Fault::undecided("whether the trust policy lets the service take on the role")),
    }
}

/// Nobody outside of the account but Lambda may take the role on; who else inside may is said.
pub fn no_one_else_takes_on(trust: &Policy, account: &str) -> Judgement {
    no_one_but(LAMBDA, trust, account)
}

/// Nobody outside of the account but the service may take the role on; who else inside may is said.
pub fn no_one_but(service: &str, trust: &Policy, account: &str) -> Judgement {
    let expected = format!("the service {service} alone");
    let allows = trust.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    let others: Vec<&str> = allows.flat_map(Statement::trusted).filter(|principal| *principal != service).collect();
    let is_stranger = |principal: &&&str| match principal.split(':').nth(4) {
        Some(owner) => owner != account,
        // A service or a sign-in page has letters in its name; an account by itself has none.
        None => **principal == "*" || (principal.parse::<u64>().is_ok() && **principal != account),
    };
    if let Some(stranger) = others.iter().find(is_stranger) {
        let whom = if *stranger == "*" { "everyone in the world" } else { stranger };
        return Judgement::fails(expected, format!("{whom} may take it on as well"));
    }
    let holds = Judgement::holds(expected);
    if others.is_empty() {
        return holds;
    }
    holds.advising(format!("Nothing here needs this: the trust policy lets {} take on the role.", others.join(", ")))
}

/// A trust policy has no resource: the role itself is what it is about. A service says for whom it asks (IAM User Guide,
/// "The confused deputy problem").
fn says(trust: &Policy, service: &str, account: &str, source: &str) -> Says {
    let known = [
        ("aws:SourceAccount", Some(account)),
        ("aws:SourceArn", Some(source)),
        ("aws:PrincipalIsAWSService", Some("true")),
        ("aws:PrincipalServiceName", Some(service)),
        ("sts:ExternalId", None),
        ("aws:MultiFactorAuthPresent", None),
    ];
    let about_itself = trust.statements.iter().cloned().map(Statement::about_itself).collect();
    let trust = Policy { statements: about_itself, ..trust.clone() };
    trust.say(Principal::Service(service), TAKE_ON, "*", &known)
}

fn instead(trust: &Policy, service: &str) -> String {
    let allows = trust.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    let trusted: Vec<&str> = allows.clone().flat_map(Statement::trusted).collect();
    if trusted.is_empty() {
        return "nobody may take it on".into();
    }
    if !trusted.contains(&service) {
        return format!("it is for {}", trusted.join(", "));
    }
    if allows.clone().any(|statement| statement.has_action(TAKE_ON)) {
        return format!("{service} may take it on only under a Condition");
    }
    let actions: Vec<&str> = allows.flat_map(Statement::actions).collect();
    format!("it allows {}", actions.join(", "))
}

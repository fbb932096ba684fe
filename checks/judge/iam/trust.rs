//! Judgements of a role's trust policy: who may take the role on.

use crate::documents::policy::{Decision, Effect, Policy, Principal, Request, Statement};
use crate::judgement::Judgement;

const TAKE_ON: &str = "sts:AssumeRole";
const LAMBDA: &str = "lambda.amazonaws.com";

/// Lambda may take the role on.
pub fn lambda_may_take_on(trust: &Policy) -> Judgement {
    let expected = format!("Allow {LAMBDA} {TAKE_ON}");
    let said = decide(trust);
    match said {
        Decision::Allowed => Judgement::holds(expected),
        Decision::Denied => Judgement::fails(expected, "a Deny statement")
            .advising("Remove the Deny statement: an explicit Deny outweighs every Allow."),
        Decision::Neither => Judgement::fails(expected, instead(trust)),
    }
}

/// Nobody outside of the account may take the role on; who else inside may is said.
pub fn no_one_else_takes_on(trust: &Policy, account: &str) -> Judgement {
    const EXPECTED: &str = "the service lambda.amazonaws.com alone";
    let allows = trust.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    let others: Vec<&str> = allows.flat_map(Statement::trusted).filter(|principal| *principal != LAMBDA).collect();
    let is_stranger = |principal: &&&str| match principal.split(':').nth(4) {
        Some(owner) => owner != account,
        // A service or a sign-in page has letters in its name; an account by itself has none.
        None => **principal == "*" || (principal.parse::<u64>().is_ok() && **principal != account),
    };
    if let Some(stranger) = others.iter().find(is_stranger) {
        let whom = if *stranger == "*" { "everyone in the world" } else { stranger };
        return Judgement::fails(EXPECTED, format!("{whom} may take it on as well"));
    }
    let holds = Judgement::holds(EXPECTED);
    if others.is_empty() {
        return holds;
    }
    holds.advising(format!(
        "The function never needs this: the trust policy lets {} take on the role.",
        others.join(", ")
    ))
}

/// A trust policy has no resource: the role itself is what it is about.
fn decide(trust: &Policy) -> Decision {
    let about_itself = trust.statements.iter().cloned().map(Statement::about_itself).collect();
    let trust = Policy { statements: about_itself, ..trust.clone() };
    trust.decide(&Request { principal: Principal::Service(LAMBDA), action: TAKE_ON, resource: "*", context: &[] })
}

fn instead(trust: &Policy) -> String {
    let allows = trust.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    let trusted: Vec<&str> = allows.clone().flat_map(Statement::trusted).collect();
    if trusted.is_empty() {
        return "nobody may take it on".into();
    }
    if !trusted.contains(&LAMBDA) {
        return format!("it is for {}", trusted.join(", "));
    }
    if allows.clone().any(|statement| statement.has_action(TAKE_ON)) {
        return "Lambda may take it on only under a Condition".into();
    }
    let actions: Vec<&str> = allows.flat_map(Statement::actions).collect();
    format!("it allows {}", actions.join(", "))
}

//! Whether EventBridge may invoke a function: by the function's policy, or with a role.

use crate::aws::fault::Read;
use crate::documents::policy::{Known, Policy, Principal, Says};
use crate::judge::iam::caller::{Caller, role_allows};
use crate::judge::iam::permissions::Need;
use crate::judge::iam::trust;
use crate::judge::schedule::Trigger;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::iam::{Role, RolePermissions};

const ACTION: &str = "lambda:InvokeFunction";
/// An account that is nobody's here.
const STRANGER: &str = "999999999999";

/// The function's policy lets the rule invoke it (EventBridge User Guide, "Using resource-based policies for Amazon
/// EventBridge"). `of_function` is the policy of the function itself, if an alias or a version is invoked.
pub fn policy_lets(
    trigger: &Trigger,
    you: &Learner,
    policy: Option<&Policy>,
    of_function: Option<&Policy>,
) -> Judgement {
    let expected = format!("Allow {} {ACTION} for {}", trigger.service, trigger.source);
    let says = |policy: Option<&Policy>, resource: &str, account: &str| {
        let source = trigger.source.replace(&you.account, account);
        policy.map_or(Says::Neither, |policy| said(policy, trigger.service, resource, [account, &source]))
    };
    let function =
        trigger.invoked.match_indices(':').nth(6).map_or(trigger.invoked.as_str(), |(end, _)| &trigger.invoked[..end]);
    match (says(policy, &trigger.invoked, &you.account), says(policy, &trigger.invoked, STRANGER)) {
        (Says::Allowed, Says::Allowed) => Judgement::holds(expected).advising(
            "Rules of every account may invoke the function, at your cost. Give the statement the rule's ARN as its source ARN.",
        ),
        (Says::Allowed, _) => Judgement::holds(expected),
        (Says::Denied, _) => Judgement::fails(expected, "a statement that denies it")
            .advising("Remove the Deny statement: an explicit Deny outweighs every Allow."),
        (Says::Unknown, _) => Judgement::skips(
            "not told from the function's policy, which depends on what only AWS knows. The file shows it",
        ),
        (Says::Neither, _) if says(of_function, function, &you.account) == Says::Allowed => {
            let alias = trigger.invoked.rsplit(':').next().unwrap_or_default();
            Judgement::fails(expected, format!("a statement on the function, and none on {alias}, which the rule invokes"))
                .advising(format!(
                    "Aliases and versions have policies of their own: add the statement with `--qualifier {alias}`, or let the rule \
                     lead to the function itself."
                ))
        }
        (Says::Neither, _) => Judgement::fails(expected, "no statement that lets this rule in"),
    }
}

fn said(policy: &Policy, service: &str, resource: &str, [account, source]: [&str; 2]) -> Says {
    let known: [Known<'_>; 9] = [
        ("aws:SourceArn", Some(source)),
        ("aws:SourceAccount", Some(account)),
        ("aws:PrincipalIsAWSService", Some("true")),
        ("aws:PrincipalServiceName", Some(service)),
        ("aws:SecureTransport", Some("true")),
        ("aws:PrincipalArn", None),
        ("aws:PrincipalAccount", None),
        ("aws:PrincipalOrgID", None),
        ("lambda:FunctionUrlAuthType", None),
    ];
    policy.say(Principal::Service(service), ACTION, resource, &known)
}

/// The service may take on the role, and the role may invoke the function.
pub fn role_invokes(trigger: &Trigger, you: &Learner, role: &Role, of: &RolePermissions) -> Read<Judgement> {
    let taken_on = trust::service_may_take_on(&role.trust, trigger.service, &you.account, &trigger.source)?;
    let need = Need { action: ACTION, resource: trigger.invoked.clone(), written: trigger.invoked.clone() };
    let asks = Caller { you, function: None, role: Some(role.arn.clone()), is_in_vpc: Some(false) };
    let may = role_allows(of, &asks, &[need])?;
    let holds =
        Judgement::holds(format!("{} takes on the role {}, which may invoke the function", trigger.service, role.name));
    Ok(taken_on.and(may).and(holds))
}

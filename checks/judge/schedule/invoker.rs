//! Whether EventBridge may invoke a function: by the function's policy, or with a role.

use crate::aws::fault::Read;
use crate::documents::policy::{Known, Policy, Principal, Says};
use crate::judge::iam::caller::{Caller, role_allows};
use crate::judge::iam::permissions::Need;
use crate::judge::iam::trust;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::eventbridge::RuleTarget;
use crate::services::iam::{Role, RolePermissions};

/// What invokes a function: a rule or a schedule.
#[derive(Clone, Debug)]
pub struct Invoker {
    /// In whose name the function is invoked, such as `events.amazonaws.com`.
    pub service: &'static str,
    /// For what the service says that it asks: its ARN, or that of its group.
    pub source: String,
    /// The ARN of the function, or of a version or an alias of it.
    pub invoked: String,
    /// The ARN of the role that the service takes on for it.
    pub role: Option<String>,
}

impl Invoker {
    /// The rule of this ARN, for one of its targets.
    pub fn of_rule(rule: &str, target: &RuleTarget) -> Self {
        Self {
            service: "events.amazonaws.com",
            source: rule.to_owned(),
            invoked: target.arn.clone(),
            role: target.role.clone(),
        }
    }
}

const ACTION: &str = "lambda:InvokeFunction";
/// An account that is nobody's here.
const STRANGER: &str = "999999999999";

/// The function's policy lets the rule invoke it (EventBridge User Guide, "Using resource-based policies for Amazon
/// EventBridge"). `of_function` is the policy of the function itself, if an alias or a version is invoked.
pub fn policy_lets(by: &Invoker, you: &Learner, policy: Option<&Policy>, of_function: Option<&Policy>) -> Judgement {
    let expected = format!("Allow {} {ACTION} for {}", by.service, by.source);
    let says = |policy: Option<&Policy>, resource: &str, account: &str| {
        let source = by.source.replace(&you.account, account);
        policy.map_or(Says::Neither, |policy| said(policy, by.service, resource, [account, &source]))
    };
    let function = by.invoked.match_indices(':').nth(6).map_or(by.invoked.as_str(), |(end, _)| &by.invoked[..end]);
    match (says(policy, &by.invoked, &you.account), says(policy, &by.invoked, STRANGER)) {
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
            let alias = by.invoked.rsplit(':').next().unwrap_or_default();
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
pub fn role_invokes(by: &Invoker, you: &Learner, role: &Role, of: &RolePermissions) -> Read<Judgement> {
    let taken_on = trust::service_may_take_on(&role.trust, by.service, &you.account, &by.source)?;
    let need = Need { action: ACTION, resource: by.invoked.clone(), written: by.invoked.clone() };
    let asks = Caller { you, function: None, role: Some(role.arn.clone()), is_in_vpc: Some(false), item: None };
    let may = role_allows(of, &asks, &[need])?;
    let holds =
        Judgement::holds(format!("{} takes on the role {}, which may invoke the function", by.service, role.name));
    let open = Some(trust::no_one_but(by.service, &role.trust, &you.account)).filter(Judgement::does_fail);
    Ok(taken_on.but(open).and(may).and(holds))
}

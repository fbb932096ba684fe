//! What sending mail from the learner's domain needs, whichever function sends it.

use serde_json::json;

use crate::aws::fault::Read;
use crate::book::{ACCOUNT_INFO_PATH, NAME_OF_USER, function_policy};
use crate::documents::package::Package;
use crate::documents::policy::{Grants, Permission, Policy};
use crate::judge::iam::caller::{Caller, role_allows};
use crate::judge::iam::permissions::{self, Need};
use crate::judge::iam::sender;
use crate::judge::lambda::mail::{self, Message};
use crate::judge::lambda::trial::NEW_NAME;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::iam::{FunctionPolicy, RolePermissions};
use crate::services::lambda::Function;
use crate::services::ses::IDENTITY_ARN;

/// By which a message is sent whose parts are given, and one that the code has written whole.
pub const SEND: &str = "ses:SendEmail";
pub const SEND_RAW: &str = "ses:SendRawEmail";
/// The identity of somebody who gets mail.
const READER: &str = "reader@example.net";

/// What sending from the domain needs.
pub fn sends(you: &Learner, action: &'static str) -> Need {
    at(you, action, &you.domain)
}

fn at(you: &Learner, action: &'static str, identity: &str) -> Need {
    let arn = you.arn(IDENTITY_ARN, &you.region, identity);
    Need { action, resource: arn.clone(), written: arn }
}

/// The policies let `caller` send from the domain.
pub fn may_send(you: &Learner, policies: &[&Policy], caller: &Caller<'_>, action: &'static str) -> Read<Judgement> {
    let policies: Vec<Policy> = policies.iter().map(|policy| sender::at_domain(policy, &you.domain)).collect();
    let policies: Vec<&Policy> = policies.iter().collect();
    let judged = permissions::allow(&policies, caller, &[sends(you, action)])?;
    Ok(with_recipients(judged, you, &permissions::allow(&policies, caller, &[at(you, action, READER)])))
}

/// The role lets `caller` send from the domain.
pub fn role_may_send(
    you: &Learner,
    role: &RolePermissions,
    caller: &Caller<'_>,
    action: &'static str,
) -> Read<Judgement> {
    let role = sender::of_role(role, &you.domain);
    let judged = role_allows(&role, caller, &[sends(you, action)])?;
    Ok(with_recipients(judged, you, &role_allows(&role, caller, &[at(you, action, READER)])))
}

/// The role lets a function send what its code is seen to send. Raw messages need a permission of their own.
pub fn role_lets_code_send(
    you: &Learner,
    function: &Function,
    package: &Package,
    role: &RolePermissions,
) -> Read<Judgement> {
    let caller = function_policy::caller_as(you, function);
    let actions = mail::messages(package).into_iter().map(|message| match message {
        Message::OfParts => SEND,
        Message::Raw => SEND_RAW,
    });
    let judged = actions.map(|action| role_may_send(you, role, &caller, action)).collect::<Read<Vec<_>>>()?;
    let none = || Judgement::skips("not told from the code: nothing in it is seen to send mail");
    Ok(judged.into_iter().reduce(Judgement::and).unwrap_or_else(none))
}

/// What holds, with a word about the sandbox if only the domain's own addresses may get mail: there, SES asks about the
/// identity of the recipient as well.
fn with_recipients(judged: Judgement, you: &Learner, others: &Read<Judgement>) -> Judgement {
    if !judged.does_hold() || !others.as_ref().is_ok_and(Judgement::does_fail) {
        return judged;
    }
    judged.advising(format!(
        "In the SES sandbox, AWS also asks about the identity of the recipient, if that is an address elsewhere. For these, \
         allow it on {} as well, as the starter file of exercise 9.4 does.",
        you.arn(IDENTITY_ARN, &you.region, "*")
    ))
}

/// Whether policies let `caller` send from the domain.
pub fn is_allowed_by(you: &Learner, policies: &[Policy], caller: &Caller<'_>) -> bool {
    let policies: Vec<&Policy> = policies.iter().collect();
    may_send(you, &policies, caller, SEND).is_ok_and(|judged| judged.does_hold())
}

/// For SES, what was found in stead of the policy of this name allows sending and nothing else. What is wrong says of which.
pub fn sends_alone(policy: &FunctionPolicy, name: &str, says: &[&Policy]) -> Judgement {
    let judged = sending_alone(says);
    match policy.other_than(name).filter(|_| judged.does_fail()) {
        Some(other) => judged.of(&other),
        None => judged,
    }
}

/// For SES, the policies allow sending and nothing else.
fn sending_alone(policies: &[&Policy]) -> Judgement {
    const EXPECTED: &str = "for SES, sending and nothing else";
    let sending = Permission { action: "ses:Send*".into(), resource: "*".into() };
    let beyond = Grants { policies, context: &[] }.beyond(&[sending]);
    let is_of_ses = |one: &&Permission| one.action == "*" || one.action.to_ascii_lowercase().starts_with("ses:");
    match beyond.iter().find(is_of_ses) {
        None => Judgement::holds(EXPECTED),
        Some(wide) => Judgement::fails(EXPECTED, format!("it allows {} on {}", wide.action, wide.resource)).advising(
            "Name ses:SendEmail as the action. With more, a mistake in the code could delete your identities, or a stranger could \
             send under your name.",
        ),
    }
}

/// A call of the function of the account page in a copy of the account, by a user whom the launcher of a practice account makes
/// for it; see `src/practice/trials.py`. The event is what API Gateway sends (API Gateway Developer Guide, "Input format of a
/// Lambda function for proxy integration").
pub fn trial(you: &Learner) -> String {
    trial_with(you, NAME_OF_USER)
}

/// The same with the name under this key of the body.
pub fn trial_with(you: &Learner, key: &str) -> String {
    let (path, user) = (ACCOUNT_INFO_PATH, format!("trial@{}", you.domain));
    let context = json!({ "resourcePath": path, "httpMethod": "PUT", "path": format!("/v1{path}"), "stage": "v1" });
    let event = json!({
        "resource": path, "path": path, "httpMethod": "PUT", "headers": { "Content-Type": "application/json" },
        "multiValueHeaders": {}, "queryStringParameters": null, "multiValueQueryStringParameters": null,
        "pathParameters": null, "stageVariables": null, "requestContext": context,
        "body": json!({ key: NEW_NAME }).to_string(), "isBase64Encoded": false,
    });
    json!({ "domain": you.names.auth_domain, "user": user, "event": event }).to_string()
}

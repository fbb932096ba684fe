//! What the function that sends an e-mail for every message of the topic must be allowed, and all that it may.

use std::sync::Arc;

use futures_util::join;
use serde_json::json;

use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::book::function_policy::{caller_as, caller_named, logs_ever_needed, writes_logs_of};
use crate::book::{EMAIL_TOPIC, SEND_EMAIL, SEND_EMAIL_ROLE, mail};
use crate::documents::package::Package;
use crate::documents::policy::{Permission, Policy};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::{self, Need};
use crate::judge::lambda::event_source::{self, EventSource};
use crate::judge::sns::subscription;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::iam::RolePermissions;
use crate::services::lambda::Function;
use crate::services::sns::{Subscription, TOPIC_ARN};

/// The service that calls it.
pub const SERVICE: &str = "sns.amazonaws.com";

/// The ARN of the topic.
pub fn topic_arn(you: &Learner) -> String {
    you.arn(TOPIC_ARN, &you.region, EMAIL_TOPIC.text)
}

/// The function, of which no more is known than its name.
pub fn caller(you: &Learner) -> Caller<'_> {
    caller_named(you, SEND_EMAIL)
}

/// What writing its log needs; `group` is where it goes, if the function names a log group.
pub fn writes_logs(you: &Learner, group: Option<&str>) -> [Need; 2] {
    writes_logs_of(you, SEND_EMAIL, group)
}

/// Whether the policies allow all that it needs: one that lets another function send mail is not for its log.
pub fn is_allowed_by(you: &Learner, policies: &[Policy]) -> bool {
    let documents: Vec<&Policy> = policies.iter().collect();
    let logs = permissions::allow(&documents, &caller(you), &writes_logs(you, None));
    mail::is_allowed_by(you, policies, &caller(you)) && logs.is_ok_and(|judged| judged.does_hold())
}

/// What it needs at one time or another: whose address it is, it asks with a token, or as an administrator.
pub fn ever_needed(you: &Learner, group: Option<&str>) -> Vec<Permission> {
    let rows = ["ses:Send*", "cognito-idp:AdminGetUser"];
    let own = rows.map(|action| Permission { action: action.into(), resource: "*".into() });
    own.into_iter().chain(logs_ever_needed(you, SEND_EMAIL, group)).collect()
}

/// The role of the book, or any that lets the function write its log.
pub fn works_under(you: &Learner, function: &Function, role: &RolePermissions) -> Read<Judgement> {
    if role.role.is_none() {
        let found = format!("the role {}, which is not there", function.role_name());
        return Ok(Judgement::absent(SEND_EMAIL_ROLE, found));
    }
    let allowed = caller::role_allows(role, &caller_as(you, function), &writes_logs(you, Some(&function.log_group)))?;
    Ok(allowed.and(Judgement::holds(&function.role)))
}

/// Whether the role lets the function send what its code is seen to send.
pub fn allowed(
    you: &Learner,
    function: &Function,
    package: &Read<Arc<Package>>,
    role: Read<RolePermissions>,
) -> Read<Judgement> {
    match (package, role) {
        (Ok(package), Ok(role)) => mail::role_lets_code_send(you, function, package, &role),
        (Err(fault), _) => Err(fault.clone()),
        (_, Err(fault)) => Err(fault),
    }
}

/// Whether the messages of the topic reach the function, once they have left.
pub struct Reached {
    pub filter: Read<Judgement>,
    pub permission: Read<Judgement>,
}

impl Reached {
    /// Reads both of the function's first subscription. Without one, the permission is that of the function itself.
    pub async fn read(aws: &Aws, you: &Learner, function: &Function, all: &Read<Vec<Subscription>>) -> Self {
        let subscriptions = match all {
            Ok(all) => all,
            Err(fault) => return Self { filter: Err(fault.clone()), permission: Err(fault.clone()) },
        };
        let found = subscription::of_function(subscriptions, &function.arn).into_iter().find(|one| one.arn.is_some());
        let called = found.map_or(function.arn.as_str(), |one| one.endpoint.as_str());
        let filter = async {
            match found.and_then(|one| one.arn.as_deref()) {
                Some(arn) => Ok(subscription::lets_through(&aws.filter_of(you, arn).await?)),
                None => Ok(Judgement::skips("not checked until the function is subscribed")),
            }
        };
        let (filter, policy) = join!(filter, aws.function_policy(function, called));
        Self { filter, permission: policy.map(|policy| may_call(you, policy.as_ref(), called)) }
    }
}

/// The topic may call the function, or the alias or version of this ARN, each of which has a policy of its own.
fn may_call(you: &Learner, policy: Option<&Policy>, called: &str) -> Judgement {
    let (arn, other) = (topic_arn(you), you.arn(TOPIC_ARN, &you.region, "another-topic"));
    let source = EventSource { service: SERVICE, arn: &arn, other: &other, account: &you.account };
    event_source::may_call(policy, called, source)
}

/// A call of the function in a copy of the account, as the launcher of a practice account makes it for a user who has signed
/// in; see `src/practice/trials.py`. The event is what a topic sends, and its message becomes the user's token (AWS Lambda
/// Developer Guide, "Invoking Lambda functions with Amazon SNS notifications").
pub fn trial(you: &Learner) -> String {
    let topic = topic_arn(you);
    let message = json!({
        "Type": "Notification", "MessageId": "trial", "TopicArn": topic, "Subject": null, "Message": "",
        "Timestamp": "2026-01-01T00:00:00.000Z", "MessageAttributes": {},
    });
    let record = json!({
        "EventVersion": "1.0", "EventSource": "aws:sns", "EventSubscriptionArn": format!("{topic}:trial"), "Sns": message,
    });
    let event = json!({ "Records": [record] });
    json!({ "domain": you.names.auth_domain, "user": format!("trial@{}", you.domain), "event": event }).to_string()
}

/// Whether the code reads a text as JSON, so that a message may have a form of its own.
pub fn takes_apart(package: &Package) -> bool {
    package.run().reads_json()
}

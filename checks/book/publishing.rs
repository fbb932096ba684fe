//! What telling the topic of a change needs, and that the function which does so sends no mail itself.

use crate::aws::fault::Read;
use crate::book::email_function::topic_arn;
use crate::book::mail;
use crate::documents::policy::{Effect, Policy};
use crate::judge::iam::caller::{self, Caller, role_allows};
use crate::judge::iam::permissions::Need;
use crate::judge::sns::topic::own_key;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::iam::RolePermissions;
use crate::services::sns::Topic;

const PUBLISH: &str = "sns:Publish";
/// What a topic under a key of the account's own asks of whoever publishes (Amazon SNS Developer Guide, "Managing Amazon SNS
/// encryption keys and costs").
const OF_KEY: [&str; 2] = ["kms:GenerateDataKey", "kms:Decrypt"];
/// The ARN of a key.
const KEY_ARN: &str = "arn:{{ partition }}:kms:{{ region }}:{{ account }}:key/{{ name }}";

/// What publishing needs.
pub fn publishes(you: &Learner) -> Need {
    let topic = topic_arn(you);
    Need { action: PUBLISH, resource: topic.clone(), written: topic }
}

/// The role lets the function publish, and neither the topic's own policy nor its key is in the way.
pub fn may_publish(you: &Learner, of: &RolePermissions, topic: &Topic, asks: &Caller<'_>) -> Read<Judgement> {
    let policy = without_account(&topic.policy);
    let judged = caller::may(of, Some(&policy), asks, &publishes(you))?;
    if !judged.does_hold() {
        return Ok(judged);
    }
    let Some(key) = own_key(topic) else { return Ok(judged) };
    match key_arn(you, key) {
        Some(key) => {
            let needs = OF_KEY.map(|action| Need { action, resource: key.clone(), written: key.clone() });
            let by_key = role_allows(of, asks, &needs)?;
            Ok(judged.but(Some(by_key).filter(Judgement::does_fail)))
        }
        None => Ok(judged.advising(format!(
            "The topic is under the key {key}: see to it that the role may do kms:GenerateDataKey and kms:Decrypt on it."
        ))),
    }
}

/// A topic's policy that lets the account in leaves it to the account whom of its own it lets in: of its Allow statements those
/// count that name a role (IAM User Guide, "AWS JSON policy elements: Principal", "AWS account principals").
fn without_account(policy: &Policy) -> Policy {
    let mut policy = policy.clone();
    policy
        .statements
        .retain(|one| one.effect == Effect::Deny || one.aws_principals().all(|name| name.contains(":role/")));
    policy
}

/// The ARN of a key that is named by its id; an alias says nothing of which key it is.
fn key_arn(you: &Learner, key: &str) -> Option<String> {
    match () {
        () if key.contains("alias/") => None,
        () if key.starts_with("arn:") => Some(key.to_owned()),
        () => Some(you.arn(KEY_ARN, &you.region, key)),
    }
}

/// The role lets the function send no mail any more.
pub fn may_not_send(you: &Learner, of: &RolePermissions, asks: &Caller<'_>) -> Read<Judgement> {
    const EXPECTED: &str = "no permission to send mail";
    for action in [mail::SEND, mail::SEND_RAW] {
        if !mail::role_may_send(you, of, asks, action)?.does_hold() {
            continue;
        }
        let alone = |policy| RolePermissions { policies: vec![policy], ..of.clone() };
        let allows = |policy: &RolePermissions| {
            mail::role_may_send(you, policy, asks, action).is_ok_and(|judged| judged.does_hold())
        };
        let by = of.policies.iter().find(|policy| allows(&alone((*policy).clone())));
        let by = by.map_or_else(|| "the role".to_owned(), |policy| format!("the policy {}", policy.name));
        return Ok(Judgement::fails(EXPECTED, format!("{by} still allows {action}")).advising(
            "The function that the topic calls sends the mail. Take the statement out of the policy, or detach the policy from the \
             role.",
        ));
    }
    Ok(Judgement::holds(EXPECTED))
}

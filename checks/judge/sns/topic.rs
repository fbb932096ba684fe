//! Who may publish to a topic and subscribe to it, by its own policy.

use crate::documents::policy::{Effect, Known, Principal, Says, Truth};
use crate::judge::iam::permissions::name;
use crate::judgement::Judgement;
use crate::services::sns::Topic;

const PUBLISH: &str = "sns:Publish";
const SUBSCRIBE: &str = "sns:Subscribe";
/// An account that is nobody's here, and a role of it.
const STRANGER: &str = "999999999999";
/// The alias of the key that AWS keeps for topics: all of the account who may use a topic may use it, too (Amazon SNS
/// Developer Guide, "Managing Amazon SNS encryption keys and costs").
const KEY_OF_AWS: &str = "alias/aws/sns";

/// Nothing in the topic's policy keeps the role of this ARN from publishing. In its own account a role needs no statement there
/// that allows it: its own policy is enough.
pub fn open_to(topic: &Topic, role: &str, account: &str) -> Judgement {
    const EXPECTED: &str = "no statement that denies sns:Publish";
    let (who, known) = (Principal::Role(role), known(role, account));
    match topic.policy.strongest(Effect::Deny, who, PUBLISH, &topic.arn, &known) {
        Truth::Yes => {
            let denying = topic.policy.denying(who, PUBLISH, &topic.arn, &known).map_or_else(String::new, name);
            Judgement::fails(EXPECTED, format!("{denying} denies it")).advising(
                "Remove that statement from the topic's access policy, or narrow it: a Deny outweighs every Allow.",
            )
        }
        Truth::Maybe => Judgement::skips(
            "not told from the topic's policy, whose Deny depends on what only AWS knows. Exercise 9.15 shows it",
        ),
        Truth::No => under_key(Judgement::holds(EXPECTED), topic),
    }
}

/// With what whoever publishes needs beside it, if the topic has a key of the account's own.
fn under_key(judgement: Judgement, topic: &Topic) -> Judgement {
    match own_key(topic) {
        Some(key) => judgement.advising(format!(
            "The topic keeps its messages under the key {key}. Whoever publishes must be allowed kms:GenerateDataKey and \
             kms:Decrypt on that key as well (exercise 9.13)."
        )),
        None => judgement,
    }
}

/// No stranger may publish to the topic, or get what is published.
pub fn closed_to_strangers(topic: &Topic) -> Judgement {
    const EXPECTED: &str = "your own account alone";
    let role = format!("arn:aws:iam::{STRANGER}:role/stranger");
    let may = |action: &&str| {
        topic.policy.say(Principal::Role(&role), action, &topic.arn, &known(&role, STRANGER)) == Says::Allowed
    };
    match [PUBLISH, SUBSCRIBE].iter().find(|action| may(action)) {
        Some(action) => Judgement::fails(EXPECTED, format!("{action} for everybody with an AWS account")).advising(
            "Whoever knows the topic's name could have your function send mail, or get its messages, in which tokens are. Edit the \
             topic's access policy: let only the topic owner publish and subscribe.",
        ),
        None => Judgement::holds(EXPECTED),
    }
}

/// The key with which the role must be allowed to work, if it is one of the account's own.
pub fn own_key(topic: &Topic) -> Option<&str> {
    topic.key.as_deref().filter(|key| *key != KEY_OF_AWS)
}

/// What is known of a request that a role of an account makes by itself.
fn known<'a>(role: &'a str, account: &'a str) -> [Known<'a>; 8] {
    [
        ("aws:PrincipalArn", Some(role)),
        ("aws:PrincipalAccount", Some(account)),
        ("aws:SourceOwner", Some(account)),
        ("aws:SecureTransport", Some("true")),
        ("aws:PrincipalIsAWSService", Some("false")),
        ("aws:SourceArn", None),
        ("aws:SourceAccount", None),
        ("sns:Protocol", None),
    ]
}

//! Who may publish to a topic and subscribe to it, by its own policy.

use crate::documents::policy::{Effect, Known, Policy, Principal, Says, Statement, Truth, Values};
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

/// No stranger may publish to the topic, get what is published, or change who may.
pub fn closed_to_strangers(topic: &Topic, account: &str, domain: &str) -> Judgement {
    const EXPECTED: &str = "your own account alone";
    let policy = with_any_endpoint(&topic.policy, account, domain);
    let mut is_unsure = false;
    for who in strangers(&policy, account) {
        let owner = who.split(':').nth(4).unwrap_or(STRANGER);
        for action in [PUBLISH, SUBSCRIBE, "sns:AddPermission", "sns:SetTopicAttributes"] {
            match policy.say(Principal::Role(&who), action, &topic.arn, &known(&who, owner)) {
                Says::Allowed => return open_for(EXPECTED, action, owner),
                Says::Unknown => is_unsure = true,
                Says::Denied | Says::Neither => {}
            }
        }
    }
    if is_unsure {
        return Judgement::skips("not told from the topic's policy, which depends on what only AWS knows");
    }
    match careless_service(topic) {
        Some(service) => Judgement::holds(EXPECTED).advising(format!(
            "{service} may publish for every account: somebody else could have it do so. Add a Condition to the statement, with \
             your account {account} as aws:SourceAccount."
        )),
        None => Judgement::holds(EXPECTED),
    }
}

fn open_for(expected: &str, action: &str, owner: &str) -> Judgement {
    let whom =
        if owner == STRANGER { "everybody with an AWS account".to_owned() } else { format!("the account {owner}") };
    Judgement::fails(expected, format!("{action} for {whom}")).advising(
        "Whoever knows the topic's name could have your function send mail, or get its messages, in which tokens are. Edit the \
         topic's access policy: let only the topic owner publish and subscribe.",
    )
}

/// Somebody of whom the policy says nothing, and those whom it names, each by an ARN.
fn strangers(policy: &Policy, account: &str) -> Vec<String> {
    let role = |account: &str| format!("arn:aws:iam::{account}:role/stranger");
    let allows = policy.statements.iter().filter(|one| one.effect == Effect::Allow);
    let named = allows.flat_map(Statement::aws_principals).filter_map(|name| match name.split(':').nth(4) {
        Some(owner) if owner == account => None,
        Some(owner) if name.ends_with(":root") => Some(role(owner)),
        Some(_) => Some(name.to_owned()),
        None => (name != account && name.parse::<u64>().is_ok()).then(|| role(name)),
    });
    named.chain([role(STRANGER)]).collect()
}

/// The policy for somebody who may choose by which protocol messages come, and to which address; an address of the learner's own
/// is none of a stranger's (Amazon SNS Developer Guide, "Amazon SNS policy keys").
fn with_any_endpoint(policy: &Policy, account: &str, domain: &str) -> Policy {
    let is_own = |values: &Values| values.0.iter().all(|value| value.contains(account) || value.contains(domain));
    let mut policy = policy.clone();
    for statement in policy.statements.iter_mut().filter(|statement| statement.effect == Effect::Allow) {
        for keys in statement.condition.values_mut() {
            keys.retain(|key, values| match key.to_ascii_lowercase().as_str() {
                "sns:protocol" => false,
                "sns:endpoint" => is_own(values),
                _ => true,
            });
        }
        let is_of_own = |(key, _): &(&String, &Values)| key.eq_ignore_ascii_case("sns:endpoint");
        if statement.condition.values().flatten().any(|entry| is_of_own(&entry)) {
            // Nobody gets anything by it but the learner.
            statement.principal = None;
            statement.not_principal = None;
        }
    }
    policy
}

/// A service that may publish in the name of whoever asks it to (IAM User Guide, "The confused deputy problem").
fn careless_service(topic: &Topic) -> Option<&str> {
    let source = format!("arn:aws:events:us-east-1:{STRANGER}:rule/stranger");
    let allows = topic.policy.statements.iter().filter(|one| one.effect == Effect::Allow);
    let mut services = allows.flat_map(Statement::principals).filter(|name| name.ends_with(".amazonaws.com"));
    services.find(|service| {
        let known = [
            ("aws:SourceArn", Some(source.as_str())),
            ("aws:SourceAccount", Some(STRANGER)),
            ("aws:SourceOwner", Some(STRANGER)),
            ("aws:PrincipalIsAWSService", Some("true")),
            ("aws:PrincipalServiceName", Some(service)),
            ("aws:SecureTransport", Some("true")),
        ];
        topic.policy.say(Principal::Service(service), PUBLISH, &topic.arn, &known) == Says::Allowed
    })
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

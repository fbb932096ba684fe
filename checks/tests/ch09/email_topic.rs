//! 9.8: the topic, who may publish to it, and what there is instead of it.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch09/email_topic";
const GET: &str = "sns:GetTopicAttributes";
const ROLE: &str = "arn:aws:iam::123456789012:role/function-put-account-info";

fn with_policy(statements: &str) -> Account {
    solved().answers(GET, ok(sns::topic(statements, "")))
}

fn beside(statement: &str) -> Account {
    with_policy(&format!("{},{statement}", sns::OWN_ACCOUNT))
}

/// A statement that denies publishing, with this after it.
fn denying(principal: &str, more: &str) -> String {
    format!(
        r#"{{"Sid":"no","Effect":"Deny","Principal":{principal},"Action":"SNS:Publish","Resource":"{}"{more}}}"#,
        sns::ARN
    )
}

#[tokio::test]
async fn a_deny_in_the_topics_policy_outweighs_what_the_role_may() {
    let own = format!(r#"{{"AWS":"{ROLE}"}}"#);
    for statement in [denying(r#""*""#, ""), denying(&own, "")] {
        let expected = [(Fails, "open", "the statement no denies it")];
        expect(&beside(&statement), SLUG, Verdict::NotDone, &expected).await;
    }
    let without_tls = r#","Condition":{"Bool":{"aws:SecureTransport":"false"}}"#;
    let another = denying(r#"{"AWS":"arn:aws:iam::123456789012:role/function-get-chapters"}"#, "");
    for statement in [denying(r#""*""#, without_tls), another] {
        expect(&beside(&statement), SLUG, Verdict::Done, &[]).await;
    }
    let of_network = denying(r#""*""#, r#","Condition":{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}"#);
    expect(&beside(&of_network), SLUG, Verdict::Done, &[(Skipped, "open", "what only AWS knows")]).await;
}

#[tokio::test]
async fn a_topic_for_everyone_is_for_strangers_too() {
    let condition = r#","Condition":{"StringEquals":{"AWS:SourceOwner":"123456789012"}}"#;
    let everyone = sns::OWN_ACCOUNT.replace(condition, "");
    assert_ne!(everyone, sns::OWN_ACCOUNT);
    let expected = [(Fails, "strangers", "everybody with an AWS account")];
    expect(&with_policy(&everyone), SLUG, Verdict::NotDone, &expected).await;
    let readers = everyone.replace("SNS:Publish", "SNS:ListSubscriptionsByTopic");
    let expected = [(Fails, "strangers", "sns:Subscribe for everybody")];
    expect(&with_policy(&readers), SLUG, Verdict::NotDone, &expected).await;
    let of_root = everyone.replace(r#"{"AWS":"*"}"#, r#"{"AWS":"arn:aws:iam::123456789012:root"}"#);
    expect(&with_policy(&of_root), SLUG, Verdict::Done, &[]).await;
}

/// Who subscribes chooses the protocol and the address, so that a condition about them lets every stranger in.
#[tokio::test]
async fn strangers_who_get_the_messages_are_strangers_too() {
    let letting = |principal: &str, action: &str, condition: &str| {
        let condition = if condition.is_empty() { String::new() } else { format!(r#","Condition":{{{condition}}}"#) };
        format!(
            r#"{{"Sid":"more","Effect":"Allow","Principal":{principal},"Action":"{action}","Resource":"{}"{condition}}}"#,
            sns::ARN
        )
    };
    let (everyone, partner) = (r#"{"AWS":"*"}"#, r#"{"AWS":"222222222222"}"#);
    for (principal, action, condition, found) in [
        (everyone, "SNS:Subscribe", r#""StringEquals":{"SNS:Protocol":"https"}"#, "sns:Subscribe for everybody"),
        (everyone, "SNS:Subscribe", r#""StringLike":{"SNS:Endpoint":"*@example.net"}"#, "sns:Subscribe for everybody"),
        (everyone, "SNS:AddPermission", "", "sns:AddPermission for everybody"),
        (partner, "SNS:Subscribe", "", "for the account 222222222222"),
        (r#"{"AWS":"arn:aws:iam::222222222222:root"}"#, "SNS:*", "", "for the account 222222222222"),
        (r#"{"AWS":"arn:aws:iam::222222222222:role/a"}"#, "SNS:Publish", "", "for the account 222222222222"),
    ] {
        let account = beside(&letting(principal, action, condition));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "strangers", found)]).await;
    }
    let own = beside(&letting(everyone, "SNS:Subscribe", r#""StringLike":{"SNS:Endpoint":"*@example.com"}"#));
    expect(&own, SLUG, Verdict::Done, &[]).await;
    let of_organization = beside(&letting(everyone, "SNS:Publish", r#""StringEquals":{"aws:PrincipalOrgID":"o-1"}"#));
    expect(&of_organization, SLUG, Verdict::Done, &[(Skipped, "strangers", "what only AWS knows")]).await;
    let rules = beside(&letting(r#"{"Service":"events.amazonaws.com"}"#, "SNS:Publish", ""));
    expect(&rules, SLUG, Verdict::Done, &[(Holds, "strangers", "aws:SourceAccount")]).await;
}

#[tokio::test]
async fn what_a_key_of_the_account_asks_of_publishers_is_said() {
    let under = |key| solved().answers(GET, ok(sns::topic(sns::OWN_ACCOUNT, &sns::entry("KmsMasterKeyId", key))));
    expect(&under("1234abcd"), SLUG, Verdict::Done, &[(Holds, "open", "kms:GenerateDataKey")]).await;
    for key in ["alias/aws/sns", ""] {
        let findings = check(&under(key), SLUG).await;
        assert!(finding(&findings, "open").advice.is_none(), "{findings:#?}");
    }
}

#[tokio::test]
async fn other_names_types_and_regions_are_near_misses() {
    let named = |name: &str| {
        let listed = sns::TOPICS.replace(":sns-send-email", &format!(":{name}"));
        solved().with(sns::without).answers("sns:ListTopics", ok(listed))
    };
    for (name, found) in [
        ("sns-send-email", "the topic sns-send-email"),
        ("Function-SNS-send-email", "the topic Function-SNS-send-email"),
        ("function-sns-send-email.fifo", "sends its messages to queues alone"),
        ("orders", "nothing of that name"),
    ] {
        expect(&named(name), SLUG, Verdict::NotDone, &[(Fails, "topic", found)]).await;
    }
    let there = sns::TOPICS.replace(":sns-send-email", ":function-sns-send-email");
    let elsewhere = solved().with(sns::without).answers_to("sns:ListTopics", "//sns.eu-west-1.", ok(there));
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "topic", "function-sns-send-email in eu-west-1")]).await;
}

#[tokio::test]
async fn a_refused_topic_is_not_missing() {
    let refused = solved().refuses(GET, (403, "AuthorizationError"), "no identity-based policy allows it");
    let expected = [(CannotTell, "topic", r#""Action":"sns:GetTopicAttributes""#)];
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
    let lacking = solved().answers(GET, ok(sns::topic("", "").replace("Policy", "Other")));
    expect(&lacking, SLUG, Verdict::CannotTell, &[(CannotTell, "topic", "has no Policy")]).await;
}

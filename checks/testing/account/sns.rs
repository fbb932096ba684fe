//! The topic that has an e-mail sent for every message.

use crate::testing::answers::{Answers, error, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account.answers("sns:GetTopicAttributes", ok(topic(OWN_ACCOUNT, ""))).answers("sns:ListTopics", ok(TOPICS))
}

/// The account before the topic is made, in whatever region.
pub fn without(account: Answers) -> Answers {
    account
        .answers("sns:GetTopicAttributes", error("sns:", (404, "NotFound"), "Topic does not exist"))
        .answers("sns:ListTopics", ok(NO_TOPICS))
}

/// The ARN of the topic.
pub const ARN: &str = "arn:aws:sns:us-east-1:123456789012:function-sns-send-email";

/// The topic, with the statements of its policy and with more attributes.
pub fn topic(statements: &str, more: &str) -> String {
    let policy = format!(r#"{{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{statements}]}}"#);
    let policy = policy.replace('"', "&quot;");
    let attributes = [("TopicArn", ARN), ("Owner", "123456789012"), ("DisplayName", ""), ("Policy", &policy)];
    let entries = attributes.map(|(key, value)| entry(key, value)).concat();
    format!(
        "<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>{entries}{more}</Attributes>\
         </GetTopicAttributesResult></GetTopicAttributesResponse>"
    )
}

/// An attribute.
pub fn entry(key: &str, value: &str) -> String {
    format!("<entry><key>{key}</key><value>{value}</value></entry>")
}

/// What AWS gives a new topic as its policy.
pub const OWN_ACCOUNT: &str = r#"{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:Publish","SNS:Subscribe","SNS:GetTopicAttributes"],"Resource":"arn:aws:sns:us-east-1:123456789012:function-sns-send-email","Condition":{"StringEquals":{"AWS:SourceOwner":"123456789012"}}}"#;

/// A topic whose name lacks the beginning.
pub const TOPICS: &str = "<ListTopicsResponse><ListTopicsResult><Topics><member>
    <TopicArn>arn:aws:sns:us-east-1:123456789012:sns-send-email</TopicArn></member></Topics></ListTopicsResult></ListTopicsResponse>";
const NO_TOPICS: &str = "<ListTopicsResponse><ListTopicsResult><Topics/></ListTopicsResult></ListTopicsResponse>";

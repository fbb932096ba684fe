//! State machines and topics as AWS described them.

use serde_json::Value;

use super::told::{Element, Fields, entries};
use super::{Compared, Recorded};
use crate::aws::operation::Operation;
use crate::judgement::Found;
use crate::learner::Learner;
use crate::services::sfn::StateMachine;
use crate::services::sns::Subscription;

const LAST_TOPICS: &str = "<ListTopicsResponse><ListTopicsResult><Topics/></ListTopicsResult></ListTopicsResponse>";
const LAST_SUBSCRIPTIONS: &str = "<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions/>\
    </ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>";

pub async fn compared(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    match operation.name {
        "DescribeStateMachine" => {
            let read = one.account(operation).open().state_machine(you, "a").await?;
            let Some(read) = read else { return Ok(None) };
            machine(&mut fields, &read, &one.json());
        }
        "ListExecutions" => {
            let aws = one.account_of_pages(operation, r#"{"executions": []}"#).open();
            let read = aws.executions(you, &some_machine()).await?;
            fields.rows("executions", &read, entries(&one.json()["executions"]), |fields, read, told| {
                fields.same("executionArn", &read.arn, &told["executionArn"]);
                fields.same("status", &read.status, &told["status"]);
            });
        }
        "ListStateMachines" => {
            one.account(operation).open().state_machines(you).await?;
        }
        "GetTopicAttributes" => {
            let found = one.account(operation).open().topic(you, "a").await?;
            let Found::Here(read) = found else { return Ok(None) };
            let told = one.xml();
            let of = |key: &str| told.entry("GetTopicAttributesResult/Attributes/entry", key);
            fields.policy(&read.policy, of("Policy").expect("a policy"));
            fields.same("KmsMasterKeyId", &read.key, of("KmsMasterKeyId").filter(|key| !key.is_empty()));
        }
        "GetSubscriptionAttributes" => {
            let read = one.account(operation).open().filter_of(you, "a").await?;
            let told = one.xml();
            let of = |key: &str| told.entry("GetSubscriptionAttributesResult/Attributes/entry", key);
            fields.same("FilterPolicy", &read.policy, of("FilterPolicy").filter(|policy| !policy.is_empty()));
            fields.same("FilterPolicyScope", read.is_of_body, of("FilterPolicyScope") == Some("MessageBody"));
        }
        "ListSubscriptionsByTopic" => {
            let read = one.account_of_pages(operation, LAST_SUBSCRIPTIONS).open().subscriptions(you, "a").await?;
            let told = one.xml();
            let path = "ListSubscriptionsByTopicResult/Subscriptions/member";
            let told = told.list(path);
            fields.rows("Subscriptions", &read, &told, subscription);
        }
        "ListTopics" => {
            let read = one.account_of_pages(operation, LAST_TOPICS).open().topic_names(you).await?;
            let told = one.xml();
            let arns = told.texts("ListTopicsResult/Topics/member/TopicArn").into_iter();
            fields.same("TopicArn", read, arns.filter_map(|arn| arn.rsplit(':').next()).collect::<Vec<_>>());
        }
        other => panic!("no reader is known for {other}"),
    }
    Ok(Some(fields))
}

fn some_machine() -> StateMachine {
    StateMachine {
        name: "a".into(),
        arn: "arn:aws:states:us-east-1:123456789012:stateMachine:a".into(),
        kind: "STANDARD".into(),
        status: "ACTIVE".into(),
        definition: "{}".into(),
        role: "arn:aws:iam::123456789012:role/a".into(),
    }
}

fn machine(fields: &mut Fields, read: &StateMachine, told: &Value) {
    fields.same("name", &read.name, &told["name"]);
    fields.same("stateMachineArn", &read.arn, &told["stateMachineArn"]);
    fields.same("type", &read.kind, &told["type"]);
    fields.same("status", &read.status, told.get("status").unwrap_or(&Value::String("ACTIVE".into())));
    fields.same("definition", &read.definition, &told["definition"]);
    fields.same("roleArn", &read.role, &told["roleArn"]);
}

fn subscription(fields: &mut Fields, read: &Subscription, told: &Element) {
    fields.same("Protocol", &read.protocol, told.text("Protocol"));
    fields.same("Endpoint", &read.endpoint, told.text("Endpoint"));
    let arn = told.text("SubscriptionArn").filter(|arn| arn.starts_with("arn:"));
    fields.same("SubscriptionArn", &read.arn, arn);
}

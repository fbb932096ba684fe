//! Rules and schedules as AWS described them.

use serde_json::{Value, json};

use super::told::{Fields, entries, full};
use super::{Compared, Recorded, ok};
use crate::aws::operation::Operation;
use crate::learner::Learner;
use crate::services::eventbridge::RuleTarget;

const NO_TARGETS: &str = r#"{"Targets": []}"#;

pub async fn compared(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    match operation.name {
        "DescribeRule" => {
            let account = one.account(operation).answers("events:ListTargetsByRule", ok(NO_TARGETS));
            let told = one.json();
            let name = told["Name"].as_str().unwrap_or("a");
            let Some(read) = account.open().rule(you, name).await? else { return Ok(None) };
            fields.same("Arn", &read.arn, &told["Arn"]);
            fields.same("State", read.is_enabled, told["State"] != "DISABLED");
            fields.same("ScheduleExpression", &read.expression, full(&told["ScheduleExpression"]));
        }
        "ListRuleNamesByTarget" => {
            let account = one.account_of_pages(operation, r#"{"RuleNames": []}"#);
            let account = account.answers("events:ListTargetsByRule", ok(NO_TARGETS));
            let read = account.answers("events:DescribeRule", ok(RULE)).open().rules_to(you, "a").await?;
            let names: Vec<_> = read.iter().map(|rule| &rule.name).collect();
            fields.same("RuleNames", names, &one.json()["RuleNames"]);
        }
        "ListRules" => {
            let account = one.account_of_pages(operation, r#"{"Rules": []}"#);
            let account = account.answers("events:ListTargetsByRule", ok(NO_TARGETS));
            let read = account.open().event_rules(you, |_| true).await?;
            let told = one.json();
            let of_events = |rule: &&Value| full(&rule["EventPattern"]).is_some();
            let waiting: Vec<_> = entries(&told["Rules"]).iter().filter(of_events).collect();
            fields.rows("Rules", &read, &waiting, |fields, read, told| {
                fields.same("Name", &read.name, &told["Name"]);
                fields.same("Arn", &read.arn, &told["Arn"]);
                fields.same("State", read.is_enabled, told["State"] != "DISABLED");
                fields.same("EventPattern", &read.pattern, &told["EventPattern"]);
            });
        }
        "ListTargetsByRule" => {
            let account = one.account_of_pages(operation, NO_TARGETS).answers("events:DescribeRule", ok(RULE));
            let Some(read) = account.open().rule(you, "a").await? else { return Ok(None) };
            fields.rows("Targets", &read.targets, entries(&one.json()["Targets"]), target);
        }
        "GetSchedule" => return schedule(one, operation, you).await,
        other => panic!("no reader is known for {other}"),
    }
    Ok(Some(fields))
}

const RULE: &str = r#"{"Name": "a", "Arn": "arn:aws:events:us-east-1:123456789012:rule/a", "State": "ENABLED",
    "ScheduleExpression": "rate(1 day)", "EventBusName": "default"}"#;

fn target(fields: &mut Fields, read: &RuleTarget, told: &Value) {
    fields.same("Arn", &read.arn, &told["Arn"]);
    fields.same("RoleArn", &read.role, full(&told["RoleArn"]));
    let text = full(&told["InputTransformer"]["InputTemplate"]).or(full(&told["Input"]));
    let part = full(&told["InputPath"]).filter(|path| *path != "$");
    let gives = match (text, part) {
        (Some(text), _) => format!("Text({text:?})"),
        (None, Some(path)) => format!("Part({path:?})"),
        (None, None) => "Event".to_owned(),
    };
    fields.same("Input", format!("{:?}", read.gives), gives);
}

async fn schedule(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    let told = one.json();
    let arn = told["Target"]["Arn"].as_str().expect("a target");
    let listed = json!({"Schedules": [{"Name": told["Name"], "GroupName": told["GroupName"], "Target": {"Arn": arn}}]});
    let account = one.account(operation).answers("scheduler:ListSchedules", ok(listed.to_string()));
    let read = account.open().schedules_of(you, arn).await?;
    fields.rows("schedules", &read, std::slice::from_ref(&told), |fields, read, told| {
        fields.same("Name", &read.name, &told["Name"]);
        fields.same("GroupName", &read.group, &told["GroupName"]);
        fields.same("Arn", &read.arn, &told["Arn"]);
        fields.same("State", read.is_enabled, told["State"] == "ENABLED");
        fields.same("ScheduleExpression", &read.expression, &told["ScheduleExpression"]);
        fields.same("ScheduleExpressionTimezone", &read.zone, &told["ScheduleExpressionTimezone"]);
        fields.same("RoleArn", &read.role, &told["Target"]["RoleArn"]);
        fields.same("Target", &read.invoked, &told["Target"]["Arn"]);
        fields.same("CreationDate", read.created, super::told::seconds(&told["CreationDate"]));
    });
    Ok(Some(fields))
}

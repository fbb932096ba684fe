//! The rule that runs the function of the file of sign-ins, the schedule that does so instead, and the file.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::iam;
use super::s3::Object;
use crate::testing::answers::{Answers, ok};

/// The account, and these in it: a rule, and no schedule.
pub fn done(account: Answers) -> Answers {
    let account = account
        .answers_aside("lambda:GetPolicy", "/rule-analytics-auth-callback", ok(POLICY))
        .answers("lambda:ListAliases", ok(r#"{"Aliases": []}"#))
        .answers("events:ListRuleNamesByTarget", ok(RULE_NAMES))
        .answers("events:ListRules", ok(RULES))
        .answers("events:DescribeRule", ok(RULE))
        .answers("events:ListTargetsByRule", ok(TARGETS))
        .answers("scheduler:ListSchedules", ok(r#"{"Schedules": []}"#))
        .answers("scheduler:GetSchedule", ok(SCHEDULE));
    FILE.put(with_role(account))
}

/// The account with a schedule instead of the rule.
pub fn scheduled(account: Answers) -> Answers {
    account.answers("events:ListRuleNamesByTarget", ok(NO_RULE_NAMES)).answers("scheduler:ListSchedules", ok(SCHEDULES))
}

/// The role that Scheduler takes on.
fn with_role(account: Answers) -> Answers {
    let role = iam::got_role(&iam::trust("scheduler.amazonaws.com")).replace("function-get-chapters", ROLE);
    account
        .answers_aside("iam:GetRole", ROLE, ok(role))
        .answers_aside("iam:ListAttachedRolePolicies", ROLE, ok(iam::attached(&["123456789012:policy/run-sign-ins"])))
        .answers_aside("iam:GetPolicy", ROLE, ok(iam::got_policy(ROLE)))
        .answers_aside(
            "iam:GetPolicyVersion",
            ROLE,
            ok(iam::version("v1", &iam::statement("lambda:InvokeFunction", ARN))),
        )
}

/// The role, and its policy.
pub const ROLE: &str = "run-sign-ins";
pub const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:rule-analytics-auth-callback";

/// The file with a header and a line.
pub const FILE: Object = Object {
    at: "//example-data.s3.us-east-1.amazonaws.com/analytics/auth-callback.csv",
    kind: "text/csv",
    etag: "\"csv\"",
    changed: "Sun, 11 Jan 2026 00:00:00 GMT",
    body: "timestamp\n1767312000000\n",
};

/// The policy as the console writes it.
pub const POLICY: &str = r#"{"RevisionId":"1","Policy":"{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{\"Sid\":\"rule\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:rule-analytics-auth-callback\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:events:us-east-1:123456789012:rule/sign-ins\"}}}]}"}"#;

pub const RULE_NAMES: &str = r#"{"RuleNames": ["sign-ins"]}"#;
pub const NO_RULE_NAMES: &str = r#"{"RuleNames": []}"#;

pub const RULES: &str = r#"{"Rules": [{"Name": "sign-ins", "Arn": "arn:aws:events:us-east-1:123456789012:rule/sign-ins",
    "State": "ENABLED", "ScheduleExpression": "rate(1 day)", "EventBusName": "default"}]}"#;

pub const RULE: &str = r#"{"Name": "sign-ins", "Arn": "arn:aws:events:us-east-1:123456789012:rule/sign-ins",
    "State": "ENABLED", "ScheduleExpression": "rate(1 day)", "EventBusName": "default", "CreatedBy": "123456789012"}"#;

pub const TARGETS: &str = r#"{"Targets": [{"Id": "1",
    "Arn": "arn:aws:lambda:us-east-1:123456789012:function:rule-analytics-auth-callback"}]}"#;

pub const SCHEDULES: &str = r#"{"Schedules": [{"Name": "sign-ins", "GroupName": "website", "State": "ENABLED",
    "Arn": "arn:aws:scheduler:us-east-1:123456789012:schedule/website/sign-ins", "CreationDate": 1767225600.5,
    "LastModificationDate": 1767225600.5, "Target":
        {"Arn": "arn:aws:lambda:us-east-1:123456789012:function:rule-analytics-auth-callback"}}]}"#;

pub const SCHEDULE: &str = r#"{"Name": "sign-ins", "GroupName": "website", "State": "ENABLED",
    "Arn": "arn:aws:scheduler:us-east-1:123456789012:schedule/website/sign-ins", "CreationDate": 1767225600.5,
    "LastModificationDate": 1767225600.5, "ActionAfterCompletion": "NONE", "FlexibleTimeWindow": {"Mode": "OFF"},
    "ScheduleExpression": "cron(0 6 * * ? *)", "ScheduleExpressionTimezone": "Europe/Berlin",
    "Target": {"RoleArn": "arn:aws:iam::123456789012:role/run-sign-ins",
        "Arn": "arn:aws:lambda:us-east-1:123456789012:function:rule-analytics-auth-callback"}}"#;

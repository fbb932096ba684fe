//! The log group of the function.

use crate::testing::answers::{Answers, ok};

/// The account, and this in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("logs:DescribeLogGroups", ok(LOG_GROUPS))
        .answers("logs:DescribeLogStreams", ok(STREAMS))
        .answers("logs:GetLogEvents", ok(EVENTS))
}

pub const LOG_GROUPS: &str = r#"{"logGroups": [{"logGroupName": "/aws/lambda/get-chapters", "retentionInDays": 30},
    {"logGroupName":"/aws/lambda/put-account-info","retentionInDays":14},
    {"logGroupName":"/aws/lambda/rule-analytics-auth-callback","retentionInDays":60},
    {"logGroupName":"/aws/lambda/sns-send-email","retentionInDays":21}]}"#;

pub const STREAMS: &str = r#"{"logStreams": [{"logStreamName": "2026/11/02/[$LATEST]1", "creationTime": 1767312000000,
    "firstEventTimestamp": 1767312000000, "lastEventTimestamp": 1767312001000, "storedBytes": 0}]}"#;

/// A run that ended without an error.
pub const EVENTS: &str = r#"{"events": [
    {"timestamp": 1767312000000, "message": "INIT_START Runtime Version: nodejs:24.v1\n", "ingestionTime": 1767312009000},
    {"timestamp": 1767312000000, "message": "START RequestId: 1 Version: $LATEST\n", "ingestionTime": 1767312009000},
    {"timestamp": 1767312000000, "message": "END RequestId: 1\n", "ingestionTime": 1767312009000},
    {"timestamp": 1767312001000, "message": "REPORT RequestId: 1\tDuration: 80 ms\tBilled Duration: 80 ms\n", "ingestionTime": 1767312009000}],
    "nextForwardToken": "f/1", "nextBackwardToken": "b/1"}"#;

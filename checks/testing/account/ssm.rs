//! The parameters of the function that makes a file of the sign-ins.

use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account.answers("ssm:GetParameters", ok(PARAMETERS)).answers("ssm:DescribeParameters", ok(LISTED))
}

/// The account before the parameters are there, in whatever region.
pub fn without(account: Answers) -> Answers {
    account
        .answers("ssm:GetParameters", ok(NO_PARAMETERS))
        .answers("ssm:DescribeParameters", ok(r#"{"Parameters": []}"#))
}

pub const PARAMETERS: &str = r#"{"InvalidParameters": [], "Parameters": [
    {"Name": "/function-rule-analytics-auth-callback/next-start-iso-timestamp", "Type": "String", "Version": 3,
        "Value": "2026-01-02T00:00:00.000Z", "DataType": "text", "LastModifiedDate": 1767312000.5,
        "ARN": "arn:aws:ssm:us-east-1:123456789012:parameter/function-rule-analytics-auth-callback/next-start-iso-timestamp"},
    {"Name": "/function-rule-analytics-auth-callback/interval-milliseconds", "Type": "String", "Version": 1,
        "Value": "86400000", "DataType": "text", "LastModifiedDate": 1767225600.5,
        "ARN": "arn:aws:ssm:us-east-1:123456789012:parameter/function-rule-analytics-auth-callback/interval-milliseconds"}]}"#;

pub const NO_PARAMETERS: &str = r#"{"Parameters": [], "InvalidParameters": [
    "/function-rule-analytics-auth-callback/next-start-iso-timestamp",
    "/function-rule-analytics-auth-callback/interval-milliseconds"]}"#;

/// A parameter whose name lacks the folder.
pub const LISTED: &str = r#"{"Parameters": [{"Name": "interval-milliseconds", "Type": "String", "Tier": "Standard", "Version": 1,
    "DataType": "text", "LastModifiedDate": 1767225600.5}]}"#;

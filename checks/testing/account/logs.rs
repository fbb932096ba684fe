//! The log group of the function.

use crate::testing::answers::{Answers, ok};

/// The account, and this in it.
pub fn done(account: Answers) -> Answers {
    account.answers("logs:DescribeLogGroups", ok(LOG_GROUPS))
}

pub const LOG_GROUPS: &str = r#"{"logGroups": [{"logGroupName": "/aws/lambda/get-chapters", "retentionInDays": 30}]}"#;

//! The function, its code and its log group, as AWS answers for them after exercise 6.10.

use crate::doubles::{Account, ok};

/// The account, and these in it.
pub fn with(account: Account) -> Account {
    account.answers("lambda:ListFunctions", ok(FUNCTIONS)).answers("logs:DescribeLogGroups", ok(LOG_GROUPS))
}

const FUNCTIONS: &str = r#"{"Functions": [{"FunctionName": "get-chapters"}]}"#;

const LOG_GROUPS: &str = r#"{"logGroups": [{"logGroupName": "/aws/lambda/get-chapters", "retentionInDays": 30}]}"#;

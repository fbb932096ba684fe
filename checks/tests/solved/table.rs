//! The DynamoDB table, as AWS answers for them after exercise 6.10.

use crate::doubles::{Account, ok};

/// The account, and these in it.
pub fn with(account: Account) -> Account {
    account.answers("dynamodb:ListTables", ok(TABLES))
}

const TABLES: &str = r#"{"TableNames": ["chapters"]}"#;

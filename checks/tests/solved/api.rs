//! The REST API, its deployment and its export, as AWS answers for them after exercise 6.10.

use crate::doubles::{Account, ok};

/// The account, and these in it.
pub fn with(account: Account) -> Account {
    account.answers("apigateway:GetRestApis", ok(REST_APIS))
}

const REST_APIS: &str = r#"{"item": [{"id": "a1b2c3d4e5", "name": "website", "createdDate": 1767225600,
    "endpointConfiguration": {"types": ["REGIONAL"]}, "rootResourceId": "root000001"}]}"#;

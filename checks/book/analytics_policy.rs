//! What collecting what happens on the website needs.

use crate::book::ANALYTICS_TABLE;
use crate::documents::policy::{Permission, Policy};
use crate::judge::iam::caller::{Caller, role_allows};
use crate::judge::iam::permissions::{Need, allow};
use crate::learner::Learner;
use crate::services::dynamodb::TABLE_ARN;
use crate::services::iam::RolePermissions;

/// The service that puts the items in.
pub const SERVICE: &str = "apigateway.amazonaws.com";
/// The policy, and the role, with which the API puts items into the table.
pub const PUT_ITEM: &str = "api-analytics-put-item";

/// The kind under which the table keeps that somebody came back from signing in.
pub const AUTH_CALLBACK: &str = "auth-callback";
/// The table's partition key, which is the kind, and its sort key.
pub const KEY: (&str, &str) = ("dataType", "timestamp");

/// The ARN of the table.
pub fn table_arn(you: &Learner) -> String {
    you.arn(TABLE_ARN, &you.region, ANALYTICS_TABLE.text)
}

/// The API with its role, if that is known.
pub fn caller(you: &Learner, role: Option<String>) -> Caller<'_> {
    Caller { you, function: None, role, is_in_vpc: None, item: Some(AUTH_CALLBACK) }
}

/// For whom API Gateway asks: a method of the API of this id, or of any that there will be.
pub fn source(you: &Learner, api: Option<&str>) -> String {
    let id = api.unwrap_or("*");
    format!("arn:{}:execute-api:{}:{}:{id}/*", you.partition, you.region, you.account)
}

/// What putting an item into the table needs.
pub fn puts_item(you: &Learner) -> Need {
    let table = table_arn(you);
    Need { action: "dynamodb:PutItem", resource: table.clone(), written: table }
}

/// All that the API ever needs of it.
pub fn ever_needed(you: &Learner) -> Vec<Permission> {
    vec![Permission { action: "dynamodb:PutItem".into(), resource: table_arn(you) }]
}

/// Whether the policies allow it.
pub fn is_allowed_by(policies: &[Policy], you: &Learner) -> bool {
    let policies: Vec<&Policy> = policies.iter().collect();
    allow(&policies, &caller(you, None), &[puts_item(you)]).is_ok_and(|judgement| judgement.does_hold())
}

/// Whether the role may do it.
pub fn is_allowed_to(role: &RolePermissions, you: &Learner) -> bool {
    let caller = caller(you, role.role.clone());
    role_allows(role, &caller, &[puts_item(you)]).is_ok_and(|judgement| judgement.does_hold())
}

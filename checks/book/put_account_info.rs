//! What the function of the account page must be allowed, and all that it may, in this chapter and after it.

use crate::aws::reader::Name;
use crate::book::PUT_ACCOUNT_INFO;
use crate::book::function_policy::{caller_named, writes_logs_of};
use crate::documents::policy::Permission;
use crate::judge::iam::caller::Caller;
use crate::judge::iam::permissions::Need;
use crate::learner::Learner;

const FUNCTION: Name = PUT_ACCOUNT_INFO;
/// By which the function changes users without a token of theirs.
const CHANGE: &str = "cognito-idp:AdminUpdateUserAttributes";

/// The function, of which no more is known than its name.
pub fn caller(you: &Learner) -> Caller<'_> {
    caller_named(you, FUNCTION)
}

/// What writing its logs needs; `group` is where they go, if the function names a log group.
pub fn writes_logs(you: &Learner, group: Option<&str>) -> [Need; 2] {
    writes_logs_of(you, FUNCTION, group)
}

/// What changing users of the pool of this ARN needs, without a token of theirs.
pub fn changes_users(pool: &str) -> Need {
    Need { action: CHANGE, resource: pool.to_owned(), written: pool.to_owned() }
}

/// What it needs at one time or another: in chapter 9 it sends mail, and then leaves that to another function.
pub fn ever_needed() -> Vec<Permission> {
    let rows = [
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        CHANGE,
        "cognito-idp:AdminGetUser",
        "ses:SendEmail",
        "ses:SendRawEmail",
        "sns:Publish",
    ];
    rows.map(|action| Permission { action: action.into(), resource: "*".into() }).into()
}

//! Cognito: when the users of a pool were created and changed. Who they are never leaves AWS's answer.

use aws_sdk_cognitoidentityprovider::operation::list_users::ListUsersOutput;
use aws_sdk_cognitoidentityprovider::types::UserType;
use aws_smithy_types::DateTime;

use super::{LIST_USERS, PAGE, POOL_ARN};
use crate::aws::service::prelude::*;

/// How many users are read; a pool may have millions.
const MOST: usize = 600;

/// When a user signed up, and was changed last, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UserDates {
    pub created: i64,
    pub changed: i64,
}

impl Aws {
    /// The dates of the pool's users. Of their attributes only the id that says nothing is asked for.
    pub async fn user_dates(&self, you: &Learner, pool_id: &str) -> Read<Vec<UserDates>> {
        let call = Call::new(LIST_USERS, you.arn(POOL_ARN, &you.region, pool_id)).at(&you.region);
        let list = || self.cognito(&you.region).list_users().user_pool_id(pool_id).limit(PAGE).attributes_to_get("sub");
        let send = |token| list().set_pagination_token(token).send();
        let mut count = 0;
        let read = |answer: &ListUsersOutput| {
            let listed = answer.users.as_ref().ok_or("Users")?;
            let users = listed.iter().map(dates).collect::<Option<Vec<_>>>().ok_or("UserLastModifiedDate")?;
            count += users.len();
            Ok(Listing::marked(users, answer.pagination_token()).enough_if(count >= MOST))
        };
        self.all(call, &you.region, send, read).await
    }
}

fn dates(user: &UserType) -> Option<UserDates> {
    let at = |date: &DateTime| date.to_millis().ok();
    Some(UserDates { created: at(user.user_create_date()?)?, changed: at(user.user_last_modified_date()?)? })
}

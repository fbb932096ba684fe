//! Cognito: the users of a pool. What a user told of themselves never leaves this file, and neither does a user's name.

use std::cmp::Reverse;
use std::fmt;

use aws_sdk_cognitoidentityprovider::operation::admin_get_user::AdminGetUserOutput;
use aws_sdk_cognitoidentityprovider::operation::list_users::ListUsersOutput;
use aws_sdk_cognitoidentityprovider::types::{UserStatusType, UserType};
use aws_smithy_types::DateTime;
use futures_util::stream::{self, StreamExt, TryStreamExt};

use super::{ADMIN_GET_USER, LIST_USERS, PAGE, POOL_ARN, POOLS};
use crate::aws::service::prelude::*;

/// The users of a pool, and how far each of them is.
pub const USERS: Reader = Reader::of(&[reading(LIST_USERS, POOLS), reading(ADMIN_GET_USER, POOLS)]);

/// How many users are read one by one; a pool may have millions.
const MOST: usize = 10;
/// How many are read at the same time.
const AT_ONCE: usize = 5;
/// AWS says so of a user that is not there.
const NO_USER: &[&str] = &["UserNotFoundException"];
/// The one attribute that the list is asked for, since AWS refuses to list users by one that some of them lack (Amazon
/// Cognito API Reference, "ListUsers", AttributesToGet). Every user has it.
const ASKED: &str = "sub";

/// The users of a pool that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Users(pub Vec<User>);

impl fmt::Display for Users {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => write!(f, "one user"),
            count => write!(f, "{count} users"),
        }
    }
}

/// How far somebody is who uses a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub status: UserStatus,
    /// Whether nobody has shut the user out.
    pub is_enabled: bool,
    /// Whether it is known that the e-mail address is the user's own.
    pub has_verified_email: bool,
}

/// What a user has to do before signing in (service model of AdminGetUser, UserStatus).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserStatus {
    Confirmed,
    /// The code that Cognito sent was not entered.
    Unconfirmed,
    /// An administrator made the user, with a password that is to be changed.
    ForceChangePassword,
    /// An administrator took the password away.
    ResetRequired,
    /// Another provider knows the user.
    External,
    /// AWS's own word for another one.
    Other(String),
}

impl Aws {
    /// The users of the pool of that id: those that are confirmed first, then the newest. The list is behind what happens,
    /// and so each user is read again.
    pub async fn pool_users(&self, you: &Learner, pool_id: &str) -> Read<Option<Users>> {
        let mut listed = self.listed_users(you, pool_id).await?;
        listed.sort_by_key(|user| Reverse((user.is_confirmed, user.created)));
        let looks = listed.iter().take(MOST).map(|user| self.pool_user(you, pool_id, &user.name));
        // One that was deleted since the list was made is none.
        let users: Vec<_> = stream::iter(looks).buffered(AT_ONCE).try_collect().await?;
        let users: Vec<_> = users.into_iter().flatten().collect();
        Ok((!users.is_empty()).then_some(Users(users)))
    }

    /// The users up to the first page on which one is confirmed.
    async fn listed_users(&self, you: &Learner, pool_id: &str) -> Read<Vec<Listed>> {
        let call = Call::new(LIST_USERS, you.arn(POOL_ARN, &you.region, pool_id)).at(&you.region);
        let list = || self.cognito(&you.region).list_users().user_pool_id(pool_id).limit(PAGE).attributes_to_get(ASKED);
        let send = |token| list().set_pagination_token(token).send();
        let read = |answer: &ListUsersOutput| {
            let users = answer.users.as_ref().ok_or("Users")?;
            let users: Vec<_> = users.iter().map(listed).collect::<Option<_>>().ok_or("Username and UserStatus")?;
            let is_enough = users.iter().any(|user| user.is_confirmed);
            Ok(Listing::marked(users, answer.pagination_token()).enough_if(is_enough))
        };
        self.all(call, &format!("{} {pool_id}", you.region), send, read).await
    }

    async fn pool_user(&self, you: &Learner, pool_id: &str, name: &str) -> Read<Option<User>> {
        let call = Call::new(ADMIN_GET_USER, you.arn(POOL_ARN, &you.region, pool_id)).at(&you.region);
        let look = self.cognito(&you.region).admin_get_user().user_pool_id(pool_id).username(name);
        let scope = format!("{} {pool_id} {name}", you.region);
        let answer = self.ask(call.clone(), &scope, || look.send()).await.absent_on(NO_USER)?;
        let Some(answer) = answer else { return Ok(None) };
        described(&answer).map(Some).map_err(|member| Fault::incomplete(call, member))
    }
}

/// What the list says of a user.
struct Listed {
    name: String,
    is_confirmed: bool,
    /// In seconds since 1970.
    created: i64,
}

fn listed(user: &UserType) -> Option<Listed> {
    Some(Listed {
        name: user.username()?.to_owned(),
        is_confirmed: *user.user_status()? == UserStatusType::Confirmed,
        created: user.user_create_date().map_or(0, DateTime::secs),
    })
}

/// Of all attributes, one is read: whether the address is the user's own. It is left out until it is set.
fn described(user: &AdminGetUserOutput) -> Result<User, &'static str> {
    let is_verified = |name: &str, value: Option<&str>| name == "email_verified" && value == Some("true");
    Ok(User {
        status: status(user.user_status().ok_or("UserStatus")?),
        is_enabled: user.enabled(),
        has_verified_email: user
            .user_attributes()
            .iter()
            .any(|attribute| is_verified(attribute.name(), attribute.value())),
    })
}

fn status(status: &UserStatusType) -> UserStatus {
    match status {
        UserStatusType::Confirmed => UserStatus::Confirmed,
        UserStatusType::Unconfirmed => UserStatus::Unconfirmed,
        UserStatusType::ForceChangePassword => UserStatus::ForceChangePassword,
        UserStatusType::ResetRequired => UserStatus::ResetRequired,
        UserStatusType::ExternalProvider => UserStatus::External,
        other => UserStatus::Other(other.as_str().to_owned()),
    }
}

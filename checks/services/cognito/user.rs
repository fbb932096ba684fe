//! Cognito: the users of a pool. What a user told of themselves never leaves this file, and neither does a user's name.

use std::cmp::Reverse;
use std::fmt;

use aws_sdk_cognitoidentityprovider::operation::list_users::ListUsersOutput;
use aws_sdk_cognitoidentityprovider::types::{AttributeType, UserStatusType, UserType};
use aws_smithy_types::DateTime;
use futures_util::future::try_join_all;

use super::{ADMIN_GET_USER, LIST_USERS, PAGE, POOL_ARN, POOLS};
use crate::aws::service::prelude::*;

/// The users of a pool, and how far each of them is.
pub const USERS: Reader = Reader::of(&[reading(LIST_USERS, POOLS), reading(ADMIN_GET_USER, POOLS)]);

/// How many users are read one by one. Whoever is read so counts among those who were active in the month, unlike those
/// who are listed (Amazon Cognito Developer Guide, "Managing and searching for user accounts").
const MOST: usize = 3;
/// AWS says so of a user that is not there.
const NO_USER: &[&str] = &["UserNotFoundException"];

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

impl User {
    /// Whether nothing is left to do before signing in.
    pub fn is_ready(&self) -> bool {
        self.status == UserStatus::Confirmed && self.has_verified_email && self.is_enabled
    }
}

impl Aws {
    /// The users of the pool of that id: those that are confirmed first, then the newest; `None` if there is none. The list
    /// is behind what happens, so that users are read again if nobody in it is ready.
    pub async fn pool_users(&self, you: &Learner, pool_id: &str) -> Read<Option<Users>> {
        let mut listed = self.listed_users(you, pool_id).await?;
        listed.sort_by_key(|listed| Reverse((listed.user.status == UserStatus::Confirmed, listed.created)));
        let mut users = Vec::new();
        if !listed.iter().any(|listed| listed.user.is_ready()) {
            let first = listed.drain(..MOST.min(listed.len())).collect::<Vec<_>>();
            let looks = first.iter().map(|listed| self.pool_user(you, pool_id, &listed.name));
            // One that was deleted since the list was made is none.
            users.extend(try_join_all(looks).await?.into_iter().flatten());
        }
        users.extend(listed.into_iter().map(|listed| listed.user));
        Ok((!users.is_empty()).then_some(Users(users)))
    }

    /// The users up to the first page on which one is ready. They come with all that they told: AWS refuses to list them by
    /// an attribute that some of them lack (Amazon Cognito API Reference, "ListUsers", AttributesToGet).
    async fn listed_users(&self, you: &Learner, pool_id: &str) -> Read<Vec<Listed>> {
        let call = Call::new(LIST_USERS, you.arn(POOL_ARN, &you.region, pool_id)).at(&you.region);
        let list = || self.cognito(&you.region).list_users().user_pool_id(pool_id).limit(PAGE);
        let send = |token| list().set_pagination_token(token).send();
        let read = |answer: &ListUsersOutput| {
            let users = answer.users.as_ref().ok_or("Users")?;
            let users: Vec<_> = users.iter().map(listed).collect::<Option<_>>().ok_or("Username and UserStatus")?;
            let is_enough = users.iter().any(|listed| listed.user.is_ready());
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
        let word = answer.user_status().ok_or_else(|| Fault::incomplete(call, "UserStatus"))?;
        Ok(Some(User {
            status: status(word),
            is_enabled: answer.enabled(),
            has_verified_email: has_verified_email(answer.user_attributes()),
        }))
    }
}

/// A user of the list.
struct Listed {
    name: String,
    /// In seconds since 1970.
    created: i64,
    user: User,
}

fn listed(user: &UserType) -> Option<Listed> {
    Some(Listed {
        name: user.username()?.to_owned(),
        created: user.user_create_date().map_or(0, DateTime::secs),
        user: User {
            status: status(user.user_status()?),
            is_enabled: user.enabled(),
            has_verified_email: has_verified_email(user.attributes()),
        },
    })
}

/// Of all attributes, this one is read. It is left out until it is set.
fn has_verified_email(attributes: &[AttributeType]) -> bool {
    attributes.iter().any(|attribute| attribute.name() == "email_verified" && attribute.value() == Some("true"))
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

//! With what IAM users sign in: whether they have passwords, without the passwords themselves.

use super::{ALL_USERS, GET_LOGIN_PROFILE, LIST_MFA_DEVICES, LIST_USERS, User};
use crate::aws::service::prelude::*;

/// With what each IAM user signs in to the console.
pub const CREDENTIALS: Reader =
    Reader::of(&[reading_all(LIST_USERS), reading(LIST_MFA_DEVICES, ALL_USERS), reading(GET_LOGIN_PROFILE, ALL_USERS)]);

impl Aws {
    /// Whether the user signs in to the console with a password.
    pub async fn has_password(&self, user: &User) -> Read<bool> {
        let call = Call::new(GET_LOGIN_PROFILE, &user.arn);
        let send = || self.iam().get_login_profile().user_name(&user.name).send();
        Ok(self.ask(call, "", send).await.absent_on(&["NoSuchEntity"])?.is_some())
    }
}

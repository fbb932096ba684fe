//! IAM: the root user's safety, the users and their MFA devices; roles and policies.

mod policies;
mod roles;

use aws_sdk_iam::Client;
use aws_sdk_iam::types::SummaryKeyType;

use crate::aws::clients::client;
use crate::aws::fault::{Call, Fault, Read};
use crate::aws::pages::Pages;
use crate::aws::{Absent, Aws, operation};

pub use policies::{CustomerPolicy, PolicyUsers};
pub use roles::{ListedRole, is_made_for};

/// What the account summary tells of the root user.
#[derive(Clone, Copy, Debug)]
pub struct RootUser {
    pub has_access_keys: bool,
    pub has_mfa: bool,
}

/// An IAM user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub name: String,
    /// Holds the user's path, which the name alone does not tell.
    pub arn: String,
}

impl Aws {
    /// The state of the root user.
    pub async fn root_user(&self) -> Read<RootUser> {
        let call = Call::new(operation::GET_ACCOUNT_SUMMARY, "*");
        let answer = self.ask(call.clone(), "", self.iam().get_account_summary().send()).await?;
        let summary = answer.summary_map();
        let flag = |key: SummaryKeyType| summary.and_then(|map| map.get(&key)).map(|value| *value > 0);
        match (flag(SummaryKeyType::AccountAccessKeysPresent), flag(SummaryKeyType::AccountMfaEnabled)) {
            (Some(has_access_keys), Some(has_mfa)) => Ok(RootUser { has_access_keys, has_mfa }),
            _ => Err(Fault::incomplete(call, "AccountAccessKeysPresent and AccountMFAEnabled")),
        }
    }

    /// All IAM users.
    pub async fn users(&self) -> Read<Vec<User>> {
        let call = Call::new(operation::LIST_USERS, "*");
        let (mut users, mut pages, mut marker) = (Vec::new(), Pages::of(&call), None::<String>);
        loop {
            let send = self.iam().list_users().set_marker(marker.clone()).send();
            let answer = self.ask(call.clone(), marker.as_deref().unwrap_or_default(), send).await?;
            let listed = answer.users().iter();
            users.extend(listed.map(|user| User { name: user.user_name().to_owned(), arn: user.arn().to_owned() }));
            marker = pages.after(answer.is_truncated(), answer.marker())?;
            if marker.is_none() {
                return Ok(users);
            }
        }
    }

    /// How many MFA devices the IAM user signs in with.
    pub async fn mfa_devices(&self, user: &User) -> Read<usize> {
        let call = Call::new(operation::LIST_MFA_DEVICES, &user.arn);
        let (mut count, mut pages, mut marker) = (0, Pages::of(&call), None::<String>);
        loop {
            let page = self.iam().list_mfa_devices().user_name(&user.name).set_marker(marker.clone());
            let answer = self.ask(call.clone(), marker.as_deref().unwrap_or_default(), page.send()).await;
            let Some(answer) = answer.absent_on(&["NoSuchEntity"])? else { return Ok(0) };
            count += answer.mfa_devices().len();
            marker = pages.after(answer.is_truncated(), answer.marker())?;
            if marker.is_none() {
                return Ok(count);
            }
        }
    }

    pub(crate) fn iam(&self) -> Client {
        client!(self, aws_sdk_iam, "")
    }
}

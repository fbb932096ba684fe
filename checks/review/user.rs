//! A practice about IAM users: how they sign in.

use super::subject::prelude::*;
use crate::services::iam::User;

/// What is known of an IAM user.
pub(crate) struct UserFacts {
    devices: Read<usize>,
    has_password: Read<bool>,
}

practices! { UserFacts;
    USER_MFA: "who signs in to the console with a password has MFA", Security, High,
        "SEC02-BP01 Use strong sign-in mechanisms", as "Security Hub IAM.5",
        or "In IAM, open the user, then Security credentials, and assign an MFA device.",
        costs "nothing with an app or a passkey", taught in "ch04/aws_account", at iam::CONSOLE_USERS, by mfa;
}

impl Subject for UserFacts {
    const NOUN: &'static str = "the user";
    const READS: Reads = &[iam::CREDENTIALS];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, _: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let users = aws.users().await?.here();
        let names = users.into_iter().flat_map(|users| users.0).map(|user| user.name).collect();
        let is_member = |name: &str| scope.has(LeftKind::Member, name);
        Ok(within(names, (scope, LeftKind::User), is_member))
    }

    async fn facts(aws: &Aws, _: &Learner, name: &str) -> Read<Option<Self>> {
        let users = aws.users().await?.here();
        let Some(user) = users.into_iter().flat_map(|users| users.0).find(|user: &User| user.name == name) else {
            return Ok(None);
        };
        let (devices, has_password) = join!(aws.mfa_devices(&user), aws.has_password(&user));
        Ok(Some(Self { devices, has_password }))
    }
}

fn mfa(user: &UserFacts, _: &Learner) -> Read<Judgement> {
    if !user.has_password.clone()? {
        return Ok(Judgement::skips("the user has no password, and so no way into the console"));
    }
    user.devices.judged(|devices| match devices {
        0 => Judgement::fails("an MFA device", "a password alone"),
        _ => Judgement::holds("MFA"),
    })
}

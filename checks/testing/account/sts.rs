//! Who is asking.

use crate::testing::answers::{Answers, ok};

/// The account, and this in it.
pub fn done(account: Answers) -> Answers {
    account.answers("sts:GetCallerIdentity", ok(CALLER))
}

pub const CALLER: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult>
    <UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>
    <Arn>arn:aws:iam::123456789012:user/team/ada</Arn>
</GetCallerIdentityResult></GetCallerIdentityResponse>";

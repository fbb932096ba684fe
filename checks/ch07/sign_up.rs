//! 7.10: somebody has signed up, and may sign in. No attribute of a user is shown or kept.

use crate::judge::cognito::user;
use crate::judgement::NearMiss;
use crate::services::cognito::user::{USERS as POOL_USERS, Users};
use crate::verifier::prelude::*;

clauses! {
    DOMAIN = given::POOL_DOMAIN;
    USERS: "somebody has signed up in the user pool",
        or "Open https://{{ domain }}, choose Sign up, and fill in the form with an e-mail address of yours.", at cognito::CONSOLE;
    CONFIRMED: "a user is confirmed, with the code from the mail",
        or "Enter the code that Cognito sent. If it did not arrive within a few minutes, look into the spam folder, or ask for another one.",
        at cognito::CONSOLE;
    VERIFIED: "the e-mail address of this user is verified",
        or "Whoever an administrator confirms has proved no address. Under Users open the user, edit the attributes, and mark the e-mail address as verified.",
        at cognito::CONSOLE, pillar Security;
    ENABLED: "this user may sign in: nobody has disabled the account",
        or "Under Users open the user, and choose Enable user access.", at cognito::CONSOLE;
}

pub const READS: Reads = &[cognito::POOL_DOMAIN, POOL_USERS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let domain = it.finds(DOMAIN, aws.pool_domain(you, &you.names.auth_domain).await.map(Found::from))?;
    let users = aws.pool_users(you, &domain.pool_id).await;
    let users = it.finds(USERS, users.map(|users| users.map_or_else(|| nobody(you), Found::Here)))?;
    let best = user::furthest(&users).expect("there is one at least");
    it.expects(CONFIRMED, user::confirmed(best));
    it.expects(VERIFIED, user::verified(best));
    it.expects(ENABLED, user::enabled(best));
    Ok(())
}

fn nobody(you: &Learner) -> Found<Users> {
    Found::Missing(Some(NearMiss {
        found: "the user pool has no user".to_owned(),
        advice: format!(
            "Open https://{}, choose Sign up, and fill in the form with an e-mail address of yours. Users of another pool do not count.",
            you.domain
        ),
    }))
}

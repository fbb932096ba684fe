//! Judgements of the users of a pool: whether somebody has signed up and may sign in.

use crate::judgement::Judgement;
use crate::services::cognito::user::{User, UserStatus, Users};

/// The one of the users who is furthest: who can sign in, or needs least for it.
pub fn furthest(users: &Users) -> Option<&User> {
    let steps = |user: &&User| {
        let is_confirmed = user.status == UserStatus::Confirmed;
        [is_confirmed, user.has_verified_email, user.is_enabled].into_iter().filter(|step| *step).count()
    };
    // Of several that are equally far, `max_by_key` takes the last.
    users.0.iter().rev().max_by_key(steps)
}

/// The user has done what Cognito asks of those who sign up.
pub fn confirmed(user: &User) -> Judgement {
    const EXPECTED: &str = "a user who signed up and entered the code (CONFIRMED)";
    let fails = |found: &str| Judgement::fails(EXPECTED, found);
    match &user.status {
        UserStatus::Confirmed => Judgement::holds("a confirmed user"),
        UserStatus::Unconfirmed => fails("a user who has not entered the code (UNCONFIRMED)"),
        UserStatus::ForceChangePassword => {
            fails("a user made by an administrator, whose password is still the temporary one (FORCE_CHANGE_PASSWORD)")
                .advising("Sign up on your website by yourself. Or sign in there with the temporary password, and choose one of your own.")
        }
        UserStatus::ResetRequired => fails("a user whose password was taken away (RESET_REQUIRED)")
            .advising("On the sign-in page choose Forgot your password, and enter the code that Cognito sends."),
        UserStatus::External => fails("a user of another identity provider (EXTERNAL_PROVIDER)")
            .advising("Sign up on the sign-in page itself, with an e-mail address and a password."),
        UserStatus::Other(status) => fails(&format!("a user of the status {status}")),
    }
}

/// The user's e-mail address is known to be the user's own. The code that confirms a user proves that, too.
pub fn verified(user: &User) -> Judgement {
    const EXPECTED: &str = "a verified e-mail address";
    match (user.has_verified_email, &user.status) {
        (true, _) => Judgement::holds(EXPECTED),
        (false, UserStatus::Unconfirmed) => {
            Judgement::skips("the code that confirms the user verifies the address, too")
        }
        (false, _) => Judgement::fails(EXPECTED, "an e-mail address that nobody has verified"),
    }
}

/// Nobody has shut the user out.
pub fn enabled(user: &User) -> Judgement {
    Judgement::equal(if user.is_enabled { "enabled" } else { "disabled" }, "enabled")
}

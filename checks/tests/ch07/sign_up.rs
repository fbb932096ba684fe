//! 7.10: what somebody has to do before signing in, whose word decides, and that nothing of a user is shown.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch07/sign_up";
const LIST: &str = "cognito-idp:ListUsers";
const USER: &str = "cognito-idp:AdminGetUser";

/// The list and the user are edited alike.
fn edited(from: &str, to: &str) -> Account {
    solved().edited(LIST, from, to).edited(USER, from, to)
}

/// The user has this status, and no verified address.
fn unverified(status: &str) -> Account {
    let verified = r#"{"Name": "email_verified", "Value": "true"}, "#;
    let account = edited(r#""UserStatus": "CONFIRMED""#, &format!(r#""UserStatus": "{status}""#));
    account.edited(LIST, verified, "").edited(USER, verified, "")
}

#[tokio::test]
async fn whoever_signed_up_enters_the_code() {
    let waits = [(Fails, "confirmed", "UNCONFIRMED"), (Skipped, "verified", "the code that confirms the user")];
    expect(&unverified("UNCONFIRMED"), SLUG, Verdict::NotDone, &waits).await;
}

#[tokio::test]
async fn an_administrators_confirmation_verifies_no_address() {
    let false_ = edited(r#""email_verified", "Value": "true""#, r#""email_verified", "Value": "false""#);
    for account in [unverified("CONFIRMED"), false_] {
        let told = [(Holds, "confirmed", ""), (Fails, "verified", "mark the e-mail address as verified")];
        expect(&account, SLUG, Verdict::NotDone, &told).await;
    }
}

#[tokio::test]
async fn users_who_have_something_to_do_first_are_told_what() {
    for (status, says) in [
        ("FORCE_CHANGE_PASSWORD", "made by an administrator"),
        ("RESET_REQUIRED", "Forgot your password"),
        ("EXTERNAL_PROVIDER", "another identity provider"),
        ("COMPROMISED", "the status COMPROMISED"),
    ] {
        let told = [(Fails, "confirmed", says), (Fails, "verified", "nobody has verified")];
        expect(&unverified(status), SLUG, Verdict::NotDone, &told).await;
    }
}

#[tokio::test]
async fn a_disabled_user_signs_in_no_more() {
    let account = edited(r#""Enabled": true"#, r#""Enabled": false"#);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "enabled", "Enable user access")]).await;
}

/// The list is behind what happens. Reading a user counts as activity, and so the list is enough if somebody in it is ready.
#[tokio::test]
async fn the_user_decides_where_nobody_in_the_list_is_ready() {
    let account = solved().edited(LIST, r#""UserStatus": "CONFIRMED""#, r#""UserStatus": "UNCONFIRMED""#);
    expect(&account, SLUG, Verdict::Done, &[]).await;
    let unread = solved().refuses(USER, (400, "AccessDeniedException"), "no");
    expect(&unread, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn one_user_of_several_is_enough() {
    let other = r#"{"Username": "other", "Attributes": [], "UserCreateDate": 1798761600, "UserLastModifiedDate": 1798761600,
        "Enabled": true, "UserStatus": "UNCONFIRMED"}, "#;
    let waiting = r#"{"Username": "other", "UserAttributes": [], "UserCreateDate": 1798761600, "UserLastModifiedDate":
        1798761600, "Enabled": true, "UserStatus": "UNCONFIRMED"}"#;
    let beside = |account: Account| {
        let account = account.edited(LIST, r#""Users": ["#, &format!(r#""Users": [{other}"#));
        account.answers_to(USER, r#""Username":"other""#, ok(waiting))
    };
    expect(&beside(solved()), SLUG, Verdict::Done, &[(Holds, "users", "2 users")]).await;
    // One that was deleted since the list was made is none.
    let late = solved().edited(LIST, r#""UserStatus": "CONFIRMED""#, r#""UserStatus": "UNCONFIRMED""#);
    let gone = beside(late.refuses(USER, (400, "UserNotFoundException"), "User does not exist."));
    let told = [(Holds, "users", "one user"), (Fails, "confirmed", "UNCONFIRMED"), (Skipped, "verified", "")];
    expect(&gone, SLUG, Verdict::NotDone, &told).await;
}

#[tokio::test]
async fn a_pool_without_users_leads_to_the_form() {
    let account = solved().answers(LIST, ok(cognito::NO_USERS));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "users", "https://example.com, choose Sign up")]).await;
}

#[tokio::test]
async fn users_that_may_not_be_read_are_not_missing() {
    let denied = (400, "AccessDeniedException");
    let account = solved().refuses(LIST, denied, "no");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "users", "cognito-idp:ListUsers")]).await;
    let account = unverified("UNCONFIRMED").refuses(USER, denied, "no");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "users", "cognito-idp:AdminGetUser")]).await;
}

/// Names and addresses of users are nobody's business.
#[tokio::test]
async fn nothing_of_a_user_is_told() {
    let denied = unverified("UNCONFIRMED").refuses(USER, (400, "AccessDeniedException"), "no");
    for account in [solved(), unverified("UNCONFIRMED"), denied] {
        let told = format!("{:?}", check(&account, SLUG).await);
        for private in ["4a7b", "ada@", "Ada", "Lovelace"] {
            assert!(!told.contains(private), "{private}: {told}");
        }
    }
}

//! 9.e4: whose phone may be sent to, in the sandbox and out of it.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch09/sandbox_phone";
const LIST: &str = "sns:ListSMSSandboxPhoneNumbers";

/// In the sandbox, with these phones.
fn with(from: &str, to: &str) -> Account {
    assert!(sms::PHONES.contains(from), "{from}");
    solved().with(sms::in_sandbox).answers(LIST, ok(sms::PHONES.replace(from, to)))
}

#[tokio::test]
async fn out_of_the_sandbox_every_phone_is_reached() {
    let expected = [(Holds, "phone", "every phone"), (Skipped, "verified", "out of the SMS sandbox")];
    for account in [solved(), solved().answers(LIST, ok(sms::NO_PHONES)), solved().answers(LIST, Answer::Refused)] {
        expect(&account, SLUG, Verdict::Done, &expected).await;
    }
}

#[tokio::test]
async fn in_the_sandbox_a_code_is_given_back() {
    expect(&solved().with(sms::in_sandbox), SLUG, Verdict::Done, &[(Holds, "phone", "ends in 62")]).await;
    let expected = [(Fails, "verified", "nobody has entered the code")];
    expect(&with(">Verified<", ">Pending<"), SLUG, Verdict::NotDone, &expected).await;
    let expected = [(Fails, "phone", ""), (Skipped, "verified", "needs: phone")];
    expect(&solved().with(sms::without), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn of_several_phones_one_that_is_verified_is_enough() {
    let pending = "<member><PhoneNumber>+12065550199</PhoneNumber><Status>Pending</Status></member>";
    for (from, to) in [
        ("<PhoneNumbers>", format!("<PhoneNumbers>{pending}")),
        ("</PhoneNumbers>", format!("{pending}</PhoneNumbers>")),
    ] {
        expect(&with(from, &to), SLUG, Verdict::Done, &[]).await;
    }
}

/// Whether a phone is needed at all, the sandbox tells.
#[tokio::test]
async fn without_a_word_about_the_sandbox_nothing_is_told() {
    let account = solved().refuses("sns:GetSMSSandboxAccountStatus", (403, "AuthorizationError"), "no");
    let expected = [(CannotTell, "phone", "GetSMSSandboxAccountStatus"), (Skipped, "verified", "needs: phone")];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn no_phone_is_shown() {
    for account in [solved().with(sms::in_sandbox), with(">Verified<", ">Pending<")] {
        let shown = format!("{:?}", check(&account, SLUG).await);
        assert!(shown.contains("ends in 62") && !shown.contains("5550162"), "{shown}");
    }
}

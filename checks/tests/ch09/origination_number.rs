//! 9.e3: which number is judged of several, how far it is, and that it is never shown.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch09/origination_number";
const LIST: &str = "sns:ListOriginationNumbers";

fn with(from: &str, to: &str) -> Account {
    assert!(sms::NUMBERS.contains(from), "{from}");
    solved().answers(LIST, ok(sms::NUMBERS.replace(from, to)))
}

/// Beside the number, one with this status and capability.
fn beside(status: &str, capability: &str) -> Account {
    let other = format!(
        "<member><PhoneNumber>+18885550199</PhoneNumber><Status>{status}</Status>\
         <NumberCapabilities><member>{capability}</member></NumberCapabilities></member></PhoneNumbers>"
    );
    with("</PhoneNumbers>", &other)
}

#[tokio::test]
async fn how_far_a_number_is() {
    for (status, verdict, clause) in [
        ("Active", Verdict::Done, Holds),
        ("PENDING", Verdict::NotReady, NotReady),
        ("ASSOCIATING", Verdict::NotReady, NotReady),
        ("DISASSOCIATING", Verdict::NotDone, Fails),
        ("DELETED", Verdict::NotDone, Fails),
    ] {
        expect(&with("ACTIVE", status), SLUG, verdict, &[(clause, "active", status)]).await;
    }
}

#[tokio::test]
async fn a_number_for_calls_alone_sends_no_text() {
    expect(&with(">SMS<", ">VOICE<"), SLUG, Verdict::NotDone, &[(Fails, "texts", "VOICE")]).await;
    let both = with("<member>SMS</member>", "<member>VOICE</member><member>SMS</member>");
    expect(&both, SLUG, Verdict::Done, &[]).await;
    expect(&with("<member>SMS</member>", ""), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn of_several_numbers_one_that_works_is_enough() {
    for account in [beside("PENDING", "SMS"), beside("ACTIVE", "VOICE"), beside("DELETED", "VOICE")] {
        expect(&account, SLUG, Verdict::Done, &[(Holds, "number", "ends in 47")]).await;
    }
}

#[tokio::test]
async fn without_a_number_nothing_else_is_judged() {
    let expected = [(Fails, "number", ""), (Skipped, "active", "needs: number"), (Skipped, "texts", "needs: number")];
    expect(&solved().with(sms::without), SLUG, Verdict::NotDone, &expected).await;
}

/// A number is personal: no finding, whatever it says, holds more of it than its end.
#[tokio::test]
async fn no_number_is_shown() {
    for account in [solved(), with("ACTIVE", "PENDING"), with(">SMS<", ">VOICE<")] {
        let shown = format!("{:?}", check(&account, SLUG).await);
        assert!(shown.contains("ends in 47") && !shown.contains("5550147"), "{shown}");
    }
}

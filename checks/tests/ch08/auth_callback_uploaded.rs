//! 8.6: the new callback page and its script, in a real account.

use crate::testing::account::s3::{CALLBACK, CALLBACK_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/auth_callback_uploaded";

#[tokio::test]
async fn page_and_script_have_their_types() {
    expect(&solved(), SLUG, Verdict::Done, &[(Holds, "files", "auth-callback.js")]).await;
    let page = solved().holding(Object { kind: "text/plain", ..CALLBACK });
    let expected = [(Fails, "page", "text/plain"), (Skipped, "served", "needs: page")];
    expect(&page, SLUG, Verdict::NotDone, &expected).await;
    let script = solved().holding(Object { kind: "text/plain", ..CALLBACK_SCRIPT });
    expect(&script, SLUG, Verdict::NotDone, &[(Fails, "files", "which browsers do not run")]).await;
}

#[tokio::test]
async fn the_script_of_before_is_found() {
    let old = CALLBACK_SCRIPT.body.split("await fetch(\"https://api").next().expect("what comes before");
    let account = solved().holding(Object { body: Box::leak(old.to_owned().into_boxed_str()), ..CALLBACK_SCRIPT });
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sends", "a script that asks")]).await;
}

#[tokio::test]
async fn what_cannot_be_read_tells_nothing() {
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = solved().answers_to("s3:GetObject", CALLBACK_SCRIPT.at, refused);
    let expected = [(CannotTell, "files", "s3:GetObject"), (CannotTell, "sends", "s3:GetObject")];
    expect(&unread, SLUG, Verdict::CannotTell, &expected).await;
}

/// The page is up, and its script does nothing.
#[tokio::test]
async fn a_script_that_does_not_run_is_not_done() {
    let call = "await fetch(\"https://api";
    for (to, end, found) in [
        ("async function record() {\nawait fetch(\"https://api", "\n}", "in a function that nothing calls"),
        ("function record() {\nawait fetch(\"https://api", "\n}\nrecord();", "await in a function that is not async"),
    ] {
        let body = CALLBACK_SCRIPT.body.replace(call, to) + end;
        let account = solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..CALLBACK_SCRIPT });
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sends", found)]).await;
    }
}

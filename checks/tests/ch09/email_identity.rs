//! 9.1: whose keys the identity has, and what there is instead of one.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch09/email_identity";
const GET: &str = "ses:GetEmailIdentity";
const LIST: &str = "ses:ListEmailIdentities";

#[tokio::test]
async fn keys_of_another_region_are_easy_dkims_and_the_owners_own_are_not() {
    let origin = r#""SigningAttributesOrigin": "AWS_SES""#;
    let of_region = solved().edited(GET, origin, r#""SigningAttributesOrigin": "AWS_SES_EU_WEST_1""#);
    expect(&of_region, SLUG, Verdict::Done, &[(Holds, "easy_dkim", "AWS_SES_EU_WEST_1")]).await;
    let own = solved().edited(GET, origin, r#""SigningAttributesOrigin": "EXTERNAL""#).edited(
        GET,
        r#"["aaa111", "bbb222", "ccc333"]"#,
        r#"["selector"]"#,
    );
    expect(&own, SLUG, Verdict::NotDone, &[(Fails, "easy_dkim", "a key of your own (EXTERNAL)")]).await;
}

#[tokio::test]
async fn signatures_that_are_off_are_told() {
    let off = solved().edited(GET, r#""SigningEnabled": true"#, r#""SigningEnabled": false"#);
    expect(&off, SLUG, Verdict::NotDone, &[(Fails, "signing", "DKIM signatures off")]).await;
}

/// Whether the domain is verified is for exercise 9.3.
#[tokio::test]
async fn an_identity_that_waits_for_its_records_is_there() {
    let pending = solved().edited(GET, r#""Status": "SUCCESS""#, r#""Status": "PENDING""#);
    expect(&pending, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn what_there_is_instead_is_named() {
    let listed = |kind: &str, name: &str| {
        let list = format!(r#"{{"EmailIdentities": [{{"IdentityType": "{kind}", "IdentityName": "{name}"}}]}}"#);
        solved().with(ses::without).answers(LIST, ok(list))
    };
    let skipped = ["easy_dkim", "signing"].map(|clause| (Skipped, clause, "needs: identity"));
    for (account, found) in [
        (listed("EMAIL_ADDRESS", "ada@example.net"), "the identity of an e-mail address, and none of a domain"),
        (listed("DOMAIN", "www.example.com"), "the identity www.example.com"),
        (listed("DOMAIN", "photos.net"), "nothing of that name"),
        (
            solved().with(ses::without).answers_to(GET, "email.eu-west-1.", ok(ses::IDENTITY)),
            "the identity example.com in eu-west-1",
        ),
    ] {
        let expected = [&[(Fails, "identity", found)][..], &skipped].concat();
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
        let said = format!("{:?}", check(&account, SLUG).await);
        assert!(!said.contains("ada@"), "{said}");
    }
}

#[tokio::test]
async fn an_answer_without_tokens_cannot_be_told() {
    let lacking = solved().edited(GET, r#""Tokens": ["aaa111", "bbb222", "ccc333"],"#, "");
    expect(&lacking, SLUG, Verdict::CannotTell, &[(CannotTell, "identity", "Tokens")]).await;
    let silent = solved().edited(GET, r#""SigningEnabled": true, "#, "");
    expect(&silent, SLUG, Verdict::CannotTell, &[(CannotTell, "identity", "SigningEnabled")]).await;
}

#[tokio::test]
async fn a_refused_identity_is_not_missing() {
    let account = solved().refuses(GET, (403, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "identity", r#""Action":"ses:GetEmailIdentity""#)])
        .await;
}

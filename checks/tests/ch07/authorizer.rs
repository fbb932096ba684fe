//! 7.13: authorizers of other kinds, for other pools, and with other headers.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch07/authorizer";
const AUTHORIZERS: &str = "apigateway:GetAuthorizers";
const POOL: &str = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEfGhI";

fn with(from: &str, to: &str) -> Account {
    solved().edited(AUTHORIZERS, from, to)
}

#[tokio::test]
async fn without_an_authorizer_there_is_nothing_to_judge() {
    for none in [account_info::NO_AUTHORIZERS, "{}"] {
        let account = solved().answers(AUTHORIZERS, ok(none));
        let expected = [
            (Fails, "authorizer", "an API without an authorizer"),
            (Skipped, "pool", "needs: authorizer"),
            (Skipped, "header", "needs: authorizer"),
        ];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn one_of_a_function_is_told_from_that_of_a_pool() {
    for kind in ["TOKEN", "REQUEST"] {
        let account = with("COGNITO_USER_POOLS", kind);
        let found = format!("of the type {kind}");
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "authorizer", &found)]).await;
    }
}

#[tokio::test]
async fn another_pool_is_named_and_a_pool_beside_it_is_advice() {
    let other = with(POOL, &POOL.replace("AbCdEfGhI", "ZzZzZzZzZ"));
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "pool", "us-east-1_ZzZzZzZzZ")]).await;
    let none = with(&format!("\"{POOL}\""), "");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "pool", "no user pool")]).await;
    let beside = with(&format!("\"{POOL}\""), &format!(r#""{}", "{POOL}""#, POOL.replace("AbCdEfGhI", "Staff")));
    expect(&beside, SLUG, Verdict::Done, &[(Holds, "pool", "are not those of your website")]).await;
}

#[tokio::test]
async fn capital_letters_of_a_header_make_no_difference_and_another_word_does() {
    let header = "method.request.header.Authorization";
    for (source, verdict) in [
        ("method.request.header.authorization", Verdict::Done),
        ("method.request.header.AUTHORIZATION", Verdict::Done),
        ("method.request.header.Auth", Verdict::NotDone),
        ("method.request.querystring.Authorization", Verdict::NotDone),
    ] {
        let exceptions = [(Fails, "header", source)];
        let exceptions = if verdict == Verdict::Done { &[][..] } else { &exceptions };
        expect(&with(header, source), SLUG, verdict, exceptions).await;
    }
}

/// Of several, the one that is right counts.
#[tokio::test]
async fn an_older_authorizer_beside_the_right_one_does_no_harm() {
    let older = r#"{"item": [{"id": "old", "name": "old", "type": "COGNITO_USER_POOLS", "providerARNs": [],
        "identitySource": "method.request.header.token"}, {"id": "auth01""#;
    expect(&with(r#"{"item": [{"id": "auth01""#, older), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn refused_authorizers_are_not_missing() {
    let account = solved().refuses(AUTHORIZERS, (403, "AccessDeniedException"), "no identity-based policy allows it");
    let expected = [
        (CannotTell, "authorizer", r#""Action":"apigateway:GET""#),
        (Skipped, "pool", "needs: authorizer"),
        (Skipped, "header", "needs: authorizer"),
    ];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

//! Policies in every form that AWS accepts, and what they say to a request.

mod identity;

use proptest::prelude::*;

use crate::documents::policy::glob::{Case, matches};
use crate::documents::policy::*;

const OBJECTS: &str = "arn:aws:s3:::example.com/*";

/// What a policy says to somebody without credentials who reads any object, and of whom nothing else is known.
fn decide(json: &str) -> Says {
    with(json, &[])
}

fn with(json: &str, known: &[Known<'_>]) -> Says {
    let policy = Policy::parse(json).expect("a policy");
    policy.say(Principal::Anyone, "s3:GetObject", OBJECTS, &[known, &[NO_OTHER]].concat())
}

fn statement(body: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{{{body}}}]}}"#)
}

#[test]
fn the_forms_that_let_everyone_read() {
    for body in [
        r#""Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::example.com/*""#,
        r#""Effect":"Allow","Principal":{"AWS":"*"},"Action":["s3:GetObject"],"Resource":["arn:aws:s3:::example.com/*"]"#,
        r#""Effect":"Allow","Principal":{"AWS":["*"]},"Action":"s3:get*","Resource":"*""#,
        r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::example.com*""#,
        r#""Effect":"Allow","Principal":"*","NotAction":"s3:PutObject","Resource":"arn:aws:s3:::*/*""#,
        r#""Effect":"Allow","Principal":"*","Action":"s3:GetObject","NotResource":"arn:aws:s3:::other/*""#,
        r#""Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*","Condition":{"Null":{"aws:SourceArn":true}}"#,
    ] {
        assert_eq!(decide(&statement(body)), Says::Allowed, "{body}");
    }
}

#[test]
fn a_single_statement_needs_no_list() {
    let json = r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}}"#;
    assert_eq!(decide(json), Says::Allowed);
}

#[test]
fn the_forms_that_do_not() {
    for body in [
        r#""Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::example.com""#,
        r#""Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::example.com/index.html""#,
        r#""Effect":"Allow","Principal":"*","Action":"s3:ListBucket","Resource":"*""#,
        r#""Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"*","Resource":"*""#,
        r#""Effect":"Allow","Principal":{"Service":"*"},"Action":"*","Resource":"*""#,
        r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#,
        r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}"#,
        r#""Effect":"Allow","NotPrincipal":{"AWS":"*"},"Action":"*","Resource":"*""#,
    ] {
        assert_eq!(decide(&statement(body)), Says::Neither, "{body}");
    }
}

#[test]
fn an_explicit_deny_outweighs() {
    let json = r#"{"Statement":[
        {"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},
        {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::example.com/*"}]}"#;
    assert_eq!(decide(json), Says::Denied);
}

#[test]
fn a_deny_of_plain_http_denies_plain_http_alone() {
    let json = r#"{"Statement":[
        {"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},
        {"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}"#;
    let over = |secure| with(json, &[("aws:SecureTransport", Some(secure))]);
    assert_eq!((over("true"), over("false")), (Says::Allowed, Says::Denied));
}

#[test]
fn a_condition_not_understood_tells_nothing() {
    let condition = r#""Condition":{"DateGreaterThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}"#;
    let allow = r#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}"#;
    let dated =
        |effect: &str| format!(r#"{{"Effect":"{effect}","Principal":"*","Action":"*","Resource":"*",{condition}}}"#);
    let of = |statements: &[&str]| decide(&format!(r#"{{"Statement":[{}]}}"#, statements.join(",")));
    assert_eq!(of(&[&dated("Allow")]), Says::Unknown);
    assert_eq!(of(&[allow, &dated("Allow")]), Says::Allowed);
    assert_eq!(of(&[allow, &dated("Deny")]), Says::Unknown);
    assert_eq!(of(&[&dated("Deny")]), Says::Neither);
}

#[test]
fn a_variable_that_the_request_lacks_matches_nothing() {
    let deny = |resource: &str| {
        decide(&format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}},
            {{"Effect":"Deny","Principal":"*","Action":"*","Resource":"arn:aws:s3:::example.com/{resource}"}}]}}"#
        ))
    };
    assert_eq!(deny("${aws:username}/*"), Says::Allowed);
    assert_eq!(deny("${aws:username, '*'}*"), Says::Unknown);
    assert_eq!(deny("*"), Says::Denied);
}

#[test]
fn a_service_is_held_to_its_source() {
    let json = statement(
        r#""Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:GetObject",
        "Resource":"arn:aws:s3:::example.com/*",
        "Condition":{"ArnLike":{"aws:sourcearn":["arn:aws:cloudfront::123456789012:distribution/E1"]}}"#,
    );
    let policy = Policy::parse(&json).unwrap();
    let from = |arn| {
        let known = [("AWS:SourceArn", Some(arn)), NO_OTHER];
        policy.say(Principal::Service("cloudfront.amazonaws.com"), "s3:GetObject", OBJECTS, &known)
    };
    assert_eq!(from("arn:aws:cloudfront::123456789012:distribution/E1"), Says::Allowed);
    assert_eq!(from("arn:aws:cloudfront::123456789012:distribution/E2"), Says::Neither);
}

#[test]
fn public_is_what_s3_calls_public() {
    let public = |body: &str| Policy::parse(&statement(body)).unwrap().public_statements().count() == 1;
    assert!(public(r#""Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*""#));
    assert!(public(
        r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringLike":{"aws:Referer":"x"}}"#
    ));
    assert!(public(
        r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#
    ));
    assert!(!public(
        r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}"#
    ));
    assert!(!public(r#""Effect":"Deny","Principal":"*","Action":"*","Resource":"*""#));
    assert!(!public(
        r#""Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"*","Resource":"*""#
    ));
}

#[test]
fn what_is_no_policy_is_an_error() {
    for json in
        ["", "{}", "[]", r#"{"Statement":[{"Effect":"Maybe"}]}"#, r#"{"Statement":[{"Effect":"Allow","Action":{}}]}"#]
    {
        assert!(Policy::parse(json).is_err(), "{json}");
    }
}

proptest! {
    #[test]
    fn a_text_matches_itself_and_a_star(text in "[a-z:/*?.-]{0,40}") {
        prop_assert!(matches(&text, &text, Case::Sensitive));
        prop_assert!(matches("*", &text, Case::Sensitive));
        let (prefix, longer) = (format!("{text}*"), format!("{text}/more"));
        prop_assert!(matches(&prefix, &longer, Case::Sensitive));
    }

    #[test]
    fn matching_agrees_with_the_plain_definition(pattern in "[ab*?]{0,8}", text in "[ab]{0,8}") {
        prop_assert_eq!(matches(&pattern, &text, Case::Sensitive), by_definition(pattern.as_bytes(), text.as_bytes()));
    }

    #[test]
    fn parsing_never_panics(json in "\\PC{0,200}") {
        let _ = Policy::parse(&json);
    }
}

fn by_definition(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern.first(), text.first()) {
        (None, None) => true,
        (Some(b'*'), _) => {
            by_definition(&pattern[1..], text) || (!text.is_empty() && by_definition(pattern, &text[1..]))
        }
        (Some(b'?'), Some(_)) => by_definition(&pattern[1..], &text[1..]),
        (Some(p), Some(t)) if p == t => by_definition(&pattern[1..], &text[1..]),
        _ => false,
    }
}

#[test]
fn addresses_are_in_ranges_of_their_own_family() {
    let allow = |operator: &str, range: &str| {
        let body = format!(
            r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{{"{operator}":{{"aws:SourceIp":"{range}"}}}}"#
        );
        let of = |address| with(&statement(&body), &[("aws:SourceIp", Some(address))]) == Says::Allowed;
        (of("203.0.113.7"), of("2001:db8::7"))
    };
    for (range, expected) in [
        ("203.0.113.0/24", (true, false)),
        ("203.0.113.7", (true, false)),
        ("203.0.113.8/32", (false, false)),
        ("0.0.0.0/0", (true, false)),
        ("2001:db8::/32", (false, true)),
        ("::/0", (false, true)),
        ("nothing", (false, false)),
    ] {
        assert_eq!(allow("IpAddress", range), expected, "{range}");
        assert_eq!(allow("NotIpAddress", range), (!expected.0, !expected.1), "{range}");
    }
}

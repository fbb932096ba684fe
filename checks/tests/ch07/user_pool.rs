//! 7.1: the pool by its domain and by its clients, each app client as a whole, and domains on their way.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch07/user_pool";
const DOMAIN: &str = "cognito-idp:DescribeUserPoolDomain";
const POOLS: &str = "cognito-idp:ListUserPools";
const POOL: &str = "cognito-idp:DescribeUserPool";
const CLIENTS: &str = "cognito-idp:ListUserPoolClients";
const CLIENT: &str = "cognito-idp:DescribeUserPoolClient";
const NO_DOMAIN: [Expected<'_>; 4] = [
    (Fails, "domain", "no domain"),
    (Skipped, "certificate", "no such domain"),
    (Skipped, "active", "no such domain"),
    (Skipped, "reached", "no such domain"),
];

/// Checks the account in which the pool, or its client, is otherwise.
async fn expect_other(label: &str, from: &str, to: &str, clause: &str, says: &str) {
    let account = solved().edited(label, from, to);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, clause, says)]).await;
}

fn without_domain() -> Account {
    solved().with(cognito::without_domain)
}

#[tokio::test]
async fn what_never_changes_in_a_pool_is_advised_as_another_pool() {
    let email = r#""UsernameAttributes": ["email"]"#;
    expect_other(POOL, email, r#""UsernameAttributes": ["phone_number"]"#, "sign_in", "Create another pool").await;
    expect_other(POOL, email, r#""Other": []"#, "sign_in", "a user name alone").await;
    let required = "\"Mutable\": true,\n         \"Required\": true";
    expect_other(POOL, required, r#""Mutable": true, "Required": false"#, "given_name", "not required").await;
    expect_other(POOL, required, r#""Mutable": false, "Required": true"#, "given_name", "immutable").await;
    expect_other(POOL, r#""given_name""#, r#""custom:name""#, "given_name", "no such attribute").await;
}

#[tokio::test]
async fn an_alias_signs_people_in_too() {
    let alias = solved().edited(POOL, r#""UsernameAttributes""#, r#""AliasAttributes""#);
    expect(&alias, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn visitors_must_get_in_and_prove_their_address() {
    expect_other(POOL, "UserOnly\": false", "UserOnly\": true", "sign_up", "administrators alone").await;
    let verified = r#""AutoVerifiedAttributes": ["email"]"#;
    expect_other(POOL, verified, r#""AutoVerifiedAttributes": ["phone_number"]"#, "verified", "phone_number").await;
    expect_other(POOL, verified, r#""Other": []"#, "verified", "nothing").await;
    let trigger = r#""LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:confirm"}"#;
    let confirms = solved().edited(POOL, verified, r#""Other": []"#).edited(POOL, r#""LambdaConfig": {}"#, trigger);
    expect(&confirms, SLUG, Verdict::Done, &[(Skipped, "verified", "pre sign-up")]).await;
}

#[tokio::test]
async fn each_setting_of_the_client_has_its_clause() {
    for (from, to, clause, says) in [
        (r#""ClientName""#, r#""ClientSecret": "CANARY", "ClientName""#, "public", "it has a client secret"),
        (r#"PoolClient": true"#, r#"PoolClient": false"#, "code", "the sign-in pages are off"),
        (r#"["code"]"#, r#"["implicit"]"#, "code", "implicit"),
        (r#""AllowedOAuthFlows": ["code"],"#, "", "code", "no grant"),
        (r#", "openid""#, "", "scopes", "aws.cognito.signin.user.admin, profile"),
        (r#""aws.cognito.signin.user.admin", "#, "", "scopes", "openid, profile"),
        (r#"["COGNITO"]"#, r#"["Google"]"#, "provider", "Google"),
        (r#""SupportedIdentityProviders": ["COGNITO"],"#, "", "provider", "no identity provider"),
        ("auth-callback.html", "auth-callback.html/", "callback", "A slash"),
        ("https://example.com/auth", "http://example.com/auth", "callback", "another scheme"),
        ("https://example.com/auth", "https://www.example.com/auth", "callback", "www."),
        ("auth-callback.html", "callback.html", "callback", "https://example.com/callback.html"),
        (r#""LogoutURLs": ["https://example.com/logout.html"],"#, "", "sign_out", "no address"),
        (r#""AllowedOAuthFlows""#, r#""ReadAttributes": ["email"], "AllowedOAuthFlows""#, "attributes", "not read"),
        (r#""AllowedOAuthFlows""#, r#""WriteAttributes": ["email"], "AllowedOAuthFlows""#, "attributes", "not write"),
    ] {
        expect_other(CLIENT, from, to, clause, says).await;
    }
}

#[tokio::test]
async fn without_the_scope_profile_the_clause_holds_with_advice() {
    let account = solved().edited(CLIENT, r#", "profile""#, "");
    expect(&account, SLUG, Verdict::Done, &[(Holds, "scopes", "leave it out of your links")]).await;
}

/// Two clients that each lack something sign nobody in, and one that fits is enough.
#[tokio::test]
async fn the_client_that_fits_best_is_judged_as_a_whole() {
    let second = r#"{"UserPoolClients": [{"ClientId": "9other"}, {"ClientId": "1example23456789"}]}"#;
    let other = cognito::CLIENT.replace("1example23456789", "9other");
    let two = |other: String| solved().answers(CLIENTS, ok(second)).answers_to(CLIENT, "9other", ok(other));
    let server = other.replace(r#""ClientName""#, r#""ClientSecret": "CANARY", "ClientName""#);
    expect(&two(server.clone()), SLUG, Verdict::Done, &[(Holds, "client", "1example23456789")]).await;
    let implicit = cognito::CLIENT.replace(r#"["code"]"#, r#"["implicit"]"#);
    let neither = two(server).answers_to(CLIENT, "1example23456789", ok(implicit));
    let findings = check(&neither, SLUG).await;
    let failing: Vec<_> = findings.0.iter().filter(|finding| finding.verdict == Fails).map(|f| &*f.id).collect();
    assert_eq!(failing, ["public"], "of two that fit alike, the first: {findings:#?}");
    let none = solved().answers(CLIENTS, ok(cognito::NO_CLIENTS));
    let findings = check(&none, SLUG).await;
    assert_eq!((findings.verdict(), finding(&findings, "client").verdict), (Verdict::NotDone, Fails));
    assert_eq!(finding(&findings, "public").verdict, Skipped);
    let gone = two(other).refuses(CLIENT, (400, "ResourceNotFoundException"), "none").answers_to(
        CLIENT,
        "1example23456789",
        ok(cognito::CLIENT),
    );
    expect(&gone, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn no_secret_is_told() {
    let account = solved().edited(CLIENT, r#""ClientName""#, r#""ClientSecret": "CANARY-CANARY-CANARY", "ClientName""#);
    let findings = check(&account, SLUG).await;
    assert!(!format!("{findings:?}").contains("CANARY"), "{findings:#?}");
}

#[tokio::test]
async fn before_the_domain_is_there_the_pool_is_found_by_its_client() {
    expect(&without_domain(), SLUG, Verdict::NotDone, &NO_DOMAIN).await;
    let prefix = without_domain().edited(POOL, r#""UserPoolTags""#, r#""Domain": "my-site", "UserPoolTags""#);
    let mut expected = NO_DOMAIN;
    expected[0] = (Fails, "domain", "the domain my-site");
    expect(&prefix, SLUG, Verdict::NotDone, &expected).await;
    let other =
        without_domain().edited(POOL, r#""UserPoolTags""#, r#""CustomDomain": "login.example.com", "UserPoolTags""#);
    expected[0] = (Fails, "domain", "delete it, and create auth.example.com");
    expect(&other, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_domain_below_one_without_a_record_is_refused_by_cognito() {
    let no_record = route53::VALIDATION_RECORD;
    let account = without_domain().answers_to("route53:ListResourceRecordSets", "name=example.com", ok(no_record));
    let mut expected = NO_DOMAIN;
    expected[0] = (Fails, "domain", "do exercise 4.8 first");
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let zones = route53::HOSTED_ZONES.replace(">example.com.<", ">example.net.<");
    let no_zone = without_domain().answers("route53:ListHostedZonesByName", ok(zones));
    expect(&no_zone, SLUG, Verdict::NotDone, &expected).await;
    let unread = without_domain().refuses("route53:ListHostedZonesByName", (403, "AccessDenied"), "no");
    expect(&unread, SLUG, Verdict::NotDone, &NO_DOMAIN).await;
}

#[tokio::test]
async fn pools_of_other_websites_are_not_the_learners() {
    let leads_to = |address: &str| without_domain().edited(CLIENT, "https://example.com/auth-callback.html", address);
    let elsewhere = "https://d84l1y8p4kdic.cloudfront.net/";
    expect(&leads_to(elsewhere), SLUG, Verdict::NotDone, &[(Fails, "pool", elsewhere)]).await;
    for open in ["http://localhost:3000/callback", "myapp://callback"] {
        let findings = check(&leads_to(open), SLUG).await;
        assert_eq!(finding(&findings, "pool").verdict, Holds, "{findings:#?}");
        assert_eq!(finding(&findings, "callback").verdict, Fails, "{findings:#?}");
    }
    let pools = cognito::POOLS.replace("[{", r#"[{"Id": "us-east-1_Second", "Name": "other"}, {"#);
    let several = leads_to("http://localhost/").answers(POOLS, ok(&*pools));
    expect(&several, SLUG, Verdict::NotDone, &[(Fails, "pool", "2 user pools, none of which")]).await;
    let one_of_them =
        without_domain().answers(POOLS, ok(&*pools)).answers_to(CLIENTS, "us-east-1_Second", ok(cognito::NO_CLIENTS));
    expect(&one_of_them, SLUG, Verdict::NotDone, &NO_DOMAIN).await;
}

#[tokio::test]
async fn a_pool_in_another_region_is_named() {
    let none = solved().with(cognito::without);
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "pool", "nothing of that name")]).await;
    let elsewhere = none.answers_to(POOLS, "//cognito-idp.eu-west-1.", ok(cognito::POOLS));
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "pool", "User pool - abcdef in eu-west-1")]).await;
}

#[tokio::test]
async fn a_domain_waits_while_aws_makes_it_and_fails_where_it_never_will() {
    for (status, verdict, found, says) in [
        ("CREATING", Verdict::NotReady, NotReady, "at the longest about 1 hour"),
        ("UPDATING", Verdict::NotReady, NotReady, "still working"),
        ("FAILED", Verdict::NotDone, Fails, "create it again"),
        ("DELETING", Verdict::NotDone, Fails, "DELETING"),
    ] {
        let account = solved().edited(DOMAIN, "ACTIVE", status);
        expect(&account, SLUG, verdict, &[(found, "active", says)]).await;
    }
    let unnamed = World::solved().presents("auth.example.com", Presented::For(&["*.cloudfront.net"]));
    let expected = [(NotReady, "reached", "a certificate for *.cloudfront.net")];
    expect(&solved().amid(unnamed.open()), SLUG, Verdict::NotReady, &expected).await;
}

#[tokio::test]
async fn the_certificate_must_cover_the_domain_and_lie_in_one_region() {
    let elsewhere = solved().edited(DOMAIN, "acm:us-east-1", "acm:eu-west-1");
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "certificate", "in us-east-1")]).await;
    let names = r#""SubjectAlternativeNames": ["example.com", "*.example.com"]"#;
    let bare = solved().edited("acm:DescribeCertificate", names, r#""SubjectAlternativeNames": ["example.com"]"#);
    expect(&bare, SLUG, Verdict::NotDone, &[(Fails, "certificate", "which has the wildcard")]).await;
    let unnamed_certificate = solved().edited(DOMAIN, "CustomDomainConfig", "Other");
    expect(&unnamed_certificate, SLUG, Verdict::CannotTell, &[(CannotTell, "certificate", "no CustomDomainConfig")])
        .await;
}

#[tokio::test]
async fn a_pool_that_lacks_what_aws_always_tells_is_not_judged() {
    for (label, member) in [(POOL, "SchemaAttributes"), (POOL, "\"Arn"), (DOMAIN, "Status"), (DOMAIN, "UserPoolId")] {
        let other = member.replace(|letter: char| letter.is_alphabetic(), "x");
        let findings = check(&solved().edited(label, member, &other), SLUG).await;
        assert_eq!(findings.verdict(), Verdict::CannotTell, "{label} {member}: {findings:#?}");
    }
}

/// Of several pools that lead to the website, the domain decides; before it is there, the one that fits best.
#[tokio::test]
async fn of_several_pools_the_one_that_fits_best_is_judged_and_named() {
    let second = "us-east-1_Second";
    let pools = cognito::POOLS.replace("[{", &format!(r#"[{{"Id": "{second}", "Name": "older"}}, {{"#));
    let lacking = cognito::POOL
        .replace("us-east-1_AbCdEfGhI", second)
        .replace(r#""UsernameAttributes": ["email"]"#, r#""UsernameAttributes": ["phone_number"]"#);
    let account = || without_domain().answers(POOLS, ok(&*pools)).answers_to(POOL, second, ok(&*lacking));
    let findings = check(&account(), SLUG).await;
    let pool = finding(&findings, "pool");
    assert!(pool.verdict == Holds && says(pool, "Another user pool leads people to example.com"), "{pool:#?}");
    assert!(says(pool, "us-east-1_AbCdEfGhI"), "{pool:#?}");
    assert_eq!(finding(&findings, "sign_in").verdict, Holds, "the pool that fits: {findings:#?}");
    let neither = account().edited(POOL, r#""UsernameAttributes": ["email"]"#, r#""Other": []"#);
    let findings = check(&neither, SLUG).await;
    let sign_in = finding(&findings, "sign_in");
    assert!(sign_in.verdict == Fails && says(sign_in, &format!("{second}: ")), "of two that fit alike: {sign_in:#?}");
    let named = solved().answers(POOLS, ok(&*pools)).answers_to(POOL, second, ok(&*lacking));
    expect(&named, SLUG, Verdict::Done, &[(Holds, "pool", "us-east-1_AbCdEfGhI")]).await;
}

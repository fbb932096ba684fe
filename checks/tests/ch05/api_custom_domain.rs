//! 5.7: custom domain names as AWS tells of them, what is wrong with them, and where they lead.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady};

const SLUG: &str = "ch05/api_custom_domain";
const GET: &str = "apigateway:GetDomainName";
const MAPPINGS: &str = "apigateway:GetBasePathMappings";
const PAGE: &str = "https://api.example.com/chapters";

async fn expect_domain(from: &str, to: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    expect(&solved().edited(GET, from, to), SLUG, verdict, exceptions).await;
}

#[tokio::test]
async fn both_kinds_of_endpoints_are_right() {
    let edge = solved().answers_to(GET, "//apigateway.us-east-1.", ok(apigateway::EDGE_DOMAIN));
    let world = World::solved().presents("d2abc.cloudfront.net", Presented::For(&["*.cloudfront.net"]));
    expect(&edge.amid(world.open()), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_domain_name_in_another_region_and_one_of_another_name_are_named() {
    let elsewhere = solved().refuses(GET, (404, "NotFoundException"), "none").answers_to(
        GET,
        "//apigateway.eu-west-1.",
        ok(apigateway::EDGE_DOMAIN),
    );
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "domain", "api.example.com in eu-west-1")]).await;
    for other in ["www.example.com", "api.example.org", "apis.example.com"] {
        let account = solved().refuses(GET, (404, "NotFoundException"), "none").edited(
            "apigateway:GetDomainNames",
            "api.example.com",
            other,
        );
        let found = format!("a custom domain name {other}");
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "domain", &found)]).await;
    }
}

#[tokio::test]
async fn security_policies_by_the_oldest_version_that_they_let_in() {
    for policy in
        ["SecurityPolicy_TLS13_1_3_2025_09", "SecurityPolicy_TLS13_1_2_2021_06", "SecurityPolicy_TLS12_2018_EDGE"]
    {
        expect_domain("TLS_1_2", policy, Verdict::Done, &[]).await;
    }
    for policy in ["TLS_1_0", "SecurityPolicy_TLS13_1_0_2021_06"] {
        expect_domain("TLS_1_2", policy, Verdict::NotDone, &[(Fails, "tls", policy)]).await;
    }
    let unread = [(CannotTell, "tls", "no securityPolicy")];
    expect_domain(r#""securityPolicy": "TLS_1_2","#, "", Verdict::CannotTell, &unread).await;
    let mutual = r#""mutualTlsAuthentication": {"truststoreUri": "s3://trust/store.pem"}, "securityPolicy""#;
    expect_domain(r#""securityPolicy""#, mutual, Verdict::NotDone, &[(Fails, "tls", "mutual TLS is on")]).await;
}

#[tokio::test]
async fn what_aws_is_still_making_is_not_ready_and_what_it_waits_for_fails() {
    for (status, verdict, found, says) in [
        ("UPDATING", Verdict::NotReady, NotReady, "at the longest about 40 minutes"),
        ("PENDING", Verdict::NotReady, NotReady, "still working"),
        ("PENDING_CERTIFICATE_REIMPORT", Verdict::NotDone, Fails, "imported certificate"),
        ("PENDING_OWNERSHIP_VERIFICATION", Verdict::NotDone, Fails, "a proof that the name is yours"),
        ("FAILED", Verdict::NotDone, Fails, "FAILED"),
    ] {
        expect_domain("AVAILABLE", status, verdict, &[(found, "ready", says)]).await;
    }
}

#[tokio::test]
async fn the_certificate_must_be_where_the_endpoint_is_cover_the_name_and_be_issued() {
    let elsewhere = [(Fails, "certificate", "takes its certificate from us-east-1")];
    expect_domain("acm:us-east-1", "acm:eu-west-1", Verdict::NotDone, &elsewhere).await;
    let legacy = [(Fails, "certificate", "no certificate of Certificate Manager")];
    expect_domain("regionalCertificateArn", "regionalCertificateName", Verdict::NotDone, &legacy).await;
    let private = [(Fails, "certificate", "Nobody reaches this domain name from the internet")];
    expect_domain("REGIONAL", "PRIVATE", Verdict::NotDone, &private).await;

    let describe = "acm:DescribeCertificate";
    let names = r#""SubjectAlternativeNames": ["example.com", "*.example.com"]"#;
    for (from, to, verdict, found, says) in [
        (
            names,
            r#""SubjectAlternativeNames": ["example.com"]"#,
            Verdict::NotDone,
            Fails,
            "a certificate for example.com",
        ),
        (names, r#""SubjectAlternativeNames": ["*.api.example.com"]"#, Verdict::NotDone, Fails, "*.api.example.com"),
        (names, r#""SubjectAlternativeNames": ["api.example.com"]"#, Verdict::Done, Holds, "certificate/1"),
        (r#""ISSUED""#, r#""PENDING_VALIDATION""#, Verdict::NotReady, NotReady, "Pending validation"),
        (r#""ISSUED""#, r#""EXPIRED""#, Verdict::NotDone, Fails, "EXPIRED"),
    ] {
        let account = solved().edited(describe, from, to);
        expect(&account, SLUG, verdict, &[(found, "certificate", says)]).await;
    }
    let gone = solved().refuses(describe, (400, "ResourceNotFoundException"), "none");
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "certificate", "not there any more")]).await;
}

#[tokio::test]
async fn the_root_path_must_lead_to_a_stage_of_the_api() {
    for (from, to, says) in [
        ("(none)", "v1", "https://api.example.com/v1"),
        ("a1b2c3d4e5", "zzzzzzzzzz", "(id a1b2c3d4e5)"),
        (r#", "stage": "v1""#, "", "visitors must write it into the path"),
        (r#""stage": "v1""#, r#""stage": "v2""#, "stage v2, which the API does not have"),
    ] {
        let account = solved().edited(MAPPINGS, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "mapping", says)]).await;
    }
    for none in [r#"{"item": []}"#, "{}"] {
        let account = solved().answers(MAPPINGS, ok(none));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "mapping", "no API mapping")]).await;
    }
    for root in [r#""basePath": "","#, ""] {
        let account = solved().edited(MAPPINGS, r#""basePath": "(none)","#, root);
        expect(&account, SLUG, Verdict::Done, &[]).await;
    }
    let rules = [(Fails, "mapping", "routing rules alone decide")];
    expect_domain("BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_ONLY", Verdict::NotDone, &rules).await;
    expect_domain("BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_THEN_BASE_PATH_MAPPING", Verdict::Done, &[]).await;
}

/// A page without entries is not the end, and a page that cannot be read leaves unread what it may hold.
#[tokio::test]
async fn mappings_and_domain_names_come_in_pages() {
    let first = |label| solved().answers(label, ok(r#"{"position": "p2", "item": []}"#));
    let rest = r#"{"item": [{"basePath": "(none)", "restApiId": "a1b2c3d4e5", "stage": "v1"}]}"#;
    expect(&first(MAPPINGS).answers_to(MAPPINGS, "position=p2", ok(rest)), SLUG, Verdict::Done, &[]).await;
    let account = first(MAPPINGS).answers_to(MAPPINGS, "position=p2", error(MAPPINGS, (403, "AccessDenied"), "no"));
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "mapping", "no")]).await;
    let names = "apigateway:GetDomainNames";
    let account = first(names).refuses(GET, (404, "NotFoundException"), "none").answers_to(
        names,
        "position=p2",
        ok(r#"{"item": [{"domainName": "www.example.com"}]}"#),
    );
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "domain", "www.example.com")]).await;
}

#[tokio::test]
async fn what_the_target_shows_while_aws_is_still_working_is_not_ready() {
    let unnamed =
        World::solved().presents("api.example.com", Presented::For(&["*.execute-api.us-east-1.amazonaws.com"]));
    let expected = [(NotReady, "reached", "a certificate for *.execute-api.us-east-1.amazonaws.com")];
    expect(&solved().amid(unnamed.open()), SLUG, Verdict::NotReady, &expected).await;
    let unmapped = World::solved().replies(PAGE, World::api_answer("403 Forbidden", &[], r#"{"message":"Forbidden"}"#));
    let expected = [(NotReady, "reached", "HTTP status 403, Forbidden")];
    expect(&solved().amid(unmapped.open()), SLUG, Verdict::NotReady, &expected).await;
}

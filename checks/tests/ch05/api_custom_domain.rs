//! 5.7 and 5.8: custom domain names as AWS tells of them, what is wrong with them, and how the API is met by its name.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady};

const DOMAIN: &str = "ch05/api_custom_domain";
const ALIAS: &str = "ch05/api_alias";
const GET: &str = "apigateway:GetDomainName";
const MAPPINGS: &str = "apigateway:GetBasePathMappings";
const RECORDS: &str = "route53:ListResourceRecordSets";
const PAGE: &str = "https://api.example.com/chapters";

/// The domain name behind CloudFront, as AWS tells of it.
const EDGE: &str = r#"{"domainName": "api.example.com", "certificateName": "website",
    "certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1",
    "distributionDomainName": "d2abc.cloudfront.net", "distributionHostedZoneId": "Z2FDTNDATAQYW2",
    "endpointConfiguration": {"types": ["EDGE"]}, "domainNameStatus": "AVAILABLE", "securityPolicy": "TLS_1_2"}"#;

async fn expect_domain(from: &str, to: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    expect(&solved().edited(GET, from, to), DOMAIN, verdict, exceptions).await;
}

#[tokio::test]
async fn both_kinds_of_endpoints_are_right_and_each_has_its_own_target() {
    let edge = solved().answers_to(GET, "//apigateway.us-east-1.", ok(EDGE));
    let world = World::solved().presents("d2abc.cloudfront.net", Presented::For(&["*.cloudfront.net"]));
    let edge = edge.amid(world.open());
    expect(&edge, DOMAIN, Verdict::Done, &[]).await;
    let still_regional = "d2abc.cloudfront.net (hosted zone Z2FDTNDATAQYW2)";
    expect(&edge, ALIAS, Verdict::NotDone, &[(Fails, "record", still_regional)]).await;
    let moved = edge
        .edited(RECORDS, "d-abcdefghij.execute-api.us-east-1.amazonaws.com", "D2abc.CloudFront.net")
        .edited(RECORDS, "Z1UJRXOUMOOFQ8", "Z2FDTNDATAQYW2");
    expect(&moved, ALIAS, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_domain_name_in_another_region_and_one_of_another_name_are_named() {
    let elsewhere =
        solved().refuses(GET, (404, "NotFoundException"), "none").answers_to(GET, "//apigateway.eu-west-1.", ok(EDGE));
    expect(&elsewhere, DOMAIN, Verdict::NotDone, &[(Fails, "domain", "api.example.com in eu-west-1")]).await;
    for other in ["www.example.com", "api.example.org", "apis.example.com"] {
        let account = solved().refuses(GET, (404, "NotFoundException"), "none").edited(
            "apigateway:GetDomainNames",
            "api.example.com",
            other,
        );
        let found = format!("a custom domain name {other}");
        expect(&account, DOMAIN, Verdict::NotDone, &[(Fails, "domain", &found)]).await;
        expect(&account, ALIAS, Verdict::NotDone, &[(Fails, "domain", &found)]).await;
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
    let untold = [(CannotTell, "tls", "no securityPolicy")];
    expect_domain(r#""securityPolicy": "TLS_1_2","#, "", Verdict::CannotTell, &untold).await;
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
    let untargeted = r#""regionalDomainName": "d-abcdefghij.execute-api.us-east-1.amazonaws.com", "#;
    let account = solved().edited(GET, untargeted, "").edited(GET, "AVAILABLE", "UPDATING");
    expect(&account, ALIAS, Verdict::NotReady, &[(NotReady, "record", "AWS is still making it")]).await;
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
        expect(&account, DOMAIN, verdict, &[(found, "certificate", says)]).await;
    }
    let gone = solved().refuses(describe, (400, "ResourceNotFoundException"), "none");
    expect(&gone, DOMAIN, Verdict::NotDone, &[(Fails, "certificate", "not there any more")]).await;
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
        expect(&account, DOMAIN, Verdict::NotDone, &[(Fails, "mapping", says)]).await;
    }
    for none in [r#"{"item": []}"#, "{}"] {
        let account = solved().answers(MAPPINGS, ok(none));
        expect(&account, DOMAIN, Verdict::NotDone, &[(Fails, "mapping", "no API mapping")]).await;
    }
    for root in [r#""basePath": "","#, ""] {
        let account = solved().edited(MAPPINGS, r#""basePath": "(none)","#, root);
        expect(&account, DOMAIN, Verdict::Done, &[]).await;
    }
    let rules = [(Fails, "mapping", "routing rules alone decide")];
    expect_domain("BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_ONLY", Verdict::NotDone, &rules).await;
    expect_domain("BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_THEN_BASE_PATH_MAPPING", Verdict::Done, &[]).await;
}

/// A page without entries is not the end, and a page that cannot be read leaves untold what it may hold.
#[tokio::test]
async fn mappings_and_domain_names_come_in_pages() {
    let first = |label| solved().answers(label, ok(r#"{"position": "p2", "item": []}"#));
    let rest = r#"{"item": [{"basePath": "(none)", "restApiId": "a1b2c3d4e5", "stage": "v1"}]}"#;
    expect(&first(MAPPINGS).answers_to(MAPPINGS, "position=p2", ok(rest)), DOMAIN, Verdict::Done, &[]).await;
    let account = first(MAPPINGS).answers_to(MAPPINGS, "position=p2", error(MAPPINGS, (403, "AccessDenied"), "no"));
    expect(&account, DOMAIN, Verdict::CannotTell, &[(CannotTell, "mapping", "no")]).await;
    let names = "apigateway:GetDomainNames";
    let account = first(names).refuses(GET, (404, "NotFoundException"), "none").answers_to(
        names,
        "position=p2",
        ok(r#"{"item": [{"domainName": "www.example.com"}]}"#),
    );
    expect(&account, DOMAIN, Verdict::NotDone, &[(Fails, "domain", "www.example.com")]).await;
}

#[tokio::test]
async fn an_alias_to_something_else_says_what_that_is() {
    let target = "d-abcdefghij.execute-api.us-east-1.amazonaws.com";
    for (from, to, says) in [
        ("Z1UJRXOUMOOFQ8", "Z1", "neither that of your own zone"),
        (target, "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", "The API's own address"),
        (target, "d1.cloudfront.net", "such as your website's"),
        (target, "s3-website-us-east-1.amazonaws.com", target),
    ] {
        let account = solved().edited(RECORDS, from, to);
        expect(&account, ALIAS, Verdict::NotDone, &[(Fails, "record", says)]).await;
    }
    let cname = "<ListResourceRecordSetsResponse><ResourceRecordSets><ResourceRecordSet><Name>api.example.com.</Name>
        <Type>CNAME</Type><TTL>300</TTL><ResourceRecords><ResourceRecord><Value>d-abcdefghij.execute-api.us-east-1.amazonaws.com</Value>
        </ResourceRecord></ResourceRecords></ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated>
        <MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    let account = solved().answers_to(RECORDS, "name=api.example.com", ok(cname));
    expect(&account, ALIAS, Verdict::NotDone, &[(Fails, "record", "it is no alias")]).await;
}

#[tokio::test]
async fn what_the_target_shows_while_aws_is_still_working_is_not_ready() {
    let unnamed =
        World::solved().presents("api.example.com", Presented::For(&["*.execute-api.us-east-1.amazonaws.com"]));
    let expected = [(NotReady, "reached", "a certificate for *.execute-api.us-east-1.amazonaws.com")];
    expect(&solved().amid(unnamed.open()), DOMAIN, Verdict::NotReady, &expected).await;
    let unmapped = World::solved().replies(PAGE, World::api_answer("403 Forbidden", &[], r#"{"message":"Forbidden"}"#));
    let expected = [(NotReady, "reached", "HTTP status 403, Forbidden")];
    expect(&solved().amid(unmapped.open()), DOMAIN, Verdict::NotReady, &expected).await;
}

const EVERYONE: &[&str] = &["Access-Control-Allow-Origin: *"];
const ONE: &str = r#"[{"id": 1, "title": "One", "description": "The first"}]"#;

#[tokio::test]
async fn the_api_must_answer_with_articles_that_the_website_may_read() {
    let ok_with = |body: &str| World::api_answer("200 OK", EVERYONE, body);
    let origin = |origin: &str| World::api_answer("200 OK", &[&format!("Access-Control-Allow-Origin: {origin}")], ONE);
    let error = |status: &str, message: &str| World::api_answer(status, &[], &format!(r#"{{"message": "{message}"}}"#));
    let twice = serde_json::json!(ONE).to_string();
    for (reply, says) in [
        (World::api_answer("200 OK", &[], ONE), "without that header"),
        (origin("https://example.com/"), "without a slash at its end"),
        (origin("https://www.example.com"), "Access-Control-Allow-Origin: https://www.example.com"),
        (World::api_answer("200 OK", &[EVERYONE[0], EVERYONE[0]], ONE), "Access-Control-Allow-Origin: *, *"),
        (ok_with("[]"), "an empty array"),
        (ok_with(r#"[{"id": 1, "title": "One"}]"#), "no description"),
        (ok_with(r#"[{"title": "One", "description": ""}]"#), "no id"),
        (ok_with(r#"[{"id": {"N": "1"}, "title": {"S": "One"}, "description": {"S": ""}}]"#), "document client"),
        (ok_with(&twice), "Call JSON.stringify"),
        (ok_with(r#""Hello from Lambda!""#), "the code that the console puts into a new function"),
        (ok_with(r#"{"statusCode": 200, "body": "[]"}"#), "Turn on Lambda proxy integration"),
        (ok_with(r#"{"chapters": []}"#), "a JSON object, not an array"),
        (ok_with("<p>hello"), "no JSON"),
        (error("403 Forbidden", "Forbidden"), "Check the base path mapping"),
        (error("403 Forbidden", "Missing Authentication Token"), "deploy the API again"),
        (error("401 Unauthorized", "Unauthorized"), "Everyone may read the articles"),
        (error("404 Not Found", "Not Found"), "an HTTP API"),
        (error("500 Internal Server Error", "Internal server error"), "The integration of the method is broken"),
        (error("502 Bad Gateway", "Internal server error"), "Look at its log group"),
        (error("504 Gateway Timeout", "Endpoint request timed out"), "took too long"),
        (World::cloudfront_page(), "an answer that is not the API's"),
    ] {
        let account = solved().amid(World::solved().replies(PAGE, reply).open());
        expect(&account, ALIAS, Verdict::NotDone, &[(Fails, "answers", says)]).await;
    }
    for reply in [ok_with(ONE), origin("https://example.com")] {
        let account = solved().amid(World::solved().replies(PAGE, reply).open());
        expect(&account, ALIAS, Verdict::Done, &[(Holds, "answers", "HTTP status 200, 1 article")]).await;
    }
    let busy = solved().amid(World::solved().replies(PAGE, error("429 Too Many Requests", "Too Many Requests")).open());
    expect(&busy, ALIAS, Verdict::CannotTell, &[(CannotTell, "answers", "on AWS's side")]).await;
    let portal = Reply::page("200 OK", &["Content-Type: application/json"], ONE);
    let account = solved().amid(World::solved().replies(PAGE, portal).open());
    expect(&account, ALIAS, Verdict::CannotTell, &[(CannotTell, "answers", "not AWS answered")]).await;
}

#[tokio::test]
async fn a_name_that_resolvers_do_not_know_yet_is_not_ready() {
    use crate::outside::dns::RecordKind::A;
    use crate::testing::Said;
    let world = World::solved().resolver_says("api.example.com", A, Said::Records(&[]));
    expect(&solved().amid(world.open()), ALIAS, Verdict::NotReady, &[(NotReady, "public", "no A record")]).await;
}

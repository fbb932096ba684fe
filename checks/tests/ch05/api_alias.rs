//! 5.8: an alias record for the API's name, and the name in the DNS.

use crate::outside::dns::RecordKind::A;
use crate::tests::*;
use ClauseVerdict::{Fails, NotReady};

const SLUG: &str = "ch05/api_alias";
const GET: &str = "apigateway:GetDomainName";
const RECORDS: &str = "route53:ListResourceRecordSets";

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
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "record", says)]).await;
    }
    let cname = "<ListResourceRecordSetsResponse><ResourceRecordSets><ResourceRecordSet><Name>api.example.com.</Name>
        <Type>CNAME</Type><TTL>300</TTL><ResourceRecords><ResourceRecord><Value>d-abcdefghij.execute-api.us-east-1.amazonaws.com</Value>
        </ResourceRecord></ResourceRecords></ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated>
        <MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    let account = solved().answers_to(RECORDS, "name=api.example.com", ok(cname));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "record", "it is no alias")]).await;
}

#[tokio::test]
async fn each_kind_of_endpoint_has_its_own_target() {
    let edge = solved().answers_to(GET, "//apigateway.us-east-1.", ok(apigateway::EDGE_DOMAIN));
    let still_regional = "d2abc.cloudfront.net (hosted zone Z2FDTNDATAQYW2)";
    expect(&edge, SLUG, Verdict::NotDone, &[(Fails, "record", still_regional)]).await;
    let moved = edge
        .edited(RECORDS, "d-abcdefghij.execute-api.us-east-1.amazonaws.com", "D2abc.CloudFront.net")
        .edited(RECORDS, "Z1UJRXOUMOOFQ8", "Z2FDTNDATAQYW2");
    expect(&moved, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_domain_name_of_another_name_is_named() {
    let account = solved().refuses(GET, (404, "NotFoundException"), "none").edited(
        "apigateway:GetDomainNames",
        "api.example.com",
        "apis.example.com",
    );
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "domain", "a custom domain name apis.example.com")]).await;
}

#[tokio::test]
async fn a_domain_name_without_a_target_yet_is_waited_for() {
    let target = r#""regionalDomainName": "d-abcdefghij.execute-api.us-east-1.amazonaws.com", "#;
    let account = solved().edited(GET, target, "").edited(GET, "AVAILABLE", "UPDATING");
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "record", "AWS is still making it")]).await;
}

#[tokio::test]
async fn a_name_that_resolvers_do_not_know_yet_is_not_ready() {
    let world = World::solved().resolver_says("api.example.com", A, Said::Records(&[]));
    expect(&solved().amid(world.open()), SLUG, Verdict::NotReady, &[(NotReady, "public", "no A record")]).await;
}

//! 7.2: a record for the name of the sign-in pages, and the name in the DNS.

use crate::outside::dns::RecordKind::A;
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady};

const SLUG: &str = "ch07/auth_alias";
const DOMAIN: &str = "cognito-idp:DescribeUserPoolDomain";
const RECORDS: &str = "route53:ListResourceRecordSets";
const ZONE: &str = ">Z2FDTNDATAQYW2</HostedZoneId>\n        <DNSName>d2pool";
const TARGET: &str = "d2pool.cloudfront.net";

/// The zone with this record of type CNAME instead of the alias.
fn with_cname(value: &str) -> Account {
    let cname = route53::VALIDATION_RECORD.replace("_aaa.", "auth.").replace("_bbb.acm-validations.aws", value);
    solved().answers_to(RECORDS, "name=auth.example.com", ok(cname))
}

#[tokio::test]
async fn an_alias_to_something_else_says_what_that_is() {
    for (from, to, says) in [
        (ZONE, ">Z1</HostedZoneId>\n        <DNSName>d2pool", "That of every distribution is Z2FDTNDATAQYW2"),
        (TARGET, "d1.cloudfront.net", "such as your website's"),
        (TARGET, "my-site.auth.us-east-1.amazoncognito.com", "refuses visitors of other names"),
        (TARGET, "s3-website-us-east-1.amazonaws.com", TARGET),
    ] {
        let account = solved().edited(RECORDS, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "record", says)]).await;
    }
}

#[tokio::test]
async fn names_have_no_case_and_no_final_dot() {
    let account = solved().edited(RECORDS, "d2pool.cloudfront.net.", "D2Pool.CloudFront.NET");
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_cname_record_to_the_target_is_right_and_one_to_elsewhere_is_not() {
    expect(&with_cname(TARGET), SLUG, Verdict::Done, &[(Holds, "record", "a CNAME record are charged")]).await;
    let elsewhere = with_cname("my-site.auth.us-east-1.amazoncognito.com");
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "record", "amazoncognito.com")]).await;
}

#[tokio::test]
async fn visitors_with_ipv6_are_led_to_the_same_place() {
    let begin = route53::AUTH_RECORD.find("<ResourceRecordSet>").expect("a record");
    let end = route53::AUTH_RECORD.find("</ResourceRecordSets>").expect("the end of the records");
    let record = &route53::AUTH_RECORD[begin..end];
    let both = |host: &str| {
        let aaaa = record.replace("<Type>A<", "<Type>AAAA<").replace(TARGET, host);
        let answer = route53::AUTH_RECORD.replace(record, &format!("{record}{aaaa}"));
        solved().answers_to(RECORDS, "name=auth.example.com", ok(answer))
    };
    expect(&both(TARGET), SLUG, Verdict::Done, &[(Holds, "ipv6", TARGET)]).await;
    let elsewhere = both("d1.cloudfront.net");
    let expected = [(Holds, "record", TARGET), (Fails, "ipv6", "such as your website's")];
    expect(&elsewhere, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_domain_without_a_target_yet_is_waited_for() {
    let target = r#""CloudFrontDistribution": "d2pool.cloudfront.net","#;
    let account = solved().edited(DOMAIN, target, "").edited(DOMAIN, "ACTIVE", "CREATING");
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "record", "AWS is still making it")]).await;
}

#[tokio::test]
async fn a_pool_without_the_domain_and_a_name_that_nobody_knows_yet() {
    let account = solved().with(cognito::without_domain);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "domain", "Exercise 7.1 creates it.")]).await;
    let world = World::solved().resolver_says("auth.example.com", A, Said::Records(&[]));
    expect(&solved().amid(world.open()), SLUG, Verdict::NotReady, &[(NotReady, "public", "no A record")]).await;
}

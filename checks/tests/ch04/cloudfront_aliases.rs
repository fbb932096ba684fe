//! 4.8: how Route 53 may spell an alias to a distribution, and what is not one.

use crate::tests::*;
use ClauseVerdict::{Fails, Skipped};

const SLUG: &str = "ch04/cloudfront_aliases";
const RECORDS: &str = "route53:ListResourceRecordSets";

#[tokio::test]
async fn names_have_no_case_and_may_end_in_a_dot() {
    for (from, to) in [
        ("d1.cloudfront.net.", "d1.cloudfront.net"),
        ("d1.cloudfront.net.", "D1.CloudFront.NET."),
        ("<Name>example.com.", "<Name>Example.COM."),
        ("<Name>example.com.", "<Name>example.com"),
    ] {
        expect(&solved().edited(RECORDS, from, to), SLUG, Verdict::Done, &[]).await;
    }
    let upper = solved().edited("cloudfront:ListDistributions", "d1.cloudfront.net", "D1.cloudfront.net");
    expect(&upper, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn an_alias_to_something_else_names_both() {
    for (from, to, says) in [
        ("d1.cloudfront.net.", "d2.cloudfront.net.", "d2.cloudfront.net (hosted zone Z2FDTNDATAQYW2)"),
        ("Z2FDTNDATAQYW2", "Z1", "d1.cloudfront.net (hosted zone Z1)"),
    ] {
        let account = solved().edited(RECORDS, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "ipv4", says), (Fails, "ipv6", says)]).await;
    }
}

#[tokio::test]
async fn without_ipv6_half_is_missing() {
    let account = solved().edited(RECORDS, "<Type>AAAA</Type>", "<Type>TXT</Type>");
    let advice = "Create a record of type AAAA with the name example.com";
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "ipv6", advice)]).await;
}

#[tokio::test]
async fn an_address_instead_of_an_alias_and_a_record_of_another_name_are_named() {
    let a_record = |name: &str| {
        ok(format!(
            "<ListResourceRecordSetsResponse><ResourceRecordSets><ResourceRecordSet><Name>{name}</Name><Type>A</Type>
            <TTL>300</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords>
            </ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems>
            </ListResourceRecordSetsResponse>"
        ))
    };
    let address = solved().answers_to(RECORDS, "name=example.com", a_record("example.com."));
    let expected = [(Fails, "ipv4", "example.com A 192.0.2.1"), (Fails, "ipv6", "example.com A 192.0.2.1")];
    expect(&address, SLUG, Verdict::NotDone, &expected).await;
    let www = solved().answers_to(RECORDS, "name=example.com", a_record("www.example.com."));
    let expected = [(Fails, "ipv4", "www.example.com A 192.0.2.1"), (Fails, "ipv6", "www.example.com A 192.0.2.1")];
    expect(&www, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn without_the_distribution_the_records_are_not_judged_and_the_zone_is() {
    let account = solved().edited("cloudfront:ListDistributions", "<CNAME>example.com", "<CNAME>example.org");
    let skipped = "needs: distribution";
    let expected = [(Fails, "distribution", "example.org"), (Skipped, "ipv4", skipped), (Skipped, "ipv6", skipped)];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

/// An account whose A records are these, each with its routing; those to the distribution are right.
fn routed(records: &[(&str, &str)]) -> Account {
    let record = |(index, (host, routing)): (usize, &(&str, &str))| {
        let zone = if *host == "d1.cloudfront.net" { "Z2FDTNDATAQYW2" } else { "Z3AQBSTGFYJSTF" };
        format!(
            "<ResourceRecordSet><Name>example.com.</Name><Type>A</Type><SetIdentifier>{index}</SetIdentifier>{routing}
             <AliasTarget><HostedZoneId>{zone}</HostedZoneId><DNSName>{host}.</DNSName>
             <EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>"
        )
    };
    let all: String = records.iter().enumerate().map(record).collect();
    let (before, after) = route53::ALIAS_RECORDS.split_once("</ResourceRecordSet>").unwrap();
    let (start, _) = before.split_once("<ResourceRecordSet>").unwrap();
    solved().answers_to(RECORDS, "name=example.com", ok(format!("{start}{all}{after}")))
}

const OURS: &str = "d1.cloudfront.net";
const OLD: &str = "s3-website-us-east-1.amazonaws.com";
const PRIMARY: &str = "<Failover>PRIMARY</Failover>";
const SECONDARY: &str = "<Failover>SECONDARY</Failover>";
const WATCHED: &str = "<Failover>PRIMARY</Failover><HealthCheckId>1</HealthCheckId>";

fn weight(weight: u8) -> String {
    format!("<Weight>{weight}</Weight>")
}

fn country(code: &str) -> String {
    format!("<GeoLocation><CountryCode>{code}</CountryCode></GeoLocation>")
}

fn region(name: &str) -> String {
    format!("<Region>{name}</Region>")
}

#[tokio::test]
async fn all_records_that_visitors_are_given_lead_to_the_distribution() {
    for records in [
        [(OLD, weight(0)), (OURS, weight(255))],
        [(OURS, weight(0)), (OURS, weight(0))],
        [(OURS, region("us-east-1")), (OURS, region("eu-west-1"))],
        [(OURS, country("DE")), (OURS, country("*"))],
        [(OURS, PRIMARY.into()), (OURS, SECONDARY.into())],
        // Nobody watches the primary, so the secondary is never given.
        [(OURS, PRIMARY.into()), (OLD, SECONDARY.into())],
    ] {
        let records: Vec<_> = records.iter().map(|(host, routing)| (*host, routing.as_str())).collect();
        expect(&routed(&records), SLUG, Verdict::Done, &[]).await;
    }
    let watched = routed(&[(OURS, WATCHED), (OLD, SECONDARY)]);
    expect(&watched, SLUG, Verdict::Done, &[(Skipped, "ipv4", "health check")]).await;
}

#[tokio::test]
async fn one_record_that_leads_some_visitors_elsewhere_is_named() {
    for (records, says) in [
        ([(OURS, weight(1)), (OLD, weight(1))], "weight 1: s3-website-us-east-1.amazonaws.com"),
        ([(OURS, weight(0)), (OLD, weight(0))], "weight 0: s3-website-us-east-1.amazonaws.com"),
        ([(OURS, region("us-east-1")), (OLD, region("eu-west-1"))], "visitors near eu-west-1"),
        ([(OURS, country("*")), (OLD, country("DE"))], "visitors in DE"),
        ([(OURS, country("DE")), (OURS, country("FR"))], "visitors in DE, FR alone"),
        ([(OLD, PRIMARY.into()), (OURS, SECONDARY.into())], "primary: s3-website"),
    ] {
        let records: Vec<_> = records.iter().map(|(host, routing)| (*host, routing.as_str())).collect();
        expect(&routed(&records), SLUG, Verdict::NotDone, &[(Fails, "ipv4", says)]).await;
    }
}

#[tokio::test]
async fn a_distribution_that_is_off_answers_no_record() {
    let list = "cloudfront:ListDistributions";
    let v4 = solved().edited(list, "<IsIPV6Enabled>true", "<IsIPV6Enabled>false");
    expect(&v4, SLUG, Verdict::NotDone, &[(Fails, "ipv6", "with IPv6 off")]).await;
    let off = solved().edited(list, "<Enabled>true", "<Enabled>false");
    expect(&off, SLUG, Verdict::NotDone, &[(Fails, "enabled", "disabled")]).await;
}

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

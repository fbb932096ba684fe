//! 4.7: a distribution on its way, the settings that beginners miss, and answers that leave something out.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady};

const SLUG: &str = "ch04/cloudfront_distribution";
const DISTRIBUTION: &str = "cloudfront:GetDistribution";
const LIST: &str = "cloudfront:ListDistributions";
const CONTROL: &str = "cloudfront:GetOriginAccessControl";
const S3_ORIGIN: &str = "<S3OriginConfig><OriginAccessIdentity></OriginAccessIdentity></S3OriginConfig>";
const CONTROL_ID: &str = "<OriginAccessControlId>EACCESS</OriginAccessControlId>";

/// Everything beyond the distribution itself is skipped without it.
async fn expect_none(account: &Account, verdict: Verdict, expected: Expected<'_>) {
    let findings = check(account, SLUG).await;
    assert_eq!(findings.verdict(), verdict, "{findings:#?}");
    let first = finding(&findings, "distribution");
    assert!(first.verdict == expected.0 && says(first, expected.2), "{first:#?}");
    assert!(findings.0[1..].iter().all(|finding| finding.verdict == ClauseVerdict::Skipped));
}

#[tokio::test]
async fn a_distribution_being_deployed_waits_and_says_how_long() {
    let account = solved().edited(DISTRIBUTION, "<Status>Deployed", "<Status>InProgress");
    let wait = "usually about 5 minutes, at the longest about 35 minutes; look again in 1 minute";
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "deployed", wait)]).await;
}

#[tokio::test]
async fn one_setting_changed_is_one_clause_lost() {
    for (from, to, clause, found) in [
        ("<Enabled>true", "<Enabled>false", "enabled", "disabled"),
        (CONTROL_ID, "", "access", "no origin access control"),
        (CONTROL_ID, "<OriginAccessControlId></OriginAccessControlId>", "access", "no origin access control"),
        ("TLSv1.2_2021", "TLSv1.1_2016", "tls", "TLSv1.1_2016"),
        ("TLSv1.2_2021", "TLSv1_2016", "tls", "TLSv1_2016"),
        ("TLSv1.2_2021", "TLSv1", "tls", "TLSv1"),
        ("TLSv1.2_2021", "SSLv3", "tls", "SSLv3"),
        ("redirect-to-https", "https-only", "redirect", "https-only"),
        ("<DefaultRootObject>index.html", "<DefaultRootObject>/index.html", "root", "/index.html"),
        ("certificate/1", "certificate/9", "certificate", "certificate/9"),
        ("<OriginPath>", "<OriginPath>/site", "origin", "with the origin path /site"),
        ("example.com.s3.us-east-1", "example.com-logs.s3.us-east-1", "origin", "example.com-logs.s3"),
        ("example.com.s3.us-east-1", "example.com.s3-website-us-east-1", "origin", "s3-website"),
    ] {
        expect(&solved().edited(DISTRIBUTION, from, to), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
}

#[tokio::test]
async fn settings_as_good_as_the_books_are_good() {
    for (from, to) in [
        ("TLSv1.2_2021", "TLSv1.2_2018"),
        ("TLSv1.2_2021", "TLSv1.3_2025"),
        ("example.com.s3.us-east-1", "example.com.s3"),
        ("example.com.s3.us-east-1", "Example.com.S3.us-east-1"),
        ("<Status>Deployed", "<Status>deployed"),
    ] {
        expect(&solved().edited(DISTRIBUTION, from, to), SLUG, Verdict::Done, &[]).await;
    }
    let upper = solved().edited(LIST, "<CNAME>example.com", "<CNAME>EXAMPLE.COM");
    expect(&upper, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn cloudfronts_own_certificate_is_for_no_domain_of_the_learners() {
    let account = solved().answers(DISTRIBUTION, ok(default_certificate()));
    let expected = [(Fails, "certificate", "*.cloudfront.net"), (Fails, "tls", "TLSv1")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

fn default_certificate() -> String {
    let (head, rest) = cloudfront::DISTRIBUTION.split_once("<ViewerCertificate>").unwrap();
    let (_, tail) = rest.split_once("</ViewerCertificate>").unwrap();
    let own = "<CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate>";
    format!(
        "{head}<ViewerCertificate>{own}<MinimumProtocolVersion>TLSv1</MinimumProtocolVersion></ViewerCertificate>{tail}"
    )
}

#[tokio::test]
async fn the_access_control_must_be_one_for_s3_that_signs() {
    let signing = |from, to| solved().edited(CONTROL, from, to);
    let never = signing("always", "never");
    expect(&never, SLUG, Verdict::NotDone, &[(Fails, "access", "one for s3 with the signing behavior never")]).await;
    let lambda = signing(">s3<", ">lambda<");
    expect(&lambda, SLUG, Verdict::NotDone, &[(Fails, "access", "one for lambda")]).await;
    expect(&signing("always", "no-override"), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_website_endpoint_is_a_web_server_and_no_bucket() {
    let custom = "<CustomOriginConfig><HTTPPort>80</HTTPPort><HTTPSPort>443</HTTPSPort>
        <OriginProtocolPolicy>http-only</OriginProtocolPolicy></CustomOriginConfig>";
    let account = solved().edited(DISTRIBUTION, S3_ORIGIN, custom).edited(DISTRIBUTION, CONTROL_ID, "");
    let no_control = (Fails, "access", "no origin access control");
    // The bucket's own endpoint too, when CloudFront treats it as a web server.
    let expected = [(Fails, "origin", "example.com.s3.us-east-1.amazonaws.com"), no_control];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let website = account.edited(DISTRIBUTION, "example.com.s3.us-east-1", "example.com.s3-website-us-east-1");
    let expected = [(Fails, "origin", "example.com.s3-website-us-east-1.amazonaws.com"), no_control];
    expect(&website, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn of_an_origin_group_the_first_member_counts() {
    let group = "<OriginGroups><Quantity>1</Quantity><Items><OriginGroup><Id>both</Id>
        <FailoverCriteria><StatusCodes><Quantity>1</Quantity><Items><StatusCode>500</StatusCode></Items></StatusCodes></FailoverCriteria>
        <Members><Quantity>2</Quantity><Items><OriginGroupMember><OriginId>website</OriginId></OriginGroupMember>
        <OriginGroupMember><OriginId>other</OriginId></OriginGroupMember></Items></Members></OriginGroup></Items></OriginGroups>";
    let account = solved().edited(DISTRIBUTION, "<OriginGroups><Quantity>0</Quantity></OriginGroups>", group).edited(
        DISTRIBUTION,
        "<TargetOriginId>website",
        "<TargetOriginId>both",
    );
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn an_answer_that_leaves_out_what_aws_always_sends_tells_nothing() {
    let account = solved().edited(DISTRIBUTION, S3_ORIGIN, "");
    let origin = [(CannotTell, "origin", "CustomOriginConfig"), (CannotTell, "access", "CustomOriginConfig")];
    expect(&account, SLUG, Verdict::CannotTell, &origin).await;
    let reason = finding(&check(&account, SLUG).await, "origin").reason.clone().unwrap();
    assert_eq!((reason.kind, reason.operation.as_str()), ("not_implemented", DISTRIBUTION));
    let target = [(CannotTell, "origin", "origin of the default"), (CannotTell, "access", "origin of the default")];
    let account = solved().edited(DISTRIBUTION, "<TargetOriginId>website", "<TargetOriginId>gone");
    expect(&account, SLUG, Verdict::CannotTell, &target).await;
}

#[tokio::test]
async fn the_list_of_distributions_is_read_to_its_end_and_may_be_empty() {
    let nothing = "<DistributionList><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated>
        <Quantity>0</Quantity></DistributionList>";
    expect_none(
        &solved().answers(LIST, ok(nothing)),
        Verdict::NotDone,
        (Fails, "distribution", "nothing of that name"),
    )
    .await;
    let more = "<IsTruncated>true</IsTruncated><NextMarker>E0</NextMarker>";
    let first = nothing.replace("<IsTruncated>false</IsTruncated>", more);
    let account = solved().answers(LIST, ok(first)).answers_to(LIST, "Marker=E0", ok(cloudfront::DISTRIBUTIONS));
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_distribution_without_the_name_is_named() {
    let one = "<Aliases><Quantity>1</Quantity><Items><CNAME>example.com</CNAME></Items></Aliases>";
    let none = solved().edited(LIST, one, "<Aliases><Quantity>0</Quantity></Aliases>");
    expect_none(
        &none,
        Verdict::NotDone,
        (Fails, "distribution", "E1 of your bucket, without an alternate domain name"),
    )
    .await;
    let www = solved().edited(LIST, "<CNAME>", "<CNAME>www.");
    expect_none(&www, Verdict::NotDone, (Fails, "distribution", "E1 of your bucket, for www.example.com")).await;
    let elsewhere = www.edited(LIST, "example.com.s3.us-east-1.amazonaws.com", "api.example.com");
    expect_none(&elsewhere, Verdict::NotDone, (Fails, "distribution", "the distribution E1 for www.example.com")).await;
}

#[tokio::test]
async fn refused_certificates_leave_the_distribution_judged() {
    let refused = error("acm:ListCertificates", (400, "AccessDeniedException"), "no identity-based policy allows it");
    let account = solved().answers("acm:ListCertificates", refused);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "certificate", r#""Action":"acm:ListCertificates""#)])
        .await;
}

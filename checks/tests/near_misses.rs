//! Where a missing thing is looked for, and that a near miss that cannot be read neither hides the miss nor turns it.

use super::*;
use ClauseVerdict::Fails;

const ZONES: &str = "route53:ListHostedZonesByName";
const RECORDS: &str = "route53:ListResourceRecordSets";
const NO_RECORDS: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets></ResourceRecordSets>\
    <IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
const PRIVATE: &str = "<HostedZone><Id>/hostedzone/Z9</Id><Name>example.com.</Name><CallerReference>9</CallerReference>
    <Config><PrivateZone>true</PrivateZone></Config><ResourceRecordSetCount>3</ResourceRecordSetCount></HostedZone>";

/// The first finding that fails; there must be one.
async fn first_failure(account: &Account, slug: &str) -> Finding {
    let findings = check(account, slug).await;
    assert_eq!(findings.verdict(), Verdict::NotDone, "{findings:#?}");
    findings.0.into_iter().find(|finding| finding.verdict == Fails).expect("one that fails")
}

/// The alias records lie in a private zone beside the public one.
fn in_private_zone() -> Account {
    solved()
        .edited(ZONES, "</HostedZones>", &format!("{PRIVATE}</HostedZones>"))
        .answers(RECORDS, ok(NO_RECORDS))
        .answers_to(RECORDS, "/hostedzone/Z9/", ok(route53::ALIAS_RECORDS))
}

#[tokio::test]
async fn a_record_in_another_zone_of_the_name_is_named() {
    let finding = first_failure(&in_private_zone(), "ch04/cloudfront_aliases").await;
    assert!(says(&finding, "in the private hosted zone Z9 for example.com"), "{finding:#?}");
    assert!(says(&finding, "The world asks the public hosted zone Z1"), "{finding:#?}");
}

#[tokio::test]
async fn a_certificate_for_a_name_like_the_domain_is_named() {
    let list = r#"{"CertificateSummaryList": [{"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/9",
        "DomainName": "exmaple.com", "SubjectAlternativeNameSummaries": ["exmaple.com", "*.exmaple.com"]}]}"#;
    let account = solved().answers_to("acm:ListCertificates", "//acm.us-east-1.", ok(list));
    let finding = first_failure(&account, "ch04/acm_certificate").await;
    assert!(says(&finding, "a certificate for exmaple.com"), "{finding:#?}");
}

#[tokio::test]
async fn whom_a_bucket_policy_is_for_instead_is_named() {
    let policy = |principal: &str| {
        format!(
            r#"{{"Statement": [{{"Sid": "Mine", "Effect": "Allow", "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::example.com/*", "Principal": {principal}}}]}}"#
        )
    };
    let identity = "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2";
    for (principal, text) in [
        (
            r#"{"AWS": "arn:aws:iam::123456789012:user/me"}"#,
            "the statement Mine is for arn:aws:iam::123456789012:user/me",
        ),
        (&format!(r#"{{"AWS": "{identity}"}}"#), identity),
        (&format!(r#"{{"AWS": "{identity}"}}"#), "put the bucket policy that the distribution offers"),
        (r#"{"Service": "s3.amazonaws.com"}"#, "the statement Mine is for s3.amazonaws.com"),
    ] {
        let account = solved().answers("s3:GetBucketPolicy", ok(policy(principal)));
        let finding = first_failure(&account, "ch04/cloudfront_distribution").await;
        assert!(says(&finding, text), "{finding:#?}");
    }
    let account = website().answers("s3:GetBucketPolicy", ok(policy(r#"{"AWS": "210987654321"}"#)));
    let finding = first_failure(&account, "ch04/s3_website_hosting").await;
    assert!(says(&finding, "the statement Mine is for 210987654321"), "{finding:#?}");
}

#[tokio::test]
async fn another_account_beside_the_distribution_is_a_stranger_and_an_old_identity_is_none() {
    let beside = |principal: &str| {
        let more = format!(
            r#", {{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example.com/*",
            "Principal": {{"AWS": "{principal}"}}}}]"#
        );
        solved().edited("s3:GetBucketPolicy", "]", &more)
    };
    let finding = first_failure(&beside("arn:aws:iam::210987654321:root"), "ch04/cloudfront_distribution").await;
    assert!(says(&finding, "lets arn:aws:iam::210987654321:root in too"), "{finding:#?}");
    for own in ["arn:aws:iam::123456789012:root", "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2"] {
        expect(&beside(own), "ch04/cloudfront_distribution", Verdict::Done, &[]).await;
    }
}

/// Each of these reads is made for a near miss alone. Refused, the miss stays a miss.
#[tokio::test]
async fn a_near_miss_that_cannot_be_read_leaves_the_miss() {
    let no_zone = solved().answers(ZONES, ok(route53::HOSTED_ZONES.replace(">example.com.<", ">example.net.<")));
    let no_bucket = || website().edited("s3:ListBuckets", "<Name>example.com</Name>", "<Name>photos.net</Name>");
    let no_object = website().answers("s3:HeadObject", status(404, ""));
    let no_certificate = solved().answers_to("acm:ListCertificates", "//acm.us-east-1.", ok(acm::NO_CERTIFICATES));
    for (account, slug) in [
        (no_zone.answers_to(ZONES, "hostedzonesbyname?maxitems", Answer::Refused), "ch04/domain_registration"),
        (no_bucket().answers("s3:GetBucketLocation", Answer::Refused), "ch04/s3_website_hosting"),
        (no_object.answers("s3:ListObjectsV2", Answer::Refused), "ch04/s3_website_hosting"),
        (
            no_certificate.answers_to("acm:ListCertificates", "//acm.eu-west-1.", Answer::Refused),
            "ch04/acm_certificate",
        ),
        (in_private_zone().answers_to(RECORDS, "/hostedzone/Z9/", Answer::Refused), "ch04/cloudfront_aliases"),
    ] {
        let finding = first_failure(&account, slug).await;
        assert!(says(&finding, "nothing of that name"), "{slug}: {finding:#?}");
    }
}

/// A bucket that is only like the learner's says nothing about it, whether its region can be read or not.
#[tokio::test]
async fn a_bucket_of_a_similar_name_that_cannot_be_read_hides_nothing() {
    let beside = website()
        .edited(
            "s3:ListBuckets",
            "<Bucket><Name>example.com",
            "<Bucket><Name>www.example.com</Name></Bucket><Bucket><Name>example.com",
        )
        .answers("s3:GetBucketLocation", Answer::Refused);
    expect(&beside, "ch04/s3_website_hosting", Verdict::Done, &[]).await;
}

/// Nothing of the book is in this account but the function, in another region.
fn with_a_function_elsewhere() -> Account {
    let zones = "<ListHostedZonesByNameResponse><HostedZones></HostedZones><IsTruncated>false</IsTruncated>\
        <MaxItems>100</MaxItems></ListHostedZonesByNameResponse>";
    let there = r#"{"Functions": [{"FunctionName": "get-chapters"}]}"#;
    Account::empty()
        .answers("s3:ListBuckets", ok("<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>"))
        .answers(ZONES, ok(zones))
        .answers("apigateway:GetRestApis", ok(r#"{"item": []}"#))
        .refuses("lambda:GetFunction", (404, "ResourceNotFoundException"), "Function not found")
        .answers("lambda:ListFunctions", ok(r#"{"Functions": []}"#))
        .answers_to("lambda:ListFunctions", "//lambda.eu-west-1.", ok(there))
}

/// A check of all exercises does not search every region for what nobody has begun.
#[tokio::test]
async fn a_sparing_account_is_searched_once_something_was_built() {
    const SLUG: &str = "ch05/get_chapters_function";
    let found = async |account: &Account, sparing: bool| {
        let aws = if sparing { account.open().sparing() } else { account.open() };
        let findings = crate::check(SLUG, &aws, &example()).await.expect("a verifier");
        let first = findings.0.into_iter().next().expect("a finding");
        (says(&first, "eu-west-1"), aws.sent().len())
    };
    let account = with_a_function_elsewhere();
    assert!(found(&account, false).await.0, "one exercise is worth a search");
    let (named, calls) = found(&account, true).await;
    assert!(!named && calls < 10, "{calls} calls");
    let begun = account.answers(
        "s3:ListBuckets",
        ok("<ListAllMyBucketsResult><Buckets><Bucket><Name>b</Name>\
        <CreationDate>2026-01-01T00:00:00Z</CreationDate><BucketRegion>us-east-1</BucketRegion></Bucket></Buckets>\
        </ListAllMyBucketsResult>"),
    );
    assert!(found(&begun, true).await.0, "a bucket is a beginning");
}

//! Which calls each exercise costs, written out so that a new one shows in review; and each is sent once.

use super::*;
use crate::aws::operation::OPERATIONS;

/// The operations that check each exercise in a real account where it is done, sorted.
pub const CALLS: &[(&str, &[&str])] = &[
    (
        "ch04/acm_certificate",
        &[
            "acm:DescribeCertificate",
            "acm:ListCertificates",
            "route53:ListHostedZonesByName",
            "route53:ListResourceRecordSets",
        ],
    ),
    ("ch04/aws_account", &["iam:GetAccountSummary", "iam:ListMFADevices", "sts:GetCallerIdentity"]),
    (
        "ch04/cloudfront_aliases",
        &["cloudfront:ListDistributions", "route53:ListHostedZonesByName", "route53:ListResourceRecordSets"],
    ),
    (
        "ch04/cloudfront_distribution",
        &[
            "acm:DescribeCertificate",
            "acm:ListCertificates",
            "cloudfront:GetDistribution",
            "cloudfront:GetOriginAccessControl",
            "cloudfront:ListDistributions",
            "s3:GetBucketPolicy",
            "s3:ListBuckets",
        ],
    ),
    (
        "ch04/domain_registration",
        &["route53:GetHostedZone", "route53:ListHostedZonesByName", "route53domains:GetDomainDetail"],
    ),
    (
        "ch04/s3_website_hosting",
        &[
            "s3:GetBucketPolicy",
            "s3:GetBucketWebsite",
            "s3:GetPublicAccessBlock",
            "s3:HeadObject",
            "s3:ListBuckets",
            "s3control:GetPublicAccessBlock",
        ],
    ),
    (
        "ch04/s3_website_hosting_off",
        &["s3:GetBucketPolicy", "s3:GetBucketWebsite", "s3:GetPublicAccessBlock", "s3:HeadObject", "s3:ListBuckets"],
    ),
    ("ch04/s3_website_record", &["route53:ListHostedZonesByName", "route53:ListResourceRecordSets", "s3:ListBuckets"]),
];

/// What is sent in other states alone: in the practice account, during a registration, and to find near misses.
const IN_OTHER_STATES: &[&str] =
    &["iam:ListUsers", "route53domains:ListOperations", "s3:GetBucketLocation", "s3:ListObjectsV2"];

#[test]
fn the_table_of_operations_holds_what_is_used_and_nothing_else() {
    let mut used: Vec<_> = CALLS.iter().flat_map(|(_, calls)| *calls).chain(IN_OTHER_STATES).copied().collect();
    used.sort_unstable();
    used.dedup();
    let mut table: Vec<_> = OPERATIONS.iter().map(|operation| operation.label).collect();
    table.sort_unstable();
    assert_eq!(used, table);
}

#[tokio::test]
async fn an_exercise_that_is_done_costs_these_calls_and_no_other() {
    for (slug, calls) in CALLS {
        let aws = solved::solved_for(slug).open();
        let findings = crate::check(slug, &aws, &example()).await.unwrap();
        assert_eq!(findings.verdict(), Verdict::Done, "{slug}: {findings:#?}");
        let mut sent = aws.sent();
        sent.sort_unstable();
        assert_eq!(sent, *calls, "{slug}");
    }
}

#[tokio::test]
async fn all_exercises_in_one_run_send_each_distinct_request_once() {
    let account = solved::solved();
    let aws = account.open();
    for (slug, _) in CALLS {
        crate::check(slug, &aws, &example()).await.unwrap();
    }
    let mut asked = account.asked();
    assert_eq!(asked.len(), aws.sent().len());
    asked.sort_unstable();
    let distinct: Vec<_> = asked.chunk_by(|a, b| a == b).map(|same| (same.len(), &same[0])).collect();
    assert!(distinct.iter().all(|(times, _)| *times == 1), "{distinct:#?}");
}

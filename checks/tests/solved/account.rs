//! All that an account answers in which chapters 4 to 6 are done: here, and in the server for many accounts of the tests
//! of the whole program.

#[path = "api.rs"]
pub mod api;
#[path = "domain.rs"]
pub mod domain;
#[path = "function.rs"]
pub mod function;
#[path = "role.rs"]
pub mod role;
#[path = "site.rs"]
pub mod site;
#[path = "table.rs"]
pub mod table;

use super::answers::*;
use crate::doubles::{Account, Answer, ok};

pub const NONE: &str = "There is none";

/// The account after exercise 6.10.
pub fn after_chapter_6(empty: Account) -> Account {
    [site::with, api::with, domain::with, function::with, role::with, table::with]
        .into_iter()
        .fold(chapter_4(empty), |account, add| add(account))
}

fn chapter_4(empty: Account) -> Account {
    empty
        .answers("sts:GetCallerIdentity", ok(CALLER))
        .answers("iam:GetAccountSummary", ok(ACCOUNT_SUMMARY))
        .answers("iam:ListMFADevices", ok(MFA_DEVICES))
        .answers("route53:ListHostedZonesByName", ok(HOSTED_ZONES))
        .answers("route53:GetHostedZone", ok(HOSTED_ZONE))
        .answers_to("route53:ListResourceRecordSets", "name=example.com", ok(ALIAS_RECORDS))
        .answers_to("route53:ListResourceRecordSets", "name=_aaa.example.com", ok(VALIDATION_RECORD))
        .answers("route53domains:GetDomainDetail", ok(DOMAIN))
        .answers("s3:ListBuckets", ok(BUCKETS))
        .answers("s3:HeadObject", Answer::Http { status: 200, headers: INDEX_HEADERS, body: String::new() })
        .answers("s3:GetPublicAccessBlock", ok(public_access(true)))
        .refuses("s3control:GetPublicAccessBlock", (404, "NoSuchPublicAccessBlockConfiguration"), NONE)
        .refuses("s3:GetBucketWebsite", (404, "NoSuchWebsiteConfiguration"), NONE)
        .answers("s3:GetBucketPolicy", ok(DISTRIBUTION_READS))
        .answers("acm:ListCertificates", ok(NO_CERTIFICATES))
        .answers_to("acm:ListCertificates", "//acm.us-east-1.", ok(CERTIFICATES))
        .answers("acm:DescribeCertificate", ok(CERTIFICATE))
        .answers("cloudfront:ListDistributions", ok(DISTRIBUTIONS))
        .answers("cloudfront:GetDistribution", ok(DISTRIBUTION))
        .answers("cloudfront:GetOriginAccessControl", ok(ACCESS_CONTROL))
}

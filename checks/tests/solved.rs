//! A real account in which chapters 4 to 6 are done, as AWS answers for it; tests change an answer or two.

pub mod api;
mod domain;
mod function;
pub mod role;
pub mod site;
pub mod table;

use std::sync::LazyLock;

use super::answers::*;
use crate::aws::Outside;
use crate::doubles::{Account, Answer, World, ok};

const NONE: &str = "There is none";

/// The worlds that no test changes are opened once.
static AFTER_4_8: LazyLock<Outside> = LazyLock::new(|| World::solved().open());
static AFTER_4_4: LazyLock<Outside> = LazyLock::new(|| World::website().open());

/// The account after exercise 6.10: the bucket is private, and the distribution serves it.
pub fn solved() -> Account {
    [site::with, api::with, domain::with, function::with, role::with, table::with]
        .into_iter()
        .fold(chapter_4(), |account, add| add(account))
}

fn chapter_4() -> Account {
    Account::empty()
        .amid(AFTER_4_8.clone())
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

/// The account after exercise 4.4: S3 serves the website to everyone.
pub fn website() -> Account {
    solved()
        .amid(AFTER_4_4.clone())
        .answers_to("route53:ListResourceRecordSets", "name=example.com", ok(S3_ALIAS_RECORD))
        .answers("s3:GetPublicAccessBlock", ok(public_access(false)))
        .answers("s3:GetBucketPolicy", ok(EVERYONE_READS))
        .answers("s3:GetBucketWebsite", ok(WEBSITE))
}

/// The account as `solved`, or as `website` for the two exercises that later ones undo.
pub fn solved_for(slug: &str) -> Account {
    match slug {
        "ch04/s3_website_hosting" | "ch04/s3_website_record" => website(),
        "ch05/mock_integration" => api::mocked(solved()),
        _ => solved(),
    }
}

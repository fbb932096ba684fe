//! Which calls each exercise costs, written out so that a new one shows in review; and each is sent once.

use super::*;

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
        &[
            "cloudfront:ListDistributions",
            "route53:GetHostedZone",
            "route53:ListHostedZonesByName",
            "route53:ListResourceRecordSets",
            "s3:HeadObject",
            "s3:ListBuckets",
        ],
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
            "s3:HeadObject",
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
    (
        "ch04/s3_website_record",
        &["route53:GetHostedZone", "route53:ListHostedZonesByName", "route53:ListResourceRecordSets", "s3:ListBuckets"],
    ),
    ("ch05/chapters_page", &["s3:GetObject", "s3:HeadObject", "s3:ListBuckets"]),
    (
        "ch05/chapters_page_invalidation",
        &[
            "cloudfront:GetInvalidation",
            "cloudfront:GetInvalidation",
            "cloudfront:ListDistributions",
            "cloudfront:ListInvalidations",
            "s3:HeadObject",
            "s3:ListBuckets",
        ],
    ),
    ("ch05/rest_api", &["apigateway:GetRestApis"]),
    ("ch05/api_methods", &["apigateway:GetResources", "apigateway:GetRestApis"]),
    ("ch05/mock_integration", &["apigateway:GetResources", "apigateway:GetRestApis"]),
    (
        "ch05/api_deployment",
        &[
            "apigateway:GetDeployment",
            "apigateway:GetExport",
            "apigateway:GetResources",
            "apigateway:GetRestApis",
            "apigateway:GetStages",
        ],
    ),
    (
        "ch05/api_custom_domain",
        &[
            "acm:DescribeCertificate",
            "apigateway:GetBasePathMappings",
            "apigateway:GetDomainName",
            "apigateway:GetResources",
            "apigateway:GetRestApis",
            "apigateway:GetStages",
        ],
    ),
    (
        "ch05/api_alias",
        &[
            "apigateway:GetDomainName",
            "route53:GetHostedZone",
            "route53:ListHostedZonesByName",
            "route53:ListResourceRecordSets",
        ],
    ),
    (
        "ch05/home_page_link",
        &[
            "cloudfront:GetInvalidation",
            "cloudfront:GetInvalidation",
            "cloudfront:ListDistributions",
            "cloudfront:ListInvalidations",
            "s3:GetObject",
            "s3:HeadObject",
            "s3:HeadObject",
            "s3:ListBuckets",
        ],
    ),
    ("ch05/get_chapters_function", &["lambda:GetFunction"]),
    (
        "ch05/function_resources",
        &[
            "iam:GetPolicy",
            "iam:GetPolicyVersion",
            "iam:GetRole",
            "iam:ListAttachedRolePolicies",
            "iam:ListRolePolicies",
            "lambda:GetFunction",
            "logs:DescribeLogGroups",
        ],
    ),
    (
        "ch05/lambda_integration",
        &[
            "apigateway:GetExport",
            "apigateway:GetResources",
            "apigateway:GetRestApis",
            "apigateway:GetStages",
            "lambda:GetFunction",
            "lambda:GetPolicy",
        ],
    ),
    ("ch05/api_export", &["apigateway:GetRestApis", "apigateway:GetStages"]),
    (
        "ch06/data_bucket",
        &["s3:GetBucketPolicy", "s3:GetObject", "s3:GetPublicAccessBlock", "s3:HeadObject", "s3:ListBuckets"],
    ),
    ("ch06/function_policy", &["iam:GetPolicyVersion", "iam:ListPolicies"]),
    ("ch06/function_role", &["iam:GetRole", "iam:ListAttachedRolePolicies"]),
    ("ch06/function_settings", &["lambda:GetFunction"]),
    ("ch06/function_reads_s3", &["lambda:GetFunction"]),
    ("ch06/dynamodb_table", &["dynamodb:DescribeTable", "dynamodb:Scan"]),
    ("ch06/policy_allows_scan", &["iam:GetPolicyVersion", "iam:ListPolicies"]),
    ("ch06/function_scans_table", &["lambda:GetFunction"]),
    (
        "ch06/robots_txt",
        &[
            "cloudfront:GetInvalidation",
            "cloudfront:ListDistributions",
            "cloudfront:ListInvalidations",
            "s3:GetObject",
            "s3:HeadObject",
            "s3:ListBuckets",
        ],
    ),
    ("ch06/old_role_deleted", &["iam:ListPolicies", "iam:ListRoles", "lambda:GetFunction"]),
];

/// The looks from outside that check each exercise where it is done, sorted; none of AWS's API and of no account.
const LOOKS: &[(&str, &[&str])] = &[
    ("ch04/acm_certificate", &[]),
    ("ch04/aws_account", &[]),
    (
        "ch04/cloudfront_aliases",
        &[
            // The domain, at its zone's name servers and through the system's resolver; and those four servers.
            "dns:A",
            "dns:A",
            "dns:A",
            "dns:A",
            "dns:A",
            "dns:A",
            "dns:AAAA",
            "dns:AAAA",
            "dns:NS",
            "http:GET",
            "https:GET",
        ],
    ),
    ("ch04/cloudfront_distribution", &["http:GET", "https:GET", "https:GET"]),
    ("ch04/domain_registration", &["dns:NS"]),
    ("ch04/s3_website_hosting", &["http:GET"]),
    ("ch04/s3_website_hosting_off", &["http:GET"]),
    ("ch04/s3_website_record", &["dns:A", "dns:A", "dns:A", "dns:A", "dns:A", "dns:A", "dns:NS", "http:GET"]),
    ("ch05/chapters_page", &["https:GET"]),
    ("ch05/chapters_page_invalidation", &["https:GET"]),
    ("ch05/rest_api", &[]),
    ("ch05/api_methods", &[]),
    ("ch05/mock_integration", &[]),
    ("ch05/api_deployment", &["https:GET"]),
    ("ch05/api_custom_domain", &["https:GET"]),
    ("ch05/api_alias", &["dns:A", "dns:A", "dns:A", "dns:A", "dns:A", "dns:A", "dns:NS", "https:GET"]),
    ("ch05/home_page_link", &["https:GET"]),
    ("ch05/get_chapters_function", &["code:GET"]),
    ("ch05/function_resources", &[]),
    ("ch05/lambda_integration", &["https:GET"]),
    ("ch05/api_export", &[]),
    ("ch06/data_bucket", &[]),
    ("ch06/function_policy", &[]),
    ("ch06/function_role", &[]),
    ("ch06/function_settings", &[]),
    ("ch06/function_reads_s3", &["code:GET", "https:GET"]),
    ("ch06/dynamodb_table", &[]),
    ("ch06/policy_allows_scan", &[]),
    ("ch06/function_scans_table", &["code:GET", "https:GET"]),
    ("ch06/robots_txt", &["https:GET"]),
    ("ch06/old_role_deleted", &[]),
];

/// Whether this is no call to AWS's API.
pub fn is_look(label: &str) -> bool {
    LOOKS.iter().any(|(_, looks)| looks.contains(&label))
}

#[tokio::test]
async fn an_exercise_that_is_done_costs_these_calls_and_no_other() {
    for ((slug, calls), (of, looks)) in CALLS.iter().zip(LOOKS) {
        assert_eq!(slug, of);
        let aws = solved_for(slug).without_memory().open();
        let findings = crate::check(slug, &aws, &example()).await.unwrap();
        assert_eq!(findings.verdict(), Verdict::Done, "{slug}: {findings:#?}");
        let (mut looked, mut called): (Vec<_>, Vec<_>) = aws.sent().into_iter().partition(|label| is_look(label));
        looked.sort_unstable();
        called.sort_unstable();
        assert_eq!((called.as_slice(), looked.as_slice()), (*calls, *looks), "{slug}");
    }
}

#[tokio::test]
async fn all_exercises_in_one_run_send_each_distinct_request_once() {
    let account = solved();
    let aws = account.open();
    for (slug, _) in CALLS {
        crate::check(slug, &aws, &example()).await.unwrap();
    }
    let mut asked = account.asked();
    assert_eq!(asked.len(), aws.sent().iter().filter(|label| !is_look(label)).count());
    asked.sort_unstable();
    let distinct: Vec<_> = asked.chunk_by(|a, b| a == b).map(|same| (same.len(), &same[0])).collect();
    assert!(distinct.iter().all(|(times, _)| *times == 1), "{distinct:#?}");
}

#[tokio::test]
async fn in_a_practice_account_nothing_is_looked_at_from_outside_and_each_clause_says_so() {
    let mut you = example();
    you.practice = true;
    let mut skipped = 0;
    for (slug, _) in CALLS.iter().filter(|(slug, _)| *slug != "ch04/aws_account") {
        let aws = solved_for(slug).amid(world_for(slug).of_practice()).open();
        let findings = crate::check(slug, &aws, &you).await.unwrap();
        assert_eq!(findings.verdict(), Verdict::Done, "{slug}: {findings:#?}");
        // A practice account has packages of code as well.
        assert!(!aws.sent().iter().any(|label| is_look(label) && *label != "code:GET"), "{slug}");
        skipped += findings.0.iter().filter(|f| says(f, "a practice account is not on the internet")).count();
    }
    assert_eq!(skipped, 27);
}

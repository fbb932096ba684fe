//! Answers that lack what AWS always sends, which the SDK's decoder makes up for: nothing is concluded from them.

use crate::tests::*;

/// An answer, what it loses, and an exercise that is judged by it.
const ROWS: &[(&str, &str, &str)] = &[
    (
        "cloudfront:ListDistributions",
        "<Aliases><Quantity>1</Quantity><Items><CNAME>example.com</CNAME></Items></Aliases>",
        "ch04/cloudfront_aliases",
    ),
    ("cloudfront:ListDistributions", "<IsTruncated>false</IsTruncated>", "ch04/cloudfront_distribution"),
    ("cloudfront:ListDistributions", "<IsIPV6Enabled>true</IsIPV6Enabled>", "ch04/cloudfront_aliases"),
    ("cloudfront:GetDistribution", "<Enabled>true</Enabled>", "ch04/cloudfront_distribution"),
    (
        "cloudfront:GetDistribution",
        "<ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy>",
        "ch04/cloudfront_distribution",
    ),
    ("cloudfront:GetOriginAccessControl", "<SigningBehavior>always</SigningBehavior>", "ch04/cloudfront_distribution"),
    ("cloudfront:ListInvalidations", "<Status>Completed</Status>", "ch05/chapters_page_invalidation"),
    ("cloudfront:GetInvalidation", "<CreateTime>2026-01-10T00:05:00.123Z</CreateTime>", "ch05/home_page_link"),
    ("route53:ListHostedZonesByName", "<Name>example.com.</Name>", "ch04/domain_registration"),
    ("route53:ListResourceRecordSets", "<Type>A</Type>", "ch05/api_alias"),
    ("route53:ListResourceRecordSets", "<HostedZoneId>Z2FDTNDATAQYW2</HostedZoneId>", "ch04/cloudfront_aliases"),
    ("route53:ListResourceRecordSets", "<IsTruncated>false</IsTruncated>", "ch05/api_alias"),
    ("acm:DescribeCertificate", r#", "Value": "_bbb.acm-validations.aws.""#, "ch04/acm_certificate"),
    ("dynamodb:DescribeTable", r#", "KeyType": "HASH""#, "ch06/dynamodb_table"),
];

#[tokio::test]
async fn nothing_is_concluded_from_an_answer_that_lacks_what_aws_always_sends() {
    for (label, piece, slug) in ROWS {
        let findings = check(&solved().edited(label, piece, ""), slug).await;
        assert_eq!(findings.verdict(), Verdict::CannotTell, "{label} without {piece}: {findings:#?}");
        let blind: Vec<_> = findings.0.iter().filter_map(|finding| finding.reason.as_ref()).collect();
        assert!(
            blind.iter().all(|reason| (reason.kind, reason.cause) == ("not_implemented", "incomplete")),
            "{blind:?}"
        );
    }
}

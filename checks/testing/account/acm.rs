//! The certificate of the website and of the API.

use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("acm:ListCertificates", ok(NO_CERTIFICATES))
        .answers_to("acm:ListCertificates", "//acm.us-east-1.", ok(CERTIFICATES))
        .answers("acm:DescribeCertificate", ok(CERTIFICATE))
}

pub const NO_CERTIFICATES: &str = r#"{"CertificateSummaryList": []}"#;

pub const CERTIFICATES: &str = r#"{"CertificateSummaryList": [
    {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1", "DomainName": "example.com",
     "SubjectAlternativeNameSummaries": ["example.com", "*.example.com"],
     "HasAdditionalSubjectAlternativeNames": false, "Status": "ISSUED", "Type": "AMAZON_ISSUED"}]}"#;

/// Both names are validated by the same record.
pub const CERTIFICATE: &str = r#"{"Certificate": {
    "CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1", "DomainName": "example.com",
    "SubjectAlternativeNames": ["example.com", "*.example.com"], "Status": "ISSUED", "Type": "AMAZON_ISSUED",
    "DomainValidationOptions": [
        {"DomainName": "example.com", "ValidationStatus": "SUCCESS", "ValidationMethod": "DNS", "ResourceRecord":
            {"Name": "_aaa.example.com.", "Type": "CNAME", "Value": "_bbb.acm-validations.aws."}},
        {"DomainName": "*.example.com", "ValidationStatus": "SUCCESS", "ValidationMethod": "DNS", "ResourceRecord":
            {"Name": "_aaa.example.com.", "Type": "CNAME", "Value": "_bbb.acm-validations.aws."}}]}}"#;

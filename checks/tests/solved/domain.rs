//! The custom domain name of the API and its alias records, as AWS answers for them after exercise 6.10.

use crate::doubles::{Account, ok};

/// The account, and these in it.
pub fn with(account: Account) -> Account {
    account
        .refuses("apigateway:GetDomainName", (404, "NotFoundException"), "Invalid domain name identifier specified")
        .answers_to("apigateway:GetDomainName", "//apigateway.us-east-1.", ok(API_DOMAIN))
        .answers("apigateway:GetDomainNames", ok(API_DOMAINS))
        .answers("apigateway:GetBasePathMappings", ok(API_MAPPINGS))
        .answers_to("route53:ListResourceRecordSets", "name=api.example.com", ok(API_RECORD))
}

pub const API_DOMAIN: &str = r#"{"domainName": "api.example.com",
    "domainNameArn": "arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
    "regionalDomainName": "d-abcdefghij.execute-api.us-east-1.amazonaws.com", "regionalHostedZoneId": "Z1UJRXOUMOOFQ8",
    "regionalCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1",
    "endpointConfiguration": {"types": ["REGIONAL"], "ipAddressType": "ipv4"}, "domainNameStatus": "AVAILABLE",
    "securityPolicy": "TLS_1_2", "routingMode": "BASE_PATH_MAPPING_ONLY"}"#;

pub const API_DOMAINS: &str = r#"{"item": [{"domainName": "api.example.com",
    "endpointConfiguration": {"types": ["REGIONAL"]}, "domainNameStatus": "AVAILABLE", "securityPolicy": "TLS_1_2"}]}"#;

pub const API_MAPPINGS: &str = r#"{"item": [{"basePath": "(none)", "restApiId": "a1b2c3d4e5", "stage": "v1"}]}"#;

pub const API_RECORD: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets>
    <ResourceRecordSet><Name>api.example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z1UJRXOUMOOFQ8</HostedZoneId>
        <DNSName>d-abcdefghij.execute-api.us-east-1.amazonaws.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth>
        </AliasTarget></ResourceRecordSet>
</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";

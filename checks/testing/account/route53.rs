//! The hosted zone of the domain, and its records.

use super::ses;
use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("route53:ListHostedZonesByName", ok(HOSTED_ZONES))
        .answers("route53:GetHostedZone", ok(HOSTED_ZONE))
        .answers_aside("route53:ListResourceRecordSets", "/rrset", ok(ses::RECORDS))
        .answers_to("route53:ListResourceRecordSets", "name=auth.example.com", ok(AUTH_RECORD))
        .answers_to("route53:ListResourceRecordSets", "name=example.com", ok(ALIAS_RECORDS))
        .answers_to("route53:ListResourceRecordSets", "name=_aaa.example.com", ok(VALIDATION_RECORD))
        .answers_to("route53:ListResourceRecordSets", "name=api.example.com", ok(API_RECORD))
}

pub const HOSTED_ZONES: &str = "<ListHostedZonesByNameResponse><HostedZones>
    <HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name><CallerReference>1</CallerReference>
    <Config><PrivateZone>false</PrivateZone></Config><ResourceRecordSetCount>5</ResourceRecordSetCount></HostedZone>
</HostedZones><DNSName>example.com.</DNSName><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems>
</ListHostedZonesByNameResponse>";

pub const HOSTED_ZONE: &str = "<GetHostedZoneResponse>
    <HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name><CallerReference>1</CallerReference></HostedZone>
    <DelegationSet><NameServers>
        <NameServer>ns-1.awsdns-01.com</NameServer><NameServer>ns-2.awsdns-02.net</NameServer>
        <NameServer>ns-3.awsdns-03.org</NameServer><NameServer>ns-4.awsdns-04.co.uk</NameServer>
    </NameServers></DelegationSet>
</GetHostedZoneResponse>";

pub const ALIAS_RECORDS: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets>
    <ResourceRecordSet><Name>example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z2FDTNDATAQYW2</HostedZoneId>
        <DNSName>d1.cloudfront.net.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>
    <ResourceRecordSet><Name>example.com.</Name><Type>AAAA</Type><AliasTarget><HostedZoneId>Z2FDTNDATAQYW2</HostedZoneId>
        <DNSName>d1.cloudfront.net.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>
    <ResourceRecordSet><Name>example.com.</Name><Type>NS</Type><TTL>172800</TTL>
        <ResourceRecords><ResourceRecord><Value>ns-1.awsdns-01.com.</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";

pub const S3_ALIAS_RECORD: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets>
    <ResourceRecordSet><Name>example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z3AQBSTGFYJSTF</HostedZoneId>
        <DNSName>s3-website-us-east-1.amazonaws.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>
</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";

pub const VALIDATION_RECORD: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets>
    <ResourceRecordSet><Name>_aaa.example.com.</Name><Type>CNAME</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>_bbb.acm-validations.aws.</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";

pub const API_RECORD: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets>
    <ResourceRecordSet><Name>api.example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z1UJRXOUMOOFQ8</HostedZoneId>
        <DNSName>d-abcdefghij.execute-api.us-east-1.amazonaws.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth>
        </AliasTarget></ResourceRecordSet>
</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";

pub const AUTH_RECORD: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets>
    <ResourceRecordSet><Name>auth.example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z2FDTNDATAQYW2</HostedZoneId>
        <DNSName>d2pool.cloudfront.net.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth>
        </AliasTarget></ResourceRecordSet>
</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";

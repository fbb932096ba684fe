//! AWS's answers in an account where chapter 4 is done, with every member that the service models require.

pub const CALLER: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult>
    <UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>
    <Arn>arn:aws:iam::123456789012:user/team/ada</Arn>
</GetCallerIdentityResult></GetCallerIdentityResponse>";

pub const ACCOUNT_SUMMARY: &str = "<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>
    <entry><key>Users</key><value>1</value></entry>
    <entry><key>AccountAccessKeysPresent</key><value>0</value></entry>
    <entry><key>AccountMFAEnabled</key><value>1</value></entry>
</SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>";

pub const MFA_DEVICES: &str = "<ListMFADevicesResponse><ListMFADevicesResult>
    <MFADevices><member><UserName>ada</UserName><SerialNumber>arn:aws:iam::123456789012:mfa/ada</SerialNumber>
    <EnableDate>2026-01-01T00:00:00Z</EnableDate></member></MFADevices><IsTruncated>false</IsTruncated>
</ListMFADevicesResult></ListMFADevicesResponse>";

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

pub const DOMAIN: &str = r#"{"DomainName": "example.com", "Nameservers": [
    {"Name": "ns-1.awsdns-01.com"}, {"Name": "ns-2.awsdns-02.net"},
    {"Name": "ns-3.awsdns-03.org"}, {"Name": "ns-4.awsdns-04.co.uk"}]}"#;

pub const BUCKETS: &str = "<ListAllMyBucketsResult><Buckets>
    <Bucket><Name>example.com</Name><BucketRegion>us-east-1</BucketRegion></Bucket>
    <Bucket><Name>photos</Name><BucketRegion>us-east-1</BucketRegion></Bucket>
</Buckets></ListAllMyBucketsResult>";

pub const INDEX_HEADERS: &[(&str, &str)] = &[
    ("content-type", "text/html"),
    ("content-length", "9"),
    ("etag", "\"1\""),
    ("last-modified", "Thu, 01 Jan 2026 00:00:00 GMT"),
];

/// The four public access settings, all alike.
pub fn public_access(on: bool) -> String {
    let names = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];
    let settings: String = names.iter().map(|name| format!("<{name}>{on}</{name}>")).collect();
    format!("<PublicAccessBlockConfiguration>{settings}</PublicAccessBlockConfiguration>")
}

pub const WEBSITE: &str = "<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>
</WebsiteConfiguration>";

pub const EVERYONE_READS: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
    "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example.com/*"}]}"#;

pub const DISTRIBUTION_READS: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example.com/*",
    "Condition": {"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1"}}}]}"#;

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

pub const DISTRIBUTIONS: &str = "<DistributionList><Marker></Marker><MaxItems>100</MaxItems>
    <IsTruncated>false</IsTruncated><Quantity>1</Quantity><Items><DistributionSummary>
        <Id>E1</Id><ARN>arn:aws:cloudfront::123456789012:distribution/E1</ARN><Status>Deployed</Status>
        <LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime><DomainName>d1.cloudfront.net</DomainName>
        <Aliases><Quantity>1</Quantity><Items><CNAME>example.com</CNAME></Items></Aliases>
        <Origins><Quantity>1</Quantity><Items><Origin><Id>website</Id>
            <DomainName>example.com.s3.us-east-1.amazonaws.com</DomainName></Origin></Items></Origins>
        <DefaultCacheBehavior><TargetOriginId>website</TargetOriginId>
            <ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy></DefaultCacheBehavior>
        <CacheBehaviors><Quantity>0</Quantity></CacheBehaviors>
        <CustomErrorResponses><Quantity>0</Quantity></CustomErrorResponses><Comment></Comment>
        <PriceClass>PriceClass_All</PriceClass><Enabled>true</Enabled><ViewerCertificate></ViewerCertificate>
        <Restrictions><GeoRestriction><RestrictionType>none</RestrictionType><Quantity>0</Quantity></GeoRestriction></Restrictions>
        <WebACLId></WebACLId><HttpVersion>HTTP2</HttpVersion><IsIPV6Enabled>true</IsIPV6Enabled>
        <Staging>false</Staging></DistributionSummary></Items></DistributionList>";

pub const DISTRIBUTION: &str = "<Distribution><Id>E1</Id>
    <ARN>arn:aws:cloudfront::123456789012:distribution/E1</ARN><Status>Deployed</Status>
    <LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>
    <InProgressInvalidationBatches>0</InProgressInvalidationBatches><DomainName>d1.cloudfront.net</DomainName>
    <DistributionConfig><CallerReference>1</CallerReference>
        <Aliases><Quantity>1</Quantity><Items><CNAME>example.com</CNAME></Items></Aliases>
        <DefaultRootObject>index.html</DefaultRootObject>
        <Origins><Quantity>1</Quantity><Items><Origin><Id>website</Id>
            <DomainName>example.com.s3.us-east-1.amazonaws.com</DomainName><OriginPath></OriginPath>
            <S3OriginConfig><OriginAccessIdentity></OriginAccessIdentity></S3OriginConfig>
            <OriginAccessControlId>EACCESS</OriginAccessControlId></Origin></Items></Origins>
        <OriginGroups><Quantity>0</Quantity></OriginGroups>
        <DefaultCacheBehavior><TargetOriginId>website</TargetOriginId>
            <ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy></DefaultCacheBehavior>
        <Comment></Comment><Enabled>true</Enabled>
        <ViewerCertificate>
            <ACMCertificateArn>arn:aws:acm:us-east-1:123456789012:certificate/1</ACMCertificateArn>
            <SSLSupportMethod>sni-only</SSLSupportMethod>
            <MinimumProtocolVersion>TLSv1.2_2021</MinimumProtocolVersion></ViewerCertificate>
    </DistributionConfig></Distribution>";

pub const ACCESS_CONTROL: &str = "<OriginAccessControl><Id>EACCESS</Id><OriginAccessControlConfig>
    <Name>website</Name><SigningProtocol>sigv4</SigningProtocol><SigningBehavior>always</SigningBehavior>
    <OriginAccessControlOriginType>s3</OriginAccessControlOriginType>
</OriginAccessControlConfig></OriginAccessControl>";

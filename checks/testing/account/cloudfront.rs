//! The distribution of the website, and its invalidations.

use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("cloudfront:ListDistributions", ok(DISTRIBUTIONS))
        .answers("cloudfront:GetDistribution", ok(DISTRIBUTION))
        .answers("cloudfront:GetOriginAccessControl", ok(ACCESS_CONTROL))
        .answers("cloudfront:ListInvalidations", ok(INVALIDATIONS))
        .answers_to("cloudfront:GetInvalidation", "/I4", ok(invalidation("I4", SIGNED_IN)))
        .answers_to("cloudfront:GetInvalidation", "/I1", ok(invalidation("I1", "<Path>/chapters.html</Path>")))
        .answers_to(
            "cloudfront:GetInvalidation",
            "/I2",
            ok(invalidation("I2", "<Path>/</Path><Path>/index.html</Path>")),
        )
        .answers_to("cloudfront:GetInvalidation", "/I3", ok(invalidation("I3", "<Path>/robots.txt</Path>")))
}

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

/// The latest first; one from before all uploads is the last.
pub const INVALIDATIONS: &str = "<InvalidationList><Marker></Marker><MaxItems>100</MaxItems>
    <IsTruncated>false</IsTruncated><Quantity>5</Quantity><Items>
        <InvalidationSummary><Id>I4</Id><CreateTime>2026-01-14T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
        <InvalidationSummary><Id>I3</Id><CreateTime>2026-01-12T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
        <InvalidationSummary><Id>I2</Id><CreateTime>2026-01-11T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
        <InvalidationSummary><Id>I1</Id><CreateTime>2026-01-10T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
        <InvalidationSummary><Id>I0</Id><CreateTime>2026-01-01T00:05:00.123Z</CreateTime><Status>Completed</Status></InvalidationSummary>
    </Items></InvalidationList>";

/// The pages of chapter 7 and their scripts.
pub const SIGNED_IN: &str = "<Path>/auth-callback*</Path><Path>/logout*</Path><Path>/account/*</Path>";

/// An invalidation with these paths.
pub fn invalidation(id: &str, paths: &str) -> String {
    format!(
        "<Invalidation><Id>{id}</Id><Status>Completed</Status><CreateTime>2026-01-10T00:05:00.123Z</CreateTime>
         <InvalidationBatch><Paths><Quantity>1</Quantity><Items>{paths}</Items></Paths>
         <CallerReference>1</CallerReference></InvalidationBatch></Invalidation>"
    )
}

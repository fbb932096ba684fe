//! 4.7: a distribution on its way, the settings that beginners miss, and answers that leave something out.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch04/cloudfront_distribution";
const DISTRIBUTION: &str = "cloudfront:GetDistribution";
const LIST: &str = "cloudfront:ListDistributions";
const CONTROL: &str = "cloudfront:GetOriginAccessControl";
const S3_ORIGIN: &str = "<S3OriginConfig><OriginAccessIdentity></OriginAccessIdentity></S3OriginConfig>";
const CONTROL_ID: &str = "<OriginAccessControlId>EACCESS</OriginAccessControlId>";

/// Everything beyond the distribution itself is skipped without it.
async fn expect_none(account: &Account, verdict: Verdict, expected: Expected<'_>) {
    let findings = check(account, SLUG).await;
    assert_eq!(findings.verdict(), verdict, "{findings:#?}");
    let first = finding(&findings, "distribution");
    assert!(first.verdict == expected.0 && says(first, expected.2), "{first:#?}");
    assert!(findings.0[1..].iter().all(|finding| finding.verdict == ClauseVerdict::Skipped));
}

#[tokio::test]
async fn a_distribution_being_deployed_waits_and_says_how_long() {
    let account = solved().edited(DISTRIBUTION, "<Status>Deployed", "<Status>InProgress");
    let wait = "usually about 5 minutes, at the longest about 35 minutes; look again in 1 minute";
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "deployed", wait)]).await;
}

#[tokio::test]
async fn one_setting_changed_is_one_clause_lost() {
    for (from, to, clause, found) in [
        ("<Enabled>true", "<Enabled>false", "enabled", "disabled"),
        (CONTROL_ID, "", "access", "no origin access control"),
        (CONTROL_ID, "<OriginAccessControlId></OriginAccessControlId>", "access", "no origin access control"),
        ("TLSv1.2_2021", "TLSv1.1_2016", "tls", "TLSv1.1_2016"),
        ("TLSv1.2_2021", "TLSv1_2016", "tls", "TLSv1_2016"),
        ("TLSv1.2_2021", "TLSv1", "tls", "TLSv1"),
        ("TLSv1.2_2021", "SSLv3", "tls", "SSLv3"),
        ("redirect-to-https", "https-only", "redirect", "https-only"),
        ("<DefaultRootObject>index.html", "<DefaultRootObject>/index.html", "root", "/index.html"),
        ("certificate/1", "certificate/9", "certificate", "certificate/9"),
        ("<OriginPath>", "<OriginPath>/site", "origin", "with the origin path /site"),
        ("example.com.s3.us-east-1", "example.com-logs.s3.us-east-1", "origin", "example.com-logs.s3"),
        ("example.com.s3.us-east-1", "example.com.s3-website-us-east-1", "origin", "s3-website"),
    ] {
        expect(&solved().edited(DISTRIBUTION, from, to), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
}

#[tokio::test]
async fn settings_as_good_as_the_books_are_good() {
    for (from, to) in [
        ("TLSv1.2_2021", "TLSv1.2_2018"),
        ("TLSv1.2_2021", "TLSv1.3_2025"),
        ("example.com.s3.us-east-1", "example.com.s3"),
        ("example.com.s3.us-east-1", "Example.com.S3.us-east-1"),
        ("<Status>Deployed", "<Status>deployed"),
    ] {
        expect(&solved().edited(DISTRIBUTION, from, to), SLUG, Verdict::Done, &[]).await;
    }
    let upper = solved().edited(LIST, "<CNAME>example.com", "<CNAME>EXAMPLE.COM");
    expect(&upper, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn cloudfronts_own_certificate_is_for_no_domain_of_the_learners() {
    let account = solved().answers(DISTRIBUTION, ok(default_certificate()));
    let expected = [(Fails, "certificate", "*.cloudfront.net"), (Fails, "tls", "TLSv1")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

fn default_certificate() -> String {
    let (head, rest) = cloudfront::DISTRIBUTION.split_once("<ViewerCertificate>").unwrap();
    let (_, tail) = rest.split_once("</ViewerCertificate>").unwrap();
    let own = "<CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate>";
    format!(
        "{head}<ViewerCertificate>{own}<MinimumProtocolVersion>TLSv1</MinimumProtocolVersion></ViewerCertificate>{tail}"
    )
}

#[tokio::test]
async fn the_access_control_must_be_one_for_s3_that_signs() {
    let signing = |from, to| solved().edited(CONTROL, from, to);
    let never = signing("always", "never");
    expect(&never, SLUG, Verdict::NotDone, &[(Fails, "access", "one for s3 with the signing behavior never")]).await;
    let lambda = signing(">s3<", ">lambda<");
    expect(&lambda, SLUG, Verdict::NotDone, &[(Fails, "access", "one for lambda")]).await;
    expect(&signing("always", "no-override"), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_website_endpoint_is_a_web_server_and_no_bucket() {
    let custom = "<CustomOriginConfig><HTTPPort>80</HTTPPort><HTTPSPort>443</HTTPSPort>
        <OriginProtocolPolicy>http-only</OriginProtocolPolicy></CustomOriginConfig>";
    let account = solved().edited(DISTRIBUTION, S3_ORIGIN, custom).edited(DISTRIBUTION, CONTROL_ID, "");
    let no_control = (Fails, "access", "no origin access control");
    // The bucket's own endpoint too, when CloudFront treats it as a web server.
    let expected = [(Fails, "origin", "us-east-1.amazonaws.com as a custom origin"), no_control];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let website = account.edited(DISTRIBUTION, "example.com.s3.us-east-1", "example.com.s3-website-us-east-1");
    let expected = [(Fails, "origin", "example.com.s3-website-us-east-1.amazonaws.com"), no_control];
    expect(&website, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn of_an_origin_group_the_first_member_counts() {
    let group = "<OriginGroups><Quantity>1</Quantity><Items><OriginGroup><Id>both</Id>
        <FailoverCriteria><StatusCodes><Quantity>1</Quantity><Items><StatusCode>500</StatusCode></Items></StatusCodes></FailoverCriteria>
        <Members><Quantity>2</Quantity><Items><OriginGroupMember><OriginId>website</OriginId></OriginGroupMember>
        <OriginGroupMember><OriginId>other</OriginId></OriginGroupMember></Items></Members></OriginGroup></Items></OriginGroups>";
    let account = solved().edited(DISTRIBUTION, "<OriginGroups><Quantity>0</Quantity></OriginGroups>", group).edited(
        DISTRIBUTION,
        "<TargetOriginId>website",
        "<TargetOriginId>both",
    );
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn an_answer_that_leaves_out_what_aws_always_sends_tells_nothing() {
    let account = solved().edited(DISTRIBUTION, S3_ORIGIN, "");
    let origin = [(CannotTell, "origin", "CustomOriginConfig"), (CannotTell, "access", "CustomOriginConfig")];
    expect(&account, SLUG, Verdict::CannotTell, &origin).await;
    let reason = finding(&check(&account, SLUG).await, "origin").reason.clone().unwrap();
    assert_eq!((reason.kind, reason.operation.as_str()), ("not_implemented", DISTRIBUTION));
    let target = [(CannotTell, "origin", "origin of the behavior"), (CannotTell, "access", "origin of the behavior")];
    let account = solved().edited(DISTRIBUTION, "<TargetOriginId>website", "<TargetOriginId>gone");
    expect(&account, SLUG, Verdict::CannotTell, &target).await;
}

#[tokio::test]
async fn the_list_of_distributions_is_read_to_its_end_and_may_be_empty() {
    let nothing = "<DistributionList><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated>
        <Quantity>0</Quantity></DistributionList>";
    expect_none(
        &solved().answers(LIST, ok(nothing)),
        Verdict::NotDone,
        (Fails, "distribution", "nothing of that name"),
    )
    .await;
    let more = "<IsTruncated>true</IsTruncated><NextMarker>E0</NextMarker>";
    let first = nothing.replace("<IsTruncated>false</IsTruncated>", more);
    let account = solved().answers(LIST, ok(first)).answers_to(LIST, "Marker=E0", ok(cloudfront::DISTRIBUTIONS));
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_distribution_without_the_name_is_named() {
    let one = "<Aliases><Quantity>1</Quantity><Items><CNAME>example.com</CNAME></Items></Aliases>";
    let none = solved().edited(LIST, one, "<Aliases><Quantity>0</Quantity></Aliases>");
    expect_none(
        &none,
        Verdict::NotDone,
        (Fails, "distribution", "E1 of your bucket, without an alternate domain name"),
    )
    .await;
    let www = solved().edited(LIST, "<CNAME>", "<CNAME>www.");
    expect_none(&www, Verdict::NotDone, (Fails, "distribution", "E1 of your bucket, for www.example.com")).await;
    let elsewhere = www.edited(LIST, "example.com.s3.us-east-1.amazonaws.com", "api.example.com");
    expect_none(&elsewhere, Verdict::NotDone, (Fails, "distribution", "the distribution E1 for www.example.com")).await;
}

#[tokio::test]
async fn refused_certificates_leave_the_distribution_judged() {
    let refused = error("acm:ListCertificates", (400, "AccessDeniedException"), "no identity-based policy allows it");
    let account = solved().answers("acm:ListCertificates", refused);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "certificate", r#""Action":"acm:ListCertificates""#)])
        .await;
}

const BEHAVIOR: &str = "<ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy>";
const GRANT: &str = "s3:GetBucketPolicy";

/// The default behavior with this in it.
fn with(more: &str) -> Account {
    solved().edited(DISTRIBUTION, BEHAVIOR, &format!("{BEHAVIOR}{more}"))
}

/// Sets a policy that passes headers on, and what it says.
fn passing(kind: &str, config: &str) -> Account {
    let get = if kind == "CachePolicy" { "cloudfront:GetCachePolicy" } else { "cloudfront:GetOriginRequestPolicy" };
    let account = with(&format!("<{kind}Id>own</{kind}Id>"));
    let answer = format!("<{kind}><Id>own</Id><{kind}Config><Name>mine</Name>{config}</{kind}Config></{kind}>");
    account.answers(get, ok(answer))
}

fn headers(behavior: &str, names: &str) -> String {
    let names = format!("<Headers><Quantity>1</Quantity><Items>{names}</Items></Headers>");
    format!("<HeadersConfig><HeaderBehavior>{behavior}</HeaderBehavior>{names}</HeadersConfig>")
}

#[tokio::test]
async fn a_host_header_that_reaches_the_bucket_breaks_the_signature() {
    let of_request = |behavior: &str, name: &str| {
        passing("OriginRequestPolicy", &headers(behavior, &format!("<Name>{name}</Name>")))
    };
    let of_cache = |name: &str| {
        let headers = headers("whitelist", &format!("<Name>{name}</Name>"));
        let all =
            format!("<ParametersInCacheKeyAndForwardedToOrigin>{headers}</ParametersInCacheKeyAndForwardedToOrigin>");
        passing("CachePolicy", &all)
    };
    let older = |name: &str| {
        with(&format!(
            "<ForwardedValues><QueryString>false</QueryString><Headers><Quantity>1</Quantity><Items><Name>{name}</Name>
             </Items></Headers></ForwardedValues>"
        ))
    };
    let managed = |id: &str| with(&format!("<OriginRequestPolicyId>{id}</OriginRequestPolicyId>"));
    for (account, says) in [
        (managed("216adef6-5c7f-47e4-b989-5492eafa07d3"), "the policy AllViewer"),
        (of_request("allViewer", "x"), "the origin request policy mine"),
        (of_request("whitelist", "host"), "the origin request policy mine"),
        (of_request("allExcept", "x"), "the origin request policy mine"),
        (of_cache("Host"), "the cache policy mine"),
        (older("Host"), "legacy cache settings"),
        (older("*"), "legacy cache settings"),
    ] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "host", says)]).await;
    }
    for account in [
        managed("b689b0a8-53d0-40ab-baf2-68738e2966ac"),
        of_request("allExcept", "Host"),
        of_request("whitelist", "Accept"),
        of_cache("Accept"),
        older("Accept"),
    ] {
        expect(&account, SLUG, Verdict::Done, &[]).await;
    }
    let refused = with("<CachePolicyId>own</CachePolicyId>").refuses(
        "cloudfront:GetCachePolicy",
        (403, "AccessDenied"),
        "no identity-based policy allows it",
    );
    let statement = "arn:aws:cloudfront::123456789012:cache-policy/own";
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, "host", statement)]).await;
}

/// A behavior for these paths, before the default one.
fn behavior(pattern: &str, origin: &str, protocol: &str) -> Account {
    let one = format!(
        "<CacheBehaviors><Quantity>1</Quantity><Items><CacheBehavior><PathPattern>{pattern}</PathPattern>
         <TargetOriginId>{origin}</TargetOriginId><ViewerProtocolPolicy>{protocol}</ViewerProtocolPolicy></CacheBehavior>
         </Items></CacheBehaviors><Comment></Comment><Enabled>true</Enabled>"
    );
    let other = "<Items><Origin><Id>other</Id><DomainName>www.example.org</DomainName><OriginPath></OriginPath>
        <CustomOriginConfig><HTTPPort>80</HTTPPort><HTTPSPort>443</HTTPSPort>
        <OriginProtocolPolicy>https-only</OriginProtocolPolicy></CustomOriginConfig></Origin><Origin><Id>website</Id>";
    solved().edited(DISTRIBUTION, "<Items><Origin><Id>website</Id>", other).edited(
        DISTRIBUTION,
        "<Comment></Comment><Enabled>true</Enabled>",
        &one,
    )
}

#[tokio::test]
async fn a_behavior_of_higher_precedence_decides_what_the_home_page_is() {
    for pattern in ["/*", "*", "/index.html", "index.*", "/index.htm?", "*.html"] {
        let says = format!("the behavior {pattern}, which comes before the default one: www.example.org");
        let account = behavior(pattern, "other", "redirect-to-https");
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "origin", &says)]).await;
    }
    let plain = behavior("*.html", "website", "allow-all");
    expect(&plain, SLUG, Verdict::NotDone, &[(Fails, "redirect", "the behavior *.html")]).await;
    for account in [
        behavior("/api/*", "other", "allow-all"),
        behavior("/INDEX.HTML", "other", "allow-all"),
        behavior("*.html", "website", "redirect-to-https"),
    ] {
        expect(&account, SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn whoever_may_have_the_page_is_told_where_the_settings_tell_it() {
    for name in ["TrustedSigners", "TrustedKeyGroups"] {
        let signed = |enabled| with(&format!("<{name}><Enabled>{enabled}</Enabled><Quantity>1</Quantity></{name}>"));
        let says = "signed URLs and cookies alone";
        expect(&signed(true), SLUG, Verdict::NotDone, &[(Fails, "viewers", says)]).await;
        expect(&signed(false), SLUG, Verdict::Done, &[]).await;
    }
    let function = "<FunctionAssociations><Quantity>1</Quantity><Items><FunctionAssociation>
        <FunctionARN>arn:aws:cloudfront::123456789012:function/rewrite</FunctionARN><EventType>viewer-request</EventType>
        </FunctionAssociation></Items></FunctionAssociations>";
    expect(&with(function), SLUG, Verdict::Done, &[(Skipped, "viewers", "function/rewrite")]).await;
    let end = "</ViewerCertificate>";
    for (more, says) in [
        ("<WebACLId>arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/1</WebACLId>", "the web ACL arn:aws:wafv2"),
        (
            "<Restrictions><GeoRestriction><RestrictionType>whitelist</RestrictionType><Quantity>1</Quantity>
             <Items><Location>DE</Location></Items></GeoRestriction></Restrictions>",
            "a whitelist of the countries DE",
        ),
    ] {
        let account = solved().edited(DISTRIBUTION, end, &format!("{end}{more}"));
        expect(&account, SLUG, Verdict::Done, &[(Skipped, "viewers", says)]).await;
    }
}

/// The account whose policy has this statement beside the right one.
fn beside(statement: &str) -> Account {
    let start = "\"Statement\": [";
    solved().edited(GRANT, start, &format!("{start}{statement}, "))
}

#[tokio::test]
async fn a_deny_outweighs_the_right_statement_and_is_named() {
    let deny = |principal: &str, resource: &str, condition: &str| {
        beside(&format!(
            r#"{{"Sid": "No", "Effect": "Deny", "Principal": {principal}, "Action": "s3:*",
                "Resource": "arn:aws:s3:::example.com/{resource}", "Condition": {condition}}}"#
        ))
    };
    let address = r#"{"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}"#;
    for account in [
        deny(r#""*""#, "index.html", "{}"),
        deny(r#"{"AWS": "*"}"#, "*", "{}"),
        deny(r#""*""#, "*", address),
        deny(r#""*""#, "*", r#"{"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}"#),
    ] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "policy", "the statement No denies")]).await;
    }
    for account in [
        deny(r#""*""#, "private/*", "{}"),
        deny(r#"{"AWS": "arn:aws:iam::123456789012:user/ada"}"#, "*", "{}"),
        deny(r#""*""#, "*", r#"{"Bool": {"aws:SecureTransport": "false"}}"#),
        deny(r#""*""#, "*", r#"{"NumericLessThan": {"s3:TlsVersion": 1.2}}"#),
        deny(
            r#""*""#,
            "*",
            r#"{"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}, "Bool": {"aws:PrincipalIsAWSService": "false"}}"#,
        ),
    ] {
        expect(&account, SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn a_user_that_is_deleted_lets_nobody_in() {
    let allow = |principal: &str| {
        beside(&format!(
            r#"{{"Effect": "Allow", "Principal": {{"AWS": "{principal}"}}, "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::example.com/*"}}"#
        ))
    };
    expect(&allow("AIDAQXQ5EXAMPLEUSERID"), SLUG, Verdict::Done, &[]).await;
    expect(&allow("AROAQXQ5EXAMPLEROLEID"), SLUG, Verdict::Done, &[]).await;
    let other = allow("arn:aws:iam::210987654321:user/AIDA");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "policy", "user/AIDA in too")]).await;
}

#[tokio::test]
async fn what_the_page_itself_says_to_cloudfront() {
    const KMS: &[(&str, &str)] = &[
        ("content-type", "text/html"),
        ("content-length", "90"),
        ("etag", "\"1\""),
        ("x-amz-server-side-encryption", "aws:kms"),
        ("x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:us-east-1:123456789012:key/1"),
    ];
    const EMPTY: &[(&str, &str)] = &[("content-type", "text/html"), ("content-length", "0"), ("etag", "\"1\"")];
    let head = |headers| {
        let answer = Answer::Http { status: 200, headers, body: String::new() };
        solved().answers_to("s3:HeadObject", "/example.com/index.html", answer)
    };
    expect(&head(KMS), SLUG, Verdict::Done, &[(Skipped, "readable", "key/1")]).await;
    expect(&head(EMPTY), SLUG, Verdict::NotDone, &[(Fails, "readable", "0 bytes")]).await;
    let pays = solved().edited("s3:GetBucketRequestPayment", "BucketOwner", "Requester");
    expect(&pays, SLUG, Verdict::NotDone, &[(Fails, "payer", "the requester")]).await;
}

//! What an exercise has left: found where it stands, by the course's names alone, and never a fault where it is gone.

use crate::learner::example;
use crate::left::LeftKind;
use crate::testing::account::{cloudformation, done, sms};
use crate::testing::{Account, ok};

/// Things of the finished account, each with a name that no exercise gives, where a list decides.
const THINGS: [(LeftKind, &str, Option<&str>); 13] = [
    (LeftKind::Bucket, "example.com", Some("example.org")),
    (LeftKind::Object, "example.com/index.html", Some("example.com/other.html")),
    (LeftKind::Object, "example.com/index.*", Some("example.com/of-mine.*")),
    (LeftKind::BucketPolicy, "example.com", None),
    (LeftKind::Table, "chapters", None),
    (LeftKind::Function, "get-chapters", None),
    (LeftKind::Role, "function-get-chapters", None),
    (LeftKind::Policy, "function-get-chapters", Some("function-of-mine")),
    (LeftKind::ApiResource, "/chapters", Some("/of-mine")),
    (LeftKind::ApiStage, "v1", Some("of-mine")),
    (LeftKind::AliasRecord, "api.example.com", Some("of-mine.example.com")),
    (LeftKind::Topic, "function-sns-send-email", None),
    (LeftKind::LogGroup, "/aws/lambda/get-chapters", Some("/aws/lambda/of-mine")),
];

#[tokio::test]
async fn what_stands_is_found_and_a_name_like_it_is_another_thing() {
    let aws = Account::of(done()).open().without_near_misses();
    for (kind, name, other) in THINGS {
        let stands =
            aws.left(&example(), kind, name).await.unwrap_or_else(|fault| panic!("{name}: {}", fault.message()));
        assert!(stands.is_some(), "{kind:?} {name}");
        if let Some(other) = other {
            assert_eq!(aws.left(&example(), kind, other).await.unwrap(), None, "{kind:?} {other}");
        }
    }
}

#[tokio::test]
async fn a_domain_of_another_registrar_is_not_left() {
    let aws = Account::of(done()).open();
    let practice = crate::Learner { practice: true, ..example() };
    assert_eq!(aws.left(&practice, LeftKind::Domain, "example.com").await.unwrap(), None);
}

#[tokio::test]
async fn what_cannot_be_read_is_neither_there_nor_gone() {
    let aws = Account::of(done()).refuses("dynamodb:DescribeTable", (400, "AccessDeniedException"), "no").open();
    assert!(aws.left(&example(), LeftKind::Table, "chapters").await.is_err());
}

/// What others have in the account, of the kinds that the course makes too.
#[tokio::test]
async fn what_is_not_the_courses_is_not_found() {
    let another = |account: Account, kinds: &'static [(LeftKind, &'static str)]| (account.open(), kinds);
    let zone = |records: &str| Account::of(done()).answers("route53:ListResourceRecordSets", ok(records_of(records)));
    let api = r#"{"item": [{"id": "p1", "name": "photos", "endpointConfiguration": {"types": ["EDGE"]}}]}"#;
    let pools = r#"{"UserPools": [{"Id": "us-east-1_Photos", "Name": "photos"}]}"#;
    for (aws, kinds) in [
        another(
            Account::of(done()).answers("apigateway:GetRestApis", ok(api)),
            &[(LeftKind::RestApi, "website"), (LeftKind::ApiResource, "/chapters"), (LeftKind::ApiStage, "v1")],
        ),
        another(
            Account::of(done())
                .answers("cognito-idp:DescribeUserPoolDomain", ok(r#"{"DomainDescription": {}}"#))
                .answers("cognito-idp:ListUserPools", ok(pools)),
            &[(LeftKind::UserPool, "website"), (LeftKind::PoolDomain, "auth.example.com")],
        ),
        another(
            Account::of(done()).answers("s3:GetBucketPolicy", ok(PUBLIC)),
            &[(LeftKind::BucketPolicy, "example.com")],
        ),
        another(
            zone(OF_OTHERS),
            &[
                (LeftKind::AliasRecord, "example.com"),
                (LeftKind::AliasRecord, "api.example.com"),
                (LeftKind::ValidationRecord, "example.com"),
                (LeftKind::MailRecord, "example.com"),
            ],
        ),
        another(
            Account::of(done().edited("config:DescribeConfigurationRecorders", "default", "of-mine").edited(
                "config:DescribeConfigurationRecorderStatus",
                "default",
                "of-mine",
            )),
            &[(LeftKind::Recorder, "default")],
        ),
    ] {
        for (kind, name) in kinds {
            let left = aws.left(&example(), *kind, name).await.unwrap_or_else(|fault| panic!("{}", fault.message()));
            assert_eq!(left, None, "{kind:?} {name}");
        }
    }
}

/// The policy of 4.3, which 4.5 removes and which goes with its bucket.
const PUBLIC: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::example.com/*"}]}"#;

fn records_of(records: &str) -> String {
    format!(
        "<ListResourceRecordSetsResponse><ResourceRecordSets>{records}</ResourceRecordSets><IsTruncated>false</IsTruncated>
         <MaxItems>300</MaxItems></ListResourceRecordSetsResponse>"
    )
}

/// A host of its owner's own, an alias to a load balancer, the certificate of a shop, and mail at another provider.
const OF_OTHERS: &str = "
    <ResourceRecordSet><Name>example.com.</Name><Type>A</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>198.51.100.7</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>api.example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z35SXDOTRQ7X7K</HostedZoneId>
        <DNSName>shop-1.us-east-1.elb.amazonaws.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth>
        </AliasTarget></ResourceRecordSet>
    <ResourceRecordSet><Name>_ccc.shop.example.com.</Name><Type>CNAME</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>_ddd.acm-validations.aws.</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>google._domainkey.example.com.</Name><Type>TXT</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>\"v=DKIM1; k=rsa; p=abc\"</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>aaa._domainkey.shop.example.com.</Name><Type>CNAME</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>aaa.dkim.amazonses.com</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>_dmarc.example.com.</Name><Type>TXT</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>\"v=DMARC1; p=reject;\"</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>webmail.example.com.</Name><Type>CNAME</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>mail.provider.example</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>";

/// An API beside the course's, whichever the domain name leads to.
#[tokio::test]
async fn of_several_apis_the_courses_is_found_by_its_name() {
    let first = r#"{"item": [{"id": "a1"#;
    let photos =
        r#"{"item": [{"id": "p1", "name": "photos", "endpointConfiguration": {"types": ["EDGE"]}}, {"id": "a1"#;
    let account = Account::of(done().edited("apigateway:GetRestApis", first, photos));
    let aws = account.edited("apigateway:GetBasePathMappings", "a1b2c3d4e5", "p1").open();
    let left = aws.left(&example(), LeftKind::RestApi, "website").await.unwrap();
    assert_eq!(left.map(|left| left.id).as_deref(), Some("a1b2c3d4e5"));
}

/// Nothing tells which of several is the course's, or others need it as well.
#[tokio::test]
async fn what_may_be_somebody_elses_stays() {
    let of_mine = cloudformation::stack("of-mine", "CREATE_COMPLETE", cloudformation::OF_CDK);
    let toolkit = cloudformation::stack("CDKToolkit", "CREATE_COMPLETE", &cloudformation::toolkit("30"));
    let own = cloudformation::stack("HelloCdkStack", "CREATE_COMPLETE", cloudformation::OF_CDK);
    let stacks = |members: &[String]| {
        Account::of(done()).answers("cloudformation:DescribeStacks", ok(cloudformation::stacks(members)))
    };
    let zone = Account::of(done()).answers("route53:ListResourceRecordSets", ok(records_of(OF_OTHERS)));
    let names = r#""SubjectAlternativeNames": ["#;
    let shop = Account::of(done()).edited("acm:DescribeCertificate", names, &format!("{names}\"shop.example.com\", "));
    let two = |text: &str| {
        let member = &text[text.find("<member>").unwrap()..text.find("</PhoneNumbers>").unwrap()];
        text.replace(member, &member.repeat(2))
    };
    for (account, kind, name, stays) in [
        (stacks(&[toolkit.clone(), own.clone()]), LeftKind::Stack, "CDKToolkit", None),
        (stacks(&[toolkit, own, of_mine]), LeftKind::Stack, "CDKToolkit", Some("(of-mine)")),
        (Account::of(done()), LeftKind::Recorder, "default", None),
        (
            Account::of(done()).edited("config:DescribeDeliveryChannels", "example-data", "audits-of-mine"),
            LeftKind::Recorder,
            "default",
            Some("audits-of-mine"),
        ),
        (Account::of(done()), LeftKind::PhoneNumber, "", None),
        (zone, LeftKind::HostedZone, "example.com", Some("such as example.com A")),
        (Account::of(done()), LeftKind::Certificate, "example.com", None),
        (shop, LeftKind::Certificate, "example.com", Some("for shop.example.com as well")),
        (
            Account::of(done()).answers("sns:ListOriginationNumbers", ok(two(sms::NUMBERS))),
            LeftKind::PhoneNumber,
            "",
            Some("has 2 numbers"),
        ),
        (
            Account::of(done()).answers("sns:ListSMSSandboxPhoneNumbers", ok(two(sms::PHONES))),
            LeftKind::SandboxPhone,
            "",
            Some("has 2 phones"),
        ),
    ] {
        let left = account.open().left(&example(), kind, name).await.unwrap().unwrap_or_else(|| panic!("{kind:?}"));
        assert_eq!(left.stays.is_some(), stays.is_some(), "{kind:?}: {left:?}");
        assert!(left.stays.unwrap_or_default().contains(stays.unwrap_or_default()), "{kind:?}");
    }
}

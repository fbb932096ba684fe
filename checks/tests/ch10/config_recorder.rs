//! 10.e1: whose the recorder is, what it records, and where its history goes.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch10/config_recorder";
const RECORDERS: &str = "config:DescribeConfigurationRecorders";

fn recording(what: &str) -> Account {
    solved().answers(RECORDERS, ok(config::recorder(what)))
}

#[tokio::test]
async fn a_recorder_of_a_service_is_not_the_learners() {
    let name = r#""name": "default""#;
    for other in [
        r#""name": "AWSConfigurationRecorderForSecurityHub_1", "recordingScope": "INTERNAL""#,
        r#""name": "default", "servicePrincipal": "securityhub.amazonaws.com""#,
    ] {
        let account = solved().edited(RECORDERS, name, other);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "recorder", "nothing of that name")]).await;
    }
}

#[tokio::test]
async fn a_recorder_in_another_region_is_a_near_miss_that_costs() {
    let there = |account: Account, label, answer: String| account.answers_to(label, "//config.eu-west-1.", ok(answer));
    let account = solved().with(config::without);
    let account = there(account, RECORDERS, config::recorder(config::SELECTED));
    let account = there(account, "config:DescribeConfigurationRecorderStatus", config::status(true, "Success"));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "recorder", "the recorder default in eu-west-1")]).await;
}

#[tokio::test]
async fn a_recorder_that_is_there_need_not_record() {
    let status = |recording, last| {
        solved().answers("config:DescribeConfigurationRecorderStatus", ok(config::status(recording, last)))
    };
    expect(&status(false, "Success"), SLUG, Verdict::NotDone, &[(Fails, "records", "stopped")]).await;
    expect(&status(true, "Failure"), SLUG, Verdict::NotDone, &[(Fails, "records", "AccessDenied")]).await;
    for (last, found) in [("Success", "recording"), ("Pending", "nothing was recorded yet"), ("PENDING", "nothing")] {
        expect(&status(true, last), SLUG, Verdict::Done, &[(Holds, "records", found)]).await;
    }
    let unsaid = config::status(true, "Success").replace(r#""recording": true, "#, "");
    let unsaid = solved().answers("config:DescribeConfigurationRecorderStatus", ok(unsaid));
    expect(&unsaid, SLUG, Verdict::CannotTell, &[(CannotTell, "recorder", "AWS always sends")]).await;
}

#[tokio::test]
async fn what_is_recorded_and_what_that_costs() {
    let daily = r#""recordingMode": {"recordingFrequency": "DAILY"}"#;
    let group = |group: &str| recording(&format!(r#""recordingGroup": {{{group}}}, {daily}"#));
    let findings = check(&solved(), SLUG).await;
    assert!(finding(&findings, "types").advice.is_none(), "{findings:#?}");
    for (account, said) in [
        (group(r#""allSupported": true"#), "for each type that is recorded"),
        (recording(daily), "every type of resource"),
        (solved().edited(RECORDERS, "DAILY", "CONTINUOUS"), "for each change"),
        (
            group(r#""allSupported": false, "resourceTypes": ["AWS::Lambda::Function"]"#),
            "add AWS::S3::Bucket and AWS::DynamoDB::Table",
        ),
        (
            group(r#""allSupported": false, "exclusionByResourceTypes": {"resourceTypes": ["AWS::S3::Bucket"]}"#),
            "add AWS::S3::Bucket to the types",
        ),
    ] {
        expect(&account, SLUG, Verdict::Done, &[(Holds, "types", said)]).await;
    }
    let nothing = group(r#""allSupported": false, "resourceTypes": []"#);
    expect(&nothing, SLUG, Verdict::NotDone, &[(Fails, "types", "none")]).await;
}

#[tokio::test]
async fn a_role_that_is_not_aws_own_must_trust_the_service() {
    let own = solved().edited(RECORDERS, config::ROLE, "arn:aws:iam::123456789012:role/recorder");
    let with = |trust: &str| {
        own.clone().answers_to(
            "iam:GetRole",
            "RoleName=recorder",
            ok(iam::role_trusting("recorder", &iam::trust(trust))),
        )
    };
    expect(&with("config.amazonaws.com"), SLUG, Verdict::Done, &[]).await;
    let expected = [(Fails, "role", "it is for lambda.amazonaws.com")];
    expect(&with("lambda.amazonaws.com"), SLUG, Verdict::NotDone, &expected).await;
    let gone = own.answers_to("iam:GetRole", "RoleName=recorder", error("iam:", (404, "NoSuchEntity"), "no"));
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "role", "it is not there")]).await;
}

#[tokio::test]
async fn the_history_needs_a_bucket() {
    let none = solved().answers("config:DescribeDeliveryChannels", ok(r#"{"DeliveryChannels": []}"#));
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "channel", "no delivery channel")]).await;
    let last = |last| solved().answers("config:DescribeDeliveryChannelStatus", ok(config::delivered(last)));
    expect(&last("Failure"), SLUG, Verdict::NotDone, &[(Fails, "channel", "NoSuchBucket")]).await;
    expect(&last("Not_Applicable"), SLUG, Verdict::Done, &[]).await;
    let without_bucket = |account: Account| {
        account.edited("config:DescribeDeliveryChannels", "example-data", "history").refuses(
            "s3:GetBucketLocation",
            (404, "NoSuchBucket"),
            "none",
        )
    };
    let expected = [(Fails, "channel", "the bucket history, which is not among yours")];
    expect(&without_bucket(last("Not_Applicable")), SLUG, Verdict::NotDone, &expected).await;
    // It may be another account's, such as an organization's.
    expect(&without_bucket(last("Success")), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_practice_account_is_asked_for_no_deliveries() {
    let you = Learner { practice: true, ..example() };
    let refusing = solved().refuses("config:DescribeDeliveryChannelStatus", (500, "InternalError"), "no");
    expect_of(&you, &refusing, SLUG, Verdict::Done, &[]).await;
    let findings = check(&refusing, SLUG).await;
    assert_eq!(finding(&findings, "channel").verdict, CannotTell, "{findings:#?}");
}

//! A read that fails is *cannot tell* with the right fix, whatever fails and wherever; never done and never not done.

use std::time::Duration;

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider, future};
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use super::*;
use crate::aws::fault::FaultKind;
use crate::aws::fault::FaultKind::*;

const SLUG: &str = "ch04/s3_website_hosting_off";
const READ: &str = "s3:GetBucketPolicy";
const STATEMENT: &str = r#"{"Action":"s3:GetBucketPolicy","Effect":"Allow","Resource":"arn:aws:s3:::example.com"}"#;
const PLAN: &str = "your account's plan does not include S3";
const SUBSCRIPTION: &str = "The AWS Access Key Id needs a subscription for the service (Service: PinpointSmsVoiceV2)";
const FREE_TIER: &str = "Free Tier accounts are not supported for this service";
const HTML: &str = "<html><body>Welcome to our Wi-Fi</body></html>";

fn refusal(code: (u16, &str), message: &str) -> Answer {
    error(READ, code, message)
}

/// A denial in AWS's words, which end in `why`.
fn denial(why: &str) -> Answer {
    let message =
        "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: s3:GetBucketPolicy on resource:";
    refusal((403, "AccessDenied"), &format!("{message} \"arn:aws:s3:::example.com\" {why}"))
}

/// Checks that the bucket policy cannot be told for this kind of reason, with this in the advice.
async fn expect_fault(account: &Account, kind: FaultKind, advice: &str) {
    expect(account, SLUG, Verdict::CannotTell, &[(ClauseVerdict::CannotTell, "policy", advice)]).await;
    let reason = finding(&check(account, SLUG).await, "policy").reason.clone().unwrap();
    assert_eq!((reason.kind, reason.operation.as_str()), (kind.name(), READ), "{reason:?}");
    assert_eq!(reason.resource, "arn:aws:s3:::example.com");
    assert!(!reason.message.is_empty());
}

#[tokio::test]
async fn each_fault_has_its_kind_and_its_cure() {
    let unnamed = |number| status(number, HTML);
    for (answer, kind, advice) in [
        (refusal((400, "Throttling"), "Rate exceeded"), Throttled, "Wait a minute"),
        (refusal((503, "SlowDown"), "Please reduce your request rate"), Throttled, "Wait a minute"),
        (unnamed(429), Throttled, "Wait a minute"),
        (refusal((400, "ExpiredToken"), "The provided token has expired."), Credentials, "Your sign-in has expired"),
        (refusal((403, "InvalidClientTokenId"), "is invalid"), Credentials, "does not accept these credentials"),
        (refusal((403, "InvalidAccessKeyId"), "does not exist"), Credentials, "does not accept these credentials"),
        (refusal((403, "SignatureDoesNotMatch"), "does not match"), Credentials, "does not accept these credentials"),
        (refusal((400, "RequestExpired"), "Request has expired."), Credentials, "Set your computer's clock"),
        (refusal((403, "RequestTimeTooSkewed"), "too large"), Credentials, "Set your computer's clock"),
        (refusal((403, "AccessDenied"), "Access Denied"), Denied, STATEMENT),
        (refusal((400, "SubscriptionRequiredException"), "no"), NotInPlan, PLAN),
        (refusal((403, "OptInRequired"), "You are not subscribed to this service"), NotInPlan, PLAN),
        (refusal((403, "NotSignedUp"), "Your account is not signed up"), NotInPlan, PLAN),
        (refusal((400, "UserError"), SUBSCRIPTION), NotInPlan, PLAN),
        (refusal((403, "AccessDeniedException"), FREE_TIER), NotInPlan, PLAN),
        (unnamed(500), AwsFault, "on AWS's side"),
        (unnamed(503), AwsFault, "on AWS's side"),
        (refusal((500, "InternalError"), "We encountered an internal error"), AwsFault, "on AWS's side"),
        (unnamed(403), NotReachable, "sign-in page of the Wi-Fi answered instead of AWS"),
        (unnamed(407), NotReachable, "sign-in page of the Wi-Fi answered instead of AWS"),
        (Answer::CutOff, NotReachable, "Check the network"),
        (Answer::Refused, NotReachable, "connection refused"),
        (Answer::Silence, NotReachable, "no answer within 10 seconds"),
        (status(200, "{\"Version\": \"2012"), Unexpected, "report it"),
        (refusal((400, "NoSuchThing"), "There is no such thing"), Unexpected, "There is no such thing"),
        (refusal((501, "NotImplemented"), "not implemented"), AwsFault, "on AWS's side"),
    ] {
        expect_fault(&solved().answers(READ, answer), kind, advice).await;
    }
}

/// A list that breaks off is no empty one, and the learner is told what happened to it.
#[tokio::test]
async fn an_answer_that_breaks_off_is_not_told_as_an_empty_one() {
    let findings = check(&solved().answers(READ, Answer::CutOff), SLUG).await;
    let reason = finding(&findings, "policy").reason.clone().unwrap();
    assert!(!reason.message.contains("the answer is empty"), "{reason:?}");
    let empty = check(&solved().answers("s3:GetBucketWebsite", ok("")), SLUG).await;
    let reason = empty.0.iter().find_map(|finding| finding.reason.as_ref()).unwrap();
    assert!(reason.message.contains("the answer is empty"), "{reason:?}");
}

#[tokio::test]
async fn what_the_plan_leaves_out_no_policy_adds() {
    let account = solved().answers(READ, refusal((403, "AccessDenied"), FREE_TIER));
    let findings = check(&account, SLUG).await;
    let advice = finding(&findings, "policy").advice.clone().unwrap();
    assert!(!advice.contains("Allow") && advice.contains("No IAM policy"), "{advice}");
}

#[tokio::test]
async fn a_denial_says_who_can_lift_it_and_the_smallest_statement_where_one_cures_it() {
    for (why, advice) in [
        ("because no identity-based policy allows the s3:GetBucketPolicy action", "Your work is not at fault"),
        ("because no session policy allows the s3:GetBucketPolicy action", "sign in with another role"),
        ("because no VPC endpoint policy allows the s3:GetBucketPolicy action", "check from another network"),
        ("", "AWS does not say which policy"),
    ] {
        let account = solved().answers(READ, denial(why));
        expect_fault(&account, Denied, advice).await;
        expect_fault(&account, Denied, STATEMENT).await;
        expect_fault(&account, Denied, why).await;
    }
}

#[tokio::test]
async fn no_statement_is_printed_where_none_cures() {
    for (why, advice) in [
        (
            "with an explicit deny in an identity-based policy",
            "A Deny in a policy of arn:aws:iam::123456789012:user/ada",
        ),
        ("with an explicit deny in a resource-based policy", "A Deny in the policy of arn:aws:s3:::example.com"),
        ("with an explicit deny in a service control policy", "whoever manages the organization"),
        ("because no service control policy allows the action", "whoever manages the organization can widen that"),
        ("with an explicit deny in a resource control policy", "whoever manages the organization"),
        ("with an explicit deny in a permissions boundary", "the permissions boundary of arn:aws:iam::"),
        ("because no permissions boundary allows the action", "only whoever manages the account can widen that"),
    ] {
        let account = solved().answers(READ, denial(why));
        expect_fault(&account, Denied, advice).await;
        expect_fault(&account, Denied, why).await;
        let findings = check(&account, SLUG).await;
        assert_eq!(fix(finding(&findings, "policy")), None, "{findings:#?}");
    }
}

#[tokio::test]
async fn an_emulator_that_lacks_an_operation_says_so() {
    let advice = "This endpoint is not AWS and does not implement";
    for answer in [
        refusal((501, "NotImplemented"), "not implemented"),
        refusal((400, "UnknownOperationException"), ""),
        refusal((400, "InvalidAction"), "Unknown action"),
        status(501, ""),
        status(404, HTML),
    ] {
        expect_fault(&solved().emulated().answers(READ, answer), NotImplemented, advice).await;
    }
    expect_fault(&solved().emulated().answers(READ, status(500, HTML)), AwsFault, "").await;
    // An answer in no protocol of AWS's, which the SDK cannot take for an error of the service.
    let strange = status(400, r#"{"error": "Unsupported service: route53domains"}"#);
    let account = solved().emulated().answers("route53domains:GetDomainDetail", strange);
    let findings = check(&account, "ch04/domain_registration").await;
    let finding = finding(&findings, "delegated");
    assert_eq!(finding.reason.as_ref().map(|reason| reason.kind), Some("not_implemented"), "{finding:#?}");
}

#[tokio::test]
async fn throttling_is_tried_three_times_and_then_told() {
    let account = solved().refuses(READ, (400, "Throttling"), "Rate exceeded");
    let retries = RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(1));
    let aws = account.open_with(|config| config.retry_config(retries));
    let findings = crate::check(SLUG, &aws, &example()).await.unwrap();
    assert_eq!(finding(&findings, "policy").reason.as_ref().unwrap().kind, "throttled");
    assert_eq!(aws.sent().iter().filter(|label| **label == READ).count(), 3);
}

/// Finds no credentials, as the SDK does in a home without any.
#[derive(Debug)]
struct Nobody;

impl ProvideCredentials for Nobody {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(Err(CredentialsError::not_loaded(
            "no providers in chain provided credentials",
        )))
    }
}

#[tokio::test]
async fn without_credentials_nothing_is_sent_and_the_learner_is_told_to_sign_in() {
    let nobody = SharedCredentialsProvider::new(Nobody);
    let aws = solved().open_with(|config| config.credentials_provider(nobody));
    let findings = crate::check(SLUG, &aws, &example()).await.unwrap();
    let first = &findings.0[0];
    assert_eq!(first.reason.as_ref().map(|reason| reason.kind), Some("credentials"), "{first:#?}");
    assert!(says(first, "Sign in first: `aws login`"), "{first:#?}");
    assert_eq!((findings.verdict(), aws.sent().len()), (Verdict::CannotTell, 0));
}

/// A server that accepts and never answers.
#[derive(Debug)]
struct Never;

impl HttpConnector for Never {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(std::future::pending())
    }
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up() {
    let limits = TimeoutConfig::builder().operation_timeout(Duration::from_millis(10)).build();
    let client = http_client_fn(|_, _| SharedHttpConnector::new(Never));
    let aws = solved().open_with(|config| config.http_client(client).timeout_config(limits));
    let findings = crate::check(SLUG, &aws, &example()).await.unwrap();
    let first = findings.0[0].reason.as_ref().map(|reason| reason.kind);
    assert_eq!((first, findings.verdict()), (Some("not_reachable"), Verdict::CannotTell), "{findings:#?}");
}

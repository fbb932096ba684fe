//! What is waited for, and for how long: a silent service is asked once, and at its deadline a run is over.

use std::time::Duration;

use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::*;
use crate::aws::Aws;
use crate::aws::patience::Patience;

/// An account that never answers.
#[derive(Debug)]
struct Never;

impl HttpConnector for Never {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(std::future::pending())
    }
}

fn never(patience: Patience) -> Aws {
    let client = http_client_fn(|_, _| SharedHttpConnector::new(Never));
    let timeouts = patience.timeouts();
    solved().open_with(|config| config.http_client(client).timeout_config(timeouts)).within(patience)
}

fn message(fault: &crate::Fault) -> String {
    assert_eq!(fault.kind(), crate::FaultKind::NotReachable, "{fault:?}");
    fault.message()
}

#[test]
fn each_limit_holds_what_the_ones_before_it_allow() {
    let Patience { connect, read, credentials, attempt, operation, run } = Patience::default();
    let limits = [connect, read, credentials, attempt, operation, run];
    assert!(limits.is_sorted(), "{limits:?}");
    assert!(credentials + connect <= attempt && connect + read <= attempt && operation * 2 <= run);
}

#[tokio::test]
async fn a_service_that_does_not_answer_is_not_asked_again() {
    let account = solved().answers("s3:ListBuckets", Answer::Silence);
    let aws = account.open();
    let you = example();
    let first = message(&aws.bucket(&you, "example.com").await.unwrap_err());
    assert!(first.starts_with("s3:ListBuckets: ") && first.contains("no answer within 10 seconds"), "{first}");
    let bucket = crate::services::s3::Bucket {
        name: "example.com".into(),
        arn: "arn:aws:s3:::example.com".into(),
        region: "us-east-1".into(),
    };
    let second = message(&aws.website(&bucket).await.unwrap_err());
    assert_eq!(second, "s3:GetBucketWebsite: not asked, since there was no answer to s3:ListBuckets in time");
    aws.distribution("example.com", "example.com").await.expect("another service is asked");
    assert_eq!(aws.sent(), ["s3:ListBuckets", "cloudfront:ListDistributions"]);
}

#[tokio::test]
async fn a_region_that_does_not_answer_leaves_the_others_alone() {
    let account = solved()
        .answers_to("acm:ListCertificates", "//acm.us-east-2.", Answer::Silence)
        .answers_to("acm:ListCertificates", "//acm.eu-west-1.", ok(acm::CERTIFICATES))
        .answers_to("acm:ListCertificates", "//acm.us-east-1.", ok(acm::NO_CERTIFICATES));
    let found = account.open().certificate(&example(), &example().certificate_names()).await.unwrap();
    let crate::judgement::Found::Missing(Some(near)) = found else { panic!("{found:?}") };
    assert!(near.found.contains("eu-west-1"), "{near:?}");
}

#[tokio::test]
async fn a_service_that_refuses_is_asked_again() {
    let account = solved().answers("s3:GetBucketWebsite", Answer::Refused);
    let findings = check(&account, "ch04/s3_website_hosting_off").await;
    let of = |clause| finding(&findings, clause).verdict;
    assert_eq!(of("website"), ClauseVerdict::CannotTell);
    assert_eq!(of("policy"), ClauseVerdict::Holds);
}

#[tokio::test]
async fn a_read_is_given_up_and_says_which_it_was() {
    let aws = never(Patience { operation: Duration::from_millis(20), ..Patience::default() });
    let fault = message(&aws.caller().await.unwrap_err());
    assert!(fault.starts_with("sts:GetCallerIdentity: ") && fault.contains("20ms"), "{fault}");
}

#[tokio::test]
async fn at_its_deadline_a_run_is_over() {
    let aws = never(Patience { run: Duration::from_millis(20), ..Patience::default() });
    let fault = message(&aws.caller().await.unwrap_err());
    assert!(fault.starts_with("sts:GetCallerIdentity: no answer within "), "{fault}");
    let sent = aws.sent();
    let findings = crate::check("ch04/s3_website_hosting", &aws, &example()).await.unwrap();
    let first = &findings.0[0];
    assert_eq!(first.reason.as_ref().map(|reason| &*reason.operation), Some("s3:ListBuckets"), "{first:#?}");
    assert_eq!((findings.verdict(), aws.sent()), (Verdict::CannotTell, sent), "nothing more is asked");
}

//! Reachability and the clock: what answers is reachable, whatever it answers, and refusals tell the time too.

use super::*;
use crate::aws::fault::FaultKind;

const DAY_OF_1970: i64 = 24 * 60 * 60;

fn identity(headers: &'static [(&'static str, &'static str)]) -> Account {
    let body = "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>".into();
    Account::empty().answers("sts:GetCallerIdentity", Answer::Http { status: 200, headers, body })
}

#[tokio::test]
async fn every_service_is_asked_once_and_each_fault_stays_with_its_own() {
    let account = solved()
        .answers("s3:ListBuckets", Answer::Refused)
        .refuses("iam:GetAccountSummary", (403, "AccessDenied"), "is not authorized")
        .answers("route53domains:ListOperations", ok("{\"Operations\": []}"));
    let aws = account.open();
    let health = aws.health(&example()).await;
    let seen: Vec<_> = health.iter().map(|h| (h.service, h.read.as_ref().err().map(|fault| fault.kind()))).collect();
    assert_eq!(
        seen,
        [
            ("IAM", Some(FaultKind::Denied)),
            ("Route 53", None),
            ("S3", Some(FaultKind::NotReachable)),
            ("ACM", None),
            ("CloudFront", None),
            ("API Gateway", None),
            ("Lambda", None),
            ("CloudWatch Logs", None),
            ("DynamoDB", None),
            ("SSM", None),
            ("SESv2", None),
            ("Cognito Identity Provider", None),
            ("EventBridge", None),
            ("Scheduler", None),
            ("SNS", None),
            ("Backup", None),
            ("Config Service", None),
            ("SFN", None),
            ("CloudFormation", None),
            ("Route 53 Domains", None),
            ("S3 Control", None),
        ]
    );
    assert_eq!(aws.sent().len(), seen.len());
}

#[tokio::test]
async fn an_emulator_is_not_asked_for_what_it_has_not() {
    let aws = solved().emulated().open();
    let health = aws.health(&example()).await;
    let services: Vec<_> = health.iter().map(|health| health.service).collect();
    let of_aws_alone = ["Route 53 Domains", "S3 Control"];
    assert!(services.contains(&"Cognito Identity Provider"), "{services:?}");
    assert!(!services.iter().any(|service| of_aws_alone.contains(service)), "{services:?}");
    assert_eq!(services.len(), 19);
}

#[tokio::test]
async fn the_clock_is_compared_with_the_date_of_the_answer() {
    let aws = identity(&[("date", "Fri, 02 Jan 1970 00:00:00 GMT")]).open();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let ahead = aws.clock_ahead().await.unwrap();
    assert!((ahead + DAY_OF_1970).abs_diff(i64::try_from(now).unwrap()) < 60, "{ahead}");
}

#[tokio::test]
async fn without_a_date_nothing_is_said_of_the_clock() {
    for headers in [&[][..], &[("date", "yesterday")]] {
        assert_eq!(identity(headers).open().clock_ahead().await, None);
    }
    let refused = Account::empty().answers("sts:GetCallerIdentity", Answer::Refused);
    assert_eq!(refused.open().clock_ahead().await, None);
}

#[tokio::test]
async fn a_refusal_tells_the_time_too() {
    let Answer::Http { status, body, .. } = error("sts:GetCallerIdentity", (400, "RequestExpired"), "has expired")
    else {
        unreachable!("an error is an HTTP answer")
    };
    let headers = &[("date", "Fri, 02 Jan 1970 00:00:00 GMT")];
    let account = Account::empty().answers("sts:GetCallerIdentity", Answer::Http { status, headers, body });
    assert!(account.open().clock_ahead().await.is_some());
}

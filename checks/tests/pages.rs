//! Lists of several pages: an empty page is not the end, and what a page may hold that cannot be read is not missing.

use std::collections::BTreeMap;

use super::answers::*;
use super::lists::{LISTS, List, MARK};
use super::matrix::{emptied, weigh};
use super::solved::solved;
use super::*;
use crate::aws::operation::OPERATIONS;
use crate::aws::{Dns, FaultKind};
use crate::doubles::{Answer, error, ok};

/// An account and an exercise that depend on one list, and the name that the list is asked for.
struct Case {
    list: &'static List,
    slug: &'static str,
    account: Account,
    whole: &'static str,
    practice: bool,
}

const NO_OPERATIONS: &str = r#"{"Operations": []}"#;
const REGISTERING: &str = r#"{"Operations": [{"OperationId": "1", "DomainName": "example.com",
    "Type": "REGISTER_DOMAIN", "Status": "IN_PROGRESS"}]}"#;
const USERS: &str = "<ListUsersResponse><ListUsersResult><Users><member><Path>/</Path><UserName>ada</UserName>
    <UserId>AIDAEXAMPLE</UserId><Arn>arn:aws:iam::123456789012:user/ada</Arn>
    <CreateDate>2026-01-01T00:00:00Z</CreateDate></member></Users>
    <IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>";
pub const KEYS: &str = "<ListBucketResult><IsTruncated>false</IsTruncated>
    <Contents><Key>site/index.html</Key></Contents></ListBucketResult>";

fn cases() -> Vec<Case> {
    let case = |label, slug, account, whole| {
        let list = LISTS.iter().find(|list| list.label == label).expect("a row for the list");
        Case { list, slug, account, whole, practice: label == "iam:ListUsers" }
    };
    let unregistered = solved().refuses("route53domains:GetDomainDetail", (400, "InvalidInput"), "not yours");
    vec![
        case("s3:ListBuckets", "ch04/s3_website_hosting_off", solved(), BUCKETS),
        case("s3:ListObjectsV2", "ch04/s3_website_hosting", emptied(), KEYS),
        case("iam:ListUsers", "ch04/aws_account", solved(), USERS),
        case("iam:ListMFADevices", "ch04/aws_account", solved(), MFA_DEVICES),
        case("route53:ListHostedZonesByName", "ch04/domain_registration", solved(), HOSTED_ZONES),
        case("route53:ListResourceRecordSets", "ch04/cloudfront_aliases", solved(), ALIAS_RECORDS),
        case("cloudfront:ListDistributions", "ch04/cloudfront_aliases", solved(), DISTRIBUTIONS),
        case("acm:ListCertificates", "ch04/acm_certificate", solved(), CERTIFICATES),
        case(
            "route53domains:ListOperations",
            "ch04/domain_registration",
            unregistered.answers("route53domains:ListOperations", ok(NO_OPERATIONS)),
            REGISTERING,
        ),
    ]
}

impl Case {
    async fn check(&self, first: String, then: Answer) -> (Findings, usize) {
        let account = self.account.clone().answers(self.list.label, ok(first));
        let aws = account.answers_to(self.list.label, MARK, then).dns(Dns::None).open();
        let learner = crate::learner::Learner { practice: self.practice, ..example() };
        let findings = crate::check(self.slug, &aws, &learner).await.unwrap();
        (findings, aws.sent().iter().filter(|label| **label == self.list.label).count())
    }

    /// The findings when the whole list is one page.
    async fn whole(&self) -> Findings {
        self.check(self.whole.to_owned(), ok("")).await.0
    }
}

#[test]
fn every_list_among_the_operations_has_its_case() {
    let mut lists: Vec<_> = OPERATIONS.iter().filter(|o| o.name.starts_with("List")).map(|o| o.label).collect();
    let mut covered: Vec<_> = cases().iter().map(|case| case.list.label).collect();
    lists.sort_unstable();
    covered.sort_unstable();
    assert_eq!(lists, covered);
}

#[tokio::test]
async fn a_page_without_entries_is_not_the_end() {
    for case in cases() {
        let first = case.list.empty_page(case.whole, "example.com.");
        let (findings, asked) = case.check(first, ok(case.whole)).await;
        assert_eq!(findings.0, case.whole().await.0, "{}", case.list.label);
        assert!(asked >= 2, "{}: the page that follows was not asked for", case.list.label);
    }
}

#[tokio::test]
async fn a_page_that_fails_leaves_what_it_may_hold_untold() {
    for case in cases() {
        for refusal in [(403, "AccessDenied"), (500, "InternalError")] {
            let first = case.list.empty_page(case.whole, "example.com.");
            let then = error(case.list.label, refusal, "no");
            let (findings, _) = case.check(first, then).await;
            let shown = format!("{} {refusal:?}: {findings:#?}", case.list.label);
            weigh(&case.whole().await, &findings, &shown);
            assert!(findings.0.iter().any(|f| f.verdict == ClauseVerdict::CannotTell), "{shown}");
        }
    }
}

/// A list that leads back to the same page for ever ends, and so does one that goes on nobody knows where.
#[tokio::test]
async fn a_list_without_an_end_cannot_be_told() {
    for case in cases() {
        let circle = case.list.empty_page(case.whole, "example.com.");
        let (findings, asked) = case.check(circle.clone(), ok(circle)).await;
        untold(&findings, FaultKind::Unexpected, case.list.label);
        assert!(asked <= 40, "{} was asked {asked} times", case.list.label);
        if case.list.says_that_it_goes_on() {
            let (findings, _) = case.check(case.list.page_without_mark(case.whole), ok("")).await;
            untold(&findings, FaultKind::NotImplemented, case.list.label);
        }
    }
}

fn untold(findings: &Findings, kind: FaultKind, label: &str) {
    let reasons: BTreeMap<_, _> =
        findings.0.iter().filter_map(|f| f.reason.as_ref()).map(|reason| (&*reason.operation, reason.kind)).collect();
    assert_eq!(reasons.get(label), Some(&kind.name()), "{label}: {findings:#?}");
}

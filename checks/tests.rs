//! What no emulator can show: a real account, refusals, and states that AWS alone can be in, against `testing`.

mod acm_certificate;
mod api_custom_domain;
mod aws_account;
mod behaviour;
mod calls;
mod cloudfront_aliases;
mod cloudfront_distribution;
mod code;
mod distribution_policy;
mod domain_registration;
mod dynamodb_table;
mod faults;
mod function_permissions;
mod get_chapters_function;
mod grant;
mod health;
mod matrix;
mod near_misses;
mod package;
mod pages;
mod patience;
mod report;
mod rest_api;
mod round_trips;
mod s3_website_hosting;
mod s3_website_record;
mod site;
mod solved;
mod testing;
mod the_dns;

use crate::findings::{ClauseVerdict, Finding, Findings, Verdict};
use crate::testing::account::{acm, apigateway, cloudfront, dynamodb, iam, lambda, route53, s3, sts};
use crate::testing::{
    Account, Answer, Presented, Reply, Said, World, error, example, ok, solved, solved_for, status, website, weigh,
    world_for,
};

/// What a clause's finding must be: its verdict, a part of the clause's text, and what the finding must say somewhere.
type Expected<'a> = (ClauseVerdict, &'a str, &'a str);

/// Checks the exercise in the account. The clauses listed are found as listed; all others hold, or are skipped since
/// they stand on one that does not.
async fn expect(account: &Account, slug: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    let findings = check(account, slug).await;
    assert_eq!(findings.verdict(), verdict, "{findings:#?}");
    for (verdict, clause, text) in exceptions {
        let finding = finding(&findings, clause);
        assert_eq!(finding.verdict, *verdict, "{finding:#?}");
        assert!(says(finding, text), "{text:?} is missing: {finding:#?}");
    }
    let listed = |finding: &&Finding| exceptions.iter().any(|(_, clause, _)| finding.clause.contains(clause));
    for finding in findings.0.iter().filter(|finding| !listed(finding)) {
        assert!(finding.verdict == ClauseVerdict::Holds || stands_on_a_lost_one(finding, &findings), "{finding:#?}");
    }
}

fn stands_on_a_lost_one(skipped: &Finding, findings: &Findings) -> bool {
    let needed = skipped.found.as_ref().and_then(|found| found.strip_prefix("not checked: first, "));
    let lost = |finding: &Finding| finding.verdict != ClauseVerdict::Holds && Some(finding.clause.as_str()) == needed;
    skipped.verdict == ClauseVerdict::Skipped && findings.0.iter().any(lost)
}

async fn check(account: &Account, slug: &str) -> Findings {
    crate::check(slug, &account.open(), &example()).await.unwrap_or_else(|| panic!("no verifier for {slug}"))
}

/// The one finding whose clause holds this text.
fn finding<'a>(findings: &'a Findings, clause: &str) -> &'a Finding {
    let found: Vec<_> = findings.0.iter().filter(|finding| finding.clause.contains(clause)).collect();
    assert_eq!(found.len(), 1, "findings about {clause:?}");
    found[0]
}

/// Whether the finding says `text` somewhere; a policy statement, in whatever order its members stand.
fn says(finding: &Finding, text: &str) -> bool {
    if text.starts_with('{') {
        return fix(finding) == Some(serde_json::from_str(text).expect("a policy statement"));
    }
    let message = finding.reason.as_ref().map(|reason| &reason.message);
    let wait = finding.wait.map(|wait| wait.to_string());
    let texts = [&finding.expected, &finding.found, &finding.advice, &wait];
    texts.into_iter().flatten().chain(message).any(|t| t.contains(text))
}

/// The policy statement that the advice on a refusal ends in.
fn fix(finding: &Finding) -> Option<serde_json::Value> {
    let (_, statement) = finding.advice.as_ref()?.split_once("Smallest policy statement that fixes it: ")?;
    serde_json::from_str(statement).ok()
}

//! What no emulator can show: a real account, refusals, and states that AWS alone can be in, against `testing`.

mod aws;
mod behaviour;
mod calls;
mod ch04;
mod ch05;
mod ch06;
mod ch07;
mod ch08;
mod ch09;
mod ch10;
mod ch12;
mod clock;
mod documents;
mod faults;
mod grant;
mod health;
mod judge;
mod left;
mod matrix;
mod near_misses;
mod outside;
mod pages;
mod patience;
mod recorded;
mod report;
mod review;
mod round_trips;
mod solved;
mod tape;
#[path = "../xtask/templates/checks.rs"]
mod template;
mod testing;
mod verifier;

use crate::findings::{ClauseVerdict, Finding, Findings, Verdict};
use crate::learner::Learner;
use crate::testing::account::{
    account_info, acm, apigateway, backup, cloudformation, cloudfront, cognito, config, dynamodb, email_function,
    eventbridge, groups, iam, lambda, layers, logs, own, random_cut_forest, route53, rule, s3, ses, sfn, sms, sns, ssm,
    sts, texting,
};
use crate::testing::{
    Account, Answer, Presented, Reply, Said, World, error, example, ok, solved, solved_for, status, website, weigh,
    world_for,
};

/// What a clause's finding must be: its verdict, the clause's id, and what the finding must say somewhere. `needs: ID` stands
/// for saying that it was skipped for the sake of that clause.
type Expected<'a> = (ClauseVerdict, &'a str, &'a str);

/// Checks the exercise in the account. The clauses listed are found as listed; all others hold, or are skipped since
/// they depend on one that does not.
async fn expect(account: &Account, slug: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    expect_of(&example(), account, slug, verdict, exceptions).await;
}

/// As `expect`, of this learner.
async fn expect_of(you: &Learner, account: &Account, slug: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    let findings = crate::check(slug, &account.open(), you).await.unwrap_or_else(|| panic!("no verifier for {slug}"));
    assert_eq!(findings.verdict(), verdict, "{findings:#?}");
    for (verdict, id, text) in exceptions {
        let finding = finding(&findings, id);
        assert_eq!(finding.verdict, *verdict, "{finding:#?}");
        let said = match text.strip_prefix("needs: ") {
            Some(needed) => needs(&findings, finding) == Some(needed),
            None => says(finding, text),
        };
        assert!(said, "{text:?} is missing: {finding:#?}");
    }
    let listed = |finding: &&Finding| exceptions.iter().any(|(_, id, _)| finding.id == *id);
    for finding in findings.0.iter().filter(|finding| !listed(finding)) {
        let fine =
            finding.verdict == ClauseVerdict::Holds || needs(&findings, finding).is_some() || is_untried(finding);
        assert!(fine, "{finding:#?}");
    }
}

/// Whether the clause is about calling a function, which is done in practice accounts alone.
fn is_untried(finding: &Finding) -> bool {
    let why = finding.found.as_ref().filter(|_| finding.verdict == ClauseVerdict::Skipped);
    why.is_some_and(|why| why.contains("calls no function of yours"))
}

/// The id of the clause for whose sake this one was skipped: a clause that does not hold, or is not known to.
fn needs<'a>(findings: &'a Findings, skipped: &Finding) -> Option<&'a str> {
    let why = skipped.found.as_ref().filter(|_| skipped.verdict == ClauseVerdict::Skipped)?;
    let lost = findings.0.iter().filter(|finding| finding.verdict != ClauseVerdict::Holds);
    let needed = lost.filter(|finding| why.ends_with(&finding.clause)).max_by_key(|finding| finding.clause.len())?;
    Some(&needed.id)
}

async fn check(account: &Account, slug: &str) -> Findings {
    crate::check(slug, &account.open(), &example()).await.unwrap_or_else(|| panic!("no verifier for {slug}"))
}

/// The finding of the clause with this id.
fn finding<'a>(findings: &'a Findings, id: &str) -> &'a Finding {
    findings.0.iter().find(|finding| finding.id == id).unwrap_or_else(|| panic!("no clause {id}: {findings:#?}"))
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

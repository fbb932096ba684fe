//! 8.11: who may take on the role, and whether it may do all that the function does.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch08/rule_role";
const ROLE: &str = "iam:GetRole";
const VERSION: &str = "iam:GetPolicyVersion";

fn allowing(statements: &str) -> Account {
    solved().answers_to(VERSION, rule::NAME, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn a_role_for_the_schedule_is_none_for_lambda() {
    for service in ["events.amazonaws.com", "scheduler.amazonaws.com"] {
        let account = solved().answers_to(ROLE, rule::ROLE_NAME, ok(rule::role(&iam::trust(service))));
        let expected = [(Fails, "trust", service), (Holds, "no_one_else", service)];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn what_the_role_lacks_is_named() {
    for (from, to, found) in [
        ("dynamodb:Query", "dynamodb:Scan", "dynamodb:Query"),
        ("s3:PutObject", "s3:HeadObject", "s3:PutObject"),
        ("ssm:GetParameters", "ssm:DescribeParameters", "ssm:GetParameters"),
        ("parameter/function", "parameter//function", "with one slash and not with two"),
        ("ssm:PutParameter", "ssm:AddTagsToResource", "ssm:PutParameter"),
        ("lambda/rule-analytics-auth-callback", "lambda/get-chapters", "rule-analytics-auth-callback:*"),
    ] {
        let account = allowing(&rule::needed().replace(from, to));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", found)]).await;
    }
    let by_path = rule::needed().replace("ssm:GetParameters", "ssm:GetParametersByPath");
    expect(&allowing(&by_path), SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
}

#[tokio::test]
async fn what_the_role_may_do_beyond_is_said() {
    let everything = allowing(&iam::statement("*", "*"));
    expect(&everything, SLUG, Verdict::Done, &[(Holds, "allowed", "Nothing here needs this")]).await;
    let exact = check(&solved(), SLUG).await;
    assert!(finding(&exact, "allowed").advice.is_none(), "{exact:#?}");
}

#[tokio::test]
async fn a_refused_role_is_not_missing() {
    let account = solved().refuses(ROLE, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "role", r#""Action":"iam:GetRole""#)]).await;
}

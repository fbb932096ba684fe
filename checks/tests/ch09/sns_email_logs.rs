//! 9.12: the log group that the function names, and how long it keeps its entries.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch09/sns_email_logs";
const GROUPS: &str = "logs:DescribeLogGroups";

#[tokio::test]
async fn a_log_that_is_kept_forever_fails() {
    let account = solved().edited(GROUPS, r#","retentionInDays":21"#, "");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "retention", "entries never expire")]).await;
}

#[tokio::test]
async fn the_group_of_the_other_function_is_another_one() {
    let only = r#"{"logGroups": [{"logGroupName": "/aws/lambda/get-chapters", "retentionInDays": 30}]}"#;
    let account = solved().answers(GROUPS, ok(only));
    let expected = [(Fails, "log_group", "nothing of that name"), (Skipped, "retention", "needs: log_group")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn the_group_that_the_function_names_counts() {
    let function = email_function::FUNCTION.replace("/aws/lambda/sns-send-email", "/website/functions");
    let account = solved().answers_to("lambda:GetFunction", "/sns-send-email", ok(function));
    let expected = [(Fails, "log_group", "nothing of that name"), (Skipped, "retention", "needs: log_group")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let shared = r#"{"logGroups": [{"logGroupName": "/website/functions", "retentionInDays": 90}]}"#;
    expect(&account.answers(GROUPS, ok(shared)), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn refused_log_groups_are_not_missing() {
    let account = solved().refuses(GROUPS, (400, "AccessDeniedException"), "no identity-based policy allows it");
    let expected =
        [(CannotTell, "log_group", r#""Action":"logs:DescribeLogGroups""#), (Skipped, "retention", "needs: log_group")];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

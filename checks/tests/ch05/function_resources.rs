//! 5.11: the role that writes the log, and the log group that keeps it for a while.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch05/function_resources";
const GROUPS: &str = "logs:DescribeLogGroups";
const VERSION: &str = "iam:GetPolicyVersion";
const ROLE: &str = "iam:GetRole";
const NONE: &str = r#"{"logGroups": []}"#;

/// Without the group there is nothing that could be kept.
fn no_group(found: &str) -> [Expected<'_>; 2] {
    [(Fails, "log_group", found), (Skipped, "retention", "")]
}

#[tokio::test]
async fn a_log_that_is_kept_for_ever_fails_its_retention_alone() {
    let account = solved().edited(GROUPS, r#", "retentionInDays": 30"#, "");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "retention", "entries never expire")]).await;
    let a_day = solved().edited(GROUPS, "30", "1");
    expect(&a_day, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_function_that_was_never_called_has_no_log_group() {
    let account = solved().answers(GROUPS, ok(NONE));
    expect(&account, SLUG, Verdict::NotDone, &no_group("nothing of that name")).await;
}

#[tokio::test]
async fn a_log_group_of_another_name_or_in_another_region_is_named() {
    let here =
        |group: &str| solved().answers(GROUPS, ok(format!(r#"{{"logGroups": [{{"logGroupName": "{group}"}}]}}"#)));
    for group in ["/aws/lambda/getChapters", "/aws/lambda/get-chapter", "get-chapters"] {
        let found = format!("the log group {group}");
        expect(&here(group), SLUG, Verdict::NotDone, &no_group(&found)).await;
    }
    let elsewhere = solved().answers(GROUPS, ok(NONE)).answers_to(GROUPS, "//logs.eu-west-1.", ok(logs::LOG_GROUPS));
    let found = "the log group /aws/lambda/get-chapters in eu-west-1";
    expect(&elsewhere, SLUG, Verdict::NotDone, &no_group(found)).await;
}

/// The name that is searched for is only the beginning of those that are found.
#[tokio::test]
async fn a_log_group_whose_name_goes_on_is_another_one() {
    let beside = solved().edited(
        GROUPS,
        r#"[{"logGroupName""#,
        r#"[{"logGroupName": "/aws/lambda/get-chapters-2"}, {"logGroupName""#,
    );
    expect(&beside, SLUG, Verdict::Done, &[]).await;
    let alone = solved().edited(GROUPS, "/aws/lambda/get-chapters", "/aws/lambda/get-chapters-2");
    expect(&alone, SLUG, Verdict::NotDone, &no_group("the log group /aws/lambda/get-chapters-2")).await;
}

#[tokio::test]
async fn a_role_for_another_service_is_none_for_lambda() {
    let account = solved().answers(ROLE, ok(iam::got_role(&iam::trust("ec2.amazonaws.com"))));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "trust", "it is for ec2.amazonaws.com")]).await;
}

#[tokio::test]
async fn a_role_that_is_gone_leaves_the_log_group_judged() {
    let account = solved().with(iam::without).answers("lambda:GetFunction", ok(lambda::FUNCTION));
    let expected =
        [(Fails, "role", "nothing of that name"), (Skipped, "trust", "needs: role"), (Skipped, "logs", "needs: role")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_role_that_may_not_write_the_log_says_what_is_missing() {
    let saying = |statements: &str| solved().answers(VERSION, ok(iam::version("v2", statements)));
    let data = iam::statement("s3:GetObject", "arn:aws:s3:::example-data/*");
    let expected = [(Fails, "logs", "no statement that allows logs:CreateLogStream")];
    expect(&saying(&data), SLUG, Verdict::NotDone, &expected).await;
    let other = iam::logs().replace("get-chapters", "hello-world");
    let expected = [(Fails, "logs", "log-group:/aws/lambda/hello-world:*")];
    expect(&saying(&other), SLUG, Verdict::NotDone, &expected).await;
    let denied = format!(r#"{}, {{"Effect": "Deny", "Action": "logs:*", "Resource": "*"}}"#, iam::logs());
    expect(&saying(&denied), SLUG, Verdict::NotDone, &[(Fails, "logs", "denies it")]).await;
}

/// Lambda's console attaches a policy; whoever writes it into the role is right, too.
#[tokio::test]
async fn a_policy_that_is_part_of_the_role_does_as_well() {
    for statements in [iam::logs(), iam::statement("logs:*", "*")] {
        let account = solved()
            .answers("iam:ListAttachedRolePolicies", ok(iam::attached(&[])))
            .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES))
            .answers("iam:GetRolePolicy", ok(iam::own_policy(&statements)));
        expect(&account, SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn refused_log_groups_leave_the_role_judged() {
    let account = solved().refuses(GROUPS, (400, "AccessDeniedException"), "no identity-based policy allows it");
    let action = r#""Action":"logs:DescribeLogGroups""#;
    let expected = [(CannotTell, "log_group", action), (CannotTell, "retention", action)];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_refused_policy_leaves_the_rest_judged() {
    let account = solved().refuses(VERSION, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "logs", r#""Action":"iam:GetPolicyVersion""#)]).await;
    let refused = solved().refuses(ROLE, (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = [
        (CannotTell, "role", r#""Action":"iam:GetRole""#),
        (Skipped, "trust", "needs: role"),
        (Skipped, "logs", "needs: role"),
    ];
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn without_the_function_nothing_is_judged() {
    let findings = check(&solved().with(lambda::without), SLUG).await;
    assert_eq!((findings.verdict(), findings.0[0].verdict), (Verdict::NotDone, Fails), "{findings:#?}");
    assert!(findings.0[1..].iter().all(|finding| needs(&findings, finding) == Some("function")), "{findings:#?}");
}

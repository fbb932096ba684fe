//! 6.2, 6.3, 6.4, 6.7 and 6.10: policies and roles as no emulator shows them.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const POLICY: &str = "ch06/function_policy";
const ROLE: &str = "ch06/function_role";
const SETTINGS: &str = "ch06/function_settings";
const SCAN: &str = "ch06/policy_allows_scan";
const OLD: &str = "ch06/old_role_deleted";
const TABLE: &str = "arn:aws:dynamodb:us-east-1:123456789012:table/chapters";
const OBJECTS: &str = "arn:aws:s3:::example-data/*";

/// The account after 6.10, with what these tests change about the function in sight.
fn solved() -> Account {
    crate::testing::solved().answers("lambda:GetFunction", ok(lambda::under("function-get-chapters")))
}

/// The account whose policy has these statements and the one about the logs.
fn saying(statements: &[String]) -> Account {
    let all = [statements, &[iam::logs()]].concat().join(", ");
    solved().answers("iam:GetPolicyVersion", ok(iam::version("v2", &all)))
}

fn allow(action: &str, resource: &str) -> String {
    iam::statement(action, resource)
}

#[tokio::test]
async fn what_a_condition_or_a_variable_leaves_open_cannot_be_told() {
    let open = [
        allow("s3:GetObject", OBJECTS)
            .replace('}', r#", "Condition": {"DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}}}"#),
        allow("s3:GetObject", "arn:aws:s3:::example-data/${aws:PrincipalTag/file}"),
        allow("s3:GetObject", OBJECTS)
            + r#", {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
            "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}}}"#,
    ];
    for statement in open {
        let account = saying(&[statement]);
        expect(
            &account,
            POLICY,
            Verdict::CannotTell,
            &[(CannotTell, "reads_data", "depends on a condition or a variable")],
        )
        .await;
    }
}

#[tokio::test]
async fn conditions_that_every_request_of_the_function_meets_or_misses_are_told() {
    let under = |condition: &str| {
        saying(&[allow("s3:GetObject", OBJECTS).replace('}', &format!(r#", "Condition": {condition}}}"#))])
    };
    let met = r#"{"StringEquals": {"aws:RequestedRegion": ["eu-west-1", "us-east-1"]}, "Bool": {"aws:SecureTransport": true}}"#;
    expect(&under(met), POLICY, Verdict::Done, &[]).await;
    let missed = r#"{"StringEquals": {"aws:ResourceAccount": "210987654321"}}"#;
    let expected = [(Fails, "reads_data", "holds only under a Condition")];
    expect(&under(missed), POLICY, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_statement_for_all_but_some_resources_names_no_bucket() {
    let statement = allow("s3:GetObject", "arn:aws:s3:::other/*").replace("Resource", "NotResource");
    let expected = [(Fails, "one_bucket", "a statement is about *")];
    expect(&saying(&[statement]), POLICY, Verdict::NotDone, &expected).await;
    for resource in ["arn:aws:s3:::example-data*", "arn:aws:s3:::*/*", "arn:aws:s3:::example-dat?/*", "arn:aws:s3"] {
        let expected = [(Fails, "one_bucket", resource)];
        expect(&saying(&[allow("s3:Get*", resource)]), POLICY, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn what_is_allowed_beyond_the_need_is_advice_beside_a_clause_that_holds() {
    for (beyond, text) in [
        (allow("s3:*", OBJECTS), "s3:* on arn:aws:s3:::example-data/*"),
        (allow("s3:GetObject", "arn:aws:s3:::example.com/*"), "s3:GetObject on arn:aws:s3:::example.com/*"),
        (allow("logs:*", "*"), "logs:* on *"),
    ] {
        let account = saying(&[allow("s3:GetObject", OBJECTS), beyond]);
        expect(&account, POLICY, Verdict::Done, &[(Holds, "one_bucket", text)]).await;
    }
    let findings = check(&solved(), POLICY).await;
    assert!(findings.0.iter().all(|finding| finding.advice.is_none()), "{findings:#?}");
}

#[tokio::test]
async fn nobody_reads_a_hundred_permissions_too_many() {
    let many: Vec<_> = (0..100).map(|n| allow("sqs:SendMessage", &format!("arn:aws:sqs:us-east-1:1:{n}"))).collect();
    let account = saying(&[&[allow("s3:GetObject", OBJECTS)], many.as_slice()].concat());
    expect(&account, POLICY, Verdict::Done, &[(Holds, "one_bucket", "and 96 more")]).await;
}

#[tokio::test]
async fn a_policy_of_any_path_is_found_and_one_in_the_role_is_named() {
    let elsewhere = iam::policies(&[iam::policy("/book/", "function-get-chapters", "v2")]);
    expect(&solved().answers("iam:ListPolicies", ok(elsewhere)), POLICY, Verdict::Done, &[]).await;
    let inline = solved()
        .answers("iam:ListPolicies", ok(iam::policies(&[])))
        .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES));
    let findings = check(&inline, POLICY).await;
    assert!(says(&findings.0[0], "the inline policy own, which is part of the role"), "{findings:#?}");
}

#[tokio::test]
async fn a_table_is_named_without_wildcards() {
    for (resource, verdict) in [
        ("*", Verdict::NotDone),
        ("arn:aws:dynamodb:us-east-1:123456789012:table/chapters*", Verdict::NotDone),
        ("arn:aws:dynamodb:us-east-1:123456789012:*", Verdict::NotDone),
        ("arn:aws:dynamodb:*:*:table/chapters", Verdict::Done),
        (TABLE, Verdict::Done),
    ] {
        let findings = check(&saying(&[allow("dynamodb:Scan", resource)]), SCAN).await;
        assert_eq!(findings.verdict(), verdict, "{resource}: {findings:#?}");
        assert_eq!(finding(&findings, "scans").verdict, Holds, "{resource}");
        let failed = finding(&findings, "one_table").verdict == Fails;
        assert_eq!(failed, verdict == Verdict::NotDone, "{resource}");
    }
}

#[tokio::test]
async fn a_newer_version_that_is_not_the_default_is_named_and_an_older_one_is_not() {
    let newer = solved().with(iam::lacking).answers_to(
        "iam:GetPolicyVersion",
        "VersionId=v2",
        ok(iam::version("v2", &iam::needed())),
    );
    let expected =
        [(Fails, "scans", "v2 allows it, and v1 is the default version"), (Fails, "logs", "no statement that allows")];
    expect(&newer, SCAN, Verdict::NotDone, &expected).await;
    let older = newer.edited("iam:ListPolicies", "<DefaultVersionId>v1<", "<DefaultVersionId>v3<").edited(
        "iam:ListPolicyVersions",
        "<VersionId>v1<",
        "<VersionId>v3<",
    );
    let expected = [(Fails, "scans", "no statement that allows"), (Fails, "logs", "no statement that allows")];
    expect(&older, SCAN, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_policy_that_lost_the_bucket_and_its_logs_says_so() {
    let account = solved().answers("iam:GetPolicyVersion", ok(iam::version("v2", &allow("dynamodb:*", TABLE))));
    let expected =
        [(Holds, "one_table", "dynamodb:* on"), (Fails, "logs", "no statement that allows logs:CreateLogStream")];
    expect(&account, SCAN, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn whom_the_trust_policy_is_for_is_told() {
    let trusting = |statements: &str| solved().answers("iam:GetRole", ok(iam::got_role(statements)));
    let trust = "trust";
    let others = "no_one_else";
    for (statements, clause, found) in [
        (iam::trust("lambda.amazonaws.com.cn"), trust, "it is for lambda.amazonaws.com.cn"),
        (
            iam::trust("lambda.amazonaws.com").replace("AssumeRole", "GetCallerIdentity"),
            trust,
            "it allows sts:GetCallerIdentity",
        ),
        (
            iam::trust("lambda.amazonaws.com") + r#", {"Effect": "Deny", "Principal": "*", "Action": "sts:*"}"#,
            trust,
            "a Deny statement",
        ),
        (
            iam::trust("lambda.amazonaws.com")
                .replace("{\"Service", "{\"AWS\": \"arn:aws:iam::210987654321:root\", \"Service"),
            others,
            "arn:aws:iam::210987654321:root may take it on as well",
        ),
    ] {
        expect(&trusting(&statements), ROLE, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let own = iam::trust("lambda.amazonaws.com").replace("{\"Service", "{\"AWS\": \"123456789012\", \"Service");
    expect(&trusting(&own), ROLE, Verdict::Done, &[(Holds, others, "123456789012 may take on the role as well")]).await;
}

#[tokio::test]
async fn policies_of_aws_beside_the_functions_own_are_advice() {
    let own = "123456789012:policy/function-get-chapters";
    let attached = |more| solved().answers("iam:ListAttachedRolePolicies", ok(iam::attached(&[own, more])));
    let clause = "attached";
    let full = attached("aws:policy/AmazonS3FullAccess");
    expect(&full, ROLE, Verdict::Done, &[(Holds, clause, "AmazonS3FullAccess")]).await;
    let basic = check(&attached("aws:policy/service-role/AWSLambdaBasicExecutionRole"), ROLE).await;
    assert_eq!(finding(&basic, clause).advice, None);
}

#[tokio::test]
async fn permissions_of_another_policy_count_as_the_policys_own() {
    let inline = solved().with(iam::lacking).answers("iam:GetRolePolicy", ok(iam::own_policy(&iam::needed())));
    expect(&inline, ROLE, Verdict::Done, &[]).await;
    let expected = [(Fails, "attached", "is attached to the user ada")];
    expect(&solved().with(iam::lacking), ROLE, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_change_of_settings_that_goes_on_waits_and_one_that_failed_says_why() {
    let update = |status: &str| {
        solved().edited(
            "lambda:GetFunction",
            r#""LastUpdateStatus": "Successful""#,
            &format!(r#""LastUpdateStatus": "{status}""#),
        )
    };
    let ready = "ready";
    expect(&update("InProgress"), SETTINGS, Verdict::NotReady, &[(NotReady, ready, "in progress")]).await;
    expect(&update("Failed"), SETTINGS, Verdict::NotDone, &[(Fails, ready, "failed")]).await;
}

#[tokio::test]
async fn a_role_of_the_same_name_made_anew_is_another_role() {
    let gone = solved().answers("iam:ListRoles", ok(iam::roles(&[])));
    let clause = "new_role";
    expect(&gone, OLD, Verdict::NotDone, &[(Fails, clause, "which is not there")]).await;
}

#[tokio::test]
async fn what_lambda_made_is_known_by_its_name_and_its_log_group() {
    let made = [iam::role("/service-role/", "get-chapters-role-0f5c"), iam::role("/", "function-get-chapters")];
    let account = solved().answers("iam:ListRoles", ok(iam::roles(&made)));
    expect(&account, OLD, Verdict::NotDone, &[(Fails, "old_role", "get-chapters-role-0f5c")]).await;
    let policies = iam::policies(&[iam::policy("/service-role/", "AWSLambdaBasicExecutionRole-0f5c", "v1")]);
    let left = solved().answers("iam:ListPolicies", ok(policies));
    let of = |statements: &str| left.clone().answers("iam:GetPolicyVersion", ok(iam::version("v1", statements)));
    let expected = [(Fails, "old_policy", "AWSLambdaBasicExecutionRole-0f5c")];
    expect(&of(&iam::logs()), OLD, Verdict::NotDone, &expected).await;
    let another = iam::logs().replace("get-chapters", "hello-world");
    expect(&of(&another), OLD, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn policy_and_role_of_other_names_are_known_by_the_function() {
    let renamed = solved()
        .answers("lambda:GetFunction", ok(lambda::under("reader")))
        .answers("iam:ListPolicies", ok(iam::policies(&[iam::policy("/", "reads", "v2")])))
        .answers("iam:ListAttachedRolePolicies", ok(iam::attached(&["123456789012:policy/reads"])))
        .answers("iam:GetPolicy", ok(iam::got_policy("reads")))
        .refuses("iam:GetRole", (404, "NoSuchEntity"), "cannot be found")
        .answers_to(
            "iam:GetRole",
            "RoleName=reader",
            ok(iam::got_role(&iam::trust("lambda.amazonaws.com")).replace("function-get-chapters", "reader")),
        )
        .answers("iam:ListRoles", ok(iam::roles(&[iam::role("/", "reader")])));
    for slug in [POLICY, ROLE, SETTINGS, SCAN, OLD] {
        expect(&renamed, slug, Verdict::Done, &[]).await;
    }
    // What Lambda has made is not the learner's.
    let first = renamed
        .answers("lambda:GetFunction", ok(lambda::under("service-role/get-chapters-role-1")))
        .answers("iam:ListPolicies", ok(iam::policies(&[iam::policy("/service-role/", "reads", "v2")])));
    for (slug, clause) in [(POLICY, "policy"), (ROLE, "role"), (SCAN, "policy")] {
        let findings = check(&first, slug).await;
        assert_eq!(finding(&findings, clause).verdict, Fails, "{slug}: {findings:#?}");
    }
    let findings = check(&first, SETTINGS).await;
    assert!(says(finding(&findings, "role"), "still the role of exercise 5.10"), "{findings:#?}");
}

#[tokio::test]
async fn without_the_function_nothing_was_cleaned_up() {
    let gone = solved()
        .refuses("lambda:GetFunction", (404, "ResourceNotFoundException"), "Function not found")
        .answers("lambda:ListFunctions", ok(r#"{"Functions": []}"#));
    for slug in [SETTINGS, OLD] {
        let findings = check(&gone, slug).await;
        assert_eq!(findings.verdict(), Verdict::NotDone);
        assert_eq!(findings.0[0].verdict, Fails, "{slug}");
        assert!(findings.0[1..].iter().all(|finding| finding.verdict == Skipped), "{slug}");
    }
}

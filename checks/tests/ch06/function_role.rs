//! 6.3: whom the trust policy is for, and what is attached to the role.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch06/function_role";

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
        expect(&trusting(&statements), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let own = iam::trust("lambda.amazonaws.com").replace("{\"Service", "{\"AWS\": \"123456789012\", \"Service");
    expect(&trusting(&own), SLUG, Verdict::Done, &[(Holds, others, "lets 123456789012 take on the role")]).await;
}

#[tokio::test]
async fn policies_of_aws_beside_the_functions_own_are_advice() {
    let own = "123456789012:policy/function-get-chapters";
    let attached = |more| solved().answers("iam:ListAttachedRolePolicies", ok(iam::attached(&[own, more])));
    let clause = "attached";
    let full = attached("aws:policy/AmazonS3FullAccess");
    expect(&full, SLUG, Verdict::Done, &[(Holds, clause, "AmazonS3FullAccess")]).await;
    let basic = check(&attached("aws:policy/service-role/AWSLambdaBasicExecutionRole"), SLUG).await;
    assert_eq!(finding(&basic, clause).advice, None);
}

#[tokio::test]
async fn permissions_of_another_policy_count_as_the_policys_own() {
    let inline = solved().with(iam::lacking).answers("iam:GetRolePolicy", ok(iam::own_policy(&iam::needed())));
    expect(&inline, SLUG, Verdict::Done, &[]).await;
    let expected = [(Fails, "attached", "is attached to the user ada")];
    expect(&solved().with(iam::lacking), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_role_that_is_missing_and_one_without_a_policy() {
    let missing = solved().with(iam::without).answers("lambda:ListFunctions", ok(lambda::NO_FUNCTIONS));
    let skipped = ["trust", "no_one_else", "attached"].map(|clause| (Skipped, clause, "needs: role"));
    let expected = [&[(Fails, "role", "nothing of that name")], skipped.as_slice()].concat();
    expect(&missing, SLUG, Verdict::NotDone, &expected).await;
    let bare = solved().answers("iam:ListAttachedRolePolicies", ok(iam::attached(&[]))).answers(
        "iam:ListEntitiesForPolicy",
        ok(iam::ENTITIES.replace("<UserName>ada</UserName>", "<UserName>eve</UserName>")),
    );
    expect(&bare, SLUG, Verdict::NotDone, &[(Fails, "attached", "is attached to the user eve")]).await;
}

#[tokio::test]
async fn attached_policies_that_cannot_be_read_leave_the_trust_policy_judged() {
    let label = "iam:ListAttachedRolePolicies";
    let account = solved().refuses(label, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "attached", label)]).await;
}

/// The role with this permissions boundary.
fn bounded(statements: &[String]) -> Account {
    let boundary = "arn:aws:iam::123456789012:policy/sandbox";
    let of_role = format!(
        "<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>
         <PermissionsBoundaryArn>{boundary}</PermissionsBoundaryArn></PermissionsBoundary></Role>"
    );
    let policy = "<GetPolicyResponse><GetPolicyResult><Policy><PolicyName>sandbox</PolicyName>
        <Arn>arn:aws:iam::123456789012:policy/sandbox</Arn><Path>/</Path><DefaultVersionId>v7</DefaultVersionId>
        </Policy></GetPolicyResult></GetPolicyResponse>";
    solved()
        .edited("iam:GetRole", "</Role>", &of_role)
        .answers_to("iam:GetPolicy", "policy%2Fsandbox", ok(policy))
        .answers_to("iam:GetPolicyVersion", "policy%2Fsandbox", iam::in_force(statements))
}

/// The clauses of all exercises that ask what a role may do.
const ASKED: [(&str, &str); 4] = [
    (SLUG, "attached"),
    ("ch06/function_settings", "role"),
    ("ch06/function_reads_s3", "allowed"),
    ("ch06/function_scans_table", "allowed"),
];

#[tokio::test]
async fn a_permissions_boundary_outweighs_the_policies() {
    let logs_alone = bounded(&[]);
    for (slug, clause) in ASKED {
        let findings = check(&logs_alone, slug).await;
        let found = finding(&findings, clause);
        assert!(found.verdict == Fails && says(found, "permissions boundary sandbox does not allow"), "{found:#?}");
    }
    let wide = bounded(&[iam::statement("s3:*", "*"), iam::statement("dynamodb:*", "*")]);
    let denying = bounded(&[iam::statement("*", "*"), iam::statement("s3:*", "*").replace("Allow", "Deny")]);
    for (slug, clause) in ASKED {
        let findings = check(&wide, slug).await;
        assert_eq!(finding(&findings, clause).verdict, Holds, "{slug}: {findings:#?}");
    }
    expect(&denying, SLUG, Verdict::NotDone, &[(Fails, "attached", "denies s3:GetObject")]).await;
}

#[tokio::test]
async fn another_policy_that_denies_outweighs_the_functions_own() {
    let deny = r#"{"Sid": "Stop", "Effect": "Deny", "NotAction": "logs:*", "Resource": "*"}"#;
    let denied = solved()
        .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES))
        .answers("iam:GetRolePolicy", ok(iam::own_policy(deny)));
    for (slug, clause) in ASKED {
        let findings = check(&denied, slug).await;
        let found = finding(&findings, clause);
        assert!(found.verdict == Fails && says(found, "the statement Stop denies it"), "{found:#?}");
    }
}

#[tokio::test]
async fn a_trust_policy_for_functions_of_the_account_is_right() {
    let under = |condition: &str| {
        let trust =
            iam::trust("lambda.amazonaws.com").replace("AssumeRole\"}", &format!("AssumeRole\", {condition}}}"));
        solved().answers("iam:GetRole", ok(iam::got_role(&trust)))
    };
    for condition in [
        r#""Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}"#,
        r#""Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:lambda:*:123456789012:function:*"}}"#,
    ] {
        expect(&under(condition), SLUG, Verdict::Done, &[]).await;
    }
    let other = under(r#""Condition": {"StringEquals": {"aws:SourceAccount": "210987654321"}}"#);
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "trust", "only under a Condition")]).await;
    let open = under(r#""Condition": {"StringEquals": {"aws:SourceOrgID": "o-1"}}"#);
    expect(&open, SLUG, Verdict::CannotTell, &[(CannotTell, "trust", "depends on a condition")]).await;
}

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

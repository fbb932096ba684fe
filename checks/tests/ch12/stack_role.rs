//! 12.e6: whose the role is, and what CloudFormation may do with it.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch12/stack_role";
const OWN: &str = "iam:GetRolePolicy";

fn allowing(statements: &str) -> Account {
    solved().answers_to(OWN, cloudformation::ROLE, ok(iam::own_policy(statements)))
}

#[tokio::test]
async fn each_thing_of_the_stack_needs_a_permission() {
    let needed = cloudformation::makes();
    for (action, other) in [
        ("s3:*", "s3:Get*"),
        ("iam:CreateRole", "iam:GetRole"),
        ("iam:PassRole", "iam:GetRole"),
        ("lambda:*", "lambda:Get*"),
    ] {
        let lacking = needed.replacen(action, other, 1);
        expect(&allowing(&lacking), SLUG, Verdict::NotDone, &[(Fails, "allowed", "no statement that allows")]).await;
    }
}

#[tokio::test]
async fn a_role_is_given_to_lambda_alone() {
    let under = |service: &str| {
        let conditioned = format!(
            r#"{{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
                "Condition": {{"StringEquals": {{"iam:PassedToService": "{service}"}}}}}}"#
        );
        let plain = iam::statement("iam:PassRole", "arn:aws:iam::123456789012:role/function-hello-world");
        allowing(&cloudformation::makes().replace(&plain, &conditioned))
    };
    expect(&under("lambda.amazonaws.com"), SLUG, Verdict::Done, &[]).await;
    let expected = [(Fails, "allowed", "holds only under a Condition")];
    expect(&under("ec2.amazonaws.com"), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn things_of_other_names_will_do_and_everything_is_too_much() {
    let other = cloudformation::makes().replace("example-data-stack", "my-files").replace("hello-world", "greeting");
    expect(&allowing(&other), SLUG, Verdict::Done, &[]).await;
    let everything = iam::statement("*", "*");
    let expected = [(Holds, "allowed", "It allows everything")];
    expect(&allowing(&everything), SLUG, Verdict::Done, &expected).await;
    let denied =
        format!("{}, {}", cloudformation::makes(), r#"{"Effect": "Deny", "Action": "lambda:*", "Resource": "*"}"#);
    expect(&allowing(&denied), SLUG, Verdict::NotDone, &[(Fails, "allowed", "Deny")]).await;
}

#[tokio::test]
async fn what_only_aws_knows_is_not_told() {
    let tagged = r#"{"Effect": "Allow", "Action": "*", "Resource": "*",
        "Condition": {"StringEquals": {"aws:PrincipalTag/team": "web"}}}"#;
    expect(&allowing(tagged), SLUG, Verdict::CannotTell, &[(CannotTell, "allowed", "")]).await;
}

#[tokio::test]
async fn the_role_of_the_cdk_is_not_the_learners() {
    let of_cdk = "cdk-hnb659fds-cfn-exec-role-123456789012-us-east-1";
    let listed = iam::role("/", of_cdk);
    let account = iam_with(of_cdk, &listed);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "role", "nothing of that name")]).await;
    let own = "stacks-2026";
    let listed = listed.replace(of_cdk, own);
    expect(&iam_with(own, &listed), SLUG, Verdict::Done, &[]).await;
}

/// The account with one role for CloudFormation, of that name.
fn iam_with(name: &'static str, listed: &str) -> Account {
    let listed = listed.replace("lambda%2Eamazonaws%2Ecom", "cloudformation%2Eamazonaws%2Ecom");
    let trust = iam::trust("cloudformation.amazonaws.com");
    solved()
        .refuses("iam:GetRole", (404, "NoSuchEntity"), "none")
        .answers("iam:ListRoles", ok(iam::roles(&[listed])))
        .answers_to("iam:GetRole", name, ok(iam::role_trusting(name, &trust)))
        .answers("iam:ListAttachedRolePolicies", ok(iam::attached(&[])))
        .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES))
        .answers(OWN, ok(iam::own_policy(&cloudformation::makes())))
}

#[tokio::test]
async fn the_trust_policy_is_for_cloudformation_and_nobody_else() {
    let trusting = |trust: &str| {
        solved().answers_to("iam:GetRole", cloudformation::ROLE, ok(iam::role_trusting(cloudformation::ROLE, trust)))
    };
    let of_lambda = trusting(&iam::trust("lambda.amazonaws.com"));
    expect(&of_lambda, SLUG, Verdict::NotDone, &[(Fails, "trust", "it is for lambda.amazonaws.com")]).await;
    let stranger = r#"{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal":
        {"Service": "cloudformation.amazonaws.com", "AWS": "arn:aws:iam::210987654321:root"}}"#;
    expect(&trusting(stranger), SLUG, Verdict::NotDone, &[(Fails, "no_one_else", "210987654321")]).await;
}

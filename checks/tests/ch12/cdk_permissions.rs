//! 12.e14: which roles of the toolkit the users of a group may take on.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds};

const SLUG: &str = "ch12/cdk_permissions";

/// The group may take on what this pattern names.
fn assuming(pattern: &str) -> Account {
    let resource = format!("arn:aws:iam::123456789012:role/{pattern}");
    solved().answers("iam:GetGroupPolicy", ok(groups::of_group(&iam::statement("sts:AssumeRole", &resource))))
}

#[tokio::test]
async fn all_roles_of_the_toolkit_are_needed_whatever_its_qualifier() {
    for pattern in ["cdk-hnb659fds-*", "cdk-*", "*", "cdk-website-*"] {
        expect(&assuming(pattern), SLUG, Verdict::Done, &[]).await;
    }
    let deploy = "cdk-hnb659fds-deploy-role-*";
    expect(&assuming(deploy), SLUG, Verdict::NotDone, &[(Fails, "assumes", "file-publishing")]).await;
    let other = assuming("deploy-*");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "assumes", "is about")]).await;
}

#[tokio::test]
async fn a_deny_of_the_users_own_outweighs_the_group() {
    let deny = r#"{"Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*"}"#;
    let account = solved().answers("iam:GetUserPolicy", ok(groups::own_of_user(deny)));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "assumes", "something else keeps its user deployer")]).await;
}

#[tokio::test]
async fn to_make_the_toolkit_needs_more() {
    let narrow = ["cloudformation:*", "s3:*", "lambda:*"].map(|action| iam::statement(action, "*")).join(", ");
    let account = solved().answers_to("iam:GetPolicyVersion", groups::NAME, ok(iam::version("v1", &narrow)));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "assumes", "cannot make the toolkit")]).await;
    let administrators =
        solved().answers_to("iam:GetPolicyVersion", groups::NAME, ok(iam::version("v1", &iam::statement("*", "*"))));
    let finding = check(&administrators, SLUG).await;
    assert!(self::finding(&finding, "assumes").advice.is_none(), "{finding:#?}");
}

#[tokio::test]
async fn the_permission_is_of_no_use_without_a_user() {
    let empty = solved().answers("iam:GetGroup", ok(groups::members(&[])));
    expect(&empty, SLUG, Verdict::NotDone, &[(Fails, "user", "nobody")]).await;
    let none = solved().with(groups::without);
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "group", "Exercise 12.e9")]).await;
}

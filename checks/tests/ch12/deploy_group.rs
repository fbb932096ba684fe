//! 12.e9: what the users of a group may do, and in which ways that is enough.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch12/deploy_group";

/// The account whose group may do this, and nothing else.
fn allowing(statements: &str) -> Account {
    solved()
        .answers("iam:ListAttachedGroupPolicies", ok(groups::attached(&[])))
        .answers("iam:GetGroupPolicy", ok(groups::of_group(statements)))
}

fn statements(actions: &[&str]) -> String {
    actions.iter().map(|action| iam::statement(action, "*")).collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn each_step_of_a_deployment_needs_a_permission() {
    let all = ["cloudformation:*", "s3:*", "lambda:*", "iam:*"];
    expect(&allowing(&statements(&all)), SLUG, Verdict::Done, &[]).await;
    for (lacking, clause) in
        [("cloudformation:*", "stacks"), ("s3:*", "files"), ("lambda:*", "makes"), ("iam:*", "makes")]
    {
        let others: Vec<&str> = all.into_iter().filter(|action| *action != lacking).collect();
        let expected = [(Fails, clause, "no statement that allows")];
        expect(&allowing(&statements(&others)), SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn the_macro_of_sam_is_authorized_by_itself() {
    let stack = iam::statement("cloudformation:*", "arn:aws:cloudformation:us-east-1:123456789012:stack/*");
    let narrow = format!("{stack}, {}", statements(&["s3:*", "lambda:*", "iam:*"]));
    let expected = [(Fails, "stacks", "transform/Serverless-2016-10-31")];
    expect(&allowing(&narrow), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_role_that_cloudformation_gets_is_enough() {
    let pass = |resource: &str| {
        let more = iam::statement("iam:PassRole", resource);
        allowing(&format!("{}, {more}", statements(&["cloudformation:*", "s3:*"])))
    };
    let role = "arn:aws:iam::123456789012:role/cloudformation-website-stack";
    expect(&pass(role), SLUG, Verdict::Done, &[(Holds, "makes", "it may give CloudFormation a role")]).await;
    // Whoever may give away any role has nothing in mind for CloudFormation.
    expect(&pass("*"), SLUG, Verdict::NotDone, &[(Fails, "makes", "no statement that allows iam:CreateRole")]).await;
}

#[tokio::test]
async fn conditions_that_a_user_can_meet_are_met() {
    let with_mfa = r#"{"Effect": "Allow", "Action": "*", "Resource": "*",
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}"#;
    expect(&allowing(with_mfa), SLUG, Verdict::Done, &[(Holds, "stacks", "It allows everything")]).await;
    let tagged = r#"{"Effect": "Allow", "Action": "*", "Resource": "*",
        "Condition": {"StringEquals": {"aws:PrincipalTag/team": "web"}}}"#;
    let unread = ["stacks", "files", "makes"].map(|clause| (CannotTell, clause, ""));
    expect(&allowing(tagged), SLUG, Verdict::CannotTell, &unread).await;
}

#[tokio::test]
async fn a_group_without_users_lets_nobody_deploy() {
    let empty = solved().answers("iam:GetGroup", ok(groups::members(&[])));
    expect(&empty, SLUG, Verdict::NotDone, &[(Fails, "user", "nobody")]).await;
    let none = solved().with(groups::without);
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "group", "nothing of that name")]).await;
}

fn denying(action: &str) -> String {
    format!(r#"{{"Effect": "Deny", "Action": "{action}", "Resource": "*"}}"#)
}

#[tokio::test]
async fn what_is_taken_from_the_user_elsewhere_is_not_allowed_in_the_end() {
    let own = solved().answers("iam:GetUserPolicy", ok(groups::own_of_user(&denying("s3:PutObject"))));
    let managed = solved()
        .answers("iam:ListAttachedUserPolicies", ok(groups::attached_to_user(&["123456789012:policy/no-uploads"])))
        .answers_to("iam:GetPolicy", "no-uploads", ok(iam::got_policy("no-uploads")))
        .answers_to("iam:GetPolicyVersion", "no-uploads", ok(iam::version("v1", &denying("s3:*"))));
    let other_group = solved()
        .answers("iam:ListGroups", ok(groups::groups(&[groups::NAME, "interns"])))
        .answers("iam:ListGroupsForUser", ok(groups::of_user(&[groups::NAME, "interns"])))
        .answers_to("iam:GetGroupPolicy", "interns", ok(groups::of_group(&denying("s3:PutObject"))));
    for account in [own, managed, other_group] {
        let expected = [(Fails, "files", "something else keeps its user deployer from it")];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
}

/// The account whose user may do no more than this.
fn bounded(statements: &str) -> Account {
    let arn = "arn:aws:iam::123456789012:policy/limit";
    let boundary = format!(
        "<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>
         <PermissionsBoundaryArn>{arn}</PermissionsBoundaryArn></PermissionsBoundary>"
    );
    solved()
        .answers("iam:GetUser", ok(groups::user(&boundary)))
        .answers_to("iam:GetPolicy", "limit", ok(iam::got_policy("limit")))
        .answers_to("iam:GetPolicyVersion", "limit", ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn a_boundary_must_leave_the_deploying_in() {
    expect(&bounded(&iam::statement("*", "*")), SLUG, Verdict::Done, &[]).await;
    let narrow = bounded(&statements(&["cloudformation:*", "s3:*"]));
    let expected = [(Fails, "makes", "the permissions boundary does not allow it")];
    expect(&narrow, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn one_of_several_users_who_may_is_enough() {
    let two = solved().answers("iam:GetGroup", ok(groups::members(&["intern", "deployer"]))).answers_to(
        "iam:GetUserPolicy",
        "UserName=intern",
        ok(groups::own_of_user(&denying("*"))),
    );
    expect(&two, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_user_of_whom_nothing_may_be_read_is_not_judged() {
    let unread = ["stacks", "files", "makes"].map(|clause| (CannotTell, clause, ""));
    for label in ["iam:GetUser", "iam:ListGroupsForUser", "iam:ListAttachedUserPolicies", "iam:ListUserPolicies"] {
        let account = solved().refuses(label, (403, "AccessDenied"), "no");
        expect(&account, SLUG, Verdict::CannotTell, &unread).await;
    }
}

#[tokio::test]
async fn a_group_of_another_name_counts_and_one_for_something_else_does_not() {
    let other = solved().answers("iam:ListGroups", ok(groups::groups(&["developers"])));
    expect(&other, SLUG, Verdict::Done, &[(Holds, "group", "developers")]).await;
    let readers =
        allowing(&statements(&["dynamodb:GetItem"])).answers("iam:ListGroups", ok(groups::groups(&["readers"])));
    expect(&readers, SLUG, Verdict::NotDone, &[(Fails, "group", "nothing of that name")]).await;
}

#[tokio::test]
async fn a_permission_set_of_identity_center_will_do() {
    let account = solved().with(groups::through_identity_center);
    let expected = [(Holds, "group", "AWSReservedSSO_Deployers"), (ClauseVerdict::Skipped, "user", "Identity Center")];
    expect(&account, SLUG, Verdict::Done, &expected).await;
    let reads =
        account.answers_to("iam:GetRolePolicy", "AWSReservedSSO", ok(iam::own_policy(&statements(&["s3:Get*"]))));
    let reads = reads.answers_to("iam:ListAttachedRolePolicies", "AWSReservedSSO", ok(iam::attached(&[])));
    expect(&reads, SLUG, Verdict::NotDone, &[(Fails, "group", "nothing of that name")]).await;
}

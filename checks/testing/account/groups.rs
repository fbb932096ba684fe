//! The group of those who deploy, and what its users may do.

use crate::testing::account::iam::{
    attached as of_roles, own_policy, policy, role, roles, service_role, statement, version,
};
use crate::testing::answers::{Answers, ok};

pub const NAME: &str = "serverless-deploy";
const OWN: &str = "iam:GetGroupPolicy";

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    let managed = policy("/", NAME, "v1");
    let managed = managed.trim_start_matches("<member>").trim_end_matches("</member>");
    let got =
        format!("<GetPolicyResponse><GetPolicyResult><Policy>{managed}</Policy></GetPolicyResult></GetPolicyResponse>");
    account
        .answers("iam:ListGroups", ok(groups(&[NAME])))
        .answers("iam:GetGroup", ok(members(&["deployer"])))
        .answers("iam:GetUser", ok(user("")))
        .answers("iam:ListGroupsForUser", ok(of_user(&[NAME])))
        .answers("iam:ListAttachedUserPolicies", ok(attached_to_user(&[])))
        .answers("iam:ListUserPolicies", ok(USER_POLICIES))
        .answers("iam:GetUserPolicy", ok(own_of_user(&statement("dynamodb:Scan", "*"))))
        .answers("iam:ListAttachedGroupPolicies", ok(attached(&[MANAGED])))
        .answers("iam:ListGroupPolicies", ok(OWN_POLICIES))
        .answers(OWN, ok(of_group(&statement("sts:AssumeRole", "arn:aws:iam::123456789012:role/cdk-hnb659fds-*"))))
        .answers_aside("iam:GetPolicy", NAME, ok(got))
        .answers_aside("iam:GetPolicyVersion", NAME, ok(version("v1", &deploys())))
}

/// The account before there is a group.
pub fn without(account: Answers) -> Answers {
    account.answers("iam:ListGroups", ok(groups(&[])))
}

/// The account whose people sign in through IAM Identity Center, with a permission set that may do everything.
pub fn through_identity_center(account: Answers) -> Answers {
    const SET: &str = "AWSReservedSSO_Deployers_0123456789abcdef";
    let listed = role("/aws-reserved/sso.amazonaws.com/", SET);
    let account = without(account).answers("iam:ListRoles", ok(roles(&[listed])));
    let account = service_role(account, SET, "lambda.amazonaws.com", &statement("*", "*"));
    account.answers_to("iam:ListAttachedRolePolicies", SET, ok(of_roles(&[MANAGED])))
}

/// What deploying needs.
pub fn deploys() -> String {
    ["cloudformation:*", "s3:*", "lambda:*", "iam:*"].map(|action| statement(action, "*")).join(", ")
}

/// A list of groups.
pub fn groups(names: &[&str]) -> String {
    let members = names.iter().map(|name| format!("<member>{}</member>", group(name)));
    format!(
        "<ListGroupsResponse><ListGroupsResult><Groups>{}</Groups><IsTruncated>false</IsTruncated></ListGroupsResult>
         </ListGroupsResponse>",
        members.collect::<String>()
    )
}

fn group(name: &str) -> String {
    format!(
        "<Path>/</Path><GroupName>{name}</GroupName><GroupId>AGPAEXAMPLE</GroupId>
         <Arn>arn:aws:iam::123456789012:group/{name}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>"
    )
}

/// The group with these users in it.
pub fn members(users: &[&str]) -> String {
    let members = users.iter().map(|user| {
        format!(
            "<member><Path>/</Path><UserName>{user}</UserName><UserId>AIDAEXAMPLE</UserId>
             <Arn>arn:aws:iam::123456789012:user/{user}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate></member>"
        )
    });
    format!(
        "<GetGroupResponse><GetGroupResult><Group>{}</Group><Users>{}</Users><IsTruncated>false</IsTruncated></GetGroupResult>
         </GetGroupResponse>",
        group(NAME),
        members.collect::<String>()
    )
}

/// The user, with more about it, such as a permissions boundary.
pub fn user(more: &str) -> String {
    format!(
        "<GetUserResponse><GetUserResult><User><Path>/</Path><UserName>deployer</UserName><UserId>AIDAEXAMPLE</UserId>
         <Arn>arn:aws:iam::123456789012:user/deployer</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>{more}</User>
         </GetUserResult></GetUserResponse>"
    )
}

/// The groups that the user is in.
pub fn of_user(names: &[&str]) -> String {
    groups(names).replace("ListGroups", "ListGroupsForUser")
}

/// The managed policies of the user, each by the end of its ARN.
pub fn attached_to_user(arns: &[&str]) -> String {
    of_roles(arns).replace("ListAttachedRolePolicies", "ListAttachedUserPolicies")
}

/// The names of the policies that are part of the user.
pub const USER_POLICIES: &str = "<ListUserPoliciesResponse><ListUserPoliciesResult><PolicyNames><member>own</member>
    </PolicyNames><IsTruncated>false</IsTruncated></ListUserPoliciesResult></ListUserPoliciesResponse>";

/// A policy that is part of the user, with these statements.
pub fn own_of_user(statements: &str) -> String {
    let of_role = own_policy(statements).replace("GetRolePolicy", "GetUserPolicy");
    of_role.replace("<RoleName>function-get-chapters</RoleName>", "<UserName>deployer</UserName>")
}

/// The managed policies of the group, each by the end of its ARN.
pub fn attached(arns: &[&str]) -> String {
    of_roles(arns).replace("ListAttachedRolePolicies", "ListAttachedGroupPolicies")
}

/// The one that it has.
pub const MANAGED: &str = "123456789012:policy/serverless-deploy";

/// The names of the policies that are part of it.
pub const OWN_POLICIES: &str = "<ListGroupPoliciesResponse><ListGroupPoliciesResult><PolicyNames><member>cdk</member>
    </PolicyNames><IsTruncated>false</IsTruncated></ListGroupPoliciesResult></ListGroupPoliciesResponse>";

/// A policy that is part of the group, with these statements.
pub fn of_group(statements: &str) -> String {
    let of_role = own_policy(statements).replace("GetRolePolicy", "GetGroupPolicy");
    of_role.replace("<RoleName>function-get-chapters</RoleName>", "<GroupName>serverless-deploy</GroupName>")
}

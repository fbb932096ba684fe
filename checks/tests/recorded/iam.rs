//! Roles and policies as AWS described them.

use super::told::{Element, Fields};
use super::{Compared, Recorded, ok};
use crate::aws::operation::Operation;
use crate::judgement::Found;
use crate::learner::Learner;
use crate::services::iam::{ListedRole, Role, User};
use crate::testing::account::{groups, iam};

const NO_POLICIES: &str = "<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames/><IsTruncated>false</IsTruncated>\
    </ListRolePoliciesResult></ListRolePoliciesResponse>";
const ONE_POLICY: &str = "<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>own</member></PolicyNames>\
    <IsTruncated>false</IsTruncated></ListRolePoliciesResult></ListRolePoliciesResponse>";

pub async fn compared(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let account = one.account(operation);
    let mut fields = Fields::default();
    match operation.name {
        "GetRole" => {
            let Found::Here(read) = account.open().role(you, "a").await? else { return Ok(None) };
            role(&mut fields, &read, one.xml().all("GetRoleResult/Role")[0]);
        }
        "ListRoles" => {
            let last = iam::roles(&[]);
            let read = one.account_of_pages(operation, &last).open().roles().await?;
            let told = one.xml().list("ListRolesResult/Roles/member");
            fields.rows("Roles", &read, &told, listed_role);
        }
        "ListAttachedRolePolicies" => {
            let last = iam::attached(&[]);
            let read = one.account_of_pages(operation, &last).open().attached_policies(you, "a").await?;
            let told = one.xml();
            let path = "ListAttachedRolePoliciesResult/AttachedPolicies/member/PolicyArn";
            fields.same("PolicyArn", read, told.texts(path));
        }
        "ListRolePolicies" => {
            let read = one.account_of_pages(operation, NO_POLICIES).open().own_policy_names(you, "a").await?;
            fields.same("PolicyNames", read, one.xml().texts("ListRolePoliciesResult/PolicyNames/member"));
        }
        "GetRolePolicy" => {
            let account = account.answers("iam:ListRolePolicies", ok(ONE_POLICY));
            let account = account.answers("iam:ListAttachedRolePolicies", ok(iam::attached(&[])));
            let read = account.open().role_policies(you, "a").await?;
            let Some(read) = read.first() else { return Ok(None) };
            let told = one.xml();
            fields.policy(&read.document, told.text("GetRolePolicyResult/PolicyDocument").expect("a document"));
        }
        "GetGroupPolicy" => {
            let account = account.answers("iam:ListAttachedGroupPolicies", ok(groups::attached(&[])));
            let read = account.open().groups(groups::NAME).await?;
            let Some(read) = read.first().and_then(|group| group.policies.first()) else { return Ok(None) };
            let told = one.xml();
            fields.policy(&read.document, told.text("GetGroupPolicyResult/PolicyDocument").expect("a document"));
        }
        "GetPolicy" => {
            let account = account.answers("iam:ListRolePolicies", ok(NO_POLICIES));
            let arn = "arn:aws:iam::123456789012:policy/a";
            let account =
                account.answers("iam:ListAttachedRolePolicies", ok(iam::attached(&["123456789012:policy/a"])));
            let read = account.open().role_policies(you, "a").await?;
            let Some(read) = read.first() else { return Ok(None) };
            let told = one.xml();
            fields.same("PolicyName", &read.name, told.text("GetPolicyResult/Policy/PolicyName"));
            fields.same("Arn", read.arn.as_deref(), Some(arn));
            let version =
                format!("VersionId={}", told.text("GetPolicyResult/Policy/DefaultVersionId").expect("a version"));
            let asked = account.asked();
            fields.same("DefaultVersionId", asked.iter().any(|request| request.contains(&version)), true);
        }
        _ => return of_user(one, operation).await,
    }
    Ok(Some(fields))
}

/// What a user may do: its policies, and the boundary around them.
async fn of_user(one: &Recorded, operation: &'static Operation) -> Compared {
    let account = one.account(operation).answers("iam:ListGroupsForUser", ok(groups::of_user(&[])));
    let account = account.answers("iam:ListAttachedUserPolicies", ok(groups::attached_to_user(&[])));
    let user = User { name: "a".into(), arn: "arn:aws:iam::123456789012:user/a".into() };
    let Some(read) = account.open().user_permissions(&user).await? else { return Ok(None) };
    let (mut fields, told) = (Fields::default(), one.xml());
    match operation.name {
        "GetUser" => {
            let boundary = told.text("GetUserResult/User/PermissionsBoundary/PermissionsBoundaryArn");
            fields.same("PermissionsBoundaryArn", read.boundary.and_then(|policy| policy.arn), boundary);
        }
        "GetUserPolicy" => {
            let Some(own) = read.policies.first() else { return Ok(None) };
            fields.policy(&own.document, told.text("GetUserPolicyResult/PolicyDocument").expect("a document"));
        }
        other => panic!("no reader is known for {other}"),
    }
    Ok(Some(fields))
}

fn role(fields: &mut Fields, read: &Role, told: &Element) {
    fields.same("RoleName", &read.name, told.text("RoleName"));
    fields.same("Arn", &read.arn, told.text("Arn"));
    fields.same("Path", &read.path, told.text("Path"));
    let boundary = told.text("PermissionsBoundary/PermissionsBoundaryArn");
    fields.same("PermissionsBoundaryArn", &read.boundary, boundary);
    fields.policy(&read.trust, told.text("AssumeRolePolicyDocument").expect("a document"));
}

fn listed_role(fields: &mut Fields, read: &ListedRole, told: &Element) {
    fields.same("RoleName", &read.name, told.text("RoleName"));
    fields.same("Arn", &read.arn, told.text("Arn"));
    fields.same("Path", &read.path, told.text("Path"));
}

//! What a user may do in the end: by the policies of all its groups, by its own, and within its permissions boundary.

use aws_sdk_iam::operation::list_attached_user_policies::ListAttachedUserPoliciesOutput;
use aws_sdk_iam::operation::list_groups_for_user::ListGroupsForUserOutput;
use aws_sdk_iam::operation::list_user_policies::ListUserPoliciesOutput;
use futures_util::future::try_join_all;
use futures_util::try_join;

use super::groups::{ListedGroup, NO_SUCH};
use super::{
    GET_USER, GET_USER_POLICY, LIST_ATTACHED_USER_POLICIES, LIST_GROUPS_FOR_USER, LIST_USER_POLICIES, RolePolicy, User,
};
use crate::aws::policy_document::decoded;
use crate::aws::service::prelude::*;
use crate::documents::policy::Policy;

/// All that says what a user may do.
#[derive(Clone, Debug)]
pub struct UserPermissions {
    /// Those of every group that the user is in, and those of the user.
    pub policies: Vec<RolePolicy>,
    /// Beyond which nothing is allowed.
    pub boundary: Option<RolePolicy>,
}

impl UserPermissions {
    /// What its policies say.
    pub fn documents(&self) -> Vec<&Policy> {
        self.policies.iter().map(|policy| &policy.document).collect()
    }
}

impl Aws {
    /// All that says what the user may do; none when the user was deleted in between.
    pub async fn user_permissions(&self, user: &User) -> Read<Option<UserPermissions>> {
        let whole = async {
            try_join!(
                self.by_groups(user),
                self.managed_of_user(user),
                self.own_of_user(user),
                self.boundary_of_user(user)
            )
        };
        let whole = whole.await.absent_on(NO_SUCH)?;
        Ok(whole.map(|(by_groups, managed, own, boundary)| UserPermissions {
            policies: by_groups.into_iter().chain(managed).chain(own).collect(),
            boundary,
        }))
    }

    async fn by_groups(&self, user: &User) -> Read<Vec<RolePolicy>> {
        let send = |mark| self.iam().list_groups_for_user().user_name(&user.name).set_marker(mark).send();
        let read = |answer: &ListGroupsForUserOutput| {
            let groups = answer.groups().iter().map(ListedGroup::of).collect();
            Ok(Listing::truncated(groups, answer.is_truncated(), answer.marker()))
        };
        let groups = self.all(Call::new(LIST_GROUPS_FOR_USER, &user.arn), "", send, read).await?;
        let policies = try_join_all(groups.iter().map(|group| self.group_policies(group))).await?;
        Ok(policies.into_iter().flatten().collect())
    }

    async fn managed_of_user(&self, user: &User) -> Read<Vec<RolePolicy>> {
        let send = |mark| self.iam().list_attached_user_policies().user_name(&user.name).set_marker(mark).send();
        let read = |answer: &ListAttachedUserPoliciesOutput| {
            let arns = answer.attached_policies().iter().map(|policy| policy.policy_arn().map(str::to_owned));
            let arns = arns.collect::<Option<_>>().ok_or("PolicyArn")?;
            Ok(Listing::truncated(arns, answer.is_truncated(), answer.marker()))
        };
        let arns: Vec<String> = self.all(Call::new(LIST_ATTACHED_USER_POLICIES, &user.arn), "", send, read).await?;
        let policies = try_join_all(arns.iter().map(|arn| self.managed_policy(arn))).await?;
        Ok(policies.into_iter().flatten().collect())
    }

    async fn own_of_user(&self, user: &User) -> Read<Vec<RolePolicy>> {
        let send = |mark| self.iam().list_user_policies().user_name(&user.name).set_marker(mark).send();
        let read = |answer: &ListUserPoliciesOutput| {
            Ok(Listing::truncated(answer.policy_names().to_vec(), answer.is_truncated(), answer.marker()))
        };
        let names: Vec<String> = self.all(Call::new(LIST_USER_POLICIES, &user.arn), "", send, read).await?;
        let policies = try_join_all(names.iter().map(|name| self.own_policy_of_user(user, name))).await?;
        Ok(policies.into_iter().flatten().collect())
    }

    async fn own_policy_of_user(&self, user: &User, name: &str) -> Read<Option<RolePolicy>> {
        let call = Call::new(GET_USER_POLICY, &user.arn);
        let send = || self.iam().get_user_policy().user_name(&user.name).policy_name(name).send();
        let Some(answer) = self.ask(call.clone(), name, send).await.absent_on(NO_SUCH)? else { return Ok(None) };
        let document = decoded(&call, answer.policy_document())?;
        Ok(Some(RolePolicy { name: name.to_owned(), arn: None, document }))
    }

    /// Lists of users do not tell of boundaries.
    async fn boundary_of_user(&self, user: &User) -> Read<Option<RolePolicy>> {
        let call = Call::new(GET_USER, &user.arn);
        let send = || self.iam().get_user().user_name(&user.name).send();
        let answer = self.ask(call.clone(), "", send).await?;
        let described = answer.user().ok_or_else(|| Fault::incomplete(call, "User"))?;
        match described.permissions_boundary().and_then(|boundary| boundary.permissions_boundary_arn()) {
            Some(arn) => self.managed_policy(arn).await,
            None => Ok(None),
        }
    }
}

//! Groups: who is in one, and the policies that say what its users may do.

use aws_sdk_iam::operation::get_group::GetGroupOutput;
use aws_sdk_iam::operation::list_attached_group_policies::ListAttachedGroupPoliciesOutput;
use aws_sdk_iam::operation::list_group_policies::ListGroupPoliciesOutput;
use aws_sdk_iam::operation::list_groups::ListGroupsOutput;
use aws_sdk_iam::types::Group as Described;
use futures_util::future::try_join_all;
use futures_util::try_join;

use super::{
    GET_GROUP, GET_GROUP_POLICY, LIST_ATTACHED_GROUP_POLICIES, LIST_GROUP_POLICIES, LIST_GROUPS, RolePolicy, User,
};
use crate::aws::policy_document::decoded;
use crate::aws::service::prelude::*;

/// How many groups are read: a learner makes one or two.
const MOST_GROUPS: usize = 10;
pub(super) const NO_SUCH: &[&str] = &["NoSuchEntity"];

/// A group of the account.
#[derive(Clone, Debug)]
pub struct Group {
    pub name: String,
    pub users: Vec<User>,
    /// What its users may do: managed policies, and those that are part of it.
    pub policies: Vec<RolePolicy>,
}

/// A group as lists show it.
#[derive(Clone, Debug)]
pub(super) struct ListedGroup {
    name: String,
    /// Holds the group's path, which the name alone does not tell.
    arn: String,
}

impl ListedGroup {
    pub(super) fn of(group: &Described) -> Self {
        Self { name: group.group_name().into(), arn: group.arn().into() }
    }
}

impl Aws {
    /// The first groups of the account, one of that name before all others.
    pub async fn groups(&self, name: &str) -> Read<Vec<Group>> {
        let call = Call::new(LIST_GROUPS, "*");
        let send = |mark| self.iam().list_groups().set_marker(mark).send();
        let read = |answer: &ListGroupsOutput| {
            let groups = answer.groups().iter().map(ListedGroup::of).collect();
            Ok(Listing::truncated(groups, answer.is_truncated(), answer.marker()))
        };
        let mut listed = self.all(call, "", send, read).await?;
        listed.sort_by_key(|group| group.name != name);
        listed.truncate(MOST_GROUPS);
        let groups = try_join_all(listed.iter().map(|group| self.group(group))).await?;
        Ok(groups.into_iter().flatten().collect())
    }

    /// One group; none when it was deleted in between.
    async fn group(&self, listed: &ListedGroup) -> Read<Option<Group>> {
        let whole = async { try_join!(self.members(listed), self.group_policies(listed)) };
        let whole = whole.await.absent_on(NO_SUCH)?;
        Ok(whole.map(|(users, policies)| Group { name: listed.name.clone(), users, policies }))
    }

    async fn members(&self, group: &ListedGroup) -> Read<Vec<User>> {
        let send = |mark| self.iam().get_group().group_name(&group.name).set_marker(mark).send();
        let read = |answer: &GetGroupOutput| {
            let users = answer.users().iter().map(User::of).collect();
            Ok(Listing::truncated(users, answer.is_truncated(), answer.marker()))
        };
        self.all(Call::new(GET_GROUP, &group.arn), "", send, read).await
    }

    pub(super) async fn group_policies(&self, group: &ListedGroup) -> Read<Vec<RolePolicy>> {
        let (managed, own) = try_join!(self.attached_to_group(group), self.own_of_group(group))?;
        let managed = managed.iter().map(|arn| self.managed_policy(arn));
        let own = own.iter().map(|name| self.own_policy_of_group(group, name));
        let (managed, own) = try_join!(try_join_all(managed), try_join_all(own))?;
        Ok(managed.into_iter().chain(own).flatten().collect())
    }

    async fn attached_to_group(&self, group: &ListedGroup) -> Read<Vec<String>> {
        let send = |mark| self.iam().list_attached_group_policies().group_name(&group.name).set_marker(mark).send();
        let read = |answer: &ListAttachedGroupPoliciesOutput| {
            let arns = answer.attached_policies().iter().map(|policy| policy.policy_arn().map(str::to_owned));
            let arns = arns.collect::<Option<_>>().ok_or("PolicyArn")?;
            Ok(Listing::truncated(arns, answer.is_truncated(), answer.marker()))
        };
        self.all(Call::new(LIST_ATTACHED_GROUP_POLICIES, &group.arn), "", send, read).await
    }

    async fn own_of_group(&self, group: &ListedGroup) -> Read<Vec<String>> {
        let send = |mark| self.iam().list_group_policies().group_name(&group.name).set_marker(mark).send();
        let read = |answer: &ListGroupPoliciesOutput| {
            Ok(Listing::truncated(answer.policy_names().to_vec(), answer.is_truncated(), answer.marker()))
        };
        self.all(Call::new(LIST_GROUP_POLICIES, &group.arn), "", send, read).await
    }

    async fn own_policy_of_group(&self, group: &ListedGroup, name: &str) -> Read<Option<RolePolicy>> {
        let call = Call::new(GET_GROUP_POLICY, &group.arn);
        let send = || self.iam().get_group_policy().group_name(&group.name).policy_name(name).send();
        let Some(answer) = self.ask(call.clone(), name, send).await.absent_on(NO_SUCH)? else { return Ok(None) };
        let document = decoded(&call, answer.policy_document())?;
        Ok(Some(RolePolicy { name: name.to_owned(), arn: None, document }))
    }
}

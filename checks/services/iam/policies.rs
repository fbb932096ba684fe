//! Managed policies: those of the account, their versions and what they say.

use std::fmt;

use aws_sdk_iam::operation::list_entities_for_policy::ListEntitiesForPolicyOutput;
use aws_sdk_iam::operation::list_policies::ListPoliciesOutput;
use aws_sdk_iam::operation::list_policy_versions::ListPolicyVersionsOutput;
use aws_sdk_iam::types::{self as sdk, PolicyScopeType};
use futures_util::future::{join_all, try_join_all};
use futures_util::stream::{self, StreamExt, TryStreamExt};
use futures_util::try_join;

use super::roles::{MOST_ROLES, RolePolicy, is_made_for};
use super::{
    GET_POLICY, GET_POLICY_VERSION, LIST_ENTITIES_FOR_POLICY, LIST_POLICIES, LIST_POLICY_VERSIONS, POLICY_ARN,
};
use crate::aws::policy_document::decoded;
use crate::aws::service::prelude::*;
use crate::documents::policy::{Policy, Statement};
use crate::services::logs::LOG_GROUP_ARN;

/// How many policies are read at the same time.
const AT_ONCE: usize = 10;

/// A managed policy that the account has made itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerPolicy {
    pub name: String,
    pub arn: String,
    /// Such as `/` or `/service-role/`.
    pub path: String,
    /// The one version that is in force, such as `v1`.
    pub default_version: String,
}

impl fmt::Display for CustomerPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.arn, self.default_version)
    }
}

/// What says what a function may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FunctionPolicy {
    /// A policy of the account.
    Managed(CustomerPolicy),
    /// The policies of a role that a tool has made for the function, of which these are part of the role itself.
    OfRole { role: String, own: Vec<String> },
}

impl FunctionPolicy {
    /// Of which policy a judgement is, where that is not the account's own of this name.
    pub fn other_than(&self, name: &str) -> Option<String> {
        match self {
            Self::Managed(policy) if policy.name == name => None,
            Self::Managed(policy) => Some(format!("the policy {}", policy.name)),
            Self::OfRole { role, .. } => Some(format!("the role {role}")),
        }
    }
}

impl fmt::Display for FunctionPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Managed(policy) => policy.fmt(f),
            Self::OfRole { role, own } => write!(f, "{} of the role {role}", own.join(", ")),
        }
    }
}

/// One version of a managed policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyVersion {
    /// Such as `v2`; AWS counts on and never gives a number twice.
    pub id: String,
    pub is_default: bool,
}

/// What a managed policy is attached to, each by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyUsers {
    pub roles: Vec<String>,
    pub users: Vec<String>,
    pub groups: Vec<String>,
}

impl PolicyUsers {
    fn and(mut self, more: Self) -> Self {
        self.roles.extend(more.roles);
        self.users.extend(more.users);
        self.groups.extend(more.groups);
        self
    }
}

impl PolicyVersion {
    /// Which of two versions is the newer.
    pub fn number(&self) -> u64 {
        self.id.trim_start_matches('v').parse().unwrap_or_default()
    }
}

impl Aws {
    /// The account's own policy of that name, whatever its path; of another name, the one that the role of `function`
    /// has, or what a tool has written into that role; or what a beginner made instead.
    pub async fn policy_for(&self, you: &Learner, function: &str, name: &str) -> Read<Found<FunctionPolicy>> {
        let policies = self.customer_policies().await?;
        if let Some(policy) = policies.iter().find(|policy| policy.name == name) {
            return Ok(Found::Here(FunctionPolicy::Managed(policy.clone())));
        }
        if let Some(role) = self.role_in_use(you, function).await?
            && let Some(policy) = self.policy_in_use(you, function, &role, (name, &policies)).await?
        {
            return Ok(Found::Here(policy));
        }
        if let Some(near) = nearest(name, &policies, |policy| &policy.name) {
            return Ok(Found::Missing(Some(NearMiss::named("policy", name, &near.name))));
        }
        Ok(Found::Missing(self.part_of_role(you, name).await))
    }

    /// The account's own policy of that name; of another name, the first of which `fits` says that it will do, or what a
    /// tool has written into a role for the service; or what a beginner made instead.
    pub async fn policy_for_service(
        &self,
        you: &Learner,
        named: (&str, &str),
        fits: impl Fn(&[Policy]) -> bool,
    ) -> Read<Found<FunctionPolicy>> {
        self.policy_for_service_beside(you, named, "", fits).await
    }

    /// The same, but neither the policy nor the role of the name `other`, which are for something else.
    pub async fn policy_for_service_beside(
        &self,
        you: &Learner,
        (service, name): (&str, &str),
        other: &str,
        fits: impl Fn(&[Policy]) -> bool,
    ) -> Read<Found<FunctionPolicy>> {
        let (mut policies, mut roles) = try_join!(self.customer_policies(), self.roles_of(service))?;
        policies.retain(|policy| policy.name != other);
        roles.retain(|role| role.name != other);
        if let Some(policy) = policies.iter().find(|policy| policy.name == name) {
            return Ok(Found::Here(FunctionPolicy::Managed(policy.clone())));
        }
        let looks = policies.iter().map(|policy| self.policy_document(&policy.arn, &policy.default_version));
        let documents: Vec<Policy> = stream::iter(looks).buffered(AT_ONCE).try_collect().await?;
        let mut read = policies.iter().zip(documents);
        if let Some((policy, _)) = read.find(|(_, document)| fits(std::slice::from_ref(document))) {
            return Ok(Found::Here(FunctionPolicy::Managed(policy.clone())));
        }
        let of_roles = try_join_all(roles.iter().map(|role| self.role_policies(you, &role.name))).await?;
        for (role, policies) in roles.into_iter().zip(of_roles) {
            let own = policies.iter().filter(|policy| policy.arn.is_none()).map(|policy| policy.name.clone()).collect();
            let documents: Vec<Policy> = policies.into_iter().map(|policy| policy.document).collect();
            if fits(&documents) {
                return Ok(Found::Here(FunctionPolicy::OfRole { role: role.name, own }));
            }
        }
        let near = nearest(name, &policies, |policy| &policy.name);
        Ok(Found::Missing(near.map(|near| NearMiss::named("policy", name, &near.name))))
    }

    /// The policy of the role that the function works under, unless Lambda has made it. In a role of the book's name, a
    /// policy of its own is asked for.
    async fn policy_in_use(
        &self,
        you: &Learner,
        function: &str,
        role: &str,
        (name, policies): (&str, &[CustomerPolicy]),
    ) -> Read<Option<FunctionPolicy>> {
        let attached = self.attached_policies(you, role).await?;
        let mut own = policies.iter().filter(|policy| policy.path != "/service-role/");
        if let Some(policy) = own.find(|policy| attached.contains(&policy.arn)) {
            return Ok(Some(FunctionPolicy::Managed(policy.clone())));
        }
        if role == name || is_made_for(role, function) {
            return Ok(None);
        }
        let own = self.own_policy_names(you, role).await?;
        Ok((!own.is_empty()).then(|| FunctionPolicy::OfRole { role: role.to_owned(), own }))
    }

    /// What the policy says; of a role, what all its policies say.
    pub async fn documents_of(&self, you: &Learner, policy: &FunctionPolicy) -> Read<Vec<Policy>> {
        match policy {
            FunctionPolicy::Managed(policy) => {
                Ok(vec![self.policy_document(&policy.arn, &policy.default_version).await?])
            }
            FunctionPolicy::OfRole { role, .. } => {
                Ok(self.role_policies(you, role).await?.into_iter().map(|policy| policy.document).collect())
            }
        }
    }

    /// The roles that have the policy, the first ten, each by its name with all that its policies say.
    pub async fn roles_with(
        &self,
        you: &Learner,
        policy: &CustomerPolicy,
    ) -> Read<Vec<(String, Read<Vec<RolePolicy>>)>> {
        let mut roles = self.users_of_policy(&policy.arn).await?.roles;
        roles.truncate(MOST_ROLES);
        let policies = join_all(roles.iter().map(|role| self.role_policies(you, role))).await;
        Ok(roles.into_iter().zip(policies).collect())
    }

    /// All managed policies that the account has made itself.
    pub async fn customer_policies(&self) -> Read<Vec<CustomerPolicy>> {
        let call = Call::new(LIST_POLICIES, "*");
        let list = || self.iam().list_policies().scope(PolicyScopeType::Local).max_items(1000);
        let send = |mark| list().set_marker(mark).send();
        let read = |answer: &ListPoliciesOutput| {
            let policies = answer.policies().iter().map(customer_policy).collect::<Option<_>>();
            let policies = policies.ok_or("PolicyName, Arn and DefaultVersionId")?;
            Ok(Listing::truncated(policies, answer.is_truncated(), answer.marker()))
        };
        self.all(call, "", send, read).await
    }

    /// The policies that Lambda's console made for a function's first role: named after the one of AWS that they copy,
    /// and about the function's own log group (AWS Lambda Developer Guide, "Defining Lambda function permissions with an
    /// execution role").
    pub async fn policies_made_for(&self, you: &Learner, function: &str) -> Read<Vec<CustomerPolicy>> {
        let mut policies = self.customer_policies().await?;
        policies.retain(|policy| policy.name.starts_with("AWSLambdaBasicExecutionRole"));
        let group = you.arn(LOG_GROUP_ARN, &you.region, &format!("/aws/lambda/{function}:"));
        let looks = policies.into_iter().map(|policy| async {
            let document = self.policy_document(&policy.arn, &policy.default_version).await?;
            let is_about_it = document.statements.iter().flat_map(Statement::resources).any(|r| r.starts_with(&group));
            Ok(is_about_it.then_some(policy))
        });
        let made: Vec<_> = stream::iter(looks).buffered(AT_ONCE).try_collect().await?;
        Ok(made.into_iter().flatten().collect())
    }

    /// What a version of a managed policy says.
    pub async fn policy_document(&self, arn: &str, version: &str) -> Read<Policy> {
        let call = Call::new(GET_POLICY_VERSION, arn);
        let send = || self.iam().get_policy_version().policy_arn(arn).version_id(version).send();
        let answer = self.ask(call.clone(), version, send).await?;
        let document = answer.policy_version().and_then(|version| version.document());
        decoded(&call, document.ok_or_else(|| Fault::incomplete(call.clone(), "Document"))?)
    }

    /// All versions of a managed policy, five at most, the newest first.
    pub async fn policy_versions(&self, policy: &CustomerPolicy) -> Read<Vec<PolicyVersion>> {
        let call = Call::new(LIST_POLICY_VERSIONS, &policy.arn);
        let send = |mark| self.iam().list_policy_versions().policy_arn(&policy.arn).set_marker(mark).send();
        let read = |answer: &ListPolicyVersionsOutput| {
            let versions = answer.versions().iter().map(policy_version).collect::<Option<_>>().ok_or("VersionId")?;
            Ok(Listing::truncated(versions, answer.is_truncated(), answer.marker()))
        };
        let mut versions = self.all(call, "", send, read).await?;
        versions.sort_by_key(|version| std::cmp::Reverse(version.number()));
        Ok(versions)
    }

    /// What the account's own policy of that name, without a path, is attached to; nothing where there is no such policy.
    pub async fn policy_users(&self, you: &Learner, name: &str) -> Read<PolicyUsers> {
        self.users_of_policy(&you.arn(POLICY_ARN, "", name)).await
    }

    /// What the policy of this ARN is attached to; nothing where there is no such policy.
    async fn users_of_policy(&self, arn: &str) -> Read<PolicyUsers> {
        let call = Call::new(LIST_ENTITIES_FOR_POLICY, arn);
        let send = |mark| self.iam().list_entities_for_policy().policy_arn(arn).set_marker(mark).send();
        let read = |answer: &ListEntitiesForPolicyOutput| {
            Ok(Listing::truncated(vec![policy_users(answer)], answer.is_truncated(), answer.marker()))
        };
        let pages = self.all(call, "", send, read).await.absent_on(&["NoSuchEntity"])?.unwrap_or_default();
        Ok(pages.into_iter().fold(PolicyUsers::default(), PolicyUsers::and))
    }

    /// A managed policy, AWS's or the account's, as a role has it; none when it was deleted in between.
    pub(super) async fn managed_policy(&self, arn: &str) -> Read<Option<RolePolicy>> {
        let call = Call::new(GET_POLICY, arn);
        let send = || self.iam().get_policy().policy_arn(arn).send();
        let Some(answer) = self.ask(call.clone(), "", send).await.absent_on(&["NoSuchEntity"])? else {
            return Ok(None);
        };
        let known = answer.policy().and_then(|policy| policy.policy_name().zip(policy.default_version_id()));
        let (name, version) = known.ok_or_else(|| Fault::incomplete(call, "PolicyName and DefaultVersionId"))?;
        let document = self.policy_document(arn, version).await?;
        Ok(Some(RolePolicy { name: name.to_owned(), arn: Some(arn.to_owned()), document }))
    }

    /// The policy was written into the role of the same name; what cannot be read is no near miss.
    async fn part_of_role(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let own = self.own_policy_names(you, name).await.ok()?;
        own.first().map(|inline| NearMiss {
            found: format!("the inline policy {inline}, which is part of the role {name}"),
            advice: format!(
                "Create a policy of its own: under Policies in IAM, not in the role. Name it {name}, give it the JSON of the inline policy, attach it to the role and remove the inline one."
            ),
        })
    }
}

fn customer_policy(listed: &sdk::Policy) -> Option<CustomerPolicy> {
    Some(CustomerPolicy {
        name: listed.policy_name()?.to_owned(),
        arn: listed.arn()?.to_owned(),
        path: listed.path().unwrap_or("/").to_owned(),
        default_version: listed.default_version_id()?.to_owned(),
    })
}

fn policy_version(listed: &sdk::PolicyVersion) -> Option<PolicyVersion> {
    Some(PolicyVersion { id: listed.version_id()?.to_owned(), is_default: listed.is_default_version() })
}

fn policy_users(answer: &ListEntitiesForPolicyOutput) -> PolicyUsers {
    PolicyUsers {
        roles: answer.policy_roles().iter().filter_map(|role| role.role_name().map(str::to_owned)).collect(),
        users: answer.policy_users().iter().filter_map(|user| user.user_name().map(str::to_owned)).collect(),
        groups: answer.policy_groups().iter().filter_map(|group| group.group_name().map(str::to_owned)).collect(),
    }
}

//! Roles: who may take one on, and the policies that say what it may do.

use std::fmt;

use aws_sdk_iam::operation::list_attached_role_policies::ListAttachedRolePoliciesOutput;
use aws_sdk_iam::operation::list_role_policies::ListRolePoliciesOutput;
use aws_sdk_iam::operation::list_roles::ListRolesOutput;
use aws_sdk_iam::types::Role as Described;
use futures_util::future::try_join_all;
use futures_util::{join, try_join};

use super::{GET_ROLE, GET_ROLE_POLICY, LIST_ATTACHED_ROLE_POLICIES, LIST_ROLE_POLICIES, LIST_ROLES, ROLE_ARN};
use crate::aws::policy_document::decoded;
use crate::aws::service::prelude::*;
use crate::documents::policy::{Policy, Statement};

/// How many roles of a service, or with a policy, are read: a learner makes one or two.
pub(super) const MOST_ROLES: usize = 10;

/// A role of the account.
#[derive(Clone, Debug)]
pub struct Role {
    pub name: String,
    /// Holds the role's path, which the name alone does not tell.
    pub arn: String,
    /// Such as `/` or `/service-role/`.
    pub path: String,
    /// Who may take the role on.
    pub trust: Policy,
    /// The ARN of the policy beyond which nothing is allowed: its permissions boundary.
    pub boundary: Option<String>,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

/// A policy that says what a role may do.
#[derive(Clone, Debug)]
pub struct RolePolicy {
    pub name: String,
    /// Of a managed policy; one that is part of the role itself has none.
    pub arn: Option<String>,
    pub document: Policy,
}

/// All that says what a role may do.
#[derive(Clone, Debug, Default)]
pub struct RolePermissions {
    /// The ARN of the role; none if there is no such role.
    pub role: Option<String>,
    pub policies: Vec<RolePolicy>,
    /// Beyond which nothing is allowed.
    pub boundary: Option<RolePolicy>,
}

impl RolePermissions {
    /// What its policies say.
    pub fn documents(&self) -> Vec<&Policy> {
        self.policies.iter().map(|policy| &policy.document).collect()
    }
}

/// A role as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRole {
    pub name: String,
    pub arn: String,
    pub path: String,
    /// Who may take the role on, as JSON that is encoded for addresses.
    trust: String,
}

impl ListedRole {
    fn of(role: &Described) -> Self {
        Self {
            name: role.role_name().to_owned(),
            arn: role.arn().to_owned(),
            path: role.path().to_owned(),
            trust: role.assume_role_policy_document().unwrap_or_default().to_owned(),
        }
    }

    /// Whether the learner made it for the service. AWS makes some for its services, which nobody else can change.
    fn is_for(&self, service: &str) -> bool {
        let trust = decoded(&Call::new(LIST_ROLES, "*"), &self.trust);
        let trusts = |trust: &Policy| trust.statements.iter().flat_map(Statement::trusted).any(|one| one == service);
        !self.path.starts_with("/aws-service-role/") && trust.is_ok_and(|trust| trusts(&trust))
    }
}

/// Lambda's console names the role that it makes after the function, and adds some letters by chance.
pub fn is_made_for(role: &str, function: &str) -> bool {
    let rest = role.strip_prefix(function).and_then(|rest| rest.strip_prefix("-role"));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// What says that the role a function works under is gone.
fn deleted(function: &str, role: &str) -> NearMiss {
    NearMiss {
        found: format!("the function {function}, which works under the role {role} that is not there"),
        advice: format!(
            "In Lambda, open {function}: Configuration, Permissions, Edit, and choose an execution role that is there."
        ),
    }
}

impl Aws {
    /// The role of that name, whatever its path; or what a beginner named otherwise.
    pub async fn role(&self, you: &Learner, name: &str) -> Read<Found<Role>> {
        let call = Call::new(GET_ROLE, you.arn(ROLE_ARN, "", name));
        let send = || self.iam().get_role().role_name(name).send();
        let Some(answer) = self.ask(call.clone(), "", send).await.absent_on(&["NoSuchEntity"])? else {
            return Ok(Found::Missing(self.similar_role(name).await));
        };
        let role = answer.role().ok_or_else(|| Fault::incomplete(call.clone(), "Role"))?;
        let trust = role.assume_role_policy_document();
        let trust = trust.ok_or_else(|| Fault::incomplete(call.clone(), "AssumeRolePolicyDocument"))?;
        let ListedRole { name, arn, path, .. } = ListedRole::of(role);
        let boundary = role.permissions_boundary().and_then(|boundary| boundary.permissions_boundary_arn());
        let boundary = boundary.map(str::to_owned);
        Ok(Found::Here(Role { name, arn, path, trust: decoded(&call, trust)?, boundary }))
    }

    /// The role of that name; of another name, the one that `function` works under, unless Lambda has made it.
    pub async fn role_for(&self, you: &Learner, function: &str, name: &str) -> Read<Found<Role>> {
        let by_name = self.role(you, name).await?;
        if matches!(by_name, Found::Here(_)) {
            return Ok(by_name);
        }
        match self.role_in_use(you, function).await? {
            Some(other) if !is_made_for(&other, function) => match self.role(you, &other).await? {
                Found::Here(role) => Ok(Found::Here(role)),
                Found::Missing(_) => Ok(by_name),
            },
            _ => Ok(by_name),
        }
    }

    /// The role as [`Aws::role_for`] finds it, and its permissions; those of a role of that name are read at the same time.
    pub async fn role_with_permissions_for(
        &self,
        you: &Learner,
        function: &str,
        name: &str,
    ) -> (Read<Found<Role>>, Read<RolePermissions>) {
        let (role, permissions) = join!(self.role_for(you, function, name), self.role_permissions(you, name));
        match &role {
            Ok(Found::Here(other)) if other.name != name => {
                let permissions = self.role_permissions(you, &other.name).await;
                (role, permissions)
            }
            _ => (role, permissions),
        }
    }

    /// The role that `function` works under, whatever its name, and its permissions; where there is no such function, those
    /// of that name, which are read at the same time.
    pub async fn role_in_use_with_permissions(
        &self,
        you: &Learner,
        function: &str,
        name: &str,
    ) -> (Read<Found<Role>>, Read<RolePermissions>) {
        let (in_use, role, permissions) =
            join!(self.role_in_use(you, function), self.role(you, name), self.role_permissions(you, name));
        match in_use {
            Err(fault) => (Err(fault), permissions),
            Ok(Some(other)) if other != name => {
                let (role, permissions) = join!(self.role(you, &other), self.role_permissions(you, &other));
                let is_gone = matches!(role, Ok(Found::Missing(_)));
                (if is_gone { Ok(Found::Missing(Some(deleted(function, &other)))) } else { role }, permissions)
            }
            Ok(_) => (role, permissions),
        }
    }

    /// The role of that name; of another name, the first one made for the service of which `fits` says that it will do.
    pub async fn role_for_service(
        &self,
        you: &Learner,
        (service, name): (&str, &str),
        fits: impl Fn(&RolePermissions) -> bool,
    ) -> Read<Found<Role>> {
        let by_name = self.role(you, name).await?;
        if matches!(by_name, Found::Here(_)) {
            return Ok(by_name);
        }
        let names: Vec<String> = self.roles_of(service).await?.into_iter().map(|role| role.name).collect();
        let permissions = try_join_all(names.iter().map(|role| self.role_permissions(you, role))).await?;
        match names.iter().zip(&permissions).find(|(_, permissions)| fits(permissions)) {
            Some((other, _)) => self.role(you, other).await,
            None => Ok(by_name),
        }
    }

    /// The role as [`Aws::role_for_service`] finds it, and its permissions if it is there.
    pub async fn role_with_permissions_for_service(
        &self,
        you: &Learner,
        named: (&str, &str),
        fits: impl Fn(&RolePermissions) -> bool,
    ) -> (Read<Found<Role>>, Option<Read<RolePermissions>>) {
        let role = self.role_for_service(you, named, fits).await;
        let Ok(Found::Here(here)) = &role else { return (role, None) };
        let permissions = self.role_permissions(you, &here.name).await;
        (role, Some(permissions))
    }

    /// The first roles of the account that were made for a service.
    pub async fn roles_of(&self, service: &str) -> Read<Vec<ListedRole>> {
        let mut roles = self.roles().await?;
        roles.retain(|role| role.is_for(service));
        roles.truncate(MOST_ROLES);
        Ok(roles)
    }

    /// Every policy of the role of that name, managed or its own; none where there is no such role.
    pub async fn role_policies(&self, you: &Learner, role: &str) -> Read<Vec<RolePolicy>> {
        let (managed, own) = try_join!(self.attached_policies(you, role), self.own_policy_names(you, role))?;
        let managed = managed.iter().map(|arn| self.managed_policy(arn));
        let own = own.iter().map(|name| self.own_policy(you, role, name));
        let (managed, own) = try_join!(try_join_all(managed), try_join_all(own))?;
        Ok(managed.into_iter().chain(own).flatten().collect())
    }

    /// Every policy of the role of that name, and its permissions boundary.
    pub async fn role_permissions(&self, you: &Learner, name: &str) -> Read<RolePermissions> {
        let bounded = async {
            let Found::Here(role) = self.role(you, name).await? else { return Ok((None, None)) };
            let boundary = match &role.boundary {
                Some(arn) => self.managed_policy(arn).await?,
                None => None,
            };
            Ok((Some(role.arn), boundary))
        };
        let (policies, (role, boundary)) = try_join!(self.role_policies(you, name), bounded)?;
        Ok(RolePermissions { role, policies, boundary })
    }

    /// The ARNs of the managed policies that are attached to the role of that name.
    pub async fn attached_policies(&self, you: &Learner, role: &str) -> Read<Vec<String>> {
        let call = Call::new(LIST_ATTACHED_ROLE_POLICIES, you.arn(ROLE_ARN, "", role));
        let send = |mark| self.iam().list_attached_role_policies().role_name(role).set_marker(mark).send();
        let read = |answer: &ListAttachedRolePoliciesOutput| {
            let arns = answer.attached_policies().iter().map(|policy| policy.policy_arn().map(str::to_owned));
            let arns = arns.collect::<Option<_>>().ok_or("PolicyArn")?;
            Ok(Listing::truncated(arns, answer.is_truncated(), answer.marker()))
        };
        Ok(self.all(call, "", send, read).await.absent_on(&["NoSuchEntity"])?.unwrap_or_default())
    }

    /// The names of the policies that are part of the role itself.
    pub async fn own_policy_names(&self, you: &Learner, role: &str) -> Read<Vec<String>> {
        let call = Call::new(LIST_ROLE_POLICIES, you.arn(ROLE_ARN, "", role));
        let send = |mark| self.iam().list_role_policies().role_name(role).set_marker(mark).send();
        let read = |answer: &ListRolePoliciesOutput| {
            Ok(Listing::truncated(answer.policy_names().to_vec(), answer.is_truncated(), answer.marker()))
        };
        Ok(self.all(call, "", send, read).await.absent_on(&["NoSuchEntity"])?.unwrap_or_default())
    }

    async fn own_policy(&self, you: &Learner, role: &str, name: &str) -> Read<Option<RolePolicy>> {
        let call = Call::new(GET_ROLE_POLICY, you.arn(ROLE_ARN, "", role));
        let send = || self.iam().get_role_policy().role_name(role).policy_name(name).send();
        let Some(answer) = self.ask(call.clone(), name, send).await.absent_on(&["NoSuchEntity"])? else {
            return Ok(None);
        };
        let document = decoded(&call, answer.policy_document())?;
        Ok(Some(RolePolicy { name: name.to_owned(), arn: None, document }))
    }

    /// All roles of the account.
    pub async fn roles(&self) -> Read<Vec<ListedRole>> {
        let call = Call::new(LIST_ROLES, "*");
        let send = |mark| self.iam().list_roles().max_items(1000).set_marker(mark).send();
        let read = |answer: &ListRolesOutput| {
            let roles = answer.roles().iter().map(ListedRole::of).collect();
            Ok(Listing::truncated(roles, answer.is_truncated(), answer.marker()))
        };
        self.all(call, "", send, read).await
    }

    /// A role of a similar name. What cannot be read is no near miss and no fault of the clause.
    async fn similar_role(&self, name: &str) -> Option<NearMiss> {
        let roles = self.roles().await.ok()?;
        nearest(name, &roles, |role| &role.name).map(|near| NearMiss::named("role", name, &near.name))
    }
}

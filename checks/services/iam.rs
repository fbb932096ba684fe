//! IAM: the root user's safety, the users and their MFA devices; roles and policies.

mod credentials;
mod groups;
mod policies;
mod roles;
mod user_permissions;

use std::fmt;

use aws_sdk_iam::Client;
use aws_sdk_iam::operation::list_mfa_devices::ListMfaDevicesOutput;
use aws_sdk_iam::operation::list_users::ListUsersOutput;
use aws_sdk_iam::types::{SummaryKeyType, User as Described};

use crate::aws::service::prelude::*;
use crate::services::lambda;

pub use credentials::CREDENTIALS;
pub use policies::{CustomerPolicy, FunctionPolicy, PolicyUsers};
pub use roles::{ListedRole, Role, RolePermissions, RolePolicy, is_made_for};
pub use user_permissions::UserPermissions;

pub const SERVICE: Service = Service {
    api: Api {
        id: "IAM",
        settings_key: "iam",
        operations: OPERATIONS,
        // Unpublished; others pace themselves so.
        rates: &[rate("", 15, 15)],
        always: &[
            always("Users/member", &["UserName", "Arn"]),
            always("Roles/member", &["RoleName", "Arn"]),
            always("Role", &["RoleName", "Arn"]),
            always("GetRolePolicyResult", &["PolicyDocument"]),
            always("MFADevices/member", &["SerialNumber"]),
            always("Groups/member", &["GroupName", "Arn"]),
            always("GetGroupPolicyResult", &["PolicyDocument"]),
            always("GetUserPolicyResult", &["PolicyDocument"]),
        ],
    },
    health: health(|aws, _| aws.answers(GET_ACCOUNT_SUMMARY, || aws.iam().get_account_summary().send())),
};

operations! { "IAM", "iam";
    GET_ACCOUNT_SUMMARY: "GetAccountSummary" on All;
    LIST_USERS: "ListUsers" on All;
    LIST_MFA_DEVICES: "ListMFADevices" on Resource;
    GET_LOGIN_PROFILE: "GetLoginProfile" on Resource;
    GET_ROLE: "GetRole" on Resource;
    LIST_ROLES: "ListRoles" on All;
    LIST_ATTACHED_ROLE_POLICIES: "ListAttachedRolePolicies" on Resource;
    LIST_ROLE_POLICIES: "ListRolePolicies" on Resource;
    GET_ROLE_POLICY: "GetRolePolicy" on Resource;
    LIST_GROUPS: "ListGroups" on All;
    GET_GROUP: "GetGroup" on Resource;
    LIST_ATTACHED_GROUP_POLICIES: "ListAttachedGroupPolicies" on Resource;
    LIST_GROUP_POLICIES: "ListGroupPolicies" on Resource;
    GET_GROUP_POLICY: "GetGroupPolicy" on Resource;
    GET_USER: "GetUser" on Resource;
    LIST_GROUPS_FOR_USER: "ListGroupsForUser" on Resource;
    LIST_ATTACHED_USER_POLICIES: "ListAttachedUserPolicies" on Resource;
    LIST_USER_POLICIES: "ListUserPolicies" on Resource;
    GET_USER_POLICY: "GetUserPolicy" on Resource;
    LIST_POLICIES: "ListPolicies" on All;
    GET_POLICY: "GetPolicy" on Resource;
    GET_POLICY_VERSION: "GetPolicyVersion" on Resource;
    LIST_POLICY_VERSIONS: "ListPolicyVersions" on Resource;
    LIST_ENTITIES_FOR_POLICY: "ListEntitiesForPolicy" on Resource;
}

/// The ARN of a role without a path.
pub const ROLE_ARN: &str = "arn:{{ partition }}:iam::{{ account }}:role/{{ name }}";
/// The ARN of a policy of the account without a path.
const POLICY_ARN: &str = "arn:{{ partition }}:iam::{{ account }}:policy/{{ name }}";
const ALL_USERS: &ResourceSet = &resources("Users", "arn:{{ partition }}:iam::{{ account }}:user/*");
const ALL_ROLES: &ResourceSet = &resources("Roles", "arn:{{ partition }}:iam::{{ account }}:role/*");
const ALL_GROUPS: &ResourceSet = &resources("Groups", "arn:{{ partition }}:iam::{{ account }}:group/*");
/// AWS's own policies, which roles have as well, belong to the account `aws`.
const ALL_POLICIES: &ResourceSet = &resources("Policies", "arn:{{ partition }}:iam::*:policy/*");

pub const ROOT_USER: Reader = Reader::of(&[reading_all(GET_ACCOUNT_SUMMARY)]);
/// Read instead of the caller, who is always root in a practice account.
pub const USERS: Reader = Reader::of(&[Reading { in_practice_alone: true, ..reading_all(LIST_USERS) }]);
pub const MFA_DEVICES: Reader = Reader::of(&[reading(LIST_MFA_DEVICES, ALL_USERS)]);
/// A role of a name, or one like it.
pub const ROLE: Reader = Reader::of(&[reading(GET_ROLE, ALL_ROLES), reading_all(LIST_ROLES)]);
pub const ROLES: Reader = Reader::of(&[reading_all(LIST_ROLES)]);
/// All that says what a role may do: its policies, and its permissions boundary. One that was made for a service is found
/// by it.
pub const ROLE_PERMISSIONS: Reader = Reader::of(&[
    reading(GET_ROLE, ALL_ROLES),
    reading_all(LIST_ROLES),
    reading(LIST_ATTACHED_ROLE_POLICIES, ALL_ROLES),
    reading(LIST_ROLE_POLICIES, ALL_ROLES),
    reading(GET_ROLE_POLICY, ALL_ROLES),
    reading(GET_POLICY, ALL_POLICIES),
    reading(GET_POLICY_VERSION, ALL_POLICIES),
]);
/// The policy of a function of a name. One of another name is known by the function's role; one that is part of a role is a
/// near miss.
pub const POLICY_FOR_FUNCTION: Reader = Reader::of(&[
    reading_all(LIST_POLICIES),
    reading(GET_POLICY_VERSION, ALL_POLICIES),
    lambda::ROLE_IN_USE,
    reading(LIST_ATTACHED_ROLE_POLICIES, ALL_ROLES),
    reading(LIST_ROLE_POLICIES, ALL_ROLES),
    reading(GET_ROLE_POLICY, ALL_ROLES),
    reading(GET_POLICY, ALL_POLICIES),
]);
/// The role of a function of a name. One of another name is known by the function.
pub const ROLE_FOR_FUNCTION: Reader =
    Reader::of(&[reading(GET_ROLE, ALL_ROLES), reading_all(LIST_ROLES), lambda::ROLE_IN_USE]);
/// The policies that Lambda's console made.
pub const LAMBDA_POLICIES: Reader =
    Reader::of(&[reading_all(LIST_POLICIES), reading(GET_POLICY_VERSION, ALL_POLICIES)]);
pub const POLICY_VERSIONS: Reader = Reader::of(&[reading(LIST_POLICY_VERSIONS, ALL_POLICIES)]);
/// A policy of a name, or one that is part of a role that was made for a service.
pub const POLICY_FOR_SERVICE: Reader = Reader::of(&[
    reading_all(LIST_POLICIES),
    reading_all(LIST_ROLES),
    reading(LIST_ATTACHED_ROLE_POLICIES, ALL_ROLES),
    reading(LIST_ROLE_POLICIES, ALL_ROLES),
    reading(GET_ROLE_POLICY, ALL_ROLES),
    reading(GET_POLICY, ALL_POLICIES),
    reading(GET_POLICY_VERSION, ALL_POLICIES),
]);
/// The groups of the account, who is in them, and what they may do.
pub const GROUPS: Reader = Reader::of(&[
    reading_all(LIST_GROUPS),
    reading(GET_GROUP, ALL_GROUPS),
    reading(LIST_ATTACHED_GROUP_POLICIES, ALL_GROUPS),
    reading(LIST_GROUP_POLICIES, ALL_GROUPS),
    reading(GET_GROUP_POLICY, ALL_GROUPS),
    reading(GET_POLICY, ALL_POLICIES),
    reading(GET_POLICY_VERSION, ALL_POLICIES),
]);
/// All that says what a user of a group may do, beside the policies of groups.
pub const USER_PERMISSIONS: Reader = Reader::of(&[
    reading(GET_USER, ALL_USERS),
    reading(LIST_GROUPS_FOR_USER, ALL_USERS),
    reading(LIST_ATTACHED_USER_POLICIES, ALL_USERS),
    reading(LIST_USER_POLICIES, ALL_USERS),
    reading(GET_USER_POLICY, ALL_USERS),
]);
/// Read if the policy is not attached to the role, or lacks what another policy of its roles may allow: to what it is attached.
pub const POLICY_USERS: Reader = Reader::of(&[reading(LIST_ENTITIES_FOR_POLICY, ALL_POLICIES)]);

pub const CONSOLE: Page = page("https://console.aws.amazon.com/iam/home#/home");
pub const CONSOLE_USERS: Page = page("https://console.aws.amazon.com/iam/home#/users");
pub const CONSOLE_GROUPS: Page = page("https://console.aws.amazon.com/iam/home#/groups");
pub const CONSOLE_POLICIES: Page = page("https://console.aws.amazon.com/iam/home#/policies");
pub const CONSOLE_ROLES: Page = page("https://console.aws.amazon.com/iam/home#/roles");

/// What the account summary tells of the root user.
#[derive(Clone, Copy, Debug)]
pub struct RootUser {
    pub has_access_keys: bool,
    pub has_mfa: bool,
    /// Whether somebody can sign in as root with a password, which an organization may have taken from its accounts.
    pub has_password: bool,
}

/// An IAM user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub name: String,
    /// Holds the user's path, which the name alone does not tell.
    pub arn: String,
}

impl User {
    fn of(user: &Described) -> Self {
        Self { name: user.user_name().to_owned(), arn: user.arn().to_owned() }
    }
}

/// The IAM users of an account.
#[derive(Clone, Debug)]
pub struct Users(pub Vec<User>);

impl fmt::Display for Users {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.0.iter().map(|user| user.name.as_str()).collect();
        write!(f, "IAM users: {}", names.join(", "))
    }
}

/// Only a practice account is asked for any user: there the caller is always root.
fn no_user() -> NearMiss {
    NearMiss {
        found: "no IAM user".into(),
        advice: "In IAM, under Users, create a user for yourself. The keys of a practice account are always root's, so there a \
                 user that exists is enough."
            .into(),
    }
}

impl Aws {
    /// The state of the root user.
    pub async fn root_user(&self) -> Read<RootUser> {
        let call = Call::new(GET_ACCOUNT_SUMMARY, "*");
        let answer = self.ask(call.clone(), "", || self.iam().get_account_summary().send()).await?;
        let summary = answer.summary_map();
        let flag = |key: SummaryKeyType| summary.and_then(|map| map.get(&key)).map(|value| *value > 0);
        let has_password = flag(SummaryKeyType::AccountPasswordPresent).unwrap_or(true);
        match (flag(SummaryKeyType::AccountAccessKeysPresent), flag(SummaryKeyType::AccountMfaEnabled)) {
            (Some(has_access_keys), Some(has_mfa)) => Ok(RootUser { has_access_keys, has_mfa, has_password }),
            _ => Err(Fault::incomplete(call, "AccountAccessKeysPresent and AccountMFAEnabled")),
        }
    }

    /// All IAM users; missing if there is none.
    pub async fn users(&self) -> Read<Found<Users>> {
        let call = Call::new(LIST_USERS, "*");
        let send = |mark| self.iam().list_users().set_marker(mark).send();
        let read = |answer: &ListUsersOutput| {
            let users = answer.users().iter().map(User::of).collect();
            Ok(Listing::truncated(users, answer.is_truncated(), answer.marker()))
        };
        let users = self.all(call, "", send, read).await?;
        Ok(if users.is_empty() { Found::Missing(Some(no_user())) } else { Found::Here(Users(users)) })
    }

    /// How many MFA devices the IAM user signs in with.
    pub async fn mfa_devices(&self, user: &User) -> Read<usize> {
        let call = Call::new(LIST_MFA_DEVICES, &user.arn);
        let send = |mark| self.iam().list_mfa_devices().user_name(&user.name).set_marker(mark).send();
        let read = |answer: &ListMfaDevicesOutput| {
            let devices = answer.mfa_devices().iter().map(drop).collect();
            Ok(Listing::truncated(devices, answer.is_truncated(), answer.marker()))
        };
        let devices = self.all(call, "", send, read).await.absent_on(&["NoSuchEntity"])?;
        Ok(devices.map_or(0, |devices| devices.len()))
    }

    pub(crate) fn iam(&self) -> Client {
        client!(self, aws_sdk_iam, "")
    }
}

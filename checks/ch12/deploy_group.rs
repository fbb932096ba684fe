//! 12.e9: a group whose users may deploy, and a user in it; or those who sign in through IAM Identity Center.

use futures_util::future::try_join_all;

use crate::book::deploying;
use crate::documents::policy::Policy;
use crate::judge::iam::deployer::{self, Task};
use crate::services::iam::RolePolicy;
use crate::verifier::prelude::*;

clauses! {
    GROUP: "your account has a group for those who deploy",
        or "In IAM, choose User groups, Create group, and name it serverless-deploy.", at iam::CONSOLE_GROUPS;
    STACKS: "its users may create and change stacks, with SAM's templates as well",
        or "Attach a policy to the group that allows cloudformation actions, such as that of policies/serverless-deploy.json.",
        at iam::CONSOLE_GROUPS;
    FILES: "its users may upload code", or "Allow the group s3:PutObject on the bucket that SAM keeps for your code.",
        at iam::CONSOLE_GROUPS;
    MAKES: "its users may have functions and their roles made",
        or "Allow the group lambda and iam actions, or iam:PassRole for a role of CloudFormation.", at iam::CONSOLE_GROUPS;
    USER: "a user is in the group", or "Open the group, choose Users, Add users.", at iam::CONSOLE_GROUPS, pillar Security;
}

pub const READS: Reads = &[iam::GROUPS, iam::ROLES, iam::ROLE_PERMISSIONS];

/// IAM Identity Center makes a role of each permission set, below this path (IAM Identity Center User Guide, "Referencing
/// permission sets in resource policies").
const OF_IDENTITY_CENTER: &str = "/aws-reserved/sso.amazonaws.com/";
/// How many of these are read.
const MOST_SETS: usize = 5;

/// Those who may deploy.
pub struct Deployers {
    name: String,
    policies: Vec<RolePolicy>,
    boundary: Option<RolePolicy>,
    /// The users in the group; none of those who sign in elsewhere.
    users: Option<Vec<String>>,
}

impl std::fmt::Display for Deployers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

impl Deployers {
    fn documents(&self) -> Vec<&Policy> {
        self.policies.iter().map(|policy| &policy.document).collect()
    }

    /// What they need as their policies say it.
    pub fn may(&self, you: &Learner, tasks: &[Task]) -> Read<Judgement> {
        let boundary = self.boundary.as_ref().map(|boundary| &boundary.document);
        deployer::may(you, &self.documents(), boundary, tasks)
    }

    /// How many of the tasks their policies allow.
    pub fn allowed(&self, you: &Learner, tasks: &[Task]) -> usize {
        deployer::allowed(you, &self.documents(), tasks)
    }

    /// Somebody is among them.
    pub fn users(&self) -> Judgement {
        match self.users.as_deref() {
            None => Judgement::skips("people sign in through IAM Identity Center, which has users of its own"),
            Some([]) => Judgement::fails("a user", "nobody"),
            Some(users) => Judgement::holds(users.join(", ")),
        }
    }

    /// With their own permissions, or by a role that CloudFormation gets from them.
    fn makes(&self, you: &Learner) -> Read<Judgement> {
        let own = self.may(you, &deploying::of_functions(you));
        let role = deploying::of_role(you);
        if own.as_ref().is_ok_and(Judgement::does_hold) || !deployer::is_named(&self.documents(), &role) {
            return own;
        }
        if self.may(you, &[role])?.does_hold() {
            let by_role = "it may give CloudFormation a role, under which that makes what the templates name";
            return Ok(Judgement::holds(by_role));
        }
        own
    }
}

/// The group whose users may do most of what deploying needs; of several, that of the walkthrough's name. Where no group
/// has enough, a permission set of IAM Identity Center may.
pub async fn furthest(aws: &Aws, you: &Learner) -> Read<Found<Deployers>> {
    let needed = [deploying::of_stacks(you), deploying::of_files(you), deploying::of_functions(you)].concat();
    let groups = aws.groups(deploying::GROUP).await?.into_iter();
    let groups = groups.map(|group| Deployers {
        name: group.name,
        policies: group.policies,
        boundary: None,
        users: Some(group.users),
    });
    let worth = |of: &Deployers| {
        let has_users = of.users.as_ref().is_none_or(|users| !users.is_empty());
        (of.allowed(you, &needed), has_users, of.name == deploying::GROUP)
    };
    let fitting = groups.filter(|group| group.name == deploying::GROUP || worth(group).0 > 0);
    let group = fitting.max_by_key(worth);
    if group.as_ref().is_some_and(|group| worth(group).0 == needed.len()) {
        return Ok(Found::from(group));
    }
    let mut sets = permission_sets(aws, you).await?;
    sets.retain(|set| worth(set).0 == needed.len());
    Ok(Found::from(sets.into_iter().next().or(group)))
}

/// The permission sets of IAM Identity Center, each by its role.
async fn permission_sets(aws: &Aws, you: &Learner) -> Read<Vec<Deployers>> {
    let mut roles = aws.roles().await?;
    roles.retain(|role| role.path.starts_with(OF_IDENTITY_CENTER));
    roles.truncate(MOST_SETS);
    let read = roles.into_iter().map(|role| async move {
        let of = aws.role_permissions(you, &role.name).await?;
        let name = format!("the permission set with the role {}", role.name);
        Ok(Deployers { name, policies: of.policies, boundary: of.boundary, users: None })
    });
    try_join_all(read).await
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let deployers = it.finds(GROUP, furthest(aws, you).await)?;
    let is_for_everything = deployer::is_for_everything(&deployers.documents());
    let stacks = deployers.may(you, &deploying::of_stacks(you));
    it.expects(STACKS, stacks.map(|judgement| wide(judgement, is_for_everything)));
    it.expects(FILES, deployers.may(you, &deploying::of_files(you)));
    it.expects(MAKES, deployers.makes(you));
    it.expects(USER, deployers.users());
    Ok(())
}

fn wide(judgement: Judgement, is_for_everything: bool) -> Judgement {
    if !judgement.does_hold() || !is_for_everything {
        return judgement;
    }
    judgement.advising(
        "It allows everything: whoever has a key of one of its users has the account. Better is a policy that names what \
         deploying needs, such as policies/serverless-deploy.json.",
    )
}

//! 12.e9: a group whose users may deploy, and a user in it; or those who sign in through IAM Identity Center.

use futures_util::future::{join_all, try_join_all};

use crate::book::deploying;
use crate::documents::policy::Policy;
use crate::judge::iam::deployer::{self, Task};
use crate::services::iam::{RolePolicy, User, UserPermissions};
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

pub const READS: Reads = &[iam::GROUPS, iam::USER_PERMISSIONS, iam::ROLES, iam::ROLE_PERMISSIONS];

/// IAM Identity Center makes a role of each permission set, below this path (IAM Identity Center User Guide, "Referencing
/// permission sets in resource policies").
const OF_IDENTITY_CENTER: &str = "/aws-reserved/sso.amazonaws.com/";
/// How many of these are read.
const MOST_SETS: usize = 5;
/// Of how many users of a group is read what they may do.
const MOST_USERS: usize = 5;

/// Those who may deploy.
pub struct Deployers {
    name: String,
    policies: Vec<RolePolicy>,
    boundary: Option<RolePolicy>,
    /// The users in the group; none of those who sign in elsewhere.
    users: Option<Vec<User>>,
    /// Of these, the one that may do most, with all that says so; none where the group says nothing about it.
    foremost: Option<(String, Read<UserPermissions>)>,
}

impl std::fmt::Display for Deployers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

impl Deployers {
    /// What they have in common: the policies of the group or of the permission set.
    fn common(&self) -> Vec<&Policy> {
        self.policies.iter().map(|policy| &policy.document).collect()
    }

    fn documents(&self) -> Vec<&Policy> {
        match &self.foremost {
            Some((_, Ok(of))) => of.documents(),
            _ => self.common(),
        }
    }

    /// What they need as all policies of one of them say it, within the permissions boundary.
    pub fn may(&self, you: &Learner, tasks: &[Task]) -> Read<Judgement> {
        let boundary = self.boundary.as_ref().map(|boundary| &boundary.document);
        let by_group = deployer::may(you, &self.common(), boundary, tasks);
        let Some((name, of)) = &self.foremost else { return by_group };
        let of = of.clone()?;
        let boundary = of.boundary.as_ref().map(|boundary| &boundary.document);
        let in_the_end = deployer::may(you, &of.documents(), boundary, tasks)?;
        if in_the_end.does_hold() || !by_group.is_ok_and(|judgement| judgement.does_hold()) {
            return Ok(in_the_end);
        }
        Ok(in_the_end.advising(format!(
            "The group allows it, and something else keeps its user {name} from it: another group, a policy of the user's own, or \
             the permissions boundary. Open the user, choose Permissions, and remove or narrow that."
        )))
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
            Some(users) => {
                let names: Vec<&str> = users.iter().map(|user| user.name.as_str()).collect();
                Judgement::holds(names.join(", "))
            }
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

/// Those who may do most of what deploying needs, and of its users, who may do most of these tasks.
pub async fn furthest(aws: &Aws, you: &Learner, tasks: &[Task]) -> Read<Found<Deployers>> {
    let Found::Here(mut deployers) = most_allowed(aws, you).await? else { return Ok(Found::Missing(None)) };
    deployers.foremost = foremost(aws, you, &deployers, tasks).await;
    Ok(Found::Here(deployers))
}

/// The user of the group that may do most of the tasks in the end. Where it may do as much as the group allows, nothing is
/// taken from it, and what others may do is of no matter.
async fn foremost(aws: &Aws, you: &Learner, of: &Deployers, tasks: &[Task]) -> Option<(String, Read<UserPermissions>)> {
    let common = of.allowed(you, tasks);
    let users = of.users.as_ref().filter(|_| common > 0)?;
    let read = users.iter().take(MOST_USERS).map(|user| async {
        let permissions = aws.user_permissions(user).await.transpose()?;
        Some((user.name.clone(), permissions))
    });
    let (known, unknown): (Vec<_>, Vec<_>) =
        join_all(read).await.into_iter().flatten().partition(|(_, permissions)| permissions.is_ok());
    let worth = |(_, permissions): &(String, Read<UserPermissions>)| {
        permissions.as_ref().map_or(0, |of| allowed_to(you, of, tasks))
    };
    let best = known.into_iter().max_by_key(worth);
    if best.as_ref().is_some_and(|best| worth(best) >= common) {
        return best;
    }
    if let Some(unknown) = unknown.into_iter().next() {
        return Some(unknown);
    }
    if users.len() > MOST_USERS {
        let left = &users[MOST_USERS];
        return Some((left.name.clone(), Err(Fault::not_read(format!("what the user {} may do", left.name)))));
    }
    best
}

/// How many of the tasks the user may do in the end.
fn allowed_to(you: &Learner, of: &UserPermissions, tasks: &[Task]) -> usize {
    let boundary = of.boundary.as_ref().map(|boundary| &boundary.document);
    let may = |task: &&Task| {
        let judgement = deployer::may(you, &of.documents(), boundary, std::slice::from_ref(*task));
        judgement.is_ok_and(|judgement| judgement.does_hold())
    };
    tasks.iter().filter(may).count()
}

/// What deploying needs, in whatever way.
fn needed(you: &Learner) -> Vec<Task> {
    [deploying::of_stacks(you), deploying::of_files(you), deploying::of_functions(you)].concat()
}

/// The group whose users may do most of what deploying needs; of several, that of the walkthrough's name. Where no group
/// has enough, a permission set of IAM Identity Center may.
async fn most_allowed(aws: &Aws, you: &Learner) -> Read<Found<Deployers>> {
    let needed = needed(you);
    let groups = aws.groups(deploying::GROUP).await?.into_iter();
    let groups = groups.map(|group| Deployers {
        name: group.name,
        policies: group.policies,
        boundary: None,
        users: Some(group.users),
        foremost: None,
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
        Ok(Deployers { name, policies: of.policies, boundary: of.boundary, users: None, foremost: None })
    });
    try_join_all(read).await
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let tasks = [needed(you), vec![deploying::of_role(you)]].concat();
    let deployers = it.finds(GROUP, furthest(aws, you, &tasks).await)?;
    let is_for_everything = deployer::is_for_everything(&deployers.common());
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

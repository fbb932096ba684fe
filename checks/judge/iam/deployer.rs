//! What lets somebody deploy: CloudFormation under a role of its own, or the users of a group.

use crate::aws::fault::{Fault, Read};
use crate::documents::policy::{Effect, Grants, Policy, Says, Statement};
use crate::judge::iam::permissions::name;
use crate::judgement::Judgement;
use crate::learner::Learner;

/// Something that whoever deploys must be allowed.
#[derive(Clone, Debug)]
pub struct Task {
    action: &'static str,
    /// How the ARNs of all things begin that will do; what a learner calls one is up to the learner.
    kind: String,
    /// The resource that the walkthrough names.
    such_as: String,
    /// The service that a role is given to.
    passed_to: Option<&'static str>,
    /// What a role of the CDK's toolkit is for, which its name says; empty for everything else.
    purpose: &'static str,
}

impl Task {
    /// An action on a thing such as that of this ARN; any that begins with `kind` will do.
    pub fn new(action: &'static str, kind: impl Into<String>, such_as: impl Into<String>) -> Self {
        Self { action, kind: kind.into(), such_as: such_as.into(), passed_to: None, purpose: "" }
    }

    /// The same for giving a role to a service.
    pub fn to(self, service: &'static str) -> Self {
        Self { passed_to: Some(service), ..self }
    }

    /// The same for a role of the CDK's toolkit, such as `deploy`.
    pub fn by_role_for(self, purpose: &'static str) -> Self {
        Self { purpose, ..self }
    }

    fn expected(&self) -> String {
        format!("Allow {} on {}", self.action, self.such_as)
    }

    /// The thing that is asked about: that of the walkthrough, or else one of its kind that the policies name.
    fn resource(&self, policies: &[&Policy]) -> String {
        let about: Vec<&Statement> = allowing(policies, self.action).collect();
        if about.iter().any(|statement| statement.has_resource(&self.such_as)) {
            return self.such_as.clone();
        }
        let named = about.iter().flat_map(|statement| statement.resources()).map(|one| one.replace(['*', '?'], "1"));
        let mut fitting = named.filter(|one| one.starts_with(&self.kind) && self.is_for_purpose(one));
        fitting.next().unwrap_or_else(|| self.such_as.clone())
    }

    /// A name without a purpose stands for all roles of a toolkit, whatever its qualifier.
    fn is_for_purpose(&self, named: &str) -> bool {
        self.purpose.is_empty() || named.contains(self.purpose) || !named.contains("-role-")
    }

    /// What is known of every request: it comes from the account, encrypted, of somebody who signed in with MFA if that is
    /// asked for (IAM User Guide, "AWS global condition context keys").
    fn said(&self, you: &Learner, policies: &[&Policy]) -> Says {
        let Learner { region, account, .. } = you;
        let known = [
            ("aws:SecureTransport", Some("true")),
            ("aws:RequestedRegion", Some(region.as_str())),
            ("aws:PrincipalAccount", Some(account.as_str())),
            ("aws:ResourceAccount", Some(account.as_str())),
            ("aws:MultiFactorAuthPresent", Some("true")),
            ("aws:PrincipalIsAWSService", Some("false")),
            ("iam:PassedToService", self.passed_to),
        ];
        Grants { policies, context: &known }.say(self.action, &self.resource(policies))
    }
}

/// The policies allow every task; the first that they don't allow decides. A boundary must allow it as well.
pub fn may(you: &Learner, policies: &[&Policy], boundary: Option<&Policy>, tasks: &[Task]) -> Read<Judgement> {
    for task in tasks {
        match task.said(you, policies) {
            Says::Allowed => {}
            Says::Denied => return Ok(denied(task)),
            Says::Neither => return Ok(not_allowed(task, policies)),
            Says::Unknown => return Err(undecided(task)),
        }
        let Some(boundary) = boundary else { continue };
        match task.said(you, &[boundary]) {
            Says::Allowed => {}
            Says::Unknown => return Err(undecided(task)),
            Says::Denied | Says::Neither => return Ok(beyond(task)),
        }
    }
    let actions: Vec<&str> = tasks.iter().map(|task| task.action).collect();
    Ok(Judgement::holds(format!("it allows {}", actions.join(", "))))
}

/// How many of the tasks the policies allow.
pub fn allowed(you: &Learner, policies: &[&Policy], tasks: &[Task]) -> usize {
    tasks.iter().filter(|task| task.said(you, policies) == Says::Allowed).count()
}

/// Whether a statement names things of the task's kind for it, and not everything.
pub fn is_named(policies: &[&Policy], task: &Task) -> bool {
    let mut about = allowing(policies, task.action);
    about.any(|statement| statement.resources().any(|resource| resource.starts_with(&task.kind)))
}

/// Whether the policies allow everything, as an administrator's do.
pub fn is_for_everything(policies: &[&Policy]) -> bool {
    allowing(policies, "organizations:LeaveOrganization").any(|statement| statement.has_resource("*"))
}

fn allowing<'a>(policies: &'a [&'a Policy], action: &str) -> impl Iterator<Item = &'a Statement> {
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    statements.filter(move |statement| statement.effect == Effect::Allow && statement.has_action(action))
}

fn undecided(task: &Task) -> Fault {
    Fault::undecided(format!("whether the policies allow {} on {}", task.action, task.such_as))
}

fn denied(task: &Task) -> Judgement {
    Judgement::fails(task.expected(), "a Deny statement")
        .advising("Remove the Deny statement, or narrow it: an explicit Deny outweighs every Allow.")
}

fn beyond(task: &Task) -> Judgement {
    Judgement::fails(task.expected(), "the permissions boundary does not allow it").advising(
        "What a permissions boundary does not allow is refused, whatever the policies say. Remove it, or let it allow this.",
    )
}

fn not_allowed(task: &Task, policies: &[&Policy]) -> Judgement {
    let action = task.action;
    let about = allowing(policies, action).next();
    let found = match about {
        Some(near) if near.has_resource(&task.such_as) => format!("{} holds only under a Condition", name(near)),
        Some(near) => format!("{} is about {}", name(near), near.resources().collect::<Vec<_>>().join(", ")),
        None => format!("no statement that allows {action}"),
    };
    let advice = match about {
        Some(_) => format!("Let the statement be about {}, without a condition that keeps it from this.", task.such_as),
        None => format!("Add a statement that allows {action} on {}.", task.such_as),
    };
    Judgement::fails(task.expected(), found).advising(advice)
}

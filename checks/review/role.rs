//! Practices about the roles that functions work under, and those that exercises make for services.

use super::course;
use super::function;
use super::subject::prelude::*;
use crate::documents::policy::{Effect, Statement};
use crate::services::iam::{RolePermissions, RolePolicy};

/// What is known of a role.
pub(crate) struct RoleFacts {
    permissions: Read<RolePermissions>,
    /// The functions that work under it.
    functions: Vec<String>,
}

practices! { RoleFacts;
    ROLE_ADMINISTRATOR: "the role is no administrator", Security, High,
        "SEC03-BP02 Grant least privilege access", as "Security Hub IAM.1",
        or "Detach AdministratorAccess, and give the role a policy with the few actions that its function calls.",
        costs "nothing", taught in "ch06/function_role", at iam::CONSOLE_ROLES, by administrator;
    ROLE_ACTIONS: "the role may not do whatever a service can", Security, Medium,
        "SEC03-BP02 Grant least privilege access", as "Security Hub IAM.21",
        or "Name the actions that the function calls instead of *, such as dynamodb:Scan. IAM Access Analyzer shows which were used.",
        costs "nothing", taught in "ch06/function_policy", at iam::CONSOLE_ROLES, by actions;
    ROLE_DATA: "the role reaches the tables and buckets that it needs and no others", Security, Medium,
        "SEC03-BP02 Grant least privilege access",
        or "Put the ARNs of the table or of the bucket into Resource instead of *.",
        costs "nothing", taught in "ch06/policy_allows_scan", at iam::CONSOLE_ROLES, by data;
    ROLE_OWN: "one function alone works under the role", Security, Medium,
        "SEC03-BP04 Reduce permissions continuously",
        or "Create a role for each function: what one needs, the others cannot misuse.",
        costs "nothing", taught in "ch06/function_settings", at iam::CONSOLE_ROLES, by own;
}

impl Subject for RoleFacts {
    const NOUN: &'static str = "the role";
    const READS: Reads = &[lambda::FUNCTION_NAMES, iam::ROLE_PERMISSIONS];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let functions = function::names(aws, you, scope).await?;
        let under = aws.roles_of_functions(you).await?.into_iter();
        let mut names: Vec<String> = under.filter(|(name, _)| functions.contains(name)).map(|(_, role)| role).collect();
        if matches!(scope, Scope::Course(_)) {
            // The roles of services that exercises make: no function works under these.
            let (others, linked, made) =
                join!(aws.roles(), course::roles(aws, you, scope), course::made(aws, you, scope, "AWS::IAM::Role"));
            let of_course = |name: &str| linked.contains(name) || made.contains(name);
            let others = others?.into_iter().map(|role| role.name).collect();
            names.extend(within(others, (scope, LeftKind::Role), of_course));
        }
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let under = aws.roles_of_functions(you).await?.into_iter();
        let functions = under.filter(|(_, role)| role == name).map(|(function, _)| function).collect();
        Ok(Some(Self { permissions: aws.role_permissions(you, name).await, functions }))
    }
}

/// The statements of its policies that allow something, each with the name of the policy.
fn allowing(of: &RolePermissions) -> impl Iterator<Item = (&RolePolicy, &Statement)> {
    let statements = of.policies.iter().flat_map(|policy| policy.document.statements.iter().map(move |s| (policy, s)));
    statements.filter(|(_, statement)| statement.effect == Effect::Allow)
}

/// The first statement that is too wide, in words; with a boundary, what it says is not what the role may do.
fn none_but(of: &RolePermissions, expected: &str, is_wide: impl Fn(&Statement) -> Option<String>) -> Judgement {
    let wide = allowing(of).find_map(|(policy, statement)| Some((policy, is_wide(statement)?)));
    match (wide, &of.boundary) {
        (None, _) => Judgement::holds(expected),
        (Some(_), Some(boundary)) => Judgement::skips(format!("the permissions boundary {} narrows it", boundary.name)),
        (Some((policy, what)), None) => Judgement::fails(expected, format!("{what}, in the policy {}", policy.name)),
    }
}

fn administrator(role: &RoleFacts, _: &Learner) -> Read<Judgement> {
    role.permissions.judged(|of| {
        none_but(of, "no policy that allows everything", |statement| {
            let is_all = statement.actions().any(|action| action == "*") && statement.resources().any(|one| one == "*");
            is_all.then(|| "every action on every resource".into())
        })
    })
}

fn actions(role: &RoleFacts, _: &Learner) -> Read<Judgement> {
    role.permissions.judged(|of| {
        none_but(of, "actions by their names", |statement| {
            let wide = statement.actions().find(|action| *action == "*" || action.ends_with(":*"));
            wide.map(str::to_owned)
                .or_else(|| statement.not_action.as_ref().map(|_| "everything but some actions".into()))
        })
    })
}

/// Lists are about no resource (Service Authorization Reference, "Actions, resources, and condition keys for Amazon DynamoDB",
/// "… Amazon S3").
fn is_about_data(action: &str) -> bool {
    let Some((service, name)) = action.split_once(':') else { return action == "*" };
    let is_list = ["List", "Describe", "GetAccount"].iter().any(|start| name.starts_with(start));
    ["dynamodb", "s3"].iter().any(|one| service.eq_ignore_ascii_case(one)) && !is_list
}

fn is_everything(resource: &str) -> bool {
    resource == "*"
        || resource.ends_with(":*") && resource.contains(":s3:")
        || resource.ends_with(":table/*")
        || resource == "arn:aws:s3:::*/*"
}

fn data(role: &RoleFacts, _: &Learner) -> Read<Judgement> {
    role.permissions.judged(|of| {
        none_but(of, "ARNs of tables and buckets", |statement| {
            let action = statement.actions().find(|action| is_about_data(action))?;
            let resource = statement.resources().find(|resource| is_everything(resource))?;
            Some(format!("{action} on {resource}"))
        })
    })
}

fn own(role: &RoleFacts, _: &Learner) -> Read<Judgement> {
    Ok(match role.functions.as_slice() {
        [] => Judgement::skips("no function works under it any more"),
        [one] => Judgement::holds(one),
        several => Judgement::fails("one function", several.join(", ")),
    })
}

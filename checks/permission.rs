//! Whether API Gateway may invoke a function: a statement on the function or a role of the integration lets it.

use crate::judge::apigateway::visitors::Called;
use crate::judge::lambda::invocation::{self, Invocation};
use crate::services::apigateway::{Resource, RestApi};
use crate::services::iam::{Role, RolePermissions};
use crate::services::lambda::{Function, name_of_role};
use crate::verifier::prelude::*;

/// What is expected of the role of an integration.
pub const ROLE_OF_API: &str = "a role that API Gateway may take on";

/// What API Gateway asks for, and the role that it takes on for that.
pub struct Asked<'a> {
    pub api: &'a RestApi,
    pub called: Called<'a>,
    pub invoked: &'a str,
    pub role: &'a str,
}

/// The ARN of the role under which the method's integration invokes the function; empty without one.
pub fn role<'a>(resource: &'a Resource, verb: &str) -> &'a str {
    let integration = resource.method(verb).and_then(|method| method.integration.as_ref());
    integration.map_or("", |integration| &integration.credentials)
}

/// Whether API Gateway may invoke the function: by the function's policy or, without one, by the integration's role.
pub async fn of(aws: &Aws, you: &Learner, function: &Function, asked: Asked<'_>) -> Read<Judgement> {
    let Asked { api, called, invoked, role } = asked;
    let policy = aws.function_policy(function, invoked).await?;
    let invocation = Invocation { you, api, called, invoked, policy: policy.as_ref(), of_function: None };
    if invocation.is_let_in() {
        return Ok(invocation::only_api_invokes(&invocation));
    }
    if !role.is_empty() {
        return by_role(aws, you, role, &invocation).await;
    }
    let of_function = if invoked == function.arn { None } else { aws.function_policy(function, &function.arn).await? };
    Ok(invocation::only_api_invokes(&Invocation { of_function: of_function.as_ref(), ..invocation }))
}

async fn by_role(aws: &Aws, you: &Learner, role: &str, of: &Invocation<'_>) -> Read<Judgement> {
    match role_of_api(aws, you, role).await? {
        Ok((role, permissions)) => invocation::role_invokes(&role, &permissions, of),
        Err(wrong) => Ok(wrong),
    }
}

/// The role of this ARN, under which an integration works, and what it may do; or what is wrong with it.
pub async fn role_of_api(aws: &Aws, you: &Learner, arn: &str) -> Read<Result<(Role, RolePermissions), Judgement>> {
    if arn.contains('*') {
        let visitors = "the visitor's own credentials, which the website's pages do not have";
        return Ok(Err(Judgement::fails(ROLE_OF_API, visitors)));
    }
    role_of(aws, you, arn, ROLE_OF_API).await
}

/// The role of this ARN and what it may do; or what is wrong if it is not there, where `expected` was.
pub async fn role_of(
    aws: &Aws,
    you: &Learner,
    arn: &str,
    expected: &str,
) -> Read<Result<(Role, RolePermissions), Judgement>> {
    let name = name_of_role(arn);
    let (role, permissions) = join!(aws.role(you, name), aws.role_permissions(you, name));
    match role? {
        Found::Here(role) => Ok(Ok((role, permissions?))),
        Found::Missing(_) => Ok(Err(Judgement::absent(expected, format!("the role {name}, which is not there")))),
    }
}

//! Whether API Gateway may invoke a function: a statement on the function or a role of the integration lets it.

use crate::judge::apigateway::visitors::Called;
use crate::judge::lambda::invocation::{self, Invocation};
use crate::services::apigateway::{Resource, RestApi};
use crate::services::lambda::Function;
use crate::verifier::prelude::*;

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
    const EXPECTED: &str = "a role that API Gateway may take on";
    if role.contains('*') {
        return Ok(Judgement::fails(EXPECTED, "the visitor's own credentials, which the website's pages do not have"));
    }
    let name = role.rsplit('/').next().unwrap_or(role);
    let (role, permissions) = join!(aws.role(you, name), aws.role_permissions(you, name));
    match role? {
        Found::Here(role) => invocation::role_invokes(&role, &permissions?, of),
        Found::Missing(_) => Ok(Judgement::absent(EXPECTED, format!("the role {name}, which is not there"))),
    }
}

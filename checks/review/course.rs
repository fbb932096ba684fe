//! What belongs to the course under another name than the book's: what its API invokes, what reads its tables, and what its
//! stacks have made.

use std::collections::BTreeSet;

use futures_util::future::try_join_all;

use super::api::apis;
use super::subject::prelude::*;
use super::table;
use crate::judge::cloudformation::owner;
use crate::services::apigateway::Integration;
use crate::services::cloudformation::Stack;
use crate::services::lambda::name_of_role;
use crate::stacks::IN_REVIEW;

/// What is sent to find it, beside what is sent of the API, the tables and the functions.
pub(super) const READS: Reads = &[cloudformation::STACKS, cloudformation::RESOURCES];

/// The functions that the API invokes and that the streams of the tables feed, by name. What cannot be read of these is said
/// where the API and the streams are judged.
pub(super) async fn functions(aws: &Aws, you: &Learner, scope: Scope<'_>) -> BTreeSet<String> {
    let Scope::Course(_) = scope else { return BTreeSet::new() };
    let (integrations, tables, sources) =
        join!(integrations(aws, you, scope), table::names(aws, you, scope), aws.all_event_sources(you));
    let invoked = integrations.iter().filter_map(|of| name_of_function(&of.uri));
    let tables: Vec<String> =
        tables.unwrap_or_default().iter().map(|name| you.arn(dynamodb::TABLE_ARN, &you.region, name) + "/").collect();
    let sources = sources.unwrap_or_default();
    let fed = sources.iter().filter(|source| tables.iter().any(|table| source.source.starts_with(table)));
    invoked.chain(fed.filter_map(|source| name_of_function(&source.function))).map(str::to_owned).collect()
}

/// The roles with which the API asks services, by name.
pub(super) async fn roles(aws: &Aws, you: &Learner, scope: Scope<'_>) -> BTreeSet<String> {
    let integrations = integrations(aws, you, scope).await;
    let arns = integrations.iter().map(|of| of.credentials.as_str()).filter(|arn| arn.contains(":role/"));
    arns.map(|arn| name_of_role(arn).to_owned()).collect()
}

async fn integrations(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Vec<Integration> {
    let all = apis(aws, you, scope).await.unwrap_or_default();
    let resources = try_join_all(all.iter().map(|api| aws.resources(you, api))).await.unwrap_or_default();
    let methods = resources.into_iter().flatten().flat_map(|resource| resource.methods.into_values());
    methods.filter_map(|method| method.integration).collect()
}

/// The name in the ARN of a function, wherever the text holds it; none where a variable of the stage says it.
fn name_of_function(text: &str) -> Option<&str> {
    let (_, name) = text.split_once(":function:")?;
    name.split([':', '/']).next().filter(|name| !name.is_empty() && !name.contains('$'))
}

/// What the stacks of the course have made of a type of CloudFormation's, by name. Where stacks cannot be read, the review
/// says so once.
pub(super) async fn made(aws: &Aws, you: &Learner, scope: Scope<'_>, kind: &str) -> BTreeSet<String> {
    let stacks = stacks(aws, you, scope).await.unwrap_or_default();
    let all = try_join_all(stacks.iter().map(|stack| aws.stack_resources(you, &stack.name))).await;
    let all = all.unwrap_or_default().into_iter().flatten();
    let made = all.filter(|made| made.kind == kind && !made.physical.is_empty());
    // A topic is known by its ARN.
    made.map(|made| made.physical.rsplit(':').next().unwrap_or_default().to_owned()).collect()
}

/// The stacks of the course, by the names that its exercises give them. What SAM and the CDK made for themselves is theirs: the
/// roles of a toolkit are as wide as the tool needs them.
pub(super) async fn stacks(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<Stack>> {
    if !matches!(scope, Scope::Course(left) if left.iter().any(|(kind, _)| *kind == LeftKind::Stack)) {
        return Ok(Vec::new());
    }
    let mut stacks = aws.stacks(you).await?;
    stacks.retain(|stack| {
        let is_own = scope.has(LeftKind::Stack, &stack.name) && !owner::is_of_tool(stack);
        is_own && stack.status != IN_REVIEW
    });
    Ok(stacks)
}

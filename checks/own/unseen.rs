//! What may hand a function of the learner's own its work, and is not read here. Beside it, nobody can say that nothing does.

use futures_util::future::{join_all, try_join_all};

use super::function::{self, OwnFunction};
use crate::documents::policy::{Effect, Policy, Statement};
use crate::judge::iam::caller::{Caller, role_allows};
use crate::judge::iam::permissions::Need;
use crate::judge::lambda::doing::{self, Leads};
use crate::judge::lambda::records;
use crate::judge::s3::event_rule::may_concern;
use crate::judge::s3::notification::short_name;
use crate::services::lambda::is_of;
use crate::verifier::prelude::*;

const ACTION: &str = "lambda:InvokeFunction";
const BY_ADDRESS: &str = "lambda:InvokeFunctionUrl";
/// Of these, whatever calls the function is read elsewhere.
const READ: [&str; 4] = ["s3.amazonaws.com", "sns.amazonaws.com", "scheduler.amazonaws.com", "events.amazonaws.com"];
/// Services that invoke functions with a role of theirs alone, and what of theirs does.
const BY_ROLE: [(&str, &str); 2] = [("pipes.amazonaws.com", "a pipe"), ("states.amazonaws.com", "a state machine")];

/// What it is of it that is not read, in words; none if there is nothing.
pub(super) async fn first(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<String>> {
    if let Some(of_source) = by_source(aws, you, own).await? {
        return Ok(Some(of_source));
    }
    let (rule, policy, role, code) =
        join!(by_rule(aws, you, own), by_policy(aws, you, own), by_role(aws, you, own), by_code(aws, you, own));
    Ok(rule?.or(policy?).or(role?).or(code?))
}

/// A stream or a broker that is no table's.
async fn by_source(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<String>> {
    let sources = aws.event_sources(you, &own.function).await?;
    let other = sources.iter().find(|one| {
        records::table(&one.source).is_none() && !records::is_queue(&one.source) && !one.state.starts_with("Disabl")
    });
    Ok(other.map(|source| format!("what comes by {}, which calls the function,", short_name(&source.source))))
}

/// A rule that is about something else than buckets.
async fn by_rule(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<String>> {
    let rules = aws.event_rules(you, |pattern| !may_concern(pattern)).await?;
    let leads = |arn: &str| is_of(arn, &own.function.arn);
    let found = rules.iter().find(|rule| rule.is_enabled && rule.targets.iter().any(|target| leads(&target.arn)));
    Ok(found.map(|rule| format!("for which events {rule} calls the function")))
}

/// Whom the function's policy lets in.
async fn by_policy(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<String>> {
    let (policy, api) = join!(aws.function_policy(&own.function, &own.function.arn), aws.rest_api(you, book::api(you)));
    let own_api = api?.here().map(|api| api.id);
    let Some(policy) = policy? else { return Ok(None) };
    let mut others: Vec<&str> =
        let_in(&policy).flat_map(api_ids).filter(|id| Some(*id) != own_api.as_deref()).collect();
    // An API that was deleted leaves its permission behind, and calls nothing.
    if !others.is_empty() {
        let there = aws.api_ids(you).await?;
        others.retain(|id| there.iter().any(|one| one == id));
    }
    let found = let_in(&policy).find_map(|statement| caller(statement, &others));
    Ok(found.map(|who| format!("whether {who}, which the function's policy lets in, calls it")))
}

fn let_in(policy: &Policy) -> impl Iterator<Item = &Statement> {
    policy
        .statements
        .iter()
        .filter(|one| one.effect == Effect::Allow && (one.has_action(ACTION) || one.has_action(BY_ADDRESS)))
}

fn caller(statement: &Statement, other_apis: &[&str]) -> Option<String> {
    statement.trusted().find_map(|who| match who {
        "*" => Some("everyone who has its address".to_owned()),
        "apigateway.amazonaws.com" => {
            api_ids(statement).find(|id| other_apis.contains(id)).map(|id| format!("the API {id}"))
        }
        who if READ.contains(&who) => of_other_bus(statement),
        who => Some(who.to_owned()),
    })
}

/// What the statement's conditions compare sources with.
fn sources(statement: &Statement) -> impl Iterator<Item = &str> {
    let values = statement.condition.values().flat_map(|keys| keys.values()).flat_map(|values| &values.0);
    values.map(String::as_str)
}

/// The APIs that the statement names.
fn api_ids(statement: &Statement) -> impl Iterator<Item = &str> {
    let places = sources(statement).filter(|arn| arn.contains(":execute-api:")).filter_map(|arn| arn.split(':').nth(5));
    places.filter_map(|place| place.split('/').next()).filter(|id| !id.contains(['*', '?']))
}

/// A rule of an event bus of the learner's own.
fn of_other_bus(statement: &Statement) -> Option<String> {
    let rules = sources(statement).filter_map(|arn| arn.split(":rule/").nth(1));
    rules.filter(|rule| rule.contains('/')).map(|rule| format!("the rule {rule}")).next()
}

/// A role with which EventBridge Pipes or Step Functions may invoke the function: that leaves no trace in the function itself.
async fn by_role(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<String>> {
    for found in join_all(BY_ROLE.map(|of| by_role_of(aws, you, own, of))).await {
        if let Some(found) = found? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

async fn by_role_of(
    aws: &Aws,
    you: &Learner,
    own: &OwnFunction,
    (service, what): (&str, &str),
) -> Read<Option<String>> {
    let roles = aws.roles_of(service).await?;
    let permissions = try_join_all(roles.iter().map(|role| aws.role_permissions(you, &role.name))).await?;
    for (role, permissions) in roles.iter().zip(permissions) {
        let resource = own.function.arn.clone();
        let need = Need { action: ACTION, written: resource.clone(), resource };
        let asks = Caller { you, function: None, role: Some(role.arn.clone()), is_in_vpc: Some(false), item: None };
        if role_allows(&permissions, &asks, &[need])?.does_hold() {
            return Ok(Some(format!("whether {what} with the role {} calls it", role.name)));
        }
    }
    Ok(None)
}

/// A function that invokes another, which is named while it runs.
async fn by_code(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<String>> {
    let all = function::others(aws, you, &own.function.name).await?;
    let perhaps = |other: &&OwnFunction| {
        other.package.as_ref().is_ok_and(|package| doing::invokes(package, |_| false) == Leads::Perhaps)
    };
    Ok(all.iter().find(perhaps).map(|other| format!("which function the code of {} invokes", other.function.name)))
}

//! Who may invoke a function: API Gateway, for one API and no other.

use crate::documents::policy::{Decision, Effect, Policy, Principal, Request, Statement};
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::apigateway::{Resource, RestApi};

const GATEWAY: Principal<'_> = Principal::Service("apigateway.amazonaws.com");
const ACTION: &str = "lambda:InvokeFunction";
/// An account and an API that are nobody's here.
const STRANGER: &str = "999999999999";
const OTHER_API: &str = "0000000000";

/// The verb is answered by a function, which gets the whole request and gives the whole answer.
pub fn proxied(resource: &Resource, verb: &str) -> Judgement {
    let expected = format!("{verb} with a Lambda proxy integration (AWS_PROXY)");
    let Some(integration) = resource.method(verb).and_then(|method| method.integration.as_ref()) else {
        return Judgement::absent(expected, format!("no integration for {verb}"));
    };
    match (integration.kind.as_str(), integration.uri.contains(":lambda:path/")) {
        ("AWS_PROXY", true) if integration.sent_with != "POST" => {
            Judgement::fails("POST as integration HTTP method", &integration.sent_with).advising(
                "API Gateway invokes functions with POST alone, whatever the visitor sent: set the integration HTTP \
                 method to POST. The console does so by itself.",
            )
        }
        ("AWS_PROXY", true) => Judgement::holds(expected),
        ("AWS", true) => Judgement::fails(expected, "a Lambda integration that is no proxy integration").advising(
            "Edit the integration request and turn on Lambda proxy integration: without it, visitors get the function's \
             whole answer as text, statusCode and headers included.",
        ),
        (kind, _) => Judgement::fails(expected, format!("the integration {kind}")),
    }
}

/// The function that the verb's integration invokes: its ARN, with an alias or a version where there is one.
pub fn invoked<'a>(resource: &'a Resource, verb: &str) -> Option<&'a str> {
    let integration = resource.method(verb)?.integration.as_ref()?;
    integration.uri.split_once("/functions/")?.1.strip_suffix("/invocations")
}

/// Whether an ARN is that of the function with the other ARN, in whatever version.
pub fn is_of(arn: &str, function: &str) -> bool {
    arn.strip_prefix(function).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

/// The verb's integration invokes the function of this ARN, in whatever version.
pub fn invokes(resource: &Resource, verb: &str, function: &str) -> Judgement {
    match invoked(resource, verb) {
        Some(arn) if arn.contains("${") => Judgement::skips("a stage variable names the function"),
        Some(arn) if is_of(arn, function) => Judgement::holds(arn),
        Some(arn) => Judgement::fails(function, arn),
        None => Judgement::fails(function, "no function"),
    }
}

/// A method as visitors call it: in a stage, with a verb, at a path.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    pub stage: &'a str,
    pub verb: &'a str,
    pub path: &'a str,
}

/// The function's policy lets `api`, and no other, invoke it for this method.
pub fn only_api_invokes(
    policy: Option<&Policy>,
    invoked: &str,
    api: &RestApi,
    called: Called<'_>,
    you: &Learner,
) -> Judgement {
    let Learner { partition, account, .. } = you;
    let Called { stage, verb, path } = called;
    let source = |account: &str, api_id: &str| {
        format!("arn:{partition}:execute-api:{}:{account}:{api_id}/{stage}/{verb}{path}", api.region)
    };
    let lets = |account: &str, api_id: &str| {
        let source = source(account, api_id);
        let context = [("aws:SourceArn", source.as_str()), ("aws:SourceAccount", account)];
        let request = Request { principal: GATEWAY, action: ACTION, resource: invoked, context: &context };
        policy.map_or(Decision::Neither, |policy| policy.decide(&request))
    };
    let expected = format!("arn:{partition}:execute-api:{}:{account}:{}/*/{verb}{path}", api.region, api.id);
    match (lets(account, &api.id), lets(account, OTHER_API), lets(STRANGER, OTHER_API)) {
        (Decision::Allowed, _, Decision::Allowed) => Judgement::fails(expected, "every API of every account")
            .advising(narrowed("Anybody with an AWS account can make an API that calls your function, at your cost.")),
        (Decision::Allowed, Decision::Allowed, _) => Judgement::fails(expected, "every API of your account")
            .advising(narrowed("It works, and lets in more than it should: an API that you make tomorrow, too.")),
        (Decision::Allowed, ..) => Judgement::holds(format!("for {}", source(account, &api.id))),
        (Decision::Denied, ..) => Judgement::fails(expected, "a statement that denies it"),
        (Decision::Neither, ..) => Judgement::fails(expected, sources(policy)),
    }
}

fn narrowed(why: &str) -> String {
    format!(
        "{why} Delete that statement and add one whose source ARN is the one expected above (`aws lambda \
         add-permission … --source-arn …`)."
    )
}

/// What the statements for API Gateway are for.
fn sources(policy: Option<&Policy>) -> String {
    let lets = |statement: &&Statement| {
        statement.effect == Effect::Allow && statement.concerns(GATEWAY) && statement.has_action(ACTION)
    };
    let statements = policy.into_iter().flat_map(|policy| &policy.statements).filter(lets);
    let values = statements.flat_map(|statement| statement.condition.values()).flat_map(|keys| keys.values());
    let values: Vec<&str> = values.flat_map(|values| values.0.iter().map(String::as_str)).collect();
    if values.is_empty() { "no statement for API Gateway".into() } else { values.join(", ") }
}

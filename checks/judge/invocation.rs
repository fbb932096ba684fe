//! Who may invoke a function, by its policy.

use crate::aws::Function;
use crate::policy::{Effect, Policy, Principal, Statement};
use crate::report::Judgement;

const GATEWAY: Principal<'_> = Principal::Service("apigateway.amazonaws.com");

/// Some statement lets API Gateway invoke the function.
pub fn gateway_may_invoke(policy: Option<&Policy>, function: &Function) -> Judgement {
    let lets = |statement: &&Statement| {
        statement.effect == Effect::Allow
            && statement.concerns(GATEWAY)
            && statement.has_action("lambda:InvokeFunction")
            && statement.has_resource(&function.arn)
    };
    let expected = "a statement for apigateway.amazonaws.com";
    match policy.map(|policy| policy.statements.iter().find(lets)) {
        Some(Some(_)) => Judgement::holds("API Gateway may invoke it"),
        Some(None) => Judgement::fails(expected, "no statement for API Gateway"),
        None => Judgement::fails(expected, "the function has no policy"),
    }
}

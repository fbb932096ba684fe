//! Judgements of a REST API: who reaches it, and what answers its methods.

use crate::aws::{Resource, RestApi};
use crate::report::Judgement;

/// Visitors reach the API from the internet: its endpoint is not private.
pub fn public_endpoint(api: &RestApi) -> Judgement {
    let types = api.endpoint_types.join(", ");
    match api.endpoint_types.iter().any(|kind| kind == "PRIVATE") {
        true => Judgement::fails("REGIONAL or EDGE", types),
        false => Judgement::holds(types),
    }
}

/// The resource answers the verb, and everyone may call it.
pub fn open_method(resource: &Resource, verb: &str) -> Judgement {
    let expected = format!("{verb} without authorization and without an API key");
    let Some(method) = resource.method(verb) else {
        return Judgement::absent(expected, resource.verbs());
    };
    let kind = if resource.methods.contains_key(verb) { verb } else { "ANY, which answers every verb" };
    match (method.authorization.as_str(), method.needs_api_key) {
        ("NONE", false) => Judgement::holds(format!("{kind}, open to everyone")),
        ("NONE", true) => Judgement::fails(expected, format!("{kind} needs an API key")),
        (authorization, _) => Judgement::fails(expected, format!("{kind} has the authorization {authorization}")),
    }
}

/// The integration of the verb's method is of this kind.
pub fn answered_by(resource: &Resource, verb: &str, kind: &str) -> Judgement {
    let Some(method) = resource.method(verb) else {
        return Judgement::absent(format!("{verb} with an integration {kind}"), resource.verbs());
    };
    match &method.integration {
        None => Judgement::absent(format!("an integration {kind}"), format!("{verb} has no integration")),
        Some(integration) => Judgement::equal(&integration.kind, kind),
    }
}

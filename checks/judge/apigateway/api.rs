//! Judgements of a REST API: who may call its methods, and what answers them.

use std::fmt;

use crate::judgement::{Found, Judgement, NearMiss};
use crate::services::apigateway::{Integration, Method, Resource};

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

/// Why a method answers those alone who say who they are, which the website's pages do not.
pub fn asks_who_is_there(method: &Method, verb: &str) -> Option<Judgement> {
    let found = match (method.authorization.as_str(), method.needs_api_key) {
        ("NONE", false) => return None,
        ("NONE", true) => format!("{verb} needs an API key, and answers 403 without one"),
        (authorization, _) => format!("{verb} has the authorization {authorization}, and refuses everyone else"),
    };
    Some(
        Judgement::fails(format!("{verb} that everyone may call"), found)
            .advising(format!("Set the authorization of {verb} to NONE, and ask for no API key (exercise 5.4).")),
    )
}

/// A method with what answers it.
pub struct Answering<'a> {
    pub method: &'a Method,
    pub integration: &'a Integration,
}

impl fmt::Display for Answering<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the type {}", self.integration.kind)
    }
}

/// The verb's method with its integration, which is of this kind; or what there is instead.
pub fn integration<'a>(resource: &'a Resource, verb: &str, kind: &str) -> Found<Answering<'a>> {
    let Some(method) = resource.method(verb) else {
        return instead(resource.verbs(), format!("Create the method {verb} first (exercise 5.4)."));
    };
    match &method.integration {
        Some(integration) if integration.kind == kind => Found::Here(Answering { method, integration }),
        Some(other) => instead(
            format!("{verb} with an integration of the type {}", other.kind),
            format!("Edit the integration request of {verb} and choose the type {kind}."),
        ),
        None => instead(
            format!("{verb} without an integration"),
            format!("Choose {verb}, and edit its integration request."),
        ),
    }
}

fn instead<T>(found: String, advice: String) -> Found<T> {
    Found::Missing(Some(NearMiss { found, advice }))
}

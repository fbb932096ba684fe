//! Judgements of a stage: whether it serves the API as it is now.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::documents::openapi::{OpenApi, Served};
use crate::judge::apigateway::visitors::Called;
use crate::judgement::Judgement;
use crate::services::apigateway::{Deployed, Integration, Method, Pairs, Resource, Stage};

/// The deployment has the verb at the path.
pub fn serves(deployed: &Deployed, path: &str, verb: &str) -> Judgement {
    match deployed.has(path, verb) {
        true => Judgement::holds(deployed.describe()),
        false => Judgement::fails(format!("{verb} {path}"), deployed.describe()),
    }
}

/// The deployment has the verb of the resource, with the authorization that the method has now. An emulator that does not tell
/// the authorization serves the API as it is.
pub fn serves_alike(deployed: &Deployed, resource: &Resource, verb: &str) -> Judgement {
    let path = &resource.path;
    let now = resource.method(verb).map_or("NONE", |method| &method.authorization);
    let expected = format!("{verb} {path} with the authorization {now}");
    match deployed.method(path, verb) {
        None => serves(deployed, path, verb),
        Some(Some(then)) if then != now => {
            Judgement::fails(expected, format!("{verb} {path} with the authorization {then}")).advising(
                "The API was deployed before the method was changed, and visitors meet what was deployed: choose Deploy API, and \
                 the stage that is there already.",
            )
        }
        Some(Some(_)) => Judgement::holds(expected),
        Some(None) => Judgement::holds(format!("{verb} {path}")),
    }
}

/// The stage has the scopes and the integration that the verb of the resource has now. Whom it lets in besides, the deployment
/// tells.
pub fn same_integration(resource: &Resource, verb: &str, served: &OpenApi) -> Judgement {
    let path = &resource.path;
    let method = resource.method(verb);
    let now = method.and_then(|method| method.integration.as_ref());
    let difference = match served.method(path, verb) {
        None => Some("the stage does not have it".to_owned()),
        Some(then) => method
            .and_then(|method| scopes_changed(method, then, served.tells_scopes()))
            .or_else(|| integration_of(now, then.integration.as_ref())),
    };
    match difference {
        Some(difference) => differs(verb, path, &difference),
        None => Judgement::holds(format!("{verb} {path} as it is now")),
    }
}

/// Why the stage answers 429 to every call: a throttling that lets none through.
pub fn lets_no_call_through(stage: &Stage, called: Called<'_>) -> Option<Judgement> {
    let Called { verb, path, .. } = called;
    stage.is_closed(path, verb).then(|| {
        let found = format!("the throttling of {} lets no call of {verb} {path} through: a limit is 0", stage.name);
        Judgement::fails("calls that are let through", found).advising(
            "Edit the stage, turn throttling off or raise its rate and burst, and look at the settings of the method, too.",
        )
    })
}

/// The stage serves the resource's methods as the API has them now. Other resources may change without it.
pub fn up_to_date(resource: &Resource, served: &OpenApi) -> Judgement {
    let path = &resource.path;
    for (verb, now) in &resource.methods {
        let difference = match served.method(path, verb) {
            None => Some("the stage does not have it".to_owned()),
            Some(then) => changed(now, then),
        };
        if let Some(difference) = difference {
            return differs(verb, path, &difference);
        }
    }
    match served.verbs(path).find(|verb| resource.method(verb).is_none()) {
        Some(verb) => differs(&verb, path, "the stage has it, the API does not").advising(MADE_AGAIN),
        None => Judgement::holds(format!("{} of {path} as they are now", resource.verbs())),
    }
}

fn differs(verb: &str, path: &str, how: &str) -> Judgement {
    Judgement::fails("the stage serves what the API says now", format!("{verb} {path}: {how}"))
}

/// The resource that a stage is compared with is gone from the API.
pub fn gone(path: &str) -> Judgement {
    Judgement::absent(
        format!("the resource {path} in the API, and in its stage"),
        format!("the API has no resource {path}"),
    )
    .advising(MADE_AGAIN)
}

/// To deploy first would take away what visitors still get.
const MADE_AGAIN: &str = "If it was deleted by mistake, make it again first, as in exercises 5.4 and 5.5, and deploy the API then: \
                          visitors get what was deployed last.";

/// What is otherwise in the stage.
fn changed(now: &Method, then: &Served) -> Option<String> {
    if now.is_open() != then.is_open {
        let who = |open| if open { "open to everyone" } else { "not open to everyone" };
        return Some(format!("{} in the API, {} in the stage", who(now.is_open()), who(then.is_open)));
    }
    integration_of(now.integration.as_ref(), then.integration.as_ref())
}

/// Which scopes the stage asks for instead: with any it takes access tokens, and without them ID tokens. What API Gateway exports
/// has the scopes of a method behind the name of its authorizer. `are_told` says whether the document tells any.
fn scopes_changed(now: &Method, then: &Served, are_told: bool) -> Option<String> {
    let is_of_pool = now.authorization == "COGNITO_USER_POOLS" && !then.is_open;
    let is_same = now.scopes.iter().collect::<BTreeSet<_>>() == then.scopes.iter().collect();
    if !is_of_pool || is_same || (then.scopes.is_empty() && !are_told) {
        return None;
    }
    let named = |scopes: &mut dyn Iterator<Item = &String>| match scopes.map(String::as_str).collect::<Vec<_>>() {
        none if none.is_empty() => "no scope".to_owned(),
        scopes => format!("the scope {}", scopes.join(", ")),
    };
    Some(format!("{} in the API, {} in the stage", named(&mut now.scopes.iter()), named(&mut then.scopes.iter())))
}

fn integration_of(now: Option<&Integration>, then: Option<&Integration>) -> Option<String> {
    match (now, then) {
        (Some(now), Some(then)) => integration_changed(now, then),
        (None, None) => None,
        (Some(now), None) => Some(format!("{} in the API, no integration in the stage", now.kind)),
        (None, Some(then)) => Some(format!("no integration in the API, {} in the stage", then.kind)),
    }
}

fn integration_changed(now: &Integration, then: &Integration) -> Option<String> {
    if now.kind != then.kind {
        return Some(format!("{} in the API, {} in the stage", now.kind, then.kind));
    }
    if now.uri != then.uri {
        return Some(format!("{} in the API, {} in the stage", now.uri, then.uri));
    }
    if now.kind != "MOCK" && now.sent_with != then.sent_with {
        return Some(format!("sent with {} in the API, with {} in the stage", now.sent_with, then.sent_with));
    }
    if now.credentials != then.credentials {
        return Some("the stage invokes it under another role".into());
    }
    if now.content_handling != then.content_handling {
        return Some("the stage has another content handling".into());
    }
    if now.kind.ends_with("_PROXY") {
        return None; // templates and responses of these are not used
    }
    if plain(&now.request) != plain(&then.request) {
        return Some("the stage has other templates of the request".into());
    }
    if !now.responses.keys().eq(then.responses.keys()) {
        return Some("the stage sends other statuses".into());
    }
    now.responses.iter().zip(then.responses.values()).find_map(|((status, now), then)| {
        if now.parameters != then.parameters {
            return Some(format!("the stage sends other headers with status {status}"));
        }
        let same = plain(&now.templates) == plain(&then.templates);
        (!same).then(|| format!("the stage sends another body with status {status}"))
    })
}

/// Templates without regard to how they are laid out.
fn plain(templates: &Pairs) -> BTreeMap<&str, String> {
    let plain = |template: &String| match serde_json::from_str::<Value>(template) {
        Ok(value) => value.to_string(),
        Err(_) => template.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    templates.iter().map(|(kind, template)| (kind.as_str(), plain(template))).collect()
}

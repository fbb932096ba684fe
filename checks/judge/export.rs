//! Judgements of an export that the learner saved: what it is, of which API, and whether the API can be made from it.

use serde_json::Value;

use crate::aws::{RestApi, Stage};
use crate::openapi::{Alien, OpenApi};
use crate::report::{Found, Judgement, NearMiss};

/// What API Gateway's console calls a download, such as `website-v1-oas30-apigateway.json`; in lower case.
pub fn is_named_like_an_export(name: &str) -> bool {
    let of_kind = ["-oas30", "-swagger", "openapi"].iter().any(|part| name.contains(part));
    of_kind && ["json", "yaml", "yml", "txt"].iter().any(|ending| name.rsplit('.').next() == Some(ending))
}

/// The document as OpenAPI 3.0, in JSON or YAML; or what it is instead.
pub fn openapi(text: &str) -> Found<OpenApi> {
    let instead = |found: String, advice: &str| Found::Missing(Some(NearMiss { found, advice: advice.into() }));
    if text.trim().is_empty() {
        return instead("an empty file".into(), "The export did not succeed: run it again, and read what it says.");
    }
    // JSON is YAML as well, but its errors are said better by who knows it alone.
    let document = match text.trim_start().starts_with(['{', '[']) {
        true => serde_json::from_str::<Value>(text).map_err(|error| format!("no JSON: {error}")),
        false => serde_saphyr::from_str::<Value>(text).map_err(|_| "neither JSON nor YAML".into()),
    };
    let document = match document {
        Ok(document) => document,
        Err(what) => return instead(what, "Export it again, and leave the file as API Gateway writes it."),
    };
    match OpenApi::read(&document) {
        Ok(document) => Found::Here(document),
        Err(Alien::Swagger(version)) => instead(
            format!("Swagger {version}, the format before OpenAPI 3"),
            "Export it again as OpenAPI 3: with the export type oas30 on the command line.",
        ),
        Err(Alien::Postman) => instead(
            "a collection for Postman".into(),
            "That one is for trying an API out. Export it again as OpenAPI 3, with API Gateway extensions.",
        ),
        Err(Alien::Version(version)) => instead(
            format!("OpenAPI {version}"),
            "API Gateway exports and imports version 3.0: export the stage again.",
        ),
        Err(Alien::Unknown) => instead(
            "a document without the member openapi".into(),
            "That is another file. Export the stage as OpenAPI 3, with API Gateway extensions.",
        ),
    }
}

/// The document is of this API and, at API Gateway's own address, of this stage.
pub fn describes(document: &OpenApi, api: &RestApi, stage: Option<&Stage>, api_domain: &str) -> Judgement {
    let servers = document.servers.join(", ");
    let expected = format!("the API {} at {} or {api_domain}", api.name, api.host());
    let own: Vec<_> = document.servers.iter().filter(|url| host(url).starts_with(&format!("{}.", api.id))).collect();
    let by_name = document.servers.iter().any(|url| host(url).eq_ignore_ascii_case(api_domain));
    if document.title != api.name || (own.is_empty() && !by_name) {
        return Judgement::fails(expected, format!("the API {} at {servers}", document.title));
    }
    match stage {
        Some(stage) if !by_name && !own.iter().any(|url| path(url) == stage.name) => {
            Judgement::fails(format!("the stage {}", stage.name), servers)
                .advising(format!("Export the stage {}, which your visitors use.", stage.name))
        }
        _ => Judgement::holds(format!("the API {} at {servers}", document.title)),
    }
}

/// The method is there with the function that answers it.
pub fn exports_function(document: &OpenApi, path: &str, verb: &str) -> Judgement {
    let expected = format!("{verb} {path} with an integration of the type aws_proxy and a function");
    let Some(method) = document.method(path, verb) else {
        return Judgement::absent(expected, document.describe());
    };
    let Some(integration) = &method.integration else {
        return Judgement::fails(expected, format!("{verb} {path} without an integration"))
            .advising("The export lacks API Gateway's extensions, without which nothing can be made from it: choose OpenAPI 3 with API Gateway extensions, or add --parameters extensions=integrations.");
    };
    match (integration.kind.as_str(), integration.uri.contains(":lambda:path/")) {
        ("AWS_PROXY", true) => Judgement::holds(&integration.uri),
        ("MOCK", _) => Judgement::fails(expected, format!("{verb} {path} with a mock integration")).advising(
            "The export is older than exercise 5.12, or that one was not deployed: deploy the API, then export it again.",
        ),
        (kind, _) => Judgement::fails(expected, format!("{verb} {path} with an integration of the type {kind}")),
    }
}

fn host(url: &str) -> &str {
    without_scheme(url).split('/').next().unwrap_or_default()
}

/// Without slashes around it.
fn path(url: &str) -> &str {
    without_scheme(url).split_once('/').map_or("", |(_, path)| path.trim_matches('/'))
}

fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

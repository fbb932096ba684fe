//! Judgements of an export that the learner saved: what it is, of which API, and whether the API can be made from it.

use serde_json::Value;

use crate::documents::openapi::{Alien, OpenApi};
use crate::judgement::{Found, Judgement, NearMiss};
use crate::services::apigateway::{RestApi, Stage};

/// What API Gateway's console calls a download, such as `NAME-STAGE-oas30-apigateway.json`; in lower case.
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
        return Judgement::absent(expected, document.to_string());
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

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str =
        "openapi: '3.0.1'\ninfo:\n  title: website\nservers:\n- url: https://a1.execute-api.us-east-1.amazonaws.com/v1
paths:\n  /photos:\n    get:\n      x-amazon-apigateway-integration:\n        type: aws_proxy
        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations\n";

    fn document(text: &str) -> OpenApi {
        openapi(text).here().unwrap_or_else(|| panic!("no export: {text}"))
    }

    fn holds(judgement: Judgement) -> bool {
        let next = Judgement::skips("reached");
        judgement.and(next.clone()) == next
    }

    fn instead(text: &str) -> String {
        match openapi(text) {
            Found::Missing(Some(near)) => near.found,
            other => panic!("{other:?}"),
        }
    }

    fn api(name: &str, id: &str) -> RestApi {
        RestApi {
            id: id.into(),
            name: name.into(),
            region: "us-east-1".into(),
            endpoint_types: vec!["REGIONAL".into()],
            has_default_endpoint: true,
            policy: None,
            binary_types: Vec::new(),
            packs_from: None,
        }
    }

    fn stage(name: &str) -> Stage {
        let (variables, lets_through, settings) = Default::default();
        Stage {
            name: name.into(),
            deployment: "d".into(),
            variables,
            lets_through,
            settings,
            access_log: None,
            is_traced: false,
            has_cache: false,
            updated: None,
        }
    }

    #[test]
    fn yaml_is_read_as_json_is() {
        assert!(holds(exports_function(&document(YAML), "/photos", "GET")));
    }

    #[test]
    fn what_is_no_export_is_named() {
        assert_eq!(instead(" \n"), "an empty file");
        assert!(instead("{\"openapi\": \"3.0.1\",}").starts_with("no JSON: "));
        assert_eq!(instead("a: [b"), "neither JSON nor YAML");
        assert_eq!(instead("hello"), "a document without the member openapi");
        assert_eq!(instead("swagger: '2.0'"), "Swagger 2.0, the format before OpenAPI 3");
        assert_eq!(instead("openapi: 3.1.0"), "OpenAPI 3.1.0");
    }

    /// Few bytes that would become very many.
    #[test]
    fn a_document_made_to_exhaust_memory_is_refused() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let before = format!("*a{}", level - 1);
            bomb.push_str(&format!("a{level}: &a{level} [{}]\n", [before.as_str(); 9].join(", ")));
        }
        assert_eq!(instead(&bomb), "neither JSON nor YAML");
        let deep = "[".repeat(100_000);
        assert!(instead(&deep).starts_with("no JSON: "));
        assert_eq!(instead(&format!("a: {deep}")), "neither JSON nor YAML");
    }

    #[test]
    fn a_document_is_of_one_api_and_one_stage() {
        let of =
            |api: RestApi, name: &str| holds(describes(&document(YAML), &api, Some(&stage(name)), "api.example.com"));
        assert!(of(api("website", "a1"), "v1"));
        assert!(!of(api("website", "b2"), "v1"));
        assert!(!of(api("other", "a1"), "v1"));
        assert!(!of(api("website", "a1"), "v2"));
        let own_name = YAML.replace("a1.execute-api.us-east-1.amazonaws.com/v1", "API.example.com");
        let named = describes(&document(&own_name), &api("website", "b2"), None, "api.example.com");
        assert!(holds(named));
    }

    #[test]
    fn downloads_by_their_names() {
        for name in ["website-v1-oas30-apigateway.json", "website-v1-swagger-postman.yaml", "my-openapi.yml"] {
            assert!(is_named_like_an_export(name), "{name}");
        }
        for name in ["mock-response.json", "openapi.md", "photos.html"] {
            assert!(!is_named_like_an_export(name), "{name}");
        }
    }
}

//! OpenAPI documents as API Gateway exports them: what a stage serves, and what learners save of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use crate::services::apigateway::{Integration, Pairs, Sent};

/// What API Gateway calls the method for every verb in a document (API Gateway Developer Guide, "OpenAPI extensions for
/// API Gateway").
const ANY: &str = "x-amazon-apigateway-any-method";
const VERBS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", ANY];

/// An OpenAPI document of version 3.
#[derive(Clone, Debug)]
pub struct OpenApi {
    /// The name of the API.
    pub title: String,
    /// The addresses that it is served at, with their variables filled in.
    pub servers: Vec<String>,
    /// By path and verb.
    methods: BTreeMap<(String, String), Served>,
}

/// Its methods, on one line.
impl fmt::Display for OpenApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<_> = self.methods.keys().map(|(path, of)| format!("{} {path}", spoken(of))).collect();
        if all.is_empty() { f.write_str("no method") } else { f.write_str(&all.join(", ")) }
    }
}

/// A verb as the console shows it.
fn spoken(verb: &str) -> String {
    if verb == ANY { "ANY".to_owned() } else { verb.to_uppercase() }
}

/// A method as a document has it.
#[derive(Clone, Debug)]
pub struct Served {
    /// Whether everyone may call it.
    pub is_open: bool,
    /// The scopes of which an access token has one; none, too, if the document does not tell them.
    pub scopes: BTreeSet<String>,
    /// What answers; nothing in a document that was exported without extensions.
    pub integration: Option<Integration>,
}

/// A document that is something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alien {
    /// The format before OpenAPI 3, with its version.
    Swagger(String),
    /// A collection of the program Postman.
    Postman,
    /// OpenAPI of a version that API Gateway does not export.
    Version(String),
    Unknown,
}

impl OpenApi {
    /// # Errors
    /// When it is another kind of document.
    pub fn read(document: &Value) -> Result<Self, Alien> {
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        match document.get("openapi").and_then(Value::as_str) {
            Some(version) if version.starts_with("3.0") => {}
            Some(version) => return Err(Alien::Version(version.to_owned())),
            None => return Err(alien(document)),
        }
        let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
        let methods = paths.flat_map(|(path, item)| {
            let verbs = VERBS.into_iter().filter_map(|verb| Some((verb, item.get(verb)?)));
            verbs.map(|(verb, method)| ((path.clone(), verb.to_owned()), served(method)))
        });
        Ok(Self {
            title: text(document.pointer("/info/title")),
            servers: document.get("servers").and_then(Value::as_array).into_iter().flatten().map(server).collect(),
            methods: methods.collect(),
        })
    }

    /// The method that answers a verb on a path: its own, or the one for every verb.
    pub fn method(&self, path: &str, verb: &str) -> Option<&Served> {
        let of = |verb: &str| self.methods.get(&(path.to_owned(), verb.to_owned()));
        of(&verb.to_lowercase()).or_else(|| of(ANY))
    }

    /// The verbs of a path, such as `GET`, and `ANY`.
    pub fn verbs(&self, path: &str) -> impl Iterator<Item = String> {
        self.methods.keys().filter(move |(of, _)| of == path).map(|(_, verb)| spoken(verb))
    }

    /// Whether it tells scopes: then a method without any has none.
    pub fn tells_scopes(&self) -> bool {
        self.methods.values().any(|method| !method.scopes.is_empty())
    }
}

fn alien(document: &Value) -> Alien {
    let schema = document.pointer("/info/schema").and_then(Value::as_str).unwrap_or_default();
    match document.get("swagger") {
        Some(version) => Alien::Swagger(version.as_str().map_or_else(|| version.to_string(), str::to_owned)),
        None if schema.contains("postman") => Alien::Postman,
        None => Alien::Unknown,
    }
}

fn server(server: &Value) -> String {
    let url = server.get("url").and_then(Value::as_str).unwrap_or_default().to_owned();
    let variables = server.get("variables").and_then(Value::as_object).into_iter().flatten();
    variables.fold(url, |url, (name, variable)| {
        let value = variable.get("default").and_then(Value::as_str).unwrap_or_default();
        url.replace(&format!("{{{name}}}"), value.trim_start_matches('/'))
    })
}

fn served(method: &Value) -> Served {
    let locks = method.get("security").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let scopes = locks.iter().filter_map(Value::as_object).flat_map(|lock| lock.values()).filter_map(Value::as_array);
    Served {
        scopes: scopes.flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
        is_open: locks.is_empty() && method.get("x-amazon-apigateway-auth").is_none_or(|auth| auth["type"] == "NONE"),
        integration: method.get("x-amazon-apigateway-integration").map(integration),
    }
}

fn integration(value: &Value) -> Integration {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let responses = value.get("responses").and_then(Value::as_object).into_iter().flatten().map(|(key, sent)| {
        let pattern = if key == "default" { String::new() } else { key.clone() };
        let status = match sent.get("statusCode") {
            Some(Value::String(status)) => status.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        let [parameters, templates] = ["responseParameters", "responseTemplates"].map(|name| pairs(sent.get(name)));
        (status, Sent { pattern, parameters, templates })
    });
    Integration {
        kind: text("type").to_uppercase(),
        uri: text("uri"),
        sent_with: text("httpMethod").to_uppercase(),
        credentials: text("credentials"),
        content_handling: text("contentHandling").to_uppercase(),
        request: pairs(value.get("requestTemplates")),
        responses: responses.collect(),
    }
}

fn pairs(value: Option<&Value>) -> Pairs {
    let pairs = value.and_then(Value::as_object).into_iter().flatten();
    let texts = pairs.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    texts.filter(|(_, value)| !value.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_document_as_api_gateway_exports_it() {
        let document = json!({"openapi": "3.0.1", "info": {"title": "website", "version": "2026-01-01T00:00:00Z"},
            "servers": [{"url": "https://a1.execute-api.us-east-1.amazonaws.com/{basePath}",
                         "variables": {"basePath": {"default": "v1"}}}],
            "paths": {"/photos": {"parameters": [], ANY: {"security": [{"api_key": []}]}, "get":
                {"x-amazon-apigateway-integration": {"type": "mock", "responses": {"default":
                {"statusCode": "200", "responseTemplates": {"application/json": "[]", "text/plain": ""}}}}}}}});
        let read = OpenApi::read(&document).unwrap();
        assert_eq!(read.servers, ["https://a1.execute-api.us-east-1.amazonaws.com/v1"]);
        let get = read.method("/photos", "GET").unwrap();
        assert!(get.is_open && !read.method("/photos", "PUT").unwrap().is_open);
        let integration = get.integration.as_ref().unwrap();
        assert_eq!((integration.kind.as_str(), integration.responses["200"].templates.len()), ("MOCK", 1));
        assert_eq!(read.to_string(), "GET /photos, ANY /photos");
    }

    #[test]
    fn other_documents_are_told_apart() {
        let of = |value: Value| OpenApi::read(&value).unwrap_err();
        assert_eq!(of(json!({"swagger": "2.0"})), Alien::Swagger("2.0".into()));
        assert_eq!(of(json!({"swagger": 2.0})), Alien::Swagger("2.0".into()));
        assert_eq!(of(json!({"openapi": "3.1.0"})), Alien::Version("3.1.0".into()));
        let postman = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
        assert_eq!(of(json!({"info": {"schema": postman}})), Alien::Postman);
        for value in [json!(null), json!([]), json!({}), json!("openapi"), json!({"openapi": 3})] {
            assert_eq!(of(value), Alien::Unknown);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_where_something_else_belongs_is_read_without_a_panic(value in "[a-z]{0,3}", at in 0..6_usize) {
            let mut document = json!({"openapi": "3.0.1", "info": {}, "servers": [{"variables": {"a": {}}}], "paths": {"/":
                {"get": {"security": [], "x-amazon-apigateway-integration": {"responses": {"default": {}}}}}}});
            let places = ["/info", "/servers", "/servers/0", "/paths", "/paths/~1",
                "/paths/~1/get/x-amazon-apigateway-integration/responses/default"];
            *document.pointer_mut(places[at]).unwrap() = json!([value]);
            prop_assert!(OpenApi::read(&document).is_ok());
        }
    }
}

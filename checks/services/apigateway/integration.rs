//! A method of an API and what answers it, as the API has it now and as a stage serves it.

use std::collections::BTreeMap;

use aws_sdk_apigateway::types as sdk;

/// Names and values, without those that have none.
pub type Pairs = BTreeMap<String, String>;

/// A method of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`.
    pub authorization: String,
    /// Which authorizer decides, by its id; empty without one.
    pub authorizer: String,
    /// What the token that comes with a request must be for, one of these; empty if that does not matter.
    pub scopes: Vec<String>,
    pub needs_api_key: bool,
    /// The id of what looks at a request before it goes on; empty without one.
    pub validator: String,
    /// The parameters that may be sent with each status, such as `method.response.header.Content-Type`.
    pub declared: BTreeMap<String, Vec<String>>,
    /// What answers; nothing before it has been said.
    pub integration: Option<Integration>,
}

/// What answers a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Integration {
    /// `MOCK`, `AWS_PROXY` (a function), `AWS`, `HTTP_PROXY` or `HTTP`.
    pub kind: String,
    pub uri: String,
    /// The verb that the back end is asked with; empty where there is none.
    pub sent_with: String,
    /// The role that API Gateway takes on to invoke the back end; empty where the back end itself lets it in.
    pub credentials: String,
    /// `CONVERT_TO_TEXT` or `CONVERT_TO_BINARY`; empty where what visitors send is passed on as it is.
    pub content_handling: String,
    /// The templates of what is sent to the back end, by content type.
    pub request: Pairs,
    /// What is sent to the visitor, by status.
    pub responses: BTreeMap<String, Sent>,
}

/// What an integration sends with a status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// For which statuses of the back end, or errors of a function, it is sent: a regular expression; empty for all others.
    pub pattern: String,
    /// The values of the declared parameters; text stands in single quotation marks.
    pub parameters: Pairs,
    /// The templates of the body, by content type.
    pub templates: Pairs,
}

impl Method {
    /// Whether everyone may call it.
    pub fn is_open(&self) -> bool {
        self.authorization == "NONE" && !self.needs_api_key
    }
}

pub(crate) fn method(method: &sdk::Method) -> Option<Method> {
    let declared = method.method_responses().into_iter().flatten().map(|(status, response)| {
        let mut names: Vec<_> = response.response_parameters().into_iter().flatten().map(|(n, _)| n.clone()).collect();
        names.sort();
        (status.clone(), names)
    });
    Some(Method {
        authorization: method.authorization_type()?.to_owned(),
        authorizer: method.authorizer_id().unwrap_or_default().to_owned(),
        scopes: method.authorization_scopes().to_vec(),
        needs_api_key: method.api_key_required().unwrap_or(false),
        validator: method.request_validator_id().unwrap_or_default().to_owned(),
        declared: declared.collect(),
        integration: method.method_integration().map(integration),
    })
}

fn integration(integration: &sdk::Integration) -> Integration {
    let responses = integration.integration_responses().into_iter().flatten().map(|(status, response)| {
        let sent = Sent {
            pattern: response.selection_pattern().unwrap_or_default().to_owned(),
            parameters: pairs(response.response_parameters()),
            templates: pairs(response.response_templates()),
        };
        (status.clone(), sent)
    });
    Integration {
        kind: integration.r#type().map_or("", |kind| kind.as_str()).to_uppercase(),
        uri: integration.uri().unwrap_or_default().to_owned(),
        sent_with: integration.http_method().unwrap_or_default().to_uppercase(),
        credentials: integration.credentials().unwrap_or_default().to_owned(),
        content_handling: integration.content_handling().map_or("", |to| to.as_str()).to_owned(),
        request: pairs(integration.request_templates()),
        responses: responses.collect(),
    }
}

fn pairs(map: Option<&std::collections::HashMap<String, String>>) -> Pairs {
    let full = map.into_iter().flatten().filter(|(_, value)| !value.is_empty());
    full.map(|(name, value)| (name.clone(), value.clone())).collect()
}

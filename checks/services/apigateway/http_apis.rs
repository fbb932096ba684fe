//! API Gateway's other service: HTTP and WebSocket APIs, which beginners make instead of a REST API.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_sdk_apigatewayv2::operation::get_apis::GetApisOutput;
use aws_sdk_apigatewayv2::operation::get_integrations::GetIntegrationsOutput;
use futures_util::future::try_join_all;
use futures_util::join;

use super::*;

pub const SERVICE: Service = Service {
    api: Api {
        id: "ApiGatewayV2",
        settings_key: "apigatewayv2",
        operations: OPERATIONS,
        // Amazon API Gateway Developer Guide, "Amazon API Gateway quotas": REST APIs leave this much of what both share.
        rates: &[rate("", 8, 2).in_each_region()],
        always: &[],
    },
    // The other service of the same name answers for both.
    health: None,
};

operations! { "ApiGatewayV2", "apigatewayv2";
    GET_HTTP_APIS: "GetApis" needs "apigateway:GET" on Resource;
    GET_INTEGRATIONS: "GetIntegrations" needs "apigateway:GET" on Resource;
}

const HTTP_APIS_ARN: &str = "arn:{{ partition }}:apigateway:{{ region }}::/apis";
/// The list of them, and whatever is below it.
pub(super) const HTTP_APIS: &ResourceSet =
    &resources("HttpApis", "arn:{{ partition }}:apigateway:{{ region }}::/apis*");
/// What HTTP APIs ask services for.
pub const INTEGRATIONS: Reader = Reader::of(&[reading(GET_HTTP_APIS, HTTP_APIS), reading(GET_INTEGRATIONS, HTTP_APIS)]);

/// How many HTTP APIs are looked into.
const MOST: usize = 5;

/// What an HTTP API asks a service for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpIntegration {
    pub api_id: String,
    pub api_name: String,
    /// The service and its action, such as `StepFunctions-StartExecution`; empty for everything else.
    pub subtype: String,
    /// The ARN of the role that it asks with.
    pub credentials: String,
    /// What it hands over, by name.
    pub parameters: BTreeMap<String, String>,
}

impl Aws {
    /// What the HTTP APIs of the learner's region ask services for.
    pub async fn http_integrations(&self, you: &Learner) -> Read<Vec<HttpIntegration>> {
        let answer = self.http_apis(you).await?;
        let apis = answer.items().iter().filter_map(|api| Some((api.api_id()?, api.name()?))).take(MOST);
        let all = try_join_all(apis.map(|api| self.integrations_of(you, api))).await?;
        Ok(all.into_iter().flatten().collect())
    }

    /// The ids of all APIs of the learner's region, of both kinds.
    pub(crate) async fn api_ids(&self, you: &Learner) -> Read<Vec<String>> {
        let (rest, http) = join!(self.rest_apis(you, &you.region), self.http_apis(you));
        let http = http?;
        let http = http.items().iter().filter_map(|api| api.api_id.clone());
        Ok(rest?.into_iter().map(|api| api.id).chain(http).collect())
    }

    async fn http_apis(&self, you: &Learner) -> Read<Arc<GetApisOutput>> {
        let call = Call::new(GET_HTTP_APIS, you.arn(HTTP_APIS_ARN, &you.region, "")).at(&you.region);
        let send = || client!(self, aws_sdk_apigatewayv2, &you.region).get_apis().send();
        self.ask(call, &you.region, send).await
    }

    async fn integrations_of(&self, you: &Learner, (id, name): (&str, &str)) -> Read<Vec<HttpIntegration>> {
        let place = format!("{}/{id}/integrations", you.arn(HTTP_APIS_ARN, &you.region, ""));
        let call = Call::new(GET_INTEGRATIONS, place).at(&you.region);
        let list = || client!(self, aws_sdk_apigatewayv2, &you.region).get_integrations().api_id(id);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &GetIntegrationsOutput| {
            let all = answer.items().iter().map(|one| HttpIntegration {
                api_id: id.to_owned(),
                api_name: name.to_owned(),
                subtype: one.integration_subtype().unwrap_or_default().to_owned(),
                credentials: one.credentials_arn().unwrap_or_default().to_owned(),
                parameters: one
                    .request_parameters()
                    .into_iter()
                    .flatten()
                    .map(|(k, v)| (k.clone(), v.clone()))
                    .collect(),
            });
            Ok(Listing::marked(all.collect(), answer.next_token()))
        };
        self.all(call, &you.region, send, read).await.absent_on(&["NotFoundException"]).map(Option::unwrap_or_default)
    }

    /// An HTTP or a WebSocket API, which the console offers beside REST APIs.
    pub(super) async fn other_kind(&self, you: &Learner, wanted: &str) -> Option<NearMiss> {
        let call = Call::new(GET_HTTP_APIS, you.arn(HTTP_APIS_ARN, &you.region, "")).at(&you.region);
        let send = || client!(self, aws_sdk_apigatewayv2, &you.region).get_apis().send();
        let answer = self.ask(call, &you.region, send).await.ok()?;
        let named = |api: &aws_sdk_apigatewayv2::types::Api| api.name().unwrap_or_default().to_owned();
        let apis: Vec<_> = answer.items().iter().map(|api| (named(api), api)).collect();
        let (name, api) = nearest(wanted, &apis, |(name, _)| name).or(apis.first())?;
        let kind = match api.protocol_type().map(|kind| kind.as_str()) {
            Some("WEBSOCKET") => "a WebSocket API",
            _ => "an HTTP API",
        };
        Some(NearMiss {
            found: format!("{kind} named {name}"),
            advice: format!(
                "The exercises use a REST API, which has mock integrations and exports. One kind cannot be made into the other: delete {name} if you do not need it, and create a REST API."
            ),
        })
    }
}

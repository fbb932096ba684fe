//! API Gateway's other service: HTTP and WebSocket APIs, which beginners make instead of a REST API.

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
}

const HTTP_APIS_ARN: &str = "arn:{{ partition }}:apigateway:{{ region }}::/apis";
pub(super) const HTTP_APIS: &ResourceSet = &resources("HttpApis", HTTP_APIS_ARN);

impl Aws {
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

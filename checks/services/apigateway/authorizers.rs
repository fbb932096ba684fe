//! The authorizers of a REST API: who looks at the tokens that come with requests.

use std::fmt;

use aws_sdk_apigateway::operation::get_authorizers::GetAuthorizersOutput;
use aws_sdk_apigateway::types::Authorizer as Described;

use super::GET_AUTHORIZERS;
use crate::aws::service::prelude::*;
use crate::services::apigateway::RestApi;

/// What decides about a request by the token in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorizer {
    pub id: String,
    pub name: String,
    /// `COGNITO_USER_POOLS`; or `TOKEN` or `REQUEST`, of which a function decides.
    pub kind: String,
    /// The ARNs of the user pools whose tokens it takes.
    pub pools: Vec<String>,
    /// Where it looks for the token, such as `method.request.header.Authorization`.
    pub source: String,
}

impl fmt::Display for Authorizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the authorizer {} of the type {}", self.name, self.kind)
    }
}

impl Aws {
    /// The authorizers of the API.
    pub async fn authorizers(&self, you: &Learner, api: &RestApi) -> Read<Vec<Authorizer>> {
        let call = Call::new(GET_AUTHORIZERS, api.arn(you, "/authorizers")).at(&api.region);
        let list = || self.apigateway(&api.region).get_authorizers().rest_api_id(&api.id).limit(500);
        let send = |mark| list().set_position(mark).send();
        let read = |answer: &GetAuthorizersOutput| {
            // An API without any has no list.
            let items = answer.items.iter().flatten().map(authorizer).collect::<Result<_, _>>()?;
            Ok(Listing::marked(items, answer.position()))
        };
        self.all(call, &api.id, send, read).await
    }
}

/// The authorizer, or what its answer lacks.
fn authorizer(item: &Described) -> Result<Authorizer, &'static str> {
    Ok(Authorizer {
        id: item.id().ok_or("id")?.to_owned(),
        name: item.name().unwrap_or_default().to_owned(),
        kind: item.r#type().ok_or("type")?.as_str().to_owned(),
        pools: item.provider_arns().to_vec(),
        source: item.identity_source().unwrap_or_default().to_owned(),
    })
}

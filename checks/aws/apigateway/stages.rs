//! The stages of a REST API: what has been deployed, and so what visitors get.

use super::super::{Aws, Call, Fault, Read, operation};
use super::RestApi;
use crate::learner::Learner;

/// A stage, which serves one deployment of the API.
#[derive(Clone, Debug)]
pub struct Stage {
    pub name: String,
    /// The deployment that it serves.
    pub deployment: String,
}

impl Aws {
    /// The stages of the API. A list without pages.
    pub async fn stages(&self, you: &Learner, api: &RestApi) -> Read<Vec<Stage>> {
        let call = Call::new(operation::GET_STAGES, api.arn(you, "/stages")).at(&api.region);
        let send = self.apigateway(&api.region).get_stages().rest_api_id(&api.id).send();
        let answer = self.ask(call.clone(), "", send).await?;
        let items = answer.item.as_ref().ok_or_else(|| Fault::incomplete(call.clone(), "item"))?;
        let stages = items.iter().map(|item| {
            let name = item.stage_name().ok_or_else(|| Fault::incomplete(call.clone(), "stageName"))?;
            let deployment = item.deployment_id().ok_or_else(|| Fault::incomplete(call.clone(), "deploymentId"))?;
            Ok(Stage { name: name.to_owned(), deployment: deployment.to_owned() })
        });
        stages.collect()
    }
}

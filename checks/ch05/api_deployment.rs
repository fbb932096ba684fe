//! 5.6: a stage serves GET /chapters, as the API now has it.

use crate::verifier::prelude::*;

clauses! {
    API: "your account has a REST API in {{ region }}",
        or "Exercise 5.3 creates it.", at console::APIS;
    STAGE: "the API has a stage",
        or "Choose Deploy API on the page of resources, and create a new stage named v1.", at console::APIS;
}

pub const READS: Reads = &[reads::REST_API, reads::STAGES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you).await, RestApi::describe)?;
    let stages = aws.stages(you, &api).await;
    let stage = stages.map(|stages| Found::from(stages.into_iter().next()));
    it.finds(STAGE, stage, |stage| format!("the stage {} with the deployment {}", stage.name, stage.deployment))?;
    Ok(())
}

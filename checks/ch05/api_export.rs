//! 5.13: an export of the API in the learner's workspace, from which it can be made again.

use crate::judge::apigateway::export;
use crate::outside::workspace;
use crate::verifier::prelude::*;

clauses! {
    FILE: "the export is in your workspace",
        or "Export the stage as OpenAPI 3 with API Gateway extensions, and save it as api/openapi.json in your workspace.",
        at apigateway::CONSOLE, pillar OperationalExcellence;
    FORMAT: "it is an OpenAPI 3.0 document",
        or "Export it again as OpenAPI 3, in JSON or in YAML.", at apigateway::CONSOLE;
    OWN: "it describes your REST API",
        or "Export the stage of your own API.", at apigateway::CONSOLE;
    GET: "it has GET /chapters with its function as integration",
        or "Export with API Gateway extensions (--parameters extensions=integrations), after exercise 5.12.", at apigateway::CONSOLE;
}

const PATHS: &[&str] =
    &["api/openapi.json", "api/openapi.yaml", "api/openapi.yml", "openapi.json", "openapi.yaml", "openapi.yml"];
pub const READS: Reads = &[apigateway::REST_API, apigateway::STAGES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let file = workspace::saved(you, PATHS, export::is_named_like_an_export);
    let file = it.finds(FILE, file)?;
    let document = it.finds(FORMAT, export::openapi(&file.text))?;
    it.expects(GET, export::exports_function(&document, book::CHAPTERS_PATH, "GET"));
    it.expects(OWN, own(aws, you, &document).await);
    Ok(())
}

async fn own(aws: &Aws, you: &Learner, document: &OpenApi) -> Read<Judgement> {
    Ok(match aws.rest_api(you, book::api(you)).await?.here() {
        Some(api) => {
            let stage = aws.stage(you, &api, book::api(you)).await?.here();
            export::describes(document, &api, stage.as_ref(), &you.names.api_domain)
        }
        None => Judgement::fails("your REST API", "there is none (exercise 5.3)"),
    })
}

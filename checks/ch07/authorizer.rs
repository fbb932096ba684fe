//! 7.13: the API has an authorizer that takes the tokens of the website's users.

use crate::judge::apigateway::authorizer;
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API;
    DOMAIN = given::POOL_DOMAIN;
    AUTHORIZER: "the API has an authorizer of the type Cognito",
        or "Open the API, choose Authorizers, Create authorizer, and the type Cognito.", at apigateway::CONSOLE;
    POOL: "it takes the tokens of the user pool behind {{ auth_domain }}",
        or "Edit the authorizer, and choose the user pool that has the domain {{ auth_domain }}.", at apigateway::CONSOLE, pillar Security;
    HEADER: "it looks for the token in the header Authorization",
        or "Edit the authorizer, and enter Authorization as the token source.", at apigateway::CONSOLE;
}

pub const READS: Reads = &[apigateway::REST_API, cognito::POOL_DOMAIN, apigateway::AUTHORIZERS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (api, domain) = join!(aws.rest_api(you, book::api(you)), aws.pool_domain(you, &you.names.auth_domain));
    let api = it.finds(API, api);
    let domain = it.finds(DOMAIN, domain.map(Found::from));
    let (api, pool) = (api?, domain?.pool_arn(you));
    let authorizers = aws.authorizers(you, &api).await;
    let own = it.finds(AUTHORIZER, authorizers.map(|all| authorizer::of_pools(&all, &pool)))?;
    it.expects(POOL, authorizer::takes_tokens_of(&own, &pool));
    it.expects(HEADER, authorizer::looks_in_header(&own));
    Ok(())
}

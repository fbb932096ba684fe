//! 5.7: the API has a name of its own, with a certificate, that leads to its stage.

use crate::services::apigateway::RestApi;
use crate::verifier::prelude::*;

clauses! {
    API: "your account has a REST API in {{ region }}, which the name is for",
        or "Exercise 5.3 creates it.", at console::APIS;
    DOMAIN: "API Gateway has the custom domain name {{ api_domain }} in {{ region }}",
        or "Create a custom domain name in API Gateway: {{ api_domain }}, public, with the certificate of exercise 4.6.",
        at console::API_DOMAINS;
    CERTIFICATE: "it has an issued certificate that covers {{ api_domain }}",
        or "Edit the domain name's endpoint configuration and choose the certificate for *.{{ domain }}.", at console::API_DOMAINS;
    TLS: "visitors of {{ api_domain }} need TLS 1.2 or later, and nothing else",
        or "Edit the domain name's endpoint configuration and choose the security policy TLS 1.2.", at console::API_DOMAINS;
    READY: "the custom domain name is available",
        or "Look at the status and its message on the domain name's page.", at console::API_DOMAINS;
    MAPPING: "the whole name leads to a stage of the API with the resource /chapters",
        or "Configure the API mappings: the API, its stage, and no path.", at console::API_DOMAINS;
    REACHED: "the target of {{ api_domain }} shows a valid certificate and has the API behind it",
        or "Compare the domain name's certificate and API mappings with the walkthrough.", at console::API_DOMAINS;
}

pub const READS: Reads =
    &[reads::REST_API, reads::RESOURCES, reads::STAGES, reads::API_DOMAIN, reads::API_MAPPINGS, reads::CERTIFICATE_OF];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let name = &you.names.api_domain;
    let (api, domain, mappings) = join!(aws.rest_api(you), aws.api_domain(you), aws.api_mappings(you));
    let api = it.finds(API, api, RestApi::describe);
    let domain = it.finds(DOMAIN, domain, |domain| format!("{}, {}", domain.name, domain.kinds()))?;
    let seen = async {
        let url = Url::https(name).page("/chapters");
        let target = domain.targets().first().map_or_else(|| name.clone(), |target| target.host.clone());
        aws.visit(&url.at(&target)).await
    };
    let parts = async {
        let Ok(api) = &api else { return Ok((true, Vec::new())) };
        let (chapters, stages) = join!(aws.chapters(you, api), aws.stages(you, api));
        let stages = stages?.into_iter().map(|stage| stage.name).collect();
        Ok((chapters?.here().is_none(), stages))
    };
    let (certificates, parts, seen) = join!(aws.certificates_of(&domain), parts, seen);
    it.expects(
        CERTIFICATE,
        certificates.map(|all| judge::apigateway::domain::api_certificates(&domain, &all, &you.region)),
    );
    it.expects(
        TLS,
        aws.api_security_policy(you, &domain)
            .map(|policy| judge::apigateway::domain::api_tls(policy, domain.mutual_tls)),
    );
    it.expects(READY, Ok(judge::apigateway::domain::api_ready(&domain)));
    let api = api?;
    let mapped = mappings.and_then(|mappings| {
        let (lacks_chapters, stages) = parts?;
        Ok(judge::apigateway::domain::api_mapped(&domain, &mappings, &api, lacks_chapters, &stages))
    });
    it.expects(MAPPING, mapped);
    let reached = seen.map(|answer| judge::apigateway::domain::api_reached(&answer, name));
    it.shows(REACHED, &[CERTIFICATE, TLS, READY, MAPPING], reached);
    Ok(())
}

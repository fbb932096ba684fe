//! 5.7: the API has a name of its own, with a certificate, that leads to its stage.

use crate::judge::apigateway::domain;
use crate::verifier::prelude::*;

clauses! {
    API: "your account has a REST API in {{ region }}, which the name is for",
        or "Exercise 5.3 creates it.", at apigateway::CONSOLE;
    DOMAIN: "API Gateway has the custom domain name {{ api_domain }} in {{ region }}",
        or "Create a custom domain name in API Gateway: {{ api_domain }}, public, with the certificate of exercise 4.6.",
        at apigateway::domain::CONSOLE;
    CERTIFICATE: "it has an issued certificate that covers {{ api_domain }}",
        or "Edit the domain name's endpoint configuration and choose the certificate for *.{{ domain }}.", at apigateway::domain::CONSOLE;
    TLS: "visitors of {{ api_domain }} need TLS 1.2 or later, and nothing else",
        or "Edit the domain name's endpoint configuration and choose the security policy TLS 1.2.", at apigateway::domain::CONSOLE, pillar Security;
    READY: "the custom domain name is available",
        or "Look at the status and its message on the domain name's page.", at apigateway::domain::CONSOLE;
    MAPPING: "the whole name leads to a stage of the API with the resource /chapters",
        or "Configure the API mappings: the API, its stage, and no path.", at apigateway::domain::CONSOLE;
    REACHED: "the target of {{ api_domain }} shows a valid certificate and has the API behind it",
        or "Compare the domain name's certificate and API mappings with the walkthrough.", at apigateway::domain::CONSOLE;
}

pub const READS: Reads = &[
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::STAGES,
    apigateway::domain::API_DOMAIN,
    apigateway::domain::API_MAPPINGS,
    acm::CERTIFICATE_OF,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let name = &you.names.api_domain;
    let (api, domain, mappings) =
        join!(aws.rest_api(you, book::api(you)), aws.api_domain(you, name), aws.api_mappings(you, name));
    let api = it.finds(API, api);
    let domain = it.finds(DOMAIN, domain)?;
    let seen = async {
        let url = Url::https(name).page(book::CHAPTERS_PATH);
        let target = domain.targets().first().map_or_else(|| name.clone(), |target| target.host.clone());
        aws.visit(&url.at(&target)).await
    };
    let parts = async {
        let Ok(api) = &api else { return Ok((Some(book::CHAPTERS_PATH), Vec::new())) };
        let (chapters, stages) = join!(aws.resource(you, api, book::CHAPTERS_PATH), aws.stages(you, api));
        let stages = stages?.into_iter().map(|stage| stage.name).collect();
        let lacking = chapters?.here().is_none().then_some(book::CHAPTERS_PATH);
        Ok((lacking, stages))
    };
    let (certificates, parts, seen) = join!(aws.certificates_of(&domain), parts, seen);
    it.expects(CERTIFICATE, certificates.map(|all| domain::certificates(&domain, &all, &you.region)));
    it.expects(TLS, aws.api_security_policy(you, &domain).map(|policy| domain::tls(policy, domain.mutual_tls)));
    it.expects(READY, domain::ready(&domain));
    let api = api?;
    let mapped = mappings.and_then(|mappings| {
        let (lacking, stages) = parts?;
        Ok(domain::mapped(&domain, &mappings, &api, lacking, &stages))
    });
    it.expects(MAPPING, mapped);
    let reached = seen.map(|answer| domain::reached(&answer, name));
    it.sees(REACHED, &[CERTIFICATE, TLS, READY, MAPPING], reached);
    Ok(())
}

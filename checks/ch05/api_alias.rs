//! 5.8: the API's name leads to it, in the DNS.

use crate::judge::apigateway::domain;
use crate::judge::route53::alias;
use crate::judge::web::{articles, dns};
use crate::services::route53::AliasTarget;
use crate::verifier::prelude::*;

clauses! {
    DOMAIN: "API Gateway has the custom domain name {{ api_domain }}",
        or "Exercise 5.7 creates it.", at apigateway::domain::CONSOLE;
    ZONE: "your account has a public hosted zone for {{ domain }}, where the API's name belongs",
        or "Exercise 4.2 creates it.", at route53::CONSOLE;
    RECORD: "the hosted zone has an A alias record for {{ api_domain }} that points at the custom domain name's target",
        or "Create the record, or edit the one that is there: Alias to API Gateway API, then the region, then the target that is offered.", at route53::CONSOLE;
    IPV6: "no AAAA record leads visitors of {{ api_domain }} elsewhere",
        or "Delete the AAAA record, or point it at the custom domain name's target: visitors with IPv6 follow it.", at route53::CONSOLE;
    SERVERS: "the hosted zone's name servers answer for {{ api_domain }}",
        or "Look at the record in the hosted zone.", at route53::CONSOLE;
    PUBLIC: "the public DNS answers for {{ api_domain }}",
        or "Check the delegation of {{ domain }} (exercise 4.2).", at route53::CONSOLE;
    ANSWERS: "https://{{ api_domain }}/chapters answers with the chapters, for the pages of https://{{ domain }}",
        or "Open https://{{ api_domain }}/chapters in a browser, and compare with exercises 5.5 to 5.7.", at apigateway::domain::CONSOLE;
}

pub const READS: Reads = &[apigateway::domain::API_DOMAIN, route53::HOSTED_ZONE, route53::RECORDS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let name = &you.names.api_domain;
    let (domain, zone) = join!(aws.api_domain(you, &you.names.api_domain), aws.hosted_zone(you, &you.domain));
    let domain = it.finds(DOMAIN, domain);
    let zone = it.finds(ZONE, zone);
    let (domain, zone) = (domain?, zone?);
    let page = Url::https(name).page(book::CHAPTERS_PATH);
    let (led, seen) = join!(aws.led_over_ipv4(&zone, name), aws.visit(&page));
    let right = |target: &AliasTarget| domain::alias(target, &domain);
    it.expects(RECORD, led.aliases.map(|aliases| aliases.judged(|aliases| alias::all(&aliases.0, right))));
    it.expects(IPV6, led.records.map(|records| alias::none_astray(&records, "AAAA", right)));
    it.sees(SERVERS, &[RECORD], led.own.map(|own| dns::own_servers_answer(&own, "")));
    it.sees(PUBLIC, &[RECORD, IPV6], led.public.map(|public| dns::public_dns_answers(&public, "")));
    it.sees(ANSWERS, &[PUBLIC], seen.map(|answer| articles::answered(&answer, &you.domain)));
    Ok(())
}

//! 7.2: the name of the sign-in pages leads to them, in the DNS.

use crate::judge::cognito::domain;
use crate::judge::route53::alias;
use crate::judge::web::dns;
use crate::services::route53::AliasTarget;
use crate::verifier::prelude::*;

clauses! {
    DOMAIN = given::POOL_DOMAIN;
    ZONE: "your account has a public hosted zone for {{ domain }}, where the name of the sign-in pages belongs",
        or "Exercise 4.2 creates it.", at route53::CONSOLE;
    RECORD: "the hosted zone leads {{ auth_domain }} to the target of the user pool's domain",
        or "Edit the record: type A, Alias to CloudFront distribution, and the alias target that the user pool's domain shows.",
        at route53::CONSOLE;
    IPV6: "no AAAA record leads visitors of {{ auth_domain }} elsewhere",
        or "Delete the AAAA record, or point it at the same target: visitors with IPv6 follow it.", at route53::CONSOLE;
    SERVERS: "the hosted zone's name servers answer for {{ auth_domain }}",
        or "Look at the record in the hosted zone.", at route53::CONSOLE;
    PUBLIC: "the public DNS answers for {{ auth_domain }}",
        or "Check the delegation of {{ domain }} (exercise 4.2).", at route53::CONSOLE;
    REACHED: "https://{{ auth_domain }} shows a valid certificate",
        or "Open https://{{ auth_domain }} in a browser, and compare with exercise 7.1.", at cognito::CONSOLE;
}

pub const READS: Reads = &[cognito::POOL_DOMAIN, route53::HOSTED_ZONE, route53::RECORDS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let name = &you.names.auth_domain;
    let (domain, zone) = join!(aws.pool_domain(you, name), aws.hosted_zone(you, &you.domain));
    let domain = it.finds(DOMAIN, domain.map(Found::from));
    let zone = it.finds(ZONE, zone);
    let (domain, zone) = (domain?, zone?);
    let page = Url::https(name);
    let (led, seen) = join!(aws.led_over_ipv4(&zone, name), aws.presented(&page));
    let right = |target: &AliasTarget| domain::alias(target, &domain);
    let record = led.records.clone().and_then(|records| match domain::cname(&records, &domain) {
        Some(leads_there) => Ok(leads_there),
        None => Ok(led.aliases?.judged(|aliases| alias::all(&aliases.0, right))),
    });
    it.expects(RECORD, record);
    it.expects(IPV6, led.records.map(|records| alias::none_astray(&records, "AAAA", right)));
    it.sees(SERVERS, &[RECORD], led.own.map(|own| dns::own_servers_answer(&own, "")));
    it.sees(PUBLIC, &[RECORD, IPV6], led.public.map(|public| dns::public_dns_answers(&public, "")));
    it.sees(REACHED, &[PUBLIC], seen.map(|answer| domain::reached(&answer, name)));
    Ok(())
}

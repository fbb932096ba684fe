//! 4.4: the domain leads to the S3 website.

use crate::judge::route53::alias;
use crate::judge::web::{dns, visit};
use crate::learner::website_endpoint::{WebsiteEndpoint, website_endpoint};
use crate::services::route53::AliasTarget;
use crate::verifier::prelude::*;

clauses! {
    ZONE = given::HOSTED_ZONE;
    RECORD: "the hosted zone has an A alias record for {{ domain }}",
        or "Create a record of type A with an empty record name, switch on Alias, and choose the S3 website endpoint.",
        at route53::CONSOLE;
    TARGET: "the record points at the S3 website endpoint of the bucket's region",
        or "Edit the record: Alias to S3 website endpoint, then the region of your bucket.", at route53::CONSOLE;
    TARGET_ZONE: "the record carries that endpoint's hosted zone id",
        or "Use the hosted zone id of the S3 website endpoint, not that of your own hosted zone.", at route53::CONSOLE;
    IPV6: "no AAAA record leads visitors of {{ domain }} elsewhere",
        or "Delete the AAAA record: visitors with IPv6 follow it, and the S3 website endpoint has no IPv6 address.",
        at route53::CONSOLE;
    SERVERS: "the hosted zone's name servers answer for {{ domain }}",
        or "Look at the record in the hosted zone.", at route53::CONSOLE;
    PUBLIC: "the public DNS answers for {{ domain }}",
        or "Check the delegation of {{ domain }} (exercise 4.2).", at route53::CONSOLE;
    PAGE: "http://{{ domain }}/ answers with the page",
        or "Open http://{{ domain }}/ in a browser.", at s3::CONSOLE_PROPERTIES.of(book::WEBSITE);
}

pub const READS: Reads = &[route53::HOSTED_ZONE, route53::RECORDS, s3::BUCKET.named(book::WEBSITE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (zone, bucket) = join!(aws.hosted_zone(you, &you.domain), aws.bucket(you, &you.names.website_bucket));
    let zone = it.finds(ZONE, zone)?;
    let website = Url::http(&you.domain);
    let (led, page) = join!(aws.led_over_ipv4(&zone, &you.domain), aws.visit(&website));
    let aliases = it.finds(RECORD, led.aliases)?.0;

    // Without the bucket, the region that it should be in decides.
    let region = bucket.map(|bucket| bucket.here().map_or_else(|| you.region.clone(), |bucket| bucket.region));
    let endpoint = region.and_then(|region| website_endpoint(&region).ok_or_else(|| Fault::unknown_region(&region)));
    it.expects(TARGET, endpoint.clone().map(|endpoint| alias::all(&aliases, |alias| host(alias, endpoint))));
    it.expects(TARGET_ZONE, endpoint.clone().map(|endpoint| alias::all(&aliases, |alias| zone_id(alias, endpoint))));
    it.expects(
        IPV6,
        endpoint.and_then(|endpoint| Ok(alias::none_astray(&led.records?, "AAAA", |alias| host(alias, endpoint)))),
    );
    it.sees(SERVERS, &[TARGET, TARGET_ZONE], led.own.map(|own| dns::own_servers_answer(&own, "")));
    it.sees(PUBLIC, &[TARGET, TARGET_ZONE, IPV6], led.public.map(|public| dns::public_dns_answers(&public, "")));
    it.sees(PAGE, &[PUBLIC], page.map(|page| visit::s3_serves(&page, book::INDEX_PAGE.text, None)));
    Ok(())
}

fn host(alias: &AliasTarget, endpoint: &WebsiteEndpoint) -> Judgement {
    Judgement::equal(&alias.host, &endpoint.host())
}

fn zone_id(alias: &AliasTarget, endpoint: &WebsiteEndpoint) -> Judgement {
    if endpoint.zone_ids.contains(&alias.zone_id.as_str()) {
        return Judgement::holds(&alias.zone_id);
    }
    Judgement::fails(endpoint.zone_id(), &alias.zone_id)
}

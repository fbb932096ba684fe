//! 4.8: the domain leads to the distribution, over IPv4 and IPv6.

use crate::judge::cloudfront::distribution;
use crate::judge::route53::alias;
use crate::judge::web::{dns, visit};
use crate::services::cloudfront::ALIAS_ZONE_ID;
use crate::services::route53::{AliasTarget, RecordSets};
use crate::verifier::prelude::*;

clauses! {
    DISTRIBUTION = given::DISTRIBUTION;
    ZONE = given::HOSTED_ZONE;
    IPV4: "the hosted zone has an A alias record for {{ domain }} that points at the distribution",
        or "Create the A record, or edit the one that is there: Alias to CloudFront distribution, then your distribution.", at route53::CONSOLE;
    IPV6: "the hosted zone has an AAAA alias record for {{ domain }} that points at the distribution",
        or "Create a record of type AAAA with an empty record name: Alias to CloudFront distribution, then your distribution.",
        at route53::CONSOLE;
    ENABLED: "the distribution is enabled",
        or "Enable the distribution.", at cloudfront::CONSOLE;
    SERVERS: "the hosted zone's name servers answer for {{ domain }}, over IPv4 and IPv6",
        or "Look at the records in the hosted zone.", at route53::CONSOLE;
    PUBLIC: "the public DNS leads {{ domain }} to the distribution",
        or "Check the delegation of {{ domain }} (exercise 4.2).", at route53::CONSOLE;
    VALID: "the certificate shown at https://{{ domain }}/ is valid for the name",
        or "Check the distribution's alternate domain name and certificate (exercise 4.7).", at cloudfront::CONSOLE;
    PAGE: "https://{{ domain }}/ answers with the page",
        or "Check the distribution (exercise 4.7).", at cloudfront::CONSOLE;
    SENT_ON: "http://{{ domain }}/ sends visitors to https://{{ domain }}/",
        or "Edit the distribution's default behavior: Viewer protocol policy, Redirect HTTP to HTTPS.",
        at cloudfront::CONSOLE;
}

const BOTH: &[RecordKind] = &[RecordKind::A, RecordKind::Aaaa];
pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    route53::HOSTED_ZONE,
    route53::RECORDS,
    s3::BUCKET.named(book::WEBSITE),
    s3::OBJECT.named(book::INDEX_PAGE).within(book::WEBSITE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (distribution, zone) =
        join!(aws.distribution(&you.domain, &you.names.website_bucket), aws.hosted_zone(you, &you.domain));
    let distribution = it.finds(DISTRIBUTION, distribution);
    let zone = it.finds(ZONE, zone);
    let (distribution, zone) = (distribution?, zone?);
    let (secure, plain) = (Url::https(&you.domain), Url::http(&you.domain));
    let (ipv4, ipv6, own, public, presented, page, redirect) = join!(
        aws.alias_records(&zone, &you.domain, "A"),
        aws.alias_records(&zone, &you.domain, "AAAA"),
        aws.own_records(&zone, &you.domain, BOTH),
        aws.public_view(&zone, &you.domain, BOTH),
        aws.presented(&secure),
        aws.served(you, &secure, &you.names.website_bucket, book::INDEX_PAGE.text),
        aws.visit(&plain),
    );
    let leads = |aliases: Read<Found<RecordSets>>| {
        let points = |alias: &AliasTarget| alias::points_at(alias, &distribution.host, ALIAS_ZONE_ID);
        aliases.map(|aliases| aliases.judged(|aliases| alias::all(&aliases.0, points)))
    };
    it.expects(IPV4, leads(ipv4));
    it.expects(IPV6, leads(ipv6).map(|judged| distribution::over_ipv6(judged, &distribution)));
    it.expects(ENABLED, distribution::enabled(distribution.enabled));
    it.sees(SERVERS, &[IPV4, IPV6, ENABLED], own.map(|own| dns::own_servers_answer(&own, "")));
    let public = public.map(|view| dns::public_dns_answers(&view, ""));
    it.sees(PUBLIC, &[IPV4, IPV6, ENABLED], public.map(|led| dns::leads_to_cloudfront(led, redirect.as_ref().ok())));
    it.sees(VALID, &[PUBLIC], presented.map(|seen| visit::certificate_valid(&seen, &you.domain)));
    it.sees(PAGE, &[VALID], page.map(|page| visit::cloudfront_serves(&page, book::INDEX_PAGE.text)));
    it.sees(SENT_ON, &[PUBLIC], redirect.map(|seen| visit::redirects_to_https(&seen, &you.domain)));
    Ok(())
}

//! 4.8: the domain leads to the distribution, over IPv4 and IPv6.

use crate::aws::ALIAS_ZONE_ID;
use crate::verifier::prelude::*;

clauses! {
    DISTRIBUTION: "a distribution has the alternate domain name {{ domain }}",
        or "Exercise 4.7 creates it.", at console::DISTRIBUTIONS;
    ZONE: "your account has a public hosted zone for {{ domain }}",
        or "Exercise 4.2 creates it.", at console::HOSTED_ZONES;
    IPV4: "the hosted zone has an A alias record for {{ domain }} that points at the distribution",
        or "Edit the A record: Alias to CloudFront distribution, then your distribution.", at console::HOSTED_ZONES;
    IPV6: "the hosted zone has an AAAA alias record for {{ domain }} that points at the distribution",
        or "Create a record of type AAAA with an empty record name: Alias to CloudFront distribution, then your distribution.",
        at console::HOSTED_ZONES;
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (distribution, zone) = join!(aws.distribution(you, &you.domain), aws.hosted_zone(you, &you.domain));
    let distribution = it.finds(DISTRIBUTION, distribution, |d| format!("the distribution {}, {}", d.id, d.host));
    let zone = it.finds(ZONE, zone, |zone| format!("hosted zone {}", zone.id));
    let (distribution, zone) = (distribution?, zone?);
    let (ipv4, ipv6) = join!(aws.alias_record(&zone, &you.domain, "A"), aws.alias_record(&zone, &you.domain, "AAAA"));
    for (clause, alias) in [(IPV4, ipv4), (IPV6, ipv6)] {
        it.expects(
            clause,
            alias.map(|alias| alias.judged(|alias| judge::alias_points_at(&alias, &distribution.host, ALIAS_ZONE_ID))),
        );
    }
    Ok(())
}

//! 4.2: the domain is registered, and its public hosted zone is the one that the world asks.

use crate::judge::web::dns;
use crate::services::domains::Registration;
use crate::verifier::prelude::*;
use crate::wait::{DOMAIN_REGISTRATION, DOMAIN_TRANSFER};

clauses! {
    ZONE = given::HOSTED_ZONE, or "Registering the domain with Route 53 creates it. For a domain registered elsewhere, create a public hosted zone named {{ domain }}.";
    DELEGATED: "{{ domain }} is delegated to the name servers of that hosted zone",
        or "Put exactly the hosted zone's four name servers in at the registrar of {{ domain }}.",
        at domains::CONSOLE;
    PUBLIC: "the public DNS leads to that hosted zone",
        or "Check the name servers at the registrar of {{ domain }}: exactly the hosted zone's four.", at domains::CONSOLE;
}

pub const READS: Reads = &[route53::HOSTED_ZONE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let zone = aws.hosted_zone(you, &you.domain).await;
    let zone = it.finds(ZONE, zone)?;
    if you.practice {
        it.skips(DELEGATED, "a practice account has no registrar");
    } else {
        let (servers, registration) = join!(aws.name_servers(&zone), aws.delegation(&you.domain));
        it.expects(DELEGATED, servers.and_then(|servers| Ok(delegated(&servers, &registration?))));
    }
    let view = aws.public_view(&zone, &you.domain, &[]).await;
    it.sees(PUBLIC, &[DELEGATED], view.map(|view| dns::leads_to_zone(&view)));
    Ok(())
}

const YOUR_TURN: &str =
    "Route 53 waits for you: answer its e-mail, which may be among the spam, or see Requests in the Route 53 console.";
const AGAIN: &str = "Open Requests in the Route 53 console, put right what it says, and register the domain again. AWS Support helps with domains at no charge.";

fn delegated(zone: &[String], registration: &Registration) -> Judgement {
    let expected = zone.join(", ");
    match registration {
        Registration::InProgress(going_on) => {
            let wait = if going_on.is_transfer { DOMAIN_TRANSFER } else { DOMAIN_REGISTRATION };
            let waits = Judgement::waits(expected, going_on.describe(), wait);
            if going_on.needs_the_learner() { waits.advising(YOUR_TURN) } else { waits }
        }
        Registration::Failed(failed) => Judgement::fails(expected, failed.describe()).advising(AGAIN),
        Registration::Elsewhere { name_servers } if name_servers.is_empty() => {
            Judgement::fails(expected, "nobody has registered the domain, as far as the DNS knows").advising(
                "Register the domain. Just registered elsewhere, it takes up to two days to be seen everywhere.",
            )
        }
        known if known.name_servers() == zone => Judgement::holds(expected),
        Registration::Elsewhere { name_servers } => Judgement::fails(expected, name_servers.join(", ")).advising(
            "Put exactly the hosted zone's four name servers in at the registrar. Where you have done so, the DNS takes up to two days to show it.",
        ),
        known => Judgement::fails(expected, known.name_servers().join(", ")),
    }
}

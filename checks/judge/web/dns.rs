//! Judgements of the DNS: the zone's own name servers first, then everybody else's, which remember.

use crate::judgement::Judgement;
use crate::outside::dns::{PublicView, Records};
use crate::outside::web::{Answer, Responder};
use crate::wait::{DELEGATION, NO_RECORD, RECORD_CHANGE, Wait, remembered};

/// The zone's own name servers answer with `expected`, or with anything where that is empty.
pub fn own_servers_answer(own: &[Records], expected: &str) -> Judgement {
    if own.iter().all(|records| fits(records, expected)) {
        return Judgement::holds(shown(own));
    }
    Judgement::waits(wanted(expected), shown(own), RECORD_CHANGE)
        .advising("Nothing is wrong: the record is in the zone, and Route 53 is still giving it to its name servers.")
}

/// The public DNS answers with `expected`, or with anything where that is empty.
pub fn public_dns_answers(view: &PublicView, expected: &str) -> Judgement {
    if !view.delegation.iter().any(|server| view.servers.contains(server)) {
        return delegated_elsewhere(view);
    }
    let Some(wrong) = view.records.iter().find(|records| !fits(records, expected)) else {
        return Judgement::holds(shown(&view.records));
    };
    old_answer(wanted(expected), shown(&view.records), remembering(wrong))
}

/// The public DNS leads to the zone: it knows the zone's own name servers, and no others.
pub fn leads_to_zone(view: &PublicView) -> Judgement {
    if view.delegation == view.servers {
        return Judgement::holds(view.delegation.join(", "));
    }
    delegated_elsewhere(view)
}

/// The public DNS leads to the distribution, as `public` says, and no longer to the website of exercise 4.4.
pub fn leads_to_cloudfront(public: Judgement, seen: Option<&Answer>) -> Judgement {
    match seen {
        Some(Answer::Page(page)) if page.responder == Responder::S3 => {
            old_answer("the distribution".into(), "the S3 website, where the record led before".into(), NO_RECORD)
        }
        _ => public,
    }
}

fn delegated_elsewhere(view: &PublicView) -> Judgement {
    let found = match view.delegation.is_empty() {
        true => "the public DNS knows no name servers of the domain".to_owned(),
        false => view.delegation.join(", "),
    };
    Judgement::waits(view.servers.join(", "), found, DELEGATION).advising(
        "Check exercise 4.2: the domain must be delegated to the hosted zone's four name servers. If it is, nothing is wrong: resolvers still remember the old delegation.",
    )
}

fn old_answer(expected: String, found: String, wait: Wait) -> Judgement {
    Judgement::waits(expected, found, wait)
        .advising("Nothing is wrong: the zone is right, and resolvers still remember what was there before.")
}

/// How long these answers, or that there is none, may be remembered.
fn remembering(records: &Records) -> Wait {
    if records.values.is_empty() { NO_RECORD } else { remembered(records.ttl) }
}

fn fits(records: &Records, expected: &str) -> bool {
    match expected {
        "" => !records.values.is_empty(),
        value => records.values.iter().any(|own| own == value),
    }
}

fn wanted(expected: &str) -> String {
    if expected.is_empty() { "the addresses that the record leads to".into() } else { expected.to_owned() }
}

fn shown(records: &[Records]) -> String {
    records.iter().map(Records::describe).collect::<Vec<_>>().join("; ")
}

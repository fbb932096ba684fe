//! Practices about the registration of the domain: that it is renewed, and stays where it is.

use super::subject::prelude::*;
use crate::services::domains::Keeping;

/// What is known of the registration; nothing if it is with another registrar.
pub(crate) struct DomainFacts(Option<Keeping>);

practices! { DomainFacts;
    DOMAIN_RENEWED: "its registration is renewed each year", Reliability, High,
        "REL09-BP01 Identify and back up all data that needs to be backed up, or reproduce the data from sources",
        or "In Route 53, under Registered domains, open the domain, then Actions, Turn on auto-renew. A domain that expired may be somebody else's tomorrow.",
        costs "what the domain costs a year", taught in "ch04/domain_registration", at domains::CONSOLE, by renewed;
    DOMAIN_LOCKED: "nobody can move it to another registrar unasked", Security, Medium,
        "SEC03-BP06 Manage access based on lifecycle",
        or "In Route 53, under Registered domains, open the domain, then Actions, Turn on transfer lock.",
        costs "nothing", taught in "ch04/domain_registration", at domains::CONSOLE, by locked;
}

impl Subject for DomainFacts {
    const NOUN: &'static str = "the domain";
    const READS: Reads = &[domains::KEEPING];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    /// A practice account has no registrar.
    async fn names(_: &Aws, you: &Learner, _: Scope<'_>) -> Read<Vec<String>> {
        Ok(if you.practice { Vec::new() } else { vec![you.domain.clone()] })
    }

    async fn facts(aws: &Aws, _: &Learner, name: &str) -> Read<Option<Self>> {
        Ok(Some(Self(aws.keeping(name).await?)))
    }
}

const ELSEWHERE: &str = "it is registered elsewhere: look there";

fn renewed(of: &DomainFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.0.map(|keeping| keeping.is_renewed) {
        Some(true) => Judgement::holds("auto-renew"),
        Some(false) => Judgement::fails("auto-renew", "it expires"),
        None => Judgement::skips(ELSEWHERE),
    })
}

fn locked(of: &DomainFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.0.map(|keeping| keeping.is_locked) {
        Some(true) => Judgement::holds("transfer lock"),
        Some(false) => Judgement::fails("transfer lock", "none"),
        None => Judgement::skips(ELSEWHERE),
    })
}

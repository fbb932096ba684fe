//! Practices about the mail of the domain: that whoever gets it can tell that it is real.

use super::subject::prelude::*;
use crate::services::ses::{Identity, Verification};

/// What is known of the identity of the domain.
pub(crate) struct MailFacts(Identity);

practices! { MailFacts;
    MAIL_SIGNED: "its mail is signed with DKIM", Security, Medium,
        "SEC09-BP03 Authenticate network communications",
        or "Open the identity: Authentication, DKIM, Edit, enable DKIM signatures, and put the three records into the hosted zone.",
        costs "nothing", taught in "ch09/email_records", at ses::CONSOLE, by signed;
    MAIL_FROM: "mail that cannot be delivered comes back to the domain", Reliability, Medium,
        "REL06-BP03 Send notifications (Real-time processing and alarming)",
        or "Open the identity: Authentication, Custom MAIL FROM domain, Edit, and put the two records into the hosted zone.",
        costs "nothing", taught in "ch09/email_records", at ses::CONSOLE, by mail_from;
}

impl Subject for MailFacts {
    const NOUN: &'static str = "the identity";
    const READS: Reads = &[ses::REVIEWED];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, _: Scope<'_>) -> Read<Vec<String>> {
        let identity = aws.identity_in(you, &you.region).await?;
        Ok(identity.into_iter().map(|identity| identity.name).collect())
    }

    async fn facts(aws: &Aws, you: &Learner, _: &str) -> Read<Option<Self>> {
        Ok(aws.identity_in(you, &you.region).await?.map(Self))
    }
}

fn signed(of: &MailFacts, _: &Learner) -> Read<Judgement> {
    const EXPECTED: &str = "DKIM signatures whose records were found";
    Ok(match (of.0.signs, &of.0.dkim) {
        (true, Verification::Success) => Judgement::holds(EXPECTED),
        (false, _) => Judgement::fails(EXPECTED, "no DKIM signatures"),
        (true, _) => Judgement::fails(EXPECTED, "the records were not found"),
    })
}

fn mail_from(of: &MailFacts, _: &Learner) -> Read<Judgement> {
    const EXPECTED: &str = "a MAIL FROM domain whose records were found";
    Ok(match &of.0.mail_from {
        Some(from) if from.status == Verification::Success => Judgement::holds(&from.domain),
        Some(from) => Judgement::fails(EXPECTED, format!("the records of {} were not found", from.domain)),
        None => Judgement::fails(EXPECTED, "that of Amazon SES"),
    })
}

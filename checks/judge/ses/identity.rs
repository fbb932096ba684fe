//! Judgements of the identity of a domain: how it signs, and how far SES is with its records.

use crate::judgement::Judgement;
use crate::services::ses::{Identity, MailFrom, Verification};
use crate::wait::MAIL_RECORDS;

/// How many keys Easy DKIM has at a time.
const TOKENS: usize = 3;
const SUCCESS: &str = "SUCCESS";

/// SES makes and keeps the keys of its signatures.
pub fn easy_dkim(identity: &Identity) -> Judgement {
    const EXPECTED: &str = "three tokens of Easy DKIM";
    let (origin, count) = (&identity.key_origin, identity.tokens.len());
    match () {
        () if !identity.has_easy_key() => Judgement::fails(EXPECTED, format!("a key of your own ({origin})")).advising(
            "Choose the identity, and edit its DomainKeys Identified Mail (DKIM) settings: Easy DKIM. SES then makes the keys, and \
             changes them from time to time.",
        ),
        () if count < TOKENS => Judgement::fails(EXPECTED, format!("{count} tokens")),
        () => Judgement::holds(format!("{count} tokens of {origin}")),
    }
}

/// Messages from the domain carry its signature.
pub fn signs(identity: &Identity) -> Judgement {
    match identity.signs {
        true => Judgement::holds("DKIM signatures are on"),
        false => Judgement::fails("DKIM signatures on", "DKIM signatures off"),
    }
}

/// SES has verified the domain, by the records of DKIM.
pub fn verified(identity: &Identity) -> Judgement {
    let why = identity.error.as_ref().map_or_else(String::new, |error| format!(" ({error})"));
    match &identity.dkim {
        Verification::Success => Judgement::holds(SUCCESS),
        Verification::Looking(status) => Judgement::waits(SUCCESS, format!("{status}{why}"), MAIL_RECORDS)
            .advising("Nothing is wrong: the records are in the zone, and SES looks for them again from time to time."),
        Verification::Failed => Judgement::fails(SUCCESS, format!("FAILED{why}")).advising(format!(
            "SES looked for the records for 72 hours, and gave up before they came. They are right now: let it begin again with `aws \
             sesv2 put-email-identity-dkim-signing-attributes --email-identity {} --signing-attributes-origin AWS_SES`, or in the \
             console by DKIM, Edit, Save changes.",
            identity.name
        )),
    }
}

/// SES has found the MX record of the MAIL FROM domain.
pub fn mail_from_verified(mail_from: &MailFrom, identity: &str) -> Judgement {
    let MailFrom { domain, status } = mail_from;
    match status {
        Verification::Success => Judgement::holds(SUCCESS),
        Verification::Looking(status) => Judgement::waits(SUCCESS, status.clone(), MAIL_RECORDS)
            .advising("Nothing is wrong: the record is in the zone, and SES looks for it again from time to time."),
        Verification::Failed => Judgement::fails(SUCCESS, "FAILED").advising(format!(
            "SES looked for the MX record for 72 hours, and gave up before it came. It is right now: set the MAIL FROM domain once \
             more, with `aws sesv2 put-email-identity-mail-from-attributes --email-identity {identity} --mail-from-domain {domain}`.",
        )),
    }
}

/// The identity has a MAIL FROM domain below its own.
pub fn mail_from(identity: &Identity) -> Judgement {
    let own = &identity.name;
    let expected = format!("a domain such as mail.{own}");
    match identity.mail_from.as_ref().map(|mail_from| mail_from.domain.as_str()) {
        None => Judgement::absent(expected, "none of yours: SES uses amazonses.com"),
        Some(domain) if domain.strip_suffix(own.as_str()).is_some_and(|rest| rest.len() > 1 && rest.ends_with('.')) => {
            Judgement::holds(domain)
        }
        Some(domain) => Judgement::fails(expected, domain).advising(format!(
            "Take a name below your domain that nothing else uses, such as mail.{own}. {own} itself may get mail, and then has other \
             MX records."
        )),
    }
}

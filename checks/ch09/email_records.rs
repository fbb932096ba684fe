//! 9.3: the records by which others know what comes from the domain.

use crate::judge::ses::{identity, records};
use crate::mail_records::MailRecords;
use crate::verifier::prelude::*;

clauses! {
    IDENTITY = given::EMAIL_IDENTITY;
    ZONE = given::HOSTED_ZONE;
    DKIM: "the hosted zone has the three CNAME records that the identity names",
        or "Choose the identity in SES, and under DKIM, Publish DNS records copy each name and value into the hosted zone.",
        at route53::CONSOLE;
    PUBLIC: "the public DNS shows these records to SES",
        or "Check the delegation of {{ domain }} (exercise 4.2).", at route53::CONSOLE;
    VERIFIED: "SES has verified {{ domain }} by them", or "Put the records of the identity into the hosted zone.", at ses::CONSOLE;
    MAIL_FROM: "the identity has a MAIL FROM domain of yours",
        or "Choose the identity, edit Custom MAIL FROM domain, and enter mail.{{ domain }}.", at ses::CONSOLE;
    MX: "the MAIL FROM domain has one MX record, that of SES in {{ region }}",
        or "Create a record of type MX with the value 10 feedback-smtp.{{ region }}.amazonses.com.", at route53::CONSOLE;
    SPF: "the MAIL FROM domain has one SPF record, which lets SES send",
        or "Create a record of type TXT with the value \"v=spf1 include:amazonses.com ~all\".", at route53::CONSOLE, pillar Security;
    MAIL_FROM_VERIFIED: "SES has found the MX record", or "Check the MX record of the MAIL FROM domain.", at ses::CONSOLE;
    DMARC: "the domain has one DMARC record",
        or "Create a record of type TXT with the name _dmarc.{{ domain }} and the value \"v=DMARC1; p=none;\".",
        at route53::CONSOLE, pillar Security;
}

pub const READS: Reads = &[ses::IDENTITY, route53::HOSTED_ZONE, route53::RECORDS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (identity, zone) = join!(aws.email_identity(you), aws.hosted_zone(you, &you.domain));
    let identity = it.finds(IDENTITY, identity);
    let zone = it.finds(ZONE, zone);
    let (identity, zone) = (identity?, zone?);
    let here = MailRecords { aws, zone: &zone, identity: &identity, records: aws.all_records(&zone).await };
    let (dkim, published, dmarc) = join!(here.dkim(), here.published(), here.dmarc());
    it.expects(DKIM, dkim);
    it.sees(PUBLIC, &[DKIM], published);
    it.sees(VERIFIED, &[DKIM], Ok(identity::verified(&identity)));
    let judged = identity::mail_from(&identity);
    let mail_from = identity.mail_from.as_ref().filter(|_| judged.does_hold());
    it.expects(MAIL_FROM, judged);
    match mail_from {
        Some(mail_from) => {
            it.expects(MX, here.mx(&mail_from.domain).await);
            it.expects(SPF, here.records.judged(|all| records::spf(&mail_from.domain, &identity, all)));
            it.sees(MAIL_FROM_VERIFIED, &[MX], Ok(identity::mail_from_verified(mail_from, &you.domain)));
        }
        None => [MX, SPF, MAIL_FROM_VERIFIED]
            .into_iter()
            .for_each(|clause| it.skips(clause, "there is no MAIL FROM domain of yours")),
    }
    it.expects(DMARC, dmarc);
    Ok(())
}

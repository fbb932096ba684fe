//! 9.3: the records by which others know what comes from the domain.

use crate::judge::ses::{identity, records};
use crate::judge::web::dns;
use crate::services::route53::{HostedZone, Record};
use crate::services::ses::Identity;
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
    let here = Here { aws, zone: &zone, identity: &identity, records: aws.all_records(&zone).await };
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

/// What is known of the identity and of the zone.
struct Here<'a> {
    aws: &'a Aws,
    zone: &'a HostedZone,
    identity: &'a Identity,
    records: Read<Vec<Record>>,
}

impl Here<'_> {
    async fn dkim(&self) -> Read<Judgement> {
        if !self.identity.has_easy_key() {
            return Ok(Judgement::skips(
                "the identity has a key of its owner's own, and not Easy DKIM's (exercise 9.1)",
            ));
        }
        let all = self.records.as_ref().map_err(Clone::clone)?;
        let judged = records::dkim(self.identity, all);
        match records::missing_of_dkim(self.identity, all).first() {
            Some((name, _)) => Ok(self.or_in_another_zone(judged, name, "CNAME").await),
            None => Ok(judged),
        }
    }

    async fn mx(&self, mail_from: &str) -> Read<Judgement> {
        let judged = self.records.judged(|all| records::mx(mail_from, self.identity, all))?;
        Ok(self.or_in_another_zone(judged, mail_from, "MX").await)
    }

    async fn dmarc(&self) -> Read<Judgement> {
        let judged = self.records.judged(|all| records::dmarc(self.identity, all))?;
        let name = format!("_dmarc.{}", self.identity.name);
        Ok(self.or_in_another_zone(judged, &name, "TXT").await)
    }

    /// What is missing altogether may be in a private zone of the same name, or in a second one.
    async fn or_in_another_zone(&self, judged: Judgement, name: &str, kind: &str) -> Judgement {
        if !judged.is_absent() {
            return judged;
        }
        match self.aws.record_elsewhere(self.zone, name, kind).await {
            Some(near) => judged.instead(near),
            None => judged,
        }
    }

    /// What the public DNS shows of the records of DKIM; what SES has seen is public.
    async fn published(&self) -> Read<Judgement> {
        if self.identity.dkim == ses::Verification::Success {
            return Ok(Judgement::holds("SES has seen them"));
        }
        let wanted = records::of_dkim(self.identity);
        let looks = wanted.iter().map(|(name, _)| self.aws.public_view(self.zone, name, &[RecordKind::Cname]));
        let views = futures_util::future::try_join_all(looks).await?;
        let judged = wanted.iter().zip(&views).map(|((_, value), view)| dns::public_dns_answers(view, value));
        Ok(judged.reduce(Judgement::and).unwrap_or_else(|| Judgement::skips("the identity names no records")))
    }
}

//! Whether the records for mail are in the zone of the domain, or in another one, and what the public DNS shows of them.

use futures_util::future::try_join_all;

use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::judge::ses::records;
use crate::judge::web::dns;
use crate::judgement::{Judged, Judgement};
use crate::outside::dns::RecordKind;
use crate::services::route53::{HostedZone, Record};
use crate::services::ses::{Identity, Verification};

/// What is known of the identity and of the zone.
pub struct MailRecords<'a> {
    pub aws: &'a Aws,
    pub zone: &'a HostedZone,
    pub identity: &'a Identity,
    pub records: Read<Vec<Record>>,
}

impl MailRecords<'_> {
    /// The records of DKIM are there.
    pub async fn dkim(&self) -> Read<Judgement> {
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

    /// The MX record of the MAIL FROM domain is there.
    pub async fn mx(&self, mail_from: &str) -> Read<Judgement> {
        let judged = self.records.judged(|all| records::mx(mail_from, self.identity, all))?;
        Ok(self.or_in_another_zone(judged, mail_from, "MX").await)
    }

    /// The DMARC record is there.
    pub async fn dmarc(&self) -> Read<Judgement> {
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
    pub async fn published(&self) -> Read<Judgement> {
        if self.identity.dkim == Verification::Success {
            return Ok(Judgement::holds("SES has seen them"));
        }
        let wanted = records::of_dkim(self.identity);
        let looks = wanted.iter().map(|(name, _)| self.aws.public_view(self.zone, name, &[RecordKind::Cname]));
        let views = try_join_all(looks).await?;
        let judged = wanted.iter().zip(&views).map(|((_, value), view)| dns::public_dns_answers(view, value));
        Ok(judged.reduce(Judgement::and).unwrap_or_else(|| Judgement::skips("the identity names no records")))
    }
}

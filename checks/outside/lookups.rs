//! What the account's name servers and the public DNS answer for the learner's names.

use std::net::IpAddr;

use futures_util::future::{join_all, try_join_all};

use crate::aws::Aws;
use crate::aws::fault::{Call, Read, Trouble};
use crate::judgement::Found;
use crate::outside::dns::{PublicView, Question, RecordKind, Records, is_authoritative, records};
use crate::services::route53::{HostedZone, Record, RecordSets};

/// Where a name leads, as each of those sees it who have a say in that.
pub struct Led {
    /// All records of the name in its zone.
    pub records: Read<Vec<Record>>,
    /// Those that are aliases, or what a beginner made instead.
    pub aliases: Read<Found<RecordSets>>,
    /// What the zone's own name servers say.
    pub own: Read<Vec<Records>>,
    /// What the public DNS says.
    pub public: Read<PublicView>,
}

impl Aws {
    /// What the system's resolver says of `name`.
    pub async fn public_records(&self, name: &str, kind: RecordKind) -> Read<Records> {
        let call = Call::new(kind.operation(), name);
        let question = Question { call: &call, name, kind, trouble: Trouble::Resolver };
        let look = async {
            let answer = question.ask(self.outside().dns.resolver()).await?;
            Ok(records(answer.as_ref(), kind))
        };
        self.looks(&call, "the system's resolver", look).await
    }

    /// What the zone's own name servers say of `name`, kind by kind.
    pub async fn own_records(&self, zone: &HostedZone, name: &str, kinds: &[RecordKind]) -> Read<Vec<Records>> {
        self.is_on_internet()?;
        let addresses = self.addresses(&self.name_servers(zone).await?).await?;
        try_join_all(kinds.iter().map(|kind| self.records_at(&addresses, zone, name, *kind))).await
    }

    /// What the system's resolver says of `name`, kind by kind, with the delegation that it follows to the zone.
    pub async fn public_view(&self, zone: &HostedZone, name: &str, kinds: &[RecordKind]) -> Read<PublicView> {
        self.is_on_internet()?;
        let (records, delegation, servers) = futures_util::join!(
            try_join_all(kinds.iter().map(|kind| self.public_records(name, *kind))),
            self.public_records(&zone.name, RecordKind::Ns),
            self.name_servers(zone),
        );
        Ok(PublicView { records: records?, delegation: delegation?.values, servers: servers? })
    }

    /// Where a name leads over IPv4: in the zone, at the zone's servers and in the public DNS, all asked at once.
    pub async fn led_over_ipv4(&self, zone: &HostedZone, name: &str) -> Led {
        const IPV4: &[RecordKind] = &[RecordKind::A];
        let (records, aliases, own, public) = futures_util::join!(
            self.records(zone, name),
            self.alias_records(zone, name, "A"),
            self.own_records(zone, name, IPV4),
            self.public_view(zone, name, IPV4),
        );
        Led { records, aliases, own, public }
    }

    async fn records_at(&self, servers: &[IpAddr], zone: &HostedZone, name: &str, kind: RecordKind) -> Read<Records> {
        let call = Call::new(kind.operation(), format!("{name} at the name servers of {}", zone.name));
        let question = Question { call: &call, name, kind, trouble: Trouble::NameServers };
        if servers.is_empty() {
            return Err(question.no_answer("their own addresses are not known"));
        }
        let look = async {
            let answer = question.ask(self.outside().dns.resolver_at(servers)).await?;
            match answer.as_ref().is_none_or(is_authoritative) {
                true => Ok(records(answer.as_ref(), kind)),
                false => Err(question.no_answer("another server answered instead")),
            }
        };
        self.looks(&call, &format!("{servers:?}"), look).await
    }

    /// The addresses of name servers, of those that the system's resolver finds.
    ///
    /// # Errors
    /// When it finds none of them and could not be asked for one.
    async fn addresses(&self, servers: &[String]) -> Read<Vec<IpAddr>> {
        let looks = join_all(servers.iter().map(|server| self.public_records(server, RecordKind::A))).await;
        let mut addresses = Vec::new();
        let mut fault = None;
        for look in looks {
            match look {
                Ok(records) => addresses.extend(records.values.iter().filter_map(|a| a.parse::<IpAddr>().ok())),
                Err(why) => fault = Some(why),
            }
        }
        match fault {
            Some(fault) if addresses.is_empty() => Err(fault),
            _ => Ok(addresses),
        }
    }
}

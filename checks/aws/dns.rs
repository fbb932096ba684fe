//! The DNS: what the system's resolver says, and what a hosted zone's own name servers say.

use std::net::IpAddr;
use std::time::Duration;

use futures_util::future::{join_all, try_join_all};
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::lookup::Lookup;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};

use super::operation::Operation;
use super::outside::{Trouble, look, short};
use super::route53::plain;
use super::{Aws, Call, Fault, HostedZone, Read};

/// The longest that one question may take, retries included.
const LIMIT: Duration = Duration::from_secs(10);
/// Where name servers listen.
const PORT: u16 = 53;

/// Where DNS questions go.
#[derive(Clone, Debug)]
pub enum Dns {
    /// The resolver that the operating system is set up with.
    System,
    /// A resolver of a test on this machine; all other name servers there listen at `port`.
    #[cfg(test)]
    Local { resolver: std::net::SocketAddr, port: u16 },
    /// Nowhere: an account that an emulator stands for is not part of the DNS.
    None,
}

/// The kinds of records that exercises ask the DNS for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKind {
    A,
    Aaaa,
    Cname,
    Ns,
}

/// The records of one kind at one name; none when there is no such name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    pub kind: RecordKind,
    /// Addresses, or names in lower case without the final dot; sorted.
    pub values: Vec<String>,
    /// How long resolvers may keep them, in seconds.
    pub ttl: u32,
}

impl Records {
    /// What there is, on one line.
    pub fn describe(&self) -> String {
        let kind = self.kind.record_type();
        if self.values.is_empty() {
            return format!("no {kind} record");
        }
        format!("{kind} {}", short(&self.values.join(", ")))
    }
}

/// What the public DNS says of a name, and whom it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicView {
    /// By kind, as they were asked for.
    pub records: Vec<Records>,
    /// The name servers that the public DNS knows for the zone's domain, sorted; none when it knows no such domain.
    pub delegation: Vec<String>,
    /// The zone's own name servers, sorted.
    pub servers: Vec<String>,
}

impl RecordKind {
    fn operation(self) -> &'static Operation {
        const A: &Operation = &look("A", "dns:A");
        const AAAA: &Operation = &look("AAAA", "dns:AAAA");
        const CNAME: &Operation = &look("CNAME", "dns:CNAME");
        const NS: &Operation = &look("NS", "dns:NS");
        match self {
            RecordKind::A => A,
            RecordKind::Aaaa => AAAA,
            RecordKind::Cname => CNAME,
            RecordKind::Ns => NS,
        }
    }

    pub(crate) fn record_type(self) -> RecordType {
        match self {
            RecordKind::A => RecordType::A,
            RecordKind::Aaaa => RecordType::AAAA,
            RecordKind::Cname => RecordType::CNAME,
            RecordKind::Ns => RecordType::NS,
        }
    }
}

impl Aws {
    /// What the system's resolver says of `name`.
    pub async fn public_records(&self, name: &str, kind: RecordKind) -> Read<Records> {
        let call = Call::new(kind.operation(), name);
        let question = Question { call: &call, name, kind, trouble: Trouble::Resolver };
        let look = async {
            let answer = question.ask(self.outside.dns.resolver()).await?;
            Ok(records(answer.as_ref(), kind))
        };
        self.looks(&call, "the system's resolver", look).await
    }

    /// What the zone's own name servers say of `name`, kind by kind.
    pub async fn own_records(&self, zone: &HostedZone, name: &str, kinds: &[RecordKind]) -> Read<Vec<Records>> {
        self.is_outside()?;
        let addresses = self.addresses(&self.name_servers(zone).await?).await?;
        try_join_all(kinds.iter().map(|kind| self.records_at(&addresses, zone, name, *kind))).await
    }

    /// What the system's resolver says of `name`, kind by kind, with the delegation that it follows to the zone.
    pub async fn public_view(&self, zone: &HostedZone, name: &str, kinds: &[RecordKind]) -> Read<PublicView> {
        self.is_outside()?;
        let (records, delegation, servers) = futures_util::join!(
            try_join_all(kinds.iter().map(|kind| self.public_records(name, *kind))),
            self.public_records(&zone.name, RecordKind::Ns),
            self.name_servers(zone),
        );
        Ok(PublicView { records: records?, delegation: delegation?.values, servers: servers? })
    }

    async fn records_at(&self, servers: &[IpAddr], zone: &HostedZone, name: &str, kind: RecordKind) -> Read<Records> {
        let call = Call::new(kind.operation(), format!("{name} at the name servers of {}", zone.name));
        let question = Question { call: &call, name, kind, trouble: Trouble::NameServers };
        if servers.is_empty() {
            return Err(question.no_answer("their own addresses are not known"));
        }
        let look = async {
            let answer = question.ask(self.outside.dns.resolver_at(servers)).await?;
            match answer.as_ref().is_none_or(is_authoritative) {
                true => Ok(records(answer.as_ref(), kind)),
                false => Err(question.no_answer("another server answered in their stead")),
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

impl Dns {
    fn resolver(&self) -> Result<TokioResolver, String> {
        let builder = match self {
            Dns::System => TokioResolver::builder_tokio().map_err(|error| error.to_string())?,
            #[cfg(test)]
            Dns::Local { resolver, .. } => return at(&[resolver.ip()], resolver.port()),
            Dns::None => return Err("a practice account is not part of the DNS".into()),
        };
        builder.build().map_err(|error| error.to_string())
    }

    fn resolver_at(&self, servers: &[IpAddr]) -> Result<TokioResolver, String> {
        match self {
            #[cfg(test)]
            Dns::Local { port, .. } => at(servers, *port),
            _ => at(servers, PORT),
        }
    }
}

/// Asks these servers and no other, as one resolver asks the next.
fn at(servers: &[IpAddr], port: u16) -> Result<TokioResolver, String> {
    let connections = || {
        let mut both = vec![ConnectionConfig::udp(), ConnectionConfig::tcp()];
        both.iter_mut().for_each(|connection| connection.port = port);
        both
    };
    let servers = servers.iter().map(|ip| NameServerConfig::new(*ip, true, connections())).collect();
    let config = ResolverConfig::from_parts(None, Vec::new(), servers);
    let mut builder = TokioResolver::builder_with_config(config, TokioRuntimeProvider::default());
    builder.options_mut().use_hosts_file = ResolveHosts::Never;
    builder.options_mut().recursion_desired = false;
    builder.build().map_err(|error| error.to_string())
}

/// One question, and what it is called when it finds no answer.
struct Question<'a> {
    call: &'a Call,
    name: &'a str,
    kind: RecordKind,
    trouble: Trouble,
}

impl Question<'_> {
    /// The answer, `None` when there is no such record or no such name.
    async fn ask(&self, resolver: Result<TokioResolver, String>) -> Read<Option<Lookup>> {
        let resolver = resolver.map_err(|why| self.no_answer(&why))?;
        let answer = resolver.lookup(format!("{}.", self.name), self.kind.record_type());
        match tokio::time::timeout(LIMIT, answer).await {
            Ok(Ok(lookup)) => Ok(Some(lookup)),
            Ok(Err(error)) if error.is_no_records_found() || error.is_nx_domain() => Ok(None),
            Ok(Err(error)) => Err(self.no_answer(&error.to_string())),
            Err(_) => Err(self.no_answer(&format!("nothing within {} seconds", LIMIT.as_secs()))),
        }
    }

    fn no_answer(&self, why: &str) -> Fault {
        Fault::outside(self.call.clone(), self.trouble, &format!("no answer: {}", short(why)))
    }
}

/// A zone's own name server says that it is one (RFC 1035, section 4.1.1, AA); what answers in its stead does not.
fn is_authoritative(answer: &Lookup) -> bool {
    answer.message().metadata.authoritative
}

fn records(answer: Option<&Lookup>, kind: RecordKind) -> Records {
    let fitting: Vec<_> = answer
        .into_iter()
        .flat_map(|lookup| lookup.answers())
        .filter(|record| record.record_type() == kind.record_type())
        .collect();
    let mut values: Vec<String> = fitting.iter().filter_map(|record| value(&record.data)).collect();
    values.sort();
    Records { kind, values, ttl: fitting.iter().map(|record| record.ttl).max().unwrap_or_default() }
}

fn value(data: &RData) -> Option<String> {
    match data {
        RData::A(address) => Some(address.0.to_string()),
        RData::AAAA(address) => Some(address.0.to_string()),
        RData::CNAME(name) => Some(short(&plain(&name.0.to_string()))),
        RData::NS(name) => Some(short(&plain(&name.0.to_string()))),
        _ => None,
    }
}

//! The DNS: what the system's resolver says, and what a hosted zone's own name servers say.

use std::net::IpAddr;
use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::lookup::Lookup;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};
use serde::{Deserialize, Serialize};

use crate::aws::fault::{Call, Fault, Read, Trouble};
use crate::aws::operation::{Operation, look};
use crate::findings::short;

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
    #[cfg(any(test, feature = "testing"))]
    Local { resolver: std::net::SocketAddr, port: u16 },
    /// Nowhere: an account that an emulator stands for is not part of the DNS.
    None,
}

/// The kinds of records that exercises ask the DNS for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    A,
    Aaaa,
    Cname,
    Ns,
}

/// The records of one kind at one name; none when there is no such name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    pub(crate) fn operation(self) -> &'static Operation {
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

impl Dns {
    pub(crate) fn resolver(&self) -> Result<TokioResolver, String> {
        let builder = match self {
            Dns::System => TokioResolver::builder_tokio().map_err(|error| error.to_string())?,
            #[cfg(any(test, feature = "testing"))]
            Dns::Local { resolver, .. } => return at(&[resolver.ip()], resolver.port()),
            Dns::None => return Err("a practice account is not part of the DNS".into()),
        };
        builder.build().map_err(|error| error.to_string())
    }

    pub(crate) fn resolver_at(&self, servers: &[IpAddr]) -> Result<TokioResolver, String> {
        match self {
            #[cfg(any(test, feature = "testing"))]
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
pub(crate) struct Question<'a> {
    pub(crate) call: &'a Call,
    pub(crate) name: &'a str,
    pub(crate) kind: RecordKind,
    pub(crate) trouble: Trouble,
}

impl Question<'_> {
    /// The answer, `None` when there is no such record or no such name.
    pub(crate) async fn ask(&self, resolver: Result<TokioResolver, String>) -> Read<Option<Lookup>> {
        let resolver = resolver.map_err(|why| self.no_answer(&why))?;
        let answer = resolver.lookup(format!("{}.", self.name), self.kind.record_type());
        match tokio::time::timeout(LIMIT, answer).await {
            Ok(Ok(lookup)) => Ok(Some(lookup)),
            Ok(Err(error)) if error.is_no_records_found() || error.is_nx_domain() => Ok(None),
            Ok(Err(error)) => Err(self.no_answer(&error.to_string())),
            Err(_) => Err(self.no_answer(&format!("nothing within {} seconds", LIMIT.as_secs()))),
        }
    }

    pub(crate) fn no_answer(&self, why: &str) -> Fault {
        Fault::outside(self.call.clone(), self.trouble, &format!("no answer: {}", short(why)))
    }
}

/// A zone's own name server says that it is one (RFC 1035, section 4.1.1, AA); what answers instead of it does not.
pub(crate) fn is_authoritative(answer: &Lookup) -> bool {
    answer.message().metadata.authoritative
}

pub(crate) fn records(answer: Option<&Lookup>, kind: RecordKind) -> Records {
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

/// A name as people write it: lower case, no final dot, `*` for Route 53's `\052`.
pub(crate) fn plain(name: &str) -> String {
    name.trim_end_matches('.').replace("\\052", "*").to_lowercase()
}

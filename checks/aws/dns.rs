//! The public DNS, asked through the system's resolver.

use hickory_resolver::TokioResolver;
use hickory_resolver::proto::rr::RData;

use super::route53::plain;
use super::{Fault, Read};

/// Where DNS questions go.
#[derive(Clone, Debug)]
pub enum Dns {
    /// The resolver that the operating system is set up with.
    System,
    /// A name server of a test, on this machine.
    #[cfg(test)]
    At(std::net::SocketAddr),
    /// Nowhere: a practice account is not part of the DNS.
    None,
}

impl Dns {
    /// The name servers that `domain` is delegated to, sorted and without final dots; none when it is not registered.
    pub async fn name_servers(&self, domain: &str) -> Read<Vec<String>> {
        let fault = |error: &dyn std::fmt::Display| Fault::dns(domain, &error.to_string());
        let resolver = self.resolver().map_err(|error| fault(&error))?;
        let answer = match resolver.ns_lookup(format!("{domain}.")).await {
            Ok(answer) => answer,
            Err(error) if error.is_no_records_found() || error.is_nx_domain() => return Ok(Vec::new()),
            Err(error) => return Err(fault(&error)),
        };
        let mut servers: Vec<String> = answer
            .answers()
            .iter()
            .filter_map(|record| match &record.data {
                RData::NS(server) => Some(plain(&server.0.to_string())),
                _ => None,
            })
            .collect();
        servers.sort();
        Ok(servers)
    }

    fn resolver(&self) -> Result<TokioResolver, String> {
        let builder = match self {
            Dns::System => TokioResolver::builder_tokio().map_err(|error| error.to_string())?,
            #[cfg(test)]
            Dns::At(address) => tests::builder_at(*address),
            Dns::None => return Err("a practice account is not part of the DNS".into()),
        };
        builder.build().map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::net::{SocketAddr, UdpSocket};
    use std::thread;

    use hickory_resolver::ResolverBuilder;
    use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
    use hickory_resolver::net::runtime::TokioRuntimeProvider;
    use hickory_resolver::proto::op::{Message, ResponseCode};
    use hickory_resolver::proto::rr::rdata::NS;
    use hickory_resolver::proto::rr::{Name, Record};

    use super::*;

    pub fn builder_at(address: SocketAddr) -> ResolverBuilder<TokioRuntimeProvider> {
        let mut connection = ConnectionConfig::udp();
        connection.port = address.port();
        let server = NameServerConfig::new(address.ip(), true, vec![connection]);
        let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
        TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
    }

    impl Dns {
        /// A name server on this machine that answers every question alike.
        pub(crate) fn answering(servers: &'static [&'static str], code: ResponseCode) -> Dns {
            let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
            let address = socket.local_addr().unwrap();
            thread::spawn(move || {
                let mut buffer = [0; 512];
                while let Ok((length, asker)) = socket.recv_from(&mut buffer) {
                    socket.send_to(&answer(&buffer[..length], servers, code), asker).unwrap();
                }
            });
            Dns::At(address)
        }
    }

    fn answer(question: &[u8], servers: &[&str], code: ResponseCode) -> Vec<u8> {
        let question = Message::from_vec(question).unwrap();
        let mut answer = Message::error_msg(question.metadata.id, question.metadata.op_code, code);
        answer.add_query(question.queries[0].clone());
        for server in servers {
            let data = RData::NS(NS(Name::from_ascii(server).unwrap()));
            answer.add_answer(Record::from_rdata(question.queries[0].name().clone(), 60, data));
        }
        answer.to_vec().unwrap()
    }

    #[tokio::test]
    async fn name_servers_are_sorted_and_plain() {
        let dns = Dns::answering(&["NS-2.awsdns-2.net.", "ns-1.awsdns-1.com."], ResponseCode::NoError);
        assert_eq!(dns.name_servers("example.com").await.unwrap(), ["ns-1.awsdns-1.com", "ns-2.awsdns-2.net"]);
    }

    #[tokio::test]
    async fn a_name_that_nobody_has_has_none() {
        let dns = Dns::answering(&[], ResponseCode::NXDomain);
        assert_eq!(dns.name_servers("example.com").await.unwrap(), [""; 0]);
    }

    #[tokio::test]
    async fn a_resolver_that_refuses_is_a_fault() {
        let fault = Dns::answering(&[], ResponseCode::Refused).name_servers("example.com").await.unwrap_err();
        assert_eq!(fault.kind(), super::super::FaultKind::NotReachable);
    }
}

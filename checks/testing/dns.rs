//! A name server on this machine, over UDP, with the records that a test gives it.

use std::collections::HashMap;
use std::net::{SocketAddr, UdpSocket};
use std::thread;

use hickory_resolver::proto::op::{Message, ResponseCode};
use hickory_resolver::proto::rr::rdata::{A, AAAA, CNAME, NS};
use hickory_resolver::proto::rr::{Name, RData, Record};

use crate::outside::dns::RecordKind;

/// What a name server says to a question.
#[derive(Clone, Copy, Debug)]
pub enum Said {
    Records(&'static [&'static str]),
    Code(ResponseCode),
}

/// A name server in the making; a name of which it has no record is no name.
#[derive(Clone, Debug)]
pub struct NameServer {
    says: HashMap<(&'static str, RecordKind), Said>,
    authoritative: bool,
}

const TTL: u32 = 300;

impl NameServer {
    /// One that has the zones itself.
    pub fn of_zones() -> Self {
        Self { says: HashMap::new(), authoritative: true }
    }

    /// One that asks others and remembers.
    pub fn resolver() -> Self {
        Self { authoritative: false, ..Self::of_zones() }
    }

    pub fn says(mut self, name: &'static str, kind: RecordKind, said: Said) -> Self {
        self.says.insert((name, kind), said);
        self
    }

    /// Listens on a free port until the tests end.
    pub fn open(self) -> SocketAddr {
        let socket = UdpSocket::bind("127.0.0.1:0").expect("a free port");
        let address = socket.local_addr().expect("it is bound");
        thread::spawn(move || {
            let mut buffer = [0; 1500];
            while let Ok((length, asker)) = socket.recv_from(&mut buffer) {
                let question = Message::from_vec(&buffer[..length]).expect("a question");
                let answer = self.answer(&question).to_vec().expect("an answer");
                let _ = socket.send_to(&answer, asker);
            }
        });
        address
    }

    fn answer(&self, question: &Message) -> Message {
        let query = question.queries[0].clone();
        let name = query.name().to_utf8().trim_end_matches('.').to_lowercase();
        let said = self.says.iter().find(|((n, kind), _)| *n == name && kind.record_type() == query.query_type());
        let known = self.says.keys().any(|(n, _)| *n == name);
        let (code, values) = match said.map(|(_, said)| *said) {
            Some(Said::Records(values)) => (ResponseCode::NoError, values),
            Some(Said::Code(code)) => (code, [].as_slice()),
            None if known => (ResponseCode::NoError, [].as_slice()),
            None => (ResponseCode::NXDomain, [].as_slice()),
        };
        let mut answer = Message::error_msg(question.metadata.id, question.metadata.op_code, code);
        answer.metadata.authoritative = self.authoritative;
        for value in values {
            let kind = said.map(|((_, kind), _)| *kind).expect("there are values");
            answer.add_answer(Record::from_rdata(query.name().clone(), TTL, data(kind, value)));
        }
        answer.add_query(query);
        answer
    }
}

fn data(kind: RecordKind, value: &str) -> RData {
    let name = || Name::from_ascii(value).expect("a name");
    match kind {
        RecordKind::A => RData::A(A(value.parse().expect("an address"))),
        RecordKind::Aaaa => RData::AAAA(AAAA(value.parse().expect("an address"))),
        RecordKind::Cname => RData::CNAME(CNAME(name())),
        RecordKind::Ns => RData::NS(NS(name())),
    }
}

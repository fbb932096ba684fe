//! A server that takes requests and never gives a whole answer.

use std::io::{self, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::harness::request::Request;

/// What comes in an answer's stead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Silence,
    /// A head, a byte a second.
    DrippingHead,
    /// A head, then its body, a byte a second.
    DrippingBody,
    /// The beginning of a body, then nothing.
    StalledBody,
    /// Header upon header, as fast as they are taken.
    EndlessHeaders,
}

pub const MANNERS: [Manner; 5] =
    [Manner::Silence, Manner::DrippingHead, Manner::DrippingBody, Manner::StalledBody, Manner::EndlessHeaders];

const LONG_BODY: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: 100000\r\n\r\n<Response>";
const IDENTITY: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult><UserId>1</UserId>
    <Account>000000000000</Account><Arn>arn:aws:iam::000000000000:root</Arn>
</GetCallerIdentityResult></GetCallerIdentityResponse>";

/// A running server; its threads end with the test process.
pub struct Hostile {
    address: SocketAddr,
    requests: Mutex<Receiver<()>>,
}

impl Hostile {
    pub fn new(manner: Manner) -> Self {
        Self::start(manner, false)
    }

    /// Answers who is asking, and nothing else.
    pub fn after_sign_in(manner: Manner) -> Self {
        Self::start(manner, true)
    }

    fn start(manner: Manner, signs_in: bool) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket");
        let (sender, requests) = channel();
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let sender = sender.clone();
                // A client that has given up ends the connection and nothing else.
                thread::spawn(move || serve(client, manner, signs_in, &sender).unwrap_or_default());
            }
        });
        Self { address, requests: Mutex::new(requests) }
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until a request has come that gets no answer.
    pub fn wait_for_request(&self) {
        let requests = self.requests.lock().expect("no panic here");
        requests.recv_timeout(Duration::from_secs(30)).expect("a request");
    }
}

fn serve(mut client: TcpStream, manner: Manner, signs_in: bool, requests: &Sender<()>) -> io::Result<()> {
    let mut reader = BufReader::new(client.try_clone()?);
    while let Some(request) = Request::read(&mut reader)? {
        if signs_in && request.operation().ends_with("GetCallerIdentity") {
            let length = IDENTITY.len();
            write!(client, "HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: {length}\r\n\r\n{IDENTITY}")?;
            continue;
        }
        // Nobody need listen.
        let _ = requests.send(());
        return misbehave(&mut client, manner);
    }
    Ok(())
}

fn misbehave(client: &mut TcpStream, manner: Manner) -> io::Result<()> {
    match manner {
        Manner::Silence => wait_for_end(client),
        Manner::DrippingHead => drip(client, LONG_BODY),
        Manner::DrippingBody => {
            client.write_all(LONG_BODY)?;
            drip(client, &[b' '; 1000])
        }
        Manner::StalledBody => {
            client.write_all(LONG_BODY)?;
            wait_for_end(client)
        }
        Manner::EndlessHeaders => {
            client.write_all(b"HTTP/1.1 200 OK\r\n")?;
            loop {
                client.write_all(b"x-header: value\r\n")?;
            }
        }
    }
}

fn wait_for_end(client: &mut TcpStream) -> io::Result<()> {
    client.read(&mut [0]).map(drop)
}

fn drip(client: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    for byte in bytes {
        client.write_all(&[*byte])?;
        thread::sleep(Duration::from_secs(1));
    }
    Ok(())
}

//! Websites on this machine: plain and with certificates of the tests' own authority, each address with its reply.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::outside::web::Local;

/// What a website does when it is asked for a page.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Sends this and closes.
    Sends(Vec<u8>),
    /// Sends this, and then a byte now and then forever.
    Drips(Vec<u8>),
    /// Accepts and says nothing.
    Silence,
}

impl Reply {
    /// An answer with these header lines and this body.
    pub fn page(status: &str, headers: &[&str], body: &str) -> Self {
        let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
        let length = body.len();
        Self::Sends(format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n{body}").into_bytes())
    }
}

/// The certificate that is shown for a name.
#[derive(Clone, Copy, Debug)]
pub enum Presented {
    For(&'static [&'static str]),
    Expired,
    /// Good but for its issuer, which nobody knows.
    Stranger,
}

/// Websites in the making: replies by `http://HOST` or `https://HOST` for the top page, and with its path for any other,
/// after the method unless that is GET; certificates by name.
#[derive(Clone, Debug, Default)]
pub struct Site {
    replies: HashMap<&'static str, Reply>,
    presents: HashMap<&'static str, Presented>,
    closed: Vec<&'static str>,
    nameless: Vec<&'static str>,
}

impl Site {
    pub fn replies(mut self, address: &'static str, reply: Reply) -> Self {
        self.replies.insert(address, reply);
        self
    }

    pub fn presents(mut self, name: &'static str, presented: Presented) -> Self {
        self.presents.insert(name, presented);
        self
    }

    /// Connections to this address are refused.
    pub fn closed(mut self, address: &'static str) -> Self {
        self.closed.push(address);
        self
    }

    /// The host of this address has none.
    pub fn nameless(mut self, address: &'static str) -> Self {
        self.nameless.push(address);
        self
    }

    /// Listens on free ports until the tests end.
    pub fn open(self) -> Local {
        let certificates = self.presents.iter().map(|(name, presented)| (*name, presented.certified())).collect();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("the provider supports them")
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(ByName(certificates)));
        let config = Arc::new(config);
        let plain = self.replies.clone();
        let http = listen(move |stream| serve(&plain, "http", stream));
        let secure = self.replies;
        let https = listen(move |stream| {
            let session = ServerConnection::new(Arc::clone(&config)).expect("the configuration is good");
            serve(&secure, "https", StreamOwned::new(session, stream));
        });
        Local { http, https, closed: self.closed, nameless: self.nameless, root: AUTHORITY.1.clone() }
    }
}

fn listen(each: impl Fn(TcpStream) + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    let each = Arc::new(each);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let each = Arc::clone(&each);
            thread::spawn(move || each(stream));
        }
    });
    address
}

/// A client that leaves in the middle, or that does not trust the certificate, is none of the server's business.
fn serve(replies: &HashMap<&'static str, Reply>, scheme: &str, mut stream: impl Read + Write) {
    let mut request = Vec::new();
    let mut buffer = [0; 1024];
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(length) => request.extend_from_slice(&buffer[..length]),
        }
    }
    let request = String::from_utf8_lossy(&request);
    let method = request.split(' ').next().filter(|method| *method != "GET");
    let method = method.map_or_else(String::new, |method| format!("{method} "));
    match replies.get(format!("{method}{scheme}://{}", asked(&request)).as_str()) {
        Some(Reply::Sends(bytes)) => drop(stream.write_all(bytes).and_then(|()| stream.flush())),
        Some(Reply::Drips(bytes)) => {
            let _ = stream.write_all(bytes);
            while stream.write_all(b".").and_then(|()| stream.flush()).is_ok() {
                thread::sleep(Duration::from_millis(20));
            }
        }
        Some(Reply::Silence) => drop(stream.read(&mut buffer)),
        None => {}
    }
}

/// The host and the path of a request; of the top page the host alone.
fn asked(request: &str) -> String {
    let lower = request.to_lowercase();
    let host = lower.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let path = request.split(' ').nth(1).unwrap_or_default();
    if path == "/" { host.to_owned() } else { format!("{host}{path}") }
}

#[derive(Debug)]
struct ByName(HashMap<&'static str, Arc<CertifiedKey>>);

impl ResolvesServerCert for ByName {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.0.get(hello.server_name()?).cloned()
    }
}

type Authority = (Issuer<'static, KeyPair>, CertificateDer<'static>);

/// The authority that the tests trust, and one that they do not.
static AUTHORITY: LazyLock<Authority> = LazyLock::new(authority);
static STRANGER: LazyLock<Authority> = LazyLock::new(authority);

fn authority() -> Authority {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().expect("a key");
    let root = params.self_signed(&key).expect("a certificate");
    (Issuer::new(params, key), root.der().clone())
}

impl Presented {
    fn certified(self) -> Arc<CertifiedKey> {
        let (names, issuer) = match self {
            Presented::For(names) => (names, &AUTHORITY.0),
            Presented::Expired => (["example.com"].as_slice(), &AUTHORITY.0),
            Presented::Stranger => (["example.com"].as_slice(), &STRANGER.0),
        };
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let mut params = CertificateParams::new(names).expect("names");
        if let Presented::Expired = self {
            (params.not_before, params.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2021, 1, 1));
        }
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, issuer).expect("a certificate");
        let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
        let key = ring::sign::any_supported_type(&key).expect("a key");
        Arc::new(CertifiedKey::new(vec![certificate.der().clone()], key))
    }
}

//! One request, step by step, so that each step tells its own trouble: name, connection, certificate, answer.

use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::header::{HOST, USER_AGENT};
use hyper::rt::{Read as HyperRead, Write as HyperWrite};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::page::Page;
use super::{Place, practice, tls};
use crate::aws::fault::{Call, Fault, Read, Step, Trouble};
use crate::findings::short;
use crate::outside::web::{Answer, Responder, Url, Web};

/// How long a look may take, and how much of a page is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub connect: Duration,
    pub whole: Duration,
    /// In bytes.
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), whole: Duration::from_secs(10), body: 1024 * 1024 }
    }
}

impl Limits {
    /// A busy machine of the learner's takes its time to copy the account and to start a function.
    pub fn practice() -> Self {
        Self { whole: Duration::from_secs(40), ..Self::default() }
    }
}

impl Web {
    /// Returns what answers at the URL, if it is AWS. An error of API Gateway's may be of the learner's own making.
    pub async fn visit(&self, url: &Url, call: &Call) -> Read<Answer> {
        let fault = |(trouble, why): (Trouble, String)| Fault::outside(call.clone(), trouble, &short(&why));
        let page = match tokio::time::timeout(self.limits.whole, self.get(url)).await {
            Ok(Ok(Some(Answer::Page(page)))) => page,
            Ok(Ok(Some(other))) => return Ok(other),
            Ok(Ok(None)) => return Err(Fault::nowhere(&format!("the practice account shows nothing at {url}"))),
            Ok(Err(step)) => return Err(fault(step)),
            Err(_) => return Err(fault((Trouble::Silence, gave_up(self.limits.whole)))),
        };
        match (page.responder, page.status) {
            (Responder::Stranger, _) => Err(fault((Trouble::Stranger, page.describe()))),
            (Responder::S3 | Responder::CloudFront, 500..) | (Responder::ApiGateway, 429 | 503) => {
                Err(fault((Trouble::Broken, page.describe())))
            }
            _ => Ok(Answer::Page(page)),
        }
    }

    /// What answers; nothing if this is a practice account, and none of its names leads there.
    async fn get(&self, url: &Url) -> Step<Option<Answer>> {
        if url.is_call() && !self.is_practice() {
            return Ok(None);
        }
        let addresses = self.addresses(url).await?;
        let stream = self.connected(TcpStream::connect(&addresses[..])).await?;
        if self.is_practice() {
            let headers = practice::headers(url.secure, url.at.as_deref());
            return self.request(url, &headers, TokioIo::new(stream)).await;
        }
        if !url.secure {
            return self.request(url, &[], TokioIo::new(stream)).await;
        }
        match tls::connect(self, &url.host, stream).await? {
            tls::Shaken::Hands(stream) => self.request(url, &[], TokioIo::new(*stream)).await,
            tls::Shaken::OtherNames(names) => Ok(Some(Answer::OtherNames(names))),
        }
    }

    /// Whether the emulator of a practice account plays what visitors meet.
    pub(crate) fn is_practice(&self) -> bool {
        matches!(self.place, Place::Practice(_))
    }

    /// The connection, unless it takes too long.
    pub(super) async fn connected(&self, connection: impl Future<Output = io::Result<TcpStream>>) -> Step<TcpStream> {
        match tokio::time::timeout(self.limits.connect, connection).await {
            Ok(stream) => stream.map_err(|error| (trouble(error.kind()), error.to_string())),
            Err(_) => Err((Trouble::Silence, gave_up(self.limits.connect))),
        }
    }

    /// IPv4 comes first: where IPv6 is set up and leads nowhere, the first address would use up the time of all.
    pub(super) async fn addresses(&self, url: &Url) -> Step<Vec<SocketAddr>> {
        let mut addresses: Vec<SocketAddr> = match &self.place {
            Place::Internet => {
                let port = if url.secure { 443 } else { 80 };
                let found = tokio::net::lookup_host((url.address(), port)).await;
                found.map_err(|error| (Trouble::NoName, error.to_string()))?.collect()
            }
            #[cfg(any(test, feature = "testing"))]
            Place::Local(local) => local.address(url.secure, url.address()).into_iter().collect(),
            Place::Practice(address) => vec![*address],
            Place::Nowhere => Vec::new(),
        };
        addresses.sort_by_key(SocketAddr::is_ipv6);
        if addresses.is_empty() {
            return Err((Trouble::NoName, format!("{} has no address", url.address())));
        }
        Ok(addresses)
    }

    async fn request<S>(&self, url: &Url, more: Headers<'_>, stream: S) -> Step<Option<Answer>>
    where
        S: HyperRead + HyperWrite + Send + Unpin + 'static,
    {
        let (response, body) = exchange(url, more, stream, self.limits.body).await?;
        if !more.is_empty() && !practice::is_played(response.headers()) {
            return Ok(None);
        }
        let whole = body.len() < self.limits.body;
        Ok(Some(Answer::Page(Page::read(response.status().as_u16(), response.headers(), &body, whole))))
    }
}

/// Names and values of headers.
pub type Headers<'a> = &'a [(&'static str, String)];

/// Requests the page, with `more` headers, and reads at most `most` bytes of it.
pub async fn exchange<S>(url: &Url, more: Headers<'_>, stream: S, most: usize) -> Step<(Response<Incoming>, Vec<u8>)>
where
    S: HyperRead + HyperWrite + Send + Unpin + 'static,
{
    let (mut sender, connection) = http1::handshake(stream).await.map_err(of_http)?;
    // Dropped with the look, whatever its end, so that no connection outlives it.
    let mut tasks = JoinSet::new();
    tasks.spawn(connection);
    let (method, own) = url.method();
    let request = Request::builder().method(method).uri(&url.path);
    let request = more.iter().fold(request, |request, (name, value)| request.header(*name, value));
    let request = own.into_iter().fold(request, |request, (name, value)| request.header(name, value));
    let request = request
        .header(HOST, &url.host)
        .header(USER_AGENT, concat!("msl-learn/", env!("CARGO_PKG_VERSION")))
        .body(Full::new(Bytes::from(url.body().to_owned())))
        .map_err(|error| (Trouble::Garbled, error.to_string()))?;
    let mut response = sender.send_request(request).await.map_err(of_http)?;
    let mut body = Vec::new();
    while let Some(frame) = response.frame().await {
        if let Ok(data) = frame.map_err(of_http)?.into_data() {
            let room = most - body.len();
            body.extend_from_slice(&data[..data.len().min(room)]);
        }
        if body.len() == most {
            break;
        }
    }
    Ok((response, body))
}

pub fn gave_up(limit: Duration) -> String {
    format!("nothing within {} seconds", limit.as_secs_f32())
}

fn of_http(error: hyper::Error) -> (Trouble, String) {
    (if error.is_parse() { Trouble::Garbled } else { Trouble::Refused }, error.to_string())
}

fn trouble(kind: ErrorKind) -> Trouble {
    if kind == ErrorKind::TimedOut { Trouble::Silence } else { Trouble::Refused }
}

//! The code package of a function, from the address that Lambda gives: a presigned URL, whose query is never shown.

use hyper::Uri;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::client::{exchange, gave_up};
use super::tls;
use crate::aws::fault::{Step, Trouble};
use crate::outside::web::{Url, Web};

/// The largest package that is read, in bytes. Those of the book are a thousand times smaller.
pub const LARGEST: usize = 10 * 1024 * 1024;

/// Where a package is. Never shown: anybody who knows the query may fetch it.
pub struct Source {
    url: Url,
    /// The emulator's own host and port, where one stands for AWS.
    endpoint: Option<String>,
}

/// What was fetched.
pub enum Fetched {
    Package(Vec<u8>),
    /// More than is read.
    TooLarge,
    /// Anything else than HTTP status 200.
    Refused(u16),
}

impl Source {
    /// A place of AWS's own: an address below `domain`, over HTTPS.
    pub fn of_aws(location: &str, domain: &str) -> Option<Self> {
        let uri: Uri = location.parse().ok()?;
        let (host, path) = (uri.host()?, uri.path_and_query()?);
        let own = host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
        let right = own && uri.scheme_str() == Some("https") && uri.port_u16().unwrap_or(443) == 443;
        right.then(|| Self { url: Url::https(host).page(path.as_str()), endpoint: None })
    }

    /// The emulator itself, whichever of this machine's names it gives; never another host or port than `endpoint`'s.
    pub fn of_emulator(location: &str, endpoint: &str) -> Option<Self> {
        let (uri, endpoint): (Uri, Uri) = (location.parse().ok()?, endpoint.parse().ok()?);
        let (host, path) = (uri.host()?, uri.path_and_query()?);
        let own = host == endpoint.host()? || matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let right = own && uri.scheme_str() == Some("http") && endpoint.scheme_str() == Some("http");
        let authority = format!("{}:{}", endpoint.host()?, endpoint.port_u16().unwrap_or(80));
        right.then(|| Self { url: Url::http(&authority).page(path.as_str()), endpoint: Some(authority) })
    }
}

impl Web {
    /// Fetches what is there, or says at which step it failed.
    pub async fn fetch(&self, source: &Source) -> Step<Fetched> {
        let fetched = tokio::time::timeout(self.limits.whole, self.package(source)).await;
        fetched.unwrap_or_else(|_| Err((Trouble::Silence, gave_up(self.limits.whole))))
    }

    async fn package(&self, source: &Source) -> Step<Fetched> {
        let (url, most) = (&source.url, LARGEST + 1);
        let (response, body) = match &source.endpoint {
            Some(endpoint) => {
                let stream = self.connected(TcpStream::connect(endpoint)).await?;
                exchange(url, &[], TokioIo::new(stream), most).await?
            }
            None => {
                let addresses = self.addresses(url).await?;
                let stream = self.connected(TcpStream::connect(&addresses[..])).await?;
                match tls::connect(self, &url.host, stream).await? {
                    tls::Shaken::Hands(stream) => exchange(url, &[], TokioIo::new(*stream), most).await?,
                    tls::Shaken::OtherNames(names) => return Err((Trouble::Stranger, names)),
                }
            }
        };
        Ok(match response.status().as_u16() {
            200 if body.len() > LARGEST => Fetched::TooLarge,
            200 => Fetched::Package(body),
            other => Fetched::Refused(other),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDPOINT: &str = "http://127.0.0.1:4566";

    #[test]
    fn a_package_of_aws_is_fetched_from_aws_alone_and_over_https() {
        let place = |location: &str| Source::of_aws(location, "amazonaws.com").map(|source| source.url.to_string());
        let right = "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/snapshots/1?versionId=2";
        assert_eq!(place(right).as_deref(), Some(right));
        for wrong in [
            "http://awslambda.s3.amazonaws.com/1",
            "https://awslambda.s3.amazonaws.com:8443/1",
            "https://awslambda.s3.amazonaws.com.example.com/1",
            "https://evilamazonaws.com/1",
            "https://amazonaws.com@example.com/1",
            "file:///etc/passwd",
            "",
        ] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn where_an_emulator_stands_for_aws_nothing_else_is_asked() {
        let place = |location: &str| Source::of_emulator(location, ENDPOINT)?.endpoint;
        for own in ["http://localhost:4567/code?1", "http://127.0.0.1:4566/code"] {
            assert_eq!(place(own).as_deref(), Some("127.0.0.1:4566"), "{own}");
        }
        for other in ["https://s3.amazonaws.com/1", "http://169.254.169.254/latest", "http://example.com/"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}

//! TLS as a browser does it: the certificate must be valid, for the name, by an issuer that the system trusts.

use std::io;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::ServerName;
use rustls::{CertificateError, ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::Place;
use crate::aws::fault::{Step, Trouble};
use crate::outside::web::Web;

/// How a handshake ended.
pub enum Shaken {
    Hands(Box<TlsStream<TcpStream>>),
    /// AWS presented a certificate for other names.
    OtherNames(String),
}

/// Shakes hands as a visitor of `host`.
pub async fn connect(web: &Web, host: &str, stream: TcpStream) -> Step<Shaken> {
    let name = ServerName::try_from(host.to_owned()).map_err(|error| (Trouble::Garbled, error.to_string()))?;
    let trust = web.trust.get_or_init(|| trusting(roots(&web.place)));
    match TlsConnector::from(Arc::clone(trust)).connect(name, stream).await {
        Ok(stream) => Ok(Shaken::Hands(Box::new(stream))),
        Err(error) => refused(&error),
    }
}

fn trusting(roots: RootCertStore) -> Arc<ClientConfig> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the provider supports the default versions");
    Arc::new(config.with_root_certificates(roots).with_no_client_auth())
}

/// Certificates of the system that cannot be read are left out; without any, no issuer is trusted.
fn roots(place: &Place) -> RootCertStore {
    let mut roots = RootCertStore::empty();
    match place {
        #[cfg(any(test, feature = "testing"))]
        Place::Local(local) => roots.add_parsable_certificates([local.root.clone()]),
        _ => roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs),
    };
    roots
}

fn refused(error: &io::Error) -> Step<Shaken> {
    let why = error.to_string();
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<rustls::Error>());
    let trouble = match cause {
        Some(rustls::Error::InvalidCertificate(CertificateError::NotValidForNameContext { presented, .. })) => {
            return other_names(presented);
        }
        Some(rustls::Error::InvalidCertificate(
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. },
        )) => Trouble::Clock,
        Some(rustls::Error::InvalidCertificate(_)) => Trouble::Issuer,
        Some(_) => Trouble::Garbled,
        None => Trouble::Refused,
    };
    Err((trouble, why))
}

/// For a name without a certificate, CloudFront presents its own (CloudFront Developer Guide, "Use custom URLs by
/// adding alternate domain names"), and API Gateway its region's. A server with another certificate is not AWS's.
fn other_names(presented: &[String]) -> Step<Shaken> {
    // rustls writes each as `DnsName("*.cloudfront.net")`.
    let names: Vec<&str> = presented.iter().map(|name| name.split('"').nth(1).unwrap_or(name)).collect();
    let shown = super::short(&names.join(", "));
    if names.iter().any(|name| name.ends_with(".cloudfront.net") || name.contains(".execute-api.")) {
        return Ok(Shaken::OtherNames(shown));
    }
    Err((Trouble::Stranger, format!("what answered presents a certificate for {shown}")))
}

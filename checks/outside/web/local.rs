//! Websites of a test, on this machine, instead of the internet.

use std::net::SocketAddr;

use rustls::pki_types::CertificateDer;

/// Where the websites of this machine are, and whom to trust there.
#[derive(Clone, Debug)]
pub struct Local {
    pub http: SocketAddr,
    pub https: SocketAddr,
    pub closed: Vec<&'static str>,
    pub nameless: Vec<&'static str>,
    pub root: CertificateDer<'static>,
}

impl Local {
    /// The address of `http://host` or `https://host`.
    pub fn address(&self, secure: bool, host: &str) -> Option<SocketAddr> {
        let (scheme, open) = if secure { ("https", self.https) } else { ("http", self.http) };
        let is_in = |list: &[&str]| list.contains(&format!("{scheme}://{host}").as_str());
        if is_in(&self.nameless) {
            return None;
        }
        // Nobody listens at port 1 of this machine.
        Some(if is_in(&self.closed) { SocketAddr::from(([127, 0, 0, 1], 1)) } else { open })
    }
}

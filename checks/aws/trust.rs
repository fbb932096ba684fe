//! Certificates that a company's proxy signs with, as the AWS CLI is told of them: they are trusted beside the system's.

use std::env;
use std::fs;
use std::path::Path;

use aws_smithy_http_client::tls::TrustStore;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use crate::aws::configuration_files::shown;
use crate::aws::sign_in_error::SignInError;

const VARIABLE: &str = "AWS_CA_BUNDLE";

/// One or several certificates in PEM.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trust(Vec<u8>);

impl Trust {
    /// The certificates of the file that the environment names, or else the profile.
    ///
    /// # Errors
    /// If the file cannot be read, or holds no certificate.
    pub fn of(in_profile: Option<&str>) -> Result<Option<Self>, SignInError> {
        let variable = env::var(VARIABLE).ok().filter(|path| !path.is_empty());
        let (place, path) = match (&variable, in_profile) {
            (Some(path), _) => (VARIABLE, path.as_str()),
            (None, Some(path)) => ("ca_bundle in the profile", path),
            (None, None) => return Ok(None),
        };
        let path = Path::new(path);
        let fault = |problem| SignInError::Certificates { place, path: shown(path), problem };
        let pem = fs::read(path).map_err(|error| fault(error.to_string()))?;
        if let Some(problem) = problem(&pem) {
            return Err(fault(problem));
        }
        Ok(Some(Self(pem)))
    }

    /// The system's certificates and these.
    pub fn store(&self) -> TrustStore {
        TrustStore::default().with_pem_certificate(self.0.clone())
    }
}

/// What is invalid about a file of certificates.
fn problem(pem: &[u8]) -> Option<String> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let added = certificate
            .map_err(|error| error.to_string())
            .and_then(|certificate| roots.add(certificate).map_err(|error| error.to_string()));
        if let Err(problem) = added {
            return Some(problem);
        }
    }
    roots.is_empty().then(|| "it holds no certificate in PEM".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_certificates_are_taken() {
        let authority = rcgen::generate_simple_self_signed(["company".to_owned()]).expect("a certificate");
        let encoded = aws_smithy_types::base64::encode(authority.cert.der());
        let pem = format!("-----BEGIN CERTIFICATE-----\n{encoded}\n-----END CERTIFICATE-----\n");
        assert_eq!(problem(pem.as_bytes()), None);
        assert_eq!(problem(format!("{pem}{pem}").as_bytes()), None);
        for wrong in ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            assert!(problem(wrong.as_bytes()).is_some(), "{wrong}");
        }
    }
}

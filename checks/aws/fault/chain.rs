//! What went wrong before an answer came: read from an error and the errors that caused it.

use std::error::Error;
use std::io;

use aws_credential_types::provider::error::CredentialsError;

use super::cause::Cause;
use crate::aws::complete::Lacking;

/// An error as it is passed about.
pub type Source<'a> = &'a (dyn Error + 'static);

/// The error and its causes, each in its own words.
pub fn words(error: Source<'_>) -> String {
    let mut texts: Vec<_> = errors(error).map(ToString::to_string).collect();
    texts.dedup();
    texts.join(": ")
}

/// What the answer lacks; `None` when the chain does not tell of an answer that lacks something.
pub fn lacking(error: Source<'_>) -> Option<&Lacking> {
    errors(error).find_map(|error| error.downcast_ref())
}

/// Why there are no credentials; `None` when the chain does not tell of any.
pub fn credentials(error: Source<'_>) -> Option<Cause> {
    errors(error).find_map(|error| error.downcast_ref::<CredentialsError>()).map(credentials_cause)
}

fn errors(error: Source<'_>) -> impl Iterator<Item = Source<'_>> {
    std::iter::successors(Some(error), |&error| error.source())
}

/// What the provider of credentials in the SDK says in each case is tested with its own errors.
fn credentials_cause(credentials: &CredentialsError) -> Cause {
    let words = words(credentials);
    let says = |texts: &[&str]| texts.iter().any(|text| words.contains(text));
    // The last place that the SDK looks is the metadata service of EC2: not there, there are no credentials anywhere.
    if matches!(credentials, CredentialsError::CredentialsNotLoaded(_)) || says(&["IMDS", "no providers"]) {
        return Cause::NoCredentials;
    }
    // The token of the older form, without a session, is only a file.
    let sign_in =
        ["SSO token", "Login token", "SSO session", "UnauthorizedException", "expired", "sso/cache", "sso\\cache"];
    if says(&sign_in) {
        return Cause::SignIn;
    }
    if matches!(credentials, CredentialsError::InvalidConfiguration(_)) {
        return Cause::Configuration;
    }
    network(credentials).unwrap_or(Cause::Configuration)
}

/// Whether the SDK knows no endpoint of the kind that a switch asks for.
pub fn lacks_endpoint(error: Source<'_>) -> bool {
    let words = words(error).to_lowercase();
    ["fips", "dualstack", "dual-stack"].iter().any(|switch| words.contains(switch))
}

/// What lies between here and AWS; `None` when the chain does not tell of the network.
pub fn network(error: Source<'_>) -> Option<Cause> {
    let words = words(error).to_lowercase();
    let says = |texts: &[&str]| texts.iter().any(|text| words.contains(text));
    if says(&["dns error", "failed to lookup address"]) {
        return Some(Cause::Dns);
    }
    if says(&["certificate", "tls", "handshake", "corrupt message"]) {
        return Some(Cause::Tls);
    }
    let by_kind =
        errors(error).filter_map(|error| error.downcast_ref::<io::Error>()).find_map(|error| by_io(error.kind()));
    by_kind.or_else(|| match () {
        () if says(&["connection refused"]) => Some(Cause::Refused),
        () if says(&["timeout", "timed out", "no answer within"]) => Some(Cause::Timeout),
        () if says(&["connection closed", "incomplete message", "connection reset", "broken pipe", "end of file"]) => {
            Some(Cause::CutOff)
        }
        () if says(&["dispatch failure", "connect", "io error"]) => Some(Cause::Network),
        () => None,
    })
}

fn by_io(kind: io::ErrorKind) -> Option<Cause> {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionRefused, ConnectionReset, TimedOut, UnexpectedEof};
    match kind {
        ConnectionRefused => Some(Cause::Refused),
        TimedOut => Some(Cause::Timeout),
        ConnectionReset | ConnectionAborted | BrokenPipe | UnexpectedEof => Some(Cause::CutOff),
        _ => None,
    }
}

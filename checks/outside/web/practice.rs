//! How a visitor's request is put to the emulator of a practice account, which answers for all of the learner's names. The
//! other side is `src/practice/visitors.py`.

use hyper::HeaderMap;
use hyper::header::HeaderName;

/// Tells the emulator that a visitor asks; it says the same of what a visitor gets. An emulator that plays nothing of the
/// kind does not know it.
const VISIT: &str = "x-msl-learn-visit";
/// The last error in the log of the function that failed.
pub const LOG: HeaderName = HeaderName::from_static("x-msl-learn-log");
/// The host whose address is connected to, instead of the one that the name leads to.
const AT: &str = "x-msl-learn-at";
/// How the visitor came; there is no TLS on this machine.
const SCHEME: &str = "x-forwarded-proto";

/// What is sent along with a request over HTTPS or not, which connects to the host `at` if that is not the name's own.
pub fn headers(secure: bool, at: Option<&str>) -> Vec<(&'static str, String)> {
    let scheme = if secure { "https" } else { "http" };
    let at = at.map(|host| (AT, host.to_owned()));
    [(VISIT, "1".into()), (SCHEME, scheme.into())].into_iter().chain(at).collect()
}

/// Whether this is what a visitor gets: one of the account's names leads there.
pub fn is_played(headers: &HeaderMap) -> bool {
    headers.contains_key(VISIT)
}

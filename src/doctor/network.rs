//! Proxies that the environment names, without their passwords.

use std::env;

use super::Observation;

/// The variables that the `aws` CLI and most programs read, in upper and lower case.
const VARIABLES: [&str; 4] = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"];

pub fn observe() -> Vec<Observation> {
    let set = VARIABLES.iter().flat_map(|name| [(*name).to_owned(), name.to_lowercase()]);
    let set = set.filter_map(|name| Some((env::var(&name).ok().filter(|value| !value.is_empty())?, name)));
    let named: Vec<String> = set.map(|(value, name)| format!("{name}={}", without_password(&value))).collect();
    let found = if named.is_empty() { "none named in the environment".into() } else { named.join(", ") };
    vec![Observation::ok("proxy", found)]
}

/// Such as `http://***@proxy:3128` for `http://user:password@proxy:3128`.
fn without_password(url: &str) -> String {
    let Some((before, host)) = url.rsplit_once('@') else { return url.to_owned() };
    let scheme = before.split_once("://").map(|(scheme, _)| format!("{scheme}://")).unwrap_or_default();
    format!("{scheme}***@{host}")
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_proxy_is_named_without_user_and_password() {
        assert_eq!(without_password("http://proxy:3128"), "http://proxy:3128");
        assert_eq!(without_password("http://ann:s3cr@t@proxy:3128"), "http://***@proxy:3128");
        assert_eq!(without_password("ann:secret@proxy"), "***@proxy");
        assert_eq!(without_password("localhost,.example.com"), "localhost,.example.com");
    }
}

//! Web addresses as browsers resolve them: what stands in a page, taken from where the page is.

use std::fmt;

/// An `http` or `https` address without its query and fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub secure: bool,
    /// In lower case, with the port where it is not the scheme's own.
    pub host: String,
    /// Begins with a slash; as it stands, percent signs included.
    pub path: String,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        write!(f, "{scheme}://{}{}", self.host, self.path)
    }
}

impl Address {
    pub fn https(host: &str, path: &str) -> Self {
        Self { secure: true, host: host.to_lowercase(), path: path.to_owned() }
    }

    /// An address that stands for itself, such as `https://example.com/a`.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.trim().split_once(':')?;
        let secure = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        Self::after_scheme(secure, rest.strip_prefix("//")?)
    }

    /// The host without its port.
    pub fn host_name(&self) -> &str {
        self.host.split(':').next().unwrap_or_default()
    }

    /// What `reference` means in a page at this address (URL Standard, "URL parsing"); `None` for what is on no web
    /// server, such as `mailto:`.
    pub fn resolve(&self, reference: &str) -> Option<Self> {
        let reference = reference.trim();
        if let Some(rest) = reference.strip_prefix("//") {
            return Self::after_scheme(self.secure, rest);
        }
        let head = reference.split(['/', '?', '#']).next().unwrap_or_default();
        if head.contains(':') {
            return Self::parse(reference);
        }
        let path = without_query(reference);
        let path = match path {
            "" => self.path.clone(),
            absolute if absolute.starts_with('/') => without_dots(absolute),
            relative => {
                let folder = &self.path[..=self.path.rfind('/').unwrap_or_default()];
                without_dots(&format!("{folder}{relative}"))
            }
        };
        Some(Self { path, ..self.clone() })
    }

    /// The path without percent signs, as S3 takes it for a key: `/a%20b` is `/a b`.
    pub fn decoded_path(&self) -> String {
        decoded(&self.path)
    }

    fn after_scheme(secure: bool, rest: &str) -> Option<Self> {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        let host = host.rsplit('@').next().unwrap_or_default().to_lowercase();
        let host = host.strip_suffix(if secure { ":443" } else { ":80" }).unwrap_or(&host).trim_end_matches('.');
        if host.is_empty() {
            return None;
        }
        let path = without_query(path);
        let path = if path.starts_with('/') { without_dots(path) } else { "/".into() };
        Some(Self { secure, host: host.to_owned(), path })
    }
}

/// The parameters in the query of an address, decoded as a form's (URL Standard, "application/x-www-form-urlencoded
/// parsing").
pub fn query_of(address: &str) -> Vec<(String, String)> {
    let address = address.split('#').next().unwrap_or_default();
    let Some((_, query)) = address.split_once('?') else { return Vec::new() };
    let parameters = query.split('&').filter(|part| !part.is_empty());
    let decoded = |text: &str| decoded(&text.trim().replace('+', " "));
    parameters.map(|part| part.split_once('=').unwrap_or((part, ""))).map(|(n, v)| (decoded(n), decoded(v))).collect()
}

/// The text without percent signs; what is no UTF-8 is replaced.
fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'%').and_then(|digits| str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn without_query(text: &str) -> &str {
    text.split(['?', '#']).next().unwrap_or_default()
}

/// The path without `.` and `..` (RFC 3986, "Remove Dot Segments").
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    for (index, segment) in segments.iter().enumerate() {
        let is_last = index + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." {
                    kept.pop();
                }
                if is_last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at_home(reference: &str) -> Option<String> {
        Address::https("example.com", "/").resolve(reference).map(|address| address.to_string())
    }

    #[test]
    fn a_reference_is_taken_from_where_it_stands() {
        for (reference, address) in [
            ("photos.html", "https://example.com/photos.html"),
            ("./photos.html", "https://example.com/photos.html"),
            ("../a/../photos.html", "https://example.com/photos.html"),
            ("/photos.html?from=home#top", "https://example.com/photos.html"),
            ("//Example.com/photos.html", "https://example.com/photos.html"),
            ("HTTPS://EXAMPLE.com:443/photos.html", "https://example.com/photos.html"),
            (" http://example.com ", "http://example.com/"),
            ("http://example.com:8080/a", "http://example.com:8080/a"),
            ("#photos.html", "https://example.com/"),
            ("a/b/", "https://example.com/a/b/"),
            ("a/b/..", "https://example.com/a/"),
            ("https://me@example.com?x", "https://example.com/"),
        ] {
            assert_eq!(at_home(reference).as_deref(), Some(address), "{reference}");
        }
        let below = Address::https("example.com", "/a/index.html");
        assert_eq!(below.resolve("b.js").unwrap().path, "/a/b.js");
        assert_eq!(below.resolve("").unwrap().path, "/a/index.html");
    }

    #[test]
    fn a_path_without_percent_signs() {
        for (path, decoded) in [("/a%20b%2Ehtml", "/a b.html"), ("/100%", "/100%"), ("/%zz%c3%a9", "/%zzé")] {
            assert_eq!(Address::https("example.com", path).decoded_path(), decoded);
        }
    }

    #[test]
    fn the_parameters_of_a_query() {
        let pairs = |address: &str| {
            let parameters = query_of(address).into_iter().map(|(name, value)| format!("{name}={value}"));
            parameters.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(pairs("/a?b=c&d=%2F+e&&f&=g#h?i=j"), "b=c d=/ e f= =g");
        assert_eq!(pairs("/a#b?c=d") + &pairs("/a?"), "");
    }

    #[test]
    fn what_is_on_no_web_server_has_no_address() {
        for reference in ["mailto:me@example.com", "javascript:void(0)", "file:///C:/photos.html", "https://", "C:/a"] {
            assert_eq!(at_home(reference), None, "{reference}");
        }
    }

    proptest! {
        #[test]
        fn any_reference_is_read_without_a_panic(reference in "[./:?#@a-z%é\\\\]{0,20}") {
            if let Some(address) = Address::https("example.com", "/a/b").resolve(&reference) {
                prop_assert!(address.path.starts_with('/'));
                prop_assert!(!address.path.split('/').any(|segment| segment == ".."));
            }
        }
    }
}

//! What a web server answered, as far as a judgement needs it; every text is foreign and kept short.

use hyper::HeaderMap;
use hyper::header::{CONTENT_TYPE, ETAG, LOCATION, SERVER};

use super::short;

/// An answer to GET.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub status: u16,
    pub responder: Responder,
    pub content_type: String,
    /// Where a redirect leads.
    pub location: Option<String>,
    /// Without the mark of a weak tag, which CloudFront puts where it compresses.
    pub etag: Option<String>,
    /// S3's or CloudFront's code for why there is no page, such as `AccessDenied`.
    pub code: Option<String>,
}

/// Who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Responder {
    /// S3 itself (Amazon S3 API Reference, "Common response headers", Server).
    S3,
    /// CloudFront, whatever it fetched from (CloudFront Developer Guide, "Request and response behavior").
    CloudFront,
    /// Neither of the two.
    Stranger,
}

impl Page {
    pub(super) fn read(status: u16, headers: &HeaderMap, body: &[u8]) -> Self {
        let text = |name| headers.get(name).map(|value| short(&String::from_utf8_lossy(value.as_bytes())));
        Self {
            status,
            responder: responder(headers),
            content_type: text(CONTENT_TYPE).unwrap_or_default(),
            location: text(LOCATION),
            etag: text(ETAG).map(|tag| tag.trim_start_matches("W/").to_owned()),
            code: if status < 400 { None } else { code(&String::from_utf8_lossy(body)) },
        }
    }

    /// What came, on one line.
    pub fn describe(&self) -> String {
        let status = format!("HTTP status {}", self.status);
        match (&self.code, &self.location) {
            (Some(code), _) => format!("{status}, {code}"),
            (None, Some(location)) => format!("{status}, a redirect to {location}"),
            (None, None) if self.content_type.is_empty() => status,
            (None, None) => format!("{status}, {}", self.content_type),
        }
    }
}

fn responder(headers: &HeaderMap) -> Responder {
    // CloudFront passes S3's Server header on.
    if headers.contains_key("x-amz-cf-id") {
        return Responder::CloudFront;
    }
    match headers.get(SERVER) {
        Some(server) if server == "AmazonS3" => Responder::S3,
        _ => Responder::Stranger,
    }
}

/// S3 writes its code into a list on website endpoints and into XML elsewhere (Amazon S3 User Guide, "Configuring a
/// custom error document"; API Reference, "Error responses").
fn code(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("<li>Code: ").or_else(|| page.split_once("<Code>"))?;
    let code: String = rest.chars().take_while(char::is_ascii_alphanumeric).take(64).collect();
    (!code.is_empty()).then_some(code)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_ways_of_s3_to_say_a_code() {
        assert_eq!(code("<ul><li>Code: NoSuchKey</li><li>Message: …").as_deref(), Some("NoSuchKey"));
        assert_eq!(code("<?xml?><Error><Code>AccessDenied</Code>").as_deref(), Some("AccessDenied"));
        assert_eq!(code("<h1>Not found</h1>"), None);
        assert_eq!(code("<Code>\u{1b}[31mred"), None);
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_page_a_code_is_a_short_word(page in ".{0,20}(<Code>|<li>Code: ).{0,200}") {
            let word = |code: String| code.len() <= 64 && code.bytes().all(|b| b.is_ascii_alphanumeric());
            prop_assert!(code(&page).is_none_or(word));
        }

        #[test]
        fn no_text_of_a_page_grows_long(value in "[ -~]{0,600}") {
            let mut headers = HeaderMap::new();
            for name in [CONTENT_TYPE, LOCATION, ETAG] {
                headers.insert(name, value.parse().unwrap());
            }
            prop_assert!(Page::read(200, &headers, b"").describe().chars().count() < 240);
        }
    }
}

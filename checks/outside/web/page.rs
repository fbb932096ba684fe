//! What a web server answered, as far as a judgement needs it; every text is foreign and kept short.

use std::sync::Arc;

use hyper::HeaderMap;
use hyper::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, ETAG,
    HeaderName, LOCATION, SERVER,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::findings::short;
use crate::outside::web::practice;

/// An answer to GET.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub status: u16,
    pub responder: Responder,
    pub content_type: String,
    /// Where a redirect leads.
    pub location: Option<String>,
    /// Without the mark of a weak tag, which CloudFront puts where it compresses.
    pub etag: Option<String>,
    /// Why there is no page: a code of S3's or CloudFront's such as `AccessDenied`, or API Gateway's message.
    pub code: Option<String>,
    /// Whose pages may read the answer: the CORS header, all of its values.
    pub allow_origin: Option<String>,
    /// The methods that pages of other origins may use, as the answer to a browser's question lists them.
    pub allow_methods: Option<String>,
    /// The headers that they may send, as the same answer lists them.
    pub allow_headers: Option<String>,
    /// Why a function failed, as its log says; a practice account alone tells.
    pub log: Option<String>,
    /// What an API answers; of other responders' pages nothing is kept.
    pub data: Data,
}

/// The body of an API's answer. Foreign, and not short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Data {
    Json(#[serde(with = "shared")] Arc<Value>),
    /// Something else than JSON.
    Other,
    /// More than is read of a page.
    TooLarge,
}

/// A value that several share, written as the value itself.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};
    use serde_json::Value;

    pub fn serialize<S: Serializer>(value: &Arc<Value>, serializer: S) -> Result<S::Ok, S::Error> {
        value.as_ref().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Value>, D::Error> {
        Value::deserialize(deserializer).map(Arc::new)
    }
}

/// Who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Responder {
    /// S3 itself (Amazon S3 API Reference, "Common response headers", Server).
    S3,
    /// CloudFront, whatever it fetched from (CloudFront Developer Guide, "Request and response behavior").
    CloudFront,
    /// API Gateway, whatever it fetched from (API Gateway Developer Guide, "Amazon API Gateway important notes": every
    /// answer has a request id).
    ApiGateway,
    /// None of them.
    Stranger,
}

impl Responder {
    pub fn name(self) -> &'static str {
        match self {
            Responder::S3 => "S3",
            Responder::CloudFront => "CloudFront",
            Responder::ApiGateway => "API Gateway",
            Responder::Stranger => "a stranger",
        }
    }
}

impl Page {
    /// `whole` tells that the body is all there was.
    pub(crate) fn read(status: u16, headers: &HeaderMap, body: &[u8], whole: bool) -> Self {
        let text = |name: HeaderName| headers.get(name).map(|value| short(&String::from_utf8_lossy(value.as_bytes())));
        let responder = responder(headers);
        let data = if responder == Responder::ApiGateway { data(body, whole) } else { Data::Other };
        let message = message(&data);
        Self {
            status,
            responder,
            content_type: text(CONTENT_TYPE).unwrap_or_default(),
            location: text(LOCATION),
            etag: text(ETAG).map(|tag| tag.trim_start_matches("W/").to_owned()),
            code: if status < 400 { None } else { message.or_else(|| code(&String::from_utf8_lossy(body))) },
            log: text(practice::LOG),
            allow_origin: all(headers, &ACCESS_CONTROL_ALLOW_ORIGIN),
            allow_methods: all(headers, &ACCESS_CONTROL_ALLOW_METHODS),
            allow_headers: all(headers, &ACCESS_CONTROL_ALLOW_HEADERS),
            data,
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
    // An edge-optimized API is behind CloudFront, which adds its own.
    const API: [&str; 4] = ["x-amz-apigw-id", "apigw-requestid", "x-amzn-requestid", "x-amzn-errortype"];
    if API.iter().any(|name| headers.contains_key(*name)) {
        return Responder::ApiGateway;
    }
    // CloudFront passes S3's Server header on.
    if headers.contains_key("x-amz-cf-id") {
        return Responder::CloudFront;
    }
    match headers.get(SERVER) {
        Some(server) if server == "AmazonS3" => Responder::S3,
        _ => Responder::Stranger,
    }
}

fn data(body: &[u8], whole: bool) -> Data {
    match serde_json::from_slice(body) {
        _ if !whole => Data::TooLarge,
        Ok(value) => Data::Json(Arc::new(value)),
        Err(_) => Data::Other,
    }
}

/// What API Gateway says of an error (API Gateway Developer Guide, "Gateway responses in API Gateway").
fn message(data: &Data) -> Option<String> {
    let Data::Json(value) = data else { return None };
    let message = value.get("message").or_else(|| value.get("Message"))?.as_str()?;
    Some(short(message))
}

/// All values of a header, as browsers join them.
fn all(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let values: Vec<_> = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
    (!values.is_empty()).then(|| short(&values.join(", ")))
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

    fn api(body: &str) -> Page {
        let mut headers = HeaderMap::new();
        headers.insert("x-amz-apigw-id", "1".parse().unwrap());
        headers.insert("x-amz-cf-id", "1".parse().unwrap());
        Page::read(403, &headers, body.as_bytes(), true)
    }

    #[test]
    fn an_api_answers_json_behind_cloudfront_as_well() {
        let page = api(r#"{"message":"Forbidden"}"#);
        assert_eq!((page.responder, page.describe().as_str()), (Responder::ApiGateway, "HTTP status 403, Forbidden"));
        assert_eq!(api("<p>hello").data, Data::Other);
        assert_eq!(api(r#"{"message":null}"#).code, None);
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
            prop_assert!(Page::read(200, &headers, b"", true).describe().chars().count() < 240);
        }
    }
}

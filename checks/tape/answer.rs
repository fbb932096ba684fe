//! An answer of AWS's API as a tape keeps it, and how it is given again.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use super::redaction::Redactor;

/// The headers that a reader may ask for; those of user-defined metadata are among them, and nothing that signs.
const HEADERS: [&str; 24] = [
    "accept-ranges",
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-range",
    "content-type",
    "etag",
    "expires",
    "last-modified",
    "x-amz-archive-status",
    "x-amz-bucket-region",
    "x-amz-delete-marker",
    "x-amz-expiration",
    "x-amz-meta-",
    "x-amz-replication-status",
    "x-amz-restore",
    "x-amz-server-side-encryption",
    "x-amz-storage-class",
    "x-amz-tagging-count",
    "x-amz-version-id",
    "x-amz-website-redirect-location",
    "x-amzn-errortype",
];
/// The most that a packed body is unpacked to, in bytes.
const UNPACKED: u64 = 8 << 20;

/// What came back for one request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RecordedAnswer {
    Http {
        status: u16,
        headers: BTreeMap<String, String>,
        body: RecordedBody,
    },
    /// An answer of this status whose body broke off.
    CutOff(u16),
    /// Nothing came in time.
    Silence(String),
    /// The connection failed, in these words.
    Failed(String),
}

/// The body of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RecordedBody {
    Text(String),
    /// Text that came packed.
    Gzip(String),
    /// What is no text: its first bytes, which tell its format, and how many there are. The rest is not kept.
    Bytes {
        first: Vec<u8>,
        length: u32,
    },
}

/// How many bytes tell the format of sound or of a picture.
const FIRST: usize = 12;

impl RecordedBody {
    /// The most bytes of one.
    pub const LARGEST: usize = 8 << 20;

    pub(super) fn of(bytes: &[u8]) -> Self {
        if let Ok(text) = str::from_utf8(bytes) {
            return Self::Text(text.to_owned());
        }
        let mut unpacked = String::new();
        match GzDecoder::new(bytes).take(UNPACKED).read_to_string(&mut unpacked) {
            Ok(_) => Self::Gzip(unpacked),
            Err(_) => Self::Bytes {
                first: bytes[..bytes.len().min(FIRST)].to_vec(),
                length: bytes.len().try_into().unwrap_or(u32::MAX),
            },
        }
    }

    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.clone().into_bytes(),
            Self::Gzip(text) => {
                let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
                packed.write_all(text.as_bytes()).and_then(|()| packed.finish()).expect("room in memory")
            }
            Self::Bytes { first, length } => {
                let mut bytes = first.clone();
                // Zeroes end a text; ones are what erased memory holds.
                bytes.resize((*length as usize).min(Self::LARGEST), 0xff);
                bytes
            }
        }
    }

    /// How many bytes of the report it takes, or becomes when it is given again.
    pub fn size(&self) -> usize {
        match self {
            Self::Text(text) | Self::Gzip(text) => text.len(),
            Self::Bytes { first, length } => (*length as usize).max(first.len()),
        }
    }

    fn redacted(&self, redactor: &mut Redactor) -> Self {
        match self {
            Self::Text(text) => Self::Text(redactor.text(text)),
            Self::Gzip(text) => Self::Gzip(redactor.text(text)),
            Self::Bytes { .. } => self.clone(),
        }
    }
}

/// How the SDK begins the words of an error of the network.
const OF_NETWORK: &str = "io error: ";
/// And those of one that was not answered in time.
const OF_SILENCE: &str = "timeout: ";

impl RecordedAnswer {
    pub(super) fn of(response: &HttpResponse, body: &[u8]) -> Self {
        let is_kept =
            |name: &str| HEADERS.iter().any(|kept| name == *kept || kept.ends_with('-') && name.starts_with(kept));
        let headers = response.headers().iter().filter(|(name, _)| is_kept(name));
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self::Http { status: response.status().as_u16(), headers, body: RecordedBody::of(body) }
    }

    pub(super) fn of_error(error: &ConnectorError, words: String) -> Self {
        // A failure that is given again says by itself that it is one of the network's.
        let prefix = if error.is_timeout() { OF_SILENCE } else { OF_NETWORK };
        let words = words.strip_prefix(prefix).unwrap_or(&words).to_owned();
        if error.is_timeout() { Self::Silence(words) } else { Self::Failed(words) }
    }

    /// The answer again.
    pub(super) fn give(&self, is_head: bool) -> Result<HttpResponse, ConnectorError> {
        let (status, headers, body) = match self {
            Self::Http { status, headers, body } => (*status, headers.clone(), body.bytes()),
            Self::CutOff(status) => return Ok(HttpResponse::new(code(*status), SdkBody::taken())),
            Self::Silence(words) => return Err(ConnectorError::timeout(words.clone().into())),
            Self::Failed(words) => return Err(ConnectorError::io(words.clone().into())),
        };
        let length = body.len().to_string();
        let mut response = HttpResponse::new(code(status), SdkBody::from(body));
        for (name, value) in headers {
            let value = if name == "content-length" && !is_head { length.clone() } else { value };
            // A header that cannot be one was not recorded, but written: it is left out.
            let _ = response.headers_mut().try_insert(name, value);
        }
        Ok(response)
    }

    pub(super) fn redacted(&self, redactor: &mut Redactor) -> Self {
        match self {
            Self::Http { status, headers, body } => {
                let headers = headers.iter().map(|(name, value)| (redactor.text(name), redactor.text(value))).collect();
                Self::Http { status: *status, headers, body: body.redacted(redactor) }
            }
            Self::Failed(words) => Self::Failed(redactor.text(words)),
            Self::Silence(words) => Self::Silence(redactor.text(words)),
            Self::CutOff(_) => self.clone(),
        }
    }
}

fn code(status: u16) -> aws_smithy_runtime_api::http::StatusCode {
    status.try_into().unwrap_or_else(|_| 500.try_into().expect("a status"))
}

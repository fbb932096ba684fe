//! What stands in an object: read whole, as text, and never more of it than a page has.

use aws_sdk_s3::error::SdkError;
use aws_sdk_s3::operation::get_object::{GetObjectError, GetObjectOutput};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::byte_stream::ByteStream;
use futures_util::join;

use crate::aws::service::prelude::*;
pub use crate::services::s3::packing::Packing;
use crate::services::s3::packing::unpacked;
use crate::services::s3::{Bucket, GET_OBJECT, Object};

/// In bytes: what is larger is no page, and is not read.
const LARGEST: usize = 1 << 20;

/// An object and its text.
#[derive(Clone, Debug)]
pub struct Content {
    pub object: Object,
    /// Without the mark of its encoding. What is no text has replacement characters in it.
    pub text: String,
    /// Whether it is written as nearly everything is; editors on Windows also write UTF-16.
    pub is_utf8: bool,
    /// Whether it begins with a mark of its encoding.
    pub has_mark: bool,
    pub packing: Packing,
}

/// What came of an object's body, with its entity tag.
pub(super) struct Body {
    etag: Option<String>,
    pub(super) bytes: Result<Vec<u8>, String>,
}

impl Aws {
    /// The object under `key` of a bucket that may itself be missing.
    pub async fn object_in(&self, bucket: Read<Found<Bucket>>, key: &str) -> Read<Found<Object>> {
        match bucket? {
            Found::Here(bucket) => self.object(&bucket, key).await,
            Found::Missing(near) => Ok(Found::Missing(near)),
        }
    }

    /// The object under `key` of the account's own bucket of that name, which may itself be missing.
    pub async fn object_of(&self, you: &Learner, bucket: &str, key: &str) -> Read<Found<Object>> {
        self.object_in(self.bucket(you, bucket).await, key).await
    }

    /// The object under `key` of a bucket that may itself be missing, and what stands in it.
    pub async fn content_in(&self, bucket: Read<Found<Bucket>>, key: &str) -> Read<Found<Content>> {
        match bucket? {
            Found::Here(bucket) => self.content(&bucket, key).await,
            Found::Missing(near) => Ok(Found::Missing(near)),
        }
    }

    /// The object under `key` of a bucket; one that was put into the bucket `public` instead is a near miss.
    pub async fn private_object(&self, you: &Learner, bucket: &Bucket, public: &str, key: &str) -> Read<Found<Object>> {
        let found = self.object(bucket, key).await?;
        if let Found::Here(_) = found {
            return Ok(found);
        }
        let Some(other) = self.own_bucket(you, public).await? else { return Ok(found) };
        // What cannot be read there is no near miss.
        let Ok(Some(_)) = self.head(&other, key).await else { return Ok(found) };
        Ok(Found::Missing(Some(NearMiss {
            found: format!("the object {key} in the bucket {public}"),
            advice: format!("Upload it into the bucket {}: {public} is shown to everyone.", bucket.name),
        })))
    }

    /// The object under `key` and what stands in it, or the key that a beginner gave it.
    pub async fn content(&self, bucket: &Bucket, key: &str) -> Read<Found<Content>> {
        let (object, body) = join!(self.object(bucket, key), self.body(bucket, key));
        let object = match object? {
            Found::Here(object) => object,
            Found::Missing(near) => return Ok(Found::Missing(near)),
        };
        let call = Call::new(GET_OBJECT, format!("{}/{key}", bucket.arn));
        let bytes = whole(&call, &object, body?)?;
        let (bytes, packing) = unpacked(bytes, object.kept.encoding.as_deref(), LARGEST);
        let (text, is_utf8) = decoded(&bytes);
        let has_mark = MARKS.iter().any(|mark| bytes.starts_with(mark));
        Ok(Found::Here(Content { object, text, is_utf8, has_mark, packing }))
    }

    /// `None` for an object that is not there, and for an empty one: there is no first byte to ask for (S3 API
    /// Reference, GetObject, InvalidRange).
    pub(super) async fn body(&self, bucket: &Bucket, key: &str) -> Read<Option<std::sync::Arc<Body>>> {
        let call = Call::new(GET_OBJECT, format!("{}/{key}", bucket.arn));
        let request = self.s3(&bucket.region).get_object().bucket(&bucket.name).key(key);
        let range = format!("bytes=0-{}", LARGEST - 1);
        let send = || async move { received(request.range(range).send().await).await };
        self.ask(call, &bucket.region, send).await.absent_on(&["NoSuchKey", "InvalidRange"])
    }
}

/// The body comes after the head, and errs otherwise.
pub(super) async fn received(
    answer: Result<GetObjectOutput, SdkError<GetObjectError, HttpResponse>>,
) -> Result<Body, SdkError<GetObjectError, HttpResponse>> {
    let answer = answer?;
    let etag = answer.e_tag().map(str::to_owned);
    Ok(Body { etag, bytes: collected(answer.body).await })
}

/// Keeps no more than is allowed, whatever size is announced.
async fn collected(mut body: ByteStream) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    while let Some(part) = body.next().await {
        let part = part.map_err(|error| error.to_string())?;
        let room = LARGEST - bytes.len();
        bytes.extend_from_slice(&part[..part.len().min(room)]);
        if bytes.len() == LARGEST {
            break;
        }
    }
    Ok(bytes)
}

/// The body, when it is the object's and all of it.
fn whole(call: &Call, object: &Object, body: Option<std::sync::Arc<Body>>) -> Read<Vec<u8>> {
    let size = object.length();
    if size > LARGEST {
        return Err(Fault::unreadable(
            call.clone(),
            format!("the object has {size} bytes, more than is read of a page"),
        ));
    }
    let bytes = of_object(call, object, body.as_deref())?;
    if bytes.len() == size { Ok(bytes.to_vec()) } else { Err(short(call, bytes, size)) }
}

/// The bytes of the body, when it is the object's.
pub(super) fn of_object<'a>(call: &Call, object: &Object, body: Option<&'a Body>) -> Read<&'a [u8]> {
    let fault = |cause, message: &str| Err(Fault::new(cause, Some(call.clone()), message));
    let Some(body) = body else {
        return if object.size == 0 {
            Ok(&[][..])
        } else {
            fault(Cause::CutOff, "the object was deleted while it was read")
        };
    };
    if body.etag.is_none() {
        return fault(Cause::NotAws, "something that is not AWS answered");
    }
    match &body.bytes {
        Err(error) => fault(Cause::CutOff, error),
        Ok(_) if body.etag != object.etag => fault(Cause::CutOff, "the object changed while it was read"),
        Ok(bytes) => Ok(bytes),
    }
}

/// The answer breaks off.
pub(super) fn short(call: &Call, bytes: &[u8], wanted: usize) -> Fault {
    let message = format!("the answer has {} bytes of {wanted}", bytes.len());
    Fault::new(Cause::CutOff, Some(call.clone()), &message)
}

/// UTF-8, and UTF-16 in both orders.
const MARKS: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];

/// By its byte order mark, as browsers do (Encoding Standard, "BOM sniff").
fn decoded(bytes: &[u8]) -> (String, bool) {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), false),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), false),
        [0xef, 0xbb, 0xbf, rest @ ..] => (String::from_utf8_lossy(rest).into_owned(), true),
        _ => (String::from_utf8_lossy(bytes).into_owned(), true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_by_its_mark() {
        let plain = |text: &str, is_utf8| (text.to_owned(), is_utf8);
        assert_eq!(decoded(b"\xef\xbb\xbfUser"), plain("User", true));
        assert_eq!(decoded("é".as_bytes()), plain("é", true));
        assert_eq!(decoded(b"\xff\xfeU\0s\0"), plain("Us", false));
        assert_eq!(decoded(b"\xfe\xff\0U\0s"), plain("Us", false));
        assert_eq!(decoded(b""), plain("", true));
    }
}

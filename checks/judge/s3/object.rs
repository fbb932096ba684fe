//! Judgements of an object: how it is described, and how its text is encoded.

use crate::judgement::Judgement;
use crate::services::s3::Object;
use crate::services::s3::object::{Content, Packing};

/// The content type is `expected`, with or without parameters such as a character set.
pub fn content_type(object: &Object, expected: &str) -> Judgement {
    let kind = object.content_type.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case(expected) {
        return Judgement::holds(&object.content_type);
    }
    Judgement::fails(expected, &object.content_type)
}

/// A page as browsers read it.
pub const PAGE: &str = "a page, as it is or packed as its Content-Encoding says";

/// Through whom visitors get an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// The bucket's website endpoint, which asks without credentials.
    WebsiteEndpoint,
    /// A distribution, which signs what it asks.
    CloudFront,
}

/// Nothing in the object itself keeps it from visitors who may read it (AWS Knowledge Center, "How do I troubleshoot HTTP 403
/// errors from a CloudFront distribution with an S3 origin?"; Amazon S3 User Guide, "Working with archived objects").
pub fn gives_itself(object: &Object, through: Through) -> Judgement {
    let (key, kept) = (&object.key, &object.kept);
    let fails = |found: String, advice: String| {
        Judgement::fails(format!("{key} with something in it, which S3 gives to visitors"), found).advising(advice)
    };
    if object.size == 0 {
        let advice = format!("Upload {key} again, with its content: put-object takes it by --body.");
        return fails(format!("{key} with 0 bytes: a blank page"), advice);
    }
    if let Some(class) = &kept.archived {
        let advice = format!("Upload {key} again, with the storage class Standard.");
        return fails(format!("{key} in the archive {class}, which must be restored first"), advice);
    }
    if let Some(place) = kept.redirects_to.as_ref().filter(|_| through == Through::WebsiteEndpoint) {
        let advice = format!("Upload {key} again, without the metadata x-amz-website-redirect-location.");
        return fails(format!("{key} with a redirect to {place}"), advice);
    }
    match (&kept.kms_key, through) {
        (None, _) => Judgement::holds(format!("{key}, {} bytes, for whoever may read it", object.size)),
        (Some(kms), Through::WebsiteEndpoint) => fails(
            format!("{key} encrypted with the KMS key {kms}, which nobody without credentials may use"),
            format!("Edit the server-side encryption of {key}, and of the bucket: Amazon S3 managed keys (SSE-S3)."),
        ),
        (Some(kms), Through::CloudFront) => Judgement::skips(format!(
            "not told from the object: {key} is encrypted with the KMS key {kms}. The key's policy, which is not read here, decides whether CloudFront may decrypt it, and the page from outside shows it. Amazon S3 managed keys (SSE-S3) need no policy"
        )),
    }
}

/// The bucket's owner pays for requests: nobody without credentials can (Amazon S3 User Guide, "Using Requester Pays general
/// purpose buckets for storage transfers and usage").
pub fn owner_pays(requester_pays: bool) -> Judgement {
    match requester_pays {
        false => Judgement::holds("the bucket's owner"),
        true => Judgement::fails("the bucket's owner", "the requester: S3 refuses whoever does not offer to pay"),
    }
}

/// How a file that `readers` cannot read, or that cannot be read here, is judged; nothing for one that can.
pub fn not_readable(file: &Content, readers: &str) -> Option<Judgement> {
    const EXPECTED: &str = "text, or text packed as its Content-Encoding says";
    match &file.packing {
        Packing::None | Packing::Undone => not_utf8(file, readers),
        packing => not_unpacked(packing, EXPECTED),
    }
}

/// How a file that is packed otherwise than browsers unpack it is judged; nothing for one that they read.
pub fn not_unpacked(packing: &Packing, expected: &str) -> Option<Judgement> {
    match packing {
        Packing::None | Packing::Undone => None,
        Packing::Unknown(encoding) => Some(Judgement::skips(format!(
            "not told from the file: it is packed with {encoding}, which is not unpacked here. What visitors get shows it"
        ))),
        Packing::Unannounced => Some(
            Judgement::fails(expected, "a file that is packed with gzip, and does not say so")
                .advising("Upload the file unpacked, or with its metadata Content-Encoding set to gzip."),
        ),
        Packing::Broken(encoding) => Some(
            Judgement::fails(expected, format!("Content-Encoding {encoding} of a file that is not packed with it"))
                .advising(
                    "Upload the file again without Content-Encoding: browsers show nothing that they cannot unpack.",
                ),
        ),
    }
}

/// How text that is not in UTF-8 fails, which `readers` do not read; nothing for text that is.
pub fn not_utf8(file: &Content, readers: &str) -> Option<Judgement> {
    let advice = format!(
        "Save the file with the encoding UTF-8: {readers} read no other, and some editors and PowerShell write UTF-16."
    );
    (!file.is_utf8).then(|| Judgement::fails("text in UTF-8", "text in UTF-16").advising(advice))
}

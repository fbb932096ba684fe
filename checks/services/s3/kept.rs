//! How an object is kept: encrypted, archived, packed, with a redirect or copied elsewhere.

use aws_sdk_s3::operation::head_object::HeadObjectOutput;
use aws_sdk_s3::types::{ServerSideEncryption, StorageClass};

/// What stands between an object and whoever may read it (Amazon S3 API Reference, "HeadObject").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The KMS key that it is encrypted with.
    pub kms_key: Option<String>,
    /// The storage class, of an object that must be restored before it can be read.
    pub archived: Option<String>,
    /// The header Content-Encoding that it is given out with.
    pub encoding: Option<String>,
    /// Where the website endpoint sends whoever asks for it.
    pub redirects_to: Option<String>,
    /// How far its copy in another bucket is, in AWS's own word; none if no rule was about it when it came.
    pub copied: Option<String>,
}

pub fn kept(object: &HeadObjectOutput) -> Kept {
    let by_kms = matches!(
        object.server_side_encryption(),
        Some(ServerSideEncryption::AwsKms | ServerSideEncryption::AwsKmsDsse)
    );
    let text = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    Kept {
        kms_key: by_kms.then(|| object.ssekms_key_id().unwrap_or("that AWS manages").to_owned()),
        archived: archived(object),
        encoding: text(object.content_encoding()),
        redirects_to: text(object.website_redirect_location()),
        copied: object.replication_status().map(|status| status.as_str().to_owned()),
    }
}

/// A restored copy can be read, until it expires.
fn archived(object: &HeadObjectOutput) -> Option<String> {
    let is_restored = object.restore().is_some_and(|restore| restore.contains("ongoing-request=\"false\""));
    let class = match object.storage_class() {
        Some(class @ (StorageClass::Glacier | StorageClass::DeepArchive)) => class.as_str(),
        _ => object.archive_status()?.as_str(),
    };
    (!is_restored).then(|| class.to_owned())
}

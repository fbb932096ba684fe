//! Whether a bucket keeps the versions of its objects.

use aws_sdk_s3::types::BucketVersioningStatus;

use super::{BUCKET_OF_NAME, Bucket, GET_BUCKET_VERSIONING};
use crate::aws::service::prelude::*;

/// Whether a bucket keeps versions.
pub const VERSIONING: Reader = Reader::of(&[reading(GET_BUCKET_VERSIONING, BUCKET_OF_NAME)]);

/// What becomes of an object that is overwritten or deleted (Amazon S3 User Guide, "How S3 Versioning works").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versioning {
    /// It stays, as an earlier version.
    Enabled,
    /// It is lost, though the versions from before are still there.
    Suspended,
    /// It is lost: the bucket has never kept versions.
    Never,
}

impl Aws {
    /// Whether the bucket keeps the versions of its objects.
    pub async fn versioning(&self, bucket: &Bucket) -> Read<Versioning> {
        let call = Call::new(GET_BUCKET_VERSIONING, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_versioning().bucket(&bucket.name).send();
        let answer = self.ask(call.clone(), &bucket.region, send).await?;
        match answer.status() {
            // A bucket that never had versions has no status (Amazon S3 API Reference, "GetBucketVersioning").
            None => Ok(Versioning::Never),
            Some(BucketVersioningStatus::Enabled) => Ok(Versioning::Enabled),
            Some(BucketVersioningStatus::Suspended) => Ok(Versioning::Suspended),
            Some(other) => Err(Fault::unreadable(call, format!("a status that is not known: {}", other.as_str()))),
        }
    }
}

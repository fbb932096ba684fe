//! What a bucket deletes by itself, and whether its objects have access control lists.

use aws_sdk_s3::types::{ExpirationStatus, ObjectOwnership};

use super::{Bucket, GET_BUCKET_LIFECYCLE, GET_BUCKET_OWNERSHIP};
use crate::aws::service::prelude::*;

/// What the rules in force of a bucket delete, whatever objects they are about (Amazon S3 API Reference, "LifecycleRule").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lifecycle {
    /// Versions that are no longer the current one.
    pub ends_old_versions: bool,
    /// The parts of uploads that were never completed.
    pub ends_uploads: bool,
}

impl Aws {
    /// What the bucket deletes by itself.
    pub async fn lifecycle(&self, bucket: &Bucket) -> Read<Lifecycle> {
        let call = Call::new(GET_BUCKET_LIFECYCLE, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_lifecycle_configuration().bucket(&bucket.name).send();
        let answer = self.ask(call, &bucket.region, send).await.absent_on(&["NoSuchLifecycleConfiguration"])?;
        let rules = answer.iter().flat_map(|answer| answer.rules());
        let in_force: Vec<_> = rules.filter(|rule| *rule.status() == ExpirationStatus::Enabled).collect();
        Ok(Lifecycle {
            ends_old_versions: in_force.iter().any(|rule| rule.noncurrent_version_expiration().is_some()),
            ends_uploads: in_force.iter().any(|rule| rule.abort_incomplete_multipart_upload().is_some()),
        })
    }

    /// Whether access control lists count for nothing in the bucket (Amazon S3 User Guide, "Controlling ownership of objects and
    /// disabling ACLs for your bucket"). A bucket without such controls is from before they were the default, and has the lists.
    pub async fn has_no_lists(&self, bucket: &Bucket) -> Read<bool> {
        let call = Call::new(GET_BUCKET_OWNERSHIP, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_ownership_controls().bucket(&bucket.name).send();
        let answer = self.ask(call, &bucket.region, send).await.absent_on(&["OwnershipControlsNotFoundError"])?;
        let controls = answer.as_ref().and_then(|answer| answer.ownership_controls());
        let mut rules = controls.into_iter().flat_map(|controls| controls.rules());
        Ok(rules.any(|rule| *rule.object_ownership() == ObjectOwnership::BucketOwnerEnforced))
    }
}

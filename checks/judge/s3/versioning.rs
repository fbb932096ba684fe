//! Judgements of the versions that a bucket keeps.

use crate::judgement::Judgement;
use crate::services::s3::versioning::Versioning;

const ENABLED: &str = "Enabled";

/// What is overwritten or deleted in the bucket can be had back.
pub fn kept(versioning: Versioning) -> Judgement {
    match versioning {
        Versioning::Enabled => Judgement::holds(ENABLED),
        Versioning::Suspended => Judgement::fails(ENABLED, "Suspended").advising(
            "The versions from before are still there, but what is overwritten from now on is lost. Open the bucket's \
             properties, edit Bucket Versioning, and choose Enable.",
        ),
        Versioning::Never => Judgement::fails(ENABLED, "the bucket has never kept versions"),
    }
}

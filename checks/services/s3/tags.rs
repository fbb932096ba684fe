//! The tags of a bucket.

use super::{BUCKET_OF_NAME, Bucket, GET_BUCKET_TAGGING};
use crate::aws::service::prelude::*;

/// The tags of a bucket.
pub const TAGS: Reader = Reader::of(&[reading(GET_BUCKET_TAGGING, BUCKET_OF_NAME)]);

impl Aws {
    /// The tags of the bucket, each a key and a value; none if it was never tagged.
    pub async fn bucket_tags(&self, bucket: &Bucket) -> Read<Vec<(String, String)>> {
        let call = Call::new(GET_BUCKET_TAGGING, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_tagging().bucket(&bucket.name).send();
        let Some(answer) = self.ask(call.clone(), &bucket.region, send).await.absent_on(&["NoSuchTagSet"])? else {
            return Ok(Vec::new());
        };
        let tags = answer.tag_set.iter().map(|tag| (tag.key().to_owned(), tag.value().to_owned()));
        Ok(tags.collect())
    }
}

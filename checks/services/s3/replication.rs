//! The rules by which a bucket copies new objects into another, and that other bucket.

use std::fmt;

use aws_sdk_s3::types::{
    ReplicationRule as Described, ReplicationRuleStatus, ServerSideEncryption, SseKmsEncryptedObjectsStatus,
};

use super::{
    ANY_BUCKET, BUCKET_OF_NAME, Bucket, GET_BUCKET_ENCRYPTION, GET_BUCKET_LOCATION, GET_BUCKET_POLICY,
    GET_BUCKET_REPLICATION, GET_BUCKET_VERSIONING, LIST_BUCKETS,
};
use crate::aws::service::prelude::*;

/// The rules of a bucket, and how it encrypts new objects.
pub const REPLICATION: Reader =
    Reader::of(&[reading(GET_BUCKET_REPLICATION, BUCKET_OF_NAME), reading(GET_BUCKET_ENCRYPTION, BUCKET_OF_NAME)]);
/// The bucket that copies go to, whatever its name is.
pub const REPLICA: Reader = Reader::of(&[
    reading_all(LIST_BUCKETS),
    reading(GET_BUCKET_LOCATION, ANY_BUCKET),
    reading(GET_BUCKET_VERSIONING, ANY_BUCKET),
    reading(GET_BUCKET_POLICY, ANY_BUCKET),
]);

/// Rules, and the role under which S3 copies.
#[derive(Clone, Debug)]
pub struct Replication {
    /// The ARN of the role.
    pub role: String,
    pub rules: Vec<CopyRule>,
}

/// One rule, of the older form or of the newer (Amazon S3 API Reference, "ReplicationRule").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRule {
    pub id: String,
    pub is_enabled: bool,
    /// With what the keys must begin; empty for all.
    pub prefix: String,
    /// The tags that objects must have, as `key=value`.
    pub tags: Vec<String>,
    /// Whether it copies what is encrypted with a key of KMS.
    pub copies_kms: bool,
    /// The ARN of the bucket that the copies go to.
    pub bucket: String,
    /// The account whose the copies are to be, if the rule names one.
    pub account: Option<String>,
}

impl fmt::Display for CopyRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rule {} copies into {}", self.id, self.bucket_name())
    }
}

impl CopyRule {
    /// The name of the bucket that the copies go to.
    pub fn bucket_name(&self) -> &str {
        self.bucket.rsplit(':').next().unwrap_or(&self.bucket)
    }
}

impl Aws {
    /// The replication rules of the bucket; none if it copies nothing.
    pub async fn replication(&self, bucket: &Bucket) -> Read<Option<Replication>> {
        let call = Call::new(GET_BUCKET_REPLICATION, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_replication().bucket(&bucket.name).send();
        let answer = self.ask(call.clone(), &bucket.region, send).await.absent_on(NO_RULES)?;
        let Some(answer) = answer else { return Ok(None) };
        let set = answer.replication_configuration().ok_or_else(|| Fault::incomplete(call.clone(), "Role"))?;
        let rules = set.rules().iter().map(rule).collect::<Option<_>>();
        let rules = rules.ok_or_else(|| Fault::incomplete(call, "Destination"))?;
        Ok(Some(Replication { role: set.role().to_owned(), rules }))
    }

    /// The key of KMS with which the bucket encrypts new objects; none if S3 does it with its own keys.
    pub async fn kms_key(&self, bucket: &Bucket) -> Read<Option<String>> {
        let call = Call::new(GET_BUCKET_ENCRYPTION, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_encryption().bucket(&bucket.name).send();
        let answer = self.ask(call, &bucket.region, send).await.absent_on(NO_ENCRYPTION)?;
        let rules = answer.as_ref().and_then(|answer| answer.server_side_encryption_configuration());
        let mut defaults = rules
            .into_iter()
            .flat_map(|rules| rules.rules())
            .filter_map(|rule| rule.apply_server_side_encryption_by_default());
        let by_kms = |algorithm: &ServerSideEncryption| {
            matches!(algorithm, ServerSideEncryption::AwsKms | ServerSideEncryption::AwsKmsDsse)
        };
        let default = defaults.find(|default| by_kms(default.sse_algorithm()));
        Ok(default.map(|default| default.kms_master_key_id().unwrap_or("aws/s3").to_owned()))
    }

    /// The account's own bucket that a rule copies into; none if the account has no such bucket.
    pub async fn replica(&self, you: &Learner, rule: &CopyRule) -> Read<Option<Bucket>> {
        self.own_bucket(you, rule.bucket_name()).await
    }
}

const NO_RULES: &[&str] = &["ReplicationConfigurationNotFoundError"];
/// Of a bucket from before 2023 that was never given a default.
const NO_ENCRYPTION: &[&str] = &["ServerSideEncryptionConfigurationNotFoundError"];

fn rule(described: &Described) -> Option<CopyRule> {
    let destination = described.destination()?;
    let filter = described.filter();
    let both = filter.and_then(|filter| filter.and());
    // The older form has its prefix beside the filter, the newer one within it, and within And beside tags.
    #[expect(deprecated, reason = "rules of the older form are still there")]
    let prefix = described.prefix();
    let prefix = prefix.or(filter.and_then(|filter| filter.prefix())).or(both.and_then(|both| both.prefix()));
    let alone = filter.and_then(|filter| filter.tag()).into_iter();
    let tags = alone.chain(both.into_iter().flat_map(|both| both.tags()));
    let kms = described.source_selection_criteria().and_then(|criteria| criteria.sse_kms_encrypted_objects());
    Some(CopyRule {
        id: described.id().unwrap_or("without an id").to_owned(),
        is_enabled: *described.status() == ReplicationRuleStatus::Enabled,
        prefix: prefix.unwrap_or_default().to_owned(),
        tags: tags.map(|tag| format!("{}={}", tag.key(), tag.value())).collect(),
        copies_kms: kms.is_some_and(|kms| *kms.status() == SseKmsEncryptedObjectsStatus::Enabled),
        bucket: destination.bucket().to_owned(),
        account: destination.account().map(str::to_owned),
    })
}

//! Judgements of a bucket's replication: the rule that copies new objects, where the copies go, and under which role.

use std::fmt;

use crate::aws::fault::{Fault, Read};
use crate::documents::policy::Policy;
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judgement::{Found, Judgement, NearMiss};
use crate::learner::Learner;
use crate::services::iam::RolePermissions;
use crate::services::s3::replication::{CopyRule, Replication};
use crate::services::s3::{Bucket, Object};
use crate::wait;

/// Who copies.
pub const S3: &str = "s3.amazonaws.com";

/// A rule that copies new objects, and the role under which that is done.
#[derive(Clone, Debug)]
pub struct Copying {
    pub rule: CopyRule,
    /// The ARN of the role.
    pub role: String,
}

impl fmt::Display for Copying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rule.fmt(f)
    }
}

/// The rules that copy every new object, whatever its key is, or what comes nearest to one.
pub fn in_force(of: Option<&Replication>) -> Found<Vec<Copying>> {
    let rules = of.map(|of| of.rules.as_slice()).unwrap_or_default();
    let copies_all = |rule: &&CopyRule| rule.is_enabled && rule.tags.is_empty() && rule.prefix.is_empty();
    let role = of.map(|of| of.role.clone()).unwrap_or_default();
    let all = rules.iter().filter(copies_all).map(|rule| Copying { rule: rule.clone(), role: role.clone() });
    let all: Vec<Copying> = all.collect();
    if !all.is_empty() {
        return Found::Here(all);
    }
    let near = rules.iter().find(|rule| rule.is_enabled).or(rules.first());
    Found::Missing(Some(near.map_or_else(no_rule, why_not)))
}

fn no_rule() -> NearMiss {
    NearMiss {
        found: "no replication rule".into(),
        advice: "Open the bucket, choose Management, then Create replication rule, and let it apply to all objects."
            .into(),
    }
}

fn why_not(rule: &CopyRule) -> NearMiss {
    let CopyRule { id, prefix, .. } = rule;
    let near = |found: String, advice: String| NearMiss { found, advice };
    if !rule.is_enabled {
        return near(
            format!("the rule {id}, which is disabled"),
            "Select the rule under Management, then choose Actions and Enable rule.".into(),
        );
    }
    if !rule.tags.is_empty() {
        return near(
            format!("the rule {id} for objects with the tag {}", rule.tags.join(" and ")),
            "Nothing in this course tags its objects. Edit the rule, and let it apply to all objects in the bucket."
                .into(),
        );
    }
    let found = format!("the rule {id} for keys that begin with {prefix}");
    let why = match () {
        () if prefix.starts_with('/') => "Keys do not begin with a slash, and so no key begins like that.".to_owned(),
        () if prefix.contains('*') => {
            "In a prefix, * is no wildcard but a character that the key must have.".to_owned()
        }
        () => "What is uploaded under any other key is not copied.".to_owned(),
    };
    near(found, format!("{why} Edit the rule, and let it apply to all objects in the bucket."))
}

/// New objects are copied however the bucket encrypts them; `key` is the key of KMS with which it does (Amazon S3 User
/// Guide, "Replicating encrypted objects").
pub fn as_encrypted(rule: &CopyRule, key: Option<&str>) -> Judgement {
    const EXPECTED: &str = "a rule that copies what is encrypted with KMS, or encryption with S3's own keys (SSE-S3)";
    match key {
        None => Judgement::holds("encryption with S3's own keys (SSE-S3)"),
        Some(key) if rule.copies_kms => Judgement::holds(format!("the rule copies what is encrypted with KMS: {key}"))
            .advising(
                "The role then needs kms:Decrypt for the key of this bucket, and kms:Encrypt for that of the other.",
            ),
        Some(key) => {
            Judgement::fails(EXPECTED, format!("encryption with the KMS key {key}, which the rule leaves out"))
        }
    }
}

/// The copies lie in a region of their own; `replica` is the bucket, if it is the account's.
pub fn elsewhere(source: &Bucket, rule: &CopyRule, replica: Option<&Bucket>, you: &Learner) -> Read<Judgement> {
    let expected = format!("a bucket in another region than {}", source.region);
    match (replica, &rule.account) {
        (Some(bucket), _) if bucket.region == source.region => Ok(Judgement::fails(expected, bucket.to_string())),
        (Some(bucket), _) => Ok(Judgement::holds(bucket.to_string())),
        (None, Some(other)) if *other != you.account => {
            Err(Fault::not_read(format!("the bucket {} of the account {other}", rule.bucket_name())))
        }
        (None, _) => {
            let found = format!("the bucket {}, which is not among yours", rule.bucket_name());
            Ok(Judgement::absent(expected, found).advising(format!(
                "The rule leads to nothing. Create the bucket {} in another region, or edit the rule.",
                rule.bucket_name()
            )))
        }
    }
}

/// One of the two buckets, and its own policy.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub arn: &'a str,
    pub policy: Option<&'a Policy>,
}

/// With the role, S3 may read `key` from the one bucket and write it into the other: the role's policies, those of the two
/// buckets and the role's boundary let it (Amazon S3 User Guide, "Setting up permissions for live replication").
pub fn may_copy(
    of: &RolePermissions,
    caller: &Caller<'_>,
    key: &str,
    (from, to): (&Side<'_>, &Side<'_>),
) -> Read<Judgement> {
    let on_bucket = |action| need(action, from.arn.to_owned(), from.arn.to_owned());
    let on_object = |action, side: &Side<'_>| need(action, format!("{}/{key}", side.arn), format!("{}/*", side.arn));
    let reads = ["s3:GetReplicationConfiguration", "s3:ListBucket"].map(on_bucket);
    let reads = reads.into_iter().chain([on_object("s3:GetObjectVersionForReplication", from)]);
    let reads = reads.map(|need| caller::may(of, from.policy, caller, &need));
    let writes = caller::may(of, to.policy, caller, &on_object("s3:ReplicateObject", to));
    let judged = reads.chain([writes]).collect::<Read<Vec<_>>>()?;
    Ok(judged.into_iter().reduce(Judgement::and).unwrap_or_else(|| Judgement::holds("nothing is needed")))
}

fn need(action: &'static str, resource: String, written: String) -> Need {
    Need { action, resource, written }
}

/// The object that came last was copied; what came before the rule is not told.
pub fn copied(object: Found<Object>) -> Judgement {
    const EXPECTED: &str = "COMPLETED";
    let Found::Here(object) = object else {
        return Judgement::skips("the file is not there: what is uploaded next shows it");
    };
    match object.kept.copied.as_deref() {
        // Both words occur (Amazon S3 API Reference, "HeadObject").
        Some(done @ ("COMPLETED" | "COMPLETE")) => Judgement::holds(format!("{}: {done}", object.key)),
        Some("PENDING") => Judgement::waits(EXPECTED, "PENDING", wait::REPLICATION).of(&object.key),
        Some(other) => Judgement::fails(EXPECTED, other).of(&object.key).advising(format!(
            "S3 does not try again by itself. Put right what the other clauses say, and upload {} again.",
            object.key
        )),
        None => Judgement::skips(format!(
            "not told from {}: it came before the rule, or the rule is not about it. Upload it again, and check again",
            object.key
        )),
    }
}

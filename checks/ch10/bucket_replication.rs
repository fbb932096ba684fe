//! 10.4: what is new in the data bucket is copied into a bucket of another region.

use std::fmt;

use futures_util::future::join_all;

use crate::documents::policy::Policy;
use crate::judge::iam::caller::Caller;
use crate::judge::iam::trust;
use crate::judge::s3::replication::{self, Copying, Side};
use crate::judge::s3::versioning;
use crate::services::iam::{Role, RolePermissions};
use crate::services::s3::Bucket;
use crate::services::s3::replication::{CopyRule, REPLICA, REPLICATION};
use crate::services::s3::versioning::VERSIONING;
use crate::verifier::prelude::*;

clauses! {
    BUCKET: "your account has the bucket {{ data_bucket }}", or "Exercise 6.1 creates it.", at s3::CONSOLE;
    VERSIONS: "the bucket keeps the versions of its objects", or "Exercise 10.1 turns that on.",
        at s3::CONSOLE_PROPERTIES.of(book::DATA);
    RULE: "a rule copies all that is new in it",
        or "Open the bucket, choose Management, then Create replication rule, and let it apply to all objects.",
        at s3::CONSOLE_MANAGEMENT.of(book::DATA), pillar Reliability;
    ELSEWHERE: "the copies go into a bucket of another region",
        or "A bucket stays in its region: create one in another region, and edit the rule's destination.",
        at s3::CONSOLE_MANAGEMENT.of(book::DATA), pillar Reliability;
    COPY_VERSIONS: "that bucket keeps versions, too",
        or "Open the other bucket's properties, edit Bucket Versioning, and choose Enable.", at s3::CONSOLE;
    ENCRYPTED: "the rule copies new objects however the bucket encrypts them",
        or "Edit the rule, and tick Replicate objects encrypted with AWS KMS; or edit the bucket's default encryption: SSE-S3.",
        at s3::CONSOLE_MANAGEMENT.of(book::DATA);
    TRUST: "S3 may take on the rule's role",
        or "Edit the role's trust policy: the principal is the service s3.amazonaws.com, the action sts:AssumeRole.",
        at iam::CONSOLE_ROLES;
    ALLOWED: "with the role, S3 may read from the one bucket and write into the other",
        or "Give the role the policy in policies/s3-replication.json.", at iam::CONSOLE_ROLES;
    COPIED: "chapters.json was copied, if it came after the rule",
        or "Upload chapters.json again.", at s3::CONSOLE_OBJECTS.of(book::DATA);
}

const KEY: &str = book::CHAPTERS_FILE.text;
pub const READS: Reads = &[
    s3::BUCKET.named(book::DATA),
    s3::BUCKET_POLICY.named(book::DATA),
    s3::OBJECT.named(book::CHAPTERS_FILE).within(book::DATA),
    VERSIONING.named(book::DATA),
    REPLICATION.named(book::DATA),
    REPLICA,
    iam::ROLE,
    iam::ROLE_PERMISSIONS,
];

/// The bucket of the copies, if it is the account's: whether it keeps versions, and its policy.
struct Replica {
    bucket: Option<Bucket>,
    kept: Read<Judgement>,
    policy: Read<Option<Policy>>,
}

async fn target(aws: &Aws, you: &Learner, rule: &CopyRule) -> Read<Replica> {
    let Some(bucket) = aws.replica(you, rule).await? else {
        let kept = Ok(Judgement::skips("not checked until the bucket is one of yours"));
        return Ok(Replica { bucket: None, kept, policy: Ok(None) });
    };
    let (kept, policy) = join!(aws.versioning(&bucket), aws.bucket_policy(&bucket));
    let kept = kept.map(|kept| versioning::kept(kept).of(&bucket.name));
    Ok(Replica { bucket: Some(bucket), kept, policy })
}

/// Whether S3 may take on the role of this ARN for the bucket.
fn trusted(you: &Learner, role: Read<Found<Role>>, arn: &str, bucket: &Bucket) -> Read<Judgement> {
    match role? {
        Found::Here(role) => trust::service_may_take_on(&role.trust, replication::S3, &you.account, &bucket.arn),
        Found::Missing(_) => Ok(Judgement::absent(format!("the role {arn}"), "it is not there")
            .advising("Create the role again, or edit the rule.")),
    }
}

fn allowed(
    you: &Learner,
    permissions: Read<RolePermissions>,
    rule: &CopyRule,
    (bucket, from): (&Bucket, Read<Option<Policy>>),
    to: Read<Option<Policy>>,
) -> Read<Judgement> {
    let (of, from, to) = (permissions?, from?, to?);
    if of.role.is_none() {
        return Ok(Judgement::skips("not checked until the role is there"));
    }
    let caller = Caller { you, function: None, role: of.role.clone(), is_in_vpc: None, item: None };
    let sides = (&Side { arn: &bucket.arn, policy: from.as_ref() }, &Side { arn: &rule.bucket, policy: to.as_ref() });
    replication::may_copy(&of, &caller, KEY, sides)
}

/// A rule that copies all that is new, and what it is worth.
struct Weighed {
    copying: Copying,
    elsewhere: Read<Judgement>,
    versions: Read<Judgement>,
    allowed: Read<Judgement>,
}

impl fmt::Display for Weighed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.copying.fmt(f)
    }
}

impl Weighed {
    /// How many clauses do not hold.
    fn lacks(&self) -> usize {
        let all = [&self.elsewhere, &self.versions, &self.allowed];
        all.into_iter().filter(|told| !told.as_ref().is_ok_and(Judgement::does_hold)).count()
    }
}

/// The bucket that is copied, and its own policy.
struct Source {
    bucket: Bucket,
    policy: Read<Option<Policy>>,
}

async fn weighed(aws: &Aws, you: &Learner, from: &Source, copying: Copying) -> Weighed {
    let rule = &copying.rule;
    let name = copying.role.rsplit('/').next().unwrap_or_default();
    let (target, permissions) = join!(target(aws, you, rule), aws.role_permissions(you, name));
    let (replica, versions, of_target) = match target {
        Ok(Replica { bucket, kept, policy }) => (Ok(bucket), kept, policy),
        Err(fault) => (Err(fault.clone()), Err(fault.clone()), Err(fault)),
    };
    let elsewhere = replica.and_then(|replica| replication::elsewhere(&from.bucket, rule, replica.as_ref(), you));
    let allowed = allowed(you, permissions, rule, (&from.bucket, from.policy.clone()), of_target);
    let allowed = allowed.map(|allowed| allowed.of(name));
    Weighed { copying, elsewhere, versions, allowed }
}

/// Of several rules that copy all that is new, the one that does it best: a bucket may be copied to more than one place.
async fn best(aws: &Aws, you: &Learner, from: &Source, all: Vec<Copying>) -> Weighed {
    let all = join_all(all.into_iter().map(|copying| weighed(aws, you, from, copying))).await;
    all.into_iter().min_by_key(Weighed::lacks).expect("a rule is in force")
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = it.finds(BUCKET, aws.bucket(you, &you.names.data_bucket).await)?;
    let (kept, set, key, file, policy) = join!(
        aws.versioning(&bucket),
        aws.replication(&bucket),
        aws.kms_key(&bucket),
        aws.object(&bucket, KEY),
        aws.bucket_policy(&bucket),
    );
    it.expects(VERSIONS, kept.map(versioning::kept));
    let from = Source { bucket, policy };
    let best = match set.map(|set| replication::in_force(set.as_ref())) {
        Ok(Found::Here(all)) => Ok(Found::Here(best(aws, you, &from, all).await)),
        Ok(Found::Missing(near)) => Ok(Found::Missing(near)),
        Err(fault) => Err(fault),
    };
    let Weighed { copying, elsewhere, versions, allowed } = it.finds(RULE, best)?;
    it.expects(ENCRYPTED, key.map(|key| replication::as_encrypted(&copying.rule, key.as_deref())));
    it.expects(COPIED, file.map(replication::copied));
    let name = copying.role.rsplit('/').next().unwrap_or_default();
    let trust = trusted(you, aws.role(you, name).await, &copying.role, &from.bucket);
    it.expects(TRUST, trust.map(|trust| trust.of(name)));
    it.expects(ELSEWHERE, elsewhere);
    it.expects(COPY_VERSIONS, versions);
    it.expects(ALLOWED, allowed);
    Ok(())
}

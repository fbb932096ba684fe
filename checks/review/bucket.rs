//! Practices about buckets: who gets in, what is kept, and what is deleted some day.

use super::course;
use super::subject::prelude::*;
use crate::documents::policy::{Effect, Policy, Statement};
use crate::judge;
use crate::services::s3::InEffect;
use crate::services::s3::lifecycle::Lifecycle;
use crate::services::s3::versioning::Versioning;

/// The condition key that tells whether a request was encrypted on its way, in lower case.
const ENCRYPTED: &str = "aws:securetransport";

/// What is known of a bucket.
pub(crate) struct BucketFacts {
    public: Read<InEffect>,
    policy: Read<Option<Policy>>,
    versioning: Read<Versioning>,
    lifecycle: Read<Lifecycle>,
    has_no_lists: Read<bool>,
    tags: Read<Vec<(String, String)>>,
}

practices! { BucketFacts;
    BUCKET_PUBLIC: "nobody gets in without being asked who they are", Security, High,
        "SEC03-BP07 Analyze public and cross-account access", as "Security Hub S3.8",
        or "Open the bucket: Permissions, Block public access, Edit, and switch on all four settings.",
        costs "nothing", taught in "ch04/s3_website_hosting_off", at s3::CONSOLE, by public;
    BUCKET_TLS: "its policy refuses requests that are not encrypted", Security, Medium,
        "SEC09-BP02 Enforce encryption in transit", as "Security Hub S3.5",
        or "Open the bucket: Permissions, Bucket policy, and add a statement that denies s3:* to everyone if aws:SecureTransport is false.",
        costs "nothing", taught in "ch06/data_bucket", at s3::CONSOLE, by tls;
    BUCKET_LISTS: "policies alone say who gets in, and no access control lists", Security, Medium,
        "SEC03-BP01 Define access requirements", as "Security Hub S3.12",
        or "Open the bucket: Permissions, Object Ownership, Edit, and choose ACLs disabled.",
        costs "nothing", taught in "ch06/data_bucket", at s3::CONSOLE, by lists;
    BUCKET_VERSIONS: "what is overwritten or deleted can be had back", Reliability, Medium,
        "REL09-BP01 Identify and back up all data that needs to be backed up, or reproduce the data from sources", as "Security Hub S3.14",
        or "Open the bucket: Properties, Bucket Versioning, Edit, Enable.",
        costs "each version costs what an object costs: $0.023 a GB each month", taught in "ch10/bucket_versioning", at s3::CONSOLE, by versions;
    BUCKET_OLD_VERSIONS: "versions that nobody needs any more are deleted", CostOptimization, Medium,
        "COST04-BP05 Enforce data retention policies", as "Security Hub S3.10",
        or "Open the bucket: Management, Create lifecycle rule, for all objects: permanently delete noncurrent versions after 30 days.",
        costs "saves $0.023 a GB each month", taught in "ch10/bucket_versioning", at s3::CONSOLE, by old_versions;
    BUCKET_TAGGED: "a tag says what its cost is for", CostOptimization, Medium,
        "COST03-BP02 Add organization information to cost and usage",
        or "Open the bucket: Properties, Tags, Edit, and add project = website. Then activate project under Cost allocation tags.",
        costs "nothing", at s3::CONSOLE, by tagged;
    BUCKET_UPLOADS: "the parts of uploads that were given up are deleted", Sustainability, Medium,
        "SUS04-BP05 Remove unneeded or redundant data", as "Security Hub S3.13",
        or "Open the bucket: Management, Create lifecycle rule, for all objects: delete incomplete multipart uploads after 7 days.",
        costs "saves what invisible parts cost", taught in "ch06/data_bucket", at s3::CONSOLE, by uploads;
}

impl Subject for BucketFacts {
    const NOUN: &'static str = "the bucket";
    const READS: Reads = &[s3::REVIEWED];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let made = course::made(aws, you, scope, "AWS::S3::Bucket").await;
        let of_course =
            |name: &str| name == you.names.website_bucket || name == you.names.data_bucket || made.contains(name);
        Ok(within(aws.bucket_names(you).await?, (scope, LeftKind::Bucket), of_course))
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let Some(bucket) = aws.own_bucket(you, name).await? else { return Ok(None) };
        let (public, policy, versioning, lifecycle, has_no_lists, tags) = join!(
            aws.public_access_in_effect(you, &bucket),
            aws.bucket_policy(&bucket),
            aws.versioning(&bucket),
            aws.lifecycle(&bucket),
            aws.has_no_lists(&bucket),
            aws.bucket_tags(&bucket),
        );
        Ok(Some(Self { public, policy, versioning, lifecycle, has_no_lists, tags }))
    }
}

fn public(of: &BucketFacts, _: &Learner) -> Read<Judgement> {
    of.public.judged(|settings| judge::s3::public_access::all_blocked(*settings))
}

/// Whether the statement denies everything to everyone whose request is not encrypted.
fn refuses_plain(statement: &Statement) -> bool {
    let asks = statement.condition.iter().any(|(operator, keys)| {
        operator.eq_ignore_ascii_case("Bool")
            && keys.iter().any(|(key, values)| {
                key.eq_ignore_ascii_case(ENCRYPTED) && values.0.iter().any(|value| value.eq_ignore_ascii_case("false"))
            })
    });
    let is_all = statement.actions().any(|action| action == "*" || action.eq_ignore_ascii_case("s3:*"));
    statement.effect == Effect::Deny
        && asks
        && is_all
        && statement.condition.len() == 1
        && statement.trusted().any(|who| who == "*")
}

fn tls(of: &BucketFacts, _: &Learner) -> Read<Judgement> {
    const EXPECTED: &str = "a statement that denies what is not encrypted";
    of.policy.judged(|policy| match policy {
        Some(policy) if policy.statements.iter().any(refuses_plain) => Judgement::holds(EXPECTED),
        Some(_) => Judgement::fails(EXPECTED, "a policy without such a statement"),
        None => Judgement::fails(EXPECTED, "no bucket policy"),
    })
}

fn lists(of: &BucketFacts, _: &Learner) -> Read<Judgement> {
    of.has_no_lists.judged(|has_none| match has_none {
        true => Judgement::holds("ACLs disabled"),
        false => Judgement::fails("ACLs disabled", "ACLs enabled"),
    })
}

fn versions(of: &BucketFacts, _: &Learner) -> Read<Judgement> {
    of.versioning.judged(|versioning| match versioning {
        Versioning::Enabled => Judgement::holds("versioning is on"),
        Versioning::Suspended => Judgement::fails("versioning is on", "versioning is suspended"),
        Versioning::Never => Judgement::fails("versioning is on", "versioning is off"),
    })
}

fn old_versions(of: &BucketFacts, _: &Learner) -> Read<Judgement> {
    if *of.versioning.as_ref().map_err(Clone::clone)? == Versioning::Never {
        return Ok(Judgement::skips("it keeps no versions"));
    }
    of.lifecycle.judged(|rules| match rules.ends_old_versions {
        true => Judgement::holds("a lifecycle rule deletes them"),
        false => Judgement::fails("a lifecycle rule deletes them", "no rule does: every version stays"),
    })
}

fn tagged(of: &BucketFacts, _: &Learner) -> Read<Judgement> {
    of.tags.judged(|tags| super::practice::tagged(tags))
}

fn uploads(of: &BucketFacts, _: &Learner) -> Read<Judgement> {
    of.lifecycle.judged(|rules| match rules.ends_uploads {
        true => Judgement::holds("a lifecycle rule deletes them"),
        false => Judgement::fails("a lifecycle rule deletes them", "no rule does"),
    })
}

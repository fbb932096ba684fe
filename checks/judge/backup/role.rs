//! What the role of a selection must be allowed, so that backups are made.

use std::collections::BTreeMap;

use crate::aws::fault::Read;
use crate::judge::backup::{ResourceKind, Thing};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judgement::Judgement;
use crate::services::iam::RolePermissions;

/// Who makes backups.
pub const BACKUP: &str = "backup.amazonaws.com";

/// AWS's own policies, and what each is enough for (AWS Backup Developer Guide, "Managed policies for AWS Backup"). Emulators
/// have them by name alone.
const OF_AWS: [(&str, ResourceKind); 2] = [
    ("AWSBackupServiceRolePolicyForBackup", ResourceKind::Table),
    ("AWSBackupServiceRolePolicyForS3Backup", ResourceKind::Bucket),
];
const DESCRIBE: &str = "dynamodb:DescribeTable";
/// Of a bucket itself (AWS Backup Developer Guide, "Amazon S3 backups").
const OF_BUCKET: [&str; 8] = [
    "s3:GetBucketVersioning",
    "s3:GetBucketLocation",
    "s3:GetBucketAcl",
    "s3:ListBucketVersions",
    "s3:GetBucketNotification",
    "s3:PutBucketNotification",
    "s3:GetInventoryConfiguration",
    "s3:PutInventoryConfiguration",
];
/// Of its objects.
const OF_OBJECTS: [&str; 3] = ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionTagging"];
/// AWS Backup hears of changes by a rule of EventBridge that it makes for itself.
const OF_EVENTS: [&str; 2] = ["events:PutRule", "events:PutTargets"];

/// With the role, AWS Backup may back the thing up. `attached` are the ARNs of the role's managed policies, and `managed` says
/// of which types AWS Backup manages the backups itself.
pub fn backs_up(
    (of, attached): (&RolePermissions, &[String]),
    caller: &Caller<'_>,
    thing: &Thing,
    managed: &BTreeMap<String, bool>,
) -> Read<Judgement> {
    let ways = ways(caller, thing, managed);
    let refused = ways.iter().find_map(|way| caller::refused(of, caller, way));
    if let Some(policy) = attached.iter().find(|arn| is_enough(arn, thing.kind)) {
        return Ok(refused.unwrap_or_else(|| Judgement::holds(policy.as_str())));
    }
    let mut judged: Vec<Read<Judgement>> = ways.iter().map(|way| caller::role_allows(of, caller, way)).collect();
    let holds = judged.iter().position(|told| told.as_ref().is_ok_and(Judgement::does_hold));
    let told = judged.swap_remove(holds.unwrap_or(0))?;
    // A Deny or a boundary has advice of its own.
    Ok(if told.does_fail() && refused.is_none() { told.advising(advice(thing.kind)) } else { told })
}

fn is_enough(arn: &str, kind: ResourceKind) -> bool {
    let name = arn.rsplit('/').next().unwrap_or(arn);
    arn.split(':').nth(4) == Some("aws") && OF_AWS.contains(&(name, kind))
}

fn advice(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Table => "Attach AWS's policy AWSBackupServiceRolePolicyForBackup to the role.",
        ResourceKind::Bucket => {
            "Attach AWS's policy AWSBackupServiceRolePolicyForS3Backup to the role as well: the policy of the default role has \
             nothing about S3."
        }
    }
}

/// All that is needed, in one of the ways.
fn ways(caller: &Caller<'_>, thing: &Thing, managed: &BTreeMap<String, bool>) -> Vec<Vec<Need>> {
    let on = |action, resource: &str| Need { action, resource: resource.to_owned(), written: resource.to_owned() };
    match thing.kind {
        ResourceKind::Table => {
            let (itself, table) = ("dynamodb:StartAwsBackupJob", "dynamodb:CreateBackup");
            let jobs = match managed.get(thing.kind.name()) {
                Some(true) => vec![itself],
                Some(false) => vec![table],
                None => vec![itself, table],
            };
            jobs.into_iter().map(|job| vec![on(DESCRIBE, &thing.arn), on(job, &thing.arn)]).collect()
        }
        ResourceKind::Bucket => {
            let of_object =
                |action| Need { action, resource: format!("{}/file", thing.arn), written: format!("{}/*", thing.arn) };
            let rule = caller.you.arn(EVENT_RULE, &caller.you.region, "AwsBackupManagedRule1");
            let bucket = OF_BUCKET.map(|action| on(action, &thing.arn)).into_iter();
            let objects = OF_OBJECTS.map(of_object).into_iter();
            let events = OF_EVENTS.map(|action| on(action, &rule)).into_iter();
            vec![bucket.chain(objects).chain(events).collect()]
        }
    }
}

const EVENT_RULE: &str = "arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/{{ name }}";

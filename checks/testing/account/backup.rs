//! A plan that backs up the two tables and the bucket of the data.

use crate::testing::account::iam::{service_role, statement};
use crate::testing::answers::{Answers, ok};

/// The account, and this in it.
pub fn done(account: Answers) -> Answers {
    service_role(account, ROLE, "backup.amazonaws.com", &needed())
        .answers("backup:ListBackupPlans", ok(PLANS))
        .answers("backup:GetBackupPlan", ok(plan(RULE)))
        .answers("backup:ListBackupSelections", ok(SELECTIONS))
        .answers("backup:GetBackupSelection", ok(selection(BY_ARN)))
        .answers("backup:ListBackupVaults", ok(VAULTS))
        .answers("backup:DescribeRegionSettings", ok(settings(true, true)))
}

/// The account before there is a plan, in whatever region.
pub fn without(account: Answers) -> Answers {
    account
        .answers("backup:ListBackupPlans", ok(r#"{"BackupPlansList": []}"#))
        .answers("backup:ListBackupVaults", ok(r#"{"BackupVaultList": []}"#))
        .answers("backup:DescribeRegionSettings", ok(settings(true, true)))
}

/// The account with a plan that takes what has a tag.
pub fn by_tag(account: Answers) -> Answers {
    account.answers("backup:GetBackupSelection", ok(selection(BY_TAG)))
}

/// The role under which backups are made.
pub const ROLE: &str = "website-backup";

pub const PLANS: &str = r#"{"BackupPlansList": [{"BackupPlanId": "P1", "BackupPlanName": "website",
    "BackupPlanArn": "arn:aws:backup:us-east-1:123456789012:backup-plan:P1", "VersionId": "1", "CreationDate": 1767225600}]}"#;

/// The plan, with a rule.
pub fn plan(rule: &str) -> String {
    format!(
        r#"{{"BackupPlan": {{"BackupPlanName": "website", "Rules": [{rule}]}}, "BackupPlanId": "P1", "VersionId": "1",
            "BackupPlanArn": "arn:aws:backup:us-east-1:123456789012:backup-plan:P1", "CreationDate": 1767225600}}"#
    )
}

/// Each night at five, for a week.
pub const RULE: &str = r#"{"RuleName": "daily", "TargetBackupVaultName": "website", "RuleId": "1",
    "ScheduleExpression": "cron(0 5 ? * * *)", "ScheduleExpressionTimezone": "Etc/UTC", "Lifecycle": {"DeleteAfterDays": 7}}"#;

pub const SELECTIONS: &str = r#"{"BackupSelectionsList": [{"SelectionId": "S1", "SelectionName": "website", "BackupPlanId": "P1",
    "IamRoleArn": "arn:aws:iam::123456789012:role/website-backup", "CreationDate": 1767225600}]}"#;

/// The selection, with what it takes.
pub fn selection(what: &str) -> String {
    format!(
        r#"{{"BackupSelection": {{"SelectionName": "website", "IamRoleArn": "arn:aws:iam::123456789012:role/{ROLE}", {what}}},
            "SelectionId": "S1", "BackupPlanId": "P1", "CreationDate": 1767225600}}"#
    )
}

/// Both tables, and the bucket of the data.
pub const BY_ARN: &str = r#""Resources": ["arn:aws:dynamodb:us-east-1:123456789012:table/chapters",
    "arn:aws:dynamodb:us-east-1:123456789012:table/analytics", "arn:aws:s3:::example-data"],
    "ListOfTags": [], "NotResources": [], "Conditions": {}"#;
/// What is tagged for it.
pub const BY_TAG: &str =
    r#""ListOfTags": [{"ConditionType": "STRINGEQUALS", "ConditionKey": "backup", "ConditionValue": "daily"}]"#;

pub const VAULTS: &str = r#"{"BackupVaultList": [{"BackupVaultName": "website", "NumberOfRecoveryPoints": 0,
    "BackupVaultArn": "arn:aws:backup:us-east-1:123456789012:backup-vault:website"}]}"#;

/// Whether the account opted in to tables, and to buckets.
pub fn settings(tables: bool, buckets: bool) -> String {
    format!(
        r#"{{"ResourceTypeOptInPreference": {{"DynamoDB": {tables}, "S3": {buckets}, "EFS": true}},
            "ResourceTypeManagementPreference": {{"DynamoDB": true, "EFS": true}}}}"#
    )
}

/// What the role must be allowed for tables and buckets.
pub fn needed() -> String {
    let all = [
        (r#"dynamodb:DescribeTable", "dynamodb:StartAwsBackupJob"#, "arn:aws:dynamodb:us-east-1:123456789012:table/*"),
        (
            r#"s3:GetBucketVersioning", "s3:GetBucketLocation", "s3:GetBucketAcl", "s3:ListBucketVersions",
            "s3:GetBucketNotification", "s3:PutBucketNotification", "s3:GetInventoryConfiguration", "s3:PutInventoryConfiguration"#,
            "arn:aws:s3:::*",
        ),
        (r#"s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionTagging"#, "arn:aws:s3:::*/*"),
        (r#"events:PutRule", "events:PutTargets"#, "arn:aws:events:us-east-1:123456789012:rule/AwsBackupManagedRule*"),
    ];
    all.map(|(actions, on)| listed(actions, on)).join(", ")
}

/// A statement that allows several actions.
fn listed(actions: &str, resource: &str) -> String {
    statement(actions, resource).replace(&format!(r#""Action": "{actions}""#), &format!(r#""Action": ["{actions}"]"#))
}

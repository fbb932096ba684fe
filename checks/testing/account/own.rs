//! The functions of the learner's own, each with a role that has its policy in it, and what starts them.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::iam;
use crate::testing::answers::{Answers, ok};

/// A function of the learner's own.
pub struct OwnFunction {
    pub name: &'static str,
    /// In requests about it.
    pub at: &'static str,
    /// In requests about its role.
    pub role: &'static str,
    /// Where its code package is.
    pub address: &'static str,
    pub code: &'static str,
    /// What its role's policy says.
    pub statements: fn() -> String,
}

pub const BACKUP: OwnFunction = OwnFunction {
    name: "backup-tables",
    at: "/backup-tables",
    role: "RoleName=function-backup-tables",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/backup-tables?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/backup_function/files/functions/backup-tables/index.mjs"),
    statements: || iam::statement("dynamodb:CreateBackup", "arn:aws:dynamodb:us-east-1:123456789012:table/chapters"),
};

/// All of them.
pub const FUNCTIONS: &[&OwnFunction] = &[&BACKUP];

/// The account, and these in it: behind what answers for the other functions.
pub fn done(account: Answers) -> Answers {
    let account = FUNCTIONS.iter().fold(account, |account, own| with(account, own));
    started(account).answers("dynamodb:ListBackups", ok(BACKUPS))
}

fn with(account: Answers, own: &OwnFunction) -> Answers {
    let listed = format!(r#"}}, {{"FunctionName": "{}"}}]}}"#, own.name);
    account
        .edited("lambda:ListFunctions", "}]}", &listed)
        .answers_aside("lambda:GetFunction", own.at, ok(function(own)))
        .answers_aside("iam:ListAttachedRolePolicies", own.role, ok(iam::attached(&[])))
        .answers_aside("iam:ListRolePolicies", own.role, ok(iam::OWN_POLICIES))
        .answers_aside("iam:GetRolePolicy", own.role, ok(iam::own_policy(&(own.statements)())))
}

/// A function as Lambda describes it.
pub fn function(own: &OwnFunction) -> String {
    let (name, address) = (own.name, own.address);
    format!(
        r#"{{"Configuration":{{"FunctionName":"{name}","FunctionArn":"{}","Runtime":"nodejs24.x","Role":"arn:aws:iam::123456789012:role/function-{name}","Handler":"index.handler","CodeSize":900,"Description":"","Timeout":30,"MemorySize":128,"LastModified":"2026-01-02T00:00:00.000+0000","CodeSha256":"1","Version":"$LATEST","State":"Active","LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"LoggingConfig":{{"LogFormat":"Text","LogGroup":"/aws/lambda/{name}"}}}},"Code":{{"RepositoryType":"S3","Location":"{address}"}}}}"#,
        arn(name)
    )
}

/// The ARN of a function.
pub fn arn(name: &str) -> String {
    format!("arn:aws:lambda:us-east-1:123456789012:function:{name}")
}

/// A policy of a function that lets a service call it for the thing of this ARN.
pub fn callable(name: &str, service: &str, source: &str) -> String {
    let statement = format!(
        r#"{{"Version":"2012-10-17","Id":"default","Statement":[{{"Sid":"own","Effect":"Allow","Principal":{{"Service":"{service}"}},"Action":"lambda:InvokeFunction","Resource":"{}","Condition":{{"ArnLike":{{"AWS:SourceArn":"{source}"}}}}}}]}}"#,
        arn(name)
    );
    serde_json::json!({"RevisionId": "1", "Policy": statement}).to_string()
}

/// The rule that starts the function of the backups.
fn started(account: Answers) -> Answers {
    let rule = r#"{"Name":"backup-tables","Arn":"arn:aws:events:us-east-1:123456789012:rule/backup-tables","State":"ENABLED","ScheduleExpression":"rate(1 day)","EventBusName":"default","CreatedBy":"123456789012"}"#;
    let targets = format!(r#"{{"Targets":[{{"Id":"function","Arn":"{}"}}]}}"#, arn(BACKUP.name));
    let policy =
        callable(BACKUP.name, "events.amazonaws.com", "arn:aws:events:us-east-1:123456789012:rule/backup-tables");
    account
        .answers_aside(
            "events:ListRuleNamesByTarget",
            "function:backup-tables",
            ok(r#"{"RuleNames":["backup-tables"]}"#),
        )
        .answers_aside("events:DescribeRule", "backup-tables", ok(rule))
        .answers_aside("events:ListTargetsByRule", "backup-tables", ok(targets))
        .answers_aside("lambda:GetPolicy", BACKUP.at, ok(policy))
}

pub const BACKUPS: &str = r#"{"BackupSummaries": [{"TableName": "chapters", "TableId": "1",
    "TableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/chapters", "BackupName": "by-function-1",
    "BackupArn": "arn:aws:dynamodb:us-east-1:123456789012:table/chapters/backup/1", "BackupStatus": "AVAILABLE",
    "BackupType": "USER", "BackupSizeBytes": 900, "BackupCreationDateTime": 1767312000}]}"#;

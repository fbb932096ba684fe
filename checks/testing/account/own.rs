//! The functions of the learner's own, each with a role that has its policy in it, and what starts them.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::iam;
use super::s3::Object;
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
    paged(started(account)).answers("dynamodb:ListBackups", ok(BACKUPS))
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

/// A page that takes comments, and its script.
pub const COMMENTS_PAGE: Object = page(
    "/example.com/comments.html",
    "<title>Comments</title><script type=module src=comments.js></script>\
     <form><label>Comment <textarea name=comment></textarea></label><button>Send</button></form>",
);
pub const COMMENTS_SCRIPT: Object = script(
    "/example.com/comments.js",
    r#"const send = async (comment) => {
    const tokens = JSON.parse(localStorage.getItem("jwt"));
    await fetch("https://api.example.com/comments", { method: "POST", headers: { Authorization: tokens.access_token },
        body: JSON.stringify({ comment }) });
};
document.querySelector("form").addEventListener("submit", () => send("Fine"));"#,
);
/// A page that has texts spoken, and its script.
pub const SPEECH_PAGE: Object = page(
    "/example.com/speech.html",
    "<title>Speech</title><script type=module src=speech.js></script>\
     <form><label>To be spoken <textarea name=text></textarea></label><button>Speak</button></form>",
);
pub const SPEECH_SCRIPT: Object = script(
    "/example.com/speech.js",
    r#"const order = async (text) => {
    const tokens = JSON.parse(localStorage.getItem("jwt"));
    await fetch("https://api.example.com/speech", { method: "POST", headers: { Authorization: tokens.access_token },
        body: JSON.stringify({ text }) });
};
document.querySelector("form").addEventListener("submit", () => order("Fine"));"#,
);
/// A page that takes images, and its script.
pub const IMAGES_PAGE: Object = page(
    "/example.com/images.html",
    "<title>Images</title><script type=module src=images.js></script>\
     <form><label>An image <input type=file name=image></label><button>Look</button></form>",
);
pub const IMAGES_SCRIPT: Object = script(
    "/example.com/images.js",
    r#"const upload = async (image) => {
    const tokens = JSON.parse(localStorage.getItem("jwt"));
    await fetch("https://api.example.com/images", { method: "POST", headers: { Authorization: tokens.access_token },
        body: JSON.stringify({ image }) });
};
document.querySelector("form").addEventListener("submit", () => upload("AAAA"));"#,
);

const fn page(at: &'static str, body: &'static str) -> Object {
    Object { at, kind: "text/html", etag: "\"own\"", changed: "Thu, 15 Jan 2026 00:00:00 GMT", body }
}

const fn script(at: &'static str, body: &'static str) -> Object {
    Object { at, kind: "text/javascript", etag: "\"own\"", changed: "Thu, 15 Jan 2026 00:00:00 GMT", body }
}

/// The pages of the website that its bucket lists.
pub const KEYS: &str = "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>comments.html</Key></Contents>\
    <Contents><Key>comments.js</Key></Contents><Contents><Key>images.html</Key></Contents>\
    <Contents><Key>index.html</Key></Contents><Contents><Key>speech.html</Key></Contents></ListBucketResult>";

/// The account, with these pages in it.
fn paged(account: Answers) -> Answers {
    let pages = [COMMENTS_PAGE, COMMENTS_SCRIPT, SPEECH_PAGE, SPEECH_SCRIPT, IMAGES_PAGE, IMAGES_SCRIPT];
    pages.into_iter().fold(account, |account, object| object.put(account)).answers("s3:ListObjectsV2", ok(KEYS))
}

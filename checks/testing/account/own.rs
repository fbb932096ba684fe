//! The functions of the learner's own, each with a role that has its policy in it, and what starts them.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::iam;
use super::s3::Object;
use crate::testing::answers::{Answers, ok};

/// A function of the learner's own.
pub struct FunctionDouble {
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

pub const BACKUP: FunctionDouble = FunctionDouble {
    name: "backup-tables",
    at: "/backup-tables",
    role: "RoleName=function-backup-tables",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/backup-tables?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/backup_function/files/functions/backup-tables/index.mjs"),
    statements: || {
        [iam::statement("dynamodb:CreateBackup", "arn:aws:dynamodb:us-east-1:123456789012:table/chapters"), keeps_few()]
            .join(", ")
    },
};

pub const PUT_COMMENT: FunctionDouble = FunctionDouble {
    name: "put-comment",
    at: "/put-comment",
    role: "RoleName=function-put-comment",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/put-comment?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/comments_endpoint/files/functions/put-comment/index.mjs"),
    statements: || iam::statement("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:123456789012:table/comments"),
};

pub const ANALYZE_COMMENTS: FunctionDouble = FunctionDouble {
    name: "analyze-comments",
    at: "/analyze-comments",
    role: "RoleName=function-analyze-comments",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/analyze-comments?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/comments_analysis/files/functions/analyze-comments/index.mjs"),
    statements: || {
        [
            iam::statement("comprehend:DetectSentiment", "*"),
            iam::statement("dynamodb:UpdateItem", "arn:aws:dynamodb:us-east-1:123456789012:table/comments"),
            reads_stream("comments"),
        ]
        .join(", ")
    },
};

pub const PUT_SPEECH: FunctionDouble = FunctionDouble {
    name: "put-speech",
    at: "/put-speech",
    role: "RoleName=function-put-speech",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/put-speech?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/speech_endpoint/files/functions/put-speech/index.mjs"),
    statements: || {
        let table = "arn:aws:dynamodb:us-east-1:123456789012:table/text-to-speech";
        ["dynamodb:PutItem", "dynamodb:GetItem"].map(|action| iam::statement(action, table)).join(", ")
    },
};

pub const CREATE_SPEECH: FunctionDouble = FunctionDouble {
    name: "create-speech",
    at: "/create-speech",
    role: "RoleName=function-create-speech",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/create-speech?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/speech_function/files/functions/create-speech/index.mjs"),
    statements: || {
        [
            iam::statement("polly:SynthesizeSpeech", "*"),
            iam::statement("s3:PutObject", "arn:aws:s3:::example.com/speech/*"),
            iam::statement("dynamodb:UpdateItem", "arn:aws:dynamodb:us-east-1:123456789012:table/text-to-speech"),
            reads_stream("text-to-speech"),
        ]
        .join(", ")
    },
};

pub const PUT_IMAGE: FunctionDouble = FunctionDouble {
    name: "put-image",
    at: "/put-image",
    role: "RoleName=function-put-image",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/put-image?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/image_endpoint/files/functions/put-image/index.mjs"),
    statements: || iam::statement("s3:PutObject", "arn:aws:s3:::example-data/images/*"),
};

pub const ANALYZE_IMAGES: FunctionDouble = FunctionDouble {
    name: "analyze-images",
    at: "/analyze-images",
    role: "RoleName=function-analyze-images",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/analyze-images?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch10/image_analysis/files/functions/analyze-images/index.mjs"),
    statements: || {
        [
            iam::statement("rekognition:DetectLabels", "*"),
            iam::statement("s3:GetObject", "arn:aws:s3:::example-data/images/*"),
        ]
        .join(", ")
    },
};

pub const LAYER_EXAMPLE: FunctionDouble = FunctionDouble {
    name: "layer-example",
    at: "/layer-example",
    role: "RoleName=function-layer-example",
    address: "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/layer-example?X-Amz-Signature=CANARY",
    code: include_str!("../../../exercises/ch12/layer_in_use/files/functions/layer-example/index.mjs"),
    statements: || iam::statement("logs:PutLogEvents", "*"),
};

/// All of them.
pub const FUNCTIONS: &[&FunctionDouble] = &[
    &BACKUP,
    &PUT_COMMENT,
    &ANALYZE_COMMENTS,
    &PUT_SPEECH,
    &CREATE_SPEECH,
    &PUT_IMAGE,
    &ANALYZE_IMAGES,
    &LAYER_EXAMPLE,
];

/// The methods of the API that hand these their requests: their verb, their path and the function.
const METHODS: &[(&str, &str, &FunctionDouble)] = &[
    ("POST", "/comments", &PUT_COMMENT),
    ("POST", "/speech", &PUT_SPEECH),
    ("POST", "/images", &PUT_IMAGE),
    ("GET", "/labels", &ANALYZE_IMAGES),
];

/// Statements that let a role delete the oldest backups.
pub fn keeps_few() -> String {
    let all = "arn:aws:dynamodb:us-east-1:123456789012:table/chapters/backup/*";
    [iam::statement("dynamodb:ListBackups", "*"), iam::statement("dynamodb:DeleteBackup", all)].join(", ")
}

/// A statement that lets a role read the stream of a table.
pub fn reads_stream(table: &str) -> String {
    format!(
        r#"{{"Effect":"Allow","Action":["dynamodb:DescribeStream","dynamodb:GetRecords","dynamodb:GetShardIterator"],"Resource":"arn:aws:dynamodb:us-east-1:123456789012:table/{table}/stream/*"}}"#
    )
}

/// The account, and these in it: behind what answers for the other functions.
pub fn done(account: Answers) -> Answers {
    let account = FUNCTIONS.iter().fold(account, |account, own| with(account, own));
    let account = called(fed(paged(started(account))));
    account.answers("dynamodb:ListBackups", ok(BACKUPS))
}

fn with(account: Answers, own: &FunctionDouble) -> Answers {
    let listed =
        format!(r#"}}, {{"FunctionName": "{0}", "Role": "arn:aws:iam::123456789012:role/function-{0}"}}]}}"#, own.name);
    account
        .edited("lambda:ListFunctions", "}]}", &listed)
        .answers_aside("lambda:GetFunction", own.at, ok(function(own)))
        .answers_aside("iam:ListAttachedRolePolicies", own.role, ok(iam::attached(&[])))
        .answers_aside("iam:ListRolePolicies", own.role, ok(iam::OWN_POLICIES))
        .answers_aside("iam:GetRolePolicy", own.role, ok(iam::own_policy(&(own.statements)())))
}

/// A function as Lambda describes it.
pub fn function(own: &FunctionDouble) -> String {
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

/// The account, with these pages in it.
fn paged(account: Answers) -> Answers {
    let pages = [COMMENTS_PAGE, COMMENTS_SCRIPT, SPEECH_PAGE, SPEECH_SCRIPT, IMAGES_PAGE, IMAGES_SCRIPT];
    pages.into_iter().fold(account, |account, object| object.put(account))
}

/// The account in which the API may call these, for its own methods.
fn called(account: Answers) -> Answers {
    let account = account.edited("apigateway:GetDeployment", "}}}}", &format!("}}}}{}}}}}", deployed()));
    METHODS.iter().fold(account, |account, (verb, path, own)| {
        let source = format!("arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/{verb}{path}");
        account.answers_aside("lambda:GetPolicy", own.at, ok(callable(own.name, "apigateway.amazonaws.com", &source)))
    })
}

/// The account in which streams feed two of these.
fn fed(account: Answers) -> Answers {
    account
        .answers("lambda:ListEventSourceMappings", ok(EVENT_SOURCES))
        .answers_aside("dynamodb:DescribeTable", r#""comments""#, ok(streaming("comments")))
        .answers_aside("dynamodb:DescribeTable", r#""text-to-speech""#, ok(streaming("text-to-speech")))
}

/// A table with a stream.
pub fn streaming(name: &str) -> String {
    format!(
        r#"{{"Table":{{"TableName":"{name}","TableStatus":"ACTIVE","TableArn":"arn:aws:dynamodb:us-east-1:123456789012:table/{name}","TableId":"3","CreationDateTime":1767225600,"AttributeDefinitions":[{{"AttributeName":"id","AttributeType":"S"}}],"KeySchema":[{{"AttributeName":"id","KeyType":"HASH"}}],"BillingModeSummary":{{"BillingMode":"PAY_PER_REQUEST"}},"StreamSpecification":{{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}},"LatestStreamLabel":"2026-01-01T00:00:00.000","LatestStreamArn":"{}","TableSizeBytes":0,"ItemCount":0,"DeletionProtectionEnabled":false}}}}"#,
        stream(name)
    )
}

/// The ARN of the stream of a table.
pub fn stream(table: &str) -> String {
    format!("arn:aws:dynamodb:us-east-1:123456789012:table/{table}/stream/2026-01-01T00:00:00.000")
}

pub const EVENT_SOURCES: &str = r#"{"EventSourceMappings": [{"UUID": "1", "BatchSize": 100, "State": "Enabled",
    "EventSourceArn": "arn:aws:dynamodb:us-east-1:123456789012:table/comments/stream/2026-01-01T00:00:00.000",
    "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:analyze-comments", "LastModified": 1767312000,
    "LastProcessingResult": "OK", "StateTransitionReason": "User action", "StartingPosition": "LATEST",
    "FilterCriteria": {"Filters": [{"Pattern": "{\"eventName\": [\"INSERT\"]}"}]}},
    {"UUID": "2", "BatchSize": 100, "State": "Enabled",
    "EventSourceArn": "arn:aws:dynamodb:us-east-1:123456789012:table/text-to-speech/stream/2026-01-01T00:00:00.000",
    "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:create-speech", "LastModified": 1767312000,
    "LastProcessingResult": "No records processed", "StateTransitionReason": "User action", "StartingPosition": "LATEST"}]}"#;

/// The resources of the API that these answer.
pub fn resources() -> String {
    let all: Vec<String> = METHODS.iter().map(|(verb, path, own)| resource(verb, path, own.name)).collect();
    all.join(",")
}

fn resource(verb: &str, path: &str, function: &str) -> String {
    let (part, arn) = (path.trim_start_matches('/'), arn(function));
    format!(
        r#"{{"id":"own{part}","parentId":"root000001","pathPart":"{part}","path":"{path}","resourceMethods":{{
        "{verb}":{{"httpMethod":"{verb}","authorizationType":"COGNITO_USER_POOLS","authorizerId":"auth01",
            "authorizationScopes":["aws.cognito.signin.user.admin"],"apiKeyRequired":false,
            "methodResponses":{{"200":{{"statusCode":"200"}}}},
            "methodIntegration":{{"type":"AWS_PROXY","httpMethod":"POST","passthroughBehavior":"WHEN_NO_MATCH",
                "uri":"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{arn}/invocations",
                "timeoutInMillis":29000,"cacheNamespace":"own{part}","cacheKeyParameters":[]}}}},
        "OPTIONS":{{"httpMethod":"OPTIONS","authorizationType":"NONE","apiKeyRequired":false,
            "methodResponses":{{"200":{{"statusCode":"200","responseParameters":{{
                "method.response.header.Access-Control-Allow-Headers":false,
                "method.response.header.Access-Control-Allow-Methods":false,
                "method.response.header.Access-Control-Allow-Origin":false}}}}}},
            "methodIntegration":{{"type":"MOCK","requestTemplates":{{"application/json":"{{\"statusCode\":200}}"}},
                "integrationResponses":{{"200":{{"statusCode":"200","responseParameters":{{
                    "method.response.header.Access-Control-Allow-Headers":"'Authorization,Content-Type'",
                    "method.response.header.Access-Control-Allow-Methods":"'{verb},OPTIONS'",
                    "method.response.header.Access-Control-Allow-Origin":"'*'"}}}}}}}}}}}}}}"#
    )
}

/// What a deployment has of these resources, after others.
fn deployed() -> String {
    let one = |(verb, path, _): &(&str, &str, &FunctionDouble)| {
        format!(
            r#","{path}":{{"{verb}":{{"authorizationType":"COGNITO_USER_POOLS","apiKeyRequired":false}},"OPTIONS":{{"authorizationType":"NONE","apiKeyRequired":false}}}}"#
        )
    };
    METHODS.iter().map(one).collect()
}

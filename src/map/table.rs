//! The application of the book as data: what stands in the end, chapter by chapter, and what leads to what.

use msl_learn_checks::LeftKind::{
    self, AliasRecord, ApiAuthorizer, ApiDomain, ApiResource, BackupPlan, Bucket, Certificate, ConformancePack,
    Distribution, EmailIdentity, Function, Group, HostedZone, Layer, LogGroup, Member, Notifications, Object,
    Parameter, PhoneNumber, Policy, Recorder, Recovery, RestApi, Role, Rule, SandboxPhone, Stack, StateMachine, Table,
    Topic, User, UserPool, Versioning,
};

/// One thing of the application, or somebody who uses it.
pub struct MapNode {
    /// Unique; arrows name it.
    pub id: &'static str,
    pub chapter: u8,
    /// What it is, such as `bucket`.
    pub noun: &'static str,
    /// Its name; a template over the learner's names.
    pub name: &'static str,
    /// The thing of the exercises' `[[leaves]]` that tells how AWS calls it.
    pub thing: Option<(LeftKind, &'static str)>,
    /// The numbers of the exercises that make it: once all of them are done, it stands. Somebody who uses it has none.
    pub exercises: &'static [&'static str],
}

/// What one thing does with another.
pub struct Arrow {
    pub from: &'static str,
    /// Such as `calls`.
    pub does: &'static str,
    pub to: &'static str,
    /// The number of the exercise that joins both, where it is another than those that make them. When a later exercise
    /// replaces it, the arrow is gone.
    pub by: Option<&'static str>,
}

const fn somebody(id: &'static str, chapter: u8, noun: &'static str) -> MapNode {
    MapNode { id, chapter, noun, name: "", thing: None, exercises: &[] }
}

const fn node(
    id: &'static str,
    chapter: u8,
    noun: &'static str,
    name: &'static str,
    thing: (LeftKind, &'static str),
    exercises: &'static [&'static str],
) -> MapNode {
    MapNode { id, chapter, noun, name, thing: Some(thing), exercises }
}

/// A thing that is called what the exercises call it.
const fn named(
    id: &'static str,
    chapter: u8,
    noun: &'static str,
    kind: LeftKind,
    name: &'static str,
    exercises: &'static [&'static str],
) -> MapNode {
    node(id, chapter, noun, name, (kind, name), exercises)
}

const fn arrow(from: &'static str, does: &'static str, to: &'static str) -> Arrow {
    Arrow { from, does, to, by: None }
}

const fn joined(from: &'static str, does: &'static str, to: &'static str, by: &'static str) -> Arrow {
    Arrow { from, does, to, by: Some(by) }
}

/// In the order in which they are drawn.
pub const NODES: &[MapNode] = &[
    somebody("visitors", 4, "visitors"),
    named("zone", 4, "hosted zone", HostedZone, "{{ domain }}", &["4.2"]),
    named("site_name", 4, "record", AliasRecord, "{{ domain }}", &["4.4", "4.8"]),
    named("certificate", 4, "certificate", Certificate, "{{ domain }}", &["4.6"]),
    named("cdn", 4, "distribution", Distribution, "{{ domain }}", &["4.7"]),
    named("site", 4, "bucket", Bucket, "{{ website_bucket }}", &["4.3"]),
    named("admin", 4, "user", User, "admin", &["4.1"]),
    node("chapters_page", 5, "page", "chapters.html", (Object, "{{ website_bucket }}/chapters.*"), &["5.1"]),
    named("api_name", 5, "record", AliasRecord, "{{ api_domain }}", &["5.8"]),
    named("api_domain", 5, "API domain", ApiDomain, "{{ api_domain }}", &["5.7"]),
    named("api", 5, "REST API", RestApi, "website", &["5.3", "5.6"]),
    named("chapters_path", 5, "path", ApiResource, "/chapters", &["5.4", "5.5"]),
    named("get_chapters", 5, "function", Function, "get-chapters", &["5.10"]),
    named("get_chapters_log", 5, "log", LogGroup, "/aws/lambda/get-chapters", &["5.11"]),
    named("get_chapters_role", 6, "role", Role, "function-get-chapters", &["6.2", "6.3", "6.7"]),
    named("data", 6, "bucket", Bucket, "{{ data_bucket }}", &["6.1"]),
    named("chapters", 6, "table", Table, "chapters", &["6.6"]),
    node("robots", 6, "file", "robots.txt", (Object, "{{ website_bucket }}/robots.txt"), &["6.9"]),
    node("links", 7, "script", "sign-in.js", (Object, "{{ website_bucket }}/sign-in.js"), &["7.4"]),
    named("auth_name", 7, "record", AliasRecord, "{{ auth_domain }}", &["7.2"]),
    named("pool", 7, "user pool", UserPool, "website", &["7.1", "7.3", "7.10"]),
    node("callback", 7, "page", "auth-callback.html", (Object, "{{ website_bucket }}/auth-callback.*"), &["7.5"]),
    node("logout", 7, "page", "logout.html", (Object, "{{ website_bucket }}/logout.*"), &["7.6"]),
    node("account", 7, "page", "account/index.html", (Object, "{{ website_bucket }}/account/*"), &["7.7"]),
    node("info", 7, "page", "account/info.html", (Object, "{{ website_bucket }}/account/info.*"), &["7.18"]),
    named("info_path", 7, "path", ApiResource, "/account", &["7.17"]),
    named("authorizer", 7, "authorizer", ApiAuthorizer, "website-users", &["7.13"]),
    named("put_info", 7, "function", Function, "put-account-info", &["7.15"]),
    named("put_info_role", 7, "role", Role, "function-put-account-info", &["7.14"]),
    named("put_info_log", 7, "log", LogGroup, "/aws/lambda/put-account-info", &["7.16"]),
    named("analytics_path", 8, "path", ApiResource, "/analytics", &["8.4"]),
    named("put_item_role", 8, "role", Role, "api-analytics-put-item", &["8.2", "8.3"]),
    named("analytics", 8, "table", Table, "analytics", &["8.1"]),
    named("daily", 8, "rule", Rule, "rule-analytics-auth-callback", &["8.14"]),
    named("collect", 8, "function", Function, "rule-analytics-auth-callback", &["8.12"]),
    named("collect_role", 8, "role", Role, "function-rule-analytics-auth-callback", &["8.10", "8.11"]),
    named("collect_log", 8, "log", LogGroup, "/aws/lambda/rule-analytics-auth-callback", &["8.13"]),
    node("parameters", 8, "parameters", "of the schedule", (Parameter, START), &["8.9"]),
    named("files", 8, "notifications", Notifications, "{{ data_bucket }}", &["8.e4"]),
    named("training", 8, "function", Function, "sagemaker-rcf-run-training", &["8.e3"]),
    node("forest_roles", 8, "roles", "of the random cut forest", (Role, "sagemaker-rcf"), &["8.e1", "8.e2"]),
    named("identity", 9, "mail identity", EmailIdentity, "{{ domain }}", &["9.1", "9.3"]),
    named("put_info_policy", 9, "policy", Policy, "function-put-account-info", &["9.4", "9.13"]),
    named("email_topic", 9, "topic", Topic, "function-sns-send-email", &["9.8"]),
    named("send_email", 9, "function", Function, "sns-send-email", &["9.11"]),
    named("send_email_role", 9, "role", Role, "function-sns-send-email", &["9.9", "9.10"]),
    named("send_email_log", 9, "log", LogGroup, "/aws/lambda/sns-send-email", &["9.12"]),
    named("text_topic", 9, "topic", Topic, "function-sns-send-text", &["9.e2"]),
    named("send_text", 9, "function", Function, "sns-send-text", &["9.i3"]),
    node("number", 9, "number", "for text messages", (PhoneNumber, ""), &["9.e3"]),
    node("phone", 9, "phone", "in the sandbox", (SandboxPhone, ""), &["9.e4"]),
    node("versions", 10, "versions", "of both buckets", (Versioning, "{{ website_bucket }}"), &["10.1"]),
    named("replica", 10, "bucket", Bucket, "{{ data_bucket }}-replica", &["10.4"]),
    named("backup_plan", 10, "backup plan", BackupPlan, "website", &["10.2"]),
    node("recovery", 10, "recovery", "of both tables", (Recovery, "chapters"), &["10.3"]),
    named("backup_tables", 10, "function", Function, "backup-tables", &["10.i1"]),
    named("recorder", 10, "recorder", Recorder, "default", &["10.e1"]),
    named("rules", 10, "conformance pack", ConformancePack, "website", &["10.e2"]),
    node("comments_page", 10, "page", "comments.html", (Object, "{{ website_bucket }}/comments.*"), &["10.i2"]),
    named("comments_path", 10, "path", ApiResource, "/comments", &["10.i3"]),
    named("comments", 10, "table", Table, "comments", &["10.6"]),
    named("analyze_comments", 10, "function", Function, "analyze-comments", &["10.i4"]),
    node("speech_page", 10, "page", "speech.html", (Object, "{{ website_bucket }}/speech.*"), &["10.i5"]),
    named("speech_path", 10, "path", ApiResource, "/speech", &["10.i6"]),
    named("speech", 10, "table", Table, "text-to-speech", &["10.9"]),
    named("create_speech", 10, "function", Function, "create-speech", &["10.i7"]),
    node("welcome", 10, "sound", "audio/welcome.mp3", (Object, "{{ data_bucket }}/audio/welcome.mp3"), &["10.8"]),
    node("images_page", 10, "page", "images.html", (Object, "{{ website_bucket }}/images.*"), &["10.i8"]),
    named("images_path", 10, "path", ApiResource, "/images", &["10.i9"]),
    named("labels_path", 10, "path", ApiResource, "/labels", &["10.i10"]),
    named("layer_example", 12, "function", Function, "layer-example", &["12.e3"]),
    named("layer", 12, "layer", Layer, "chapters-text", &["12.e2"]),
    named("executions_path", 12, "path", ApiResource, "/executions", &["12.e5"]),
    named("greeting", 12, "state machine", StateMachine, "greeting", &["12.e4"]),
    named("stack_role", 12, "role", Role, "cloudformation-website-stack", &["12.e6"]),
    named("stack", 12, "stack", Stack, "website-stack", &["12.e7", "12.e8"]),
    named("deployer", 12, "user", Member, "deployer", &["12.e9"]),
    named("deploy_group", 12, "group", Group, "serverless-deploy", &["12.e9", "12.e14"]),
    named("sam", 12, "stack", Stack, "hello-sam", &["12.e13"]),
    named("toolkit", 12, "stack", Stack, "CDKToolkit", &["12.e17"]),
    named("cdk", 12, "stack", Stack, "HelloCdkStack", &["12.e18", "12.e19"]),
];

const START: &str = "/function-rule-analytics-auth-callback/next-start-iso-timestamp";

/// In the order in which they are drawn.
pub const ARROWS: &[Arrow] = &[
    arrow("visitors", "ask for", "site_name"),
    arrow("site_name", "leads to", "cdn"),
    arrow("cdn", "reads", "site"),
    arrow("zone", "holds", "site_name"),
    arrow("zone", "proves", "certificate"),
    arrow("certificate", "protects", "cdn"),
    arrow("site", "holds", "chapters_page"),
    arrow("chapters_page", "asks for", "api_name"),
    arrow("api_name", "leads to", "api_domain"),
    arrow("api_domain", "leads to", "api"),
    arrow("api", "has", "chapters_path"),
    joined("chapters_path", "calls", "get_chapters", "5.12"),
    arrow("get_chapters", "logs to", "get_chapters_log"),
    joined("get_chapters", "works as", "get_chapters_role", "6.4"),
    joined("get_chapters", "reads", "data", "6.5"),
    joined("get_chapters", "reads", "chapters", "6.8"),
    arrow("site", "holds", "robots"),
    arrow("site", "holds", "links"),
    arrow("links", "lead to", "auth_name"),
    arrow("auth_name", "leads to", "pool"),
    arrow("pool", "returns to", "callback"),
    arrow("pool", "returns to", "logout"),
    arrow("site", "holds", "account"),
    arrow("account", "leads to", "info"),
    arrow("info", "sends to", "info_path"),
    arrow("info_path", "asks", "authorizer"),
    arrow("authorizer", "trusts", "pool"),
    arrow("info_path", "calls", "put_info"),
    arrow("put_info", "changes", "pool"),
    arrow("put_info", "works as", "put_info_role"),
    arrow("put_info", "logs to", "put_info_log"),
    joined("callback", "sends to", "analytics_path", "8.5"),
    arrow("analytics_path", "works as", "put_item_role"),
    arrow("analytics_path", "writes to", "analytics"),
    arrow("daily", "calls", "collect"),
    arrow("collect", "reads", "analytics"),
    arrow("collect", "writes to", "data"),
    arrow("collect", "remembers in", "parameters"),
    arrow("collect", "works as", "collect_role"),
    arrow("collect", "logs to", "collect_log"),
    arrow("data", "tells", "files"),
    arrow("files", "call", "training"),
    arrow("training", "works as", "forest_roles"),
    joined("put_info", "mails as", "identity", "9.6"),
    arrow("put_info_role", "allows by", "put_info_policy"),
    joined("put_info", "publishes to", "email_topic", "9.14"),
    arrow("email_topic", "calls", "send_email"),
    arrow("send_email", "mails as", "identity"),
    arrow("send_email", "works as", "send_email_role"),
    arrow("send_email", "logs to", "send_email_log"),
    arrow("send_text", "texts from", "number"),
    arrow("send_text", "texts", "phone"),
    arrow("data", "keeps", "versions"),
    arrow("data", "is copied to", "replica"),
    arrow("backup_plan", "copies", "data"),
    arrow("backup_tables", "copies", "chapters"),
    arrow("chapters", "can go back by", "recovery"),
    arrow("recorder", "is judged by", "rules"),
    arrow("comments_page", "sends to", "comments_path"),
    arrow("comments_path", "writes to", "comments"),
    arrow("comments", "calls", "analyze_comments"),
    arrow("speech_page", "sends to", "speech_path"),
    arrow("speech_path", "writes to", "speech"),
    arrow("speech", "calls", "create_speech"),
    arrow("images_page", "sends to", "images_path"),
    arrow("images_path", "writes to", "data"),
    arrow("labels_path", "looks into", "data"),
    arrow("layer_example", "uses", "layer"),
    arrow("executions_path", "starts", "greeting"),
    arrow("stack_role", "makes", "stack"),
    arrow("deployer", "is in", "deploy_group"),
    arrow("deploy_group", "deploys by", "toolkit"),
    arrow("toolkit", "makes", "cdk"),
];

/// Exercises that leave something and have no thing of the map, each with the reason.
#[cfg(test)]
pub const WITHOUT_NODE: &[(&str, &str)] = &[
    ("7.21", "it tries what stands already, and leaves a user's new name"),
    ("9.15", "it tries what stands already, and leaves a user's new name"),
    ("9.i1", "it changes the page of exercise 7.18"),
    ("9.i2", "it changes the function of exercise 7.15"),
];

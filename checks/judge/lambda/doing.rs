//! What a function's code asks of other services, and which permission each of it needs.

use super::code::{if_all_seen, if_certain};
use super::data_access::scanned;
use crate::documents::code::{Fate, Run, SentRequest, Text, Value, ValueSet};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// One kind of request: the action that it needs, and what it is called in the AWS SDK for JavaScript, versions 3 and 2, and in
/// the AWS SDK for Python.
struct RequestKind {
    action: &'static str,
    names: &'static [&'static str],
    on: fn(&SentRequest<'_>) -> On,
    /// What its input must have, by the service's model.
    needs: &'static [&'static str],
}

/// On what something is done, as far as the code tells; what is `None` is put together while it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// The action knows no resources.
    Everything,
    /// A table, by its name or its ARN.
    Table(Option<String>),
    /// The backups of some table.
    Backups,
    /// A state machine, by its ARN.
    StateMachine(Option<String>),
    /// An object of a bucket, by the beginning of its key.
    Object { bucket: Option<String>, beginning: Option<String> },
}

/// Something that the code does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doing {
    pub action: &'static str,
    pub on: On,
    /// As the code calls it, such as `PutCommand`.
    pub request: String,
    /// Whether it is in code that runs: what no function calls may never be done.
    pub runs: bool,
    /// Why it comes to nothing, for certain.
    flaw: Option<Judgement>,
}

const fn kind(
    action: &'static str,
    names: &'static [&'static str],
    on: fn(&SentRequest<'_>) -> On,
    needs: &'static [&'static str],
) -> RequestKind {
    RequestKind { action, names, on, needs }
}

const KINDS: &[RequestKind] = &[
    kind(
        "dynamodb:CreateBackup",
        &["CreateBackupCommand", ".createBackup", ".create_backup"],
        table,
        &["TableName", "BackupName"],
    ),
    kind(
        "backup:StartBackupJob",
        &["StartBackupJobCommand", ".startBackupJob", ".start_backup_job"],
        everything,
        &["BackupVaultName", "ResourceArn", "IamRoleArn"],
    ),
    kind("dynamodb:PutItem", &["PutCommand", "PutItemCommand", ".putItem", ".put_item"], table, &["TableName", "Item"]),
    kind(
        "dynamodb:UpdateItem",
        &["UpdateCommand", "UpdateItemCommand", ".updateItem", ".update_item"],
        table,
        &["TableName", "Key"],
    ),
    kind(
        "dynamodb:BatchWriteItem",
        &["BatchWriteCommand", "BatchWriteItemCommand", ".batchWriteItem", ".batch_write_item"],
        unseen_table,
        &["RequestItems"],
    ),
    kind(
        "s3:PutObject",
        &["PutObjectCommand", ".putObject", ".put_object", "Upload", ".upload_fileobj", "createPresignedPost"],
        object,
        &["Bucket", "Key"],
    ),
    kind(
        "s3:GetObject",
        &["GetObjectCommand", ".getObject", ".get_object", ".download_fileobj"],
        object,
        &["Bucket", "Key"],
    ),
    kind(
        "comprehend:DetectSentiment",
        &["DetectSentimentCommand", ".detectSentiment", ".detect_sentiment"],
        everything,
        &["Text", "LanguageCode"],
    ),
    kind(
        "comprehend:BatchDetectSentiment",
        &["BatchDetectSentimentCommand", ".batchDetectSentiment", ".batch_detect_sentiment"],
        everything,
        &["TextList", "LanguageCode"],
    ),
    kind(
        "comprehend:DetectTargetedSentiment",
        &["DetectTargetedSentimentCommand", ".detectTargetedSentiment", ".detect_targeted_sentiment"],
        everything,
        &["Text", "LanguageCode"],
    ),
    // With an endpoint of the learner's own, these need no text or no language.
    kind(
        "comprehend:DetectEntities",
        &["DetectEntitiesCommand", ".detectEntities", ".detect_entities"],
        everything,
        &[],
    ),
    kind(
        "comprehend:DetectKeyPhrases",
        &["DetectKeyPhrasesCommand", ".detectKeyPhrases", ".detect_key_phrases"],
        everything,
        &["Text", "LanguageCode"],
    ),
    kind(
        "polly:SynthesizeSpeech",
        &["SynthesizeSpeechCommand", ".synthesizeSpeech", ".synthesize_speech"],
        everything,
        &["Text", "VoiceId", "OutputFormat"],
    ),
    kind(
        "polly:StartSpeechSynthesisTask",
        &["StartSpeechSynthesisTaskCommand", ".startSpeechSynthesisTask", ".start_speech_synthesis_task"],
        everything,
        &["Text", "VoiceId", "OutputFormat", "OutputS3BucketName"],
    ),
    kind(
        "states:StartExecution",
        &["StartExecutionCommand", ".startExecution", ".start_execution"],
        state_machine,
        &["stateMachineArn"],
    ),
    kind(
        "states:StartSyncExecution",
        &["StartSyncExecutionCommand", ".startSyncExecution", ".start_sync_execution"],
        state_machine,
        &["stateMachineArn"],
    ),
    kind(
        "rekognition:DetectLabels",
        &["DetectLabelsCommand", ".detectLabels", ".detect_labels"],
        everything,
        &["Image"],
    ),
    kind("rekognition:DetectText", &["DetectTextCommand", ".detectText", ".detect_text"], everything, &["Image"]),
    kind("rekognition:DetectFaces", &["DetectFacesCommand", ".detectFaces", ".detect_faces"], everything, &["Image"]),
    kind(
        "rekognition:DetectModerationLabels",
        &["DetectModerationLabelsCommand", ".detectModerationLabels", ".detect_moderation_labels"],
        everything,
        &["Image"],
    ),
    // What functions do besides.
    kind("dynamodb:GetItem", &["GetCommand", "GetItemCommand", ".getItem", ".get_item"], table, &["TableName", "Key"]),
    kind("dynamodb:Query", &["QueryCommand"], table, &["TableName"]),
    kind("dynamodb:Scan", &["ScanCommand"], table, &["TableName"]),
    kind("dynamodb:ListBackups", &["ListBackupsCommand", ".listBackups", ".list_backups"], everything, &[]),
    kind("dynamodb:DeleteBackup", &["DeleteBackupCommand", ".deleteBackup", ".delete_backup"], backups, &["BackupArn"]),
];

/// What the code does besides what is wanted of it. Without leave for it, the function ends with an error.
pub const BESIDES: [&str; 6] = [
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:ListBackups",
    "dynamodb:DeleteBackup",
    "s3:GetObject",
];

/// Requests whose inputs are not their first arguments.
const OTHERWISE: [&str; 4] = ["Upload", "upload_fileobj", "download_fileobj", "createPresignedPost"];

fn everything(_: &SentRequest<'_>) -> On {
    On::Everything
}

fn backups(_: &SentRequest<'_>) -> On {
    On::Backups
}

fn table(request: &SentRequest<'_>) -> On {
    On::Table(only(&scanned(request)))
}

fn state_machine(request: &SentRequest<'_>) -> On {
    On::StateMachine(only(&request.input("stateMachineArn")))
}

fn unseen_table(_: &SentRequest<'_>) -> On {
    On::Table(None)
}

fn object(request: &SentRequest<'_>) -> On {
    // `new Upload({ client, params })` of the library for large objects has them one level down.
    let keys = request.input("Key");
    let beginning = if request.name == "Upload" { None } else { beginning(&keys) };
    On::Object { bucket: only(&request.input("Bucket")), beginning }
}

/// What all texts begin with that it may be, if it may be nothing else; what comes of a variable is not shown.
fn beginning(values: &ValueSet) -> Option<String> {
    let texts: Option<Vec<&str>> =
        values.iter().map(|value| value.text().filter(|text| text.shown().is_ok()).map(Text::beginning)).collect();
    let common = texts?.into_iter().map(str::to_owned).reduce(|one, other| {
        let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
        same.map(|(a, _)| a).collect()
    });
    common.filter(|text| !text.is_empty())
}

/// The one text that it is for certain; the value of a variable is compared, and never shown.
fn only(values: &ValueSet) -> Option<String> {
    let text = values.texts().next().filter(|text| text.is_whole())?;
    let is_it = values.are_certain() && values.iter().count() == 1;
    text.shown().ok().filter(|_| is_it).map(str::to_owned)
}

/// Whether requests of the code lead to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leads {
    Never,
    /// Where they lead to is put together while the code runs.
    Perhaps,
    There,
}

/// Requests, and the member of their input that says where they lead to.
type Way = (&'static [&'static str], &'static str);
const INVOKES: Way = (&["InvokeCommand", "InvokeAsyncCommand", ".invoke", ".invokeAsync"], "FunctionName");
const SENDS: [Way; 2] = [
    (&["PublishCommand", "PublishBatchCommand", ".publish", ".publishBatch", ".publish_batch"], "TopicArn"),
    (
        &[
            "SendMessageCommand",
            "SendMessageBatchCommand",
            ".sendMessage",
            ".sendMessageBatch",
            ".send_message",
            ".send_message_batch",
        ],
        "QueueUrl",
    ),
];

/// Whether the code invokes the function of which `is_it` knows the name or the ARN.
pub fn invokes(package: &Package, is_it: impl Fn(&str) -> bool) -> Leads {
    leads(package, &[INVOKES], is_it)
}

/// Whether the code sends to the topic or the queue of which `is_it` knows the ARN or the address.
pub fn sends_to(package: &Package, is_it: impl Fn(&str) -> bool) -> Leads {
    leads(package, &SENDS, is_it)
}

/// What comes of a variable is compared, and not shown.
fn leads(package: &Package, ways: &[Way], is_it: impl Fn(&str) -> bool) -> Leads {
    let run = package.run();
    let leads = |named: &ValueSet| {
        if named.texts().any(|text| text.is_whole() && is_it(text.value())) {
            return Leads::There;
        }
        let is_known = named.are_certain() && named.texts().all(Text::is_whole);
        if is_known { Leads::Never } else { Leads::Perhaps }
    };
    let of_way = |(names, member): &Way| {
        let requests = run.requests(names).0;
        requests.iter().filter(|request| request.runs).map(|request| leads(&request.input(member))).max()
    };
    ways.iter().filter_map(of_way).max().unwrap_or(Leads::Never)
}

/// All that the code is seen to do, in no order.
pub fn doings(package: &Package) -> Vec<Doing> {
    let run = package.run();
    let mut all: Vec<Doing> = KINDS.iter().flat_map(|kind| of_kind(&run, kind)).collect();
    all.extend(as_others(&run));
    all
}

fn of_kind<'r>(run: &'r Run<'r>, kind: &RequestKind) -> Vec<Doing> {
    let requests = run.requests(kind.names).0;
    let doing = |request: &SentRequest<'r>| Doing {
        action: kind.action,
        on: (kind.on)(request),
        request: request.name.to_owned(),
        runs: request.runs,
        flaw: flaw(run, kind, request),
    };
    requests.iter().map(doing).collect()
}

/// Why a request comes to nothing: its input lacks something, or it gets lost.
fn flaw<'r>(run: &'r Run<'r>, kind: &RequestKind, request: &SentRequest<'r>) -> Option<Judgement> {
    let name = request.name;
    if let Some(lost) = lost(run.fate(request), name) {
        return Some(lost);
    }
    let is_made_for = |thing: &str| request.sent_with().iter().any(|made| made.name == thing);
    if OTHERWISE.contains(&name) || ["Table", "Bucket", "Object"].iter().any(|thing| is_made_for(thing)) {
        return None;
    }
    let lacking = kind.needs.iter().map(|needed| (*needed, request.input(needed)));
    let (needed, values) = lacking.into_iter().find(|(_, values)| values.all(Value::is_nothing))?;
    let unset = values.any(|value| *value == Value::Constant("undefined"));
    let why = if unset { format!("{needed}, which a variable names that is not set") } else { needed.to_owned() };
    Some(Judgement::fails(format!("{name} with {}", kind.needs.join(", ")), format!("{name} without {why}")).advising(
        "The service refuses a request that lacks what it needs. Complete the request, or set the variable, and choose Deploy.",
    ))
}

/// How a request gets lost that stands in a part that runs.
fn lost(fate: Fate, name: &str) -> Option<Judgement> {
    match fate {
        Fate::Sent | Fate::Uncalled => None,
        Fate::Unsent => Some(
            Judgement::fails(format!("{name}, sent by a client"), format!("{name}, which nothing sends"))
                .advising("A command alone does nothing: write await client.send(…) around it, and choose Deploy."),
        ),
        Fate::Unanswered => Some(unawaited(
            name,
            "The code goes on without the answer, and Lambda may stop the request when the handler ends.",
        )),
        Fate::Forgotten => {
            Some(unawaited(name, "An asynchronous handler ends while the request is on its way, and Lambda stops it."))
        }
    }
}

fn unawaited(name: &str, why: &str) -> Judgement {
    Judgement::fails(format!("{name}, and await before it"), format!("{name}, which nothing waits for")).advising(format!(
        "{why} Write await before client.send(…); for several items take for … of instead of forEach. Then choose Deploy."
    ))
}

/// How a request names an image that lies in a bucket.
pub const OF_BUCKET: &str = "S3Object";

/// What services do in the name of the function: Polly writes its audio, and Rekognition reads an image.
fn as_others(run: &Run<'_>) -> Vec<Doing> {
    let tasks = run
        .requests(&["StartSpeechSynthesisTaskCommand", ".startSpeechSynthesisTask", ".start_speech_synthesis_task"])
        .0;
    let writes = |task: &SentRequest<'_>| Doing {
        action: "s3:PutObject",
        on: On::Object {
            bucket: only(&task.input("OutputS3BucketName")),
            beginning: only(&task.input("OutputS3KeyPrefix")),
        },
        request: task.name.to_owned(),
        runs: task.runs,
        flaw: None,
    };
    let images = run.under(|key| key == OF_BUCKET);
    let reads = |image: &ValueSet| Doing {
        action: "s3:GetObject",
        on: On::Object { bucket: only(&run.member(image, "Bucket")), beginning: beginning(&run.member(image, "Name")) },
        request: OF_BUCKET.to_owned(),
        runs: true,
        flaw: None,
    };
    tasks.iter().map(writes).chain(images.iter().map(reads)).collect()
}

/// Whether the code is seen to do one of these actions.
pub fn does_any(package: &Package, actions: &[&str]) -> bool {
    doings(package).iter().any(|doing| doing.runs && actions.contains(&doing.action))
}

/// The code does one of these actions; `expected` says so in words, and `nothing` that it does not. Whatever else it does comes
/// to something, too.
pub fn does(package: &Package, actions: &[&str], [expected, nothing]: [&str; 2]) -> Judgement {
    let run = package.run();
    let all = doings(package);
    let fitting: Vec<&Doing> = all.iter().filter(|doing| actions.contains(&doing.action)).collect();
    let running = || fitting.iter().filter(|doing| doing.runs);
    if let Some(done) = running().find(|doing| doing.flaw.is_none()) {
        let flaw = all.iter().filter(|doing| doing.runs).find_map(|doing| doing.flaw.clone());
        let flaw = flaw.map(|flaw| if_certain(&run, flaw)).filter(Judgement::does_fail);
        return Judgement::holds(done.request.as_str()).but(flaw);
    }
    if let Some(flaw) = running().find_map(|doing| doing.flaw.clone()) {
        return if_certain(&run, flaw);
    }
    if let Some(idle) = fitting.first() {
        let found = format!("{}, in a part of the code that nothing calls", idle.request);
        return if_all_seen(
            package,
            &run,
            Judgement::fails(expected, found)
                .advising("Call that part from the handler, with await before the call, and choose Deploy."),
        );
    }
    if package.code().texts().any(|text| text.contains("Hello from Lambda")) {
        return Judgement::fails(expected, "the greeting of the code that the console puts into a new function")
            .advising("Replace the code in the editor by your own, and choose Deploy: until then the old code runs.");
    }
    if_all_seen(package, &run, Judgement::fails(expected, nothing))
}

/// An item that the code writes into a table.
pub struct Written {
    /// The table's name or ARN.
    pub table: String,
    /// What tells items apart there must be in this: the item itself or, of a change, its key.
    whole: &'static str,
    request: String,
    values: ValueSet,
}

/// The items that the code is seen to write into tables whose names are seen.
pub fn written(run: &Run<'_>) -> Vec<Written> {
    const WAYS: [(&str, &[&str]); 2] = [
        ("Item", &["PutCommand", "PutItemCommand", ".putItem", ".put_item"]),
        ("Key", &["UpdateCommand", "UpdateItemCommand", ".updateItem", ".update_item"]),
    ];
    let of_way = |(whole, names): &(&'static str, &'static [&'static str])| {
        let sent = run.requests(names).0.into_iter().filter(|request| request.runs);
        let one = |request: SentRequest<'_>| {
            let table = only(&scanned(&request))?;
            Some(Written { table, whole, request: request.name.to_owned(), values: request.input(whole) })
        };
        sent.filter_map(one).collect::<Vec<_>>()
    };
    WAYS.iter().flat_map(of_way).collect()
}

impl Written {
    /// The names of what is written, if all of them are seen; of a change, they stand elsewhere, and are none.
    pub fn attributes(&self, run: &Run<'_>) -> Option<Vec<String>> {
        if self.whole != "Item" { Some(Vec::new()) } else { run.names(&self.values) }
    }

    /// What a table whose items are told apart by `key` refuses in it, if that is certain.
    pub fn refused(&self, run: &Run<'_>, key: &str) -> Option<Judgement> {
        let Self { table, whole, request, values } = self;
        let of_key = run.member(values, key);
        let fails = |found: String, advice: String| {
            Some(if_certain(
                run,
                Judgement::fails(format!("{whole} with {key}, the key of {table}"), found).advising(advice),
            ))
        };
        if of_key.all(Value::is_nothing) {
            return fails(
                format!("{request} without {key}"),
                format!("Every item of {table} needs its key. Write {key} into the {whole}, and choose Deploy."),
            );
        }
        let is_plain = |value: &Value| match value {
            Value::Text(_) | Value::Number(_) => true,
            value => run.origin(value).is_some_and(|made| PLAIN.contains(&made.name)),
        };
        // The commands of the client itself take values with their types.
        if TYPED.contains(&request.as_str()) && of_key.all(is_plain) {
            return fails(
                format!("{request} with {key} as it is, and not as {{ S: … }}"),
                "PutItemCommand and UpdateItemCommand want the type of each value. Take PutCommand and UpdateCommand of \
                 @aws-sdk/lib-dynamodb, and choose Deploy."
                    .to_owned(),
            );
        }
        let is_typed = |value: &Value| {
            let value = ValueSet::of(value.clone());
            ["S", "N"].iter().any(|kind| !run.member(&value, kind).all(Value::is_nothing))
        };
        if DOCUMENTS.contains(&request.as_str())
            && of_key.all(|value| matches!(value, Value::Object(_)) && is_typed(value))
        {
            return fails(
                format!("{request} with {key} as {{ S: … }}"),
                "PutCommand and UpdateCommand find the types by themselves. Write the values as they are, and choose Deploy."
                    .to_owned(),
            );
        }
        None
    }
}

const TYPED: [&str; 2] = ["PutItemCommand", "UpdateItemCommand"];
const DOCUMENTS: [&str; 2] = ["PutCommand", "UpdateCommand"];
/// What gives a plain text or a number.
const PLAIN: [&str; 5] = ["randomUUID", "toISOString", "now", "String", "toString"];

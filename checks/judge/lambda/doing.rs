//! What a function's code asks of other services, and which permission each of it needs.

use super::code::{if_all_seen, not_told};
use super::data_access::scanned;
use crate::documents::code::{Run, SentRequest, ValueSet};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// One kind of request: the action that it needs, and what it is called in the AWS SDK for JavaScript, versions 3 and 2, and in
/// the AWS SDK for Python.
struct RequestKind {
    action: &'static str,
    names: &'static [&'static str],
    on: fn(&SentRequest<'_>) -> On,
}

/// On what something is done, as far as the code tells; what is `None` is put together while it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// The action knows no resources.
    Everything,
    /// A table, by its name or its ARN.
    Table(Option<String>),
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
}

const fn kind(action: &'static str, names: &'static [&'static str], on: fn(&SentRequest<'_>) -> On) -> RequestKind {
    RequestKind { action, names, on }
}

const KINDS: &[RequestKind] = &[
    kind("dynamodb:CreateBackup", &["CreateBackupCommand", ".createBackup", ".create_backup"], table),
    kind("backup:StartBackupJob", &["StartBackupJobCommand", ".startBackupJob", ".start_backup_job"], everything),
    kind("dynamodb:PutItem", &["PutCommand", "PutItemCommand", ".putItem", ".put_item"], table),
    kind("dynamodb:UpdateItem", &["UpdateCommand", "UpdateItemCommand", ".updateItem", ".update_item"], table),
    kind(
        "dynamodb:BatchWriteItem",
        &["BatchWriteCommand", "BatchWriteItemCommand", ".batchWriteItem", ".batch_write_item"],
        unseen_table,
    ),
    kind(
        "s3:PutObject",
        &["PutObjectCommand", ".putObject", ".put_object", "Upload", ".upload_fileobj", "createPresignedPost"],
        object,
    ),
    kind("s3:GetObject", &["GetObjectCommand", ".getObject", ".get_object", ".download_fileobj"], object),
    kind(
        "comprehend:DetectSentiment",
        &["DetectSentimentCommand", ".detectSentiment", ".detect_sentiment"],
        everything,
    ),
    kind(
        "comprehend:BatchDetectSentiment",
        &["BatchDetectSentimentCommand", ".batchDetectSentiment", ".batch_detect_sentiment"],
        everything,
    ),
    kind(
        "comprehend:DetectTargetedSentiment",
        &["DetectTargetedSentimentCommand", ".detectTargetedSentiment", ".detect_targeted_sentiment"],
        everything,
    ),
    kind("comprehend:DetectEntities", &["DetectEntitiesCommand", ".detectEntities", ".detect_entities"], everything),
    kind(
        "comprehend:DetectKeyPhrases",
        &["DetectKeyPhrasesCommand", ".detectKeyPhrases", ".detect_key_phrases"],
        everything,
    ),
    kind("polly:SynthesizeSpeech", &["SynthesizeSpeechCommand", ".synthesizeSpeech", ".synthesize_speech"], everything),
    kind(
        "polly:StartSpeechSynthesisTask",
        &["StartSpeechSynthesisTaskCommand", ".startSpeechSynthesisTask", ".start_speech_synthesis_task"],
        everything,
    ),
    kind("rekognition:DetectLabels", &["DetectLabelsCommand", ".detectLabels", ".detect_labels"], everything),
    kind("states:StartExecution", &["StartExecutionCommand", ".startExecution", ".start_execution"], state_machine),
    kind(
        "states:StartSyncExecution",
        &["StartSyncExecutionCommand", ".startSyncExecution", ".start_sync_execution"],
        state_machine,
    ),
    kind("rekognition:DetectText", &["DetectTextCommand", ".detectText", ".detect_text"], everything),
    kind("rekognition:DetectFaces", &["DetectFacesCommand", ".detectFaces", ".detect_faces"], everything),
    kind(
        "rekognition:DetectModerationLabels",
        &["DetectModerationLabelsCommand", ".detectModerationLabels", ".detect_moderation_labels"],
        everything,
    ),
];

fn everything(_: &SentRequest<'_>) -> On {
    On::Everything
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
    let beginning = keys.texts().next().filter(|_| keys.iter().count() == 1 && request.name != "Upload");
    let beginning = beginning.filter(|text| text.shown().is_ok()).map(|text| text.beginning().to_owned());
    On::Object { bucket: only(&request.input("Bucket")), beginning: beginning.filter(|text| !text.is_empty()) }
}

/// The one text that it is for certain; the value of a variable is compared, and never shown.
fn only(values: &ValueSet) -> Option<String> {
    let text = values.texts().next().filter(|text| text.is_whole())?;
    let is_it = values.are_certain() && values.iter().count() == 1;
    text.shown().ok().filter(|_| is_it).map(str::to_owned)
}

/// All that the code is seen to do, in no order.
pub fn doings(package: &Package) -> Vec<Doing> {
    let run = package.run();
    let mut all: Vec<Doing> = KINDS.iter().flat_map(|kind| of_kind(&run, kind)).collect();
    all.extend(as_others(&run));
    all
}

fn of_kind(run: &Run<'_>, kind: &RequestKind) -> Vec<Doing> {
    let requests = run.requests(kind.names).0;
    let doing = |request: &SentRequest<'_>| Doing {
        action: kind.action,
        on: (kind.on)(request),
        request: request.name.to_owned(),
        runs: request.runs,
    };
    requests.iter().map(doing).collect()
}

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
    };
    let reads_image = !run.under(|key| key == "S3Object").is_empty();
    let reads = reads_image.then(|| Doing {
        action: "s3:GetObject",
        on: On::Object { bucket: None, beginning: None },
        request: "S3Object".to_owned(),
        runs: true,
    });
    tasks.iter().map(writes).chain(reads).collect()
}

/// Whether the code is seen to do one of these actions.
pub fn does_any(package: &Package, actions: &[&str]) -> bool {
    doings(package).iter().any(|doing| doing.runs && actions.contains(&doing.action))
}

/// The code does one of these actions; `expected` says so in words, and `nothing` that it does not.
pub fn does(package: &Package, actions: &[&str], [expected, nothing]: [&str; 2]) -> Judgement {
    let all = doings(package);
    let mut fitting = all.iter().filter(|doing| actions.contains(&doing.action)).peekable();
    if let Some(first) = fitting.peek().map(|doing| doing.request.clone()) {
        return match fitting.find(|doing| doing.runs) {
            Some(doing) => Judgement::holds(doing.request.as_str()),
            None => not_told(&format!("{first} is in a part of it that nothing calls")),
        };
    }
    if package.code().texts().any(|text| text.contains("Hello from Lambda")) {
        return Judgement::fails(expected, "the greeting of the code that the console puts into a new function")
            .advising("Replace the code in the editor by your own, and choose Deploy: until then the old code runs.");
    }
    if_all_seen(package, &package.run(), Judgement::fails(expected, nothing))
}

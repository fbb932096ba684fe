//! Answers that AWS itself gave, recorded by others, go through the guarded client and the reader that uses them: each is
//! read, and what the reader makes of it is what the answer says. They are not in this repository: the variable
//! MSL_RECORDED names the file. Each of its lines is an answer: `service` (the SDK's id), `operation`, `test` and `label`
//! (where it comes from), `status`, and `body` as on the wire, or `error` (its code) and `message`.

mod apigateway;
mod events;
mod iam;
mod lambda;
mod records;
mod s3;
mod sent;
mod told;

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use serde::Deserialize;
use serde_json::Value;

use self::told::{Element, Fields};
use super::*;
use crate::aws::api::allowed;
use crate::aws::fault::{Fault, FaultKind, Read};
use crate::aws::operation::Operation;
use crate::services::APIS;

const VARIABLE: &str = "MSL_RECORDED";

/// An answer of AWS's.
#[derive(Clone, Debug, Deserialize)]
struct Recorded {
    service: String,
    operation: String,
    /// Where it comes from.
    test: String,
    label: String,
    status: u16,
    #[serde(default)]
    body: String,
    /// The code of an error.
    #[serde(default)]
    error: Option<String>,
    #[serde(default)]
    message: Option<String>,
}

/// Operations that are not asked, each with the one whose answer has the same thing in it, and what stands around it there.
const WITHIN: &[(&str, &str, &str, [&str; 2])] = &[
    ("API Gateway", "GetAuthorizer", "GetAuthorizers", [r#"{"item": ["#, "]}"]),
    ("API Gateway", "GetMethod", "GetResources", [METHOD, "}}]}"]),
    ("API Gateway", "GetRestApi", "GetRestApis", [r#"{"item": ["#, "]}"]),
    ("API Gateway", "GetStage", "GetStages", [r#"{"item": ["#, "]}"]),
    ("Lambda", "GetEventSourceMapping", "ListEventSourceMappings", [r#"{"EventSourceMappings": ["#, "]}"]),
    ("Lambda", "GetFunctionConfiguration", "GetFunction", [r#"{"Configuration": "#, r#", "Code": {"Location": "l"}}"#]),
];
const METHOD: &str = r#"{"item": [{"id": "a", "path": "/a", "resourceMethods": {"GET": "#;

/// Answers that are not read, by operation, and what their label or their error's code holds: the end of the fault's message,
/// and why that is right.
const UNREAD: &[(&str, &str, &str, &str)] = &[
    (
        "apigateway:GetResources",
        "",
        "authorizationType",
        "it was asked for without the methods, which the program asks for",
    ),
    ("apigateway:GetAuthorizers", "NotFoundException", "", "the API was deleted since the list of all was made"),
    ("apigateway:GetDeployment", "", "apiSummary", "it was asked for without the summary, which the program asks for"),
    ("apigateway:GetExport", "", "OpenAPI 3.0 document", "it is in the older format, which the program never asks for"),
    ("lambda:GetLayerVersion", "get_layer", "none of AWS's", "the address of the archive is a placeholder"),
    ("lambda:GetLayerVersion", "InvalidParameterValueException", "", NEVER_ASKED),
    ("lambda:ListFunctions", "ResourceNotFoundException", "", NEVER_ASKED),
    ("lambda:ListFunctions", "ValidationException", "", NEVER_ASKED),
    ("lambda:ListLayers", "ValidationException", "", NEVER_ASKED),
    ("route53:GetHostedZone", "", "DelegationSet", "the zone is private, and is found by no reader"),
    ("s3:GetBucketPolicy", "InvalidBucketOwnerAWSAccountID", "", NEVER_ASKED),
    ("s3:GetBucketLocation", "NoSuchBucket", "", "the bucket was deleted since the list of all was made"),
    (
        "s3:GetBucketNotificationConfiguration",
        "NoSuchBucket",
        "",
        "the bucket was deleted since the list of all was made",
    ),
    ("s3:GetObject", "PreconditionFailed", "", NEVER_ASKED),
    ("s3:GetObject", "InvalidObjectState", "", "the object is archived, which its head tells first"),
    ("s3:GetObject", "MethodNotAllowed", "", NEVER_ASKED),
    ("s3:GetObject", "ObjectLockConfigurationNotFoundError", "", "it is the answer of another operation"),
    ("s3:HeadObject", "405", "", NEVER_ASKED),
    ("s3:ListObjectsV2", "InvalidArgument", "", NEVER_ASKED),
    ("states:DescribeStateMachine", "creation_resp", "without name", "it is the answer of CreateStateMachine"),
    ("states:ListExecutions", "StateMachineTypeNotSupported", "", "only standard state machines are asked for theirs"),
    ("states:ListExecutions", "ValidationException", "", NEVER_ASKED),
    ("states:ListStateMachines", "ValidationException", "", NEVER_ASKED),
];
const NEVER_ASKED: &str = "it answers what the program never asks";

impl Recorded {
    /// The answer as one of an operation that is asked; none if it is of another.
    fn asked(self) -> Option<(Self, &'static Operation)> {
        if let Some(operation) = allowed(APIS, &self.service, &self.operation) {
            return Some((self, operation));
        }
        let row = WITHIN.iter().find(|(service, name, ..)| *service == self.service && *name == self.operation)?;
        let [before, after] = row.3;
        let body = if self.error.is_some() { String::new() } else { format!("{before}{}{after}", self.body) };
        let within = Self { operation: row.2.to_owned(), status: self.status.max(200), body, ..self };
        let operation = allowed(APIS, &within.service, &within.operation)?;
        Some((within, operation))
    }

    fn answer(&self, operation: &Operation) -> Answer {
        match &self.error {
            // Whoever asks for a head gets no body.
            Some(_) if operation.name == "HeadObject" => status(self.status, ""),
            Some(code) => {
                error(operation.label, (self.status, code.as_str()), self.message.as_deref().unwrap_or_default())
            }
            None => status(self.status, self.body.clone()),
        }
    }

    /// The account in which everything is done, but for this answer.
    fn account(&self, operation: &'static Operation) -> Account {
        solved().without_memory().answers(operation.label, self.answer(operation))
    }

    /// The same, with a last page after this one.
    fn account_of_pages(&self, operation: &'static Operation, last: &str) -> Account {
        let account = solved().without_memory().answers(operation.label, ok(last));
        account.answers_once(operation.label, self.answer(operation))
    }

    /// Nothing of an error.
    fn json(&self) -> Value {
        if self.error.is_some() {
            return Value::Null;
        }
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.place(), self.body))
    }

    /// Nothing of an error.
    fn xml(&self) -> Element {
        if self.error.is_some() { Element::default() } else { Element::parse(&self.body) }
    }

    fn place(&self) -> String {
        format!("{}:{} {} ({})", self.service, self.operation, self.label, self.test)
    }
}

/// What the reader made of an answer beside what that says; nothing if the reader takes it for *there is none*.
type Compared = Read<Option<Fields>>;

async fn compared(one: &Recorded, operation: &'static Operation) -> Compared {
    let you = example();
    match one.service.as_str() {
        "API Gateway" => apigateway::compared(one, operation, &you).await,
        "EventBridge" | "Scheduler" => events::compared(one, operation, &you).await,
        "IAM" => iam::compared(one, operation, &you).await,
        "Lambda" => lambda::compared(one, operation, &you).await,
        "S3" | "S3 Control" => s3::compared(one, operation, &you).await,
        "SFN" | "SNS" => sent::compared(one, operation, &you).await,
        _ => records::compared(one, operation, &you).await,
    }
}

/// Why no reader is to understand the answer, if that is listed.
fn why_unread(one: &Recorded, operation: &Operation, fault: &Fault) -> Option<&'static str> {
    let is_of = |part: &str| one.label.contains(part) || one.error.as_deref() == Some(part);
    let mut rows = UNREAD.iter().filter(|(label, part, ..)| *label == operation.label && is_of(part));
    rows.find(|(_, _, message, _)| fault.message().contains(message)).map(|row| row.3)
}

/// What came of all answers.
#[derive(Debug, Default)]
struct Count {
    answers: usize,
    fields: usize,
    none: usize,
    unread: BTreeMap<String, usize>,
    operations: BTreeMap<&'static str, usize>,
    wrong: Vec<String>,
}

impl Count {
    fn take(&mut self, one: &Recorded, operation: &'static Operation, compared: Compared) {
        self.answers += 1;
        *self.operations.entry(operation.label).or_default() += 1;
        match compared {
            Ok(None) => self.none += 1,
            Ok(Some(fields)) => {
                self.fields += fields.0.len();
                let differ = fields.0.iter().filter(|(_, read, told)| read != told);
                let differ = differ.map(|(member, read, told)| {
                    format!("{}: {member} is read as {read}, and the answer says {told}", one.place())
                });
                self.wrong.extend(differ);
            }
            Err(fault) => match why_unread(one, operation, &fault) {
                Some(why) => *self.unread.entry(format!("{}: {why}", operation.label)).or_default() += 1,
                None if is_misread(&fault) => self.wrong.push(format!("{}: {}", one.place(), fault.message())),
                None => *self.unread.entry(fault.message()).or_default() += 1,
            },
        }
    }
}

/// Whether a learner would be told to report it.
fn is_misread(fault: &Fault) -> bool {
    matches!(fault.kind(), FaultKind::Unexpected | FaultKind::NotImplemented | FaultKind::NotReachable)
}

#[tokio::test]
#[expect(clippy::print_stderr, reason = "the counts are what the test is run for")]
async fn what_aws_answered_is_read_as_it_says() {
    let Some(path) = std::env::var_os(VARIABLE) else {
        eprintln!("left out: {VARIABLE} names no file of recorded answers");
        return;
    };
    let lines = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let all = lines.lines().map(|line| serde_json::from_str::<Recorded>(line).expect("a recorded answer"));
    let mut count = Count::default();
    for (one, operation) in all.filter_map(Recorded::asked) {
        // One that breaks a reader is told with the others.
        match AssertUnwindSafe(compared(&one, operation)).catch_unwind().await {
            Ok(compared) => count.take(&one, operation, compared),
            Err(_) => count.wrong.push(format!("{}: panics", one.place())),
        }
    }
    let Count { answers, fields, none, unread, operations, wrong } = count;
    eprintln!(
        "{answers} answers of {} operations: {fields} members compared, {none} say that there is none",
        operations.len()
    );
    unread.iter().for_each(|(why, times)| eprintln!("{times} not read: {why}"));
    assert!(answers > 0, "{} has no answer of an operation that is asked", path.display());
    assert!(wrong.is_empty(), "{} are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

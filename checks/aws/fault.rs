//! Why a read failed: one classification for every operation, with the cure.

use std::error::Error;
use std::time::Duration;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::operation::{Operation, Scope};
use crate::report::Reason;

/// The kinds of failed reads; the names are part of the JSON promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Nothing that is AWS answered: DNS, refused, timeout, TLS, or a proxy in AWS's stead.
    NotReachable,
    /// Credentials are missing, expired or wrong, or the clock is.
    Credentials,
    /// AWS refused the caller.
    Denied,
    /// AWS answered that there were too many requests, after all attempts.
    Throttled,
    /// AWS's own fault.
    AwsFault,
    /// The endpoint does not implement the operation, or leaves out what AWS always answers.
    NotImplemented,
    /// None of these: a bug of this program.
    Unexpected,
}

impl FaultKind {
    pub fn name(self) -> &'static str {
        match self {
            FaultKind::NotReachable => "not_reachable",
            FaultKind::Credentials => "credentials",
            FaultKind::Denied => "denied",
            FaultKind::Throttled => "throttled",
            FaultKind::AwsFault => "aws_fault",
            FaultKind::NotImplemented => "not_implemented",
            FaultKind::Unexpected => "unexpected",
        }
    }
}

/// One read: the operation, and what it is asked about (an ARN where a policy can name one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub operation: &'static Operation,
    pub resource: String,
}

impl Call {
    pub(crate) fn new(operation: &'static Operation, resource: impl Into<String>) -> Self {
        Self { operation, resource: resource.into() }
    }
}

/// A read that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    /// The call that failed; a fault of our own has none.
    call: Option<Call>,
    /// The error code that AWS sent.
    code: Option<String>,
    /// What happened, in AWS's words where it sent any. Foreign text.
    message: String,
}

const EXPIRED: &[&str] = &["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"];
const CLOCK: &[&str] = &["RequestExpired", "RequestTimeTooSkewed"];
const INVALID: &[&str] = &[
    "InvalidClientTokenId",
    "InvalidAccessKeyId",
    "UnrecognizedClientException",
    "SignatureDoesNotMatch",
    "InvalidToken",
    "AuthFailure",
    "IncompleteSignature",
    "MissingAuthenticationToken",
    "NotSignedUp",
    "OptInRequired",
];
const DENIED: &[&str] = &[
    "AccessDenied",
    "AccessDeniedException",
    "UnauthorizedOperation",
    "AuthorizationError",
    "AuthorizationErrorException",
    "NotAuthorized",
    "AllAccessDisabled",
];
const THROTTLED: &[&str] = &[
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "TooManyRequestsException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "PriorRequestNotComplete",
    "BandwidthLimitExceeded",
    "LimitExceededException",
];
const NOT_IMPLEMENTED: &[&str] = &[
    "NotImplemented",
    "NotImplementedException",
    "UnknownOperationException",
    "UnknownOperation",
    "InvalidAction",
    "UnsupportedOperation",
    "UnsupportedOperationException",
];

impl Fault {
    /// Classifies what the SDK says of a failed call. `emulated` tells that the endpoint is not AWS's own.
    pub(crate) fn of<E>(call: Call, error: &SdkError<E, HttpResponse>, emulated: bool) -> Self
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        let code = error.code().map(str::to_owned);
        let status = error.raw_response().map(|response| response.status().as_u16());
        let kind = match error {
            SdkError::ServiceError(_) => kind_of_answer(code.as_deref(), status, emulated, has_body(error)),
            SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) => kind_of_dispatch(error),
            SdkError::ResponseError(_) => FaultKind::NotReachable,
            _ => kind_of_dispatch_or(error, FaultKind::Unexpected),
        };
        let message = match (error.message(), error) {
            (Some(message), SdkError::ServiceError(_)) if !message.is_empty() => message.to_owned(),
            (_, SdkError::ServiceError(_)) => answer_without_message(code.as_deref(), status),
            _ if kind == FaultKind::Credentials => credentials_message(error),
            _ => chain(error),
        };
        Self { kind, call: Some(call), code, message }
    }

    /// An answer that lacks something which AWS, by the service model, always sends.
    pub(crate) fn incomplete(call: Call, member: &str) -> Self {
        let message = format!("the answer has no {member}, which AWS always sends");
        Self { kind: FaultKind::NotImplemented, call: Some(call), code: None, message }
    }

    /// An answer that cannot be read, such as a policy that is no JSON.
    pub(crate) fn unreadable(call: Call, message: impl Into<String>) -> Self {
        Self { kind: FaultKind::Unexpected, call: Some(call), code: None, message: message.into() }
    }

    /// DNS did not answer the question for `name`.
    pub(crate) fn dns(name: &str, message: &str) -> Self {
        let message = format!("DNS did not answer for {name}: {message}");
        Self { kind: FaultKind::NotReachable, call: None, code: None, message }
    }

    /// A region that AWS's tables here do not have yet.
    pub(crate) fn unknown_region(region: &str) -> Self {
        Self::bug(&format!("no S3 website endpoint is known for the region {region}"))
    }

    pub(crate) fn bug(message: &str) -> Self {
        Self { kind: FaultKind::Unexpected, call: None, code: None, message: message.to_owned() }
    }

    pub(crate) fn deadline(limit: Duration) -> Self {
        let message = format!("no answer within {} seconds in all", limit.as_secs());
        Self { kind: FaultKind::NotReachable, call: None, code: None, message }
    }

    /// Whether AWS answered with one of these error codes.
    pub(crate) fn has_code(&self, codes: &[&str]) -> bool {
        self.code.as_deref().is_some_and(|code| codes.contains(&code))
    }

    /// What happened, where: for errors outside of findings.
    pub fn message(&self) -> String {
        let place = self.call.as_ref().map_or_else(String::new, |call| format!("{}: ", call.operation.label));
        format!("{place}{}", self.message)
    }

    /// The fault as findings carry it.
    pub fn reason(&self) -> Reason {
        let call = self.call.as_ref();
        Reason {
            kind: self.kind.name(),
            operation: call.map_or_else(String::new, |call| call.operation.label.to_owned()),
            resource: call.map_or_else(String::new, |call| call.resource.clone()),
            message: self.message.clone(),
        }
    }

    /// Whose side it is on and what to do.
    pub fn advice(&self) -> String {
        match self.kind {
            FaultKind::NotReachable => NOT_REACHABLE.to_owned(),
            FaultKind::Credentials => self.credentials_advice().to_owned(),
            FaultKind::Denied => self.denied_advice(),
            FaultKind::Throttled => THROTTLED_ADVICE.to_owned(),
            FaultKind::AwsFault => AWS_FAULT.to_owned(),
            FaultKind::NotImplemented => NOT_IMPLEMENTED_ADVICE.to_owned(),
            FaultKind::Unexpected => UNEXPECTED.to_owned(),
        }
    }

    fn credentials_advice(&self) -> &'static str {
        if self.has_code(EXPIRED) {
            return "Your sign-in has expired. Sign in again (`aws login`, or `aws sso login`), then check again.";
        }
        if self.has_code(CLOCK) {
            return "AWS refuses requests whose time is wrong. Set your computer's clock, then check again.";
        }
        if self.has_code(INVALID) {
            return "AWS does not accept these credentials. See which they are with `aws configure list`, and sign in again.";
        }
        "Sign in first: `aws login`, `aws sso login`, or `aws configure` with an access key of your IAM user. \
         If you use a profile, name it in msl-learn.toml."
    }

    fn denied_advice(&self) -> String {
        let Some(call) = &self.call else { return "Ask whoever manages the account for read access.".into() };
        let why = denial(&self.message);
        let resource = if call.operation.scope == Scope::Resource { call.resource.as_str() } else { "*" };
        let statement = serde_json::json!({
            "Effect": "Allow", "Action": call.operation.action, "Resource": resource,
        });
        format!(
            "{why}The account is not at fault: this caller may not look. Smallest policy statement that cures it: {statement}"
        )
    }
}

const NOT_REACHABLE: &str = "Nothing is known about your work: AWS was not reached. Check the network (proxy, VPN, \
     sign-in page of the Wi-Fi), then check again. In a practice account, `msl-learn practice start` starts it.";
const THROTTLED_ADVICE: &str =
    "AWS answers that there are too many requests in this account at the moment. Wait a minute, then check again.";
const AWS_FAULT: &str = "The fault is on AWS's side, not in your work. Wait a minute, then check again.";
const NOT_IMPLEMENTED_ADVICE: &str =
    "This endpoint is not AWS and does not implement what the clause needs. In a real account it can be told.";
const UNEXPECTED: &str =
    "This is not in your work but most likely a fault of msl-learn. Please report it with the message above.";

fn has_body<E>(error: &SdkError<E, HttpResponse>) -> bool {
    error.raw_response().and_then(|response| response.body().bytes()).is_some_and(|body| !body.is_empty())
}

fn kind_of_answer(code: Option<&str>, status: Option<u16>, emulated: bool, has_body: bool) -> FaultKind {
    let is = |codes: &[&str]| code.is_some_and(|code| codes.contains(&code));
    if is(EXPIRED) || is(CLOCK) || is(INVALID) {
        return FaultKind::Credentials;
    }
    // AWS refuses without a code only where an answer has no body (HEAD); a proxy that refuses sends a page.
    let bare = code.is_none() && status == Some(403) && (emulated || !has_body);
    if is(DENIED) || bare || code == Some("Forbidden") {
        return FaultKind::Denied;
    }
    if is(THROTTLED) || status == Some(429) {
        return FaultKind::Throttled;
    }
    let foreign = code.is_none() && matches!(status, Some(400..=499));
    if emulated && (is(NOT_IMPLEMENTED) || status == Some(501) || foreign) {
        return FaultKind::NotImplemented;
    }
    match (code, status) {
        (None, Some(200..=499)) => FaultKind::NotReachable,
        (_, Some(500..)) => FaultKind::AwsFault,
        _ => FaultKind::Unexpected,
    }
}

/// The last place that the SDK looks is the metadata service of EC2: not there, there are no credentials anywhere.
fn credentials_message(error: &(dyn Error + 'static)) -> String {
    let text = chain(error);
    match text.contains("IMDS") || text.contains("not loaded") || text.contains("no providers") {
        true => "no credentials were found, neither in the environment nor in the profile".into(),
        false => text,
    }
}

fn kind_of_dispatch(error: &(dyn Error + 'static)) -> FaultKind {
    kind_of_dispatch_or(error, FaultKind::NotReachable)
}

fn kind_of_dispatch_or(error: &(dyn Error + 'static), otherwise: FaultKind) -> FaultKind {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<CredentialsError>() {
            return FaultKind::Credentials;
        }
        cause = error.source();
    }
    otherwise
}

fn answer_without_message(code: Option<&str>, status: Option<u16>) -> String {
    match (code, status) {
        (Some(code), _) => format!("AWS answered {code}"),
        (None, Some(status @ 200..=299)) => format!("something that is not AWS answered (HTTP status {status})"),
        (None, Some(status)) => format!("the answer was HTTP status {status} without an error code"),
        (None, None) => "the answer could not be read".into(),
    }
}

/// The error and its causes, each in its own words.
fn chain(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |&error| error.source());
    let mut texts: Vec<_> = causes.map(ToString::to_string).collect();
    texts.dedup();
    texts.join(": ")
}

/// Which kind of denial AWS's message tells of (IAM User Guide, "Troubleshoot access denied error messages").
fn denial(message: &str) -> &'static str {
    if message.contains("service control policy") {
        return "A service control policy of your organization forbids it; whoever manages the organization can lift it. ";
    }
    if message.contains("permissions boundary") {
        return "A permissions boundary on the caller forbids it. ";
    }
    if message.contains("explicit deny") {
        return "A policy denies it explicitly; remove that Deny first. ";
    }
    ""
}

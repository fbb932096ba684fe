//! Why a read failed: one classification for every operation, with the fix.

mod advice;
mod call;
mod cause;
mod chain;
mod codes;
pub(crate) mod denial;
mod trouble;

use std::error::Error;
use std::time::Duration;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

pub use call::Call;
pub use cause::{Cause, FaultKind};
pub(crate) use chain::words;
use codes::Answer;
pub(crate) use denial::PolicyType;
pub use trouble::{Step, Trouble};

use crate::aws::api::{Apis, operations};
use crate::aws::operation::Operation;
use crate::aws::secrets::{Secrets, without_personal};
use crate::findings::{Reason, bounded};

/// What a read gives: an answer, or why there is none.
pub type Read<T> = Result<T, Fault>;

/// What an error is classified by.
pub(crate) struct Classifier<'a> {
    pub apis: Apis,
    /// Whether the endpoint is not AWS's own.
    pub emulated: bool,
    pub switched: Switches,
    pub secrets: &'a Secrets,
}

/// Settings of the AWS configuration that send calls to endpoints which not every service and region has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switches {
    pub fips: bool,
    pub dual_stack: bool,
}

impl Switches {
    /// An endpoint that does not exist; `None` if no switch is on.
    fn cause(self) -> Option<Cause> {
        match self {
            Self { fips: true, .. } => Some(Cause::NoFipsEndpoint),
            Self { dual_stack: true, .. } => Some(Cause::NoDualStackEndpoint),
            _ => None,
        }
    }
}

/// A read that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Boxed, since what an answer may fail with should not be larger than most answers.
    cause: Box<Cause>,
    /// The call that failed; a fault of our own has none.
    call: Option<Call>,
    /// The error code that AWS sent.
    code: Option<String>,
    /// The operation whose action AWS names as the one that is not allowed.
    named: Option<&'static Operation>,
    /// What happened, in AWS's words where it sent any. Foreign text, of bounded length.
    message: String,
}

impl Fault {
    pub(crate) fn new(cause: Cause, call: Option<Call>, message: &str) -> Self {
        Self { cause: Box::new(cause), call, code: None, named: None, message: bounded(&without_personal(message)) }
    }

    /// Classifies the SDK's error for a failed call, without the account's secrets.
    pub(crate) fn of<E>(call: Call, error: &SdkError<E, HttpResponse>, by: &Classifier<'_>) -> Self
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        let lacking = chain::lacking(error).map(ToString::to_string);
        let fault = match error {
            _ if let Some(lacking) = lacking => Self::new(Cause::Incomplete, None, &lacking),
            SdkError::ServiceError(_) => of_answer(error, by),
            // A page in place of an error in JSON: its status says whose fault it is.
            SdkError::ResponseError(answer) if answer.raw().status().as_u16() >= 300 => of_answer(error, by),
            SdkError::ResponseError(_) => Self::new(Cause::CutOff, None, &by.secrets.hidden_in(&chain::words(error))),
            SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) => {
                let network = || match chain::network(error).unwrap_or(Cause::Network) {
                    Cause::Dns => by.switched.cause().unwrap_or(Cause::Dns),
                    other => other,
                };
                Self::of_dispatch(error, chain::credentials(error).unwrap_or_else(network))
            }
            _ => {
                let unsent = || by.switched.cause().filter(|_| chain::lacks_endpoint(error)).unwrap_or(Cause::Bug);
                Self::of_dispatch(error, chain::credentials(error).unwrap_or_else(unsent))
            }
        };
        Self { call: Some(call), code: error.code().map(str::to_owned), ..fault }
    }

    /// The fault, with the operation whose action AWS names.
    pub(crate) fn naming(self, apis: Apis) -> Self {
        let action = self.cause.denied_action();
        let named = action.and_then(|action| operations(apis).find(|known| known.action == action));
        Self { named, ..self }
    }

    fn of_dispatch(error: chain::Source<'_>, cause: Cause) -> Self {
        match cause {
            Cause::NoCredentials => {
                Self::new(cause, None, "no credentials were found, neither in the environment nor in the profile")
            }
            known => Self::new(known, None, &chain::words(error)),
        }
    }

    /// An answer that lacks something which AWS, by the service model, always sends.
    pub(crate) fn incomplete(call: Call, member: &str) -> Self {
        Self::new(Cause::Incomplete, Some(call), &format!("the answer has no {member}, which AWS always sends"))
    }

    /// An answer that cannot be read, such as a policy that is no JSON.
    pub(crate) fn unreadable(call: Call, message: impl Into<String>) -> Self {
        Self::new(Cause::Bug, Some(call), &message.into())
    }

    /// What was read does not decide the clause: only AWS knows, at the time of the request.
    pub(crate) fn undecided(what: impl AsRef<str>) -> Self {
        let message = format!("{} depends on a condition or a variable in it", what.as_ref());
        Self::new(Cause::Undecided, None, &message)
    }

    /// What was read leaves it to something else that is not read.
    pub(crate) fn not_read(what: impl AsRef<str>) -> Self {
        let message = format!("{} is not read here", what.as_ref());
        Self::new(Cause::NotRead, None, &message)
    }

    /// A look from outside that told nothing.
    pub(crate) fn outside(call: Call, trouble: Trouble, message: &str) -> Self {
        Self::new(Cause::Outside(trouble), Some(call), message)
    }

    /// This cannot be seen from outside, since an emulator stands for AWS; `why` says so to the learner.
    pub(crate) fn nowhere(why: &str) -> Self {
        Self::new(Cause::Outside(Trouble::Nowhere), None, why)
    }

    /// Why it cannot be seen from outside, if that is what is wrong.
    pub(crate) fn why_nowhere(&self) -> Option<&str> {
        (*self.cause == Cause::Outside(Trouble::Nowhere)).then_some(&self.message)
    }

    /// Whether an emulator answered that lacks the operation.
    pub(crate) fn is_unplayed(&self) -> bool {
        *self.cause == Cause::NoOperation
    }

    /// A region that AWS's tables here do not have yet.
    pub(crate) fn unknown_region(region: &str) -> Self {
        Self::bug(&format!("no S3 website endpoint is known for the region {region}"))
    }

    pub(crate) fn bug(message: &str) -> Self {
        Self::new(Cause::Bug, None, message)
    }

    pub(crate) fn deadline(limit: Duration) -> Self {
        Self::new(Cause::Timeout, None, &format!("no answer within {} seconds in all", limit.as_secs()))
    }

    pub fn kind(&self) -> FaultKind {
        self.cause.kind()
    }

    pub(crate) fn cause(&self) -> &Cause {
        &self.cause
    }

    /// The run ended before there was an answer.
    pub(crate) fn late(call: Call, limit: Duration) -> Self {
        Self { call: Some(call), ..Self::deadline(limit) }
    }

    /// The call was not sent, since the service let `unanswered` time out.
    pub(crate) fn not_asked(call: Call, unanswered: &Call) -> Self {
        let message = format!("not asked, since there was no answer to {} in time", unanswered.operation.label);
        Self::new(Cause::Timeout, Some(call), &message)
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
            kind: self.kind().name(),
            cause: self.cause.name(),
            operation: call.map_or_else(String::new, |call| call.operation.label.to_owned()),
            resource: call.map_or_else(String::new, |call| call.resource.clone()),
            message: self.message.clone(),
        }
    }

    /// Whose side it is on and what to do.
    pub fn advice(&self) -> String {
        advice::of(&self.cause, self.call.as_ref(), self.named)
    }
}

fn of_answer<E>(error: &SdkError<E, HttpResponse>, by: &Classifier<'_>) -> Fault
where
    E: ProvideErrorMetadata + Error + 'static,
{
    let (code, response) = (error.code(), error.raw_response());
    let status = response.map(|response| response.status().as_u16());
    let has_body = response.and_then(|response| response.body().bytes()).is_some_and(|body| !body.is_empty());
    let message = bounded(&without_personal(&by.secrets.hidden_in(error.message().unwrap_or_default())));
    let cause = Answer { code, message: &message, status, has_body, emulated: by.emulated }.cause();
    let message = if message.is_empty() { without_message(code, status, by.emulated) } else { message };
    Fault::new(cause, None, &message).naming(by.apis)
}

fn without_message(code: Option<&str>, status: Option<u16>, emulated: bool) -> String {
    match (code, status) {
        (Some(code), _) => format!("AWS answered {code}"),
        (None, Some(200..=299)) if emulated => "the answer is not as AWS sends it".into(),
        (None, Some(status @ 200..=299)) => format!("something that is not AWS answered (HTTP status {status})"),
        (None, Some(status)) => format!("the answer was HTTP status {status} without an error code"),
        (None, None) => "the answer could not be read".into(),
    }
}

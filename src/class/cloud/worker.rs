//! The worker of a class: this program as the bootstrap of a Lambda function. It reads one learner an event, and writes what it
//! saw into the class's bucket, which is all that it can write.

use std::env;
use std::path::Path;

use msl_learn_checks::{Deposit, FaultKind};
use serde::Deserialize;

use super::answer::CloudAnswer;
use super::cloud_class::CloudClass;
use super::runtime_api::{CalledError, RuntimeApi};
use super::seats::CloudSeat;
use super::stack::{BUCKET_VARIABLE, CLASS_VARIABLE, result_key};
use crate::catalog::Exercise;
use crate::check::EventLoop;
use crate::checked::Checked;
use crate::class::role_reader::{RoleReader, Seat, reader_account};
use crate::class::trouble::ReadTrouble;
use crate::failure::{Failure, Result};

/// Reads one learner for each event, until Lambda ends the program.
///
/// # Errors
/// If the function's environment is not the template's, or Lambda does not answer.
pub fn serve(api: &RuntimeApi) -> Result<()> {
    let worker = match Worker::from_environment() {
        Ok(worker) => worker,
        Err(failure) => {
            api.cannot_begin(&broken(&failure))?;
            return Err(failure);
        }
    };
    let events = EventLoop::new()?;
    loop {
        let event = api.next()?;
        let answer = match serde_json::from_slice::<CloudEvent>(&event.content) {
            Ok(asked) => events.block_on(worker.answer(asked)),
            Err(error) => Err(broken(error)),
        };
        api.answer(&event, answer)?;
    }
}

/// What the state machine asks of the worker.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CloudEvent {
    /// The name of the execution.
    run: String,
    seat: CloudSeat,
}

/// AWS did not answer in time, or there were too many requests: the template's state machine tries again.
const SILENT: &str = "Silent";
/// Anything else that is not the learner's fault: a bug, or an environment that is not the template's.
const BROKEN: &str = "Broken";

fn silent() -> CalledError {
    let message = "AWS did not answer in time, or there were too many requests";
    CalledError { error_type: SILENT, error_message: message.into() }
}

fn broken(message: impl std::fmt::Display) -> CalledError {
    CalledError { error_type: BROKEN, error_message: message.to_string() }
}

struct Worker {
    class: CloudClass,
    bucket: String,
    wanted: Vec<&'static Exercise>,
}

impl Worker {
    fn from_environment() -> Result<Self> {
        let value = |name: &str| {
            env::var(name).map_err(|_| Failure::environment(format!("{name} is missing in the function's environment")))
        };
        let class: CloudClass = serde_json::from_str(&value(CLASS_VARIABLE)?)
            .map_err(|error| Failure::environment(format!("{CLASS_VARIABLE} is invalid: {error}")))?;
        let wanted = class.wanted()?;
        Ok(Self { class, bucket: value(BUCKET_VARIABLE)?, wanted })
    }

    async fn answer(&self, event: CloudEvent) -> std::result::Result<CloudAnswer, CalledError> {
        let CloudEvent { run, seat } = event;
        let key = result_key(&run, &seat.learner)
            .ok_or_else(|| broken("the run or the learner has a name that is none of this program's"))?;
        let settings = seat.place.settings();
        settings.validate(Path::new("roster.jsonl")).map_err(broken)?;
        // Each time, since a function lives longer than the credentials that it was started with may.
        let aws = reader_account(None, self.class.endpoint.clone()).await.map_err(broken)?;
        let endpoint = self.class.endpoint.as_deref();
        let reader = RoleReader { aws: &aws, class: &self.class.class, endpoint, wanted: &self.wanted };
        let seat = Seat { pseudonym: &seat.learner, external_id: &seat.external_id, settings: &settings };
        let seen = reader.look(seat).await;
        if let Err(trouble) = &seen
            && let Some(failure) = failure(*trouble)
        {
            return Err(failure);
        }
        let line = reader.line(&run, seat.pseudonym, seen.as_deref().map_err(|trouble| *trouble));
        let content = serde_json::to_vec(&line).map_err(broken)?;
        let written = aws.deposit(Deposit { bucket: self.bucket.clone(), key }, content).await;
        written.map_err(|fault| match fault.kind() {
            FaultKind::NotReachable | FaultKind::Throttled => silent(),
            _ => broken(fault.message()),
        })?;
        match seen {
            // What was seen is kept. The last of all tries may see more.
            Ok(checked) if is_throttled(&checked) => Err(silent()),
            _ => Ok(CloudAnswer::of(&line)),
        }
    }
}

/// What is not the learner's fault. A learner's own is a result.
fn failure(trouble: ReadTrouble) -> Option<CalledError> {
    match trouble {
        _ if trouble.is_of_the_account() => None,
        ReadTrouble::Silent => Some(silent()),
        _ => Some(broken(trouble.words())),
    }
}

/// Whether a clause cannot be told since AWS had too many requests.
fn is_throttled(checked: &[Checked]) -> bool {
    let reasons = checked.iter().flat_map(|one| &one.findings).filter_map(|finding| finding.reason.as_ref());
    reasons.into_iter().any(|reason| reason.kind == FaultKind::Throttled.name())
}

#[cfg(test)]
mod tests {
    use msl_learn_checks::{ClauseVerdict, Finding, Reason};

    use super::*;
    use crate::class::testing;

    #[test]
    fn a_learners_fault_is_a_result_and_ours_fails_the_child() {
        let own = [
            ReadTrouble::NoAccount,
            ReadTrouble::SharedAccount,
            ReadTrouble::NoRole,
            ReadTrouble::OpenRole,
            ReadTrouble::OtherAccount,
        ];
        assert!(own.into_iter().all(|trouble| failure(trouble).is_none()));
        let kind = |trouble| failure(trouble).map(|failure| failure.error_type);
        assert_eq!(kind(ReadTrouble::Silent), Some("Silent"));
        assert_eq!(kind(ReadTrouble::Credentials), Some("Broken"));
        assert_eq!(kind(ReadTrouble::Broken), Some("Broken"));
    }

    #[test]
    fn what_was_throttled_is_tried_again_and_what_was_denied_is_not() {
        let with = |kind: FaultKind| {
            let mut checked = testing::checked("4.3", &[]);
            let reason = Reason {
                kind: kind.name(),
                cause: "x",
                operation: "s3:GetBucketPolicy".into(),
                resource: "*".into(),
                message: String::new(),
            };
            let finding = Finding::blank("policy", "it is right", ClauseVerdict::CannotTell);
            checked[0].findings.push(Finding { reason: Some(reason), ..finding });
            checked
        };
        assert!(is_throttled(&with(FaultKind::Throttled)));
        assert!(!is_throttled(&with(FaultKind::Denied)) && !is_throttled(&testing::checked("4.3", &["policy"])));
    }
}

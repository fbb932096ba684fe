//! What calls the two functions when files arrive, and by whose leave.

use futures_util::join;

use super::{INFERENCE, Job, RESULTS, SIGN_INS, TRAINING};
use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::book::function_policy::{data_bucket_arn, function_arn};
use crate::judge::lambda::event_shape;
use crate::judge::lambda::event_source::{self, EventSource};
use crate::judge::lambda::function::throttled;
use crate::judge::s3::arrival::{Arrivals, Way};
use crate::judge::s3::event_rule::{may_concern, uploaded};
use crate::judge::s3::notification::{self, Objects};
use crate::judge::schedule::invoker::Invoker;
use crate::judgement::{Found, Judgement};
use crate::learner::Learner;
use crate::report::{Clause, Outcome, Report};
use crate::services::eventbridge::{EventRule, RuleTarget};
use crate::services::lambda::Function;
use crate::services::s3::Bucket;
use crate::trigger;

impl Job {
    /// The files whose arrival starts it.
    fn files(self) -> Objects<'static> {
        if self.function == TRAINING.function { Objects::One(SIGN_INS) } else { Objects::Ending(".csv") }
    }
}

/// What the data bucket tells of new files; the rules of EventBridge are read where they may matter.
pub async fn arrivals(aws: &Aws, you: &Learner, bucket: Bucket) -> Read<Arrivals> {
    let told = aws.notifications(&bucket).await?;
    let by_row = |job: Job| notification::right(&told, &function_arn(you, job.function), job.files()).is_some();
    let tells_all = !told.to_event_bridge && by_row(TRAINING) && by_row(INFERENCE);
    let rules = match tells_all || bucket.region != you.region {
        true => Ok(Vec::new()),
        false => aws.event_rules(you, may_concern).await,
    };
    Ok(Arrivals { bucket, account: you.account.clone(), told, rules })
}

/// What the functions' own work leaves calls neither of them, and no file calls both.
pub fn apart(you: &Learner, arrivals: &Arrivals) -> Read<Judgement> {
    let [trains, infers] = [TRAINING, INFERENCE].map(|job| function_arn(you, job.function));
    let input = arrivals.example(&infers, INFERENCE.files());
    let inputs: Vec<&str> = input.iter().map(String::as_str).collect();
    let training = arrivals.starts_nothing_else(&trains, &inputs, RESULTS)?;
    Ok(training.and(arrivals.starts_nothing_else(&infers, &[SIGN_INS], RESULTS)?))
}

/// One of the two functions, what calls it, and whether that may.
pub struct Called {
    function: Read<Found<Function>>,
    calls: Read<Judgement>,
    may_call: Read<Judgement>,
}

impl Called {
    pub async fn read(
        aws: &Aws,
        you: &Learner,
        (job, function): (Job, Read<Found<Function>>),
        arrivals: &Read<Arrivals>,
    ) -> Self {
        let Ok(Found::Here(here)) = &function else {
            let skipped = || Ok(Judgement::skips("not checked until the function is there"));
            return Self { function, calls: skipped(), may_call: skipped() };
        };
        let (calls, may_call) = match arrivals {
            Ok(arrivals) => match arrivals.way(&here.arn, job.files()) {
                Way::Rule(rule, target) => {
                    join!(by_rule(aws, arrivals, here, (job, target)), may_invoke(aws, you, here, (rule, target)))
                }
                Way::Row(arn) => (arrivals.calls(&here.arn, job.files()), may_call(aws, you, here, arn).await),
            },
            Err(fault) => (Err(fault.clone()), may_call(aws, you, here, &here.arn).await),
        };
        let calls = calls.map(|calls| calls.but(throttled(here)));
        Self { function, calls, may_call }
    }

    pub fn judged(self, it: &mut Report<'_>, [exists, calls, may_call]: [Clause; 3]) -> Outcome {
        it.finds(exists, self.function)?;
        it.expects(calls, self.calls);
        it.expects(may_call, self.may_call);
        Ok(())
    }
}

/// A rule calls the function, with an event that its code takes. That of a container image is not looked into.
async fn by_rule(
    aws: &Aws,
    arrivals: &Arrivals,
    function: &Function,
    (job, target): (Job, &RuleTarget),
) -> Read<Judgement> {
    let calls = arrivals.calls(&function.arn, job.files())?;
    if !calls.does_hold() || function.runtime.is_none() || target.arn != function.arn {
        return Ok(calls);
    }
    let package = aws.package(function).await?;
    let event = uploaded(&arrivals.bucket, &arrivals.account, SIGN_INS);
    Ok(calls.but(event_shape::misfit(&package, &target.gives, &event)))
}

async fn may_invoke(
    aws: &Aws,
    you: &Learner,
    function: &Function,
    (rule, target): (&EventRule, &RuleTarget),
) -> Read<Judgement> {
    let may = trigger::may_invoke(aws, you, function, &Invoker::of_rule(&rule.arn, target)).await?;
    Ok(match may.does_fail() && !may.has_advice() {
        true => may.advising(format!(
            "Add a statement to the function's policy: principal events.amazonaws.com, source ARN {}.",
            rule.arn
        )),
        false => may,
    })
}

/// An alias or a version has a policy of its own: that of exactly what the bucket calls counts.
async fn may_call(aws: &Aws, you: &Learner, function: &Function, called: &str) -> Read<Judgement> {
    let policy = aws.function_policy(function, called).await?;
    let (arn, other) = (data_bucket_arn(you), format!("arn:{}:s3:::another-bucket", you.partition));
    let source = EventSource { service: "s3.amazonaws.com", arn: &arn, other: &other, account: &you.account };
    Ok(event_source::may_call(policy.as_ref(), called, source))
}

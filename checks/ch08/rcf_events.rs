//! 8.e4: the bucket calls the two functions when new files arrive.

use crate::book::function_policy::{data_bucket_arn, function_arn};
use crate::book::random_cut_forest::{self as rcf, Job};
use crate::judge::lambda::event_source::{self, EventSource};
use crate::judge::s3::notification::{self, Objects};
use crate::report::Clause;
use crate::services::lambda::Function;
use crate::services::s3::notification::{NOTIFICATIONS, Notifications};
use crate::verifier::prelude::*;

clauses! {
    BUCKET: "your account has the bucket {{ data_bucket }}", or "Exercise 6.1 creates it.", at s3::CONSOLE;
    TRAINING: "{{ region }} has a function named sagemaker-rcf-run-training", or "Exercise 8.e3 creates it.", at lambda::CONSOLE;
    TRAINS: "the file of sign-ins calls the training function when it arrives",
        or "Open the bucket's properties, and create an event notification for sagemaker-rcf-run-training: prefix analytics/auth-callback, suffix .csv, All object create events.",
        at s3::CONSOLE_PROPERTIES.of(book::DATA);
    MAY_TRAIN: "S3 may call the training function, for this bucket",
        or "Add a statement to the function's policy: principal s3.amazonaws.com, source ARN arn:{{ partition }}:s3:::{{ data_bucket }}, source account {{ account }}.",
        at lambda::CONSOLE_PERMISSIONS.of(rcf::TRAINING.function), pillar Security;
    INFERENCE: "{{ region }} has a function named sagemaker-rcf-run-inference", or "Exercise 8.e3 creates it.", at lambda::CONSOLE;
    INFERS: "new .csv files call the inference function when they arrive",
        or "Open the bucket's properties, and create an event notification for sagemaker-rcf-run-inference: prefix rcf/input/, suffix .csv, All object create events.",
        at s3::CONSOLE_PROPERTIES.of(book::DATA);
    MAY_INFER: "S3 may call the inference function, for this bucket",
        or "Add a statement to the function's policy: principal s3.amazonaws.com, source ARN arn:{{ partition }}:s3:::{{ data_bucket }}, source account {{ account }}.",
        at lambda::CONSOLE_PERMISSIONS.of(rcf::INFERENCE.function), pillar Security;
    APART: "no file calls both functions, and no result calls one again",
        or "Give each event notification a prefix of its own, under which no results lie.", at s3::CONSOLE_PROPERTIES.of(book::DATA), pillar CostOptimization;
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::DATA),
    NOTIFICATIONS.named(book::DATA),
    lambda::FUNCTION.named(rcf::TRAINING.function),
    lambda::FUNCTION.named(rcf::INFERENCE.function),
    lambda::FUNCTION_POLICY.named(rcf::TRAINING.function),
    lambda::FUNCTION_POLICY.named(rcf::INFERENCE.function),
];

/// One of the two functions, and who may call it.
struct Called {
    job: Job,
    function: Read<Found<Function>>,
    may_call: Read<Judgement>,
}

impl Called {
    async fn read(
        aws: &Aws,
        you: &Learner,
        (job, function): (Job, Read<Found<Function>>),
        told: &Read<Notifications>,
    ) -> Self {
        let may_call = match &function {
            Ok(Found::Here(function)) => may_call(aws, you, function, told).await,
            _ => Ok(Judgement::skips("not checked until the function is there")),
        };
        Self { job, function, may_call }
    }

    fn judged(
        self,
        you: &Learner,
        it: &mut Report<'_>,
        [exists, calls, may_call]: [Clause; 3],
        (told, wanted): (&Read<Notifications>, Objects<'_>),
    ) -> Outcome {
        it.finds(exists, self.function)?;
        let arn = function_arn(you, self.job.function);
        it.expects(calls, told.clone().and_then(|told| notification::calls(&told, &arn, wanted)));
        it.expects(may_call, self.may_call);
        Ok(())
    }
}

/// An alias or a version has a policy of its own: that of exactly what the bucket calls counts.
async fn may_call(aws: &Aws, you: &Learner, function: &Function, told: &Read<Notifications>) -> Read<Judgement> {
    let called = told.as_ref().ok().and_then(|told| notification::invoked(told, &function.arn));
    let called = called.unwrap_or(&function.arn);
    let policy = aws.function_policy(function, called).await?;
    let (arn, other) = (data_bucket_arn(you), format!("arn:{}:s3:::another-bucket", you.partition));
    let source = EventSource { service: "s3.amazonaws.com", arn: &arn, other: &other, account: &you.account };
    Ok(event_source::may_call(policy.as_ref(), called, source))
}

/// What the functions' own work leaves calls neither of them.
fn apart(you: &Learner, told: &Notifications) -> Read<Judgement> {
    let [trains, infers] = [rcf::TRAINING, rcf::INFERENCE].map(|job| function_arn(you, job.function));
    let training = notification::starts_nothing_else(told, &trains, &[], rcf::RESULTS);
    Ok(training.and(notification::starts_nothing_else(told, &infers, &[rcf::SIGN_INS], rcf::RESULTS)))
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (bucket, training, inference) = join!(
        aws.bucket(you, &you.names.data_bucket),
        aws.function(you, rcf::TRAINING.function.text),
        aws.function(you, rcf::INFERENCE.function.text),
    );
    let bucket = it.finds(BUCKET, bucket)?;
    let told = aws.notifications(&bucket).await;
    let calls = told.clone().and_then(|told| apart(you, &told));
    let (trains, infers) = join!(
        Called::read(aws, you, (rcf::TRAINING, training), &told),
        Called::read(aws, you, (rcf::INFERENCE, inference), &told)
    );
    let trains = trains.judged(you, it, [TRAINING, TRAINS, MAY_TRAIN], (&told, Objects::One(rcf::SIGN_INS)));
    let infers = infers.judged(you, it, [INFERENCE, INFERS, MAY_INFER], (&told, Objects::Ending(".csv")));
    it.expects(APART, calls);
    trains.and(infers)
}

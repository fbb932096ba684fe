//! 8.e4: the bucket calls the two functions when new files arrive.

use crate::book::random_cut_forest::{
    self as rcf,
    events::{self, Called},
};
use crate::services::s3::notification::NOTIFICATIONS;
use crate::verifier::prelude::*;

clauses! {
    BUCKET: "your account has the bucket {{ data_bucket }}", or "Exercise 6.1 creates it.", at s3::CONSOLE;
    TRAINING: "{{ region }} has a function named sagemaker-rcf-run-training", or "Exercise 8.e3 creates it.", at lambda::CONSOLE;
    TRAINS: "the file of sign-ins calls the training function when it arrives",
        or "Open the bucket's properties, and create an event notification for sagemaker-rcf-run-training: prefix analytics/auth-callback, suffix .csv, All object create events.",
        at s3::CONSOLE_PROPERTIES.of(book::DATA);
    MAY_TRAIN: "S3, or your rule, may call the training function for this bucket",
        or "Add a statement to the function's policy: principal s3.amazonaws.com, source ARN arn:{{ partition }}:s3:::{{ data_bucket }}, source account {{ account }}.",
        at lambda::CONSOLE_PERMISSIONS.of(rcf::TRAINING.function), pillar Security;
    INFERENCE: "{{ region }} has a function named sagemaker-rcf-run-inference", or "Exercise 8.e3 creates it.", at lambda::CONSOLE;
    INFERS: "new .csv files call the inference function when they arrive",
        or "Open the bucket's properties, and create an event notification for sagemaker-rcf-run-inference: prefix rcf/input/, suffix .csv, All object create events.",
        at s3::CONSOLE_PROPERTIES.of(book::DATA);
    MAY_INFER: "S3, or your rule, may call the inference function for this bucket",
        or "Add a statement to the function's policy: principal s3.amazonaws.com, source ARN arn:{{ partition }}:s3:::{{ data_bucket }}, source account {{ account }}.",
        at lambda::CONSOLE_PERMISSIONS.of(rcf::INFERENCE.function), pillar Security;
    APART: "no file calls both functions, and no result calls one again",
        or "Give each event notification a prefix of its own, under which no results lie.", at s3::CONSOLE_PROPERTIES.of(book::DATA), pillar CostOptimization;
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::DATA),
    NOTIFICATIONS.named(book::DATA),
    eventbridge::EVENT_RULES,
    iam::ROLE_PERMISSIONS,
    lambda::FUNCTION.named(rcf::TRAINING.function),
    lambda::FUNCTION.named(rcf::INFERENCE.function),
    lambda::FUNCTION_POLICY.named(rcf::TRAINING.function),
    lambda::FUNCTION_POLICY.named(rcf::INFERENCE.function),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (bucket, training, inference) = join!(
        aws.bucket(you, &you.names.data_bucket),
        aws.function(you, rcf::TRAINING.function.text),
        aws.function(you, rcf::INFERENCE.function.text),
    );
    let arrivals = events::arrivals(aws, you, it.finds(BUCKET, bucket)?).await;
    let (trains, infers) = join!(
        Called::read(aws, you, (rcf::TRAINING, training), &arrivals),
        Called::read(aws, you, (rcf::INFERENCE, inference), &arrivals)
    );
    let trains = trains.judged(it, [TRAINING, TRAINS, MAY_TRAIN]);
    let infers = infers.judged(it, [INFERENCE, INFERS, MAY_INFER]);
    it.expects(APART, arrivals.and_then(|arrivals| events::apart(you, &arrivals)));
    trains.and(infers)
}

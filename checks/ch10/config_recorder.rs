//! 10.e1: AWS Config records what there is.

use crate::judge::config::recorder::{self, CONFIG, OF_AWS};
use crate::judge::iam::trust;
use crate::services::config::Recorder;
use crate::verifier::prelude::*;

clauses! {
    RECORDER: "AWS Config has a recorder of your own in {{ region }}",
        or "In AWS Config, switch to {{ region }}, choose Get started, and record the types S3 Bucket and DynamoDB Table, once a day.",
        at config::CONSOLE;
    RECORDS: "it is recording", or "Open Settings, and choose Start recording.", at config::CONSOLE;
    TYPES: "it records some types of resources",
        or "Open Settings, choose Edit, and record specific types: S3 Bucket and DynamoDB Table.", at config::CONSOLE, pillar CostOptimization;
    ROLE: "AWS Config may take on the recorder's role",
        or "Open Settings, choose Edit, and use the service-linked role of AWS Config.", at config::CONSOLE;
    CHANNEL: "its history goes into a bucket",
        or "Open Settings, choose Edit, and choose a bucket under Delivery method.", at config::CONSOLE;
}

pub const READS: Reads = &[config::RECORDER, config::CHANNEL, iam::ROLE, s3::BUCKET_OF_ANY_NAME];

/// AWS keeps the role that it made for the service; another is like any role.
async fn trusted(aws: &Aws, you: &Learner, recorder: &Recorder) -> Read<Judgement> {
    let Some(arn) = &recorder.role else { return Ok(Judgement::absent("a role", "none")) };
    if arn.contains(OF_AWS) {
        return Ok(Judgement::holds(arn));
    }
    match aws.role(you, arn.rsplit('/').next().unwrap_or_default()).await? {
        Found::Here(role) => {
            let source = format!("arn:{}:config:{}:{}:*", you.partition, you.region, you.account);
            trust::service_may_take_on(&role.trust, CONFIG, &you.account, &source)
        }
        Found::Missing(_) => Ok(Judgement::absent(format!("the role {arn}"), "it is not there")),
    }
}

async fn delivers(aws: &Aws, you: &Learner) -> Read<Judgement> {
    let channel = aws.delivery_channel(you).await?;
    let bucket = match &channel {
        Some(channel) => Some(aws.bucket(you, &channel.bucket).await?),
        None => None,
    };
    Ok(recorder::delivers(channel.as_ref(), bucket))
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (found, channel) = join!(aws.recorder(you), delivers(aws, you));
    let found = it.finds(RECORDER, found)?;
    it.expects(RECORDS, recorder::records(&found));
    it.expects(TYPES, recorder::covers(&found));
    it.expects(ROLE, trusted(aws, you, &found).await);
    it.expects(CHANNEL, channel);
    Ok(())
}

//! 9.e2: a topic for text messages, beside that for e-mail.

use crate::judge::sns::text_topic;
use crate::judgement::NearMiss;
use crate::verifier::prelude::*;

clauses! {
    TOPIC: "{{ region }} has a topic for text messages, beside function-sns-send-email",
        or "In Amazon SNS, switch to {{ region }} and create a topic of the type Standard, such as function-sns-send-text.",
        at sns::CONSOLE;
}

pub const READS: Reads = &[sns::TOPIC_NAMES, sns::ANY_SUBSCRIPTIONS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let names = aws.topic_names(you).await;
    let topic = match names {
        Ok(names) => among(aws, you, text_topic::others(&names, book::EMAIL_TOPIC.text)).await,
        Err(fault) => Err(fault),
    };
    it.finds(TOPIC, topic)?;
    Ok(())
}

/// The topic whose name says that it is for text messages, or to which a phone is subscribed; or what there is instead.
async fn among(aws: &Aws, you: &Learner, names: Vec<&str>) -> Read<Found<String>> {
    if let Some(telling) = text_topic::telling(&names) {
        return Ok(Found::Here(sns::arn(you, telling)));
    }
    for name in names.iter().take(text_topic::MOST) {
        let arn = sns::arn(you, name);
        let subscriptions = aws.subscriptions(you, &arn).await?;
        if subscriptions.iter().any(|subscription| subscription.protocol == text_topic::PROTOCOL) {
            return Ok(Found::Here(arn));
        }
    }
    let has = |names: &Vec<String>| text_topic::telling(&text_topic::others(names, book::EMAIL_TOPIC.text)).is_some();
    let elsewhere = aws.topics_elsewhere(you, has).await.and_then(|(region, names)| {
        let name = text_topic::telling(&text_topic::others(&names, book::EMAIL_TOPIC.text))?;
        Some(NearMiss::in_region("topic", name, region, &you.region))
    });
    Ok(Found::Missing(elsewhere.or_else(|| text_topic::instead(&names))))
}

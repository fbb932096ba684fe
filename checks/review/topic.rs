//! Practices about topics: who may use them, and how their messages are kept.

use super::course;
use super::subject::prelude::*;
use crate::judge;
use crate::services::sns::Topic;

/// What is known of a topic.
pub(crate) struct TopicFacts(Topic);

practices! { TopicFacts;
    TOPIC_STRANGERS: "no stranger publishes to it or gets its messages", Security, High,
        "SEC03-BP07 Analyze public and cross-account access", as "Security Hub SNS.4",
        or "Edit the topic's access policy: let only the topic owner publish and subscribe.",
        costs "nothing", taught in "ch09/email_topic", at sns::CONSOLE, by strangers;
    TOPIC_KEY: "its messages are encrypted while it keeps them", Security, Medium,
        "SEC08-BP02 Enforce encryption at rest", as "Security Hub SNS.1",
        or "Edit the topic: Encryption, and choose alias/aws/sns. Services such as EventBridge and S3 need a key of your own instead.",
        costs "nothing with alias/aws/sns; $1.00 a month for a key of your own", taught in "ch09/email_topic", at sns::CONSOLE, by key;
}

impl Subject for TopicFacts {
    const NOUN: &'static str = "the topic";
    const READS: Reads = &[sns::REVIEWED];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let made = course::made(aws, you, scope, "AWS::SNS::Topic").await;
        let of_course = |name: &str| name == book::EMAIL_TOPIC.text || made.contains(name);
        Ok(within(aws.topic_names(you).await?, (scope, LeftKind::Topic), of_course))
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        Ok(aws.topic(you, name).await?.here().map(Self))
    }
}

fn strangers(of: &TopicFacts, you: &Learner) -> Read<Judgement> {
    Ok(judge::sns::topic::closed_to_strangers(&of.0, &you.account, &you.domain))
}

fn key(of: &TopicFacts, _: &Learner) -> Read<Judgement> {
    Ok(match &of.0.key {
        Some(key) => Judgement::holds(key),
        None => Judgement::fails("a key of KMS", "none"),
    })
}

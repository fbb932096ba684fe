//! 9.8: a topic to which the functions of the account, and nobody else, may publish.

use crate::book::function_policy::role_arn;
use crate::judge::sns::topic;
use crate::verifier::prelude::*;

clauses! {
    TOPIC: "{{ region }} has the standard topic function-sns-send-email",
        or "In Amazon SNS, switch to {{ region }}, and create a topic of the type Standard named function-sns-send-email.",
        at sns::CONSOLE;
    OPEN: "its access policy keeps the function put-account-info from nothing",
        or "Edit the topic's access policy: choose Basic, and let only the topic owner publish.", at sns::CONSOLE;
    STRANGERS: "nobody outside of your account may publish or subscribe to it",
        or "Edit the topic's access policy: choose Basic, and let only the topic owner publish and subscribe.", at sns::CONSOLE, pillar Security;
}

pub const READS: Reads = &[sns::TOPIC.named(book::EMAIL_TOPIC)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let topic = it.finds(TOPIC, aws.topic(you, book::EMAIL_TOPIC.text).await)?;
    it.expects(OPEN, topic::open_to(&topic, &role_arn(you, book::PUT_ACCOUNT_INFO_ROLE), &you.account));
    it.expects(STRANGERS, topic::closed_to_strangers(&topic, &you.account, &you.domain));
    Ok(())
}

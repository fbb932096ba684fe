//! 9.e2: which topic is for text messages, and what there is instead.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds};

const SLUG: &str = "ch09/text_topic";
const TOPICS: &str = "sns:ListTopics";
const SUBSCRIPTIONS: &str = "sns:ListSubscriptionsByTopic";

/// The topics of the learner's region; other regions have none.
fn topics(names: &[&str]) -> Account {
    let member =
        |name: &&str| format!("<member><TopicArn>arn:aws:sns:us-east-1:123456789012:{name}</TopicArn></member>");
    let list = |names: &[&str]| {
        let members: String = names.iter().map(member).collect();
        format!(
            "<ListTopicsResponse><ListTopicsResult><Topics>{members}</Topics></ListTopicsResult></ListTopicsResponse>"
        )
    };
    solved().answers(TOPICS, ok(list(&[]))).answers_to(TOPICS, "//sns.us-east-1.", ok(list(names)))
}

#[tokio::test]
async fn a_name_that_says_so_is_enough() {
    for name in ["function-sns-send-text", "Website-SmsTopic-1A2B", "my-phones", "to_mobile"] {
        let account = topics(&["function-sns-send-email", name]);
        expect(&account, SLUG, Verdict::Done, &[(Holds, "topic", name)]).await;
    }
}

#[tokio::test]
async fn so_is_a_phone_that_is_subscribed() {
    let account = topics(&["function-sns-send-email", "news"]);
    let phone = account.clone().answers(SUBSCRIPTIONS, ok(sms::subscribed("sms", "+12065550100")));
    expect(&phone, SLUG, Verdict::Done, &[(Holds, "topic", ":news")]).await;
    let mailbox = account.answers(SUBSCRIPTIONS, ok(sms::subscribed("email", "ada@example.net")));
    expect(&mailbox, SLUG, Verdict::NotDone, &[(Fails, "topic", "news, which nothing says")]).await;
}

#[tokio::test]
async fn what_is_none_is_named() {
    for (names, found) in [
        (&[][..], "nothing"),
        (&["function-sns-send-email"], "nothing"),
        (&["function-sns-send-email.fifo"], "nothing"),
        (&["texts.fifo"], "the FIFO topic texts.fifo"),
        (&["alarms", "budget"], "alarms, budget"),
    ] {
        expect(&topics(names), SLUG, Verdict::NotDone, &[(Fails, "topic", found)]).await;
    }
}

#[tokio::test]
async fn a_topic_of_another_region_is_near() {
    let there = "<ListTopicsResponse><ListTopicsResult><Topics><member>
        <TopicArn>arn:aws:sns:eu-west-1:123456789012:send-text</TopicArn></member></Topics></ListTopicsResult></ListTopicsResponse>";
    let account = topics(&["alarms"]).answers_to(TOPICS, "//sns.eu-west-1.", ok(there));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "topic", "send-text in eu-west-1")]).await;
}

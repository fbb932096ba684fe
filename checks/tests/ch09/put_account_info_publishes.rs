//! 9.14: the code that publishes, where to, and that it sends no e-mail itself.

use crate::testing::code::{ACCOUNT_INFO, ACCOUNT_INFO_PUBLISHES};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch09/put_account_info_publishes";

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_account_code(&[("index.mjs", code)]).open())
}

/// The whole ARN, as the code has it.
const TOPIC: &str = "arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email";

#[tokio::test]
async fn the_code_of_before_tells_nobody() {
    let expected = [(Fails, "publishes", "nothing that publishes a message"), (Skipped, "names_topic", "")];
    expect(&with_code(ACCOUNT_INFO), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn another_topic_is_told() {
    assert!(ACCOUNT_INFO_PUBLISHES.contains(TOPIC));
    for other in [
        "function-sns-send-email",
        "arn:aws:sns:eu-west-1:123456789012:function-sns-send-email",
        "arn:aws:sns:us-east-1:123456789012:sns-send-email",
    ] {
        let code = ACCOUNT_INFO_PUBLISHES.replace(TOPIC, other);
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "names_topic", other)]).await;
    }
    let hidden = ACCOUNT_INFO_PUBLISHES
        .replace(&format!("\"{TOPIC}\""), "event.topic")
        .replace("(token) =>", "(token, event) =>");
    expect(&with_code(&hidden), SLUG, Verdict::Done, &[(Skipped, "names_topic", "not told from the code")]).await;
}

#[tokio::test]
async fn methods_of_clients_and_other_names_of_the_target_are_right() {
    for (from, to) in
        [("await sns.send(\n      new PublishCommand({", "await sns.publish(({"), ("TopicArn:", "TargetArn:")]
    {
        let code = ACCOUNT_INFO_PUBLISHES.replace(from, to);
        assert_ne!(code, ACCOUNT_INFO_PUBLISHES, "{from}");
        expect(&with_code(&code), SLUG, Verdict::Done, &[(Holds, "publishes", "")]).await;
    }
}

#[tokio::test]
async fn a_letter_beside_the_message_is_one_too_many() {
    let mails = r#"import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
const ses = new SESv2Client();
"#;
    let both = ACCOUNT_INFO_PUBLISHES
        .replace("await tell(token);", "await tell(token);\n    await ses.send(new SendEmailCommand({}));");
    let expected = [(Fails, "no_mail", "SendEmailCommand is still there")];
    expect(&with_code(&format!("{mails}{both}")), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_keeps_it_from_publishing_is_told() {
    let nothing = iam::version("v1", &iam::statement("logs:PutLogEvents", "*"));
    let account = solved().answers_to("iam:GetPolicyVersion", account_info::NAME, ok(nothing));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", "sns:Publish")]).await;
    expect(&solved().with(sns::without), SLUG, Verdict::NotDone, &[(Fails, "topic", "")]).await;
    let refused = solved().refuses("sns:GetTopicAttributes", (403, "AuthorizationError"), "no policy allows it");
    let expected = [(CannotTell, "topic", r#""Action":"sns:GetTopicAttributes""#)];
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
}

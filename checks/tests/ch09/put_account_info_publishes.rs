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

/// The page still asks it to change the name.
#[tokio::test]
async fn a_message_about_no_change_is_too_little() {
    let (from, to) =
        (ACCOUNT_INFO_PUBLISHES.find("await cognito.send("), ACCOUNT_INFO_PUBLISHES.find("await tell(token);"));
    let mut code = ACCOUNT_INFO_PUBLISHES.to_owned();
    code.replace_range(from.expect("the change")..to.expect("the message"), "");
    let expected = [(Fails, "changes", "nothing that changes a user"), (Holds, "publishes", "")];
    expect(&with_code(&code), SLUG, Verdict::NotDone, &expected).await;
}

/// Lambda stops the function when its handler has returned, whatever is still under way.
#[tokio::test]
async fn a_message_that_is_never_sent_is_none() {
    let written = |from: &str, to: &str| {
        assert!(ACCOUNT_INFO_PUBLISHES.contains(from), "{from}");
        ACCOUNT_INFO_PUBLISHES.replace(from, to)
    };
    let send = "await sns.send(";
    for (code, found) in [
        (written("await tell(token);", "tell(token);"), "without waiting for it"),
        (written(send, "sns.send("), "without waiting for it"),
        (written("await tell(token);", "[token].forEach(async (one) => { await tell(one); });"), "without waiting"),
        (written("await tell(token);", "const told = tell(token);"), "without waiting"),
        (
            written("await tell(token);", "Promise.all([token].map(async (one) => { await tell(one); }));"),
            "without waiting",
        ),
        (
            written(
                "await tell(token);",
                "const all = [token].map(async (one) => { await tell(one); }); Promise.all(all);",
            ),
            "without waiting",
        ),
        (written("await tell(token);", ""), "that never runs"),
        (written("const tell", "export const tell").replace("await tell(token);", ""), "that never runs"),
        (written("await tell(token);", "return answer(200, {}); await tell(token);"), "that never runs"),
        (written(send, "(").replace("}),\n    );", "})\n    );"), "is made, and never sent"),
    ] {
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "publishes", found)]).await;
    }
}

#[tokio::test]
async fn a_message_is_a_text() {
    for (to, found) in [("", "no Message"), ("Message: { token },", "an object as Message")] {
        let code = ACCOUNT_INFO_PUBLISHES.replace("Message: token,", to);
        assert_ne!(code, ACCOUNT_INFO_PUBLISHES);
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "publishes", found)]).await;
    }
}

#[tokio::test]
async fn the_ways_to_wait_for_a_message() {
    for (from, to) in [
        ("await tell(token);", "return tell(token).then(() => answer(200, {}));"),
        ("await tell(token);", "await Promise.all([tell(token)]);"),
        ("await tell(token);", "const told = tell(token); await told;"),
        ("await tell(token);", "await Promise.all([token].map(async (one) => { await tell(one); }));"),
        ("await tell(token);", "const all = [token].map((one) => tell(one)); await Promise.allSettled(all);"),
        ("await tell(token);", "for (const one of [token]) await tell(one);"),
        ("await tell(token);", "tell(token); await new Promise((done) => setTimeout(done, 500));"),
        ("const tell = async (token) => {", "const tell = async (token) => { if (!token) return;"),
        ("await sns.send(", "return sns.send("),
        ("export const handler = async", "export const handler = (event) => run(event);\nconst run = async"),
    ] {
        assert!(ACCOUNT_INFO_PUBLISHES.contains(from), "{from}");
        let code = ACCOUNT_INFO_PUBLISHES.replace(from, to);
        expect(&with_code(&code), SLUG, Verdict::Done, &[(Holds, "publishes", "")]).await;
    }
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

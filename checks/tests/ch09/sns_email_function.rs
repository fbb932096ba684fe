//! 9.11: the code that sends, what lets it, and whether the topic's messages reach it.

use crate::testing::code::SEND_EMAIL;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch09/sns_email_function";
const SUBSCRIPTIONS: &str = "sns:ListSubscriptionsByTopic";
const ATTRIBUTES: &str = "sns:GetSubscriptionAttributes";
const POLICY: &str = "lambda:GetPolicy";

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_email_code(&[("index.mjs", code)]).open())
}

fn subscribed(all: &[(&str, &str)]) -> Account {
    solved().answers(SUBSCRIPTIONS, ok(email_function::subscriptions(all)))
}

/// The function's policy has this condition.
fn lets_in(condition: &str) -> Account {
    solved().answers_to(POLICY, "/sns-send-email", ok(email_function::lets_in(condition)))
}

/// The book's own kind of code, by methods of clients, with every error caught.
const METHODS: &str = r#"import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import { SESv2 } from "@aws-sdk/client-sesv2";
const [cognito, ses] = [new CognitoIdentityProvider(), new SESv2()];
export const handler = async (event) => {
  try {
    for (const { Sns } of event.Records) {
      const user = await cognito.getUser({ AccessToken: Sns.Message });
      await ses.sendEmail({
        FromEmailAddress: "website@{{ domain }}", Destination: { ToAddresses: [user.UserAttributes[0].Value] },
        Content: { Simple: { Subject: { Data: "x" }, Body: { Text: { Data: "y" } } } },
      });
    }
  } catch (error) {
    console.log(error.message);
  }
};
"#;

#[tokio::test]
async fn methods_of_clients_are_right() {
    expect(&with_code(METHODS), SLUG, Verdict::Done, &[(Holds, "sends", "sendEmail")]).await;
}

#[tokio::test]
async fn code_that_sends_nothing_or_from_elsewhere_fails() {
    let greeting = "export const handler = async () => ({ statusCode: 200, body: 'Hello from Lambda!' });";
    let expected = [(Fails, "sends", "nothing that sends mail"), (Skipped, "sender", ""), (Holds, "allowed", "")];
    let findings = check(&with_code(greeting), SLUG).await;
    assert_eq!(findings.verdict(), Verdict::NotDone);
    assert_eq!(finding(&findings, "sends").verdict, expected[0].0, "{findings:#?}");
    let other = SEND_EMAIL.replace("no-reply@{{ domain }}", "no-reply@example.org");
    expect(&with_code(&other), SLUG, Verdict::NotDone, &[(Fails, "sender", "no-reply@example.org")]).await;
    let elsewhere = SEND_EMAIL.replace("new SESv2Client()", "new SESv2Client({ region: 'eu-west-1' })");
    expect(&with_code(&elsewhere), SLUG, Verdict::NotDone, &[(Fails, "sender", "eu-west-1")]).await;
}

#[tokio::test]
async fn its_settings_are_judged_like_those_of_the_other_functions() {
    let set = |from: &str, to: &str| {
        let function = email_function::FUNCTION.replace(from, to);
        solved().answers_to("lambda:GetFunction", "/sns-send-email", ok(function))
    };
    expect(&set("nodejs24.x", "nodejs18.x"), SLUG, Verdict::NotDone, &[(Fails, "runtime", "nodejs18.x")]).await;
    let changing = set(r#""LastUpdateStatus":"Successful""#, r#""LastUpdateStatus":"InProgress""#);
    expect(&changing, SLUG, Verdict::NotReady, &[(NotReady, "ready", "in progress")]).await;
    let silent = solved().answers_to(
        "iam:GetPolicyVersion",
        email_function::NAME,
        ok(iam::version("v1", &iam::logs().replace("get-chapters", "sns-send-email"))),
    );
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "allowed", "ses:SendEmail")]).await;
}

#[tokio::test]
async fn a_topic_without_the_function_is_told_by_what_it_has_instead() {
    let none = subscribed(&[]);
    let expected =
        [(Fails, "subscribed", "nobody has subscribed"), (Skipped, "filter", "until the function is subscribed")];
    expect(&none, SLUG, Verdict::NotDone, &expected).await;
    let elsewhere = email_function::ARN.replace("us-east-1", "eu-west-1");
    for (all, found) in [
        (vec![("lambda", elsewhere.as_str())], "eu-west-1"),
        (vec![("email", "ada@example.net")], "one of the protocol email"),
    ] {
        let expected = [(Fails, "subscribed", found), (Skipped, "filter", "")];
        expect(&subscribed(&all), SLUG, Verdict::NotDone, &expected).await;
    }
    let missing = solved().with(sns::without);
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "topic", "nothing of that name")]).await;
}

#[tokio::test]
async fn two_subscriptions_double_the_letters() {
    let alias = format!("{}:live", email_function::ARN);
    let twice = subscribed(&[("lambda", email_function::ARN), ("lambda", &alias)]);
    expect(&twice, SLUG, Verdict::Done, &[(Holds, "subscribed", "as many letters")]).await;
}

#[tokio::test]
async fn a_filter_that_drops_the_message_fails() {
    let filtered = |policy: &str, scope: &str| {
        let more = [sns::entry("FilterPolicy", &policy.replace('"', "&quot;")), sns::entry("FilterPolicyScope", scope)];
        solved().answers(ATTRIBUTES, ok(email_function::attributes(&more.concat())))
    };
    let expected = [(Fails, "filter", "messages with the attribute event alone")];
    expect(&filtered(r#"{"event": ["changed"]}"#, "MessageAttributes"), SLUG, Verdict::NotDone, &expected).await;
    let expected = [(Fails, "filter", "messages whose text is JSON alone")];
    expect(&filtered(r#"{"event": ["changed"]}"#, "MessageBody"), SLUG, Verdict::NotDone, &expected).await;
    expect(&filtered("{}", "MessageAttributes"), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn who_may_call_the_function_is_read() {
    let gone =
        solved().refuses(POLICY, (404, "ResourceNotFoundException"), "The resource you requested does not exist.");
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "permission", "the function has no policy")]).await;
    let other = email_function::FOR_TOPIC.replace("function-sns", "other-sns");
    expect(&lets_in(&other), SLUG, Verdict::NotDone, &[(Fails, "permission", "other-sns-send-email")]).await;
    expect(&lets_in(""), SLUG, Verdict::NotDone, &[(Fails, "permission", "of every account")]).await;
    let any_own = email_function::FOR_TOPIC.replace("function-sns-send-email", "*");
    expect(&lets_in(&any_own), SLUG, Verdict::Done, &[(Holds, "permission", "more than it should")]).await;
    let of_account = r#",\"Condition\":{\"StringEquals\":{\"AWS:SourceAccount\":\"123456789012\"}}"#;
    expect(&lets_in(of_account), SLUG, Verdict::Done, &[(Holds, "permission", "more than it should")]).await;
}

/// The statement is on the function, and an alias of it is subscribed.
#[tokio::test]
async fn the_policy_of_what_the_topic_calls_is_the_one_that_counts() {
    let alias = format!("{}:live", email_function::ARN);
    let account = subscribed(&[("lambda", &alias)]);
    let none = error("lambda:GetPolicy", (404, "ResourceNotFoundException"), "none");
    let without = account.answers_to(POLICY, "Qualifier=live", none);
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "permission", "the function has no policy")]).await;
    let own = email_function::lets_in(email_function::FOR_TOPIC).replace(email_function::ARN, &alias);
    let with = without.answers_to(POLICY, "Qualifier=live", ok(own));
    expect(&with, SLUG, Verdict::Done, &[(Holds, "subscribed", ":live")]).await;
}

#[tokio::test]
async fn refused_subscriptions_are_not_missing() {
    let refused = solved().refuses(SUBSCRIPTIONS, (403, "AuthorizationError"), "no identity-based policy allows it");
    let expected = ["subscribed", "filter", "permission"]
        .map(|clause| (CannotTell, clause, r#""Action":"sns:ListSubscriptionsByTopic""#));
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
    let unread = solved().refuses(ATTRIBUTES, (403, "AuthorizationError"), "no identity-based policy allows it");
    let expected = [(CannotTell, "filter", r#""Action":"sns:GetSubscriptionAttributes""#)];
    expect(&unread, SLUG, Verdict::CannotTell, &expected).await;
}

/// The text is in each record, and nowhere else in the event.
#[tokio::test]
async fn the_message_is_taken_out_of_the_record() {
    let written = |to: &str| {
        assert!(SEND_EMAIL.contains("event.Records ?? []"));
        SEND_EMAIL.replace("event.Records ?? []", to)
    };
    let of_request = written("[JSON.parse(event.body)]").replace("record.Sns.Message", "record.token");
    let of_queue = SEND_EMAIL.replace("record.Sns.Message", "record.body");
    let of_id = SEND_EMAIL.replace("Sns.Message", "Sns.MessageId");
    for (code, found) in [(of_request, "no Records"), (of_queue, "no Sns"), (of_id, "no Message")] {
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "message", found)]).await;
    }
    let nothing =
        written("[0]").replace("record.EventSource !== \"aws:sns\"", "false").replace("record.Sns.Message", "'x'");
    expect(&with_code(&nothing), SLUG, Verdict::Done, &[(Skipped, "message", "anything out of the event")]).await;
}

#[tokio::test]
async fn a_letter_that_nothing_waits_for_may_never_leave() {
    const LOOP: &str = "for (const record of event.Records ?? []) {";
    assert!(SEND_EMAIL.contains(LOOP));
    let each = SEND_EMAIL
        .replace(LOOP, "event.Records.forEach(async (record) => {")
        .replace("continue;", "return;")
        .replace("      throw error;\n    }\n  }", "      throw error;\n    }\n  });");
    let forgotten = SEND_EMAIL.replace("await write(", "write(");
    for code in [each, forgotten] {
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "sends", "without waiting for it")]).await;
    }
}

//! 9.i3: which function sends text messages, what lets it, and what calls it, in several designs.

use crate::testing::code::TEXT;
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch09/text_function";
const VERSION: &str = "iam:GetPolicyVersion";
const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:sns-send-text";
const NEWS: &str = "arn:aws:sns:us-east-1:123456789012:news";

fn allowing(statements: &str) -> Account {
    solved().answers_to(VERSION, texting::NAME, ok(iam::version("v1", statements)))
}

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_text_code(&[("index.mjs", code)]).open())
}

/// Nothing in the API leads to the function.
fn uncalled() -> Account {
    let account =
        solved().edited("apigateway:GetResources", texting::RESOURCES, r#"{"id":"t","path":"/account/text"}"#);
    account.answers("sns:ListTopics", ok(sns::TOPICS.replace("sns-send-email<", "news<")))
}

/// The code that takes the message of a topic.
fn of_topic() -> String {
    let taken = r#"header(event, "authorization").replace(/^Bearer /, "")"#;
    assert!(TEXT.contains(taken));
    TEXT.replace(taken, "event.Records[0].Sns.Message").replace("event.headers ?? {}", "{}")
}

/// A topic calls it.
fn by_topic(endpoint: &str) -> Account {
    uncalled()
        .amid(World::solved().with_text_code(&[("index.mjs", &of_topic())]).open())
        .answers("sns:ListSubscriptionsByTopic", ok(sms::subscribed("lambda", endpoint)))
        .answers_to("lambda:GetPolicy", "/sns-send-text", ok(texting::for_topic(NEWS).replace(ARN, endpoint)))
}

#[tokio::test]
async fn only_what_fits_everything_fits_a_phone() {
    let topics = iam::statement("sns:Publish", "arn:aws:sns:us-east-1:123456789012:*");
    let every = iam::statement("sns:Publish", "*");
    let others = r#"{"Effect": "Allow", "Action": "sns:Publish", "NotResource": "arn:aws:sns:*:*:*"}"#;
    for right in [&every, others, &format!("{every}, {topics}"), &iam::statement("sns:*", "*")] {
        expect(&allowing(right), SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
    }
    let never = format!(r#"{every}, {{"Sid": "Never", "Effect": "Deny", "Action": "sns:Publish", "Resource": "*"}}"#);
    let other = iam::statement("sns:Subscribe", "*");
    for (wrong, found) in [(&topics, "is about arn:aws:sns"), (&never, "Never denies it"), (&other, "sns:Subscribe")] {
        expect(&allowing(wrong), SLUG, Verdict::NotDone, &[(Fails, "allowed", found)]).await;
    }
}

#[tokio::test]
async fn the_code_sends_to_a_phone() {
    let topic = TEXT.replace("PhoneNumber: phone.Value", "TopicArn: 'arn:aws:sns:us-east-1:123456789012:a'");
    let expected = [(Fails, "sends", "a publication to a topic")];
    expect(&with_code(&topic), SLUG, Verdict::NotDone, &expected).await;
    let nothing = TEXT.replace("PublishCommand", "SubscribeCommand");
    expect(&with_code(&nothing), SLUG, Verdict::NotDone, &[(Fails, "sends", "nothing that sends")]).await;
    let input = TEXT.replace("new PublishCommand({", "new PublishCommand(await made() ?? {");
    expect(&with_code(&input), SLUG, Verdict::Done, &[(Holds, "sends", "")]).await;
    let unseen = TEXT.replace("PhoneNumber: phone.Value", "...JSON.parse(process.env.INPUT)");
    expect(&with_code(&unseen), SLUG, Verdict::Done, &[(Skipped, "sends", "puts the publication together")]).await;
}

/// The service that SNS has deliver asks for an action of its own.
#[tokio::test]
async fn end_user_messaging_is_a_way_too() {
    let code =
        "import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
        const client = new PinpointSMSVoiceV2Client();
        export const handler = async (event) => { await client.send(new SendTextMessageCommand({
            DestinationPhoneNumber: event.phone, MessageBody: 'Hello' })); return { statusCode: 200, body: '{}' }; };";
    let own = iam::statement("sms-voice:SendTextMessage", "*");
    let account =
        |statements: &str| with_code(code).answers_to(VERSION, texting::NAME, ok(iam::version("v1", statements)));
    expect(&account(&own), SLUG, Verdict::Done, &[(Holds, "sends", "SendTextMessageCommand")]).await;
    let of_sns = account(&iam::statement("sns:Publish", "*"));
    expect(&of_sns, SLUG, Verdict::NotDone, &[(Fails, "allowed", "sms-voice:SendTextMessage")]).await;
}

#[tokio::test]
async fn a_topic_is_a_way_in() {
    let served = (Skipped, "served", "no method of the API");
    for endpoint in [ARN.to_owned(), format!("{ARN}:live")] {
        let account = by_topic(&endpoint);
        expect(&account, SLUG, Verdict::Done, &[(Holds, "called", "a subscription of"), served]).await;
    }
    let silent = by_topic(ARN).answers_to(
        "lambda:GetPolicy",
        "/sns-send-text",
        ok(texting::for_topic("arn:aws:sns:us-east-1:123456789012:other")),
    );
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "permission", ""), served]).await;
    let other = by_topic("arn:aws:lambda:us-east-1:123456789012:function:sns-send-text-2");
    let unasked = (Skipped, "event", "neither");
    let expected = [(Fails, "called", "nothing"), (Skipped, "permission", "nothing calls it"), served, unasked];
    expect(&other, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn the_method_must_be_served_and_may_be_open() {
    let old = solved().edited("apigateway:GetDeployment", "/account/text", "/account/sms");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "served", "")]).await;
    let guarded = r#""path":"/account/text","resourceMethods":{
        "PUT":{"httpMethod":"PUT","authorizationType":"COGNITO_USER_POOLS""#;
    let open =
        solved().edited("apigateway:GetResources", guarded, &guarded.replace("COGNITO_USER_POOLS", "NONE")).edited(
            "apigateway:GetDeployment",
            "\"/account/text\": {\n    \"PUT\": {\"authorizationType\": \"COGNITO_USER_POOLS\"",
            "\"/account/text\": {\n    \"PUT\": {\"authorizationType\": \"NONE\"",
        );
    expect(&open, SLUG, Verdict::Done, &[(Holds, "called", "Anybody on the internet")]).await;
}

/// A first try is often left beside the method that works.
#[tokio::test]
async fn of_several_methods_and_topics_that_which_works_counts() {
    let first = texting::RESOURCES.replace("text000001", "sms0000001").replace("/account/text", "/account/sms");
    let both =
        solved().edited("apigateway:GetResources", texting::RESOURCES, &format!("{first},{}", texting::RESOURCES));
    expect(&both, SLUG, Verdict::Done, &[(Holds, "called", "PUT /account/text")]).await;
    let other = "</TopicArn></member><member><TopicArn>arn:aws:sns:us-east-1:123456789012:news";
    let topics = by_topic(ARN).edited("sns:ListTopics", ":news", &format!(":first{other}"));
    let served = (Skipped, "served", "no method of the API");
    expect(&topics, SLUG, Verdict::Done, &[(Holds, "called", NEWS), served]).await;
}

/// The functions of the exercises may do more than they need, and are none of the learner's own.
#[tokio::test]
async fn the_functions_of_the_exercises_do_not_count() {
    let list = |names: &[&str]| {
        let names: Vec<_> = names.iter().map(|name| format!(r#"{{"FunctionName": "{name}"}}"#)).collect();
        solved().answers("lambda:ListFunctions", ok(format!(r#"{{"Functions": [{}]}}"#, names.join(", "))))
    };
    let of_book = list(&["get-chapters", "put-account-info", "sns-send-email"]);
    let findings = check(&of_book, SLUG).await;
    assert_eq!(findings.verdict(), Verdict::NotDone, "{findings:#?}");
    assert!(says(finding(&findings, "function"), "nothing of that name"), "{findings:#?}");
    let any_name = list(&["get-chapters", "hello", "sns-send-text"]).answers_to(
        "lambda:GetFunction",
        "/hello",
        ok(texting::FUNCTION
            .replace("function:sns-send-text", "function:hello")
            .replace(r#""sns-send-text""#, r#""hello""#)),
    );
    expect(&any_name, SLUG, Verdict::Done, &[(Holds, "function", "sns-send-text")]).await;
}

/// What calls the function decides what its code gets.
#[tokio::test]
async fn the_code_takes_what_it_is_called_with() {
    let served = (Skipped, "served", "no method of the API");
    let of_request = World::solved().with_text_code(&[("index.mjs", TEXT)]).open();
    expect(&by_topic(ARN).amid(of_request), SLUG, Verdict::NotDone, &[(Fails, "event", "no Records"), served]).await;
    expect(&by_topic(ARN), SLUG, Verdict::Done, &[(Holds, "event", "Sns.Message"), served]).await;
    let expected = [(Fails, "event", "Records of the event alone")];
    expect(&with_code(&of_topic()), SLUG, Verdict::NotDone, &expected).await;
}

/// A rule, a stream, or whatever the function's policy lets in.
#[tokio::test]
async fn there_are_other_ways_in() {
    let lets_in = |service: &str, arn: &str| {
        uncalled().answers_to("lambda:GetPolicy", "/sns-send-text", ok(texting::for_service(service, arn)))
    };
    let by_rule = lets_in("events.amazonaws.com", RULE)
        .answers("events:ListRuleNamesByTarget", ok(r#"{"RuleNames": ["daily"]}"#))
        .answers("events:DescribeRule", ok(rule_of("ENABLED")))
        .answers("events:ListTargetsByRule", ok(format!(r#"{{"Targets": [{{"Id": "1", "Arn": "{ARN}"}}]}}"#)));
    let unasked = [(Skipped, "served", "no method"), (Skipped, "event", "neither")];
    let expected = [(Holds, "called", "the rule daily"), (Holds, "permission", ""), unasked[0], unasked[1]];
    expect(&by_rule, SLUG, Verdict::Done, &expected).await;
    let disabled = by_rule.answers("events:DescribeRule", ok(rule_of("DISABLED")));
    expect(&disabled, SLUG, Verdict::NotDone, &[(Fails, "called", "which is disabled"), unasked[0], unasked[1]]).await;
    let by_bucket = lets_in("s3.amazonaws.com", "arn:aws:s3:::example-data");
    let expected =
        [(Skipped, "called", "lets s3.amazonaws.com call it"), (Skipped, "permission", ""), unasked[0], unasked[1]];
    expect(&by_bucket, SLUG, Verdict::Done, &expected).await;
}

const RULE: &str = "arn:aws:events:us-east-1:123456789012:rule/daily";

fn rule_of(state: &str) -> String {
    format!(r#"{{"Name": "daily", "Arn": "{RULE}", "State": "{state}", "ScheduleExpression": "rate(1 day)"}}"#)
}

#[tokio::test]
async fn a_message_that_is_never_sent_is_none() {
    let written = |from: &str, to: &str| {
        assert!(TEXT.contains(from), "{from}");
        TEXT.replace(from, to)
    };
    for (code, found) in [
        (written("await sns.send(", "sns.send("), "without waiting for it"),
        (written("await sns.send(", "(").replace("}),\n    );", "})\n    );"), "is made, and never sent"),
        (written("        Message: \"Hello from {{ domain }}.\",\n", ""), "no Message"),
    ] {
        expect(&with_code(&code), SLUG, Verdict::NotDone, &[(Fails, "sends", found)]).await;
    }
}

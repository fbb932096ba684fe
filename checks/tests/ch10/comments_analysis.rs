//! 10.i4: which function has comments read, what lets it, and what hands it its work.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch10/comments_analysis";
const SOURCES: &str = "lambda:ListEventSourceMappings";
const OWN: &own::FunctionDouble = &own::ANALYZE_COMMENTS;

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_own_code(OWN, &[("index.mjs", code)]).open())
}

fn allowing(statements: &[String]) -> Account {
    solved().answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(&statements.join(", "))))
}

#[tokio::test]
async fn the_function_is_told_by_what_it_asks() {
    let findings = check(&solved(), SLUG).await;
    assert!(says(finding(&findings, "function"), "function:analyze-comments"), "{findings:#?}");
    let silent = with_code(&OWN.code.replace("DetectSentimentCommand", "DescribeDetectSentimentCommand"));
    let findings = check(&silent, SLUG).await;
    let asks = finding(&findings, "asks");
    assert!(asks.verdict == Fails && says(asks, "nothing that asks Comprehend"), "{findings:#?}");
    let without = solved().answers("lambda:ListFunctions", ok(lambda::FUNCTIONS));
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "function", "")]).await;
}

/// The action knows no resources, so that only the star fits it.
#[tokio::test]
async fn only_the_star_fits_the_action() {
    let rest = (OWN.statements)().replace("comprehend:DetectSentiment", "logs:PutLogEvents");
    let account = allowing(&[rest.clone(), iam::statement("comprehend:DetectSentiment", "*")]);
    expect(&account, SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
    for wrong in ["arn:aws:comprehend:us-east-1:123456789012:*", "arn:aws:*"] {
        let account = allowing(&[rest.clone(), iam::statement("comprehend:DetectSentiment", wrong)]);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", "comprehend:DetectSentiment")]).await;
    }
}

#[tokio::test]
async fn the_stream_is_on_and_the_one_of_now() {
    for (from, to, found) in [
        (r#""Enabled""#, r#""Disabled""#, "in the state Disabled"),
        ("2026-01-01T00:00:00.000", "2025-01-02T00:00:00.000", "a stream that the table had before"),
        (r#""OK""#, r#""PROBLEM: Function call failed""#, "Function call failed"),
    ] {
        let account = solved().edited(SOURCES, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "on", found)]).await;
    }
    let coming = solved().edited(SOURCES, r#""Enabled""#, r#""Creating""#);
    expect(&coming, SLUG, Verdict::NotReady, &[(NotReady, "on", "Creating")]).await;
    let table = own::streaming("comments");
    let of_keys = table.replace("NEW_IMAGE", "KEYS_ONLY");
    let off = table.replace(r#""StreamEnabled":true,"StreamViewType":"NEW_IMAGE""#, r#""StreamEnabled":false"#);
    for (table, found) in [(of_keys, "KEYS_ONLY"), (off, "no stream any more")] {
        let account = solved().answers_to("dynamodb:DescribeTable", r#""comments""#, ok(table));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "on", found)]).await;
    }
}

#[tokio::test]
async fn lambda_reads_the_stream_in_the_name_of_the_function() {
    let rest = (OWN.statements)().replace("dynamodb:GetRecords", "dynamodb:ListStreams");
    expect(&allowing(&[rest]), SLUG, Verdict::NotDone, &[(Fails, "permitted", "dynamodb:GetRecords")]).await;
}

#[tokio::test]
async fn without_a_way_in_nothing_comes() {
    let none = solved().answers(SOURCES, ok(r#"{"EventSourceMappings": []}"#));
    let skipped = |clause| (Skipped, clause, "nothing hands it its work");
    let expected = [(Fails, "called", "none of them"), skipped("on"), skipped("through"), skipped("permitted")];
    expect(&none, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn filters_that_let_new_items_through_and_filters_that_do_not() {
    let filter = r#"{\"eventName\": [\"INSERT\"]}"#;
    for right in [
        r#"{\"eventName\": [{\"anything-but\": [\"REMOVE\"]}]}"#,
        r#"{\"dynamodb\": {\"NewImage\": {\"comment\": {\"S\": [{\"exists\": true}]}}}}"#,
        r#"{\"dynamodb\": {\"OldImage\": [{\"exists\": false}]}}"#,
    ] {
        expect(&solved().edited(SOURCES, filter, right), SLUG, Verdict::Done, &[(Holds, "through", "")]).await;
    }
    for (wrong, found) in [
        (r#"{\"eventName\": [\"Insert\"]}"#, "the event name INSERT"),
        (r#"{\"eventName\": [\"MODIFY\"]}"#, "the event name INSERT"),
        (r#"{\"body\": {\"comment\": [{\"exists\": true}]}}"#, "no record has the member body"),
        (r#"{\"dynamodb\": {\"OldImage\": {\"id\": {\"S\": [\"1\"]}}}}"#, "a new item has no old image"),
        ("INSERT", "no JSON object"),
    ] {
        expect(&solved().edited(SOURCES, filter, wrong), SLUG, Verdict::NotDone, &[(Fails, "through", found)]).await;
    }
}

fn code(from: &str, to: &str) -> Account {
    assert!(OWN.code.contains(from), "{from}");
    with_code(&OWN.code.replace(from, to))
}

#[tokio::test]
async fn a_request_that_comes_to_nothing_asks_nobody() {
    for (from, to, found) in [
        ("await comprehend", "comprehend", "which nothing waits for"),
        ("LanguageCode: \"en\", Text", "Text", "without LanguageCode"),
        ("LanguageCode: \"en\", Text", "LanguageCode: \"en\"", "without Text"),
        ("        Key: { id },\n", "", "UpdateCommand without Key"),
        ("        Key: { id },\n", "        Key: { commentId: id },\n", "UpdateCommand without id"),
        ("await dynamodb", "dynamodb", "UpdateCommand, which nothing waits for"),
    ] {
        expect(&code(from, to), SLUG, Verdict::NotDone, &[(Fails, "asks", found)]).await;
    }
}

/// The event is that of what hands it over, and has the names that the other function writes.
#[tokio::test]
async fn the_code_takes_what_comes() {
    for (from, to, found) in [
        ("change.NewImage?.comment?.S", "change.NewImage?.text?.S", "code that takes text"),
        ("change.NewImage?.comment?.S", "change.NewImage?.Comment?.S", "code that takes Comment"),
    ] {
        expect(&code(from, to), SLUG, Verdict::NotDone, &[(Fails, "called", found)]).await;
    }
    let of_request = "import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend';
        const comprehend = new ComprehendClient();
        export const handler = async (event) => {
            const { comment } = JSON.parse(event.body);
            await comprehend.send(new DetectSentimentCommand({ Text: comment, LanguageCode: 'en' }));
        };";
    expect(&with_code(of_request), SLUG, Verdict::NotDone, &[(Fails, "called", "code that takes body")]).await;
    let of_bucket = of_request.replace("JSON.parse(event.body)", "event.Records[0].s3.object");
    expect(&with_code(&of_bucket), SLUG, Verdict::NotDone, &[(Fails, "called", "code that takes s3")]).await;
}

/// Those are texts that are to be spoken, and no comments.
#[tokio::test]
async fn the_stream_is_that_of_the_comments() {
    let other = solved().edited(SOURCES, "table/comments/", "table/text-to-speech/").edited(
        SOURCES,
        r#""UUID": "2""#,
        r#""UUID": "3""#,
    );
    let findings = check(&other, SLUG).await;
    let called = finding(&findings, "called");
    assert!(called.verdict == Fails && says(called, "the stream of the table text-to-speech"), "{findings:#?}");
}

/// The code writes into the table whose stream feeds it.
#[tokio::test]
async fn what_starts_itself_again_is_said() {
    let filter = r#""FilterCriteria": {"Filters": [{"Pattern": "{\"eventName\": [\"INSERT\"]}"}]}"#;
    let open = solved().edited(SOURCES, filter, r#""FilterCriteria": {"Filters": []}"#);
    expect(&open, SLUG, Verdict::Done, &[(Holds, "called", "its own results keep it busy")]).await;
}

#[tokio::test]
async fn a_method_of_the_api_is_a_way_too() {
    let code = "import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend';
        const comprehend = new ComprehendClient();
        export const handler = async (event) => {
            const { comment } = JSON.parse(event.body);
            const found = await comprehend.send(new DetectSentimentCommand({ Text: comment, LanguageCode: 'en' }));
            return { statusCode: 200, body: JSON.stringify(found) };
        };";
    let account = with_code(code)
        .answers(SOURCES, ok(r#"{"EventSourceMappings": []}"#))
        .edited("apigateway:GetResources", "function:put-comment/", "function:analyze-comments/")
        .answers_to(
            "lambda:GetPolicy",
            OWN.at,
            ok(own::callable(
                OWN.name,
                "apigateway.amazonaws.com",
                "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/POST/comments",
            )),
        );
    let expected = [(Holds, "called", "POST /comments"), (Holds, "through", "a method has no filter")];
    expect(&account, SLUG, Verdict::Done, &expected).await;
    // The code for a stream gets nothing of a request.
    let of_stream = account.amid(World::solved().open());
    let findings = check(&of_stream, SLUG).await;
    assert!(says(finding(&findings, "called"), "code that takes Records"), "{findings:#?}");
}

const NO_SOURCES: &str = r#"{"EventSourceMappings": []}"#;

/// A first try is often left beside the function that came of it, and an old trigger beside the new one.
#[tokio::test]
async fn what_is_fed_counts_and_what_is_left_beside_it_does_not() {
    let account = solved()
        .edited(SOURCES, "function:analyze-comments", "function:put-image")
        .answers_to("iam:GetRolePolicy", own::PUT_IMAGE.role, ok(iam::own_policy(&(OWN.statements)())))
        .amid(World::solved().with_own_code(&own::PUT_IMAGE, &[("index.mjs", OWN.code)]).open());
    expect(&account, SLUG, Verdict::Done, &[(Holds, "function", "function:put-image"), (Holds, "called", "")]).await;
    let old = r#"[{"UUID": "0", "State": "Enabled", "FunctionArn":
        "arn:aws:lambda:us-east-1:123456789012:function:analyze-comments", "EventSourceArn":
        "arn:aws:dynamodb:us-east-1:123456789012:table/comments/stream/2025-01-02T00:00:00.000"}, {"UUID": "1""#;
    let both = solved().edited(SOURCES, r#"[{"UUID": "1""#, old);
    expect(&both, SLUG, Verdict::Done, &[(Holds, "on", "the stream that the table has now")]).await;
}

#[tokio::test]
async fn another_function_may_hand_the_comments_over() {
    let code = "import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
        const lambda = new LambdaClient();
        export const handler = async (event) => {
            await lambda.send(new InvokeCommand({
                FunctionName: 'analyze-comments', InvocationType: 'Event', Payload: event.body,
            }));
            return { statusCode: 200, body: '{}' };
        };";
    let account = |action: &str| {
        let of = iam::statement(action, "arn:aws:lambda:us-east-1:123456789012:function:analyze-comments");
        solved()
            .answers(SOURCES, ok(NO_SOURCES))
            .answers_to("iam:GetRolePolicy", own::PUT_COMMENT.role, ok(iam::own_policy(&of)))
            .amid(World::solved().with_own_code(&own::PUT_COMMENT, &[("index.mjs", code)]).open())
    };
    let on = (Skipped, "on", "what calls put-comment calls it as well");
    let expected = [(Holds, "called", "the function put-comment"), on, (Holds, "permitted", "")];
    expect(&account("lambda:InvokeFunction"), SLUG, Verdict::Done, &expected).await;
    let expected = [on, (Fails, "permitted", "lambda:InvokeFunction")];
    expect(&account("lambda:GetFunction"), SLUG, Verdict::NotDone, &expected).await;
}

/// The function looks for new comments itself.
#[tokio::test]
async fn the_clock_may_start_it() {
    let rule = r#"{"Name": "hourly", "Arn": "arn:aws:events:us-east-1:123456789012:rule/hourly", "State": "ENABLED",
        "ScheduleExpression": "rate(1 hour)", "EventBusName": "default"}"#;
    let leads =
        r#"{"Targets": [{"Id": "1", "Arn": "arn:aws:lambda:us-east-1:123456789012:function:analyze-comments"}]}"#;
    let by = own::callable(OWN.name, "events.amazonaws.com", "arn:aws:events:us-east-1:123456789012:rule/hourly");
    let account = solved()
        .answers(SOURCES, ok(NO_SOURCES))
        .answers_to("events:ListRuleNamesByTarget", "function:analyze-comments", ok(r#"{"RuleNames": ["hourly"]}"#))
        .answers_to("events:DescribeRule", "hourly", ok(rule))
        .answers_to("events:ListTargetsByRule", "hourly", ok(leads))
        .answers_to("lambda:GetPolicy", OWN.at, ok(by));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "called", "code that takes Records")]).await;
    let code = "import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend';
        import { newComments } from './comments.mjs';
        const comprehend = new ComprehendClient();
        export const handler = async () => {
            for (const { comment } of await newComments()) {
                console.log(await comprehend.send(new DetectSentimentCommand({ Text: comment, LanguageCode: 'en' })));
            }
        };";
    let looks = "export const newComments = async () => [];";
    let world = World::solved().with_own_code(OWN, &[("index.mjs", code), ("comments.mjs", looks)]);
    let account = account.amid(world.open());
    expect(&account, SLUG, Verdict::Done, &[(Holds, "called", "the rule hourly"), (Holds, "permitted", "")]).await;
}

//! 10.i10: which function looks at images, what lets it, and what hands it its work.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch10/image_analysis";
const SOURCES: &str = "lambda:ListEventSourceMappings";
const OWN: &own::FunctionDouble = &own::ANALYZE_IMAGES;

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_own_code(OWN, &[("index.mjs", code)]).open())
}

fn allowing(statements: &[String]) -> Account {
    solved().answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(&statements.join(", "))))
}

#[tokio::test]
async fn the_function_is_told_by_what_it_asks() {
    let findings = check(&solved(), SLUG).await;
    assert!(says(finding(&findings, "function"), "function:analyze-images"), "{findings:#?}");
    let silent = with_code(&OWN.code.replace("DetectLabelsCommand", "DescribeDetectLabelsCommand"));
    let findings = check(&silent, SLUG).await;
    let asks = finding(&findings, "asks");
    assert!(asks.verdict == Fails && says(asks, "nothing that asks Rekognition"), "{findings:#?}");
    let without = solved().answers("lambda:ListFunctions", ok(lambda::FUNCTIONS));
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "function", "")]).await;
}

/// The action knows no resources, so that only the star fits it.
#[tokio::test]
async fn only_the_star_fits_the_action() {
    let rest = (OWN.statements)().replace("rekognition:DetectLabels", "logs:PutLogEvents");
    let account = allowing(&[rest.clone(), iam::statement("rekognition:DetectLabels", "*")]);
    expect(&account, SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
    for wrong in ["arn:aws:rekognition:us-east-1:123456789012:*", "arn:aws:*"] {
        let account = allowing(&[rest.clone(), iam::statement("rekognition:DetectLabels", wrong)]);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", "rekognition:DetectLabels")]).await;
    }
}

/// The account in which no method calls the function.
fn uncalled() -> Account {
    solved().edited("apigateway:GetResources", "function:analyze-images/", "function:get-chapters/")
}

#[tokio::test]
async fn rekognition_reads_the_image_in_the_name_of_the_function() {
    let blind = allowing(&[iam::statement("rekognition:DetectLabels", "*")]);
    expect(&blind, SLUG, Verdict::NotDone, &[(Fails, "allowed", "s3:GetObject")]).await;
    let bytes =
        OWN.code.replace("S3Object: { Bucket: \"{{ data_bucket }}\", Name: `images/${id}` }", "Bytes: await read(id)");
    assert_ne!(bytes, OWN.code);
    let account = with_code(&bytes).answers_to(
        "iam:GetRolePolicy",
        OWN.role,
        ok(iam::own_policy(&iam::statement("rekognition:DetectLabels", "*"))),
    );
    expect(&account, SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
}

fn code(from: &str, to: &str) -> Account {
    assert!(OWN.code.contains(from), "{from}");
    with_code(&OWN.code.replace(from, to))
}

#[tokio::test]
async fn a_request_that_comes_to_nothing_looks_at_nothing() {
    for (from, to, found) in [
        ("await rekognition", "rekognition", "which nothing waits for"),
        (
            "        Image: {\n          S3Object: { Bucket: \"{{ data_bucket }}\", Name: `images/${id}` },\n        },\n",
            "",
            "without Image",
        ),
        ("{{ data_bucket }}", "my-images", "the bucket my-images, which is not among yours"),
        // Rekognition reads buckets of its own region.
        ("new RekognitionClient()", "new RekognitionClient({ region: 'eu-west-1' })", "eu-west-1"),
    ] {
        let findings = check(&code(from, to), SLUG).await;
        let asks = finding(&findings, "asks");
        assert!(asks.verdict == Fails && says(asks, found), "{found}: {findings:#?}");
    }
    let of_bucket = code("event.queryStringParameters?.id", "event.Records[0].s3.object.key");
    expect(&of_bucket, SLUG, Verdict::NotDone, &[(Fails, "called", "code that takes Records")]).await;
}

/// The bucket of the policy is the one whose images Rekognition is told to read.
#[tokio::test]
async fn the_role_reads_the_images_that_the_code_names() {
    let looks = iam::statement("rekognition:DetectLabels", "*");
    for wrong in ["arn:aws:s3:::example.com/*", "arn:aws:s3:::example-data/uploads/*"] {
        let account = allowing(&[looks.clone(), iam::statement("s3:GetObject", wrong)]);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "allowed", "s3:GetObject")]).await;
    }
}

#[tokio::test]
async fn a_method_or_a_bucket_calls_it() {
    let through = (Holds, "through", "");
    expect(&solved(), SLUG, Verdict::Done, &[(Holds, "called", "GET /labels"), through]).await;
    let row = "<NotificationConfiguration><CloudFunctionConfiguration><Id>1</Id>\
        <CloudFunction>arn:aws:lambda:us-east-1:123456789012:function:analyze-images</CloudFunction>\
        <Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration></NotificationConfiguration>";
    let policy = own::callable(OWN.name, "s3.amazonaws.com", "arn:aws:s3:::example-data");
    let of_bucket =
        OWN.code.replace("event.queryStringParameters?.id ?? \"\"", "event.Records[0].s3.object.key.slice(7)");
    assert_ne!(of_bucket, OWN.code);
    let by_bucket = with_code(&of_bucket)
        .edited("apigateway:GetResources", "function:analyze-images/", "function:get-chapters/")
        .answers_to("s3:GetBucketNotificationConfiguration", "//example-data.", ok(row))
        .answers_to("lambda:GetPolicy", OWN.at, ok(policy));
    let expected = [(Holds, "called", "new objects of example-data"), through];
    expect(&by_bucket, SLUG, Verdict::Done, &expected).await;
    // The code for a method gets nothing of the bucket.
    let of_method = by_bucket.clone().amid(World::solved().open());
    expect(&of_method, SLUG, Verdict::NotDone, &[(Fails, "called", "code that takes queryStringParameters"), through])
        .await;
    let deaf = by_bucket.edited("s3:GetBucketNotificationConfiguration", "s3:ObjectCreated:*", "s3:ObjectRemoved:*");
    expect(&deaf, SLUG, Verdict::NotDone, &[(Fails, "on", ""), through]).await;
}

#[tokio::test]
async fn without_a_way_in_nothing_comes() {
    let skipped = |clause| (Skipped, clause, "nothing hands it its work");
    let expected = [(Fails, "called", "none of them"), skipped("on"), skipped("through"), skipped("permitted")];
    expect(&uncalled(), SLUG, Verdict::NotDone, &expected).await;
    let sources = solved().answers(SOURCES, ok(r#"{"EventSourceMappings": []}"#));
    expect(&sources, SLUG, Verdict::Done, &[(Holds, "through", "")]).await;
}

/// A bucket of the learner's own for images is as good as one of the course, and so is a rule of EventBridge.
#[tokio::test]
async fn any_bucket_and_a_rule_may_call_it() {
    let row = "<NotificationConfiguration><CloudFunctionConfiguration><Id>1</Id>\
        <CloudFunction>arn:aws:lambda:us-east-1:123456789012:function:analyze-images</CloudFunction>\
        <Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration></NotificationConfiguration>";
    let with_event = |taken: &str| {
        let code = OWN.code.replace("event.queryStringParameters?.id ?? \"\"", taken);
        assert_ne!(code, OWN.code);
        uncalled().amid(World::solved().with_own_code(OWN, &[("index.mjs", &code)]).open())
    };
    let by_bucket = with_event("event.Records[0].s3.object.key.slice(7)")
        .answers_to("s3:GetBucketNotificationConfiguration", "//photos.", ok(row))
        .answers_to("lambda:GetPolicy", OWN.at, ok(own::callable(OWN.name, "s3.amazonaws.com", "arn:aws:s3:::photos")));
    expect(&by_bucket, SLUG, Verdict::Done, &[(Holds, "called", "new objects of photos"), (Holds, "permitted", "")])
        .await;
    let rule = r#"{"Rules": [{"Name": "images", "Arn": "arn:aws:events:us-east-1:123456789012:rule/images",
        "State": "ENABLED", "EventBusName": "default", "EventPattern":
        "{\"source\": [\"aws.s3\"], \"detail-type\": [\"Object Created\"], \"detail\": {\"bucket\": {\"name\": [\"photos\"]}}}"}]}"#;
    let leads = r#"{"Targets": [{"Id": "1", "Arn": "arn:aws:lambda:us-east-1:123456789012:function:analyze-images"}]}"#;
    let may = own::callable(OWN.name, "events.amazonaws.com", "arn:aws:events:us-east-1:123456789012:rule/images");
    let tells =
        "<NotificationConfiguration><EventBridgeConfiguration></EventBridgeConfiguration></NotificationConfiguration>";
    let by_rule = with_event("event.detail.object.key.slice(7)")
        .answers("events:ListRules", ok(rule))
        .answers_to("events:ListTargetsByRule", "images", ok(leads))
        .answers_to("lambda:GetPolicy", OWN.at, ok(may))
        .answers_to("s3:GetBucketNotificationConfiguration", "//photos.", ok(tells));
    expect(&by_rule, SLUG, Verdict::Done, &[(Holds, "called", "new objects of photos"), (Holds, "on", "images")]).await;
    let silent = by_rule.edited(
        "s3:GetBucketNotificationConfiguration",
        "<EventBridgeConfiguration></EventBridgeConfiguration>",
        "",
    );
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "on", "tells EventBridge nothing")]).await;
}

/// What a queue or a topic hands on counts where it is seen who gives it that.
mod relayed {
    use super::*;
    use ClauseVerdict::CannotTell;

    const QUEUE: &str = "arn:aws:sqs:us-east-1:123456789012:images";
    const TOPIC: &str = "arn:aws:sns:us-east-1:123456789012:news";
    const FUNCTION: &str = "arn:aws:lambda:us-east-1:123456789012:function:analyze-images";

    fn taking(account: Account, taken: &str) -> Account {
        let code = OWN.code.replace("event.queryStringParameters?.id ?? \"\"", taken);
        assert_ne!(code, OWN.code);
        account.amid(World::solved().with_own_code(OWN, &[("index.mjs", &code)]).open())
    }

    fn row(kind: &str, name: &str, arn: &str) -> String {
        format!(
            "<NotificationConfiguration><{kind}Configuration><Id>1</Id><{name}>{arn}</{name}>\
             <Event>s3:ObjectCreated:*</Event></{kind}Configuration></NotificationConfiguration>"
        )
    }

    fn may_receive() -> Answer {
        let receives = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
        let receives = receives.map(|action| iam::statement(action, QUEUE)).join(", ");
        ok(iam::own_policy(&format!("{}, {receives}", (OWN.statements)())))
    }

    fn by_queue() -> Account {
        let source = format!(
            r#"{{"EventSourceMappings": [{{"UUID": "1", "State": "Enabled", "FunctionArn": "{FUNCTION}", "EventSourceArn": "{QUEUE}"}}]}}"#
        );
        taking(uncalled(), "JSON.parse(event.Records[0].body).Records[0].s3.object.key.slice(7)")
            .answers(SOURCES, ok(source))
            .answers_to("iam:GetRolePolicy", OWN.role, may_receive())
    }

    #[tokio::test]
    async fn a_queue_hands_on_what_a_bucket_tells() {
        let told = by_queue().answers_to(
            "s3:GetBucketNotificationConfiguration",
            "//photos.",
            ok(row("Queue", "Queue", QUEUE)),
        );
        let called = (Holds, "called", "new objects of photos, by the queue images");
        expect(&told, SLUG, Verdict::Done, &[called]).await;
        let off = told.clone().edited(SOURCES, "Enabled", "Disabled");
        expect(&off, SLUG, Verdict::NotDone, &[(Fails, "on", "the state Disabled")]).await;
        let blind = told.clone().answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(&(OWN.statements)())));
        expect(&blind, SLUG, Verdict::NotDone, &[(Fails, "permitted", "sqs:ReceiveMessage")]).await;
        let filtered = told.edited(
            SOURCES,
            r#""UUID": "1","#,
            r#""FilterCriteria": {"Filters": [{"Pattern": "{}"}]}, "UUID": "1","#,
        );
        expect(&filtered, SLUG, Verdict::CannotTell, &[(CannotTell, "through", "the filter {}")]).await;
        let unfed = by_queue();
        expect(&unfed, SLUG, Verdict::CannotTell, &[(CannotTell, "called", "into the queue images")]).await;
        let of_bucket = taking(by_queue(), "event.Records[0].s3.object.key.slice(7)");
        expect(&of_bucket, SLUG, Verdict::NotDone, &[(Fails, "called", "code that takes s3")]).await;
    }

    #[tokio::test]
    async fn a_topic_hands_on_what_a_bucket_tells() {
        let told = taking(uncalled(), "JSON.parse(event.Records[0].Sns.Message).Records[0].s3.object.key.slice(7)")
            .answers("sns:ListTopics", ok(sns::TOPICS.replace("sns-send-email<", "news<")))
            .answers("sns:ListSubscriptionsByTopic", ok(sms::subscribed("lambda", FUNCTION)))
            .answers_to("lambda:GetPolicy", OWN.at, ok(own::callable(OWN.name, "sns.amazonaws.com", TOPIC)))
            .answers_to("s3:GetBucketNotificationConfiguration", "//photos.", ok(row("Topic", "Topic", TOPIC)));
        let called = (Holds, "called", "new objects of photos, by the topic news");
        expect(&told, SLUG, Verdict::Done, &[called, (Holds, "through", "every message")]).await;
        let silent = told.answers_to(
            "lambda:GetPolicy",
            OWN.at,
            ok(own::callable(OWN.name, "sns.amazonaws.com", "arn:aws:sns:us-east-1:123456789012:other")),
        );
        expect(&silent, SLUG, Verdict::NotDone, &[called, (Fails, "permitted", "")]).await;
    }

    /// Where something may call it that is not read, nobody can say that nothing does.
    #[tokio::test]
    async fn what_is_not_read_may_call_it() {
        let policy = |service: &str, source: &str| {
            uncalled().answers_to("lambda:GetPolicy", OWN.at, ok(own::callable(OWN.name, service, source)))
        };
        let listed = uncalled().edited("iam:ListRoles", "</Roles>", &format!("{}</Roles>", pipe_role()));
        let invokes = iam::statement("lambda:InvokeFunction", FUNCTION);
        let pipe = listed.with(|account| iam::service_role(account, "pipe", "pipes.amazonaws.com", &invokes));
        let stream = uncalled().answers(
            SOURCES,
            ok(format!(
                r#"{{"EventSourceMappings": [{{"UUID": "1", "State": "Enabled", "FunctionArn": "{FUNCTION}", "EventSourceArn": "arn:aws:kinesis:us-east-1:123456789012:stream/images"}}]}}"#
            )),
        );
        let own_bus = "arn:aws:events:us-east-1:123456789012:rule/website/images";
        let other_api = "arn:aws:execute-api:us-east-1:123456789012:zzzzzzzzzz/*/*/images";
        let apis = r#"{"items": [{"apiId": "zzzzzzzzzz", "name": "images", "protocolType": "HTTP"}]}"#;
        for (account, why) in [
            (pipe, "a pipe with the role pipe"),
            (stream, "what comes by stream/images"),
            (policy("iot.amazonaws.com", "arn:aws:iot:us-east-1:123456789012:rule/images"), "iot.amazonaws.com"),
            (policy("events.amazonaws.com", own_bus), "the rule website/images"),
            (
                policy("apigateway.amazonaws.com", other_api).answers("apigatewayv2:GetApis", ok(apis)),
                "the API zzzzzzzzzz",
            ),
        ] {
            let expected = ["on", "through", "permitted"].map(|clause| (Skipped, clause, "not known what hands it"));
            let expected = [&[(CannotTell, "called", why)][..], &expected].concat();
            expect(&account, SLUG, Verdict::CannotTell, &expected).await;
        }
    }

    /// An API that was deleted leaves its permission in the function's policy.
    #[tokio::test]
    async fn an_api_that_is_gone_calls_nothing() {
        let gone = "arn:aws:execute-api:us-east-1:123456789012:zzzzzzzzzz/*/*/images";
        let policy = own::callable(OWN.name, "apigateway.amazonaws.com", gone);
        let account = uncalled().answers_to("lambda:GetPolicy", OWN.at, ok(policy));
        let expected = ["on", "through", "permitted"].map(|clause| (Skipped, clause, "nothing hands it its work yet"));
        let expected = [&[(Fails, "called", "")][..], &expected].concat();
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }

    fn pipe_role() -> String {
        let role = iam::role("/", "pipe");
        let pipes = role.replace("lambda", "pipes");
        assert_ne!(role, pipes);
        pipes
    }
}

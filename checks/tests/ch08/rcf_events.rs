//! 8.e4: for which keys the bucket calls the functions, and whether they let it.

use serde_json::{Value, json};

use super::super::random_cut_forest as rcf;
use crate::testing::code::{INFERENCE as INFERENCE_CODE, TRAINING as TRAINING_CODE};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/rcf_events";
const TELLS: &str = "s3:GetBucketNotificationConfiguration";
const TRAINING: &str = "sagemaker-rcf-run-training";
const INFERENCE: &str = "sagemaker-rcf-run-inference";
const CREATED: &str = "s3:ObjectCreated:*";

fn telling(rows: &[String]) -> Account {
    solved().answers(TELLS, ok(rcf::notifications(rows)))
}

/// The bucket calls the training function so, and the inference function as it should.
fn training(event: &str, prefix: &str, suffix: &str) -> Account {
    telling(&[rcf::calls(TRAINING, event, prefix, suffix), rcf::infer()])
}

fn inference(event: &str, prefix: &str, suffix: &str) -> Account {
    telling(&[rcf::train(), rcf::calls(INFERENCE, event, prefix, suffix)])
}

#[tokio::test]
async fn every_filter_that_lets_the_file_through_is_right() {
    for (event, prefix, suffix) in [
        ("s3:ObjectCreated:Put", "analytics/auth-callback.csv", ""),
        (CREATED, "analytics/", ""),
        (CREATED, "analytics%2Fauth", "callback.csv"),
    ] {
        expect(&training(event, prefix, suffix), SLUG, Verdict::Done, &[]).await;
    }
    for (event, prefix, suffix) in
        [("s3:ObjectCreated:Put", "new/", "csv"), (CREATED, "rcf/input/", "-new.csv"), (CREATED, "new/", "")]
    {
        expect(&inference(event, prefix, suffix), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn filters_that_let_nothing_through_fail() {
    for (event, prefix, suffix, advice) in [
        (CREATED, "analytics/*", ".csv", "* is no wildcard"),
        (CREATED, "analytics/", "*.csv", "* is no wildcard"),
        (CREATED, "/analytics/", ".csv", "leave the slash out"),
        (CREATED, "s3://example-data/analytics/", ".csv", "without the bucket"),
        (CREATED, "chapters", "", "must begin with its prefix"),
        (CREATED, "analytics/", ".json", "end with its suffix"),
        ("s3:ObjectRemoved:*", "analytics/", ".csv", "All object create events"),
        ("s3:ObjectCreated:Copy", "analytics/", ".csv", "An upload"),
    ] {
        expect(&training(event, prefix, suffix), SLUG, Verdict::NotDone, &[(Fails, "trains", advice)]).await;
    }
    for (prefix, suffix, advice) in
        [("rcf/input/*", ".csv", "* is no wildcard"), ("/rcf/input/", "", "slash"), ("new/", ".json", "suffix")]
    {
        expect(&inference(CREATED, prefix, suffix), SLUG, Verdict::NotDone, &[(Fails, "infers", advice)]).await;
    }
}

#[tokio::test]
async fn what_starts_itself_or_the_other_one_fails() {
    for (prefix, suffix, found) in [
        ("", ".csv", "rcf/train/sign-ins.csv"),
        ("rcf/", "", "rcf/output/"),
        ("analytics/", ".csv", "analytics/auth-callback.csv as well"),
    ] {
        expect(&inference(CREATED, prefix, suffix), SLUG, Verdict::NotDone, &[(Fails, "apart", found)]).await;
    }
    expect(&training(CREATED, "", ""), SLUG, Verdict::NotDone, &[(Fails, "apart", "rcf/output/")]).await;
    let both = telling(&[rcf::train(), rcf::calls(TRAINING, CREATED, "rcf/input/", ""), rcf::infer()]);
    expect(&both, SLUG, Verdict::NotDone, &[(Fails, "apart", "rcf/input/new.csv")]).await;
}

#[tokio::test]
async fn a_second_configuration_has_replaced_the_first() {
    let expected = [(Fails, "trains", "notifications for function:sagemaker-rcf-run-inference")];
    expect(&telling(&[rcf::infer()]), SLUG, Verdict::NotDone, &expected).await;
    let expected = ["trains", "infers"].map(|clause| (Fails, clause, "no event notification"));
    expect(&telling(&[]), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_goes_to_a_queue_first_is_not_told() {
    let queue = rcf::train()
        .replace("CloudFunctionConfiguration", "QueueConfiguration")
        .replace("CloudFunction>", "Queue>")
        .replace(
            "lambda:us-east-1:123456789012:function:sagemaker-rcf-run-training",
            "sqs:us-east-1:123456789012:files",
        );
    let account = telling(&[queue, rcf::infer()]);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "trains", "whether files calls the function")]).await;
}

/// What a rule waits for: uploads to the data bucket whose keys compare so.
fn uploads(key: &Value) -> Value {
    json!({
        "source": ["aws.s3"], "detail-type": ["Object Created"],
        "detail": {"bucket": {"name": ["example-data"]}, "object": {"key": key}},
    })
}

/// The bucket tells EventBridge of everything, and a row calls the inference function; a rule has this pattern, leads to the
/// training function with these settings, and may call it.
fn ruled(pattern: &Value, settings: &str) -> Account {
    let for_rule = r#"{"ArnLike":{"AWS:SourceArn":"arn:aws:events:us-east-1:123456789012:rule/train"}}"#;
    let lets_in = rcf::lets_in(TRAINING, for_rule).replace("s3.amazonaws.com", "events.amazonaws.com");
    telling(&[rcf::TO_EVENT_BRIDGE.to_owned(), rcf::infer()])
        .answers("events:ListRules", ok(rcf::rules(&[rcf::rule("train", pattern)])))
        .answers_to("events:ListTargetsByRule", "train", ok(rcf::leads_to(TRAINING, settings)))
        .answers_to("lambda:GetPolicy", rcf::TRAINING_FUNCTION, ok(lets_in))
}

const KEY: &str = "analytics/auth-callback.csv";
/// Input settings that make S3's own event of EventBridge's.
const RECORDS: &str = r#","InputTransformer":{"InputPathsMap":{"key":"$.detail.object.key"},"InputTemplate":"{\"Records\":[{\"s3\":{\"object\":{\"key\":<key>}}}]}"}"#;

#[tokio::test]
async fn a_rule_may_call_one_function_and_a_notification_the_other() {
    let mut patterns = vec![
        json!({"source": ["aws.s3"], "detail": {"bucket": {"name": ["example-data"]}, "object": {"key": [KEY]}}}),
        json!({"detail-type": ["Object Created", "Object Deleted"], "resources": ["arn:aws:s3:::example-data"],
               "detail": {"object": {"key": [KEY]}, "reason": ["PutObject", "CompleteMultipartUpload"]}}),
    ];
    patterns.extend(
        [
            json!([KEY]),
            json!([{"prefix": "analytics/auth-callback"}]),
            json!([{"wildcard": "analytics/*.csv"}]),
            json!([{"suffix": "callback.csv"}]),
            json!([{"equals-ignore-case": "Analytics/Auth-Callback.CSV"}]),
            json!([{"anything-but": {"wildcard": "rcf/*"}}]),
        ]
        .map(|key| uploads(&key)),
    );
    for pattern in patterns {
        expect(&ruled(&pattern, RECORDS), SLUG, Verdict::Done, &[(Holds, "trains", "the rule train")]).await;
    }
}

#[tokio::test]
async fn a_rule_that_lets_nothing_through_fails() {
    let right = || uploads(&json!([KEY]));
    let with = |field: &str, value: Value| {
        let mut pattern = right();
        pattern[field] = value;
        pattern
    };
    for (pattern, advice) in [
        (with("source", json!(["s3"])), "set source to"),
        (with("detail-type", json!(["s3:ObjectCreated:*"])), "set detail-type to"),
        (with("detail", json!({"bucket": {"name": ["example.com"]}})), "detail, bucket, name to [\"example-data\"]"),
        (with("region", json!(["eu-west-1"])), "another region"),
        (with("detail", json!({"reason": ["CopyObject"]})), "another detail, reason"),
        (uploads(&json!(["analytics/*"])), "a * is a wildcard in"),
        (uploads(&json!([{"prefix": "/analytics/"}])), "no key begins with a slash"),
    ] {
        let expected = [(Fails, "trains", advice)];
        expect(&ruled(&pattern, RECORDS), SLUG, Verdict::NotDone, &expected).await;
    }
    let disabled = ruled(&right(), RECORDS).edited("events:ListRules", "ENABLED", "DISABLED");
    expect(&disabled, SLUG, Verdict::NotDone, &[(Fails, "trains", "which is disabled")]).await;
    let told = ok(rcf::notifications(&[rcf::infer()]));
    let silent = ruled(&right(), RECORDS).answers(TELLS, told);
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "trains", "tells EventBridge nothing")]).await;
    let elsewhere = ruled(&right(), RECORDS).edited("events:ListTargetsByRule", TRAINING, "get-chapters");
    let expected =
        [(Fails, "trains", "notifications for function:sagemaker-rcf-run-inference"), (Fails, "may_train", "")];
    expect(&elsewhere, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_a_rule_leaves_to_others_is_not_told() {
    let sized = json!({"source": ["aws.s3"], "detail": {"object": {"size": [{"numeric": [">", 0]}]}}});
    let said = "the event's detail.object.size in the rule train";
    let expected = [(CannotTell, "trains", said), (CannotTell, "apart", said)];
    expect(&ruled(&sized, RECORDS), SLUG, Verdict::CannotTell, &expected).await;
    let trail = json!({"source": ["aws.s3"], "detail-type": ["AWS API Call via CloudTrail"],
                       "detail": {"eventName": ["PutObject"], "requestParameters": {"bucketName": ["example-data"]}}});
    let expected = [(CannotTell, "trains", "whether a trail records uploads")];
    expect(&ruled(&trail, RECORDS), SLUG, Verdict::CannotTell, &expected).await;
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:sagemaker-rcf-run-training";
    let queue = ruled(&uploads(&json!([KEY])), RECORDS).edited(
        "events:ListTargetsByRule",
        arn,
        "arn:aws:sqs:us-east-1:123456789012:files",
    );
    let expected = [(CannotTell, "trains", "whether files calls the function"), (Fails, "may_train", "")];
    expect(&queue, SLUG, Verdict::NotDone, &expected).await;
    let refused = telling(&[rcf::TO_EVENT_BRIDGE.to_owned(), rcf::infer()]).refuses(
        "events:ListRules",
        (400, "AccessDeniedException"),
        "no identity-based policy allows the events:ListRules action",
    );
    let expected = ["trains", "apart"].map(|clause| (CannotTell, clause, "events:ListRules"));
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
}

/// S3's own event has Records, and that of a rule has detail.
#[tokio::test]
async fn the_code_takes_the_event_that_its_rule_gives() {
    let pattern = uploads(&json!([KEY]));
    let with_code = |account: Account, code: &str| {
        account.amid(
            World::solved()
                .with_forest_code(&[("lambda_function.py", code)], &[("lambda_function.py", INFERENCE_CODE)])
                .open(),
        )
    };
    let unfit = [(Fails, "trains", "an event without Records")];
    expect(&ruled(&pattern, ""), SLUG, Verdict::NotDone, &unfit).await;
    expect(&ruled(&pattern, r#","InputPath":"$.detail""#), SLUG, Verdict::NotDone, &unfit).await;
    expect(&ruled(&pattern, r#","Input":"{\"Records\":[]}""#), SLUG, Verdict::Done, &[]).await;
    let of_rule = TRAINING_CODE.replace(
        r#"[unquote_plus(r["s3"]["object"]["key"]) for r in event["Records"]]"#,
        r#"[event["detail"]["object"]["key"]]"#,
    );
    assert_ne!(of_rule, TRAINING_CODE);
    expect(&with_code(ruled(&pattern, ""), &of_rule), SLUG, Verdict::Done, &[]).await;
    let detail = with_code(ruled(&pattern, r#","InputPath":"$.detail""#), &of_rule);
    expect(&detail, SLUG, Verdict::NotDone, &[(Fails, "trains", "an event without detail")]).await;
    for unsure in [
        TRAINING_CODE.replace("event[\"Records\"]", "event.get(\"Records\", [])"),
        TRAINING_CODE.replace("    keys = [", "    try:\n      keys = ["),
        TRAINING_CODE.replace("    if SIGN_INS in keys:", "    if \"Records\" not in event or SIGN_INS in keys:"),
    ] {
        let account = with_code(ruled(&pattern, ""), &unsure);
        expect(&account, SLUG, Verdict::Done, &[(Skipped, "trains", "the function's log")]).await;
    }
    let both = format!("{of_rule}\n\ndef by_notification(event):\n    return event[\"Records\"]\n");
    expect(&with_code(ruled(&pattern, ""), &both), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_rule_may_call_the_function_by_its_policy_or_with_a_role() {
    let pattern = uploads(&json!([KEY]));
    let none =
        error("lambda:GetPolicy", (404, "ResourceNotFoundException"), "The resource you requested does not exist.");
    let closed = ruled(&pattern, RECORDS).answers_to("lambda:GetPolicy", rcf::TRAINING_FUNCTION, none);
    let expected = [(Holds, "trains", ""), (Fails, "may_train", "principal events.amazonaws.com")];
    expect(&closed, SLUG, Verdict::NotDone, &expected).await;
    let for_bucket = ok(rcf::lets_in(TRAINING, rcf::FOR_BUCKET));
    let for_s3 = ruled(&pattern, RECORDS).answers_to("lambda:GetPolicy", rcf::TRAINING_FUNCTION, for_bucket);
    expect(&for_s3, SLUG, Verdict::NotDone, &[(Fails, "may_train", "no statement that lets this rule in")]).await;
    let gone = format!(r#"{RECORDS},"RoleArn":"arn:aws:iam::123456789012:role/gone""#);
    let gone = ruled(&pattern, &gone).answers_to(
        "iam:GetRole",
        "RoleName=gone",
        error("iam:GetRole", (404, "NoSuchEntity"), "cannot be found"),
    );
    expect(&gone, SLUG, Verdict::Done, &[(Skipped, "may_train", "the rule names a role")]).await;
}

#[tokio::test]
async fn rules_are_apart_as_notifications_are() {
    let all = ruled(&uploads(&json!([{"prefix": ""}])), RECORDS);
    expect(&all, SLUG, Verdict::NotDone, &[(Fails, "apart", "the rule train lets rcf/output/")]).await;
    let twice = ruled(&uploads(&json!([KEY])), RECORDS)
        .answers(TELLS, ok(rcf::notifications(&[rcf::TO_EVENT_BRIDGE.to_owned(), rcf::train(), rcf::infer()])))
        .answers_to("lambda:GetPolicy", rcf::TRAINING_FUNCTION, ok(rcf::lets_in(TRAINING, rcf::FOR_BUCKET)));
    expect(&twice, SLUG, Verdict::Done, &[(Holds, "trains", "has the work done twice")]).await;
    let nothing = telling(&[rcf::TO_EVENT_BRIDGE.to_owned()]);
    let expected = ["trains", "infers"].map(|clause| (Fails, clause, "no rule of EventBridge"));
    expect(&nothing, SLUG, Verdict::NotDone, &expected).await;
    let as_well = telling(&[rcf::TO_EVENT_BRIDGE.to_owned(), rcf::train(), rcf::infer()]);
    expect(&as_well, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn who_may_call_a_function_is_read() {
    let lets_in = |condition: &str| {
        solved().answers_to("lambda:GetPolicy", rcf::TRAINING_FUNCTION, ok(rcf::lets_in(TRAINING, condition)))
    };
    let of = |arn: &str| format!(r#"{{"ArnLike":{{"AWS:SourceArn":"{arn}"}}}}"#);
    for (condition, verdict, said) in [
        ("{}".to_owned(), Fails, "of every account"),
        (of("arn:aws:s3:::*"), Fails, "of every account"),
        (of("arn:aws:s3:::example.com"), Fails, "arn:aws:s3:::example.com"),
        (of("arn:aws:s3:::example-data"), Holds, "add the source account 123456789012"),
        (of("arn:aws:s3:*:*:example-data"), Holds, "source account"),
        (r#"{"StringEquals":{"AWS:SourceAccount":"123456789012"}}"#.to_owned(), Holds, "more than it should"),
        (r#"{"StringEquals":{"AWS:SourceAccount":"999999999999"}}"#.to_owned(), Fails, "999999999999"),
        (rcf::FOR_BUCKET.to_owned(), Holds, "for arn:aws:s3:::example-data"),
    ] {
        let done = if verdict == Holds { Verdict::Done } else { Verdict::NotDone };
        expect(&lets_in(&condition), SLUG, done, &[(verdict, "may_train", said)]).await;
    }
    let none =
        error("lambda:GetPolicy", (404, "ResourceNotFoundException"), "The resource you requested does not exist.");
    let account = solved().answers_to("lambda:GetPolicy", rcf::TRAINING_FUNCTION, none);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "may_train", "the function has no policy")]).await;
    let denied = rcf::lets_in(TRAINING, rcf::FOR_BUCKET).replace("Allow", "Deny");
    let account = solved().answers_to("lambda:GetPolicy", rcf::TRAINING_FUNCTION, ok(denied));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "may_train", "denies")]).await;
}

/// An alias has a policy of its own.
#[tokio::test]
async fn the_policy_of_what_the_bucket_calls_is_the_one_that_counts() {
    let row = rcf::train().replace("function:sagemaker-rcf-run-training<", "function:sagemaker-rcf-run-training:live<");
    let none =
        error("lambda:GetPolicy", (404, "ResourceNotFoundException"), "The resource you requested does not exist.");
    let account = telling(&[row, rcf::infer()]).answers_to("lambda:GetPolicy", "Qualifier=live", none);
    let expected = [(Holds, "trains", ""), (Fails, "may_train", "the function has no policy")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let policy = rcf::lets_in(&format!("{TRAINING}:live"), rcf::FOR_BUCKET);
    let account = account.answers_to("lambda:GetPolicy", "Qualifier=live", ok(policy));
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_configuration_that_cannot_be_read_is_no_missing_one() {
    let account = solved().refuses(
        TELLS,
        (403, "AccessDenied"),
        "no identity-based policy allows the s3:GetBucketNotification action",
    );
    let expected = ["trains", "infers", "apart"].map(|clause| (CannotTell, clause, "s3:GetBucketNotification"));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn one_function_that_is_missing_leaves_the_other_judged() {
    let gone = error("lambda:GetFunction", (404, "ResourceNotFoundException"), "Function not found");
    let account = solved().answers_to("lambda:GetFunction", rcf::INFERENCE_FUNCTION, gone);
    let expected = [
        (Holds, "may_train", ""),
        (Fails, "inference", ""),
        (Skipped, "infers", "needs: inference"),
        (Holds, "apart", ""),
    ];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

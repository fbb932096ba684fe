//! 8.e4: for which keys the bucket calls the functions, and whether they let it.

use super::super::random_cut_forest as rcf;
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
}

#[tokio::test]
async fn a_second_configuration_has_replaced_the_first() {
    let expected = [(Fails, "trains", "notifications for function:sagemaker-rcf-run-inference")];
    expect(&telling(&[rcf::infer()]), SLUG, Verdict::NotDone, &expected).await;
    let expected = ["trains", "infers"].map(|clause| (Fails, clause, "no event notification"));
    expect(&telling(&[]), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_goes_through_event_bridge_or_a_queue_is_not_told() {
    let bridge = "<EventBridgeConfiguration></EventBridgeConfiguration>".to_owned();
    let expected = ["trains", "infers"].map(|clause| (CannotTell, clause, "a rule of EventBridge"));
    expect(&telling(std::slice::from_ref(&bridge)), SLUG, Verdict::CannotTell, &expected).await;
    expect(&telling(&[bridge, rcf::train(), rcf::infer()]), SLUG, Verdict::Done, &[]).await;
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

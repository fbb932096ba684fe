//! 12.e7: whose a stack is, how far it is, and whether its bucket is there.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady};
use cloudformation::{resource, resources, stack, stacks};

const SLUG: &str = "ch12/stack";
const STACKS: &str = "cloudformation:DescribeStacks";
const RESOURCES: &str = "cloudformation:ListStackResources";

/// The account whose one stack is in that state.
fn with(status: &str, more: &str) -> Account {
    solved().answers(STACKS, ok(stacks(&[stack("website-stack", status, more)])))
}

#[tokio::test]
async fn a_stack_stands_or_waits_or_has_a_way_on() {
    for status in ["CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"] {
        expect(&with(status, ""), SLUG, Verdict::Done, &[(Holds, "complete", status)]).await;
    }
    for status in ["UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE"] {
        expect(&with(status, ""), SLUG, Verdict::Done, &[(Holds, "complete", "as it was before")]).await;
    }
    for status in
        ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "IMPORT_IN_PROGRESS"]
    {
        expect(&with(status, ""), SLUG, Verdict::NotReady, &[(NotReady, "complete", status)]).await;
    }
    for (status, advice) in [
        ("ROLLBACK_COMPLETE", "then delete the stack website-stack"),
        ("CREATE_FAILED", "then delete the stack website-stack"),
        ("ROLLBACK_FAILED", "could not be deleted again"),
        ("ROLLBACK_IN_PROGRESS", "undone the change"),
        ("UPDATE_FAILED", "Roll back"),
        ("UPDATE_ROLLBACK_FAILED", "Continue update rollback"),
        ("UPDATE_ROLLBACK_IN_PROGRESS", "undone the change"),
        ("DELETE_FAILED", "Empty the bucket"),
        ("DELETE_IN_PROGRESS", "is gone"),
        ("A_NEW_WORD", "the oldest line"),
    ] {
        expect(&with(status, ""), SLUG, Verdict::NotDone, &[(Fails, "complete", advice)]).await;
    }
}

#[tokio::test]
async fn a_stack_in_review_has_made_nothing() {
    let expected = [(Fails, "complete", "execute it, or delete the stack"), (Fails, "bucket", "no resources")];
    expect(&with("REVIEW_IN_PROGRESS", ""), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn the_reason_is_said() {
    let reason = "<StackStatusReason>The following resource(s) failed to create: [Bucket].</StackStatusReason>";
    let expected = [(Fails, "complete", "failed to create: [Bucket]")];
    expect(&with("ROLLBACK_COMPLETE", reason), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn stacks_of_tools_are_not_the_learners() {
    let tag = "<Tags><member><Key>ManagedStackSource</Key><Value>AwsSamCli</Value></member></Tags>";
    let toolkit = cloudformation::toolkit("32");
    for other in [
        stack("aws-sam-cli-managed-default", "CREATE_COMPLETE", ""),
        stack("aws-sam-cli-managed-dev", "CREATE_COMPLETE", tag),
        stack("CDKToolkit", "CREATE_COMPLETE", ""),
        stack("TeamToolkit", "CREATE_COMPLETE", &toolkit),
        stack("ShopStack", "CREATE_COMPLETE", cloudformation::OF_CDK),
        stack(
            "part",
            "CREATE_COMPLETE",
            "<ParentId>arn:aws:cloudformation:us-east-1:123456789012:stack/whole/1</ParentId>",
        ),
    ] {
        let account = solved().answers(STACKS, ok(stacks(&[other])));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "stack", "nothing of that name")]).await;
    }
    let of_sam = solved().answers(STACKS, ok(stacks(&[stack("hello-sam", "CREATE_COMPLETE", "")])));
    expect(&of_sam, SLUG, Verdict::NotDone, &[(Fails, "stack", "nothing of that name")]).await;
}

#[tokio::test]
async fn of_several_stacks_the_one_that_is_furthest_counts() {
    let several = stacks(&[stack("website-stack", "ROLLBACK_COMPLETE", ""), stack("second", "CREATE_COMPLETE", "")]);
    let account = solved()
        .answers(STACKS, ok(several))
        .answers_to(RESOURCES, "website-stack", ok(resources(&[])))
        .answers_to(RESOURCES, "second", ok(resources(&cloudformation::of_website())));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "stack", "second")]).await;
}

#[tokio::test]
async fn the_bucket_is_made_and_there() {
    let made = |kind: &str, status: &str| {
        let made = resource("Thing", kind, "example-data", status);
        with("CREATE_COMPLETE", "").answers_to(RESOURCES, "website-stack", ok(resources(&[made])))
    };
    expect(
        &made("AWS::SNS::Topic", "CREATE_COMPLETE"),
        SLUG,
        Verdict::NotDone,
        &[(Fails, "bucket", "AWS::SNS::Topic")],
    )
    .await;
    expect(&made("AWS::S3::Bucket", "CREATE_IN_PROGRESS"), SLUG, Verdict::NotReady, &[(NotReady, "bucket", "")]).await;
    for status in ["DELETE_SKIPPED", "CREATE_FAILED", "DELETE_COMPLETE"] {
        expect(&made("AWS::S3::Bucket", status), SLUG, Verdict::NotDone, &[(Fails, "bucket", status)]).await;
    }
    let deleted = with("CREATE_COMPLETE", "")
        .edited("s3:ListBuckets", "<Name>example-data</Name>", "<Name>photos.net</Name>")
        .refuses("s3:GetBucketLocation", (404, "NoSuchBucket"), "none");
    expect(&deleted, SLUG, Verdict::NotDone, &[(Fails, "bucket", "somebody deleted it by hand")]).await;
}

#[tokio::test]
async fn a_stack_in_another_region_is_named() {
    let there = ok(stacks(&[stack("website-stack", "CREATE_COMPLETE", "")]));
    let account = solved().with(cloudformation::without).answers_to(STACKS, "//cloudformation.eu-west-1.", there);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "stack", "the stack website-stack in eu-west-1")]).await;
}

/// A stack may have its bucket made by a stack that is a part of it.
#[tokio::test]
async fn what_the_parts_of_a_stack_made_is_the_stacks() {
    let part = resource(
        "Storage",
        "AWS::CloudFormation::Stack",
        "arn:aws:cloudformation:us-east-1:123456789012:stack/whole-Storage-1ABC/5f3c",
        "CREATE_COMPLETE",
    );
    let bucket = resource("Bucket", "AWS::S3::Bucket", "example-data", "CREATE_COMPLETE");
    let account = with("UPDATE_ROLLBACK_COMPLETE", "")
        .answers_to(RESOURCES, "website-stack", ok(resources(&[part])))
        .answers_to(RESOURCES, "whole-Storage-1ABC", ok(resources(&[bucket])));
    let expected = [(Holds, "complete", "as it was before"), (Holds, "bucket", "example-data")];
    expect(&account, SLUG, Verdict::Done, &expected).await;
}

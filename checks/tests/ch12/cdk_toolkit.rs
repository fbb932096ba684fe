//! 12.e17: what the toolkit says of itself, and whether its bucket is there.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady, Skipped};
use cloudformation::{stack, stacks, toolkit};

const SLUG: &str = "ch12/cdk_toolkit";
const STACKS: &str = "cloudformation:DescribeStacks";

fn with(name: &str, status: &str, more: &str) -> Account {
    solved().answers(STACKS, ok(stacks(&[stack(name, status, more)])))
}

#[tokio::test]
async fn applications_ask_for_version_6() {
    let of = |version: &str| with("CDKToolkit", "UPDATE_COMPLETE", &toolkit(version));
    for version in ["6", "32", "40"] {
        expect(&of(version), SLUG, Verdict::Done, &[(Holds, "version", version)]).await;
    }
    for version in ["5", "0"] {
        expect(&of(version), SLUG, Verdict::NotDone, &[(Fails, "version", version)]).await;
    }
    let first = with("CDKToolkit", "CREATE_COMPLETE", "");
    let expected = [(Fails, "version", "a toolkit of the first CDK"), (Fails, "bucket", "no such output")];
    expect(&first, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_toolkit_of_another_name_is_one() {
    expect(&with("TeamToolkit", "CREATE_COMPLETE", &toolkit("30")), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_toolkit_that_does_not_stand_says_why() {
    let skipped = |verdict, text| [(verdict, "complete", text), (Skipped, "version", ""), (Skipped, "bucket", "")];
    let failed = with("CDKToolkit", "ROLLBACK_COMPLETE", "");
    expect(&failed, SLUG, Verdict::NotDone, &skipped(Fails, "delete the stack CDKToolkit")).await;
    let at_work = with("CDKToolkit", "CREATE_IN_PROGRESS", "");
    expect(&at_work, SLUG, Verdict::NotReady, &skipped(NotReady, "CREATE_IN_PROGRESS")).await;
}

#[tokio::test]
async fn the_bucket_may_be_gone_while_the_stack_stands() {
    let gone = solved().edited("s3:ListBuckets", "<Name>example-data</Name>", "<Name>photos.net</Name>").refuses(
        "s3:GetBucketLocation",
        (404, "NoSuchBucket"),
        "none",
    );
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "bucket", "it is not there")]).await;
}

#[tokio::test]
async fn each_region_has_a_toolkit_of_its_own() {
    let there = ok(stacks(&[stack("CDKToolkit", "CREATE_COMPLETE", &toolkit("32"))]));
    let account = solved().with(cloudformation::without).answers_to(STACKS, "//cloudformation.eu-west-1.", there);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "toolkit", "the toolkit in eu-west-1")]).await;
}

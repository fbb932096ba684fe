//! 12.e8: what the update made, and whether somebody changed it by hand.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady};
use cloudformation::{of_website, resources, stack, stacks};

const SLUG: &str = "ch12/stack_update";
const STACKS: &str = "cloudformation:DescribeStacks";
const RESOURCES: &str = "cloudformation:ListStackResources";

fn with(status: &str, more: &str) -> Account {
    solved().answers(STACKS, ok(stacks(&[stack("website-stack", status, more)])))
}

/// Of the resources, the first few alone.
fn having(account: Account, count: usize) -> Account {
    account.answers_to(RESOURCES, "website-stack", ok(resources(&of_website()[..count])))
}

#[tokio::test]
async fn an_update_is_seen_by_what_it_made() {
    let drift = cloudformation::IN_SYNC;
    // A change set leaves a time of the last change on a stack that nobody has updated.
    let expected = [
        (Fails, "updated", "nothing was changed since"),
        (Fails, "role", "a role among its resources"),
        (Fails, "function", "a function among its resources"),
        (ClauseVerdict::Skipped, "ready", "not checked until"),
    ];
    expect(&having(with("CREATE_COMPLETE", drift), 1), SLUG, Verdict::NotDone, &expected).await;
    expect(&with("CREATE_COMPLETE", drift), SLUG, Verdict::Done, &[(Holds, "updated", "CREATE_COMPLETE")]).await;
    let expected = [(Holds, "updated", "as it was before")];
    expect(&with("UPDATE_ROLLBACK_COMPLETE", drift), SLUG, Verdict::Done, &expected).await;
    let expected = [
        (Fails, "updated", "UPDATE_ROLLBACK_COMPLETE"),
        (Fails, "role", ""),
        (Fails, "function", ""),
        (ClauseVerdict::Skipped, "ready", ""),
    ];
    expect(&having(with("UPDATE_ROLLBACK_COMPLETE", drift), 1), SLUG, Verdict::NotDone, &expected).await;
    let expected = [(NotReady, "updated", "UPDATE_IN_PROGRESS")];
    expect(&with("UPDATE_IN_PROGRESS", drift), SLUG, Verdict::NotReady, &expected).await;
}

#[tokio::test]
async fn a_bucket_that_was_left_out_is_gone() {
    let without = ok(resources(&of_website()[1..]));
    let account = with("UPDATE_COMPLETE", cloudformation::IN_SYNC).answers_to(RESOURCES, "website-stack", without);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "bucket", "AWS::IAM::Role")]).await;
}

#[tokio::test]
async fn drift_is_read_and_never_looked_for() {
    let drifted = |status: &str| {
        let told = format!("<DriftInformation><StackDriftStatus>{status}</StackDriftStatus></DriftInformation>");
        with("UPDATE_COMPLETE", &told)
    };
    expect(&drifted("DRIFTED"), SLUG, Verdict::NotDone, &[(Fails, "drift", "changed by hand")]).await;
    for status in ["NOT_CHECKED", "UNKNOWN"] {
        expect(&drifted(status), SLUG, Verdict::Done, &[(Holds, "drift", "Detect drift")]).await;
    }
    expect(&with("UPDATE_COMPLETE", ""), SLUG, Verdict::Done, &[(Holds, "drift", "NOT_CHECKED")]).await;
    let aws = solved().open();
    crate::check(SLUG, &aws, &example()).await.expect("a verifier");
    assert!(!aws.sent().iter().any(|label| label.contains("Detect")), "{:?}", aws.sent());
}

#[tokio::test]
async fn the_function_is_there_and_can_be_called() {
    let gone = solved().refuses("lambda:GetFunction", (404, "ResourceNotFoundException"), "none");
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "ready", "somebody deleted it by hand")]).await;
    let no_file = solved().edited("lambda:GetFunction", "index.handler", "handler");
    expect(&no_file, SLUG, Verdict::Done, &[(Holds, "ready", "names no file")]).await;
}

//! 12.e19: by what an update of the CDK is known.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady};
use cloudformation::{OF_CDK, stack, stacks};

const SLUG: &str = "ch12/cdk_update";
const STACKS: &str = "cloudformation:DescribeStacks";

fn with(status: &str) -> Account {
    solved().answers(STACKS, ok(stacks(&[stack("HelloCdkStack", status, OF_CDK)])))
}

#[tokio::test]
async fn the_status_tells_of_an_update_and_the_time_of_the_last_change_does_not() {
    // Every stack of these tests has such a time, as each stack has that a change set made.
    let expected = [(Fails, "updated", "nothing was changed since")];
    expect(&with("CREATE_COMPLETE"), SLUG, Verdict::NotDone, &expected).await;
    expect(&with("UPDATE_COMPLETE"), SLUG, Verdict::Done, &[]).await;
    expect(&with("UPDATE_IN_PROGRESS"), SLUG, Verdict::NotReady, &[(NotReady, "updated", "")]).await;
    for (status, advice) in [
        ("UPDATE_ROLLBACK_COMPLETE", "The change failed and was undone"),
        ("UPDATE_ROLLBACK_FAILED", "Continue update rollback"),
        ("ROLLBACK_COMPLETE", "delete the stack HelloCdkStack"),
    ] {
        expect(&with(status), SLUG, Verdict::NotDone, &[(Fails, "updated", advice)]).await;
    }
}

#[tokio::test]
async fn of_several_stacks_of_the_cdk_the_updated_one_counts() {
    let both =
        stacks(&[stack("HelloCdkStack", "CREATE_COMPLETE", OF_CDK), stack("ShopStack", "UPDATE_COMPLETE", OF_CDK)]);
    let account = solved().answers(STACKS, ok(both));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "stack", "ShopStack")]).await;
}

//! 12.e18: how a stack of the CDK is known, and what it has made.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds};
use cloudformation::{OF_CDK, of_cdk, resource, resources, stack, stacks};

const SLUG: &str = "ch12/cdk_deploy";
const STACKS: &str = "cloudformation:DescribeStacks";
const RESOURCES: &str = "cloudformation:ListStackResources";

fn with(name: &str, more: &str) -> Account {
    solved().answers(STACKS, ok(stacks(&[stack(name, "CREATE_COMPLETE", more)])))
}

#[tokio::test]
async fn a_stack_of_the_cdk_asks_for_its_toolkit_or_counts_its_use() {
    let made = ok(resources(&of_cdk()));
    let other = with("ShopStack", OF_CDK).answers_to(RESOURCES, "ShopStack", made.clone());
    expect(&other, SLUG, Verdict::Done, &[(Holds, "stack", "ShopStack")]).await;
    let counted = with("ShopStack", "").answers_to(RESOURCES, "ShopStack", made);
    expect(&counted, SLUG, Verdict::Done, &[(Holds, "stack", "ShopStack")]).await;
    // Its own synthesizer asks for no version, and counting was turned off.
    let unmarked = resource("AssetsBucketF68F3FF0", "AWS::S3::Bucket", "shop-assets", "CREATE_COMPLETE");
    let unmarked = with("ShopStack", "").answers_to(RESOURCES, "ShopStack", ok(resources(&[unmarked])));
    expect(&unmarked, SLUG, Verdict::Done, &[(Holds, "stack", "ShopStack")]).await;
    let undone = solved().answers(STACKS, ok(stacks(&[stack("HelloCdkStack", "UPDATE_ROLLBACK_COMPLETE", OF_CDK)])));
    expect(&undone, SLUG, Verdict::Done, &[(Holds, "complete", "as it was before")]).await;
    let plain = with("website-stack", "");
    expect(&plain, SLUG, Verdict::NotDone, &[(Fails, "stack", "nothing of that name")]).await;
    let toolkit = with("CDKToolkit", &cloudformation::toolkit("32"));
    expect(&toolkit, SLUG, Verdict::NotDone, &[(Fails, "stack", "nothing of that name")]).await;
}

#[tokio::test]
async fn a_stack_that_counts_its_use_alone_has_made_nothing() {
    let counted = ok(resources(&of_cdk()[1..]));
    let account = with("HelloCdkStack", OF_CDK).answers_to(RESOURCES, "HelloCdkStack", counted);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "made", "nothing but what counts")]).await;
}

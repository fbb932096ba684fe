//! 12.e13: how the stack of an application of SAM is known.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds};
use cloudformation::{of_sam, resource, resources, stack, stacks, summary};

const SLUG: &str = "ch12/sam_deploy";
const STACKS: &str = "cloudformation:DescribeStacks";
const RESOURCES: &str = "cloudformation:ListStackResources";
const SUMMARY: &str = "cloudformation:GetTemplateSummary";

fn with(name: &'static str, transforms: &str) -> Account {
    solved()
        .answers(STACKS, ok(stacks(&[stack(name, "CREATE_COMPLETE", "")])))
        .answers_to(RESOURCES, name, ok(resources(&of_sam())))
        .answers_to(SUMMARY, name, ok(summary(transforms)))
}

#[tokio::test]
async fn the_macro_tells_the_stack_of_sam_whatever_its_name() {
    expect(&with("sam-app", cloudformation::SAM), SLUG, Verdict::Done, &[(Holds, "stack", "sam-app")]).await;
    // Names such as SAM gives them are everybody's.
    let plain = with("plain", "");
    expect(&plain, SLUG, Verdict::NotDone, &[(Fails, "stack", "nothing of that name")]).await;
}

#[tokio::test]
async fn a_practice_account_has_no_macro_and_is_told_by_the_names() {
    let you = Learner { practice: true, ..example() };
    let named = with("sam-app", "");
    expect_of(&you, &named, SLUG, Verdict::Done, &[(Holds, "stack", "sam-app")]).await;
    let other = resource("Hello", "AWS::Lambda::Function", "hello-world", "CREATE_COMPLETE");
    let plain = with("plain", "").answers_to(RESOURCES, "plain", ok(resources(&[other])));
    expect_of(&you, &plain, SLUG, Verdict::NotDone, &[(Fails, "stack", "nothing of that name")]).await;
}

#[tokio::test]
async fn what_the_application_has_made_is_there() {
    let gone = solved().refuses("lambda:GetFunction", (404, "ResourceNotFoundException"), "none");
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "ready", "somebody deleted it by hand")]).await;
    let table = resource("Table", "AWS::DynamoDB::Table", "t", "CREATE_COMPLETE");
    let without = with("hello-sam", cloudformation::SAM).answers_to(RESOURCES, "hello-sam", ok(resources(&[table])));
    let expected =
        [(Fails, "function", "AWS::DynamoDB::Table"), (ClauseVerdict::Skipped, "ready", "not checked until")];
    expect(&without, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_stack_in_review_is_known_by_its_name() {
    let review = ok(stacks(&[stack("hello-sam", "REVIEW_IN_PROGRESS", "")]));
    let account = solved().answers(STACKS, review);
    let expected = [
        (Fails, "complete", "execute it, or delete the stack"),
        (Fails, "function", "no resources"),
        (ClauseVerdict::Skipped, "ready", ""),
    ];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

//! 8.3: who may take on the role, and what it may do.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch08/put_item_role";

fn trusting(statements: &str) -> Account {
    solved().answers_to("iam:GetRole", iam::PUT_ITEM, ok(iam::trusting(statements)))
}

#[tokio::test]
async fn whom_the_role_is_for_is_told() {
    let gateway = iam::trust("apigateway.amazonaws.com");
    let narrowed = |source: &str| {
        gateway.replace(
            "}, \"Action\"",
            &format!(r#"}}, "Condition": {{"ArnLike": {{"aws:SourceArn": "{source}"}}}}, "Action""#),
        )
    };
    for (statements, clause, found) in [
        (iam::trust("lambda.amazonaws.com"), "trust", "it is for lambda.amazonaws.com"),
        (gateway.replace("{\"Service", "{\"AWS\": \"*\", \"Service"), "no_one_else", "everyone in the world"),
        (narrowed("arn:aws:execute-api:us-east-1:123456789012:other/*"), "trust", "only under a Condition"),
    ] {
        expect(&trusting(&statements), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let own = narrowed("arn:aws:execute-api:us-east-1:123456789012:*");
    expect(&trusting(&own), SLUG, Verdict::Done, &[(Holds, "trust", "")]).await;
}

/// The CDK and SAM name roles themselves.
#[tokio::test]
async fn a_role_of_another_name_is_found_by_what_it_may_do() {
    let other = "Website-ApiRole-1A2B3C";
    let listed = iam::role_for_api("/").replace(iam::PUT_ITEM, other);
    let account = solved()
        .refuses("iam:GetRole", (404, "NoSuchEntity"), "cannot be found")
        .answers("iam:ListRoles", ok(iam::roles(&[iam::role("/", "function-get-chapters"), listed.clone()])))
        .answers_to("iam:GetRole", other, ok(iam::got(&listed)))
        .answers_to(
            "iam:ListAttachedRolePolicies",
            other,
            ok(iam::attached(&["123456789012:policy/api-analytics-put-item"])),
        );
    expect(&account, SLUG, Verdict::Done, &[(Holds, "role", other)]).await;
    let nothing = account.answers_to("iam:ListAttachedRolePolicies", other, ok(iam::attached(&[])));
    expect(&nothing, SLUG, Verdict::NotDone, &[(Fails, "role", ""), (Skipped, "trust", "")]).await;
}

#[tokio::test]
async fn a_role_without_the_permission() {
    let nothing = solved().answers_to("iam:ListAttachedRolePolicies", iam::PUT_ITEM, ok(iam::attached(&[])));
    expect(&nothing, SLUG, Verdict::NotDone, &[(Fails, "allowed", "no statement that allows dynamodb:PutItem")]).await;
}

//! 8.2: where the policy may be, and what it says.

use crate::testing::answers::Answers;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/put_item_policy";
const TABLE: &str = "arn:aws:dynamodb:us-east-1:123456789012:table/analytics";

/// The account whose policy has these statements.
fn saying(statements: &str) -> Account {
    solved().answers_to("iam:GetPolicyVersion", iam::PUT_ITEM, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn a_policy_of_another_name_is_found_by_what_it_allows() {
    let other = "records-what-happens";
    let listed = iam::policies(&[iam::policy("/", "function-get-chapters", "v2"), iam::policy("/", other, "v3")]);
    let account = solved().answers("iam:ListPolicies", ok(listed));
    let does = account.clone().answers_to("iam:GetPolicyVersion", other, ok(iam::version("v3", &iam::puts_item())));
    expect(&does, SLUG, Verdict::Done, &[(Holds, "policy", other)]).await;
    let expected = [(Fails, "policy", "nothing of that name"), (Skipped, "puts", ""), (Skipped, "one_table", "")];
    expect(&account.with(without_roles), SLUG, Verdict::NotDone, &expected).await;
}

/// The items of the book are of one kind, which is their partition key.
#[tokio::test]
async fn a_condition_on_the_kind_of_the_items_is_judged() {
    let of = |kind: &str| {
        let condition =
            format!(r#", "Condition": {{"ForAllValues:StringEquals": {{"dynamodb:LeadingKeys": ["{kind}"]}}}}}}"#);
        saying(&iam::puts_item().replace('}', &condition))
    };
    for slug in [SLUG, "ch08/put_item_role"] {
        let findings = check(&of("auth-callback"), slug).await;
        assert_eq!(findings.verdict(), Verdict::Done, "{slug}: {findings:#?}");
    }
    expect(&of("page-view"), SLUG, Verdict::NotDone, &[(Fails, "puts", "Condition")]).await;
}

fn without_roles(account: Answers) -> Answers {
    account.answers("iam:ListRoles", ok(iam::roles(&[])))
}

#[tokio::test]
async fn what_is_part_of_a_role_for_the_api_does() {
    let account = solved()
        .answers("iam:ListPolicies", ok(iam::policies(&[])))
        .answers_to("iam:ListAttachedRolePolicies", iam::PUT_ITEM, ok(iam::attached(&[])))
        .answers_to("iam:ListRolePolicies", iam::PUT_ITEM, ok(iam::OWN_POLICIES))
        .answers_to("iam:GetRolePolicy", iam::PUT_ITEM, ok(iam::own_policy(&iam::puts_item())));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "policy", "own of the role api-analytics-put-item")]).await;
}

#[tokio::test]
async fn what_it_lacks_or_has_too_much_is_said() {
    for (statement, clause, found) in [
        (iam::statement("dynamodb:Scan", TABLE), "puts", "a statement allows dynamodb:Scan"),
        (iam::statement("dynamodb:PutItem", "*"), "one_table", "a statement is about *"),
        (iam::statement("dynamodb:PutItem", &TABLE.replace("analytics", "*")), "one_table", "table/*"),
    ] {
        expect(&saying(&statement), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let other = iam::statement("dynamodb:PutItem", &TABLE.replace("analytics", "chapters"));
    let expected = ["puts", "one_table"].map(|clause| (Fails, clause, "table/chapters"));
    expect(&saying(&other), SLUG, Verdict::NotDone, &expected).await;
    let wide = check(&saying(&iam::statement("dynamodb:*", TABLE)), SLUG).await;
    let advice = finding(&wide, "one_table").advice.as_ref();
    assert!(advice.is_some_and(|advice| advice.contains("dynamodb:* on")), "{wide:#?}");
}

#[tokio::test]
async fn a_policy_that_cannot_be_read_is_there_all_the_same() {
    let account = solved().refuses("iam:GetPolicyVersion", (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = ["puts", "one_table"].map(|clause| (CannotTell, clause, r#""Action":"iam:GetPolicyVersion""#));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

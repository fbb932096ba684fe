//! 6.6: states of a table that no emulator stays in, and items of every kind.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch06/dynamodb_table";
const DESCRIBE: &str = "dynamodb:DescribeTable";

#[tokio::test]
async fn a_table_on_its_way_waits_and_its_items_are_not_asked_for() {
    for status in ["CREATING", "UPDATING"] {
        let account = solved().edited(DESCRIBE, "ACTIVE", status);
        let expected = [(NotReady, "active", status), (Skipped, "items", "when the table is active")];
        expect(&account, SLUG, Verdict::NotReady, &expected).await;
        assert!(!account.asked().iter().any(|request| request.contains("\"Limit\"")), "{status}");
    }
    let account = solved().edited(DESCRIBE, "ACTIVE", "DELETING");
    let expected = [(Fails, "active", "DELETING"), (Skipped, "items", "when the table is active")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

/// AWS leaves the member out of a table that was never paid by the request.
#[tokio::test]
async fn a_table_without_a_billing_mode_is_provisioned() {
    let account =
        solved().edited(DESCRIBE, r#""BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST","#, r#""Other": {"#);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "on_demand", "provisioned")]).await;
}

#[tokio::test]
async fn one_item_that_lacks_something_is_enough() {
    for (from, to, found) in [
        (r#""title": {"S"#, r#""Title": {"S"#, "an item without title; it has Title, description, id"),
        (r#""title": {"S": "One"}"#, r#""title": {"N": "1"}"#, "an item whose title is a number (N)"),
        (r#""description": {"S": "The first."}"#, r#""description": {"NULL": true}"#, "of another type"),
    ] {
        let account = solved().edited("dynamodb:Scan", from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "items", found)]).await;
    }
}

#[tokio::test]
async fn what_is_told_of_foreign_items_is_bounded() {
    let account = solved().edited("dynamodb:Scan", r#""title""#, &format!("\"{}\"", "x".repeat(50_000)));
    let findings = check(&account, SLUG).await;
    let said = finding(&findings, "items").found.clone().unwrap();
    assert!(said.chars().count() <= crate::findings::LONGEST + 1, "{}", said.len());
}

#[tokio::test]
async fn a_missing_table_is_looked_for_under_other_names_and_in_other_regions() {
    let similar = solved().with(dynamodb::without).answers("dynamodb:ListTables", ok(dynamodb::TABLES));
    let findings = check(&similar, SLUG).await;
    assert!(says(&findings.0[0], "the table Chapters"), "{findings:#?}");
    let elsewhere = solved().with(dynamodb::without).answers_to(DESCRIBE, "//dynamodb.eu-west-1.", ok(dynamodb::TABLE));
    let findings = check(&elsewhere, SLUG).await;
    assert!(says(&findings.0[0], "the table chapters in eu-west-1"), "{findings:#?}");
    let unreadable = elsewhere.answers_to(DESCRIBE, "//dynamodb.eu-west-1.", Answer::Refused);
    let findings = check(&unreadable, SLUG).await;
    assert!(says(&findings.0[0], "nothing of that name"), "{findings:#?}");
}

#[tokio::test]
async fn another_key_is_named() {
    for (from, to, found) in [
        (r#""AttributeType": "N""#, r#""AttributeType": "S""#, "id"),
        (r#""AttributeName": "id""#, r#""AttributeName": "number""#, "number"),
        (r#""KeyType": "HASH"}"#, r#""KeyType": "HASH"}, {"AttributeName": "title", "KeyType": "RANGE"}"#, "title"),
    ] {
        let account = solved().edited(DESCRIBE, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "key", found)]).await;
    }
}

#[tokio::test]
async fn refused_items_leave_the_table_judged() {
    let account =
        solved().refuses("dynamodb:Scan", (400, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "items", r#""Action":"dynamodb:Scan""#)]).await;
}

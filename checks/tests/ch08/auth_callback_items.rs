//! 8.8: which items tell of a sign-in.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/auth_callback_items";
const QUERY: &str = "dynamodb:Query";
const NONE: &str = r#"{"Count": 0, "ScannedCount": 0, "Items": []}"#;

#[tokio::test]
async fn the_time_is_in_milliseconds() {
    for right in ["1767225600000", "1577836800000", "1767225600123.5"] {
        let account = solved().edited(QUERY, "1767225600000", right);
        expect(&account, SLUG, Verdict::Done, &[(Holds, "item", right), (Holds, "time", right)]).await;
    }
    for (wrong, found) in [
        ("1767225600", "which counts seconds"),
        ("1767225600000000", "timestamp 1767225600000000"),
        ("1", "timestamp 1"),
        ("99999999999999", "That item stays the last one"),
    ] {
        let account = solved().edited(QUERY, "1767225600000", wrong);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "time", found)]).await;
    }
}

#[tokio::test]
async fn what_there_is_instead_is_told() {
    let empty = solved().answers(QUERY, ok(NONE)).answers("dynamodb:Scan", ok(NONE));
    expect(&empty, SLUG, Verdict::NotDone, &[(Fails, "item", "nothing of that name"), (Skipped, "time", "")]).await;
    let others = r#"{"Count": 3, "Items": [{"dataType": {"S": "callback"}}, {"dataType": {"S": "auth_callback"}}, {"dataType": {"S": "callback"}}]}"#;
    let other = solved().answers(QUERY, ok(NONE)).answers("dynamodb:Scan", ok(others));
    let expected = [(Fails, "item", "items with the dataType auth_callback, callback"), (Skipped, "time", "")];
    expect(&other, SLUG, Verdict::NotDone, &expected).await;
    let refused = other.refuses("dynamodb:Scan", (400, "AccessDeniedException"), "no");
    expect(&refused, SLUG, Verdict::NotDone, &[(Fails, "item", "nothing of that name"), (Skipped, "time", "")]).await;
}

#[tokio::test]
async fn a_table_that_cannot_be_read_tells_nothing() {
    let refused = solved().refuses(QUERY, (400, "AccessDeniedException"), "no identity-based policy allows it");
    let expected = [(CannotTell, "item", "dynamodb:Query"), (Skipped, "time", "")];
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
    let gone = solved().answers_to(
        "dynamodb:DescribeTable",
        "analytics",
        error("dynamodb:", (400, "ResourceNotFoundException"), "no"),
    );
    let expected = [(Fails, "table", ""), (Skipped, "item", ""), (Skipped, "time", "")];
    expect(&gone, SLUG, Verdict::NotDone, &expected).await;
}

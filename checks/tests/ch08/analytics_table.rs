//! 8.1: states of a table that no emulator stays in, and keys that AWS describes in another order.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady};

const SLUG: &str = "ch08/analytics_table";
const DESCRIBE: &str = "dynamodb:DescribeTable";

#[tokio::test]
async fn a_table_on_its_way_waits() {
    let account =
        solved().answers_to(DESCRIBE, r#""analytics""#, ok(dynamodb::ANALYTICS)).edited(DESCRIBE, "ACTIVE", "CREATING");
    let expected = [(Holds, "key", "timestamp"), (NotReady, "active", "CREATING")];
    expect(&account, SLUG, Verdict::NotReady, &expected).await;
}

#[tokio::test]
async fn a_key_is_read_by_its_role_and_not_by_its_place() {
    let pair = |first: &str, second: &str| format!("{first}, {second}");
    let hash = r#"{"AttributeName": "dataType", "KeyType": "HASH"}"#;
    let range = r#"{"AttributeName": "timestamp", "KeyType": "RANGE"}"#;
    let turned = solved().edited(DESCRIBE, &pair(hash, range), &pair(range, hash));
    expect(&turned, SLUG, Verdict::Done, &[(Holds, "key", "")]).await;
    for (from, to, found) in [
        ("HASH", "RANGE", "timestamp, a number (N), and the sort key dataType"),
        (
            r#"N"}, {"AttributeName": "dataType"#,
            r#"S"}, {"AttributeName": "dataType"#,
            "the sort key timestamp, a string (S)",
        ),
    ] {
        let account = match from {
            "HASH" => {
                solved().edited(DESCRIBE, &pair(hash, range), &pair(&hash.replace(from, to), &range.replace(to, from)))
            }
            _ => solved().edited(DESCRIBE, from, to),
        };
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "key", found)]).await;
    }
}

/// What works is done, and what it costs is said.
#[tokio::test]
async fn a_table_paid_by_the_hour_is_advised_against() {
    let paid = r#""analytics", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"}"#;
    let account = solved().edited(DESCRIBE, paid, r#""analytics""#);
    let findings = check(&account, SLUG).await;
    assert_eq!(findings.verdict(), Verdict::Done);
    assert!(finding(&findings, "active").advice.as_ref().is_some_and(|advice| advice.contains("On-demand")));
    assert!(finding(&check(&solved(), SLUG).await, "active").advice.is_none());
}

#[tokio::test]
async fn a_missing_table_is_looked_for_in_other_regions() {
    let missing = solved().refuses(DESCRIBE, (400, "ResourceNotFoundException"), "Requested resource not found");
    let findings = check(&missing.answers_to(DESCRIBE, "//dynamodb.eu-west-1.", ok(dynamodb::ANALYTICS)), SLUG).await;
    assert!(says(&findings.0[0], "the table analytics in eu-west-1"), "{findings:#?}");
}

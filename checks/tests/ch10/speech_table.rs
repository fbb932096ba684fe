//! 10.9: the table of what is to be spoken, told from that of the comments.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady};

const SLUG: &str = "ch10/speech_table";
const DESCRIBE: &str = "dynamodb:DescribeTable";
const LIST: &str = "dynamodb:ListTables";

#[tokio::test]
async fn a_table_is_told_by_what_its_name_says() {
    for name in ["tts-requests", "PollyJobs", "website-audio"] {
        let named = dynamodb::SPEECH.replace("table/text-to-speech", &format!("table/{name}"));
        let account = solved()
            .with(dynamodb::without)
            .answers(LIST, ok(format!(r#"{{"TableNames": ["comments", "{name}"]}}"#)))
            .answers_to(DESCRIBE, name, ok(named));
        expect(&account, SLUG, Verdict::Done, &[(Holds, "table", name)]).await;
    }
}

#[tokio::test]
async fn the_table_of_comments_is_another() {
    let account = solved().with(dynamodb::without).answers(LIST, ok(r#"{"TableNames": ["chapters", "comments"]}"#));
    let expected = [(Fails, "table", "tables of other names: comments"), (Fails, "table", "such as text-to-speech")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

/// Beside a table for comments, the next one is for what is to be spoken.
#[tokio::test]
async fn a_table_may_be_told_by_its_place_in_the_book() {
    let listing =
        |names: &str| solved().with(dynamodb::without).answers(LIST, ok(format!(r#"{{"TableNames": [{names}]}}"#)));
    let named = |of: &str, name: &str| {
        ok(of
            .replace("table/comments\"", &format!("table/{name}\""))
            .replace("table/text-to-speech", &format!("table/{name}")))
    };
    let with = |account: Account, name: &'static str, of: &str| {
        let at: &'static str = Box::leak(format!("\"{name}\"").into_boxed_str());
        account.answers_to(DESCRIBE, at, named(of, name))
    };
    let beside = with(listing(r#""comments", "jobs""#), "jobs", dynamodb::SPEECH);
    expect(&beside, SLUG, Verdict::Done, &[(Holds, "table", "table/jobs")]).await;
    let both = with(with(listing(r#""a1", "a2""#), "a1", dynamodb::COMMENTS), "a2", dynamodb::SPEECH);
    expect(&both, SLUG, Verdict::Done, &[(Holds, "table", "table/a2")]).await;
    let images = with(listing(r#""comments", "images""#), "images", dynamodb::SPEECH);
    expect(&images, SLUG, Verdict::NotDone, &[(Fails, "table", "tables of other names: comments, images")]).await;
    // The only one is that of the comments.
    let one = with(listing(r#""a1""#), "a1", dynamodb::COMMENTS);
    expect(&one, SLUG, Verdict::NotDone, &[(Fails, "table", "tables of other names: a1")]).await;
    let other = with(listing(r#""jobs""#), "jobs", dynamodb::SPEECH);
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "table", "tables of other names: jobs")]).await;
}

#[tokio::test]
async fn a_table_on_its_way_waits() {
    let account = solved()
        .answers_to(DESCRIBE, r#""text-to-speech""#, ok(dynamodb::SPEECH))
        .edited(DESCRIBE, "ACTIVE", "UPDATING");
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "active", "UPDATING")]).await;
}

/// What works is done, and what it costs is said.
#[tokio::test]
async fn a_table_paid_by_the_hour_is_advised_against() {
    let paid = r#""BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},"#;
    assert!(dynamodb::SPEECH.contains(paid));
    let account = solved().answers_to(DESCRIBE, r#""text-to-speech""#, ok(dynamodb::SPEECH.replace(paid, "")));
    let findings = check(&account, SLUG).await;
    assert_eq!(findings.verdict(), Verdict::Done);
    assert!(
        finding(&findings, "active").advice.as_ref().is_some_and(|advice| advice.contains("On-demand")),
        "{findings:#?}"
    );
}

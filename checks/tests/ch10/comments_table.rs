//! 10.6: tables under names of the learner's own, what their streams say, and states that no emulator stays in.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch10/comments_table";
const DESCRIBE: &str = "dynamodb:DescribeTable";
const LIST: &str = "dynamodb:ListTables";

/// The account without the tables of the book, and with these names in its list; there are none in other regions.
fn listing(names: &str) -> Account {
    let listed = ok(format!(r#"{{"TableNames": [{names}]}}"#));
    solved().with(dynamodb::without).answers_to(LIST, "//dynamodb.us-east-1.", listed)
}

/// The account with the table of comments edited.
fn edited(from: &str, to: &str) -> Account {
    solved().answers_to(DESCRIBE, r#""comments""#, ok(dynamodb::COMMENTS)).edited(DESCRIBE, from, to)
}

#[tokio::test]
async fn a_stream_has_each_new_comment_whole() {
    expect(&edited("NEW_IMAGE", "NEW_AND_OLD_IMAGES"), SLUG, Verdict::Done, &[(Holds, "stream", "NEW_AND_OLD")]).await;
    for view in ["KEYS_ONLY", "OLD_IMAGE"] {
        let expected = [(Fails, "stream", view), (Fails, "stream", "NEW_IMAGE or NEW_AND_OLD_IMAGES")];
        expect(&edited("NEW_IMAGE", view), SLUG, Verdict::NotDone, &expected).await;
    }
}

/// A function that the API calls needs no stream. The ARN of a stream that was turned off stays for a day.
#[tokio::test]
async fn a_stream_that_is_off_is_no_mistake() {
    let off = edited(r#""StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"},"#, "");
    expect(&off, SLUG, Verdict::Done, &[(Skipped, "stream", "the stream is off")]).await;
    let said = edited(r#""StreamEnabled": true, "StreamViewType": "NEW_IMAGE""#, r#""StreamEnabled": false"#);
    expect(&said, SLUG, Verdict::Done, &[(Skipped, "stream", "the stream is off")]).await;
}

#[tokio::test]
async fn a_stream_of_which_the_answer_says_too_little_is_not_judged() {
    for (from, lacks) in
        [(r#""StreamEnabled": true, "#, "StreamEnabled"), (r#", "StreamViewType": "NEW_IMAGE""#, "StreamViewType")]
    {
        expect(&edited(from, ""), SLUG, Verdict::CannotTell, &[(CannotTell, "table", lacks)]).await;
    }
}

#[tokio::test]
async fn a_table_is_told_by_what_its_name_says() {
    for name in ["Website-Comments", "guestbook", "CommentsStack-Table1A2B"] {
        let named = dynamodb::COMMENTS.replace("table/comments\"", &format!("table/{name}\""));
        let account = listing(&format!(r#""chapters", "{name}""#));
        let account = account.answers_to(DESCRIBE, name, ok(named));
        expect(&account, SLUG, Verdict::Done, &[(Holds, "table", name)]).await;
    }
}

/// If no name says it, the stream does; a table of another purpose is no table for comments.
#[tokio::test]
async fn a_table_may_be_told_by_its_stream() {
    let named = |name: &str| dynamodb::COMMENTS.replace("table/comments\"", &format!("table/{name}\""));
    let jobs = listing(r#""chapters", "jobs""#).answers_to(DESCRIBE, r#""jobs""#, ok(named("jobs")));
    expect(&jobs, SLUG, Verdict::Done, &[(Holds, "table", "table/jobs")]).await;
    let silent =
        named("jobs").replace(r#""StreamEnabled": true, "StreamViewType": "NEW_IMAGE""#, r#""StreamEnabled": false"#);
    let silent = jobs.answers_to(DESCRIBE, r#""jobs""#, ok(silent));
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "table", "tables of other names: jobs")]).await;
    let speech = listing(r#""chapters", "tts-jobs""#).answers_to(DESCRIBE, r#""tts-jobs""#, ok(named("tts-jobs")));
    expect(&speech, SLUG, Verdict::NotDone, &[(Fails, "table", "tables of other names: tts-jobs")]).await;
}

/// A view type cannot be edited, and a table not be renamed: people make a second one.
#[tokio::test]
async fn of_several_tables_the_one_that_fits_counts() {
    let listed = ok(r#"{"TableNames": ["comments", "comments-2", "comments-old"]}"#);
    let other = |name: &str| dynamodb::COMMENTS.replace("table/comments\"", &format!("table/{name}\""));
    let account = edited("NEW_IMAGE", "KEYS_ONLY").answers(LIST, listed);
    let old = other("comments-old").replace("ACTIVE", "DELETING");
    let account = account.answers_to(DESCRIBE, r#""comments-old""#, ok(old));
    let fits = account.clone().answers_to(DESCRIBE, r#""comments-2""#, ok(other("comments-2")));
    expect(&fits, SLUG, Verdict::Done, &[(Holds, "table", "table/comments-2")]).await;
    let keys = other("comments-2").replace("NEW_IMAGE", "OLD_IMAGE");
    let none_fits = account.answers_to(DESCRIBE, r#""comments-2""#, ok(keys));
    let expected = [(Holds, "table", "table/comments"), (Fails, "stream", "KEYS_ONLY")];
    expect(&none_fits, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn names_that_say_nothing_and_other_regions_are_near_misses() {
    let expected = [(Fails, "table", "tables of other names: jobs"), (Fails, "table", "such as comments")];
    expect(&listing(r#""analytics", "chapters", "jobs""#), SLUG, Verdict::NotDone, &expected).await;
    let expected = [(Fails, "table", "nothing of that name")];
    expect(&listing(r#""analytics", "chapters""#), SLUG, Verdict::NotDone, &expected).await;
    let there = ok(r#"{"TableNames": ["jobs", "my-comments"]}"#);
    let elsewhere = listing(r#""jobs""#).answers_to(LIST, "//dynamodb.eu-west-1.", there);
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "table", "the table my-comments in eu-west-1")]).await;
}

/// Between the list and the look at the table somebody deletes it.
#[tokio::test]
async fn a_table_that_is_gone_is_not_found_by_its_name() {
    let expected = [(Fails, "table", "nothing of that name")];
    expect(&listing(r#""my-comments""#), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_table_on_its_way_waits_and_one_that_nobody_can_use_fails() {
    let expected = [(NotReady, "active", "CREATING")];
    expect(&edited("ACTIVE", "CREATING"), SLUG, Verdict::NotReady, &expected).await;
    let locked = "INACCESSIBLE_ENCRYPTION_CREDENTIALS";
    expect(&edited("ACTIVE", locked), SLUG, Verdict::NotDone, &[(Fails, "active", locked)]).await;
}

/// Without the list nobody knows whether a table of another name is there, nor whether it fits better.
#[tokio::test]
async fn a_refused_list_is_no_missing_table() {
    let refused = solved().with(dynamodb::without).refuses(
        LIST,
        (400, "AccessDeniedException"),
        "no identity-based policy allows it",
    );
    let expected = [(CannotTell, "table", r#""Action":"dynamodb:ListTables""#)];
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
    let too_little = edited("NEW_IMAGE", "KEYS_ONLY").refuses(
        LIST,
        (400, "AccessDeniedException"),
        "no identity-based policy allows it",
    );
    expect(&too_little, SLUG, Verdict::CannotTell, &[(CannotTell, "table", "dynamodb:ListTables")]).await;
}

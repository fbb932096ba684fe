//! 8.8: somebody signed in, and the table tells of it.

use crate::book::analytics_policy::{AUTH_CALLBACK, KEY};
use crate::judge::dynamodb::item;
use crate::verifier::prelude::*;

clauses! {
    TABLE: "your account has the table analytics in {{ region }}",
        or "Exercise 8.1 creates it.", at dynamodb::CONSOLE;
    ITEM: "the table holds an item with the dataType auth-callback",
        or "Sign in on your website, and look at the request to /analytics/auth-callback in the browser's developer tools.",
        at dynamodb::CONSOLE_ITEMS.of(book::ANALYTICS_TABLE);
    TIME: "its timestamp is the time of a sign-in, in milliseconds",
        or "Write $context.requestTimeEpoch into the mapping template of exercise 8.4, deploy, and sign in again.",
        at dynamodb::CONSOLE_ITEMS.of(book::ANALYTICS_TABLE);
}

pub const READS: Reads =
    &[dynamodb::TABLE.named(book::ANALYTICS_TABLE), dynamodb::NEWEST_ITEM.named(book::ANALYTICS_TABLE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let table = it.finds(TABLE, aws.table(you, book::ANALYTICS_TABLE.text).await)?;
    let newest = aws.newest_item(you, &table, AUTH_CALLBACK).await;
    let newest = it.finds(ITEM, newest)?;
    it.expects(TIME, item::in_milliseconds(&newest, KEY.1, aws.now()));
    Ok(())
}

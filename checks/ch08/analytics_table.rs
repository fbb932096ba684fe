//! 8.1: a table keeps what happens on the website, each under its kind and its time.

use crate::judge::dynamodb::table;
use crate::services::dynamodb::Kind;
use crate::verifier::prelude::*;

clauses! {
    TABLE: "your account has the table analytics in {{ region }}",
        or "Create a table named analytics in {{ region }}.", at dynamodb::CONSOLE;
    KEY: "its partition key is dataType, a string, and its sort key is timestamp, a number",
        or "A key cannot be changed: delete the table and create it again with the partition key dataType, a string, and the sort key timestamp, a number.",
        at dynamodb::CONSOLE;
    ACTIVE: "the table is active",
        or "Create the table again once it is gone.", at dynamodb::CONSOLE, pillar CostOptimization;
}

pub const READS: Reads = &[dynamodb::TABLE.named(book::ANALYTICS_TABLE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let table = it.finds(TABLE, aws.table(you, book::ANALYTICS_TABLE.text).await)?;
    it.expects(KEY, table::keyed_by(&table, ("dataType", Kind::Text), Some(("timestamp", Kind::Number))));
    it.expects(ACTIVE, table::paid_by_request(table::active(&table), &table));
    Ok(())
}

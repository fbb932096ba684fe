//! 10.6: a table keeps what visitors say, and its stream tells a function of each new comment.

use crate::judge::dynamodb::table;
use crate::services::dynamodb::{Table, marks};
use crate::verifier::prelude::*;

clauses! {
    TABLE: "{{ region }} has a table for comments",
        or "Create a table named comments in {{ region }}, with the partition key id, a string.", at dynamodb::CONSOLE;
    ACTIVE: "the table is active",
        or "Create the table again once it is gone.", at dynamodb::CONSOLE, pillar CostOptimization;
    STREAM: "its stream has each new comment whole",
        or "Under Exports and streams turn the DynamoDB stream off, and on again with the view type New image.",
        at dynamodb::CONSOLE;
}

pub const READS: Reads = &[marks::OWN_TABLE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let tells = |view: &String| table::has_new_image(view).does_hold();
    let fits = |table: &Table| table::active(table).does_hold() && table.stream.as_ref().is_none_or(tells);
    let table = it.finds(TABLE, aws.own_table(you, &book::COMMENTS_TABLE, fits).await)?;
    it.expects(ACTIVE, table::paid_by_request(table::active(&table), &table));
    match &table.stream {
        Some(view) => it.expects(STREAM, table::has_new_image(view)),
        // A function that the API calls for each comment needs none.
        None => it.skips(STREAM, "the stream is off; turn it on if new comments are to start a function (10.i4)"),
    }
    Ok(())
}

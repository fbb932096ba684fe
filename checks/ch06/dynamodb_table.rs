//! 6.6: a table holds the chapters, each under its number, and is paid by the request.

use crate::verifier::prelude::*;

clauses! {
    TABLE: "your account has the table chapters in {{ region }}",
        or "Create a table named chapters in {{ region }} with the partition key id, a number.", at console::TABLES;
    ACTIVE: "the table is active",
        or "Create the table again once it is gone.", at console::TABLES;
    KEY: "its partition key is id, a number, and it has no sort key",
        or "A key cannot be changed: delete the table and create it again with the partition key id, a number, and without a sort key.",
        at console::TABLES;
    ON_DEMAND: "it is paid by the request (on-demand)",
        or "Edit the table's read/write capacity: choose On-demand.", at console::TABLES;
    ITEMS: "it holds chapters, each with an id, a title and a description",
        or "Put an item in for each chapter: id, a number; title and description, strings.", at console::TABLE_ITEMS;
}

pub const READS: Reads = &[reads::TABLE, reads::ITEMS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let table = it.finds(TABLE, aws.table(you, "chapters").await, |table| table.arn.clone())?;
    it.expects(KEY, Ok(judge::dynamodb::table::keyed_by_number(&table, "id")));
    it.expects(ON_DEMAND, Ok(judge::dynamodb::table::on_demand(&table)));
    it.expects(ACTIVE, Ok(judge::dynamodb::table::active(&table)));
    if judge::dynamodb::table::active(&table).does_hold() {
        it.expects(ITEMS, aws.items(you, "chapters").await.map(|items| judge::dynamodb::table::chapters(&items)));
    } else {
        it.skips(ITEMS, "its items can be read when the table is active");
    }
    Ok(())
}

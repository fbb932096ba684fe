//! 6.6: a table holds the chapters, each under its number, and is paid by the request.

use crate::judge::dynamodb::table;
use crate::services::dynamodb::Kind;
use crate::verifier::prelude::*;

clauses! {
    TABLE: "your account has the table chapters in {{ region }}",
        or "Create a table named chapters in {{ region }} with the partition key id, a number.", at dynamodb::CONSOLE;
    ACTIVE: "the table is active",
        or "Create the table again once it is gone.", at dynamodb::CONSOLE;
    KEY: "its partition key is id, a number, and it has no sort key",
        or "A key cannot be changed: delete the table and create it again with the partition key id, a number, and without a sort key.",
        at dynamodb::CONSOLE;
    ON_DEMAND: "it is paid by the request (on-demand)",
        or "Edit the table's read/write capacity: choose On-demand.", at dynamodb::CONSOLE, pillar CostOptimization;
    ITEMS: "it holds chapters, each with an id, a title and a description",
        or "Put an item in for each chapter: id, a number; title and description, strings.", at dynamodb::CONSOLE_ITEMS.of(book::CHAPTERS_TABLE);
}

pub const READS: Reads = &[dynamodb::TABLE.named(book::CHAPTERS_TABLE), dynamodb::ITEMS.named(book::CHAPTERS_TABLE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let table = it.finds(TABLE, aws.table(you, book::CHAPTERS_TABLE.text).await)?;
    it.expects(KEY, table::keyed_by(&table, ("id", Kind::Number), None));
    it.expects(ON_DEMAND, table::on_demand(&table));
    it.expects(ACTIVE, table::active(&table));
    if table::active(&table).does_hold() {
        it.expects(ITEMS, aws.items(you, book::CHAPTERS_TABLE.text).await.map(|items| table::holds_articles(&items)));
    } else {
        it.skips(ITEMS, "its items can be read when the table is active");
    }
    Ok(())
}

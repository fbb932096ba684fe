//! 10.9: a table keeps the texts that are to be spoken.

use crate::judge::dynamodb::table;
use crate::services::dynamodb::{Table, marks};
use crate::verifier::prelude::*;

clauses! {
    TABLE: "{{ region }} has a table for text-to-speech requests, and for nothing else",
        or "Create a table named text-to-speech in {{ region }}, with the partition key id, a string.", at dynamodb::CONSOLE;
    ACTIVE: "the table is active",
        or "Create the table again once it is gone.", at dynamodb::CONSOLE, pillar CostOptimization;
}

pub const READS: Reads = &[marks::OWN_TABLE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let fits = |table: &Table| table::active(table).does_hold();
    let table = it.finds(TABLE, aws.own_table(you, &book::SPEECH_TABLE, fits).await)?;
    it.expects(ACTIVE, table::paid_by_request(table::active(&table), &table));
    Ok(())
}

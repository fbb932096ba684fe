//! 10.3: both tables can be put back to any second of the last days.

use crate::report::Clause;
use crate::services::dynamodb::Table;
use crate::services::dynamodb::recovery::{RECOVERY, Recovery};
use crate::verifier::prelude::*;

clauses! {
    CHAPTERS: "your account has the table chapters in {{ region }}", or "Exercise 6.6 creates it.", at dynamodb::CONSOLE;
    CHAPTERS_RECOVERY: "point-in-time recovery is on for the table chapters",
        or "Open the table chapters, choose Backups, edit Point-in-time recovery, and turn it on.",
        at dynamodb::CONSOLE, pillar Reliability;
    ANALYTICS: "your account has the table analytics in {{ region }}", or "Exercise 8.1 creates it.", at dynamodb::CONSOLE;
    ANALYTICS_RECOVERY: "point-in-time recovery is on for the table analytics",
        or "Open the table analytics, choose Backups, edit Point-in-time recovery, and turn it on.",
        at dynamodb::CONSOLE, pillar Reliability;
}

pub const READS: Reads = &[
    dynamodb::TABLE.named(book::CHAPTERS_TABLE),
    dynamodb::TABLE.named(book::ANALYTICS_TABLE),
    RECOVERY.named(book::CHAPTERS_TABLE),
    RECOVERY.named(book::ANALYTICS_TABLE),
];

/// A table, and how far back it can be put.
type KeptTable = (Read<Found<Table>>, Read<Judgement>);

async fn read(aws: &Aws, you: &Learner, name: &str) -> KeptTable {
    let table = aws.table(you, name).await;
    let kept = match &table {
        Ok(Found::Here(table)) => aws.recovery(you, table).await.map(is_on),
        _ => Ok(Judgement::skips("not checked until the table is there")),
    };
    (table, kept)
}

fn is_on(recovery: Recovery) -> Judgement {
    match (recovery.is_on, recovery.days) {
        (true, Some(days)) => Judgement::holds(format!("on, for {days} days")),
        (true, None) => Judgement::holds("on"),
        (false, _) => Judgement::fails("on", "off"),
    }
}

fn judged(it: &mut Report<'_>, (table, kept): KeptTable, [exists, recovers]: [Clause; 2]) -> Outcome {
    it.finds(exists, table)?;
    it.expects(recovers, kept);
    Ok(())
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (chapters, analytics) =
        join!(read(aws, you, book::CHAPTERS_TABLE.text), read(aws, you, book::ANALYTICS_TABLE.text));
    let chapters = judged(it, chapters, [CHAPTERS, CHAPTERS_RECOVERY]);
    let analytics = judged(it, analytics, [ANALYTICS, ANALYTICS_RECOVERY]);
    chapters.and(analytics)
}

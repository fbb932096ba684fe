//! Practices about tables: what can be had back, what they cost, and what is deleted some day.

use super::course;
use super::subject::prelude::*;
use crate::services::dynamodb::recovery::Recovery;
use crate::services::dynamodb::{Kind, Table};

/// The units of reading and of writing that are free in each Region and month (Amazon DynamoDB pricing, "Provisioned capacity").
const FREE_UNITS: i64 = 25;

/// What is known of a table.
pub(crate) struct TableFacts {
    table: Table,
    recovery: Read<Recovery>,
    expiry: Read<Option<String>>,
    tags: Read<Vec<(String, String)>>,
}

practices! { TableFacts;
    TABLE_RECOVERY: "it can be put back to any moment of the last days", Reliability, High,
        "REL09-BP03 Perform data backup automatically", as "Security Hub DynamoDB.2",
        or "Open the table: Backups, Point-in-time recovery, Edit, and turn it on.",
        costs "$0.20 a GB each month", taught in "ch10/point_in_time_recovery", at dynamodb::CONSOLE, by recovery;
    TABLE_PROTECTED: "it cannot be deleted by mistake", Reliability, Medium,
        "REL09-BP01 Identify and back up all data that needs to be backed up, or reproduce the data from sources", as "Security Hub DynamoDB.6",
        or "Open the table: Additional settings, Deletion protection, and turn it on.",
        costs "nothing", taught in "ch06/dynamodb_table", at dynamodb::CONSOLE, by protected;
    TABLE_CAPACITY: "it costs nothing while nobody asks", CostOptimization, Medium,
        "COST09-BP03 Supply resources dynamically", as "Security Hub DynamoDB.1",
        or "Open the table: Additional settings, Read/write capacity, Edit, and choose On-demand.",
        costs "$0.125 a million reads and $0.625 a million writes", taught in "ch06/dynamodb_table", at dynamodb::CONSOLE, by capacity;
    TABLE_TAGGED: "a tag says what its cost is for", CostOptimization, Medium,
        "COST03-BP02 Add organization information to cost and usage", as "Security Hub DynamoDB.5",
        or "Open the table: Additional settings, Tags, and add project = website. Then activate project under Cost allocation tags.",
        costs "nothing", at dynamodb::CONSOLE, by tagged;
    TABLE_EXPIRES: "what it keeps by time is deleted some day", Sustainability, Medium,
        "SUS04-BP03 Use policies to manage the lifecycle of your datasets",
        or "Write the second at which an item may go into an attribute such as expires, and turn on Time to Live for it under Additional settings.",
        costs "nothing: such deletions are free", taught in "ch08/analytics_table", at dynamodb::CONSOLE, by expires;
}

/// The names of the tables within the scope.
pub(crate) async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
    let made = course::made(aws, you, scope, "AWS::DynamoDB::Table").await;
    let own = [book::COMMENTS_TABLE, book::SPEECH_TABLE];
    let known = [book::CHAPTERS_TABLE.text, book::ANALYTICS_TABLE.text];
    let is_told = |name: &str| known.contains(&name) || own.iter().any(|marks| marks.tell(name));
    let of_course = |name: &str| is_told(name) || made.contains(name);
    Ok(within(aws.tables(&you.region).await?, (scope, LeftKind::Table), of_course))
}

impl Subject for TableFacts {
    const NOUN: &'static str = "the table";
    const READS: Reads = &[dynamodb::REVIEWED];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        names(aws, you, scope).await
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let Some(table) = aws.table_in(you, &you.region, name).await? else { return Ok(None) };
        let (recovery, expiry, tags) =
            join!(aws.recovery(you, &table), aws.expiry_attribute(you, &table), aws.table_tags(you, &table));
        Ok(Some(Self { table, recovery, expiry, tags }))
    }
}

fn recovery(of: &TableFacts, _: &Learner) -> Read<Judgement> {
    of.recovery.judged(|recovery| match recovery.is_on {
        true => Judgement::holds("point-in-time recovery"),
        false => Judgement::fails("point-in-time recovery", "none"),
    })
}

fn protected(of: &TableFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.table.is_protected {
        true => Judgement::holds("deletion protection"),
        false => Judgement::fails("deletion protection", "none"),
    })
}

fn capacity(of: &TableFacts, _: &Learner) -> Read<Judgement> {
    const EXPECTED: &str = "on-demand capacity";
    if of.table.is_on_demand {
        return Ok(Judgement::holds(EXPECTED));
    }
    let [read, write] = of.table.capacity.ok_or_else(|| Fault::not_read("the capacity of the table"))?;
    let words = format!("{read} units of reading and {write} of writing, used or not");
    Ok(match read.max(write) {
        0..=FREE_UNITS => Judgement::holds(format!("{words}, which the free tier covers")),
        _ => Judgement::fails(EXPECTED, words),
    })
}

fn tagged(of: &TableFacts, _: &Learner) -> Read<Judgement> {
    of.tags.judged(|tags| super::practice::tagged(tags))
}

fn expires(of: &TableFacts, _: &Learner) -> Read<Judgement> {
    let by_time = of.table.sort_key.as_ref().is_some_and(|key| key.kind == Kind::Number);
    if !by_time {
        return Ok(Judgement::skips("it keeps nothing by time: it has no numeric sort key"));
    }
    of.expiry.judged(|attribute| match attribute {
        Some(attribute) => Judgement::holds(format!("Time to Live by {attribute}")),
        None => Judgement::fails("Time to Live", "none: it grows forever"),
    })
}

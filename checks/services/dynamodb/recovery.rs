//! What of a table can be had back, and by which tags a plan for backups finds it.

use aws_sdk_dynamodb::operation::list_tags_of_resource::ListTagsOfResourceOutput;
use aws_sdk_dynamodb::types::PointInTimeRecoveryStatus;

use super::{DESCRIBE_CONTINUOUS_BACKUPS, LIST_TAGS, TABLES_OF_NAME, Table};
use crate::aws::service::prelude::*;

/// Whether a table can be put back to a moment.
pub const RECOVERY: Reader = Reader::of(&[reading(DESCRIBE_CONTINUOUS_BACKUPS, TABLES_OF_NAME)]);
/// The tags of a table.
pub const TAGS: Reader = Reader::of(&[reading(LIST_TAGS, TABLES_OF_NAME)]);

/// Point-in-time recovery of a table (DynamoDB API Reference, "PointInTimeRecoveryDescription").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    pub is_on: bool,
    /// Over how many days the table can be put back, if AWS says so.
    pub days: Option<i32>,
}

impl Aws {
    /// Whether the table can be put back to a moment. What the answer says of continuous backups is the same for every
    /// table, and is not read.
    pub async fn recovery(&self, you: &Learner, table: &Table) -> Read<Recovery> {
        let call = Call::new(DESCRIBE_CONTINUOUS_BACKUPS, &table.arn).at(&you.region);
        let send = || self.dynamodb(&you.region).describe_continuous_backups().table_name(table.name()).send();
        let answer = self.ask(call.clone(), &you.region, send).await?;
        let described = answer.continuous_backups_description();
        let described = described.and_then(|described| described.point_in_time_recovery_description());
        let status = described.and_then(|described| described.point_in_time_recovery_status());
        let status = status.ok_or_else(|| Fault::incomplete(call, "PointInTimeRecoveryStatus"))?;
        let days = described.and_then(|described| described.recovery_period_in_days());
        Ok(Recovery { is_on: *status == PointInTimeRecoveryStatus::Enabled, days })
    }

    /// The tags of the table, each a key and a value.
    pub async fn table_tags(&self, you: &Learner, table: &Table) -> Read<Vec<(String, String)>> {
        let call = Call::new(LIST_TAGS, &table.arn).at(&you.region);
        let list = || self.dynamodb(&you.region).list_tags_of_resource().resource_arn(&table.arn);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListTagsOfResourceOutput| {
            let listed = answer.tags.as_ref().ok_or("Tags")?;
            let tags = listed.iter().map(|tag| (tag.key().to_owned(), tag.value().to_owned()));
            Ok(Listing::marked(tags.collect(), answer.next_token()))
        };
        self.all(call, &table.arn, send, read).await
    }
}

//! Whether the items of a table are deleted some day.

use aws_sdk_dynamodb::types::TimeToLiveStatus;

use super::{
    DESCRIBE_CONTINUOUS_BACKUPS, DESCRIBE_TABLE, DESCRIBE_TTL, LIST_TABLES, LIST_TAGS, Table, marks::ALL_TABLES,
};
use crate::aws::service::prelude::*;

/// Whatever a review asks about a table.
pub const REVIEWED: Reader = Reader::of(&[
    reading_all(LIST_TABLES),
    reading(DESCRIBE_TABLE, ALL_TABLES),
    reading(DESCRIBE_CONTINUOUS_BACKUPS, ALL_TABLES),
    reading(DESCRIBE_TTL, ALL_TABLES),
    reading(LIST_TAGS, ALL_TABLES),
]);

impl Aws {
    /// The attribute that says when an item is deleted; none if items stay (Amazon DynamoDB Developer Guide, "Using time to live
    /// (TTL) in DynamoDB").
    pub async fn expiry_attribute(&self, you: &Learner, table: &Table) -> Read<Option<String>> {
        let call = Call::new(DESCRIBE_TTL, &table.arn).at(&you.region);
        let send = || self.dynamodb(&you.region).describe_time_to_live().table_name(table.name()).send();
        let answer = self.ask(call.clone(), &you.region, send).await?;
        let told = answer.time_to_live_description();
        let told = told.and_then(|told| Some((told.time_to_live_status()?, told.attribute_name())));
        let (status, attribute) = told.ok_or_else(|| Fault::incomplete(call, "TimeToLiveStatus"))?;
        let is_on = matches!(status, TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling);
        Ok(is_on.then(|| attribute.unwrap_or("an attribute").to_owned()))
    }
}

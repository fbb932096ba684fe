//! The stream of a table: what is told of each change.

use aws_sdk_dynamodb::types::StreamViewType;

use super::{DESCRIBE_TABLE, TABLE_ARN, TABLES_OF_NAME};
use crate::aws::service::prelude::*;

/// The stream of a table of a name.
pub const TABLE_STREAM: Reader = Reader::of(&[reading(DESCRIBE_TABLE, TABLES_OF_NAME)]);

/// The stream that a table has now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableStream {
    /// A stream that is turned off and on again has another one.
    pub arn: String,
    /// Whether it tells how an item is after the change.
    pub has_new_images: bool,
    /// In AWS's word, such as `KEYS_ONLY`.
    pub view: String,
}

impl Aws {
    /// The stream of the table of that name in the learner's region; none if the table has none, or is not there.
    pub async fn table_stream(&self, you: &Learner, name: &str) -> Read<Option<TableStream>> {
        let call = Call::new(DESCRIBE_TABLE, you.arn(TABLE_ARN, &you.region, name)).at(&you.region);
        let send = || self.dynamodb(&you.region).describe_table().table_name(name).send();
        let answer = self.ask(call.clone(), &you.region, send).await.absent_on(&["ResourceNotFoundException"])?;
        let Some(answer) = answer else { return Ok(None) };
        let table = answer.table().ok_or_else(|| Fault::incomplete(call.clone(), "Table"))?;
        // A stream that was turned off leaves its ARN for a day.
        let Some(settings) = table.stream_specification().filter(|settings| settings.stream_enabled()) else {
            return Ok(None);
        };
        let arn = table.latest_stream_arn().ok_or_else(|| Fault::incomplete(call.clone(), "LatestStreamArn"))?;
        let view = settings.stream_view_type().ok_or_else(|| Fault::incomplete(call, "StreamViewType"))?;
        let has_new_images = matches!(view, StreamViewType::NewImage | StreamViewType::NewAndOldImages);
        Ok(Some(TableStream { arn: arn.to_owned(), has_new_images, view: view.as_str().to_owned() }))
    }
}

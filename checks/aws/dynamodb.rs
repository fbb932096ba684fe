//! DynamoDB: tables and the items in them.

use super::{Aws, guarded};

impl Aws {
    pub(super) fn dynamodb(&self, region: &str) -> aws_sdk_dynamodb::Client {
        self.dynamodb.of(region, |region| guarded!(self, aws_sdk_dynamodb, |builder| builder.region(region)))
    }
}

//! CloudWatch Logs: log groups.

use super::{Aws, guarded};

impl Aws {
    pub(super) fn logs(&self, region: &str) -> aws_sdk_cloudwatchlogs::Client {
        self.logs.of(region, |region| guarded!(self, aws_sdk_cloudwatchlogs, |builder| builder.region(region)))
    }
}

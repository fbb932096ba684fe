//! Lambda: functions, their settings, code packages and resource policies.

use super::{Aws, guarded};

impl Aws {
    pub(super) fn lambda(&self, region: &str) -> aws_sdk_lambda::Client {
        self.lambda.of(region, |region| guarded!(self, aws_sdk_lambda, |builder| builder.region(region)))
    }
}

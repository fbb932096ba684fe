//! What becomes of the events that a function was given and failed to handle.

use super::{Function, GET_FAILURES};
use crate::aws::service::prelude::*;

impl Aws {
    /// The ARN of what gets the events which the function failed to handle, by its settings for asynchronous calls (AWS Lambda
    /// Developer Guide, "Capturing records of Lambda asynchronous invocations"); none if it has no such settings.
    pub async fn failure_destination(&self, function: &Function) -> Read<Option<String>> {
        let call = Call::new(GET_FAILURES, &function.arn).at(&function.region);
        let get = self.lambda(&function.region).get_function_event_invoke_config().function_name(&function.name);
        let answer = self.ask(call, &function.region, || get.send()).await.absent_on(&["ResourceNotFoundException"])?;
        let destinations = answer.as_ref().and_then(|answer| answer.destination_config());
        let failed = destinations.and_then(|all| all.on_failure()).and_then(|to| to.destination());
        Ok(failed.filter(|arn| !arn.is_empty()).map(str::to_owned))
    }
}

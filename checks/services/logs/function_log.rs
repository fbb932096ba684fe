//! What a function wrote last. Entries may hold what nobody is to see, such as tokens: they never leave this file but as runs.

use aws_sdk_cloudwatchlogs::types::OrderBy;
use futures_util::future::try_join_all;

use super::{DESCRIBE_LOG_STREAMS, GET_LOG_EVENTS, LOG_GROUP_ARN};
use crate::aws::service::prelude::*;
use crate::documents::function_log::{FunctionLog, runs};
use crate::services::lambda::Function;

/// How many streams are read: each is of one environment that the function ran in. When a stream was written to last is known
/// to AWS with a delay (CloudWatch Logs API Reference, "LogStream").
const MOST_STREAMS: i32 = 5;
/// How many entries of a stream are read, the last ones.
const MOST_ENTRIES: i32 = 1000;
const NOT_FOUND: &[&str] = &["ResourceNotFoundException"];

impl Aws {
    /// The last runs of the function, as its log tells of them; none if there is no log group.
    pub async fn function_log(&self, you: &Learner, function: &Function) -> Read<Option<FunctionLog>> {
        let group = &function.log_group;
        let call =
            Call::new(DESCRIBE_LOG_STREAMS, you.arn(LOG_GROUP_ARN, &function.region, group)).at(&function.region);
        let list = self.logs(&function.region).describe_log_streams().log_group_name(group).limit(MOST_STREAMS);
        let send = || list.order_by(OrderBy::LastEventTime).descending(true).send();
        let Some(answer) = self.ask(call.clone(), group, send).await.absent_on(NOT_FOUND)? else { return Ok(None) };
        let listed = answer.log_streams.as_ref().ok_or_else(|| Fault::incomplete(call.clone(), "logStreams"))?;
        let names = listed.iter().map(|stream| stream.log_stream_name().map(str::to_owned));
        let names: Vec<_> =
            names.collect::<Option<_>>().ok_or_else(|| Fault::incomplete(call.clone(), "logStreamName"))?;
        let entries = names.iter().map(|name| self.entries(you, function, name));
        let mut runs: Vec<_> = try_join_all(entries).await?.iter().flat_map(|entries| runs(entries)).collect();
        runs.sort_by_key(|run| run.at);
        Ok(Some(FunctionLog { has_streams: !names.is_empty(), runs }))
    }

    /// The last entries of a stream: when each was written, in milliseconds since 1970, and what.
    async fn entries(&self, you: &Learner, function: &Function, stream: &str) -> Read<Vec<(i64, String)>> {
        let place = format!("{}:log-stream:{stream}", function.log_group);
        let call = Call::new(GET_LOG_EVENTS, you.arn(LOG_GROUP_ARN, &function.region, &place)).at(&function.region);
        let get = self.logs(&function.region).get_log_events().log_group_name(&function.log_group);
        let send = || get.log_stream_name(stream).start_from_head(false).limit(MOST_ENTRIES).send();
        // A stream that was deleted since the list was made has none.
        let Some(answer) = self.ask(call.clone(), &place, send).await.absent_on(NOT_FOUND)? else {
            return Ok(Vec::new());
        };
        let events = answer.events.as_ref().ok_or_else(|| Fault::incomplete(call, "events"))?;
        let entry = |(at, text): (Option<i64>, Option<&str>)| Some((at?, text?.to_owned()));
        Ok(events.iter().filter_map(|event| entry((event.timestamp(), event.message()))).collect())
    }
}

//! Event source mappings: streams and queues that Lambda reads for functions.

use aws_sdk_lambda::operation::list_event_source_mappings::ListEventSourceMappingsOutput;
use aws_sdk_lambda::types::EventSourceMappingConfiguration;

use super::{Function, LIST_EVENT_SOURCE_MAPPINGS, is_of};
use crate::aws::service::prelude::*;

/// What Lambda reads for functions of the learner's region.
pub const EVENT_SOURCES: Reader = Reader::of(&[reading_all(LIST_EVENT_SOURCE_MAPPINGS)]);

/// A stream or a queue that Lambda reads for a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventSourceMapping {
    /// The ARN of the stream or the queue.
    pub source: String,
    /// The ARN of the function, or of a version or an alias of it.
    pub function: String,
    /// Such as `Enabled`, `Creating` or `Disabled`.
    pub state: String,
    /// Such as `OK`, `No records processed` or `PROBLEM: Function call failed`; none before the first look.
    pub last_result: Option<String>,
    /// The patterns of its filter, as JSON: a record must fit one of them. Empty if it lets everything through.
    pub patterns: Vec<String>,
    /// The ARN of what gets word of records that the function failed to handle.
    pub on_failure: Option<String>,
}

impl Aws {
    /// What Lambda reads for the function, or for a version or an alias of it.
    pub async fn event_sources(&self, you: &Learner, function: &Function) -> Read<Vec<EventSourceMapping>> {
        let mut all = self.all_event_sources(you).await?;
        all.retain(|source| is_of(&source.function, &function.arn));
        Ok(all)
    }

    /// What Lambda reads for any function of the learner's region.
    pub async fn all_event_sources(&self, you: &Learner) -> Read<Vec<EventSourceMapping>> {
        let call = Call::new(LIST_EVENT_SOURCE_MAPPINGS, "*").at(&you.region);
        let send = |mark| self.lambda(&you.region).list_event_source_mappings().set_marker(mark).send();
        let read = |answer: &ListEventSourceMappingsOutput| {
            let listed = answer.event_source_mappings.as_ref().ok_or("EventSourceMappings")?;
            // A broker of messages has no ARN of its own: it is no source of the course.
            let known = listed.iter().filter(|mapping| mapping.event_source_arn().is_some());
            let sources = known.map(event_source).collect::<Result<_, _>>()?;
            Ok(Listing::marked(sources, answer.next_marker()))
        };
        self.all(call, &you.region, send, read).await
    }
}

fn event_source(mapping: &EventSourceMappingConfiguration) -> Result<EventSourceMapping, &'static str> {
    let filters = mapping.filter_criteria().map(|criteria| criteria.filters()).unwrap_or_default();
    Ok(EventSourceMapping {
        source: mapping.event_source_arn().ok_or("EventSourceArn")?.to_owned(),
        function: mapping.function_arn().ok_or("FunctionArn")?.to_owned(),
        state: mapping.state().ok_or("State")?.to_owned(),
        last_result: mapping.last_processing_result().map(str::to_owned),
        patterns: filters.iter().filter_map(|filter| filter.pattern().map(str::to_owned)).collect(),
        on_failure: mapping
            .destination_config()
            .and_then(|all| all.on_failure())
            .and_then(|to| to.destination())
            .filter(|arn| !arn.is_empty())
            .map(str::to_owned),
    })
}

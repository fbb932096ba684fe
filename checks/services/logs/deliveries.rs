//! Logs that other services hand over to CloudWatch Logs, to a bucket or to Firehose.

use aws_sdk_cloudwatchlogs::operation::describe_deliveries::DescribeDeliveriesOutput;
use aws_sdk_cloudwatchlogs::operation::describe_delivery_sources::DescribeDeliverySourcesOutput;
use futures_util::try_join;

use super::{DESCRIBE_DELIVERIES, DESCRIBE_DELIVERY_SOURCES};
use crate::aws::service::prelude::*;

/// Whose logs are delivered.
pub const DELIVERIES: Reader = Reader::of(&[reading_all(DESCRIBE_DELIVERIES), reading_all(DESCRIBE_DELIVERY_SOURCES)]);

impl Aws {
    /// Whether logs of the resource of that ARN are delivered anywhere from this region (Amazon CloudFront Developer Guide,
    /// "Configure standard logging (v2)"): a source alone delivers nothing.
    pub async fn is_log_delivered(&self, region: &str, arn: &str) -> Read<bool> {
        let (sources, delivered) = try_join!(self.delivery_sources(region), self.delivered_sources(region))?;
        Ok(sources.iter().any(|(name, arns)| arns.iter().any(|one| one == arn) && delivered.contains(name)))
    }

    /// The sources by their names, each with the ARNs of what it is the log of.
    async fn delivery_sources(&self, region: &str) -> Read<Vec<(String, Vec<String>)>> {
        let call = Call::new(DESCRIBE_DELIVERY_SOURCES, "*").at(region);
        let send = |token| self.logs(region).describe_delivery_sources().set_next_token(token).send();
        let read = |answer: &DescribeDeliverySourcesOutput| {
            let listed = answer.delivery_sources().iter();
            let sources = listed.filter_map(|one| Some((one.name()?.to_owned(), one.resource_arns().to_vec())));
            Ok(Listing::marked(sources.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    /// The names of the sources whose logs go somewhere.
    async fn delivered_sources(&self, region: &str) -> Read<Vec<String>> {
        let call = Call::new(DESCRIBE_DELIVERIES, "*").at(region);
        let send = |token| self.logs(region).describe_deliveries().set_next_token(token).send();
        let read = |answer: &DescribeDeliveriesOutput| {
            let names = answer.deliveries().iter().filter_map(|one| one.delivery_source_name().map(str::to_owned));
            Ok(Listing::marked(names.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }
}

//! CloudWatch Logs: log groups, and what functions wrote into theirs.

mod deliveries;
mod function_log;

use std::fmt;

use aws_sdk_cloudwatchlogs::operation::describe_log_groups::DescribeLogGroupsOutput;

use crate::aws::service::prelude::*;
pub use deliveries::DELIVERIES;

pub const SERVICE: Service = Service {
    api: Api {
        id: "CloudWatch Logs",
        settings_key: "cloudwatch_logs",
        operations: OPERATIONS,
        // Amazon CloudWatch Logs User Guide, "CloudWatch Logs quotas".
        rates: &[rate("", 10, 10).in_each_region()],
        always: &[],
    },
    health: health(|aws, you| {
        aws.answers(DESCRIBE_LOG_GROUPS, || aws.logs(&you.region).describe_log_groups().limit(1).send())
    }),
};

operations! { "CloudWatch Logs", "logs";
    DESCRIBE_LOG_GROUPS: "DescribeLogGroups" on Resource;
    DESCRIBE_LOG_STREAMS: "DescribeLogStreams" on Resource;
    GET_LOG_EVENTS: "GetLogEvents" on Resource;
    DESCRIBE_DELIVERIES: "DescribeDeliveries" on All;
    DESCRIBE_DELIVERY_SOURCES: "DescribeDeliverySources" on All;
}

/// The ARN of a log group.
pub const LOG_GROUP_ARN: &str = "arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:{{ name }}";
const LOG_GROUPS: &ResourceSet =
    &resources_everywhere("LogGroups", "arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:*");
/// A log group of a name, or one like it.
pub const LOG_GROUP: Reader = Reader::of(&[reading(DESCRIBE_LOG_GROUPS, LOG_GROUPS)]);
const LOG_STREAMS: &ResourceSet =
    &resources("LogStreams", "arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:*");
/// What a function wrote last into the log group that it names.
pub const FUNCTION_LOG: Reader =
    Reader::of(&[reading(DESCRIBE_LOG_STREAMS, LOG_STREAMS), reading(GET_LOG_EVENTS, LOG_STREAMS)]);
pub const CONSOLE: Page = page("https://console.aws.amazon.com/cloudwatch/home?region={{ region }}#logsV2:log-groups");

/// The beginning of the log groups that Lambda names.
const OF_LAMBDA: &str = "/aws/lambda/";

/// A log group.
#[derive(Clone, Debug)]
pub struct LogGroup {
    pub name: String,
    /// After how many days an entry is deleted; none when never.
    pub retention_days: Option<i32>,
    /// How much is stored in it.
    pub bytes: Option<u64>,
}

impl fmt::Display for LogGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl Aws {
    /// The log group of that name in the learner's region, or what a beginner made instead of it.
    pub async fn log_group(&self, you: &Learner, name: &str) -> Read<Found<LogGroup>> {
        let groups = self.log_groups(you, &you.region, name).await?;
        if let Some(group) = groups.into_iter().find(|group| group.name == name) {
            return Ok(Found::Here(group));
        }
        Ok(Found::Missing(self.log_group_near(you, name).await))
    }

    /// The log group of exactly that name in the learner's region.
    pub async fn log_group_named(&self, you: &Learner, name: &str) -> Read<Option<LogGroup>> {
        Ok(self.log_groups(you, &you.region, name).await?.into_iter().find(|group| group.name == name))
    }

    /// What cannot be read when a group is known to be missing leaves the miss a miss.
    async fn log_group_near(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let (here, elsewhere) =
            futures_util::join!(self.named_likewise(you, name), self.log_group_elsewhere(you, name));
        elsewhere.or(here)
    }

    async fn named_likewise(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let own = name.rsplit('/').next().unwrap_or(name);
        let [of_lambda, bare] = [OF_LAMBDA, own].map(|prefix| self.log_groups(you, &you.region, prefix));
        let (of_lambda, bare) = futures_util::join!(of_lambda, bare);
        let groups: Vec<_> = [of_lambda, bare].into_iter().flat_map(Result::unwrap_or_default).collect();
        nearest(name, &groups, |group| &group.name).map(|near| NearMiss {
            found: format!("the log group {}", near.name),
            advice: format!("Lambda writes to {name} and to no other: create the log group under that very name."),
        })
    }

    async fn log_group_elsewhere(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let has = |groups: &Vec<LogGroup>| groups.iter().any(|group| group.name == name);
        let (region, _) = self.elsewhere(you, &you.region, |region| self.log_groups(you, region, name), has).await?;
        Some(NearMiss {
            found: format!("the log group {name} in {region}"),
            advice: format!(
                "A function writes its log in its own region. Switch to {} and create the log group there; the one in \
                 {region} can be deleted.",
                you.region
            ),
        })
    }

    /// The log groups of a region whose names begin with `prefix`.
    async fn log_groups(&self, you: &Learner, region: &str, prefix: &str) -> Read<Vec<LogGroup>> {
        let call = Call::new(DESCRIBE_LOG_GROUPS, you.arn(LOG_GROUP_ARN, region, "*")).at(region);
        let list = || self.logs(region).describe_log_groups().log_group_name_prefix(prefix);
        let send = |token| list().set_next_token(token).send();
        let read = |answer: &DescribeLogGroupsOutput| {
            let listed = answer.log_groups.as_ref().ok_or("logGroups")?;
            Ok(Listing::marked(listed.iter().filter_map(log_group).collect(), answer.next_token()))
        };
        self.all(call, &format!("{region} {prefix}"), send, read).await
    }

    pub(crate) fn logs(&self, region: &str) -> aws_sdk_cloudwatchlogs::Client {
        client!(self, aws_sdk_cloudwatchlogs, region)
    }
}

fn log_group(listed: &aws_sdk_cloudwatchlogs::types::LogGroup) -> Option<LogGroup> {
    let name = listed.log_group_name()?.to_owned();
    let bytes = listed.stored_bytes().and_then(|bytes| u64::try_from(bytes).ok());
    Some(LogGroup { name, retention_days: listed.retention_in_days(), bytes })
}

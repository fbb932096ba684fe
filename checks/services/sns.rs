//! SNS: topics.

use std::fmt;

use aws_sdk_sns::operation::list_topics::ListTopicsOutput;
use futures_util::join;

use crate::aws::policy_document::parsed;
use crate::aws::service::prelude::*;
use crate::documents::policy::Policy;

pub const SERVICE: Service = Service {
    api: Api {
        id: "SNS",
        settings_key: "sns",
        operations: OPERATIONS,
        // AWS General Reference, "Amazon SNS endpoints and quotas": 30 a second for each kind of list. It publishes no
        // number for attributes.
        rates: &[rate("ListTopics", 30, 30).in_each_region(), rate("", 10, 10).in_each_region()],
        always: &[always("Topics/member", &["TopicArn"])],
    },
    health: health(|aws, you| aws.answers(LIST_TOPICS, || aws.sns(&you.region).list_topics().send())),
};

operations! { "SNS", "sns";
    GET_TOPIC_ATTRIBUTES: "GetTopicAttributes" on Resource;
    LIST_TOPICS: "ListTopics" on All;
}

/// The ARN of a topic.
pub const TOPIC_ARN: &str = "arn:{{ partition }}:sns:{{ region }}:{{ account }}:{{ name }}";
const TOPIC_OF_NAME: &ResourceSet = &resources("{{ label }}Topic", TOPIC_ARN);
/// A topic of a name. A missing one is looked for under other names, and in other regions.
pub const TOPIC: Reader = Reader::of(&[reading(GET_TOPIC_ATTRIBUTES, TOPIC_OF_NAME), reading_all(LIST_TOPICS)]);
/// The topics of the learner's region.
pub const CONSOLE: Page = page("https://{{ region }}.console.aws.amazon.com/sns/v3/home?region={{ region }}#/topics");

const NOT_FOUND: &[&str] = &["NotFound", "NotFoundException"];
/// With this at the end of its name, a topic keeps the order of its messages, and leads to queues alone.
const FIFO: &str = ".fifo";

/// A topic.
#[derive(Clone, Debug)]
pub struct Topic {
    pub arn: String,
    /// Who may use it.
    pub policy: Policy,
    /// The key of KMS under which it keeps its messages: an id, an ARN or an alias.
    pub key: Option<String>,
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

impl Aws {
    /// The topic of that name in the learner's region, or what a beginner made instead of it.
    pub async fn topic(&self, you: &Learner, name: &str) -> Read<Found<Topic>> {
        let arn = you.arn(TOPIC_ARN, &you.region, name);
        let call = Call::new(GET_TOPIC_ATTRIBUTES, &arn).at(&you.region);
        let send = || self.sns(&you.region).get_topic_attributes().topic_arn(&arn).send();
        let Some(answer) = self.ask(call.clone(), &you.region, send).await.absent_on(NOT_FOUND)? else {
            return Ok(Found::Missing(self.topic_near(you, name).await));
        };
        let attributes = answer.attributes().ok_or_else(|| Fault::incomplete(call.clone(), "Attributes"))?;
        let policy = attributes.get("Policy").ok_or_else(|| Fault::incomplete(call.clone(), "Policy"))?;
        let key = attributes.get("KmsMasterKeyId").filter(|key| !key.is_empty()).cloned();
        Ok(Found::Here(Topic { arn, policy: parsed(&call, policy)?, key }))
    }

    /// What cannot be read when the topic is known to be missing leaves the miss a miss.
    async fn topic_near(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let has = |names: &Vec<String>| names.iter().any(|other| other == name);
        let elsewhere = self.elsewhere(you, &you.region, |region| self.topics(region), has);
        let (here, elsewhere) = join!(self.topics(&you.region), elsewhere);
        let here = here.unwrap_or_default();
        let elsewhere = elsewhere.map(|(region, _)| NearMiss::in_region("topic", name, region, &you.region));
        elsewhere.or_else(|| nearest(name, &here, |near| near).map(|near| named_likewise(name, near)))
    }

    /// The names of all topics of a region.
    async fn topics(&self, region: &str) -> Read<Vec<String>> {
        let call = Call::new(LIST_TOPICS, "*").at(region);
        let send = |mark| self.sns(region).list_topics().set_next_token(mark).send();
        let read = |answer: &ListTopicsOutput| {
            let listed = answer.topics.as_ref().ok_or("Topics")?;
            let arns = listed.iter().filter_map(|topic| topic.topic_arn());
            let names = arns.filter_map(|arn| arn.rsplit(':').next().map(str::to_owned));
            Ok(Listing::marked(names.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    pub(crate) fn sns(&self, region: &str) -> aws_sdk_sns::Client {
        client!(self, aws_sdk_sns, region)
    }
}

/// A topic of another name, or of the other kind, whose name ends so.
fn named_likewise(wanted: &str, near: &str) -> NearMiss {
    if near.strip_suffix(FIFO).is_none() {
        return NearMiss::named("topic", wanted, near);
    }
    NearMiss {
        found: format!("the FIFO topic {near}"),
        advice: format!(
            "A FIFO topic sends its messages to queues alone, and calls no function. Its type cannot be changed: create a topic \
             of the type Standard named {wanted}, and delete {near}."
        ),
    }
}
